"""Planning rows: who does an effort, and in which period it is in which phase; legends; names of owners."""

import re
from collections.abc import Iterable, Iterator, Mapping

from dinet.document.content import Grid, Row, cell_seen_at
from dinet.interpret.annotations import split_statements
from dinet.interpret.element_labels import only_labels
from dinet.interpret.mentions import (
    add_items,
    add_planning_step,
    describe_mentions,
    with_legend_words,
)
from dinet.interpret.reading import ProgrammeReading
from dinet.interpret.table_columns import HeadedColumn, TableHeader, without_separators
from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.phrases import any_of
from dinet.vocabulary.roles import Role
from dinet.wording.undetermined import is_vacant

_LONGEST_NAME = 80
_KNOWN_SHARE = 1 / 3


@once_per_dialect
def _name_pattern() -> re.Pattern[str]:
    word = rf"(?:[A-ZÀ-Þ][\w'’.-]*|{any_of(words_of('names.particles'))})"
    return re.compile(rf"^{word}(?:\s+{word})+$")


@once_per_dialect
def _between_pattern() -> re.Pattern[str]:
    return re.compile(
        rf" ?(?:,|;|/|&|\+|\b{any_of(words_of('joining_words.and'))}\b) ?"
    )


@once_per_dialect
def _between_people() -> re.Pattern[str]:
    return re.compile(rf" ?(?:&|\+|\b{any_of(words_of('joining_words.and'))}\b) ?")


def legend_of(grids: Iterable[Grid]) -> dict[str, str]:
    """The phase that each fill stands for: a legend is a grid of words in, or beside, cells of different colours."""
    found: dict[str, str] = {}
    for grid in grids:
        for row in grid.rows:
            for fill, words in _explained(row):
                found.setdefault(fill, words)
    return found


def _explained(row: Row) -> Iterator[tuple[str, str]]:
    """Each colour of a row with its words: its own, or else those to its right when the row begins with a colour."""
    begins = bool(row and row[0].fill and not row[0].has_words)
    beside = (*row[1:], None) if begins else (None, *row)
    for cell, other in zip(row, beside, strict=False):
        words = cell.text or (other.text if other and not other.fill else "")
        if cell.fill and words:
            yield cell.fill, words


def is_legend(grid: Grid) -> bool:
    """A small grid of words in cells that each have a colour of its own, or beside such cells."""
    cells = [cell for row in grid.rows for cell in row if cell.has_words or cell.fill]
    fills = [cell.fill for cell in cells if cell.fill]
    explained = [words for row in grid.rows for _, words in _explained(row)]
    return 1 < len(explained) == len(fills) == len(set(fills)) and sum(
        cell.has_words for cell in cells
    ) == len(fills)


def is_planning(header: TableHeader) -> bool:
    """The header names efforts and owners, phases or periods, and nothing that efforts serve."""
    return not header.columns_named(
        "goal", "target", "benefit", "capability", "theme"
    ) and bool(
        header.columns_named("effort")
        and header.columns_named("owner", "phase", "period")
    )


def planning_without_header(grid: Grid, known: Iterable[str]) -> TableHeader | None:
    """A planning without headings: first column efforts of which a third is known, second column short, the rest blank.

    Args:
        grid: A grid without header.
        known: The texts of the efforts that stand elsewhere in the document.

    Returns:
        The header that it would have had, or None when it is something else.
    """
    rows = tuple(without_separators(grid.rows))
    if (
        grid.width < 2
        or not rows
        or any(cell.has_words for row in rows for cell in row[2:])
        or not all(row[0].has_words for row in rows)
    ):
        return None
    efforts = {fold_text(text) for text in known}
    hits = sum(fold_text(row[0].text) in efforts for row in rows)
    if hits < max(1, _KNOWN_SHARE * len(rows)):
        return None
    roles = [Role("effort"), Role("owner"), *[Role("period")] * (grid.width - 2)]
    return TableHeader(
        tuple(HeadedColumn(number, "", role) for number, role in enumerate(roles)), rows
    )


def read_planning(
    draft: ProgrammeReading, header: TableHeader, legend: Mapping[str, str]
) -> None:
    """Read the rows of a planning as mentions of efforts, known ones and new ones."""
    effort = header.columns_named("effort")[0]
    for row in header.rows:
        cell = row[effort.number]
        if not cell.has_words or cell.covered:
            continue
        place = cell.place.model_copy(update={"heading": effort.heading or None})
        numbers = add_items(draft, "effort", split_statements(cell.blocks).items, place)
        _columns(draft, header, row, numbers, legend)


def _columns(
    draft: ProgrammeReading,
    header: TableHeader,
    row: Row,
    numbers: list[int],
    legend: Mapping[str, str],
) -> None:
    for column in header.columns:
        cell = with_legend_words(draft, row, column, legend)
        if column.role_name == "period":
            add_planning_step(
                draft,
                numbers,
                column,
                cell_seen_at(
                    row, column.number, header.columns_named("period")[0].number
                ),
                legend,
            )
        elif column.role_name in (
            "owner",
            "partner",
            "phase",
            "budget",
            "status",
            "remark",
        ):
            if cell.has_words:
                describe_mentions(draft, numbers, column, cell)
        elif column.role_name == "number" and numbers:
            for label in only_labels(cell.text.strip("()"), "effort")[:1]:
                draft.add_label(numbers[0], label)
        elif column.role_name != "effort" and cell.has_words:
            draft.add_note("cell_not_understood", cell.place, text=cell.text)


class OwnerNames:
    """Splits what stands in owner cells into names.

    A comma, semicolon or slash always divides. ``&`` and ``en`` divide only names of people, so
    ``Zorg & Welzijn`` stays one department. A lone first name is the one full name in the
    document that begins with it.

    Args:
        cells: The words of all owner cells of the document.
    """

    def __init__(self, cells: Iterable[str]) -> None:
        parts = [
            part
            for cell in cells
            for part in _between_pattern().split(_opened(cell))
            if part
        ]
        self.people = {part for part in parts if _is_name(part)}
        self.firsts: dict[str, set[str]] = {}
        for name in self.people:
            self.firsts.setdefault(name.split()[0], set()).add(name)

    def split_owners(self, cell: str) -> tuple[tuple[str, ...], str | None]:
        """The owners that a cell names, in order, and the words for which it names none (``Vacant``)."""
        if is_vacant(cell):
            return (), cell.strip()
        names: list[str] = []
        nobody = None
        for piece in re.split(r" ?[,;/] ?", _opened(cell)):
            parts = _between_people().split(piece)
            people = all(
                _is_name(part) or part in self.firsts or is_vacant(part)
                for part in parts
            )
            for part in parts if people else [piece]:
                if is_vacant(part):
                    nobody = part
                elif part.strip():
                    names.append(self.full_name(part.strip()))
        return tuple(dict.fromkeys(names)), nobody

    def full_name(self, name: str) -> str:
        """The one full name that begins with a lone first name; every other name as it is."""
        whole = self.firsts.get(name, set())
        return next(iter(whole)) if len(whole) == 1 else name


def _opened(cell: str) -> str:
    """A second person in brackets becomes one after a semicolon; other brackets stay."""
    flat = " ".join(cell.split())
    return re.sub(
        r" ?\(([^()]+)\)",
        lambda found: (
            f"; {found[1]}" if _is_name(found[1]) or is_vacant(found[1]) else found[0]
        ),
        flat,
    )


def _is_name(text: str) -> bool:
    """Capitalised words with particles between them: the name of a person, or of something that is named like one."""
    return len(text) <= _LONGEST_NAME and _name_pattern().match(text) is not None
