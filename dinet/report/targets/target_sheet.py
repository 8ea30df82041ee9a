"""The sheet of all targets: what each says, the verdict for each letter of SMART, and what lacks.

Every report and workbook takes its rows from here, so that no two can differ.
"""

from collections.abc import Iterable
from typing import NamedTuple

from dinet.language import Sentence, translate_words
from dinet.network import Network
from dinet.report.targets.target_analysis import LETTER_WORDS, VERDICT_WORDS
from dinet.targets.completion import completion_sentence
from dinet.targets.gaps import find_gaps
from dinet.targets.known_target import (
    KnownTarget,
    goals_as_targets,
    know_targets,
)
from dinet.targets.stated_figures import (
    KnownBaseline,
    KnownDeadline,
    KnownValue,
)
from dinet.wording.labels import KIND_NAMES, capitalise_first, kind_heading

SHEET_TITLE = "Targets in parts"
"""Its heading in a report."""
GOALS_TITLE = "Goals without a target"
"""The heading over goals of which the same is asked."""
GOALS_REMARK = (
    "No target measures these goals; this is how far they say it themselves."
)
HEADINGS = (
    "Code",
    KIND_NAMES["target"].one,
    "Value",
    "Unit",
    "By when",
    "Starting from",
    "Source",
)
"""Over the columns before the letters."""
LAST_HEADING = "What is missing"
LETTERS = tuple(LETTER_WORDS)
COMPARATOR_WORDS = {
    "ge": "at least {value}",
    "le": "at most {value}",
    "gt": "more than {value}",
    "lt": "less than {value}",
    "approx": "about {value}",
}
CHANGE_WORDS = {
    "up": "{value} more",
    "down": "{value} less",
    "": "{value} difference",
}
"""A step, by the way that it goes; under no name when the words do not say which."""
_BETWEEN = "; "
"""Between two numbers of one target, and between their units."""
_DUTCH_SIGNS = str.maketrans(",.", ".,")
_MOST_DECIMALS = 2
"""Of a number in the sheet: documents state shares in tenths, and money in cents."""


class TargetRow(NamedTuple):
    """One target of the sheet, in the reader's language; a cell that nothing fills is empty.

    Args:
        code: Its id.
        text: In the document's words.
        value: With its comparator; several have a semicolon between them.
        unit: Of all values when it is one; else of each, in their order.
        deadline: By when.
        start: Where it starts, with the year.
        source: Who says so.
        verdicts: For each of ``LETTERS``, in words.
        completion: What is missing and how to complete it.
    """

    code: str
    text: str
    value: str
    unit: str
    deadline: str
    start: str
    source: str
    verdicts: tuple[str, ...]
    completion: str

    def cells(self, empty: str = "") -> tuple[str, ...]:
        """Its cells, in the order of the headings.

        Args:
            empty: What stands in a cell that nothing fills.
        """
        before = (cell or empty for cell in self[:7])
        return (*before, *self.verdicts, self.completion)


class TargetSheet(NamedTuple):
    """The sheet of a programme.

    Args:
        heads: Of the columns.
        goal_head: Over the goals, instead of the second of the heads.
        legend: What the letters and their words mean.
        targets: A row for each, in the order of the programme; may be empty.
        goals: The same for each goal that no target measures, strategic goals apart.
    """

    heads: tuple[str, ...]
    goal_head: str
    legend: str
    targets: tuple[TargetRow, ...]
    goals: tuple[TargetRow, ...]

    def tables(self) -> list["TargetTable"]:
        """The tables that are not empty."""
        code, _, *others = self.heads
        goal_heads = (code, self.goal_head, *others)
        tables = [
            TargetTable(SHEET_TITLE, "", self.heads, self.targets),
            TargetTable(GOALS_TITLE, GOALS_REMARK, goal_heads, self.goals),
        ]
        return [table for table in tables if table.rows]


class TargetTable(NamedTuple):
    """A table of the sheet.

    Args:
        title: In English.
        remark: On all of its rows, in English; may be empty.
        heads: Of its columns.
        rows: At least one.
    """

    title: str
    remark: str
    heads: tuple[str, ...]
    rows: tuple[TargetRow, ...]


def build_target_sheet(network: Network, lang: str) -> TargetSheet:
    """The sheet of all targets of a programme.

    Args:
        network: Of the programme.
        lang: Of the reader.
    """
    rows = TargetRows(network.programme.lang, lang)
    return TargetSheet(
        rows.headings(),
        kind_heading("goal", lang, 1),
        rows.legend(),
        tuple(map(rows.row_of, know_targets(network))),
        tuple(map(rows.row_of, goals_as_targets(network))),
    )


class TargetRows:
    """Makes rows of targets.

    Args:
        text_lang: The language of the document.
        lang: Of the reader.

    Example:
        >>> from dinet.model import Target
        >>> from dinet.targets.known_target import know_target
        >>> target = Target(id="S1", text="In 2028 sport minimaal 60% van de jeugd.")
        >>> row = TargetRows("nl", "nl").row_of(know_target(target, "nl"))
        >>> row.value, row.unit, row.deadline, row.verdicts
        ('minimaal 60', '%', '2028', ('ja', 'ja', 'niet te zien', 'niet te zien', 'ja'))
    """

    def __init__(self, text_lang: str, lang: str) -> None:
        self.text_lang = text_lang
        self.lang = lang

    def headings(self) -> tuple[str, ...]:
        """The headings of the columns."""
        before = (
            capitalise_first(self._translate_words(word)) for word in HEADINGS
        )
        return (*before, *LETTERS, self._translate_words(LAST_HEADING))

    def legend(self) -> str:
        """What the letters stand for, and when nothing is shown."""
        letters = " · ".join(
            f"{letter} = {words.in_language(self.lang).lower()}"
            for letter, words in LETTER_WORDS.items()
        )
        remark = Sentence(
            "Read from the words of the target and its columns; “{unknown}” means that these "
            "do not tell.",
            unknown=VERDICT_WORDS["unknown"],
        )
        return f"{letters}. {remark.in_language(self.lang)}"

    def row_of(self, known: KnownTarget) -> TargetRow:
        """The row of one target."""
        gaps = find_gaps(known)
        return TargetRow(
            known.element.id,
            known.element.text,
            self._join_texts(
                self._value_words(value, known) for value in known.values
            ),
            _units_of(known.values),
            self._join_texts(map(deadline_words, known.deadlines)),
            self._join_texts(map(self.start_words, known.baselines)),
            self._join_texts(source.name for source in known.sources),
            tuple(
                VERDICT_WORDS[known.verdicts[letter].verdict].in_language(
                    self.lang
                )
                for letter in LETTERS
            ),
            completion_sentence(gaps).in_language(self.lang),
        )

    def start_words(self, baseline: KnownBaseline) -> str:
        """Where a target starts: its value, unit and year, or the yardstick."""
        if baseline.value is None and baseline.year:
            unknown = Sentence("no value ({year})", year=baseline.year)
            return unknown.in_language(self.lang)
        if baseline.value is None:
            return baseline.reference or ""
        number = number_in_words(baseline.value, self.lang)
        unit = baseline.unit or ""
        year = f"({baseline.year})" if baseline.year else ""
        words = (number, unit, year, baseline.reference or "")
        return " ".join(filter(None, words)).replace(" %", "%")

    def _value_words(self, value: KnownValue, known: KnownTarget) -> str:
        if isinstance(value.value, tuple):
            low, high = (
                number_in_words(end, self.lang) for end in value.value
            )
            words = Sentence("{low} to {high}", low=low, high=high)
            return words.in_language(self.lang)
        number = number_in_words(value.value, self.lang)
        if value.kind == "change":
            number = self._change_words(number, known.analysis.direction)
        pattern = COMPARATOR_WORDS.get(value.comparator)
        year = f" ({value.year})" if value.year else ""
        if pattern is None:
            return f"{number}{year}"
        return self._fill_pattern(pattern, number) + year

    def _change_words(self, number: str, direction: str) -> str:
        return self._fill_pattern(
            CHANGE_WORDS.get(direction, CHANGE_WORDS[""]), number
        )

    def _fill_pattern(self, pattern: str, number: str) -> str:
        return Sentence(pattern, value=number).in_language(self.lang)

    def _join_texts(self, texts: Iterable[str]) -> str:
        """The texts that there are, each once."""
        return _BETWEEN.join(dict.fromkeys(filter(None, texts)))

    def _translate_words(self, words: str) -> str:
        return translate_words(words, self.lang)


def _units_of(values: tuple[KnownValue, ...]) -> str:
    units = [value.unit or "–" for value in values]
    if len(set(units)) > 1:
        return _BETWEEN.join(units)
    return values[0].unit if values else ""


def deadline_words(deadline: KnownDeadline) -> str:
    """A year as such; any other time in the words of the document."""
    if deadline.kind == "year":
        return deadline.norm
    return deadline.origin.words


def number_in_words(value: float, lang: str) -> str:
    """A number as it is written in a language.

    Example:
        >>> number_in_words(12.1, "nl"), number_in_words(4750.0, "nl"), number_in_words(4750, "en")
        ('12,1', '4.750', '4,750')
    """
    is_whole = float(value).is_integer()
    written = f"{value:,.0f}" if is_whole else f"{value:,.{_MOST_DECIMALS}f}"
    if not is_whole:
        written = written.rstrip("0")
    if lang != "nl":
        return written
    return written.translate(_DUTCH_SIGNS)
