"""What turns DOT into PNG and PDF: the Graphviz inside the pygraphviz library, or the program ``dot`` of this machine.

Either runs in a process of its own, with limits of time and memory, so that a crash or a
warning there stays there. It gets a fonts.conf that names the bundled letters: without one, a
machine that has no fonts draws empty boxes and reports success.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from shutil import copyfile, which
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

from dinet.errors import MissingLibraryError, UsageError
from dinet.language import Sentence
from dinet.layout.style.palette import COLOUR, Style
from dinet.layout.text.measure import FONTS, known
from dinet.limits import limits, over

KEPT = (
    "PATH",
    "HOME",
    "TMPDIR",
    "TEMP",
    "TMP",
    "SYSTEMROOT",
    "PYTHONPATH",
    "LD_LIBRARY_PATH",
)
"""Variables of the environment that the engine may see; some others make Graphviz read files."""

MEMORY = 2 << 30
"""Bytes that an engine may take, where the system can hold it to that."""
LOGO = "logo.png"
"""The file of a style's logo, as the source names it."""

LIMITED = f"""
import os, sys
try:
    import resource
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, ({MEMORY} if hard == resource.RLIM_INFINITY else min({MEMORY}, hard), hard))
except (ImportError, ValueError, OSError):
    pass
"""
PROGRAM = (
    LIMITED
    + """
os.execv(sys.argv[1], sys.argv[1:])
"""
)
EMBEDDED = (
    LIMITED
    + """
from pygraphviz import AGraph
while size := sys.stdin.buffer.readline():
    drawn = AGraph(string=sys.stdin.buffer.read(int(size)).decode()).draw(format=sys.argv[1], prog="nop2")
    sys.stdout.buffer.write(b"%d\\n" % len(drawn) + drawn)
"""
)
"""Draws any number of pictures: each goes in and comes out after a line with its size."""

_FONTS_CONF = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir>{more}<cachedir>{cache}</cachedir></fontconfig>
"""
_MORE = '<include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>WINDOWSFONTDIR</dir><dir>/System/Library/Fonts</dir>'


def rendered(dot: str, form: str, engine: str, style: Style = COLOUR) -> bytes:
    """One picture; see ``all_rendered``."""
    return all_rendered([dot], form, engine, style)[0]


def all_rendered(
    dots: Sequence[str], form: str, engine: str, style: Style = COLOUR
) -> list[bytes]:
    """Pictures of graphs whose nodes have places and whose links have curves; together they start fewer engines.

    Args:
        dots: The sources.
        form: A format of Graphviz: ``png``, ``pdf`` or ``svg``.
        engine: ``embedded``, ``dot``, or ``auto`` for the first of these that is there.
        style: Its logo is the file ``LOGO``, and its font is looked for on this machine.

    Returns:
        A picture for each source, in their order.

    Raises:
        MissingLibraryError: The engine is not there or failed; the message says what to install.
        UsageError: The logo is an SVG, which Graphviz does not draw.
    """
    with TemporaryDirectory(prefix="dinet-") as folder:
        settings = Path(folder, "fonts.conf")
        more = _MORE if style.font or not all(map(known, dots)) else ""
        _put_logo(style, Path(folder, LOGO))
        letters = Path(folder, "letters")
        letters.mkdir()
        for file in FONTS.glob(
            "*.ttf"
        ):  # copies: fontconfig leaves a file of its own beside the letters that it reads
            copyfile(file, letters / file.name)
        settings.write_text(
            _FONTS_CONF.format(
                fonts=escape(str(letters)), more=more, cache=escape(folder)
            ),
            encoding="utf-8",
        )
        environment = {name: os.environ[name] for name in KEPT if name in os.environ}
        environment["FONTCONFIG_FILE"] = str(settings)
        if program := _program(engine):
            command = [
                sys.executable,
                "-P",
                "-c",
                PROGRAM,
                program,
                "-Kneato",
                "-n2",
                "-T",
                form,
            ]
            return [
                _output(command, dot.encode("utf-8", "replace"), folder, environment)
                for dot in dots
            ]
        return _embedded(dots, form, folder, environment)


def _embedded(
    dots: Sequence[str], form: str, folder: str, environment: dict[str, str]
) -> list[bytes]:
    sources = [dot.encode("utf-8", "replace") for dot in dots]
    command = [sys.executable, "-P", "-c", EMBEDDED, form]
    said = BytesIO(
        _output(
            command,
            b"".join(b"%d\n" % len(each) + each for each in sources),
            folder,
            environment,
            len(dots),
        )
    )
    return [said.read(int(said.readline())) for _ in dots]


def _put_logo(style: Style, file: Path) -> None:
    if style.logo and style.logo.form != "png":
        raise UsageError(
            Sentence(
                "PNG and PDF pictures need a logo in PNG; one in SVG stands in SVG pictures only."
            )
        )
    if style.logo:
        file.write_bytes(style.logo.data)


def _program(engine: str) -> str:
    """The program that draws, empty for the library."""
    program = which("dot")
    if engine in ("auto", "embedded") and find_spec("pygraphviz"):
        return ""
    if engine in ("auto", "dot") and program:
        return program
    raise MissingLibraryError(
        Sentence(
            "Drawing PNG and PDF needs Graphviz, and the engine {engine} is not there.",
            engine=engine,
        ),
        Sentence(
            "Install it with: pip install pygraphviz, or install the program dot from https://graphviz.org."
        ),
    )


def _output(
    command: list[str],
    data: bytes,
    folder: str,
    environment: dict[str, str],
    pictures: int = 1,
) -> bytes:
    """What the command says of data, in the time that so many pictures may take."""
    seconds = limits().dot_seconds * pictures
    try:
        # the command is a program of this machine, and the picture goes in as data
        done = subprocess.run(  # noqa: S603
            command,
            input=data,
            capture_output=True,
            cwd=folder,
            env=environment,
            timeout=seconds,
            check=True,
        )
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().splitlines()
        raise _failure(said[-1] if said else str(error)) from error
    except subprocess.TimeoutExpired as error:
        raise MissingLibraryError(*over("dot_seconds").what) from error
    except (OSError, subprocess.SubprocessError) as error:
        raise _failure(str(error)) from error
    if not done.stdout:
        raise _failure("0 bytes")
    return done.stdout


def _failure(reason: str) -> MissingLibraryError:
    what = Sentence(
        "Graphviz could not draw the picture: {reason}.", reason=reason.rstrip(".")
    )
    return MissingLibraryError(
        what, Sentence("The formats svg and html need no Graphviz.")
    )
