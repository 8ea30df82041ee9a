"""The table of goals, targets and efforts as Markdown, with coverage, findings and reading notes, for council systems.

Plain pipe tables have no merged cells: the first row of a goal has its text, the next ones its
code again.
"""

import re
from collections.abc import Iterable, Iterator

from dinet.layout.style.profile import Profile

from dinet.finding import Finding
from dinet.language import Sentence
from dinet.model import Element
from dinet.network import Grade, Network, Tally
from dinet.report.findings_by_rule import Found, Spot, found
from dinet.wording.labels import KIND_WORDS, Say, between_words, capital, speaker
from dinet.writers.page.table import DinTable, Group, Mark, Row, Section

_SIGNS = re.compile(r"[\\`*_\[\]{}|~$#@]")
_LEADING = re.compile(r"^(?:[-+=>:]|\d+(?=[.)]))")
_LINKING = re.compile(r":(?=//|[\w+-]+:)|(?<=www)\.", re.IGNORECASE)


def write(network: Network, findings: tuple[Finding, ...], profile: Profile) -> bytes:
    """The report, in UTF-8 with LF.

    Args:
        network: Every element of it stands in a table.
        findings: What the rules said; when there are none, that is said.
        profile: ``lang`` is the language of headings; ``source`` is named under the title.
    """
    return ("\n".join(_Report(network, findings, profile).lines()) + "\n").encode()


def escaped(text: str) -> str:
    r"""Text as one line of Markdown that shows exactly these words, also in a table and at the start of a line.

    Example:
        >>> print(escaped("1. a|b <b>c</b> _d_ www.e.nl"))
        1\. a\|b &lt;b&gt;c&lt;/b&gt; \_d\_ www\.e.nl
    """
    words = _SIGNS.sub(r"\\\g<0>", " ".join(text.split()))
    words = _LINKING.sub(r"\\\g<0>", words)
    words = _LEADING.sub(
        lambda found: found[0] + "\\" if found[0].isdigit() else "\\" + found[0], words
    )
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class _Report:
    def __init__(
        self, network: Network, findings: tuple[Finding, ...], profile: Profile
    ) -> None:
        self.network, self.findings, self.profile = network, findings, profile
        self.say: Say = speaker(profile.lang)
        self.table = DinTable(network)

    def lines(self) -> Iterator[str]:
        identity = self.network.programme.identity
        yield f"# {escaped(identity.title or self.profile.source or self.say('Programme'))}"
        about = [
            each
            for each in (
                identity.organisation,
                identity.period,
                identity.date,
                self.profile.source,
            )
            if each
        ]
        if about:
            yield from ("", " · ".join(map(escaped, about)))
        if identity.vision:
            yield from ("", f"> {escaped(identity.vision)}")
        for section in self.table.sections:
            yield from ("", f"## {self.heading(section)}", "")
            yield from self.din(section)
        for part in (self.coverage(), self.found(), self.notes()):
            yield from part

    # the DIN table

    def heading(self, section: Section) -> str:
        if section.theme:
            return f"{escaped(section.theme.id)} · {escaped(section.theme.text)}"
        if section.loose:
            return self.say("Linked to nothing")
        return (
            self.say("Without a theme")
            if self.network.themes
            else capital(self.say("goals"))
        )

    def din(self, section: Section) -> Iterator[str]:
        if not section.groups:
            yield self.say("no goals")
            return
        headings = (
            capital(self.say("goal")),
            between_words(self.network, self.say),
            capital(self.say("efforts")),
        )
        yield from _head(headings)
        for group in section.groups:
            for number, row in enumerate(group.rows):
                yield _row(
                    (
                        self.goal(group, number),
                        self.between(group, row),
                        self.efforts(group, row),
                    )
                )

    def goal(self, group: Group, number: int) -> str:
        if group.goal:
            return f"**{escaped(group.goal.id)}**" if number else self.entry(group.goal)
        return (
            f"{self.say('stood under')} {escaped(group.label)}" if group.label else ""
        )

    def between(self, group: Group, row: Row) -> str:
        return "<br>".join(self.entry(each, group.goal) for each in row.between)

    def efforts(self, group: Group, row: Row) -> str:
        lines = []
        for effort in row.efforts:
            lines.append(self.entry(effort, group.goal))
            lines += (
                f"– {self.entry(part)}" for part in self.table.parts.get(effort.id, ())
            )
        return "<br>".join(lines)

    def entry(self, element: Element, goal: Element | None = None) -> str:
        kind = (
            ""
            if element.kind in ("goal", "target", "effort")
            else f"{capital(self.say(KIND_WORDS[element.kind][0]))} "
        )
        said = [f"{kind}**{escaped(element.id)}** {escaped(element.text)}"]
        if element.sources:
            said.append(
                f"*{self.say('Source')}: {escaped('; '.join(element.sources))}*"
            )
        said += (f"({self.mark(mark)})" for mark in self.table.marks(element, goal))
        return " ".join(said)

    def mark(self, mark: Mark) -> str:
        return f"{self.say(mark.words)} {escaped(', '.join((*mark.ids, *mark.names)))}"

    # coverage, findings, notes

    def coverage(self) -> Iterator[str]:
        coverage = self.network.coverage()
        yield from ("", f"## {self.say('Coverage')}", "")
        grades = [capital(self.say(grade.value)) for grade in Grade]
        both = [
            f"{capital(self.say(kind))}: {grade}"
            for kind in ("goals", "targets")
            for grade in grades
        ]
        yield from _head((self.say("Theme"), *both))
        for row in coverage.themes:
            name = (
                f"{escaped(row.theme.id)} · {escaped(row.theme.text)}"
                if row.theme
                else self.say("Without a theme")
            )
            yield _row((name, *_numbers(row.goals, row.targets)))
        yield _row(
            (f"**{self.say('Total')}**", *_numbers(coverage.goals, coverage.targets))
        )
        remarks = [
            each
            for each in self.network.measurements()
            if each.grade is not Grade.DIRECT
        ]
        if remarks:
            yield ""
        for each in remarks:
            words = (
                "{target} has no effort at all under {goal}."
                if each.grade is Grade.NONE
                else _NONE_OF_ITS_OWN
            )
            yield f"- {self.say(words).format(target=escaped(each.target.id), goal=escaped(each.goal.id))}"

    def found(self) -> Iterator[str]:
        lang = self.profile.lang
        yield from ("", f"## {self.say('Findings')}", "")
        if not self.findings:
            yield self.say("No findings: every rule that was applied is met.")
            return
        yield from _head(
            map(self.say, ("Severity", "Element", "Finding", "In the document", "Rule"))
        )
        for rule in found(self.findings, lang, self.profile.source):
            for ids, sentence, places in (
                [_all(rule)] if rule.alike else [_one(spot) for spot in rule.spots]
            ):
                yield _row(map(escaped, (rule.level, ids, sentence, places, rule.code)))

    def notes(self) -> Iterator[str]:
        notes = self.network.programme.notes
        yield from ("", f"## {self.say('Reading notes')}", "")
        if not notes:
            yield self.say("No reading notes: everything was read as it stands.")
            return
        yield from _head(map(self.say, ("In the document", "Note", "Code")))
        for note in notes:
            place = note.place.words() if note.place else Sentence("")
            yield _row(
                map(escaped, (place.said(self.profile.lang), note.message, note.code))
            )


def _all(rule: Found) -> tuple[str, str, str]:
    """What a rule says of many elements, in a row for all of them."""
    places = "; ".join(
        f"{' – '.join(spot.ids)}: {', '.join(spot.places)}"
        for spot in rule.spots
        if spot.places
    )
    return ", ".join(rule.ids), rule.about, places


def _one(spot: Spot) -> tuple[str, str, str]:
    return ", ".join(spot.ids), spot.sentence, "; ".join(spot.places)


_NONE_OF_ITS_OWN = "{target} has no effort of its own under {goal}."


def _numbers(*tallies: Tally) -> Iterator[str]:
    return (str(number) for tally in tallies for number in tally)


def _head(cells: Iterable[str]) -> Iterator[str]:
    headings = tuple(cells)
    yield _row(headings)
    yield _row("---" for _ in headings)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


DUTCH = {
    (
        "The table of goals, targets and efforts as Markdown, with coverage, findings "
        "and reading notes, for council systems."
    ): (
        "De tabel met doelen, SMART-doelen en inspanningen als Markdown, met dekking, "
        "bevindingen en leesnotities, voor raadssystemen."
    ),
}
