"""The word lists of each language: the same lists in every folder, and each word is found."""

from pathlib import Path

import pytest

from dinet.wording import target_sentence
from dinet.wording.target_sentence.analysis import analyse_target
from dinet.wording.target_sentence.language_words import (
    LANGUAGES,
    guess_language,
    words_of_language,
)
from dinet.wording.target_sentence.target_text import TargetText

FOLDER = Path(target_sentence.__file__).parent


def test_every_folder_is_a_language() -> None:
    folders = {path.parent.name for path in FOLDER.glob("*/words.toml")}
    assert folders == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_the_lists_of_the_others(language: str) -> None:
    def fixed(name: str) -> set[str]:
        # the names of these lists are numbers, which each language has as it needs them
        lists = words_of_language(name).lists
        return {
            each
            for each in lists
            if not each.startswith(("fractions.", "multipliers."))
        }

    assert fixed(language) == fixed(LANGUAGES[0])


@pytest.mark.no_cover
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_of_a_list_is_found_in_a_text(language: str) -> None:
    lost = []
    for name, entries in words_of_language(language).lists.items():
        for entry in entries:
            if entry.startswith("*"):  # only asked of a single word
                continue
            head, _, rest = entry.removesuffix("*").partition("…")
            text = TargetText(f"{head.strip()} {rest.strip()}", language)
            end = len(TargetText(head, language))
            if (text.phrase_end(0, name) or 0) < end:
                lost.append((name, entry))
    assert lost == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("60% van de scholieren fietst in 2028.", "nl"),
        ("60% of pupils cycle in 2028.", "en"),
        ("Nine out of ten calls are answered within 60 seconds.", "en"),
        ("Verzuim: 4%", "nl"),
        ("", "nl"),
    ],
)
def test_a_language_is_guessed_by_its_words(text: str, language: str) -> None:
    assert guess_language(text) == language
    assert analyse_target(text).language == language


def test_a_language_without_a_folder_is_read_as_the_first() -> None:
    assert analyse_target("60% fietst.", "fy").language == LANGUAGES[0]
