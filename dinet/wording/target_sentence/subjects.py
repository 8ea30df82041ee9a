"""Who or what a target measures: the grammar around its numbers and verb says where that begins."""

from collections.abc import Callable

from dinet.wording.target_sentence.clauses import SentenceFrame
from dinet.wording.target_sentence.noun_phrases import noun_phrase
from dinet.wording.target_sentence.quantities import Quantity
from dinet.wording.target_sentence.result import TextSpan
from dinet.wording.target_sentence.roles import SentenceParts
from dinet.wording.target_sentence.target_text import TargetText
from dinet.wording.target_sentence.times import TIME

_NEAR_TIME = 4
"""In tokens: between a preposition and its time, "in het schooljaar 2025-2026"."""
_NEAR_INFINITIVE = 3
"""In tokens from the beginning: "het tijdig afhandelen van"."""
_LONGEST_HEADING = 5
"""In tokens before a colon, the colon among them: "Zorg en welzijn jeugd:"."""
_OWN_UNITS = ("%", "pp", "euro", "rapportcijfer", "")
"""They count no noun."""
_OPENING_SIGNS = frozenset(",-•–:*")
_PREPOSITIONS, _ARTICLE = "subject.prepositions", "subject.article"
_MOVES = tuple(
    f"direction.{name}" for name in ("up", "down", "improve", "stable")
)
"""The lists of words that say which way a thing moves."""
_SMALL = (
    _PREPOSITIONS,
    _ARTICLE,
    "subject.end",
    "subject.and",
    "verbs.finite",
    "baseline.compared",
)
"""Lists of words that begin no noun."""

_MEASURES = ("subject.measure", "units.counts", "units.shares")
"""The lists of words for a measure, behind which stands what is measured."""


def find_subject(parts: SentenceParts) -> TextSpan | None:
    """The subject of the sentence with the value, or else of the first that has one.

    Clauses about the past are asked last.
    """
    frames = [frame for frame in parts.frames if not frame.is_past]
    # what has a value is the target; the sentence before it may be its heading
    frames.sort(key=lambda frame: not _targets_in(parts, frame))
    # "waar nog 31 gezinnen …, is dat aantal 5": the clause that looks back names them
    backgrounds = [frame for frame in parts.frames if frame.is_past]
    for frame in (*frames, *backgrounds):
        subject = _subject_of_frame(parts, frame)
        if subject:
            return subject
    return None


def _subject_of_frame(
    parts: SentenceParts, frame: SentenceFrame
) -> TextSpan | None:
    named = _find_everyone(parts, frame)
    if named:
        return named
    for find_start in _WAYS:
        start = find_start(parts, frame)
        subject = (
            noun_phrase(parts, start, frame) if start is not None else None
        )
        if subject:
            return subject
    return None


def _targets_in(parts: SentenceParts, frame: SentenceFrame) -> list[Quantity]:
    return [
        quantity
        for quantity in parts.quantities
        if quantity.role == "target"
        and frame.first <= quantity.first < frame.end
    ]


def _find_everyone(
    parts: SentenceParts, frame: SentenceFrame
) -> TextSpan | None:
    """``iedereen`` is the group and stands for no noun behind it."""
    text = parts.text
    for quantity in _targets_in(parts, frame):
        is_whole = quantity.form == "universal"
        if is_whole and text.word_in(quantity.first, "subject.generic"):
            return text.span(quantity.first, quantity.end)
    return None


def _judged_thing(parts: SentenceParts, frame: SentenceFrame) -> int | None:
    """``inwoners waarderen de dienstverlening met een 8``: what gets the mark."""
    text, verb = parts.text, frame.verb
    marks = [
        quantity
        for quantity in _targets_in(parts, frame)
        if quantity.unit == "rapportcijfer"
    ]
    if verb is None or not marks:
        return None
    for quantity in marks:
        if text.word_in(quantity.unit_end, "subject.measured_for"):
            return quantity.unit_end + 1
    if not text.word_in(verb, "subject.judging"):
        return None
    if frame.opens_with_time:
        return _second_phrase(parts, verb, frame)
    return verb + 1


# --- around a share or step ----------------------------------------------------------


def _behind_share(parts: SentenceParts, frame: SentenceFrame) -> int | None:
    """``85% van de jongeren``, ``alle scholen``, ``één op de vijf inwoners``."""
    text = parts.text
    targets = _targets_in(parts, frame)
    for quantity in targets:
        if quantity.form == "universal" and quantity is not targets[0]:
            continue  # "is gehalveerd en elke dakloze heeft een traject"
        if _counts_noun(quantity) and not _is_placed(text, quantity):
            return None
        if quantity.unit != "%":
            continue
        placed = _behind_placed_share(text, quantity, frame)
        if placed is not None:
            return placed
        if quantity.kind == "level":
            start = _group_of_share(text, quantity, frame)
        else:
            start = _group_of_step(text, quantity)
        if start is not None:
            return start
    return None


def _behind_placed_share(
    text: TargetText, quantity: Quantity, frame: SentenceFrame
) -> int | None:
    """``bij 85% van de meldingen is de ambulance op tijd``: the share says where or when."""
    verb = frame.verb
    if verb is None or verb < quantity.first or not _is_placed(text, quantity):
        return None
    return verb + 1 if _opens_phrase(text, verb + 1) else None


def _group_of_share(
    text: TargetText, quantity: Quantity, frame: SentenceFrame
) -> int | None:
    if _has_own_subject(text, quantity, frame):
        return None
    place = _behind_bracket(text, quantity.unit_end)
    of = text.phrase_end(place, "subject.of")
    if of is not None:
        if text.word_in(of, "subject.not_group"):
            return None
        return _behind_count_noun(text, of)
    if quantity.form in ("universal", "share"):
        return place if text.is_word(place) else None
    is_first = quantity.bound in (frame.first, _behind_opening(text, frame))
    if not is_first and text.low_at(quantity.bound - 1) != ":":
        return None
    return place if _names_counted(text, place) else None


def _behind_bracket(text: TargetText, index: int) -> int:
    """``75% (2023: 69%) van de ondernemers``: behind what stands in brackets there."""
    if text.low_at(index) not in ("(", "["):
        return index
    end = index
    while end < text.count and text.depths[end]:
        end += 1
    return end


def _names_counted(text: TargetText, index: int) -> bool:
    """``max. 1,7% nieuwe voortijdig schoolverlaters``: a noun right behind the share."""
    if not text.is_free_word(index) or text.word_in(index, *_SMALL):
        return False
    is_result = text.begins(
        index, "state.done", "row.measured", "row.planned", "time.before"
    ) or bool(text.names_at(index, "direction"))
    # a verb that no list knows: "80% wandelt"
    is_verb = text.lows[index].endswith(text.words.lists["verbs.endings"])
    is_soft = is_verb or text.word_in(index, "vague.quality")
    return not is_result and not is_soft


def _group_of_step(text: TargetText, quantity: Quantity) -> int | None:
    """``15% minder verkeersslachtoffers``: the noun behind the word of the step."""
    place = quantity.unit_end
    if quantity.form == "multiplier":
        behind = quantity.end
    elif text.phrase_end(place, "direction.step_behind") == place + 1:
        behind = place + 1
    else:
        return _moved_by(text, quantity)
    if text.word_in(behind, "subject.spent_on"):
        return behind + 1
    is_noun = text.is_free_word(behind) and not text.word_in(behind, *_SMALL)
    return behind if is_noun else None


def _moved_by(text: TargetText, quantity: Quantity) -> int | None:
    """``een reductie van 30% van het grondstoffengebruik``: behind the step and its share."""
    if not text.word_in(quantity.bound - 1, "subject.whole_of"):
        return None
    if text.phrase_start(quantity.bound, "direction.step_before") is None:
        return None
    if text.word_in(quantity.unit_end, "subject.spent_on"):
        return quantity.unit_end + 1
    return text.phrase_end(quantity.unit_end, "subject.of")


def _has_own_subject(
    text: TargetText, quantity: Quantity, frame: SentenceFrame
) -> bool:
    """``de onderbesteding is lager dan 3% van de begroting``: the share is of something else."""
    verb = frame.verb
    if _goes_to_share(text, quantity, frame):
        return True
    if verb is None or quantity.first < verb or frame.opens_with_time:
        return False
    return (
        quantity.form == "number"
        and verb != frame.first + 1
        and text.word_in(frame.first, _ARTICLE)
        and not text.word_in(quantity.bound - 1, _PREPOSITIONS)
    )


def _goes_to_share(
    text: TargetText, quantity: Quantity, frame: SentenceFrame
) -> bool:
    """``sociale huur laten groeien naar 28% van de woningen``: a noun opens the sentence."""
    first = frame.first
    return (
        quantity.form == "number"
        and text.phrase_start(quantity.bound, "baseline.to") is not None
        and text.is_free_word(first)
        and not text.word_in(first, *_SMALL, "subject.imperative")
        and not text.names_at(first, "direction")
    )


def _behind_count_noun(text: TargetText, index: int) -> int:
    """``85% van het aantal leerlingen`` is about the pupils."""
    for name in ("units.counts", "units.shares"):
        end = text.phrase_end(index, name)
        if end is not None:
            return _skip_of(text, end)
    return index


def _skip_of(text: TargetText, index: int) -> int:
    end = text.phrase_end(index, "subject.of")
    if end is not None:
        return end
    return index + text.word_in(index, "subject.made_of")


# --- counted nouns -------------------------------------------------------------------


def _behind_count(parts: SentenceParts, frame: SentenceFrame) -> int | None:
    """``het aantal thuiszitters``, ``the share of food waste``."""
    text = parts.text
    if not text.has_any(*_MEASURES):  # as in most texts
        return None
    for index in range(frame.first, frame.end):
        if text.claims[index] or text.depths[index]:
            continue
        start = _behind_measure(text, index)
        if start is not None and start < frame.end and start != frame.verb:
            return start
    return None


def _behind_measure(text: TargetText, index: int) -> int | None:
    """Behind ``aantal``, ``percentage`` and their like; in English only with ``of``."""
    for name in _MEASURES:
        end = text.phrase_end(index, name)
        if end is None:
            continue
        start = _skip_of(text, end)
        begins = text.is_word(start) or text.is_number(start)
        is_bound = start > end or text.words.has_rule("counts_without_of")
        is_time = text.begins(start, "time.before") and (
            _is_before_time(text, start)
        )
        if is_time:  # "is dat aantal eind 2026 …"
            return None
        if is_bound and (begins or text.low_at(start) == "("):
            return start
    return None


def _counted_thing(parts: SentenceParts, frame: SentenceFrame) -> int | None:
    """``120 jongeren``: the noun that is counted, and not the place where."""
    text = parts.text
    placed = None
    for quantity in _targets_in(parts, frame):
        start = _thing_of_quantity(text, quantity, frame)
        if start is None:
            continue
        if not _is_placed(text, quantity):
            return start
        placed = start if placed is None else placed
    if placed is None:
        return None
    return _own_object(text, placed, frame) or placed


def _is_means(
    text: TargetText, quantity: Quantity, frame: SentenceFrame
) -> bool:
    """``… verminderen door het schrappen van 10 regels``: what is counted is a means."""
    if not text.has_any("subject.means"):  # as in most texts
        return False
    for index in range(quantity.first - 1, frame.first, -1):
        if text.ends_clause(index):
            return False
        if text.begins(index, "subject.means"):
            return True
    return False


def _thing_of_quantity(
    text: TargetText, quantity: Quantity, frame: SentenceFrame
) -> int | None:
    if _is_means(text, quantity, frame):
        return None
    if quantity.unit.startswith("euro"):
        return _spent_on(text, quantity, frame)
    if not _counts_noun(quantity) or quantity.unit_end == quantity.end:
        return None
    if text.begins(quantity.end, "units.physical"):
        return _measured_stuff(text, quantity)
    if text.begins(quantity.end, "units.points"):
        return None
    return None if _moves_to(text, quantity, frame) else quantity.end


def _moves_to(
    text: TargetText, quantity: Quantity, frame: SentenceFrame
) -> bool:
    """``de overlast daalt naar 400 meldingen``; but ``we groeien naar 400 plekken``."""
    if frame.verb is None or text.word_in(frame.verb - 1, "subject.acting"):
        return False
    return text.phrase_start(quantity.bound, "baseline.to") is not None


def _counts_noun(quantity: Quantity) -> bool:
    is_own = quantity.unit.split(" ")[0] in _OWN_UNITS
    return quantity.form == "number" and not is_own


def _is_placed(text: TargetText, quantity: Quantity) -> bool:
    return text.word_in(quantity.bound - 1, "subject.places")


def _spent_on(
    text: TargetText, quantity: Quantity, frame: SentenceFrame
) -> int | None:
    """``bespaart € 1,5 miljoen op de jeugdhulp``."""
    if not any(
        text.begins(index, "subject.spending")
        for index in range(frame.first, frame.end)
    ):
        return None
    for index in range(quantity.unit_end, frame.end - 1):
        is_on = text.word_in(index, "subject.spent_on")
        if is_on and not _is_before_time(text, index):
            moved = _moved_thing(text, index + 1)
            return index + 1 if moved is None else moved
    return None


def _measured_stuff(text: TargetText, quantity: Quantity) -> int | None:
    """``3,5 TWh duurzame elektriciteit``, ``50 hectares of new woodland``."""
    place = quantity.unit_end
    place += text.word_in(place, "subject.made_of")
    if not text.is_free_word(place) or text.word_in(place, *_SMALL):
        return None
    is_result = text.begins(place, "state.done") or text.names_at(
        place, "direction"
    )
    return None if is_result else place


def _own_object(
    text: TargetText, index: int, frame: SentenceFrame
) -> int | None:
    """``in drie wijken een cultureel aanbod``: what is made at those places."""
    for place in range(index, frame.end - 1):
        if _opens_phrase(text, place):
            return place
    return None


def _opens_phrase(text: TargetText, index: int) -> bool:
    """An article that no preposition binds."""
    return text.word_in(index, _ARTICLE) and not text.word_in(
        index - 1, _PREPOSITIONS
    )


def _negated_thing(parts: SentenceParts, frame: SentenceFrame) -> int | None:
    """``heeft de gemeente geen kapvergunningen meer``: what there is none of any more."""
    text = parts.text
    for index in range(frame.first, frame.end - 1):
        if not text.word_in(index, "subject.none") or text.depths[index]:
            continue
        for place in range(index + 2, frame.end):
            # "geen inwoner meer dan 500 meter": that is a comparator
            is_last = not text.begins(place, "comparator.gt")
            if is_last and text.word_in(place, "subject.no_longer"):
                return index + 1
    return None


# --- what is made or changed ------------------------------------------------------------


def _object_start(parts: SentenceParts, frame: SentenceFrame) -> int | None:
    """Behind ``we verlagen``, ``reduce``, or a verb of making."""
    imperative = _imperative_at(parts, frame)
    if imperative is not None:
        return _skip_small(parts, imperative + 1, frame)
    verb = frame.verb
    if verb is None:
        return None
    text = parts.text
    if text.word_in(verb - 1, "subject.acting") or text.word_in(
        verb + 1, "subject.acting"
    ):
        behind = verb + 1 + text.word_in(verb, "subject.modal")
        return _object_of_actor(parts, behind, frame)
    if _makes_something(text, verb + 1):
        verb += not text.words.has_rule("verb_second")
    elif not _makes_something(text, verb) or _ends_phrase(text, verb, frame):
        return None
    if frame.opens_with_time:
        return _second_phrase(parts, verb + 1, frame)
    return _skip_small(parts, verb + 1, frame)


def _ends_phrase(text: TargetText, verb: int, frame: SentenceFrame) -> bool:
    """``Communicatieplan opstellen met de scholen``: what is made stands before an infinitive."""
    is_infinitive = text.lows[verb].endswith(
        text.words.lists["spelling.infinitive"]
    )
    before = range(frame.first, verb)
    has_noun = len(before) == 1 and text.is_free_word(frame.first)
    return (
        is_infinitive
        and has_noun
        and text.word_in(verb + 1, _PREPOSITIONS)
        and text.text[text.tokens[frame.first].start].isupper()
        and not text.word_in(frame.first, *_SMALL)
        and not text.lows[frame.first].endswith(
            text.words.lists["spelling.plural"]
        )
    )


def _behind_that(parts: SentenceParts, frame: SentenceFrame) -> int | None:
    """``afgesproken is dat de wachttijden …``, ``we want that …``."""
    for index in range(frame.first + 1, frame.end - 1):
        if parts.text.word_in(index, "subject.that") and (
            parts.text.word_in(index - 1, "subject.aiming_before_that")
        ):
            return _skip_small(parts, index + 1, frame)
    return None


def _object_of_actor(
    parts: SentenceParts, start: int, frame: SentenceFrame
) -> int | None:
    """``wij werken aan een gezonde leefomgeving``: behind the preposition of the verb."""
    place = _skip_small(parts, start, frame)
    while (
        place is not None
        and place + 1 < frame.end
        and parts.text.word_in(place, _PREPOSITIONS)
    ):
        place += 1
    return place


def _makes_something(text: TargetText, index: int) -> bool:
    """A verb of making; in English also one that moves what stands behind it: ``will cut``."""
    if text.begins(index, "state.making"):
        return True
    return text.word_in(index - 1, "subject.modal") and text.begins(
        index, "direction.down", "direction.up", "direction.improve"
    )


def _imperative_at(parts: SentenceParts, frame: SentenceFrame) -> int | None:
    """The verb of a sentence without a subject: ``by 2030, reduce``, ``vergroten van``."""
    text = parts.text
    index = _behind_opening(text, frame)
    while text.begins(index, "vague.intensifier"):
        index += 1
    if not text.word_in(index, "subject.imperative"):
        return None
    if text.words.has_rule("verb_second") and frame.verb is not None:
        return None
    return index


def _behind_opening(text: TargetText, frame: SentenceFrame) -> int:
    """The first token behind the times, signs and label that open a sentence."""
    index = frame.first
    if text.word_in(index, "subject.label") and text.low_at(index + 1) == ":":
        index += 2
    while index < frame.end and _is_opening(text, index):
        index += 1
    return _behind_heading(text, index, frame)


def _behind_heading(text: TargetText, first: int, frame: SentenceFrame) -> int:
    """``Schuldhulp: de wachttijd is …``: behind a heading that another noun follows."""
    for index in range(first, min(first + _LONGEST_HEADING, frame.end - 1)):
        if text.lows[index] == ":":
            has_article = text.word_in(index + 1, _ARTICLE)
            behind = index + 1 + has_article
            is_noun = has_article and _names_counted(text, behind)
            return behind if is_noun else first
        if not text.is_free_word(index):
            break
    return first


def _is_opening(text: TargetText, index: int) -> bool:
    if text.claims[index] == TIME or text.lows[index] in _OPENING_SIGNS:
        return True
    return text.word_in(index, _PREPOSITIONS) and _is_before_time(text, index)


def _second_phrase(
    parts: SentenceParts, start: int, frame: SentenceFrame
) -> int | None:
    """Behind the one who acts: ``In 2025 stelt de gemeente een plan op``."""
    for index in range(start + 1, frame.end):
        if _opens_phrase(parts.text, index):
            return index
    return None


def _skip_small(
    parts: SentenceParts, start: int, frame: SentenceFrame
) -> int | None:
    """The first token that may begin a noun phrase: no pronoun, adverb, time or place."""
    text = parts.text
    index = start
    while index < frame.end:
        vague = text.phrase_end(index, "vague.possible")
        vague = vague or text.phrase_end(index, "vague.time")
        if vague is not None:
            index = vague
        elif _is_small(text, index):
            index += 1
        else:
            return index
    return None


def _is_small(text: TargetText, index: int) -> bool:
    if text.claims[index] == TIME or text.lows[index] == ",":
        return True
    if text.word_in(
        index,
        "subject.pronoun",
        "subject.end",
        "subject.and",
        "subject.infinitive_mark",
        "verbs.finite",
    ):
        return True
    return text.word_in(index, _PREPOSITIONS) and _is_before_time(text, index)


def _is_before_time(text: TargetText, index: int) -> bool:
    return TIME in text.claims[index + 1 : index + _NEAR_TIME]


# --- before or behind the verb ------------------------------------------------------------


def _front_start(parts: SentenceParts, frame: SentenceFrame) -> int | None:
    """The words before the main verb."""
    if frame.opens_with_time:
        return None
    text = parts.text
    start = _behind_opening(text, frame)
    start += text.low_at(start) == "%"
    moved = _moved_thing(text, start) or _handled_thing(text, start)
    if moved is not None:
        return moved
    of = text.phrase_end(start, "subject.of")
    units = [quantity.unit for quantity in _targets_in(parts, frame)]
    if of is not None and "%" in units:
        return of  # "van de statushouders is 60% …"
    if text.begins(start, _PREPOSITIONS):
        return _behind_verb(parts, frame) or start
    return start


def _moved_thing(text: TargetText, start: int) -> int | None:
    """``reductie van het gasverbruik``: behind a word of direction as a noun."""
    start += text.word_in(start, _ARTICLE)
    ends = [text.phrase_end(start, name) or -1 for name in _MOVES]
    return text.phrase_end(max(ends), "subject.of")


def _handled_thing(text: TargetText, start: int) -> int | None:
    """``tijdig afhandelen van bezwaren``: behind an infinitive that opens the sentence."""
    for index in range(start, start + _NEAR_INFINITIVE):
        is_infinitive = text.low_at(index).endswith(
            text.words.lists["spelling.infinitive"]
        ) and text.word_in(index, "verbs.finite", "subject.imperative")
        if is_infinitive:
            behind = text.phrase_end(index + 1, "subject.of")
            # "kosten dalen van € 853": no thing but a number stands behind it
            is_number = behind is not None and text.claims[behind : behind + 1]
            return None if is_number and any(is_number) else behind
    return None


def _behind_verb(parts: SentenceParts, frame: SentenceFrame) -> int | None:
    start = frame.first if frame.verb is None else frame.verb + 1
    return _skip_small(parts, start, frame)


_WAYS: tuple[Callable[[SentenceParts, SentenceFrame], int | None], ...] = (
    _judged_thing,
    _behind_share,
    _behind_count,
    _negated_thing,
    _counted_thing,
    _behind_that,
    _object_start,
    _front_start,
    _behind_verb,
)
"""Where a subject may begin, the surest first."""
