"""How a target stands, in words: the status, its figures, and the arithmetic that proves it."""

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from dinet.language import Sentence
from dinet.measurements.aimed_value import AimedValue, Obstacle
from dinet.measurements.target_status import (
    ENOUGH_PACE,
    OLD_AFTER,
    MeasuredPoint,
    Pace,
    Status,
    TargetStatus,
    is_provisional,
    year_in,
)
from dinet.model import Measurement

STATUS_WORDS: dict[Status, Sentence] = {
    "reached": Sentence("reached"),
    "not reached": Sentence("not reached"),
    "on course": Sentence("on course"),
    "too slow": Sentence("too slow"),
    "wrong way": Sentence("wrong way"),
    "cannot be said": Sentence("cannot be said"),
}
STATUS_SIGNS: dict[Status, str] = {
    "reached": "✓",
    "not reached": "✗",
    "on course": "→",
    "too slow": "…",
    "wrong way": "↯",
    "cannot be said": "?",
}
"""Beside the word, never in its place: a sign is found faster on a full page."""
_OBSTACLE_WORDS: dict[Obstacle, Sentence] = {
    "no figures": Sentence("Nothing was measured of it."),
    "no number": Sentence(
        "The target holds no number to hold a figure against."
    ),
    "stable": Sentence(
        "The target holds no number: what counts as stable is not said."
    ),
    "yardstick": Sentence(
        "The target is held against another figure, and not against a number of its own."
    ),
    "no unit": Sentence(
        "The file does not say in what its figures are counted; they may be a number of people. "
        "Say it in the form, or in a column for the unit."
    ),
    "unknown start": Sentence(
        "The target asks more or less than there was, and not a number of its own."
    ),
    "clash": Sentence(
        "Two figures of one year differ; say in the form which one counts."
    ),
    "one figure": Sentence(
        "One measurement, and the target is not met: there is no pace."
    ),
    "no way": Sentence(
        "The target does not say which way is better, or its words and its figures differ on "
        "that; say it in the form (beter: meer, or beter: minder)."
    ),
    "no year": Sentence(
        "It goes the right way, and the target names no year by which it is to be met."
    ),
}
_MINUS = "−"
_PACE_DECIMALS = 3
"""Of a pace: figures have one decimal, and three tell the steps of ten years apart."""

_RATIO_DECIMALS = 2


def number_in_words(number: Decimal | Fraction, lang: str) -> str:
    """A number without noughts behind its decimals, in the notation of a language.

    Example:
        >>> number_in_words(Decimal("12.10"), "nl"), number_in_words(Fraction(-2, 15), "en")
        ('12,1', '−0.133')
    """
    if isinstance(number, Fraction):
        number = _round_decimal(number, _PACE_DECIMALS)
    written = f"{number:f}"
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    written = written.replace("-", _MINUS)
    return written.replace(".", ",") if lang == "nl" else written


def figures_in_words(points: Iterable[MeasuredPoint], lang: str) -> str:
    """The figures of the years, each with what makes it less sure.

    Args:
        points: In the order in which they are told.
        lang: Of the reader.
    """
    return ", ".join(_figure_words(point, lang) for point in points)


def _figure_words(point: MeasuredPoint, lang: str) -> str:
    first = point.measurements[0]
    beside = [str(point.year)]
    if point.is_provisional:
        beside.append(Sentence("provisional").in_language(lang))
    if first.sample:
        beside.append(f"n = {first.sample}")
    if first.margin:
        beside.append(f"± {first.margin}")
    number = _with_unit(number_in_words(point.number, lang), first.unit or "")
    return f"{number} ({', '.join(beside)})"


def _with_unit(number: str, unit: str) -> str:
    if not unit:
        return number
    return f"{number}%" if unit == "%" else f"{number} {unit}"


def aim_in_words(aimed: AimedValue | None, lang: str) -> str:
    """The number aimed at, with its year; empty when there is none."""
    if aimed is None:
        return ""
    number = number_in_words(aimed.number, lang)
    if aimed.other_end is not None:
        number = f"{number}–{number_in_words(aimed.other_end, lang)}"
    words = _with_unit(number, aimed.value.unit)
    return f"{words} ({aimed.year})" if aimed.year else words


def reasons_for_status(status: TargetStatus, lang: str) -> Iterator[Sentence]:
    """Why a target stands so: the arithmetic, and then what makes it less sure.

    Args:
        status: Of the target.
        lang: In whose notation numbers stand.
    """
    yield from _arithmetic_sentences(status, lang)
    if status.final_only:
        yield from _final_sentences(status.final_only, lang)
    yield from _remarks_on_figures(status)
    for revised in status.revised:
        yield _revision_sentence(revised.measurement, revised.status)


def _arithmetic_sentences(
    status: TargetStatus, lang: str
) -> Iterator[Sentence]:
    aimed, last = status.aimed, status.last
    if status.obstacle == "unit":
        yield _other_unit_sentence(status)
    elif status.obstacle:
        yield _OBSTACLE_WORDS[status.obstacle]
        yield from _unmeasured_starts(status)
    if aimed is None or last is None:
        return
    if status.status == "reached":
        yield _reached_sentence(status, aimed, last, lang)
    if status.status == "not reached":
        yield Sentence(
            "{last} of {aimed} in {year}: the year of the target, {deadline}, has passed or its "
            "figure is in.",
            last=number_in_words(last.number, lang),
            aimed=aim_number(aimed, lang),
            year=last.year,
            deadline=aimed.year,
        )
    if status.pace:
        yield from _pace_sentences(status.pace, aimed, lang)


def _unmeasured_starts(status: TargetStatus) -> Iterator[Sentence]:
    """What a target is held against, and of which there is no figure."""
    if status.obstacle not in ("yardstick", "unknown start"):
        return
    measured = {str(point.year) for point in status.points}
    for baseline in status.known.baselines:
        if baseline.reference:
            yield Sentence(
                "It is held against “{words}”, which was not measured.",
                words=baseline.reference,
            )
        elif baseline.value is None and baseline.year not in measured:
            yield Sentence(
                "It compares with {year}, which was not measured.",
                year=baseline.year,
            )


def aim_number(aimed: AimedValue, lang: str) -> str:
    """The number aimed at, with its unit."""
    number = number_in_words(aimed.number, lang)
    return _with_unit(number, aimed.value.unit)


def _reached_sentence(
    status: TargetStatus, aimed: AimedValue, last: MeasuredPoint, lang: str
) -> Sentence:
    facts = {
        "last": number_in_words(last.number, lang),
        "aimed": aim_number(aimed, lang),
        "year": last.year,
    }
    if last.number == aimed.number:
        return Sentence(
            "{last} of {aimed} in {year}; one measurement is enough for this.",
            **facts,
        )
    if status.way == "down":
        return Sentence(
            "{last} in {year}, and no more than {aimed} is asked.", **facts
        )
    return Sentence("{last} in {year}, and {aimed} is asked.", **facts)


def _other_unit_sentence(status: TargetStatus) -> Sentence:
    """It was measured otherwise than the target asks."""
    units = {one.unit or "" for one in status.measured}
    asked = {value.unit for value in status.known.values}
    return Sentence(
        "It was measured in {measured}, and the target asks {asked}.",
        measured=", ".join(sorted(units - {""})),
        asked=", ".join(sorted(asked - {""})) or "–",
    )


def _pace_sentences(
    pace: Pace, aimed: AimedValue, lang: str
) -> Iterator[Sentence]:
    yield _pace_so_far(pace, lang)
    if pace.needed is None or aimed.year is None:
        return
    yield Sentence(
        "Needed: ({aimed} {minus} {last}) / ({year} {minus} {last_year}) = {pace} a year.",
        aimed=number_in_words(aimed.number, lang),
        last=number_in_words(pace.last, lang),
        year=aimed.year,
        last_year=pace.last_year,
        pace=number_in_words(pace.needed, lang),
        minus=_MINUS,
    )
    if pace.share_of_needed is not None and pace.share_of_needed > 0:
        yield Sentence(
            "That is {ratio} times what is needed; from {enough} on it is on course.",
            ratio=number_in_words(
                _round_decimal(pace.share_of_needed, _RATIO_DECIMALS), lang
            ),
            enough=number_in_words(ENOUGH_PACE, lang),
        )


def _pace_so_far(pace: Pace, lang: str) -> Sentence:
    facts = {
        "last": number_in_words(pace.last, lang),
        "base": number_in_words(pace.base, lang),
        "last_year": pace.last_year,
        "base_year": pace.base_year,
        "pace": number_in_words(pace.so_far, lang),
        "minus": _MINUS,
    }
    if pace.is_stated:
        return Sentence(
            "Pace so far: ({last} {minus} {base}) / ({last_year} {minus} {base_year}) = {pace} a "
            "year, from the start in the target itself.",
            **facts,
        )
    return Sentence(
        "Pace so far: ({last} {minus} {base}) / ({last_year} {minus} {base_year}) = {pace} a "
        "year, from the first measurement.",
        **facts,
    )


def _round_decimal(fraction: Fraction, decimals: int) -> Decimal:
    """A fraction with so many decimals; halves go up, as people round."""
    exact = Decimal(fraction.numerator) / fraction.denominator
    step = Decimal(1).scaleb(-decimals)
    return exact.quantize(step, rounding=ROUND_HALF_UP)


def _final_sentences(final: TargetStatus, lang: str) -> Iterator[Sentence]:
    """How it stands without provisional figures: the same, or otherwise."""
    yield Sentence(
        "The last figure is provisional. With final figures alone: {status}.",
        status=STATUS_WORDS[final.status],
    )
    if final.pace and final.aimed:
        yield from _pace_sentences(final.pace, final.aimed, lang)


def _remarks_on_figures(status: TargetStatus) -> Iterator[Sentence]:
    left_out = {(one.year, one.text): one for one in status.left_out}
    for one in left_out.values():
        yield _left_out_sentence(one, status.today)
    for one in status.replaced_figures:
        yield Sentence(
            "{figure} of {year} was provisional; a final figure came in its place.",
            figure=one.text,
            year=one.year,
        )
    for one in status.clashing:
        yield Sentence(
            "For {year} there is {figure} in {place}.",
            year=one.year,
            figure=one.text,
            place=_place_of(one),
        )
    if status.last:
        yield from _remarks_on_last(status, status.last)


def _remarks_on_last(
    status: TargetStatus, last: MeasuredPoint
) -> Iterator[Sentence]:
    """What to know of the last figure, on which everything rests."""
    if status.aimed and status.aimed.is_added_up:
        yield Sentence(
            "It is counted from nought, since the target names no start."
        )
    if status.way_assumed and last.number != _aimed_number(status):
        yield Sentence(
            "More is taken to be better, since nothing says otherwise; if it is not, say so in "
            "the form (beter: minder)."
        )
    year_now = year_in(status.today)
    if year_now is not None and year_now - last.year >= OLD_AFTER:
        yield Sentence("The last figure is old: {year}.", year=last.year)
    for one in last.measurements:
        if "*" in one.text and not is_provisional(one):
            yield _mark_sentence(one)


def _aimed_number(status: TargetStatus) -> Decimal | None:
    return status.aimed.number if status.aimed else None


def _mark_sentence(measurement: Measurement) -> Sentence:
    if measurement.remark:
        return Sentence(
            "The file marks “{figure}”: {note}",
            figure=measurement.text,
            note=measurement.remark,
        )
    return Sentence(
        "The file marks “{figure}” and does not say why.",
        figure=measurement.text,
    )


def _left_out_sentence(measurement: Measurement, today: str) -> Sentence:
    year = measurement.year or "?"
    if measurement.number is not None:
        return Sentence(
            "{figure} of {year} lies after the date of reference, {today}, and does not count.",
            figure=measurement.text,
            year=year,
            today=today,
        )
    return Sentence(
        "For {year} there is no figure (“{text}”); that is unknown, and not nought.",
        year=year,
        text=measurement.text,
    )


def _place_of(measurement: Measurement) -> Sentence:
    if measurement.place is None:
        return Sentence("the document")
    return measurement.place.as_sentence()


def _revision_sentence(measurement: Measurement, judged: Status) -> Sentence:
    return Sentence(
        "The target was revised to {figure} ({year}, {place}); by that it is: {status}. Above it "
        "is held against the document.",
        figure=measurement.text,
        year=measurement.year or "?",
        place=_place_of(measurement),
        status=STATUS_WORDS[judged],
    )


def places_of_figures(status: TargetStatus) -> list[Sentence]:
    """Where the first and the last figure stand, which the arithmetic rests on."""
    ends = dict.fromkeys((*status.points[:1], *status.points[-1:]))
    if status.pace and status.pace.is_stated:
        ends = dict.fromkeys(status.points[-1:])
    return [
        Sentence("{year}: {place}", year=point.year, place=_place_of(one))
        for point in ends
        for one in point.measurements
    ]
