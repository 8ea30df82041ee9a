"""What dinet can do, told from the docstrings of its plug-ins: rules and formats."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dinet.language import Sentence, translate_words
from dinet.plugins import Plugin, plugin_folder

# a list of rules or formats needs no language of questions
if TYPE_CHECKING:
    from dinet.application.auditing.own_rules import OwnRule
    from dinet.application.files.folder_settings import FolderSettings

_LABELS = ("Why it matters:", "Bad:", "Good:", "Source:")
_EXAMPLES = ("Bad:", "Good:")
"""What stands after these is shown as it is."""


def _rule_of(plugin: Plugin) -> Any:
    """The ``Rule`` of a plug-in; to name its type would load pydantic for a list of formats."""
    return plugin.module.check


def list_rules(lang: str) -> Iterator[str]:
    """Each rule: its code, severity, name and first sentence."""
    plugins = plugin_folder("rules").plugins.values()
    width = max(len(plugin.name) for plugin in plugins)
    for plugin in sorted(plugins, key=lambda plugin: _rule_of(plugin).code):
        rule = _rule_of(plugin)
        severity = rule.severity.as_sentence().in_language(lang)
        summary = translate_words(plugin.summary, lang)
        if not rule.by_default:
            summary += f" ({translate_words('only when asked for', lang)})"
        yield f"{rule.code}  {severity:14} {plugin.name:{width}}  {summary}"
    settings = _own_settings()
    for kept in settings.rules:
        severity = kept.severity.as_sentence().in_language(lang)
        yield f"{kept.code}  {severity:14} {settings.file:{width}}  {kept.question}"


def explain_rule(code: str, lang: str) -> Iterator[str]:
    """One rule whole: what it finds, why that matters, examples, the source of the notion.

    Args:
        code: Its code, or its name.
        lang: The language.

    Raises:
        UsageError: There is no rule with this code or name.
    """
    own = _own_rules_by_code()
    if code.casefold() in own:
        yield from _explain_own_rule(own[code.casefold()], lang)
        return
    plugin = _find_rule(code, own)
    rule = _rule_of(plugin)
    yield f"{rule.code} {plugin.name} ({rule.severity.as_sentence().in_language(lang)})"
    if rule.thresholds:
        yield from ("", _threshold_words(rule, lang))
    for paragraph in re.split(r"\n\s*\n", plugin.documentation):
        yield from ("", _paragraph_words(paragraph, lang))


def _threshold_words(rule: Any, lang: str) -> str:
    """The numbers of a rule that can be set."""
    numbers = (
        f"{threshold.words.in_language(lang)} {threshold.usual}"
        for threshold in rule.thresholds
    )
    sentence = Sentence(
        "Thresholds that can be set: {numbers}.", numbers=", ".join(numbers)
    )
    return sentence.in_language(lang)


def _own_settings() -> "FolderSettings":
    """The settings of the folder where dinet runs."""
    # they load pydantic, and a list of formats needs neither
    from dinet.application.files.folder_settings import read_settings

    return read_settings(Path())


def _own_rules_by_code() -> "dict[str, OwnRule]":
    """The rules of the folder where dinet runs, by their codes in small letters."""
    settings = _own_settings()
    if not settings.rules:
        return {}
    # the language of questions is needed for these alone
    from dinet.application.auditing.own_rules import own_rules

    return {rule.kept.code.casefold(): rule for rule in own_rules(settings)}


def _explain_own_rule(rule: "OwnRule", lang: str) -> Iterator[str]:
    """A rule of one's own: its code, level and file; its question; how that is understood."""
    kept = rule.kept
    severity = kept.severity.as_sentence().in_language(lang)
    yield f"{kept.code} ({severity}, {rule.file})"
    yield from ("", kept.question)
    yield from ("", rule.question.explain_whole().in_language(lang))
    if kept.why:
        yield from (
            "",
            f"{translate_words('Why it matters:', lang)} {kept.why}",
        )


def _find_rule(code: str, own: "Mapping[str, OwnRule]") -> Plugin:
    # it loads what an audit needs, which a list of formats does not
    from dinet.application.auditing.audit_network import find_rule

    return find_rule(code, [each.kept.code for each in own.values()])


def _paragraph_words(paragraph: str, lang: str) -> str:
    """A paragraph of a docstring: its sentences translated, its examples as they are."""
    label = next(
        (label for label in _LABELS if paragraph.startswith(label)), ""
    )
    rest = paragraph[len(label) :]
    heading = translate_words(label, lang)
    if label in _EXAMPLES or paragraph.startswith(" "):
        return (heading + rest).strip("\n")
    return f"{heading} {translate_words(' '.join(rest.split()), lang)}".strip()


def list_formats(lang: str) -> Iterator[str]:
    """Each format, whether it is read or written, the endings of its files, and what it is."""
    readers = plugin_folder("readers").plugins
    writers = plugin_folder("writers").plugins
    heads = [
        translate_words(words, lang) for words in ("reads", "writes", "files")
    ]
    names = sorted({*readers, *writers})
    width = max(map(len, names))
    yield "{:{}} {:6} {:8} {}".format("", width, *heads)
    for name in names:
        plugin = writers.get(name) or readers[name]
        reads = _yes_or_dash(name in readers, lang)
        writes = _yes_or_dash(name in writers, lang)
        suffixes = " ".join(plugin.suffixes)
        summary = translate_words(plugin.summary, lang)
        yield f"{name:{width}} {reads:6} {writes:8} {suffixes:22} {summary}"


def _yes_or_dash(does: bool, lang: str) -> str:
    return translate_words("yes", lang) if does else "-"
