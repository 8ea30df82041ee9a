"""The one file: a page, its policy, and beside these everything that it needs as text."""

import json
import re
import struct
import tomllib
from codecs import BOM_UTF16_LE
from collections import Counter
from collections.abc import Iterator, Mapping
from hashlib import sha256
from html import unescape
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from dinet import __version__
from dinet.application.opened_document import open_document
from dinet.application.read_portfolio import FEWEST_DOCUMENTS
from dinet.application.save_reading import reading_page
from dinet.application.write_network import write_network
from dinet.layout.style.profile import Profile
from dinet.network import Network
from dinet.onefile.desk import audit_page, compare_page
from dinet.onefile.pinned_files import PinnedFile
from dinet.report.portfolio.portfolio_page import portfolio_style
from dinet.report.style_sheets import (
    TEMPLATES_FOLDER,
    inline_source,
    style_sheet,
)
from dinet.report.template_engine import template_engine
from dinet.writers.page.page_template import possible_sources, source_hashes
from dinet.writers.page.script_modules import bundle_modules

FOLDER = TEMPLATES_FOLDER / "onefile"
EXAMPLE = FOLDER / "example.docx"
"""For who has no document yet: an annex that a municipality published."""
LANGUAGES = ("nl", "en")
_MOST_BESIDE = 40
"""Documents in a portfolio whose page can be filtered here: each number has a style of its own."""
SERVED = "_served"
"""Ends the keys of words that only the page of ``dinet open`` says."""
_SIGN_BITS = 16
"""Of a part, in most signs of the page."""
_UNSAID_FIRSTS = {0x0: 0x800, 0xD: 0x6800}
"""First hexadecimal digits of numbers that are a control or half of a sign, or stand beside these.

Of each stands how far their half has to move to be among the neighbours alone.
"""
_LAST_BITS = tuple((1 << bits) - 1 for bits in range(_SIGN_BITS + 1))
"""By how many bits are left: all of them."""
_DIRECTIVE = re.compile(r"(script|style)-src ([^;\"]*)")
_HASH = re.compile(r"'sha256-[^']+'")
_RUNTIME_END = re.compile(r"export\s*\{([^}]*)\};?")
_SOURCE_MAP = re.compile(r"^//# sourceMappingURL.*$", re.M)


class RuntimeChangedError(Exception):
    """The Pyodide that is pinned is put together in another way than this code expects."""


class BuiltParts(NamedTuple):
    """What the file carries, besides what stands in ``templates``.

    Args:
        packed: Parts that are compressed, by their names.
        pins: What it was made of.
    """

    packed: Mapping[str, bytes]
    pins: tuple[PinnedFile, ...]


def whole_file(parts: BuiltParts, example: Path) -> bytes:
    """The file, in UTF-16: the same bytes for the same parts.

    Args:
        parts: What it carries.
        example: A document; pages are made of it, to know what they run.
    """
    carried = dict(_carried_texts(parts))
    style = style_sheet("onefile/desk.css")
    script = inline_source(bundle_modules(FOLDER / "scripts", "desk_page"))
    runs, styles = allowed_hashes(example)
    policy = desk_policy([script], runs, [style], styles)
    digest = sha256(b"".join(parts.packed.values())).hexdigest()
    frame = template_engine().get_template("onefile/desk.html")
    head = frame.render(
        served=False,
        policy=policy,
        style=style,
        version=__version__,
        digest=digest,
        words=page_words(),
        helps={
            lang: help_text(lang, _picture_frame(lang)) for lang in LANGUAGES
        },
        abouts={lang: read_prose(f"about.{lang}.html") for lang in LANGUAGES},
        pins=parts.pins,
    )
    page = finish_page(head, carried, script)
    return BOM_UTF16_LE + page.encode("utf-16-le")


def finish_page(head: str, carried: Mapping[str, str], script: str) -> str:
    """A page with the texts that its script asks for by their names, and that script."""
    held = "".join(
        f'<script type="text/plain" id="part-{name}">{text}</script>\n'
        for name, text in carried.items()
    )
    return f"{head}{held}<script>{script}</script>\n</body>\n</html>\n"


def _carried_texts(parts: BuiltParts) -> Iterator[tuple[str, str]]:
    """Each part by its name, as text without any sign that HTML knows."""
    yield "version", __version__
    yield "words", json_for_script(page_words())
    for name, data in parts.packed.items():
        yield name, text_of_bytes(data)


def text_of_bytes(data: bytes) -> str:
    """Bytes as text that HTML keeps as it is: how many, and nearly 16 bits in each sign.

    In UTF-16 that takes a hundredth more than the bytes; base64 takes a third more. Most signs are
    16 bits as they come. Where these might be a control or half of a sign, the sign is that of 15
    bits, moved to where there are no others.

    Example:
        >>> text_of_bytes(b"plan")
        '4 灬慮ࠀ'
    """
    return f"{len(data)} {''.join(_signs_of(data))}"


def _signs_of(data: bytes) -> Iterator[str]:
    """The signs, and behind them at most one that only fills."""
    held = bits = 0
    filled = data + bytes(2 + len(data) % 2)
    for (pair,) in struct.iter_unpack(">H", filled):
        held = held << _SIGN_BITS | pair
        bits += _SIGN_BITS
        while bits >= _SIGN_BITS:
            bits -= _SIGN_BITS
            number = held >> bits
            if number >> 12 in _UNSAID_FIRSTS:
                bits += 1
                number = (number >> 1) + _UNSAID_FIRSTS[number >> 12]
            held &= _LAST_BITS[bits]
            yield chr(number)


def page_words(*, served: bool = False) -> dict[str, dict[str, str]]:
    """What the page says, by key and language.

    Args:
        served: Of ``dinet open``, where some is otherwise.
    """
    text = (FOLDER / "words.toml").read_text(encoding="utf-8")
    words = tomllib.loads(text)
    shared = {
        key: said for key, said in words.items() if not key.endswith(SERVED)
    }
    if not served:
        return shared
    return {key: words.get(key + SERVED, said) for key, said in shared.items()}


def json_for_script(data: object) -> str:
    """Data as a script of a page can hold it."""
    return json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")


def read_prose(name: str) -> str:
    """A text of the page, as HTML."""
    return (FOLDER / name).read_text(encoding="utf-8")


def help_text(lang: str, picture: str, *, served: bool = False) -> str:
    """The help, as HTML.

    Args:
        lang: Its language.
        picture: What a network looks like, as HTML; empty for none.
        served: Of ``dinet open``.
    """
    words = page_words(served=served)
    prose = read_prose(f"help.{lang}.html").replace("{{ picture }}", picture)
    for blank in ("example", "leaves"):
        said = words[f"help_{blank}"][lang]
        prose = prose.replace(f"{{{{ {blank} }}}}", said)
    return prose


def _picture_frame(lang: str) -> Markup:
    """Where the help shows a network, of which the picture comes when the help is opened."""
    return Markup(
        '<div class="help-scroll" tabindex="0" role="group" aria-label="{alt}">'
        '<img class="help-picture" alt="{alt}" data-part="picture-{lang}">'
        "</div>"
    ).format(alt=page_words()["network"][lang], lang=lang)


def help_picture(lang: str, example: Path) -> bytes:
    """A picture of dinet's own making, as SVG: the smallest theme, since that is legible.

    Args:
        lang: Of the words in it.
        example: A document with themes.
    """
    network = open_document(str(example), lang).network
    theme = _smallest_theme(network)
    profile = Profile(lang, "screen", short=True, theme=theme)
    return write_network(network, (), "svg", profile)


def _smallest_theme(network: Network) -> str:
    sizes = Counter(
        theme.id
        for element in network.elements
        for theme in network.themes_of(element)
    )
    return min(sizes, key=sizes.__getitem__)


def worker_source(runtime: str, starter: str, lock: str) -> bytes:
    """The script of a worker: Pyodide, which asks for no file, and then ours.

    Pyodide starts in module workers only, and these cannot be made of a Blob on a page that was
    opened from disk. So its two modules become functions of a classic worker.

    Args:
        runtime: ``pyodide.asm.mjs``, as ``placed_runtime`` leaves it.
        starter: ``pyodide.mjs``.
        lock: Which packages Pyodide knows, as JSON: none, so that it looks for none.

    Raises:
        RuntimeChangedError: Pyodide is another one than this was written for.
    """
    exported = _RUNTIME_END.search(starter)
    name = re.search(r"(\w+) as loadPyodide", exported[1] if exported else "")
    ending = "export default _createPyodideModule;"
    if exported is None or name is None or ending not in runtime:
        raise RuntimeChangedError("Pyodide exports other names")
    body = runtime.replace(ending, "")
    body = body.replace("import.meta.url", "'memory:///pyodide.asm.mjs'")
    body = body.replace("import.meta.main", "false")
    start = _SOURCE_MAP.sub("", _RUNTIME_END.sub("", starter))
    own = (FOLDER / "worker.js").read_text(encoding="utf-8")
    return (
        _WORKER.format(
            runtime=_without_format(body),
            starter=_without_format(start),
            load=name[1],
            lock=lock,
        )
        .replace(_OPEN, "{")
        .replace(_CLOSED, "}")
        .encode()
        + own.encode()
    )


def placed_runtime(runtime: str) -> str:
    """A runtime of which a memory can be kept by one browser, and used in another.

    Such a memory holds addresses in the libraries that were loaded in it, so the runtime tells
    where it lays these, and lays them there again. Newer engines add a function before any library;
    that has to wait until the libraries are where they were, for which there is
    ``addTrampoline``.

    Raises:
        RuntimeChangedError: It does this in another way than this was written for.
    """
    for found, meant in _PLACED.items():
        if runtime.count(found) != 1:
            raise RuntimeChangedError("Pyodide starts in another way")
        runtime = runtime.replace(found, meant)
    return runtime


_LIBRARY_PLACE = (
    "var memoryBase=metadata.memorySize"
    "?alignMemory(getMemory(metadata.memorySize+memAlign),memAlign):0;"
    "var tableBase=metadata.tableSize?wasmTable.length:0;"
)
_KEPT_PLACE = (
    "var memoryBase=Module.keptPlaces?Module.keptPlaces[libName]"
    ":metadata.memorySize"
    "?alignMemory(getMemory(metadata.memorySize+memAlign),memAlign):0;"
    "var tableBase=metadata.tableSize?wasmTable.length:0;"
    "(Module.libraryPlaces??={})[libName]=memoryBase;"
)
_PLACED = {
    _LIBRARY_PLACE: _KEPT_PLACE,
    "addOnPreRun(function setEmscriptenTrampoline(": (
        "(Module.addTrampoline=function setEmscriptenTrampoline("
    ),
}
_OPEN, _CLOSED = "\ue000", "\ue001"
"""Stand for the braces of scripts that go through ``format``."""


def _without_format(script: str) -> str:
    return script.replace("{", _OPEN).replace("}", _CLOSED)


_WORKER = """// By this Pyodide sees a worker in which it may start.
self.importScripts = () => {{ throw new Error("nothing is fetched here"); }};
const createPyodideModule = (() => {{
{runtime}
return _createPyodideModule;
}})();
const pyodideFiles = {{}};
const loadPyodideHere = (() => {{
const fetch = async (address) => {{
  const name = String(address).split("/").pop();
  if (!pyodideFiles[name]) throw new Error("there is no " + name);
  const type = name.endsWith("wasm") ? "application/wasm" : "application/octet-stream";
  return new Response(pyodideFiles[name], {{ headers: {{ "Content-Type": type }} }});
}};
{starter}
return {load};
}})();
/**
 * @param {{ReadableStream}} program
 * @param {{Uint8Array}} memory Is filled with a kept memory by what prepares.
 * @param {{(runtime: any) => Promise<void>}} prepare
 */
async function startPyodide(program, memory, prepare) {{
  pyodideFiles["pyodide.asm.wasm"] = program;
  pyodideFiles["python_stdlib.zip"] = new Uint8Array(); // follows with the other files
  return loadPyodideHere({{
    indexURL: "memory:///", packageBaseUrl: "memory:///",
    lockFileContents: {lock},
    _loadSnapshot: memory,
    _snapshotDeserializer: () => null,
    createPyodideModule: async (settings) => {{
      const runtime = await createPyodideModule(settings);
      pyodideFiles["pyodide.asm.wasm"] = null;
      await prepare(runtime);
      return runtime;
    }},
  }});
}}
"""


def allowed_hashes(example: Path) -> tuple[list[str], list[str]]:
    """The scripts and styles of the pages that the desk shows, as a policy names them.

    They are taken from what dinet puts in pages here and now: a frame may run no more than the
    page around it allows.

    Args:
        example: A document of which pages are made. Only that of a network has other scripts for
            other documents.
    """
    scripts, looks = possible_sources()
    runs = dict.fromkeys(_HASH.findall(source_hashes(scripts)))
    styles = dict.fromkeys(_HASH.findall(source_hashes(looks)))
    for page in _other_pages(example):
        for kind, allowed in _DIRECTIVE.findall(unescape(page)):
            found = runs if kind == "script" else styles
            found.update(dict.fromkeys(_HASH.findall(allowed)))
    beside = map(portfolio_style, range(FEWEST_DOCUMENTS, _MOST_BESIDE + 1))
    styles.update(dict.fromkeys(_HASH.findall(source_hashes(beside))))
    return list(runs), list(styles)


def _other_pages(example: Path) -> Iterator[str]:
    """One page of each other kind, in each language."""
    for lang in LANGUAGES:
        opened = open_document(str(example), lang, accounted=True)
        yield reading_page(opened)
        yield audit_page(opened)
        yield compare_page(opened, opened).decode()


def desk_policy(
    scripts: list[str],
    shown_scripts: list[str],
    styles: list[str],
    shown_styles: list[str],
) -> str:
    """What may run and be reached: this page, its workers, the pages in its frame; no network."""
    runs = " ".join((source_hashes(scripts), *shown_scripts))
    looks = " ".join((source_hashes(styles), *shown_styles))
    return (
        f"default-src 'none'; script-src {runs} 'wasm-unsafe-eval'; "
        f"style-src {looks}; worker-src blob:; frame-src blob:; "
        "img-src blob: data:; font-src data:; connect-src 'none'; "
        "form-action 'none'; base-uri 'none'"
    )
