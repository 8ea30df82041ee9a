"""The clauses of a sentence: its main verb, relative clauses, and what only tells the past."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from dinet.wording.target_sentence.language_words import LanguageWords
from dinet.wording.target_sentence.quantities import QUANTITY
from dinet.wording.target_sentence.target_text import TargetText
from dinet.wording.target_sentence.times import TimeExpression

_SYLLABLE_REACH = 6
"""In letters: of "samengesteld" the syllable "ge" begins within so many."""
_PAST_AND_PRESENT = (
    ("spelling.past_singular", "spelling.third_person"),
    ("spelling.past_plural", "spelling.infinitive"),
)
"""The endings of the past, and those that the same stem has in the present."""
_SHORTEST_PAST = 6
"""In letters: behind a time that opens a Dutch sentence, "sportte" is its verb."""
_WORDS_REMEMBERED = 16384
"""Words: of each is found once whether its letters are those of a participle or of the past."""


@dataclass(frozen=True, slots=True)
class SentenceFrame:
    """How one sentence is built.

    Args:
        first: Its first token.
        end: Behind its last token.
        verb: Its main verb; None when none is known.
        is_past: It only tells the past.
        is_process: It only tells how things are done or measured.
        opens_with_time: A time stands before the verb, so that the subject follows it.
    """

    first: int
    end: int
    verb: int | None
    is_past: bool
    is_process: bool
    opens_with_time: bool


def frame_sentences(
    text: TargetText, times: list[TimeExpression]
) -> list[SentenceFrame]:
    """The frames of all sentences, in order; one without words has none."""
    by_start = {time.first: time for time in times}
    by_start |= {time.core: time for time in times}
    frames = []
    first = 0
    count = text.count
    while first < count:
        end = bisect_right(text.sentences, text.sentences[first], first)
        if any(map(text.is_word, range(first, end))):
            frames += _frames_of_sentence(text, first, end, by_start)
        first = end
    return frames


def _frames_of_sentence(
    text: TargetText,
    first: int,
    end: int,
    times: dict[int, TimeExpression],
) -> list[SentenceFrame]:
    """One frame, or two when the sentence opens with a clause that looks back."""
    verb = _verb_behind_background(text, first, end)
    if verb is None:
        return [_frame_sentence(text, first, end, times)]
    background = SentenceFrame(
        first,
        verb,
        None,
        is_past=True,
        is_process=False,
        opens_with_time=False,
    )
    main = replace(_frame_sentence(text, verb, end, times), verb=verb)
    if main.is_past:  # "waar de norm 60% is, was dat in 2022 51%"
        return [replace(background, is_past=False), main]
    return [background, replace(main, opens_with_time=True)]


def _verb_behind_background(
    text: TargetText, first: int, end: int
) -> int | None:
    """``Hoewel in 2024 slechts 95 ha is ingericht, blijft …``: where the main clause begins.

    The clause has a time or number, unless it concedes something.
    """
    if not text.begins(first, "subject.background", "subject.concession"):
        return None
    for index in range(first + 1, end - 1):
        if text.lows[index] != "," or text.depths[index]:
            continue
        is_verb = text.word_in(index + 1, "verbs.finite", "subject.modal")
        if not is_verb and text.words.has_rule("verb_second"):
            continue
        return index + 1 if _looks_back(text, first, index) else None
    return None


def _looks_back(text: TargetText, first: int, end: int) -> bool:
    """``waar in 2023 nog 31 gezinnen …``; a plan is "nadat de weg in 2026 is verlegd"."""
    if text.begins(first, "subject.concession"):
        return True
    if not any(text.claims[first:end]):
        return False
    return text.holds("subject.background_signs", first, end) or bool(
        past_forms(text, first, end)
    )


def _frame_sentence(
    text: TargetText,
    first: int,
    end: int,
    times: dict[int, TimeExpression],
) -> SentenceFrame:
    compared = text.phrase_end(first, "baseline.compared")
    opening = times.get(first if compared is None else compared)
    verb = None
    if opening is not None and opening.end < end:
        verb = _verb_behind_time(text, opening.end, end)
    is_opened = verb is not None
    if verb is None:
        verb = find_main_verb(text, first, end)
    is_process = text.holds("process.any", first, end) or _tells_status(
        text, first, end, times
    )
    is_past = _tells_past(
        text, verb, end, is_opened=is_opened
    ) or _is_told_as_past(text, first, end, times)
    return SentenceFrame(first, end, verb, is_past, is_process, is_opened)


def _tells_past(
    text: TargetText, verb: int | None, end: int, *, is_opened: bool
) -> bool:
    """The main verb is of the past, and nothing is aimed at behind it."""
    if verb is None or not _is_past_verb(text, verb, is_opened):
        return False
    return not _aims_later(text, verb, end)


def _tells_status(
    text: TargetText,
    first: int,
    end: int,
    times: dict[int, TimeExpression],
) -> bool:
    """``ligt op schema``, ``minder dan begroot``, ``de pilot loopt``: how things stand."""
    if text.holds("process.not_status", first, end):
        return False
    if text.holds("process.status", first, end):
        return True
    if not times.keys().isdisjoint(range(first, end)):
        return False
    last = last_word(text, end)
    return (
        text.holds("process.status_undated", first, end)
        or _counts_out(text, first, end)
        or (last > first and text.word_in(last, "process.running"))
    )


def _counts_out(text: TargetText, first: int, end: int) -> bool:
    """``Van de 48 aanvragen zijn er 41 toegekend``: what became of a known number."""
    of = text.phrase_end(first, "process.out_of")
    if of is None or not text.is_number(of):
        return False
    is_share = text.begins(of + 1, "units.percent")
    perfect = _first_perfect(text, of, end)
    return (
        not is_share
        and perfect is not None
        and _ends_in_participle(text, perfect, end)
    )


def _verb_behind_time(text: TargetText, index: int, end: int) -> int | None:
    """In Dutch the verb is the word behind a time that opens the sentence: ``In 2028 voelt``."""
    if not text.words.has_rule("verb_second"):
        return None
    while index < end and text.lows[index] in ("(", ")"):
        index += 1
    if index >= end or not text.is_word(index):
        return None
    is_noun = text.words.has("subject.article", text.lows[index])
    return None if is_noun or text.claims[index] else index


def find_main_verb(text: TargetText, first: int, end: int) -> int | None:
    """The first finite verb that stands in no brackets and in no relative clause."""
    relative = False
    depth = text.depths[first]
    for index in range(first, end):
        if text.depths[index] > depth or not text.is_word(index):
            continue
        if index > first and opens_relative(text, index):
            relative = True
        elif text.claims[index]:
            continue
        elif _is_behind_pronoun(text, index, first) or _may_be_main_verb(
            text, index, relative=relative
        ):
            return index
    return None


def _may_be_main_verb(text: TargetText, index: int, *, relative: bool) -> bool:
    if not text.word_in(index, "verbs.finite") and not is_past_form(
        text, index
    ):
        return False
    if not is_past_form(text, index) and is_noun_by_article(text, index):
        return False
    if relative and not _closes_relative(text, index):
        return False
    if text.word_in(index, "baseline.past_or_participle"):
        is_listed = text.low_at(index - 1) == ","  # "reused, recycled or"
        return not is_listed and not _has_verb_behind(text, index)
    return not _is_infinitive(text, index)


def is_noun_by_article(text: TargetText, index: int) -> bool:
    """``de uitstoot``, ``het vertrouwen``, ``300 bezoeken``: what looks like a verb is a noun."""
    before = index - 1
    if before >= 0 and text.claims[before] == QUANTITY:
        return _has_ending(text, index, "infinitive")
    if text.word_in(before, "units.counts"):
        return True
    if _has_ending(text, before, "adjective") and not text.word_in(
        before, "subject.article"
    ):
        before -= 1  # "de gemiddelde uitstoot"
    if before < 0 or not text.same_sentence(before, index):
        return False
    if text.word_in(before, "subject.noun_articles"):
        return True
    is_plural = _has_ending(text, index, "infinitive")
    return is_plural and text.word_in(before, "subject.pronoun_articles")


def _has_verb_behind(text: TargetText, index: int) -> bool:
    """``trips made by bike reach 40%``: the participle is not the verb."""
    place = index + 1
    while place < text.count and text.same_sentence(index, place):
        if text.word_in(place, "verbs.finite") and not text.depths[place]:
            return True
        place += 1
    return False


def _is_behind_pronoun(text: TargetText, index: int, first: int) -> bool:
    """``we verlagen``: whatever stands behind the pronoun that opens a sentence is its verb."""
    if index != first + 1 or text.depths[index]:
        return False
    return text.words.has("subject.acting", text.lows[first])


def opens_relative(text: TargetText, index: int) -> bool:
    """A relative pronoun stands there: ``jongeren die``, and no article: ``dat aantal``."""
    if not text.words.has("subject.relative", text.lows[index]):
        return False
    before = text.low_at(index - 1)
    if text.words.has("subject.complement_after", before):
        return False
    return index == 0 or text.is_word(index - 1) or before in ",)"


def _closes_relative(text: TargetText, index: int) -> bool:
    """In a relative clause the verb that is followed by another verb is not the main one."""
    if not text.words.has_rule("verb_second"):
        return text.low_at(index - 1) not in _relative_words(text)
    before = index - 1
    while before > 0 and text.low_at(before) == ")":
        before -= 1
    is_behind_verb = _is_verb_form(text, before) or text.low_at(before) == ","
    return is_behind_verb and not _is_verb_form(text, index + 1)


def _relative_words(text: TargetText) -> tuple[str, ...]:
    return text.words.lists["subject.relative"]


def _is_verb_form(text: TargetText, index: int) -> bool:
    """A finite verb, an infinitive or a participle, as far as the lists know it."""
    low = text.low_at(index)
    if not low or not text.is_word(index):
        return False
    words, lists = text.words, text.words.lists
    is_strong = low.startswith(lists["spelling.participle_syllables"]) and (
        low.endswith(lists["spelling.participle_endings"])
    )
    is_weak = low.startswith(lists["spelling.participle_beginnings"]) and (
        low.endswith(lists["spelling.participle_weak_endings"])
    )
    return words.has("verbs.finite", low) or is_strong or is_weak


def _has_ending(text: TargetText, index: int, name: str) -> bool:
    """Whether a word has one of the endings of a list of spelling."""
    return text.low_at(index).endswith(text.words.lists[f"spelling.{name}"])


def _is_infinitive(text: TargetText, index: int) -> bool:
    return text.word_in(
        index - 1, "subject.infinitive_mark", "subject.noun_before"
    )


def past_forms(text: TargetText, first: int, end: int) -> list[int]:
    """The verbs of the past between two tokens: ``was``, ``daalde``."""
    words = text.words
    listed = text.places_of("baseline.past")
    return [
        index
        for index in range(first, end)
        if (index in listed or _is_weak_past(text.lows[index], words))
        and is_past_form(text, index)
    ]


def is_past_form(text: TargetText, index: int) -> bool:
    """A verb of the past stands there, and no participle or adjective that looks like one."""
    is_listed = text.begins(index, "baseline.past")
    if not is_listed and not _is_weak_past(text.lows[index], text.words):
        return False
    before = text.low_at(index - 1)
    words = text.words
    opens = index == 0 or not text.same_sentence(index - 1, index)
    return not (
        (opens and words.has_rule("past_is_participle"))
        or words.has("baseline.not_past_after", before)
        or words.has("subject.article", before)
        or (index and words.has("subject.prepositions", before))
    )


@lru_cache(_WORDS_REMEMBERED)
def _is_weak_past(low: str, words: LanguageWords) -> bool:
    """``duurde``, ``voerden``: the past of a verb that the lists know by its present."""
    lists = words.lists
    if not low.endswith(lists["spelling.past_singular"]) and not low.endswith(
        lists["spelling.past_plural"]
    ):
        return False
    # "beperkte", "gebruikte": as often adjectives
    beginnings = (
        lists["spelling.participle_beginnings"]
        + lists["spelling.participle_syllables"]
    )
    if low.startswith(beginnings) or words.has("baseline.not_past", low):
        return False
    return any(
        low.endswith(ending)
        and words.has("verbs.finite", low.removesuffix(ending) + present)
        for name, present_name in _PAST_AND_PRESENT
        for ending in lists[name]
        for present in lists[present_name]
    )


def _is_past_verb(text: TargetText, verb: int, is_opened: bool) -> bool:
    """A listed form, or in Dutch a word in -de or -te right behind a time: ``In 2019 sportte``."""
    if is_past_form(text, verb):
        return True
    low = text.lows[verb]
    if not is_opened or len(low) < _SHORTEST_PAST:
        return False
    if text.word_in(verb, "verbs.finite", "verbs.either"):
        return False
    for ending in text.words.lists["spelling.past_plural"]:
        if low.endswith(ending):  # "werkten"; "breiden" is a present
            stem = low.removesuffix(ending)
            return any(
                text.words.has("verbs.finite", f"{stem}{infinitive}")
                for infinitive in text.words.lists["spelling.infinitive"]
            )
    return _has_ending(text, verb, "past_singular")


def _aims_later(text: TargetText, verb: int, end: int) -> bool:
    """Behind a verb of the past the sentence goes on with what is aimed at."""
    return any(
        text.phrase_end(index, "baseline.aiming") is not None
        or (
            text.word_in(index, "baseline.goes_on")
            and text.words.has("verbs.finite", text.low_at(index + 1))
        )
        for index in range(verb + 1, end)
        if text.depths[index] == 0
    )


def _is_told_as_past(
    text: TargetText,
    first: int,
    end: int,
    times: dict[int, TimeExpression],
) -> bool:
    """A perfect tense with a word for the past: ``is vorig jaar gestegen``."""
    if not text.holds("baseline.perfect", first, end):
        return False
    if _is_dated_perfect(text, first, end, times) or _is_bare_perfect(
        text, first, end
    ):
        return True
    if _is_seasonal_perfect(text, first, end, times):
        return True
    if not text.has_any("baseline.past_time") and not _names_past(times):
        return False  # as in most sentences
    return _tells_perfect_past(text, first, end, times)


def _tells_perfect_past(
    text: TargetText,
    first: int,
    end: int,
    times: dict[int, TimeExpression],
) -> bool:
    """A perfect tense and a word for the past in the main clause, and nothing aimed at."""
    has_perfect = has_past = False
    for index in _outside_relatives(text, first, end):
        if text.phrase_end(index, "baseline.aiming") is not None:
            return False
        has_perfect |= text.phrase_end(index, "baseline.perfect") is not None
        has_past |= text.phrase_end(index, "baseline.past_time") is not None
        time = times.get(index)
        has_past |= time is not None and time.kind == "past"
    return has_perfect and has_past


def _names_past(times: dict[int, TimeExpression]) -> bool:
    return any(time.kind == "past" for time in times.values())


def _outside_relatives(
    text: TargetText, first: int, end: int
) -> Iterator[int]:
    """The tokens in no brackets and in no relative clause of which the end is sure.

    A comma ends it, or the sentence does when the main verb stands before it. In "het aantal
    inwoners dat schulden heeft is gestegen" nothing says where the main clause goes on.
    """
    index = first
    verb = find_main_verb(text, first, end)
    while index < end:
        if index > first and opens_relative(text, index):
            closing = _end_of_relative(text, index, end)
            is_last = verb is not None and verb < index
            if closing is not None or is_last:
                index = end if closing is None else closing
                continue
        if not text.depths[index]:
            yield index
        index += 1


def _end_of_relative(text: TargetText, index: int, end: int) -> int | None:
    for place in range(index, end):
        if (
            text.lows[place] == ","
            and text.depths[place] == text.depths[index]
        ):
            return place
    return None


def _is_seasonal_perfect(
    text: TargetText,
    first: int,
    end: int,
    times: dict[int, TimeExpression],
) -> bool:
    """``is in het voorjaar door de raad vastgesteld``: a season without a year is this past one.

    A target names the year. When it does not, this costs a target of the coming season.
    """
    if not text.has_any("baseline.season"):  # as most texts do not
        return False
    if not times.keys().isdisjoint(range(first, end)):
        return False
    perfect = _first_perfect(text, first, end)
    if perfect is None or not _ends_in_participle(text, perfect, end):
        return False
    return any(
        text.begins(index, "baseline.season")
        and not text.claims[index]
        and not text.begins(index, "baseline.aiming")
        for index in _outside_relatives(text, first, end)
    )


def _is_dated_perfect(
    text: TargetText,
    first: int,
    end: int,
    times: dict[int, TimeExpression],
) -> bool:
    """``heeft op 12 december 2023 vastgesteld``, ``is in 2023 gestegen ten opzichte van 2022``.

    A perfect tense may be of the future too: "in 2027 is 80% bereikt". What happened on one day,
    and what is laid beside the year before, is told of the past.
    """
    perfect = _first_perfect(text, first, end)
    if perfect is None:
        return False
    behind = [
        times[index]
        for index in range(perfect + 1, end)
        if index in times and times[index].first == index
    ]
    if not _names_one_day(text, behind) and not _follow_each_other(behind):
        return False
    return _ends_in_participle(text, perfect, end)


def _names_one_day(text: TargetText, times: list[TimeExpression]) -> bool:
    return any(
        time.kind == "date" and text.word_in(time.first, "time.on_day")
        for time in times
    )


def _follow_each_other(times: list[TimeExpression]) -> bool:
    """A year, and then the year before it."""
    years = [time.first_year for time in times if time.kind == "year"]
    return len(years) > 1 and years[0] - 1 == years[1]


def _is_bare_perfect(text: TargetText, first: int, end: int) -> bool:
    """``De raad heeft een plan vastgesteld``: no time or number says that it is to be reached."""
    if any(text.claims[first:end]):
        return False
    perfect = _first_perfect(text, first, end)
    if perfect is None or not text.word_in(perfect, "baseline.have"):
        return False
    return is_participle(text, last_word(text, end))


def last_word(text: TargetText, end: int) -> int:
    """The last word before the end of a sentence."""
    last = end - 1
    while last > 0 and not text.is_word(last):
        last -= 1
    return last


def _first_perfect(text: TargetText, first: int, end: int) -> int | None:
    """The first auxiliary of a perfect tense outside brackets."""
    if not text.holds("baseline.perfect", first, end):
        return None
    for index in range(first, end):
        if not text.depths[index] and text.begins(index, "baseline.perfect"):
            return index
    return None


def _ends_in_participle(text: TargetText, first: int, end: int) -> bool:
    return any(is_participle(text, index) for index in range(first + 1, end))


def is_participle(text: TargetText, index: int) -> bool:
    """Whether a word may be a participle, as far as its letters tell.

    Example:
        >>> text = TargetText("vastgesteld tuin", "nl")
        >>> is_participle(text, 0), is_participle(text, 1)
        (True, False)
    """
    return _looks_like_participle(text.low_at(index), text.words)


@lru_cache(_WORDS_REMEMBERED)
def _looks_like_participle(low: str, words: LanguageWords) -> bool:
    lists = words.lists
    if not low.endswith(lists["spelling.participle_endings"]):
        return False
    return low.startswith(lists["spelling.participle_beginnings"]) or any(
        syllable in low[:_SYLLABLE_REACH]
        for syllable in lists["spelling.participle_syllables"]
    )
