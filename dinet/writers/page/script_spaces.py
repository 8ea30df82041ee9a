"""The scripts of a page without the spaces that only space out its signs: a seventh of them.

Names stay, and so does a line for each statement, so that who looks into a page can still read
what it does; a line that only opens or closes something is part of the next or the last one.
"""

import re

_TOKENS = re.compile(
    r"""(?P<kept>
        "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])*' | `(?:\\.|[^`\\])*`  # texts
        | (?<=[(,=:\[!&|?{};>])[ ]?/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[*])+/[a-z]*  # patterns
        | /\*[^*]*(?:\*(?!/)[^*]*)*\*/  # comments in a line
    )
    | (?P<comment>[ ]*//[^\n]*)
    | (?P<ends>\n)(?=[)\]}])
    | [ ]*(?P<signs>[{}()\[\],;:=<>&|!?]+)(?:(?<=[({\[,])\n(?!//)|[ ]+(?![ /]))?""",
    re.X,
)


def drop_spaces(script: str) -> str:
    r"""A script of our own without spaces around its signs, and without comments behind a line.

    Texts and patterns stay as they are, and so do lines that end in a statement. Plus, minus and
    slash keep their spaces, since two of a kind beside each other mean something else.

    Example:
        >>> drop_spaces('const { x } = a ? b : / [,] /; // why\nlet y = "a , b" + `${c} = d`;\n')
        'const{x}=a?b:/ [,] /;\nlet y="a , b" + `${c} = d`;\n'
        >>> drop_spaces("const go = (a) => {\nadd(\na,\n);\nreturn a;\n};\n")
        'const go=(a)=>{add(a,);\nreturn a;};\n'
    """
    return _TOKENS.sub(_shorten_token, script)


def _shorten_token(found: re.Match[str]) -> str:
    if found["signs"]:
        return found["signs"]
    return (found["kept"] or "").removeprefix(" ")
