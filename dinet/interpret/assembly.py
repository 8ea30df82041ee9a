"""A draft becomes a Programme.

Mentions that are the same become one element with an id, all its places and wordings.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain
from typing import TypeVar

from dinet.interpret.form_answers import NO_ANSWERS, FormAnswers
from dinet.interpret.reading import CandidateLink, Mention, ProgrammeReading
from dinet.interpret.resolve.contained_words import (
    LEAST_CONTAINED_WORDS,
    ContainedWords,
)
from dinet.interpret.resolve.element_ids import ElementIds
from dinet.interpret.resolve.identity import merge_mentions
from dinet.interpret.resolve.stated_sameness import (
    StatedSameness,
    pairs_apart,
)
from dinet.interpret.rows.target_values import aim_of_mention, measurements_of
from dinet.interpret.texts.element_labels import only_labels
from dinet.interpret.texts.owner_names import OwnerNames, role_in_heading
from dinet.model import (
    BASES,
    ELEMENT_OF,
    KINDS,
    Aim,
    Amount,
    AnyElement,
    Basis,
    FieldMention,
    Identity,
    Link,
    LinkKind,
    Measurement,
    OwnerRole,
    Place,
    Programme,
    Step,
)
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.roles import find_role_prefix, role_of
from dinet.wording.amounts import read_amounts
from dinet.wording.element_codes import folded_code, tells_apart
from dinet.wording.similarity import content_words

_JOINED_FIELDS = ("phase", "period", "budget", "status")
"""The fields in which what several mentions say is put after one another."""


def assemble_programme(
    draft: ProgrammeReading, answers: FormAnswers = NO_ANSWERS
) -> Programme:
    """The programme of a draft.

    Links between the same two elements become one, with the firmest evidence.

    Args:
        draft: What was read.
        answers: What a person says of it; which elements are one, and which are not.

    Raises:
        DocumentError: The answers do not fit what was read.
    """
    return Assembly(draft, answers).build_programme()


class Assembly:
    """One draft on its way to a programme."""

    def __init__(
        self, draft: ProgrammeReading, answers: FormAnswers = NO_ANSWERS
    ) -> None:
        self.draft = draft
        self.same = merge_mentions(draft, pairs_apart(answers))
        self.heads = sorted(set(self.same))
        self.members = self._members_by_head()
        self._find_references()
        self.codes = ElementIds(draft, self.same)
        self.ids = self.codes.ids
        if answers.sameness:
            self._join_stated(StatedSameness(answers, draft, self.ids))
        self.owners = OwnerNames(
            mention.owner_words
            for mention in draft.mentions
            if mention.owner_words
        )
        self.sources: dict[frozenset[str], str] = {}
        self.roles_by_heading: dict[str, str | None] = {}

    def _members_by_head(self) -> dict[int, list[Mention]]:
        """The mentions of each element, by the number of the first."""
        members: dict[int, list[Mention]] = defaultdict(list)
        for number, mention in enumerate(self.draft.mentions):
            members[self.same[number]].append(mention)
        return members

    def _join_stated(self, sameness: StatedSameness) -> None:
        """Make one what a person says is one; all other elements keep their ids."""
        joined = sameness.join_elements()
        self.same = [joined.get(head, head) for head in self.same]
        self.codes.same = self.same
        self.heads = sorted(set(self.same))
        self.members = self._members_by_head()

    def build_programme(self) -> Programme:
        """The programme, its elements by kind and then in reading order."""
        elements = tuple(self._build_element(head) for head in self.heads)
        links = _each_link_once(
            (*self._build_links(self.draft.ties), *self._reference_links())
        )
        self._note_codes()
        self._note_numbers()
        self._note_unlinked_levels()
        vision = "\n".join(self.draft.vision) or None
        identity = Identity(
            title=self.draft.title,
            vision=vision,
            lang="en" if self.draft.lang == "en" else "nl",
        )
        return Programme(
            identity=identity,
            elements=elements,
            links=links,
            notes=tuple(self.draft.notes),
        )

    def _find_references(self) -> None:
        """Find what cross-references name by a number, which may so become an id."""
        for mention in self.draft.mentions:
            for words in mention.references:
                self._labelled_elements(*_split_reference(words))

    def _build_element(self, head: int) -> AnyElement:
        """The element that begins with a mention: what all its mentions say of it."""
        first, mentions = self.draft.mentions[head], self.members[head]
        owners, vacant = self._split_owners(mentions)
        self._note_repeats(head, mentions)
        self._note_absent_sources(head, mentions)
        if first.tier == "undesired":
            self.draft.add_note(
                "undesired_effect", first.place, text=first.text
            )
        values: dict[str, object] = {
            "id": self.ids[head],
            "code": self.codes.kept_code(head),
            "text": first.text,
            "wordings": _other_wordings(mentions),
            "sources": self._known_sources(mentions),
            "owners": owners,
            "vacant": vacant,
            "group": _first_group(mentions),
            "joint_with": _names_in(
                mention.joint_with for mention in mentions
            ),
            "partners": _names_in(mention.partners for mention in mentions),
            "planning": _first_planning(mentions),
            "places": _each_place_once(mention.place for mention in mentions),
            "remark": _join_words(_remarks_of(mentions)),
            **_joined_fields(mentions),
        }
        values["phase"] = values["phase"] or _only_phase(mentions)
        if first.kind == "goal":
            values["level"] = first.level
        if first.kind == "target":
            values["target"] = _first_aim(mentions)
            values["measurements"] = self._measurements_of(mentions)
        values |= self._stated_cells(mentions)
        return ELEMENT_OF[first.kind].model_validate(values)

    def _measurements_of(
        self, mentions: list[Mention]
    ) -> tuple[Measurement, ...]:
        """The values that all mentions of a target have, each with its cell."""
        measured = (
            measurements_of(mention, self.draft.lang) for mention in mentions
        )
        return tuple(dict.fromkeys(chain.from_iterable(measured)))

    def _stated_cells(self, mentions: list[Mention]) -> dict[str, object]:
        """What single cells state of an element; most elements have none of it."""
        if not any(mention.cells or mention.extra for mention in mentions):
            return {}
        cells = _joined_once([mention.cells for mention in mentions])
        extra = _joined_once([mention.extra for mention in mentions])
        parts: dict[str, tuple[object, ...]] = {
            "stated": cells,
            "extra": extra,
            "roles": tuple(self._owner_roles(cells)),
            "amounts": tuple(self._read_amounts(cells)),
        }
        return {name: part for name, part in parts.items() if part}

    def _owner_roles(
        self, cells: Iterable[FieldMention]
    ) -> Iterator[OwnerRole]:
        """What each owner is, each once, where its column or the cell has a word for that."""
        told: set[tuple[str, str]] = set()
        for cell in cells:
            if cell.field != "owner":
                continue
            role_of_column = self._role_in_heading(cell.place)
            for owner in self.owners.split_roles(cell.text)[0]:
                role = owner.role or role_of_column
                if role and (role, owner.name) not in told:
                    told.add((role, owner.name))
                    yield OwnerRole(role=role, name=owner.name)

    def _role_in_heading(self, place: Place | None) -> str | None:
        """What the words above a cell say that owners are; looked up once for each heading."""
        heading = place.heading if place else None
        if not heading:
            return None
        if heading not in self.roles_by_heading:
            self.roles_by_heading[heading] = role_in_heading(heading)
        return self.roles_by_heading[heading]

    def _read_amounts(self, cells: Iterable[FieldMention]) -> Iterator[Amount]:
        """The numbers in the cells of budgets: every cell apart, nothing is added up."""
        for cell in cells:
            if cell.field != "budget":
                continue
            heading = (cell.place and cell.place.heading) or ""
            for amount in read_amounts(cell.text, heading, self.draft.lang):
                yield Amount(**amount._asdict(), place=cell.place)

    def _split_owners(
        self, mentions: list[Mention]
    ) -> tuple[tuple[str, ...], str | None]:
        """The owners that mentions name, and the words for which they name none (``Vacant``)."""
        names: list[str] = []
        vacant = None
        for mention in mentions:
            if mention.owner_words:
                owners, nobody = self.owners.split_owners(mention.owner_words)
                self._note_completed_owners(owners, mention)
                names += owners
                vacant = vacant or nobody
        return tuple(dict.fromkeys(names)), vacant

    def _note_completed_owners(
        self, owners: Iterable[str], mention: Mention
    ) -> None:
        """Note the full names of which the document has only the first one here."""
        for name in owners:
            if name not in (mention.owner_words or ""):
                first_name = name.split()[0]
                self.draft.add_note(
                    "owner_completed",
                    mention.place,
                    text=first_name,
                    owner=name,
                )

    def _known_sources(self, mentions: list[Mention]) -> tuple[str, ...]:
        sources: list[str] = []
        for mention in mentions:
            sources += [
                self._known_source(name, mention) for name in mention.sources
            ]
        return tuple(dict.fromkeys(sources))

    def _known_source(self, name: str, mention: Mention) -> str:
        """A source as it was first named: with the same content words it is the same source."""
        known = self.sources.setdefault(
            content_words(name) or frozenset({name}), name
        )
        if known != name and fold_text(known) != fold_text(name):
            self.draft.add_note(
                "source_same", mention.place, text=name, known=known
            )
        return known

    def _note_repeats(self, head: int, mentions: list[Mention]) -> None:
        """Note where the same words stand again, but for the cell right below."""
        if len(mentions) == 1:
            return
        words = fold_text(mentions[0].text)
        before = mentions[0].place
        for mention in mentions[1:]:
            right_below = _is_right_below(before, mention.place)
            if not right_below and fold_text(mention.text) == words:
                self.draft.add_note(
                    "merged",
                    mention.place,
                    text=mention.text,
                    id=self.ids[head],
                )
            before = mention.place

    def _note_absent_sources(self, head: int, mentions: list[Mention]) -> None:
        """Note where a target stands again without the source that it has elsewhere.

        Only under the heading under which it has one: another table may have no room for it. Met
        in the annex of Hoogeveen, where one target stands under three goals.
        """
        if mentions[0].kind != "target":
            return
        sourced = [mention for mention in mentions if mention.sources]
        if not sourced:
            return
        headings = {_heading_of(mention) for mention in sourced}
        words = fold_text(sourced[0].text)
        for mention in mentions:
            is_repeat = fold_text(mention.text) == words
            if is_repeat and _lacks_source(mention, headings):
                self.draft.add_note(
                    "source_absent",
                    mention.place,
                    text=mention.text,
                    id=self.ids[head],
                    known="; ".join(dict.fromkeys(sourced[0].sources)),
                )

    def _build_links(self, ties: Iterable[CandidateLink]) -> Iterator[Link]:
        """The links between elements: each once, with its firmest evidence and all its places."""
        by_ends: dict[tuple[int, int, LinkKind], list[CandidateLink]] = {}
        for tie in ties:
            start, end = self.same[tie.start], self.same[tie.end]
            if start != end and tie.kind is not None:
                by_ends.setdefault((start, end, tie.kind), []).append(tie)
        for (start, end, kind), same in by_ends.items():
            bases: list[Basis] = [tie.basis for tie in same]
            yield Link(
                start=self.ids[start],
                end=self.ids[end],
                kind=kind,
                basis=min(bases, key=BASES.index),
                weight=_join_words(tie.weight for tie in same),
                places=_each_place_once(_places_of(same)),
            )

    def _reference_links(self) -> Iterator[Link]:
        """Cross-references: the link from each mention to the element to which it refers.

        A reference to no element of the document is noted.
        """
        for number, mention in enumerate(self.draft.mentions):
            for words in dict.fromkeys(mention.references):
                head = self._referred_element(words, self.same[number])
                if head is None:
                    self.draft.add_note(
                        "reference_unknown", mention.place, text=words
                    )
                    continue
                known = self.draft.mentions[head].text
                self.draft.add_note(
                    "referred", mention.place, text=words, known=known
                )
                yield Link(
                    start=self.ids[self.same[number]],
                    end=self.ids[head],
                    kind="refers_to",
                    places=(mention.place,),
                )

    def _referred_element(self, words: str, own: int) -> int | None:
        """The one element to which words refer: by its label, or by nearly all of its words.

        Args:
            words: Of the reference; a role may stand before them.
            own: The element that has the reference: it does not refer to itself.
        """
        role, plain = _split_reference(words)
        named = self._labelled_elements(role, plain)
        if len(named) == 1 and named[0] != own:
            return named[0]
        mentions = self.draft.mentions
        return self._contained_words.find_text(
            plain,
            lambda head: head != own and role in (None, mentions[head].kind),
            fewest=1 if role else LEAST_CONTAINED_WORDS,
        )

    def _labelled_elements(self, role: str | None, labels: str) -> list[int]:
        """The elements of a role, or of any kind, that have one of the labels in a text."""
        heads: list[int] = []
        for kind in [role] if role else KINDS:
            numbers = self.draft.mentions_labelled(
                kind, only_labels(labels, kind)
            )
            heads += [self.same[number] for number in numbers]
        return heads

    @cached_property
    def _contained_words(self) -> ContainedWords:
        """The elements by their words."""
        words = ContainedWords()
        for head in self.heads:
            words.add_text(head, self.draft.mentions[head].text)
        return words

    def _note_codes(self) -> None:
        """Note the codes that the document has for its elements, where they are not their ids."""
        codes = [
            (code, self.ids[self.same[number]])
            for number, code in sorted(self.draft.codes.items())
        ]
        other = [
            f"{code} = {id_}"
            for code, id_ in dict.fromkeys(codes)
            if _is_code(code) and folded_code(code) != folded_code(id_)
        ]
        if other:
            words = ", ".join(other)
            self.draft.add_note(
                "codes_left", None, count=len(other), text=words
            )

    def _note_numbers(self) -> None:
        """Note the numbers of a column that neither an id nor a code of an element tells."""
        noted: set[tuple[object, ...]] = set()
        for cell in self.draft.number_cells:
            table = (cell.place.sheet, cell.place.table, cell.heading)
            is_told = cell.number is not None and self.codes.tells_label(
                cell.number, cell.label
            )
            if not is_told and table not in noted:
                noted.add(table)
                self.draft.add_note(
                    "numbers_left", cell.place, heading=cell.heading
                )

    def _note_unlinked_levels(self) -> None:
        """Note goals of two levels of which the document does not say which serves which."""
        goals = {
            number: mention
            for number, mention in enumerate(self.draft.mentions)
            if mention.kind == "goal"
        }
        by_level = {goal.level: goal for goal in reversed(goals.values())}
        linked = any(
            tie.start in goals and tie.end in goals for tie in self.draft.ties
        )
        if not linked and {"strategic", "operational"} <= by_level.keys():
            first = by_level["operational"]
            self.draft.add_note("levels_unlinked", first.place)


_Part = TypeVar("_Part")


def _each_place_once(places: Iterable[Place]) -> tuple[Place, ...]:
    """The places without repeats, in order; most elements and links have one."""
    found = tuple(places)
    return tuple(dict.fromkeys(found)) if len(found) > 1 else found


def _places_of(ties: Iterable[CandidateLink]) -> Iterator[Place]:
    """Where links stand, and where a person said what they rest on."""
    for tie in ties:
        yield tie.place
        if tie.answer is not None:
            yield tie.answer


def _joined_once(lists: list[list[_Part]]) -> tuple[_Part, ...]:
    """What some lists hold, each once, in order; one list alone holds everything once."""
    filled = [parts for parts in lists if parts]
    if len(filled) < 2:
        return tuple(filled[0]) if filled else ()
    return tuple(dict.fromkeys(chain.from_iterable(filled)))


def _lacks_source(mention: Mention, headings: set[str | None]) -> bool:
    """It has none, and stands under a heading under which others have one."""
    return not mention.sources and _heading_of(mention) in headings


def _heading_of(mention: Mention) -> str | None:
    """The words above the column of a mention; None outside such columns."""
    return mention.place.heading if mention.place else None


def _is_right_below(before: Place, place: Place) -> bool:
    """A place is the cell under another in its table."""
    same_column = (before.table, before.column) == (place.table, place.column)
    return same_column and place.row == (before.row or 0) + 1


def _other_wordings(mentions: list[Mention]) -> tuple[str, ...]:
    """The texts that differ from the first one and from each other, in reading order."""
    first, *others = mentions
    if not others:
        return ()
    wordings = {fold_text(mention.text): mention.text for mention in others}
    wordings.pop(fold_text(first.text), None)
    return tuple(wordings.values())


def _each_link_once(links: Iterable[Link]) -> tuple[Link, ...]:
    """The links, of those that say the same only the first, with the places of all of them.

    An element may name another twice: in its text, and in words behind it.
    """
    once: dict[tuple[str, str, LinkKind], Link] = {}
    for link in links:
        ends = link.start, link.end, link.kind
        same = once.get(ends)
        if same is None:
            once[ends] = link
        else:
            places = tuple(dict.fromkeys((*same.places, *link.places)))
            once[ends] = same.model_copy(update={"places": places})
    return tuple(once.values())


def _first_group(mentions: list[Mention]) -> str | None:
    """The heading or column under which the first mention stands that has one."""
    return next((mention.group for mention in mentions if mention.group), None)


def _joined_fields(mentions: list[Mention]) -> dict[str, str | None]:
    """What all mentions say in each of the fields that may be put after one another."""
    if len(mentions) == 1:  # as of most elements
        only = mentions[0]
        return {name: getattr(only, name) or None for name in _JOINED_FIELDS}
    joined: dict[str, str | None] = dict.fromkeys(_JOINED_FIELDS)
    for name in _JOINED_FIELDS:
        said = [getattr(mention, name) for mention in mentions]
        if any(said):
            joined[name] = _join_words(said)
    return joined


def _names_in(lists: Iterable[list[str]]) -> tuple[str, ...]:
    """All names of some lists, each once, in order."""
    filled = [names for names in lists if names]
    if not filled:  # as of most elements
        return ()
    return tuple(dict.fromkeys(chain.from_iterable(filled)))


def _first_planning(mentions: list[Mention]) -> tuple[Step, ...]:
    """The steps of the first mention that is planned; empty when none is."""
    plannings = (mention.planning for mention in mentions if mention.planning)
    return tuple(next(plannings, ()))


def _first_aim(mentions: list[Mention]) -> Aim | None:
    """The aim of the first mention that has one."""
    aims = (aim_of_mention(mention)[0] for mention in mentions)
    return next(filter(None, aims), None)


def _remarks_of(mentions: list[Mention]) -> Iterator[str | None]:
    """The remark of each mention, and the measures between its baseline and its aim."""
    for mention in mentions:
        yield mention.remark
        yield from aim_of_mention(mention)[1]


def _join_words(words: Iterable[str | None]) -> str | None:
    """Words after one another, each once; None when there are none."""
    said = list(filter(None, words))
    if not said:  # as in most fields of most elements
        return None
    return "; ".join(dict.fromkeys(said))


def _split_reference(words: str) -> tuple[str | None, str]:
    """The role to whose elements a reference limits itself, and the other words of it."""
    labelled_words = find_role_prefix(words)
    if labelled_words:
        role, rest = labelled_words
        return role.name, rest
    first, _, rest = words.partition(" ")
    role_of_first = role_of(first)
    return (role_of_first.name, rest) if role_of_first else (None, words)


def _is_code(label: str) -> bool:
    """The label is more than the number of an item in a list."""
    is_letter = len(label) == 1 and label.isupper()
    return is_letter or tells_apart(label)


def _only_phase(mentions: list[Mention]) -> str | None:
    """The phase in which all planned steps are; None when they are in several."""
    phases = {step.phase for mention in mentions for step in mention.planning}
    return next(iter(phases)) if len(phases) == 1 else None
