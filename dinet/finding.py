"""What a rule says about an element or link, and how a rule is made."""

from collections.abc import Callable, Iterable
from enum import IntEnum
from typing import NamedTuple

from dinet.language import JoinedSentences, Sentence
from dinet.model import Element, FieldName, Link, Place
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


class FieldSentence(JoinedSentences):
    """What a rule says about one field of an element: the finding stands at the field's cells.

    Args:
        sentence: What is the matter.
        field: Of the element.
        words: The words of the field that it is about; empty for the whole field.

    Example:
        >>> print(FieldSentence(Sentence("The budget is open."), "budget", "p.m."))
        The budget is open.
    """

    __slots__ = ("field", "field_words")

    def __init__(
        self, sentence: Sentence, field: FieldName, words: str = ""
    ) -> None:
        super().__init__(sentence)
        self.field = field
        self.field_words = words

    def places_in(self, element: Element) -> tuple[Place, ...]:
        """The cells that state the field, as ``Element.places_of`` gives them."""
        return element.places_of(self.field, self.field_words)


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
        if isinstance(self.about, Link):
            return (self.about.start, self.about.end)
        return (self.about.id,)

    @property
    def places(self) -> tuple[Place, ...]:
        """Where in the document to look; empty when the document has no places.

        Of a finding on one field these are its cells.
        """
        if isinstance(self.sentence, FieldSentence) and isinstance(
            self.about, Element
        ):
            return self.sentence.places_in(self.about)
        return self.about.places


class Rule(NamedTuple):
    """A rule as its file defines it: a code, a severity, and a check that yields remarks."""

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
