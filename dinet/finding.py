"""What a rule says about an element or link, and how a rule is made."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import IntEnum
from textwrap import shorten
from typing import Literal, NamedTuple, TypeVar

from dinet.language import JoinedSentences, Sentence
from dinet.model import Element, FieldName, Link, Place, Waiver
from dinet.network import Network


class Severity(IntEnum):
    """How bad a finding is; a higher number is worse."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    def as_sentence(self) -> Sentence:
        """The severity as a reader sees it."""
        return Sentence(self.name.lower())


_LONGEST_QUOTE = 80
"""In characters: one line of a terminal."""
_LEFT_OUT = " …"
"""Behind words of which the rest is left out."""
Described = TypeVar("Described")
"""What a field describes: elements of one kind."""


class WholeProgramme(NamedTuple):
    """What a finding is about when it is about no single element: the programme as a whole.

    Args:
        places: Where in the document it shows.
    """

    places: tuple[Place, ...] = ()


FindingSubject = Element | Link | WholeProgramme
MissingFrom = Literal["row", "document"]
"""Where something missing would stand: on the row of the element, or anywhere."""
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


def element_sentence(
    words: str, element: Element, /, **facts: object
) -> Sentence:
    """What a rule says of an element that it names by its id and kind.

    Args:
        words: With ``{id}`` and ``{kind}`` in them, and a place for each fact.
        element: That it is about.
        facts: What else the words have a place for.

    Example:
        >>> from dinet.model import Goal
        >>> goal = Goal(id="D1", text="Sport")
        >>> print(element_sentence("{id} ({kind}) is cut off.", goal))
        D1 (goal) is cut off.
    """
    return Sentence(words, id=element.id, kind=Sentence(element.kind), **facts)


def sentence_at_field(
    sentence: Sentence, field: FieldName | None, words: str
) -> Sentence:
    """A sentence on words that a field states; the sentence as it is when none does."""
    if field is None:
        return sentence
    return FieldSentence(sentence, field, words)


class MilderSentence(JoinedSentences):
    """What a rule says of a case that weighs less than what it is about.

    Args:
        sentence: What is the matter.
        severity: Of this case.

    Example:
        >>> MilderSentence(Sentence("It names only a target."), Severity.INFO).severity.name
        'INFO'
    """

    __slots__ = ("severity",)

    def __init__(self, sentence: Sentence, severity: Severity) -> None:
        super().__init__(sentence)
        self.severity = severity


class PlacedSentence(JoinedSentences):
    """What a rule says about some cells of an element, which no field of it names.

    Args:
        sentence: What is the matter.
        places: The cells; empty when the document has no places for them.

    Example:
        >>> print(PlacedSentence(Sentence("No such policy area."), ()))
        No such policy area.
    """

    __slots__ = ("places",)

    def __init__(
        self, sentence: Sentence, places: Iterable[Place | None]
    ) -> None:
        super().__init__(sentence)
        self.places = tuple(filter(None, places))


class Finding(NamedTuple):
    """One thing that a rule found.

    Args:
        code: The rule's code, such as ``DC101``; it never gets another meaning.
        rule: The rule's name, such as ``goal_without_effort``.
        severity: How bad it is.
        about: The element or link.
        sentence: What is the matter, to be said in the reader's language.
        doubt: What reading left out or guessed, and why the finding may be wrong because of it;
            None when nothing speaks against it.
    """

    code: str
    rule: str
    severity: Severity
    about: FindingSubject
    sentence: Sentence
    doubt: Sentence | None = None

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the elements that it is about: one, or the two ends of a link.

        Empty for the programme as a whole.
        """
        if isinstance(self.about, Link):
            return (self.about.start, self.about.end)
        return (self.about.id,) if isinstance(self.about, Element) else ()

    @property
    def whole_sentence(self) -> Sentence:
        """What is the matter, and then the doubt, if any."""
        if self.doubt is None:
            return self.sentence
        return JoinedSentences(self.sentence, self.doubt)

    @property
    def places(self) -> tuple[Place, ...]:
        """Where in the document to look; empty when the document has no places.

        Of a finding on one field or on some cells these are the cells.
        """
        if isinstance(self.sentence, PlacedSentence) and self.sentence.places:
            return self.sentence.places
        if isinstance(self.sentence, FieldSentence) and isinstance(
            self.about, Element
        ):
            return self.sentence.places_in(self.about)
        return self.about.places


class WaivedFinding(NamedTuple):
    """A finding that a person lets stand, and by what decision."""

    finding: Finding
    waiver: Waiver


class Threshold(NamedTuple):
    """A number of a rule, which a folder may set.

    Args:
        words: What is counted, in one word: it is also the key in the settings.
        usual: What holds when nobody sets it.
        least: The smallest number that makes sense.
    """

    words: Sentence
    usual: int
    least: int = 1


class RuleSettings(NamedTuple):
    """What a folder settles for one rule.

    Args:
        numbers: Thresholds that were set, by their English words.
        visionary: The ids of goals that need no target: they are meant as a far horizon.

    Example:
        >>> most = Threshold(Sentence("efforts"), 7)
        >>> RuleSettings().number_of(most), RuleSettings({"efforts": 9}).number_of(most)
        (7, 9)
    """

    numbers: Mapping[str, int] = {}
    visionary: frozenset[str] = frozenset()

    def number_of(self, threshold: Threshold) -> int:
        """What holds for a threshold: what was set, or else the usual number."""
        return self.numbers.get(threshold.words.words, threshold.usual)


USUAL_SETTINGS = RuleSettings()
"""Where nobody settles anything."""


class Rule(NamedTuple):
    """A rule as its file defines it: a code, a severity, and a check that yields remarks.

    The check of a rule with ``thresholds`` or ``heeds_visions`` takes ``RuleSettings`` too.
    ``missing_from`` says where what the rule misses would stand, which reading may have lost; None
    when it misses nothing. ``by_default`` is False for a rule that only applies when it is asked
    for: what it finds may well be meant, and a person decides.
    """

    code: str
    severity: Severity
    check: Callable[..., RuleRemarks]
    missing_from: MissingFrom | None = None
    by_default: bool = True
    thresholds: tuple[Threshold, ...] = ()
    heeds_visions: bool = False

    def find_remarks(
        self, network: Network, settings: RuleSettings = USUAL_SETTINGS
    ) -> RuleRemarks:
        """What the rule says of a network, by what is settled for it."""
        if self.thresholds or self.heeds_visions:
            return self.check(network, settings)
        return self.check(network)


def rule(  # noqa: PLR0913 (each says one thing of the rule, by its name)
    code: str,
    severity: Severity,
    missing_from: MissingFrom | None = None,
    *,
    by_default: bool = True,
    thresholds: tuple[Threshold, ...] = (),
    heeds_visions: bool = False,
) -> Callable[[Callable[..., RuleRemarks]], Rule]:
    """Make a check function a rule.

    Args:
        code: Of the catalogue: a family of two letters and three digits. Never reused.
        severity: What its findings weigh when the user does not say otherwise.
        missing_from: Where what it misses would stand: a finding carries the doubt that reading
            left that out. None when it misses nothing.
        by_default: Whether it applies without being asked for.
        thresholds: Its numbers that a folder may set; its check then takes ``RuleSettings``.
        heeds_visions: Whether it asks which goals are visionary; its check then takes
            ``RuleSettings``.

    Example:
        >>> @rule("DC101", Severity.ERROR)
        ... def check(network):
        ...     return []
        >>> check.code
        'DC101'
    """

    def make_rule(check: Callable[..., RuleRemarks]) -> Rule:
        return Rule(
            code,
            severity,
            check,
            missing_from,
            by_default,
            thresholds,
            heeds_visions,
        )

    return make_rule


def shorten_quote(text: str) -> str:
    """The beginning of a text, long enough to know it by, for between quotation marks.

    Example:
        >>> shorten_quote("Een sporthal bouwen.")
        'Een sporthal bouwen.'
    """
    flat = " ".join(text.split())
    if len(flat) <= _LONGEST_QUOTE:
        return flat
    room = _LONGEST_QUOTE - len(_LEFT_OUT)
    start, space, _ = flat[: room + 1].rpartition(" ")
    if not space or "-" in flat[: room + 2]:
        # long words, and words that may be broken at a hyphen
        return shorten(flat, _LONGEST_QUOTE, placeholder=_LEFT_OUT)
    return f"{start}{_LEFT_OUT}"


def most_have(
    elements: Sequence[Described], has: Callable[[Described], object]
) -> bool:
    """Whether a document uses a field: at least half of the elements of a kind have it.

    A rule about a field that is missing speaks only then. A document that gives few budgets keeps
    its money elsewhere, and its silence is no fault.

    Example:
        >>> most_have(["I1", "I2"], lambda words: words == "I1"), most_have([], str)
        (True, False)
    """
    having = sum(1 for element in elements if has(element))
    return 0 < len(elements) <= 2 * having


def lacking_elements(
    elements: Sequence[Described], has: Callable[[Described], object]
) -> list[Described]:
    """Those that lack what most have, in their order; none where most lack it.

    Example:
        >>> lacking_elements(["I1", "I2"], lambda words: words == "I1"), lacking_elements([""], len)
        (['I2'], [])
    """
    if not most_have(elements, has):
        return []
    return [element for element in elements if not has(element)]
