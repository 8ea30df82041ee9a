"""A comparison of two versions as data: the JSON of ``dinet compare``."""

from collections.abc import Iterable

from dinet.model import Element
from dinet.network.grades import Grade
from dinet.versions.changed_findings import ChangedFinding
from dinet.versions.changes import ElementChange
from dinet.versions.division import DividedElement
from dinet.versions.links import ChangedLink
from dinet.versions.version_comparison import (
    ChangedGrade,
    ComparedPair,
    VersionComparison,
)

JsonObject = dict[str, object]

_GRADES_IN_SHORT = {
    Grade.DIRECT: "direct",
    Grade.NONE: "none",
    Grade.UNKNOWN: "unknown",
}
"""All others are ``through``: who reads only this has to know that an effort is there."""


def comparison_as_data(comparison: VersionComparison) -> JsonObject:
    """All that a comparison says, in lists that only hold numbers, words and objects.

    Every element of each version is told once: in ``pairs``, ``gone``, ``new``, ``split`` or
    ``merged``. ``findings`` is left out when both were not audited; of those in ``solved`` the
    ones with ``left`` are gone with what they were about.
    """
    return {
        "dinet": 1,
        "pairs": list(map(_pair_data, comparison.pairs)),
        "gone": list(map(_element_data, comparison.gone)),
        "new": list(map(_element_data, comparison.added)),
        "split": list(map(_split_data, comparison.split)),
        "merged": list(map(_merged_data, comparison.merged)),
        "links": {
            "gone": _link_list(comparison.gone_links),
            "new": _link_list(comparison.new_links),
            "suspect": list(map(_suspect_data, comparison.suspect_links)),
        },
        "coverage": list(map(_grade_data, comparison.grades)),
        "sums": comparison.sums._asdict(),
        **_findings_data(comparison),
    }


def _findings_data(comparison: VersionComparison) -> JsonObject:
    """The findings of one version only; nothing when both were not audited."""
    findings = comparison.findings
    if findings is None:
        return {}
    lang = comparison.new.programme.lang
    solved = [_finding_data(one, lang) for one in findings.solved]
    added = [_finding_data(one, lang) for one in findings.added]
    sums = {
        "old": findings.old,
        "new": findings.new,
        "solved": len(solved),
        "left": findings.left,
        "stayed": findings.stayed,
        "added": len(added),
    }
    return {"findings": {"new": added, "solved": solved, "sums": sums}}


def _finding_data(changed: ChangedFinding, lang: str) -> JsonObject:
    finding = changed.finding
    waiver = changed.waiver
    return {
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity.name.lower(),
        "message": finding.whole_sentence.in_language(lang),
        "old": list(map(_element_data, changed.old)),
        "new": list(map(_element_data, changed.new)),
        "left": changed.has_left,
        "waived": waiver.reason if waiver else None,
        "places": [
            place.model_dump(mode="json", exclude_none=True)
            for place in finding.places
        ],
    }


def _pair_data(pair: ComparedPair) -> JsonObject:
    paired = pair.paired
    return {
        "old": _element_data(paired.old),
        "new": _element_data(paired.new),
        "certainty": paired.certainty,
        "ground": paired.ground,
        "likeness": round(paired.likeness, 2),
        "changes": list(map(_change_data, pair.changes)),
    }


def _change_data(change: ElementChange) -> JsonObject:
    return {
        "kind": change.kind,
        "old": change.old,
        "new": change.new,
        "effect": change.effect,
    }


def _element_data(element: Element) -> JsonObject:
    data: JsonObject = {"id": element.id, "text": element.text}
    if element.places:
        place = element.places[0]
        data["place"] = place.model_dump(mode="json", exclude_none=True)
    return data


def _split_data(divided: DividedElement) -> JsonObject:
    parts = list(map(_element_data, divided.parts))
    whole = _element_data(divided.whole)
    return {"old": whole, "new": parts, "certainty": "likely"}


def _merged_data(divided: DividedElement) -> JsonObject:
    parts = list(map(_element_data, divided.parts))
    whole = _element_data(divided.whole)
    return {"old": parts, "new": whole, "certainty": "likely"}


def _link_list(links: Iterable[ChangedLink]) -> list[JsonObject]:
    return list(map(_link_data, links))


def _link_data(link: ChangedLink) -> JsonObject:
    return {
        "from": _element_data(link.start),
        "to": _element_data(link.end),
        "kind": link.kind,
    }


def _suspect_data(link: ChangedLink) -> JsonObject:
    reasons = [
        f"{change.kind}: {change.old} → {change.new}"
        for change in link.reasons
    ]
    return {**_link_data(link), "why": "; ".join(reasons)}


def _grade_data(changed: ChangedGrade) -> JsonObject:
    return {
        "id": changed.element.id,
        "text": changed.element.text,
        "old": _short_grade(changed.old),
        "new": _short_grade(changed.new),
        "old_grade": changed.old.value,
        "new_grade": changed.new.value,
        "old_efforts": changed.old_efforts,
        "new_efforts": changed.new_efforts,
    }


def _short_grade(grade: Grade) -> str:
    return _GRADES_IN_SHORT.get(grade, "through")
