"""What turns DOT into PNG and PDF.

That is the Graphviz inside the pygraphviz library, or the program ``dot`` of this machine.
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
    most = {MOST_MEMORY_BYTES}
    if hard != resource.RLIM_INFINITY:
        most = min(most, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))
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
    source = sys.stdin.buffer.read(int(size)).decode()
    picture = AGraph(string=source).draw(format=sys.argv[1], prog="nop2")
    sys.stdout.buffer.write(b"%d\\n" % len(picture) + picture)
"""
)
"""Draws any number of pictures: each goes in and comes out after a line with its size."""

_FONTS_CONF = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir>{more}<cachedir>{cache}</cachedir></fontconfig>
"""
_SYSTEM_FONTS = (
    '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
    "<dir>WINDOWSFONTDIR</dir><dir>/System/Library/Fonts</dir>"
)


def render_picture(
    dot: str, form: str, engine: str, style: PictureStyle = COLOUR_STYLE
) -> bytes:
    """One picture; see ``render_pictures``."""
    return render_pictures([dot], form, engine, style)[0]


def render_pictures(
    dots: Sequence[str],
    form: str,
    engine: str,
    style: PictureStyle = COLOUR_STYLE,
) -> list[bytes]:
    """Pictures of graphs whose nodes have places and whose links have curves.

    Together they start fewer engines than one by one.

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
        _put_logo(style, Path(folder, LOGO_FILE))
        needs_other_fonts = style.font or not all(map(has_glyphs, dots))
        settings = _write_font_settings(
            folder, _SYSTEM_FONTS if needs_other_fonts else ""
        )
        environment = _engine_environment(settings)
        sources = [dot.encode("utf-8", "replace") for dot in dots]
        program = _find_program(engine)
        if not program:
            return _render_embedded(sources, form, folder, environment)
        command = [
            *_python_command(PROGRAM_SCRIPT),
            program,
            "-Kneato",
            "-n2",
            "-T",
            form,
        ]
        return [
            _run_engine(command, source, folder, environment)
            for source in sources
        ]


def _write_font_settings(folder: str, more: str) -> Path:
    """The file that names the fonts, which may be other ones besides ours, for fontconfig."""
    letters = Path(folder, "letters")
    letters.mkdir()
    # copies, since fontconfig leaves a file of its own beside the letters that it reads
    for file in FONTS_FOLDER.glob("*.ttf"):
        copyfile(file, letters / file.name)
    settings = Path(folder, "fonts.conf")
    text = _FONTS_CONF.format(
        fonts=escape(str(letters)), more=more, cache=escape(folder)
    )
    settings.write_text(text, encoding="utf-8")
    return settings


def _engine_environment(settings: Path) -> dict[str, str]:
    environment = {
        name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ
    }
    environment["FONTCONFIG_FILE"] = str(settings)
    return environment


def _python_command(script: str) -> list[str]:
    """The command that runs a script in a Python of its own."""
    return [sys.executable, "-P", "-c", script]


def _render_embedded(
    sources: list[bytes], form: str, folder: str, environment: dict[str, str]
) -> list[bytes]:
    """Pictures from the library, all by one process."""
    command = [*_python_command(EMBEDDED_SCRIPT), form]
    sized = b"".join(b"%d\n" % len(source) + source for source in sources)
    answer = BytesIO(
        _run_engine(command, sized, folder, environment, len(sources))
    )
    return [answer.read(int(answer.readline())) for _ in sources]


def _put_logo(style: PictureStyle, file: Path) -> None:
    if style.logo and style.logo.form != "png":
        raise UsageError(
            Sentence(
                "PNG and PDF pictures need a logo in PNG; "
                "one in SVG stands in SVG pictures only."
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
    what = Sentence(
        "Drawing PNG and PDF needs Graphviz, and the engine {engine} is not there.",
        engine=engine,
    )
    hint = Sentence(
        "Install it with: pip install pygraphviz, "
        "or install the program dot from https://graphviz.org."
    )
    raise MissingLibraryError(what, hint)


def _run_engine(
    command: list[str],
    data: bytes,
    folder: str,
    environment: dict[str, str],
    pictures: int = 1,
) -> bytes:
    """What the command answers to data, in the time that so many pictures may take.

    Raises:
        MissingLibraryError: It failed, took too long or said nothing.
    """
    seconds = current_limits().dot_seconds * pictures
    try:
        # the command is a program of this machine, and the picture goes in as data
        finished = subprocess.run(  # noqa: S603
            command,
            input=data,
            capture_output=True,
            cwd=folder,
            env=environment,
            timeout=seconds,
            check=True,
        )
    except subprocess.CalledProcessError as error:
        raise _drawing_error(_last_complaint(error)) from error
    except subprocess.TimeoutExpired as error:
        raise MissingLibraryError(*limit_error("dot_seconds").what) from error
    except (OSError, subprocess.SubprocessError) as error:
        raise _drawing_error(str(error)) from error
    if not finished.stdout:
        raise _drawing_error("0 bytes")
    return finished.stdout


def _last_complaint(error: subprocess.CalledProcessError) -> str:
    """The last line that an engine wrote before it failed, or else how it ended."""
    complaints: list[str] = (
        error.stderr.decode("utf-8", "replace").strip().splitlines()
    )
    return complaints[-1] if complaints else str(error)


def _drawing_error(reason: str) -> MissingLibraryError:
    what = Sentence(
        "Graphviz could not draw the picture: {reason}.",
        reason=reason.rstrip("."),
    )
    return MissingLibraryError(
        what, Sentence("The formats svg and html need no Graphviz.")
    )
