"""Findings that may stand by a person's decision, and waivers that are not in order."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dinet.application.auditing.rule_choice import RuleWords
from dinet.finding import Finding, WholeProgramme
from dinet.language import Sentence
from dinet.model import Place, Waiver
from dinet.plugins import plugin_folder
from dinet.report.findings.audit_result import JudgedFinding, Standing
from dinet.wording.waiver_sentences import (
    without_finding,
    without_reason,
    without_rule,
)

UNSOUND = "unsound_waiver"
"""The rule about waivers themselves: what it finds cannot be waived."""
_BETWEEN_IDS = re.compile(r"[\s,→–-]*(?:→|–|->|\s)[\s,→–-]*")


class PlacedWaiver(NamedTuple):
    """A waiver and the file in which it stands.

    Args:
        waiver: As it stands there.
        file: The name of the file.
        own: It stands in the audited document itself.
    """

    waiver: Waiver
    file: str
    own: bool

    def holds_for(self, document: str) -> bool:
        """Whether it is about a document."""
        return self.own or self.waiver.document in ("", document)

    def is_sound(self) -> bool:
        """Whether it gives a reason."""
        return bool(self.waiver.reason.strip())


def waive_findings(
    judged: Iterable[JudgedFinding],
    waivers: Iterable[PlacedWaiver],
    words: RuleWords,
) -> Iterator[JudgedFinding]:
    """The findings in their order; those for which there is a waiver with a reason are waived.

    Args:
        judged: What was found.
        waivers: The first that fits counts.
        words: What means which rules.
    """
    sound = [placed.waiver for placed in waivers if placed.is_sound()]
    rules = {waiver: words.rules_named(waiver.rule) for waiver in sound}
    for each in judged:
        waiver = next(
            (
                waiver
                for waiver in sound
                if each.finding.rule in rules[waiver]
                and each.finding.rule != UNSOUND
                and is_about(waiver, each)
            ),
            None,
        )
        if waiver is None:
            yield each
        else:
            yield each._replace(standing=Standing.WAIVED, waiver=waiver)


def is_about(waiver: Waiver, judged: JudgedFinding) -> bool:
    """Whether a waiver names what a finding is about.

    By its id, by its words, or by both ids of a link; a waiver that names nothing is about all
    that its rule finds.
    """
    if not waiver.element.strip():
        return True
    named = _plain_name(waiver.element)
    known = {
        _plain_name(name) for name in (*judged.finding.ids, *judged.words)
    }
    if named in known:
        return True
    ends = [_plain_name(end) for end in _BETWEEN_IDS.split(named) if end]
    return ends == [_plain_name(end) for end in judged.finding.ids]


def _plain_name(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".")


class WaiverLedger:
    """Which waivers of a run were used: one that a folder settles may be about any document."""

    def __init__(self) -> None:
        self._used: set[PlacedWaiver] = set()
        self._last: dict[PlacedWaiver, int] = {}

    def note_document(
        self,
        number: int,
        waivers: Iterable[PlacedWaiver],
        judged: Iterable[JudgedFinding],
    ) -> None:
        """Note what the waivers did in a document.

        Args:
            number: Of the document in the run.
            waivers: Those that hold for it, and whose rules were applied.
            judged: What was found there.
        """
        used = {each.waiver for each in judged if each.waiver}
        for placed in waivers:
            self._last[placed] = number
            if placed.waiver in used:
                self._used.add(placed)

    def stale_in(self, number: int) -> list[PlacedWaiver]:
        """The waivers with a reason that waived nothing, at the last document they hold for."""
        return [
            placed
            for placed, last in self._last.items()
            if last == number
            and placed not in self._used
            and placed.is_sound()
        ]

    def folder_waivers(self) -> dict[PlacedWaiver, bool]:
        """The waivers with a reason that a folder settles, and whether one was needed."""
        return {
            placed: placed in self._used
            for placed in self._last
            if not placed.own and placed.is_sound()
        }


def unsound_findings(
    waivers: Iterable[PlacedWaiver], words: RuleWords
) -> Iterator[Finding]:
    """What is the matter with waivers, apart from whether they are used.

    Of those in the document itself the rule tells that they have no reason.
    """
    for placed in waivers:
        if not words.rules_named(placed.waiver.rule):
            yield unsound_finding(placed, without_rule(placed.waiver))
        elif not placed.own and not placed.is_sound():
            yield unsound_finding(placed, without_reason(placed.waiver))


def stale_finding(placed: PlacedWaiver) -> Finding:
    """That a waiver waives nothing any more."""
    return unsound_finding(placed, without_finding(placed.waiver))


def unsound_finding(placed: PlacedWaiver, sentence: Sentence) -> Finding:
    """A finding on a waiver, at the file in which it stands."""
    rule = plugin_folder("rules").plugin_named(UNSOUND).module.check
    about = WholeProgramme((Place(file=placed.file),))
    return Finding(rule.code, UNSOUND, rule.severity, about, sentence)
