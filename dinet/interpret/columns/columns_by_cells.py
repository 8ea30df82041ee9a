"""What a column means by what stands in it, where its heading leaves that open.

``Doel 2025`` heads the value of that year, unless sentences stand under it: then these are the
goals of that year. ``Ambitie`` heads goals, unless numbers stand under it. ``Streefwaarde`` heads
values, unless what stands under it says what is counted and nothing else in the table does.
``Uitvoering`` heads efforts, unless another column does: then it says by whom or when.
"""

import re
from collections.abc import Sequence
from itertools import chain

from dinet.document.content import Row
from dinet.interpret.columns.column_headings import ColumnHeading
from dinet.interpret.columns.columns_of_figures import (
    resolve_figures,
    texts_under,
)
from dinet.interpret.texts.element_labels import is_code
from dinet.interpret.texts.placeholders import TextKind, classify_text
from dinet.vocabulary.active_dialect import words_of
from dinet.vocabulary.dialect import plain
from dinet.vocabulary.roles import (
    Role,
    find_label,
    in_network,
    kind_described_by,
    kind_of,
    kinds_named_in,
    names_income,
    names_other_thing,
    numbers_something,
    role_of,
)
from dinet.vocabulary.time_headings import is_period, without_year
from dinet.wording.amounts import read_amounts
from dinet.wording.numbers import is_measure

_LEAST_WORDS = 3
"""A goal has more words than a value with its unit: ``60% van allen`` is the shortest."""

_MOST_NAME_WORDS = 4
"""Of a team or party; a longer text says how something is done."""
_BARE_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}")
"""Of a goal, as plans number them: ``3``, ``1.2``."""
_BETWEEN_CODES = re.compile(r"\s*(?:[,;/&+]|\ben\b|\band\b)\s*")
_OF_MEASURING = frozenset(
    ("effort", "value", "baseline", "realised", "forecast", "indicator")
)
"""The roles of columns beside which a performance measures."""
_LEAST_YEARS = 2
"""Of columns: one year beside goals may be when each is to be reached."""
_LONE_YEAR = re.compile(r"(?:19|20)\d\d")
_THOUSANDS = re.compile(
    r"(?:€ ?)?(?!(?:19|20)\d\d$)\d{1,3}(?:\.?\d{3})+(?:,-|,\d\d)?"
)
"""An amount of at least a thousand, and no year: ``40000``, ``€ 1.250.000``."""
_LEAST_WORK_WORDS = 2
"""What is done, and to what; a phase is one word: ``Verkenning``."""
_LEAST_CODES = 2
"""In a column of codes: one alone may be a text, such as the road ``A1``."""


def resolve_by_cells(
    headings: Sequence[ColumnHeading], rows: Sequence[Row]
) -> tuple[ColumnHeading, ...]:
    """The headings, each with the role that its cells tell.

    Args:
        headings: Of all columns.
        rows: Under the header.
    """
    headings = _paired_by_party(headings)
    headings = _with_other_things_apart(headings)
    headings = _with_income_apart(headings, rows)
    headings = _with_codes_apart(headings, rows)
    headings = _numbered_columns(headings, rows)
    resolved = [
        _value_by_numbers(heading, number, headings, rows)
        for number, heading in enumerate(headings)
    ]
    if "effort" in map(_role_name, resolved):
        resolved = money_columns(resolved, rows)
    resolved = _standing_in_words(resolved, rows)
    resolved = _counted_effects(resolved, rows)
    resolved = resolve_figures(resolved, rows)
    resolved = _labelled_columns(resolved, rows)
    resolved = _efforts_under_bands(resolved, rows)
    resolved = _work_of_years(_leading_groups(resolved, rows), rows)
    resolved = _performed_work(_lines_of_work(resolved, rows), rows)
    resolved = with_reasons_apart(_goals_measured_in_words(resolved, rows))
    resolved = _measured_columns(resolved, rows)
    resolved = targets_in_words(_goals_by_years(resolved, rows), rows)
    return tuple(_facts_of_execution(resolved, rows))


def _paired_by_party(
    headings: Sequence[ColumnHeading],
) -> Sequence[ColumnHeading]:
    """The headings; words for two kinds before the same party say what stands under each.

    Met: *Ambitie gemeente, Maatregel gemeente, Ambitie corporatie, Maatregel corporatie*.
    """
    parties: dict[str, set[str]] = {}
    for heading in headings:
        first, _, party = heading.text.partition(" ")
        kind = kind_of(role_of(first)) if party else None
        if kind and heading.role is None:
            parties.setdefault(plain(party), set()).add(kind)
    return [
        heading._replace(role=role_of(heading.text.partition(" ")[0]))
        if heading.role is None
        and len(parties.get(plain(heading.text.partition(" ")[2]), ())) > 1
        else heading
        for heading in headings
    ]


def _goals_measured_in_words(
    headings: Sequence[ColumnHeading], rows: Sequence[Row]
) -> list[ColumnHeading]:
    """``Resultaatdoel`` without a figure is a goal, where ``Meetwaarde`` beside it has targets.

    Met in a plan of services: *Resultaatdoel, Meetwaarde, Acties*, with ``90% is binnen 30 seconden
    geholpen`` in the second column. A table that has goals has these in another column.
    """
    names = list(map(_role_name, headings))
    words = words_of("headings.measurements")
    measuring = [
        number
        for number, heading in enumerate(headings)
        if plain(heading.text) in words
        and _say_what_is_counted(texts_under(number, rows))
    ]
    if {"goal", "benefit"} & set(names) or not measuring:
        return list(headings)
    return [
        heading._replace(role=Role("goal"))
        if names[number] == "target" and not _has_figures(number, rows)
        else heading
        for number, heading in enumerate(headings)
    ]


def _has_figures(number: int, rows: Sequence[Row]) -> bool:
    """Some cell of the column has a digit."""
    return any(
        any(map(str.isdigit, text)) for text in texts_under(number, rows)
    )


def _measured_columns(
    headings: Sequence[ColumnHeading], rows: Sequence[Row]
) -> list[ColumnHeading]:
    """``Meting`` above sentences says how what stands beside it is measured.

    Met in plans of benefits, ``Baat | Meting | Project``, above ``70% minder printjes in 2028``:
    these are the targets, unless another column holds targets.
    """
    names = {_role_name(heading) for heading in headings}
    if "target" in names or not names & {"goal", "benefit"}:
        return list(headings)
    words = words_of("headings.measurements")
    return [
        heading._replace(role=Role("target"))
        if plain(heading.text) in words
        and _say_what_is_counted(texts_under(number, rows))
        else heading
        for number, heading in enumerate(headings)
    ]


def money_columns(
    headings: Sequence[ColumnHeading], rows: Sequence[Row]
) -> list[ColumnHeading]:
    """``Bijdrage regio`` and ``Begroot 2026`` above sums of euros are what efforts cost.

    Met in the annexes of programmes, where ``Begroot`` became what the target aims at. The heading
    has to speak of money too: ``Besparing`` above euros is no budget.

    Args:
        headings: Of all columns of a table that holds efforts.
        rows: Under the header.
    """
    years = _money_of_years(headings, rows)
    return [
        heading._replace(role=Role("budget"))
        if number in years
        or (
            _may_be_money(heading)
            and _are_euros(texts_under(number, rows), heading.text)
        )
        else heading
        for number, heading in enumerate(headings)
    ]


def _money_of_years(
    headings: Sequence[ColumnHeading], rows: Sequence[Row]
) -> set[int]:
    """The columns of years with nothing but amounts, most of them of thousands.

    Met in annexes as *Doel, Maatregel, Trekker, 2026, 2027, 2028*, under ``Bedragen in euro's``.
    Crosses under years are a planning, and small figures may be counts or percentages.
    """
    years = {
        number: texts_under(number, rows)
        for number, heading in enumerate(headings)
        if _LONE_YEAR.fullmatch(heading.text)
    }
    texts = list(chain.from_iterable(years.values()))
    is_money = len(years) >= _LEAST_YEARS and _are_thousands(texts)
    return set(years) if is_money else set()


def _are_thousands(texts: Sequence[str]) -> bool:
    """Most texts are amounts of at least a thousand, and none states anything else.

    Where some say ``p.m.``, which only money does, all are amounts.
    """
    amounts = sum(_THOUSANDS.fullmatch(text) is not None for text in texts)
    if any(map(_is_open_amount, texts)):
        amounts = len(texts)
    others = [text for text in texts if not read_amounts(text, "", "nl")]
    states = any(classify_text(text) is TextKind.STATEMENT for text in others)
    return 2 * amounts > len(texts) and not states


def _is_open_amount(text: str) -> bool:
    """``p.m.``: a sum that is not known yet."""
    return any(amount.value is None for amount in read_amounts(text, "", "nl"))


def _may_be_money(heading: ColumnHeading) -> bool:
    """The heading speaks of money, or refers: ``Voor`` above € 50.000 names no goal."""
    role = heading.role or in_network(heading.text)
    if role == Role("reference"):
        return True
    unknown = _role_name(heading) in ("", "other")
    return unknown and _speaks_of_money(heading.text)


def _standing_in_words(
    headings: Sequence[ColumnHeading], rows: Sequence[Row]
) -> list[ColumnHeading]:
    """``Stand`` above words, right of the efforts, is how far these are.

    Met: *Indicator, Start 2025, Doel 2029, Activiteit, Wie, Stand* above ``loopt``, which became
    the value that the target starts from. Where a target starts is a number.
    """
    words = words_of("headings.standing")
    names = list(map(_role_name, headings))
    first = names.index("effort") if "effort" in names else len(names)
    return [
        heading._replace(role=Role("status"))
        if number > first
        and plain(heading.text) in words
        and _role_name(heading) in ("baseline", "realised")
        and _have_no_number(texts_under(number, rows))
        else heading
        for number, heading in enumerate(headings)
    ]


def _have_no_number(texts: Sequence[str]) -> bool:
    return bool(texts) and not any(map(str.isdigit, "".join(texts)))


def _counted_effects(
    headings: Sequence[ColumnHeading], rows: Sequence[Row]
) -> list[ColumnHeading]:
    """``Beoogd effect`` beside goals, above texts with numbers, holds the targets of these.

    Met in workbooks with a sheet for each theme: *Ambitie, Beoogd effect, Maatregel*.
    """
    names = [_role_name(heading) for heading in headings]
    if "target" in names or names.count("goal") < len(("goal", "effect")):
        return list(headings)
    return [
        heading._replace(role=Role("target"))
        if "goal" in names[:number]
        and _names_effect(heading)
        and _say_what_is_counted(texts_under(number, rows))
        else heading
        for number, heading in enumerate(headings)
    ]


def _names_effect(heading: ColumnHeading) -> bool:
    words = set(plain(heading.text).split())
    named = not words.isdisjoint(words_of("headings.effects"))
    return named and _role_name(heading) == "goal"


def _speaks_of_money(heading: str) -> bool:
    words = plain(heading)
    return any(word in words for word in words_of("amounts.in_headings"))


def _are_euros(texts: Sequence[str], heading: str) -> bool:
    """Each text is an amount or still open, and one of them says that it is of euros."""
    stating = (
        text for text in texts if classify_text(text) is TextKind.STATEMENT
    )
    amounts = [read_amounts(text, heading, "nl") for text in stating]
    units = [amount.unit or "" for read in amounts for amount in read]
    return all(amounts) and any(unit.startswith("EUR") for unit in units)


def _labelled_columns(
    headings: Sequence[ColumnHeading], rows: Sequence[Row]
) -> list[ColumnHeading]:
    """A column that nothing heads holds what all its cells say that they are.

    Met in exports of Planner, where ``Bucketnaam`` heads ``Doel: minder bijstand`` on each row, and
    in workbooks of steps, where ``Niveau 2`` heads ``Subdoel: minder ongevallen``.
    """
    if any(":" in heading.text for heading in headings):
        return list(
            headings
        )  # the first row says what it is as well: it heads nothing
    return [
        _labelled_heading(heading, texts_under(number, rows))
        if heading.role is None and heading.text
        else heading
        for number, heading in enumerate(headings)
    ]


def _labelled_heading(
    heading: ColumnHeading, texts: Sequence[str]
) -> ColumnHeading:
    """The heading with the role of the one kind of element that labels before all texts name."""
    roles: set[Role] = set()
    for text in texts:
        named = find_label(text) if ":" in text else None
        if named is None or not kind_of(named.role):
            return heading
        roles.add(named.role)
    if len(roles) != 1:
        return heading
    return heading._replace(role=roles.pop(), label=texts[0].partition(":")[0])


def _efforts_under_bands(
    headings: Sequence[ColumnHeading], rows: Sequence[Row]
) -> list[ColumnHeading]:
    """``Doel / actie`` heads actions when the goals are rows over the whole width.

    Met: ``Doel / actie | Wie | Wanneer`` above ``Doel 1: Schone lucht`` and its actions.
    """
    if not any(map(_names_goal_of_band, rows)):
        return list(headings)
    return [
        heading._replace(role=Role("effort"))
        if heading.role is None
        and set(kinds_named_in(_without_slashes(heading.text)))
        == {"goal", "effort"}
        else heading
        for heading in headings
    ]


def _leading_groups(
    headings: Sequence[ColumnHeading], rows: Sequence[Row]
) -> list[ColumnHeading]:
    """``Prioriteit`` before the goals names what these are parts of, unless it grades them.

    Met in safety plans: *Prioriteit, Wat willen we bereiken, Wat gaan we doen*, with ``Digitale
    veiligheid`` above ``Prioriteit``. Words such as ``hoog`` and numbers are grades.
    """
    names = list(map(_role_name, headings))
    goals = names.index("goal") if "goal" in names else 0
    before = [
        number
        for number in range(goals)
        if names[number] not in ("number", "baseline")
    ]
    if len(before) != 1 or names[before[0]] not in ("", "other"):
        return list(headings)
    resolved = list(headings)
    leading = headings[before[0]]
    named = plain(leading.text) in words_of("headings.groups_of_goals")
    if named and _name_groups(texts_under(before[0], rows)):
        resolved[before[0]] = leading._replace(role=Role("theme"))
    return resolved


def _work_of_years(
    headings: Sequence[ColumnHeading], rows: Sequence[Row]
) -> list[ColumnHeading]:
    """Years beside goals are those of the work under them, where nothing else in the table is work.

    Met in road maps: *Doel, 2026, 2027, 2028* above ``Zon op de gemeentewerf`` and ``Isolatie
    stadhuis``. Figures and the words for phases are no work, nor is what comes back in each year.
    What it costs when wrong: results of a year without any figure become efforts.
    """
    years = [
        number
        for number, heading in enumerate(headings)
        if _is_year(heading.text)
    ]
    texts = [text for number in years for text in texts_under(number, rows)]
    if not _heads_goals_by_year(headings, years) or not _tell_of_work(texts):
        return list(headings)
    return [
        heading._replace(role=Role("effort")) if number in years else heading
        for number, heading in enumerate(headings)
    ]


def _heads_goals_by_year(
    headings: Sequence[ColumnHeading], years: Sequence[int]
) -> bool:
    """The table leads with goals, and has hardly more than years behind these."""
    others = {
        _role_name(heading)
        for number, heading in enumerate(headings)
        if number not in years
    }
    leads = _role_name(headings[0]) == "goal"
    return leads and len(years) >= _LEAST_YEARS and others <= {"goal", "owner"}


def _is_year(heading: str) -> bool:
    return without_year(heading) == ("", heading.strip())


def _tell_of_work(texts: Sequence[str]) -> bool:
    """All texts are different, of several words, and without figures."""
    if not texts or len(set(texts)) < len(texts):
        return False
    return all(
        len(text.split()) >= _LEAST_WORK_WORDS
        and not any(map(str.isdigit, text))
        for text in texts
    )


def _name_groups(texts: Sequence[str]) -> bool:
    """The texts are names of something: no grades, numbers or codes."""
    grades = words_of("matrices.weights", "matrices.empty")
    return bool(texts) and not any(
        plain(text) in grades or is_measure(text) or is_code(text)
        for text in texts
    )


def _lines_of_work(
    headings: Sequence[ColumnHeading], rows: Sequence[Row]
) -> list[ColumnHeading]:
    """``Actielijn`` beside codes of the goals that each one serves holds what is done.

    Met: *#, Actielijn, Doel(en), Regisseur* below a table of goals, where the goals became parts
    of the lines. One code comes back, or a cell has several: a goal is part of one theme only.
    """
    names = list(map(_role_name, headings))
    served = [
        texts_under(number, rows)
        for number, name in enumerate(names)
        if name in ("goal", "reference")
    ]
    if "effort" in names or not any(map(_are_codes_of_many, served)):
        return list(headings)
    words = words_of("headings.lines_of_work")
    return [
        heading._replace(role=Role("effort"))
        if plain(heading.text) in words
        else heading
        for heading in headings
    ]


def _are_codes_of_many(texts: Sequence[str]) -> bool:
    """The texts are codes only, and one of these stands in several cells."""
    codes = [
        code
        for text in texts
        for code in _BETWEEN_CODES.split(text.strip())
        if code
    ]
    if not codes or not all(code[-1].isdigit() for code in codes):
        return False
    return len(set(codes)) < len(codes) and all(map(_is_short_code, codes))


def _is_short_code(code: str) -> bool:
    return code.replace(".", "").isdecimal() or is_code(code)


def _performed_work(
    headings: Sequence[ColumnHeading], rows: Sequence[Row]
) -> list[ColumnHeading]:
    """``Prestatie`` beside goals is what is done for them, when most of it has no number.

    Met in budgets: *Doel, Prestatie 2027, Verantwoordelijk* above ``Versterking dijktraject``. A
    table with efforts or with figures of targets measures by its performances.
    """
    names = set(map(_role_name, headings))
    if "goal" not in names or names & _OF_MEASURING:
        return list(headings)
    words = words_of("headings.performances")
    return [
        heading._replace(role=Role("effort"))
        if plain(without_year(heading.text)[0]) in words
        and not _are_mostly_counted(texts_under(number, rows))
        else heading
        for number, heading in enumerate(headings)
    ]


def _are_mostly_counted(texts: Sequence[str]) -> bool:
    counted = sum(any(map(str.isdigit, text)) for text in texts)
    return 2 * counted >= len(texts)


def _without_slashes(heading: str) -> str:
    """The words of a heading, of which slashes join two: ``Doel/actie``."""
    return heading.replace("/", " ")


def _names_goal_of_band(row: Row) -> bool:
    """The row is one cell that says that it is a goal, merged over the others or alone in them."""
    if len(row) <= 1 or any(cell.has_words for cell in row[1:]):
        return False
    named = find_label(row[0].text)
    return named is not None and named.role.name == "goal"


def with_reasons_apart(
    headings: Sequence[ColumnHeading],
) -> list[ColumnHeading]:
    """``Waarom`` beside a column of goals says why these are wanted; alone it heads the goals.

    Met: ``Ambitie | Waarom`` under ``Wat willen we bereiken?``, with the actions in another table.
    """
    if "goal" not in map(_role_name, headings):
        return list(headings)
    words = words_of("headings.reasons")
    return [
        heading._replace(role=Role("remark"))
        if plain(heading.text) in words
        else heading
        for heading in headings
    ]


def _facts_of_execution(
    headings: Sequence[ColumnHeading], rows: Sequence[Row]
) -> list[ColumnHeading]:
    """``Uitvoering`` beside a column of efforts says by whom or when these are done.

    Met: ``Code | Maatregel | Draagt bij aan | Uitvoering`` above names of parties, each of which
    became an effort. What is neither a period nor names is kept as it is. What it costs when
    wrong: efforts in a second column are kept beside those of the first.
    """
    words = words_of("headings.execution")
    efforts = [one for one in headings if _role_name(one) == "effort"]
    named = [one for one in efforts if plain(one.text) in words]
    # `Omschrijving activiteit` holds efforts too
    describes = any(
        kind_described_by(one.text) == "effort" for one in headings
    )
    if len(named) == len(efforts) and not describes:
        return list(headings)
    return [
        heading._replace(role=_role_of_facts(texts_under(number, rows)))
        if heading in named
        else heading
        for number, heading in enumerate(headings)
    ]


def _role_of_facts(texts: Sequence[str]) -> Role | None:
    """The role of a column that holds periods, or names of a few words each; else None."""
    if texts and all(map(is_period, texts)):
        return Role("period")
    if all(len(text.split()) <= _MOST_NAME_WORDS for text in texts):
        return Role("owner")
    return None


def _with_other_things_apart(
    headings: Sequence[ColumnHeading],
) -> Sequence[ColumnHeading]:
    """The headings; ``Doel van het contact`` heads no goals, as a label says no goal with it."""
    return [
        heading._replace(role=None)
        if kind_of(heading.role) and _is_of_other_thing(heading.text)
        else heading
        for heading in headings
    ]


def _is_of_other_thing(heading: str) -> bool:
    words = plain(heading).split()
    has_of = not set(words[1:]).isdisjoint(words_of("headings.of_something"))
    return has_of and names_other_thing(heading)


def _with_income_apart(
    headings: Sequence[ColumnHeading], rows: Sequence[Row]
) -> Sequence[ColumnHeading]:
    """The headings; ``Baten`` beside nothing but the amounts of some years is income.

    Met in the annexes of budgets, where ``Lasten`` heads a table of its own. A benefit that has
    a value for each year and nothing else is left unread too.
    """
    if not names_income(headings[0].text):
        return headings
    filled = [
        number
        for number, heading in enumerate(headings[1:], 1)
        if heading.text
    ]
    if not filled or not all(
        _holds_amounts(headings[number], texts_under(number, rows))
        for number in filled
    ):
        return headings
    return [headings[0]._replace(role=Role("budget")), *headings[1:]]


def _holds_amounts(heading: ColumnHeading, texts: Sequence[str]) -> bool:
    """The column is of one year, and holds numbers only."""
    named_year = without_year(heading.text)[1]
    return named_year is not None and all(map(is_measure, texts))


def _with_codes_apart(
    headings: Sequence[ColumnHeading], rows: Sequence[Row]
) -> Sequence[ColumnHeading]:
    """The headings; ``Doel`` above codes numbers the goals that ``Omschrijving`` beside it holds.

    Met as *Doel, Omschrijving, Meetbaar resultaat* with D1, D2 and D3 in the first column.
    """
    for number, heading in enumerate(headings[:-1]):
        beside = headings[number + 1]
        if (
            kind_of(heading.role)
            and plain(beside.text) in words_of("headings.naming")
            and _are_own_codes(texts_under(number, rows))
        ):
            settled = list(headings)
            settled[number] = heading._replace(role=Role("number"))
            settled[number + 1] = beside._replace(role=heading.role)
            return settled
    return headings


def _numbered_columns(
    headings: Sequence[ColumnHeading], rows: Sequence[Row]
) -> Sequence[ColumnHeading]:
    """The headings; ``Act-ID`` above codes, each another one, numbers what stands beside it.

    Met in workbooks made from a database, where the word before ``ID`` is cut short.
    """
    return [
        heading._replace(role=Role("number"))
        if heading.role is None
        and numbers_something(heading.text)
        and _are_own_codes(texts_under(number, rows))
        else heading
        for number, heading in enumerate(headings)
    ]


def _are_own_codes(texts: Sequence[str]) -> bool:
    """Each text is a code with a number, and no code stands there twice."""
    if len(texts) < _LEAST_CODES or len(set(texts)) < len(texts):
        return False
    return all(is_code(text) and text[-1].isdigit() for text in texts)


def _value_by_numbers(
    heading: ColumnHeading,
    number: int,
    headings: Sequence[ColumnHeading],
    rows: Sequence[Row],
) -> ColumnHeading:
    """``Ambitie`` or ``Doel`` beside indicators is what these aim at when it holds numbers only.

    Beside ``Streefwaarde`` bare numbers such as 1.2 are those of goals. ``Streven`` may stand under
    a heading of its own, ``Zo meten we het``.
    """
    words = plain(heading.text)
    if heading.role is None or kind_of(heading.role) == "target":
        words = words.rpartition(" ")[2]
    names_aim = words in words_of("headings.aims_of_year")
    if not names_aim or not _beside_targets(heading, headings):
        return heading
    texts = texts_under(number, rows)
    if not texts or not all(map(is_measure, texts)):
        return heading
    aimed_elsewhere = "value" in map(_role_name, headings)
    if aimed_elsewhere and all(map(_BARE_NUMBER.fullmatch, texts)):
        return heading
    return heading._replace(role=Role("value"))


def _beside_targets(
    heading: ColumnHeading, headings: Sequence[ColumnHeading]
) -> bool:
    return any(
        _role_name(other) == "target" for other in headings if other != heading
    )


def _goals_by_years(
    headings: Sequence[ColumnHeading], rows: Sequence[Row]
) -> list[ColumnHeading]:
    """Columns of the goals of some years: the last year has the goals, earlier ones are kept.

    They are so when nothing else in the table is a goal or a target, and sentences stand there.
    An earlier year gets no role: its text is what the goal was before, and no goal of its own.
    """
    years = {
        number: year
        for number, heading in enumerate(headings)
        if (year := _year_of_goals(heading))
        and _holds_sentences(texts_under(number, rows))
    }
    others = {_role_name(heading) for heading in headings}
    if not years or {"goal", "target"} & others:
        return list(headings)
    last = max(years, key=lambda number: years[number])
    return [
        _with_year_role(heading, number, last) if number in years else heading
        for number, heading in enumerate(headings)
    ]


def targets_in_words(
    headings: Sequence[ColumnHeading], rows: Sequence[Row]
) -> list[ColumnHeading]:
    """Columns of values that say what is counted: ``Streefcijfer 2026`` above ``55% loopt``.

    They hold the targets of the goals beside them when the table has no column of targets. Of
    several years the last one does; an earlier one gets no role, so its text is kept as it is.
    """
    names = {_role_name(heading) for heading in headings}
    if "target" in names or "goal" not in names:
        return list(headings)
    years = _years_of_counts(headings, rows)
    resolved = list(headings)
    last = max(years, key=lambda number: years[number], default=0)
    for number in years:
        role = Role("target") if number == last else None
        resolved[number] = headings[number]._replace(role=role)
    return resolved


def _years_of_counts(
    headings: Sequence[ColumnHeading], rows: Sequence[Row]
) -> dict[int, str]:
    """By the number of a column of values that say what is counted the year of its heading."""
    return {
        number: without_year(heading.text)[1] or ""
        for number, heading in enumerate(headings)
        if _role_name(heading) == "value"
        and _say_what_is_counted(texts_under(number, rows))
    }


def _say_what_is_counted(texts: Sequence[str]) -> bool:
    """All texts have more than a number and a unit; most have a number."""
    numbered = sum(any(map(str.isdigit, text)) for text in texts)
    return numbered > len(texts) / 2 and not any(map(is_measure, texts))


def _with_year_role(
    heading: ColumnHeading, number: int, last: int
) -> ColumnHeading:
    if number != last:
        return heading._replace(role=None)
    return heading._replace(role=role_of(without_year(heading.text)[0]))


def _year_of_goals(heading: ColumnHeading) -> str | None:
    """The year in a heading such as ``Doel 2025``; None for every other heading."""
    words, year = without_year(heading.text)
    names_goals = kind_of(role_of(words)) == "goal"
    return year if _role_name(heading) == "value" and names_goals else None


def _holds_sentences(texts: Sequence[str]) -> bool:
    """Most texts are no values: they have the words of a statement."""
    sentences = sum(len(text.split()) >= _LEAST_WORDS for text in texts)
    values = sum(map(is_measure, texts))
    return sentences > len(texts) / 2 and not values


def _role_name(heading: ColumnHeading) -> str:
    return heading.role.name if heading.role else ""
