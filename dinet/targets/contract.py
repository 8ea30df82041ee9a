"""What is known of a target as the JSON contract has it, and what of that is read back."""

from typing import Any

from dinet.model import Aim, Target
from dinet.targets.known_target import KnownTarget
from dinet.targets.stated_figures import (
    KnownBaseline,
    KnownDeadline,
    KnownValue,
    PartOrigin,
)
from dinet.wording.target_sentence.result import TextSpan

Data = dict[str, Any]


def target_data(known: KnownTarget) -> Data:
    """The ``target`` of an element in the JSON contract.

    The keys up to ``subject`` hold the first of what is known, in words of the document; the lists
    hold all of it in numbers and norms, each with ``from``: ``field`` with its name and places, or
    ``sentence`` with its span in the text of the element. ``stated`` has the words of the fields
    as the document has them: only these are read back, since all else follows from them and from
    the text.

    Args:
        known: What is known of a target.

    Example:
        >>> from dinet.targets.known_target import know_target
        >>> target = Target(id="S1", text="In 2028 sport 60% van de jeugd.")
        >>> data = target_data(know_target(target, "nl"))
        >>> data["value"], data["unit"], data["deadline"], data["smart"]["M"]["verdict"]
        ('60%', '%', '2028', 'yes')
        >>> data["values"][0]["value"], data["values"][0]["span"]
        (60, {'start': 14, 'end': 17, 'words': '60%'})
    """
    target = known.element
    aim = target.target if isinstance(target, Target) else None
    return {
        **_first_parts(known),
        **_stated_words(aim),
        "subject": _span_data(known.analysis.subject),
        "is_target": known.is_target,
        "why_not": "" if known.is_target else known.analysis.why_not,
        "values": list(map(_value_data, known.values)),
        "direction_spans": list(
            map(_span_data, known.analysis.direction_spans)
        ),
        "deadlines": list(map(_deadline_data, known.deadlines)),
        "baselines": list(map(_baseline_data, known.baselines)),
        "sources": [
            {"name": source.name, **_origin_data(source.origin)}
            for source in known.sources
        ],
        "vague": list(map(_span_data, known.analysis.vague)),
        "smart": {
            letter: {
                "verdict": verdict.verdict,
                **_origin_data(verdict.origin),
            }
            for letter, verdict in known.verdicts.items()
        },
        "stated": aim.model_dump(mode="json") if aim else None,
    }


def _first_parts(known: KnownTarget) -> Data:
    """The first value, deadline and baseline: what a program that wants one of each takes."""
    value = known.values[0] if known.values else None
    deadline = known.deadlines[0] if known.deadlines else None
    baseline = known.baselines[0] if known.baselines else None
    return {
        "indicator": known.indicator,
        "value": _words_of(value.origin) if value else None,
        "unit": value.unit if value else None,
        "comparator": value.comparator if value else None,
        "direction": known.analysis.direction,
        "deadline": deadline.norm if deadline else None,
        "year": _year_of(deadline),
        "baseline": _words_of(baseline.origin) if baseline else None,
        "baseline_year": baseline.year if baseline else None,
    }


def _year_of(deadline: KnownDeadline | None) -> str | None:
    """The calendar year of a deadline; None for every other time."""
    if deadline is None or deadline.kind != "year":
        return None
    return deadline.norm


def _words_of(origin: PartOrigin) -> str:
    """What the document says there, in its own words."""
    return origin.span.words if origin.span else origin.words


def _stated_words(aim: Aim | None) -> Data:
    """What fields state, in the words of the document: they win over the sentence."""
    return aim.model_dump(exclude_none=True) if aim else {}


def _value_data(value: KnownValue) -> Data:
    return {
        "value": _plain_value(value.value),
        "unit": value.unit,
        "comparator": value.comparator,
        "kind": value.kind,
        "year": value.year,
        **_origin_data(value.origin),
    }


def _deadline_data(deadline: KnownDeadline) -> Data:
    return {
        "norm": deadline.norm,
        "kind": deadline.kind,
        **_origin_data(deadline.origin),
    }


def _baseline_data(baseline: KnownBaseline) -> Data:
    return {**_baseline_parts(baseline), **_origin_data(baseline.origin)}


def _baseline_parts(baseline: KnownBaseline) -> Data:
    value = baseline.value
    return {
        "year": baseline.year,
        "value": None if value is None else _plain_value(value),
        "unit": baseline.unit,
        "reference": baseline.reference,
    }


def _origin_data(origin: PartOrigin | None) -> Data:
    """Where a part comes from; no keys when it rests on the absence of words."""
    if origin is None:
        return {}
    if origin.span:
        return {"from": "sentence", "span": _span_data(origin.span)}
    places = [
        place.model_dump(mode="json", exclude_none=True)
        for place in origin.places
    ]
    return {
        "from": "field",
        "field": origin.field,
        "words": origin.words,
        "places": places,
    }


def _span_data(span: TextSpan | None) -> Data | None:
    return dict(span._asdict()) if span else None


def _plain_value(value: float | tuple[float, float]) -> Any:
    """A number as people write it: whole when it is; both ends of a range as a list."""
    if isinstance(value, tuple):
        return [_plain_value(end) for end in value]
    return int(value) if value.is_integer() else value
