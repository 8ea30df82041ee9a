"""Hyphens stand where the library of the patterns would have them."""

import re
from pathlib import Path

import pyphen
import pytest

from dinet.layout.text.hyphenation import (
    HyphenationPatterns,
    hyphenation_patterns,
)

ROOT = Path(__file__).parents[2]
ODD_WORDS = [
    "",
    "a",
    "Één",
    "ĲSBEREN",
    "İstanbul",
    "%",
    "x" * 79,
    "co2-uitstoot",
]


def words_of_documents() -> list[str]:
    """The words of the texts that stand at the root, and of the lists of Dutch words."""
    folder = ROOT / "dinet" / "wording" / "target_sentence"
    files = [ROOT / "README.md", *sorted(folder.glob("*/words.toml"))]
    texts = [file.read_text(encoding="utf-8") for file in files]
    return sorted({*re.findall(r"\w+", " ".join(texts)), *ODD_WORDS})


@pytest.mark.parametrize(("lang", "name"), [("nl", "nl_NL"), ("en", "en_GB")])
def test_every_word_is_divided_as_the_library_of_the_patterns_divides_it(
    lang: str, name: str
) -> None:
    """All words of some long texts, and odd ones."""
    library = pyphen.Pyphen(lang=name, left=3, right=3)
    patterns = hyphenation_patterns(lang)
    words = words_of_documents()
    assert len(words) > 2000
    ours = {word: patterns.positions(word) for word in words}
    assert ours == {word: tuple(library.positions(word)) for word in words}
    assert sum(map(bool, ours.values())) > len(words) / 4


def test_settings_and_remarks_among_the_patterns_divide_nothing() -> None:
    """``LEFTHYPHENMIN 2``, ``% with 1 remark``."""
    lines = ["LEFTHYPHENMIN 2", "% with 1 remark", "l1b", "abc"]
    patterns = HyphenationPatterns(lines)
    assert patterns.positions("verschilbaar") == (8,)
    assert patterns.positions("abcabc") == ()
