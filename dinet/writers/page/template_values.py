"""What the views of the page show, by the names that their templates use."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from dinet.finding import Severity
from dinet.language import group_thousands
from dinet.layout.style.profile import Profile
from dinet.layout.tables.din_table import DinTable
from dinet.model import Goal, Kind, Note, Target
from dinet.network import Grade, Measurement, Network, Tally, grade_name
from dinet.report.coverage.coverage_report import (
    GradeDefinition,
    ProvenGrade,
    TallyColumn,
    grade_definitions,
    proven_grades,
    tally_columns,
)
from dinet.report.findings.findings_by_rule import RuleFindings
from dinet.report.findings.reference_time import reference_time_sentence
from dinet.report.findings.waived_findings import waived_rows
from dinet.report.reading.reading_loss import reading_sentences
from dinet.report.reading.told_notes import kind_of_note, told_notes
from dinet.report.sentences import place_in_words
from dinet.wording.labels import (
    KIND_NAMES,
    LEVEL_WORDS,
    capitalise_first,
    translator_for,
)
from dinet.writers.page.element_cells import ElementCells
from dinet.writers.page.matrix_view import MatrixView, build_matrix_view
from dinet.writers.page.owner_rows import list_owner_rows
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
) -> dict[str, Any]:
    """The values for the page around the views, and for the network view.

    Args:
        network: What the page shows.
        told: The findings, by rule.
        profile: The language, and the name of the document.
        templates: By the names of views: those that only some pages have, and those whose
            template has another name.
    """
    say = translator_for(profile.lang)
    identity = network.programme.identity
    about = (identity.organisation, identity.period, identity.date)
    return {
        "say": say,
        "network": network,
        "title": identity.title or profile.source or say("Programme"),
        "about": tuple(words for words in about if words),
        "kinds": KIND_NAMES,
        "counts": _count_kinds(network),
        "shared": network.shared(),
        "shared_targets": _count_shared_targets(network),
        "grouped": partial(group_thousands, lang=profile.lang),
        "views": _views_with_templates(network, told, templates),
        "cells": ElementCells(network, None, say),
        "coverage": network.coverage(),
        "levels": _count_levels(told),
        "waived": list(
            waived_rows(profile.waived, profile.lang, profile.source)
        ),
        "level_words": LEVEL_WORDS,
    }


def _views_with_templates(
    network: Network,
    rules: Iterable[RuleFindings],
    templates: Mapping[str, str],
) -> tuple[PageView, ...]:
    """The views of the page; the template of a view has its name unless ``templates`` has it."""
    findings = sum(len(rule.spots) for rule in rules)
    return tuple(
        view._replace(
            template=view.template or templates.get(view.name, view.name)
        )
        for view in _list_views(network, findings, templates)
    )


def build_read_views(
    network: Network, told: Sequence[RuleFindings], profile: Profile
) -> ReadViews:
    """The views that are read; a matrix that is too large to stand in the page is made in parts.

    Args:
        network: What the page shows.
        told: The findings, by rule.
        profile: The language.
    """
    matrix = build_matrix_view(network, profile.lang)
    parts = None if matrix else matrix_parts(network, profile.lang)
    calendar = build_planning_view(network, profile.lang)
    owners = list_owner_rows(network)
    values = {
        **_table_values(network, profile.lang),
        "graded": list(_graded_parts(network, profile.lang)),
        "remarks": _missed_targets(network, profile.lang),
        "found": told,
        "reading": [
            sentence.in_language(profile.lang)
            for sentence in reading_sentences(network.programme)
        ],
        "as_of": reference_time_sentence(
            network.programme.identity
        ).in_language(profile.lang),
        "notes": _placed_notes(network, profile.lang),
        "grid": matrix,
        "calendar": calendar,
        "parts": parts,
    }
    templates = {
        "matrix": _matrix_template(matrix, parts),
        "planning": "planning" if calendar else "",
        "owners": "made" if owners else "",
    }
    data = {"matrix": parts, "owners": owners}
    return ReadViews(values, _drop_empty(templates), _drop_empty(data))


def _table_values(network: Network, lang: str) -> dict[str, object]:
    """What the table of goals, targets and efforts shows."""
    say = translator_for(lang)
    table = DinTable(network)
    text_lang = network.programme.lang
    other_lang = "" if text_lang == lang else text_lang
    return {
        "table": table,
        "cells": ElementCells(network, table, say, other_lang),
        "columns": (
            capitalise_first(say("goal")),
            between_words(network, say),
            capitalise_first(say("efforts")),
        ),
    }


def _missed_targets(
    network: Network, lang: str
) -> list[tuple[Measurement, str]]:
    """The targets that miss an effort of their own, each under a goal where it does."""
    return [
        (
            measurement,
            grade_name(measurement.grade, of_goals=False).in_language(lang),
        )
        for measurement in network.measurements()
        if measurement.grade not in (Grade.DIRECT, Grade.UNKNOWN)
    ]


def _placed_notes(network: Network, lang: str) -> list[tuple[Note, str, str]]:
    """The reading notes, each with its place in words, empty when it has none, and its kind."""
    return [
        (note, place_in_words(note.place, lang), kind_of_note(note, lang))
        for note in told_notes(network.programme)
    ]


def _matrix_template(matrix: MatrixView | None, parts: object) -> str:
    if matrix:
        return "matrix"
    return "matrix_parts" if parts else ""


def build_later_views(network: Network, lang: str) -> ReadViews:
    """The views of a large network, which the page's script makes when they are opened."""
    matrix = matrix_parts(network, lang)
    calendar = build_planning_view(network, lang)
    templates = dict.fromkeys(
        ("table", "coverage", "findings", "notes"), "later"
    )
    templates["matrix"] = "matrix_parts" if matrix else ""
    templates["planning"] = "planning_parts" if calendar else ""
    planning = planning_parts(network, calendar) if calendar else None
    owners = list_owner_rows(network)
    templates["owners"] = "made" if owners else ""
    parts = {"matrix": matrix, "planning": planning, "owners": owners}
    return ReadViews(
        {"calendar": calendar, "parts": matrix},
        _drop_empty(templates),
        _drop_empty(parts),
    )


def _drop_empty(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}


def _list_views(
    network: Network, findings: int, templates: Iterable[str]
) -> Iterator[PageView]:
    """The views of a page, in order; some of these only when they have a template."""
    yield PageView("overview", "Overview")
    yield PageView("network", "Network")
    if any(network):
        yield PageView("tree", "Tree", template="made")
    yield PageView("table", "Table")
    if "matrix" in templates:
        yield PageView("matrix", "Matrix")
    if network.goals or network.targets:
        yield PageView("coverage", "Coverage")
    if "owners" in templates:
        yield PageView("owners", "Owners")
    if network.efforts and (network.goals or network.targets):
        yield PageView("scenarios", "Scenarios", template="made")
    yield PageView("findings", "Findings", findings)
    yield from _list_last_views(templates)
    notes = told_notes(network.programme)
    yield PageView("notes", "Reading notes", len(notes))


def _list_last_views(templates: Iterable[str]) -> Iterator[PageView]:
    """What only some pages have behind the findings."""
    if "versions" in templates:
        yield PageView("versions", "Was and becomes")
    if "planning" in templates:
        yield PageView("planning", "Planning")
    if "original" in templates:
        yield PageView("original", "Source text")


def _count_shared_targets(network: Network) -> int:
    """How many targets count for more goals than one."""
    shared = (each.element for each in network.shared())
    return sum(isinstance(element, Target) for element in shared)


def _count_kinds(network: Network) -> list[tuple[Kind, int]]:
    counts = Counter(element.kind for element in network)
    return [(kind, counts[kind]) for kind in KIND_NAMES if counts[kind]]


class GradedPart(NamedTuple):
    """The coverage of the goals, or of the targets.

    Args:
        heading: What they are called, in English.
        what: The name of their tally.
        columns: The grades that are told, best first.
        definitions: What these mean.
        groups: Each grade with its elements, the worst first: that asks for attention.
    """

    heading: str
    what: str
    columns: list[TallyColumn]
    definitions: list[GradeDefinition]
    groups: list[tuple[TallyColumn, list[ProvenGrade]]]


def _graded_parts(network: Network, lang: str) -> Iterator[GradedPart]:
    """The targets and then the goals, when there are any."""
    coverage = network.coverage()
    definitions = grade_definitions(network, lang)
    proven = list(proven_grades(network, lang))
    for heading, what in (("Targets", "targets"), ("Goals", "goals")):
        tally: Tally = getattr(coverage, what)
        if not tally.total:
            continue
        of_goals = what == "goals"
        columns = tally_columns([tally], lang, of_goals=of_goals)
        of_kind = [
            each
            for each in proven
            if isinstance(each.element, Goal) is of_goals
        ]
        groups = [
            (column, [each for each in of_kind if each.grade is column.grade])
            for column in reversed(columns)
        ]
        yield GradedPart(heading, what, columns, definitions[what], groups)


def _count_levels(rules: Iterable[RuleFindings]) -> list[tuple[Severity, int]]:
    """How many findings there are of each severity that there is, the most serious first."""
    counts = Counter[Severity]()
    for rule in rules:
        counts[rule.severity] += len(rule.spots)
    return sorted(counts.items(), reverse=True)
