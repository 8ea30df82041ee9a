"""A series of versions as a page: a row for each element, a column for each version."""

from collections.abc import Sequence

from dinet.language import Sentence, translate_words
from dinet.report.style_sheets import style_policy, style_sheet
from dinet.report.versions.series_rows import (
    SeriesCell,
    SeriesTable,
    changed_covers,
    cover_totals,
    series_tables,
)
from dinet.report.versions.version_sections import sums_in_words
from dinet.versions.version_series import VersionSeries


def series_title(names: Sequence[str], lang: str) -> str:
    """What a page or workbook of a series is called."""
    title = Sentence(
        "{count} versions: {first} to {last}",
        count=len(names),
        first=names[0],
        last=names[-1],
    )
    return title.in_language(lang)


def series_page(series: VersionSeries, names: Sequence[str], lang: str) -> str:
    """One HTML page that asks for nothing and runs nothing.

    Args:
        series: The versions.
        names: Of their documents.
        lang: The reader's language.
    """
    # only this form needs a template, and jinja2 takes longer than reading a small document
    from dinet.report.template_engine import template_engine

    style = style_sheet("report/series_styles.css")
    text_lang = series.networks[-1].programme.lang
    template = template_engine().get_template("report/series.html")
    return template.render(
        lang=lang,
        own_lang=text_lang if text_lang != lang else "",
        policy=style_policy(style),
        style=style,
        title=series_title(names, lang),
        names=names,
        sums=[
            [sentence.in_language(lang) for sentence in sums_in_words(step)]
            for step in series.steps
        ],
        tables=list(series_tables(series)),
        totals=cover_totals(series),
        covers=changed_covers(series),
        write_fact=lambda fact: fact_in_words(fact, lang),
        title_of=lambda table: table_title(table, lang),
        name_turn=lambda cell: cell_name(cell, lang),
        say=lambda words: translate_words(words, lang),
    )


def table_title(table: SeriesTable, lang: str) -> str:
    """The name of a kind, as a heading."""
    title = table.title.in_language(lang)
    return f"{title[:1].upper()}{title[1:]}"


def cell_name(cell: SeriesCell, lang: str) -> str:
    """What became of an element, with a doubt when there is one."""
    name = cell.name.in_language(lang)
    if not cell.is_doubtful:
        return name
    doubt = Sentence("to be checked").in_language(lang)
    return f"{name} ({doubt})"


def fact_in_words(fact: Sentence | str, lang: str) -> str:
    """What changed, or the words of the document themselves."""
    return fact if isinstance(fact, str) else fact.in_language(lang)
