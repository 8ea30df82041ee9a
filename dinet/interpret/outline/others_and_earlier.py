"""Sections about goals that are not those of this document.

``Doelen van de vorige periode`` and ``Terugblik`` hold earlier goals, ``Doelen van het Rijk`` those
of others, ``Voorbeelden`` and ``Acties voor later`` nobody's. They are left, words and all, where
goals or efforts stand elsewhere in the document; where nothing else does, they are what it is
about.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from dinet.document.content import Para
from dinet.interpret.columns.table_columns import header_of
from dinet.interpret.outline.sections import LOWEST_HEADING, DocumentSection
from dinet.interpret.texts.explaining_words import is_explaining
from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.phrases import any_of
from dinet.vocabulary.roles import (
    Role,
    kind_of,
    kinds_named_in,
    without_number,
)

_YEARS = re.compile(r"\b((?:19|20)\d\d) ?[-–/] ?((?:19|20)\d\d)\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MOST_WORDS_NOT_TAKEN = 10
"""Of a line that says only that what stands under it was not chosen."""
_LEAST_SPAN_YEARS = 2
"""Of a plan; single years and school years follow one another in one plan."""


def leave_others_and_earlier(
    sections: Sequence[DocumentSection],
    is_stated: Callable[[DocumentSection], bool],
) -> tuple[DocumentSection, ...]:
    """The sections; those about goals of others or of earlier are left, with all under them.

    Args:
        sections: In reading order.
        is_stated: A person said how to read a part of a section: then it is read.
    """
    left = {
        number
        for number in _places_apart(sections)
        if not is_stated(sections[number])
    }
    told = [
        section
        for number, section in enumerate(sections)
        if number not in left
    ]
    if not any(map(_names_network, told)):
        return tuple(sections)
    return tuple(
        replace(section, role=None, text="", number="", is_left=True)
        if number in left
        else section
        for number, section in enumerate(sections)
    )


def _places_apart(sections: Sequence[DocumentSection]) -> set[int]:
    """The places of the sections that are of others or of earlier."""
    left: set[int] = set()
    latest = max(map(_first_year, sections), default=0)
    examples = set(_places_of_examples(sections))
    for number, section in enumerate(sections):
        if number in left:
            continue
        earlier = 0 < _last_year(section) <= latest or _is_earlier_list(
            sections, number
        )
        may_be_left = (
            earlier
            or number in examples
            or _is_apart(section)
            or _is_done(sections, number)
            or _is_of_authority(section, sections[0])
        )
        if may_be_left and not _stands_under_goals(sections, number):
            left.update(_with_those_under(sections, number))
    return left


def _places_of_examples(sections: Sequence[DocumentSection]) -> Iterator[int]:
    """The places of the sections that show in an explanation how a table is filled in."""
    explains = False
    for number, section in enumerate(sections):
        if section.heading is not None and _has_own_heading(section):
            explains = is_explaining(section.heading.text)
        if explains and _shows_example(section):
            yield number


def _has_own_heading(section: DocumentSection) -> bool:
    """Its heading is one of the document's format, no line that says what it is."""
    return section.rank is not None and section.rank < LOWEST_HEADING - 1


def _shows_example(section: DocumentSection) -> bool:
    """A line of an explanation says that a table is filled in to show how: ``bijvoorbeeld:``."""
    if not section.grids:
        return False
    lines = [para.text for para in section.paras]
    if section.heading is not None:
        lines.append(section.heading.text)
    words = set(re.findall(r"\w+", fold_text(" ".join(lines))))
    showing = words_of("page_words.examples", "page_words.for_example")
    return not words.isdisjoint(showing)


def _stands_under_goals(
    sections: Sequence[DocumentSection], number: int
) -> bool:
    """The heading stands right under one about goals: ``Minder afval dan vorig jaar`` is one."""
    above = _section_above(sections, number)
    if above is None or kind_of(above.role) != "goal":
        return False
    return not (above.text or above.number)


def _section_above(
    sections: Sequence[DocumentSection], number: int
) -> DocumentSection | None:
    """The section under whose heading a heading stands; None for one that stands under none."""
    rank = sections[number].rank or LOWEST_HEADING
    above = (
        section
        for section in reversed(sections[:number])
        if section.rank is not None and section.rank < rank
    )
    return next(above, None)


def _span_of(section: DocumentSection) -> re.Match[str] | None:
    """The years that its heading says: ``Doelen 2021-2024``."""
    if section.heading is None or section.text or section.answer is not None:
        return None
    found = _YEARS.search(section.heading.text)
    if found is None or int(found[2]) - int(found[1]) < _LEAST_SPAN_YEARS:
        return None
    return found


def _first_year(section: DocumentSection) -> int:
    span = _span_of(section)
    return int(span[1]) if span else 0


def _last_year(section: DocumentSection) -> int:
    span = _span_of(section)
    return int(span[2]) if span else 0


def _is_earlier_list(sections: Sequence[DocumentSection], number: int) -> bool:
    """Goals of some years that nothing serves, where other goals and work have no years.

    Met: ``Doelen 2021-2024`` behind ``Onze doelen en inspanningen``. Years elsewhere that are no
    later than the last of these say that it is still on. It costs goals of an outline that a table
    takes up in other words.
    """
    section = sections[number]
    last = _last_year(section)
    if not last or section.role != Role("goal"):
        return False
    places = _with_those_under(sections, number)
    if kinds_held_in(sections[place] for place in places) != {"goal"}:
        return False
    others = [
        other
        for place, other in enumerate(sections)
        if place not in places and _last_year(other) == 0
    ]
    network = {"goal", "effort"} <= kinds_held_in(others)
    return network and last < min(_years_told(others), default=last + 1)


def kinds_held_in(sections: Iterable[DocumentSection]) -> set[str]:
    """The kinds of elements of which sections hold some, in lists, lines or tables."""
    kinds: set[str] = set()
    for section in sections:
        kind = kind_of(section.role)
        # with nothing right under it, headings below may name its elements
        if kind and (section.text or section.holds_list or not section.parts):
            kinds.add(kind)
        for header in filter(None, map(header_of, section.grids)):
            kinds.update(kind for _, kind in header.element_columns)
    return kinds


def _years_told(sections: Iterable[DocumentSection]) -> Iterator[int]:
    """The years that stand in headings, texts and cells."""
    for section in sections:
        texts = [para.text for para in section.paras]
        if section.heading is not None:
            texts.append(section.heading.text)
        for grid in section.grids:
            texts += (cell.text for row in grid.rows for cell in row)
        yield from map(int, _YEAR.findall(" ".join(texts)))


def _is_apart(section: DocumentSection) -> bool:
    """The heading says that what stands under it is of earlier, of others, or an example."""
    if section.heading is None or section.text or section.answer is not None:
        return False
    words = fold_text(without_number(section.heading.text))
    every = set(words.replace(":", " ").replace("?", " ").split())
    if not every.isdisjoint(words_of("page_words.ahead")):
        return False
    if not every.isdisjoint(
        words_of("page_words.earlier", "page_words.examples")
    ):
        return True
    if _is_told_by_others(section, words, every) or _is_not_taken(words):
        return True
    return _names_what_others_want(every, words)


def _names_what_others_want(every: set[str], words: str) -> bool:
    """It names elements as those of others, or as dropped: ``Landelijke doelen``.

    ``Landelijk kader`` and ``Beleid van het Rijk`` are above what others want, without a word
    for that.
    """
    of_others = _is_of_others(every, words)
    if kinds_named_in(words) and (of_others or _is_dropped(words)):
        return True
    if not of_others:
        return False
    named = words_of("headings.documents", "page_words.plans")
    return not every.isdisjoint(named)


def _is_told_by_others(
    section: DocumentSection, words: str, every: set[str]
) -> bool:
    """It is about what others do, want, say or ask."""
    return (
        _line_says_not_taken(section)
        or _is_dropped_in_brackets(words)
        or _asks_of_others(section, every)
        or _heads_questions(words)
        or _is_of_voices(section, every)
    )


def _is_of_authority(section: DocumentSection, first: DocumentSection) -> bool:
    """Its elements are of another authority: ``Doelen van de provincie``, in no plan of that.

    ``Beleid van de provincie`` is above these too. The first heading of the document would say so:
    ``Natuurvisie provincie Noordrand``.
    """
    if section.heading is None or section.text or section.answer is not None:
        return False
    words = fold_text(without_number(section.heading.text))
    found = _authorities().search(words)
    title = fold_text(first.heading.text) if first.heading else ""
    of_other = found is not None and found[1] not in title
    if of_other and _names_policy(words):
        return True
    return (of_other or _names_authority(words, title)) and bool(
        kinds_named_in(words)
    )


def _names_policy(words: str) -> bool:
    """A heading begins with a word for policy or for a document that holds it."""
    articles = words_of("headings.articles")
    named = [word for word in words.split() if word not in articles]
    return named[0] in words_of("page_words.plans", "headings.documents")


def _names_authority(words: str, title: str) -> bool:
    """A heading says of which authority its elements are: ``Provinciale opgaven``."""
    named = set(words_of("page_words.of_authorities"))
    own = not named.isdisjoint(title.split())
    return not own and not named.isdisjoint(words.split())


def _heads_questions(words: str) -> bool:
    """Questions of readers stand under it: ``Welke acties kan ik zelf nemen?`` and the like."""
    return words.rstrip(":") in words_of("page_words.asked")


def _is_dropped(words: str) -> bool:
    """What it names is not worked on: ``Acties voor later``, not ``Acties voor nu en later``.

    ``Vervallen doelen en inspanningen`` are all dropped.
    """
    return _names_alone(words, words_of("page_words.dropped"))


def _is_dropped_in_brackets(words: str) -> bool:
    """Brackets at its end say that it was not chosen: ``Scenario B: twee kernen (afgevallen)``."""
    said = re.search(r"\(([^()]+)\)$", words.rstrip(" :."))
    if said is None:
        return False
    dropped = words_of("page_words.dropped", "page_words.dropped_alone")
    return said[1] in dropped or _is_not_taken(said[1])


def _names_alone(words: str, wanted: Sequence[str]) -> bool:
    """A heading has such a word, which is not joined to another: ``lopende en afgeronde``."""
    every = words.replace(":", " ").replace("?", " ").split()
    joining = words_of("joining_words.and", "joining_words.or")
    found = [place for place, word in enumerate(every) if word in wanted]
    beside = {
        every[near]
        for place in found
        for near in (place - 1, place + 1)
        if 0 <= near < len(every)
    }
    return bool(found) and beside.isdisjoint(joining)


def _is_not_taken(words: str) -> bool:
    """What stands under it was looked at and left: ``Onderzochte maar niet gekozen opties``."""
    dropped = words_of("page_words.dropped_alone")
    begins = words.split(" ", maxsplit=1)[0].rstrip(":") in dropped
    if begins and _names_alone(words, dropped):
        return True
    if any(said in words for said in words_of("page_words.dropped_in_words")):
        return True
    return _not_taken_pattern().search(words) is not None


@once_per_dialect
def _not_taken_pattern() -> re.Pattern[str]:
    """``niet`` before a word for choosing: ``niet gekozen``, ``wat wij niet overnemen``."""
    no = any_of(words_of("page_words.not"))
    taken = any_of(words_of("page_words.not_taken"))
    return re.compile(rf"\b{no}[ -]{taken}\b")


def _line_says_not_taken(section: DocumentSection) -> bool:
    """A short line above a table says that it was not chosen: ``Het college kiest hier niet voor``.

    A longer one may go on with what was chosen instead.
    """
    if not section.grids:
        return False
    lines = takewhile(lambda part: isinstance(part, Para), section.parts)
    texts = [fold_text(line.text) for line in lines if isinstance(line, Para)]
    return any(
        len(text.split()) <= _MOST_WORDS_NOT_TAKEN
        and _choosing_pattern().search(text) is not None
        for text in texts
    )


@once_per_dialect
def _choosing_pattern() -> re.Pattern[str]:
    no = any_of(words_of("page_words.not"))
    chosen = any_of(words_of("page_words.choosing"))
    taken = any_of(words_of("page_words.not_taken"))
    return re.compile(rf"\b{chosen}\b.*\b{no}\b|\b{no}[ -]{taken}\b")


def _is_of_voices(section: DocumentSection, every: set[str]) -> bool:
    """It is above what people said: ``Inbreng van bewoners``, ``Wat ondernemers zeiden``.

    A heading that names goals or efforts as well is above what was made of it.
    """
    if kind_of(section.role) in ("goal", "effort", "target"):
        return False
    joining = words_of("joining_words.and", "joining_words.or")
    if not every.isdisjoint(words_of("page_words.voices")):
        return every.isdisjoint(joining)
    if every.isdisjoint(words_of("headings.questions")):
        return False
    if not every.isdisjoint(words_of("page_words.saying")):
        return True
    others = words_of("page_words.others", "page_words.other_authorities")
    demands = not every.isdisjoint(words_of("page_words.demanding"))
    return demands and not every.isdisjoint(others)


def _is_done(sections: Sequence[DocumentSection], number: int) -> bool:
    """What it names was done before: ``Afgeronde projecten``, met beside the actions of plans.

    ``Lopende en afgeronde projecten`` are both. Under the heading of a goal, or as a line such as
    ``Behaalde resultaten:``, it tells of that goal.
    """
    section = sections[number]
    if section.heading is None or section.text or section.answer is not None:
        return False
    words = fold_text(without_number(section.heading.text))
    if not _names_alone(words, words_of("page_words.done")):
        return False
    if not kinds_named_in(words) or section.rank is None:
        return False
    above = _section_above(sections, number)
    return above is None or kind_of(above.role) != "goal"


def _asks_of_others(section: DocumentSection, every: set[str]) -> bool:
    """The heading asks what others do or want: ``Wat doen anderen?``."""
    return (
        kind_of(section.role) in ("goal", "effort")
        and not every.isdisjoint(words_of("headings.questions"))
        and not every.isdisjoint(
            words_of("page_words.others", "page_words.elsewhere")
        )
        and every.isdisjoint(words_of("page_words.selves"))
    )


def _is_of_others(every: set[str], words: str) -> bool:
    """Elements are named as those of others: ``Landelijke doelen``."""
    if not every.isdisjoint(words_of("page_words.of_others")):
        return True
    if _ends_in_gathering().search(words):
        return True
    return words.endswith(_endings_of_others())


@once_per_dialect
def _ends_in_gathering() -> re.Pattern[str]:
    """How a heading ends that names what was said somewhere: ``van de bewonersavonden``."""
    of = any_of(words_of("headings.of"))
    articles = any_of(words_of("headings.articles", "page_words.pointing"))
    gatherings = any_of(words_of("page_words.gatherings"))
    return re.compile(rf" {of} (?:{articles} )?\w*{gatherings}[?:]?$")


@once_per_dialect
def _endings_of_others() -> tuple[str, ...]:
    """How a heading ends that names others: ``van het rijk``, ``van onze partners``."""
    others = _owned_by(words_of("page_words.belonging"), "page_words.others")
    return others + _owned_by(words_of("headings.of"), "page_words.studies")


def _owned_by(before: Sequence[str], name: str) -> tuple[str, ...]:
    """Words of a list, each with a word before it and with an article or without one."""
    articles = ("", *words_of("headings.articles", "page_words.pointing"))
    return tuple(
        " ".join(filter(None, (of, article, other)))
        for of in before
        for article in articles
        for other in words_of(name)
    )


@once_per_dialect
def _authorities() -> re.Pattern[str]:
    """How a heading ends that names another authority or its plan: ``uit het regioplan``."""
    of = any_of(words_of("page_words.belonging", "page_words.taken_from"))
    articles = any_of(words_of("headings.articles"))
    others = any_of(words_of("page_words.other_authorities"))
    plans = any_of(words_of("page_words.plans"))
    return re.compile(rf" {of} (?:{articles} )?({others}){plans}?[?:]?$")


def _with_those_under(
    sections: Sequence[DocumentSection], number: int
) -> list[int]:
    """The place of a section, and of those whose headings stand under its heading."""
    rank = sections[number].rank or LOWEST_HEADING
    places = [number]
    for place in range(number + 1, len(sections)):
        below = sections[place].rank or LOWEST_HEADING
        if below <= rank:
            break
        places.append(place)
    return places


def _names_network(section: DocumentSection) -> bool:
    """A heading with something under it, or a column of a table, is about goals or efforts."""
    if kind_of(section.role) in ("goal", "effort") and (
        section.parts or section.text
    ):
        return True
    headers = filter(None, map(header_of, section.grids))
    return any(header.element_columns for header in headers)
