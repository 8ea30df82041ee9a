"""One A4 of all targets: what each asks, its small line, and how it stands in words."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from dinet.language import Sentence, translate_words
from dinet.measurements.status_words import (
    STATUS_SIGNS,
    STATUS_WORDS,
    aim_in_words,
    figures_in_words,
    places_of_figures,
    reasons_for_status,
)
from dinet.measurements.target_status import STATUSES, TargetStatus
from dinet.report.measured.measured_drawing import small_line
from dinet.report.sentences import list_places
from dinet.report.style_sheets import style_policy, style_sheet


class ShownStatus(NamedTuple):
    """A row of the page.

    Args:
        id: Of the target.
        text: In the document's words.
        place: Where it stands.
        aim: The number asked, with its year.
        drawing: The small line.
        sign: Beside the status.
        status: In words.
        kind: Of the status, for the width of the line at its left.
        figures: All that was measured.
        reasons: The arithmetic and the remarks.
        sources: The places of the figures.
    """

    id: str
    text: str
    place: str
    aim: str
    drawing: Markup
    sign: str
    status: str
    kind: str
    figures: str
    reasons: tuple[str, ...]
    sources: tuple[str, ...]


def measured_page(
    statuses: Sequence[TargetStatus],
    name: str,
    lang: str,
    text_lang: str,
    today: str,
) -> str:
    """One HTML page that asks for nothing and runs nothing.

    Args:
        statuses: Of all targets, in the order of the programme.
        name: Of the document.
        lang: The reader's language.
        text_lang: That of the document.
        today: The date of reference; empty for none.
    """
    # only this form needs a template, and jinja2 takes longer than reading a small document
    from dinet.report.template_engine import template_engine

    style = style_sheet("report/measured_styles.css")
    template = template_engine().get_template("report/measured.html")
    title = Sentence("How the targets stand: {name}", name=name)
    return template.render(
        lang=lang,
        own_lang=text_lang if text_lang != lang else "",
        policy=style_policy(style),
        style=style,
        title=title.in_language(lang),
        as_of=reference_sentence(today).in_language(lang),
        sums=sums_in_words(statuses, lang),
        rows=list(_shown_rows(statuses, lang)),
        say=lambda words: translate_words(words, lang),
    )


def reference_sentence(today: str) -> Sentence:
    """By which date it is told."""
    if today:
        return Sentence("Held against {today}.", today=today)
    return Sentence(
        "Without a date of reference: a year has passed only where its figure is in."
    )


def sums_in_words(statuses: Sequence[TargetStatus], lang: str) -> str:
    """How many targets stand how; they add up to all targets."""
    counts = Counter(status.status for status in statuses)
    return " · ".join(
        f"{counts[status]} {STATUS_WORDS[status].in_language(lang)}"
        for status in STATUSES
        if counts[status]
    )


def _shown_rows(
    statuses: Sequence[TargetStatus], lang: str
) -> Iterator[ShownStatus]:
    for status in statuses:
        element = status.known.element
        figures = figures_in_words(status.points, lang)
        word = STATUS_WORDS[status.status].in_language(lang)
        aim = aim_in_words(status.aimed, lang)
        parts = (element.id, figures, aim, word)
        label = "; ".join(part for part in parts if part)
        yield ShownStatus(
            element.id,
            element.text,
            list_places(element.places[:1], lang),
            aim,
            # made here, with the one text in it escaped
            Markup(small_line(status, label)),  # noqa: S704
            STATUS_SIGNS[status.status],
            word,
            status.status.replace(" ", "-"),
            figures,
            tuple(
                one.in_language(lang)
                for one in reasons_for_status(status, lang)
            ),
            tuple(one.in_language(lang) for one in places_of_figures(status)),
        )
