"""What a notebook shows: a network as its page in a frame, and what it answers as tables.

The frame works offline and cannot reach the notebook around it. Nothing under this room knows of
notebooks: the interface registers what stands here where one runs.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from typing import Any

from dinet.finding import Finding
from dinet.language import Sentence
from dinet.model import Element
from dinet.network import Coverage, Impact, Tally, grade_name
from dinet.report.coverage.coverage_report import tally_columns
from dinet.report.sentences import place_in_words
from dinet.wording.element_details import detail_lines
from dinet.wording.labels import (
    FIELD_NAMES,
    KIND_NAMES,
    LEVEL_WORDS,
    capitalise_first,
    translator_for,
)

SHOWN_FIELDS = ("title", "owners", "partners", "phase", "period", "budget")
SHOWN_LANGUAGE = "nl"
"""Of tables of what names no language: that of the users."""


def frame_around(page: bytes, title: str | None, lang: str) -> str:
    """A page as one HTML element, which holds it whole.

    Letters outside ASCII are character references: the page around it may be read in another
    encoding, and a policy of hashes allows no script of which one letter was read wrongly.

    Args:
        page: The HTML file, in UTF-8.
        title: Of the programme that it shows; None or empty for none.
        lang: The language in which a screen reader says what the frame holds.

    Example:
        >>> frame_around(b"<p>Sport</p>", "Sport voor ieder", "nl")[:44]
        '<iframe title="Sport voor ieder &#8211; Doel'
    """
    kind = Sentence("Goals and efforts network").in_language(lang)
    heading = f"{title} – {kind}" if title else kind
    frame = (
        f'<iframe title="{escape(heading)}" lang="{lang}" sandbox="allow-scripts allow-downloads" '
        f'srcdoc="{escape(page.decode())}" '
        'style="width: 100%; height: 85vh; min-height: 40rem; border: 1px solid #8888"></iframe>'
    )
    return frame.encode("ascii", "xmlcharrefreplace").decode()


def coverage_tables(coverage: Coverage, lang: str = SHOWN_LANGUAGE) -> str:
    """The coverage of targets and of goals, a table of each that there is.

    Example:
        >>> "2" in coverage_tables(Coverage(Tally(direct=2), Tally(), ()))
        True
    """
    return "".join(_list_tallies(coverage, lang))


def _list_tallies(coverage: Coverage, lang: str) -> Iterator[str]:
    say = translator_for(lang)
    for heading, name in (("Targets", "targets"), ("Goals", "goals")):
        total: Tally = getattr(coverage, name)
        if not total.total:
            continue
        columns = tally_columns([total], lang, of_goals=name == "goals")
        rows = [
            (
                theme.theme.text if theme.theme else say("Without a theme"),
                getattr(theme, name),
            )
            for theme in coverage.themes
        ]
        cells = [
            [words, *(tally.of_grade(column.grade) for column in columns)]
            for words, tally in [*rows, (say("Total"), total)]
        ]
        heads = [column.name for column in columns]
        yield table_markup(say(heading), [say("Theme"), *heads], cells)


def impact_table(impact: Impact, lang: str = SHOWN_LANGUAGE) -> str:
    """What falls to a lower grade, and from what to what.

    Example:
        >>> "<table" in impact_table(Impact((), ()))
        True
    """
    say = translator_for(lang)
    stopped = ", ".join(element.id for element in impact.stopped)
    cells = [
        [
            loss.element.id,
            loss.element.text,
            *(
                grade_name(
                    grade, of_goals=loss.element.kind == "goal"
                ).in_language(lang)
                for grade in (loss.before, loss.after)
            ),
        ]
        for loss in impact.losses
    ]
    heads = [say("Element"), "", say("Was"), say("Becomes")]
    return table_markup(f"{say('Switched off')}: {stopped}", heads, cells)


def findings_table(
    findings: Iterable[Finding], lang: str = SHOWN_LANGUAGE
) -> str:
    """What an audit found, the worst first.

    Example:
        >>> "<tbody></tbody>" in findings_table(())
        True
    """
    say = translator_for(lang)
    cells = [
        [
            say(LEVEL_WORDS[finding.severity.name.lower()][0]),
            finding.code,
            ", ".join(finding.ids),
            finding.whole_sentence.in_language(lang),
            "; ".join(place_in_words(place, lang) for place in finding.places),
        ]
        for finding in findings
    ]
    heads = [
        say("Severity"),
        say("Rule"),
        say("Element"),
        say("Finding"),
        say("In the document"),
    ]
    return table_markup(say("Findings"), heads, cells)


def element_table(element: Element, lang: str = SHOWN_LANGUAGE) -> str:
    """What the document says of an element, and where.

    Example:
        >>> from dinet.model import Goal
        >>> "Meer sport" in element_table(Goal(id="D1", text="Meer sport"))
        True
    """
    say = translator_for(lang)
    kind = capitalise_first(say(KIND_NAMES[element.kind].one))
    values = vars(element)
    told = [(name, values.get(name)) for name in SHOWN_FIELDS]
    cells = [
        [say(FIELD_NAMES[name]), _join_words(value)]
        for name, value in told
        if value
    ]
    cells += [[line.name, line.text] for line in detail_lines(element, lang)]
    places = [place_in_words(place, lang) for place in element.places]
    if places:
        cells.append([say(FIELD_NAMES["places"]), "; ".join(places)])
    return table_markup(f"{kind} {element.id}", ["", element.text], cells)


def _join_words(value: object) -> str:
    if isinstance(value, str):
        return value
    return ", ".join(map(str, value)) if isinstance(value, tuple) else ""


def table_markup(
    title: str, heads: Sequence[str], rows: Iterable[Sequence[object]]
) -> str:
    """A table as HTML in which every text has been escaped.

    Example:
        >>> "&lt;b&gt;" in table_markup("<b>", [], [])
        True
    """
    left = 'style="text-align: left"'
    top = "".join(
        f'<th scope="col" {left}>{escape(head)}</th>' for head in heads
    )
    lines = (
        "".join(f"<td {left}>{escape(str(cell))}</td>" for cell in row)
        for row in rows
    )
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    return (
        f"<table><caption {left}><strong>{escape(title)}</strong></caption>"
        f"<thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"
    )


class ShownFindings(tuple[Finding, ...]):
    """Findings that a notebook shows as a table; a tuple like any other."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return findings_table(self)


TABLE_MAKERS: dict[type, Callable[[Any], str]] = {
    Coverage: coverage_tables,
    Impact: impact_table,
    Element: element_table,
}
"""What is shown as a table, by its type; of an element any kind."""


def register_tables() -> bool:
    """Let the notebook that runs, if any, show answers as tables; says whether one does."""
    # never imported here: only a notebook has loaded it already
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    if shell is None:
        return False
    shown = shell.display_formatter.formatters["text/html"]
    for kind, make_table in TABLE_MAKERS.items():
        shown.for_type(kind, make_table)
    return True
