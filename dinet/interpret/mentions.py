"""Statements become mentions, with the labels that the document gives them, and with what other columns say of them."""

from collections.abc import Iterable, Iterator, Mapping
from string import ascii_uppercase

from dinet.document.content import Block, Cell, Row, Span
from dinet.interpret.annotations import AnnotatedText, CellStatement
from dinet.interpret.element_labels import split_label
from dinet.interpret.placeholders import TextKind, classify_text
from dinet.interpret.reading import ProgrammeReading
from dinet.interpret.table_columns import HeadedColumn
from dinet.model import Kind, Level, Place, Step
from dinet.vocabulary.time_headings import is_period

EFFORT_ROLES = ("owner", "partner", "phase", "period", "budget", "status", "remark")
"""The columns that say something of an effort, and of any other element that stands alone on its row."""
_LEAST_LETTERS = 2


def add_items(
    draft: ProgrammeReading,
    kind: Kind,
    items: Iterable[CellStatement],
    place: Place,
    level: Level | None = None,
) -> list[int]:
    """The numbers of new mentions, one for each statement; an item under another is part of it when it is work.

    What states nothing is left: a dash or a cross without a word, what is still to be filled in
    with a note.
    """
    numbers: list[int] = []
    top: int | None = None
    for item in _without_letters(tuple(items)):
        if item.whole:
            draft.add_note(
                "semicolons", place, text=item.whole, count=item.whole.count(";") + 1
            )
        label, text = split_label(item.said.text, kind)
        found = classify_text(text)
        if found is not TextKind.STATEMENT:
            if found is TextKind.PLACEHOLDER:
                draft.add_note("not_filled_in", place, text=text)
            continue
        number = draft.add_mention(kind, item.said._replace(text=text), place)
        draft.add_label(number, label)
        mention = draft.mentions[number]
        mention.level = level
        if kind == "effort" and item.level > 0 and top is not None:
            mention.part_of = top
            draft.link_mentions(number, top, "part_of", "same row")
        else:
            top = number
        numbers.append(number)
    return numbers


def _without_letters(items: tuple[CellStatement, ...]) -> tuple[CellStatement, ...]:
    """The items without the letters by which they are counted: ``A.``, ``B.`` and so on."""
    texts = [item.said.text for item in items]
    counted = _LEAST_LETTERS <= len(items) <= len(ascii_uppercase)
    if not counted or not all(
        text.startswith(f"{letter}. ")
        for text, letter in zip(texts, ascii_uppercase, strict=False)
    ):
        return items
    return tuple(
        item._replace(said=item.said._replace(text=item.said.text[3:]))
        for item in items
    )


def join_explanations(items: Iterable[CellStatement]) -> tuple[CellStatement, ...]:
    """The items with every paragraph under the item that it explains: one element a list item, or one in all."""
    groups: list[list[AnnotatedText]] = []
    for item in items:
        if item.listed or not groups:
            groups.append([])
        groups[-1].append(item.said)
    return tuple(CellStatement(_one(group), 0) for group in groups)


def _one(saids: list[AnnotatedText]) -> AnnotatedText:
    return AnnotatedText(
        " ".join(said.text for said in saids),
        tuple(name for said in saids for name in said.sources),
        tuple(dict.fromkeys(name for said in saids for name in said.joint_with)),
        tuple(name for said in saids for name in said.references),
        tuple(link for said in saids for link in said.stated),
    )


def describe_mentions(
    draft: ProgrammeReading,
    numbers: list[int],
    column: HeadedColumn,
    cell: Cell,
    *,
    headed: str = "",
) -> None:
    """Give mentions what an owner, partner, phase, period, budget, status or remark column says of them.

    As many paragraphs as there are mentions go one to each; else every mention gets the whole cell.

    Args:
        draft: Where the mentions stand.
        numbers: Of the mentions.
        column: Whose role says what it is about.
        cell: The cell of their row.
        headed: Words to put before what the cell says.
    """
    for number, said in share_out_cell(draft, numbers, cell):
        if classify_text(said) not in (TextKind.NOTHING, TextKind.DITTO):
            draft.mentions[number].add_attribute(
                column.role_name, f"{headed}: {said}" if headed else said
            )


def share_out_cell(
    draft: ProgrammeReading, numbers: Iterable[int], cell: Cell
) -> Iterator[tuple[int, str]]:
    """Each mention with its own paragraph of a cell when there are as many of both, else with the whole cell."""
    tops = [number for number in numbers if draft.mentions[number].part_of is None]
    texts = [block.text for block in cell.blocks if block.text]
    if len(texts) != len(tops):
        texts = ["; ".join(texts)] * len(tops)
    yield from zip(tops, texts, strict=True)


def with_legend_words(
    draft: ProgrammeReading, row: Row, column: HeadedColumn, legend: Mapping[str, str]
) -> Cell:
    """A cell of a status or phase with the words that a legend gives its colour, when it has none of its own.

    A colour of the whole row says nothing.
    """
    cell = row[column.number]
    if (
        cell.has_words
        or not cell.fill
        or column.role_name not in ("status", "phase")
        or all(each.fill == cell.fill for each in row)
    ):
        return cell
    if cell.fill not in legend:
        draft.add_note("colour_unexplained", cell.place)
        return cell
    return cell._replace(blocks=(Block((Span(legend[cell.fill]),)),))


def add_planning_step(
    draft: ProgrammeReading,
    numbers: Iterable[int],
    column: HeadedColumn,
    cell: Cell,
    legend: Mapping[str, str],
) -> None:
    """Give efforts what a column of a period says: by its words, the colour of the cell or a cross.

    Args:
        draft: Where the mentions stand.
        numbers: Of the efforts.
        column: Whose heading names the period.
        cell: The cell of the efforts' row.
        legend: The phase that each colour stands for.
    """
    marked = classify_text(cell.text) is TextKind.CHECKMARK
    phase = (
        legend.get(cell.fill or "", "") if marked or not cell.has_words else cell.text
    )
    if (
        not column.heading
        or not (cell.has_words or cell.fill)
        or (classify_text(phase) in (TextKind.NOTHING, TextKind.DITTO) and phase)
    ):
        return
    if not phase and not marked:
        draft.add_note("colour_unexplained", cell.place)
        return
    for number in numbers:
        mention = draft.mentions[number]
        if not is_period(column.heading):
            mention.period = phase or cell.text
        elif phase:
            mention.planning.append(Step(period=column.heading, phase=phase))
        else:
            mention.period = (
                f"{mention.period}; {column.heading}"
                if mention.period
                else column.heading
            )
