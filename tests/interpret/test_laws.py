"""No ladder between equals, and the same programme however its table is laid out.

Two laws. Over all documents at hand and over any table: two elements of one kind that stand beside
each other are not linked, unless their headings state which stands higher. And what a table says
does not change when it is laid out otherwise, when something that is no network stands beside it,
or when another program saves it.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import product
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dinet.api import read_bytes
from dinet.errors import DocumentError
from dinet.model import Element, Link, Programme
from dinet.vocabulary.active_dialect import built_in_dialect
from tests.formats import ALL, UNDER, Cell, Heading, Part, Table, cell, table
from tests.formats import EVERY as FORMATS
from tests.interpret.councils import EVERY as COUNCILS

pytestmark = pytest.mark.no_cover

ROOT = Path(__file__).parent.parent.parent
SUFFIXES = (".docx", ".txt", ".csv", ".md", ".html", ".xlsx", ".pdf")
DOCUMENTS = sorted(
    path
    for folder in ("examples", "tests/data/layouts")
    for path in (ROOT / folder).iterdir()
    if path.suffix in SUFFIXES and "werkmap" not in path.name
)

# no ladder between equals


def links_between_equals(programme: Programme) -> list[Link]:
    """What links elements of one kind that no heading puts one above the other."""
    elements = {element.id: element for element in programme.elements}
    return [
        link
        for link in programme.links
        if link.basis in ("same row", "merged cell")
        if elements[link.start].kind == elements[link.end].kind
        if not stand_at_stated_heights(
            elements[link.start], elements[link.end]
        )
    ]


def stand_at_stated_heights(lower: Element, upper: Element) -> bool:
    """Their headings say so; or they stand in one cell, as an item of a list under another."""
    if not set(lower.places).isdisjoint(upper.places):
        return True
    height = built_in_dialect().height
    return any(
        height(one.heading or "") > height(other.heading or "")
        for one, other in product(lower.places, upper.places)
        if one.table == other.table and one.sheet == other.sheet
    )


@pytest.mark.no_cover
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_no_document_has_a_ladder_between_equals(path: Path) -> None:
    programme = read_bytes(path.read_bytes(), path.name)
    assert links_between_equals(programme) == []


@pytest.mark.parametrize("council", COUNCILS)
def test_no_dialect_has_a_ladder_between_equals(council: str) -> None:
    data = FORMATS["docx"](*COUNCILS[council].parts)
    programme = read_bytes(data, "plan.docx")
    assert links_between_equals(programme) == []


HEADINGS = st.sampled_from(
    [
        "Doel",
        "Doel",
        "Doelstelling",
        "Hoofddoel",
        "Subdoel",
        "Strategisch doel",
        "Operationeel doel",
        "Thema",
        "SMART-doel",
        "Indicator",
        "Inspanning",
        "Inspanning",
        "Maatregel",
        "Activiteiten",
        "Trekker",
        "Doel 2026",
        "Opmerkingen",
    ]
)


@st.composite
def any_tables(draw: st.DrawFn) -> Table:
    """A table of one to four columns of any roles, with cells that are merged or blank."""
    width = draw(st.integers(1, 4))
    heads = draw(st.lists(HEADINGS, min_size=width, max_size=width))
    height = draw(st.integers(1, 4))
    random = Random(draw(st.integers(0, 10**6)))
    words = Words(random)
    columns: list[list[Cell]] = []
    for _ in heads:
        column: list[Cell] = []
        while len(column) < height:
            down = random.randrange(min(3, height - len(column)))
            text = words.effort() if random.random() < 0.85 else ""
            column += (
                Cell(tuple(filter(None, [text])), down),
                *[UNDER] * down,
            )
        columns.append(column)
    return table(tuple(heads), *zip(*columns, strict=True))


@given(any_tables(), st.sampled_from(["docx", "csv", "md"]))
def test_no_table_has_a_ladder_between_equals(
    written: Table, suffix: str
) -> None:
    try:
        programme = read_bytes(FORMATS[suffix](written), f"plan.{suffix}")
    except DocumentError:
        assume(False)
        return
    assert links_between_equals(programme) == []


def test_a_ladder_that_headings_state_is_allowed_and_another_is_found() -> (
    None
):
    stated = table(
        ("Hoofddoel", "Subdoel", "Inspanning"),
        ("Een veilige stad", "Minder inbraken", "Straten verlichten"),
    )
    programme = read_bytes(FORMATS["docx"](stated), "plan.docx")
    assert len(programme.links) == 2
    assert links_between_equals(programme) == []
    without_heights = programme.model_copy(
        update={
            "elements": tuple(
                element.model_copy(
                    update={
                        "places": tuple(
                            place.model_copy(update={"heading": "Doel"})
                            for place in element.places
                        )
                    }
                )
                for element in programme.elements
            )
        }
    )
    (between_goals,) = links_between_equals(without_heights)
    assert (between_goals.start, between_goals.end) == ("D2", "D1")


# the same programme, however it is laid out


class Words:
    """Sentences as plans have them, of words that exist and words that do not."""

    SYLLABLES = (
        "bar del fon gri hol kem lus mor nel pat rin sul tep vor wim".split()
    )
    GROUPS = "kinderen ouderen jongeren inwoners buren ondernemers".split()
    VERBS = "sporten lezen werken bewegen meedoen".split()
    WORK = "openen bouwen inrichten vernieuwen uitbreiden verduurzamen".split()

    def __init__(self, random: Random) -> None:
        self.random = random
        self.used: set[str] = set()

    def noun(self) -> str:
        """A word that nothing else has been called."""
        while True:
            count = self.random.randint(2, 3)
            word = "".join(self.random.choices(self.SYLLABLES, k=count))
            if word not in self.used:
                self.used.add(word)
                return word

    def goal(self) -> str:
        group = self.random.choice(self.GROUPS)
        verb = self.random.choice(self.VERBS)
        more = self.random.choice(["Meer", "Minder"])
        return f"{more} {group} {verb} in de {self.noun()}"

    def target(self) -> str:
        group = self.random.choice(self.GROUPS)
        share = self.random.randint(5, 95)
        year = self.random.randint(2027, 2032)
        return f"In {year} kent {share}% van de {group} de {self.noun()}"

    def effort(self) -> str:
        work = self.random.choice(self.WORK)
        article = self.random.choice(["De", "Een", "Het"])
        return f"{article} {self.noun()} {work} bij de {self.noun()}"

    def team(self) -> str:
        return f"Team {self.noun().capitalize()}"


class GoalPlan(NamedTuple):
    """A goal, what measures it, and the efforts for it with their owners."""

    goal: str
    target: str
    efforts: tuple[tuple[str, str], ...]


Plan = tuple[GoalPlan, ...]
Rows = list[tuple[Cell | str | None, ...]]
HEAD = ("Doel", "SMART-doel", "Inspanning", "Trekker")


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Two to four goals with one to three efforts each; no text comes back."""
    words = Words(Random(draw(st.integers(0, 10**6))))
    counts = draw(st.lists(st.integers(1, 3), min_size=2, max_size=4))
    return tuple(
        GoalPlan(
            words.goal(),
            words.target(),
            tuple((words.effort(), words.team()) for _ in range(count)),
        )
        for count in counts
    )


def facts_of_plan(plan: Plan) -> Counter[tuple[object, ...]]:
    """What a plan says, whoever reads it."""
    facts: Counter[tuple[object, ...]] = Counter()
    for goal, target, efforts in plan:
        facts["goal", goal, ()] += 1
        facts["target", target, ()] += 1
        facts[target, "measures", goal] += 1
        for effort, team in efforts:
            facts["effort", effort, (team,)] += 1
            facts[effort, "contributes_to", goal] += 1
            facts[effort, "contributes_to", target] += 1
    return facts


def facts_of(programme: Programme) -> Counter[tuple[object, ...]]:
    """What a programme says: kinds, texts, owners and links."""
    texts = {element.id: element.text for element in programme.elements}
    facts: Counter[tuple[object, ...]] = Counter()
    for element in programme.elements:
        facts[element.kind, element.text, element.owners] += 1
    for link in programme.links:
        facts[texts[link.start], link.kind, texts[link.end]] += 1
    return facts


def repeated_rows(plan: Plan) -> Rows:
    """A row for each effort, with its goal and target written out."""
    return [
        (goal, target, *effort)
        for goal, target, efforts in plan
        for effort in efforts
    ]


def merged_rows(plan: Plan) -> Rows:
    """The same with goal and target in cells that are merged down."""
    rows: Rows = []
    for goal, target, efforts in plan:
        down = len(efforts) - 1
        first, *others = efforts
        rows.append((cell(goal, down=down), cell(target, down=down), *first))
        rows += ((UNDER, UNDER, *effort) for effort in others)
    return rows


def as_merged(plan: Plan) -> list[Part]:
    return [table(HEAD, *merged_rows(plan))]


def as_repeated(plan: Plan) -> list[Part]:
    return [table(HEAD, *repeated_rows(plan))]


def turned(plan: Plan) -> list[Part]:
    rows = [HEAD, *repeated_rows(plan)]
    return [table(*zip(*rows, strict=True))]


def cut_in_two(plan: Plan) -> list[Part]:
    first, others = plan[:1], plan[1:]
    return [
        table(HEAD, *merged_rows(first)),
        table(HEAD, *merged_rows(others)),
    ]


def cut_inside_the_table(plan: Plan) -> list[Part]:
    rows = repeated_rows(plan)
    middle = len(rows) // 2
    return [table(HEAD, *rows[:middle], HEAD, *rows[middle:])]


def with_a_sum(plan: Plan) -> list[Part]:
    rows = [
        (*row, f"€ {1000 * number}")
        for number, row in enumerate(merged_rows(plan), start=1)
    ]
    total = 500 * len(rows) * (len(rows) + 1)
    return [
        table(
            (*HEAD, "Kosten"),
            *rows,
            ("Totaal", None, None, None, f"€ {total}"),
        )
    ]


def with_a_blank_column(plan: Plan) -> list[Part]:
    rows = [HEAD, *merged_rows(plan)]
    return [table(*((*row[:2], None, *row[2:]) for row in rows))]


def with_a_blank_column_first(plan: Plan) -> list[Part]:
    return [table(*((None, *row) for row in [HEAD, *merged_rows(plan)]))]


def with_an_explanation(plan: Plan) -> list[Part]:
    return [
        *as_merged(plan),
        Heading("Begrippen"),
        table(
            ("Begrip", "Betekenis"),
            ("Doel", "Wat we willen bereiken"),
            ("SMART-doel", "Hoe we meten of het lukt"),
            ("Inspanning", "Wat we daarvoor doen"),
        ),
    ]


def with_contacts(plan: Plan) -> list[Part]:
    return [
        *as_merged(plan),
        Heading("Contact"),
        table(
            ("Naam", "Functie", "Telefoon"),
            ("Balie Wonen", "Vragen over huren", "0555 123456"),
            ("Balie Werk", "Vragen over banen", "0555 654321"),
        ),
    ]


def with_risks(plan: Plan) -> list[Part]:
    return [
        *as_merged(plan),
        Heading("Risico's"),
        table(
            ("Risico", "Kans", "Gevolg", "Beheersmaatregel"),
            ("Te weinig personeel", "groot", "Vertraging", "Eerder werven"),
            ("Hogere prijzen", "klein", "Tekort", "Een reserve aanhouden"),
        ),
    ]


LAYOUTS: dict[str, Callable[[Plan], list[Part]]] = {
    layout.__name__: layout
    for layout in (
        as_merged,
        as_repeated,
        turned,
        cut_in_two,
        cut_inside_the_table,
        with_a_sum,
        with_a_blank_column,
        with_a_blank_column_first,
        with_an_explanation,
        with_contacts,
        with_risks,
    )
}


FAST_FORMATS = st.sampled_from(["csv", "docx", "html", "md"])
"""A law is tried often, and these are read fast."""


@pytest.mark.no_cover
@pytest.mark.parametrize("layout", LAYOUTS)
@given(plans(), FAST_FORMATS)
def test_a_programme_is_the_same_however_it_is_laid_out(
    layout: str, plan: Plan, suffix: str
) -> None:
    data = FORMATS[suffix](*LAYOUTS[layout](plan))
    assert facts_of(read_bytes(data, f"plan.{suffix}")) == facts_of_plan(plan)


@pytest.mark.parametrize("rows_of", [repeated_rows, merged_rows])
@given(plans(), st.permutations(range(len(HEAD))), FAST_FORMATS)
def test_a_programme_is_the_same_in_whatever_order_its_columns_stand(
    rows_of: Callable[[Plan], Rows],
    plan: Plan,
    order: Sequence[int],
    suffix: str,
) -> None:
    rows = [
        tuple(row[number] for number in order)
        for row in (HEAD, *rows_of(plan))
    ]
    data = FORMATS[suffix](table(*rows))
    assert facts_of(read_bytes(data, f"plan.{suffix}")) == facts_of_plan(plan)


@pytest.mark.no_cover
@pytest.mark.parametrize("suffix", ALL)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_programme_is_the_same_in_every_format(
    layout: str, suffix: str
) -> None:
    words = Words(Random(len(layout) + len(suffix)))
    plan = tuple(
        GoalPlan(
            words.goal(),
            words.target(),
            tuple((words.effort(), words.team()) for _ in range(count)),
        )
        for count in (2, 1, 3)
    )
    data = FORMATS[suffix](*LAYOUTS[layout](plan))
    assert facts_of(read_bytes(data, f"plan.{suffix}")) == facts_of_plan(plan)
