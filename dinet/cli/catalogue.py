"""What dinet can do, told from the docstrings of its plug-ins: rules and formats."""

import re
from collections.abc import Iterator

from dinet.errors import UsageError, did_you_mean
from dinet.language import Sentence, translate_words
from dinet.plugins import Plugin, plugin_folder

_LABELS = ("Why it matters:", "Bad:", "Good:", "Source:")


def rule_list(lang: str) -> Iterator[str]:
    """Each rule: its code, severity, name and first sentence."""
    for plugin in sorted(
        plugin_folder("rules").plugins.values(), key=lambda each: each.module.check.code
    ):
        check = plugin.module.check
        severity = check.severity.as_sentence().in_language(lang)
        yield f"{check.code}  {severity:14} {plugin.name:24} {translate_words(plugin.summary, lang)}"


def one_rule(code: str, lang: str) -> Iterator[str]:
    """One rule whole: what it finds, why that matters, a bad and a good example, the source of the notion.

    Raises:
        UsageError: There is no rule with this code or name.
    """
    plugins = plugin_folder("rules").plugins
    found = next(
        (
            each
            for each in plugins.values()
            if code.casefold() in (each.name, each.module.check.code.casefold())
        ),
        None,
    )
    if found is None:
        known = [*plugins, *(each.module.check.code for each in plugins.values())]
        raise UsageError(
            Sentence("there is no rule {code}.", code=code), *did_you_mean(code, known)
        )
    check = found.module.check
    yield f"{check.code} {found.name} ({check.severity.as_sentence().in_language(lang)})"
    yield from _paragraphs(found, lang)


def _paragraphs(plugin: Plugin, lang: str) -> Iterator[str]:
    """The docstring, its sentences translated and its examples as they are."""
    for paragraph in re.split(r"\n\s*\n", plugin.documentation):
        label = next((each for each in _LABELS if paragraph.startswith(each)), "")
        rest = paragraph[len(label) :]
        yield ""
        if label in ("Bad:", "Good:") or paragraph.startswith(" "):
            yield (translate_words(label, lang) + rest).strip("\n")
        else:
            yield f"{translate_words(label, lang)} {translate_words(' '.join(rest.split()), lang)}".strip()


def format_list(lang: str) -> Iterator[str]:
    """Each format, whether it is read or written, the endings of its files, and what it is."""
    readers, writers = (
        plugin_folder("readers").plugins,
        plugin_folder("writers").plugins,
    )
    yield f"{'':10} {translate_words('reads', lang):6} {translate_words('writes', lang):8} {translate_words('files', lang)}"
    for name in sorted({*readers, *writers}):
        plugin = writers.get(name) or readers[name]
        reads, does = (
            translate_words("yes", lang) if name in each else "-"
            for each in (readers, writers)
        )
        yield f"{name:10} {reads:6} {does:8} {' '.join(plugin.suffixes):22} {translate_words(plugin.summary, lang)}"
