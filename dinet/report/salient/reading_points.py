"""How the document was read and audited."""

from collections import Counter
from collections.abc import Iterator, Sequence

from dinet.finding import Finding, Severity
from dinet.language import CountedSentence, JoinedSentences, Sentence
from dinet.network import Network
from dinet.report.linked_words import ViewWords
from dinet.report.reading.reading_loss import reading_guesses, reading_loss
from dinet.report.salient.proofs import may_hold_elements
from dinet.report.salient.salient_point import PointTone, SalientPoint
from dinet.report.sentences import COUNTED_SEVERITIES


def lost_part_points(network: Network) -> Iterator[SalientPoint]:
    """What reading left out that may hold goals or efforts: all else rests on the rest."""
    loss = reading_loss(network.programme)
    if loss and may_hold_elements(loss):
        yield SalientPoint(
            PointTone.RISK,
            ViewWords(loss.sentence(), "findings"),
            Sentence("what stands there does not count in what follows"),
        )


def reading_points(network: Network) -> Iterator[SalientPoint]:
    """What reading left out beside the network, and what it guessed."""
    loss = reading_loss(network.programme)
    if loss and not may_hold_elements(loss):
        yield SalientPoint(
            PointTone.OPEN, ViewWords(loss.sentence(), "findings")
        )
    guesses = reading_guesses(network.programme)
    if guesses:
        yield SalientPoint(
            PointTone.OPEN, ViewWords(guesses.sentence(), "notes")
        )


def finding_points(findings: Sequence[Finding]) -> Iterator[SalientPoint]:
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
