"""The scripts of a page without the signs that only space it out or end a list: a seventh of them.

Names stay, and so does a line for each function and constant, so that who looks into a page can
still read what it does; other statements stand behind each other.
"""

import re

_KEPT = r"""(?P<kept>
        "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])*' | `(?:\\.|[^`\\])*`  # texts
        | (?<=[(,=:\[!&|?{};>])[ ]?/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[*])+/[a-z]*  # patterns
        | /\*[^*]*(?:\*(?!/)[^*]*)*\*/  # comments in a line
    )
"""
"""Texts, patterns and comments in a line: nothing is dropped of these."""
_TOKENS = re.compile(
    r"""(?=[]["'`/ \n{}(),;:=<>&|!?])(?:"""
    + _KEPT
    + r"""
    | (?P<comment>[ ]*//[^\n]*)
    | (?P<ends>\n)(?=[)\]}])
    | [ ]*(?P<signs>[{}()\[\],;:=<>&|!?]+)(?:(?<=[({\[,])\n(?!//)|[ ]+(?![ /]))?)""",
    re.X,
)
"""What begins with another sign than these is left as it is, which one look tells: that halves
the time, and so it does below."""
_NEEDLESS = re.compile(
    r"""(?=["'`/ \n(,;])(?:"""
    + _KEPT
    + r"""
    | ,(?=[)\]}])
    | ;(?=\})
    | (?<![\w$])\((?P<lone>\w+)\)(?==>)
    | (?<=;)\n(?!(?:function|const|class|async)\b|$)
    | (?<![+-])[ ](?P<sum>[+*%-])[ ](?![+-]))""",
    re.X,
)
"""The last comma of a list, the last semicolon of a block, most ends of lines behind a semicolon,
spaces around plus and minus, and brackets around the only argument of an arrow."""


def drop_spaces(script: str) -> str:
    r"""A script of our own without spaces around its signs, and without comments behind a line.

    Texts and patterns stay as they are. A slash keeps
    its spaces, and so do plus and minus beside another, since two of a kind mean something else.
    A loop therefore needs a body: a semicolon alone is none.

    Example:
        >>> drop_spaces('const { x } = a ? b : / [,] /; // why\nlet y = "a , b" + `${c} = d`;\n')
        'const{x}=a?b:/ [,] /;let y="a , b"+`${c} = d`;\n'
        >>> drop_spaces("const go = (a) => {\nadd(\na,\n);\nreturn a;\n};\n")
        'const go=a=>{add(a);return a};\n'
        >>> drop_spaces("const go = async (a) => add(a);\n")
        'const go=async(a)=>add(a);\n'
        >>> drop_spaces("a = b - -c;\n")
        'a=b - -c;\n'
    """
    return _NEEDLESS.sub(_keep_token, _TOKENS.sub(_shorten_token, script))


def _shorten_token(found: re.Match[str]) -> str:
    if found["signs"]:
        return found["signs"]
    return (found["kept"] or "").removeprefix(" ")


def _keep_token(found: re.Match[str]) -> str:
    return found["kept"] or found["sum"] or found["lone"] or ""
