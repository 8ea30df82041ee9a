"""What has been read so far: mentions as they stand in the document, not yet made one.

It is the only thing in this room that changes.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from dinet.document.content import Grid
from dinet.document.notes import make_note
from dinet.interpret.account.reading_trace import ReadingTrace
from dinet.interpret.own_codes import OwnCodes
from dinet.interpret.texts.annotations import AnnotatedText
from dinet.interpret.texts.element_labels import label_keys
from dinet.interpret.texts.stated_links import StatedLink
from dinet.model import (
    ELEMENT_OF,
    STATED_FIELDS,
    Basis,
    ExtraField,
    FieldMention,
    FieldName,
    Kind,
    Level,
    LinkKind,
    Note,
    Place,
    Step,
)
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.roles import kind_of, role_of
from dinet.wording.element_codes import folded_code


@dataclass(frozen=True)
class Measure:
    """What a column says of a target in numbers; the same words elsewhere are the same measure.

    Args:
        name: The role of the column; ``dated`` for a column under a year alone.
        heading: Its heading.
        year: The year in that heading; None when it has none.
        text: The words of the cell.
        place: The cell.
    """

    name: str
    heading: str
    year: str | None
    text: str
    place: Place = field(compare=False)


_FIELD_BY_NAME: dict[str, FieldName] = {name: name for name in STATED_FIELDS}
_TEXT_ATTRIBUTES = ("phase", "period", "budget", "status", "remark")
"""The attributes of a mention that are called after their role."""
_SERVED_INDIRECTLY = frozenset({"goal", "theme"})
"""The kinds beside which ``(alleen via SMART-doel)`` stands."""
_MINUS_SIGNS = frozenset("-−–—")


def is_minus(weight: str) -> bool:
    """The weight of a link says that the one works against the other.

    Example:
        >>> is_minus("--"), is_minus("+"), is_minus("-2")
        (True, False, True)
    """
    return weight.strip()[:1] in _MINUS_SIGNS


class ElementReference(NamedTuple):
    """Words that name an element which may stand anywhere in the document.

    Args:
        words: A code, the text of an element, or several of these.
        kinds: What it may name; empty when it may be anything.
        may_define: When nothing else is meant by the words, they are an element themselves.
    """

    words: str
    kinds: tuple[Kind, ...] = ()
    may_define: bool = False


class LaterPlace(Protocol):
    """The place that a mention has if what its table refers to turns out to be nothing."""

    def place_as(self, number: int) -> None:
        """Give the place to the mention, which has this number by then."""


class NumberCell(NamedTuple):
    """A cell in a column of numbers or codes.

    Args:
        place: Where it stands.
        heading: Of its column.
        number: The mention that it labels; None when there is none.
        label: The code in it; empty when it holds none.
    """

    place: Place
    heading: str
    number: int | None
    label: str

    def shifted(self, by: int) -> "NumberCell":
        """The cell, labelling a mention whose number is so much higher."""
        if self.number is None:
            return self
        return self._replace(number=self.number + by)


@dataclass(slots=True)
class Mention:
    """One place where the document names an element, and what it says of it there."""

    kind: Kind
    text: str
    place: Place
    level: Level | None = None
    group: str | None = None
    sources: list[str] = field(default_factory=list)
    joint_with: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    stated: list[StatedLink] = field(default_factory=list)
    owner_words: str | None = None
    partners: list[str] = field(default_factory=list)
    phase: str | None = None
    period: str | None = None
    planning: list[Step] = field(default_factory=list)
    budget: str | None = None
    status: str | None = None
    remark: str | None = None
    measures: list[Measure] = field(default_factory=list)
    cells: list[FieldMention] = field(default_factory=list)
    """The cells that state its fields, as they stand there."""
    extra: list[ExtraField] = field(default_factory=list)
    is_indirect: bool = False
    """It serves the goal or theme beside it only by way of something else: its text says so."""
    part_of: int | None = None
    tier: str = ""
    """Its place in the order of kinds, when that is not called after its kind."""
    reference: ElementReference | None = None
    """It only names an element; which one is settled when the whole document is read."""
    answer: Place | None = None
    """Where a person said what it is; None when the document says so itself."""

    def add_attribute(self, name: str, words: str) -> None:
        """Add what the document says of it.

        Args:
            name: The role: owner, partner, phase, period, budget, status or remark.
            words: What it says; they come after what was said before, unless that holds them.
        """
        if name == "partner":
            names = map(str.strip, words.split(";"))
            self.partners += filter(None, names)
            return
        field_name = "owner_words" if name == "owner" else name
        before = getattr(self, field_name)
        if before and words not in before.split("; "):
            words = f"{before}; {words}"
        setattr(self, field_name, words)

    def attributes(self) -> Iterator[tuple[str, str]]:
        """What columns of one text say of it: the role of each, as ``add_attribute`` has it."""
        if self.owner_words:
            yield "owner", self.owner_words
        for name in _TEXT_ATTRIBUTES:
            words = getattr(self, name)
            if words:
                yield name, words

    def add_cell(self, name: str, words: str, place: Place) -> None:
        """Remember which cell states a field, and in which words.

        Args:
            name: The role of its column; one that is no field of an element is left.
            words: As they stand there.
            place: The cell, with the words above its column.
        """
        known = _FIELD_BY_NAME.get(name)
        if known:
            mention = FieldMention(field=known, text=words, place=place)
            self.cells.append(mention)


class CandidateLink(NamedTuple):
    """A link between two mentions, by their numbers.

    Without a kind, the kinds of the two say which of them serves the other, and how.
    """

    start: int
    end: int
    kind: LinkKind | None
    basis: Basis
    place: Place
    weight: str | None = None
    """How strongly the one serves the other, as the document marks it: ``++``, ``3``, ``P``."""
    answer: Place | None = None
    """Where a person said what one of the two is, or which shape their table has."""

    def shifted(self, by: int) -> "CandidateLink":
        """The link between mentions whose numbers are so much higher."""
        if not by:
            return self
        return self._replace(start=self.start + by, end=self.end + by)


@dataclass
class ProgrammeReading:
    """Everything read so far.

    Args:
        name: The document's file name.
        lang: Its language, in which the notes are written.
    """

    name: str
    lang: str
    title: str | None = None
    vision: list[str] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    ties: list[CandidateLink] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    labels: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    """By kind and label the mentions that the document calls so."""
    codes: dict[int, str] = field(default_factory=dict)
    """The whole label of each mention that has one."""
    own_codes: OwnCodes = field(default_factory=OwnCodes)
    """What codes the document gives its elements, read so far or not."""
    part_starts: tuple[int, ...] = ()
    """The goals with which parts begin that number their goals anew; empty without such parts."""
    asked_from: int | None = None
    """The mention from which is asked what a label means, when its part has to say so."""
    referred: set[int] = field(default_factory=set)
    """The mentions to which something refers by their label."""
    own_columns: set[str] = field(default_factory=set)
    """The headings of this table that dinet does not know, under which cells were kept."""
    unknown_references: set[str] = field(default_factory=set)
    """The codes and words of references to what the document does not hold."""
    called_by_word: set[int] = field(default_factory=set)
    """The mentions whose number stands after the word for their kind."""
    number_cells: list[NumberCell] = field(default_factory=list)
    headed_tables: list[Grid] = field(default_factory=list)
    """The tables in cells that have headings of their own, so are no paragraphs of these cells."""
    loose: list[int] = field(default_factory=list)
    """Efforts on rows without a goal, which something else in the document may still link."""
    trace: ReadingTrace = field(default_factory=ReadingTrace)
    """What was understood besides, and what page breaks cut off."""

    waiting: list[tuple[int, "LaterPlace"]] = field(default_factory=list)
    """Mentions that serve only what a reference names, each with the place that it has if that
    turns out to be nothing.
    """

    def add_mention(
        self, kind: Kind, said: AnnotatedText, place: Place
    ) -> int:
        """The number of a new mention."""
        self.mentions.append(
            Mention(
                kind,
                said.text,
                place,
                sources=list(said.sources),
                joint_with=list(said.joint_with),
                references=list(said.references),
                stated=list(said.stated),
                is_indirect=said.is_indirect,
            )
        )
        for name, words in said.asides:
            self.mentions[-1].add_attribute(name, words)
            self.mentions[-1].add_cell(name, words, place)
        return len(self.mentions) - 1

    def add_reference(
        self,
        words: str,
        place: Place,
        kinds: tuple[Kind, ...] = (),
        *,
        may_define: bool = False,
    ) -> int:
        """The number of a new mention that only names an element, of one of these kinds."""
        reference = ElementReference(words, kinds, may_define)
        kind: Kind = kinds[0] if kinds else "goal"
        self.mentions.append(Mention(kind, words, place, reference=reference))
        return len(self.mentions) - 1

    def take_over(self, other: "ProgrammeReading") -> int:
        """Add all that another reading holds; its mentions come after those read before.

        Returns:
            By how much the numbers of its mentions grew.
        """
        base = len(self.mentions)
        for mention in other.mentions:
            if mention.part_of is not None:
                mention.part_of += base
        self.mentions += other.mentions
        self.ties += (tie.shifted(base) for tie in other.ties)
        self.notes += other.notes
        self.loose += (number + base for number in other.loose)
        self._take_over_labels(other, base)
        self.headed_tables += other.headed_tables
        self.number_cells += (
            cell.shifted(base) for cell in other.number_cells
        )
        self.vision += (
            text for text in other.vision if text not in self.vision
        )
        self.trace.take_over(other.trace)
        return base

    def _take_over_labels(self, other: "ProgrammeReading", base: int) -> None:
        """Add by what the document calls the mentions of another reading.

        Args:
            other: The reading.
            base: By how much the numbers of its mentions grow.
        """
        for key, numbers in other.labels.items():
            known = self.labels.setdefault(key, [])
            known += (number + base for number in numbers)
        for number, code in other.codes.items():
            self.codes[number + base] = code
        self.referred.update(number + base for number in other.referred)
        self.called_by_word.update(
            number + base for number in other.called_by_word
        )

    def add_label(
        self, number: int, label: str, *, by_word: bool = False
    ) -> None:
        """Remember by which label the document calls a mention; an empty label says nothing.

        Args:
            number: Of the mention.
            label: A code or number.
            by_word: The word for its kind stands before it, as in ``Doel 2``.
        """
        if not label:
            return
        if by_word:
            self.called_by_word.add(number)
        for key in label_keys(self.mentions[number].kind, label):
            self.codes.setdefault(number, label)
            self.labels.setdefault(key, []).append(number)

    def mentions_labelled(self, kind: str, labels: Iterable[str]) -> list[int]:
        """The mentions of a kind that have these labels, in the order of the labels.

        A label of several elements finds none of them.
        """
        found: list[int] = []
        for label in labels:
            holders = self._in_part(self._holders_of_label(kind, label))
            if len({self.mentions[number].text for number in holders}) == 1:
                found.append(holders[0])
                self.referred.add(holders[0])
        return found

    def _in_part(self, holders: list[int]) -> list[int]:
        """Those of the holders of a label that stand in the part from which is asked for it."""
        if self.asked_from is None or not self.part_starts:
            return holders
        part = bisect_right(self.part_starts, self.asked_from)
        return [
            holder
            for holder in holders
            if bisect_right(self.part_starts, holder) == part
        ]

    def _holders_of_label(self, kind: str, label: str) -> list[int]:
        """The mentions with a label, or with its number alone.

        The number alone does not count when a letter says that another is meant: S2 is not D2.
        """
        whole, *number = label_keys(kind, label) or (("", ""),)
        if whole in self.labels or not number:
            return self.labels.get(whole, [])
        if any((other, whole[1]) in self.labels for other in ELEMENT_OF):
            return []
        holders = self.labels.get(number[0], ())
        return [
            holder
            for holder in holders
            if not self.codes[holder][:1].isalpha()
        ]

    def linked_texts(self) -> frozenset[tuple[str, str]]:
        """The kinds and texts of all mentions that serve something."""
        return frozenset(self._kind_and_text(tie.start) for tie in self.ties)

    def _kind_and_text(self, number: int) -> tuple[str, str]:
        """What two mentions of one element have in common."""
        mention = self.mentions[number]
        return mention.kind, fold_text(mention.text).replace(" ", "")

    def unlinked_among(self, numbers: Iterable[int]) -> list[int]:
        """Those of the mentions that serve nothing, also not where they stand in the same words."""
        numbers = tuple(numbers)
        if not numbers:  # then nobody need know what serves something
            return []
        linked = self.linked_texts()
        return [
            number
            for number in numbers
            if self._kind_and_text(number) not in linked
        ]

    def mention_called(self, code: str) -> int | None:
        """The one mention with a code such as ``D3``; None when there is no such one.

        It is found by its whole label, or by its number when the letter tells its kind, or a word:
        ``doel 3``.
        """
        word, _, label = code.rpartition(" ")
        kind = kind_of(role_of(word)) if word.isalpha() else None
        if kind is None:
            label, kind = code, self._kind_called(code)
        found = self.mentions_labelled(kind, (label,)) if kind else []
        return found[0] if found else None

    def _kind_called(self, code: str) -> Kind | None:
        """The kind of element that a code calls: the only one with it, or what its letter says."""
        kinds = [
            kind
            for kind in ELEMENT_OF
            if (kind, folded_code(code)) in self.labels
        ]
        if len(kinds) != 1:
            letter = code[:1]
            kinds = [
                kind for kind, of in ELEMENT_OF.items() if of.prefix == letter
            ]
        return kinds[0] if kinds else None

    def link_mentions(
        self,
        start: int,
        end: int,
        kind: LinkKind | None,
        basis: Basis,
        place: Place | None = None,
    ) -> None:
        """Link two mentions; the place is that of the first when no other is given.

        Where they only stand beside each other and the first says that it serves what is there by
        way of something else, they are not linked.
        """
        if basis != "stated" and self._is_served_indirectly(start, end):
            return
        where = place or self.mentions[start].place
        self.ties.append(CandidateLink(start, end, kind, basis, where))

    def _is_served_indirectly(self, start: int, end: int) -> bool:
        """A mention says of itself that it serves a goal or theme by way of something else."""
        is_high = self.mentions[end].kind in _SERVED_INDIRECTLY
        return is_high and self.mentions[start].is_indirect

    def add_note(
        self, code: str, place: Place | None, **values: object
    ) -> None:
        """Remark something about the reading."""
        self.notes.append(make_note(code, place, self.lang, **values))
