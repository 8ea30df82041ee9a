"""What a council hears of a programme in a minute: the message, three findings, what is asked.

The message is the gravest of what stands out, and the findings are what comes after it, each with
where it stands or what it rests on.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from dinet.finding import Finding
from dinet.language import CountedSentence, Sentence
from dinet.layout.style.profile import Profile
from dinet.model import Element, Place
from dinet.network import Network
from dinet.report.coverage.breakdown import BreakdownRow
from dinet.report.findings.findings_by_rule import findings_by_rule
from dinet.report.linked_words import TextPiece, say_pieces
from dinet.report.salient.proofs import place_in_document
from dinet.report.salient.salient_point import SalientPoint
from dinet.report.salient.salient_points import find_salient_points
from dinet.report.summary import coverage_sentences
from dinet.wording.labels import counted_kind
from dinet.writers.office.archive import one_line

MOST_FINDINGS = 3
"""A council remembers three things."""
MOST_PLACES = 3
"""Of more elements than this the first are located: the report has the others."""


class PlacedFinding(NamedTuple):
    """Something that was found, and where it stands or what it rests on; that may be empty."""

    sentence: str
    where: str


class CouncilMessage(NamedTuple):
    """What one page says in words.

    Args:
        about: The programme, whose it is, and of when.
        title: The message.
        proof: What the message rests on; may be empty.
        findings: At most three.
        ask: What is asked of the council; empty when nobody said it.
    """

    about: str
    title: str
    proof: str
    findings: tuple[PlacedFinding, ...]
    ask: str


def council_message(
    network: Network, findings: Sequence[Finding], profile: Profile
) -> CouncilMessage:
    """The message of a programme.

    Args:
        network: The programme.
        findings: What the rules said: the gravest are told where little else stands out.
        profile: The language, the name of the document, and what is asked.
    """
    # how many findings there are says nothing of the programme itself
    points = find_salient_points(network)
    told = chain(
        (_say_point(point, profile) for point in points),
        _audit_findings(findings, profile),
        _coverage_words(network, profile.lang),
    )
    first = next(told)
    return CouncilMessage(
        about_line(network, profile),
        first.sentence,
        first.where,
        tuple(islice(told, MOST_FINDINGS)),
        one_line(profile.ask),
    )


def _coverage_words(network: Network, lang: str) -> Iterator[PlacedFinding]:
    """How well all is covered: of a programme in which nothing else stands out."""
    for sentence in coverage_sentences(network):
        yield PlacedFinding(sentence.in_language(lang), "")


def about_line(network: Network, profile: Profile) -> str:
    """The title of a programme, whose it is, and of when."""
    identity = network.programme.identity
    title = profile.title or identity.title or profile.source
    facts = (title, identity.organisation, identity.period, identity.date)
    return one_line(" · ".join(fact for fact in facts if fact))


def _say_point(point: SalientPoint, profile: Profile) -> PlacedFinding:
    """What stands out, with where: the places of its elements when its proof names none."""
    pieces = point.sentence_pieces(profile.lang)
    proof = say_pieces(point.proof_pieces(profile.lang))
    places = [
        words
        for words in _places_of(pieces, profile.lang)
        if words.casefold() not in proof.casefold()
    ]
    known = [proof] if proof else []
    is_placed = bool(proof) and not places
    told = known if is_placed else [*known, *places]
    return PlacedFinding(say_pieces(pieces), " · ".join(told))


def _places_of(pieces: Iterable[TextPiece], lang: str) -> list[str]:
    """Where the elements of a sentence stand, the first of them."""
    named = [piece.element for piece in pieces if piece.element]
    elements = list(dict.fromkeys(each for each in named if each.places))
    if len(elements) == 1:
        return [place_in_document(elements[0].places[0], lang)]
    return [
        _named_place(element, element.places[0], lang)
        for element in elements[:MOST_PLACES]
    ]


def _named_place(element: Element, place: Place, lang: str) -> str:
    return f"{element.id}: {place_in_document(place, lang)}"


def _audit_findings(
    findings: Sequence[Finding], profile: Profile
) -> Iterator[PlacedFinding]:
    """What the rules said, the gravest first: one of each rule, or all of it in a sentence."""
    rules = findings_by_rule(findings, profile.lang, profile.source)
    for rule in rules:
        first = rule.spots[0]
        if len(rule.spots) == 1:
            places = first.places[:MOST_PLACES]
            yield PlacedFinding(first.sentence, " · ".join(places))
            continue
        ids = ", ".join(rule.ids)
        yield PlacedFinding(rule.about, f"{len(rule.spots)}×: {ids}")


def owner_message(
    row: BreakdownRow,
    network: Network,
    findings: Sequence[Finding],
    profile: Profile,
) -> CouncilMessage:
    """What concerns one who answers for efforts.

    Args:
        row: The efforts of this owner.
        network: The programme.
        findings: Of all of it; those on these efforts are told.
        profile: The language, the name of the document, and what is asked.
    """
    own_ids = {element.id for element in (*row.efforts, *row.goals)}
    own = [each for each in findings if own_ids.intersection(each.ids)]
    told = islice(_audit_findings(own, profile), MOST_FINDINGS)
    return CouncilMessage(
        about_line(network, profile),
        one_line(_owner_title(row).in_language(profile.lang)),
        _resting_words(row, profile.lang),
        tuple(told),
        one_line(profile.ask),
    )


def _owner_title(row: BreakdownRow) -> Sentence:
    values = {
        "name": owner_name(row),
        "efforts": counted_kind("effort", len(row.efforts)),
    }
    if not row.goals:
        return Sentence("{name}: {efforts}", **values)
    return Sentence(
        "{name}: {efforts} for {goals}",
        **values,
        goals=counted_kind("goal", len(row.goals)),
    )


def owner_name(row: BreakdownRow) -> str:
    """The name of an owner, with his role where the document tells roles apart."""
    name = row.key.name or ""
    return f"{name} ({row.key.role})" if row.key.role else name


def _resting_words(row: BreakdownRow, lang: str) -> str:
    """Which goals and targets rest on this owner alone, or that no goal is known."""
    if not row.goals:
        return Sentence(
            "The document does not say which goals these efforts serve: the goals of all of it "
            "are below."
        ).in_language(lang)
    if not row.resting:
        return ""
    return CountedSentence(
        "Rests on this owner alone: {ids}",
        "Rest on this owner alone: {ids}",
        len(row.resting),
        ids=", ".join(element.id for element in row.resting),
    ).in_language(lang)
