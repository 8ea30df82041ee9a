"""What a folder settles for the documents in it: ``dinet.toml``, or ``[dinet]`` in setup.cfg.

In setup.cfg the keys have dots where TOML has tables::

    [dinet]
    vragen.weesdoelen = doelen zonder inspanningen
    regels.EIGEN1.vraag = inspanningen zonder trekker
    toetsing.negeer = DC103, DM
"""

import configparser
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from dinet.application.auditing.audit_settings import (
    LEVELS,
    AuditSettings,
    parse_audit_settings,
)
from dinet.application.files.input_files import read_input_file
from dinet.errors import UsageError, did_you_mean
from dinet.finding import Severity
from dinet.language import Sentence

TOML_FILE, INI_FILE, INI_SECTION = "dinet.toml", "setup.cfg", "dinet"
_QUESTIONS = ("vragen", "questions")
_RULES = ("regels", "rules")
_AUDIT = ("toetsing", "audit")
_CODE = re.compile(r"[A-Z][A-Z0-9_-]{1,23}")
_OWN_OF_DINET = re.compile(r"D[A-Z]\d{3}")
"""Codes that rules of dinet have, or may get."""
_BLANK = re.compile(r"\{([^{}]*)\}|[{}]")
BLANKS = {
    "id": "id",
    "tekst": "text",
    "text": "text",
    "soort": "kind",
    "kind": "kind",
}
"""What may stand between braces in the sentence of a rule, and what it is."""
_KEYS = {
    "vraag": "question",
    "question": "question",
    "niveau": "level",
    "level": "level",
    "zin": "sentence",
    "sentence": "sentence",
    "waarom": "why",
    "why": "why",
}


class KeptRule(NamedTuple):
    """A rule of one's own, as the file has it.

    Args:
        code: By which findings name it.
        question: What answers it is a finding.
        severity: How bad that is; a warning when the file does not say.
        sentence: What is said of each, with ``{id}``, ``{tekst}`` and ``{soort}``; empty for
            the usual one.
        why: Why it matters; may be empty.
    """

    code: str
    question: str
    severity: Severity
    sentence: str
    why: str


class FolderSettings(NamedTuple):
    """What a folder settles.

    Args:
        file: The name of the file that says so; empty when there is none.
        questions: Kept questions by their names.
        rules: In the order of the file.
        audit: By what documents are audited.
    """

    file: str = ""
    questions: Mapping[str, str] = {}
    rules: tuple[KeptRule, ...] = ()
    audit: AuditSettings = AuditSettings()


Tables = Mapping[str, object]


def settings_beside(document: str) -> FolderSettings:
    """The settings beside a document, or else those of the folder where dinet runs.

    Args:
        document: Its path; ``-`` for the standard input.

    Raises:
        UsageError: The file cannot be understood.
    """
    folders = [] if document == "-" else [Path(document).parent]
    for folder in (*folders, Path()):
        settings = read_settings(folder)
        if settings.file:
            return settings
    return FolderSettings()


def read_settings(folder: Path) -> FolderSettings:
    """The settings of a folder; without a file when it has none.

    Raises:
        UsageError: The file cannot be understood.
    """
    for name, parse in ((TOML_FILE, _parse_toml), (INI_FILE, _parse_ini)):
        path = folder / name
        if path.is_file():
            tables = parse(_text_of(path), name)
            if tables is not None:
                return _SettingsFile(name, tables).build_settings()
    return FolderSettings()


def _text_of(path: Path) -> str:
    try:
        text = read_input_file(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        what = Sentence("this file is not UTF-8 text.")
        raise UsageError(what, where=path.name) from error
    return text.replace("\r\n", "\n")


def _parse_toml(text: str, name: str) -> Tables:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        line = re.search(r"at line (\d+)", str(error))
        where = f"{name}:{line[1]}" if line else name
        raise UsageError(Sentence("this is not TOML."), where=where) from error


class _CaseKeepingParser(configparser.RawConfigParser):
    """Keys are codes and names here: their capitals count."""

    def optionxform(self, optionstr: str) -> str:
        """The key as it stands there."""
        return optionstr


def _parse_ini(text: str, name: str) -> Tables | None:
    """The keys of the section as tables; None when there is no such section.

    A file of another tool's that cannot be read says nothing to dinet.
    """
    parser = _CaseKeepingParser(delimiters=("=",), strict=False)
    try:
        parser.read_string(text, name)
    except configparser.Error:
        return None
    if not parser.has_section(INI_SECTION):
        return None
    tables: dict[str, object] = {}
    for key, value in parser.items(INI_SECTION):
        *above, last = key.split(".")
        table = tables
        for part in above:
            below = table.setdefault(part, {})
            if not isinstance(below, dict):
                raise _settings_error(
                    name, Sentence("{key} stands there twice.", key=key)
                )
            table = below
        table[last] = " ".join(value.split())
    return tables


def _settings_error(where: str, *what: Sentence) -> UsageError:
    return UsageError(*what, where=where)


class _SettingsFile:
    """The tables of a file, as they become settings."""

    def __init__(self, name: str, tables: Tables) -> None:
        self.name = name
        self.tables = tables

    def build_settings(self) -> FolderSettings:
        for key in self.tables:
            if key not in (*_QUESTIONS, *_RULES, *_AUDIT):
                raise self._unknown_key(key, (*_QUESTIONS, *_RULES, *_AUDIT))
        audit = AuditSettings()
        for table in self._tables_named(_AUDIT):
            audit = parse_audit_settings(table, self.name, audit)
        return FolderSettings(
            self.name,
            dict(self._kept_questions()),
            tuple(self._kept_rules()),
            audit,
        )

    def _tables_named(self, names: tuple[str, ...]) -> Iterator[Tables]:
        for name in names:
            table = self.tables.get(name, {})
            if not isinstance(table, dict):
                what = Sentence(
                    "{key} holds a name and a value on each line.", key=name
                )
                raise _settings_error(self.name, what)
            yield table

    def _kept_questions(self) -> Iterator[tuple[str, str]]:
        for table in self._tables_named(_QUESTIONS):
            for name, question in table.items():
                yield name, self._text_of_key(name, question)

    def _kept_rules(self) -> Iterator[KeptRule]:
        seen: set[str] = set()
        for table in self._tables_named(_RULES):
            for code, keys in table.items():
                self._check_code(code, seen)
                seen.add(code)
                yield self._kept_rule(code, keys)

    def _check_code(self, code: str, seen: set[str]) -> None:
        if _OWN_OF_DINET.fullmatch(code):
            what = Sentence(
                "{code} is a code of dinet's own: choose another, such as EIGEN1.",
                code=code,
            )
            raise _settings_error(self.name, what)
        if not _CODE.fullmatch(code):
            what = Sentence(
                "{code} is no code: write 2 to 24 capitals and digits, such as EIGEN1.",
                code=code,
            )
            raise _settings_error(self.name, what)
        if code in seen:
            what = Sentence("{key} stands there twice.", key=code)
            raise _settings_error(self.name, what)

    def _kept_rule(self, code: str, keys: object) -> KeptRule:
        said: dict[str, str] = {}
        if isinstance(keys, str):  # the question alone
            said["question"] = keys
        elif isinstance(keys, dict):
            for key, value in keys.items():
                if key not in _KEYS:
                    raise self._unknown_key(f"{code}.{key}", _KEYS)
                said[_KEYS[key]] = self._text_of_key(f"{code}.{key}", value)
        if not said.get("question"):
            what = Sentence("{code} has no question.", code=code)
            raise _settings_error(self.name, what)
        sentence = said.get("sentence", "")
        self._check_blanks(code, sentence)
        return KeptRule(
            code,
            said["question"],
            self._severity_of(code, said.get("level", "warning")),
            sentence,
            said.get("why", ""),
        )

    def _severity_of(self, code: str, level: str) -> Severity:
        severity = LEVELS.get(level.casefold())
        if severity is None:
            what = Sentence(
                "{level} is no level of {code}: write error, warning or info.",
                level=level,
                code=code,
            )
            raise _settings_error(
                self.name, what, *did_you_mean(level, LEVELS)
            )
        return severity

    def _check_blanks(self, code: str, sentence: str) -> None:
        for blank in _BLANK.finditer(sentence):
            if blank[1] not in BLANKS:
                what = Sentence(
                    "the sentence of {code} holds {blank}; only {known} may stand "
                    "between braces.",
                    code=code,
                    blank=blank[0],
                    known=", ".join(BLANKS),
                )
                raise _settings_error(self.name, what)

    def _text_of_key(self, key: str, value: object) -> str:
        if not isinstance(value, str):
            what = Sentence(
                "{key} is a text between quotation marks.", key=key
            )
            raise _settings_error(self.name, what)
        return value.strip()

    def _unknown_key(self, key: str, known: object) -> UsageError:
        what = Sentence("{key} means nothing here.", key=key)
        hint = did_you_mean(key.rpartition(".")[2], known)
        return _settings_error(self.name, what, *hint)
