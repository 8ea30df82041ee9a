"""Which words of a text are the name of a person, by what stands before and after them.

By a title, a role, a first name, initials, or a phrase such as “opgesteld door”.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from dinet.redaction.contacts import MAIL_ADDRESS, PROFILE_ADDRESS
from dinet.redaction.word_lists import (
    WORD_LISTS,
    begins_as_organisation,
    fold_letters,
    folded_words,
    is_organisation_word,
    join_alternatives,
)

CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-ŽȘȚ]"
_LETTER = r"[^\W\d_]"
# bounded, so that no text takes long; "O'Neil" and "d'Hulst" are one word
_WORD_REST = rf"(?:['’]{_LETTER}{{1,40}}|-{CAPITAL}{_LETTER}{{1,40}})"
_WORD = rf"(?:[A-Zd]['’])?{CAPITAL}{_LETTER}{{1,40}}{_WORD_REST}{{0,2}}(?!{_LETTER})"
PARTICLES = rf"(?:(?:{join_alternatives(WORD_LISTS['particles'])}) ){{0,3}}"
_SURNAME = rf"(?i:{PARTICLES}){_WORD}(?: ?[-–] ?(?i:{PARTICLES}){_WORD})?"
_INITIALS = rf"(?:{CAPITAL}[a-z]?\. ?){{1,5}}"
_FIRST_NAMES = join_alternatives(WORD_LISTS["first"])
_GIVEN_NAME = rf"(?:{CAPITAL}{_LETTER}{{1,20}}-)?(?:{_FIRST_NAMES})(?:-{_WORD})?(?!{_LETTER})"
_WHOLE_NAME = rf"(?:{_INITIALS}(?:\({_WORD}\) )?|{_WORD} ){_SURNAME}"
_DOUBLE_NAME = rf"{_INITIALS}(?i:{PARTICLES})[dDoOlL]['’]{_WORD} {_WORD}"
"""Two surnames without a sign, told by the apostrophe of the first: “A. d'Proef Testkamp”."""
_TURNED_NAME = rf"{_SURNAME}, ?(?:{CAPITAL}\. ?)+(?i:{PARTICLES})"
_FULL_NAME = rf"(?:{_DOUBLE_NAME}|{_TURNED_NAME}|{_WHOLE_NAME}|{_SURNAME})"
_ROLES = join_alternatives(WORD_LISTS["roles"])
_ROLE = rf"(?:{_LETTER}{{0,20}}-?)?(?:{_ROLES})(?:s|en)?"
"""A role, alone or at the end of a longer word: “wijkregisseur”, “hoofdtrekker”."""
_TITLES = rf"(?:(?:{join_alternatives(WORD_LISTS['titles'])})\b\.?,? ?){{1,4}}"
_SIGN = r"(?:\s?[:=–—|/(-]\s?|,? |\n)"
_PUBLIC_ROLE = re.compile(
    rf"\b(?i:{join_alternatives(WORD_LISTS['public_roles'])})(?:s|en)?\b"
)

_AFTER_TITLE = re.compile(rf"\b(?i:{_TITLES}) ?(?P<name>{_FULL_NAME})")
_SURE_PATTERNS = (
    _AFTER_TITLE,
    re.compile(
        rf"(?<!\w)(?P<name>{_DOUBLE_NAME}|{CAPITAL}\. ?{_INITIALS}{_SURNAME}"
        rf"|{_INITIALS}\({_WORD}\) {_SURNAME})"
    ),
    re.compile(rf"(?<!\w)(?P<name>{_SURNAME}, ?(?:{CAPITAL}\.)+)"),
    re.compile(rf"\b(?P<name>{_GIVEN_NAME} (?:{_INITIALS})?{_SURNAME})"),
    # residents by the first letter of their surname: "gebeld met Anne V."
    re.compile(rf"\b(?P<name>{_GIVEN_NAME} {CAPITAL}\.)(?=[\s,;)]|$)(?! ?\d)"),
    re.compile(rf"(?<![\w.])@(?P<name>{_WORD} {_WORD})"),
)
"""By these signs a capitalised word is a name, whatever else it means."""
_AMID_SENTENCE = r"(?:(?<=[a-zà-ÿ] )|(?<=[,;:] )|(?<=\())"
_LONE_GIVEN_NAME = re.compile(
    rf"{_AMID_SENTENCE}(?P<name>{_GIVEN_NAME})"
    rf"(?![\w-]| (?i:{PARTICLES}){CAPITAL})"
)
_VENUE_BEFORE = re.compile(
    rf"\w{{0,20}}(?i:{join_alternatives(WORD_LISTS['venues'])}) "
    rf"(?:(?:{join_alternatives(map(str.title, WORD_LISTS['particles']))}|Voor|Met|Samen met) )?$"
)
"""What is called after somebody: “eetcafé Bij Anne”, which a capital tells from “café bij Anne”."""
_LIKELY_PATTERNS = (
    # after a role: wethouder Testkamp
    re.compile(rf"\b(?i:{_ROLE})\b\.?,? (?P<name>{_FULL_NAME})"),
    # after a role and a sign or a verb: Trekkers zijn Anne Testkamp en Piet Proef
    re.compile(
        rf"\b(?i:{_ROLE})\b(?:{_SIGN}| (?i:is|zijn|was|wordt|are) ){{1,2}}"
        rf"(?P<name>{_TURNED_NAME}|{_WHOLE_NAME}|{_GIVEN_NAME}"
        rf"|{_SURNAME}(?=\s*(?:$|[,;.()|\n])))"
    ),
    # ambtelijk trekker: Testkamp; bestuurlijk: Voorbeeld
    re.compile(
        rf"\b(?:{join_alternatives(WORD_LISTS['respects'])})\s?: ?"
        rf"(?P<name>{_SURNAME})(?=\s*(?:$|[,;.()|\n]))"
    ),
    # Wijkverpleegkundige: Anne Testkamp; without the sign it may be "docent Lichamelijke Opvoeding"
    re.compile(
        rf"(?i:(?:{join_alternatives(WORD_LISTS['professions'])}))"
        rf"(?:\s?[:=]\s?| (?i:is|was) )(?P<name>{_TURNED_NAME}|{_WHOLE_NAME})"
    ),
    re.compile(
        rf"\b(?i:{join_alternatives(WORD_LISTS['callings'])}) (?P<name>(?:(?:van|de|el) )?{_WORD})"
    ),
    re.compile(
        rf"\b(?i:{join_alternatives(WORD_LISTS['introductions'])}){_SIGN}"
        rf"(?i:{_TITLES})?(?P<name>{_TURNED_NAME}|{_WHOLE_NAME})"
    ),
    # before a role that is in brackets or after a comma
    re.compile(
        rf"(?<![\w.])(?P<name>{_WHOLE_NAME})(?: ?\(|, | [-–—] )(?:de |onze )?(?i:{_ROLE})\b"
    ),
    re.compile(
        rf"(?<![\w.])(?P<name>{_WORD} (?:{join_alternatives(WORD_LISTS['sure_particles'])})"
        rf" {_WORD}(?: ?[-–] ?{_WORD})?)"
    ),
    re.compile(rf"(?<!\w)(?P<name>{_INITIALS}{_SURNAME})"),
    re.compile(rf"(?<![\w.])(?P<name>{_WORD} [OoDdLl]['’]{_WORD})"),
    re.compile(
        rf"{_AMID_SENTENCE}(?P<name>{CAPITAL}{_LETTER}{{2,20}}"
        rf"(?:{join_alternatives(WORD_LISTS['sure_surname_endings'])}))(?![\w-])"
    ),
    _LONE_GIVEN_NAME,
)
"""By these signs a capitalised word is a name, unless it is an ordinary word too.

A first name alone counts only inside a sentence: at the beginning every word has a capital.
"""
_ROW_OF_SURNAMES = re.compile(
    rf"\b(?i:{join_alternatives(WORD_LISTS['groups_of_people'])})\b ?[:(] ?"
    rf"(?P<names>{_SURNAME}(?:(?:, | (?:en|and) ){_SURNAME}){{1,20}})(?=\s*(?:$|[.;)\n]))"
)
"""A group of people with two or more surnames: one alone may be its task, “Directie: Wonen”."""
_SUBJECT_AFTER = re.compile(
    rf" {CAPITAL}{_LETTER}{{2,30}}(?:{join_alternatives(WORD_LISTS['subject_endings'])})(?!\w)"
)
"""A third capital, of a thing: an “ambassadeur Proef Gezonde Generatie” stands for that."""
_NEXT_NAME = re.compile(
    rf"(?: ?[,;/&+] ?| (?i:en|and|of|or) |, (?i:en|and) )(?i:{_TITLES})?"
    rf"(?P<name>{_WHOLE_NAME}|{_GIVEN_NAME}(?!\w))"
)
"""The next in a row of people: whole names only, since organisations stand in rows too."""
_LOOSE_WORD = re.compile(
    r"(?<![\w.@/-])\w{3,}(?![\w@/]|[.-]\w| ?[\[(](?:at|apenstaart)[\])])"
)
"""A word of a text; not a piece of a mail address, also one that is spelled out, or a link."""
CAPITALISED_WORD = re.compile(rf"{CAPITAL}{_LETTER}+")
_ARTICLE_LENGTH = 10
"""Characters before a name in which an article is looked for."""
_ROYAL_LENGTH = 30
"""Characters before a name in which “Prins”, maybe with a first name, is looked for."""
_PLACE_LENGTH = 16
"""Characters after a name in which the number of a house or the kind of a place is looked for."""
_VENUE_LENGTH = 50
"""Characters before a first name in which the venue is looked for that is called after it."""
_ROW_LENGTH = 500
"""Characters from a public role on in which those who have it are looked for."""
_ROW_LIMIT = 30
"""The most people that one row is followed for."""
_LONG_ENOUGH = 5
"""Letters of a word in capitals that may be a name: shorter ones are mostly abbreviations."""
_FOLDED_PARTICLES, _FOLDED_ROLES, _NO_NAMES, _GIVEN_NAMES = map(
    folded_words, ("particles", "roles", "no_names", "first")
)
_TITLE_WORDS = folded_words("titles")
_ROLE_ENDINGS = tuple(sorted(_FOLDED_ROLES))
_PLACE_ENDINGS = tuple(sorted(folded_words("place_endings")))
_AMBIGUOUS_ENDINGS = tuple(sorted(folded_words("ambiguous_place_endings")))
_ARTICLE_BEFORE = re.compile(r"\b(?:de|het|een|'t|the)\s$", re.IGNORECASE)
_NUMBER_AFTER = re.compile(r" \d")
# "het Jan Proef Fonds": with a capital, since "vraag Jan Proef school en thuis te bellen" has none
_PLACE_AFTER = re.compile(
    rf" (?:{join_alternatives(map(str.title, WORD_LISTS['place_endings']))})\b"
)
_PROVINCES = folded_words("provinces")
_ROYAL_BEFORE = re.compile(
    rf"\b(?:{join_alternatives(WORD_LISTS['royal_words'])})\.?[ -](?:{_WORD}[ -])?$",
    re.IGNORECASE,
)
_TITLE_OF_STREET = re.compile(
    rf"\b(?:{join_alternatives(WORD_LISTS['titles_of_streets'])})\b",
    re.IGNORECASE,
)
_PLACE_SURNAMES = folded_words("surnames_like_places")
_ORGANISATION_SURNAMES = folded_words("surnames_like_organisations")
_KNOWN_ORGANISATIONS = folded_words("known_organisations")
_SHORTEST_BOX_PART = 3
"""Letters of a part of a mail address that may be a first or last name."""


class DocumentVocabulary:
    """The words that a document mostly writes with a small letter.

    A capital does not make these a name.

    Args:
        texts: All texts of the document.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        words = Counter[str]()
        for text in texts:
            words.update(_LOOSE_WORD.findall(text))
        with_capital = Counter[str]()
        for word, times in words.items():
            if not word.islower():
                with_capital[word.casefold()] += times
        self._small_words = {
            word
            for word in words
            if word.islower() and words[word] > with_capital[word]
        }

    def is_small(self, word: str) -> bool:
        """Whether the document mostly writes a word without a capital."""
        return word.casefold() in self._small_words

    def is_ordinary(self, word: str) -> bool:
        """Whether a word is no sign of a name.

        It is a word of organisations, or one that the document writes small, or it has no small
        letters at all, as abbreviations have.
        """
        return (
            word.isupper() or is_organisation_word(word) or self.is_small(word)
        )

    def cannot_be_name(self, word: str) -> bool:
        """Whether a capitalised word in the place of a name is none.

        Unlike an ordinary word it may be in capitals, when it is no abbreviation.
        """
        if word.isupper() and len(word) < _LONG_ENOUGH:
            return True
        return (
            is_organisation_word(word)
            or self.is_small(word)
            or fold_letters(word) in _NO_NAMES
        )


def find_names(text: str, vocabulary: DocumentVocabulary) -> Iterator[str]:
    """The names in a text that a title, a role, initials or a first name before them gives away.

    One pattern after the other, so a name may come more than once; at last those in addresses.

    Example:
        >>> text = "Overleg van wethouder J. de Proef met Anne van Voorbeeld."
        >>> list(find_names(text, DocumentVocabulary([])))
        ['Anne van Voorbeeld', 'J. de Proef', 'J. de Proef', 'J. de Proef']
    """
    for pattern in _SURE_PATTERNS:
        for name in _names_by_pattern(pattern, text):
            words = CAPITALISED_WORD.findall(name)
            if words and not any(map(names_organisation, words)):
                yield name
    for pattern in _LIKELY_PATTERNS:
        for name in _names_by_pattern(pattern, text):
            if _is_likely_name(name, vocabulary):
                yield name
    yield from _surnames_in_rows(text, vocabulary)
    yield from _names_in_addresses(text, vocabulary)


def _surnames_in_rows(
    text: str, vocabulary: DocumentVocabulary
) -> Iterator[str]:
    """The surnames alone in a row behind a group of people; a row with another word is none."""
    for row in _ROW_OF_SURNAMES.finditer(text):
        names = re.split(r", | (?:en|and) ", row["names"])
        if all(_is_likely_name(name, vocabulary) for name in names):
            yield from names


def _is_likely_name(name: str, vocabulary: DocumentVocabulary) -> bool:
    words = CAPITALISED_WORD.findall(name)
    if not words or vocabulary.cannot_be_name(words[-1]):
        return False
    first = fold_letters(words[0])
    if first in _GIVEN_NAMES or first in _FOLDED_PARTICLES:
        return True
    if fold_letters(words[-1]) in _PROVINCES:
        return False
    return not vocabulary.cannot_be_name(words[0])


def _names_by_pattern(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    """The names that a pattern finds, each with the names in a row after it."""
    followed = 0
    for match in pattern.finditer(text):
        name = match["name"]
        if _stands_in_place(pattern, match):
            continue
        yield name
        if match.start() < followed:
            continue
        for following in _names_in_row(text, match.end("name")):
            yield following["name"]
            followed = following.end()


def _stands_in_place(pattern: re.Pattern[str], match: re.Match[str]) -> bool:
    """Whether a name that a pattern found is a part of that of a street or a venue."""
    text, name = match.string, match["name"]
    if pattern is _AFTER_TITLE:
        # "mevrouw Ketelhaven" is nobody's street, "dr. Proefsmalaan" is
        return bool(_TITLE_OF_STREET.match(match[0])) and names_a_place(
            name.split()[0]
        )
    if pattern is _LONE_GIVEN_NAME and _VENUE_BEFORE.search(
        text, max(0, match.start() - _VENUE_LENGTH), match.start()
    ):
        return True
    if pattern in _LIKELY_PATTERNS[:2] and _begins_subject(match):
        return True
    start = match.start("name")
    if _ROYAL_BEFORE.search(text, max(0, start - _ROYAL_LENGTH), start):
        return True
    before = _piece_before(text, match.start())
    after = text[match.end("name") : match.end("name") + _PLACE_LENGTH]
    return names_a_place(name, before, after)


def _begins_subject(match: re.Match[str]) -> bool:
    """Whether two words after a role begin the name of a subject, and no first name does."""
    words = match["name"].split()
    if len(words) != 2 or is_given_name(words[0]) or "." in words[0]:
        return False
    return bool(_SUBJECT_AFTER.match(match.string, match.end("name")))


def _piece_before(text: str, end: int) -> str:
    """As much of the text before a place as an article takes."""
    return text[max(0, end - _ARTICLE_LENGTH) : end]


def _names_in_row(text: str, start: int) -> Iterator[re.Match[str]]:
    for _ in range(_ROW_LIMIT):
        following = _NEXT_NAME.match(text, start)
        if following is None or names_a_place(following["name"]):
            return
        yield following
        start = following.end()


def names_organisation(word: str) -> bool:
    """Whether a word shows that what looks like a name is an organisation: no surname is so."""
    is_surname = fold_letters(word) in _ORGANISATION_SURNAMES
    return is_organisation_word(word) and not is_surname


def names_a_place(name: str, before: str = "", after: str = "") -> bool:
    """Whether what looks like a name is a street, an institution or a company called after one.

    Args:
        name: Such as “Anne Voorbeeldstraat”.
        before: The text before it: an article shows that “Anne Voorbeeldhof” is no surname.
        after: The text after it: so does the number of a house, and “Fonds” shows it of any name.

    Example:
        >>> names_a_place("Anne Voorbeeldstraat"), names_a_place("Anne van der Straat")
        (True, False)
        >>> names_a_place("Anne Voorbeeldhof"), names_a_place("Anne Voorbeeldhof", "aan het ")
        (False, True)
    """
    letters = fold_letters(name)
    if any(known in letters for known in _KNOWN_ORGANISATIONS):
        return True
    if _PLACE_AFTER.match(after):
        return True
    last = re.split(r"[\s-]+", letters.strip())[-1]
    if last in _PLACE_SURNAMES:
        return False
    if _ends_longer(last, _PLACE_ENDINGS):
        return True
    shows_place = _ARTICLE_BEFORE.search(before) or _NUMBER_AFTER.match(after)
    return bool(shows_place) and _ends_longer(last, _AMBIGUOUS_ENDINGS)


def _ends_longer(word: str, endings: tuple[str, ...]) -> bool:
    return word.endswith(endings) and word not in endings


def is_given_name(word: str) -> bool:
    """Whether a word is a first name that is much used."""
    return fold_letters(word) in _GIVEN_NAMES


def is_role_or_title(word: str) -> bool:
    """Whether a word is a role or a title, which stands before a name and is no part of it."""
    letters = fold_letters(word)
    return letters in _TITLE_WORDS or letters.endswith(_ROLE_ENDINGS)


def public_names(text: str, vocabulary: DocumentVocabulary) -> Iterator[str]:
    """The names in a text that stand right after the role of who answers in public."""
    for role in _PUBLIC_ROLE.finditer(text):
        after = text[role.start() : role.start() + _ROW_LENGTH]
        for pattern in _LIKELY_PATTERNS[:2]:
            match = pattern.match(after)
            if match and _is_likely_name(match["name"], vocabulary):
                yield match["name"]
                row = _names_in_row(after, match.end("name"))
                yield from (following["name"] for following in row)


def is_public_role(text: str) -> bool:
    """Whether a text names the role of somebody who answers in public, such as a wethouder."""
    return bool(_PUBLIC_ROLE.search(text))


def _names_in_addresses(
    text: str, vocabulary: DocumentVocabulary
) -> Iterator[str]:
    """The names that mail addresses and the addresses of profiles spell out."""
    if "@" not in text and "/" not in text:
        return
    letters = fold_letters(text)
    boxes = [match["box"] for match in MAIL_ADDRESS.finditer(letters)]
    pages = [match["page"] for match in PROFILE_ADDRESS.finditer(letters)]
    for words in boxes + pages:
        name = _name_in_address(words, vocabulary)
        if name:
            yield name


def _name_in_address(words: str, vocabulary: DocumentVocabulary) -> str:
    """The name that the first part of an address spells out; empty for none."""
    parts = [part for part in re.split(r"[._+-]+", words) if part.isalpha()]
    core = [part for part in parts if part not in _FOLDED_PARTICLES]
    if len(core) < 2 or begins_as_organisation(words):
        return ""
    if any(map(vocabulary.is_ordinary, core)):
        return ""
    # "j.proef", "anne.proef": the last part is the longer one of a surname
    if len(core[-1]) < _SHORTEST_BOX_PART:
        return ""
    return " ".join(parts)
