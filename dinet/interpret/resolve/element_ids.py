"""Ids of elements: the codes of the document where these identify, else dinet's own.

A code is the id of its element when nothing else in the document is called so, when most codes
of that kind and level have its form, and when it is safe to write. A number without a full stop,
or a single letter, only counts items: it is an id where something refers to it, or where other
codes go on from it (``1.1`` from ``1``, ``A1`` from ``A``).

A code of two kinds belongs to the kind with most codes of those letters: an effort that is
called ``D3`` by mistake takes nothing from the goals ``D1`` to ``D9``. When both kinds have as
many (goals and efforts that both count from 1) it is the id of neither. What is no id stays with
the element as its ``code``.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeVar

from dinet.interpret.reading import ProgrammeReading
from dinet.interpret.texts.element_labels import label_keys
from dinet.model import ELEMENT_OF, Kind
from dinet.wording.element_codes import (
    CodeForm,
    folded_code,
    form_of_code,
    id_from_code,
    letters_of_code,
    tells_apart,
)

_Group = tuple[Kind, str | None]
"""A kind and a level: strategic goals may have codes of another form than operational ones."""


_Name = TypeVar("_Name", Kind, CodeForm)


class CodedElement(NamedTuple):
    """An element that the document calls by a code.

    Args:
        head: The number of its first mention.
        kind: What it is.
        level: Of a goal.
        code: As the document writes it.
        is_referred: Something in the document refers to it by its code.
        is_counted: Its number counts: the word for its kind stands before it, or its mentions
            have several numbers, so that these count rows.
    """

    head: int
    kind: Kind
    level: str | None
    code: str
    is_referred: bool
    is_counted: bool

    @property
    def group(self) -> _Group:
        """The elements whose codes should have one form."""
        return self.kind, self.level

    @property
    def form(self) -> CodeForm:
        """How its code is written."""
        return form_of_code(self.code)


class ElementIds:
    """The ids of the elements of a document, and the codes that are no ids.

    Args:
        draft: What was read.
        same: For each mention the number of the first mention of the same element.

    Attributes:
        ids: The id of each element, by the number of its first mention.
        codes: The code of each element that has one.
    """

    def __init__(self, draft: ProgrammeReading, same: list[int]) -> None:
        self.draft = draft
        self.same = same
        coded = _coded_elements(draft, same)
        self.codes = {element.head: element.code for element in coded}
        chosen = _ChosenCodes(coded).ids_by_head()
        self.ids: dict[int, str] = dict(chosen)
        self.taken = {folded_code(chosen_id) for chosen_id in chosen.values()}
        self.taken |= _unknown_codes(draft)
        self._number_others()

    def kept_code(self, head: int) -> str | None:
        """The code of an element that its id does not tell; None when there is no such code."""
        code = self.codes.get(head)
        if not code:
            return None
        told = {self.ids[head], self.ids[head][1:]}
        return None if code in told else code

    def tells_label(self, number: int, label: str) -> bool:
        """Whether the id or code of the element of a mention tells a label."""
        head = self.same[number]
        told = label_keys("goal", self.ids[head])
        told += label_keys("goal", self.codes.get(head, ""))
        return not set(told).isdisjoint(label_keys("goal", label)[:1])

    def _number_others(self) -> None:
        """Count the other elements by kind, and a part within its whole (``I3.1``)."""
        counts: Counter[str] = Counter()
        heads = sorted(set(self.same), key=self._is_answered)
        for head in heads:
            if head in self.ids:
                continue
            mention = self.draft.mentions[head]
            stem = ELEMENT_OF[mention.kind].prefix
            if mention.part_of is not None:
                stem = f"{self.ids[self.same[mention.part_of]]}."
            self.ids[head] = self._next_free_id(stem, counts)

    def _is_answered(self, head: int) -> tuple[bool, int]:
        """Elements of which a mapping form tells come last, so the others keep their ids."""
        whole = self.draft.mentions[head]
        while whole.part_of is not None:
            whole = self.draft.mentions[self.same[whole.part_of]]
        return whole.answer is not None, head

    def _next_free_id(self, stem: str, counts: Counter[str]) -> str:
        """The next number after a stem that no code of the document takes."""
        while True:
            counts[stem] += 1
            new_id = f"{stem}{counts[stem]}"
            folded = folded_code(new_id)
            if folded not in self.taken:
                self.taken.add(folded)
                return new_id


def _coded_elements(
    draft: ProgrammeReading, same: list[int]
) -> list[CodedElement]:
    """The elements that the document calls by a code, in reading order."""
    codes_by_head: dict[int, list[str]] = defaultdict(list)
    for number, code in sorted(draft.codes.items()):
        codes_by_head[same[number]].append(code)
    by_word = {same[number] for number in draft.called_by_word}
    referred = {same[number] for number in draft.referred}
    coded = []
    for head, codes in sorted(codes_by_head.items()):
        mention = draft.mentions[head]
        best = max(codes, key=tells_apart)
        numbers = {folded_code(code) for code in codes}
        coded.append(
            CodedElement(
                head,
                mention.kind,
                mention.level,
                best,
                is_referred=head in referred,
                is_counted=not tells_apart(best)
                and (len(numbers) > 1 or head in by_word),
            )
        )
    return coded


def _unknown_codes(draft: ProgrammeReading) -> set[str]:
    """Codes to which something refers and that nothing has: no other element may be called so."""
    codes = {code for mention in draft.mentions for _, code in mention.stated}
    codes |= draft.unknown_references
    return {
        folded_code(code)
        for code in codes
        if draft.mention_called(code) is None
    }


class _ChosenCodes:
    """Which codes become ids."""

    def __init__(self, coded: list[CodedElement]) -> None:
        self.coded = coded
        self.holders: dict[str, list[CodedElement]] = defaultdict(list)
        forms: dict[_Group, Counter[CodeForm]] = defaultdict(Counter)
        self.letters: dict[str, Counter[Kind]] = defaultdict(Counter)
        for element in coded:
            self.holders[folded_code(element.code)].append(element)
            forms[element.group][element.form] += 1
            self.letters[letters_of_code(element.code)][element.kind] += 1
        self.form_of_group = {
            group: _only_most_common(counts) for group, counts in forms.items()
        }
        self.continued = set(_continued_codes(self.holders))
        self.named_groups = {
            element.group for element in coded if self._is_named(element)
        }

    def ids_by_head(self) -> dict[int, str]:
        """The ids that are codes."""
        ids: dict[int, str] = {}
        for element in self.coded:
            new_id = id_from_code(element.code)
            if new_id and self._identifies_element(element):
                ids[element.head] = new_id
        return ids

    def _is_named(self, element: CodedElement) -> bool:
        """Something refers to the number or letter of an element, or goes on from it."""
        if element.is_counted or tells_apart(element.code):
            return False
        folded = folded_code(element.code)
        return element.is_referred or folded in self.continued

    def _identifies_element(self, element: CodedElement) -> bool:
        """The code of an element tells it from all others, and is no mere count."""
        if element.form != self.form_of_group[element.group]:
            return False
        if element.is_counted:
            return False
        counts = not tells_apart(element.code)
        if counts and element.group not in self.named_groups:
            return False
        return self._is_unique(element)

    def _is_unique(self, element: CodedElement) -> bool:
        """No other element has the code, or one of another kind has it by mistake."""
        holders = self.holders[folded_code(element.code)]
        if len(holders) == 1:
            return True
        if [other.kind for other in holders].count(element.kind) > 1:
            return False
        kinds = self.letters[letters_of_code(element.code)]
        is_lettered = element.form == "letters"
        return is_lettered and _only_most_common(kinds) == element.kind


def _only_most_common(counts: Counter[_Name]) -> _Name | None:
    """The name with the highest count; None when several have it."""
    most = max(counts.values())
    highest = [name for name, count in counts.items() if count == most]
    return highest[0] if len(highest) == 1 else None


def _continued_codes(folded_codes: Mapping[str, object]) -> Iterable[str]:
    """The codes from which others go on: 1 from which 1.1 does, a from which a1 does."""
    for code in folded_codes:
        if "." in code:
            yield code.rpartition(".")[0]
        elif code[:1].isalpha() and code[1:].isdigit():
            yield code[0]
