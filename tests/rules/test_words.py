"""Rules on what a text leaves open."""

from dinet.plugins import plugin_folder
from tests.builder import network


def said(rule: str, text: str) -> list[str]:
    return [
        str(sentence)
        for _, sentence in plugin_folder("rules")
        .plugin_named(rule)
        .module.check.check(network(text))
    ]


def test_open_words_are_quoted_as_they_stand_each_once() -> None:
    text = "doelen: [{tekst: Een Nader te bepalen groep (n.t.b.) en n.t.b., budget: p.m.}]"
    assert said("undetermined", text) == [
        "D1 (goal) is not settled yet: it says “Nader te bepalen”, “n.t.b.”.",
        "The budget of D1 is still open: it says “p.m.”.",
    ]


def test_open_numbers_of_a_target_and_open_sources_count() -> None:
    text = "smart-doelen: [{tekst: Een, streefwaarde: n.t.b., bron: nog te bepalen}]"
    assert said("undetermined", text) == [
        "The source of S1 is still open: it says “nog te bepalen”.",
        "The value of S1 is still open: it says “n.t.b.”.",
    ]


def test_an_open_owner_is_told_by_the_rule_for_owners_only() -> None:
    text = (
        "inspanningen: [{tekst: Een, trekker: n.t.b.}, {tekst: "
        "Twee, vacant: Vacature}, {tekst: Drie, trekker: Afdeling}]"
    )
    assert said("undetermined", text) == []
    assert said("vacant_owner", text) == [
        "I1 (effort) has no owner yet: it says “n.t.b.”.",
        "I2 (effort) has no owner yet: it says “Vacature”.",
    ]


def test_a_goal_is_not_asked_for_a_source() -> None:
    assert said(
        "target_without_source",
        "doelen: [Een]\nsmart-doelen: [Twee, {tekst: Drie, bron: CBS}]",
    ) == ["Target S1 names no source: its figures cannot be checked."]


def test_an_effort_without_owner_is_told_where_most_have_one() -> None:
    text = (
        "inspanningen: [{tekst: Een, trekker: Jeugd}, {tekst: Twee}, "
        "{tekst: Drie, vacant: volgt}]"
    )
    assert said("no_owner", text) == ["Effort I2 has no owner."]


def test_a_programme_that_names_few_owners_is_not_blamed_for_each() -> None:
    text = (
        "inspanningen: [{tekst: Een, trekker: Jeugd}, {tekst: Twee}, "
        "{tekst: Drie}]"
    )
    assert said("no_owner", text) == []


def test_the_owner_of_a_whole_answers_for_its_parts() -> None:
    text = (
        "inspanningen: [{id: I1, tekst: Een, trekker: Jeugd}, "
        "{tekst: Twee, onderdeel-van: I1}]"
    )
    assert said("no_owner", text) == []
