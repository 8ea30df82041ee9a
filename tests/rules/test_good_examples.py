"""One fault is one finding: no rule speaks of what another rule holds up as good."""

import re

from dinet.finding import Rule
from dinet.model import Element
from dinet.plugins import Plugin, plugin_folder
from tests.test_every_rule import every_rule, world

RULES = plugin_folder("rules").plugins


def codes_found(plugin: Plugin, label: str) -> set[str]:
    """The codes of the other rules that find something in an example of a rule.

    A rule that is off by default says nothing by itself, so it is not asked.
    """
    example = world(plugin, label)
    own: Rule = plugin.module.check
    rules: list[Rule] = [other.module.check for other in RULES.values()]
    return {
        rule.code
        for rule in rules
        if rule.code != own.code and rule.by_default
        if list(rule.check(example))
    }


@every_rule
def test_no_rule_finds_anything_in_the_good_example_of_another(
    plugin: Plugin,
) -> None:
    excused = getattr(plugin.module, "ALSO_FOUND", {})
    assert codes_found(plugin, "Good") == set(excused)
    assert all(reason.endswith(".") for reason in excused.values())


@every_rule
def test_no_two_rules_quote_the_same_words_of_one_element(
    plugin: Plugin,
) -> None:
    example = world(plugin, "Bad")
    quoted: dict[tuple[str, str], str] = {}
    for other in RULES.values():
        rule: Rule = other.module.check
        for about, sentence in rule.check(example):
            if not isinstance(about, Element):
                continue
            for words in re.findall("“(.*?)”", str(sentence)):
                first = quoted.setdefault((about.id, words), rule.code)
                assert first == rule.code, (about.id, words)


def test_an_excuse_names_a_rule() -> None:
    codes = {plugin.module.check.code for plugin in RULES.values()}
    for plugin in RULES.values():
        assert set(getattr(plugin.module, "ALSO_FOUND", {})) <= codes
