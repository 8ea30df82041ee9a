"""What one shape makes of a table, and the place that this takes in the document.

A shape reads a table by itself: it does not know what else the document holds. What has no place
yet, because a heading above the table or another table has to give it one, gets it here.
"""

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from dinet.interpret.columns.table_columns import TableHeader
from dinet.interpret.lists.list_items import HeadingContext
from dinet.interpret.reading import ProgrammeReading
from dinet.vocabulary.active_dialect import active_dialect


class UnplacedMention(NamedTuple):
    """A mention that serves nothing in its table.

    Args:
        number: Of the mention.
        theme: The theme on its row or band, when there is one.
        in_band: A band of its table is what it stands under, not the headings above the table.
        is_told: A note tells of all such mentions at once.
        waits: It serves something that its table only refers to: it needs a place when that turns
            out to be nothing.
    """

    number: int
    theme: int | None = None
    in_band: bool = False
    is_told: bool = False
    waits: bool = False


@dataclass
class TableReading:
    """A table as one shape reads it.

    Args:
        shape: The name of the shape.
        claims: The mentions, links and notes; the mentions are numbered from 0.
        headers: The columns of the upright tables that the table consists of.
        marks: The texts of the cells that only mark a link.
        headings: The words that it understood as headings, besides those of the columns.
        unplaced: What serves nothing in the table.
        opened_theme: The theme of the last band, which what follows the table stands under.
        opened_goal: The same of a goal.
        waits: It repeats elements that stand elsewhere, and is told after all of these.
        is_everyday: Its headings are words that every plan uses: where the document has a table
            with others, this one is about something else.
        is_stated: A person said how to read it.
        is_under_work: The heading above it says that it is of the programme.
    """

    shape: str
    claims: ProgrammeReading
    headers: tuple[TableHeader, ...] = ()
    marks: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    unplaced: list[UnplacedMention] = field(default_factory=list)
    opened_theme: int | None = None
    opened_goal: int | None = None
    waits: bool = False
    is_everyday: bool = False
    is_stated: bool = False
    is_under_work: bool = False


def place_reading(
    draft: ProgrammeReading, reading: TableReading, headings: HeadingContext
) -> None:
    """Add what a table says to what was read before it.

    Args:
        draft: What was read before; it takes over all that the table holds.
        reading: Of the table.
        headings: What the table stands under. A band of the table changes it for what follows.
    """
    if headings.is_goal_of_card and _holds_goals(reading):
        headings.goal, headings.is_goal_of_card = None, False
    base = draft.take_over(reading.claims)
    here = replace(headings)
    for unplaced in reading.unplaced:
        theme = None if unplaced.theme is None else base + unplaced.theme
        moved = unplaced._replace(number=base + unplaced.number, theme=theme)
        if unplaced.waits:
            draft.waiting.append((moved.number, _Placing(draft, here, moved)))
        else:
            _Placing(draft, here, moved).place()
    if reading.opened_theme is not None:
        headings.theme = base + reading.opened_theme
        headings.goal = None
    if reading.opened_goal is not None:
        headings.goal = base + reading.opened_goal
        headings.is_goal_of_card = reading.shape == "turned"


def _holds_goals(reading: TableReading) -> bool:
    """The table tells goals itself, so none of a card before it is told further in it."""
    return any(
        mention.kind == "goal" and mention.reference is None
        for mention in reading.claims.mentions
    )


def place_waiting(draft: ProgrammeReading) -> None:
    """Give a place to what serves nothing after all, once it is known what refers to what."""
    linked = {tie.start for tie in draft.ties}
    for number, placing in draft.waiting:
        if number not in linked:
            placing.place_as(number)


class _Placing(NamedTuple):
    """One mention of a table, and what it may stand under."""

    draft: ProgrammeReading
    headings: HeadingContext
    unplaced: UnplacedMention

    def place(self) -> None:
        """Link the mention to what it stands under, or keep the name of that.

        A goal that the table only refers to stands where it was told: ``1.1`` in a table below the
        list of goals is not part of the last of these.
        """
        mention = self.draft.mentions[self.unplaced.number]
        if mention.kind == "goal" and mention.reference is not None:
            return
        self.place_as(self.unplaced.number)

    def place_as(self, number: int) -> None:
        """The same for a mention that has another number by now."""
        if not self._links_to_goal(number):
            self._link_to_theme(number)

    def _links_to_goal(self, number: int) -> bool:
        """Link the mention to the goal under whose heading the table stands, if there is one."""
        goal = self.headings.goal
        if goal is None or self.unplaced.in_band:
            return False
        mention = self.draft.mentions[number]
        link = active_dialect().link(mention.tier or mention.kind, "goal")
        if link is None:
            return False
        self.draft.link_mentions(number, goal, link, "heading")
        return True

    def _link_to_theme(self, number: int) -> None:
        """A goal is part of the theme above it; an effort keeps the name of that."""
        theme = self.headings.theme
        if self.unplaced.theme is not None:
            theme = self.unplaced.theme
        kind = self.draft.mentions[number].kind
        if kind == "goal" and theme is not None:
            self.draft.link_mentions(number, theme, "part_of", "heading")
        elif kind == "effort":
            self._keep_group(number, theme)

    def _keep_group(self, number: int, theme: int | None) -> None:
        """An effort without a goal keeps the name of the theme or heading that it stands under."""
        mention = self.draft.mentions[number]
        is_told = self.unplaced.is_told
        if theme is not None:
            mention.group = mention.group or self.draft.mentions[theme].text
        elif not is_told:
            mention.group = mention.group or self.headings.heading
        if not is_told:
            self.draft.loose.append(number)
