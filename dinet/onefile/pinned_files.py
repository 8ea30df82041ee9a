"""What goes into the file from elsewhere: by name, version and hash, from the registries alone."""

import hashlib
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple, TypeAlias

PINS_FILE = Path(__file__).with_name("pins.toml")
_WASM_PLATFORM = "pyemscripten_2026_0_wasm32"
"""Of the wheels that hold code for this Pyodide; its lock file names it."""
_ANY_PLATFORM = "manylinux2014_x86_64"
"""Of wheels whose compiled part is left out: their Python does the same, slower."""
_PYTHON = "314"
"""The Python of this Pyodide, as the tags of wheels have it."""
_TOLD_SIGNS = 500
"""Of what the client of a registry says when it fails: its last words say why."""


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


class RegistryError(WrongFileError):
    """The client of a registry failed: mostly since that cannot be reached."""


_Client: TypeAlias = Callable[[Sequence[PinnedFile], Path], Iterator[str]]
"""Says how files are asked of a registry, in a folder."""


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


def fetch_files(
    pins: Iterable[PinnedFile], folder: Path
) -> dict[PinnedFile, bytes]:
    """The bytes of pinned files, in their order: from a folder, or else from their registries.

    Args:
        pins: Which files.
        folder: Where files are kept between two runs.

    Raises:
        RegistryError: A registry cannot be reached, or knows one of them not.
        WrongFileError: One is another file than the pinned one.
    """
    pins = tuple(pins)
    folder = (
        folder.resolve()
    )  # clients of registries work in a folder of their own
    folder.mkdir(parents=True, exist_ok=True)
    missing = [pin for pin in pins if not (folder / pin.file).is_file()]
    for registry, client in _CLIENTS.items():
        asked = [pin for pin in missing if pin.registry == registry]
        if asked:
            _download_files(asked, client, folder)
    return {pin: _checked_bytes(pin, folder) for pin in pins}


def _checked_bytes(pin: PinnedFile, folder: Path) -> bytes:
    kept = folder / pin.file
    if not kept.is_file():
        raise WrongFileError(f"{pin.file} is not in its registry")
    data = kept.read_bytes()
    found = hashlib.sha256(data).hexdigest()
    if found != pin.sha256:
        raise WrongFileError(
            f"{pin.file} is not the file that is pinned: {found}"
        )
    return data


def _download_files(
    pins: Sequence[PinnedFile], client: _Client, folder: Path
) -> None:
    """Have the client of a registry put files into the folder, in one go."""
    with TemporaryDirectory(dir=folder) as fresh:
        finished = subprocess.run(  # noqa: S603 - the client of a registry
            list(client(pins, Path(fresh))),
            cwd=fresh,
            capture_output=True,
            text=True,
            check=False,
        )
        if finished.returncode:
            raise _download_error(finished.stderr.strip())
        for pin in pins:
            found = Path(fresh, pin.file)
            if found.is_file():
                found.rename(folder / pin.file)


def _download_error(told: str) -> WrongFileError:
    """What went wrong; a wheel with another hash is refused by pip itself."""
    is_other_file = "DO NOT MATCH THE HASHES" in told
    kind = WrongFileError if is_other_file else RegistryError
    return kind(told[-_TOLD_SIGNS:])


def _npm_command(pins: Sequence[PinnedFile], _: Path) -> Iterator[str]:
    yield from ("npm", "pack", "--silent")
    yield from (f"{pin.name}@{pin.version}" for pin in pins)


def _pip_command(pins: Sequence[PinnedFile], folder: Path) -> Iterator[str]:
    """One call for all wheels: by its hash pip chooses the very file, whatever it is made for."""
    wanted = folder / "wanted.txt"
    lines = [
        f"{pin.name}=={pin.version} --hash=sha256:{pin.sha256}\n"
        for pin in pins
    ]
    wanted.write_text("".join(lines), encoding="utf-8")
    yield from (sys.executable, "-m", "pip", "download", "--quiet")
    yield from ("--disable-pip-version-check", "--no-deps", "--no-cache-dir")
    yield from ("--only-binary", ":all:", "--python-version", _PYTHON)
    yield from ("--implementation", "cp", "--abi", f"cp{_PYTHON}")
    yield from ("--abi", "none", "--platform", _WASM_PLATFORM)
    yield from ("--platform", _ANY_PLATFORM, "--require-hashes")
    yield from ("--dest", str(folder), "--requirement", str(wanted))


_CLIENTS: dict[str, _Client] = {"npm": _npm_command, "pypi": _pip_command}
