"""Statements become mentions.

They get the labels that the document gives them, and what other columns say of them.
"""

from collections.abc import Iterable, Iterator, Mapping
from string import ascii_uppercase

from dinet.document.content import Block, Cell, Row, Span
from dinet.interpret.columns.table_columns import HeadedColumn
from dinet.interpret.reading import Mention, ProgrammeReading
from dinet.interpret.texts.annotations import (
    AnnotatedText,
    CellStatement,
    pieces_of_line,
)
from dinet.interpret.texts.placeholders import TextKind, classify_text
from dinet.interpret.texts.reference_words import only_points
from dinet.model import ExtraField, Kind, Level, Place, Step
from dinet.vocabulary.time_headings import is_period
from dinet.wording.undetermined import is_vacant

EFFORT_ROLES = (
    "owner",
    "partner",
    "phase",
    "period",
    "budget",
    "status",
    "remark",
    "group",
)
"""The columns that say something of an effort, or of another element that has its row alone."""
_LEAST_LETTERS = 2
"""Of items that are counted by letters: one item may begin with ``A.`` by itself."""


def add_items(
    draft: ProgrammeReading,
    kind: Kind,
    items: Iterable[CellStatement],
    place: Place,
    level: Level | None = None,
) -> list[int]:
    """Add a mention for each statement; an item under another is part of it when it is work.

    What states nothing is left: a dash or a cross without a word, what is still to be filled in
    with a note.

    Returns:
        The numbers of the new mentions, in order.
    """
    numbers: list[int] = []
    top: int | None = None
    for item in _without_letters(tuple(items)):
        number = _add_item(draft, kind, item, place)
        if number is None:
            continue
        mention = draft.mentions[number]
        mention.level = level
        if kind == "effort" and item.level > 0 and top is not None:
            mention.part_of = top
            draft.link_mentions(number, top, "part_of", "same row")
        else:
            top = number
        numbers.append(number)
    return numbers


def _add_item(
    draft: ProgrammeReading, kind: Kind, item: CellStatement, place: Place
) -> int | None:
    """Add a mention with its label; None when the item states nothing."""
    if item.whole:
        count = len(pieces_of_line(item.whole))
        draft.add_note("semicolons", place, text=item.whole, count=count)
    label, text = draft.own_codes.split_code(item.said.text, kind)
    text_kind = classify_text(text)
    if text_kind is TextKind.PLACEHOLDER:
        draft.add_note("not_filled_in", place, text=text)
    if text_kind is not TextKind.STATEMENT:
        return None
    if only_points(text):
        draft.add_note("pointer_left", place, text=text)
        return None
    said = item.said
    if text != said.text:
        said = said._replace(text=text)
    number = draft.add_mention(kind, said, place)
    after_word = item.said.text.partition(" ")[0].isalpha()
    draft.add_label(number, label, by_word=after_word)
    return number


def _without_letters(
    items: tuple[CellStatement, ...],
) -> tuple[CellStatement, ...]:
    """The items without the letters by which they are counted: ``A.``, ``B.`` and so on."""
    if not _LEAST_LETTERS <= len(items) <= len(ascii_uppercase):
        return items
    bare = []
    for item, letter in zip(items, ascii_uppercase, strict=False):
        mark = f"{letter}. "
        text = item.said.text
        if not text.startswith(mark):
            return items
        said = item.said._replace(text=text.removeprefix(mark))
        bare.append(item._replace(said=said))
    return tuple(bare)


def join_explanations(
    items: Iterable[CellStatement],
) -> tuple[CellStatement, ...]:
    """The items with every paragraph under the item that it explains.

    So every list item is one element; without a list the whole is one element.
    """
    groups: list[list[AnnotatedText]] = []
    for item in items:
        if item.listed or not groups:
            groups.append([])
        groups[-1].append(item.said)
    return tuple(CellStatement(_join_texts(group), 0) for group in groups)


def _join_texts(texts: list[AnnotatedText]) -> AnnotatedText:
    """Texts as one, with all that stands beside them but their asides."""
    joined = AnnotatedText(" ".join(said.text for said in texts))
    for said in texts:
        joined = joined._replace(
            sources=joined.sources + said.sources,
            joint_with=joined.joint_with + said.joint_with,
            references=joined.references + said.references,
            stated=joined.stated + said.stated,
            is_indirect=joined.is_indirect or said.is_indirect,
        )
    return joined._replace(joint_with=tuple(dict.fromkeys(joined.joint_with)))


def describe_mentions(
    draft: ProgrammeReading,
    numbers: list[int],
    column: HeadedColumn,
    cell: Cell,
    *,
    headed: str = "",
) -> None:
    """Give mentions what a column of owners, periods, remarks and the like says of them.

    As many paragraphs as there are mentions go one to each; else every mention gets the whole cell.

    Args:
        draft: Where the mentions stand.
        numbers: Of the mentions.
        column: Whose role says what it is about.
        cell: The cell of their row.
        headed: Words to put before what the cell says.
    """
    before = f"{headed}: " if headed else ""
    place = place_under(column, cell)
    for number, words in share_out_cell(draft, numbers, cell):
        is_owner = column.role_name == "owner"
        if _says_something(words) or (is_owner and is_vacant(words)):
            mention = draft.mentions[number]
            mention.add_attribute(column.role_name, before + words)
            mention.add_cell(column.role_name, words, place)


def place_under(column: HeadedColumn, cell: Cell) -> Place:
    """The place of a cell, with the words above its column."""
    if not column.heading:
        return cell.place
    return cell.place.model_copy(update={"heading": column.heading})


def keep_extra_cell(
    draft: ProgrammeReading,
    numbers: Iterable[int],
    column: HeadedColumn,
    cell: Cell,
) -> None:
    """Keep what a column of the document's own says of mentions, as it stands there.

    A column without a heading says nothing of anything: its cells are noted. So are cells beside
    which nothing stands.
    """
    shares = list(share_out_cell(draft, numbers, cell))
    if not shares or not column.heading:
        draft.add_note("cell_not_understood", cell.place, text=cell.text)
        return
    place = place_under(column, cell)
    for number, words in shares:
        if any(map(str.isalnum, words)):
            extra = ExtraField(heading=column.heading, text=words, place=place)
            draft.mentions[number].extra.append(extra)


def _says_something(words: str) -> bool:
    """The words are more than a dash or a ditto mark."""
    return classify_text(words) not in (TextKind.NOTHING, TextKind.DITTO)


def share_out_cell(
    draft: ProgrammeReading, numbers: Iterable[int], cell: Cell
) -> Iterator[tuple[int, str]]:
    """Each mention with what a cell says of it.

    That is its own paragraph when there are as many of both, else the whole cell.
    """
    tops = [
        number for number in numbers if draft.mentions[number].part_of is None
    ]
    texts = [block.text for block in cell.blocks if block.text]
    if len(texts) != len(tops):
        texts = ["; ".join(texts)] * len(tops)
    yield from zip(tops, texts, strict=True)


def with_legend_words(
    draft: ProgrammeReading,
    row: Row,
    column: HeadedColumn,
    legend: Mapping[str, str],
) -> Cell:
    """A cell of a status or phase without words, with the words that a legend gives its colour.

    Every other cell is given as it is. A colour of the whole row says nothing.
    """
    cell = row[column.number]
    if (
        cell.has_words
        or not cell.fill
        or column.role_name not in ("status", "phase")
    ):
        return cell
    if all(other.fill == cell.fill for other in row):
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
    """Give efforts what a column of a period says by its words, a colour or a cross.

    Args:
        draft: Where the mentions stand.
        numbers: Of the efforts.
        column: Whose heading names the period.
        cell: The cell of the efforts' row.
        legend: The phase that each colour stands for.
    """
    if not column.heading or _is_blank(cell):
        return
    marked = classify_text(cell.text) is TextKind.CHECKMARK
    phase = _phase_in(cell, legend, marked=marked)
    if not phase and not marked:
        draft.add_note("colour_unexplained", cell.place)
    elif not phase or _says_something(phase):
        for number in numbers:
            _plan_step(draft.mentions[number], column, phase, cell)


def _phase_in(cell: Cell, legend: Mapping[str, str], *, marked: bool) -> str:
    """The words of a cell; of a blank or marked one what its colour stands for, if anything."""
    if cell.has_words and not marked:
        return cell.text
    return legend.get(cell.fill or "", "")


def _is_blank(cell: Cell) -> bool:
    """The cell has neither words nor a colour."""
    return not cell.has_words and not cell.fill


def _plan_step(
    mention: Mention, column: HeadedColumn, phase: str, cell: Cell
) -> None:
    """Add to a mention what is done in a period.

    Args:
        mention: An effort.
        column: Its heading is a period, or words such as ``Planning``.
        phase: What is done then; empty when a cross only says that something is done.
        cell: Of the effort under that heading.
    """
    heading = column.heading
    if not is_period(heading):
        mention.period = phase or cell.text
        mention.add_cell("period", mention.period, place_under(column, cell))
    elif phase:
        mention.planning.append(Step(period=heading, phase=phase))
    else:
        _add_period(mention, heading)


def _add_period(mention: Mention, period: str) -> None:
    """Add a period in which work is done, without saying which phase it is in."""
    before = f"{mention.period}; " if mention.period else ""
    mention.period = before + period
