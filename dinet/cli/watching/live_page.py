"""What a browser is shown of a document that is followed, and the news for its open pages."""

import json
import secrets
from collections.abc import Iterator
from threading import Condition

from dinet.cli.watching.form_file import FormFile
from dinet.writers.page.live_page import page_edition, with_live_updates

_SILENCE = 15.0
"""Seconds without news, after which something is sent all the same: it shows who still listens."""


class LivePage:
    """The last good page of a document, and what is the matter with the document now.

    Args:
        ended: What a page says when it is followed no longer.
        form: In which the page writes what is chosen in it; None when it may not.

    Attributes:
        token: What only the served page knows, and shows when it writes.
    """

    def __init__(self, ended: str, form: FormFile | None = None) -> None:
        self.form = form
        self.token = secrets.token_urlsafe(16)
        self.page = b""
        self._shown = ""
        self._news = {"edition": "", "message": "", "ended": ended}
        self._open = True
        self._changed = Condition()

    def show_page(self, page: bytes, changes: str = "") -> bool:
        """Put a page up, which also takes the message away; whether it differs from the last.

        Args:
            page: Whole, as a writer made it.
            changes: What changed since the last save, as ``tell_changes`` tells it.
        """
        told = {} if self.form is None else {"form": self.form.edition}
        if changes:
            told["changes"] = changes
        is_other = page_edition(page) != self._shown
        self._shown = page_edition(page)
        edition = page_edition(page, told)
        new = edition != self._news["edition"]
        with self._changed:
            if new:
                self.page = with_live_updates(page, told, self.token)
            self._tell_news(edition=edition, message="")
        return is_other

    def show_message(self, message: str) -> None:
        """Put a message above the page, which stays."""
        self._tell_news(message=message)

    def _tell_news(self, **news: str) -> None:
        with self._changed:
            self._news = self._news | news
            self._changed.notify_all()

    def close_page(self) -> None:
        """Let go of all who listen."""
        with self._changed:
            self._open = False
            self._changed.notify_all()

    def follow_news(self) -> Iterator[str]:
        """Server-sent events: how things stand now, and then every change, until it is closed."""
        last_news: dict[str, str] = {}
        while self._open:
            news = self._news_after(last_news)
            yield (
                ":\n\n"
                if news == last_news
                else f"data: {json.dumps(news)}\n\n"
            )
            last_news = news

    def _news_after(self, last_news: dict[str, str]) -> dict[str, str]:
        with self._changed:
            self._changed.wait_for(
                lambda: self._news != last_news or not self._open, _SILENCE
            )
            return self._news
