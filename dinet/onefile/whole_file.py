"""The one file: a page, its policy, and beside these everything that it needs as text."""

import json
import re
import tomllib
from base64 import b64encode
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
LANGUAGES = ("nl", "en")
_MOST_BESIDE = 40
"""Documents in a portfolio whose page can be filtered here: each number has a style of its own."""
SERVED = "_served"
"""Ends the keys of words that only the page of ``dinet open`` says."""
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
    """The file, in UTF-8: the same bytes for the same parts.

    Args:
        parts: What it carries.
        example: A document; pages are made of it, to know what they run.
    """
    carried = dict(_carried_texts(parts))
    style = style_sheet("onefile/desk.css")
    script = inline_source(bundle_modules(FOLDER / "scripts", "desk_page"))
    runs, styles = allowed_hashes(example)
    policy = desk_policy([script], runs, [style], styles)
    digest = sha256("".join(carried.values()).encode()).hexdigest()
    frame = template_engine().get_template("onefile/desk.html")
    head = frame.render(
        served=False,
        policy=policy,
        style=style,
        version=__version__,
        digest=digest,
        words=page_words(),
        helps={
            lang: help_text(lang, _help_picture(lang, example))
            for lang in LANGUAGES
        },
        abouts={lang: read_prose(f"about.{lang}.html") for lang in LANGUAGES},
        pins=parts.pins,
    )
    return finish_page(head, carried, script)


def finish_page(head: str, carried: Mapping[str, str], script: str) -> bytes:
    """A page with the texts that its script asks for by their names, and that script."""
    held = "".join(
        f'<script type="text/plain" id="part-{name}">{text}</script>\n'
        for name, text in carried.items()
    )
    return (
        f"{head}{held}<script>{script}</script>\n</body>\n</html>\n".encode()
    )


def _carried_texts(parts: BuiltParts) -> Iterator[tuple[str, str]]:
    """Each part by its name, as text without any sign that HTML knows."""
    yield "version", __version__
    yield "words", json_for_script(page_words())
    for name, data in parts.packed.items():
        yield name, b64encode(data).decode("ascii")


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


def _help_picture(lang: str, example: Path) -> Markup:
    """A picture of dinet's own making: the smallest theme of the example, since that is legible."""
    network = open_document(str(example), lang).network
    theme = _smallest_theme(network)
    profile = Profile(lang, "screen", short=True, theme=theme)
    picture = write_network(network, (), "svg", profile)
    address = f"data:image/svg+xml;base64,{b64encode(picture).decode('ascii')}"
    return Markup(
        '<div class="help-scroll" tabindex="0" role="group" aria-label="{alt}">'
        '<img class="help-picture" alt="{alt}" src="{address}"></div>'
    ).format(alt=page_words()["network"][lang], address=address)


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
        runtime: ``pyodide.asm.mjs``.
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
async function startPyodide(files) {{
  Object.assign(pyodideFiles, files);
  const python = await loadPyodideHere({{
    indexURL: "memory:///", packageBaseUrl: "memory:///",
    lockFileContents: {lock}, createPyodideModule,
  }});
  for (const name of Object.keys(files)) pyodideFiles[name] = null;
  return python;
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
