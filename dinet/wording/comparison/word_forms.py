"""Which words are forms of one word: inflection, spelling variants and listed synonyms.

Each word has a few keys; two words are forms of one when they share a key. The rules of spelling
are kept strict (``bomen`` is ``boom`` and not ``bom``), since a key too many makes two statements
one.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from dinet.vocabulary.active_dialect import active_phrases, once_per_dialect
from dinet.vocabulary.folding import fold_text
from dinet.wording.comparison.comparing_words import (
    ComparingWords,
    comparing_words,
)

Keys = frozenset[str]

_VOWELS = frozenset("aeiou")
_LENGTHENED = frozenset("aeou")
"""Written double in a closed syllable: "maan" beside "manen"."""
_SHORTEST = 4
"""In letters: a shorter word has one form only."""
_SHORTEST_PLURAL = 5
"""In letters: "les" and "bus" are no plurals."""
_NO_PLURAL = ("ss", "ts", "is", "us", "as", "ns", "js", "'s")
"""Ends of words in one number only, or of stems: "plaats", "prijs", "kans"."""
_SHORTEST_MISSPELT = 9
"""In letters: in so long a word one doubled letter too few makes no other word."""
_VOICED = {"v": "f", "z": "s"}
_PREFIXES = ("be", "ver", "ont", "her", "er", "ge", "mis")
"""Verbs that begin so have a participle without ge-."""
_PLACE_ENDINGS = ("se", "s")
"""Of an adjective of a place: "Hoogeveense"."""


class WordForms:
    """The keys of the words of one language.

    Args:
        words: The lists of that language.
        synonyms: Groups of words that say the same, beside those of the lists.
    """

    def __init__(
        self, words: ComparingWords, synonyms: Iterable[Iterable[str]]
    ) -> None:
        self.words = words
        self.irregular = dict(
            pair.split() for pair in words.lists["noun.irregular"]
        )
        self._verb_keys = dict(_verb_forms(words))
        self._synonyms: dict[str, str] = {}
        for number, group in enumerate(
            [*words.group_of("synonyms").values(), *synonyms]
        ):
            for word in group:
                for key in self._own_keys(word):
                    self._synonyms[key] = f"={number}"
        self.keys_of = lru_cache(maxsize=65536)(self._keys_of)
        self.is_verb = lru_cache(maxsize=65536)(self._is_verb)

    def _keys_of(
        self, word: str, *, is_name: bool = False, opens: bool = False
    ) -> Keys:
        """The keys of a word in lower case without accents.

        Args:
            word: It.
            is_name: It is written with a capital within a sentence: a name has no plural.
            opens: It opens a sentence with a capital, and may be a name or not.
        """
        keys = set(_name_keys(word)) if is_name else self._own_keys(word)
        if opens and word.endswith(_PLACE_ENDINGS[0]):
            keys |= set(_name_keys(word))
        keys |= {self._synonyms[key] for key in keys if key in self._synonyms}
        return frozenset(keys)

    def _own_keys(self, word: str) -> set[str]:
        plain = word.replace("-", "")
        if plain in self.irregular:
            return {self.irregular[plain]}
        keys = {plain}
        verb = self.verb_key(plain)
        if verb:
            keys.add(verb)
        if len(plain) >= _SHORTEST and plain.isalpha():
            nouns = (
                _english_nouns if self.words.language == "en" else dutch_nouns
            )
            keys |= set(nouns(plain))
        return keys - set(self.irregular)

    def verb_key(self, word: str) -> str:
        """The key of a verb; of one that is not listed that of its verb behind a particle."""
        key = self._verb_keys.get(word, "")
        if key or self.words.language == "en":
            return key
        particles = self.words.lists["verb.particles"]
        if not word.startswith(particles):  # as most words
            return ""
        for particle in particles:
            rest = word.removeprefix(particle)
            if rest != word and rest in self._verb_keys:
                return f"~{particle}{self._verb_keys[rest][1:]}"
        return ""

    def _is_verb(self, word: str) -> bool:
        """Whether a word is a form of a verb, and none of the same letters as its stem.

        A stem is a noun as often: "sport", "start", "zorg".
        """
        if self.words.language == "en":
            stems = (word, f"{word}s", f"{word.removesuffix('ed')}s")
            return not self.words.finite_verbs.isdisjoint(stems)
        key = self.verb_key(word)
        return bool(key) and key != f"~{word}"

    def joins_verb(self, verb: str, particle: str) -> bool:
        """Whether a verb in two parts is known: ``stelt`` and ``op``."""
        return f"{particle}{verb}" in self._verb_keys


def _name_keys(word: str) -> Iterator[str]:
    yield word
    for ending in _PLACE_ENDINGS:
        if word.endswith(ending):
            yield word.removesuffix(ending)
            break


# --- nouns and adjectives --------------------------------------------------------


def dutch_nouns(word: str) -> Iterator[str]:
    """What a Dutch plural or inflected adjective may be a form of, by the rules of spelling.

    Example:
        >>> sorted(dutch_nouns("bomen")), sorted(dutch_nouns("bommen"))
        (['bome', 'boom'], ['bom', 'bomme'])
    """
    if word.endswith("heden"):
        yield f"{word.removesuffix('heden')}heid"
    elif word.endswith("en"):
        yield word[:-1]
        yield from _closed_syllables(word[:-2])
    elif word.endswith("e"):
        yield from _closed_syllables(word[:-1])
    elif word.endswith(("'s", "ches", "shes")):  # "coaches" as in English
        yield word[:-2]
    elif _may_be_plural(word):
        yield word[:-1]


def _may_be_plural(word: str) -> bool:
    if not word.endswith("s") or len(word) < _SHORTEST_PLURAL:
        return False
    return word.endswith("ens") or not word.endswith(_NO_PLURAL)


def _closed_syllables(stem: str) -> Iterator[str]:
    """How the stem before an ending is written when nothing follows it."""
    if len(stem) < _SHORTEST - 1:
        return
    last, before = stem[-1], stem[-2]
    if last in _VOWELS:
        yield stem
    elif last == before:
        yield stem[:-1]
    elif before in _LENGTHENED and stem[-3] not in _VOWELS:
        end = _VOICED.get(last, last)
        yield f"{stem[:-1]}{before}{end}"
        if _count_syllables(stem) > 1 and before in "eo":
            yield f"{stem[:-1]}{end}"
    else:
        yield f"{stem[:-1]}{_VOICED.get(last, last)}"


def _count_syllables(stem: str) -> int:
    groups = 0
    before = ""
    for letter in stem:
        groups += letter in _VOWELS and before not in _VOWELS
        before = letter
    return groups


def _english_nouns(word: str) -> Iterator[str]:
    """What an English plural or form of a verb may be a form of."""
    if word.endswith("ies"):
        yield f"{word[:-3]}y"
    elif word.endswith(("sses", "ches", "shes", "xes")):
        yield word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        yield word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word.removesuffix(ending)
            yield stem
            yield f"{stem}e"
            if stem[-1] == stem[-2]:
                yield stem[:-1]


# --- verbs -------------------------------------------------------------------------


def _verb_forms(words: ComparingWords) -> Iterator[tuple[str, str]]:
    """Every known form of a verb with the key of that verb."""
    if words.language == "en":
        yield from _listed_forms(words, "")
        return
    finite = words.finite_verbs
    no_action = set(words.lists["verb.no_action"])
    for infinitive in sorted(finite):
        if not infinitive.endswith("en"):
            continue
        stem = _verb_stem(infinitive, finite)
        if not stem:
            continue
        key = f"~{stem}"
        for form in {infinitive, stem, f"{stem}t"}:
            yield form, key
        for form in _weak_participles(stem, words):
            yield form, key
            yield f"{form}e", key
        action = f"{infinitive[:-2]}ing"
        if action not in no_action:
            yield action, key
    for particle in ("", *words.lists["verb.particles"]):
        yield from _listed_forms(words, particle)


def _verb_stem(infinitive: str, finite: frozenset[str]) -> str:
    """The stem of a verb of which the list has the third person; empty when it has not."""
    for stem in _closed_syllables(infinitive[:-2]):
        if f"{stem}t" in finite or (stem.endswith("t") and stem in finite):
            return stem
    return ""


def _weak_participles(stem: str, words: ComparingWords) -> Iterator[str]:
    """``opgesteld`` of ``opstel``, ``verhoogd`` of ``verhoog``, ``gebouwd`` of ``bouw``."""
    ends = ("",) if stem.endswith(("d", "t")) else ("d", "t")
    for end in ends:
        if stem.startswith(_PREFIXES):
            yield f"{stem}{end}"
        yield f"ge{stem}{end}"
        for particle in words.lists["verb.particles"]:
            rest = stem.removeprefix(particle)
            if rest and rest != stem:
                yield f"{particle}ge{rest}{end}"
                yield f"{particle}{rest}{end}"


def _listed_forms(
    words: ComparingWords, particle: str
) -> Iterator[tuple[str, str]]:
    finite = words.finite_verbs
    for entry in words.lists["verb.strong"]:
        infinitive, *forms = entry.split()
        whole = f"{particle}{infinitive}"
        if particle and whole not in finite:
            continue
        key = f"~{_verb_stem(whole, finite) or whole}"
        yield whole, key
        for form in forms:
            yield f"{particle}{form}", key
            yield f"{particle}{form}e", key


# --- spelling ------------------------------------------------------------------------


def are_spellings(one: str, other: str) -> bool:
    """Whether two words can only be one word that is spelt in two ways.

    A consonant is doubled in one of them, or two letters next to each other changed places. Other
    slips make other words too often (``huurwoning``, ``duurwoning``).

    Example:
        >>> are_spellings("accommodatie", "accomodatie"), are_spellings("instroom", "uitstroom")
        (True, False)
    """
    short, long = sorted((one, other), key=len)
    if len(short) < _SHORTEST_MISSPELT - 1 or not (one + other).isalpha():
        return False
    if len(short) == len(long):
        return _swaps_letters(short, long)
    if len(long) != len(short) + 1 or len(long) < _SHORTEST_MISSPELT:
        return False
    place = _first_difference(short, long)
    doubled = long[place] == long[place - 1] and long[place] not in _VOWELS
    return place > 1 and doubled and long[place + 1 :] == short[place:]


def _first_difference(one: str, other: str) -> int:
    shortest = min(len(one), len(other))
    for place in range(shortest):
        if one[place] != other[place]:
            return place
    return shortest


def _swaps_letters(one: str, other: str) -> bool:
    place = _first_difference(one, other)
    if not 1 < place < len(one) - 1:
        return False
    swapped = other[:place] + other[place + 1] + other[place]
    return one == swapped + other[place + 2 :]


@once_per_dialect
def _forms_of_dialect() -> dict[str, WordForms]:
    return {}


def word_forms(language: str) -> WordForms:
    """The forms of the words of a language, with the synonyms of the active dialect."""
    made = _forms_of_dialect()
    if language not in made:
        groups = active_phrases().group_of("synonyms").values()
        synonyms = [[fold_text(word) for word in group] for group in groups]
        made[language] = WordForms(comparing_words(language), synonyms)
    return made[language]
