"""What only the page can do for dinet: a PDF taken apart in a worker of its own, dots of an SVG.

Nothing here can wait for the page. So what is needed is written down, the call is given up or goes
on with an empty picture, the page does what is asked, and the same call is made again.
"""

import hashlib
import json
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager

from dinet.layout.render.dot import POINTS_PER_INCH
from dinet.layout.render.dots import Drawing, use_dots_engine
from dinet.layout.style.palette import PictureStyle
from dinet.limits import Limits
from dinet.readers.pdf_pages.child_process import use_pdf_parser

TOO_LATE, NOT_STARTED = "too_late", "not_started"
"""What the page answers of a worker that was ended, or that there is not."""


class AnswerNeededError(Exception):
    """The call cannot go on before the page has answered."""


class HandedIn:
    """What the page was asked, and what it answered; answers are used as often as needed."""

    def __init__(self) -> None:
        self.wanted: list[dict[str, object]] = []
        self._answers: dict[str, bytes] = {}
        self._failures: dict[str, str] = {}

    def take_answer(self, key: str, data: bytes, failure: str) -> None:
        """Keep what the page made of what was wanted under a key, or why it could not."""
        if failure:
            self._failures[key] = failure
        else:
            self._answers[key] = data

    def forget_answers(self) -> None:
        """Let go of all that was handed in: a document was read, or an output made."""
        self._answers.clear()
        self._failures.clear()

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """Within this dinet asks the page for what it would have a process do."""
        self.wanted = []
        with use_pdf_parser(self._parse_pdf), use_dots_engine(self._draw_dots):
            yield

    def _parse_pdf(
        self, data: bytes, bullets: Collection[str], limits: Limits
    ) -> bytes:
        key = hashlib.sha256(data).hexdigest()
        self._raise_failure(key)
        if key not in self._answers:
            asked = json.dumps([sorted(bullets), list(limits)])
            seconds = limits.pdf_seconds
            self._want_part(key, "pdf", asked=asked, seconds=seconds)
            raise AnswerNeededError
        return self._answers[key]

    def _raise_failure(self, key: str) -> None:
        failure = self._failures.get(key)
        if failure == TOO_LATE:
            raise TimeoutError
        if failure == NOT_STARTED:
            raise OSError(0, "Worker")

    def _draw_dots(
        self, drawings: Sequence[Drawing], _: str, __: PictureStyle
    ) -> list[bytes]:
        return [self._dots_of(drawing) for drawing in drawings]

    def _dots_of(self, drawing: Drawing) -> bytes:
        """The dots of a drawing; nothing while the page still has to make them."""
        svg = drawing.make_svg()
        key = hashlib.sha256(f"{drawing.dpi} {svg}".encode()).hexdigest()
        if key not in self._answers:
            scale = drawing.dpi / POINTS_PER_INCH
            width = round(drawing.layout.width * scale)
            height = round(drawing.layout.height * scale)
            self._want_part(key, "dots", svg=svg, width=width, height=height)
            return b""
        return self._answers[key]

    def _want_part(self, key: str, kind: str, **details: object) -> None:
        self.wanted.append({"key": key, "kind": kind, **details})
