"""What a browser is shown of a document that is followed, and the news about it for the pages that are open."""

import json
from collections.abc import Iterator
from threading import Condition

from dinet.writers.page.following import edition, following

_SILENCE = 15.0
"""After so many seconds without news something is sent all the same: it shows whether anybody still listens."""


class Board:
    """The last good page of a document, and what is the matter with the document now.

    Args:
        ended: What a page says when it is followed no longer.
    """

    def __init__(self, ended: str) -> None:
        self.page = b""
        self._news = {"edition": "", "message": "", "ended": ended}
        self._open = True
        self._changed = Condition()

    def show(self, page: bytes) -> bool:
        """Put a page up, which also takes the message away; whether it differs from the last one."""
        new = edition(page) != self._news["edition"]
        with self._changed:
            self.page = following(page) if new else self.page
            self._tell(edition=edition(page), message="")
        return new

    def say(self, message: str) -> None:
        """Put a message above the page, which stays."""
        self._tell(message=message)

    def _tell(self, **news: str) -> None:
        with self._changed:
            self._news = self._news | news
            self._changed.notify_all()

    def close(self) -> None:
        """Let go of all who listen."""
        with self._changed:
            self._open = False
            self._changed.notify_all()

    def news(self) -> Iterator[str]:
        """Server-sent events: how things stand now, and then every change, until the board closes."""
        told: dict[str, str] = {}
        while self._open:
            now = self._after(told)
            yield ":\n\n" if now == told else f"data: {json.dumps(now)}\n\n"
            told = now

    def _after(self, told: dict[str, str]) -> dict[str, str]:
        with self._changed:
            self._changed.wait_for(lambda: self._news != told or not self._open, _SILENCE)
            return self._news
