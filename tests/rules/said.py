"""What one rule says of a small plan."""

from dinet.finding import Finding, Rule
from dinet.plugins import plugin_folder
from tests.builder import network


def said(rule: str, text: str) -> list[str]:
    """The sentences of a rule on a plan in dinet's own form, in English."""
    check: Rule = plugin_folder("rules").plugin_named(rule).module.check
    return [str(sentence) for _, sentence in check.check(network(text))]


def said_of(rule: str, kind: str, *texts: str) -> list[str]:
    """The texts of which a rule says anything, each alone in a plan.

    Args:
        rule: Its name.
        kind: The Dutch heading under which the texts stand, such as ``doelen``.
        texts: One element each.
    """
    return [text for text in texts if said(rule, f'{kind}: ["{text}"]')]


def found(rule: str, text: str) -> list[Finding]:
    """The findings of a rule on a plan, with their places."""
    check: Rule = plugin_folder("rules").plugin_named(rule).module.check
    return [
        Finding(check.code, rule, check.severity, about, sentence)
        for about, sentence in check.check(network(text))
    ]
