"""output/ is what dinet makes of examples/: a gallery for visitors, and golden files for us."""

from pathlib import Path

import pytest

import dinet
from dinet.cli.work import BUILT

ROOT = Path(__file__).parent.parent
COMPARED = {name: end for name, end in BUILT.items() if name not in ("png", "pdf")}
"""PNG and PDF are drawn by Graphviz, whose versions differ in a point here and there."""


@pytest.mark.parametrize("name", sorted(COMPARED))
@pytest.mark.parametrize("stem", ["coevorden", "hoogeveen"])
def test_output_holds_what_dinet_makes_of_an_example(stem: str, name: str) -> None:
    network = dinet.Network(dinet.read(ROOT / "examples" / f"{stem}.docx"))
    profile = dinet.Profile(source=f"{stem}.docx")
    made = dinet.write(network, dinet.audit(network), name, profile).decode().splitlines()
    kept = (ROOT / "output" / f"{stem}{COMPARED[name]}").read_text(encoding="utf-8").splitlines()
    assert made == kept


@pytest.mark.parametrize("stem", ["coevorden", "hoogeveen"])
def test_output_holds_the_pictures_too(stem: str) -> None:
    assert (ROOT / "output" / f"{stem}.png").read_bytes().startswith(b"\x89PNG")
    assert (ROOT / "output" / f"{stem}.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("stem", ["coevorden", "hoogeveen"])
def test_the_native_file_of_an_example_is_what_is_read_in_it(stem: str) -> None:
    assert dinet.read(ROOT / "examples" / f"{stem}.din.yaml") == dinet.read(ROOT / "examples" / f"{stem}.docx")
