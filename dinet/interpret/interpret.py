"""The one interpreter: a Document becomes a Programme.

Nothing is invented; what was not understood becomes a note.
"""

from collections.abc import Iterable

from dinet.document.content import Document, Grid
from dinet.interpret.account import Account
from dinet.interpret.assembly import assemble_programme
from dinet.interpret.document_kind import (
    check_is_network,
    has_network_table,
    language_of,
    names_network,
)
from dinet.interpret.list_items import HeadingContext, ListItemReader
from dinet.interpret.normalise.page_breaks import mend_page_breaks
from dinet.interpret.normalise.pseudo_tables import unfold_pseudo_tables
from dinet.interpret.outline.sections import DocumentSection, outline_document
from dinet.interpret.outline.theme_headings import theme_headings
from dinet.interpret.reading import ProgrammeReading
from dinet.interpret.resolve.numbered_links import (
    link_by_codes,
    link_by_numbers,
)
from dinet.interpret.shapes.headerless_groups import read_headerless_groups
from dinet.interpret.shapes.matrix import MatrixReader, is_matrix
from dinet.interpret.shapes.planning import (
    is_legend,
    is_planning,
    legend_of,
    planning_without_header,
    read_planning,
)
from dinet.interpret.shapes.upright import UprightTable
from dinet.interpret.table_columns import TableHeader, header_of, names_columns
from dinet.interpret.unread import account_for
from dinet.model import Programme
from dinet.vocabulary.roles import kind_of

_MOST_LEGENDS = 20
"""In tables: a document has one or a few; every grid is compared with each of them."""


def interpret_document(document: Document) -> Programme:
    """The programme that a document describes.

    It has a note for all that was joined, merged, inferred or left.

    Raises:
        DocumentError: The document holds no goal, target or effort that dinet can find, or is
            about something else.
    """
    return interpret_with_account(document)[0]


def interpret_with_account(document: Document) -> tuple[Programme, Account]:
    """The programme that a document describes, and what became of each of its words.

    Raises:
        DocumentError: As ``interpret_document``.
    """
    draft = ProgrammeReading(document.name, language_of(document))
    for note in document.notes:
        draft.add_note(note.code, note.place, **note.values)
    Interpreter(draft).read_document(document)
    programme = assemble_programme(draft)
    account = account_for(document, programme, draft.trace)
    unread = account.unread()
    if unread:
        programme = programme.model_copy(update={"unread": unread})
    return programme, account


class Interpreter:
    """Reads section after section into a draft.

    Plannings come last, because they repeat efforts that stand elsewhere.
    """

    def __init__(self, draft: ProgrammeReading) -> None:
        self.draft = draft
        self.context = HeadingContext()
        self.members = ListItemReader(draft, self.context)
        self.headers: list[TableHeader] = []
        self.plannings: list[TableHeader] = []
        self.unknown: list[Grid] = []
        self.matrices: list[Grid] = []
        self.legends: list[Grid] = []

    def read_document(self, document: Document) -> None:
        """Read a whole document."""
        parts = mend_page_breaks(document.parts, self.draft)
        title, sections = outline_document(unfold_pseudo_tables(parts))
        themes = theme_headings(sections, title)
        self.draft.title = None if title in themes else title
        self._find_tables(sections)
        self.context.legend = legend_of(self.legends)
        self.members.tabled = has_network_table(self.headers)
        self.members.named = names_network(sections)
        for section in sections:
            self.members.read_heading(section, themes)
            self._section(section)
        self._last()
        link_by_codes(self.draft)
        self._note_unlinked()
        check_is_network(self.draft, self.headers, sections)

    def _find_tables(self, sections: Iterable[DocumentSection]) -> None:
        """Find the legends, which explain colours all over the document, and all headers."""
        legends: list[Grid] = []
        for section in sections:
            legends += [
                grid for grid in section.grids if _is_legend(section, grid)
            ]
            self.headers += filter(None, map(header_of, section.grids))
            self._explain_heading(section)
        for header in self.headers:
            for row in header.heading_rows:
                self.draft.trace.explain_headings(row)
        self.legends = legends[:_MOST_LEGENDS]

    def _explain_heading(self, section: DocumentSection) -> None:
        """Tell what a heading says of what stands under it, when it says nothing else."""
        heading, role = section.heading, section.role
        if heading is not None and role is not None and not section.text:
            self.draft.trace.explain_text(heading.place, meaning=role.name)

    # one section

    def _section(self, section: DocumentSection) -> None:
        is_vision = section.role is not None and section.role.name == "vision"
        if is_vision:
            texts = (section.text, *(para.text for para in section.paras))
            self.draft.vision += filter(None, texts)
        count, after = 0, False
        for part in section.parts:
            if isinstance(part, Grid):
                self._grid(part, section)
            elif self.members.read_member(
                part, section, after=after, count=count
            ):
                count += 1
            after = (
                after or isinstance(part, Grid) or part.block.level is not None
            )

    # one grid

    def _grid(self, grid: Grid, section: DocumentSection) -> None:
        """Read a table by its shape, or keep it until all elements are known."""
        header = header_of(grid)
        if any(grid is legend for legend in self.legends):
            return
        if is_matrix(grid):
            self.matrices.append(grid)
        elif header:
            self._headed(grid, header, self.context)
        elif not self._grouped(grid, section):
            self.unknown.append(grid)

    def _grouped(self, grid: Grid, section: DocumentSection) -> bool:
        """Read a table without headings as groups of what its section is about, if it may be."""
        role, kind = section.role, kind_of(section.role)
        if role is None or kind is None or kind == "theme" or section.text:
            return False
        if not self.members.reads_lists(section) or names_columns(
            grid.rows[0]
        ):
            return False
        read_headerless_groups(self.draft, self.members, grid, role, kind)
        return True

    def _headed(
        self, grid: Grid, header: TableHeader, context: HeadingContext
    ) -> None:
        if is_planning(header) and context.goal is None:
            self.plannings.append(header)
        else:
            UprightTable(
                self.draft, header, context, merges_known=grid.merges_known
            ).read_rows()

    def _last(self) -> None:
        """Read the tables that repeat or link elements, once all are known."""
        matrix = MatrixReader(self.draft)
        for grid in self.matrices:
            if matrix.read_matrix(grid):
                continue
            header = header_of(grid)
            if header:
                self._headed(
                    grid, header, HeadingContext(legend=self.context.legend)
                )
            else:
                self.unknown.append(grid)
        for grid in self.unknown:
            self._unknown(grid)
        for header in self.plannings:
            read_planning(self.draft, header, self.context.legend)
            self._note_lost_colours(header)
        link_by_numbers(self.draft)

    def _note_lost_colours(self, planning: TableHeader) -> None:
        """Note that a legend explains phases by colours, but a planning has no colours."""
        coloured = any(cell.fill for row in planning.rows for cell in row)
        if coloured or not self.legends or not planning.rows:
            return
        phases: list[str] = []
        for grid in self.legends:
            for row in grid.rows:
                phases += [cell.text for cell in row if cell.has_words]
        place = planning.rows[0][0].place
        self.draft.add_note("colours_lost", place, text=" ".join(phases))

    def _note_unlinked(self) -> None:
        """Say which efforts and targets nothing in the document links."""
        for number in self.draft.unlinked_among(self.draft.loose):
            mention = self.draft.mentions[number]
            self.draft.add_note(
                "no_goal_beside", mention.place, text=mention.text
            )
        goals = any(mention.kind == "goal" for mention in self.draft.mentions)
        listed = self.draft.unlinked_among(self.members.listed)
        if goals and listed:
            self.draft.add_note(
                "list_unlinked",
                self.draft.mentions[listed[0]].place,
                count=len(listed),
            )

    def _unknown(self, grid: Grid) -> None:
        """Read a table that nothing explains: a planning when it repeats known efforts."""
        efforts = [
            mention.text
            for mention in self.draft.mentions
            if mention.kind == "effort"
        ]
        header = planning_without_header(grid, efforts)
        if header:
            self.draft.add_note("planning_without_headings", grid.place)
            self.plannings.append(header)
        else:
            texts = (
                cell.text
                for row in grid.rows
                for cell in row
                if cell.has_words
            )
            self.draft.add_note(
                "table_not_understood", grid.place, text=next(texts, "")
            )


def _is_legend(section: DocumentSection, grid: Grid) -> bool:
    """The grid is a legend: its section says so, or it has no header and looks like one."""
    named = section.role is not None and section.role.name == "legend"
    return named or (header_of(grid) is None and is_legend(grid))
