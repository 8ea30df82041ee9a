"""A draft becomes a Programme: mentions that are the same become one element with an id, all its places and wordings."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from dinet.interpret.element_labels import only_labels
from dinet.interpret.reading import CandidateLink, Mention, ProgrammeReading
from dinet.interpret.resolve.identity import merge_mentions
from dinet.interpret.shapes.planning import OwnerNames
from dinet.interpret.target_values import aim_of_mention
from dinet.model import (
    BASES,
    ELEMENT_OF,
    KINDS,
    AnyElement,
    Basis,
    Identity,
    Link,
    LinkKind,
    Place,
    Programme,
)
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.roles import prefixed, role_of
from dinet.wording.similarity import content_words

_CONTAINED = 0.8
_LEAST_WORDS = 2
_MOST_HOLDERS = 200


def assemble_programme(draft: ProgrammeReading) -> Programme:
    """The programme of a draft.

    Links between the same two elements become one, with the firmest evidence.
    """
    return Assembly(draft).build_programme()


class Assembly:
    """One draft on its way to a programme."""

    def __init__(self, draft: ProgrammeReading) -> None:
        self.draft = draft
        self.same = merge_mentions(draft)
        self.heads = sorted(set(self.same))
        self.members: dict[int, list[Mention]] = defaultdict(list)
        for number, mention in enumerate(draft.mentions):
            self.members[self.same[number]].append(mention)
        self.ids = self._ids()
        self.owners = OwnerNames(
            mention.owner_words for mention in draft.mentions if mention.owner_words
        )
        self.sources: dict[frozenset[str], str] = {}

    def build_programme(self) -> Programme:
        """The programme, its elements by kind and then in reading order."""
        elements = tuple(self._element(head) for head in self.heads)
        links = (*self._links(self.draft.ties), *self._references())
        self._remarks()
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

    def _ids(self) -> dict[int, str]:
        counts: Counter[str] = Counter()
        ids: dict[int, str] = {}
        for head in self.heads:
            mention = self.draft.mentions[head]
            if mention.part_of is None:
                prefix = ELEMENT_OF[mention.kind].prefix
                counts[prefix] += 1
                ids[head] = f"{prefix}{counts[prefix]}"
            else:
                top = ids[self.same[mention.part_of]]
                counts[top] += 1
                ids[head] = f"{top}.{counts[top]}"
        return ids

    def _element(self, head: int) -> AnyElement:
        first, mentions = self.draft.mentions[head], self.members[head]
        owners, vacant = self._owners(mentions)
        others = {
            fold_text(mention.text): mention.text
            for mention in mentions
            if fold_text(mention.text) != fold_text(first.text)
        }
        self._note_repeats(head, mentions)
        if first.rung == "undesired":
            self.draft.add_note("undesired_effect", first.place, text=first.text)
        values: dict[str, object] = {
            "id": self.ids[head],
            "text": first.text,
            "wordings": tuple(others.values()),
            "sources": tuple(
                dict.fromkeys(
                    self._source(name, mention)
                    for mention in mentions
                    for name in mention.sources
                )
            ),
            "owners": owners,
            "vacant": vacant,
            "group": next(
                (mention.group for mention in mentions if mention.group), None
            ),
            "joint_with": tuple(
                dict.fromkeys(
                    name for mention in mentions for name in mention.joint_with
                )
            ),
            "partners": tuple(
                dict.fromkeys(name for mention in mentions for name in mention.partners)
            ),
            "planning": next(
                (tuple(mention.planning) for mention in mentions if mention.planning),
                (),
            ),
            "places": tuple(dict.fromkeys(mention.place for mention in mentions)),
        }
        for name in ("phase", "period", "budget", "status"):
            values[name] = (
                "; ".join(
                    dict.fromkeys(
                        filter(None, (getattr(mention, name) for mention in mentions))
                    )
                )
                or None
            )
        remarks = [
            words
            for mention in mentions
            for words in (mention.remark, *aim_of_mention(mention)[1])
        ]
        values["remark"] = "; ".join(dict.fromkeys(filter(None, remarks))) or None
        values["phase"] = values["phase"] or _only_phase(mentions)
        if first.kind == "goal":
            values["level"] = first.level
        if first.kind == "target":
            values["target"] = next(
                (
                    found
                    for mention in mentions
                    if (found := aim_of_mention(mention)[0])
                ),
                None,
            )
        return ELEMENT_OF[first.kind].model_validate(values)

    def _owners(self, mentions: list[Mention]) -> tuple[tuple[str, ...], str | None]:
        names: list[str] = []
        vacant = None
        for mention in mentions:
            if mention.owner_words:
                found, none = self.owners.split_owners(mention.owner_words)
                names += found
                vacant = vacant or none
                for name in found:
                    if name not in mention.owner_words:
                        self.draft.add_note(
                            "owner_completed",
                            mention.place,
                            text=name.split()[0],
                            owner=name,
                        )
        return tuple(dict.fromkeys(names)), vacant

    def _source(self, name: str, mention: Mention) -> str:
        known = self.sources.setdefault(content_words(name) or frozenset({name}), name)
        if known != name and fold_text(known) != fold_text(name):
            self.draft.add_note("source_same", mention.place, text=name, known=known)
        return known

    def _note_repeats(self, head: int, mentions: list[Mention]) -> None:
        before = mentions[0].place
        for mention in mentions[1:]:
            below = (before.table, before.column) == (
                mention.place.table,
                mention.place.column,
            )
            if not (below and mention.place.row == (before.row or 0) + 1) and fold_text(
                mention.text
            ) == fold_text(mentions[0].text):
                self.draft.add_note(
                    "merged", mention.place, text=mention.text, id=self.ids[head]
                )
            before = mention.place

    def _links(self, ties: Iterable[CandidateLink]) -> Iterator[Link]:
        found: dict[tuple[int, int, LinkKind], tuple[Basis, list[Place]]] = {}
        for tie in ties:
            start, end = self.same[tie.start], self.same[tie.end]
            if start != end:
                basis, places = found.get((start, end, tie.kind), (tie.basis, []))
                places.append(tie.place)
                found[start, end, tie.kind] = (
                    min(basis, tie.basis, key=BASES.index),
                    places,
                )
        for (start, end, kind), (basis, places) in found.items():
            yield Link(
                start=self.ids[start],
                end=self.ids[end],
                kind=kind,
                basis=basis,
                places=tuple(dict.fromkeys(places)),
            )

    def _references(self) -> Iterator[Link]:
        """Cross-references: the words of one element, nearly all of them, stand in the reference or the other way round."""
        for number, mention in enumerate(self.draft.mentions):
            for words in dict.fromkeys(mention.references):
                head = self._referred(words, self.same[number])
                if head is None:
                    self.draft.add_note("reference_unknown", mention.place, text=words)
                else:
                    self.draft.add_note(
                        "referred",
                        mention.place,
                        text=words,
                        known=self.draft.mentions[head].text,
                    )
                    yield Link(
                        start=self.ids[self.same[number]],
                        end=self.ids[head],
                        kind="refers_to",
                        places=(mention.place,),
                    )

    def _referred(self, words: str, own: int) -> int | None:
        found = prefixed(words)
        first, _, rest = words.partition(" ")
        role = found[0] if found else role_of(first)
        plain = found[1] if found else rest if role else words
        kinds = [role.name] if role else KINDS
        named = [
            number
            for kind in kinds
            for number in self.draft.mentions_labelled(kind, only_labels(plain, kind))
        ]
        if len(named) == 1 and self.same[named[0]] != own:
            return self.same[named[0]]
        fewest = 1 if role else _LEAST_WORDS
        scores = {
            head: _containment(plain, self.draft.mentions[head].text, fewest)
            for head in sorted(self._holders(plain))
            if head != own
            and (role is None or role.name == self.draft.mentions[head].kind)
        }
        most = max(scores.values(), default=0.0)
        best = [head for head, score in scores.items() if score == most]
        return best[0] if most >= _CONTAINED and len(best) == 1 else None

    def _holders(self, words: str) -> set[int]:
        """The elements that have one of these words; of a word that very many have only the first."""
        return {
            head
            for word in content_words(words)
            for head in self._by_word.get(word, ())[:_MOST_HOLDERS]
        }

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for head in self.heads:
            for word in content_words(self.draft.mentions[head].text):
                found[word].append(head)
        return found

    def _remarks(self) -> None:
        """What the document as a whole leaves open, and the codes that it has for its elements."""
        codes = [
            (code, self.ids[self.same[number]])
            for number, code in sorted(self.draft.codes.items())
        ]
        other = [
            (code, id_)
            for code, id_ in dict.fromkeys(codes)
            if _is_code(code) and fold_text(code) != fold_text(id_)
        ]
        if other:
            words = ", ".join(f"{code} = {id_}" for code, id_ in other)
            self.draft.add_note("codes_left", None, count=len(other), text=words)
        levels = {
            mention.level for mention in self.draft.mentions if mention.kind == "goal"
        }
        goals = {
            number
            for number, mention in enumerate(self.draft.mentions)
            if mention.kind == "goal"
        }
        linked = any(tie.start in goals and tie.end in goals for tie in self.draft.ties)
        if {"strategic", "operational"} <= levels and not linked:
            first = next(
                mention
                for mention in self.draft.mentions
                if mention.level == "operational"
            )
            self.draft.add_note("levels_unlinked", first.place)


def _is_code(label: str) -> bool:
    """The label is more than the number of an item in a list."""
    return "." in label or any(map(str.isupper, label))


def _only_phase(mentions: list[Mention]) -> str | None:
    phases = {step.phase for mention in mentions for step in mention.planning}
    return next(iter(phases)) if len(phases) == 1 else None


def _containment(one: str, other: str, fewest: int) -> float:
    """The share of the words of the shorter text that are in the other; 0 when it has too few to tell."""
    first, second = content_words(one), content_words(other)
    least = min(len(first), len(second))
    return len(first & second) / least if least >= fewest else 0.0
