"""Who or what a target measures: the shortest continuous words that say it."""

from dinet.wording.target_sentence.clauses import (
    SentenceFrame,
    opens_relative,
)
from dinet.wording.target_sentence.marked_text import MarkedText
from dinet.wording.target_sentence.quantities import QUANTITY, Quantity
from dinet.wording.target_sentence.result import TextSpan
from dinet.wording.target_sentence.roles import SentenceParts
from dinet.wording.target_sentence.times import TIME

_SHORT_BRACKET = 3
"""In tokens: "(jong) volwassen", "JeugdEducatieFonds (JEF)"."""
_LIST_REACH = 9
"""In tokens: a comma within "ouders, omgeving en professionals"."""
_PLACES = frozenset(
    {"in", "op", "bij", "aan", "voor", "at", "on", "for", "per"}
)
_NOUNS_LIKE_PARTICIPLES = (
    "gemeente",
    "gebied",
    "gezin",
    "gebouw",
    "gezond",
    "geld",
    "geluid",
    "gevoel",
    "gezag",
    "geweld",
    "gerecht",
    "gebruik",
    "geboorte",
    "gedrag",
    "gebrek",
)
_OPENING_SIGNS = frozenset(",-•–:*")
_VERB_ENDINGS = ("worden", "zijn")
_OWN_UNITS = ("%", "pp", "euro", "rapportcijfer", "")


def find_subject(parts: SentenceParts) -> TextSpan | None:
    """The subject of the first sentence that has one and is not about the past."""
    frames = [frame for frame in parts.frames if not frame.is_past]
    # what has a value is the target; the sentence before it may be its heading
    frames.sort(key=lambda frame: not _targets_in(parts, frame))
    for frame in frames:
        subject = _subject_of_frame(parts, frame)
        if subject:
            return subject
    return None


def _subject_of_frame(
    parts: SentenceParts, frame: SentenceFrame
) -> TextSpan | None:
    named = _everyone(parts, frame)
    if named:
        return named
    for start in (
        _judged_thing(parts, frame),
        _behind_share(parts, frame),
        _behind_count(parts.text, frame),
        _counted_thing(parts, frame),
        _object_start(parts, frame),
        _front_start(parts, frame),
        _behind_verb(parts, frame),
    ):
        if start is None:
            continue
        subject = _noun_phrase(parts, start, frame)
        if subject:
            return subject
    return None


# --- where it begins --------------------------------------------------------------


def _targets_in(parts: SentenceParts, frame: SentenceFrame) -> list[Quantity]:
    return [
        quantity
        for quantity in parts.quantities
        if quantity.role == "target"
        and frame.first <= quantity.first < frame.end
    ]


def _everyone(parts: SentenceParts, frame: SentenceFrame) -> TextSpan | None:
    """``iedereen`` is the group and stands for no noun behind it."""
    text = parts.text
    for quantity in _targets_in(parts, frame):
        low = text.lows[quantity.first]
        if quantity.form == "universal" and text.words.has(
            "subject.generic", low
        ):
            return text.span(quantity.first, quantity.end)
    return None


def _judged_thing(parts: SentenceParts, frame: SentenceFrame) -> int | None:
    """``inwoners waarderen de dienstverlening met een 8``: what gets the mark."""
    text, verb = parts.text, frame.verb
    gets_mark = any(
        quantity.unit == "rapportcijfer"
        for quantity in _targets_in(parts, frame)
    )
    if verb is None or not gets_mark:
        return None
    for quantity in _targets_in(parts, frame):
        is_for = text.low_at(quantity.unit_end) in ("voor", "for")
        if is_for and quantity.unit == "rapportcijfer":
            return quantity.unit_end + 1
    if not text.words.has("subject.judging", text.lows[verb]):
        return None
    if frame.opens_with_time:
        return _second_phrase(parts, verb, frame)
    return verb + 1


def _behind_share(parts: SentenceParts, frame: SentenceFrame) -> int | None:
    """``85% van de jongeren``, ``alle scholen``, ``één op de vijf inwoners``."""
    text = parts.text
    for quantity in _targets_in(parts, frame):
        if quantity.form == "number" and not _is_own_unit(quantity):
            if text.low_at(quantity.bound - 1) not in _PLACES:
                return None
        if quantity.unit != "%":
            continue
        if quantity.kind != "level":
            fewer = _fewer_of(text, quantity)
            if fewer is not None:
                return fewer
            continue
        if frame.verb is not None and _has_own_subject(text, quantity, frame):
            continue
        place = quantity.unit_end
        of = text.phrase_end(place, "subject.of")
        if of is not None and text.words.has(
            "subject.not_group", text.low_at(of)
        ):
            continue
        if of is not None:
            return _behind_count_noun(text, of)
        if quantity.form in ("universal", "share") and text.is_word(place):
            return place
    return None


def _fewer_of(text: MarkedText, quantity: Quantity) -> int | None:
    """``15% minder verkeersslachtoffers``: the noun behind the word of the step."""
    place = quantity.unit_end
    if quantity.form == "multiplier":
        behind = quantity.end
    elif text.phrase_end(place, "direction.step_behind") == place + 1:
        behind = place + 1
    else:
        return _moved_by(text, quantity)
    if not text.is_word(behind) or text.claims[behind]:
        return None
    words, low = text.words, text.lows[behind]
    is_small = (
        words.has("subject.prepositions", low)
        or words.has("subject.article", low)
        or words.has("subject.end", low)
        or words.has("subject.and", low)
        or words.has("verbs.finite", low)
        or words.has("baseline.compared", low)
    )
    return None if is_small or low.endswith(_VERB_ENDINGS) else behind


def _moved_by(text: MarkedText, quantity: Quantity) -> int | None:
    """``een reductie van 30% van het grondstoffengebruik``: behind the step and its share."""
    if text.low_at(quantity.bound - 1) not in ("van", "of"):
        return None
    if text.phrase_start(quantity.bound, "direction.step_before") is None:
        return None
    if text.low_at(quantity.unit_end) in ("op", "in", "on"):
        return quantity.unit_end + 1
    return text.phrase_end(quantity.unit_end, "subject.of")


def _has_own_subject(
    text: MarkedText, quantity: Quantity, frame: SentenceFrame
) -> bool:
    """``de onderbesteding is lager dan 3% van de begroting``: the share is of something else."""
    is_behind = frame.verb is not None and quantity.first > frame.verb
    return (
        is_behind
        and not frame.opens_with_time
        and quantity.form == "number"
        and not text.words.has(
            "subject.prepositions", text.low_at(quantity.bound - 1)
        )
        and text.words.has("subject.article", text.lows[frame.first])
        and frame.verb != frame.first + 1
    )


def _behind_count_noun(text: MarkedText, index: int) -> int:
    """``85% van het aantal leerlingen`` is about the pupils."""
    for name in ("units.counts", "units.shares"):
        end = text.phrase_end(index, name)
        if end is not None:
            return _skip_of(text, end)
    return index


def _skip_of(text: MarkedText, index: int) -> int:
    end = text.phrase_end(index, "subject.of")
    if end is not None:
        return end
    return index + (text.low_at(index) == "aan")


def _behind_count(text: MarkedText, frame: SentenceFrame) -> int | None:
    """``het aantal thuiszitters``, ``the share of food waste``."""
    for index in range(frame.first, frame.end):
        if text.claims[index] or text.depths[index]:
            continue
        for name in ("subject.measure", "units.counts", "units.shares"):
            end = text.phrase_end(index, name)
            if end is None or end >= frame.end:
                continue
            start = _skip_of(text, end)
            begins = (
                text.is_word(start)
                or text.is_number(start)
                or text.low_at(start) == "("
            )
            if begins and start != frame.verb:
                if text.language == "nl" or start > end:
                    return start
    return None


def _counted_thing(parts: SentenceParts, frame: SentenceFrame) -> int | None:
    """``120 jongeren``: the noun that is counted, and not the place where."""
    text = parts.text
    placed = None
    for quantity in _targets_in(parts, frame):
        if quantity.unit.startswith("euro"):
            spent = _spent_on(text, quantity, frame)
            if spent is not None:
                return spent
        if quantity.form != "number" or _is_own_unit(quantity):
            continue
        if text.phrase_end(quantity.end, "units.physical") is not None:
            stuff = _measured_stuff(text, quantity)
            if stuff is not None:
                return stuff
            continue
        if text.phrase_end(quantity.end, "units.points") is not None:
            continue
        if text.phrase_start(quantity.bound, "baseline.to") is not None:
            continue
        if text.low_at(quantity.bound - 1) in _PLACES:
            placed = quantity.end if placed is None else placed
            continue
        return quantity.end
    if placed is None:
        return None
    return _own_object(text, placed, frame) or placed


def _spent_on(
    text: MarkedText, quantity: Quantity, frame: SentenceFrame
) -> int | None:
    """``bespaart € 1,5 miljoen op de jeugdhulp``."""
    is_spent = any(
        text.phrase_end(index, "subject.spending") is not None
        for index in range(frame.first, frame.end)
    )
    if not is_spent:
        return None
    for index in range(quantity.unit_end, frame.end - 1):
        is_on = text.lows[index] in ("op", "in", "on", "aan", "voor")
        if is_on and not _is_before_time(text, index):
            moved = _moved_thing(text, index + 1)
            return index + 1 if moved is None else moved
    return None


def _is_own_unit(quantity: Quantity) -> bool:
    return quantity.unit.split(" ")[0] in _OWN_UNITS


def _measured_stuff(text: MarkedText, quantity: Quantity) -> int | None:
    """``3,5 TWh duurzame elektriciteit``, ``50 hectares of new woodland``."""
    place = quantity.unit_end
    place += text.low_at(place) in ("of", "aan")
    if not text.is_word(place) or text.claims[place]:
        return None
    words, low = text.words, text.lows[place]
    is_small = (
        words.has("subject.end", low)
        or words.has("subject.prepositions", low)
        or words.has("verbs.finite", low)
        or words.has("subject.and", low)
        or words.has("state.done", low)
    )
    return None if is_small or text.names_at(place, "direction") else place


def _own_object(
    text: MarkedText, index: int, frame: SentenceFrame
) -> int | None:
    """``in drie wijken een cultureel aanbod``: what is made at those places."""
    for place in range(index, frame.end - 1):
        low = text.lows[place]
        before = text.low_at(place - 1)
        if text.words.has("subject.article", low) and not (
            text.words.has("subject.prepositions", before)
        ):
            return place
    return None


def _object_start(parts: SentenceParts, frame: SentenceFrame) -> int | None:
    """What is made or changed: behind ``we verlagen``, ``reduce``, or a verb of making."""
    text = parts.text
    verb = frame.verb
    imperative = _imperative_at(parts, frame)
    if imperative is not None:
        return _skip_small(parts, imperative + 1, frame)
    if verb is None:
        return None
    around = (text.low_at(verb - 1), text.low_at(verb + 1))
    has_pronoun = any(text.words.has("subject.acting", low) for low in around)
    makes = any(_makes_something(text, index) for index in (verb, verb + 1))
    if makes and text.language == "en":
        verb += _makes_something(text, verb + 1)
    if not has_pronoun and not makes:
        return None
    start = verb + 1
    if makes and not has_pronoun and frame.opens_with_time:
        return _second_phrase(parts, start, frame)
    place = _skip_small(parts, start, frame)
    while (
        has_pronoun
        and place is not None
        and place + 1 < frame.end
        and text.words.has("subject.prepositions", text.lows[place])
    ):
        place += 1
    return place


def _makes_something(text: MarkedText, index: int) -> bool:
    """A verb of making; in English also one that moves what stands behind it: ``will cut``."""
    if text.phrase_end(index, "state.making") is not None:
        return True
    if text.language != "en" or not text.low_at(index - 1) in ("will", "to"):
        return False
    return bool(
        {"down", "up", "improve"} & set(text.names_at(index, "direction"))
    )


def _imperative_at(parts: SentenceParts, frame: SentenceFrame) -> int | None:
    """The verb of a sentence without a subject: ``by 2030, reduce``, ``vergroten van``."""
    text = parts.text
    index = _behind_opening(parts, frame)
    while text.phrase_end(index, "vague.intensifier") is not None:
        index += 1
    if not text.words.has("subject.imperative", text.low_at(index)):
        return None
    if text.language == "nl" and frame.verb is not None:
        return None
    return index


def _behind_opening(parts: SentenceParts, frame: SentenceFrame) -> int:
    """The first token behind the times, signs and label that open a sentence."""
    text = parts.text
    index = frame.first
    if text.words.has("subject.label", text.low_at(index)) and (
        text.low_at(index + 1) == ":"
    ):
        index += 2
    while index < frame.end and (
        text.claims[index] == TIME
        or text.lows[index] in _OPENING_SIGNS
        or _is_before_time(text, index)
        and text.words.has("subject.prepositions", text.lows[index])
    ):
        index += 1
    return index


def _second_phrase(
    parts: SentenceParts, start: int, frame: SentenceFrame
) -> int | None:
    """Behind the one who acts: ``In 2025 stelt de gemeente een plan op``."""
    text = parts.text
    for index in range(start + 1, frame.end):
        if text.words.has("subject.article", text.lows[index]) and (
            not text.words.has("subject.prepositions", text.low_at(index - 1))
        ):
            return index
    return None


def _skip_small(
    parts: SentenceParts, start: int, frame: SentenceFrame
) -> int | None:
    """The first token that may begin a noun phrase: no pronoun, adverb, time or place."""
    text = parts.text
    index = start
    while index < frame.end:
        low = text.lows[index]
        is_small = (
            text.words.has("subject.pronoun", low)
            or text.words.has("subject.end", low)
            or text.words.has("verbs.finite", low)
            or text.claims[index] == TIME
            or low in (",", "en", "and", "to", "te")
            or (
                text.words.has("subject.prepositions", low)
                and _is_before_time(text, index)
            )
        )
        vague = text.phrase_end(index, "vague.possible")
        vague = vague or text.phrase_end(index, "vague.time")
        if not is_small and vague is None:
            return index
        index = vague if vague is not None else index + 1
    return None


def _is_before_time(text: MarkedText, index: int) -> bool:
    return any(
        place < len(text) and text.claims[place] == TIME
        for place in range(index + 1, index + 4)
    )


def _front_start(parts: SentenceParts, frame: SentenceFrame) -> int | None:
    """The words before the main verb."""
    if frame.opens_with_time:
        return None
    text = parts.text
    start = _behind_opening(parts, frame)
    start += text.low_at(start) == "%"
    moved = _moved_thing(text, start)
    if moved is not None:
        return moved
    of = text.phrase_end(start, "subject.of")
    if of is not None and any(
        quantity.unit == "%" for quantity in _targets_in(parts, frame)
    ):
        return of  # "van de statushouders is 60% …"
    if text.phrase_end(start, "subject.prepositions") is not None:
        return _behind_verb(parts, frame) or start
    return start


def _moved_thing(text: MarkedText, start: int) -> int | None:
    """``reductie van het gasverbruik``: behind a word of direction as a noun."""
    start += text.words.has("subject.article", text.low_at(start))
    if start >= len(text):
        return None
    ends = [
        text.phrase_end(start, f"direction.{name}") or -1
        for name in ("up", "down", "improve", "stable")
    ]
    return text.phrase_end(max(ends), "subject.of")


def _behind_verb(parts: SentenceParts, frame: SentenceFrame) -> int | None:
    if frame.verb is None:
        return _skip_small(parts, frame.first, frame)
    return _skip_small(parts, frame.verb + 1, frame)


# --- where it ends ----------------------------------------------------------------


def _noun_phrase(
    parts: SentenceParts, start: int, frame: SentenceFrame
) -> TextSpan | None:
    text = parts.text
    begin = start
    start = _trim_front(
        text, start, frame, has_value=bool(_targets_in(parts, frame))
    )
    if frame.verb is not None and begin < frame.verb <= start:
        return None
    end = _phrase_end(parts, start, frame)
    while end > start and (
        _is_trailing(text, end - 1)
        or (end > start + 1 and _is_last_participle(text, end - 1, frame))
    ):
        end -= 1
    if end <= start:
        return None
    is_label = text.words.has("subject.label", text.lows[start])
    if is_label and end == start + 1 and len(parts.frames) > 1:
        return None
    return text.span(start, end)


def _trim_front(
    text: MarkedText, start: int, frame: SentenceFrame, *, has_value: bool
) -> int:
    while start < frame.end - 1:
        if (
            text.phrase_end(start, "vague.settle") is not None
            and not (text.claims[start])
        ):
            start = text.phrase_end(start, "vague.settle") or start
            continue
        low = text.lows[start]
        is_light = (
            text.words.has("subject.article", low)
            or text.words.has("subject.front", low)
            or (not has_value and _is_bare_quality(text, start))
            or low in ("(", ")", "groep")
            and _is_after_marker(text, start)
        )
        if not is_light or _is_bracketed_adjective(text, start):
            return start
        start += 1
    return start


def _is_bare_quality(text: MarkedText, index: int) -> bool:
    """``gezonde en veilige leefomgeving``: the qualities are the result, not the group."""
    if not text.words.has("vague.quality", text.lows[index]):
        return text.words.has("subject.and", text.lows[index]) and (
            text.words.has("vague.quality", text.low_at(index + 1))
        )
    is_adverb = not text.lows[index].endswith("e") and (
        text.low_at(index + 1).endswith("e")
    )
    return text.is_word(index + 1) and not is_adverb


def _is_after_marker(text: MarkedText, index: int) -> bool:
    """Brackets around ``nader te bepalen groep`` are no part of the group."""
    near = range(max(0, index - 6), min(len(text), index + 3))
    return any(
        text.phrase_end(place, "vague.settle") is not None for place in near
    )


def _is_bracketed_adjective(text: MarkedText, index: int) -> bool:
    return text.low_at(index) == "(" and text.low_at(index + 2) == ")"


def _phrase_end(parts: SentenceParts, start: int, frame: SentenceFrame) -> int:
    text = parts.text
    verb = frame.verb
    stop = frame.end
    if verb is not None and verb > start:
        stop = verb
    for yardstick in parts.yardsticks:
        if start < yardstick.first < stop:
            stop = yardstick.first
    takes_object = (
        frame.opens_with_time
        and verb is not None
        and verb < start
        and not text.words.has("subject.no_object", text.lows[verb])
    )
    others = {
        index
        for quantity in parts.quantities
        if quantity.role == "other"
        for index in range(quantity.bound, quantity.unit_end)
    }
    in_relative = False
    index = start
    while index < stop:
        if index in others:
            index += 1
            continue
        in_relative = in_relative or (
            index > start and opens_relative(text, index)
        )
        if _ends_phrase(parts, index, start, in_relative=in_relative):
            return index
        if takes_object and index > start and not in_relative:
            if _begins_next_noun(text, index) or text.words.has(
                "subject.verb_prepositions", text.lows[index]
            ):
                return index
        index += 1
    return index


def _begins_next_noun(text: MarkedText, index: int) -> bool:
    """``krijgen inwoners antwoord``, ``heeft elke inwoner toegang``: a noun behind a whole one."""
    if text.language != "nl" or not text.is_word(index):
        return False
    before, low = text.lows[index - 1], text.lows[index]
    if text.text[text.tokens[index].start].isupper():
        return False
    words = text.words
    is_joined = (
        words.has("subject.prepositions", low)
        or words.has("subject.and", low)
        or words.has("subject.relative", low)
        or words.has("subject.prepositions", before)
        or words.has("subject.and", before)
        or words.has("subject.article", before)
        or not text.is_word(index - 1)
    )
    is_plural = (
        before.endswith(("en", "s"))
        and len(before) > len("reeks")
        and not low.endswith(("en", "s"))
    )
    is_single = text.phrase_start(index - 1, "universal.100") is not None
    is_whole = is_plural or (is_single and not before.endswith("e"))
    return not is_joined and is_whole


def _ends_phrase(
    parts: SentenceParts, index: int, start: int, *, in_relative: bool
) -> bool:
    text = parts.text
    low = text.lows[index]
    if text.claims[index]:
        return not _is_part_of_name(parts, index)
    if low in ("(", "["):
        return not _is_short_bracket(text, index)
    if low == ",":
        return not _goes_on_as_list(text, index) and not in_relative
    if text.ends_clause(index) and low not in (")", "]"):
        return True
    if index == start or in_relative:
        return False
    return _is_outside(text, index)


def _is_outside(text: MarkedText, index: int) -> bool:
    """A word that no group has: an adverb, a verb, or the article of the next noun."""
    low = text.lows[index]
    words = text.words
    before = text.low_at(index - 1)
    if words.has("subject.end", low) or words.has("verbs.finite", low):
        return True
    if text.names_at(index, "direction").keys() & {"improve", "stable"}:
        return True
    if low == "te" or _is_inner_participle(text, index):
        return True
    if (
        words.has("universal.not_after", low)
        and low != "van"
        and (text.phrase_end(index + 1, "universal.100") is not None)
    ):
        return True
    if words.has("subject.pronoun", low) and low not in ("het", "die", "dat"):
        return True
    if text.phrase_end(index, "direction.up") is not None and not (
        words.has("subject.prepositions", before)
    ):
        return True
    if text.phrase_end(index, "direction.down") is not None:
        return True
    if text.phrase_end(index, "state.done") is not None:
        return not words.has("subject.prepositions", before)
    is_article = words.has("subject.article", low)
    return is_article and not (
        words.has("subject.prepositions", before)
        or words.has("subject.and", before)
        or before in ("tussen", ",", "(")
    )


def _is_inner_participle(text: MarkedText, index: int) -> bool:
    """``huisbezoeken afgelegd bij``: a participle between a noun and a preposition."""
    low = text.lows[index]
    if text.language != "nl" or len(low) < len("gezegd"):
        return False
    if "ge" not in low[:6] and not low.startswith(("be", "ver", "ont")):
        return False
    behind, before = text.low_at(index + 1), text.low_at(index - 1)
    words = text.words
    is_light = words.has("subject.prepositions", before) or words.has(
        "subject.article", before
    )
    return (
        low.endswith(("d", "t"))
        and not low.endswith(("heid", "teit"))
        and not is_light
        and (
            behind in ("", ".", ",")
            or words.has("subject.prepositions", behind)
        )
        and not low.startswith(_NOUNS_LIKE_PARTICIPLES)
    )


def _is_part_of_name(parts: SentenceParts, index: int) -> bool:
    """A year in a name, or a number that bounds the group."""
    return any(
        time.role == "name" and time.core <= index < time.end
        for time in parts.times
    ) or (
        parts.text.claims[index] == QUANTITY
        and any(
            quantity.role == "other" and quantity.first <= index < quantity.end
            for quantity in parts.quantities
        )
    )


def _is_short_bracket(text: MarkedText, index: int) -> bool:
    for end in range(index + 1, min(index + 2 + _SHORT_BRACKET, len(text))):
        if text.claims[end]:
            return False
        if text.lows[end] in (")", "]"):
            return True
    return False


def _goes_on_as_list(text: MarkedText, index: int) -> bool:
    """``ouders, omgeving en professionals``: behind the comma comes the rest of a list."""
    for place in range(index + 1, min(index + _LIST_REACH, len(text))):
        low = text.lows[place]
        if text.claims[place] == TIME or text.words.has("verbs.finite", low):
            return False
        if place == index + 1 and text.words.has("subject.relative", low):
            return False
        if text.words.has("subject.and", low):
            return True
    return False


def _is_last_participle(
    text: MarkedText, index: int, frame: SentenceFrame
) -> bool:
    """The participle that ends a clause with its verb before it: ``worden … gehaald``."""
    low = text.lows[index]
    is_behind = frame.verb is not None and frame.verb < index
    looks_so = low.startswith("ge") and low.endswith(("d", "t", "en"))
    return (
        is_behind and looks_so and not low.startswith(_NOUNS_LIKE_PARTICIPLES)
    )


def _is_trailing(text: MarkedText, index: int) -> bool:
    low = text.lows[index]
    if low in (")", "]"):
        return False
    return (
        not text.is_word(index)
        and not text.is_number(index)
        or text.words.has("subject.prepositions", low)
        or text.words.has("subject.article", low)
        or text.words.has("subject.and", low)
        or text.words.has("subject.end", low)
        or text.words.has("subject.trailing", low)
    )
