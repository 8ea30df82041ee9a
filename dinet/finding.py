"""What a rule says about an element or link, and how a rule is made."""

from collections.abc import Callable, Iterable
from enum import IntEnum
from typing import NamedTuple

from dinet.language import Sentence
from dinet.model import Element, Link, Place
from dinet.network import Network


class Severity(IntEnum):
    """How bad a finding is; a higher number is worse."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    def as_sentence(self) -> Sentence:
        """The severity as a reader sees it."""
        return Sentence(self.name.lower())


FindingSubject = Element | Link
RuleRemarks = Iterable[tuple[FindingSubject, Sentence]]


class Finding(NamedTuple):
    """One thing that a rule found.

    Args:
        code: The rule's code, such as ``DC101``; it never gets another meaning.
        rule: The rule's name, such as ``goal_without_effort``.
        severity: How bad it is.
        about: The element or link.
        sentence: What is the matter, to be said in the reader's language.
    """

    code: str
    rule: str
    severity: Severity
    about: FindingSubject
    sentence: Sentence

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the elements that it is about: one, or the two ends of a link."""
        return (
            (self.about.start, self.about.end)
            if isinstance(self.about, Link)
            else (self.about.id,)
        )

    @property
    def places(self) -> tuple[Place, ...]:
        """Where in the document to look; empty when the document has no places."""
        return self.about.places


class Rule(NamedTuple):
    """A rule as its file defines it: a code, a severity, and a check that yields what it has to say."""

    code: str
    severity: Severity
    check: Callable[[Network], RuleRemarks]


def rule(
    code: str, severity: Severity
) -> Callable[[Callable[[Network], RuleRemarks]], Rule]:
    """Make a check function a rule.

    Args:
        code: Of the catalogue: a family of two letters and three digits. Never reused.
        severity: What its findings weigh when the user does not say otherwise.

    Example:
        >>> @rule("DC101", Severity.ERROR)
        ... def check(network):
        ...     return []
        >>> check.code
        'DC101'
    """

    def make_rule(check: Callable[[Network], RuleRemarks]) -> Rule:
        return Rule(code, severity, check)

    return make_rule
