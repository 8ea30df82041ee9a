"""What a folder settles for audits: the table ``[toetsing]`` of ``dinet.toml``.

::

    [toetsing]
    kies = ["DC", "DM305"]
    negeer = ["goal_without_target"]
    faal-op = "waarschuwing"
    [toetsing.niveaus]
    DC104 = "fout"
    [[toetsing.uitzonderingen]]
    regel = "DC103"
    element = "D4"
    reden = "Dit is een stip op de horizon."
    wie = "de programmaraad"
    datum = 2026-03-01
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

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
    "uitzonderingen": "waivers",
    "waivers": "waivers",
}
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
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    levels: Mapping[str, Severity] = {}
    fail_on: str = ""
    waivers: tuple[Waiver, ...] = ()


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
        elif name == "waivers":
            waivers = tuple(_parsed_waivers(key, value, file))
            yield name, (*settings.waivers, *waivers)
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
