"""Compiles what goes into the file; run by the very Python that will import it.

``compile.mjs`` starts that Python and gives it archives of sources in ``/in``; what is in ``/out``
after ``pack_all``, compressed, goes into the file. Docstrings stay out: they are a quarter of the
code. Only the plug-ins of dinet keep theirs, as source, since ``dinet.plugins`` reads them there.
"""

import ast
import gzip
import importlib.util
import json
import os
import shutil
import zipfile
from collections.abc import Callable, Collection, Iterable, Iterator
from importlib import _bootstrap_external

from compression import zstd

_PACK_CODE = "_code_to_hash_pyc"
"""What the standard library makes of compiled code that is imported without looking at a source."""
PLUGIN_FOLDERS = (
    "dinet/readers",
    "dinet/rules",
    "dinet/writers",
    "dinet/writers/audit",
    "dinet/interpret/shapes",
)
PDF_LIBRARY = "libpdfium.so"
"""What only that worker loads; that there is a way to load it is looked up elsewhere too."""
SOURCES = {
    *("standard.zip", "libraries.zip", "files.zip"),
    *("modules.json", "libraries.json"),
}
"""What is compiled or used; everything else in ``/in`` is only compressed."""
PRESSED_HARD = {"memory", "pdf", "site"}
"""What the code of Python unpacks, and not the browser."""
STANDARD_LEFT_OUT = (
    *("unittest/", "multiprocessing/", "_pyrepl/", "pdb.py", "pydoc"),
    *("doctest.py", "idlelib/", "tkinter/", "ensurepip/", "mailbox.py"),
    *("imaplib.py", "smtplib.py", "ftplib.py", "poplib.py", "wsgiref/"),
    *("curses/", "dbm/", "sqlite3/", "turtle", "venv/", "pickletools.py"),
    *("test/", "_pyio.py", "socketserver.py", "cProfile.py", "profile"),
    *("pstats.py", "trace.py", "zipapp.py", "optparse.py", "xmlrpc/"),
    *("lib2to3/", "http/server.py", "http/cookiejar.py"),
    *("ctypes/macholib/", "ctypes/wintypes.py", "ctypes/aix.py"),
    *("_osx_support.py", "_aix_support.py"),
    *("_android_support.py", "_ios_support.py", "_apple_support.py"),
    *("webbrowser.py", "cgi", "nturl2path.py", "ssl.py", "tabnanny.py"),
    *("this.py", "antigravity.py", "pyclbr.py", "compileall.py", "code.py"),
    *("asyncio/windows", "asyncio/__main__", "rlcompleter"),
    *("concurrent/interpreters", "concurrent/futures/process.py"),
    *("pty.py", "tty.py", "netrc.py", "telnetlib.py"),
    *("cmd.py", "bdb.py", "timeit.py", "sched.py", "shelve.py", "wave.py"),
    *("argparse.py", "tarfile.py", "plistlib.py", "modulefinder.py"),
    *("_pydatetime.py", "_ast_unparse.py", "logging/handlers.py"),
    *("logging/config.py", "asyncio/proactor_events.py", "symtable.py"),
)
"""How the names begin of modules of the standard library that nothing here imports."""
KEPT_CODECS = (
    *("__init__", "aliases", "utf_8", "utf_8_sig", "utf_16", "utf_16_le"),
    *("utf_16_be", "utf_32", "utf_32_le", "utf_32_be", "utf_7", "ascii"),
    *("latin_1", "cp437", "cp850", "idna", "punycode", "raw_unicode_escape"),
    *("unicode_escape", "charmap", "undefined", "mac_roman", "hex_codec"),
)
"""Besides all codecs whose names begin as below."""
KEPT_CODEC_FAMILIES = ("cp125", "iso8859", "koi8", "mac_", "base64", "zlib")
"""Encodings in which documents of municipalities may be."""

BLOCK_FIELDS = ("body", "orelse", "handlers", "finalbody", "cases")
"""Where the syntax tree of Python has statements within statements."""


def without_docstrings(tree: ast.Module) -> ast.Module:
    """The same code, in which no module, class or function says what it is."""
    left: list[ast.AST] = [tree]
    while left:
        node = left.pop()
        left += _inner_blocks(node)
        if isinstance(
            node,
            ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef,
        ) and ast.get_docstring(node, clean=False):
            rest = node.body[1:]
            node.body = rest or [ast.copy_location(ast.Pass(), node.body[0])]
    return tree


def _inner_blocks(node: ast.AST) -> Iterator[ast.AST]:
    """The statements in a statement: to look at expressions too takes eight times as long."""
    for field in BLOCK_FIELDS:
        yield from getattr(node, field, ())


def compiled_file(source: bytes, name: str) -> bytes:
    """What Python imports without looking for the source, or at its date."""
    tree = without_docstrings(ast.parse(source, name))
    code = compile(tree, name, "exec", dont_inherit=True, optimize=0)
    digest = importlib.util.source_hash(source)
    pack: Callable[..., bytes] = getattr(_bootstrap_external, _PACK_CODE)
    return pack(code, digest, False)


def only_docstring(source: bytes) -> bytes:
    """A source of which only the docstring is left."""
    tree = ast.parse(source)
    docstring = ast.get_docstring(tree, clean=False) or ""
    return f"{docstring!r}\n".encode()


def compiled_files(
    archive: str,
    root: str,
    is_needed: Callable[[str], bool] = lambda _: True,
) -> Iterator[tuple[str, bytes]]:
    """The files of an archive, with every source compiled.

    Args:
        archive: Its path.
        root: Where its files will stand, for traces.
        is_needed: Which of its files are taken.
    """
    with zipfile.ZipFile(archive) as parts:
        for name in sorted(filter(is_needed, parts.namelist())):
            data = parts.read(name)
            if not name.endswith(".py"):
                yield name, data
                continue
            compiled = compiled_file(data, root + name)
            folder, _, last = name.rpartition("/")
            if folder in PLUGIN_FOLDERS:
                yield name, only_docstring(data)
                cached = f"{last[:-3]}.cpython-314.pyc"
                yield f"{folder}/__pycache__/{cached}", compiled
            else:
                yield f"{name}c", compiled


def is_standard(name: str) -> bool:
    """A file of the standard library is needed."""
    if name.endswith("/") or name.startswith(STANDARD_LEFT_OUT):
        return False
    if not name.startswith("encodings/"):
        return True
    codec = name.removeprefix("encodings/").removesuffix(".py")
    return codec in KEPT_CODECS or codec.startswith(KEPT_CODEC_FAMILIES)


def write_archive(path: str, files: Iterator[tuple[str, bytes]]) -> None:
    """A ZIP that is not compressed, the same bytes for the same files."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, data in files:
            archive.writestr(zipfile.ZipInfo(name), data)


def press_for_browsers(data: bytes) -> bytes:
    """Bytes as small as a browser can unpack before there is a Python."""
    return gzip.compress(data, 9, mtime=0)


def press_hard(data: bytes) -> bytes:
    """Bytes a third smaller, behind their size in four bytes."""
    options = {
        zstd.CompressionParameter.compression_level: 19,
        zstd.CompressionParameter.window_log: 24,
    }
    pressed: bytes = zstd.compress(data, options=options)
    return len(data).to_bytes(4, "little") + pressed


def compress_file(path: str, press: Callable[[bytes], bytes]) -> None:
    """Put a file in the place of itself, compressed.

    It is done here because the libraries that compress differ between machines.
    """
    data = read_bytes(path)
    with open(path, "wb") as file:
        file.write(press(data))


def compile_all() -> None:
    """Make the archives from which Python can import everything."""
    write_archive(
        "/out/standard.zip",
        compiled_files("/in/standard.zip", "/lib/python314.zip/", is_standard),
    )
    write_archive(
        "/out/libraries.zip",
        compiled_files("/in/libraries.zip", "/site/libraries.zip/"),
    )
    held = ("libraries.zip", read_bytes("/out/libraries.zip"))
    files = list(compiled_files("/in/files.zip", "/site/"))
    others = [each for each in files if not each[0].endswith(PDF_LIBRARY)]
    write_archive("/out/site.zip", iter([held, *others]))
    (pdf,) = (data for name, data in files if name.endswith(PDF_LIBRARY))
    with open("/out/pdf", "wb") as file:
        file.write(pdf)


def pack_all() -> None:
    """Compress what goes into the file, without what is in the kept memory by now."""
    kept = kept_files(json.loads(read_bytes("/in/modules.json")))
    for name in ("standard", "libraries"):
        left = list(files_left(f"/out/{name}.zip", kept))
        write_archive(f"/out/{name}.zip", iter(left))
    write_archive("/out/site", site_files(kept))
    for name in os.listdir("/out"):
        if name.endswith(".zip"):
            os.remove(f"/out/{name}")
    for name in sorted({*os.listdir("/in")} - SOURCES):
        shutil.copy(f"/in/{name}", "/out")
    for name in os.listdir("/out"):
        press = press_hard if name in PRESSED_HARD else press_for_browsers
        compress_file(f"/out/{name}", press)


def kept_files(modules: Iterable[str]) -> frozenset[str]:
    """Where the code of modules may stand in an archive."""
    found: set[str] = set()
    for module in modules:
        path = module.replace(".", "/")
        folder, _, name = path.rpartition("/")
        found |= {f"{path}.pyc", f"{path}/__init__.pyc"}
        found.add(f"{folder}/__pycache__/{name}.cpython-314.pyc")
    return frozenset(found)


def files_left(
    archive: str, kept: Collection[str]
) -> Iterator[tuple[str, bytes]]:
    """The files of an archive of which the code is not in memory."""
    with zipfile.ZipFile(archive) as parts:
        for name in parts.namelist():
            if name not in kept:
                yield name, parts.read(name)


def site_files(kept: Collection[str]) -> Iterator[tuple[str, bytes]]:
    """All files that Python has to find, by their paths."""
    yield "libraries.json", read_bytes("/in/libraries.json")
    yield "lib/python314.zip", read_bytes("/out/standard.zip")
    yield "site/libraries.zip", read_bytes("/out/libraries.zip")
    for name, data in files_left("/out/site.zip", kept):
        if name != "libraries.zip":
            yield f"site/{name}", data


def read_bytes(path: str) -> bytes:
    """What a file holds."""
    with open(path, "rb") as file:
        return file.read()
