"""When two texts are the same statement: folded texts, content words and numbers to compare.

Word overlap (Jaccard) tells near wordings of a target from other targets; difflib's ratio and
containment do not: they rank other goals above a true paraphrase.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import takewhile

INVISIBLE = dict.fromkeys("\u00ad\u200b\u2060\ufeff", "")
"""Characters that only guide how a line is broken."""
_TYPOGRAPHY = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "–": "-",
        "—": "-",
        "\u00a0": " ",
        **INVISIBLE,
    }
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_FUNCTION_WORDS = frozenset(
    "de het een en of in op te van voor met dat die is zijn we wij om aan bij door tot als er zich ook naar uit wordt worden "
    "the a an and or of to for with that is are we in on by at as be".split()
)


@lru_cache(maxsize=65536)
def fold_text(text: str) -> str:
    """A text without the differences that say nothing: case, accents, white space, spaces at hyphens and slashes, the end.

    Example:
        >>> fold_text("Zuid- en Oost- Drenthe/ Coevorden.") == fold_text("zuid- en oost-drenthe/coevorden")
        True
    """
    plain = unicodedata.normalize("NFKD", text.translate(_TYPOGRAPHY)).casefold()
    plain = " ".join(
        "".join(each for each in plain if not unicodedata.combining(each)).split()
    )
    return re.sub(r" ?([/-]) ?", r"\1", plain).strip(" .;:,!'\"")


@lru_cache(maxsize=65536)
def content_words(text: str) -> frozenset[str]:
    """The words of a text that carry its meaning: no function words, no single letters, no brackets."""
    return frozenset(re.findall(r"[^\W_]{2,}", fold_text(text))) - _FUNCTION_WORDS


@lru_cache(maxsize=65536)
def numbers_in(text: str) -> tuple[str, ...]:
    """All numbers of a text, sorted, as they are written.

    Example:
        >>> numbers_in("In 2028 voelt 85% zich gelukkig")
        ('2028', '85')
    """
    return tuple(sorted(re.findall(_NUMBER, text)))


_SYNONYMS = {
    word: group.split()[0]
    for group in (
        "jongeren jeugd jeugdigen",
        "inwoners bewoners burgers ingezetenen",
        "leerlingen scholieren",
        "medewerkers werknemers personeel",
        "huizen woningen",
        "bedrijven ondernemingen",
        "young youth youngsters",
        "residents inhabitants citizens",
    )
    for word in group.split()
}
_LIGHT_WORDS = frozenset("procent percent cent heeft hebben has have".split())
_LEAST_STEM_LETTERS = 4
_ENDINGS = frozenset(
    {
        ("", "e"),
        ("", "en"),
        ("", "n"),
        ("", "s"),
        ("", "t"),
        ("en", "t"),
        ("e", "en"),
        ("", "ed"),
        ("", "es"),
    }
)


def are_paraphrases(one: str, other: str) -> bool:
    """Whether two texts say the same in other words: apart from synonyms, endings and light words they hold the same words.

    A word more can make another statement (not happy, children with a handicap), and so can the
    same numbers in another order; such texts are no paraphrases, however alike.

    Example:
        >>> are_paraphrases("85% van de jeugd is gelukkig", "In 2028 is 85 procent van de jongeren gelukkig")
        False
        >>> are_paraphrases("85% van de jeugd is gelukkig", "Gelukkig is 85 procent van de jongeren")
        True
        >>> are_paraphrases("85% van de jongens is gelukkig", "85% van de meisjes is gelukkig")
        False
        >>> are_paraphrases("85% van de jeugd is gelukkig", "85% van de jeugd is niet gelukkig")
        False
    """
    first, second = _meaning_words(one), _meaning_words(other)
    rest = (*(first - second), *(second - first))
    matched = all(
        word in _LIGHT_WORDS
        or _has_inflected_form(word, second if word in first else first)
        for word in rest
    )
    return matched and _years_and_numbers(one) == _years_and_numbers(other)


def _meaning_words(text: str) -> frozenset[str]:
    """The content words, synonyms as one, and the single letters: district A is not district B."""
    words = content_words(text).union(re.findall(r"\b[^\W\d_]\b", fold_text(text)))
    return frozenset(_SYNONYMS.get(word, word) for word in words)


def _years_and_numbers(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The years and the other numbers of a text in their order; one year may stand anywhere."""
    found = re.findall(_NUMBER, text)
    return tuple(each for each in found if _YEAR.fullmatch(each)), tuple(
        each for each in found if not _YEAR.fullmatch(each)
    )


def _has_inflected_form(word: str, others: frozenset[str]) -> bool:
    """Another form of the word is among the others: the same beginning, and two endings that make no other meaning."""
    return any(_ending_pair(word, other) in _ENDINGS for other in others)


def _ending_pair(word: str, other: str) -> tuple[str, ...]:
    """What two words end in after the beginning that they share; nothing when that is too short to tell."""
    pairs = zip(word, other, strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return (
        tuple(sorted((word[same:], other[same:])))
        if same >= _LEAST_STEM_LETTERS
        else ()
    )


def word_overlap(one: str, other: str) -> float:
    """The share of content words that two texts have in common, from 0 to 1 (Jaccard)."""
    first, second = content_words(one), content_words(other)
    return len(first & second) / len(first | second) if first | second else 0.0


@lru_cache(maxsize=65536)
def first_sentence(text: str) -> str:
    """The text up to the first full stop that ends a sentence.

    Example:
        >>> first_sentence("Dit daalt t.o.v. 2019. Daarna niet.")
        'Dit daalt t.o.v. 2019.'
    """
    end = re.search(r"(?<![.\s][^\W\d])[.!?](?=\s+[\"'(]?[A-ZÀ-Þ])", text)
    return text[: end.end()] if end else text
