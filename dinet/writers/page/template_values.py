"""What the views of the page show, by the names that their templates use."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from dinet.finding import Severity
from dinet.layout.style.profile import Profile
from dinet.layout.tables.din_table import DinTable
from dinet.model import Element, Kind
from dinet.network import Grade, Network
from dinet.report.findings_by_rule import RuleFindings
from dinet.wording.labels import (
    KIND_NAMES,
    LEVEL_WORDS,
    capitalise_first,
    translator_for,
)
from dinet.writers.page.element_cells import ElementCells
from dinet.writers.page.matrix_view import build_matrix_view
from dinet.writers.page.planning_view import build_planning_view
from dinet.writers.page.script_parts import matrix_parts, planning_parts
from dinet.writers.page.words import between_words


class PageView(NamedTuple):
    """A part of the page that is seen on its own; its template is ``TEMPLATE.html``.

    A new view is a template and a line here.
    """

    name: str
    heading: str
    many: int | None = None
    template: str = ""


class ReadViews(NamedTuple):
    """The views that are read.

    Args:
        values: What their templates show.
        templates: The names of templates by those of views, where these differ; and of the
            views that only some pages have.
        parts: What the page's script makes of them, a part at a time.
    """

    values: dict[str, object]
    templates: dict[str, str]
    parts: dict[str, object]


def build_page_values(
    network: Network,
    told: Sequence[RuleFindings],
    profile: Profile,
    templates: Mapping[str, str],
) -> dict[str, object]:
    """The values for the page around the views, and for the network view.

    Args:
        network: What the page shows.
        told: The findings, by rule.
        profile: The language, and the name of the document.
        templates: By the names of views: the two that only some pages have, and those whose
            template has another name.
    """
    say, programme = translator_for(profile.lang), network.programme
    identity, views = (
        programme.identity,
        _list_views(network, sum(len(each.spots) for each in told), templates),
    )
    return {
        "say": say,
        "network": network,
        "title": programme.title or profile.source or say("Programme"),
        "about": tuple(
            each
            for each in (identity.organisation, identity.period, identity.date)
            if each
        ),
        "kinds": KIND_NAMES,
        "counts": _count_kinds(network),
        "shared": network.shared(),
        "views": tuple(
            each._replace(template=templates.get(each.name, each.name))
            for each in views
        ),
        "cells": ElementCells(network, None, say),
        "coverage": network.coverage(),
        "levels": _count_levels(told),
        "level_words": LEVEL_WORDS,
    }


def build_read_views(
    network: Network, told: Sequence[RuleFindings], profile: Profile
) -> ReadViews:
    """The views that are read; a matrix that is too large to stand in the page is made in parts.

    Args:
        network: What the page shows.
        told: The findings, by rule.
        profile: The language.
    """
    say, programme, table = (
        translator_for(profile.lang),
        network.programme,
        DinTable(network),
    )
    text_lang = "" if programme.lang == profile.lang else programme.lang
    whole, times = (
        build_matrix_view(network, profile.lang),
        build_planning_view(network, profile.lang),
    )
    parts = None if whole else matrix_parts(network, profile.lang)
    templates = {
        "matrix": "matrix" if whole else "matrix_parts" if parts else "",
        "planning": "planning" if times else "",
    }
    values = {
        "table": table,
        "cells": ElementCells(network, table, say, text_lang),
        "columns": (
            capitalise_first(say("goal")),
            between_words(network, say),
            capitalise_first(say("efforts")),
        ),
        "graded": _elements_by_grade(network),
        "remarks": tuple(
            each for each in network.measurements() if each.grade is not Grade.DIRECT
        ),
        "found": told,
        "notes": [
            (
                note,
                note.place.as_sentence().in_language(profile.lang)
                if note.place
                else "",
            )
            for note in programme.notes
        ],
        "grid": whole,
        "calendar": times,
        "parts": parts,
    }
    return ReadViews(values, _drop_empty(templates), _drop_empty({"matrix": parts}))


def build_later_views(network: Network, lang: str) -> ReadViews:
    """The views of a large network, which the page's script makes when they are opened."""
    parts, times = matrix_parts(network, lang), build_planning_view(network, lang)
    templates = dict.fromkeys(("table", "coverage", "findings", "notes"), "later")
    templates |= {
        "matrix": "matrix_parts" if parts else "",
        "planning": "planning_parts" if times else "",
    }
    made = {
        "matrix": parts,
        "planning": planning_parts(network, times) if times else None,
    }
    return ReadViews(
        {"calendar": times, "parts": parts}, _drop_empty(templates), _drop_empty(made)
    )


def _drop_empty(found: Mapping[str, Any]) -> dict[str, Any]:
    return {name: each for name, each in found.items() if each}


def _list_views(
    network: Network, findings: int, inside: Iterable[str]
) -> Iterator[PageView]:
    yield PageView("network", "Network")
    yield PageView("table", "Table")
    if "matrix" in inside:
        yield PageView("matrix", "Matrix")
    if network.goals or network.targets:
        yield PageView("coverage", "Coverage")
    yield PageView("findings", "Findings", findings)
    if "planning" in inside:
        yield PageView("planning", "Planning")
    yield PageView("notes", "Reading notes", len(network.programme.notes))


def _count_kinds(network: Network) -> list[tuple[Kind, int]]:
    found = Counter(each.kind for each in network)
    return [(kind, found[kind]) for kind in KIND_NAMES if found[kind]]


def _elements_by_grade(network: Network) -> list[tuple[Grade, list[Element]]]:
    """The targets and goals of each grade, the worst first: that asks for attention."""
    found: dict[Grade, list[Element]] = {grade: [] for grade in reversed(Grade)}
    for each in (*network.targets, *network.goals):
        found[network.grade(each)].append(each)
    return list(found.items())


def _count_levels(told: Iterable[RuleFindings]) -> list[tuple[Severity, int]]:
    many = Counter[Severity]()
    for each in told:
        many[each.severity] += len(each.spots)
    return sorted(many.items(), reverse=True)
