"""The DIN table on a slide: a row for each goal with its targets and efforts, or for each effort.

A row for each effort can be cut where a slide ends; cells then cover the rows of what they serve.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from dinet.layout.text.short_title import short_title
from dinet.model import KINDS, Effort, Element
from dinet.network import Network
from dinet.wording.labels import kind_heading
from dinet.writers.host.slide_tables import SlideCell
from dinet.writers.office.archive import one_line
from dinet.writers.word.arrangement import (
    AnnexArrangement,
    AnnexGroup,
    AnnexRow,
    AnnexSection,
)

COLUMNS = 3
"""Of goals, targets and efforts."""

TableRows = Sequence[Sequence[SlideCell]]


class SlideGoals:
    """The rows of the DIN table of a programme.

    Args:
        network: With ids that can be read back.
        lang: Of our own words.
        theme: The id of the only theme that is told; empty for all that there is.
        short: Short titles stand in place of whole texts.
        divided: Each effort has a row of its own.
    """

    def __init__(
        self,
        network: Network,
        lang: str,
        theme: str = "",
        *,
        short: bool = False,
        divided: bool = False,
    ) -> None:
        self._arrangement = AnnexArrangement(network)
        self._lang = lang
        self._theme = theme
        self._short = short
        self._divided = divided

    @property
    def sections(self) -> list[AnnexSection]:
        """The goals of each level under each theme that is told."""
        return [
            section
            for section in self._arrangement.sections
            if not self._theme
            or (section.theme and section.theme.id == self._theme)
        ]

    def table_rows(self) -> TableRows:
        """All rows, those of a theme under its name."""
        rows: list[Sequence[SlideCell]] = []
        told = None
        for section in self.sections:
            theme = section.theme
            if theme and theme is not told and not self._theme:
                told = theme
                rows.append(_wide_row(self._words_of(theme), bold=True))
            rows += chain.from_iterable(map(self._group_rows, section.groups))
        if not self._theme:
            rows += self._rest_rows()
        return rows

    def _group_rows(self, group: AnnexGroup) -> Iterator[list[SlideCell]]:
        """The rows of a goal; cells cover all rows of what stands beside them."""
        pieces = [self._effort_pieces(row) for row in group.rows]
        whole = sum(map(len, pieces))
        goal = self._words_of(group.goal)
        for at, row in enumerate(group.rows):
            targets = tuple(map(self._words_of, row.targets))
            covered = sum(map(len, pieces[at : _end_of_targets(group, at)]))
            for number, efforts in enumerate(pieces[at]):
                is_first = number == 0 and not row.under
                begins = at == 0 and number == 0
                yield [
                    SlideCell((goal,), whole if begins else 0),
                    SlideCell(targets, covered if is_first else 0),
                    SlideCell(efforts),
                ]

    def _effort_pieces(self, row: AnnexRow) -> list[tuple[str, ...]]:
        """The lines of the efforts beside some targets, for each row; at least one row."""
        lines = [tuple(self._effort_lines(effort)) for effort in row.efforts]
        if self._divided and lines:
            return lines
        return [tuple(chain.from_iterable(lines))]

    def _effort_lines(self, effort: Effort) -> Iterator[str]:
        """An effort and its parts."""
        yield self._words_of(effort)
        for part in self._arrangement.table.parts.get(effort.id, ()):
            yield f"– {self._words_of(part)}"

    def _rest_rows(self) -> Iterator[list[SlideCell]]:
        """What stands in no row of a goal, kind by kind."""
        for kind in KINDS:
            rest = self._arrangement.rest
            left = [element for element in rest if element.kind == kind]
            if left:
                yield _wide_row(kind_heading(kind, self._lang), bold=True)
            for element in left:
                yield _wide_row(self._words_of(element))

    def _words_of(self, element: Element) -> str:
        text = one_line(element.text) or one_line(element.title or "")
        if self._short:
            text = one_line(element.title or "") or short_title(text)
        return f"{element.id}: {text}"


def _end_of_targets(group: AnnexGroup, at: int) -> int:
    """The number of the first row after one whose targets are not those of that row."""
    end = at + 1
    while end < len(group.rows) and group.rows[end].under:
        end += 1
    return end


def _wide_row(words: str, *, bold: bool = False) -> list[SlideCell]:
    """A row of one cell."""
    covered = [SlideCell((), columns=0)] * (COLUMNS - 1)
    return [SlideCell((words,), columns=COLUMNS, bold=bold), *covered]
