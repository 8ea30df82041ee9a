"""The Mermaid flowchart."""

import re

import pytest

from dinet.layout.style.profile import Profile
from dinet.model import Effort, Goal, Link, Programme
from dinet.network import Network
from dinet.writers.mermaid import escape_label, write
from tests.builder import network
from tests.writers import hostile

ENGLISH = Profile(lang="en")
SPORT = """
    thema's: [{id: T1, tekst: Bewegen}, {id: T2, tekst: Gezondheid}]
    doelen:
      - {id: D1, tekst: Meer kinderen sporten, thema: T1}
      - {id: D2, tekst: Betere gezondheid, thema: T2}
    smart-doelen: [{id: S1, tekst: In 2028 sport 60%, voor: [D1, D2]}]
    inspanningen: [{id: I1, tekst: "De hal", voor: S1}, {id: I2, tekst: Los}]
"""
LINE = re.compile(
    r"""flowchart\ RL | \ {4}subgraph\ g\d+\["[^"]*"\] | \ {4}end | %%\ .*
    | \ {4}classDef\ \w+\ [\w:,#]+
    | \ {4,8}n\d+ [\[({]{1,2} "[^"]*" [\])}]{1,2} :::\w+
    | \ {4}%%\ dinet\ (?:n\d+|programme)\ [^{}<>`&]+
    | \ {4}n\d+\ (-->|-\.->|---|-\.-|x--x|x-\.-x)(\|"[^"]*"\|)?\ n\d+""",
    re.VERBOSE,
)


def lines(of: Network, profile: Profile = ENGLISH) -> list[str]:
    return write(of, (), profile).decode().splitlines()


def shown(label: str) -> str:
    """What Mermaid shows of an escaped label."""
    names = {"quot": '"', "lt": "<", "gt": ">", "amp": "&"}
    return re.sub(
        r"#(\w+);",
        lambda found: (
            names[found[1]] if found[1] in names else chr(int(found[1]))
        ),
        label,
    )


def test_it_is_drawn_from_efforts_at_the_right_to_goals_at_the_left():
    assert lines(network(SPORT))[0] == "flowchart RL"


def test_each_theme_is_a_group_with_what_stands_under_it_and_a_shared_target_stands_in_the_first():
    found = lines(network(SPORT))
    first, second = (
        number
        for number, line in enumerate(found)
        if line.startswith("    subgraph")
    )
    end = found.index("    end", second)
    ids = [re.findall(r'"(\w+) ·', line) for line in found]
    assert [each for names in ids[first + 1 : second] for each in names] == [
        "T1",
        "D1",
        "S1",
        "I1",
    ]
    assert [each for names in ids[second + 1 : end] for each in names] == [
        "T2",
        "D2",
    ]
    assert '    n7(["I2 · Los"]):::effort' in found


def test_every_link_is_drawn_once():
    source = network(SPORT)
    assert sum(
        bool(re.search(r"n\d+ --[->] n\d+$", line)) for line in lines(source)
    ) == len(source.links())


def test_weak_evidence_is_dashed_and_rare_links_are_named():
    elements = (
        Goal(id="D1", text="doel"),
        Goal(id="D2", text="doel"),
        Effort(id="I1", text="werk"),
    )
    links = (
        Link(start="I1", end="D1", kind="contributes_to", basis="inherited"),
        Link(start="I1", end="D2", kind="refers_to", basis="inferred"),
        Link(start="D1", end="D2", kind="conflicts_with"),
    )
    assert lines(Network(Programme(elements=elements, links=links)))[4:7] == [
        '    n1 x--x|"conflicts with"| n2',
        "    n3 -.-> n1",
        '    n3 -.->|"refers to"| n2',
    ]


def test_each_kind_has_its_colours():
    assert {
        line.split()[1] for line in lines(network(SPORT)) if "classDef" in line
    } == {"theme", "goal", "target", "effort"}


def test_short_labels_are_titles_where_there_are_any():
    efforts = (
        Effort(id="I1", text="Een lange tekst", title="Kort"),
        Effort(id="I2", text="Zonder titel"),
    )
    found = lines(
        Network(Programme(elements=efforts)), ENGLISH._replace(short=True)
    )
    assert [re.findall('"(.*)"', line) for line in found[1:3]] == [
        ["I1 · Kort"],
        ["I2 · Zonder titel"],
    ]


def test_more_than_mermaid_draws_is_said_in_a_comment():
    efforts = [Effort(id=f"I{n}", text="x" * 100) for n in range(501)]
    links = [
        Link(start=each.id, end="D1", kind="contributes_to")
        for each in efforts
    ]
    found = lines(
        Network(
            Programme(
                elements=(Goal(id="D1", text="doel"), *efforts), links=links
            )
        )
    )
    assert found[0].startswith("%% This has 501 links")
    assert found[1].startswith("%% This has ")
    assert found[2] == "flowchart RL"


@pytest.mark.parametrize("text", hostile.STRINGS)
def test_an_escaped_label_shows_the_text_and_cannot_end(text):
    words = " ".join(text.split())
    assert shown(escape_label(text)) == words
    assert not re.search(r'["<>`{}\\]|%%', escape_label(text))


def test_hostile_texts_make_no_lines_of_their_own():
    assert [
        line for line in lines(hostile.network()) if not LINE.fullmatch(line)
    ] == []


def test_an_empty_programme_is_an_empty_chart():
    assert lines(Network(Programme())) == ["flowchart RL"]
