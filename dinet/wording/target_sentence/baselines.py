"""The starting points of a target: what was measured when, and the yardsticks beside it."""

from dinet.wording.target_sentence.quantities import Quantity
from dinet.wording.target_sentence.result import TargetBaseline
from dinet.wording.target_sentence.roles import SentenceParts, Yardstick
from dinet.wording.target_sentence.target_text import FREE, TargetText
from dinet.wording.target_sentence.times import TIME, TimeExpression

_FAR = 14
"""In tokens: what stands further apart is of two starting points."""
_MOST_ARTICLES = 4
"""Between "onder" and the yardstick: "onder dat van het"."""


def find_yardsticks(text: TargetText) -> list[Yardstick]:
    """References that are not the own past, where a word compares with them."""
    found = []
    behind = 0
    for index, end in text.phrases_of("baseline.reference"):
        if index < behind or text.claims[index] != FREE:
            continue
        is_own_past = text.word_in(end, "baseline.over_year") and any(
            text.claims[place : place + 1] == [TIME]
            for place in range(end + 1, end + 4)
        )
        if not is_own_past and (
            _is_compared_with(text, index) or text.depths[index]
        ):
            found.append(Yardstick(index, end, text.span(index, end)))
        behind = end
    return found


def _is_compared_with(text: TargetText, index: int) -> bool:
    place = index
    for _ in range(_MOST_ARTICLES):
        if text.phrase_start(place, "baseline.before_reference") is not None:
            return True
        if text.phrase_start(place, "subject.article") is None:
            return False
        place -= 1
    return False


def find_baselines(parts: SentenceParts) -> tuple[TargetBaseline, ...]:
    """The starting points, in the order of the text; a number, its year and yardstick are one."""
    times = [time for time in parts.times if time.role == "baseline"]
    yardsticks = list(parts.yardsticks)
    found = []
    for quantity in parts.quantities:
        if quantity.role != "baseline":
            continue
        time = _nearest_time(parts, quantity, times)
        yardstick = _nearest_yardstick(parts, quantity, yardsticks)
        if time:
            times.remove(time)
        if yardstick:
            yardsticks.remove(yardstick)
        found.append(_build_baseline(parts, quantity, time, yardstick))
    found += [_build_baseline(parts, None, time, None) for time in times]
    found += [
        _build_baseline(parts, None, None, yardstick)
        for yardstick in yardsticks
    ]
    return tuple(sorted(found, key=lambda baseline: baseline.span.start))


def _nearest_time(
    parts: SentenceParts, quantity: Quantity, times: list[TimeExpression]
) -> TimeExpression | None:
    best, distance = None, _FAR
    for time in times:
        if not parts.text.same_sentence(time.core, quantity.first):
            continue
        away = (
            time.core - quantity.end
            if time.core >= quantity.end
            else quantity.first - time.end
        )
        if away < distance:
            best, distance = time, away
    return best


def _nearest_yardstick(
    parts: SentenceParts, quantity: Quantity, yardsticks: list[Yardstick]
) -> Yardstick | None:
    for yardstick in yardsticks:
        away = abs(yardstick.first - quantity.first)
        if away < _FAR and parts.text.same_sentence(
            yardstick.first, quantity.first
        ):
            return yardstick
    return None


def _build_baseline(
    parts: SentenceParts,
    quantity: Quantity | None,
    time: TimeExpression | None,
    yardstick: Yardstick | None,
) -> TargetBaseline:
    firsts, ends = [], []
    if quantity:
        firsts.append(quantity.first)
        ends.append(quantity.whole_end)
    if time:
        firsts.append(_with_comparison(parts.text, time))
        ends.append(time.end)
    if yardstick:
        firsts.append(yardstick.first)
        ends.append(yardstick.end)
    return TargetBaseline(
        year=(time.norm or None) if time else None,
        value=_plain_value(quantity),
        unit=quantity.unit if quantity else None,
        reference=yardstick.span.words if yardstick else None,
        span=parts.text.span(min(firsts), max(ends)),
    )


def _plain_value(quantity: Quantity | None) -> float | None:
    if quantity is None:
        return None
    value = quantity.value
    return value[0] if isinstance(value, tuple) else value


def _with_comparison(text: TargetText, time: TimeExpression) -> int:
    """``t.o.v. 2019``: the words that compare belong to the starting point."""
    for name in ("compared", "compared_close"):
        first = text.phrase_start(time.first, f"baseline.{name}")
        if first is not None:
            return first
    return time.first
