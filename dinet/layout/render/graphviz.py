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
from dinet.layout.style.palette import COLOUR_STYLE, PictureStyle
from dinet.layout.text.measure import FONTS_FOLDER, has_glyphs
from dinet.limits import current_limits, limit_error

KEPT_VARIABLES = (
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

MOST_MEMORY_BYTES = 2 << 30
"""Bytes that an engine may take, where the system can hold it to that."""
LOGO_FILE = "logo.png"
"""The file of a style's logo, as the source names it."""

LIMIT_SCRIPT = f"""
import os, sys
try:
    import resource
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, ({MOST_MEMORY_BYTES} if hard == resource.RLIM_INFINITY else min({MOST_MEMORY_BYTES}, hard), hard))
except (ImportError, ValueError, OSError):
    pass
"""
PROGRAM_SCRIPT = (
    LIMIT_SCRIPT
    + """
os.execv(sys.argv[1], sys.argv[1:])
"""
)
EMBEDDED_SCRIPT = (
    LIMIT_SCRIPT
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
_SYSTEM_FONTS = '<include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>WINDOWSFONTDIR</dir><dir>/System/Library/Fonts</dir>'


def render_picture(
    dot: str, form: str, engine: str, style: PictureStyle = COLOUR_STYLE
) -> bytes:
    """One picture; see ``render_pictures``."""
    return render_pictures([dot], form, engine, style)[0]


def render_pictures(
    dots: Sequence[str], form: str, engine: str, style: PictureStyle = COLOUR_STYLE
) -> list[bytes]:
    """Pictures of graphs whose nodes have places and whose links have curves; together they start fewer engines.

    Args:
        dots: The sources.
        form: A format of Graphviz: ``png``, ``pdf`` or ``svg``.
        engine: ``embedded``, ``dot``, or ``auto`` for the first of these that is there.
        style: Its logo is the file ``LOGO_FILE``, and its font is looked for on this machine.

    Returns:
        A picture for each source, in their order.

    Raises:
        MissingLibraryError: The engine is not there or failed; the message says what to install.
        UsageError: The logo is an SVG, which Graphviz does not draw.
    """
    with TemporaryDirectory(prefix="dinet-") as folder:
        settings = Path(folder, "fonts.conf")
        more = _SYSTEM_FONTS if style.font or not all(map(has_glyphs, dots)) else ""
        _put_logo(style, Path(folder, LOGO_FILE))
        letters = Path(folder, "letters")
        letters.mkdir()
        for file in FONTS_FOLDER.glob(
            "*.ttf"
        ):  # copies: fontconfig leaves a file of its own beside the letters that it reads
            copyfile(file, letters / file.name)
        settings.write_text(
            _FONTS_CONF.format(
                fonts=escape(str(letters)), more=more, cache=escape(folder)
            ),
            encoding="utf-8",
        )
        environment = {
            name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ
        }
        environment["FONTCONFIG_FILE"] = str(settings)
        if program := _find_program(engine):
            command = [
                sys.executable,
                "-P",
                "-c",
                PROGRAM_SCRIPT,
                program,
                "-Kneato",
                "-n2",
                "-T",
                form,
            ]
            return [
                _run_engine(
                    command, dot.encode("utf-8", "replace"), folder, environment
                )
                for dot in dots
            ]
        return _render_embedded(dots, form, folder, environment)


def _render_embedded(
    dots: Sequence[str], form: str, folder: str, environment: dict[str, str]
) -> list[bytes]:
    sources = [dot.encode("utf-8", "replace") for dot in dots]
    command = [sys.executable, "-P", "-c", EMBEDDED_SCRIPT, form]
    said = BytesIO(
        _run_engine(
            command,
            b"".join(b"%d\n" % len(each) + each for each in sources),
            folder,
            environment,
            len(dots),
        )
    )
    return [said.read(int(said.readline())) for _ in dots]


def _put_logo(style: PictureStyle, file: Path) -> None:
    if style.logo and style.logo.form != "png":
        raise UsageError(
            Sentence(
                "PNG and PDF pictures need a logo in PNG; one in SVG stands in SVG pictures only."
            )
        )
    if style.logo:
        file.write_bytes(style.logo.data)


def _find_program(engine: str) -> str:
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


def _run_engine(
    command: list[str],
    data: bytes,
    folder: str,
    environment: dict[str, str],
    pictures: int = 1,
) -> bytes:
    """What the command says of data, in the time that so many pictures may take."""
    seconds = current_limits().dot_seconds * pictures
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
        raise _drawing_error(said[-1] if said else str(error)) from error
    except subprocess.TimeoutExpired as error:
        raise MissingLibraryError(*limit_error("dot_seconds").what) from error
    except (OSError, subprocess.SubprocessError) as error:
        raise _drawing_error(str(error)) from error
    if not done.stdout:
        raise _drawing_error("0 bytes")
    return done.stdout


def _drawing_error(reason: str) -> MissingLibraryError:
    what = Sentence(
        "Graphviz could not draw the picture: {reason}.", reason=reason.rstrip(".")
    )
    return MissingLibraryError(
        what, Sentence("The formats svg and html need no Graphviz.")
    )
