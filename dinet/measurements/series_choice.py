"""The figures of a file that a line of a form asks for: one for each year, or none at all."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dinet.language import Sentence
from dinet.measurements.figure_tables import FigureFact, FigureFile
from dinet.measurements.periods import Period
from dinet.measurements.units import unit_in_words
from dinet.measurements.word_lists import fold_words, is_listed
from dinet.model import Measurement, Place
from dinet.targets.target_direction import BetterDirection

_MOST_CHOICES = 8
"""Words of a file that are named to who asked for one that it does not have."""
_MOST_ROWS = 4
"""Rows that are named to who has to say which of them is meant."""

_SAMPLE = re.compile(r"\bn\s*=\s*(?P<number>\d[\d.]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SeriesWish:
    """What a line of a form says of one series.

    Args:
        file: As the form names it.
        words: That stand over or beside every figure of it, each as a whole.
        region: The name or code of the region; empty when the file has one.
        columns: By the name of a column the word that stands in it.
        sheet: Of a workbook; empty for all.
        unit: That the form states; empty for that of the file.
        better: Which way is better, when the form says it.
    """

    file: str
    words: tuple[str, ...] = ()
    region: str = ""
    columns: tuple[tuple[str, str], ...] = ()
    sheet: str = ""
    unit: str = ""
    better: BetterDirection | None = None


class SeriesError(Exception):
    """A line of a form fits nothing in its file, or several series.

    Args:
        sentence: What is the matter.
    """

    def __init__(self, sentence: Sentence) -> None:
        super().__init__()
        self.sentence = sentence


def choose_series(
    file: FigureFile, wish: SeriesWish, lang: str
) -> tuple[Measurement, ...]:
    """The figures of one series, in the order of the years.

    Args:
        file: With all its figures.
        wish: What the form says.
        lang: Of the programme, for the word by which a provisional figure is told.

    Raises:
        SeriesError: Nothing fits, or two figures of one year do.
    """
    facts = _fitting_facts(file.facts, wish)
    chosen = [fact for fact in facts if _is_value(fact, wish)]
    by_year: dict[int, list[FigureFact]] = defaultdict(list)
    for fact in chosen:
        if fact.period is not None:
            by_year[fact.period.year].append(fact)
    if not by_year:
        what = Sentence(
            "{file} has no figures of years there.", file=file.name
        )
        raise SeriesError(what)
    for year, several in sorted(by_year.items()):
        if len(several) > 1:
            raise _ambiguity_error(file, year, several)
    return tuple(
        figure_as_measurement(by_year[year][0], facts, file, wish.unit, lang)
        for year in sorted(by_year)
    )


def _fitting_facts(
    facts: Sequence[FigureFact], wish: SeriesWish
) -> list[FigureFact]:
    """The figures under and beside all words of a wish."""
    left = list(facts)
    if wish.sheet:
        left = [
            fact
            for fact in left
            if fold_words(fact.place.sheet or "") == fold_words(wish.sheet)
        ]
    for word in wish.words:
        left = _those_with(left, word, "")
    for name, word in wish.columns:
        left = _those_with(left, word, name)
    if wish.region:
        left = _those_in_region(left, wish.region)
    return left


def _those_with(
    facts: Sequence[FigureFact], word: str, column: str
) -> list[FigureFact]:
    """The figures with a word; in a column of a name when one is given."""
    wanted = fold_words(word)
    found = [
        fact
        for fact in facts
        if wanted in map(fold_words, _words_under(fact, column))
    ]
    if found:
        return found
    known = [one for fact in facts for one in _words_under(fact, column)]
    raise SeriesError(_nothing_called(word, known))


def _words_under(fact: FigureFact, column: str) -> Iterable[str]:
    if not column:
        return fact.all_words
    wanted = fold_words(column)
    return [
        label.text for label in fact.labels if fold_words(label.head) == wanted
    ]


def _those_in_region(
    facts: Sequence[FigureFact], region: str
) -> list[FigureFact]:
    """The figures of a region: by its column when the file has one."""
    with_region = [
        fact for fact in facts if fact.label_under("columns.region")
    ]
    if not with_region:
        return _those_with(facts, region, "")
    wanted = fold_words(region)
    found = [
        fact
        for fact in with_region
        if fold_words(fact.label_under("columns.region")) == wanted
    ]
    if found:
        return found
    known = [fact.label_under("columns.region") for fact in with_region]
    raise SeriesError(_nothing_called(region, known))


def _nothing_called(word: str, known: Iterable[str]) -> Sentence:
    names = [name for name in dict.fromkeys(known) if name]
    shown = ", ".join(f"“{name}”" for name in names[:_MOST_CHOICES])
    if len(names) > _MOST_CHOICES:
        shown += ", …"
    return Sentence(
        "nothing there is called “{word}”; there is {known}.",
        word=word,
        known=shown or "–",
    )


def _is_value(fact: FigureFact, wish: SeriesWish) -> bool:
    """Not the number of who was asked or the margin, unless the form asks for that column."""
    if fact.period is None:
        return False
    asked = {fold_words(word) for word in wish.words}
    return not any(
        is_listed(head, f"attributes.{name}") and fold_words(head) not in asked
        for head in fact.heads
        for name in ("sample", "margin")
    )


def _ambiguity_error(
    file: FigureFile, year: int, facts: Sequence[FigureFact]
) -> SeriesError:
    rows = [
        f"{_where_in(fact.place)}: {' · '.join(fact.all_words)}"
        for fact in facts[:_MOST_ROWS]
    ]
    return SeriesError(
        Sentence(
            "{count} figures of {file} for {year} fit; add to the line what tells them apart "
            "({rows}).",
            count=len(facts),
            file=file.name,
            year=year,
            rows="; ".join(rows),
        )
    )


def _where_in(place: Place) -> str:
    return (
        f"{place.sheet or ''} {place.row or ''}:{place.column or ''}".strip()
    )


def figure_as_measurement(
    fact: FigureFact,
    facts: Iterable[FigureFact],
    file: FigureFile,
    unit: str,
    lang: str,
) -> Measurement:
    """A figure as the programme holds it.

    Args:
        fact: The figure, of a year.
        facts: Among which stand how many were asked, and the margin.
        file: In which it stands.
        unit: That the form states; empty for that of the file.
        lang: Of the programme.
    """
    if fact.period is None:
        raise ValueError(fact)
    words = {
        **_words_beside(fact, facts, file),
        "unit": unit or _unit_of(fact),
    }
    if _is_provisional(fact, fact.period, file):
        words["status"] = provisional_word(lang)
    return Measurement(
        kind="realised",
        year=str(fact.period.year),
        text=fact.figure.text,
        number=fact.figure.number,
        place=fact.place,
        **{name: text for name, text in words.items() if text},
    )


def _words_beside(
    fact: FigureFact, facts: Iterable[FigureFact], file: FigureFile
) -> dict[str, str]:
    """What the file says beside a figure; empty where it says nothing."""
    figure = fact.figure
    beside = [other for other in facts if _stands_beside(other, fact)]
    explains_mark = figure.mark and not file.star_means_provisional
    remark = _remark_on(fact, file.star_note if explains_mark else "")
    return {
        "sample": _attribute_of(beside, "sample") or sample_in(remark) or "",
        "margin": _attribute_of(beside, "margin") or figure.margin,
        "source": fact.label_under("columns.source"),
        "remark": remark,
    }


def _remark_on(fact: FigureFact, star_note: str) -> str:
    """The remark on a row, else what the file says of the mark of a figure."""
    return fact.label_under("columns.remark") or star_note


def _is_provisional(
    fact: FigureFact, period: Period, file: FigureFile
) -> bool:
    """By its year, by a column for it, or by a star of which the file says that it means that."""
    if period.is_provisional:
        return True
    if is_listed(fact.label_under("columns.status"), "cells.provisional"):
        return True
    is_starred = fact.figure.mark.startswith("*")
    return is_starred and file.star_means_provisional


def _unit_of(fact: FigureFact) -> str:
    """Of a column for it, else behind the figure, else in the names of its column and row."""
    stated = fact.label_under("columns.unit") or fact.figure.unit
    return stated or unit_in_words(_unit_names(fact))


def provisional_word(lang: str) -> str:
    """How a programme calls a provisional figure."""
    return "voorlopig" if lang == "nl" else "provisional"


def _unit_names(fact: FigureFact) -> list[str]:
    """The words that may name the unit: not those of a remark or a source."""
    told = ("remark", "source", "target", "region", "kind")
    names = [
        label.text
        for label in fact.labels
        if not any(is_listed(label.head, f"columns.{one}") for one in told)
    ]
    return [*fact.heads, *names]


def _stands_beside(other: FigureFact, fact: FigureFact) -> bool:
    """Two figures of one row, one year and one sheet."""
    if other.period is None or fact.period is None:
        return False
    same_row = other.place.row == fact.place.row
    same_sheet = other.place.sheet == fact.place.sheet
    same_table = other.place.table == fact.place.table
    same_year = other.period.year == fact.period.year
    return same_row and same_sheet and same_table and same_year


def sample_in(remark: str) -> str | None:
    """How many were asked, where a remark says it: ``n = 38``.

    Example:
        >>> sample_in("opgave scholen, n = 1.038"), sample_in("op n plek")
        ('1.038', None)
    """
    found = _SAMPLE.search(remark)
    return found["number"] if found else None


def _attribute_of(facts: Iterable[FigureFact], name: str) -> str | None:
    for fact in facts:
        if any(is_listed(head, f"attributes.{name}") for head in fact.heads):
            return fact.figure.text or None
    return None
