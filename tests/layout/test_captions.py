"""The words around the boxes."""

from dinet.finding import Finding, Severity
from dinet.language import Sentence
from dinet.layout.layered.page_layout import lay_out_programme
from dinet.layout.plan import Layout
from dinet.layout.style.profile import Profile
from dinet.model import Goal, Identity, Link, Programme
from dinet.network import Network
from tests.network.worlds import link, programme, world

ENGLISH = Profile(lang="en", source="plan.docx")


def words(layout: Layout, role: str) -> list[str]:
    return [each.text for each in layout.words if each.role == role]


def legend(network: Network, findings: tuple[Finding, ...] = ()) -> list[str]:
    return words(lay_out_programme(network, findings, ENGLISH), "legend")


def named(text: str, **identity: str) -> Network:
    return Network(
        programme(text).model_copy(update={"identity": Identity(**identity)})
    )


def test_the_title_is_that_of_the_programme_or_else_the_name_of_the_document():
    assert (
        lay_out_programme(named("D1", title="Jong"), (), ENGLISH).title
        == "Jong"
    )
    assert lay_out_programme(world("D1"), (), ENGLISH).title == "plan.docx"
    assert (
        lay_out_programme(world("D1"), (), Profile(lang="en")).title
        == "Goals and efforts"
    )


def test_the_subtitle_says_whose_when_and_from_where():
    layout = lay_out_programme(
        named("D1", title="Jong", organisation="Gemeente", period="2025-2028"),
        (),
        ENGLISH,
    )
    assert words(layout, "subtitle") == ["Gemeente · 2025-2028 · plan.docx"]


def test_a_long_vision_takes_at_most_three_lines():
    layout = lay_out_programme(
        named(
            "D1",
            title="Jong",
            vision="Wij willen dat ieder kind meedoet. " * 40,
        ),
        (),
        ENGLISH,
    )
    assert [line.endswith("…") for line in words(layout, "subtitle")] == [
        False,
        False,
        False,
        True,
    ]


def test_every_column_has_a_heading():
    assert words(
        lay_out_programme(world("I1>S1>D1>T1"), (), ENGLISH), "heading"
    ) == [
        "Themes",
        "Goals",
        "Targets",
        "Efforts",
    ]


def test_levels_name_the_columns_of_goals_when_the_document_does():
    goals = (
        Goal(id="D1", text="a", level="strategic"),
        Goal(id="D2", text="b", level="operational"),
    )
    assert words(
        lay_out_programme(Network(Programme(elements=goals)), (), ENGLISH),
        "heading",
    ) == ["Strategic goals", "Operational goals"]
    assert words(
        lay_out_programme(world("D2>D1"), (), ENGLISH), "heading"
    ) == [
        "Goals",
        "Sub-goals",
    ]


def test_the_legend_explains_only_the_lines_that_are_drawn():
    assert legend(world("S1>D1 I1>S1")) == [
        "contributes to",
        "1 goal, 1 target, 1 effort",
    ]
    many = legend(
        world(
            "T1 T2 D1>T1 D2>T2 S1>D1 S1>D2 I1>S1 I2>D2 I3",
            Link(start="I3", end="S1", kind="measures", basis="inferred"),
            link("I1", "I2", "depends_on"),
            link("D1", "D2", "refers_to"),
        )
    )
    assert many[:5] == [
        "contributes to",
        "part of",
        "refers to",
        "depends on",
        "not said in so many words: inferred, or taken over from the row above",
    ]


def test_the_legend_says_that_some_links_can_be_read_from_others():
    assert any(
        "by way of a target" in line
        for line in legend(world("S1>D1 I1>S1 I1>D1"))
    )


def test_the_legend_tells_once_what_all_miss():
    lines = legend(world("D1 D2 D3 D4"))
    assert "! no effort is linked to any goal" in lines
    assert "! no goal has a target" in lines
    assert "! = something is missing" not in lines


def test_the_legend_tells_once_that_the_document_says_of_nothing_what_it_serves():
    lines = legend(world("D1 D2 D3 D4 I1 I2 I3 I4"))
    assert "? the document does not say what serves what" in lines
    assert "! no effort is linked to any goal" not in lines


def test_the_legend_counts_the_findings():
    found = Finding(
        "DC101",
        "rule",
        Severity.ERROR,
        Goal(id="D1", text="a"),
        Sentence("no"),
    )
    assert "findings in the audit: 2" in legend(world("D1"), (found, found))


def test_the_description_counts_what_there_is():
    description = lay_out_programme(
        world("I1>S1>D1 I2>S1"), (), ENGLISH
    ).description
    assert description.startswith("1 goal, 1 target, 2 efforts.")


def test_bands_without_a_theme_and_groups_have_captions():
    captions = words(
        lay_out_programme(world("D1>T1 D2 I1>D2 I2"), (), ENGLISH), "caption"
    )
    assert captions[0] == "Without a theme"
    assert captions[1].startswith("Not linked")


def test_the_words_are_in_the_language_of_the_reader():
    layout = lay_out_programme(world("I1>S1>D1"), (), Profile(lang="nl"))
    assert words(layout, "heading") == [
        "Doelen",
        "SMART-doelen",
        "Inspanningen",
    ]


def test_a_vision_in_several_lines_reads_as_sentences():
    layout = lay_out_programme(
        named(
            "D1",
            title="Jong",
            vision="Kansen voor ieder kind\nWij werken samen.",
        ),
        (),
        ENGLISH,
    )
    assert (
        words(layout, "subtitle")[-1]
        == "Vision: Kansen voor ieder kind. Wij werken samen."
    )


def test_goals_of_one_level_are_named_after_it():
    goals = tuple(
        Goal(id=f"D{at}", text="Meer sport", level="operational")
        for at in (1, 2)
    )
    assert words(
        lay_out_programme(Network(Programme(elements=goals)), (), ENGLISH),
        "heading",
    ) == ["Operational goals"]
    assert words(lay_out_programme(world("D1"), (), ENGLISH), "heading") == [
        "Goals"
    ]
