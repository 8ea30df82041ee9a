"""The words of one cell or paragraph, looked for in all that the programme holds from there."""

import re
from collections.abc import Iterable, Sequence
from itertools import chain

from dinet.interpret.account.held_texts import (
    CellKey,
    HeldTexts,
    cell_key,
    column_key,
    row_key,
)
from dinet.interpret.account.inline_labels import (
    is_code_of,
    is_inline_label,
    is_only_codes,
    texts_without_label,
)
from dinet.interpret.account.word_matching import (
    WordFate,
    WordMatcher,
    letters_of,
)
from dinet.model import AnyElement, Link, Place
from dinet.vocabulary.roles import without_number

CONTENTS = {"text", "field", "reference", "mark", "programme", "code"}
"""The fates that show that something was read from a part, so that its headings opened it."""
_BETWEEN_CODES = re.compile(r"[;,/&+\s]+")
_MOST_SIGNS = 3
"""In letters: a mark or weight of a link is not longer."""
_LEAST_SHARE = 0.5
"""Of a cell beside an element: with fewer words in a field it is about something else."""
_LEAST_COMMON = 0.8
"""Of the words of a reference: it leaves out or changes a word of five."""
_MOST_LINKS = 200
"""Of one row or cell: whose ends are looked for in it."""
_MOST_BESIDE = 20
"""Elements of one cell whose fields are looked for word by word, which takes more time."""


class TextUnit:
    """The words of one cell or paragraph, and those that a page break cut off from it."""

    def __init__(self, place: Place, texts: Sequence[str]) -> None:
        self.place = place
        self.texts = texts
        self.matcher: WordMatcher | None = None
        self.fate: WordFate | None = None
        """Of all its words, when they have the same."""
        self.is_short = False
        """It is one paragraph, and the whole of its cell."""

    def matched(self) -> WordMatcher:
        """Its words, to be claimed."""
        if self.matcher is None:
            self.matcher = WordMatcher("\n".join(self.texts))
        return self.matcher

    @property
    def whole(self) -> str:
        """All its words on one line."""
        return " ".join(self.texts)

    @property
    def is_untouched(self) -> bool:
        """Nobody claimed any of its words."""
        if self.fate is not None:
            return False
        matcher = self.matched()
        return matcher.unclaimed == len(matcher.letters)

    @property
    def is_done(self) -> bool:
        """All its words are claimed."""
        if self.fate is not None:
            return True
        matcher = self.matched()
        return bool(matcher.letters) and not matcher.unclaimed

    @property
    def holds_contents(self) -> bool:
        """Something was read from it."""
        if self.fate is not None:
            return self.fate.kind in CONTENTS
        runs = self.matched().runs()
        return any(
            run.fate is not None and run.fate.kind in CONTENTS for run in runs
        )


class WordClaims:
    """Claims words for what a programme holds.

    Args:
        held: What it holds, by place.
    """

    def __init__(self, held: HeldTexts) -> None:
        self.held = held
        self.current: list[str] = []
        """The ids of the elements that were met last."""

    def read_unit(self, place: Place, texts: Sequence[str]) -> TextUnit:
        """Look for the words of a cell in all that the programme holds from there.

        Args:
            place: Of the cell or paragraph.
            texts: Its paragraphs, and those that a page break cut off from it.
        """
        unit = TextUnit(place, texts)
        key = cell_key(place)
        elements = self.held.in_cell.get(key, ())
        if elements:
            self.current = [element.id for element in elements]
            if len(unit.texts) == 1 and elements[0].text == unit.texts[0]:
                unit.fate = WordFate("text", elements[0].id)
                return unit
            self._claim_elements(unit, elements)
        elif self._is_field_beside(unit):
            return unit
        self._claim_noted(unit, key)
        self._claim_near(unit, key)
        if not unit.is_done:
            self._claim_links(unit, key)
        if not unit.is_done:
            self._claim_programme(unit)
        return unit

    def _claim_elements(
        self, unit: TextUnit, elements: Sequence[AnyElement]
    ) -> None:
        """Claim the texts of the elements of a cell, each with what the cell says of it."""
        matcher = unit.matched()
        for element in elements:
            if not matcher.unclaimed:
                return
            _claim_element(matcher, element)
            if matcher.is_long:
                self._claim_field_texts(matcher, element.id)
        for element in () if matcher.is_long else elements:
            self._claim_field_texts(matcher, element.id)
        for element in elements[:_MOST_BESIDE]:
            self._claim_field_words(matcher, element.id)

    def _is_field_beside(self, unit: TextUnit) -> bool:
        """The cell is one field of an element on its row, as most cells without elements are."""
        if len(unit.texts) > 1:
            return False
        ids = self.held.in_row.get(row_key(unit.place), ())
        for element_id in ids[:_MOST_LINKS]:
            unit.fate = self.held.whole_field(element_id, unit.texts[0])
            if unit.fate is not None:
                return True
        return False

    def _claim_noted(self, unit: TextUnit, key: CellKey) -> None:
        for text, fate in self.held.noted_texts.get(key, ()):
            unit.matched().claim_text(text, fate)

    def _claim_field_texts(
        self, matcher: WordMatcher, element_id: str
    ) -> None:
        """Claim what stands in a field of an element."""
        if not matcher.unclaimed:
            return
        for text, fate in self.held.fields_of(element_id).texts:
            matcher.claim_text(text, fate, beside=True)

    def _claim_field_words(
        self, matcher: WordMatcher, element_id: str
    ) -> None:
        """Claim what stands in the fields of an element in another order of words."""
        if not matcher.unclaimed:
            return
        fate_of_word = self.held.fields_of(element_id).fate_of_word
        for run in matcher.runs():
            if run.fate is None:
                _claim_known_words(matcher, run.text, fate_of_word)

    def _claim_near(self, unit: TextUnit, key: CellKey) -> None:
        """Claim what a cell says of the elements on its row, or of those met last."""
        if unit.is_done or not unit.is_untouched:
            return
        stated = self.held.near_cell.get(key, ())
        near = self._ids_near(unit.place, stated)
        unit.fate = self._field_among(near, unit.matched().letters)
        if unit.fate is not None:
            return
        matcher = unit.matched()
        for element_id in near:
            self._claim_field_texts(matcher, element_id)
        for element_id in near[:_MOST_BESIDE]:
            self._claim_field_words(matcher, element_id)
        if not stated and not _explains_enough(unit):
            matcher.release_all()

    def _ids_near(self, place: Place, stated: Iterable[str]) -> list[str]:
        """The elements that a cell may say something of."""
        in_row = self.held.in_row.get(row_key(place), ())
        before = self.current if place.row is None else ()
        return list(dict.fromkeys((*stated, *in_row, *before)))

    def _field_among(
        self, ids: Iterable[str], letters: str
    ) -> WordFate | None:
        """The field of the first of some elements that has these letters; None for none."""
        for element_id in ids if letters else ():
            fate = self.held.fields_of(element_id).fate_of.get(letters)
            if fate is not None:
                return fate
        return None

    def _claim_links(self, unit: TextUnit, key: CellKey) -> None:
        """Claim the cross or weight of a link, and the words or codes that name its end."""
        links = self.held.links_in_cell.get(key, ())
        if links and unit.is_untouched and _is_sign(unit, links):
            unit.fate = WordFate("mark", links[0].start)
            return
        if unit.is_untouched:
            self._claim_name(unit)
        in_row = self.held.links_in_row.get(row_key(unit.place), ())
        known = links or in_row[:_MOST_LINKS]
        if known and not unit.is_done:
            self._claim_ends(unit, known)

    def _claim_name(self, unit: TextUnit) -> None:
        """Claim a whole cell that names an element which its row or column links."""
        called = [
            element_id
            for text in texts_without_label(unit.whole)
            for element_id in self.held.ids_called.get(letters_of(text), ())
        ]
        # no element is called as the heading of a column is: what that links need not be known
        linked = self._linked_beside(unit.place) if called else ()
        for element_id in called:
            if element_id in linked:
                unit.fate = WordFate("reference", element_id)
                return

    def _linked_beside(self, place: Place) -> set[str]:
        if place.row is None and place.column is None:
            return set()
        linked: set[str] = set()
        if place.column is not None:
            linked = self.held.linked_in_column.get(column_key(place), linked)
        in_row = self.held.links_in_row.get(row_key(place), ())
        ends = chain.from_iterable(
            (link.start, link.end) for link in in_row[:_MOST_LINKS]
        )
        return linked.union(ends) if in_row else linked

    def _claim_ends(self, unit: TextUnit, links: Sequence[Link]) -> None:
        """Claim the ids and texts of what links lead to."""
        matcher = unit.matched()
        ends = dict.fromkeys(
            chain.from_iterable((link.end, link.start) for link in links)
        )
        names_codes = is_only_codes(unit.whole)
        # the longest code first: 1.1 stands in 1.1.2 as well
        for end in sorted(ends, key=len, reverse=True):
            element = self.held.element_of.get(end)
            fate = WordFate("reference", end)
            matcher.claim_text(end, fate)
            if names_codes:
                _claim_codes(matcher, end, fate)
            if element is None or not matcher.unclaimed:
                continue
            if not self._stands_in(element, unit):
                matcher.claim_text(element.text, fate)
                _claim_shortened(matcher, element.text, fate)

    def _stands_in(self, element: AnyElement, unit: TextUnit) -> bool:
        key = cell_key(unit.place)
        return any(cell_key(place) == key for place in element.places)

    def _claim_programme(self, unit: TextUnit) -> None:
        """Claim the title and the vision, and the names that groups and phases have."""
        if not unit.is_untouched:
            return
        matcher = unit.matched()
        for letters in (
            matcher.letters,
            letters_of(without_number(unit.whole)),
        ):
            unit.fate = self.held.whole_texts.get(letters) if letters else None
            if unit.fate is not None:
                return
        if unit.place.row is not None:
            # a word of the title in some cell is no title
            return
        for text, fate in self.held.programme_texts:
            if not matcher.claim_text(text, fate):
                _claim_if_within(unit, text, fate)
        if not _explains_enough(unit):
            matcher.release_all()


def _claim_element(matcher: WordMatcher, element: AnyElement) -> None:
    """Claim the text of an element, or another text that it has here."""
    fate = WordFate("text", element.id)
    names = (element.text, element.title, *element.wordings[:_MOST_LINKS])
    named = filter(None, names)
    if not any(matcher.claim_text(name, fate) for name in named):
        matcher.claim_words(element.text, fate)


def _claim_known_words(
    matcher: WordMatcher, text: str, fate_of_word: dict[str, WordFate]
) -> None:
    """Claim words in any order, as long as all are known: ``Jansen, Jan`` is Jan Jansen."""
    words = [word for word in text.split() if letters_of(word)]
    known = [fate_of_word.get(letters_of(word)) for word in words]
    if all(known):
        for word, fate in zip(words, known, strict=True):
            if fate is not None:
                matcher.claim_text(word, fate)


def _explains_enough(unit: TextUnit) -> bool:
    """What was claimed explains a cell by half, and a paragraph but for labels wholly."""
    matcher = unit.matched()
    if unit.place.row is not None:
        return _share_claimed(matcher) >= _LEAST_SHARE
    return not matcher.unclaimed or _only_labels_left(matcher)


def _share_claimed(matcher: WordMatcher) -> float:
    whole = len(matcher.letters)
    return 1 - matcher.unclaimed / whole if whole else 0


def _only_labels_left(matcher: WordMatcher) -> bool:
    """Some words are claimed, and the others only say what those are."""
    runs = matcher.runs()
    left = [run.text for run in runs if run.fate is None]
    return len(left) < len(runs) and all(map(is_inline_label, left))


def _is_sign(unit: TextUnit, links: Sequence[Link]) -> bool:
    """The cell holds the cross or the weight of a link, and nothing else."""
    weights = {getattr(link, "weight", None) for link in links}
    short = len(unit.matched().letters) <= _MOST_SIGNS
    return short or unit.whole in weights


def _claim_codes(
    matcher: WordMatcher, element_id: str, fate: WordFate
) -> None:
    """Claim the code among others that stands for an element: ``Doel 1`` or ``1`` for D1."""
    for run in matcher.runs() if matcher.unclaimed else ():
        for code in _BETWEEN_CODES.split(run.text) if run.fate is None else ():
            if is_code_of(code, element_id):
                matcher.claim_text(code, fate)


def _claim_shortened(matcher: WordMatcher, text: str, fate: WordFate) -> None:
    """Claim words that name an element in nearly its own words."""
    known = set(map(letters_of, text.split()))
    for run in matcher.runs():
        words = list(filter(None, map(letters_of, run.text.split())))
        if run.fate is not None or not words:
            continue
        common = sum(word in known for word in words)
        if len(words) > 1 and common >= _LEAST_COMMON * len(words):
            matcher.claim_text(run.text, fate)


def _claim_if_within(unit: TextUnit, text: str, fate: WordFate) -> None:
    """Claim a whole paragraph that is part of a longer text."""
    words = " ".join(map(letters_of, unit.whole.split()))
    if " " in words and words in " ".join(map(letters_of, text.split())):
        unit.matched().claim_rest(fate)
