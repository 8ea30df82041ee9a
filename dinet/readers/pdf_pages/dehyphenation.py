"""The end of a line is a space, a broken word, or a hyphen that belongs there."""

import re
from collections.abc import Iterator, Sequence

from dinet.document.content import Span
from dinet.readers.pdf_pages.document_style import DocumentStyle, bare_word
from dinet.readers.pdf_pages.page_content import Word
from dinet.readers.pdf_pages.page_lines import PageLine
from dinet.wording.hyphens import keeps_hyphen, reads_as_verb

_HYPHENS = "-‐‑"
_VOWEL = re.compile("[aeiouyà-ÿ]", re.IGNORECASE)
# Widths as shares of the letter size: of a generous space, and of a generous letter. A line with
# less room than that letter is full; one with room for that space might have ended with one.
_SPACE_SHARE, _LETTER_SHARE = 0.32, 0.75
# The same for the widest letters, and which these are.
_WIDE_SHARE, _WIDE_LETTERS = 0.95, frozenset("mw")
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

    def join_lines(
        self, lines: Sequence[PageLine], edge: float
    ) -> tuple[Span, ...]:
        """The words of a paragraph in runs of one style.

        Args:
            lines: Of one paragraph.
            edge: The right margin of its column.
        """
        spans: list[Span] = []
        for text, italic, bold in self._styled_runs(lines, edge):
            if spans and (spans[-1].italic, spans[-1].bold) == (italic, bold):
                spans[-1] = spans[-1]._replace(text=spans[-1].text + text)
            else:
                spans.append(Span(text, italic, bold))
        return tuple(spans)

    def _styled_runs(
        self, lines: Sequence[PageLine], edge: float
    ) -> Iterator[tuple[str, bool, bool]]:
        """The words with the space between them, each with whether it is italic and bold."""
        for number, line in enumerate(lines):
            pieces = [
                (text, word.italic, word.bold) for text, word in line.pieces
            ]
            if number + 1 < len(lines):
                text, italic, bold = pieces[-1]
                joined = self._end_of_line(text, line, lines[number + 1], edge)
                pieces[-1] = (joined, italic, bold)
            yield from pieces

    def _end_of_line(
        self, text: str, line: PageLine, below: PageLine, edge: float
    ) -> str:
        """The last word of a line as it is before the next line.

        It has the space after it that belongs there, or it lost its hyphen.
        """
        first = below.words[0]
        if text[-1:] in _HYPHENS and not _DASH.search(text):
            return self._join_hyphened(text, first.text, line)
        if text[-1:] == "/":  # an alternative goes on: "and/" over "or"
            return text + " " * self._is_spaced_at_end(line)
        if not first.text.strip(_SIGNS):
            return text
        if self._is_torn_word(line, first, edge):
            self._remember_torn(line.words[-1].text + first.text)
            return text
        return text + " "

    def _is_spaced_at_end(self, line: PageLine) -> bool:
        """The line ends with a space in a document of which that can be told."""
        return self._habits.ends_with_spaces and line.words[-1].spaced

    def _remember_torn(self, whole: str) -> None:
        """Note a word that was broken without a hyphen: as known, or as a guess."""
        if self._habits.vocabulary[bare_word(whole)]:
            self.glued.append(whole)
        else:
            self.guessed.append(whole)

    def _join_hyphened(self, text: str, first: str, line: PageLine) -> str:
        """What a text that ends with a hyphen is before the first word of the next line.

        The hyphen goes where both sides are in lower case and the document tells that the break
        put it in; else it stays, as in a compound with a name.
        """
        stem = text[:-1]
        if keeps_hyphen(first) or self._is_spaced_at_end(line):
            return text + " "
        lower = first[:1].islower() and stem[-1:].islower()
        if lower and self._is_hyphen_of_break(text.strip(), first):
            self.glued.append(stem.strip() + first)
            return stem
        self.kept.append(text.strip() + first)
        return text

    def _is_hyphen_of_break(self, hyphened: str, first: str) -> bool:
        """The hyphen between two halves was put in where the line ended.

        The whole word occurs elsewhere; or neither half does, nor the word with its hyphen; or
        the document breaks words so.
        """
        words, stem = self._habits.vocabulary, hyphened[:-1]
        if words[bare_word(stem + first)]:
            return True
        halves_occur = (
            words[bare_word(stem)]
            or words[bare_word(first)]
            or words[bare_word(hyphened + first)]
        )
        return not halves_occur or self._habits.breaks_with_hyphens

    def _is_torn_word(self, line: PageLine, first: Word, edge: float) -> bool:
        """The column is narrower than a word, and broke it without a hyphen.

        Such a word is alone on its line, and goes on in one way. Either it occurs elsewhere as a
        whole, or what is left has no vowel; or lines end with a space and this one, which is full,
        does not: then its halves do not both occur elsewhere, and neither does when a space had
        no room. What reads as a verb is a word of its own: ``afronden`` below ``Grondonderzoek``.
        """
        last = line.words[-1]
        if len(line.words) > 1 or not _BROKEN.search(
            f"{last.text}|{first.text}"
        ):
            return False
        words = self._habits.vocabulary
        if words[bare_word(last.text + first.text)]:
            return True
        goes_on = self._habits.words_after_lone[bare_word(last.text)]
        if len(goes_on) > 1 or reads_as_verb(first.text):
            return False
        if not self._habits.ends_with_spaces:
            return not _VOWEL.search(first.text)
        room = (edge - line.right) / line.size
        if last.spaced or room > _width_of_letter(first.text):
            return False
        halves_known = bool(words[bare_word(last.text)]) + bool(
            words[bare_word(first.text)]
        )
        space = min(_SPACE_SHARE, self._habits.narrowest_spaced_room)
        most_known = 1 if room >= space else 0
        return halves_known <= most_known


def _width_of_letter(word: str) -> float:
    """The most room that is too narrow for the first letter of a word, by the letter size."""
    return _WIDE_SHARE if word[:1] in _WIDE_LETTERS else _LETTER_SHARE
