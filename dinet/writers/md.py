"""The table of goals, targets and efforts as Markdown, with coverage, findings and reading \
notes, for council systems.

Plain pipe tables have no merged cells: the first row of a goal has its text, the next ones its
code again.
"""  # noqa: D205 (one sentence of the catalogue)

import re
from collections.abc import Iterable, Iterator

from dinet.document.own_outputs import describe_origin
from dinet.finding import Finding
from dinet.layout.style.profile import Profile
from dinet.layout.tables.din_table import (
    DinGroup,
    DinMark,
    DinRow,
    DinSection,
    DinTable,
)
from dinet.model import Element
from dinet.network import Grade, Network, Tally, grade_name
from dinet.report.coverage.breakdown_table import told_breakdowns
from dinet.report.coverage.coverage_report import (
    TallyColumn,
    grade_definitions,
    tally_columns,
    told_proofs,
)
from dinet.report.findings.findings_by_rule import (
    LocatedFinding,
    RuleFindings,
    findings_by_rule,
)
from dinet.report.findings.waived_findings import waived_rows
from dinet.report.reading.reading_loss import reading_sentences
from dinet.report.reading.told_notes import told_notes
from dinet.report.sentences import place_in_words
from dinet.report.targets.target_sheet import build_target_sheet
from dinet.wording.element_details import detail_lines
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


def write(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> bytes:
    """The report, in UTF-8 with LF.

    Args:
        network: Every element of it stands in a table.
        findings: What the rules said; when there are none, that is said.
        profile: ``lang`` is the language of headings; ``source`` is named under the title.
    """
    lines = _MarkdownReport(network, findings, profile).report_lines()
    return ("\n".join(lines) + "\n").encode()


def escape_markdown(text: str) -> str:
    r"""Text as one line of Markdown that shows exactly these words.

    That holds in a table and at the start of a line too.

    Example:
        >>> print(escape_markdown("1. a|b <b>c</b> _d_ www.e.nl"))
        1\. a\|b &lt;b&gt;c&lt;/b&gt; \_d\_ www\.e.nl
    """
    words = _SPECIAL_SIGNS.sub(r"\\\g<0>", " ".join(text.split()))
    words = _LINKING_SIGN.sub(r"\\\g<0>", words)
    words = _LEADING_SIGN.sub(_escape_leading, words)
    return (
        words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    )


def _escape_leading(found: re.Match[str]) -> str:
    """What would begin a list or heading, escaped; of a number the sign after it is."""
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"


class _MarkdownReport:
    def __init__(
        self, network: Network, findings: tuple[Finding, ...], profile: Profile
    ) -> None:
        self.network = network
        self.findings = findings
        self.profile = profile
        self.say: Translator = translator_for(profile.lang)
        self.table = DinTable(network)

    def report_lines(self) -> Iterator[str]:
        """The title, the table by theme, the coverage, the findings, the notes, and the origin."""
        yield from self.title_lines()
        for section in self.table.sections:
            yield from ("", f"## {self.section_heading(section)}", "")
            yield from self.table_lines(section)
        yield from self.detail_lines()
        yield from self.target_lines()
        yield from self.coverage_lines()
        yield from self.finding_lines()
        yield from self.waived_lines()
        yield from self.note_lines()
        origin = describe_origin(self.profile.source, self.profile.lang)
        yield from ("", escape_markdown(origin))

    def title_lines(self) -> Iterator[str]:
        """The title, whose programme it is, and the vision."""
        identity = self.network.programme.identity
        source = self.profile.source
        title = identity.title or source or self.say("Programme")
        yield f"# {escape_markdown(title)}"
        facts = (identity.organisation, identity.period, identity.date, source)
        about = [escape_markdown(fact) for fact in facts if fact]
        if about:
            yield from ("", " · ".join(about))
        if identity.vision:
            yield from ("", f"> {escape_markdown(identity.vision)}")

    # the DIN table

    def section_heading(self, section: DinSection) -> str:
        """The theme, or what stands in its place."""
        if section.theme:
            return self.theme_name(section.theme)
        if section.loose:
            return self.say("Linked to nothing")
        if self.network.themes:
            return self.say("Without a theme")
        return capitalise_first(self.say("goals"))

    def theme_name(self, theme: Element | None) -> str:
        """The code and the words of a theme, or that there is none."""
        if theme is None:
            return self.say("Without a theme")
        return f"{escape_markdown(theme.id)} · {escape_markdown(theme.text)}"

    def table_lines(self, section: DinSection) -> Iterator[str]:
        """The goals of a section with what stands beside them, or that it has none."""
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
            yield from self.group_lines(group)

    def group_lines(self, group: DinGroup) -> Iterator[str]:
        """The rows of one goal."""
        for number, row in enumerate(group.rows):
            cells = (
                self.goal_cell(group, number),
                self.between_cell(group, row),
                self.effort_cell(group, row),
            )
            yield _table_row(cells)

    def goal_cell(self, group: DinGroup, number: int) -> str:
        """The goal in its first row, its code in the next; else what a group stood under."""
        if group.goal and number:
            return f"**{escape_markdown(group.goal.id)}**"
        if group.goal:
            return self.entry_text(group.goal)
        if group.label:
            return f"{self.say('stood under')} {escape_markdown(group.label)}"
        return ""

    def between_cell(self, group: DinGroup, row: DinRow) -> str:
        """What stands between the goal and the efforts, each on a line."""
        return "<br>".join(
            self.entry_text(aim, group.goal) for aim in row.between
        )

    def effort_cell(self, group: DinGroup, row: DinRow) -> str:
        """The efforts, each on a line with its sub-efforts under it."""
        lines = []
        for effort in row.efforts:
            lines.append(self.entry_text(effort, group.goal))
            parts = self.table.parts.get(effort.id, ())
            lines += [f"– {self.entry_text(part)}" for part in parts]
        return "<br>".join(lines)

    def entry_text(self, element: Element, goal: Element | None = None) -> str:
        """All that the table says of an element; a reference does not name its goal again."""
        references = self.table.cross_references(element, goal)
        pieces = [
            *self.kind_words(element),
            f"**{escape_markdown(element.id)}** {escape_markdown(element.text)}",
            *self.source_words(element),
            *(f"({self.reference_text(mark)})" for mark in references),
        ]
        return " ".join(pieces)

    def kind_words(self, element: Element) -> Iterator[str]:
        """Of what kind an element is, unless a column says it."""
        if element.kind not in ("goal", "target", "effort"):
            yield capitalise_first(self.say(KIND_NAMES[element.kind].one))

    def source_words(self, element: Element) -> Iterator[str]:
        """Where an element comes from; nothing when it does not say so."""
        if element.sources:
            sources = escape_markdown("; ".join(element.sources))
            yield f"*{self.say('Source')}: {sources}*"

    def reference_text(self, mark: DinMark) -> str:
        """What else an element is linked to."""
        names = ", ".join((*mark.ids, *mark.names))
        return f"{self.say(mark.words)} {escape_markdown(names)}"

    # details, coverage, findings, notes

    def detail_lines(self) -> Iterator[str]:
        """A table of roles, measurements and own columns; nothing when there are none."""
        rows = [
            (element.id, "; ".join(line.joined for line in lines))
            for element in self.network
            if (lines := detail_lines(element, self.profile.lang))
        ]
        if not rows:
            return
        yield from ("", f"## {self.say('Further details')}", "")
        heads = ("Element", "Further details")
        yield from _head_rows(map(self.say, heads))
        for row in rows:
            yield _table_row(map(escape_markdown, row))

    def target_lines(self) -> Iterator[str]:
        """The sheet of targets, and of goals without any; nothing when there are neither."""
        sheet = build_target_sheet(self.network, self.profile.lang)
        for title, remark, heads, rows in sheet.tables():
            yield from ("", f"## {self.say(title)}", "")
            if remark:
                yield from (self.say(remark), "")
            yield from _head_rows(map(escape_markdown, heads))
            for row in rows:
                yield _table_row(map(escape_markdown, row.cells("–")))
        if sheet.targets or sheet.goals:
            yield from ("", escape_markdown(sheet.legend))

    def coverage_lines(self) -> Iterator[str]:
        """Tables of grades by theme, what is not covered in all its places, and the proofs."""
        yield from ("", f"## {self.say('Coverage')}")
        for heading, kind in (("Targets", "targets"), ("Goals", "goals")):
            if getattr(self.network.coverage(), kind).total:
                yield from ("", f"### {self.say(heading)}", "")
                yield from self.coverage_table(kind)
                yield from ("", *self.definition_lines(kind))
        remarks = list(self.missed_lines())
        if remarks:
            title = self.say(
                "Targets that miss an effort under one of their goals"
            )
            yield from ("", f"### {title}", "", *remarks)
        yield from self.proof_lines()
        for table in told_breakdowns(self.network, self.profile.lang):
            yield from ("", f"### {escape_markdown(table.title)}", "")
            yield from _head_rows(map(escape_markdown, table.headings))
            for row in table.rows:
                yield _table_row(map(escape_markdown, row))
            for note in table.notes:
                yield from ("", escape_markdown(note))

    def coverage_table(self, kind: str) -> Iterator[str]:
        """The grades of goals or targets by theme, then in total."""
        coverage = self.network.coverage()
        total: Tally = getattr(coverage, kind)
        columns = tally_columns(
            [total], self.profile.lang, of_goals=kind == "goals"
        )
        names = (capitalise_first(column.name) for column in columns)
        yield from _head_rows((self.say("Theme"), *names))
        for row in coverage.themes:
            numbers = _tally_numbers(getattr(row, kind), columns)
            yield _table_row((self.theme_name(row.theme), *numbers))
        numbers = _tally_numbers(total, columns)
        yield _table_row((f"**{self.say('Total')}**", *numbers))

    def definition_lines(self, kind: str) -> Iterator[str]:
        """What the grades of goals or targets mean."""
        definitions = grade_definitions(self.network, self.profile.lang)
        for name, meaning in definitions[kind]:
            yield f"- *{capitalise_first(name)}*: {escape_markdown(meaning)}"

    def missed_lines(self) -> Iterator[str]:
        """A line for every target that misses an effort of its own under a goal."""
        for found in self.network.measurements():
            if found.grade not in (Grade.DIRECT, Grade.UNKNOWN):
                words = self.say("{target} under {goal}: {grade}")
                target, goal = map(
                    escape_markdown, (found.target.id, found.goal.id)
                )
                grade = grade_name(found.grade, of_goals=False)
                told = grade.in_language(self.profile.lang)
                yield f"- {words.format(target=target, goal=goal, grade=told)}"

    def proof_lines(self) -> Iterator[str]:
        """A table with the grade of each goal and target and the way that proves it."""
        rows = list(told_proofs(self.network, self.profile.lang))
        if not rows:
            return
        title = self.say(
            "The grade of each goal and target, and what proves it"
        )
        yield from ("", f"### {title}", "")
        heads = ("Element", "Efforts", "Way that proves it")
        yield from _head_rows(map(self.say, heads))
        for element, _, words, path, doubt in rows:
            way = "; ".join(filter(None, (path, doubt)))
            cells = (element.id, capitalise_first(words), way)
            yield _table_row(map(escape_markdown, cells))

    def finding_lines(self) -> Iterator[str]:
        """A table of findings, the most serious first, or that there are none."""
        yield from ("", f"## {self.say('Findings')}", "")
        for sentence in reading_sentences(self.network.programme):
            told = sentence.in_language(self.profile.lang)
            yield from (escape_markdown(told), "")
        if not self.findings:
            yield self.say("No findings: every rule that was applied is met.")
            return
        headings = (
            "Severity",
            "Element",
            "Finding",
            "In the document",
            "Rule",
        )
        yield from _head_rows(map(self.say, headings))
        rules = findings_by_rule(
            self.findings, self.profile.lang, self.profile.source
        )
        for rule in rules:
            yield from _rule_rows(rule)

    def waived_lines(self) -> Iterator[str]:
        """A table of what stands by a decision, with why and by whom; nothing when nothing does."""
        profile = self.profile
        rows = list(waived_rows(profile.waived, profile.lang, profile.source))
        if not rows:
            return
        yield from ("", f"### {self.say('Waived findings')}", "")
        headings = ("Element", "Finding", "Reason", "In the document", "Rule")
        yield from _head_rows(map(self.say, headings))
        for row in rows:
            ids, places = ", ".join(row.spot.ids), "; ".join(row.spot.places)
            cells = (ids, row.spot.sentence, row.decision, places, row.code)
            yield _table_row(map(escape_markdown, cells))

    def note_lines(self) -> Iterator[str]:
        """A table of reading notes in the order of the document, or that there are none."""
        notes = told_notes(self.network.programme)
        yield from ("", f"## {self.say('Reading notes')}", "")
        if not notes:
            yield self.say(
                "No reading notes: everything was read as it stands."
            )
            return
        yield from _head_rows(
            map(self.say, ("In the document", "Note", "Code"))
        )
        for note in notes:
            place = place_in_words(note.place, self.profile.lang)
            yield _table_row(
                map(escape_markdown, (place, note.message, note.code))
            )


def _rule_rows(rule: RuleFindings) -> Iterator[str]:
    """The rows of one rule: one for all that it found when that is alike, else one for each."""
    rows = (
        [_row_for_all(rule)] if rule.alike else map(_row_for_one, rule.spots)
    )
    for ids, sentence, places in rows:
        cells = (rule.level, ids, sentence, places, rule.code)
        yield _table_row(map(escape_markdown, cells))


def _row_for_all(rule: RuleFindings) -> tuple[str, str, str]:
    """What a rule says of many elements, in a row for all of them."""
    places = [
        f"{' – '.join(spot.ids)}: {', '.join(spot.places)}"
        for spot in rule.spots
        if spot.places
    ]
    return ", ".join(rule.ids), rule.about, "; ".join(places)


def _row_for_one(spot: LocatedFinding) -> tuple[str, str, str]:
    return ", ".join(spot.ids), spot.sentence, "; ".join(spot.places)


def _tally_numbers(
    tally: Tally, columns: Iterable[TallyColumn]
) -> Iterator[str]:
    return (str(tally.of_grade(column.grade)) for column in columns)


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
