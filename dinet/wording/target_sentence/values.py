"""The values of a target: units that the sentence says elsewhere, and level, step or distance."""

from dinet.wording.target_sentence.quantities import Quantity
from dinet.wording.target_sentence.result import TargetValue, ValueKind
from dinet.wording.target_sentence.roles import SentenceParts
from dinet.wording.target_sentence.target_text import TargetText
from dinet.wording.target_sentence.times import TIME
from dinet.wording.target_sentence.tokens import cut_tokens

_HIGHEST_MARK = 10
"""Of a school mark, and of the marks that people give a service."""
_BRACKET_UNITS = {
    "percent": "%",
    "point": "pp",
    "euro": "euro",
    "physical": "",
}
"""The units that a row names in brackets, by their list; empty: as it is written."""
_STEPS = ("direction.up", "direction.down", "direction.improve")
_STEPS_BEHIND = (
    "direction.step_behind",
    "direction.step_at_end",
    "direction.step_behind_weak",
)
"""The lists of words that say so behind the number."""


def complete_units(parts: SentenceParts) -> None:
    """Give the numbers without a unit the one that the sentence says elsewhere."""
    text = parts.text
    bare = [
        quantity
        for quantity in parts.quantities
        if quantity.form == "number" and _lacks_unit(text, quantity)
    ]
    if not bare:
        return
    gives_marks = _has_any(text, "units.marks")
    unit = _unit_in_brackets(text) or _unit_of_indicator(text)
    for quantity in bare:
        if _is_mark(text, quantity, gives_marks=gives_marks):
            quantity.unit, quantity.unit_end = "rapportcijfer", quantity.end
        elif not quantity.unit:
            quantity.unit = unit


def _lacks_unit(text: TargetText, quantity: Quantity) -> bool:
    return not quantity.unit or text.word_in(
        quantity.first - 1, "units.unit_articles"
    )


def _has_any(text: TargetText, name: str) -> bool:
    return text.has_any(name) or text.has_word(name)


def _is_mark(
    text: TargetText, quantity: Quantity, *, gives_marks: bool
) -> bool:
    """``een 7,5``: an article before a number from 1 to 10, or words for marks around it."""
    numbers = quantity.value
    highest = numbers[1] if isinstance(numbers, tuple) else numbers
    if not 1 <= highest <= _HIGHEST_MARK:
        return False
    has_article = text.word_in(quantity.first - 1, "units.mark_articles")
    if has_article and text.words.has_rule("mark_by_article"):
        return True
    return gives_marks and not quantity.unit


def _unit_in_brackets(text: TargetText) -> str:
    """``Oevers aangelegd (in km): …``: the unit of a row, alone in brackets."""
    for index, low in enumerate(text.lows):
        if low not in ("(", "["):
            continue
        begin = index + 1 + text.word_in(index + 1, "units.written_in")
        found = text.names_at(begin, "units") if begin < text.count else {}
        for name, end in found.items():
            if text.low_at(end) in (")", "]") and name in _BRACKET_UNITS:
                return _BRACKET_UNITS[name] or text.lows[begin]
    return ""


def _unit_of_indicator(text: TargetText) -> str:
    """``aandeel`` counts in percent, ``aantal`` in the noun behind it."""
    for index in text.places_of("units.shares", "units.counts"):
        if text.phrase_end(index, "units.shares") is not None:
            return "%"
        end = text.phrase_end(index, "units.counts")
        if end is None:
            continue
        while text.words.has("subject.article", text.low_at(end)) or (
            text.word_in(end, "units.counts_of")
        ):
            end += 1
        return _noun_behind(text, end)
    return ""


def _noun_behind(text: TargetText, index: int) -> str:
    words: list[str] = []
    while text.is_word(index) and len(words) < len("abc"):
        low = text.lows[index]
        if text.words.has("subject.prepositions", low):
            break
        if text.words.has("verbs.finite", low) or text.claims[index]:
            break
        if text.begins(index, "time.before") and text.claims[
            index + 1 : index + 2
        ] == [TIME]:
            break
        words.append(low)
        index += 1
    return " ".join(words)


def take_unit_of_subject(parts: SentenceParts, subject: str) -> SentenceParts:
    """``huishoudens dalen van 9.400 naar 7.000``: a count without a noun counts the subject."""
    is_told = not any(map(_is_bare_count, parts.quantities))
    if is_told or _names_rate(parts.text):
        return parts
    unit = " ".join(token.low for token in cut_tokens(subject))
    parts = parts.own_copy()
    for quantity in filter(_is_bare_count, parts.quantities):
        quantity.unit = unit
    return parts


def _is_bare_count(quantity: Quantity) -> bool:
    return quantity.form == "number" and not quantity.unit


def _names_rate(text: TargetText) -> bool:
    """A word says that figures are no counts: ``het percentage …``."""
    return text.has_word("units.rates")


def add_kinds(parts: SentenceParts) -> None:
    """Say of each target value whether it is an end state, a step or a distance."""
    for quantity in parts.quantities:
        if quantity.role == "target" and quantity.kind == "level":
            quantity.kind = _kind_of(parts, quantity)


def _kind_of(parts: SentenceParts, quantity: Quantity) -> ValueKind:
    text = parts.text
    if quantity.form == "universal" or quantity.unit == "rapportcijfer":
        return "level"
    if _goes_to(text, quantity):
        return "level"
    if not _is_step(parts, quantity):
        return "level"
    if _is_from_yardstick(parts, quantity):
        return "diff"
    return "change"


def _goes_to(text: TargetText, quantity: Quantity) -> bool:
    if not text.has_any("baseline.to"):  # as of most texts
        return False
    place = quantity.bound
    for _ in range(3):
        if text.phrase_start(place, "baseline.to") is not None:
            return True
        before = text.phrase_start(place, "number_fillers.any")
        if before is None:
            return False
        place = before
    return False


def _is_step(parts: SentenceParts, quantity: Quantity) -> bool:
    """A word before or behind the number says that it is the size of a step."""
    text = parts.text
    return (
        bool(quantity.direction)
        or _is_step_by_word_before(parts, quantity)
        or _is_step_by_word_behind(parts, quantity)
        or _begins_with_step(text, quantity.unit)
        or _is_headed_by_step(parts, quantity)
    )


def _begins_with_step(text: TargetText, unit: str) -> bool:
    first, _, rest = unit.partition(" ")
    return bool(rest) and text.words.has("units.step_adjectives", first)


def _is_step_by_word_before(parts: SentenceParts, quantity: Quantity) -> bool:
    """``een daling van 10%``; ``met 10%`` only beside a word of direction."""
    text = parts.text
    has_step_with = text.has_word("direction.step_with")
    if not has_step_with and not text.has_any("direction.step_before"):
        return False  # as of most texts
    places = {quantity.bound, quantity.first, _before_fillers(text, quantity)}
    if any(
        text.phrase_start(place, "direction.step_before") is not None
        for place in places
    ):
        return True
    is_weak = any(
        text.word_in(place - 1, "direction.step_with") for place in places
    )
    return is_weak and _has_step_word(parts, quantity)


def _is_step_by_word_behind(parts: SentenceParts, quantity: Quantity) -> bool:
    """``10% minder``; ``40 woningen bij`` only at the end of a clause."""
    text = parts.text
    if not text.has_any(*_STEPS_BEHIND):  # as of most texts
        return False
    places = {quantity.end, quantity.unit_end}
    if any(text.begins(place, "direction.step_behind") for place in places):
        return True
    if any(
        text.begins(place, "direction.step_at_end")
        and _ends_sentence(text, place)
        for place in places
    ):
        return True
    return _is_weak_behind(parts, quantity)


def _is_weak_behind(parts: SentenceParts, quantity: Quantity) -> bool:
    """``neemt met 2 punten toe``, ``3 punten onder het gemiddelde``."""
    is_weak = any(
        parts.text.begins(place, "direction.step_behind_weak")
        for place in {quantity.end, quantity.unit_end}
    )
    return is_weak and (
        bool(parts.yardsticks) or _has_step_word(parts, quantity)
    )


def _is_headed_by_step(parts: SentenceParts, quantity: Quantity) -> bool:
    """``Reductie van broeikasgassen: 55% in 2030``: the heading says what the number is."""
    text = parts.text
    if ":" not in text.lows:  # as in most texts
        return False
    first = quantity.first
    while first and text.same_sentence(first - 1, quantity.first):
        first -= 1
    ends = [
        text.phrase_end(first, name)
        for name in ("direction.up", "direction.down")
    ]
    is_noun = any(
        end is not None and text.begins(end, "subject.of") for end in ends
    )
    return is_noun and ":" in text.lows[first : quantity.first]


def _ends_sentence(text: TargetText, index: int) -> bool:
    return text.low_at(index + 1) in ("", ".", ",", ";", "(")


def _before_fillers(text: TargetText, quantity: Quantity) -> int:
    place = quantity.bound
    for _ in range(2):
        before = text.phrase_start(place, "number_fillers.any")
        is_kept = before is not None and text.word_in(
            before, "direction.step_with", "subject.whole_of"
        )
        if before is None or is_kept:
            return place
        place = before
    return place


def _has_step_word(parts: SentenceParts, quantity: Quantity) -> bool:
    """The sentence has a verb or noun of change: ``met 10% dalen``, not ``met 10% belonen``."""
    text = parts.text
    sentence = text.sentences[quantity.first]
    steps = text.places_of(*_STEPS)
    return any(text.sentences[index] == sentence for index in steps)


def _is_from_yardstick(parts: SentenceParts, quantity: Quantity) -> bool:
    """The step is measured from a yardstick: ``3 punten onder het Nederlands gemiddelde``."""
    text = parts.text
    for yardstick in parts.yardsticks:
        if yardstick.first <= quantity.first:
            continue
        if text.same_sentence(quantity.first, yardstick.first):
            return not text.depths[yardstick.first]
    return False


def target_values(parts: SentenceParts) -> tuple[TargetValue, ...]:
    """The values in the order of the text."""
    values = []
    for quantity in parts.quantities:
        if quantity.role != "target":
            continue
        span = parts.text.span(quantity.first, quantity.whole_end)
        values.append(
            TargetValue(
                value=quantity.value,
                unit=quantity.unit,
                comparator=quantity.comparator,
                kind=quantity.kind,  # type: ignore[arg-type]
                span=span,
            )
        )
    return tuple(values)
