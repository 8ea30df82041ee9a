"""Numbers of rules that a folder or an option sets: ``DO505 = 10``, ``DC114.inspanningen = 30``."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from dinet.application.auditing.rule_choice import RuleWords
from dinet.errors import UsageError, did_you_mean
from dinet.finding import Rule, RuleSettings, Threshold
from dinet.language import LANGUAGES, Sentence
from dinet.plugins import plugin_folder
from dinet.report.findings.audit_result import HeldThreshold

SetNumbers = Mapping[str, Mapping[str, int]]
"""By the names of rules what was set: the English words of thresholds, and their numbers."""


class SaidThreshold(NamedTuple):
    """A threshold as somebody set it.

    Args:
        rule: A code or name, and after a point what is counted when the rule has several.
        number: As it was written.
        where: The file that says so; empty for an option.
    """

    rule: str
    number: str
    where: str = ""


def parse_options(options: Iterable[str]) -> tuple[SaidThreshold, ...]:
    """What ``--threshold`` says: ``DO505=10``."""
    parts = (option.partition("=") for option in options)
    return tuple(SaidThreshold(rule, number) for rule, _, number in parts)


def resolve_thresholds(
    said: Iterable[SaidThreshold], words: RuleWords
) -> SetNumbers:
    """What was set for each rule; of two that say the same the last counts.

    Raises:
        UsageError: A word means no rule or no threshold, or a number is none; with the nearest
            that there are.
    """
    numbers: dict[str, dict[str, int]] = {}
    for each in said:
        code, _, word = each.rule.partition(".")
        name = _single_rule(code, words, each.where)
        threshold = _find_threshold(name, word, each)
        number = _parse_number(each, threshold)
        numbers.setdefault(name, {})[threshold.words.words] = number
    return numbers


def _single_rule(code: str, words: RuleWords, where: str) -> str:
    names = sorted(words.find_rules(code, where))
    if len(names) == 1 and _thresholds_of(names[0]):
        return names[0]
    what = Sentence(
        "{code} has no threshold; these rules have one: {known}.",
        code=code,
        known=", ".join(_codes_with_thresholds()),
    )
    raise UsageError(what, where=where)


def _thresholds_of(name: str) -> tuple[Threshold, ...]:
    """Those of a rule; a rule of one's own has none."""
    plugin = plugin_folder("rules").plugins.get(name)
    if plugin is None:
        return ()
    rule: Rule = plugin.module.check
    return rule.thresholds


def _codes_with_thresholds() -> list[str]:
    rules = (
        plugin.module.check
        for plugin in plugin_folder("rules").plugins.values()
    )
    return sorted(rule.code for rule in rules if rule.thresholds)


def _find_threshold(name: str, word: str, said: SaidThreshold) -> Threshold:
    """The threshold that a word means in any language; a rule with one needs no word."""
    known = _thresholds_by_word(name)
    found = known.get(word.strip().casefold())
    if not word and len(_thresholds_of(name)) == 1:
        found = _thresholds_of(name)[0]
    if found is None:
        what = Sentence(
            "{rule} sets no threshold: after a point write one of {known}.",
            rule=said.rule,
            known=", ".join(known),
        )
        raise UsageError(what, *did_you_mean(word, known), where=said.where)
    return found


def _thresholds_by_word(name: str) -> dict[str, Threshold]:
    """Those of a rule by what they count, in each language."""
    return {
        threshold.words.in_language(lang).casefold(): threshold
        for threshold in _thresholds_of(name)
        for lang in LANGUAGES
    }


def _parse_number(said: SaidThreshold, threshold: Threshold) -> int:
    text = said.number.strip()
    number = int(text) if text.isascii() and text.isdigit() else -1
    if number < threshold.least or len(text) > _MOST_DIGITS:
        what = Sentence(
            "{rule} is a whole number from {least} on, not “{number}”.",
            rule=said.rule,
            least=threshold.least,
            number=said.number,
        )
        raise UsageError(what, where=said.where)
    return number


_MOST_DIGITS = 9
"""Digits: nothing in a programme is counted to a billion."""


def held_thresholds(
    names: Iterable[str], numbers: SetNumbers
) -> Iterator[HeldThreshold]:
    """All thresholds of some rules, set or not, in the order of their codes.

    Args:
        names: Of the rules that count.
        numbers: What was set.
    """
    plugins = plugin_folder("rules").plugins
    rules = {
        plugins[name].module.check.code: name
        for name in names
        if _thresholds_of(name)
    }
    for code, name in sorted(rules.items()):
        settings = RuleSettings(numbers.get(name, {}))
        for threshold in _thresholds_of(name):
            number = settings.number_of(threshold)
            yield HeldThreshold(
                code, threshold.words, number, number != threshold.usual
            )
