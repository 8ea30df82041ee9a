"""Every rule, found by walking the folder.

Its documentation is complete and its own examples prove it.
"""

import re
from collections import Counter
from textwrap import dedent

import pytest

from dinet.finding import FindingSubject, Rule, WholeProgramme
from dinet.language import translate_words
from dinet.model import Element, Link
from dinet.network import Network
from dinet.plugins import Plugin, plugin_folder
from tests.builder import network

RULES = plugin_folder("rules").plugins
every_rule = pytest.mark.parametrize("plugin", RULES.values(), ids=RULES)


def parts(plugin: Plugin) -> dict[str, str]:
    """The parts of a rule's documentation by their label; the first sentence has none."""
    found = re.split(
        r"^(Why it matters|Bad|Good|Source):",
        plugin.documentation,
        flags=re.MULTILINE,
    )
    return {
        "": found[0].strip(),
        **dict(zip(found[1::2], found[2::2], strict=True)),
    }


def world(plugin: Plugin, label: str) -> Network:
    return network(dedent(parts(plugin)[label]))


def check(plugin: Plugin) -> Rule:
    return plugin.module.check


@every_rule
def test_a_bad_example_yields_findings_of_its_rule(plugin: Plugin) -> None:
    this = world(plugin, "Bad")
    found = list(check(plugin).check(this))
    assert found
    for about, sentence in found:
        assert (
            isinstance(about, WholeProgramme)
            or about in this.programme.elements
            or about in this.programme.links
        )
        assert re.match(r"[A-Z“].+[.?\]]$", sentence.in_language("en"))
        assert set(
            re.findall(r"[A-Z]+\d+|D-\w+", sentence.in_language("en"))
        ) >= _ids(about)


def _ids(about: FindingSubject) -> set[str]:
    if isinstance(about, Link):
        return {about.start, about.end}
    return {about.id} if isinstance(about, Element) else set()


@every_rule
def test_a_bad_example_yields_one_finding_for_its_one_fault(
    plugin: Plugin,
) -> None:
    assert len(list(check(plugin).check(world(plugin, "Bad")))) == 1


@every_rule
def test_a_good_example_yields_none(plugin: Plugin) -> None:
    assert list(check(plugin).check(world(plugin, "Good"))) == []


@every_rule
def test_the_documentation_is_complete_and_in_order(plugin: Plugin) -> None:
    said = parts(plugin)
    assert list(said) == ["", "Why it matters", "Bad", "Good", "Source"]
    assert re.fullmatch(r"[A-Z][^\n]+\.", said[""])
    assert all(text.strip() for text in said.values())


@every_rule
def test_a_rule_can_be_told_in_dutch(plugin: Plugin) -> None:
    said = parts(plugin)
    for label in ("", "Why it matters", "Source"):
        words = " ".join(said[label].split())
        assert translate_words(words, "nl") != words


@every_rule
def test_a_finding_can_be_told_in_dutch(plugin: Plugin) -> None:
    for _, sentence in check(plugin).check(world(plugin, "Bad")):
        assert sentence.in_language("nl") != sentence.in_language("en")


@every_rule
def test_an_empty_programme_is_told_as_such_and_has_no_other_finding(
    plugin: Plugin,
) -> None:
    found = list(check(plugin).check(network("dinet: 1")))
    assert len(found) == (plugin.name == "empty_programme")


def test_codes_are_unique_and_well_formed() -> None:
    codes = Counter(check(plugin).code for plugin in RULES.values())
    assert all(re.fullmatch(r"D[A-Z]\d{3}", code) for code in codes)
    assert set(codes.values()) == {1}
