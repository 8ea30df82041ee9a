"""``python -m dinet.onefile``: make ``dinet.html``, and beside it its checksum."""

import argparse
import io
import json
import subprocess
import sys
import tarfile
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from dinet.onefile.pinned_files import PinnedFile, fetch_files, pinned_files
from dinet.onefile.site_archive import (
    PACKAGE_FOLDER,
    is_real_file,
    library_files,
    licence_texts,
    own_files,
    stored_archive,
)
from dinet.onefile.whole_file import (
    EXAMPLE,
    LANGUAGES,
    BuiltParts,
    help_picture,
    placed_runtime,
    whole_file,
    worker_source,
)

_HERE = Path(__file__).parent
_ROOT = PACKAGE_FOLDER.parent
_PARTS = {
    "runtime": "pyodide.asm.wasm",
    "memory": "memory",
    "site": "site",
    "pdf": "pdf",
    "worker": "worker.js",
    "example": "example.docx",
    "licences": "licences.txt",
    **{f"picture-{lang}": f"picture-{lang}.svg" for lang in LANGUAGES},
}
"""What the page calls each compiled part."""


def main() -> None:
    """Make the file, and say how large it is."""
    parser = argparse.ArgumentParser(prog="python -m dinet.onefile")
    parser.add_argument("-o", "--output", type=Path, default="dinet.html")
    parser.add_argument("--cache", type=Path, default=Path("build", "onefile"))
    asked = parser.parse_args()
    data = build_file(asked.cache)
    asked.output.write_bytes(data)
    digest = sha256(data).hexdigest()
    checksum = asked.output.with_name(f"{asked.output.name}.sha256")
    checksum.write_text(f"{digest}  {asked.output.name}\n", encoding="utf-8")
    size = len(data) / 1e6
    sys.stdout.write(f"{asked.output}: {size:.1f} MB, SHA-256 {digest}\n")


def build_file(cache: Path) -> bytes:
    """The whole file.

    Args:
        cache: Where what comes from the registries is kept.
    """
    pins = pinned_files()
    fetched = fetch_files(pins, cache)
    with TemporaryDirectory() as folder:
        runtime = _unpack_runtime(fetched, Path(folder))
        others = {
            "worker.js": _worker_script(runtime),
            "example.docx": EXAMPLE.read_bytes(),
            "licences.txt": _all_licences(fetched).encode(),
            **{
                f"picture-{lang}.svg": help_picture(lang, EXAMPLE)
                for lang in LANGUAGES
            },
        }
        packed = _compile_sources(fetched, runtime, Path(folder), others)
    return whole_file(BuiltParts(packed, pins), EXAMPLE)


def _worker_script(runtime: Path) -> bytes:
    lock = json.loads((runtime / "pyodide-lock.json").read_bytes())
    return worker_source(
        (runtime / "pyodide.asm.mjs").read_text(encoding="utf-8"),
        (runtime / "pyodide.mjs").read_text(encoding="utf-8"),
        json.dumps({"info": lock["info"], "packages": {}}),
    )


def _unpack_runtime(fetched: dict[PinnedFile, bytes], folder: Path) -> Path:
    data = next(data for pin, data in fetched.items() if pin.registry == "npm")
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        archive.extractall(folder, filter="data")
    runtime = folder / "package"
    program = runtime / "pyodide.asm.mjs"
    placed = placed_runtime(program.read_text(encoding="utf-8"))
    program.write_text(placed, encoding="utf-8")
    return runtime


def _compile_sources(
    fetched: dict[PinnedFile, bytes],
    runtime: Path,
    folder: Path,
    others: dict[str, bytes],
) -> dict[str, bytes]:
    """The compiled and compressed parts, by the names that the page has for them."""
    sources, results = folder / "sources", folder / "results"
    sources.mkdir()
    results.mkdir()
    for name, data in {
        **_build_archives(fetched),
        **_runtime_files(runtime),
        **others,
    }.items():
        (sources / name).write_bytes(data)
    _run_compiler(runtime, sources, results)
    return {
        name: (results / file).read_bytes() for name, file in _PARTS.items()
    }


def _build_archives(fetched: dict[PinnedFile, bytes]) -> dict[str, bytes]:
    """The sources of what can be used from an archive, and of what has to be unpacked."""
    libraries: list[tuple[str, bytes]] = []
    files = list(own_files())
    for pin, data in fetched.items():
        if pin.registry == "pypi":
            for name, held in library_files(pin, data):
                place = files if is_real_file(name) else libraries
                place.append((name, held))
    return {
        "libraries.zip": stored_archive(libraries),
        "files.zip": stored_archive(files),
    }


def _runtime_files(runtime: Path) -> dict[str, bytes]:
    return {
        "standard.zip": (runtime / "python_stdlib.zip").read_bytes(),
        "pyodide.asm.wasm": (runtime / "pyodide.asm.wasm").read_bytes(),
    }


def _run_compiler(runtime: Path, sources: Path, results: Path) -> None:
    folders = map(str, (runtime, sources, results))
    script = str(_HERE / "compile_site.py")
    command = ["node", str(_HERE / "compile.mjs"), *folders, script]
    subprocess.run(command, check=True)  # noqa: S603 - a script of ours


def _all_licences(fetched: dict[PinnedFile, bytes]) -> str:
    """Ours, and after it the texts in what was fetched."""
    texts = [("dinet: LICENSE", (_ROOT / "LICENSE").read_text("utf-8"))]
    for pin, data in fetched.items():
        if pin.registry == "pypi":
            texts += licence_texts(pin, data)
    return "\n\n".join(f"== {name}\n\n{text}" for name, text in texts)


if __name__ == "__main__":
    main()
