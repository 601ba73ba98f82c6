"""letters/<step>.txt: header lines, an empty line, and a text with places to fill."""

from collections.abc import Mapping

from pathways.feel import NotFeel, Template, parse_template
from pathways.model.finding import Finding, PathwayInvalid
from pathways.model.letter import Letter

_HEADERS = ("To", "Subject")
_LONGEST_SUBJECT = 150
_LONGEST = 50_000


def read_letter(source: bytes, *, step: str, file: str) -> Letter:
    """Read what one step sends: to which lane, under which subject, saying what.

    The subject travels outside the house, so it holds no place to fill.

    Args:
        source: The file, byte for byte; text in UTF-8.
        step: Id of the send task.
        file: Its path inside the pathway, e.g. `"letters/tell_yes.txt"`.

    Raises:
        PathwayInvalid: With every finding of the file.
    """
    findings: list[Finding] = []
    text = _decoded(source, file)
    head, _, rest = text.partition("\n\n")
    headers = _headers(head, findings, file)
    _check_subject(headers.get("Subject"), findings, file)
    body = rest.strip("\n")
    first_line = head.count("\n") + 3 + (len(rest) - len(rest.lstrip("\n")))
    template = _body(body, first_line, findings, file)
    if findings or template is None:
        raise PathwayInvalid(tuple(findings))
    return Letter(step=step, to=headers["To"], subject=headers["Subject"], body=template)


def _decoded(source: bytes, file: str) -> str:
    problem = ""
    if len(source) > _LONGEST:
        problem = f"The letter has more than {_LONGEST:,} bytes. Nobody reads that: shorten it."
    try:
        lines = source.decode("utf-8-sig").replace("\r\n", "\n").split("\n")
        text = "\n".join(line.rstrip() for line in lines)
    except UnicodeDecodeError:
        problem = "The file is not text in UTF-8. Save it again as UTF-8."
    if problem:
        raise PathwayInvalid((Finding(rule="bad_letter", message=problem, file=file),))
    return text


def _headers(head: str, findings: list[Finding], file: str) -> Mapping[str, str]:
    headers: dict[str, str] = {}
    for number, line in enumerate(head.split("\n"), start=1):
        name, colon, value = line.partition(":")
        if not colon or name not in _HEADERS or name in headers:
            message = (
                f"“{line[:60]}” is not a header of a letter. Start the file with the lines "
                "“To: …” and “Subject: …”, then leave a line empty."
            )
            findings.append(_finding("bad_header", message, file, line=number))
            continue
        headers[name] = value.strip()
    for name in _HEADERS:
        if not headers.get(name):
            message = f"The letter has no “{name}: …” line. Write one at its beginning."
            findings.append(_finding("missing_header", message, file, line=1))
    return headers


def _check_subject(subject: str | None, findings: list[Finding], file: str) -> None:
    if subject is None:
        return
    if "{" in subject or "}" in subject:
        message = (
            "The subject has a place to fill, and a subject may be read by anybody. "
            "Write a subject that is the same for everybody, and put the place into the text."
        )
        findings.append(_finding("place_in_subject", message, file, line=None))
    if len(subject) > _LONGEST_SUBJECT:
        message = f"The subject is longer than {_LONGEST_SUBJECT} characters. Shorten it."
        findings.append(_finding("long_subject", message, file, line=None))


def _body(body: str, first_line: int, findings: list[Finding], file: str) -> Template | None:
    if not body.strip():
        message = "The letter says nothing. Write its text after the empty line."
        findings.append(_finding("empty_letter", message, file, line=None))
        return None
    try:
        return parse_template(body)
    except NotFeel as broken:
        finding = Finding(
            rule="not_feel",
            message=f"A place in the letter cannot be read: {broken.problem}",
            file=file,
            line=first_line + broken.line - 1,
            column=broken.column,
        )
        findings.append(finding)
        return None


def _finding(rule: str, message: str, file: str, *, line: int | None) -> Finding:
    return Finding(rule=rule, message=message, file=file, line=line)
