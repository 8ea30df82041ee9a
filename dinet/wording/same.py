"""When two texts are the same statement: folded texts, content words and numbers to compare.

Word overlap (Jaccard) tells near wordings of a target from other targets; difflib's ratio and containment do not: they
rank other goals above a true paraphrase.
"""

import re
import unicodedata
from functools import lru_cache

_TYPOGRAPHY = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " ", "\u00ad": ""})
_FUNCTION_WORDS = frozenset(
    "de het een en of in op te van voor met dat die is zijn we wij om aan bij door tot als er zich ook naar uit wordt worden "
    "the a an and or of to for with that is are we in on by at as be".split()
)


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """A text without the differences that say nothing: case, accents, white space, spaces at hyphens and slashes, the end.

    Example:
        >>> folded("Zuid- en Oost- Drenthe/ Coevorden.") == folded("zuid- en oost-drenthe/coevorden")
        True
    """
    plain = unicodedata.normalize("NFKD", text.translate(_TYPOGRAPHY)).casefold()
    plain = "".join(each for each in plain if not unicodedata.combining(each))
    plain = re.sub(r"\s*([/-])\s*", r"\1", plain)
    return " ".join(plain.split()).strip(" .;:,!'\"")


@lru_cache(maxsize=65536)
def content_words(text: str) -> frozenset[str]:
    """The words of a text that carry its meaning: no function words, no single letters, no brackets."""
    return frozenset(re.findall(r"[^\W_]{2,}", folded(text))) - _FUNCTION_WORDS


@lru_cache(maxsize=65536)
def numbers(text: str) -> tuple[str, ...]:
    """All numbers of a text, sorted, as they are written.

    Example:
        >>> numbers("In 2028 voelt 85% zich gelukkig")
        ('2028', '85')
    """
    return tuple(sorted(re.findall(r"\d+(?:[.,]\d+)*", text)))


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
_STEM = 5
_ENDING = 3


def paraphrases(one: str, other: str) -> bool:
    """Whether two texts say the same in other words: apart from synonyms and endings, one only adds words to the other.

    A word that takes the place of another (boys for girls, north for south) makes another statement, however alike.

    Example:
        >>> paraphrases("85% van de jeugd is gelukkig", "85% van de jongeren is zeer gelukkig")
        True
        >>> paraphrases("85% van de jongens is gelukkig", "85% van de meisjes is gelukkig")
        False
    """
    first, second = _meanings(one), _meanings(other)
    only_first = {word for word in first - second if not _inflected(word, second)}
    only_second = {word for word in second - first if not _inflected(word, first)}
    return numbers(one) == numbers(other) and not (only_first and only_second)


def _meanings(text: str) -> frozenset[str]:
    return frozenset(_SYNONYMS.get(word, word) for word in content_words(text))


def _inflected(word: str, others: frozenset[str]) -> bool:
    """Another form of the word is among the others: the same beginning and another ending."""
    stem = word[: max(_STEM, len(word) - _ENDING)]
    return len(word) >= _STEM and any(other.startswith(stem) and abs(len(other) - len(word)) <= _ENDING for other in others)


def overlap(one: str, other: str) -> float:
    """The share of content words that two texts have in common, from 0 to 1 (Jaccard)."""
    first, second = content_words(one), content_words(other)
    return len(first & second) / len(first | second) if first | second else 0.0


def first_sentence(text: str) -> str:
    """The text up to the first full stop that ends a sentence.

    Example:
        >>> first_sentence("Dit daalt t.o.v. 2019. Daarna niet.")
        'Dit daalt t.o.v. 2019.'
    """
    end = re.search(r"(?<![.\s][^\W\d])[.!?](?=\s+[\"'(]?[A-ZÀ-Þ])", text)
    return text[: end.end()] if end else text
