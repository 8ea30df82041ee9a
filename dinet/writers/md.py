"""The table of goals, targets and efforts as Markdown, with coverage, findings and reading \
notes, for council systems.

Plain pipe tables have no merged cells: the first row of a goal has its text, the next ones its
code again.
"""

import re
from collections.abc import Iterable, Iterator

from dinet.finding import Finding
from dinet.language import Sentence
from dinet.layout.style.profile import Profile
from dinet.layout.tables.din_table import (
    DinGroup,
    DinMark,
    DinRow,
    DinSection,
    DinTable,
)
from dinet.model import Element
from dinet.network import Grade, Network, Tally
from dinet.report.findings_by_rule import LocatedFinding, RuleFindings, findings_by_rule
from dinet.wording.labels import (
    KIND_NAMES,
    Translator,
    capitalise_first,
    translator_for,
)
from dinet.writers.page.words import between_words

_SPECIAL_SIGNS = re.compile(r"[\\`*_\[\]{}|~$#@]")
_LEADING_SIGN = re.compile(r"^(?:[-+=>:]|\d+(?=[.)]))")
_LINKING_SIGN = re.compile(r":(?=//|[\w+-]+:)|(?<=www)\.", re.IGNORECASE)


def write(network: Network, findings: tuple[Finding, ...], profile: Profile) -> bytes:
    """The report, in UTF-8 with LF.

    Args:
        network: Every element of it stands in a table.
        findings: What the rules said; when there are none, that is said.
        profile: ``lang`` is the language of headings; ``source`` is named under the title.
    """
    return (
        "\n".join(_MarkdownReport(network, findings, profile).report_lines()) + "\n"
    ).encode()


def escape_markdown(text: str) -> str:
    r"""Text as one line of Markdown that shows exactly these words.

    That holds in a table and at the start of a line too.

    Example:
        >>> print(escape_markdown("1. a|b <b>c</b> _d_ www.e.nl"))
        1\. a\|b &lt;b&gt;c&lt;/b&gt; \_d\_ www\.e.nl
    """
    words = _SPECIAL_SIGNS.sub(r"\\\g<0>", " ".join(text.split()))
    words = _LINKING_SIGN.sub(r"\\\g<0>", words)
    words = _LEADING_SIGN.sub(
        lambda found: found[0] + "\\" if found[0].isdigit() else "\\" + found[0], words
    )
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class _MarkdownReport:
    def __init__(
        self, network: Network, findings: tuple[Finding, ...], profile: Profile
    ) -> None:
        self.network, self.findings, self.profile = network, findings, profile
        self.say: Translator = translator_for(profile.lang)
        self.table = DinTable(network)

    def report_lines(self) -> Iterator[str]:
        identity = self.network.programme.identity
        yield f"# {escape_markdown(identity.title or self.profile.source or self.say('Programme'))}"
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
            yield from ("", " · ".join(map(escape_markdown, about)))
        if identity.vision:
            yield from ("", f"> {escape_markdown(identity.vision)}")
        for section in self.table.sections:
            yield from ("", f"## {self.section_heading(section)}", "")
            yield from self.table_lines(section)
        for part in (self.coverage_lines(), self.finding_lines(), self.note_lines()):
            yield from part

    # the DIN table

    def section_heading(self, section: DinSection) -> str:
        if section.theme:
            return f"{escape_markdown(section.theme.id)} · {escape_markdown(section.theme.text)}"
        if section.loose:
            return self.say("Linked to nothing")
        return (
            self.say("Without a theme")
            if self.network.themes
            else capitalise_first(self.say("goals"))
        )

    def table_lines(self, section: DinSection) -> Iterator[str]:
        if not section.groups:
            yield self.say("no goals")
            return
        headings = (
            capitalise_first(self.say("goal")),
            between_words(self.network, self.say),
            capitalise_first(self.say("efforts")),
        )
        yield from _head_rows(headings)
        for group in section.groups:
            for number, row in enumerate(group.rows):
                yield _table_row(
                    (
                        self.goal_cell(group, number),
                        self.between_cell(group, row),
                        self.effort_cell(group, row),
                    )
                )

    def goal_cell(self, group: DinGroup, number: int) -> str:
        if group.goal:
            return (
                f"**{escape_markdown(group.goal.id)}**"
                if number
                else self.entry_text(group.goal)
            )
        return (
            f"{self.say('stood under')} {escape_markdown(group.label)}"
            if group.label
            else ""
        )

    def between_cell(self, group: DinGroup, row: DinRow) -> str:
        return "<br>".join(self.entry_text(each, group.goal) for each in row.between)

    def effort_cell(self, group: DinGroup, row: DinRow) -> str:
        lines = []
        for effort in row.efforts:
            lines.append(self.entry_text(effort, group.goal))
            lines += (
                f"– {self.entry_text(part)}"
                for part in self.table.parts.get(effort.id, ())
            )
        return "<br>".join(lines)

    def entry_text(self, element: Element, goal: Element | None = None) -> str:
        kind = (
            ""
            if element.kind in ("goal", "target", "effort")
            else f"{capitalise_first(self.say(KIND_NAMES[element.kind].one))} "
        )
        said = [
            f"{kind}**{escape_markdown(element.id)}** {escape_markdown(element.text)}"
        ]
        if element.sources:
            said.append(
                f"*{self.say('Source')}: {escape_markdown('; '.join(element.sources))}*"
            )
        said += (
            f"({self.reference_text(mark)})"
            for mark in self.table.cross_references(element, goal)
        )
        return " ".join(said)

    def reference_text(self, mark: DinMark) -> str:
        return f"{self.say(mark.words)} {escape_markdown(', '.join((*mark.ids, *mark.names)))}"

    # coverage, findings, notes

    def coverage_lines(self) -> Iterator[str]:
        coverage = self.network.coverage()
        yield from ("", f"## {self.say('Coverage')}", "")
        grades = [capitalise_first(self.say(grade.value)) for grade in Grade]
        both = [
            f"{capitalise_first(self.say(kind))}: {grade}"
            for kind in ("goals", "targets")
            for grade in grades
        ]
        yield from _head_rows((self.say("Theme"), *both))
        for row in coverage.themes:
            name = (
                f"{escape_markdown(row.theme.id)} · {escape_markdown(row.theme.text)}"
                if row.theme
                else self.say("Without a theme")
            )
            yield _table_row((name, *_tally_numbers(row.goals, row.targets)))
        yield _table_row(
            (
                f"**{self.say('Total')}**",
                *_tally_numbers(coverage.goals, coverage.targets),
            )
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
            yield f"- {self.say(words).format(target=escape_markdown(each.target.id), goal=escape_markdown(each.goal.id))}"

    def finding_lines(self) -> Iterator[str]:
        lang = self.profile.lang
        yield from ("", f"## {self.say('Findings')}", "")
        if not self.findings:
            yield self.say("No findings: every rule that was applied is met.")
            return
        yield from _head_rows(
            map(self.say, ("Severity", "Element", "Finding", "In the document", "Rule"))
        )
        for rule in findings_by_rule(self.findings, lang, self.profile.source):
            for ids, sentence, places in (
                [_row_for_all(rule)]
                if rule.alike
                else [_row_for_one(spot) for spot in rule.spots]
            ):
                yield _table_row(
                    map(escape_markdown, (rule.level, ids, sentence, places, rule.code))
                )

    def note_lines(self) -> Iterator[str]:
        notes = self.network.programme.notes
        yield from ("", f"## {self.say('Reading notes')}", "")
        if not notes:
            yield self.say("No reading notes: everything was read as it stands.")
            return
        yield from _head_rows(map(self.say, ("In the document", "Note", "Code")))
        for note in notes:
            place = note.place.as_sentence() if note.place else Sentence("")
            yield _table_row(
                map(
                    escape_markdown,
                    (place.in_language(self.profile.lang), note.message, note.code),
                )
            )


def _row_for_all(rule: RuleFindings) -> tuple[str, str, str]:
    """What a rule says of many elements, in a row for all of them."""
    places = "; ".join(
        f"{' – '.join(spot.ids)}: {', '.join(spot.places)}"
        for spot in rule.spots
        if spot.places
    )
    return ", ".join(rule.ids), rule.about, places


def _row_for_one(spot: LocatedFinding) -> tuple[str, str, str]:
    return ", ".join(spot.ids), spot.sentence, "; ".join(spot.places)


_NONE_OF_ITS_OWN = "{target} has no effort of its own under {goal}."


def _tally_numbers(*tallies: Tally) -> Iterator[str]:
    return (str(number) for tally in tallies for number in tally)


def _head_rows(cells: Iterable[str]) -> Iterator[str]:
    headings = tuple(cells)
    yield _table_row(headings)
    yield _table_row("---" for _ in headings)


def _table_row(cells: Iterable[str]) -> str:
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
