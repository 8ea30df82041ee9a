"""The codes of a document are the ids of its elements, where they are codes and identify."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dinet
from dinet.api import read_bytes
from dinet.model import Programme
from dinet.network import Network
from tests.documents import bullet, heading, in_word, noted, told
from tests.documents import table as word_table
from tests.formats import EVERY, cell, read_as, table

pytestmark = pytest.mark.no_cover

CLEAN = "De rivier is schoon genoeg om in te zwemmen"
QUIET = "Bewoners slapen zonder lawaai"
SAFE = "Fietsers komen veilig thuis"
SEWER = "Riool onder de kade vervangen"
WALL = "Geluidscherm langs het spoor plaatsen"
BRIDGE = "Fietsbrug over de vaart bouwen"
FORMATS = sorted(EVERY)


def codes_left(programme: Programme) -> list[str]:
    return [
        note.values["text"]
        for note in programme.notes
        if note.code == "codes_left"
    ]


def kept_codes(programme: Programme) -> dict[str, str]:
    return {each.id: each.code for each in programme.elements if each.code}


# codes become ids


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("OPG-04", "OPG-07"),
        ("KR1", "KR2"),
        ("2.1", "2.2"),
        ("WD-3.1", "WD-4"),
        ("3a", "3b"),
        ("2027-011", "2027-012"),
    ],
)
def test_a_column_of_codes_gives_ids_in_every_format(
    name: str, first: str, second: str
) -> None:
    read = read_as(
        name,
        table(
            ("Code", "Doel", "Inspanning"),
            (first, CLEAN, SEWER),
            (second, QUIET, WALL),
        ),
    )
    assert told(read) == [
        f"{first} {CLEAN}",
        f"{second} {QUIET}",
        f"I1 {SEWER} > {first}",
        f"I2 {WALL} > {second}",
    ]
    assert not kept_codes(read)


@pytest.mark.parametrize("name", FORMATS)
def test_codes_before_texts_are_ids_and_leave_the_text(name: str) -> None:
    read = read_as(
        name,
        table(
            ("Doelstelling", "Maatregel"),
            (f"G3 {CLEAN}", f"G3.1 {SEWER}"),
            (f"G4 {QUIET}", f"G4.1 {WALL}"),
        ),
    )
    assert told(read) == [
        f"G3 {CLEAN}",
        f"G4 {QUIET}",
        f"G3.1 {SEWER} > G3",
        f"G4.1 {WALL} > G4",
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [("[", "]"), ("(", ")"), ("", ")"), ("", " -"), ("", ":"), ("", ".")],
)
def test_signs_around_a_code_are_no_part_of_it(
    before: str, after: str
) -> None:
    read = in_word(
        word_table(
            ["Doel", "Inspanning"],
            [f"{before}WD01{after} {CLEAN}", SEWER],
            [f"{before}WD02{after} {QUIET}", WALL],
        )
    )
    assert told(read)[:2] == [f"WD01 {CLEAN}", f"WD02 {QUIET}"]


@pytest.mark.parametrize(
    "heads", [("Doelcode", "Actienr"), ("Codering", "Projectcode")]
)
def test_each_column_of_codes_is_about_the_column_beside_it(
    heads: tuple[str, str],
) -> None:
    read = in_word(
        word_table(
            [heads[0], "Doel", heads[1], "Actie"],
            ["WD1", CLEAN, "WA1", SEWER],
            ["WD1", CLEAN, "WA2", BRIDGE],
            ["WD2", QUIET, "WA3", WALL],
        )
    )
    assert [each.id for each in read.elements] == [
        "WD1",
        "WD2",
        "WA1",
        "WA2",
        "WA3",
    ]


def test_several_statements_of_a_cell_have_codes_of_their_own() -> None:
    read = in_word(
        word_table(
            ["Doel", "Inspanning"],
            [CLEAN, f"W1 {SEWER}\nW2 {BRIDGE}"],
            [QUIET, f"W3 {WALL}"],
        )
    )
    assert [each.id for each in read.elements[2:]] == ["W1", "W2", "W3"]


def test_codes_in_a_list_are_ids() -> None:
    read = in_word(
        heading("Doelen"),
        bullet(f"AMB-1 {CLEAN}"),
        bullet(f"AMB-2 {QUIET}"),
        bullet(f"AMB-3 {SAFE}"),
    )
    assert [each.id for each in read.elements] == ["AMB-1", "AMB-2", "AMB-3"]
    assert [each.text for each in read.elements] == [CLEAN, QUIET, SAFE]


def test_what_has_no_code_gets_an_id_that_no_code_takes() -> None:
    read = in_word(
        word_table(["Code", "Doel"], ["D1", CLEAN], ["D2", QUIET], ["", SAFE]),
        heading("Werk"),
        word_table(
            ["Inspanning", "Draagt bij aan"], [SEWER, "D1"], [WALL, "D3"]
        ),
    )
    assert [each.id for each in read.elements[:3]] == ["D1", "D2", "D4"]
    assert "reference_unknown" in noted(read)


# numbers that only count


@pytest.mark.parametrize("name", FORMATS)
def test_line_numbers_are_no_ids_but_stay_with_the_element(name: str) -> None:
    read = read_as(
        name,
        table(
            ("Nr", "Inspanning", "Doel"),
            ("4", SEWER, CLEAN),
            ("5", WALL, QUIET),
        ),
    )
    assert [each.id for each in read.elements] == ["D1", "D2", "I1", "I2"]
    assert kept_codes(read) == {"I1": "4", "I2": "5"}
    assert "numbers_left" not in noted(read)


def test_numbers_to_which_something_refers_are_ids() -> None:
    read = in_word(
        word_table(["Nr", "Doel"], ["1", CLEAN], ["2", QUIET], ["3", SAFE]),
        heading("Werk"),
        word_table(
            ["Code", "Inspanning", "Voor doel"],
            ["X1", SEWER, "1 en 3"],
            ["X2", WALL, "2"],
        ),
    )
    assert told(read) == [
        f"1 {CLEAN}",
        f"2 {QUIET}",
        f"3 {SAFE}",
        f"X1 {SEWER} > 1, 3",
        f"X2 {WALL} > 2",
    ]


def test_numbers_of_two_kinds_are_no_ids_though_something_refers_to_them() -> (
    None
):
    read = in_word(
        word_table(["Nr", "Doel"], ["2", CLEAN], ["1", QUIET]),
        heading("Werk"),
        word_table(
            ["Nr", "Inspanning", "Voor doel"],
            ["1", SEWER, "1"],
            ["2", WALL, "2"],
        ),
    )
    assert told(read) == [
        f"D1 {CLEAN}",
        f"D2 {QUIET}",
        f"I1 {SEWER} > D2",
        f"I2 {WALL} > D1",
    ]
    assert kept_codes(read) == {"D1": "2", "D2": "1"}


def test_numbers_of_rows_that_nothing_keeps_are_told() -> None:
    read = in_word(
        word_table(
            ["Nr", "Doel", "Inspanning"],
            ["1", CLEAN, SEWER],
            ["2", "", BRIDGE],
            ["3", QUIET, WALL],
        )
    )
    left = [note for note in read.notes if note.code == "numbers_left"]
    assert [note.place.row for note in left if note.place] == [3]


# short texts


@pytest.mark.parametrize("name", FORMATS)
def test_short_texts_are_texts_where_nothing_has_such_codes(name: str) -> None:
    read = read_as(
        name,
        table(
            ("Thema", "Doel", "Resultaat", "Maatregel"),
            ("Q", "Iedereen leest", "B1", "F3"),
            ("R", "Overal bereik", "4G", "A12 afsluiten"),
        ),
    )
    texts = {each.text for each in read.elements}
    assert texts == {
        "Q",
        "R",
        "Iedereen leest",
        "Overal bereik",
        "B1",
        "4G",
        "F3",
        "A12 afsluiten",
    }
    assert noted(read) == []


@pytest.mark.parametrize(
    "text",
    [
        "A2 verbreden",
        "N35 aanleggen",
        "7 bomen planten",
        "2031 terugkijken",
        "4D-bioscoop openen",
        "COVID-19: nazorg regelen",
    ],
)
def test_one_lone_cell_that_begins_like_a_code_is_a_text(text: str) -> None:
    read = in_word(
        word_table(
            ["Doel", "Inspanning"],
            [CLEAN, SEWER],
            [QUIET, WALL],
            [SAFE, text],
        )
    )
    assert read.elements[-1].text == text
    assert read.elements[-1].id == "I3"


def test_roads_and_quarters_are_no_codes() -> None:
    read = in_word(
        word_table(
            ["Doel", "Inspanning"],
            [CLEAN, "A2 verbreden"],
            [QUIET, "A7 verbreden"],
            [SAFE, "Q3 afronden"],
        )
    )
    assert [each.text for each in read.elements[3:]] == [
        "A2 verbreden",
        "A7 verbreden",
        "Q3 afronden",
    ]


@pytest.mark.parametrize(
    "stray", ["N35 verbreden", "CO2 opvangen", "COVID-19 nabespreken"]
)
def test_a_road_among_codes_stays_a_text(stray: str) -> None:
    read = in_word(
        word_table(
            ["Doel", "Inspanning"],
            [CLEAN, f"A1 {SEWER}"],
            [QUIET, f"A2 {WALL}"],
            [SAFE, f"B1 {BRIDGE}"],
            [SAFE, stray],
        )
    )
    efforts = [each for each in read.elements if each.kind == "effort"]
    assert [each.id for each in efforts] == ["A1", "A2", "B1", "I1"]
    assert efforts[-1].text == stray


def test_codes_that_count_up_may_stand_before_small_letters() -> None:
    read = in_word(
        word_table(
            ["Doel", "Inspanning"],
            [CLEAN, "a wijk schoon\nA1 riool vervangen"],
            [QUIET, "A2 scherm plaatsen"],
            [SAFE, "A3 brug bouwen"],
        )
    )
    efforts = [each for each in read.elements if each.kind == "effort"]
    assert [each.text for each in efforts][1:] == [
        "riool vervangen",
        "scherm plaatsen",
        "brug bouwen",
    ]


def test_the_letters_of_a_list_may_be_named_in_a_column() -> None:
    read = in_word(
        heading("Doelen"),
        bullet(f"A. {CLEAN}"),
        bullet(f"B. {QUIET}"),
        heading("Werk"),
        word_table(
            ["Inspanning", "Voor doel"], [SEWER, "A"], [WALL, "A en B"]
        ),
    )
    assert told(read) == [
        f"A {CLEAN}",
        f"B {QUIET}",
        f"I1 {SEWER} > A",
        f"I2 {WALL} > A, B",
    ]


@pytest.mark.parametrize("sign", [":", " –"])
def test_a_heading_may_hold_the_word_and_the_code(sign: str) -> None:
    read = in_word(
        heading(f"Doel AMB-4{sign} {CLEAN}"),
        heading("Inspanningen", 2),
        bullet(SEWER),
        heading(f"Doel AMB-5{sign} {QUIET}"),
        heading("Inspanningen", 2),
        bullet(WALL),
    )
    assert told(read) == [
        f"AMB-4 {CLEAN}",
        f"AMB-5 {QUIET}",
        f"I1 {SEWER} > AMB-4",
        f"I2 {WALL} > AMB-5",
    ]


def test_a_planning_may_name_efforts_by_their_codes_alone() -> None:
    read = in_word(
        word_table(
            ["Code", "Inspanning", "Doel"],
            ["W1", SEWER, CLEAN],
            ["W2", WALL, QUIET],
        ),
        heading("Planning"),
        word_table(
            ["Inspanning", "Trekker"], ["W1", "Waterschap"], ["W2", "Spoor"]
        ),
    )
    assert [(each.id, each.owners) for each in read.elements[2:]] == [
        ("W1", ("Waterschap",)),
        ("W2", ("Spoor",)),
    ]


@pytest.mark.parametrize("turned", [False, True])
def test_a_code_may_be_carried_by_a_later_table(*, turned: bool) -> None:
    goals = word_table(["Code", "Doel"], ["M3", CLEAN], ["M4", QUIET])
    efforts = word_table(["Inspanning", "Doel"], [SEWER, "M3"], [WALL, "M4"])
    parts = [goals, heading("Werk"), efforts]
    read = in_word(*(parts[::-1] if turned else parts))
    assert told(read) == [
        f"M3 {CLEAN}",
        f"M4 {QUIET}",
        f"I1 {SEWER} > M3",
        f"I2 {WALL} > M4",
    ]


# identity


def test_different_codes_stay_two_though_the_texts_are_equal() -> None:
    read = in_word(
        word_table(
            ["Code", "Inspanning", "Doel"],
            ["W1", SEWER, CLEAN],
            ["W2", SEWER, QUIET],
        )
    )
    assert told(read)[2:] == [f"W1 {SEWER} > D1", f"W2 {SEWER} > D2"]


def test_a_text_without_code_joins_the_one_that_has_it() -> None:
    read = in_word(
        word_table(["Code", "Inspanning", "Doel"], ["W7", SEWER, CLEAN]),
        heading("Planning"),
        word_table(["Inspanning", "Trekker"], [SEWER, "Waterschap"]),
    )
    effort = read.elements[-1]
    assert (effort.id, effort.owners) == ("W7", ("Waterschap",))
    assert len(effort.places) == 2
    assert "merged" in noted(read)


def test_a_text_that_two_codes_have_is_made_one_with_neither() -> None:
    read = in_word(
        word_table(
            ["Code", "Inspanning", "Doel"],
            ["W1", SEWER, CLEAN],
            ["W2", SEWER, QUIET],
            ["", SEWER, SAFE],
        )
    )
    assert [each.id for each in read.elements[3:]] == ["W1", "W2", "I1"]
    assert "possible_duplicate" in noted(read)


def test_one_code_with_other_words_is_one_element_with_both_wordings() -> None:
    other = "Rioolvervanging aan de kade"
    read = in_word(
        word_table(
            ["Code", "Inspanning", "Doel"],
            ["W1", SEWER, CLEAN],
            ["W2", WALL, QUIET],
        ),
        heading("Planning"),
        word_table(["Code", "Inspanning", "Trekker"], ["W1", other, "Water"]),
    )
    effort = read.elements[2]
    assert (effort.id, effort.text) == ("W1", SEWER)
    assert effort.wordings == (other,)
    assert effort.owners == ("Water",)
    assert "code_reworded" in noted(read)


def test_codes_that_start_anew_under_each_theme_do_not_identify() -> None:
    read = in_word(
        heading("Thema 1: Water"),
        word_table(["Code", "Doel"], ["D1", CLEAN], ["D2", "Droge kelders"]),
        heading("Thema 2: Geluid"),
        word_table(["Code", "Doel"], ["D1", QUIET], ["D2", SAFE]),
    )
    assert [each.text for each in read.elements[2:]] == [
        CLEAN,
        "Droge kelders",
        QUIET,
        SAFE,
    ]
    assert kept_codes(read) == {"D3": "D1", "D4": "D2"}
    assert codes_left(read) == ["D1 = D3, D2 = D4"]


def test_a_code_typed_at_the_wrong_kind_takes_nothing_from_its_owner() -> None:
    read = in_word(
        word_table(
            ["Code", "Doel"], ["D1", CLEAN], ["D2", QUIET], ["D3", SAFE]
        ),
        heading("Werk"),
        word_table(
            ["Code", "Inspanning"],
            ["I1", SEWER],
            ["D3", WALL],
            ["I4", BRIDGE],
        ),
    )
    assert [each.id for each in read.elements] == [
        "D1",
        "D2",
        "D3",
        "I1",
        "I2",
        "I4",
    ]
    assert kept_codes(read) == {"I2": "D3"}
    assert codes_left(read) == ["D3 = I2"]


@pytest.mark.parametrize(
    ("second", "count"),
    [
        (("Waterschap", "€ 5.000"), 2),
        (("Gemeente", "€ 5.000"), 1),
        (("Waterschap", "€ 9.000"), 1),
        (("", "€ 5.000"), 1),
    ],
)
def test_equal_texts_stay_two_when_owner_and_money_both_differ(
    second: tuple[str, str], count: int
) -> None:
    read = in_word(
        word_table(
            ["Doel", "Inspanning", "Trekker", "Budget"],
            [CLEAN, SEWER, "Gemeente", "€ 9.000"],
            [QUIET, SEWER, *second],
        )
    )
    efforts = [each for each in read.elements if each.kind == "effort"]
    assert len(efforts) == count
    assert ("possible_duplicate" in noted(read)) == (count == 2)


def test_a_near_wording_never_joins_two_codes() -> None:
    text = "In 2031 voelt 80% van de bewoners zich {} in de eigen straat."
    read = in_word(
        word_table(
            ["Code", "SMART-doel", "Doel"],
            ["T1", text.format("prettig"), CLEAN],
            [
                "T2",
                text.format("prettig").replace("bewoners", "inwoners"),
                CLEAN,
            ],
        )
    )
    assert [each.id for each in read.elements[1:]] == ["T1", "T2"]


# references


@pytest.mark.parametrize(
    ("words", "served"),
    [
        ("AMB-08 t/m AMB-10", ["AMB-08", "AMB-09", "AMB-10"]),
        ("AMB-08, AMB-10", ["AMB-08", "AMB-10"]),
        ("AMB-09 en AMB-10", ["AMB-09", "AMB-10"]),
    ],
)
def test_lists_and_ranges_of_long_codes_are_links(
    words: str, served: list[str]
) -> None:
    read = in_word(
        word_table(
            ["Code", "Doel"],
            ["AMB-08", CLEAN],
            ["AMB-09", QUIET],
            ["AMB-10", SAFE],
        ),
        heading("Werk"),
        word_table(["Inspanning", "Draagt bij aan"], [SEWER, words]),
    )
    assert [link.end for link in read.links] == served


def test_a_code_between_brackets_links_however_long_it_is() -> None:
    read = in_word(
        word_table(["Code", "Doel"], ["AMB-8", CLEAN], ["AMB-9", QUIET]),
        heading("Inspanningen"),
        bullet(f"{SEWER} (draagt bij aan AMB-9)"),
    )
    assert told(read)[2:] == [f"I1 {SEWER} > AMB-9"]


def test_a_comma_in_a_column_of_decimals_is_a_full_stop() -> None:
    read = in_word(
        word_table(["Nr", "Doel"], ["1", CLEAN], ["2", QUIET]),
        heading("Indicatoren"),
        word_table(
            ["Nr", "SMART-doel", "Voor doel"],
            ["1,1", "90% zwemt in 2031", "1"],
            ["2,1", "80% slaapt goed in 2031", "1,2"],
        ),
        heading("Werk"),
        word_table(["Nr", "Inspanning", "SMART-doel"], ["W1", SEWER, "2,1"]),
    )
    assert told(read) == [
        f"1 {CLEAN}",
        f"2 {QUIET}",
        "1.1 90% zwemt in 2031 > 1",
        "2.1 80% slaapt goed in 2031 > 1, 2",
        f"W1 {SEWER} > 2.1",
    ]


# every round


@pytest.mark.parametrize(
    ("code", "id_", "kept"),
    [
        ("SD 3", "SD3", "SD 3"),
        ("A/2", "A-2", "A/2"),
        ("a.1", "a.1", None),
        ("../d1", "D1", "../d1"),
        ('D"2', "D1", 'D"2'),
    ],
)
def test_a_code_that_is_not_safe_is_made_so_or_stays_beside_the_id(
    code: str, id_: str, kept: str | None
) -> None:
    read = in_word(
        word_table(["Code", "Doel", "Inspanning"], [code, CLEAN, SEWER])
    )
    assert (read.elements[0].id, read.elements[0].code) == (id_, kept)


@pytest.mark.parametrize(
    "name", ["yaml", "json", "xlsx", "csv", "docx", "mermaid", "graphml"]
)
def test_codes_of_the_document_come_back_from_what_dinet_writes(
    name: str,
) -> None:
    read = in_word(
        word_table(["Code", "Doel"], ["AMB-08", CLEAN], ["AMB-09", QUIET]),
        heading("Werk"),
        word_table(
            ["Code", "Inspanning", "Draagt bij aan"],
            ["P1.2", SEWER, "AMB-08"],
            ["P1.3", WALL, "AMB-09"],
        ),
    )
    suffix = {"mermaid": "mmd"}.get(name, name)
    written = dinet.write(Network(read), (), name)
    again = read_bytes(written, f"plan.{suffix}")
    assert told(again) == told(read)


@pytest.mark.parametrize("name", ["yaml", "json", "xlsx"])
def test_a_code_that_is_no_id_comes_back_from_the_native_forms(
    name: str,
) -> None:
    read = in_word(
        word_table(
            ["Nr", "Inspanning", "Doel"],
            ["7", SEWER, CLEAN],
            ["8", WALL, QUIET],
        ),
    )
    again = read_bytes(dinet.write(Network(read), (), name), f"plan.{name}")
    assert kept_codes(again) == kept_codes(read) == {"I1": "7", "I2": "8"}


# a law

WORDS = st.sampled_from(
    ["sport", "groen", "water", "lezen", "buurt", "spoor", "licht", "kunst"]
)
PREFIXES = st.sampled_from(["D", "OPG-", "KR", "DOEL-", "A", "Z.", "WX_"])


@st.composite
def schemes(draw: st.DrawFn) -> list[str]:
    """Some codes of one form, in the order of their numbers, with gaps."""
    prefix = draw(PREFIXES)
    digits = draw(st.sampled_from([1, 2, 3]))
    numbers = draw(
        st.lists(st.integers(1, 9), min_size=2, max_size=4, unique=True)
    )
    below = draw(st.sampled_from(["", ".1", ".2.3"]))
    return [f"{prefix}{number:0{digits}}{below}" for number in sorted(numbers)]


@pytest.mark.parametrize("name", ["csv", "xlsx", "docx"])
@pytest.mark.parametrize("before", [False, True])
@given(codes=schemes(), word=WORDS)
def test_ids_that_are_read_are_the_codes_that_were_given(
    name: str, codes: list[str], word: str, *, before: bool
) -> None:
    rows = []
    for number, code in enumerate(codes):
        goal = f"Meer {word} in wijk {chr(ord('k') + number)}"
        effort = f"Werk aan {word} voor {chr(ord('p') + number)}"
        if before:
            rows.append((cell(f"{code} {goal}"), cell(effort)))
        else:
            rows.append((cell(code), cell(goal), cell(effort)))
    head = ("Doel", "Inspanning") if before else ("Code", "Doel", "Inspanning")
    read = read_as(name, table(head, *rows))
    goals = [each for each in read.elements if each.kind == "goal"]
    assert [goal.id for goal in goals] == codes
    assert all(goal.text.startswith("Meer ") for goal in goals)
