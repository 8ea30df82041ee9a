"""What words are of which nothing is in the programme: labels, dashes, or unread."""

from collections.abc import Iterable, Iterator, Sequence

from dinet.interpret.account.document_account import AccountedText
from dinet.interpret.account.explained_headings import (
    EMPTY_KINDS,
    HEADING,
)
from dinet.interpret.account.held_texts import (
    HeldTexts,
    column_key,
    row_key,
)
from dinet.interpret.account.inline_labels import (
    is_code_of,
    is_inline_label,
    is_only_codes,
    is_own_id,
)
from dinet.interpret.account.word_claims import TextUnit
from dinet.interpret.account.word_matching import ClaimedRun, WordFate
from dinet.interpret.texts.placeholders import TextKind, classify_text
from dinet.wording.continued_headings import without_continued_mark

NOTHING = WordFate("nothing")
_LINE_END = "\n"
_NO_LINK = "0"
"""In a matrix of numbers: the one does not serve the other."""
_MOST_IN_ROW = 200
"""Elements of one row whose codes a number is compared with."""


class LeftWords:
    """Says what is left of cells and paragraphs once all that was read is claimed.

    Args:
        held: What the programme holds.
    """

    def __init__(self, held: HeldTexts) -> None:
        self._held = held

    def finish_unit(self, unit: TextUnit, where: str) -> list[AccountedText]:
        """Each paragraph of a cell with what became of its words; nothing is without a fate.

        Args:
            unit: Of which all that was read is claimed.
            where: What it is when nothing of it was read: empty for a cell, ``table`` for one of
                a table of which nothing was read, ``apart`` where that is about something else,
                ``outside`` or ``heading`` outside tables.
        """
        if unit.fate is None and unit.is_untouched:
            unit.fate = self._fate_of_rest(unit, where)
        if unit.fate is not None:
            return [
                AccountedText((ClaimedRun(text, unit.fate),))
                for text in unit.texts
            ]
        runs = _split_at_line_ends(unit.matched().runs())
        return _as_paragraphs(_explain_labels(runs))

    def _fate_of_rest(self, unit: TextUnit, where: str) -> WordFate:
        """What a text is of which nothing is in the programme."""
        kind = classify_text(unit.whole)
        if kind in EMPTY_KINDS:
            return NOTHING
        if kind is TextKind.CHECKMARK:
            return self._fate_of_mark(unit)
        if where in ("", "outside"):
            own = self._id_beside(unit)
            if own is not None:
                return WordFate("code", own)
            if is_only_codes(unit.whole):
                return self._fate_of_code(unit)
        return WordFate("unread", field=where)

    def _id_beside(self, unit: TextUnit) -> str | None:
        """The element on the row that has the text for its id; None when there is none."""
        in_row = self._held.in_row.get(row_key(unit.place), ())
        ids = (
            element_id
            for element_id in in_row[:_MOST_IN_ROW]
            if is_own_id(unit.whole, element_id)
        )
        return next(ids, None)

    def _fate_of_code(self, unit: TextUnit) -> WordFate:
        """The code of an element on its row; a nought among crosses says that there is none."""
        row = row_key(unit.place)
        for element_id in self._held.in_row.get(row, ())[:_MOST_IN_ROW]:
            if is_code_of(unit.whole, element_id):
                return WordFate("code", element_id)
        column = column_key(unit.place)
        among_crosses = (
            row in self._held.links_in_row
            and column in self._held.linked_in_column
        )
        if among_crosses and unit.whole == _NO_LINK:
            return NOTHING
        return WordFate("unread", field="code")

    def _fate_of_mark(self, unit: TextUnit) -> WordFate:
        """A cross in a period of a planning says that work is done then."""
        for element_id in self._held.in_row.get(row_key(unit.place), ()):
            element = self._held.element_of[element_id]
            if element.period or element.planning:
                return WordFate("field", element_id, "period")
        return WordFate("unread", field="mark")


def _split_at_line_ends(runs: Iterable[ClaimedRun]) -> list[ClaimedRun]:
    """The runs, cut where a paragraph ends; the end itself is a run of its own."""
    cut: list[ClaimedRun] = []
    for run in runs:
        for number, line in enumerate(run.text.split(_LINE_END)):
            if number:
                cut.append(ClaimedRun(_LINE_END, None))
            if line:
                cut.append(ClaimedRun(line, run.fate))
    return cut


def _as_paragraphs(runs: Iterable[ClaimedRun]) -> list[AccountedText]:
    paragraphs: list[list[ClaimedRun]] = [[]]
    for run in runs:
        if run.text == _LINE_END:
            paragraphs.append([])
        else:
            paragraphs[-1].append(run)
    return [AccountedText(tuple(paragraph)) for paragraph in paragraphs]


def _explain_labels(runs: Sequence[ClaimedRun]) -> Iterator[ClaimedRun]:
    """The runs; words that only say what stands beside them are headings, others are unread."""
    for number, run in enumerate(runs):
        if run.fate is not None or run.text == _LINE_END:
            yield run
            continue
        beside = (*runs[number + 1 : number + 2], *runs[:number][-1:])
        fates = [other.fate for other in beside if other.fate is not None]
        yield run._replace(fate=_fate_of_words(run.text, fates))


def _fate_of_words(text: str, beside: Sequence[WordFate]) -> WordFate:
    """What words are that stand beside others of which is known what they are.

    Args:
        text: The words.
        beside: What became of those after them and before them.
    """
    if not any(map(str.isalnum, text)):
        return beside[0] if beside else NOTHING
    goes_on = not without_continued_mark(text).strip()
    if beside and (goes_on or is_inline_label(text)):
        return HEADING
    return _fate_of_code_beside(text, beside[0].element if beside else "")


def _fate_of_code_beside(text: str, element_id: str) -> WordFate:
    """What words are that may be the code of the element beside them; of none when it is empty."""
    if is_own_id(text, element_id):
        return WordFate("code", element_id)
    if not element_id or not is_only_codes(text):
        return WordFate("unread", field="beside")
    if is_code_of(text, element_id):
        return WordFate("code", element_id)
    return WordFate("unread", field="code")
