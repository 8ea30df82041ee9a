"""Which findings of the rules are new in a version, and which of the version before are solved."""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from dinet.finding import Finding, WaivedFinding
from dinet.model import Element, Waiver
from dinet.network import Network

Told = TypeVar("Told")
"""A finding, alone or with what is told of it."""


class ChangedFinding(NamedTuple):
    """A finding of one version that the other has not.

    Args:
        finding: As the rule says it of the version that has it.
        old: The elements that it is about, in the old version; empty where none is the same.
        new: These elements in the new one.
        waiver: By which a person lets it stand in the new version; None when nobody does.
    """

    finding: Finding
    old: tuple[Element, ...]
    new: tuple[Element, ...]
    waiver: Waiver | None = None

    @property
    def is_of_whole(self) -> bool:
        """It is about the programme and not about an element of it."""
        return not self.old and not self.new

    @property
    def has_left(self) -> bool:
        """The new version lacks an element that it is about."""
        return len(self.new) < len(self.old)


@dataclass(frozen=True, slots=True)
class ChangedFindings:
    """The findings of two versions; both sides add up.

    Args:
        old: How many the old version has.
        new: How many the new one has.
        solved: Only of the old version.
        added: Only of the new one.
    """

    old: int
    new: int
    solved: tuple[ChangedFinding, ...]
    added: tuple[ChangedFinding, ...]

    @property
    def stayed(self) -> int:
        """How many both versions have."""
        return self.new - len(self.added)

    @property
    def left(self) -> int:
        """How many are solved only because the new version has not what they were about."""
        return sum(one.has_left for one in self.solved)


class AuditedVersion(NamedTuple):
    """What the rules say of a version.

    Args:
        findings: Those that count.
        waived: Those that a person lets stand.
    """

    findings: Sequence[Finding]
    waived: Sequence[WaivedFinding] = ()


def compare_findings(
    networks: tuple[Network, Network],
    became: Mapping[str, str],
    audited: tuple[AuditedVersion, AuditedVersion],
) -> ChangedFindings:
    """The findings that one version has and the other has not.

    A finding is the same when its rule and the elements that it is about are the same, however
    these are numbered or worded now.

    Args:
        networks: The old version and the new one.
        became: By the id of each element of the old version its id in the new one.
        audited: What the rules say of both.

    Example:
        >>> from dinet.finding import Severity
        >>> from dinet.language import Sentence
        >>> from dinet.model import Goal, Programme
        >>> goal = Goal(id="D1", text="Meer sport")
        >>> both = (Network(Programme(elements=(goal,))),) * 2
        >>> found = Finding("DC101", "lone", Severity.ERROR, goal, Sentence("Alone."))
        >>> audits = AuditedVersion((found,)), AuditedVersion(())
        >>> len(compare_findings(both, {"D1": "D1"}, audits).solved)
        1
    """
    return _FindingComparer(networks, became).compare_audits(*audited)


class _FindingComparer:
    """Findings by rule and element, of which each has one key in both versions."""

    def __init__(
        self, networks: tuple[Network, Network], became: Mapping[str, str]
    ) -> None:
        self._old, self._new = networks
        self._became = became
        self._was = {new: old for old, new in became.items()}

    def compare_audits(
        self, old: AuditedVersion, new: AuditedVersion
    ) -> ChangedFindings:
        """What is solved and what is new."""
        solved = drop_matching(
            old.findings, new.findings, self._old_key, self._new_key
        )
        added = drop_matching(
            new.findings, old.findings, self._new_key, self._old_key
        )
        waivers = {
            self._new_key(waived.finding): waived.waiver
            for waived in new.waived
        }
        return ChangedFindings(
            len(old.findings),
            len(new.findings),
            tuple(
                self._solved_finding(one, waivers.get(self._old_key(one)))
                for one in solved
            ),
            tuple(map(self._added_finding, added)),
        )

    def _old_key(self, finding: Finding) -> Hashable:
        ids = (self._became.get(one, ("old", one)) for one in finding.ids)
        return finding.code, tuple(ids)

    def _new_key(self, finding: Finding) -> Hashable:
        return finding.code, finding.ids

    def _solved_finding(
        self, finding: Finding, waiver: Waiver | None
    ) -> ChangedFinding:
        olds = _find_elements(self._old, finding.ids)
        news = [self._became[one.id] for one in olds if one.id in self._became]
        return ChangedFinding(
            finding, olds, _find_elements(self._new, news), waiver
        )

    def _added_finding(self, finding: Finding) -> ChangedFinding:
        news = _find_elements(self._new, finding.ids)
        olds = [self._was[one.id] for one in news if one.id in self._was]
        return ChangedFinding(finding, _find_elements(self._old, olds), news)


def _find_elements(
    network: Network, ids: Sequence[str]
) -> tuple[Element, ...]:
    """Those that exist: a rule may be about a link to nothing."""
    return tuple(network[one] for one in ids if one in network)


def drop_matching(
    findings: Sequence[Told],
    others: Sequence[Told],
    key: Callable[[Told], Hashable],
    other_key: Callable[[Told], Hashable],
) -> list[Told]:
    """The findings that have no match among others; each of these matches one at most.

    Args:
        findings: Of which some are left.
        others: Those that they may be the same as.
        key: What makes one of the findings the same.
        other_key: The same of the others.

    Example:
        >>> drop_matching(["a", "b", "b"], ["B"], str.upper, str)
        ['a', 'b']
    """
    left = Counter(map(other_key, others))
    kept = []
    for finding in findings:
        if left[key(finding)]:
            left[key(finding)] -= 1
        else:
            kept.append(finding)
    return kept
