"""What a reader of the code must hold in mind.

Rooms, names, density and complexity, each against its budget.

python benchmarks/readability.py         prints the table; the status is 1 over any budget
python benchmarks/readability.py --list  names every place that is over a budget as well
"""

import ast
import io
import re
import sys
import tokenize
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

from radon.complexity import cc_visit

PACKAGE = Path(__file__).parents[1] / "dinet"
LONGEST_LINE = 100  # characters
MOST_COMPLEX = 10  # paths through a block, as radon counts them
BUDGETS = {
    "function names of one word, %": 35.0,
    "tokens per line of code": 7.5,
    "tokens of the median function": 50.0,
    f"lines over {LONGEST_LINE} characters": 0.0,
    f"blocks over complexity {MOST_COMPLEX}": 0.0,
    "class names used twice": 10.0,
    "module constants without unit or reason": 0.0,
}
HELD = {
    "tokens per line of code": 7.65,
    "tokens of the median function": 63.0,
}
"""What may not get worse where a budget is not reached.

Half of the functions hold at most 63 tokens. What is longer is mostly one thought: a sentence
with its blanks, a call with eight coordinates, a walk over a format. A named result on one line
counts more tokens a line than the same call spread over ten lines, and is easier to read.
"""
UNITS = re.compile(
    r"_(POINTS?|PT|MM|CM|INCH(ES)?|PIXELS|PX|EMU|TWIPS|"
    r"SECONDS|MS|DAYS|MONTHS|YEARS|BYTES|CHARACTERS|LETTERS"
    r"|WORDS|LINES|ROWS|COLUMNS|CELLS|PAGES|PERCENT|SHARE|RATIO|DEGREES|STATUS|CODE|VERSION)(_|$)"
)
LAYOUT_TOKENS = {
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.COMMENT,
    tokenize.ENCODING,
    tokenize.ENDMARKER,
}


class SourceFile(NamedTuple):
    """One file of the package.

    Args:
        path: Where it stands, from the folder of the package.
        text: The whole file.
        tree: What it says.
        tokens: Its tokens, without docstrings, comments and line ends.
    """

    path: Path
    text: str
    tree: ast.Module
    tokens: list[tokenize.TokenInfo]


def read_sources() -> list[SourceFile]:
    """All Python files of the package, in the order of their paths."""
    sources = []
    for path in sorted(PACKAGE.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        tree = ast.parse(text)
        sources.append(
            SourceFile(
                path.relative_to(PACKAGE), text, tree, code_tokens(text, tree)
            )
        )
    return sources


def code_tokens(text: str, tree: ast.Module) -> list[tokenize.TokenInfo]:
    """The tokens of a file that are code: no comments, no docstrings."""
    documentation = docstring_lines(tree)
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return [
        token
        for token in tokens
        if token.type not in LAYOUT_TOKENS
        and token.start[0] not in documentation
    ]


def docstring_lines(tree: ast.Module) -> set[int]:
    """The numbers of all lines that hold a docstring, of attributes and constants too."""
    lines: set[int] = set()
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        for statement in body if isinstance(body, list) else ():
            if is_docstring(statement):
                lines.update(range(statement.lineno, statement.end_lineno + 1))
    return lines


def is_docstring(statement: ast.AST) -> bool:
    """Whether a statement is nothing but a text."""
    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Constant)
        and isinstance(statement.value.value, str)
    )


def functions_of(
    source: SourceFile,
) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """All functions and methods of a file, but for those that Python itself names."""
    for node in ast.walk(source.tree):
        if isinstance(
            node, ast.FunctionDef | ast.AsyncFunctionDef
        ) and not node.name.startswith("__"):
            yield node


def one_word_names(sources: list[SourceFile]) -> Iterator[str]:
    """The places of functions whose name is one word."""
    for source in sources:
        for function in functions_of(source):
            if "_" not in function.name.strip("_"):
                yield f"{source.path}:{function.lineno} {function.name}"


def function_sizes(sources: list[SourceFile]) -> list[int]:
    """How many tokens each function holds."""
    sizes = []
    for source in sources:
        lines = Counter(token.start[0] for token in source.tokens)
        sizes.extend(
            tokens_in(function, lines) for function in functions_of(source)
        )
    return sizes


def tokens_in(
    function: ast.FunctionDef | ast.AsyncFunctionDef, lines: Counter[int]
) -> int:
    """How many tokens stand on the lines of a function."""
    return sum(
        lines[line] for line in range(function.lineno, function.end_lineno + 1)
    )


def long_lines(sources: list[SourceFile]) -> Iterator[str]:
    """The places of lines that are too long."""
    for source in sources:
        for number, line in enumerate(source.text.splitlines(), 1):
            if len(line) > LONGEST_LINE:
                yield f"{source.path}:{number} {len(line)}"


def complex_blocks(sources: list[SourceFile]) -> Iterator[str]:
    """The places of functions, methods and classes with too many paths through them."""
    for source in sources:
        for block in cc_visit(source.text):
            if block.complexity > MOST_COMPLEX:
                yield f"{source.path}:{block.lineno} {block.fullname} {block.complexity}"


def repeated_classes(sources: list[SourceFile]) -> Iterator[str]:
    """The names that more than one class has, with their files."""
    homes = defaultdict(list)
    for source in sources:
        for node in ast.walk(source.tree):
            if isinstance(node, ast.ClassDef):
                homes[node.name].append(str(source.path))
    for name, paths in sorted(homes.items()):
        if len(paths) > 1:
            yield f"{name}: {', '.join(paths)}"


def unexplained_constants(sources: list[SourceFile]) -> Iterator[str]:
    """The places of numbers at the top of a file of which nothing says the unit or the reason.

    A comment on the line or right above it says so, a text right under it, or a unit in the name.
    """
    for source in sources:
        lines = source.text.splitlines()
        body = source.tree.body
        for statement, following in zip(body, [*body[1:], None], strict=True):
            name = constant_name(statement)
            if (
                name
                and not is_explained(statement, following, lines)
                and not UNITS.search(name)
            ):
                yield f"{source.path}:{statement.lineno} {name}"


def constant_name(statement: ast.stmt) -> str | None:
    """The name that a statement gives to a number, or to several numbers.

    None when it does something else.
    """
    if isinstance(statement, ast.AnnAssign):
        target, value = statement.target, statement.value
    elif isinstance(statement, ast.Assign):
        target, value = statement.targets[0], statement.value
    else:
        return None
    if value is None or not is_numeric(value):
        return None
    return ast.unparse(target)


def is_numeric(value: ast.expr) -> bool:
    """Whether a value is written as a number, as arithmetic on numbers, or as a tuple of these."""
    if isinstance(value, ast.Tuple):
        return bool(value.elts) and all(
            is_numeric(part) for part in value.elts
        )
    if isinstance(value, ast.BinOp):
        return is_numeric(value.left) or is_numeric(value.right)
    if isinstance(value, ast.UnaryOp):
        return is_numeric(value.operand)
    return isinstance(value, ast.Constant) and type(value.value) in (
        int,
        float,
    )


def is_explained(
    statement: ast.stmt, following: ast.stmt | None, lines: list[str]
) -> bool:
    """Whether a comment or a text stands at a statement."""
    own_lines = lines[statement.lineno - 1 : statement.end_lineno]
    above = lines[statement.lineno - 2] if statement.lineno > 1 else ""
    commented = any(
        "#" in line for line in own_lines
    ) or above.lstrip().startswith("#")
    return commented or (following is not None and is_docstring(following))


def print_rooms(sources: list[SourceFile]) -> None:
    """Print how many files and lines every room has, its sub-rooms apart."""
    files: Counter[str] = Counter()
    lines: Counter[str] = Counter()
    for source in sources:
        room = source.path.parent.as_posix()
        files[room] += 1
        lines[room] += source.text.count("\n")
    print(f"{'room':36}{'files':>7}{'lines':>8}")
    for room in sorted(files):
        print(f"{room:36}{files[room]:7}{lines[room]:8}")
    print(f"{'in all':36}{files.total():7}{lines.total():8}\n")


def main() -> int:
    """Print the table.

    Returns:
        0 when every budget is kept, or what is held in its place; else 1.
    """
    sources = read_sources()
    print_rooms(sources)
    one_word = list(one_word_names(sources))
    sizes = function_sizes(sources)
    code_lines = sum(
        len({token.start[0] for token in source.tokens}) for source in sources
    )
    places = {
        f"lines over {LONGEST_LINE} characters": list(long_lines(sources)),
        f"blocks over complexity {MOST_COMPLEX}": list(
            complex_blocks(sources)
        ),
        "class names used twice": list(repeated_classes(sources)),
        "module constants without unit or reason": list(
            unexplained_constants(sources)
        ),
    }
    measured = {
        "function names of one word, %": 100 * len(one_word) / len(sizes),
        "tokens per line of code": sum(
            len(source.tokens) for source in sources
        )
        / code_lines,
        "tokens of the median function": median(sizes),
        **{measure: len(found) for measure, found in places.items()},
    }
    worse = False
    print(f"{'measure':44}{'now':>8}{'budget':>8}")
    for measure, budget in BUDGETS.items():
        now = measured[measure]
        worse = worse or now > max(budget, HELD.get(measure, budget))
        verdict = "" if now <= budget else "  over"
        print(f"{measure:44}{now:8.1f}{budget:8.1f}{verdict}")
    if "--list" in sys.argv:
        for measure, found in {
            "function names of one word": one_word,
            **places,
        }.items():
            print(f"\n{measure}")
            print("\n".join(f"  {place}" for place in found))
    return int(worse)


if __name__ == "__main__":
    sys.exit(main())
