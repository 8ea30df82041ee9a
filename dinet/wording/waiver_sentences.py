"""What is the matter with a waiver: it has no reason, means no rule, or waives nothing any more."""

from dinet.language import Sentence
from dinet.model import Waiver


def _waiver_named(waiver: Waiver) -> dict[str, object]:
    """The rule of a waiver and what it is about, as the sentences name them."""
    everything = Sentence("everything")
    return {"rule": waiver.rule, "element": waiver.element or everything}


def without_reason(waiver: Waiver) -> Sentence:
    """The waiver gives no reason."""
    return Sentence(
        "The waiver of {rule} for {element} gives no reason, so it does not count.",
        **_waiver_named(waiver),
    )


def without_rule(waiver: Waiver) -> Sentence:
    """The waiver names no rule that there is."""
    return Sentence(
        "The waiver of {rule} for {element} counts for nothing: there is no such rule.",
        **_waiver_named(waiver),
    )


def without_finding(waiver: Waiver) -> Sentence:
    """The waiver is stale."""
    return Sentence(
        "The waiver of {rule} for {element} waives nothing any more: it can be taken out.",
        **_waiver_named(waiver),
    )
