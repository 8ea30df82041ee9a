"""The end of a line is a space, a broken word, or a hyphen that belongs there."""

import re
from collections.abc import Iterator, Sequence

from dinet.document.content import Span
from dinet.readers.pdf_pages.document_style import DocumentStyle, bare_word
from dinet.readers.pdf_pages.page_content import Word
from dinet.readers.pdf_pages.page_lines import PageLine
from dinet.wording.hyphens import keeps_hyphen

_HYPHENS = "-‐‑"
_VOWEL = re.compile("[aeiouyà-ÿ]", re.IGNORECASE)
_SPACE, _LETTER = 0.32, 0.75
_BROKEN = re.compile(r"[^\W\d_]\|[^\W\d_A-ZÀ-Þ]|\d\|\d")
_SIGNS = ".,;:!?)"
_DASH = re.compile(r"(?:^|\s)[-–—]$")


class Dehyphenation:
    """Joins the lines of a paragraph, and remembers which words it had to make whole.

    Args:
        habits: How the document is set; its words decide what was one word.
    """

    def __init__(self, habits: DocumentStyle) -> None:
        self._habits = habits
        self.glued: list[str] = []
        """Words that were broken, without the hyphen that the break had put in."""
        self.kept: list[str] = []
        """Words that kept the hyphen at the end of the line."""
        self.guessed: list[str] = []
        """Words that were broken without a hyphen and occur nowhere as a whole."""

    def join_lines(self, lines: Sequence[PageLine], edge: float) -> tuple[Span, ...]:
        """The words of a paragraph in runs of one style.

        Args:
            lines: Of one paragraph.
            edge: The right margin of its column.
        """
        found: list[Span] = []
        for text, italic, bold in self._styled_runs(lines, edge):
            if found and (found[-1].italic, found[-1].bold) == (italic, bold):
                found[-1] = found[-1]._replace(text=found[-1].text + text)
            else:
                found.append(Span(text, italic, bold))
        return tuple(found)

    def _styled_runs(
        self, lines: Sequence[PageLine], edge: float
    ) -> Iterator[tuple[str, bool, bool]]:
        for number, line in enumerate(lines):
            pieces = [(text, word.italic, word.bold) for text, word in line.pieces]
            if number + 1 < len(lines):
                text, italic, bold = pieces[-1]
                pieces[-1] = (
                    self._end_of_line(text, line, lines[number + 1], edge),
                    italic,
                    bold,
                )
            yield from pieces

    def _end_of_line(
        self, text: str, line: PageLine, below: PageLine, edge: float
    ) -> str:
        """The last word of a line, with the space after it that belongs there, or without its hyphen."""
        first = below.words[0]
        if text[-1:] in _HYPHENS and not _DASH.search(text):
            return self._join_hyphened(text, first.text, line)
        if text[-1:] == "/":
            return text + " " * (
                self._habits.ends_with_spaces and line.words[-1].spaced
            )
        if not first.text.strip(_SIGNS):
            return text
        whole = line.words[-1].text + first.text
        if self._is_torn_word(line, first, edge):
            (
                self.glued
                if self._habits.vocabulary[bare_word(whole)]
                else self.guessed
            ).append(whole)
            return text
        return text + " "

    def _join_hyphened(self, text: str, first: str, line: PageLine) -> str:
        stem = text[:-1]
        if keeps_hyphen(first) or (
            self._habits.ends_with_spaces and line.words[-1].spaced
        ):
            return text + " "
        words = self._habits.vocabulary
        whole = bare_word(stem.strip() + first)
        either = (
            words[bare_word(stem.strip())]
            or words[bare_word(first)]
            or words[bare_word(text.strip() + first)]
        )
        lower = first[:1].islower() and stem[-1:].islower()
        if lower and (words[whole] or not either or self._habits.breaks_with_hyphens):
            self.glued.append(stem.strip() + first)
            return stem
        self.kept.append(text.strip() + first)
        return text

    def _is_torn_word(self, line: PageLine, first: Word, edge: float) -> bool:
        """A word was broken without a hyphen, because its column is narrower than the word: it is alone on its line.

        Either it occurs elsewhere as a whole, or what is left has no vowel; or lines end with a
        space and this one, which is full, does not: then its halves do not both occur
        elsewhere, and neither does when a space had no room.
        """
        last, text = line.words[-1].text, first.text
        if len(line.words) > 1 or not _BROKEN.search(f"{last}|{text}"):
            return False
        words, room = self._habits.vocabulary, (edge - line.right) / line.size
        if words[bare_word(last + text)]:
            return True
        if not self._habits.ends_with_spaces:
            return not _VOWEL.search(text)
        known = bool(words[bare_word(last)]) + bool(words[bare_word(text)])
        return (
            not line.words[-1].spaced
            and room <= _LETTER
            and known < (2 if room >= _SPACE else 1)
        )
