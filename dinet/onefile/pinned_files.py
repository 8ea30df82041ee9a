"""What goes into the file from elsewhere: by name, version and hash, from the registries alone."""

import hashlib
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

PINS_FILE = Path(__file__).with_name("pins.toml")
_WASM_PLATFORM = "pyemscripten_2026_0_wasm32"
"""Of the wheels that hold code for this Pyodide; its lock file names it."""
_ANY_PLATFORM = "manylinux2014_x86_64"
"""Of wheels whose compiled part is left out: their Python does the same, slower."""
_PYTHON = "314"
"""The Python of this Pyodide, as the tags of wheels have it."""


class PinnedFile(NamedTuple):
    """One file of a registry.

    Args:
        name: Of the package.
        version: Of the package.
        file: The name of the file, in which it is kept.
        sha256: Of its bytes.
        licence: By its short name.
        registry: ``npm`` or ``pypi``.
        packages: The folders and modules that are taken from it.
    """

    name: str
    version: str
    file: str
    sha256: str
    licence: str
    registry: str = "pypi"
    packages: tuple[str, ...] = ()


class WrongFileError(Exception):
    """A registry gave another file than the one that is pinned, or none."""


def pinned_files(pins: Path = PINS_FILE) -> tuple[PinnedFile, ...]:
    """All files that are pinned, in the order of the list.

    Example:
        >>> pinned_files()[0].name
        'pyodide'
    """
    stated = tomllib.loads(pins.read_text(encoding="utf-8"))["file"]
    return tuple(map(_pin_from, stated))


def _pin_from(stated: Mapping[str, Any]) -> PinnedFile:
    packages = tuple(stated.get("packages", ()))
    return PinnedFile(**{**stated, "packages": packages})


def fetch_file(pin: PinnedFile, folder: Path) -> bytes:
    """The bytes of a pinned file, from a folder or else from its registry.

    Args:
        pin: Which file.
        folder: Where files are kept between two runs.

    Raises:
        WrongFileError: It cannot be had, or it is another file.
    """
    kept = folder / pin.file
    if not kept.exists():
        folder.mkdir(parents=True, exist_ok=True)
        _download_file(pin, folder)
    data = kept.read_bytes()
    found = hashlib.sha256(data).hexdigest()
    if found != pin.sha256:
        raise WrongFileError(
            f"{pin.file} is not the file that is pinned: {found}"
        )
    return data


def _download_file(pin: PinnedFile, folder: Path) -> None:
    """Have the client of the registry put the file into the folder."""
    with TemporaryDirectory(dir=folder) as fresh:
        finished = subprocess.run(  # noqa: S603 - the client of a registry
            list(_client_command(pin, fresh)),
            cwd=fresh,
            capture_output=True,
            text=True,
            check=False,
        )
        found = next(Path(fresh).iterdir(), None)
        if finished.returncode or found is None:
            raise WrongFileError(
                f"{pin.name} {pin.version}: {finished.stderr.strip()[-500:]}"
            )
        found.rename(folder / pin.file)


def _client_command(pin: PinnedFile, folder: str) -> Iterator[str]:
    if pin.registry == "npm":
        yield from ("npm", "pack", "--silent", f"{pin.name}@{pin.version}")
        return
    yield from (sys.executable, "-m", "pip", "download", "--quiet")
    yield from ("--disable-pip-version-check", "--no-deps", "--dest", folder)
    yield from ("--only-binary", ":all:", "--python-version", _PYTHON)
    yield from ("--implementation", "cp", "--abi", f"cp{_PYTHON}")
    yield from ("--abi", "none", "--platform", _platform_of(pin))
    yield f"{pin.name}=={pin.version}"


def _platform_of(pin: PinnedFile) -> str:
    if _WASM_PLATFORM in pin.file:
        return _WASM_PLATFORM
    return "any" if pin.file.endswith("-any.whl") else _ANY_PLATFORM
