"""Style sheets and scripts of the templates, as they may stand inside a page."""

import re
from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

TEMPLATES_FOLDER = Path(__file__).parents[1] / "templates"
_INDENTS = re.compile(r"\n\s+")
_LINE_COMMENTS = re.compile(r"^(?://.*|/\*[^*]*(?:\*(?!/)[^*]*)*\*/)\n", re.M)
_AFTER_NAME = re.compile(r"^([\w-]+): ", re.M)
_IMPORTED_SHEET = re.compile(r'^@import "([^"]+)";$', re.M)


@lru_cache
def style_sheet(name: str) -> str:
    """A style sheet of ``templates``, as it may stand in a ``<style>`` element.

    What it imports stands in the place of that line. The sheet of a page is only a list of
    imports, and so says in which order its styles count.
    """
    path = TEMPLATES_FOLDER / name

    def read_imported(found: re.Match[str]) -> str:
        return (path.parent / found[1]).read_text(encoding="utf-8")

    imports = path.read_text(encoding="utf-8").removesuffix("\n")
    sheet = drop_layout(_IMPORTED_SHEET.sub(read_imported, imports))
    return inline_source(_join_declarations(sheet))


def drop_layout(source: str) -> str:
    r"""A script or style of our own without what only its reader needs, a tenth of a page.

    That is indents, empty lines, and comments that have a line of their own.

    Example:
        >>> drop_layout("/* first */\na {\n  color: red;\n}\n\n  // last\n  b {}\n")
        'a {\ncolor: red;\n}\nb {}\n'
    """
    return _LINE_COMMENTS.sub("", _INDENTS.sub("\n", source))


def _join_declarations(sheet: str) -> str:
    """A style sheet with a rule on each line, as its declarations say that it has no more."""
    joined = re.sub(r"(?<=[{;,])\n(?!@)", "", _AFTER_NAME.sub(r"\1:", sheet))
    return joined.replace(" {", "{").replace(";}", "}").replace(";\n}", "}")


def style_policy(style: str) -> str:
    """A content security policy under which this style sheet counts, and nothing runs."""
    digest = b64encode(sha256(style.encode()).digest()).decode("ascii")
    allowed = f"style-src 'sha256-{digest}'"
    return (
        f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"
    )


def inline_source(source: str) -> str:
    r"""A script or style that does not end the element in which it stands.

    It has the line ends that a browser hashes.

    Example:
        >>> inline_source("x = '</script>'")
        "x = '<\\/script>'"
    """
    return re.sub(
        "</(?=script|style)",
        r"<\\/",
        source.replace("\r\n", "\n"),
        flags=re.IGNORECASE,
    )
