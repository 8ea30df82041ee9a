"""What counts in an audit of one document: by the options, and else by the folder's settings."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from dinet.application.auditing.audit_network import (
    AuditWishes,
    Findings,
    applied_rules,
)
from dinet.application.auditing.rule_choice import RuleWords
from dinet.application.auditing.rule_thresholds import (
    held_thresholds,
    parse_options,
    resolve_thresholds,
)
from dinet.application.files.folder_settings import FolderSettings
from dinet.finding import Finding, Severity
from dinet.network import Network
from dinet.report.findings.audit_result import (
    AuditScope,
    DocumentAudit,
    JudgedFinding,
    judge_finding,
)


class AuditPolicy(NamedTuple):
    """What counts.

    Args:
        scope: As reports tell it.
        rules: The names of the rules that count.
        levels: Levels that were set, by the names of rules.
        asked: What the user wants, with the rules that are off by default and were asked for.
        words: What means which rules.
    """

    scope: AuditScope
    rules: frozenset[str]
    levels: Mapping[str, Severity]
    asked: AuditWishes
    words: RuleWords


def decide_policy(
    wishes: AuditWishes, settings: FolderSettings
) -> AuditPolicy:
    """What counts by what the user asked for, and by what the folder settles.

    What is selected by an option comes in place of what the settings select; what is ignored by
    either is ignored. A rule that is off by default applies when it is selected by its own code
    or name, and not by its family.

    Raises:
        UsageError: A word means no rule.
    """
    words = RuleWords(rule.code for rule in settings.rules)
    settled = settings.audit
    select = wishes.select or settled.select
    said = (*settled.thresholds, *parse_options(wishes.thresholds))
    numbers = resolve_thresholds(said, words)
    # whoever sets the number of a rule that is off by default wants it applied
    also = (*wishes.also, *words.single_rules(select), *numbers)
    asked = wishes._replace(
        also=also,
        visionary=(*settled.visionary, *wishes.visionary),
        numbers=numbers,
    )
    applied = _applied_rules(words, asked, settings)
    levels = {
        name: level
        for word, level in _widest_first(settled.levels)
        for name in words.find_rules(word, settings.file)
    }
    told_levels = sorted(
        (words.code_of(name), levels[name].name.lower())
        for name in levels.keys() & set(applied)
    )
    scope = AuditScope(
        applied,
        select,
        (*settled.ignore, *wishes.ignore),
        tuple(told_levels),
        settings.file,
        fail_on=wishes.fail_on or settled.fail_on or "error",
        today=wishes.today or "",
        thresholds=tuple(held_thresholds(applied, numbers)),
    )
    return AuditPolicy(scope, frozenset(applied), levels, asked, words)


def _applied_rules(
    words: RuleWords, wishes: AuditWishes, settings: FolderSettings
) -> tuple[str, ...]:
    """The names of the rules that count, in alphabetical order; those of one's own come last."""
    settled = settings.audit
    selected = words.find_all(wishes.select)
    if not selected:
        selected = words.find_all(settled.select, settings.file)
    ignored = words.find_all(wishes.ignore)
    ignored |= words.find_all(settled.ignore, settings.file)
    every = [*applied_rules(wishes), *(rule.code for rule in settings.rules)]
    return tuple(
        name
        for name in every
        if name not in ignored and (not selected or name in selected)
    )


def _widest_first(
    levels: Mapping[str, Severity],
) -> list[tuple[str, Severity]]:
    """Families before single rules: of one rule its own level counts."""
    return sorted(levels.items(), key=lambda said: len(said[0]))


def judge_findings(
    findings: Findings, network: Network, policy: AuditPolicy
) -> tuple[JudgedFinding, ...]:
    """The findings that count, at their levels, the worst first and then by code."""
    told = (
        _at_level(finding, policy)
        for finding in findings
        if finding.rule in policy.rules
    )
    judged = (judge_finding(finding, network) for finding in told)
    return tuple(sorted(judged, key=_rank_of))


def _rank_of(judged: JudgedFinding) -> tuple[int, str]:
    return -judged.finding.severity, judged.finding.code


def add_findings(
    audit: DocumentAudit, findings: Iterable[Finding], policy: AuditPolicy
) -> DocumentAudit:
    """An audit with more findings, each in its place; those that do not count stay out."""
    more = judge_findings(tuple(findings), audit.network, policy)
    judged = tuple(sorted((*audit.judged, *more), key=_rank_of))
    return audit._replace(judged=judged)


def _at_level(finding: Finding, policy: AuditPolicy) -> Finding:
    level = policy.levels.get(finding.rule, finding.severity)
    return finding._replace(severity=level)
