"""The parsed parts of a statement, and the words that say nothing beside them."""

from collections.abc import Collection
from typing import NamedTuple

from dinet.wording.comparison.comparing_words import (
    ComparingWords,
    comparing_words,
)
from dinet.wording.comparison.word_forms import WordForms, word_forms
from dinet.wording.target_sentence.quantities import Quantity
from dinet.wording.target_sentence.result import TargetBaseline, TextSpan
from dinet.wording.target_sentence.roles import SentenceParts
from dinet.wording.target_sentence.sources import SOURCE
from dinet.wording.target_sentence.target_text import FREE, TargetText
from dinet.wording.target_sentence.times import TimeExpression

_MEASURED = {
    "percent": "%",
    "point": "pp",
    "euro": "euro",
    "points": "punten",
}
_WRITTEN_UNITS = frozenset({"%", "pp", "euro", "rapportcijfer"})
_NEAR = 4
"""In tokens around a starting point: "in 2021 was dit nog 12%"."""
_LAST_DAY = "-12-31"
_PAST = "baseline.past"
_COMPARED = (
    "baseline.compared",
    "baseline.compared_close",
    "baseline.compared_value",
    "baseline.now",
    "baseline.labels",
    _PAST,
)
"""The lists of words of comparing."""
_BEFORE_VALUES = (
    "empty",
    "preposition",
    "preposition_strict",
    "moves",
    "measure",
)
"""Lists of words behind which a number is a value and no number of a name."""
_MOVES = frozenset({"up", "down", "stable", "mixed"})
_OPENING_BRACKETS = frozenset("([")


class StatedPart(NamedTuple):
    """One parsed part of a statement.

    Args:
        name: ``value``, ``direction``, ``deadline``, ``recurrence``, ``baseline``, ``measure`` or
            ``source``.
        facts: What is compared.
        first: Its first token: the order of the parts.
        span: The words that say it.
    """

    name: str
    facts: tuple[object, ...]
    first: int
    span: TextSpan


class FoundPhrase(NamedTuple):
    """A phrase in a text: the list that holds it, and where it ends."""

    name: str
    end: int


class MaskedText:
    """A text with what was found in it, and which of its tokens say nothing more.

    Args:
        parts: The text with its times and numbers.
        baselines: The starting points.
        moves: The words that say which way the indicator goes.
    """

    def __init__(
        self,
        parts: SentenceParts,
        baselines: tuple[TargetBaseline, ...],
        moves: tuple[TextSpan, ...],
    ) -> None:
        self.parts = parts
        self.text: TargetText = parts.text
        self.baselines = baselines
        self.moves = moves
        self.words: ComparingWords = comparing_words(self.text.language)
        self.forms: WordForms = word_forms(self.text.language)
        self.masked = [False] * self.text.count
        self._marks = self.words.marks_in(self.text.lows)
        self.token_at = {
            token.start: index for index, token in enumerate(self.text.tokens)
        }

    def tables_at(self, index: int) -> Collection[str]:
        """The tables with a phrase that begins at a place; empty at most places."""
        return self._marks[index].longest.keys()

    def places_of(self, table: str) -> list[int]:
        """Where the phrases of a table begin, from left to right; empty in most texts."""
        return [
            index
            for index, marks in enumerate(self._marks)
            if table in marks.longest
        ]

    def phrase_at(self, index: int, table: str) -> FoundPhrase | None:
        """The longest phrase of a table that begins at a place."""
        if not 0 <= index < self.text.count:
            return None
        longest = self._marks[index].longest.get(table)
        if longest is None:  # as of most words
            return None
        name, length = longest
        return FoundPhrase(name, index + length)

    def mask(self, first: int, end: int) -> None:
        """Say that tokens are explained by a parsed part."""
        for index in range(first, min(end, len(self.masked))):
            self.masked[index] = True


def mask_parts(masked: MaskedText) -> tuple[StatedPart, ...]:
    """The parsed parts in the order of the text; their tokens are masked."""
    stated = [
        *_mask_sources(masked),
        *_mask_values(masked),
        *_mask_deadlines(masked),
        *_mask_baselines(masked),
    ]
    stated += _mask_moves(masked)
    stated += _mask_measure(masked)
    _mask_references(masked)
    return tuple(sorted(stated, key=lambda part: part.first))


# --- sources and references --------------------------------------------------------


def _mask_sources(masked: MaskedText) -> list[StatedPart]:
    """Runs of tokens that a source has claimed."""
    text = masked.text
    if SOURCE not in text.claims:  # as in most texts
        return []
    stated = []
    first = None
    for index in range(text.count + 1):
        inside = index < text.count and text.claims[index] == SOURCE
        if inside and first is None:
            first = index
        if not inside and first is not None:
            span = text.span(first, index)
            stated.append(StatedPart("source", (), first, span))
            masked.mask(first, index)
            first = None
    return stated


def _mask_references(masked: MaskedText) -> None:
    """``(zie bijlage 2)``: brackets that only point to another place."""
    text = masked.text
    for index, low in enumerate(text.lows):
        if low not in _OPENING_BRACKETS:
            continue
        found = masked.phrase_at(index + 1, "empty")
        if not found or found.name != "references":
            continue
        end = index + 1
        while end < text.count and text.depths[end]:
            end += 1
        masked.mask(index, end)


# --- values -------------------------------------------------------------------------


def _mask_values(masked: MaskedText) -> list[StatedPart]:
    """The numbers that are aimed at, with comparator and unit; a noun that is counted stays."""
    stated = []
    for quantity in masked.parts.quantities:
        if quantity.role != "target" or _is_number_of_name(masked, quantity):
            continue
        unit, end = _unit_of(masked, quantity)
        masked.mask(min(quantity.bound, quantity.first), end)
        unit += _mask_per(masked, max(end, quantity.unit_end))
        _mask_comparator_behind(masked, quantity)
        span = masked.text.span(quantity.first, end)
        facts = (quantity.value, unit, quantity.comparator, quantity.kind)
        stated.append(StatedPart("value", facts, quantity.first, span))
        _mask_beside_value(masked, quantity.bound, end)
        if unit == "rapportcijfer":
            _mask_marking_verbs(masked)
    return stated


def _is_number_of_name(masked: MaskedText, quantity: Quantity) -> bool:
    """``Wijkteam 1 versterken``: right behind a noun, and nothing is counted."""
    text, words = masked.text, masked.words
    before = quantity.bound - 1
    if quantity.form != "number" or not text.is_word(before):
        return False
    if _counts_something(masked, quantity):
        return False
    if any(masked.phrase_at(before, table) for table in _BEFORE_VALUES):
        return False
    is_verb = text.lows[before] in words.finite_verbs or (
        masked.forms.is_verb(text.lows[before])
    )
    tables = ("direction", "baseline")
    is_told = any(text.names_before(before + 1, table) for table in tables)
    return not is_verb and not is_told and text.claims[before] == FREE


def _counts_something(masked: MaskedText, quantity: Quantity) -> bool:
    """A unit or a noun stands behind a number."""
    unit, _ = _unit_of(masked, quantity)
    if unit or quantity.unit_end <= quantity.end:
        return bool(unit)
    return not masked.forms.is_verb(masked.text.low_at(quantity.end))


def _unit_of(masked: MaskedText, quantity: Quantity) -> tuple[str, int]:
    """The unit in one spelling, and where it ends; empty when a noun is counted."""
    text = masked.text
    if quantity.unit == "euro":
        return "euro", quantity.whole_end
    if quantity.end < text.count and quantity.unit_end > quantity.end:
        found = text.names_at(quantity.end, "units")
        for name, unit in _MEASURED.items():
            if name in found:
                rest = text.lows[found[name] : quantity.unit_end]
                return " ".join([unit, *rest]), quantity.unit_end
        if "physical" in found:
            lows = text.lows[quantity.end : quantity.unit_end]
            forms = masked.forms
            words = [min(forms.keys_of(low), key=_by_length) for low in lows]
            return " ".join(words), quantity.unit_end
    if quantity.unit in _WRITTEN_UNITS:
        return quantity.unit, quantity.end
    return "", quantity.end


def _mask_per(masked: MaskedText, index: int) -> str:
    """By what a value is counted, behind its unit or its noun: ``10 bomen per straat``."""
    text = masked.text
    told = ""
    while text.low_at(index) == "per" and text.is_word(index + 1):
        if text.claims[index + 1] != FREE:
            break
        keys = masked.forms.keys_of(text.lows[index + 1])
        told += f" per {min(keys, key=_by_length)}"
        masked.mask(index, index + 2)
        index += 2
    return told


def _by_length(word: str) -> tuple[int, str]:
    return len(word), word


def _mask_comparator_behind(masked: MaskedText, quantity: Quantity) -> None:
    text = masked.text
    end = quantity.whole_end
    if end < text.count:
        for stop in text.names_at(end, "comparator_behind").values():
            masked.mask(end, stop)


def _mask_beside_value(masked: MaskedText, first: int, end: int) -> None:
    """``30 procent minder``: the word is the direction of the number."""
    text, words = masked.text, masked.words
    if text.low_at(end) in words.lists["moves.beside_number"]:
        masked.mask(end, end + 1)
    if text.low_at(first - 1) in words.lists["moves.beside_number"]:
        masked.mask(first - 1, first)


def _mask_marking_verbs(masked: MaskedText) -> None:
    verbs = masked.words.lists["marks.verbs"]
    for index, low in enumerate(masked.text.lows):
        if low in verbs:
            masked.mask(index, index + 1)


# --- times ---------------------------------------------------------------------------


def _mask_deadlines(masked: MaskedText) -> list[StatedPart]:
    stated = []
    for time in masked.parts.times:
        if time.role != "deadline":
            continue
        _mask_time(masked, time)
        span = masked.text.span(time.first, time.end)
        facts = _deadline_facts(masked, time)
        name = "recurrence" if time.kind == "recurring" else "deadline"
        stated.append(StatedPart(name, facts, time.core, span))
    return stated


def _mask_time(masked: MaskedText, time: TimeExpression) -> None:
    """A time with the words before it, but not the state in them: ``gereed in juni 2026``."""
    masked.mask(time.core, time.end)
    for index in range(_first_of_time(masked, time), time.core):
        low = masked.text.lows[index]
        is_bound = masked.phrase_at(index, "time_bound") is not None
        if is_bound or not masked.text.words.has("state.done", low):
            masked.mask(index, index + 1)


def _first_of_time(masked: MaskedText, time: TimeExpression) -> int:
    """The first of the words that bound a time: ``by the end of 2027``."""
    first = time.first
    for index in range(time.first - 1, max(-1, time.first - _NEAR - 1), -1):
        found = masked.phrase_at(index, "time_bound")
        if found and found.end <= time.core:
            first = index
        elif not _joins_time(masked, index):
            break
    return first


def _joins_time(masked: MaskedText, index: int) -> bool:
    """An article or a plain preposition, as between the words that bound a time."""
    return bool(
        masked.words.has("empty.articles", masked.text.lows[index])
        or masked.phrase_at(index, "preposition")
    )


def _deadline_facts(
    masked: MaskedText, time: TimeExpression
) -> tuple[object, ...]:
    """The time, and whether it is its begin, its middle, before it or after it."""
    norm = time.norm
    if norm.endswith(_LAST_DAY):
        norm = norm.removesuffix(_LAST_DAY)
    bounds = set()
    for index in range(_first_of_time(masked, time), time.core):
        found = masked.phrase_at(index, "time_bound")
        if found and found.end <= time.core:
            bounds.add(found.name)
    if "end" in bounds:
        bounds -= {"before", "end"}
    return norm, *sorted(bounds)


# --- starting points ------------------------------------------------------------------


def _mask_baselines(masked: MaskedText) -> list[StatedPart]:
    """The starting points; only words that compare are masked around them, never a noun."""
    for time in masked.parts.times:
        if time.role == "baseline":
            masked.mask(time.first, time.end)
            _mask_comparing(masked, time.first, time.end)
    for quantity in masked.parts.quantities:
        if quantity.role == "baseline":
            _, end = _unit_of(masked, quantity)
            masked.mask(quantity.bound, end)
            _mask_comparing(masked, quantity.bound, end)
    for yardstick in masked.parts.yardsticks:
        masked.mask(yardstick.first, yardstick.end)
        _mask_comparing(masked, yardstick.first, yardstick.end)
    return [_baseline_part(masked, each) for each in masked.baselines]


def _mask_comparing(masked: MaskedText, first: int, end: int) -> None:
    """``t.o.v.``, ``nulmeting``, ``was dit``: words of comparing close to a starting point."""
    text = masked.text
    before, behind = range(first - _NEAR, first), range(end, end + _NEAR)
    for index in text.places_of(*_COMPARED):
        is_near = index in before or index in behind
        if not is_near or not text.same_sentence(index, min(first, end - 1)):
            continue
        for name in _COMPARED:
            stop = text.phrase_end(index, name)
            touches = stop is not None and (name == _PAST or stop >= first - 1)
            if stop is not None and touches:
                masked.mask(index, stop)


def _baseline_part(masked: MaskedText, baseline: TargetBaseline) -> StatedPart:
    reference = (baseline.reference or "").casefold()
    relation = _relation_to(masked, baseline) if reference else ""
    unit = baseline.unit if baseline.unit in _WRITTEN_UNITS else None
    facts = (baseline.year, baseline.value, unit, reference, relation)
    first = masked.token_at.get(baseline.span.start, 0)
    return StatedPart("baseline", facts, first, baseline.span)


def _relation_to(masked: MaskedText, baseline: TargetBaseline) -> str:
    """Whether the target lies above or below a yardstick: ``boven het landelijk gemiddelde``."""
    for yardstick in masked.parts.yardsticks:
        if yardstick.span.words != baseline.reference:
            continue
        for place in range(yardstick.first - 1, yardstick.first - _NEAR, -1):
            found = masked.phrase_at(place, "preposition_strict")
            if found:
                return found.name
    return ""


# --- direction and measure ------------------------------------------------------------


def _mask_moves(masked: MaskedText) -> list[StatedPart]:
    """The words of direction; a plain verb of moving says nothing more and is masked."""
    text = masked.text
    moves = masked.words.lists["moves.any"]
    stated = []
    for span in masked.moves:
        first = masked.token_at[span.start]
        name, end = _direction_at(text, first)
        if name not in _MOVES:
            continue
        stated.append(StatedPart("direction", (name,), first, span))
        if name == "stable" or text.lows[first] in moves:
            masked.mask(first, end)
            tail = text.gapped.get((first, f"direction.{name}"))
            if tail is not None and text.tokens[tail].end <= span.end:
                masked.mask(tail, tail + 1)
    return stated


def _direction_at(text: TargetText, index: int) -> tuple[str, int]:
    """The direction of the word at a place, and where it ends."""
    for name, end in text.names_at(index, "multipliers").items():
        return name.split()[1], end
    for name in ("stable", "down", "up", "improve"):
        stop = text.phrase_end(index, f"direction.{name}")
        if stop is not None:
            return name, stop
    return "", index + 1


def _mask_measure(masked: MaskedText) -> list[StatedPart]:
    """``het aandeel``, ``het aantal``: in what the indicator is counted."""
    stated = []
    for index in masked.places_of("measure"):
        found = masked.phrase_at(index, "measure")
        if not found or masked.masked[index]:
            continue
        name, end = found
        masked.mask(index, end)
        span = masked.text.span(index, end)
        stated.append(StatedPart("measure", (name,), index, span))
    return stated
