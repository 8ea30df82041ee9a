"""What begins where in a text: found by pairs of words, and the same as word by word."""

from itertools import chain

import pytest

from dinet.wording.target_sentence.language_words import (
    LANGUAGES,
    LanguageWords,
    words_of_entry,
    words_of_language,
)
from dinet.wording.target_sentence.target_text import TargetText

SENTENCE = (
    "In 2028 neemt het aandeel jongeren (16 tot 27 jaar) dat ten minste één keer per week sport, "
    "ten opzichte van 2022 met niet minder dan 10% toe."
)


def rows_of_entries(language: str) -> list[list[str]]:
    """All entries of the lists behind each other, from the first and from the last."""
    lists = chain.from_iterable(words_of_language(language).lists.values())
    words = [words_of_entry(entry.strip("*…")) for entry in lists]
    return [list(chain(*words)), list(chain(*reversed(words)))]


@pytest.mark.no_cover
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_phrases_at_every_word_are_those_that_all_following_words_give(
    language: str,
) -> None:
    """A phrase of three words is not found by two, nor is one of two overlooked."""
    words = words_of_language(language)
    for lows in (*rows_of_entries(language), [], ["ten"]):
        for index, marks in enumerate(words.marks_in(lows)):
            assert marks.phrases == tuple(words.phrases_at(lows, index))


def test_a_phrase_of_which_the_last_word_may_go_on_is_found_behind_its_others() -> (
    None
):
    """``op de fiets*``: the third word decides, and may have any end."""
    words = LanguageWords({"own": {"bike": ["op de fiets*", "op"]}})
    lows = ["op", "de", "fietspaden", "op", "de", "weg"]
    found = [len(marks.phrases) for marks in words.marks_in(lows)]
    assert found == [2, 0, 0, 1, 0, 0]


def test_the_places_of_lists_are_where_one_of_their_phrases_begins() -> None:
    """Asked for all lists of the language, one by one and two at a time."""
    text = TargetText(SENTENCE, "nl")
    names = list(words_of_language("nl").lists)
    for name, other in zip(names, [*names[1:], names[0]], strict=True):
        for asked in ((name,), (name, other)):
            places = [
                index
                for index in range(text.count)
                if text.begins(index, *asked)
            ]
            assert text.places_of(*asked) == places
    assert text.places_of("comparator.ge")


def test_an_accent_that_stands_apart_is_no_bracket_and_ends_no_sentence() -> (
    None
):
    """Files of some systems have letters and accents apart: ``e`` and U+0301."""
    text = TargetText("Een cafe\u0301 per wijk. Meer cafe\u0301 !", "nl")
    assert not any(text.depths)
    assert text.sentences == [0, 0, 0, 0, 0, 0, 1, 1, 1, 1]
