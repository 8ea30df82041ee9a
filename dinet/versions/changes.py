"""What changed of an element that is in both versions, and what that asks of who must reach it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from dinet.model import AIM_KINDS, Aim, Element, Target
from dinet.targets.known_target import KnownTarget, know_target
from dinet.targets.stated_figures import (
    KnownBaseline,
    KnownDeadline,
    KnownValue,
)
from dinet.targets.target_direction import better_direction
from dinet.versions.counted_units import count_the_same, may_count_the_same
from dinet.vocabulary.folding import fold_text

ChangeKind = Literal[
    "reworded",
    "value",
    "deadline",
    "baseline",
    "source",
    "owner",
    "period",
    "budget",
    "moved",
    "kind",
]
Effect = Literal["stricter", "softer", "later", "earlier", "none", "unknown"]

MEANING_CHANGES: frozenset[ChangeKind] = frozenset(
    {"value", "deadline", "baseline"}
)
"""Changes of what a target asks: what serves it may no longer do."""
_WHOLE = 100
"""In per cent."""


@dataclass(frozen=True, slots=True)
class ElementChange:
    """One thing that changed.

    Args:
        kind: What changed.
        old: Its words in the old version; empty when there were none.
        new: Its words in the new one; empty when it has none.
        effect: What it asks: more or less, later or earlier; ``none`` where it asks nothing else,
            ``unknown`` where the words do not tell.
    """

    kind: ChangeKind
    old: str
    new: str
    effect: Effect = "none"


def find_changes(
    old: Element, new: Element, lang: str
) -> tuple[ElementChange, ...]:
    """What differs between two versions of one element, apart from what it hangs with.

    Args:
        old: In the old version.
        new: In the new one.
        lang: The language of both.

    Returns:
        The changes in the order of ``ChangeKind``; empty when nothing changed.

    Example:
        >>> was = Target(id="S1", text="In 2026 sport 60% van de jeugd.")
        >>> becomes = Target(id="S4", text="In 2028 sport 65% van de jeugd.")
        >>> [(change.kind, change.effect) for change in find_changes(was, becomes, "nl")]
        [('reworded', 'none'), ('value', 'stricter'), ('deadline', 'later')]
    """
    changes = []
    if fold_text(old.text) != fold_text(new.text):
        changes.append(ElementChange("reworded", old.text, new.text))
    if old.kind in AIM_KINDS and new.kind in AIM_KINDS:
        changes += _asked_changes(old, new, lang)
    changes += _field_changes(old, new)
    if old.kind != new.kind:
        changes.append(ElementChange("kind", old.kind, new.kind, "unknown"))
    return tuple(changes)


def _asked_changes(
    old: Element, new: Element, lang: str
) -> Iterator[ElementChange]:
    """What a target asks, or a goal with a figure; of what stayed to the letter nothing is read."""
    if (old.text, _aim_of(old)) == (new.text, _aim_of(new)):
        return
    was, becomes = know_target(old, lang), know_target(new, lang)
    yield from _value_changes(was, becomes, lang)
    yield from _deadline_changes(was, becomes)
    yield from _baseline_changes(was, becomes)


def _aim_of(element: Element) -> Aim | None:
    return element.target if isinstance(element, Target) else None


# --- values -----------------------------------------------------------------------------------


def _value_changes(
    old: KnownTarget, new: KnownTarget, lang: str
) -> Iterator[ElementChange]:
    """The values that are not in both, each beside the one of its unit in the other version."""
    was = _values_not_in(old, new)
    becomes = _values_not_in(new, old)
    are_alone = len(was) == len(becomes) == 1
    for value in was:
        partner = _partner_of(value, becomes, lang)
        if are_alone and _count_alike(old, new):
            partner = becomes[0]
        if partner:
            becomes.remove(partner)
            effect = _effect_of_values(value, partner, (old, new))
            yield ElementChange("value", *_words_of(value, partner), effect)
        elif not new.values or old.element.text != new.element.text:
            yield ElementChange("value", value.origin.words, "", "unknown")
    for value in becomes:
        yield ElementChange("value", "", value.origin.words, "unknown")


def _count_alike(old: KnownTarget, new: KnownTarget) -> bool:
    """Both start from one figure, so they count one thing, whatever they call it."""
    starts = [
        {(start.year, start.value) for start in target.baselines}
        for target in (old, new)
    ]
    return any(value is not None for _, value in starts[0] & starts[1])


def _values_not_in(
    target: KnownTarget, other: KnownTarget
) -> list[KnownValue]:
    return [
        value
        for value in target.values
        if not _has_value(other, value) and _is_asked(target, value)
    ]


def _is_asked(target: KnownTarget, value: KnownValue) -> bool:
    """A goal asks a figure: "in elke wijk" in it is no value of 100%."""
    is_target = isinstance(target.element, Target)
    return is_target or any(map(str.isdigit, value.origin.words))


def _has_value(target: KnownTarget, value: KnownValue) -> bool:
    """One of a target is that value; 80% and 80 scholen are two."""
    facts = value.value, value.comparator
    return any(
        (other.value, other.comparator) == facts
        and may_count_the_same(other.unit, value.unit)
        for other in target.values
    )


def _partner_of(
    value: KnownValue, others: Sequence[KnownValue], lang: str
) -> KnownValue | None:
    """The first value of the same unit, or else the first that counts the same."""
    unit = fold_text(value.unit)
    of_unit = [other for other in others if fold_text(other.unit) == unit]
    alike = of_unit or [
        other
        for other in others
        if count_the_same(other.unit, value.unit, lang)
    ]
    return alike[0] if alike else None


def _words_of(value: KnownValue, other: KnownValue) -> tuple[str, str]:
    return value.origin.words, other.origin.words


def _effect_of_values(
    old: KnownValue, new: KnownValue, targets: tuple[KnownTarget, KnownTarget]
) -> Effect:
    """Whether a value asks more than another: what is better has to be known for that."""
    before, after = _middle_of(old), _middle_of(new)
    direction = better_direction(*targets, (old, new))
    if old.kind != new.kind or not direction or _turn_round(old, new):
        return "unknown"
    if before == after:
        return "none"
    grows = after > before
    # of a step or a distance more is always stricter, whichever way it goes
    asks_more = (
        grows if direction == "up" or old.kind != "level" else not grows
    )
    return "stricter" if asks_more else "softer"


def _turn_round(old: KnownValue, new: KnownValue) -> bool:
    """One says of the others what the other says: "95% op tijd", "hoogstens 5% te laat"."""
    if {old.unit, new.unit} != {"%"} or old.value == new.value:
        return False
    are_whole = _middle_of(old) + _middle_of(new) == _WHOLE
    return are_whole and (
        old.comparator != new.comparator or _WHOLE in (old.value, new.value)
    )


def _middle_of(value: KnownValue) -> float:
    """The number, or the middle of a range."""
    if isinstance(value.value, tuple):
        return sum(value.value) / len(value.value)
    return value.value


# --- deadlines and baselines ------------------------------------------------------------------


def _deadline_changes(
    old: KnownTarget, new: KnownTarget
) -> Iterator[ElementChange]:
    """The deadlines that are not in both, in pairs by their order."""
    was = _deadlines_not_in(old, new)
    becomes = _deadlines_not_in(new, old)
    for first, second in zip(was, becomes, strict=False):
        effect = _effect_of_deadlines(first.norm, second.norm)
        yield ElementChange(
            "deadline", first.origin.words, second.origin.words, effect
        )
    if not new.deadlines:
        for left in was:
            yield ElementChange("deadline", left.origin.words, "", "unknown")
    if not old.deadlines:
        for added in becomes:
            yield ElementChange("deadline", "", added.origin.words, "unknown")


def _deadlines_not_in(
    target: KnownTarget, other: KnownTarget
) -> list[KnownDeadline]:
    there = {deadline.norm for deadline in other.deadlines}
    return [one for one in target.deadlines if one.norm not in there]


def _effect_of_deadlines(old: str, new: str) -> Effect:
    """Norms begin with their year, so those of one form are in the order of time."""
    if not (old[:1].isdigit() and new[:1].isdigit()):
        return "unknown"
    length = min(len(old), len(new))
    before, after = old[:length], new[:length]
    if before == after:
        return "unknown"
    return "later" if after > before else "earlier"


def _baseline_changes(
    old: KnownTarget, new: KnownTarget
) -> Iterator[ElementChange]:
    """One change when the starting points differ in more than the year that is looked back at."""
    was, becomes = _starts_of(old), _starts_of(new)
    if set(map(_baseline_facts, was)) != set(map(_baseline_facts, becomes)):
        yield ElementChange(
            "baseline", _join_origins(was), _join_origins(becomes)
        )


def _starts_of(target: KnownTarget) -> list[KnownBaseline]:
    """What it starts from: a year alone ("t.o.v. 2019") only where nothing else is a start."""
    starts = [
        baseline
        for baseline in target.baselines
        if baseline.value is not None or baseline.reference
    ]
    has_level = any(value.kind == "level" for value in target.values)
    return starts or ([] if has_level else list(target.baselines))


def _baseline_facts(
    baseline: KnownBaseline,
) -> tuple[str | None, float | None, str]:
    reference = fold_text(baseline.reference or "")
    return baseline.year, baseline.value, reference


def _join_origins(baselines: list[KnownBaseline]) -> str:
    return "; ".join(baseline.origin.words for baseline in baselines)


# --- fields ---------------------------------------------------------------------------------------


def _field_changes(old: Element, new: Element) -> Iterator[ElementChange]:
    """What the cells beside an element say otherwise."""
    yield from _compare_words("source", old.sources, new.sources)
    yield from _compare_words("owner", _owners_of(old), _owners_of(new))
    yield from _compare_words("period", _period_of(old), _period_of(new))
    yield from _compare_words("budget", (old.budget,), (new.budget,))


def _owners_of(element: Element) -> tuple[str | None, ...]:
    return element.owners or (element.vacant,)


def _period_of(element: Element) -> tuple[str | None, ...]:
    steps = tuple(f"{step.period}: {step.phase}" for step in element.planning)
    return (element.phase, element.period, *steps)


def _compare_words(
    kind: ChangeKind,
    old: tuple[str | None, ...],
    new: tuple[str | None, ...],
) -> Iterator[ElementChange]:
    """A change when the words differ, whatever their order."""
    was, becomes = list(filter(None, old)), list(filter(None, new))
    if set(map(fold_text, was)) != set(map(fold_text, becomes)):
        yield ElementChange(kind, ", ".join(was), ", ".join(becomes))
