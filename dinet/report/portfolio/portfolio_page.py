"""A portfolio as one page: a picture, a table of documents, and the rows, with a filter."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from markupsafe import Markup

from dinet.document.own_outputs import describe_origin
from dinet.language import Sentence, translate_words
from dinet.portfolio.documents import PlacedElement
from dinet.portfolio.findings import Portfolio
from dinet.portfolio.rows import PortfolioRow
from dinet.report.portfolio.portfolio_picture import (
    left_out_of_picture,
    portfolio_picture,
)
from dinet.report.portfolio.portfolio_sections import (
    CERTAINTY_MEANING,
    CERTAINTY_WORDS,
    GROUND_WORDS,
    SECTION_TITLES,
    DocumentLine,
    FileNotices,
    PortfolioSection,
    document_tokens,
    line_of_whole,
    list_document_lines,
    list_portfolio_sections,
    notices_of_portfolio,
    number_documents,
    sums_of_portfolio,
)
from dinet.report.sentences import coverage_in_words, list_places
from dinet.report.style_sheets import (
    inline_source,
    style_policy,
    style_sheet,
)
from dinet.wording.labels import counted_kind

_HIDDEN_ROWS = "tr[data-d],section[data-d]"
_FADED_PARTS = ".tie,.number,.naming,.box"


class ShownPlacedElement(NamedTuple):
    """An element in a cell: its id in the portfolio, its words, their language, its place."""

    id: str
    text: str
    lang: str
    place: str


class ShownPortfolioRow(NamedTuple):
    """A row of a table.

    Args:
        documents: What a filter looks for.
        name: Of the programme or owner that it is about; empty for none.
        elements: Which it is about.
        aims: What they are counted for.
        facts: What to know of it.
        certainty: ``certain`` or ``check``.
        certainty_word: The same in words.
        ground: On what it rests, in words.
    """

    documents: str
    name: str
    elements: tuple[ShownPlacedElement, ...]
    aims: tuple[ShownPlacedElement, ...]
    facts: tuple[str, ...]
    certainty: str
    certainty_word: str
    ground: str


class ShownPortfolioSection(NamedTuple):
    """A table: its anchor, its title, what its rows are, the documents in it, its rows."""

    name: str
    title: str
    meaning: str
    documents: str
    rows: tuple[ShownPortfolioRow, ...]


class _KnownDocuments(NamedTuple):
    """By namespace the number and the language of each document."""

    numbers: Mapping[str, int]
    langs: Mapping[str, str]


class ShownDocumentLine(NamedTuple):
    """A line of the table of documents, in words."""

    namespace: str
    title: str
    file: str
    goals: str
    targets: str
    efforts: str
    together: tuple[str, ...]


def portfolio_page(
    portfolio: Portfolio, notices: FileNotices, lang: str
) -> str:
    """One HTML page that asks for nothing and runs nothing: the filter is a matter of style.

    Args:
        portfolio: What was found.
        notices: What became of files.
        lang: The reader's language.
    """
    # only this form needs a template, and jinja2 takes longer than reading a small document
    from dinet.report.template_engine import template_engine

    lines = list(list_document_lines(portfolio))
    style = portfolio_style(len(lines))
    template = template_engine().get_template("report/portfolio.html")
    return template.render(
        lang=lang,
        policy=style_policy(style),
        style=style,
        title=portfolio_title(portfolio, lang),
        sums=_say_all(sums_of_portfolio(portfolio), lang),
        notices=_say_all(notices_of_portfolio(portfolio, notices, lang), lang),
        certainty=CERTAINTY_MEANING.in_language(lang),
        # made here, with every text in it escaped
        picture=Markup(portfolio_picture(portfolio, lang)),  # noqa: S704
        left_out=left_out_of_picture(portfolio),
        lines=[show_line(line, lang) for line in lines],
        whole=show_line(line_of_whole(portfolio), lang),
        sections=list(shown_portfolio_sections(portfolio, lang)),
        origin=describe_origin("", lang),
        say=lambda words: translate_words(words, lang),
    )


def portfolio_title(portfolio: Portfolio, lang: str) -> str:
    """What the page and the files are called."""
    title = Sentence(
        "{count} programmes side by side", count=len(portfolio.documents)
    )
    return title.in_language(lang)


def _say_all(sentences: Iterable[Sentence], lang: str) -> list[str]:
    return [sentence.in_language(lang) for sentence in sentences]


def portfolio_style(count: int) -> str:
    """The style of a page about so many documents; that is all by which it differs."""
    return style_sheet("report/portfolio_styles.css") + _filter_style(count)


def _filter_style(count: int) -> str:
    """What hides all that is not about the document of which the button is pressed."""
    # the numbers of rows are those of all documents
    rules = ["body:not(:has(#only-0:checked)) .count{display:none}"]
    for number in range(1, count + 1):
        chosen = f"body:has(#only-{number}:checked)"
        others = f':not([data-d~="{number}"])'
        rules.append(
            f"{chosen} :is({_HIDDEN_ROWS}){others}{{display:none}}"
            f"{chosen} :is({_FADED_PARTS}){others}{{opacity:.13}}"
        )
    return inline_source("".join(rules))


def shown_portfolio_sections(
    portfolio: Portfolio, lang: str
) -> Iterator[ShownPortfolioSection]:
    """The sections as they are shown."""
    langs = {
        document.namespace: document.shown.programme.lang
        for document in portfolio.documents
    }
    known = _KnownDocuments(number_documents(portfolio), langs)
    for section in list_portfolio_sections(portfolio):
        yield _shown_section(section, known, lang)


def _shown_section(
    section: PortfolioSection, known: _KnownDocuments, lang: str
) -> ShownPortfolioSection:
    rows = tuple(_shown_row(row, known, lang) for row in section.rows)
    names = dict.fromkeys(
        name for row in section.rows for name in row.namespaces
    )
    return ShownPortfolioSection(
        section.name,
        section.title.in_language(lang),
        section.meaning.in_language(lang),
        document_tokens(names, known.numbers),
        rows,
    )


def _shown_row(
    row: PortfolioRow, known: _KnownDocuments, lang: str
) -> ShownPortfolioRow:
    elements, aims = (
        tuple(_shown_element(placed, known.langs, lang) for placed in each)
        for each in (row.elements, row.aims)
    )
    return ShownPortfolioRow(
        document_tokens(row.namespaces, known.numbers),
        row.name,
        elements,
        aims,
        tuple(_say_all(row.facts, lang)),
        row.certainty,
        CERTAINTY_WORDS[row.certainty].in_language(lang),
        GROUND_WORDS[row.ground].in_language(lang),
    )


def _shown_element(
    placed: PlacedElement, langs: Mapping[str, str], lang: str
) -> ShownPlacedElement:
    own_lang = langs[placed.namespace]
    return ShownPlacedElement(
        placed.id,
        placed.shown.text,
        own_lang if own_lang != lang else "",
        list_places(placed.places, lang),
    )


def show_line(line: DocumentLine, lang: str) -> ShownDocumentLine:
    """A line of the table of documents in words."""
    together = (
        f"{SECTION_TITLES[name].in_language(lang)}: {count}"
        for name, count in line.counts.items()
        if count
    )
    return ShownDocumentLine(
        line.namespace,
        line.title,
        line.file,
        coverage_in_words(line.goals, lang, of_goals=True),
        coverage_in_words(line.targets, lang, of_goals=False),
        counted_kind("effort", line.efforts).in_language(lang),
        tuple(together),
    )
