"""The one interpreter: a Document becomes a Programme.

Nothing is invented; what was not understood becomes a note.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from dinet.document.content import Document, Grid, Para
from dinet.interpret.account.document_account import Account
from dinet.interpret.account.inline_labels import names_roles
from dinet.interpret.account.unread import account_for
from dinet.interpret.assembly import assemble_programme
from dinet.interpret.choice.headed_cards import name_headed_cards
from dinet.interpret.choice.shape_choice import choose_reading
from dinet.interpret.choice.shape_context import ShapeContext
from dinet.interpret.choice.table_reading import (
    TableReading,
    place_reading,
    place_waiting,
)
from dinet.interpret.choice.tables_apart import (
    NetworkBeside,
    has_goals_of_its_own,
    is_loose_beside,
    is_under_work,
    may_be_foreign,
)
from dinet.interpret.columns.apart import (
    is_of_everyday,
    is_of_figures,
    is_of_organisation,
    leads_with_goals,
    leads_with_other,
)
from dinet.interpret.columns.referred_tables import headers_of_referred
from dinet.interpret.columns.table_columns import TableHeader, header_of
from dinet.interpret.document_kind import (
    check_is_network,
    has_network_table,
    language_of,
    names_network,
)
from dinet.interpret.form_answers import NO_ANSWERS, FormAnswers
from dinet.interpret.lists.list_items import (
    HeadingContext,
    ListItemReader,
    count_headings,
    lists_goals,
)
from dinet.interpret.mapping.answered_tables import (
    AnsweredTables,
    rest_on_answer,
)
from dinet.interpret.mapping.checked_answers import (
    note_answers,
    report_unknown_headings,
)
from dinet.interpret.normalise.bold_labels import divide_bold_labels
from dinet.interpret.normalise.layout_tables import unwrap_layout_tables
from dinet.interpret.normalise.lone_numbers import (
    lift_letters,
    lift_lone_numbers,
)
from dinet.interpret.normalise.page_breaks import mend_page_breaks
from dinet.interpret.normalise.pseudo_tables import unfold_pseudo_tables
from dinet.interpret.normalise.tables_beside import divide_tables_beside
from dinet.interpret.outline.aims_as_headings import open_aim_headings
from dinet.interpret.outline.block_order import BlockOrder
from dinet.interpret.outline.chapters_beside_goals import set_chapters_apart
from dinet.interpret.outline.explaining_sections import leave_explanations
from dinet.interpret.outline.goal_headings import open_goal_headings
from dinet.interpret.outline.nested_lists import divide_nested_lists
from dinet.interpret.outline.numbered_goals import open_numbered_goals
from dinet.interpret.outline.others_and_earlier import (
    leave_others_and_earlier,
)
from dinet.interpret.outline.page_menus import set_menus_apart
from dinet.interpret.outline.performances import settle_performances
from dinet.interpret.outline.quotations import leave_quotations
from dinet.interpret.outline.running_goals import open_running_goals
from dinet.interpret.outline.sections import DocumentSection, outline_document
from dinet.interpret.outline.stated_kinds import divide_stated_lists
from dinet.interpret.outline.theme_headings import theme_headings
from dinet.interpret.outline.title_lines import leave_title_line
from dinet.interpret.outline.work_headings import names_work
from dinet.interpret.own_codes import find_own_codes
from dinet.interpret.reading import ProgrammeReading
from dinet.interpret.resolve.numbered_links import (
    link_by_codes,
    link_by_numbers,
)
from dinet.interpret.resolve.references import settle_references
from dinet.interpret.rows.nested_tables import note_nested_tables
from dinet.interpret.rows.reference_columns import texts_of_aims
from dinet.interpret.shapes.planning import is_legend, legend_of
from dinet.interpret.texts.document_words import DocumentWords
from dinet.interpret.texts.element_labels import is_code
from dinet.model import Programme
from dinet.vocabulary.roles import without_number

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


def interpret_with_account(
    document: Document, answers: FormAnswers = NO_ANSWERS
) -> tuple[Programme, Account]:
    """The programme that a document describes, and what became of each of its words.

    Args:
        document: As its reader gave it.
        answers: What a person says of it in a mapping form.

    Raises:
        DocumentError: As ``interpret_document``; or the answers do not fit the document.
    """
    draft = ProgrammeReading(document.name, language_of(document))
    for note in document.notes:
        draft.add_note(note.code, note.place, **note.values)
    Interpreter(draft, answers).read_document(document)
    programme = assemble_programme(draft, answers)
    trace = draft.trace
    # its mentions are elements by now, and the account needs their memory
    del draft
    account = account_for(document, programme, trace)
    unread = account.unread()
    if unread:
        programme = programme.model_copy(update={"unread": unread})
    return programme, account


class Interpreter:
    """Reads a document into a draft: each table by itself, then section after section.

    Tables that repeat elements which stand elsewhere take their place last.

    Args:
        draft: Where all goes.
        answers: What a person says of the document.
    """

    def __init__(
        self, draft: ProgrammeReading, answers: FormAnswers = NO_ANSWERS
    ) -> None:
        self.draft = draft
        self.answers = answers
        self.tables = AnsweredTables(answers, ())
        self.context = HeadingContext()
        self.readings: dict[int, TableReading] = {}
        """By the identity of their grids."""
        # not a method of this reader: two that hold each other would outlive the reading
        self._headers_of = partial(_headers_of, self.readings)
        self.members = ListItemReader(draft, self.context, self._headers_of)
        self.shape_context = ShapeContext(
            draft.lang, draft.name, DocumentWords(())
        )
        self.last: list[tuple[Grid, TableReading]] = []
        self.unknown: list[tuple[Grid, str]] = []
        """Each with the heading above it."""
        self.everyday: set[int] = set()
        """The identity of the grids that were left for their everyday words."""
        self.legends: list[Grid] = []
        self.aims: frozenset[str] = frozenset()
        """The texts of the goals and targets of all tables, folded."""
        self.referred: Mapping[int, TableHeader] = {}
        """The headers of tables that only others explain, by the identity of each table."""
        self.has_network_table = False
        """A table names the network in more than everyday words."""

    def read_document(self, document: Document) -> None:
        """Read a whole document."""
        with self.tables.in_table(None):
            parts = lift_lone_numbers(
                tuple(unwrap_layout_tables(document.parts))
            )
            parts = lift_letters(mend_page_breaks(parts, self.draft))
            apart = divide_tables_beside(divide_bold_labels(parts))
            unfolded = tuple(unfold_pseudo_tables(apart))
        grids = [part for part in unfolded if isinstance(part, Grid)]
        self.tables = AnsweredTables(self.answers, grids)
        own = leave_quotations(unfolded, self.answers)
        lined = open_numbered_goals(own)
        title, sections = outline_document(lined, self.answers)
        self.draft.title = title
        self._explain_title(parts)
        sections = leave_title_line(sections)
        sections = tuple(leave_explanations(set_menus_apart(sections)))
        sections = leave_others_and_earlier(sections, self._is_stated)
        sections = divide_nested_lists(divide_stated_lists(sections))
        sections = open_running_goals(sections)
        sections = settle_performances(sections)
        sections = open_aim_headings(sections)
        sections = set_chapters_apart(open_goal_headings(sections))
        sections = name_headed_cards(sections)
        self._find_legends(sections)
        self._find_own_codes(sections)
        self._read_tables(sections)
        headers = self._all_headers()
        self.members.named = names_network(sections)
        themes = self._without_codes(
            theme_headings(sections, title, self._headers_in_network)
        )
        self.draft.title = None if title in themes else title
        self.members.tabled = has_network_table(
            header
            for header in headers
            if not (self.members.named and is_of_everyday(header))
        )
        self.members.lists_goals = lists_goals(sections)
        self.members.heading_counts = count_headings(sections)
        self.members.blocks = BlockOrder(sections)
        for section in sections:
            before = len(self.draft.mentions)
            opened = self.members.read_heading(section, themes)
            self._mark_answered(before, section)
            self._explain_heading(section)
            if opened.refers and opened.heading is not None:
                # `Voor doel 1:` says of which goal the list under it is
                self.draft.trace.explain_text(
                    opened.heading.place, meaning="goal"
                )
            self._read_section(opened)
        self.members.finish()
        self._read_last()
        headers = self._all_headers()
        self._settle_links()
        self._note_unlinked()
        note_nested_tables(self.draft, parts)
        self._check_answers(sections)
        check_is_network(self.draft, headers, sections)

    # tables by themselves

    def _find_legends(self, sections: Iterable[DocumentSection]) -> None:
        """Find the legends, which explain colours all over the document."""
        legends: list[Grid] = []
        for section in sections:
            legends += [
                grid
                for grid in section.grids
                if self._is_legend(section, grid)
            ]
        self.legends = legends[:_MOST_LEGENDS]
        self.context.legend = legend_of(self.legends)

    def _is_legend(self, section: DocumentSection, grid: Grid) -> bool:
        """A legend has no header; its section says so, or it looks like one."""
        if self.tables.shape_of(grid) is not None:
            return False
        if self._header_of(grid) is not None:
            return False  # `Legenda: ++ sterk, + zwak` stands above the table that it explains
        role = section.role
        named = role is not None and role.name == "legend"
        return named or is_legend(grid)

    def _header_of(self, grid: Grid) -> TableHeader | None:
        """The header of a table, in the words that its document and the form have for it."""
        with self.tables.in_table(grid):
            return header_of(grid)

    def _find_own_codes(self, sections: Sequence[DocumentSection]) -> None:
        """Find the codes and texts by which the document refers to its elements."""
        grids = [grid for section in sections for grid in section.grids]
        found = [(grid, self._header_of(grid)) for grid in grids]
        headers = [header for _, header in found if header]
        unheaded = [grid for grid, header in found if header is None]
        self.referred = headers_of_referred(unheaded, headers)
        headers += self.referred.values()
        self.draft.own_codes = find_own_codes(headers, sections)
        self.aims = texts_of_aims(headers)

    def _read_tables(self, sections: Sequence[DocumentSection]) -> None:
        """Read each table as the shape that explains it best."""
        parts = [part for section in sections for part in section.parts]
        headings = [section.heading for section in sections if section.heading]
        self.shape_context = ShapeContext(
            self.draft.lang,
            self.draft.name,
            DocumentWords((*headings, *parts)),
            self.draft.own_codes,
            legend=self.context.legend,
            aims=self.aims,
            referred=self.referred,
        )
        for section in sections:
            if section.is_left:
                continue
            context = self._context_in(section)
            for grid in section.grids:
                self._read_table(grid, context)
        self._leave_everyday_tables()

    def _without_codes(self, themes: frozenset[str]) -> frozenset[str]:
        """The headings above goals without the names that are codes, or begin these.

        Met: the sheet ``BD`` holds BD-01 and BD-02, and the sheet ``D1`` the card of that goal.
        """
        letters = self.draft.own_codes.letters
        return frozenset(
            theme
            for theme in themes
            if theme.casefold() not in letters
            and not (is_code(theme) and theme[-1].isdigit())
        )

    def _context_in(self, section: DocumentSection) -> ShapeContext:
        heading = self.draft.title or ""
        if section.heading:
            heading = section.heading.text
        return self.shape_context._replace(heading=heading)

    def _leave_everyday_tables(self) -> None:
        """Leave tables in words that every plan uses, when another table is the network."""
        everyday: list[TableHeader] = []
        unmistakable: list[TableHeader] = []
        for reading in self.readings.values():
            found = everyday if reading.is_everyday else unmistakable
            found += reading.headers
        if any(map(leads_with_goals, everyday)):
            # met: cards of goals, and `Tijd | Activiteit | Doel` of a day of study
            unmistakable = [
                header for header in unmistakable if not is_of_everyday(header)
            ]
        self.has_network_table = has_network_table(unmistakable)
        if self.has_network_table:
            for grid, reading in list(self.readings.items()):
                if reading.is_everyday:
                    del self.readings[grid]
                    self.everyday.add(grid)

    def _read_table(
        self, grid: Grid, context: ShapeContext
    ) -> TableReading | None:
        """The best reading of a table, which is kept; None when no shape reads it."""
        if any(grid is legend for legend in self.legends):
            return None
        answer = self.tables.shape_of(grid)
        with self.tables.in_table(grid):
            reading = choose_reading(grid, context, answer)
        if reading is None:
            return None
        if self.tables.mark_reading(grid, reading):
            reading.is_everyday = False
            reading.is_stated = True
        if reading.is_everyday and self.has_network_table:
            self.everyday.add(id(grid))
            return None
        self.readings[id(grid)] = reading
        trace = reading.claims.trace
        trace.explain_words(grid, reading.headings)
        for header in reading.headers:
            for row in header.heading_rows:
                trace.explain_headings(row)
        return reading

    def _all_headers(self) -> list[TableHeader]:
        """The columns of all tables of the network."""
        return [
            header
            for reading in self.readings.values()
            for header in reading.headers
        ]

    def _explain_heading(self, section: DocumentSection) -> None:
        """Tell what a heading says of what stands under it, when it says nothing else."""
        heading, role = section.heading, section.role
        if heading is None or section.text:
            return
        if role is not None:
            self.draft.trace.explain_text(heading.place, meaning=role.name)
        elif names_roles(without_number(heading.text)):
            self.draft.trace.explain_text(heading.place)

    def _explain_title(self, parts: Sequence[Para | Grid]) -> None:
        """Tell that the first line is the title, with or without ``Programma`` before it."""
        first = parts[0] if parts else None
        title = self.draft.title
        if title and isinstance(first, Para) and first.text.endswith(title):
            self.draft.trace.explain_text(first.place, meaning="title")

    # one section

    def _read_section(self, section: DocumentSection) -> None:
        if section.is_left:
            self._leave_section(section)
            return
        self._read_vision(section)
        count, after = 0, False
        before = len(self.draft.mentions)
        for part in section.parts:
            if isinstance(part, Grid):
                self._place_table(part, section)
                before = len(self.draft.mentions)
            elif self.members.read_member(
                part, section, after=after, count=count
            ):
                count += 1
                before = self._mark_answered(before, section)
            after = (
                after or isinstance(part, Grid) or part.block.level is not None
            )

    def _leave_section(self, section: DocumentSection) -> None:
        """Tell of the tables of a section of which nothing is read."""
        for grid in section.grids:
            if self._header_of(grid) is None:
                self._note_not_understood(grid)
            else:
                self._note_apart(grid)

    def _read_vision(self, section: DocumentSection) -> None:
        if section.role is not None and section.role.name == "vision":
            texts = (section.text, *(para.text for para in section.paras))
            self.draft.vision += filter(None, texts)

    def _mark_answered(self, before: int, section: DocumentSection) -> int:
        """Tell of new mentions that a person said what their heading is; how many there are now."""
        for mention in self.draft.mentions[before:]:
            mention.answer = mention.answer or section.answer
        return len(self.draft.mentions)

    def _place_table(self, grid: Grid, section: DocumentSection) -> None:
        """Give a table its place under the headings, or keep it until all elements are known."""
        if any(grid is legend for legend in self.legends):
            return
        reading = self.readings.get(id(grid))
        if reading is not None and self._stands_apart(reading, section):
            del self.readings[id(grid)]
            self._note_apart(grid)
            return
        reading = self._read_under_headings(grid, section, reading)
        if reading is None:
            heading = self._context_in(section).heading
            self.unknown.append((grid, heading))
        elif reading.waits:
            reading.is_under_work = is_under_work(section, self.draft.title)
            self.last.append((grid, reading))
        else:
            place_reading(self.draft, reading, self.context)

    def _read_under_headings(
        self,
        grid: Grid,
        section: DocumentSection,
        reading: TableReading | None,
    ) -> TableReading | None:
        """A table that was not read yet, or that waits, by what it stands under."""
        under_goal = self.context.goal is not None
        if reading is not None and not (reading.waits and under_goal):
            return reading
        context = self._context_in(section)._replace(
            under_goal=under_goal,
            role=None if section.text else section.role,
            reads_lists=self.members.reads_lists(section),
            follows_list=section.holds_list,
        )
        return self._read_table(grid, context) or reading

    def _stands_apart(
        self, reading: TableReading, section: DocumentSection
    ) -> bool:
        """A table in everyday words stands under nothing of a network that headings name.

        Met: ``Kengetal | 2023 | 2024`` of a housing corporation under ``Bedrijfsgegevens``; and in
        a file of tables the first line, ``Verleende subsidies``, is no title of them all.
        """
        if self._is_of_organisation(reading, section):
            return True
        title = self.draft.title
        if any(map(leads_with_other, reading.headers)):
            title = None
        if self.context.goal is not None:
            return False
        if self._is_tied_to_nothing(reading, section, title):
            return True
        return not names_work(section, title) and self._may_stand_apart(
            reading
        )

    def _network_beside(self, reading: TableReading) -> NetworkBeside:
        """What stands in the other tables, and what was read before them."""
        others = (
            other.claims
            for other in self.readings.values()
            if other is not reading and not other.waits
        )
        return NetworkBeside((self.draft, *others))

    def _is_tied_to_nothing(
        self,
        reading: TableReading,
        section: DocumentSection,
        title: str | None,
    ) -> bool:
        """A table has nothing in common with a network in other tables or above it."""
        if reading.waits or not reading.headers or not may_be_foreign(reading):
            return False
        network = self._network_beside(reading)
        under_work = is_under_work(section, title)
        if is_loose_beside(reading, network, is_under_work=under_work):
            return True
        has_own_heading = section.heading is not None and (
            section.heading.text != title
        )
        return (
            has_own_heading
            and self._may_stand_apart(reading)
            and has_goals_of_its_own(reading, network)
        )

    def _is_of_organisation(
        self, reading: TableReading, section: DocumentSection
    ) -> bool:
        """The heading right above a table says that its figures are of the organisation."""
        if reading.is_stated or not reading.headers:
            return False
        heading = section.heading.text if section.heading else ""
        return all(
            is_of_organisation(header, heading) for header in reading.headers
        )

    def _is_stated(self, section: DocumentSection) -> bool:
        """A person said how to read a table of the section."""
        return any(map(self.tables.shape_of, section.grids))

    def _may_stand_apart(self, reading: TableReading) -> bool:
        """Nothing in a table says that it is of the network that stands beside it."""
        if reading.is_stated or reading.waits or reading.marks:
            return False
        if not reading.headers:
            return False
        everyday = all(map(is_of_everyday, reading.headers))
        figures = all(map(is_of_figures, reading.headers))
        return (everyday or figures) and self._names_network_beside(reading)

    def _headers_in_network(self, grid: Grid) -> Sequence[TableHeader]:
        """The columns of a table; none of one that may stand apart."""
        reading = self.readings.get(id(grid))
        if reading is None or self._may_stand_apart(reading):
            return ()
        return reading.headers

    def _names_network_beside(self, reading: TableReading) -> bool:
        """Headings name a network, or another table in words that only networks use does."""
        if self.members.named:
            return True
        others = (
            header
            for other in self.readings.values()
            for header in other.headers
            if other is not reading
        )
        return has_network_table(
            header for header in others if not is_of_everyday(header)
        )

    # the whole document

    def _read_last(self) -> None:
        """Place the tables that repeat elements, once all are known."""
        efforts = frozenset(
            mention.text
            for mention in self.draft.mentions
            if mention.kind == "effort"
        )
        context = self.shape_context._replace(known_efforts=efforts)
        for grid, heading in self.unknown:
            under_heading = context._replace(heading=heading)
            reading = self._read_table(grid, under_heading)
            if reading is None and id(grid) in self.everyday:
                self._note_apart(grid)
            elif reading is None:
                self._note_not_understood(grid)
            else:
                self.last.append((grid, reading))
        self._leave_loose_tables()
        nowhere = HeadingContext(legend=self.context.legend)
        for _, reading in self.last:
            place_reading(self.draft, reading, nowhere)
            self._note_lost_colours(reading)

    def _leave_loose_tables(self) -> None:
        """Leave the tables that waited and that turn out to repeat nothing of the network."""
        if not self.last:
            return
        network = NetworkBeside((self.draft,))
        for grid, reading in list(self.last):
            if is_loose_beside(
                reading, network, is_under_work=reading.is_under_work
            ):
                self.last.remove((grid, reading))
                del self.readings[id(grid)]
                self._note_apart(grid)

    def _note_not_understood(self, grid: Grid) -> None:
        self.draft.add_note(
            "table_not_understood", grid.place, text=_first_text(grid)
        )

    def _note_apart(self, grid: Grid) -> None:
        """Note a table that could be read, but is about something else."""
        self.draft.trace.set_apart(grid)
        self.draft.add_note("table_apart", grid.place, text=_first_text(grid))

    def _note_lost_colours(self, planning: TableReading) -> None:
        """Note that a legend explains phases by colours, but a planning has no colours."""
        rows = [row for header in planning.headers for row in header.rows]
        coloured = any(cell.fill for row in rows for cell in row)
        if coloured or not self.legends or not rows:
            return
        phases = " ".join(self._words_of_legends())
        self.draft.add_note("colours_lost", rows[0][0].place, text=phases)

    def _words_of_legends(self) -> Iterator[str]:
        for grid in self.legends:
            for row in grid.rows:
                yield from (cell.text for cell in row if cell.has_words)

    def _settle_links(self) -> None:
        """Settle what refers to what, and link what numbers and codes link."""
        new_numbers = settle_references(self.draft)
        self.members.listed = [
            new_numbers[number]
            for number in self.members.listed
            if number in new_numbers
        ]
        link_by_numbers(self.draft)
        link_by_codes(self.draft)
        place_waiting(self.draft)
        if self.answers.changes_reading:
            self.draft.ties = [
                rest_on_answer(tie, self.draft) for tie in self.draft.ties
            ]

    def _check_answers(self, sections: Sequence[DocumentSection]) -> None:
        """Refuse a form that does not fit; else note what it says.

        Raises:
            DocumentError: All problems, each with its line and column.
        """
        if not self.answers.changes_reading:
            return
        self.tables.report_unused()
        report_unknown_headings(self.answers, sections)
        self.answers.report.raise_problems()
        note_answers(self.answers, self.draft)

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


def _first_text(grid: Grid) -> str:
    texts = (cell.text for row in grid.rows for cell in row if cell.has_words)
    return next(texts, "")


def _headers_of(
    readings: Mapping[int, TableReading], grid: Grid
) -> Sequence[TableHeader]:
    reading = readings.get(id(grid))
    return reading.headers if reading else ()
