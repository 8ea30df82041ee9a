"""A series of versions as data, for programs."""

from collections.abc import Iterable

from dinet.report.versions.series_rows import cover_totals
from dinet.report.versions.version_data import JsonObject, comparison_as_data
from dinet.versions.version_series import (
    AimCover,
    ElementLife,
    LifeYear,
    VersionSeries,
)


def series_as_data(series: VersionSeries, names: Iterable[str]) -> JsonObject:
    """All that is known of a series.

    Args:
        series: The versions.
        names: Of their documents.

    Returns:
        ``versions`` with how many aims an effort serves, ``steps`` as ``comparison_as_data`` gives
        them, ``lives`` with a state for each version, and ``coverage`` with the efforts of each
        aim.
    """
    totals = cover_totals(series)
    versions = zip(names, series.networks, totals, strict=True)
    return {
        "dinet": 1,
        "versions": [
            {"name": name, "elements": len(network), **total._asdict()}
            for name, network, total in versions
        ],
        "steps": list(map(comparison_as_data, series.steps)),
        "lives": list(map(_life_data, series.lives)),
        "coverage": list(map(_cover_data, series.aim_covers())),
    }


def _life_data(life: ElementLife) -> JsonObject:
    return {"kind": life.kind, "states": list(map(_state_data, life.years))}


def _state_data(year: LifeYear) -> JsonObject:
    data: JsonObject = {"turn": year.turn}
    if year.element:
        data |= {
            "id": year.element.id,
            "text": year.element.text,
            "certainty": year.certainty,
            "asked": list(year.asked),
            "changes": [
                {"kind": one.kind, "old": one.old, "new": one.new}
                | {"effect": one.effect}
                for one in year.changes
            ],
        }
    return data


def _cover_data(cover: AimCover) -> JsonObject:
    return {
        "text": cover.life.last_element.text,
        "kind": cover.life.kind,
        "efforts": list(cover.efforts),
    }
