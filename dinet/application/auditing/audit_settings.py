"""What a folder settles for audits: the table ``[toetsing]`` of ``dinet.toml``.

::

    [toetsing]
    kies = ["DC", "DM305"]
    negeer = ["goal_without_target"]
    faal-op = "waarschuwing"
    [toetsing.niveaus]
    DC104 = "fout"
    [toetsing.drempels]
    DO505 = 10
    DC114.inspanningen = 30
    [toetsing.beleid]
    visionair = ["D4", "stip op de horizon"]
    [[toetsing.uitzonderingen]]
    regel = "DC103"
    element = "D4"
    reden = "Dit is een stip op de horizon."
    wie = "de programmaraad"
    datum = 2026-03-01
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from dinet.application.auditing.rule_thresholds import SaidThreshold
from dinet.errors import UsageError, did_you_mean
from dinet.finding import Severity
from dinet.language import Sentence
from dinet.model import Waiver
from dinet.native import keys

LEVELS = {
    "fout": Severity.ERROR,
    "error": Severity.ERROR,
    "waarschuwing": Severity.WARNING,
    "warning": Severity.WARNING,
    "info": Severity.INFO,
    "ter info": Severity.INFO,
}
"""The words for each level, in both languages."""
NEVER = ("nooit", "never")
"""Of no level at which an audit fails."""
_KEYS = {
    "kies": "select",
    "select": "select",
    "negeer": "ignore",
    "ignore": "ignore",
    "faal-op": "fail_on",
    "fail-on": "fail_on",
    "niveaus": "levels",
    "levels": "levels",
    "drempels": "thresholds",
    "thresholds": "thresholds",
    "beleid": "visionary",
    "policies": "visionary",
    "uitzonderingen": "waivers",
    "waivers": "waivers",
}
_POLICIES = ("visionair", "visionary")
"""A goal has a SMART target or is visionary: words that name those that are."""
_WAIVER_KEYS = keys.keys_by_word(keys.WAIVER)
_BETWEEN_WORDS = re.compile(r"[,\s]+")


class AuditSettings(NamedTuple):
    """By what the documents of a folder are audited.

    Args:
        select: Only these rules and families; empty for all.
        ignore: Not these.
        levels: Levels that were set, by the code, name or family of rules.
        fail_on: The least level that makes an audit fail, as in the model, or ``never``; empty
            for the usual one.
        waivers: The findings that may stand, in the order of the file.
        thresholds: Numbers of rules that were set, in the order of the file.
        visionary: Words that name goals which need no target.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    levels: Mapping[str, Severity] = {}
    fail_on: str = ""
    waivers: tuple[Waiver, ...] = ()
    thresholds: tuple[SaidThreshold, ...] = ()
    visionary: tuple[str, ...] = ()


def parse_audit_settings(
    table: Mapping[str, object], file: str, settings: AuditSettings
) -> AuditSettings:
    """The settings of a table, over those that there were.

    Args:
        table: As it stands in the file.
        file: The name of the file, for messages.
        settings: What another table of the file settled.

    Raises:
        UsageError: Something in it cannot be understood.
    """
    said: dict[str, Any] = dict(_parsed_values(table, file, settings))
    return settings._replace(**said)


def _parsed_values(
    table: Mapping[str, object], file: str, settings: AuditSettings
) -> Iterator[tuple[str, object]]:
    for key, value in table.items():
        name = _KEYS.get(key.replace("_", "-"))
        if name is None:
            what = Sentence("{key} means nothing here.", key=key)
            raise UsageError(what, *did_you_mean(key, _KEYS), where=file)
        if name == "levels":
            levels = dict(_parsed_levels(key, value, file))
            yield name, {**settings.levels, **levels}
        elif name in _LISTED:
            before = getattr(settings, name)
            yield name, (*before, *_LISTED[name](key, value, file))
        elif name == "fail_on":
            yield name, _parsed_bound(key, value, file)
        else:
            yield name, _parsed_words(key, value, file)


def _parsed_words(key: str, value: object, file: str) -> tuple[str, ...]:
    """Words in a list, or in one text with commas between them."""
    if isinstance(value, str):
        return tuple(filter(None, _BETWEEN_WORDS.split(value)))
    if isinstance(value, list) and all(
        isinstance(each, str) for each in value
    ):
        return tuple(value)
    what = Sentence('{key} is a list of texts: ["DC", "DM305"].', key=key)
    raise UsageError(what, where=file)


def _parsed_levels(
    key: str, value: object, file: str
) -> Iterator[tuple[str, Severity]]:
    if not isinstance(value, dict):
        what = Sentence(
            "{key} holds a rule and its level on each line.", key=key
        )
        raise UsageError(what, where=file)
    for rule, level in value.items():
        yield rule, _parsed_level(rule, level, file)


def _parsed_level(rule: str, level: object, file: str) -> Severity:
    severity = LEVELS.get(str(level).casefold())
    if severity is None:
        what = Sentence(
            "{level} is no level of {code}: write error, warning or info.",
            level=level,
            code=rule,
        )
        hint = did_you_mean(str(level), LEVELS)
        raise UsageError(what, *hint, where=file)
    return severity


def _parsed_thresholds(
    key: str, value: object, file: str
) -> Iterator[SaidThreshold]:
    """The number of a rule, or a table of what it counts with the number of each."""
    if not isinstance(value, dict):
        what = Sentence(
            "{key} holds a rule and its number on each line.", key=key
        )
        raise UsageError(what, where=file)
    for rule, number in value.items():
        counted = {"": number}
        if isinstance(number, dict):
            counted = {f".{word}": each for word, each in number.items()}
        for word, each in counted.items():
            yield SaidThreshold(f"{rule}{word}", str(each), file)


def _parsed_policies(key: str, value: object, file: str) -> Iterator[str]:
    if not isinstance(value, dict):
        what = Sentence(
            "{key} holds a policy and its words on each line.", key=key
        )
        raise UsageError(what, where=file)
    for policy, words in value.items():
        if policy.casefold() not in _POLICIES:
            what = Sentence("{key} means nothing here.", key=policy)
            hint = did_you_mean(policy, _POLICIES)
            raise UsageError(what, *hint, where=file)
        yield from _parsed_phrases(policy, words, file)


def _parsed_phrases(key: str, value: object, file: str) -> Iterator[str]:
    """Phrases in a list, or in one text with commas between them."""
    phrases = value.split(",") if isinstance(value, str) else value
    if not isinstance(phrases, list):
        phrases = [None]
    for phrase in phrases:
        if not isinstance(phrase, str):
            what = Sentence(
                '{key} is a list of texts: ["D4", "visionair"].', key=key
            )
            raise UsageError(what, where=file)
        if phrase.strip():
            yield " ".join(phrase.split())


def _parsed_waivers(key: str, value: object, file: str) -> Iterator[Waiver]:
    """Waivers in a list of tables, or in a table of these by any names."""
    listed = list(value.values()) if isinstance(value, dict) else value
    if not isinstance(listed, list):
        listed = [None]
    for table in listed:
        if not isinstance(table, dict):
            what = Sentence(
                "{key} is a list, each with a rule and a reason.", key=key
            )
            raise UsageError(what, where=file)
        yield _parsed_waiver(table, file)


def _parsed_waiver(table: Mapping[str, object], file: str) -> Waiver:
    said: dict[str, str] = {}
    for word, value in table.items():
        key = _WAIVER_KEYS.get(keys.hyphenated_word(word))
        if key is None:
            what = Sentence("{key} means nothing here.", key=word)
            hint = did_you_mean(word, _WAIVER_KEYS)
            raise UsageError(what, *hint, where=file)
        # a date may be one of TOML; anything else is told as it stands
        said[key.field] = " ".join(str(value).split())
    if not said.get("rule"):
        what = Sentence("a waiver names no rule: write {key}.", key="regel")
        raise UsageError(what, where=file)
    return Waiver(**said)


def _parsed_bound(key: str, value: object, file: str) -> str:
    if value in NEVER:
        return "never"
    return _parsed_level(key, value, file).name.lower()


_LISTED: Mapping[str, Callable[[str, object, str], Iterator[object]]] = {
    "waivers": _parsed_waivers,
    "thresholds": _parsed_thresholds,
    "visionary": _parsed_policies,
}
"""What several tables of a file may add to, and how it is read."""
