"""A page as somebody met it."""

import hashlib
import re
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

#: What differs from one visit to the next and looks the same to everybody.
_CHANGING = re.compile(
    r"""[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}   # ids of cases and tasks
    | FP(-[0-9A-Z]+)+                               # references
    | (?<=value=")[\w.=-]{30,}(?=")                 # tokens and keys of forms
    | (?<=<span>)[^<]+(?=</span>\s*<button)         # who has signed in
    """,
    re.VERBOSE,
)
#: Parts that our script changes; buttons and the skip link look the same without it.
_ENHANCED = re.compile(r'data-module="govuk-(?!button|skip-link)')
_HEADING = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
_ASSET = re.compile(r'"/static/([\w.-]+\.(?:css|js))[?"]')
_PICTURE = re.compile(r"<svg\b[^>]*\bfp-picture\b.*?</svg>", re.DOTALL)


@dataclass(frozen=True)
class Sight:
    """What the server sent for one page."""

    url: str
    status: int
    headers: dict[str, str]
    html: str
    #: Whether the visitor's browser runs scripts.
    scripted: bool

    @cached_property
    def pattern(self) -> str:
        """The path with ids left out: pages of one pattern come from one template."""
        return _CHANGING.sub("…", urlsplit(self.url).path)

    @cached_property
    def enhanced(self) -> bool:
        """Whether it matters to the page that the visitor's browser runs scripts."""
        return self.scripted and _ENHANCED.search(self.html) is not None

    @cached_property
    def fingerprint(self) -> str:
        """The same for pages that look the same."""
        return _short_hash(f"{self.pattern} {self.enhanced} {_CHANGING.sub('', self.html)}")

    @cached_property
    def kind(self) -> str:
        """The same for pages that are made alike: one address, one heading, perhaps other words."""
        heading = _HEADING.search(_CHANGING.sub("", self.html))
        said = heading[1] if heading else ""
        return _short_hash(f"{self.pattern} {self.enhanced} {self.status} {said}")

    @property
    def weight(self) -> int:
        """Bytes of the page itself, uncompressed, without the picture that is drawn in it."""
        return len(_PICTURE.sub("", self.html).encode())

    @property
    def assets(self) -> frozenset[str]:
        """Names of the stylesheets and scripts that the page asks for."""
        return frozenset(_ASSET.findall(self.html))

    @property
    def policy(self) -> dict[str, str]:
        """The headers that decide what the page may do."""
        kept = ("content-type", "content-security-policy")
        return {name: self.headers[name] for name in kept if name in self.headers}


def _short_hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
