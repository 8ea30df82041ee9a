"""YAML: dinet's own format, to read and edit by hand; it holds everything that was read, and \
reading it gives the same.

Suffixes: .din.yaml
"""  # noqa: D205 (one sentence of the catalogue)

import json
import re
from collections.abc import Iterator

from dinet.finding import Finding
from dinet.language import Sentence
from dinet.layout.style.profile import Profile
from dinet.native import Branch, Tree, encode_programme
from dinet.native.keys import FOR
from dinet.native.seal import seal_text
from dinet.network import Network

LINE_WIDTH = 100
"""A longer text is put on lines of so many characters; a longer key is marked as one."""

_CONTROL = "\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"
_PLAIN_SCALAR = re.compile(
    rf"[^\W_]([^{_CONTROL}:#]|:(?=\S)|(?<=\S)#)*(?<=\S)(?<!:)"
)
_PLAIN_INLINE = re.compile(rf"[^\W_][^{_CONTROL}:#,\[\]{{}}]*(?<=\S)")
_FOLDABLE_TEXT = re.compile(
    rf"[^{_CONTROL} ]+([ \n][^{_CONTROL} ]+|\n(?=\n))*"
)
_LITERAL_TEXT = re.compile(
    rf"[^{_CONTROL} ][^{_CONTROL}]*(\n+ *[^{_CONTROL} ][^{_CONTROL}]*)+"
)
_ODD_CHARACTER = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_TAKEN_WORD = re.compile(
    "true|false|yes|no|on|off|y|n|null|nan", re.IGNORECASE
)


def write(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> bytes:
    """The programme of a network; the findings are not part of it.

    Its first line tells whether anyone changed it since. Keys are in the language of the profile.
    Long texts stand on lines of their own, after ``>-``.
    """
    tree = encode_programme(network.programme, profile.lang)
    top = Sentence(
        "A goals-efforts network, to read and to edit; “{key}” says what an element serves.",
        key=FOR.in_language(profile.lang),
    )
    lines = [f"# {top.in_language(profile.lang)}", *_block_lines(tree, "")]
    return seal_text("\n".join([*lines, ""])).encode()


def _block_lines(branch: Branch, indent: str) -> Iterator[str]:
    """The lines of some fields.

    The elements in their lists are blocks too; what lies deeper stands on one line.
    """
    for key, value in branch.items():
        if isinstance(value, list):
            yield f"{indent}{key}:"
            for entry in value:
                yield from _entry_lines(entry, indent)
        elif value is None:
            yield f"{indent}{key}:"
        else:
            yield f"{indent}{key}: {_format_value(value, indent)}"


def _entry_lines(value: Tree, indent: str) -> Iterator[str]:
    if isinstance(value, dict) and not indent:
        lines = "\n".join(_block_lines(value, "    "))
        yield f"  - {lines.lstrip(' ')}"
    else:
        yield f"{indent}  - {_format_value(value, indent + '  ')}"


def _format_value(value: Tree, indent: str) -> str:
    if isinstance(value, str):
        return _format_text(value, indent)
    return _format_inline(value)


def _format_inline(value: Tree) -> str:
    """A value within a line."""
    if isinstance(value, dict):
        fields = (
            f"{_format_key(key)}: {_format_inline(field)}"
            for key, field in value.items()
        )
        return f"{{{', '.join(fields)}}}"
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(_format_inline, value))}]"
    return "" if value is None else _quote_text(value, _PLAIN_INLINE)


def _format_key(key: str) -> str:
    """A key within a line; one that is too long for YAML to recognise is marked as a key."""
    quoted = _quote_text(key, _PLAIN_INLINE)
    return f"? {quoted} " if len(quoted) > LINE_WIDTH else quoted


def _format_text(text: str, indent: str) -> str:
    """A text as a value of a field: folded when it is long, as it stands when it has lines."""
    longest = max(map(len, text.split("\n")))
    if longest > LINE_WIDTH and _FOLDABLE_TEXT.fullmatch(text):
        return ">-\n" + _indent_lines(_fold_text(text), indent)
    if _LITERAL_TEXT.fullmatch(text):
        return "|-\n" + _indent_lines(text.split("\n"), indent)
    return _quote_text(text, _PLAIN_SCALAR)


def _indent_lines(lines: list[str], indent: str) -> str:
    """The lines under a key; an empty line stays empty."""
    margin = f"{indent}  "
    return "\n".join(margin * bool(line) + line for line in lines)


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
        doubled = text.replace("'", "''")
        return f"'{doubled}'"
    quoted = json.dumps(text, ensure_ascii=False)
    return _ODD_CHARACTER.sub(_escape_odd, quoted)


def _escape_odd(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


DUTCH = {
    (
        "YAML: dinet's own format, to read and edit by hand; it holds everything that "
        "was read, and reading it gives the same."
    ): (
        "YAML: de eigen vorm van dinet, om te lezen en te bewerken; bevat alles wat "
        "gelezen is, en geeft bij lezen hetzelfde terug."
    ),
}
