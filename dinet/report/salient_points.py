"""What stands out in a programme: what a careful person would say of it in the first minute.

At most seven sentences, the gravest first, each with a line that says where it stands or what it
rests on. They tell what the document says, and where it is silent that it is silent: what the
grade *unknown* covers is never called missing.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import chain, islice
from typing import NamedTuple

from dinet.finding import Finding, Severity
from dinet.language import CountedSentence, JoinedSentences, Sentence
from dinet.layout.text.short_title import short_title
from dinet.model import Effort, Element, Goal, Place, Target
from dinet.network import Grade, Measured, Network
from dinet.report.linked_words import (
    DocumentWords,
    ElementCodes,
    TextPiece,
    ViewWords,
    number_in_words,
    say_pieces,
    split_into_pieces,
)
from dinet.report.reading.reading_loss import (
    ReadingLoss,
    reading_guesses,
    reading_loss,
)
from dinet.report.sentences import COUNTED_SEVERITIES
from dinet.wording.labels import counted_kind
from dinet.wording.undetermined import find_undetermined

MOST_POINTS = 7
"""More are not read in a minute."""
TITLE_LENGTH = 60
"""In characters: one line and a half beside the picture."""
FEWEST_BUSY = 5
"""With fewer efforts than this no goal is busy: most goals that were met have two to six."""
MOST_QUOTES = 3
"""Of more different words the first few show what is meant."""
MOST_PAIRS = 4
"""More pairs of a goal and its effort are no line beside a sentence any more."""
BESIDE_THE_NETWORK = frozenset(
    {"text_left", "words_left", "heading_left", "footnotes", "code_left"}
)
"""What reading leaves out of nearly every document: an introduction, a footnote.

What else is left out, such as a table, may hold goals and efforts.
"""


class PointTone(StrEnum):
    """How a point is meant, the gravest first."""

    GAP = "gap"
    RISK = "risk"
    OPEN = "open"
    FACT = "fact"
    GOOD = "good"


class SalientPoint(NamedTuple):
    """One thing that stands out.

    Args:
        tone: How it is meant.
        sentence: The whole sentence, with codes and words that lead somewhere.
        proof: Where it stands, or what it rests on; None when the sentence says it all.
    """

    tone: PointTone
    sentence: Sentence
    proof: Sentence | None = None

    def sentence_pieces(self, lang: str) -> list[TextPiece]:
        """The sentence in a language."""
        return split_into_pieces(self.sentence, lang)

    def proof_pieces(self, lang: str) -> list[TextPiece]:
        """The proof in a language; empty when there is none."""
        return split_into_pieces(self.proof, lang) if self.proof else []


def find_salient_points(
    network: Network,
    findings: Sequence[Finding] = (),
    *,
    links_are_told: bool = False,
) -> list[SalientPoint]:
    """What stands out, the gravest first, and last how many findings there are.

    Args:
        network: The programme.
        findings: What the rules said; empty when they said nothing, or were not asked.
        links_are_told: Whether it is told elsewhere that the document does not say what serves
            what.

    Returns:
        At most ``MOST_POINTS``. A programme without goals, targets and efforts has one that says
        so.

    Example:
        >>> from dinet.model import Effort, Goal, Link, Programme
        >>> network = Network(Programme(
        ...     elements=(Goal(id="D1", text="Meer sport"), Effort(id="I1", text="Een hal")),
        ...     links=(Link(start="I1", end="D1", kind="contributes_to"),)))
        >>> print(find_salient_points(network)[0].sentence)
        Goal D1 hangs on one effort: I1.
    """
    told = list(_finding_points(findings))
    groups = [
        _lost_part_points(network),
        _nothing_points(network),
        iter(()) if links_are_told else _open_link_points(network),
        *_groups_by_weight(network),
    ]
    first = islice(chain.from_iterable(groups), MOST_POINTS - len(told))
    return [*first, *told]


def _groups_by_weight(network: Network) -> Iterable[Iterator[SalientPoint]]:
    """What stands out in the programme itself, the gravest first; each is found when asked."""
    return (
        _uncovered_points(network),
        _unmeasured_points(network),
        _shared_cover_points(network),
        _fragile_points(network),
        _targetless_points(network),
        _bare_target_points(network),
        _loose_points(network),
        _undetermined_points(network),
        _good_points(network),
        _shared_target_points(network),
        _busiest_points(network),
        _reading_points(network),
    )


def salient_sentences(
    network: Network, findings: Sequence[Finding], lang: str
) -> list[tuple[str, str]]:
    """What stands out as plain text: each sentence with its proof, which may be empty."""
    return [
        (
            say_pieces(point.sentence_pieces(lang)),
            say_pieces(point.proof_pieces(lang)),
        )
        for point in find_salient_points(network, findings)
    ]


# what reading lost, and what the document leaves open


def _lost_part_points(network: Network) -> Iterator[SalientPoint]:
    """What reading left out that may hold goals or efforts: all else rests on the rest."""
    loss = reading_loss(network.programme)
    if loss and _may_hold_elements(loss):
        yield SalientPoint(
            PointTone.RISK,
            ViewWords(loss.sentence(), "findings"),
            Sentence("what stands there does not count in what follows"),
        )


def _may_hold_elements(loss: ReadingLoss) -> bool:
    return any(code not in BESIDE_THE_NETWORK for code, _ in loss.counts)


def _nothing_points(network: Network) -> Iterator[SalientPoint]:
    """That there are no goals, or no efforts."""
    if not (network.goals or network.targets or network.efforts):
        yield SalientPoint(
            PointTone.OPEN, Sentence("No goals, targets or efforts were read.")
        )
    elif not network.goals:
        yield SalientPoint(PointTone.OPEN, Sentence("No goals were read."))
    elif not network.efforts:
        yield SalientPoint(PointTone.OPEN, Sentence("No efforts were read."))


def _open_link_points(network: Network) -> Iterator[SalientPoint]:
    """Of which goals the document does not say which efforts lead to them."""
    unknown = _graded_goals(network, Grade.UNKNOWN)
    if not unknown:
        return
    proof = Sentence("unknown is not missing: the mapping form settles it")
    if len(unknown) == len(network.goals):
        sentence: Sentence = CountedSentence(
            "The document does not say which efforts serve its one goal.",
            "The document does not say which efforts serve which of its {total} goals.",
            len(unknown),
            total=len(unknown),
        )
    else:
        sentence = CountedSentence(
            "The document does not say which efforts lead to goal {codes}.",
            "The document does not say which efforts lead to {number} goals: {codes}.",
            len(unknown),
            number=number_in_words(len(unknown)),
            codes=ElementCodes(unknown),
        )
    yield SalientPoint(PointTone.OPEN, sentence, proof)


def _graded_goals(network: Network, grade: Grade) -> list[Goal]:
    return [goal for goal in network.goals if network.grade(goal) is grade]


# what is missing


def _uncovered_points(network: Network) -> Iterator[SalientPoint]:
    """The goals to which no effort leads, where there are efforts at all."""
    bare = _graded_goals(network, Grade.NONE) if network.efforts else []
    if bare:
        yield SalientPoint(
            PointTone.GAP,
            CountedSentence(
                "No effort leads to goal {codes}.",
                "No effort leads to {number} of the {total} goals: {codes}.",
                len(bare),
                number=number_in_words(len(bare)),
                total=len(network.goals),
                codes=ElementCodes(bare),
            ),
            _missing_proof(network, bare),
        )


def _unmeasured_points(network: Network) -> Iterator[SalientPoint]:
    """The goals that no target measures, where there are targets at all."""
    if not (network.goals and network.targets):
        return
    measured = {goal.id: network.measured(goal) for goal in network.goals}
    bare = [
        goal for goal in network.goals if measured[goal.id] is Measured.NONE
    ]
    if bare:
        yield SalientPoint(
            PointTone.GAP,
            _unmeasured_sentence(bare),
            _missing_proof(network, bare),
        )
    elif set(measured.values()) == {Measured.UNKNOWN}:
        yield SalientPoint(
            PointTone.OPEN,
            Sentence(
                "The document does not say which target is of which goal."
            ),
        )


def _targetless_points(network: Network) -> Iterator[SalientPoint]:
    """That there are goals and no targets: the document may tell it in another way."""
    if network.goals and not network.targets:
        yield SalientPoint(
            PointTone.OPEN,
            Sentence("No targets were read."),
            Sentence("when a goal is reached must show from the goal itself"),
        )


def _unmeasured_sentence(goals: Sequence[Goal]) -> Sentence:
    return CountedSentence(
        "Goal {codes} has no target: nobody can tell when it is reached.",
        "{number} goals have no target, so nobody can tell when they are reached: {codes}.",
        len(goals),
        number=number_in_words(len(goals)),
        codes=ElementCodes(goals),
    )


def _missing_proof(
    network: Network, elements: Sequence[Element]
) -> Sentence | None:
    """Where one element stands; and a doubt where reading left out what may be missed here."""
    loss = reading_loss(network.programme)
    if loss and _may_hold_elements(loss):
        return Sentence("unless it stands in what reading left out")
    return _titled_place(elements)


def _shared_cover_points(network: Network) -> Iterator[SalientPoint]:
    """The goals that have efforts only by a target that they share."""
    goals = _graded_goals(network, Grade.SHARED_TARGET)
    if goals:
        yield SalientPoint(
            PointTone.RISK,
            CountedSentence(
                "Goal {codes} has efforts only through a target that it shares.",
                "{number} goals have efforts only through a target that they share: {codes}.",
                len(goals),
                number=number_in_words(len(goals)),
                codes=ElementCodes(goals),
            ),
            Sentence("such an effort may be meant for another goal"),
        )


def fragile_goals(network: Network) -> dict[str, Effort]:
    """The goals to which exactly one effort leads, by their ids, each with that effort.

    A goal of which this is unknown is not among them.

    Example:
        >>> from dinet.model import Effort, Goal, Link, Programme
        >>> network = Network(Programme(
        ...     elements=(Goal(id="D1", text="Meer sport"), Effort(id="I1", text="Een hal")),
        ...     links=(Link(start="I1", end="D1", kind="contributes_to"),)))
        >>> {goal: effort.id for goal, effort in fragile_goals(network).items()}
        {'D1': 'I1'}
    """
    lone = {}
    for goal_id, effort_ids in network.efforts_per_goal().items():
        if len(effort_ids) == 1:
            (effort_id,) = effort_ids
            effort = network[effort_id]
            if isinstance(effort, Effort):
                lone[goal_id] = effort
    return lone


def _fragile_points(network: Network) -> Iterator[SalientPoint]:
    """The goals that hang on one effort."""
    lone = fragile_goals(network)
    if not lone:
        return
    goals = [network[goal_id] for goal_id in lone]
    efforts = list(dict.fromkeys(lone.values()))
    if len(goals) == 1:
        yield SalientPoint(
            PointTone.RISK,
            Sentence(
                "Goal {codes} hangs on one effort: {effort}.",
                codes=ElementCodes(goals),
                effort=ElementCodes(efforts),
            ),
            Sentence("if that stops, no effort leads to the goal any more"),
        )
        return
    sentence = Sentence(
        "{number} goals hang on one effort each: {codes}.",
        number=number_in_words(len(goals)),
        codes=ElementCodes(goals),
    )
    yield SalientPoint(PointTone.RISK, sentence, _fragile_proof(network, lone))


def _fragile_proof(network: Network, lone: Mapping[str, Effort]) -> Sentence:
    """Which goal hangs on which effort, where these are few; else what follows from it."""
    if len(lone) > MOST_PAIRS:
        return Sentence("if that stops, no effort leads to the goal any more")
    pairs = (
        Sentence(
            "{goal} on {effort}",
            goal=ElementCodes([network[goal_id]]),
            effort=ElementCodes([effort]),
        )
        for goal_id, effort in lone.items()
    )
    return JoinedSentences(*pairs, glue=", ")


def _bare_target_points(network: Network) -> Iterator[SalientPoint]:
    """The targets with which no effort is linked, where efforts are linked with something."""
    bare = network.orphans().targets_without_effort
    if not bare or not network.efforts:
        return
    if len(bare) == len(network.targets) > 1:
        yield SalientPoint(
            PointTone.OPEN,
            Sentence("No effort is linked with a target itself."),
            _goal_only_proof(network, bare),
        )
        return
    sentence = CountedSentence(
        "No effort works on target {codes} itself.",
        "No effort works on {number} targets themselves: {codes}.",
        len(bare),
        number=number_in_words(len(bare)),
        codes=ElementCodes(bare),
    )
    proof = _goal_only_proof(network, bare) or _missing_proof(network, bare)
    yield SalientPoint(PointTone.RISK, sentence, proof)


def _goal_only_proof(
    network: Network, targets: Sequence[Element]
) -> Sentence | None:
    """By which goal efforts lead to the only target; None when it is not so."""
    grades = {network.grade(target) for target in targets}
    if grades != {Grade.THROUGH_GOAL}:
        return None
    goals = dict.fromkeys(
        chain.from_iterable(network.goals_of(target) for target in targets)
    )
    return CountedSentence(
        "only through goal {codes}",
        "only through their goals: {codes}",
        len(goals),
        codes=ElementCodes(goals),
    )


def _loose_points(network: Network) -> Iterator[SalientPoint]:
    """Efforts and targets of which the document does not say which goal they are for."""
    orphans = network.orphans()
    efforts = orphans.efforts_without_goal
    if efforts and network.goals:
        yield SalientPoint(
            PointTone.OPEN,
            CountedSentence(
                "Of effort {codes} it is not said which goal it serves.",
                "Of {number} efforts it is not said which goal they serve: {codes}.",
                len(efforts),
                number=number_in_words(len(efforts)),
                codes=ElementCodes(efforts),
            ),
            _titled_place(efforts),
        )
    targets = orphans.targets_without_goal
    if targets and network.goals:
        yield SalientPoint(
            PointTone.OPEN,
            CountedSentence(
                "Of target {codes} it is not said which goal it measures.",
                "Of {number} targets it is not said which goal they measure: {codes}.",
                len(targets),
                number=number_in_words(len(targets)),
                codes=ElementCodes(targets),
            ),
            _titled_place(targets),
        )


def _undetermined_points(network: Network) -> Iterator[SalientPoint]:
    """Goals, targets and efforts that say of themselves that something is still to be settled."""
    quotes = {
        element: found
        for element in network
        if (found := find_undetermined(element.text))
    }
    if not quotes:
        return
    elements = list(quotes)
    words = list(dict.fromkeys(chain.from_iterable(quotes.values())))
    quoted = DocumentWords("”, “".join(words[:MOST_QUOTES]))
    codes = ElementCodes(elements)
    if len(elements) == 1:
        yield SalientPoint(
            PointTone.OPEN,
            Sentence(
                "{codes} still says “{words}”.", codes=codes, words=quoted
            ),
            _titled_place(elements),
        )
        return
    yield SalientPoint(
        PointTone.OPEN,
        Sentence(
            "{number} texts are still open: {codes}.",
            number=number_in_words(len(elements)),
            codes=codes,
        ),
        Sentence("they say “{words}”", words=quoted),
    )


# what is good to know


def _good_points(network: Network) -> Iterator[SalientPoint]:
    """That every goal has efforts, or a target."""
    goals = network.goals
    if len(goals) < 2:
        return
    grades = Counter(network.grade(goal) for goal in goals)
    if not (grades[Grade.NONE] or grades[Grade.UNKNOWN]):
        proof = Sentence(
            "{count} of them directly", count=grades[Grade.DIRECT]
        )
        if grades[Grade.DIRECT] == len(goals):
            proof = Sentence("each of them directly")
        sentence = Sentence("{goals} have efforts.", goals=_all_goals(goals))
        yield SalientPoint(PointTone.GOOD, sentence, proof)
    if all(network.measured(goal) is Measured.OWN for goal in goals):
        sentence = Sentence("{goals} have a target.", goals=_all_goals(goals))
        yield SalientPoint(PointTone.GOOD, sentence)


def _all_goals(goals: Sequence[Goal]) -> ViewWords:
    """All goals, as a person says it, leading to their coverage."""
    if len(goals) == 2:
        return ViewWords(Sentence("both goals"), "coverage")
    return ViewWords(
        Sentence("all {goals}", goals=counted_kind("goal", len(goals))),
        "coverage",
    )


def _shared_target_points(network: Network) -> Iterator[SalientPoint]:
    """The targets that count for more than one goal."""
    served = {
        shared.element: [
            element for element in shared.serves if isinstance(element, Goal)
        ]
        for shared in network.shared()
        if isinstance(shared.element, Target)
    }
    targets = [target for target, goals in served.items() if len(goals) > 1]
    if not targets:
        return
    widest = max(targets, key=lambda target: len(served[target]))
    goals = served[widest]
    if len(targets) == 1:
        yield SalientPoint(
            PointTone.FACT, _shared_sentence(network, widest, goals)
        )
        return
    yield SalientPoint(
        PointTone.FACT,
        Sentence(
            "{number} targets count for more than one goal: {codes}.",
            number=number_in_words(len(targets)),
            codes=ElementCodes(targets),
        ),
        Sentence(
            "{target} for {number}: {codes}",
            target=ElementCodes([widest]),
            number=number_in_words(len(goals)),
            codes=ElementCodes(goals),
        ),
    )


def _shared_sentence(
    network: Network, target: Element, goals: Sequence[Goal]
) -> Sentence:
    values = {
        "target": ElementCodes([target]),
        "number": number_in_words(len(goals)),
        "codes": ElementCodes(goals),
    }
    themes = len(network.themes_of(target))
    if themes < 2:
        return Sentence(
            "{target} counts for {number} goals: {codes}.", **values
        )
    return Sentence(
        "{target} counts for {number} goals in {themes} themes: {codes}.",
        **values,
        themes=number_in_words(themes),
    )


def _busiest_points(network: Network) -> Iterator[SalientPoint]:
    """The one goal to which most efforts lead, when it stands out."""
    sizes = {
        goal_id: len(effort_ids)
        for goal_id, effort_ids in network.efforts_per_goal().items()
    }
    ranked = sorted(sizes.values(), reverse=True)
    # twice as many as the second stands out to anyone
    if len(ranked) < 2 or ranked[0] < 2 * max(ranked[1], 1):
        return
    is_above_all = ranked[0] == len(network.efforts)
    if is_above_all or ranked[0] < FEWEST_BUSY:
        return
    goal = network[max(sizes, key=sizes.__getitem__)]
    yield SalientPoint(
        PointTone.FACT,
        Sentence(
            "Most efforts lead to {codes}: {count} of the {total}.",
            codes=ElementCodes([goal]),
            count=ranked[0],
            total=len(network.efforts),
        ),
        _titled_place([goal]),
    )


# how it was read and audited


def _reading_points(network: Network) -> Iterator[SalientPoint]:
    """What reading left out beside the network, and what it guessed."""
    loss = reading_loss(network.programme)
    if loss and not _may_hold_elements(loss):
        yield SalientPoint(
            PointTone.OPEN, ViewWords(loss.sentence(), "findings")
        )
    guesses = reading_guesses(network.programme)
    if guesses:
        yield SalientPoint(
            PointTone.OPEN, ViewWords(guesses.sentence(), "notes")
        )


def _finding_points(findings: Sequence[Finding]) -> Iterator[SalientPoint]:
    """How many findings there are, and how grave they are."""
    if not findings:
        return
    counts = Counter(finding.severity for finding in findings)
    total = CountedSentence(
        "{n} finding", "{n} findings", len(findings), n=len(findings)
    )
    tone = PointTone.GAP if counts[Severity.ERROR] else PointTone.FACT
    yield SalientPoint(
        tone,
        Sentence(
            "The audit has {findings}.", findings=ViewWords(total, "findings")
        ),
        JoinedSentences(*_severity_counts(counts), glue=", "),
    )


def _severity_counts(counts: Counter[Severity]) -> Iterator[Sentence]:
    for severity, (one, many) in COUNTED_SEVERITIES.items():
        if counts[severity]:
            yield CountedSentence(
                one, many, counts[severity], n=counts[severity]
            )


# where it stands


class _PlaceInDocument(Sentence):
    """A place without the name of the document, which the page says once.

    A row of a table is enough to find it by: the column is left out.
    """

    __slots__ = ("place",)

    def __init__(self, place: Place) -> None:
        super().__init__("")
        is_row = place.table is not None and place.row is not None
        bare = {"column": None, "heading": None}
        self.place = place.model_copy(update=bare) if is_row else place

    def in_language(self, lang: str) -> str:
        words = self.place.as_sentence().in_language(lang)
        return words.removeprefix(f"{self.place.file}, ")

    def pieces_in_language(self, lang: str) -> Iterator[object]:
        yield self.in_language(lang)


def place_in_document(place: Place, lang: str) -> str:
    """Where something stands, without the name of the document.

    Example:
        >>> place_in_document(Place(file="plan.docx", table=1, row=14, column=2), "en")
        'table 1, row 14'
    """
    return _PlaceInDocument(place).in_language(lang)


def _titled_place(elements: Iterable[Element]) -> Sentence | None:
    """The place of the only element, with its title; None when there are more.

    The title of a goal is left out: whoever reads this has the goals at hand.
    """
    several = list(elements)
    if len(several) != 1:
        return None
    (element,) = several
    parts: list[Sentence] = []
    if not isinstance(element, Goal):
        title = short_title(element.title or element.text, TITLE_LENGTH)
        parts.append(Sentence("“{title}”", title=DocumentWords(title)))
    if element.places:
        parts.append(_PlaceInDocument(element.places[0]))
    return JoinedSentences(*parts, glue=" · ") if parts else None
