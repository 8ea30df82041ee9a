"""The words of a group or thing: from a token that may begin them to where they end."""

from functools import lru_cache

from dinet.wording.target_sentence.clauses import (
    SentenceFrame,
    opens_relative,
)
from dinet.wording.target_sentence.language_words import LanguageWords
from dinet.wording.target_sentence.quantities import QUANTITY
from dinet.wording.target_sentence.result import TextSpan
from dinet.wording.target_sentence.roles import SentenceParts
from dinet.wording.target_sentence.target_text import TargetText
from dinet.wording.target_sentence.times import TIME

_SHORT_BRACKET = 3
"""In tokens: "(jong) volwassen", "JeugdEducatieFonds (JEF)"."""
_LONGEST_DEFINITION = 9
"""In tokens, the brackets among them: "(langer dan drie maanden)"."""
_LIST_REACH = 9
"""In tokens: a comma within "ouders, omgeving en professionals"."""
_MARKER_BEFORE, _MARKER_BEHIND = 6, 3
"""In tokens, around the brackets of "(nader te bepalen groep)"."""
_SHORTEST_PLURAL = 6
"""In letters: shorter words in -en and -s are mostly no plurals."""
_SHORTEST_PARTICIPLE = 6
"""In letters: "gezegd"."""
_PREFIX_REACH = 6
"""In letters: of "samengesteld" the syllable "ge" begins within so many."""
_WORDS_REMEMBERED = 16384
"""Words: of each is found once whether its letters are those of a participle."""
_PREPOSITIONS, _AND = "subject.prepositions", "subject.and"
_ARTICLE, _FINITE = "subject.article", "verbs.finite"
_OUTER_WORDS = frozenset(
    {
        "subject.end",
        _FINITE,
        "subject.infinitive_mark",
        "universal.not_after",
        "subject.pronoun",
        _ARTICLE,
    }
)
"""The lists of words of which some stand in no group."""
_OUTER_PHRASES = frozenset(
    {
        "time.before",
        "direction.improve",
        "direction.stable",
        "direction.down",
        "direction.up",
        "state.done",
    }
)
"""The lists of phrases of which some stand in no group."""


def noun_phrase(
    parts: SentenceParts, begin: int, frame: SentenceFrame
) -> TextSpan | None:
    """The shortest words for a group, without its article and what only says how it should be.

    Args:
        parts: Of the text.
        begin: The token from which it is looked for.
        frame: The sentence.

    Returns:
        None when no word is left, or only a label such as ``Indicator``.
    """
    text = parts.text
    start = _trim_front(parts, begin, frame)
    if frame.verb is not None and begin < frame.verb <= start:
        return None
    end = _trim_end(text, start, _phrase_end(parts, start, frame), frame)
    if end <= start:
        return None
    is_single = end == start + 1
    if is_single and len(parts.frames) > 1 and _is_label(text, start):
        return None
    if is_single and text.begins(start, "units.counts"):
        return None  # "dat aantal"
    return text.span(start, end)


def _is_label(text: TargetText, index: int) -> bool:
    return text.word_in(
        index,
        "subject.label",
        "row.measured",
        "row.planned",
        "row.told",
        "row.measured_letters",
        "row.planned_letters",
    )


# --- the front ------------------------------------------------------------------------


def _trim_front(parts: SentenceParts, start: int, frame: SentenceFrame) -> int:
    text = parts.text
    has_value = any(
        quantity.role == "target" and frame.first <= quantity.first < frame.end
        for quantity in parts.quantities
    )
    while start < frame.end - 1:
        settled = text.phrase_end(start, "vague.settle")
        if settled is not None and not text.claims[start]:
            start = settled
            continue
        is_quality = not has_value and _is_bare_quality(text, start)
        if not is_quality and not _is_light(text, start):
            return start
        start += 1
    return start


def _is_light(text: TargetText, index: int) -> bool:
    """An article, an adverb, or the brackets of ``(nader te bepalen groep)``."""
    if text.low_at(index) == "(" and text.low_at(index + 2) == ")":
        return False  # "(jong) volwassenen"
    if text.word_in(index, _ARTICLE, "subject.front"):
        return True
    near = range(index - _MARKER_BEFORE, index + _MARKER_BEHIND)
    markers = text.places_of("vague.settle")
    is_marker = any(place in near for place in markers)
    return is_marker and text.word_in(index, "subject.marker_words")


def _is_bare_quality(text: TargetText, index: int) -> bool:
    """``gezonde en veilige leefomgeving``: the qualities are the result, not the group."""
    if not text.word_in(index, "vague.quality"):
        return text.word_in(index, _AND) and text.word_in(
            index + 1, "vague.quality"
        )
    # "duurzaam opgewekte energie": an adverb belongs to its adjective
    adjectives = text.words.lists["spelling.adjective"]
    is_adverb = not text.lows[index].endswith(adjectives) and (
        text.low_at(index + 1).endswith(adjectives)
    )
    return text.is_word(index + 1) and not is_adverb


# --- the end --------------------------------------------------------------------------


def _phrase_end(parts: SentenceParts, start: int, frame: SentenceFrame) -> int:
    text = parts.text
    stop = _latest_end(parts, start, frame)
    takes_object = _takes_object(text, start, frame)
    bounds = _bounding_tokens(parts)
    has_relative = text.has_word("subject.relative")
    in_relative = False
    for index in range(start, stop):
        if index in bounds:
            continue
        if has_relative and index > start:
            in_relative |= opens_relative(text, index)
        if _ends_phrase(parts, index, start, in_relative=in_relative):
            return index
        may_follow = takes_object and index > start and not in_relative
        if may_follow and _begins_next_part(text, index):
            return index
    return stop


def _bounding_tokens(parts: SentenceParts) -> set[int]:
    """The tokens of numbers that bound a group: "jongeren tot 18 jaar"."""
    tokens: set[int] = set()
    for quantity in parts.quantities:
        if quantity.role == "other":
            tokens |= set(range(quantity.bound, quantity.unit_end))
            tokens |= _bracket_around(parts.text, quantity.bound)
    return tokens


def _bracket_around(text: TargetText, index: int) -> set[int]:
    """``jeugd (4-18 jr.) die``: the brackets belong to the group as the number in them does."""
    if not text.depths[index]:
        return set()
    first = end = index
    while first and text.depths[first - 1]:
        first -= 1
    while end < text.count and text.depths[end]:
        end += 1
    is_short = end - first <= _LONGEST_DEFINITION
    return set(range(first, end)) if is_short else set()


def _latest_end(parts: SentenceParts, start: int, frame: SentenceFrame) -> int:
    """The verb behind the group, or a yardstick in it; else the end of the sentence.

    A number whose unit goes on in the next sentence may let the group begin behind this one.
    """
    ends = [frame.end]
    if frame.verb is not None:
        ends.append(frame.verb)
    ends += [yardstick.first for yardstick in parts.yardsticks]
    return min((end for end in ends if start < end), default=frame.end)


def _takes_object(text: TargetText, start: int, frame: SentenceFrame) -> bool:
    """The group stands behind its verb, and another noun may follow: ``krijgen inwoners hulp``."""
    verb = frame.verb
    if verb is None or verb >= start or not frame.opens_with_time:
        return False
    return not text.word_in(verb, "subject.no_object")


def _begins_next_part(text: TargetText, index: int) -> bool:
    """``beschikt iedere kern over``, ``krijgen inwoners antwoord``."""
    if text.word_in(index, "subject.verb_prepositions"):
        return True
    if not text.words.has_rule("verb_second") or not text.is_word(index):
        return False
    if text.text[text.tokens[index].start].isupper():
        return False
    is_joined = text.word_in(
        index, _PREPOSITIONS, _AND, "subject.relative"
    ) or text.word_in(index - 1, _PREPOSITIONS, _AND, _ARTICLE)
    return not is_joined and _is_whole_noun(text, index - 1)


def _is_whole_noun(text: TargetText, index: int) -> bool:
    """A plural, or the noun of ``elke inwoner``: what follows it begins something else."""
    if not text.is_word(index):
        return False
    low, behind = text.lows[index], text.low_at(index + 1)
    plural = text.words.lists["spelling.plural"]
    adjective = text.words.lists["spelling.adjective"]
    is_plural = low.endswith(plural) and len(low) >= _SHORTEST_PLURAL
    is_single = text.phrase_start(index, "universal.100") is not None
    return (is_plural and not behind.endswith(plural)) or (
        is_single and not low.endswith(adjective)
    )


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


def _is_outside(text: TargetText, index: int) -> bool:
    """A word that no group has: an adverb, a verb, or the article of the next noun."""
    may_be_outside = text.begins_any(index, _OUTER_PHRASES) or _may_be_outside(
        text.lows[index], text.words
    )
    if not may_be_outside:  # as nearly all nouns
        return False
    if text.claims[index + 1 : index + 2] == [TIME] and (
        text.begins(index, "time.before")
    ):
        return True
    return (
        text.word_in(index, "subject.end", _FINITE, "subject.infinitive_mark")
        or _is_inner_participle(text, index)
        or _opens_place(text, index)
        or _says_result(text, index)
        or _opens_other_noun(text, index)
    )


@lru_cache(_WORDS_REMEMBERED)
def _may_be_outside(low: str, words: LanguageWords) -> bool:
    """As far as the lists that have a word and its letters tell."""
    if not words.lists_with(low).isdisjoint(_OUTER_WORDS):
        return True
    return _looks_like_participle(low, words)


def _opens_place(text: TargetText, index: int) -> bool:
    """``in alle wijken`` says where; ``van alle wijken`` belongs to the group."""
    return (
        text.word_in(index, "universal.not_after")
        and not text.word_in(index, "subject.whole_of")
        and text.begins(index + 1, "universal.100")
    )


def _says_result(text: TargetText, index: int) -> bool:
    """A word of direction or end state, unless a preposition makes it part of the group."""
    if text.begins(
        index, "direction.improve", "direction.stable", "direction.down"
    ):
        return True
    is_result = text.begins(index, "direction.up", "state.done")
    return is_result and not text.word_in(index - 1, _PREPOSITIONS)


def _opens_other_noun(text: TargetText, index: int) -> bool:
    """A pronoun, or an article that no preposition binds to the group."""
    if text.word_in(index, "subject.pronoun") and not text.word_in(
        index, "subject.pronoun_articles"
    ):
        return True
    if not text.word_in(index, _ARTICLE):
        return False
    is_bound = text.word_in(
        index - 1, _PREPOSITIONS, _AND, "subject.before_article"
    )
    return not is_bound and text.low_at(index - 1) not in (",", "(")


@lru_cache(_WORDS_REMEMBERED)
def _looks_like_participle(low: str, words: LanguageWords) -> bool:
    """As far as its letters tell: ``gehaald``, ``afgelegd``, ``bestemd``."""
    lists = words.lists
    if len(low) < _SHORTEST_PARTICIPLE:
        return False
    if low.endswith(lists["spelling.noun_endings"]):
        return False
    if low.startswith(lists["spelling.noun_beginnings"]):
        return False
    return low.startswith(lists["spelling.participle_beginnings"]) or any(
        syllable in low[:_PREFIX_REACH]
        for syllable in lists["spelling.participle_syllables"]
    )


def _begins_as_participle(text: TargetText, index: int) -> bool:
    """``gehaald``, and not ``afgelegd``."""
    low, lists = text.lows[index], text.words.lists
    return (
        low.startswith(lists["spelling.participle_syllables"])
        and low.endswith(lists["spelling.participle_endings"])
        and _looks_like_participle(low, text.words)
    )


def _is_inner_participle(text: TargetText, index: int) -> bool:
    """``huisbezoeken afgelegd bij``: a participle between a noun and a preposition."""
    if not _looks_like_participle(text.lows[index], text.words):
        return False
    endings = text.words.lists["spelling.participle_weak_endings"]
    if not text.lows[index].endswith(endings):
        return False
    if text.word_in(index - 1, _PREPOSITIONS, _ARTICLE):
        return False
    ends = text.low_at(index + 1) in ("", ".", ",")
    return ends or text.word_in(index + 1, _PREPOSITIONS)


def _is_part_of_name(parts: SentenceParts, index: int) -> bool:
    """A year in a name, or a number that bounds the group."""
    if any(
        time.role == "name" and time.core <= index < time.end
        for time in parts.times
    ):
        return True
    return parts.text.claims[index] == QUANTITY and any(
        quantity.role == "other" and quantity.first <= index < quantity.end
        for quantity in parts.quantities
    )


def _is_short_bracket(text: TargetText, index: int) -> bool:
    for end in range(index + 1, min(index + 2 + _SHORT_BRACKET, text.count)):
        if text.claims[end]:
            return False
        if text.lows[end] in (")", "]"):
            return True
    return False


def _goes_on_as_list(text: TargetText, index: int) -> bool:
    """``ouders, omgeving en professionals``: behind the comma comes the rest of a list."""
    if text.word_in(index + 1, "subject.relative"):
        return False
    for place in range(index + 1, min(index + _LIST_REACH, text.count)):
        if text.claims[place] == TIME or text.word_in(place, _FINITE):
            return False
        if text.word_in(place, _AND):
            return True
    return False


def _trim_end(
    text: TargetText, start: int, end: int, frame: SentenceFrame
) -> int:
    """Without the prepositions, particles and the participle that end the clause."""
    is_behind = frame.verb is not None and frame.verb < start
    while end > start:
        last = end - 1
        opening = _definition_before(text, end)
        if opening > start:
            end = opening
            continue
        is_participle = (
            is_behind and last > start and _begins_as_participle(text, last)
        )
        if not is_participle and not _is_trailing(text, last):
            return end
        end = last
    return end


def _definition_before(text: TargetText, end: int) -> int:
    """Where brackets with a number begin that end the group; -1 when none do."""
    if text.low_at(end - 1) not in (")", "]"):
        return -1
    first = end - 1
    while first and text.depths[first - 1]:
        first -= 1
    has_number = QUANTITY in text.claims[first:end]
    return first if has_number else -1


def _is_trailing(text: TargetText, index: int) -> bool:
    if text.lows[index] in (")", "]"):
        return False
    if not text.is_word(index) and not text.is_number(index):
        return True
    return text.word_in(
        index,
        _PREPOSITIONS,
        _ARTICLE,
        _AND,
        "subject.end",
        "subject.trailing",
    )
