"""The words around the boxes: title, column headings, captions and legend.

And the picture in words, for who cannot see it.
"""

from collections import Counter
from collections.abc import Iterator, Set
from typing import NamedTuple

from dinet.finding import Finding
from dinet.language import Sentence
from dinet.layout.layered.arrangement import (
    COLUMN_ORDER,
    Arrangement,
    Column,
)
from dinet.layout.plan import USUAL_PEN
from dinet.layout.style.profile import Profile
from dinet.model import (
    BASES,
    KINDS,
    LINK_KINDS,
    SERVING_LINKS,
    WEAK_BASES,
    Basis,
    LinkKind,
)
from dinet.network import Network
from dinet.wording.labels import LINK_NAMES, counted_kind, kind_heading

LEVEL_HEADINGS = {
    "goal": Sentence("Strategic goals"),
    "subgoal": Sentence("Operational goals"),
}
"""The headings of a programme that tells strategic from operational goals."""
SINGLE_LEVELS = ({"strategic"}, {"operational"})
WEAK_WORDS = Sentence(
    "not said in so many words: inferred, or taken over from the row above"
)
"""What a dashed line with an open circle tells, whatever its kind."""
THICK_WORDS = Sentence("thicker: more of the points")
"""What the thickness of a line tells, where the document divides points."""
COMMON_GAP_WORDS = {
    "goals_without_effort": Sentence("! no effort is linked to any goal"),
    "goals_on_shared_target": Sentence(
        "! goals have efforts only through targets that they share"
    ),
    "goals_without_target": Sentence("! no goal has a target"),
    "goals_measured_below": Sentence("! no goal has a target of its own"),
    "targets_without_goal": Sentence("! no target is linked to a goal"),
    "targets_without_effort": Sentence("! no effort is linked to any target"),
    "efforts_without_goal": Sentence("! no effort is linked to a goal"),
    "unknown": Sentence("? the document does not say what serves what"),
}
SENTENCE_ENDS = ".:;,!?…"
"""A line that ends with one of these gets no full stop."""


class LegendEntry(NamedTuple):
    """One entry of the legend: the words, and the line that they explain, if any.

    That line is of a kind, rests on a basis, and is so thick.
    """

    words: Sentence
    kind: LinkKind | None = None
    basis: Basis = "stated"
    pen: float = USUAL_PEN


class Captions:
    """The words around a picture.

    Args:
        arrangement: What is drawn.
        findings: What the rules say of the programme.
        profile: The language, and the name of the document.
        excerpt: What is drawn, when that is a part of the programme.
    """

    def __init__(
        self,
        arrangement: Arrangement,
        findings: tuple[Finding, ...],
        profile: Profile,
        excerpt: Sentence | None = None,
    ) -> None:
        self.arrangement = arrangement
        self.findings = findings
        self.profile = profile
        self.excerpt = excerpt
        self.network: Network = arrangement.network

    @property
    def title(self) -> str:
        """The title that is asked for; else the name of the programme, or of its document."""
        if self.profile.title:
            return self.profile.title
        named = self.network.programme.title or self.profile.source
        return named or Sentence("Goals and efforts").in_language(
            self.profile.lang
        )

    @property
    def subtitle(self) -> str:
        """Whose it is, for when, and from which document."""
        identity = self.network.programme.identity
        parts = (
            identity.organisation,
            identity.period,
            identity.date,
            self.profile.source if identity.title else None,
        )
        return " · ".join(part for part in parts if part)

    @property
    def vision_line(self) -> str:
        """What the programme wants in the end."""
        vision = self.network.programme.vision or ""
        lines = [line.strip() for line in vision.splitlines()]
        joined = " ".join(_end_sentence(line) for line in lines if line)
        if not joined:
            return ""
        return Sentence("Vision: {vision}", vision=joined).in_language(
            self.profile.lang
        )

    @property
    def kind_counts(self) -> str:
        """How many elements of each kind there are, of the kinds that there are.

        What is gone, and is drawn for who remembers it, is not counted.
        """
        kinds = Counter(
            element.kind
            for element in self.network
            if element.id not in self.profile.gone
        )
        counts = [
            counted_kind(kind, kinds[kind]) for kind in KINDS if kinds[kind]
        ]
        return ", ".join(
            count.in_language(self.profile.lang) for count in counts
        )

    @property
    def description(self) -> str:
        """The picture in words, for who cannot see it."""
        if self.profile.direction == "efforts":
            words = Sentence(
                "{counts}. What stands at the left serves what its line leads to at the right.",
                counts=self.kind_counts,
            )
        else:
            words = Sentence(
                "{counts}. What stands at the right serves what its line leads to at the left.",
                counts=self.kind_counts,
            )
        return words.in_language(self.profile.lang)

    def column_heading(self, name: Column) -> str:
        """The words over a column."""
        levels = {goal.level for goal in self.network.goals}
        if name == "goal" and levels == {"operational"}:
            name = "subgoal"
        has_level_headings = levels in SINGLE_LEVELS or (
            "strategic" in levels and self._has_both_levels()
        )
        if has_level_headings and name in LEVEL_HEADINGS:
            return LEVEL_HEADINGS[name].in_language(self.profile.lang)
        if name == "subgoal":
            return Sentence("Sub-goals").in_language(self.profile.lang)
        return kind_heading(name, self.profile.lang)

    def _has_both_levels(self) -> bool:
        """Whether goals stand in two columns."""
        return (
            COLUMN_ORDER.index("subgoal")
            in self.arrangement.column_rank.values()
        )

    def themeless_caption(self) -> str:
        """The words over the band of what has no theme."""
        return Sentence("Without a theme").in_language(self.profile.lang)

    def unlinked_caption(self) -> str:
        """The words over what serves nothing."""
        return Sentence(
            "Not linked: the document does not say which goal these efforts serve"
        ).in_language(self.profile.lang)

    def build_legend(
        self, everywhere: frozenset[str], *, remarks: bool
    ) -> tuple[LegendEntry, ...]:
        """What the picture shows that needs explaining: only what occurs in it.

        Args:
            everywhere: Gaps that all elements of a kind have.
            remarks: Whether there are gaps in boxes.
        """
        return (
            *self._line_entries(),
            *self._gap_entries(everywhere, remarks),
            *self._remaining_entries(),
        )

    def _line_entries(self) -> Iterator[LegendEntry]:
        """The kinds of lines, those that carry support first, and the sign of weak evidence."""
        bases: dict[LinkKind, set[Basis]] = {}
        for kind, basis in self.arrangement.shown_line_kinds:
            told: LinkKind = kind
            if kind in SERVING_LINKS:
                told = "contributes_to"
            bases.setdefault(told, set()).add(basis)
        for kind in sorted(bases, key=LINK_KINDS.index):
            yield _line_entry(_line_words(kind), kind, bases[kind])
        weak_kinds = [kind for kind in bases if bases[kind] & WEAK_BASES]
        if weak_kinds:
            first = min(weak_kinds, key=LINK_KINDS.index)
            yield LegendEntry(WEAK_WORDS, first, "inferred")
        if self.arrangement.pens:
            thickest = max(self.arrangement.pens.values())
            yield LegendEntry(THICK_WORDS, "contributes_to", pen=thickest)

    def _gap_entries(
        self, everywhere: frozenset[str], remarks: bool
    ) -> Iterator[LegendEntry]:
        if self.profile.coverage:
            yield LegendEntry(
                Sentence(
                    "✓ ± ! ? = efforts: of its own, by another way, none, unknown"
                )
            )
        if remarks and self.profile.marks == "findings":
            yield LegendEntry(Sentence("! = a finding of the audit"))
        elif remarks and self.profile.marks == "gaps":
            yield LegendEntry(Sentence("! = something is missing"))
        if self.profile.notes:
            yield LegendEntry(Sentence("+ new, ≠ changed, × gone (dashed)"))
        for name, words in COMMON_GAP_WORDS.items():
            if name in everywhere:
                yield LegendEntry(words)

    def _remaining_entries(self) -> Iterator[LegendEntry]:
        if self.arrangement.implied_count:
            yield LegendEntry(
                Sentence(
                    "An effort that serves a goal by way of a target"
                    " has no line of its own to that goal."
                )
            )
        if self.excerpt:
            yield LegendEntry(self.excerpt)
        yield LegendEntry(Sentence("{counts}", counts=self.kind_counts))
        # who wants a bare picture wants no remark on an audit under it either
        is_bare = self.profile.marks == "none" or not self.profile.titled
        if self.findings and not is_bare:
            yield LegendEntry(
                Sentence(
                    "findings in the audit: {count}", count=len(self.findings)
                )
            )


def _line_words(kind: LinkKind) -> Sentence:
    if kind == "contributes_to":
        return Sentence("contributes to")
    return Sentence(LINK_NAMES[kind].forward)


def _line_entry(
    words: Sentence, kind: LinkKind, bases: Set[Basis]
) -> LegendEntry:
    """A kind of line as it is drawn in this picture; weak only when all of them are."""
    firmest = min(bases, key=BASES.index)
    return LegendEntry(words, kind, firmest)


def _end_sentence(line: str) -> str:
    """A line of a vision with a full stop where it has none: a line may be a heading."""
    return line if line[-1] in SENTENCE_ENDS else f"{line}."
