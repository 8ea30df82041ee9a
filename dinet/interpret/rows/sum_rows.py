"""Rows of sums: ``Totaal programma 3``, ``Eindtotaal``, ``Saldo``, with amounts beside them."""

import re

from dinet.document.content import Row
from dinet.interpret.texts.placeholders import TextKind, classify_text
from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.phrases import any_of
from dinet.vocabulary.roles import kind_of, role_of

_LONGEST_SUM_CHARACTERS = 80
"""Of what stands before the amounts: a longer text states something."""
_AMOUNT = re.compile(
    r"[-–+€$£\s\d.,()%']*\d[-–+€$£\s\d.,()%'=]*(?:k|m|mln|x)?"
)


@once_per_dialect
def _sum_pattern() -> re.Pattern[str]:
    return re.compile(rf"{any_of(words_of('page_words.sums'))}\b")


def is_sum_row(row: Row) -> bool:
    """The row begins with a word for a sum, and holds nothing but amounts beside that.

    Met in annexes with money, where such a row stands under every theme; without a word for a
    sum a row of amounts is no sum. What it costs when wrong: an effort called ``Totaal`` with
    only money beside it is left, with a note.
    """
    filled = (cell for cell in row if cell.has_words)
    first = next(filled, None)
    if first is None or not (names_sum(first.text) or counts_rows(first.text)):
        return False
    amounts = [cell.text for cell in filled]
    summed = any(any(map(str.isdigit, text)) for text in amounts)
    return summed and all(map(_is_amount_or_nothing, amounts))


def counts_rows(text: str) -> bool:
    """``Aantal`` and nothing more: under a planning with crosses it counts these.

    With what is counted behind it, it names an indicator.

    Example:
        >>> counts_rows("Gemiddelde"), counts_rows("Aantal bezoekers")
        (True, False)
    """
    return fold_text(text) in words_of("page_words.row_counts")


def names_sum(text: str) -> bool:
    """The text is the name of a sum.

    Example:
        >>> names_sum("Subtotaal thema 1"), names_sum("Totale zorg voor ouderen verbeteren")
        (True, False)
    """
    if len(text) > _LONGEST_SUM_CHARACTERS:
        return False
    return _sum_pattern().match(fold_text(text)) is not None


def _is_amount_or_nothing(text: str) -> bool:
    if names_sum(text) or _AMOUNT.fullmatch(text.casefold()):
        return True
    number, _, word = text.partition(" ")
    if number.isdecimal() and kind_of(role_of(word)):
        return True  # met behind `Totaal`: `3 inspanningen`
    return classify_text(text) in (TextKind.NOTHING, TextKind.PLACEHOLDER)


def words_of_row(row: Row) -> str:
    """The words of a row, its cells divided by bars."""
    return " | ".join(cell.text for cell in row if cell.has_words)
