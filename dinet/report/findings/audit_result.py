"""The result of an audit, of which every report is a telling: so no two of them can disagree."""

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple

from dinet.document.word_original import WordOriginal
from dinet.errors import DinetError, UnknownElementError
from dinet.finding import FieldSentence, Finding, Severity
from dinet.language import Sentence
from dinet.model import Element, Link, Waiver, clean_text
from dinet.network import Network


class Standing(StrEnum):
    """What a finding counts for. The values are the names in JSON."""

    NEW = "new"
    """It counts for the exit status."""
    KNOWN = "known"
    """An earlier audit found it too, or an older version has it: it is told, and does not count
    for the exit status."""
    SOLVED = "solved"
    """Only an older version has it: it is told apart, and does not count for the exit status."""
    WAIVED = "waived"
    """A person decided that it may stand: it is told apart, with the reason."""


class JudgedFinding(NamedTuple):
    """A finding and what it counts for.

    Args:
        finding: What a rule found.
        words: The words of what it is about, as the document has them; of a link those of both
            ends. Empty for the programme as a whole.
        standing: What it counts for.
        waiver: By which it is waived; None when it is not.
        since: The name of the older version that had it too, or alone; empty without one.
        has_left: It is gone only because the document lacks what it is about.
    """

    finding: Finding
    words: tuple[str, ...] = ()
    standing: Standing = Standing.NEW
    waiver: Waiver | None = None
    since: str = ""
    has_left: bool = False

    @property
    def fingerprint(self) -> str:
        """By what a later audit knows it again.

        It is made of the rule and the words that it is about, not of ids: these shift when
        somebody puts in a row. Whoever rewrites an element gets its findings as new ones.
        """
        parts = [self.finding.code, *map(_plain_words, self.words)]
        if isinstance(self.finding.sentence, FieldSentence):
            parts.append(self.finding.sentence.field)
        return sha256("\0".join(parts).encode()).hexdigest()[:16]


class HeldThreshold(NamedTuple):
    """A number of a rule that held in an audit.

    Args:
        code: Of the rule.
        words: What is counted.
        number: It.
        is_set: The user or the folder set it to another number than the usual one.
    """

    code: str
    words: Sentence
    number: int
    is_set: bool


class VisionaryGoals(NamedTuple):
    """Goals that are not asked for a target.

    Args:
        words: By which they were named.
        ids: In the order of the document.
        unknown: Of the words those that name no goal of the document.
    """

    words: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


class AuditScope(NamedTuple):
    """By what a document was audited.

    Args:
        rules: The names of the rules that were applied.
        select: Only these rules or families were applied; empty for all.
        ignore: These were not.
        levels: Rules whose level was set, with that level.
        settings: The name of the file that settles this for the folder; empty without one.
        baseline: The name of the earlier audit with which it was compared; empty without one.
        since: The name of the older version with which it was compared; empty without one.
        solved: How many findings that version has and the document has not.
        fail_on: The least level that makes the audit fail; ``never`` for none.
        today: The date of reference that the user gave; empty for that of the document.
        thresholds: The numbers of the rules, whether they were set or not.
        visionary: The goals that need no target.
    """

    rules: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    levels: tuple[tuple[str, str], ...] = ()
    settings: str = ""
    baseline: str = ""
    since: str = ""
    solved: int = 0
    fail_on: str = "error"
    today: str = ""
    thresholds: tuple[HeldThreshold, ...] = ()
    visionary: VisionaryGoals = VisionaryGoals()


class AppliedOwnRule(NamedTuple):
    """What a rule of one's own did.

    Args:
        code: By which findings name it.
        question: What answers it is a finding.
        missing: What it names and the document does not have: then it was not applied.
        unsaid: The ids of elements of which the document does not say whether they answer it.
        doubt: What nothing found does not tell; None when it tells all.
    """

    code: str
    question: str
    missing: tuple[Sentence, ...] = ()
    unsaid: tuple[str, ...] = ()
    doubt: Sentence | None = None


class DocumentAudit(NamedTuple):
    """What the audit of one document gave.

    Args:
        name: Of the document.
        path: As the user gave it; empty when names are left out of the report.
        digest: The SHA-256 of its bytes.
        network: What was read of it.
        lang: The language in which it is told.
        scope: By what it was audited.
        judged: All findings in the order in which they are told, the waived ones among them.
        own_rules: Those of the folder, in the order of its settings.
        data: The bytes of the document, for a report that is a copy of it; empty when these are
            not at hand.
        original: These with the paragraphs that ``judged`` is about, one for each; None for
            reports that are no copy of it.
        solved: The findings that only an older version has, in the order of its audit.
    """

    name: str
    path: str
    digest: str
    network: Network
    lang: str
    scope: AuditScope
    judged: tuple[JudgedFinding, ...]
    own_rules: tuple[AppliedOwnRule, ...] = ()
    data: bytes = b""
    original: WordOriginal | None = None
    solved: tuple[JudgedFinding, ...] = ()

    @property
    def findings(self) -> tuple[JudgedFinding, ...]:
        """Those that are not waived."""
        return tuple(
            each for each in self.judged if each.standing != Standing.WAIVED
        )

    @property
    def waived(self) -> tuple[JudgedFinding, ...]:
        """Those that a person lets stand."""
        return tuple(
            each for each in self.judged if each.standing == Standing.WAIVED
        )

    @property
    def reference_date(self) -> str:
        """The date of reference, as the user or else the document gives it; empty when neither."""
        return self.scope.today or self.network.programme.identity.date or ""

    def counts(self) -> dict[str, int]:
        """How many findings of each level there are, the worst first; how many known and waived.

        The known ones are counted at their level too; the waived ones are not.
        """
        levels = Counter(each.finding.severity for each in self.findings)
        standings = Counter(each.standing for each in self.judged)
        counts = {
            severity.name.lower(): levels[severity]
            for severity in sorted(Severity, reverse=True)
        }
        for standing in (Standing.KNOWN, Standing.WAIVED):
            counts[standing.value] = standings[standing]
        return counts

    def fails(self) -> bool:
        """Whether a new finding is as bad as what makes the audit fail."""
        if self.scope.fail_on == "never":
            return False
        least = Severity[self.scope.fail_on.upper()]
        return any(
            each.standing == Standing.NEW and each.finding.severity >= least
            for each in self.judged
        )


class RefusedAudit(NamedTuple):
    """A document that could not be audited.

    Args:
        name: Of the document.
        error: Why, with the exit status that goes with it.
    """

    name: str
    error: DinetError

    def message(self, lang: str) -> str:
        """Why, without characters that no format holds: it may name a file that has them."""
        return str(clean_text(self.error.in_language(lang)))


class AuditResult(NamedTuple):
    """What an audit gave.

    Args:
        documents: The outcome of each, in the order given.
        version: Of dinet.
        lang: The language of what is told of all of them together.
    """

    documents: tuple[DocumentAudit | RefusedAudit, ...]
    version: str
    lang: str

    @property
    def audited(self) -> tuple[DocumentAudit, ...]:
        """Those that could be read."""
        return tuple(
            each for each in self.documents if isinstance(each, DocumentAudit)
        )

    @property
    def refused(self) -> tuple[RefusedAudit, ...]:
        """Those that could not."""
        return tuple(
            each for each in self.documents if isinstance(each, RefusedAudit)
        )

    def status(self) -> int:
        """The exit status: the worst that any document gives."""
        statuses = [refused.error.status for refused in self.refused]
        fails = any(audit.fails() for audit in self.audited)
        return max([int(fails), *statuses])


def judge_finding(finding: Finding, network: Network) -> JudgedFinding:
    """A finding with the words of what it is about, that counts."""
    return JudgedFinding(finding, tuple(_words_about(finding, network)))


def _words_about(finding: Finding, network: Network) -> Iterator[str]:
    about = finding.about
    if isinstance(about, Element):
        yield about.text
    elif isinstance(about, Link):
        for end in (about.start, about.end):
            try:
                yield network[end].text
            except UnknownElementError:
                yield end


def _plain_words(text: str) -> str:
    """A text without what a person changes when only the layout changes."""
    return " ".join(text.casefold().split())
