"""Efforts by who answers for them, by phase, by theme and by goal, with the money of each.

An effort of two owners or two goals stands whole under each of them, and once in the total. The
counts, the words and the data of every output are made from ``break_down``.
"""

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from typing import Literal, NamedTuple, get_args

from dinet.language import Sentence, translate_words
from dinet.model import Effort, Element, Goal
from dinet.network import Network
from dinet.network.contribution import split_equally
from dinet.network.goal_parts import whole_goals
from dinet.report.coverage.money_sum import MoneyReader, MoneySum
from dinet.wording.labels import FIELD_NAMES
from dinet.wording.undetermined import is_vacant

BreakdownWay = Literal["owner", "phase", "theme", "money"]
"""By what efforts are divided; ``money`` is by the goals that they cost it for."""
BREAKDOWN_WAYS: tuple[BreakdownWay, ...] = get_args(BreakdownWay)


class GroupKey(NamedTuple):
    """By what some efforts are together.

    Args:
        role: Of an owner, as the document calls it; empty for just an owner, and elsewhere.
        name: Of the owner, the phase, or the id of a theme or goal; None: the document names none.
        text: Of the theme or goal.
    """

    role: str
    name: str | None
    text: str = ""


class BreakdownRow(NamedTuple):
    """The efforts of one owner, phase, theme or goal.

    Args:
        key: By what they are together.
        efforts: In the order of the programme.
        shared: Those of them that stand in another row of the same role too.
        goals: That these efforts serve, directly or through others; of a theme only its own.
        resting: The goals and targets of which every effort is one of these: when these stop, no
            effort leads to them any more. Empty by theme and by goal.
        money: Of these efforts.
        own_money: That a goal states itself; None in every other row.
        share: Of an owner how much of the goals his efforts carry, whole also of those that he
            has with others; None in every other row.
    """

    key: GroupKey
    efforts: tuple[Effort, ...]
    shared: tuple[Effort, ...]
    goals: tuple[Goal, ...]
    resting: tuple[Element, ...]
    money: MoneySum
    own_money: MoneySum | None = None
    share: Fraction | None = None


class Breakdown(NamedTuple):
    """All efforts, divided in one way.

    Args:
        way: By what.
        rows: The largest first; what the document does not say last.
        efforts: How many there are: each once.
        shared: Those that stand in more than one row of the same role.
        money: Of all efforts together, each once.
    """

    way: BreakdownWay
    rows: tuple[BreakdownRow, ...]
    efforts: int
    shared: tuple[Effort, ...]
    money: MoneySum


def break_down(network: Network, way: BreakdownWay) -> Breakdown:
    """Divide the efforts of a programme.

    Args:
        network: The programme.
        way: By owner with every role apart, by phase, by theme, or by goal (``money``).
    """
    keys_of = _KEYS_OF[way](network)
    keys_by_effort = {effort.id: keys_of(effort) for effort in network.efforts}
    groups = _Groups(network, keys_by_effort)
    if way in ("owner", "phase"):
        groups.find_resting()
    if way == "owner":
        # of a document that links nothing no share is known, and none is zero
        groups.shares = split_equally(whole_goals(network)) or None
    if way == "theme":
        groups.find_theme_goals()
    rows = sorted(map(groups.row_of, groups.efforts_by_key), key=_row_order)
    if way == "money":
        rows = [groups.with_own_money(row) for row in rows]
    shared = [effort for effort in network.efforts if groups.is_shared(effort)]
    return Breakdown(
        way,
        tuple(rows),
        len(network.efforts),
        tuple(shared),
        groups.money.sum_of(network.efforts),
    )


def _row_order(row: BreakdownRow) -> tuple[bool, str, int]:
    """Roles together, in each the most efforts first; what is not said comes last."""
    return row.key.name is None, row.key.role, -len(row.efforts)


class _Groups:
    """The efforts of each key, and what rests on them."""

    def __init__(
        self, network: Network, keys_by_effort: dict[str, list[GroupKey]]
    ) -> None:
        self.network = network
        self.money = MoneyReader(network.programme.lang)
        self.keys_by_effort = keys_by_effort
        self.efforts_by_key: dict[GroupKey, list[Effort]] = {}
        for effort in network.efforts:
            for key in keys_by_effort[effort.id]:
                self.efforts_by_key.setdefault(key, []).append(effort)
        self.goals_of = goals_by_effort(network)
        self.goals_by_id = {goal.id: goal for goal in network.goals}
        self.order_of = {goal: at for at, goal in enumerate(self.goals_by_id)}
        self.resting_on: dict[GroupKey, list[Element]] = {}
        self.theme_goals: dict[str | None, set[str]] = {}
        self.shares: dict[str, Fraction] | None = None

    def row_of(self, key: GroupKey) -> BreakdownRow:
        """The row of a key."""
        efforts = self.efforts_by_key[key]
        goals = self._goals_served(key)
        shared = [one for one in efforts if self._is_in_other(one, key)]
        return BreakdownRow(
            key,
            tuple(efforts),
            tuple(shared),
            goals,
            tuple(self.resting_on.get(key, ())),
            self.money.sum_of(efforts),
            share=self._share_of(efforts),
        )

    def _share_of(self, efforts: Iterable[Effort]) -> Fraction | None:
        """How much of the goals some efforts carry; None where that is not asked."""
        if self.shares is None:
            return None
        shares = [
            self.shares.get(effort.id, Fraction(0)) for effort in efforts
        ]
        return sum(shares, Fraction(0))

    def with_own_money(self, row: BreakdownRow) -> BreakdownRow:
        """The row of a goal with what the goal itself states."""
        if row.key.name is None:
            return row
        own = self.money.sum_of([self.goals_by_id[row.key.name]])
        return row._replace(own_money=own)

    def _goals_served(self, key: GroupKey) -> tuple[Goal, ...]:
        """The goals that the efforts of a key serve; of a theme only its own."""
        served = {
            goal
            for effort in self.efforts_by_key[key]
            for goal in self.goals_of[effort.id]
        }
        if self.theme_goals:
            served &= self.theme_goals.get(key.name, set())
        in_order = sorted(served, key=self.order_of.__getitem__)
        return tuple(map(self.goals_by_id.__getitem__, in_order))

    def is_shared(self, effort: Effort) -> bool:
        """Whether it stands in two rows of one role."""
        keys = self.keys_by_effort[effort.id]
        return any(self._is_in_other(effort, key) for key in keys)

    def _is_in_other(self, effort: Effort, key: GroupKey) -> bool:
        return any(
            other != key and other.role == key.role
            for other in self.keys_by_effort[effort.id]
        )

    def find_theme_goals(self) -> None:
        """Note the goals of each theme, and those without one."""
        for goal in self.network.goals:
            themes = [theme.id for theme in self.network.themes_of(goal)]
            names: list[str | None] = [*themes]
            for theme in names or [None]:
                self.theme_goals.setdefault(theme, set()).add(goal.id)

    def find_resting(self) -> None:
        """Note for each key the goals and targets of which every effort has it."""
        efforts_of = self.network.efforts_per_goal()
        for goal in self.network.goals:
            self._note_resting(goal, efforts_of[goal.id])
        for target in self.network.targets:
            efforts = self.network.efforts_for(target)
            self._note_resting(target, [effort.id for effort in efforts])

    def _note_resting(self, aim: Element, efforts: Iterable[str]) -> None:
        for key in self._keys_of_all(efforts):
            self.resting_on.setdefault(key, []).append(aim)

    def _keys_of_all(self, efforts: Iterable[str]) -> list[GroupKey]:
        """The keys that all of some efforts have; none for no efforts."""
        common: list[GroupKey] | None = None
        for effort in efforts:
            keys = self.keys_by_effort[effort]
            if common is None:
                common = keys
            common = [key for key in common if key in keys]
        # that nobody answers for all of them is no person on whom it rests
        return [key for key in common or () if key.name is not None]


KeysOfEffort = Callable[[Effort], list[GroupKey]]


def _keys_by_owner(network: Network) -> KeysOfEffort:
    usual = translate_words(FIELD_NAMES["owners"], network.programme.lang)
    return lambda effort: list(
        dict.fromkeys(_owner_keys(effort, usual.casefold()))
    )


def _owner_keys(effort: Effort, usual: str) -> Iterator[GroupKey]:
    """Every role with its name; who has no role of his own, or the usual, is just an owner.

    Words that name nobody, such as ``vacant``, are no owner.
    """
    with_role = {role.name for role in effort.roles}
    roles = [
        ("" if role.role.casefold() == usual else role.role, role.name)
        for role in effort.roles
    ]
    roles += [("", owner) for owner in effort.owners if owner not in with_role]
    named = [GroupKey(*each) for each in roles if not is_vacant(each[1])]
    yield from named or [GroupKey("", None)]


def _keys_by_phase(_network: Network) -> KeysOfEffort:
    return lambda effort: list(dict.fromkeys(_phase_keys(effort)))


def _phase_keys(effort: Effort) -> Iterator[GroupKey]:
    """The phase of an effort, else those of the steps of its planning."""
    phases = [effort.phase] if effort.phase else []
    for phase in phases or [step.phase for step in effort.planning]:
        yield GroupKey("", " ".join(phase.split()))
    if not phases and not effort.planning:
        yield GroupKey("", None)


def _keys_by_theme(network: Network) -> KeysOfEffort:
    if not network.themes:
        return lambda _: [GroupKey("", None)]
    return lambda effort: _keys_of_elements(network.themes_of(effort))


def _keys_by_goal(network: Network) -> KeysOfEffort:
    goals_of = goals_by_effort(network)
    goals = {goal.id: goal for goal in network.goals}
    return lambda effort: _keys_of_elements(
        map(goals.__getitem__, goals_of[effort.id])
    )


def goals_by_effort(network: Network) -> dict[str, list[str]]:
    """For each effort the ids of the goals that it serves, directly or through others."""
    goals_of: dict[str, list[str]] = {
        effort.id: [] for effort in network.efforts
    }
    for goal, efforts in network.efforts_per_goal().items():
        for effort in efforts:
            goals_of[effort].append(goal)
    return goals_of


def _keys_of_elements(elements: Iterable[Element]) -> list[GroupKey]:
    keys = [GroupKey("", element.id, element.text) for element in elements]
    return keys or [GroupKey("", None)]


_KEYS_OF: dict[BreakdownWay, Callable[[Network], KeysOfEffort]] = {
    "owner": _keys_by_owner,
    "phase": _keys_by_phase,
    "theme": _keys_by_theme,
    "money": _keys_by_goal,
}

WAY_NAMES: dict[BreakdownWay, Sentence] = {
    "owner": Sentence("Efforts by owner"),
    "phase": Sentence("Efforts by phase"),
    "theme": Sentence("Efforts by theme"),
    "money": Sentence("Money by goal"),
}
"""The title of each breakdown."""
NAMELESS: dict[BreakdownWay, Sentence] = {
    "owner": Sentence("Without owner, or still to be found"),
    "phase": Sentence("Without phase"),
    "theme": Sentence("Without theme"),
    "money": Sentence("Without goal"),
}
"""What the row of the efforts is called of which the document does not say it."""


def told_ways(network: Network) -> list[BreakdownWay]:
    """The breakdowns that a report has room for: those of which the document says something."""
    efforts = network.efforts
    says: dict[BreakdownWay, bool] = {
        "owner": any(effort.owners or effort.roles for effort in efforts),
        "phase": any(effort.phase or effort.planning for effort in efforts),
        "theme": False,
        "money": any(effort.budget or effort.amounts for effort in efforts),
    }
    return [way for way in BREAKDOWN_WAYS if says[way]]
