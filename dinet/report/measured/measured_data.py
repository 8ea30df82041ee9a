"""How targets stand as data: the JSON of ``dinet measured``."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from dinet.measurements.aimed_value import AimedValue
from dinet.measurements.status_words import reasons_for_status
from dinet.measurements.target_status import (
    Pace,
    TargetStatus,
    is_provisional,
)
from dinet.model import Measurement, json_number

Data = dict[str, Any]


def measured_as_data(
    statuses: Sequence[TargetStatus], today: str, lang: str
) -> Data:
    """All that is told of the targets of a programme, in their order.

    ``status`` is one of ``reached``, ``not reached``, ``on course``, ``too slow``, ``wrong way``
    and ``cannot be said``; ``obstacle`` says why it cannot. ``value`` is null where there is no
    figure, which is never nought.

    Args:
        statuses: In the order of the programme.
        today: The date of reference; empty for none.
        lang: Of the sentences in ``because``.
    """
    return {
        "dinet": 1,
        "as_of": today or None,
        "targets": [_status_data(status, lang) for status in statuses],
    }


def _status_data(status: TargetStatus, lang: str) -> Data:
    return {
        "id": status.known.element.id,
        "text": status.known.element.text,
        "status": status.status,
        "obstacle": status.obstacle or None,
        "better": status.way,
        "aimed": _aimed_data(status.aimed) if status.aimed else None,
        "measured": list(map(_measurement_data, status.measured)),
        "counted": [
            [point.year, json_number(point.number)] for point in status.points
        ],
        "pace": _pace_data(status.pace) if status.pace else None,
        "final_only": status.final_only.status if status.final_only else None,
        "revised": [
            {
                "status": revised.status,
                **_measurement_data(revised.measurement),
            }
            for revised in status.revised
        ],
        "because": [
            reason.in_language(lang)
            for reason in reasons_for_status(status, lang)
        ],
    }


def _aimed_data(aimed: AimedValue) -> Data:
    return {
        "value": json_number(aimed.number),
        "unit": aimed.value.unit,
        "comparator": aimed.value.comparator,
        "year": aimed.year,
        "start": None if aimed.start is None else json_number(aimed.start),
        "start_year": aimed.start_year,
    }


def _measurement_data(measurement: Measurement) -> Data:
    place = measurement.place
    number = measurement.number
    return {
        "year": measurement.year,
        "value": None if number is None else json_number(number),
        "words": measurement.text,
        "unit": measurement.unit,
        "provisional": is_provisional(measurement),
        "n": measurement.sample,
        "margin": measurement.margin,
        "source": measurement.source,
        "remark": measurement.remark,
        "place": place.model_dump(mode="json", exclude_none=True)
        if place
        else None,
    }


def _pace_data(pace: Pace) -> Data:
    return {
        "base": json_number(pace.base),
        "base_year": pace.base_year,
        "base_in_target": pace.is_stated,
        "last": json_number(pace.last),
        "last_year": pace.last_year,
        "so_far": _round_number(pace.so_far),
        "needed": None if pace.needed is None else _round_number(pace.needed),
        "ratio": None
        if pace.share_of_needed is None
        else _round_number(pace.share_of_needed),
    }


def _round_number(number: Fraction) -> float:
    return round(float(number), 6)
