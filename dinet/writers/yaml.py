"""YAML: dinet's own format, to read and edit by hand; it holds everything that was read, and \
reading it gives the same.

Suffixes: .din.yaml
"""

import json
import re
from collections.abc import Iterator

from dinet.finding import Finding
from dinet.language import Sentence
from dinet.layout.style.profile import Profile
from dinet.native import Branch, Tree, encode_programme
from dinet.native.keys import FOR
from dinet.network import Network

LINE_WIDTH = 100

_CONTROL = "\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"
_PLAIN_SCALAR = re.compile(rf"[^\W_]([^{_CONTROL}:#]|:(?=\S)|(?<=\S)#)*(?<=\S)(?<!:)")
_PLAIN_INLINE = re.compile(rf"[^\W_][^{_CONTROL}:#,\[\]{{}}]*(?<=\S)")
_FOLDABLE_TEXT = re.compile(rf"[^{_CONTROL} ]+([ \n][^{_CONTROL} ]+|\n(?=\n))*")
_LITERAL_TEXT = re.compile(
    rf"[^{_CONTROL} ][^{_CONTROL}]*(\n+ *[^{_CONTROL} ][^{_CONTROL}]*)+"
)
_ODD_CHARACTER = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_TAKEN_WORD = re.compile("true|false|yes|no|on|off|y|n|null|nan", re.IGNORECASE)


def write(network: Network, findings: tuple[Finding, ...], profile: Profile) -> bytes:
    """The programme of a network; the findings are not part of it.

    Keys are in the language of the profile. Long texts stand on lines of their own, after ``>-``.
    """
    tree = encode_programme(network.programme, profile.lang)
    top = Sentence(
        "A goals-efforts network, to read and to edit; “{key}” says what an element serves.",
        key=FOR.in_language(profile.lang),
    )
    lines = [f"# {top.in_language(profile.lang)}", *_block_lines(tree, "")]
    return "\n".join([*lines, ""]).encode()


def _block_lines(branch: Branch, indent: str) -> Iterator[str]:
    """The lines of some fields.

    The elements in their lists are blocks too; what lies deeper stands on one line.
    """
    for key, value in branch.items():
        if isinstance(value, list):
            yield f"{indent}{key}:"
            for each in value:
                yield from _entry_lines(each, indent)
        else:
            yield (
                f"{indent}{key}:"
                if value is None
                else f"{indent}{key}: {_format_value(value, indent)}"
            )


def _entry_lines(value: Tree, indent: str) -> Iterator[str]:
    if isinstance(value, dict) and not indent:
        lines = "\n".join(_block_lines(value, "    "))
        yield f"  - {lines.lstrip(' ')}"
    else:
        yield f"{indent}  - {_format_value(value, indent + '  ')}"


def _format_value(value: Tree, indent: str) -> str:
    return (
        _format_text(value, indent) if isinstance(value, str) else _format_inline(value)
    )


def _format_inline(value: Tree) -> str:
    if isinstance(value, dict):
        return (
            "{"
            + ", ".join(
                f"{_format_key(key)}: {_format_inline(each)}"
                for key, each in value.items()
            )
            + "}"
        )
    if isinstance(value, tuple | list):
        return "[" + ", ".join(map(_format_inline, value)) + "]"
    return "" if value is None else _quote_text(value, _PLAIN_INLINE)


def _format_key(key: str) -> str:
    """A key within a line; one that is too long for YAML to recognise is marked as a key."""
    quoted = _quote_text(key, _PLAIN_INLINE)
    return f"? {quoted} " if len(quoted) > LINE_WIDTH else quoted


def _format_text(text: str, indent: str) -> str:
    lines: list[str] = []
    if max(map(len, text.split("\n"))) > LINE_WIDTH and _FOLDABLE_TEXT.fullmatch(text):
        lines = [">-", *_fold_text(text)]
    elif _LITERAL_TEXT.fullmatch(text):
        lines = ["|-", *text.split("\n")]
    return "\n".join(f"{indent}  {line}" if line else "" for line in lines).lstrip(
        " "
    ) or _quote_text(text, _PLAIN_SCALAR)


def _fold_text(text: str) -> list[str]:
    """The words of a text on lines that are not too wide.

    A line break of the text itself becomes an empty line.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        start = len(lines)
        for word in filter(None, paragraph.split(" ")):
            if len(lines) > start and len(lines[-1]) + len(word) < LINE_WIDTH:
                lines[-1] += f" {word}"
            else:
                lines.append(word)
        lines.append("")
    return lines[:-1]


def _quote_text(text: str, plain: re.Pattern[str]) -> str:
    """A text as it can stand on a line.

    It has quotes only where YAML, or another reader of it, would mistake it.
    """
    if plain.fullmatch(text) and not _TAKEN_WORD.fullmatch(text):
        return text
    if text.isprintable() and ('"' in text or "\\" in text):
        return "'" + text.replace("'", "''") + "'"
    return _ODD_CHARACTER.sub(
        lambda odd: f"\\u{ord(odd[0]):04x}", json.dumps(text, ensure_ascii=False)
    )


DUTCH = {
    (
        "YAML: dinet's own format, to read and edit by hand; it holds everything that "
        "was read, and reading it gives the same."
    ): (
        "YAML: de eigen vorm van dinet, om te lezen en te bewerken; bevat alles wat "
        "gelezen is, en geeft bij lezen hetzelfde terug."
    ),
}
