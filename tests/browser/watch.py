"""What goes on in somebody's browser behind the pages: requests, complaints, breaches of policy."""

from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, ConsoleMessage, Error, Request

#: Chromium notes every page that is not a 200 this way. Visitors look at the status themselves.
_STATUS_NOTED = "Failed to load resource: the server responded with a status of"


@dataclass  # Playwright keeps notes of its own on the object whose methods it calls: no slots.
class Watch:
    """Notes what a page must never do."""

    address: str
    #: Addresses elsewhere that were asked for.
    elsewhere: list[str] = field(default_factory=list)
    #: What the browser complained about; breaches of the content security policy are among it.
    complaints: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> "Watch":
        """Begin to watch all pages of a context."""
        context.on("request", self._requested)
        context.on("console", self._said)
        context.on("weberror", lambda broken: self._broke(broken.error))
        return self

    def noticed(self) -> list[str]:
        """Return everything that should not have happened."""
        return [f"asked for {url}" for url in self.elsewhere] + self.complaints

    def _requested(self, request: Request) -> None:
        if not request.url.startswith(f"{self.address}/"):
            self.elsewhere.append(request.url)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type not in {"error", "warning"}:
            return
        static = "/static/" in message.location["url"]
        if static or not message.text.startswith(_STATUS_NOTED):
            self.complaints.append(message.text)

    def _broke(self, error: Error) -> None:
        self.complaints.append(str(error))
