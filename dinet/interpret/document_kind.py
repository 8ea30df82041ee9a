"""What kind of document it is: its language, and whether it is about a network at all."""

import re
from collections.abc import Iterable, Sequence

from dinet.document.content import Document, Grid, Para
from dinet.errors import DocumentError
from dinet.interpret.columns.table_columns import TableHeader, header_of
from dinet.interpret.network_evidence import (
    holds_aims,
    is_worded_otherwise,
    lacks_evidence,
)
from dinet.interpret.outline.labelled_lines import (
    has_labelled_network,
    is_letter_or_minutes,
)
from dinet.interpret.outline.sections import DocumentSection
from dinet.interpret.reading import ProgrammeReading
from dinet.interpret.refusal import explain_refusal
from dinet.language import Sentence
from dinet.model import Place
from dinet.vocabulary.active_dialect import words_of
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.roles import (
    is_everyday,
    kind_of,
    kinds_joined_in,
    names_other_thing,
    without_number,
)
from dinet.vocabulary.text_language import language_of_text

_YEAR = re.compile(r"\b20\d\d\b")
_SEVERAL_GOALS = 2
"""Of headings: one may be the purpose of the document itself."""
_DATED_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


def language_of(document: Document) -> str:
    """The language that most function words are in: ``en``, or ``nl``, also when there are none."""
    return language_of_text(" ".join(map(_text_of, document.parts)))


def _text_of(part: Para | Grid) -> str:
    if isinstance(part, Para):
        return part.text
    return " ".join(cell.text for row in part.rows for cell in row)


def has_network_table(headers: Iterable[TableHeader]) -> bool:
    """One of the tables holds elements of two kinds.

    Then the network is that table, and what stands around it is explanation.
    """
    return any(
        len({kind for _, kind in header.element_columns}) > 1
        for header in headers
    )


def names_network(sections: Sequence[DocumentSection]) -> bool:
    """A heading names goals, targets or efforts in words that other documents do not use.

    Such are ``Inspanningen`` and ``Doel 2``; everyday words do so together, as labels of lines.
    """
    telling = list(filter(_is_network_section, sections))
    kinds = {kind_of(section.role) for section in sections}
    if not {"goal", "effort"} <= kinds or is_letter_or_minutes(sections):
        # met in minutes: `We hebben de volgende acties afgesproken:`
        telling = [section for section in telling if not section.is_introduced]
    if kinds.isdisjoint(("goal", "target")):
        telling = [section for section in telling if not _asks(section)]
    return bool(telling) or _tells_together(sections)


def _tells_together(sections: Sequence[DocumentSection]) -> bool:
    """Everyday words tell of a network together: as labels of lines, or with results in figures."""
    return (
        has_labelled_network(sections)
        or _heads_tables_of_work(sections)
        or _heads_goals_with_work(sections)
        or (_has_goals_and_work(sections) and _aims_at_figures(sections))
    )


def _heads_goals_with_work(sections: Sequence[DocumentSection]) -> bool:
    """A heading names goals and work in one, and several named goals stand in the document.

    Met as ``Onze doelen en wat wij doen`` above lines ``Doel: …`` with a list under each.
    """
    joined = any(
        {"goal", "effort"} <= set(kinds_joined_in(section.heading.text))
        for section in sections
        if section.heading is not None and section.rank is not None
    )
    goals = sum(
        bool(section.text) and kind_of(section.role) == "goal"
        for section in sections
    )
    several = goals >= _SEVERAL_GOALS
    return joined and several and not is_letter_or_minutes(sections)


def _heads_tables_of_work(sections: Sequence[DocumentSection]) -> bool:
    """Several headings name a goal after a label, each above a table of what is done for it.

    Met in a plan for a year: ``Doel: Snellere vergunningen`` above *Activiteit, Wie, Wanneer*, and
    so for each goal. Minutes have the goal of their meeting at most.
    """
    heading_goals = [
        section
        for section in sections
        if kind_of(section.role) == "goal"
        and section.text
        and not names_other_thing(section.label)
        and any(map(_holds_work, section.grids))
    ]
    return len(heading_goals) >= _SEVERAL_GOALS and not is_letter_or_minutes(
        sections
    )


def _holds_work(grid: Grid) -> bool:
    header = header_of(grid)
    return header is not None and bool(header.columns_named("effort"))


def _has_goals_and_work(sections: Sequence[DocumentSection]) -> bool:
    kinds = {kind_of(section.role) for section in sections}
    return {"goal", "effort"} <= kinds and not is_letter_or_minutes(sections)


def _aims_at_figures(sections: Sequence[DocumentSection]) -> bool:
    """A list of results or targets says, item by item, how much is reached in which year.

    Met in a note that starts a programme: ``Doelstelling``, ``Beoogde resultaten`` and
    ``Maatregelen``, in words that every plan has. Other plans list products and reports there.
    """
    lists = (
        [para.text for para in section.paras if para.block.level is not None]
        for section in sections
        if kind_of(section.role) == "target" and not section.is_left
    )
    return any(items and all(map(_is_dated_figure, items)) for items in lists)


def _is_dated_figure(text: str) -> bool:
    """The text names a year, and a number besides."""
    return len(_DATED_FIGURE.findall(text)) > 1 and bool(_YEAR.search(text))


def _asks(section: DocumentSection) -> bool:
    """The heading is a question; without goals ``Wat ga je doen?`` may head a vacancy."""
    return section.heading is not None and section.heading.text.endswith("?")


def _is_network_section(section: DocumentSection) -> bool:
    """The section holds something, and its heading names elements in unmistakable words.

    Themes tell by their names alone: a profile of a job has ``Resultaatgebieden``.
    """
    kind = kind_of(section.role)
    if section.heading is None or kind is None:
        return False
    if kind == "theme" and not section.text:
        return False
    if not section.parts and not section.text:
        return False
    if section.answer is not None:
        return True
    # a heading above a text says so as a label before one does: `Doel van het onderzoek`
    if section.is_guess or any(
        map(names_other_thing, (section.label, section.heading.text))
    ):
        return False
    words = section.heading.text.removesuffix(section.text)
    return not is_everyday(without_number(words.strip(" :.-–—")))


def check_is_network(
    draft: ProgrammeReading,
    headers: Sequence[TableHeader],
    sections: Sequence[DocumentSection],
) -> None:
    """Refuse a document that only looks like a network; note that a template of one is still empty.

    Raises:
        DocumentError: It holds no goal, target or effort, or only such lists as every plan and
            all minutes have.
    """
    network_table = has_network_table(headers)
    if not any(mention.kind != "theme" for mention in draft.mentions):
        if network_table:
            draft.add_note("nothing_filled_in", Place(file=draft.name))
            return
        raise DocumentError(
            Sentence("no goals, targets or efforts were found."),
            *explain_refusal(sections),
            where=draft.name,
        )
    if not _is_evident(draft, headers, sections):
        what = Sentence(
            "this is a list of actions, or a text about something else, "
            "not a network of goals and efforts."
        )
        raise DocumentError(what, *explain_refusal(sections), where=draft.name)


def _is_evident(
    draft: ProgrammeReading,
    headers: Sequence[TableHeader],
    sections: Sequence[DocumentSection],
) -> bool:
    """The document tells, in its words or by how it stands there, that it is a network."""
    if lacks_evidence(draft, headers, sections):
        return False
    if any(map(_has_unmistakable_column, headers)):
        return True
    is_other = _is_other_by_title(sections) or (
        is_worded_otherwise(draft)
        and not any(map(_is_network_section, sections))
    )
    if has_network_table(headers) and holds_aims(draft) and not is_other:
        return True
    return _states_links(draft) or (not is_other and names_network(sections))


def _is_other_by_title(sections: Sequence[DocumentSection]) -> bool:
    """The title says that it is about one employee or lesson, and no heading that it is a network.

    Met: *Resultaatgebied, Activiteiten, Resultaat* under ``Functieprofiel adviseur``, and *Stap,
    Actie, Resultaat* in a manual. A manual for networks shows one, in words that only these use.
    """
    headings = (
        section.heading for section in sections if section.heading is not None
    )
    title = next(headings, None)
    if title is None:
        return False
    telling = filter(_is_network_section, sections)
    if not all(map(_asks, telling)):
        return False
    words = fold_text(without_number(title.text)).replace(":", " ")
    starts = tuple(f"{word} " for word in words_of("page_words.other_titles"))
    return f"{words} ".startswith(starts)


def _states_links(draft: ProgrammeReading) -> bool:
    """The document says of an effort, by a code or name, which goal it serves.

    Met: a sheet of goals and one of activities, each with a column of codes, and a third sheet
    with the pairs of these codes.
    """
    kinds = [mention.kind for mention in draft.mentions]
    return any(
        tie.basis == "stated"
        and {kinds[tie.start], kinds[tie.end]} == {"goal", "effort"}
        for tie in draft.ties
    )


def _has_unmistakable_column(header: TableHeader) -> bool:
    """A column of goals, targets or efforts has a heading that only such networks use."""
    return any(
        kind != "theme" and column.heading and not is_everyday(column.heading)
        for column, kind in header.element_columns
    )
