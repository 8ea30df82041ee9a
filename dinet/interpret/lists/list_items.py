"""What headings, lists and paragraphs outside tables say: elements, and what they hang on."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from dinet.document.content import Grid, Para
from dinet.interpret.lists.attribute_lines import (
    AttributeLineReader,
    attributes_of_para,
)
from dinet.interpret.lists.goal_ladder import (
    GoalLadder,
    TargetLadder,
    serves_goal_above,
)
from dinet.interpret.lists.goal_references import GoalReferences
from dinet.interpret.outline.block_order import BlockOrder
from dinet.interpret.outline.goal_rows import RowOfGoals
from dinet.interpret.outline.introducing_lines import only_counts_elements
from dinet.interpret.outline.sections import (
    LOWEST_HEADING,
    DocumentSection,
    is_list_item,
)
from dinet.interpret.outline.theme_headings import HeadersOf
from dinet.interpret.reading import Mention, ProgrammeReading
from dinet.interpret.rows.mentions import add_items
from dinet.interpret.texts.annotations import (
    AnnotatedText,
    extract_annotations,
    split_list_line,
    split_statements,
)
from dinet.interpret.texts.explaining_words import is_explaining
from dinet.interpret.texts.placeholders import TextKind, classify_text
from dinet.model import Kind
from dinet.vocabulary.active_dialect import (
    active_dialect,
    once_per_dialect,
    words_of,
)
from dinet.vocabulary.dialect import plain
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.phrases import any_of
from dinet.vocabulary.roles import (
    Role,
    is_everyday,
    kind_of,
    names_other_thing,
    without_number,
    without_role,
)
from dinet.vocabulary.time_headings import is_period

_COUNTED = re.compile(
    r"[^\W\d_]{3,20} (?P<number>\d{1,2}|[A-Z]) ?[:–—-] ?(?=\S)"
)
"""Before the name of a theme, in a word that may be any."""
_LONE_WORDS = 6
"""A line of more words after a list is a remark on it, not one more effort."""
_MEMBER_LENGTH = 400
"""In characters: a longer paragraph explains, and states nothing."""
_MOST_PLAIN = 30
"""A longer run of plain paragraphs under a heading is prose, not a list of goals."""


@once_per_dialect
def _beyond_words() -> tuple[str, ...]:
    """A heading that begins so, of the rank of a theme, is about what stands under no theme."""
    return tuple(f"{word} " for word in words_of("headings.beyond"))


@once_per_dialect
def _about_document() -> tuple[str, ...]:
    """Paragraphs that begin so tell of the document: ``Dit programma …``."""
    return tuple(
        f"{fold_text(words)} " for words in words_of("headings.about_document")
    )


@once_per_dialect
def _signing_lines() -> tuple[str, ...]:
    """So begins what stands at the end of a document: ``Aldus vastgesteld …``, ``Namens …``."""
    return tuple(fold_text(words) for words in words_of("page_words.signing"))


@once_per_dialect
def _about_one() -> tuple[str, ...]:
    """Headings that begin so are about one thing."""
    return tuple(f"{word} " for word in words_of("headings.about_one"))


@dataclass
class HeadingContext:
    """What the headings above a part say: under which theme and goal it stands."""

    theme: int | None = None
    theme_rank: int | None = None
    """The level of the heading of the theme, when it has one."""
    goal: int | None = None
    is_goal_of_card: bool = False
    """The goal was told by a card: a table that tells goals itself is about others."""
    rank: int | None = None
    """The level of the heading of the goal, when it has one."""
    heading: str | None = None
    legend: Mapping[str, str] = field(default_factory=dict)
    """The phase that each colour stands for."""


class ListItemReader:
    """Reads headings and paragraphs into a draft.

    Args:
        draft: Where the mentions go.
        context: Of the part that is being read; it changes with the headings.
        headers_of: The columns of a table.
    """

    def __init__(
        self,
        draft: ProgrammeReading,
        context: HeadingContext,
        headers_of: HeadersOf,
    ) -> None:
        self.draft = draft
        self.context = context
        self.row_of_goals = RowOfGoals()
        self.headers_of = headers_of
        self.tabled = False
        """The network is a table here, so lists under everyday headings are not part of it."""
        self.listed: list[int] = []
        """Efforts and targets of lists that no heading links to a goal."""
        self.named = False
        """Some heading names goals or efforts in words that other documents do not use."""
        self.lists_goals = False
        """A section about goals has them in a list."""
        self.lines = AttributeLineReader(draft)
        self.blocks = BlockOrder(())
        self.early: list[int] = []
        """What was read of a block whose goal is still to come."""
        self.ladder = GoalLadder(draft)
        self.targets = TargetLadder(draft)
        self.references = GoalReferences(draft)
        self.guessed: list[int] = []
        """Efforts that only stand right under a goal."""
        self.upper: int | None = None
        """The goal that those under the heading serve, which calls them lower: ``Subdoelen``."""
        self.goal_of_items: int | None = None
        """The goal that an item of a list of efforts names, for the items under it."""
        self.goal_of_list: int | None = None
        """The goal that a line above a list of efforts names again."""
        self.heading_counts: Counter[tuple[int | None, str, bool]] = Counter()
        """By level, role and whether they name something the headings of the document."""
        self.goals_by_lines = 0
        """Lines that named a goal since the last heading of the document's format."""

    # headings

    def read_heading(
        self, section: DocumentSection, themes: Iterable[str]
    ) -> DocumentSection:
        """A heading that names a theme or goal opens it for what follows.

        Another heading of its rank closes it.

        Args:
            section: The section under the heading.
            themes: The texts of headings that are themes though they are not called so.

        Returns:
            The section, as what its parts are about: under ``Acties per doel`` the heading
            ``Doel 1`` only says of which goal the actions are.
        """
        heading = section.heading
        if heading is not None:
            self.targets.enter_section(section)
            if self.row_of_goals.ends_at(section):
                self._set_goal(None)
            self.lines.open_section()
            section = self._as_referring(section, heading)
            self._open_heading(section, heading, themes)
        return section

    def finish(self) -> None:
        """All is read: what waits for efforts that did not come is said of the goal."""
        self.lines.open_goal(None)
        if self.guessed:
            first = self.draft.mentions[self.guessed[0]]
            self.draft.add_note(
                "efforts_under_goals",
                first.place,
                count=len(self.guessed),
                text=first.text,
            )

    def _as_referring(
        self, section: DocumentSection, heading: Para
    ) -> DocumentSection:
        """The section; one that only refers to a known goal is about what stands under that."""
        role = self.references.open_heading(section, heading)
        of_work = self.references.goal_of_work(section, heading)
        if of_work is not None:
            self._set_goal(of_work, heading.heading)
            return replace(section, refers=True)
        named = self.references.goal_named(section, heading, role)
        unknown = self.references.names_unknown_goal(section, role)
        if named is None and not unknown:
            return section
        self._set_goal(named, heading.heading)
        return replace(section, role=role, number="", refers=True)

    def _set_goal(self, number: int | None, rank: int | None = None) -> None:
        """Another goal is open for what follows, or none."""
        self.context.goal, self.context.is_goal_of_card = number, False
        self.targets.close()
        if number is None:
            self.ladder.close_all()
        else:
            self.context.rank = rank
        self.lines.open_goal(number)

    def _open_heading(
        self, section: DocumentSection, heading: Para, themes: Iterable[str]
    ) -> None:
        """Read what a heading says by itself."""
        role = section.role
        self.context.heading = without_number(heading.text)
        self.upper = self.goal_of_items = self.goal_of_list = None
        if section.refers:
            return
        if self._ends_goal(section, heading):
            self._set_goal(None)
        if self._leaves_themes(heading):
            self.context.theme = None
            self._set_goal(None)
        if section.text and kind_of(role):
            self._read_named_element(section, heading)
        elif heading.text in themes:
            self.draft.add_note(
                "theme_from_heading", heading.place, text=heading.text
            )
            words = without_role(without_number(heading.text), "theme")
            label, name = _split_counted(words)
            self._open_theme(name, label, heading)
        elif role is None:
            if not self._stands_under_goal(heading):
                self._set_goal(None)
        elif role.name == "goal":
            self._open_goals_in_general(heading)

    def _open_goals_in_general(self, heading: Para) -> None:
        """What stands under ``Doelen`` is of no goal so far; ``Subdoelen`` serve the open one.

        Met: ``Subdoelen`` and ``Acties`` in bold under each ``Ambitie 2: …``, with lists.
        """
        goal = self.context.goal
        under = heading.heading is None or self._stands_under_goal(heading)
        lower = under and self.ladder.is_above(goal, heading.text)
        self.upper = goal if lower else None
        if self.upper is None:
            self._set_goal(None)

    def _ends_goal(self, section: DocumentSection, heading: Para) -> bool:
        """What stands under the heading is no longer of the goal that is open."""
        if self._stands_above_goal(heading) or self._follows_goals(heading):
            return True
        if section.closes_goal or self._is_of_all_goals(section, heading):
            return True
        return self._follows_done_goal(section, heading)

    def _is_of_all_goals(
        self, section: DocumentSection, heading: Para
    ) -> bool:
        """One heading of the rank of several goals, about what none of the others has.

        Met in budgets: ``Indicatoren`` behind the last ``Doel 5.2 …``, each with its own work.
        """
        rank, role = heading.heading, section.role
        if rank is None or rank != self.context.rank or section.text:
            return False
        if role is None or kind_of(role) in (None, "goal", "theme"):
            return False
        goals = self.heading_counts[rank, "goal", True]
        return goals > 1 and self.heading_counts[rank, role.name, False] == 1

    def _follows_goals(self, heading: Para) -> bool:
        """A heading of the format follows lines that name goals: it is about none of them.

        Met: ``## Aanpak`` behind ``**Doel:** …`` and its efforts, several times. A single goal may
        go on under such a heading.
        """
        rank = heading.heading
        if rank is None or rank >= LOWEST_HEADING - 1:
            return False
        several = self.goals_by_lines > 1
        self.goals_by_lines = 0
        return several

    def _follows_done_goal(
        self, section: DocumentSection, heading: Para
    ) -> bool:
        """A heading no lower than that of a goal says again what the goal has: it is of all.

        Met: ``## Kosten`` behind ``## Doel 2: …``, of which the actions were told.
        """
        goal, rank = self.context.goal, heading.heading
        if goal is None or rank is None or self.context.rank is None:
            return False
        if section.text:  # it names one more, as lines in cells do
            return False
        kind = kind_of(section.role) or (section.grids and "effort")
        if kind not in ("effort", "target") or rank > self.context.rank:
            return False
        return kind in self._kinds_of_goal(goal)

    def _kinds_of_goal(self, goal: int) -> Iterator[Kind]:
        """The kinds of what was read under the goal that is open, the last first."""
        for tie in reversed(self.draft.ties):
            if tie.start < goal:
                return
            if tie.end == goal:
                yield self.draft.mentions[tie.start].kind

    def _read_named_element(
        self, section: DocumentSection, heading: Para
    ) -> None:
        """Read a heading that says what it is, with the name of that: ``Doel 2: Meer sport``."""
        if section.role and section.role.name == "theme":
            self._open_theme(section.text, section.number, heading)
        elif section.answer is None and self._stands_above_own_kind(section):
            self._set_goal(None)
        elif not names_other_thing(section.label) and (
            section.number
            or not self.tabled
            or not is_everyday(section.label)
            or self._stands_above_its_table(section)
        ):
            self._open_element(section)

    def _stands_above_its_table(self, section: DocumentSection) -> bool:
        """The line names the goal of a table under it, which has no goals of its own.

        Met: ``Doelstelling: Meer lezers`` above *Activiteit, Beoogd resultaat, Wie*.
        """
        held = {
            kind
            for grid in section.grids
            for header in self.headers_of(grid)
            for _, kind in header.element_columns
        }
        return (
            kind_of(section.role) == "goal"
            and "effort" in held
            and "goal" not in held
        )

    def _stands_above_own_kind(self, section: DocumentSection) -> bool:
        """The heading names an effort, and a table under it holds efforts.

        Met: ``Project 3: Buurtbus`` above a card with the actions. Then it is only a title.
        """
        kind = kind_of(section.role)
        return any(
            kind == held == "effort" and not column.refers
            for grid in section.grids
            for header in self.headers_of(grid)
            for column, held in header.element_columns
        )

    def _leaves_themes(self, heading: Para) -> bool:
        """The heading is about what is left when all themes are told."""
        rank = self.context.theme_rank
        if heading.heading is None or rank is None or heading.heading > rank:
            return False
        return fold_text(heading.text).startswith(_beyond_words())

    def _stands_above_goal(self, heading: Para) -> bool:
        """The heading is higher than that of the goal, so it is about more than that goal."""
        rank, of_goal = heading.heading, self.context.rank
        return rank is not None and of_goal is not None and rank < of_goal

    def _stands_under_goal(self, heading: Para) -> bool:
        """The heading stands under that of the goal."""
        return (
            heading.heading is not None
            and self.context.rank is not None
            and heading.heading > self.context.rank
        )

    def _open_theme(self, text: str, label: str, heading: Para) -> None:
        """Open a theme for what follows; none when its name is still to be filled in."""
        if classify_text(text) is TextKind.PLACEHOLDER:
            self.draft.add_note("not_filled_in", heading.place, text=text)
            self.context.theme = None
            self._set_goal(None)
            return
        said = extract_annotations(text)
        if not said.text:
            said = AnnotatedText(text)
        theme = self.draft.add_mention("theme", said, heading.place)
        self.draft.add_label(theme, label, by_word=True)
        self.context.theme, self.context.theme_rank = theme, heading.heading
        self._set_goal(None)

    def _open_element(self, section: DocumentSection) -> None:
        """Read a line such as ``Doel 2: …``: a goal stays open, what is no goal hangs on it."""
        heading, role = section.heading, section.role
        kind = kind_of(role)
        if heading is None or role is None or kind is None:
            return
        if self.blocks.begins_block(section):
            self._set_goal(None)
            self.early = []
        opened = []
        above = self.ladder.goals_above(section)
        has_goal = kind == "goal" and serves_goal_above(section, above)
        for number in self._add_named(section, heading, role, kind):
            self._number_named(number, section)
            self.draft.mentions[number].tier = role.name
            if section.is_guess:
                self.guessed.append(number)
            if kind == "goal":
                opened.append(number)
            self._place_member(number, has_goal=has_goal)
        if opened:
            self._open_goals(opened, section)

    def _number_named(self, number: int, section: DocumentSection) -> None:
        """Keep the number behind a label; a year tells when: ``Resultaat in 2027: …``."""
        if is_period(section.number):
            mention = self.draft.mentions[number]
            mention.add_attribute("period", section.number)
        else:
            self.draft.add_label(number, section.number, by_word=True)

    def _add_named(
        self,
        section: DocumentSection,
        heading: Para,
        role: Role,
        kind: Kind,
    ) -> list[int]:
        """Add what stands behind a label; behind one for several (``Acties:``) a list in a line."""
        span = heading.block.spans[0]._replace(text=section.text)
        block = heading.block._replace(spans=(span,))
        items = split_statements((block,)).items
        if _may_name_several(section.label):
            items = tuple(split_list_line(items))
        return add_items(self.draft, kind, items, heading.place, role.level)

    def _open_goals(
        self, numbers: list[int], section: DocumentSection
    ) -> None:
        """Open a goal for what follows; of several nothing tells which one it is about."""
        by_line = section.rank is None
        self.goals_by_lines += by_line
        above = self.ladder.goals_above(section)
        self.ladder.link_goals(numbers, section, above)
        if len(numbers) == 1:
            self._set_goal(numbers[0], section.rank)
            self.ladder.open_goal(numbers[0], section, above)
        else:
            self._set_goal(None)
        self.lines.here = list(numbers)
        early, self.early = self.early, []
        for number in early:
            self.hang_on_goal(number)
            if self.draft.mentions[number].kind == "effort":
                self.lines.efforts.append(number)

    def _place_member(self, number: int, *, has_goal: bool = False) -> None:
        """Link a new mention to what it stands under.

        A goal that serves one above it is of the theme of that, as in tables.
        """
        if not has_goal:
            self._hang_on_heading(number)
        self.targets.place_mention(number)
        self.lines.add_element(number)
        waits = self.blocks.first and self.context.goal is None
        if waits and self.draft.mentions[number].kind != "goal":
            self.early.append(number)

    # members

    def read_member(
        self, para: Para, section: DocumentSection, *, after: bool, count: int
    ) -> bool:
        """Read a paragraph of a section about goals, targets or efforts, when it is a member.

        Args:
            para: The paragraph or list item.
            section: In which it stands.
            after: A list or table stands before it in the section.
            count: How many members the section has had.
        """
        if self._read_line(para, section):
            return True
        kind = kind_of(section.role)
        if kind is None or self._heads_others(kind, para, section):
            return False
        if section.text:
            return self._read_part(para, section)
        if self._is_member(para, section):
            self._add_statements(kind, para, section, first=count == 0)
            return True
        if after and self._is_lone_effort(para, section):
            self.draft.add_note("lone_line", para.place, text=para.text)
            before = tuple(self.listed)
            self._add_statements(kind, para, section, first=count == 0)
            self.listed = list(before)  # its own note says it already
            return True
        return False

    def _heads_others(
        self, kind: Kind, para: Para, section: DocumentSection
    ) -> bool:
        """The section holds no members, or this part of it only heads some of them."""
        return section.is_group or self._heads_list_of_goal(
            kind, para, section
        )

    def _heads_list_of_goal(
        self, kind: Kind, para: Para, section: DocumentSection
    ) -> bool:
        """A line above a list of efforts says again what a goal is, for which the list is.

        Met in budgets: ``Wat gaan we daarvoor doen?`` with the text of each goal above its own
        list. Another line above a list is of no goal.
        """
        behind = section.part_behind(para)
        heads_list = is_list_item(behind) and not is_list_item(para)
        if kind != "effort" or not heads_list:
            return False
        named = self.references.goal_called(para.text)
        if named is None:
            closes = self.goal_of_list is not None
            if closes:
                self.goal_of_list = None
                self._set_goal(None)
            return closes
        self.goal_of_list = named
        self._set_goal(named, self.context.rank)
        self.draft.trace.explain_text(para.place, meaning="goal")
        return True

    def _answers_term(self, heading: Para, section: DocumentSection) -> bool:
        """The heading is a term, and the only line under it is what it stands for.

        Met in lists of terms of web pages: ``Trekker`` on a line, the name on the next.
        """
        has_goal = self.lines.goal is not None
        return has_goal and heading.heading is None and len(section.parts) == 1

    def _read_line(self, para: Para, section: DocumentSection) -> bool:
        """Read a line such as ``Trekker: X``, which tells of what it stands under."""
        if self.lines.goal is None and not self.lines.here:
            return False
        heading = section.heading
        heads = heading is not None and (
            self._stands_under_goal(heading)
            or self._answers_term(heading, section)
        )
        lines = attributes_of_para(para, section, heads=heads)
        if not lines:
            return False
        read = [
            self.lines.read_line(line, para, section.rank) for line in lines
        ]
        return all(read)

    def _read_part(self, para: Para, section: DocumentSection) -> bool:
        """Read a list item deeper in the list than ``Actie: …``: it is part of that effort."""
        depth = (section.rank or 0) - LOWEST_HEADING
        level = para.block.level
        wholes = [
            number
            for number in self.lines.here
            if self.draft.mentions[number].part_of is None
        ]
        if kind_of(section.role) != "effort" or len(wholes) != 1:
            return False
        if depth < 0 or level is None or level <= depth:
            return False
        items = split_statements((para.block,)).items
        for number in add_items(self.draft, "effort", items, para.place):
            self._make_part(number, wholes[0])
        return True

    def _is_member(self, para: Para, section: DocumentSection) -> bool:
        """A paragraph or list item states what its section is about."""
        if para.block.level is None:
            return self._stands_alone(para, section)
        if _stands_above_list(para, section):
            return False
        in_column = para.place.table is not None  # of a table with one column
        return in_column or self.reads_lists(section)

    def _is_lone_effort(self, para: Para, section: DocumentSection) -> bool:
        """A short line among efforts that stands in no list may be one of them."""
        among_efforts = (
            section.role is not None and section.role.name == "effort"
        )
        if not among_efforts or self.tabled or not _is_lone(para.text):
            return False
        if _stands_in_explanation(para, section):
            return False
        return not _heads_sentences(para, section)

    def reads_lists(self, section: DocumentSection) -> bool:
        """Whether the lists of a section, and its tables without header, hold members."""
        bare = section.is_introduced or _is_everyday(section)
        return not (self.tabled and bare)

    def _stands_alone(self, para: Para, section: DocumentSection) -> bool:
        """Whether a plain paragraph can be a member.

        It is one statement under a heading that can mean nothing else.
        """
        if section.holds_list or len(section.paras) > _MOST_PLAIN:
            return False
        if not self._may_state(para, section):
            return False
        return section.is_told or self._tells_members(section)

    def _tells_members(self, section: DocumentSection) -> bool:
        """Whether the heading of a section can mean nothing but its members."""
        if self.lists_goals and _tells_challenge(section):
            return False
        if section.grids:
            about_goals = (
                section.role is not None and section.role.name == "goal"
            )
            return about_goals and not any(map(self._has_goals, section.grids))
        return not self.tabled and (self.named or not _is_everyday(section))

    def _may_state(self, para: Para, section: DocumentSection) -> bool:
        return _is_statement(para.text) and not self._is_uncounted(
            para, section
        )

    def _is_uncounted(self, para: Para, section: DocumentSection) -> bool:
        """The paragraph has no number, where those before it have: it is about something else.

        Met: ``Vastgesteld op 4 juni.`` under actions that are counted ``2.1`` and ``2.2``.
        """
        kind = kind_of(section.role)
        if kind is None or self._number_before(para, kind):
            return False
        first = section.paras[0]
        return first is not para and bool(self._number_before(first, kind))

    def _number_before(self, para: Para, kind: Kind) -> str:
        """The number or code before what a paragraph states; empty without one."""
        return self.draft.own_codes.split_code(para.text, kind)[0]

    def _has_goals(self, grid: Grid) -> bool:
        return any(
            header.columns_named("goal") for header in self.headers_of(grid)
        )

    def _add_statements(
        self, kind: Kind, para: Para, section: DocumentSection, *, first: bool
    ) -> None:
        """Add what a paragraph states; one that is only a source belongs to the last mention."""
        if self._opens_goal_of_items(kind, para, section):
            return
        items = split_statements((para.block,)).items
        last = self.draft.mentions[-1] if self.draft.mentions else None
        if not items and last:
            last.sources.extend(extract_annotations(para.text).sources)
        role = section.role or Role("")
        is_part = self._is_part(kind, para, section, last)
        numbers = add_items(self.draft, kind, items, para.place, role.level)
        for number in numbers:
            if is_part:
                self._make_part(number, self._whole_of_part(number - 1))
            else:
                self._add_member(number, role, section, first=first)
        if numbers and numbers[0] not in self.draft.codes:
            self.draft.add_label(numbers[0], para.block.number)

    def _is_part(
        self,
        kind: Kind,
        para: Para,
        section: DocumentSection,
        last: Mention | None,
    ) -> bool:
        """An item is part of the effort above it, unless the item above names a goal."""
        if kind != "effort" or self.goal_of_items is not None:
            return False
        return _stands_under_effort(para, section, last)

    def _opens_goal_of_items(
        self, kind: Kind, para: Para, section: DocumentSection
    ) -> bool:
        """An item says again what a goal is, and the items under it are what is done for that.

        Met in budgets: ``Wat gaan we daarvoor doen?`` above a list of the goals, each with its
        own list of actions. Another item as high is of no goal.
        """
        level, top = para.block.level, section.top_level
        if kind != "effort" or level is None or level > (top or 0):
            return False
        named = None
        if section.heads_items(para):
            named = self.references.goal_called(para.text)
        if named is None and self.goal_of_items is not None:
            self._set_goal(None)
        self.goal_of_items = named
        if named is None:
            return False
        self._set_goal(named, self.context.rank)
        self.draft.trace.explain_text(para.place, meaning="goal")
        return True

    def _add_member(
        self, number: int, role: Role, section: DocumentSection, *, first: bool
    ) -> None:
        """Give a new mention its place."""
        mention = self.draft.mentions[number]
        mention.tier = role.name
        if section.is_guess:
            self.guessed.append(number)
        self._place_member(number)
        if mention.kind in ("goal", "theme"):
            self._open_member(number, section, first=first)

    def _make_part(self, number: int, whole: int) -> None:
        """Make an effort part of another."""
        self.draft.mentions[number].part_of = whole
        self.draft.link_mentions(number, whole, "part_of", "heading")

    def _open_member(
        self, number: int, section: DocumentSection, *, first: bool
    ) -> None:
        """The only member under ``Doel`` or ``Thema 2`` is what the next sections are about."""
        only_member = first and _names_one(section)
        if only_member and not is_period(section.number):
            self.draft.add_label(number, section.number, by_word=True)
        opened = number if only_member else None
        if self.draft.mentions[number].kind == "theme":
            self.context.theme = opened
            return
        if self.upper is not None and not only_member:
            return  # nothing tells which of them what follows is for
        here = self.lines.here
        self._set_goal(opened)
        self.lines.here = here
        self.context.rank = section.rank

    def _hang_on_heading(self, number: int) -> None:
        """Link a new mention to the theme or goal under whose heading it stands."""
        mention = self.draft.mentions[number]
        if mention.kind == "goal" and self.upper is not None:
            self.draft.link_mentions(
                number, self.upper, "contributes_to", "heading"
            )
        elif mention.kind == "goal" and self.context.theme is not None:
            self.draft.link_mentions(
                number, self.context.theme, "part_of", "heading"
            )
        elif mention.kind not in ("goal", "theme"):
            self.hang_on_goal(number)
            if (
                mention.kind in ("effort", "target")
                and self.context.goal is None
            ):
                self.listed.append(number)

    def hang_on_goal(self, number: int) -> None:
        """Link a statement under a goal's heading to that goal.

        An effort without a goal keeps the name of its theme.
        """
        mention = self.draft.mentions[number]
        if mention.part_of is not None:
            return
        if self.context.goal is not None:
            link = active_dialect().link(mention.tier or mention.kind, "goal")
            if link:
                self.draft.link_mentions(
                    number, self.context.goal, link, "heading"
                )
        elif mention.kind == "effort" and mention.group is None:
            theme = self.context.theme
            mention.group = (
                None if theme is None else self.draft.mentions[theme].text
            )

    def _whole_of_part(self, number: int) -> int:
        part_of = self.draft.mentions[number].part_of
        return number if part_of is None else part_of


def _stands_under_effort(
    para: Para, section: DocumentSection, last: Mention | None
) -> bool:
    """A list item stands deeper than others of its section, and the last mention is an effort."""
    level, top = para.block.level, section.top_level
    deep = level is not None and top is not None and level > top
    return deep and last is not None and last.kind == "effort"


def _stands_above_list(para: Para, section: DocumentSection) -> bool:
    """After the items of ``- Acties:`` the list goes on less deep, with something else."""
    level, first = para.block.level, section.first_level
    in_list = (section.rank or 0) >= LOWEST_HEADING
    return in_list and level is not None and level < (first or 0)


def _stands_in_explanation(para: Para, section: DocumentSection) -> bool:
    """The line is ``Afkortingen`` or the like, or such a line stands above it in the section.

    Met at the end of plans in plain text, with a line for each word.
    """
    place = section.place_of(para)
    lines = [
        part for part in section.parts[: place + 1] if isinstance(part, Para)
    ]
    return any(
        part.block.level is None and is_explaining(part.text) for part in lines
    )


def _heads_sentences(para: Para, section: DocumentSection) -> bool:
    """A longer line stands behind a short one after a list: that is the heading of it.

    Met at the end of plans in plain text: ``Overleg``, and under it when the group meets.
    """
    place = section.place_of(para)
    around = (*section.parts[place - 1 : place], *section.parts[place + 1 :])
    texts = [part for part in around[:2] if isinstance(part, Para)]
    if len(texts) < len(("before", "behind")):
        return False
    before, behind = texts
    follows_list = before.block.level is not None
    long = len(behind.text.split()) > _LONE_WORDS
    return follows_list and long and behind.block.level is None


def _split_counted(words: str) -> tuple[str, str]:
    """The number and the name of what a heading counts: ``Prioriteit 1: Jeugd``."""
    found = _COUNTED.match(words)
    return (found["number"], words[found.end() :]) if found else ("", words)


def _is_everyday(section: DocumentSection) -> bool:
    return (
        section.heading is not None
        and not section.is_told
        and is_everyday(without_number(section.heading.text))
    )


def count_headings(
    sections: Iterable[DocumentSection],
) -> Counter[tuple[int | None, str, bool]]:
    """How many headings there are of each level and role, that name something or do not."""
    return Counter(
        (section.rank, section.role.name, bool(section.text))
        for section in sections
        if section.role is not None
    )


def lists_goals(sections: Iterable[DocumentSection]) -> bool:
    """A section about goals has them in a list."""
    return any(
        kind_of(section.role) == "goal" and section.holds_list
        for section in sections
    )


def _tells_challenge(section: DocumentSection) -> bool:
    """A paragraph under ``Opgave`` may tell what the matter is: ``De zomers worden heter.``."""
    heading = section.heading.text if section.heading else ""
    return plain(without_number(heading)) in words_of("headings.challenges")


@once_per_dialect
def _year_at_end() -> re.Pattern[str]:
    after = any_of(words_of("headings.after"))
    return re.compile(rf"(?: {after})? (?:19|20)\d\d$")


def _names_one(section: DocumentSection) -> bool:
    """The heading is about one thing: ``Doel``, ``Thema 2``, ``Wat willen we bereiken?``.

    A year is no number: ``Doelen voor 2030`` is about several.
    """
    if section.heading is None:
        return bool(section.number)
    undated = _year_at_end().sub("", section.heading.text.rstrip(" .:"))
    dated = section.number and undated != section.heading.text.rstrip(" .:")
    if section.number and not dated:
        return True
    return _names_one_by_word(undated)


def _names_one_by_word(heading: str) -> bool:
    """The words of a heading are about one thing: no plural, or a question."""
    words = fold_text(without_number(heading)).rstrip("?: ")
    return words.startswith(_about_one()) or not words.endswith(
        words_of("headings.plural_endings")
    )


def _may_name_several(label: str) -> bool:
    """A label in the plural, or a word for work that has none: ``Inzet: fonds openen; markt …``."""
    undivided = fold_text(label).rstrip(": ") in words_of("headings.undivided")
    return undivided or not _names_one_by_word(label)


def _is_statement(text: str) -> bool:
    """No introduction, no long explanation, and not about the document as a whole."""
    return (
        not text.endswith(":")
        and len(text) <= _MEMBER_LENGTH
        and not only_counts_elements(text)
        and not fold_text(text).startswith(
            (*_about_document(), *_signing_lines())
        )
    )


def _is_lone(text: str) -> bool:
    """A few words from a capital on, without an end and without a role before them."""
    if not text[:1].isupper() or not text[-1:].isalnum():
        return False
    if len(text.split()) > _LONE_WORDS:
        return False
    # `Contact: het meldpunt` tells of the document, whatever the word before the colon is
    return ":" not in text and not fold_text(text).startswith(_signing_lines())
