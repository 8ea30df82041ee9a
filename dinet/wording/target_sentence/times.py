"""Years, dates, quarters, school years, periods and relative times in a sentence."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from dinet.vocabulary.active_dialect import active_phrases, once_per_dialect
from dinet.vocabulary.folding import fold_text
from dinet.wording.months import month_of
from dinet.wording.target_sentence.numerals import numeral_at
from dinet.wording.target_sentence.result import DeadlineKind
from dinet.wording.target_sentence.target_text import TargetText

TIME = "time"
"""The claim on the tokens of a time."""
_YEAR = re.compile(r"19[5-9]\d|20\d\d|2100")
_SHORT_YEAR = re.compile(r"\d\d")
_DAY = re.compile(r"0?[1-9]|[12]\d|3[01]")
_MONTH = re.compile(r"0?[1-9]|1[0-2]")
_DOTTED_DATE = re.compile(
    r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})"
)
_HYPHENS = frozenset("-–—")
_SIGNS_OF_DATE = frozenset("-/–")
_MOST_YEARS = 50
"""Of a relative time; more years are an age or a size."""
_CALENDAR = frozenset(
    {"year", "month", "date", "quarter", "splityear", "period"}
)
_BEFORE_YEAR = frozenset("-/,")
"""Between a quarter and its year."""
_WORDS_REMEMBERED = 16384
"""Words: of each is looked up once whether a time may begin with it."""
_LETTERED = re.compile(r"(?P<letter>[a-z])(?P<number>[1-4])")


@dataclass(slots=True)
class TimeExpression:
    """A time, before its part in the sentence is known.

    Args:
        first: Its first token, with the prepositions before it.
        core: The first token of the time itself.
        end: Behind its last token.
        norm: As ``TargetDeadline`` has it.
        kind: As ``TargetDeadline`` has it; ``past`` for last year.
        role: ``deadline``, ``baseline``, ``name`` or ``unit`` once it is known.
    """

    first: int
    core: int
    end: int
    norm: str
    kind: DeadlineKind | str
    role: str = ""

    def own_copy(self) -> "TimeExpression":
        """Another one like it, of which the role may be changed."""
        return TimeExpression(
            self.first, self.core, self.end, self.norm, self.kind, self.role
        )

    @property
    def is_calendar(self) -> bool:
        """It names a year, or a part of one."""
        return self.kind in _CALENDAR

    @property
    def first_year(self) -> int:
        """The year in which it begins; 0 when it names none."""
        return int(self.norm[:4]) if self.norm[:4].isdigit() else 0

    @property
    def last_year(self) -> int:
        """The year in which it ends; 0 when it names none."""
        is_span = self.kind in ("period", "splityear")
        last = self.norm[5:9]
        return int(last) if is_span and last.isdigit() else self.first_year


def find_times(text: TargetText) -> list[TimeExpression]:
    """The times in a text, in order; their tokens are claimed, and so are days without a year."""
    times = []
    names_quarter = not _quarter_words().telling.isdisjoint(text.lows)
    opens_time = _word_opens_time()
    behind = 0
    for index in _places_of_times(text):
        if index < behind or text.claims[index]:
            continue
        time = None
        if opens_time(text.lows[index]):
            time = _written_time(text, index, names_quarter=names_quarter)
        time = time or _phrase_at(text, index)
        if time is None:
            continue
        text.claim(time.core, time.end, TIME)
        time.first = _with_prepositions(text, time.core)
        if time.kind != "day":
            times.append(time)
        behind = time.end
    return times


def _places_of_times(text: TargetText) -> list[int]:
    """The tokens at which a time may begin; of the other words nothing more need be asked."""
    opening = map(_word_opens_time(), text.lows)
    places = [index for index, opens in enumerate(opening) if opens]
    phrases = text.places_of_any(_OPENING_LISTS)
    return sorted({*places, *phrases}) if phrases else places


def _written_time(
    text: TargetText, index: int, *, names_quarter: bool
) -> TimeExpression | None:
    """A date, a quarter or a year: figures, or a word that ``_word_opens_time`` knows."""
    return (
        _date_at(text, index)
        or (_quarter_at(text, index) if names_quarter else None)
        or _years_at(text, index)
    )


def _years_at(text: TargetText, index: int) -> TimeExpression | None:
    if not is_year(text.lows[index]) or not text.is_number(index):
        return None
    return _period_at(text, index) or _year_at(text, index)


def _phrase_at(text: TargetText, index: int) -> TimeExpression | None:
    """What a time may be besides, where a phrase of one of ``_OPENING_LISTS`` begins."""
    if not text.begins_any(index, _OPENING_LISTS):  # as at most tokens
        return None
    return (
        _relative_at(text, index)
        or _recurring_at(text, index)
        or _named_at(text, index)
    )


@once_per_dialect
def _word_opens_time() -> Callable[[str], bool]:
    quarters = _quarter_words()

    @lru_cache(_WORDS_REMEMBERED)
    def opens_time(low: str) -> bool:
        return (
            low[:1].isdecimal()
            or low in quarters.telling
            or low in quarters.ordinals
            or month_of(low) is not None
        )

    return opens_time


@lru_cache(_WORDS_REMEMBERED)
def is_year(low: str) -> bool:
    """Whether a token may be a year.

    Example:
        >>> is_year("2028"), is_year("1850"), is_year("28")
        (True, False, False)
    """
    return _YEAR.fullmatch(low) is not None


def _build_time(
    index: int, end: int, norm: str, kind: DeadlineKind | str
) -> TimeExpression:
    return TimeExpression(index, index, end, norm, kind)


def _with_prepositions(text: TargetText, core: int) -> int:
    """The first of the prepositions and articles before a time: ``uiterlijk in het``."""
    first = core
    while True:
        before = text.phrase_start(first, "time.before")
        if before is None or not text.same_sentence(before, core):
            return first
        if not text.is_free(before, first):
            return first
        first = before


# --- dates and months ---------------------------------------------------


def _date_at(text: TargetText, index: int) -> TimeExpression | None:
    if text.is_number(index):
        return _numeric_date(text, index) or _day_first(text, index)
    month = month_of(text.lows[index]) if text.is_word(index) else None
    return _month_first(text, index, month) if month else None


def _numeric_date(text: TargetText, index: int) -> TimeExpression | None:
    """``1-7-2025``, ``2025-07-01``, ``1.7.2025``."""
    dotted = _dotted_date(text.lows[index])
    if dotted:
        return _checked_date(
            index, index + 1, dotted["year"], dotted["month"], dotted["day"]
        )
    sign = text.low_at(index + 1)
    if sign not in _SIGNS_OF_DATE or not text.is_joined(index + 1):
        return None  # as of nearly all numbers
    if not all(text.is_joined(index + step) for step in range(2, 5)):
        return None
    first, _, second, other, third = text.lows[index : index + 5]
    if sign != other:
        return None
    if is_year(third):
        return _checked_date(index, index + 5, third, second, first)
    return _checked_date(index, index + 5, first, second, third)


@lru_cache(_WORDS_REMEMBERED)
def _dotted_date(low: str) -> re.Match[str] | None:
    return _DOTTED_DATE.fullmatch(low)


def _checked_date(
    index: int, end: int, year: str, month: str, day: str
) -> TimeExpression | None:
    if not (is_year(year) and _MONTH.fullmatch(month) and _DAY.fullmatch(day)):
        return None
    norm = f"{year}-{int(month):02}-{int(day):02}"
    return _build_time(index, end, norm, "date")


@lru_cache(_WORDS_REMEMBERED)
def _is_day(low: str) -> bool:
    return _DAY.fullmatch(low) is not None


def _day_first(text: TargetText, index: int) -> TimeExpression | None:
    """``1 juli 2025``, ``31st of December 2025``; without a year it is a day of any year."""
    if not _is_day(text.lows[index]):
        return None
    after = index + 1
    if text.is_joined(after) and text.word_in(after, "spelling.ordinal"):
        after += 1
    after += text.word_in(after, "time.day_of")
    month = month_of(text.low_at(after)) if text.is_word(after) else None
    if month is None:
        return None
    after += 1 + (text.low_at(after + 1) == ".")
    year = text.low_at(after)
    if not is_year(year):
        return _build_time(index, after, "", "day")
    norm = f"{year}-{month:02}-{int(text.lows[index]):02}"
    return _build_time(index, after + 1, norm, "date")


def _month_first(
    text: TargetText, index: int, month: int
) -> TimeExpression | None:
    """``december 2025``, ``December 31, 2025``."""
    after = index + 1
    after += text.low_at(after) == "."
    day = text.low_at(after)
    comma = text.low_at(after + 1) == ","
    year = text.low_at(after + 1 + comma)
    if _DAY.fullmatch(day) and is_year(year):
        norm = f"{year}-{month:02}-{int(day):02}"
        return _build_time(index, after + 2 + comma, norm, "date")
    after += text.low_at(after) == "," or text.word_in(
        after, "time.before_year_of_month"
    )
    year = text.low_at(after)
    if _YEAR.fullmatch(year):
        return _build_time(index, after + 1, f"{year}-{month:02}", "month")
    return None


# --- quarters ------------------------------------------------------------


class _QuarterWords:
    """The words of quarters and ordinals in the active dialect."""

    def __init__(self) -> None:
        phrases = active_phrases()
        group = phrases.group_of("year_quarters")
        halves = phrases.group_of("year_halves")
        self.letters = frozenset(group["letters"])
        self.words = frozenset(map(fold_text, group["words"]))
        self.half_letters = frozenset(halves["letters"])
        self.half_words = frozenset(map(fold_text, halves["words"]))
        self.ordinals = {
            fold_text(form): int(number)
            for number, forms in phrases.group_of("ordinals").items()
            for form in forms
        }
        letters = self.letters | self.half_letters
        lettered = {
            f"{letter}{number}" for letter in letters for number in range(1, 5)
        }
        self.telling = self.words | self.half_words | lettered
        """Without one of these a text names no quarter or half year."""


@once_per_dialect
def _quarter_words() -> _QuarterWords:
    return _QuarterWords()


def _quarter_at(text: TargetText, index: int) -> TimeExpression | None:
    """``Q3 2025``, ``2025-Q3``, ``derde kwartaal van 2025``, ``2019/2020-Q4``."""
    if text.is_number(index):
        leading = _year_before_quarter(text, index)
        if leading:
            return leading
    quarter = _quarter_number(text, index)
    if quarter is None:
        return None
    number, end, is_half = quarter
    while text.low_at(end) in _BEFORE_YEAR or text.word_in(
        end, "time.split_years", "time.before_year"
    ):
        end += 1
    year = _split_or_year(text, end)
    if year is None:
        return None
    norm, after = year
    if is_half:
        return _build_time(index, after, norm, "year")
    return _build_time(index, after, f"{norm}-Q{number}", "quarter")


def _year_before_quarter(
    text: TargetText, index: int
) -> TimeExpression | None:
    year = _split_or_year(text, index)
    if year is None:
        return None
    norm, end = year
    end += text.low_at(end) in ("-", "/", ",")
    quarter = _quarter_number(text, end) if end < text.count else None
    if quarter is None or quarter[2]:
        return None
    return _build_time(index, quarter[1], f"{norm}-Q{quarter[0]}", "quarter")


def _quarter_number(
    text: TargetText, index: int
) -> tuple[int, int, bool] | None:
    """The number of a quarter or half year, where it ends, and whether it is a half year."""
    words = _quarter_words()
    low = text.low_at(index)
    lettered = _LETTERED.fullmatch(low)
    if lettered and lettered["letter"] in words.letters | words.half_letters:
        is_half = lettered["letter"] in words.half_letters
        return int(lettered["number"]), index + 1, is_half
    if low in words.words and text.low_at(index + 1) in ("1", "2", "3", "4"):
        return int(text.lows[index + 1]), index + 2, False
    number, end = _ordinal_at(text, index)
    if not number:
        return None
    name = text.low_at(end)
    if name in words.words:
        return number, end + 1, False
    if name in words.half_words:
        return number, end + 1, True
    return None


def _ordinal_at(text: TargetText, index: int) -> tuple[int, int]:
    """An ordinal from 1 to 4 and where it ends; 0 for anything else."""
    ordinals = _quarter_words().ordinals
    low = text.low_at(index)
    if low in ordinals:
        return ordinals[low], index + 1
    if text.is_number(index) and text.is_joined(index + 1):
        return ordinals.get(low + text.lows[index + 1], 0), index + 2
    return 0, index


# --- years and periods -----------------------------------------------------


def _split_or_year(text: TargetText, index: int) -> tuple[str, int] | None:
    """A year, or two years that are one school year, and where it ends."""
    year = text.low_at(index)
    if not is_year(year):
        return None
    second = _second_year(text, index)
    if second and second[0] == int(year) + 1:
        return f"{year}/{second[0]}", second[1]
    return year, index + 1


def _second_year(text: TargetText, index: int) -> tuple[int, int] | None:
    """The year behind a hyphen or slash: ``2025-2029``, ``2022/23``, ``2023/'24``."""
    sign = text.low_at(index + 1)
    if sign not in _HYPHENS and sign != "/":
        return None
    place = index + 2
    place += text.low_at(place) == "'"
    written = text.low_at(place)
    if is_year(written):
        return int(written), place + 1
    is_short = _SHORT_YEAR.fullmatch(written) and text.is_joined(index + 1)
    if not is_short or not text.is_joined(place):
        return None
    if text.is_joined(place + 1) and text.low_at(place + 1) in _HYPHENS:
        return None
    year = int(text.lows[index][:2] + written)
    return (year, place + 1) if year > int(text.lows[index]) else None


def _period_at(text: TargetText, index: int) -> TimeExpression | None:
    """Two years that belong together: a school year, or the first and last of a period."""
    first = text.low_at(index)
    if not is_year(first):
        return None
    second = _second_year(text, index)
    if second:
        last, end = second
        if last <= int(first):
            return None
        is_split = last == int(first) + 1 and _is_split_year(text, index, end)
        kind: DeadlineKind = "splityear" if is_split else "period"
        return _build_time(index, end, f"{first}/{last}", kind)
    return _spoken_period(text, index)


def _is_split_year(text: TargetText, index: int, end: int) -> bool:
    """Two years in a row are one school year when a word, a slash or two digits say so."""
    if text.phrase_start(index, "time.split_years") is not None:
        return True
    return text.lows[index + 1] == "/" or len(text.lows[end - 1]) == len("26")


def _spoken_period(text: TargetText, index: int) -> TimeExpression | None:
    """``tussen 2024 en 2028``, ``2024 t/m 2028``; ``2024 en 2025`` are two years."""
    through = text.phrase_end(index + 1, "time.through")
    if through is None or not is_year(text.low_at(through)):
        return None
    first, last = int(text.lows[index]), int(text.lows[through])
    opened = text.phrase_start(index, "time.between")
    is_loose = through == index + 2 and text.word_in(index + 1, "subject.and")
    begins_between = opened is not None and text.word_in(
        opened, "time.pair_openers"
    )
    if last <= first or (is_loose and not begins_between):
        return None
    if text.word_in(index + 1, "time.open_through") and opened is None:
        return None
    return _build_time(index, through + 1, f"{first}/{last}", "period")


def _year_at(text: TargetText, index: int) -> TimeExpression | None:
    """A year; not a count that looks like one (``€ 2000``, ``2000 woningen``)."""
    year = text.low_at(index)
    if not is_year(year) or text.low_at(index - 1) in ("€", "£", "$"):
        return None
    if _is_counted(text, index):
        return None
    is_behind_hyphen = (
        text.is_joined(index) and text.low_at(index - 1) in _HYPHENS
    )
    if is_behind_hyphen and index > 1 and text.is_number(index - 2):
        return None
    return _build_time(index, index + 1, year, "year")


def _is_counted(text: TargetText, index: int) -> bool:
    """A unit, a comparator, or a noun behind a round number says that it is no year."""
    behind = index + 1
    if text.word_in(behind, "baseline.levels"):  # "below 2019 levels"
        return False
    is_amount_next = text.low_at(behind) == "€"  # of the amount behind it
    has_unit = text.begins(
        behind,
        "units.percent",
        "units.point",
        "units.euro",
        "units.physical",
        "scale.million",
    )
    if has_unit and not is_amount_next:
        return True
    if text.phrase_start(index, "time.before") is not None:
        return False
    comparators = set(text.names_before(index, "comparator"))
    is_round = text.lows[index].endswith("00")
    is_bounded = bool(comparators - {"le"}) or bool(comparators and is_round)
    return is_bounded or (is_round and text.is_word(behind))


# --- relative, recurring and named times ----------------------------------


def _relative_at(text: TargetText, index: int) -> TimeExpression | None:
    """``binnen twee jaar``, ``de komende 4 jaar``, ``over the next five years``."""
    begin = text.phrase_end(index, "time.relative")
    if begin is None or is_year(text.low_at(begin)):  # as of "in 2028"
        return None
    length = _length_at(text, begin)
    if length is None:
        return None
    norm, end = length
    return _build_time(index, end, norm, "relative")


def _length_at(text: TargetText, index: int) -> tuple[str, int] | None:
    """A number of years or months as ``P2Y``, and where it ends."""
    if text.begins_any(index, _LENGTH_LISTS):  # as few lengths do
        length = _worded_length_at(text, index)
        if length is not None:
            return length
    numeral = numeral_at(text, index)
    if numeral is None or not 0 < numeral.value <= _MOST_YEARS:
        return None
    if numeral.value != int(numeral.value):
        return None
    return _unit_of_length(text, int(numeral.value), numeral.end)


def _worded_length_at(text: TargetText, index: int) -> tuple[str, int] | None:
    """``een half jaar``, ``anderhalf jaar``, ``een jaar``."""
    half = text.phrase_end(index, "time.half_year")
    if half is not None:
        return "P6M", half
    halved = text.phrase_end(index, "time.half")
    if halved and text.phrase_end(halved, "time.year_units"):
        return "P18M", halved + 1
    single = text.phrase_end(index, "time.one")
    return None if single is None else _unit_of_length(text, 1, single)


def _unit_of_length(
    text: TargetText, count: int, index: int
) -> tuple[str, int] | None:
    for name, letter in (("year", "Y"), ("month", "M")):
        end = text.phrase_end(index, f"time.{name}_units")
        if end is not None:
            return f"P{count}{letter}", end
    end = text.phrase_end(index, "time.quarter_units")
    return (f"P{count * 3}M", end) if end is not None else None


_RECURRING = {
    "recurring_year": "P1Y",
    "recurring_half_year": "P6M",
    "recurring_quarter": "P3M",
    "recurring_month": "P1M",
    "recurring_two_years": "P2Y",
    "recurring_four_years": "P4Y",
}


def _recurring_at(text: TargetText, index: int) -> TimeExpression | None:
    """``jaarlijks``, ``elke vijf jaar``, ``once every two years``."""
    begin = text.phrase_end(index, "time.every")
    length = _length_at(text, begin) if begin is not None else None
    if length and length[0] != "P1M":
        return _build_time(index, length[1], length[0], "recurring")
    if not text.begins_any(index, _RECURRING_LISTS):  # as few times do
        return None
    found = text.names_at(index, "time")
    for name, norm in _RECURRING.items():
        if name in found:
            return _build_time(index, found[name], norm, "recurring")
    return None


_NAMED: dict[str, tuple[str, str]] = {
    "this_year": ("this-year", "relative"),
    "next_year": ("next-year", "relative"),
    "last_year": ("", "past"),
    "term": ("term", "term"),
    "event": ("event", "event"),
}


def _named_at(text: TargetText, index: int) -> TimeExpression | None:
    """``deze bestuursperiode``, ``dit jaar``, ``na deelname``."""
    event = _event_at(text, index)
    if event:
        return event
    if not text.begins_any(index, _NAMED_LISTS):  # as few times do
        return None
    found = text.names_at(index, "time")
    for name, (norm, kind) in _NAMED.items():
        if name in found:
            return _build_time(index, found[name], norm, kind)
    return None


def _event_at(text: TargetText, index: int) -> TimeExpression | None:
    """``voor de gemeenteraadsverkiezingen``: a preposition before a noun that is an event."""
    end = text.phrase_end(index, "time.event_before")
    if end is None:
        return None
    while text.words.has("subject.article", text.low_at(end)) or (
        text.words.has("time.event_adjectives", text.low_at(end))
    ):
        end += 1
    if not text.is_word(end) or text.claims[end]:
        return None
    if not text.words.has("time.event_nouns", text.lows[end]):
        return None
    return _build_time(index, end + 1, "event", "event")


_LENGTH_LISTS = frozenset({"time.half_year", "time.half", "time.one"})
"""The lists of words with which a length of time begins that is no number."""
_RECURRING_LISTS = frozenset(f"time.{name}" for name in _RECURRING)
_NAMED_LISTS = frozenset(f"time.{name}" for name in _NAMED)
_OPENING_LISTS = (
    frozenset({"time.relative", "time.every", "time.event_before"})
    | _RECURRING_LISTS
    | _NAMED_LISTS
)
"""The lists of words with which a time begins that is no date, quarter or year."""
