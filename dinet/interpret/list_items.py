"""What headings, lists and paragraphs outside tables say: goals, targets and efforts, and what they hang on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dinet.document.content import Grid, Para
from dinet.interpret.annotations import (
    AnnotatedText,
    extract_annotations,
    split_statements,
)
from dinet.interpret.mentions import add_items
from dinet.interpret.outline.sections import DocumentSection
from dinet.interpret.placeholders import TextKind, classify_text
from dinet.interpret.reading import ProgrammeReading
from dinet.interpret.table_columns import header_of
from dinet.model import Kind, Level
from dinet.vocabulary.active_dialect import active_dialect, once_per_dialect, words_of
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.roles import (
    is_everyday,
    kind_of,
    role_of,
    without_number,
    without_role,
)
from dinet.vocabulary.time_headings import is_period

_LONE_WORDS = 6
_MEMBER_LENGTH = 400
_MOST_PLAIN = 30
"""A longer run of plain paragraphs under a heading is prose or something else, not a list of goals."""


@once_per_dialect
def _beyond_words() -> tuple[str, ...]:
    """A heading that begins so, of the rank of a theme, is about what stands under no theme."""
    return tuple(f"{word} " for word in words_of("headings.beyond"))


@once_per_dialect
def _about_document() -> tuple[str, ...]:
    return tuple(
        f"{fold_text(words)} " for words in words_of("headings.about_document")
    )


@once_per_dialect
def _about_one() -> tuple[str, ...]:
    return tuple(f"{word} " for word in words_of("headings.about_one"))


@dataclass
class HeadingContext:
    """What the headings above a part say: under which theme and goal it stands."""

    theme: int | None = None
    theme_rank: int | None = None
    """The level of the heading of the theme, when it has one."""
    goal: int | None = None
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
    """

    def __init__(self, draft: ProgrammeReading, context: HeadingContext) -> None:
        self.draft = draft
        self.context = context
        self.tabled = False
        """The network is a table in this document, so lists under everyday headings are not part of it."""
        self.listed: list[int] = []
        """Efforts and targets of lists that no heading links to a goal."""
        self.named = False
        """Some heading names goals or efforts in words that other documents do not use."""

    # headings

    def read_heading(self, section: DocumentSection, themes: Iterable[str]) -> None:
        """A heading that names a theme or goal opens it for what follows; another heading of its rank closes it."""
        heading, role = section.heading, section.role
        if heading is None:
            return
        self.context.heading = without_number(heading.text)
        if self._beyond(heading):
            self.context.theme = self.context.goal = None
        if section.text and role and role.name == "theme":
            self._open_theme(section.text, section.number, heading)
        elif section.text and role and kind_of(role):
            if self.tabled and not section.number and is_everyday(section.label):
                self.draft.add_note(
                    "text_left", heading.place, count=1, text=heading.text
                )
            else:
                self._open_element(section)
        elif heading.text in themes:
            self.draft.add_note("theme_from_heading", heading.place, text=heading.text)
            self._open_theme(
                without_role(without_number(heading.text), "theme"), "", heading
            )
        elif (role is None and not self._deeper(heading)) or (
            role and role.name == "goal"
        ):
            self.context.goal = None

    def _beyond(self, heading: Para) -> bool:
        """The heading is about what is left when all themes are told."""
        rank = self.context.theme_rank
        high = (
            heading.heading is not None and rank is not None and heading.heading <= rank
        )
        return high and fold_text(heading.text).startswith(_beyond_words())

    def _deeper(self, heading: Para) -> bool:
        """The heading stands under that of the goal."""
        return (
            heading.heading is not None
            and self.context.rank is not None
            and heading.heading > self.context.rank
        )

    def _open_theme(self, text: str, label: str, heading: Para) -> None:
        if classify_text(text) is TextKind.PLACEHOLDER:
            self.draft.add_note("not_filled_in", heading.place, text=text)
            self.context.theme = self.context.goal = None
            return
        said = extract_annotations(text)
        self.context.theme = self.draft.add_mention(
            "theme", said if said.text else AnnotatedText(text), heading.place
        )
        self.draft.add_label(self.context.theme, label)
        self.context.goal, self.context.theme_rank = None, heading.heading

    def _open_element(self, section: DocumentSection) -> None:
        """A line such as ``Doel 2: …`` or ``Inspanning: …``: a goal stays open, the others hang on it."""
        heading, role = section.heading, section.role
        kind = kind_of(role)
        if heading is None or role is None or kind is None:
            return
        block = heading.block._replace(
            spans=(heading.block.spans[0]._replace(text=section.text),)
        )
        for number in add_items(
            self.draft,
            kind,
            split_statements((block,)).items,
            heading.place,
            role.level,
        ):
            if is_period(section.number):
                self.draft.mentions[number].add_attribute("period", section.number)
            else:
                self.draft.add_label(number, section.number)
            self.draft.mentions[number].rung = role.name
            self._place(number)
            if kind == "goal":
                self.context.goal, self.context.rank = number, heading.heading

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
        role = section.role
        kind = kind_of(role)
        if role is None or kind is None or section.text:
            return False
        listed = para.block.level is not None
        column = listed and para.place.table is not None  # of a table with one column
        member = column or (
            self.reads_lists(section) if listed else self._alone(para, section)
        )
        if (
            not member
            and role.name == "effort"
            and after
            and not self.tabled
            and _is_lone(para.text)
        ):
            self.draft.add_note("lone_line", para.place, text=para.text)
            before = tuple(self.listed)
            self._add(kind, para, section, first=count == 0)
            self.listed = list(before)  # its own note says it already
            return True
        if member:
            self._add(kind, para, section, first=count == 0)
        return member

    def reads_lists(self, section: DocumentSection) -> bool:
        """Whether the lists of a section, and its tables without header, hold members."""
        return not (self.tabled and _is_everyday(section))

    def _alone(self, para: Para, section: DocumentSection) -> bool:
        """Whether a plain paragraph can be a member: it is one statement under a heading that can mean nothing else."""
        if (
            section.holds_list
            or len(section.paras) > _MOST_PLAIN
            or not _is_statement(para.text)
            or fold_text(para.text).startswith(_about_document())
        ):
            return False
        if section.number:
            return True
        if section.grids:
            return bool(section.role and section.role.name == "goal") and not any(
                map(_has_goals, section.grids)
            )
        return not self.tabled and (self.named or not _is_everyday(section))

    def _add(
        self, kind: Kind, para: Para, section: DocumentSection, *, first: bool
    ) -> None:
        said = split_statements((para.block,)).items
        last = self.draft.mentions[-1] if self.draft.mentions else None
        if not said and last:
            last.sources.extend(extract_annotations(para.text).sources)
        deep = (
            kind == "effort"
            and (para.block.level or 0) > 0
            and last is not None
            and last.kind == "effort"
        )
        level: Level | None = section.role.level if section.role else None
        for number in add_items(self.draft, kind, said, para.place, level):
            if deep:
                top = self._top(number - 1)
                self.draft.mentions[number].part_of = top
                self.draft.link_mentions(number, top, "part_of", "heading")
                continue
            self.draft.mentions[number].rung = section.role.name if section.role else ""
            self._place(number)
            if kind in ("goal", "theme"):
                self._open(number, section, first=first)

    def _open(self, number: int, section: DocumentSection, *, first: bool) -> None:
        """The only member under ``Doel`` or ``Thema 2`` is what the next sections are about."""
        if first and _names_one(section):
            self.draft.add_label(number, section.number)
        kind, one = self.draft.mentions[number].kind, first and _names_one(section)
        if kind == "theme":
            self.context.theme = number if one else None
        else:
            self.context.goal = number if one else None
            self.context.rank = section.heading.heading if section.heading else None

    def _place(self, number: int) -> None:
        """Link a new mention to the theme or goal under whose heading it stands."""
        mention = self.draft.mentions[number]
        if mention.kind == "goal" and self.context.theme is not None:
            self.draft.link_mentions(number, self.context.theme, "part_of", "heading")
        elif mention.kind not in ("goal", "theme"):
            self.hang_on_goal(number)
            self.listed += (
                [number]
                if mention.kind in ("effort", "target") and self.context.goal is None
                else []
            )

    def hang_on_goal(self, number: int) -> None:
        """Link a statement under a goal's heading to that goal; an effort without one keeps the name of its theme."""
        mention = self.draft.mentions[number]
        if mention.part_of is not None:
            return
        if self.context.goal is not None:
            link = active_dialect().link(mention.rung or mention.kind, "goal")
            if link:
                self.draft.link_mentions(number, self.context.goal, link, "heading")
        elif (
            mention.kind == "effort"
            and mention.group is None
            and self.context.theme is not None
        ):
            mention.group = self.draft.mentions[self.context.theme].text

    def _top(self, number: int) -> int:
        part_of = self.draft.mentions[number].part_of
        return number if part_of is None else part_of


def _is_everyday(section: DocumentSection) -> bool:
    return (
        section.heading is not None
        and not section.number
        and is_everyday(without_number(section.heading.text))
    )


def _names_one(section: DocumentSection) -> bool:
    """The heading is about one thing: ``Doel``, ``Thema 2``, ``Wat willen we bereiken?``."""
    if section.number or section.heading is None:
        return bool(section.number)
    plain = fold_text(without_number(section.heading.text)).rstrip("?")
    return plain.startswith(_about_one()) or not plain.endswith(
        words_of("headings.plural_endings")
    )


def _has_goals(grid: Grid) -> bool:
    header = header_of(grid)
    return header is not None and bool(header.columns_named("goal"))


def _is_statement(text: str) -> bool:
    """A paragraph in a section without list or table that can be a member: no introduction, no long explanation."""
    return (
        not text.endswith(":")
        and len(text) <= _MEMBER_LENGTH
        and not fold_text(text).startswith(_about_document())
    )


def _is_lone(text: str) -> bool:
    short = (
        text[:1].isupper() and text[-1:].isalnum() and len(text.split()) <= _LONE_WORDS
    )
    return short and not (":" in text and role_of(text.partition(":")[0]))
