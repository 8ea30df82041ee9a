"""What the document leaves open: what it does not say, and what it says is still to be settled."""

from collections.abc import Iterator
from itertools import chain

from dinet.language import CountedSentence, Sentence
from dinet.network import Grade, Network
from dinet.report.linked_words import (
    DocumentWords,
    ElementCodes,
    counted_codes,
    number_in_words,
)
from dinet.report.salient.goal_grades import goals_of_grade
from dinet.report.salient.proofs import titled_place
from dinet.report.salient.salient_point import PointTone, SalientPoint
from dinet.wording.undetermined import find_undetermined

_MOST_QUOTES = 3
"""Of more different words the first few show what is meant."""


def nothing_points(network: Network) -> Iterator[SalientPoint]:
    """That there are no goals, or no efforts."""
    if not (network.goals or network.targets or network.efforts):
        yield SalientPoint(
            PointTone.OPEN, Sentence("No goals, targets or efforts were read.")
        )
    elif not network.goals:
        yield SalientPoint(PointTone.OPEN, Sentence("No goals were read."))
    elif not network.efforts:
        yield SalientPoint(PointTone.OPEN, Sentence("No efforts were read."))


def open_link_points(network: Network) -> Iterator[SalientPoint]:
    """Of which goals the document does not say which efforts lead to them."""
    unknown = goals_of_grade(network, Grade.UNKNOWN)
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
            **counted_codes(unknown),
        )
    yield SalientPoint(PointTone.OPEN, sentence, proof)


def loose_points(network: Network) -> Iterator[SalientPoint]:
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
                **counted_codes(efforts),
            ),
            titled_place(efforts),
        )
    targets = orphans.targets_without_goal
    if targets and network.goals:
        yield SalientPoint(
            PointTone.OPEN,
            CountedSentence(
                "Of target {codes} it is not said which goal it measures.",
                "Of {number} targets it is not said which goal they measure: {codes}.",
                len(targets),
                **counted_codes(targets),
            ),
            titled_place(targets),
        )


def undetermined_points(network: Network) -> Iterator[SalientPoint]:
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
    quoted = DocumentWords("”, “".join(words[:_MOST_QUOTES]))
    codes = ElementCodes(elements)
    if len(elements) == 1:
        yield SalientPoint(
            PointTone.OPEN,
            Sentence(
                "{codes} still says “{words}”.", codes=codes, words=quoted
            ),
            titled_place(elements),
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
