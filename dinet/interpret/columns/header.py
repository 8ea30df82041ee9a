"""What headings mean among the others of their table.

There the same words may say more, or something else.
"""

import re
from collections.abc import Callable, Container, Sequence

from dinet.interpret.columns.column_headings import ColumnHeading
from dinet.model import Kind
from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.dialect import plain
from dinet.vocabulary.phrases import any_of
from dinet.vocabulary.roles import (
    Role,
    in_network,
    kind_described_by,
    kind_of,
    kinds_named_in,
    names_income,
    numbers_other,
    stated_role,
)
from dinet.vocabulary.time_headings import without_year

_MEASURED_ROLES = frozenset({"baseline", "realised", "forecast"})
"""What stands in a column beside that of the values aimed at."""


@once_per_dialect
def _indicator_pattern() -> re.Pattern[str]:
    return re.compile(any_of(words_of("headings.indicators")))


@once_per_dialect
def _values_words() -> frozenset[str]:
    return frozenset(words_of("headings.values"))


def resolve_roles(
    headings: Sequence[ColumnHeading],
) -> tuple[ColumnHeading, ...]:
    """The headings of a table that is known for a network, each with its role among the others.

    What a person said of a heading is its role, whatever stands beside it.
    """
    return tuple(map(_as_stated, _resolve_among_others(headings)))


def _as_stated(heading: ColumnHeading) -> ColumnHeading:
    role = stated_role(heading.text)
    return heading._replace(role=role) if role else heading


def _resolve_among_others(
    headings: Sequence[ColumnHeading],
) -> tuple[ColumnHeading, ...]:
    """The headings of a table that is known for a network, each with its role among the others.

    A table of indicators without efforts has no money but values: ``Begroting 2026``. An
    indicator beside a target says how that is measured, and a ``Target`` beside an indicator
    with a baseline is its value. ``Omschrijving doel`` beside ``Doel`` explains it.
    """
    headings = _aimed_from_baselines(_with_money_apart(headings))
    headings = _with_standing_apart(headings)
    headings = _with_ways_apart(_with_answers_to_risks_apart(headings))
    headings = _with_outcomes_served(_as_ogsm(headings))
    headings = _with_factors_measured(headings)
    names = set(map(_role_name, headings))
    measures = "target" in names and "effort" not in names
    wide = [
        _widened_heading(heading, measures=measures) for heading in headings
    ]
    # what a heading describes first: `DoelID` beside `Omschrijving doel` numbers these goals
    explained = [_settle_explanation(heading, wide) for heading in wide]
    referring = list(map(_as_reference, explained))
    settled = [_settle_reference(heading, referring) for heading in referring]
    settled = list(_with_earlier_values(settled))
    return _with_targets_apart(_with_reached_apart(settled))


def _with_earlier_values(
    headings: Sequence[ColumnHeading],
) -> Sequence[ColumnHeading]:
    """The headings; ``Waarde 2024`` before ``Streefwaarde 2028`` is where the target starts.

    Of several years the first one is; a later one is what was measured then. Nothing changes where
    another column says where the targets start.
    """
    names = set(map(_role_name, headings))
    early = _measured_before_aims(headings)
    if "target" not in names or "baseline" in names or not early:
        return headings
    first = min(early, key=_year_in)
    roles = {heading.text: Role("realised") for heading in early}
    roles[first.text] = Role("baseline")
    return [
        heading._replace(role=roles.get(heading.text, heading.role))
        for heading in headings
    ]


def _measured_before_aims(
    headings: Sequence[ColumnHeading],
) -> list[ColumnHeading]:
    """The words for values with a year before those that are aimed at."""
    aims = [
        _year_in(heading)
        for heading in headings
        if _role_name(heading) == "value" and _year_in(heading)
    ]
    words = words_of("headings.measured")
    return [
        heading
        for heading in headings
        if heading.role is None
        and _words_without_year(heading) in words
        and "" < _year_in(heading) < min(aims, default="")
    ]


def _year_in(heading: ColumnHeading) -> str:
    return without_year(heading.text)[1] or ""


def _with_targets_apart(
    headings: Sequence[ColumnHeading],
) -> tuple[ColumnHeading, ...]:
    """The headings; of several targets some may be values or indicators of the others."""
    targets = [
        heading for heading in headings if _role_name(heading) == "target"
    ]
    measured = _MEASURED_ROLES.intersection(map(_role_name, headings))
    if measured and len(targets) > 1 and any(map(_names_values, targets)):
        return _rename_targets(headings, "value", _names_values)
    if all(map(_names_indicator, targets)):
        # there is nothing else that they could measure
        return tuple(headings)
    return _rename_targets(headings, "indicator", _names_indicator)


def _with_money_apart(
    headings: Sequence[ColumnHeading],
) -> Sequence[ColumnHeading]:
    """The headings; ``Baten`` beside ``Lasten`` or ``Saldo`` is money, not a benefit."""
    texts = {_words_without_year(heading) for heading in headings}
    if texts.isdisjoint(words_of("headings.beside_income")):
        return headings
    return [
        heading._replace(role=Role("budget"))
        if names_income(_words_without_year(heading))
        else heading
        for heading in headings
    ]


def _words_without_year(heading: ColumnHeading) -> str:
    """``Lasten 2025`` is about money as ``Lasten`` is."""
    return plain(without_year(heading.text)[0])


def _with_ways_apart(
    headings: Sequence[ColumnHeading],
) -> Sequence[ColumnHeading]:
    """The headings; ``Uitvoering`` behind other efforts is a remark on these.

    Met in a council proposal: *Doel, Inspanning, Uitvoering* with the name of a team in each row.
    """
    efforts = [
        number
        for number, heading in enumerate(headings)
        if _role_name(heading) == "effort"
    ]
    if not efforts or _names_way(headings[efforts[0]]):
        return headings
    return [
        heading._replace(role=Role("remark"))
        if number > efforts[0] and _names_way(heading)
        else heading
        for number, heading in enumerate(headings)
    ]


def _with_answers_to_risks_apart(
    headings: Sequence[ColumnHeading],
) -> Sequence[ColumnHeading]:
    """The headings; ``Maatregel`` behind ``Risico`` is what is done about that.

    Met: *Doel, Inspanning, Risico, Maatregel*, in which insurances became efforts for the goal.
    """
    risks = words_of("headings.registers")
    settled: list[ColumnHeading] = []
    worked = answers = False
    for heading in headings:
        is_work = _role_name(heading) == "effort"
        apart = is_work and answers
        worked = worked or is_work
        answers = answers or (worked and plain(heading.text) in risks)
        settled.append(
            heading._replace(role=Role("other")) if apart else heading
        )
    return settled


def _names_way(heading: ColumnHeading) -> bool:
    return plain(heading.text) in words_of("headings.ways_of_working")


def _aimed_from_baselines(
    headings: Sequence[ColumnHeading],
) -> Sequence[ColumnHeading]:
    """The headings; of two that ask for goals, one behind where things stand asks for the target.

    Met in agreements on sports: *Wat willen we? Waar staan we nu? Waar willen we naartoe?* above
    ``65% in 2029``, which became a second goal. On cards it is called ``Gewenste situatie``; beside
    an indicator, as there, it is the value of that.
    """
    measured = "target" in map(_role_name, headings)
    aim = Role("value" if measured else "target")
    goals = [
        number
        for number, heading in enumerate(headings)
        if kind_of(heading.role) == "goal"
    ]
    return [
        heading._replace(role=aim)
        if number in goals[1:]
        and _asks_for_more(heading)
        and _role_name(headings[number - 1]) == "baseline"
        else heading
        for number, heading in enumerate(headings)
    ]


def _asks_for_more(heading: ColumnHeading) -> bool:
    wished = words_of("headings.wished_states")
    return heading.text.endswith("?") or _words_without_year(heading) in wished


def _with_outcomes_served(
    headings: Sequence[ColumnHeading],
) -> Sequence[ColumnHeading]:
    """The headings; ``Outcome`` beside ``Output`` is what the outputs serve, no measure of these.

    Met in result chains: *Outcome, Output, Activity*. Without a column of goals they are the goals,
    unless ``Impact`` stands there too.
    """
    outputs = words_of("headings.outputs")
    if not any(plain(heading.text) in outputs for heading in headings):
        return headings
    outcomes = words_of("headings.outcomes")
    if any(plain(heading.text) in outcomes for heading in headings):
        headings = _with_impact_served(headings)
    has_goals = any(kind_of(heading.role) == "goal" for heading in headings)
    served = Role("benefit" if has_goals else "goal")
    return [
        heading._replace(role=served)
        if plain(heading.text) in outcomes
        else heading
        for heading in headings
    ]


def _with_factors_measured(
    headings: Sequence[ColumnHeading],
) -> Sequence[ColumnHeading]:
    """The headings; a success factor beside indicators is what these measure, and no target.

    Met in scorecards: *Doel, Kritieke succesfactor, Prestatie-indicator, Norm, Initiatief*.
    """
    factors = words_of("headings.success_factors")
    named = [plain(heading.text) in factors for heading in headings]
    measured = any(
        _role_name(heading) == "target" and not is_factor
        for heading, is_factor in zip(headings, named, strict=True)
    )
    if not measured:
        return headings
    return [
        heading._replace(role=Role("result")) if is_factor else heading
        for heading, is_factor in zip(headings, named, strict=True)
    ]


def _as_ogsm(headings: Sequence[ColumnHeading]) -> Sequence[ColumnHeading]:
    """The headings; ``Goals`` between ``Objective`` and ``Strategies`` are targets, in figures.

    The strategies are work, and beside actions ``Measures`` or ``Dashboard`` says what is
    followed. Met in year plans on one page, where the goals were read as goals of the same height.
    """
    words = {plain(heading.text) for heading in headings}
    named = ("headings.ogsm_objectives", "headings.ogsm_goals")
    strategies = words_of("headings.ogsm_strategies")
    for listed in (*map(words_of, named), strategies):
        if words.isdisjoint(listed):
            return headings
    roles = dict.fromkeys(words_of("headings.ogsm_goals"), Role("target"))
    roles |= dict.fromkeys(strategies, Role("effort"))
    if _has_other_work(headings):
        measures = words_of("headings.ogsm_measures")
        roles |= dict.fromkeys(measures, Role("target"))
    return [
        heading._replace(role=roles.get(plain(heading.text), heading.role))
        for heading in headings
    ]


def _has_other_work(headings: Sequence[ColumnHeading]) -> bool:
    """A column holds efforts that is not called ``Measures``, which may be both."""
    measures = words_of("headings.ogsm_measures")
    return any(
        _role_name(heading) == "effort" and plain(heading.text) not in measures
        for heading in headings
    )


def _with_impact_served(
    headings: Sequence[ColumnHeading],
) -> Sequence[ColumnHeading]:
    """The headings of a result chain; ``Impact`` is its goal, and no remark on a risk."""
    levels = words_of("headings.levels_of_goals")
    return [
        heading._replace(role=Role("goal"))
        if plain(heading.text) in levels and not kind_of(heading.role)
        else heading
        for heading in headings
    ]


def _with_standing_apart(
    headings: Sequence[ColumnHeading],
) -> Sequence[ColumnHeading]:
    """The headings; ``Stand`` in a table without targets is the status of its efforts."""
    names = set(map(_role_name, headings))
    if "effort" not in names or names & {"target", "value", "indicator"}:
        return headings
    return [
        heading._replace(role=Role("status"))
        if _role_name(heading) == "baseline" and _names_standing(heading)
        else heading
        for heading in headings
    ]


def _with_reached_apart(
    headings: Sequence[ColumnHeading],
) -> Sequence[ColumnHeading]:
    """The headings; what stands now is where a target starts only when no column says more.

    Met as ``Nulmeting 2021``, ``Stand 2024``: the second one is what has been reached.
    """
    baselines = [
        heading for heading in headings if _role_name(heading) == "baseline"
    ]
    if all(map(_names_standing, baselines)):
        return headings
    return [
        heading._replace(role=Role("realised"))
        if heading in baselines and _names_standing(heading)
        else heading
        for heading in headings
    ]


def _names_standing(heading: ColumnHeading) -> bool:
    words = words_of("headings.standing")
    return any(word in words for word in plain(heading.text).split())


def _names_values(heading: ColumnHeading) -> bool:
    """The heading may stand above values: ``Target``."""
    return plain(heading.text) in _values_words()


def _names_indicator(heading: ColumnHeading) -> bool:
    return _indicator_pattern().search(plain(heading.text)) is not None


def _role_name(heading: ColumnHeading) -> str:
    return heading.role.name if heading.role else ""


def _widened_heading(
    heading: ColumnHeading, *, measures: bool
) -> ColumnHeading:
    """The heading with what it says in a network, where it says nothing by itself."""
    open_ = _role_name(heading) in ("", "other") or (
        measures and _role_name(heading) == "budget"
    )
    if not open_ or kind_described_by(heading.text):
        # met: `Omschrijving van de opgave`, which is about goals as `Omschrijving opgave` is
        return heading
    role = in_network(heading.text)
    return heading._replace(role=role) if role else heading


def _as_reference(heading: ColumnHeading) -> ColumnHeading:
    """A heading such as ``Doel nr`` with the role of a reference."""
    may_refer = _role_name(heading) in ("", "other", "number", "remark")
    if may_refer and numbers_other(heading.text):
        return heading._replace(role=Role("reference"))
    return heading


def _settle_reference(
    heading: ColumnHeading, headings: Sequence[ColumnHeading]
) -> ColumnHeading:
    """A heading of references, as what it is among the others of its table.

    ``Doelnr`` beside ``Doel`` numbers these goals. ``Draagt bij aan doel`` in a table without
    goals names those that the rows serve; beside goals it names others that they serve as well.
    """
    if _role_name(heading) != "reference":
        return heading
    in_words = {kind_of(other.role) for other in headings} - {None}
    kinds = _kinds_served(heading, in_words)
    if numbers_other(heading.text) and in_words.intersection(kinds):
        return heading._replace(role=Role("number"))
    if not in_words or in_words.intersection(kinds or ("goal",)):
        return heading
    has_kinds = "kind" in map(_role_name, headings)
    if len(kinds) > 1 or has_kinds:
        return heading
    tier = (*kinds, "goal")[0]
    return heading._replace(role=Role(tier), refers=True)


def _kinds_served(
    heading: ColumnHeading, in_words: Container[Kind | None]
) -> tuple[Kind, ...]:
    """The kinds that a heading of references names, without that of the row itself.

    Met on cards of projects: ``Doel waaraan het project bijdraagt``.
    """
    kinds = kinds_named_in(heading.text)
    if "goal" not in kinds or "effort" not in in_words:
        return kinds
    return tuple(kind for kind in kinds if kind != "effort")


def _settle_explanation(
    heading: ColumnHeading, headings: Sequence[ColumnHeading]
) -> ColumnHeading:
    """``Omschrijving doel`` holds the goals, or a remark when another column holds these."""
    tier = (
        kind_described_by(heading.text)
        if _role_name(heading) in ("", "other")
        else None
    )
    if tier is None:
        return heading
    same = [
        other
        for other in headings
        if tier in (_role_name(other), kind_described_by(other.text))
    ]
    own = all(_role_name(other) != tier for other in same) and same[:1] == [
        heading
    ]
    own = own or _names_whole_work(heading, same)
    return heading._replace(role=Role(tier if own else "remark"))


def _names_whole_work(
    heading: ColumnHeading, efforts: Sequence[ColumnHeading]
) -> bool:
    """``Projectnaam`` before ``Activiteiten`` names the work of which these are told.

    Met on forms per project, of which only the activities were read. ``Projectnaam`` beside
    ``Project``, or behind the activities, only says more of these.
    """
    if kind_described_by(heading.text) != "effort" or efforts[0] != heading:
        return False
    words = plain(heading.text)
    if not any(word in words for word in words_of("headings.names_alone")):
        return False
    return not any(
        plain(other.text) in words for other in efforts if other != heading
    )


def _rename_targets(
    headings: Sequence[ColumnHeading],
    name: str,
    is_renamed: Callable[[ColumnHeading], bool],
) -> tuple[ColumnHeading, ...]:
    """The headings; those of targets that fulfil a condition say something of a target instead."""
    return tuple(
        heading._replace(role=Role(name))
        if _role_name(heading) == "target" and is_renamed(heading)
        else heading
        for heading in headings
    )
