"""output/ is what dinet makes of examples/: a gallery for visitors, and golden files for us."""

from pathlib import Path

import pytest

import dinet
from dinet.application.build_results import BUILT
from dinet.application.comparing.compare_documents import compare_documents
from dinet.application.opened_document import open_document
from dinet.application.page_profile import profile_for_form
from dinet.report.versions.version_page import version_page

ROOT = Path(__file__).parent.parent
DRAWN = {
    "png": b"\x89PNG",
    "pdf": b"%PDF",
    "docx": b"PK",
    "pptx": b"PK",
    "report": b"%PDF",
}
"""Drawn by other programs, or holding what these drew.

Their versions differ in a point here and there.
"""
COMPARED = {name: end for name, end in BUILT.items() if name not in DRAWN}


@pytest.mark.parametrize("name", sorted(COMPARED))
@pytest.mark.parametrize("stem", ["coevorden", "hoogeveen"])
def test_output_holds_what_dinet_makes_of_an_example(
    stem: str, name: str
) -> None:
    opened = open_document(
        str(ROOT / "examples" / f"{stem}.docx"), accounted=True, trim=True
    )
    findings = dinet.audit(opened.network)
    profile = profile_for_form(opened, name)
    made = (
        dinet.write(opened.network, findings, name, profile)
        .decode()
        .splitlines()
    )
    kept = (
        (ROOT / "output" / f"{stem}{COMPARED[name]}")
        .read_text(encoding="utf-8")
        .splitlines()
    )
    assert made == kept, (
        f"make output/ anew with: dinet build examples/{stem}.docx"
    )


@pytest.mark.parametrize("name", sorted(DRAWN))
@pytest.mark.parametrize("stem", ["coevorden", "hoogeveen"])
def test_output_holds_the_other_formats_too(stem: str, name: str) -> None:
    assert (
        (ROOT / "output" / f"{stem}{BUILT[name]}")
        .read_bytes()
        .startswith(DRAWN[name])
    )


WAS_AND_BECOMES = {
    "html": b"<!doctype html>",
    "docx": b"PK",
    "png": b"\x89PNG",
}
"""Hoogeveen against a next year that is invented, each with its first bytes."""


@pytest.mark.parametrize("form", sorted(WAS_AND_BECOMES))
def test_output_holds_what_changes_in_an_invented_year(form: str) -> None:
    names = "hoogeveen.docx", "hoogeveen-verzonnen-jaar.din.yaml"
    kept = (ROOT / "output" / f"hoogeveen.was-wordt.{form}").read_bytes()
    assert kept.startswith(WAS_AND_BECOMES[form])
    if form == "html":
        old, new = (str(ROOT / "examples" / name) for name in names)
        compared = compare_documents(old, new)
        page = version_page(compared.comparison, *names, compared.lang)
        assert page.splitlines() == kept.decode().splitlines(), (
            "make it anew: dinet compare examples/hoogeveen.docx "
            "examples/hoogeveen-verzonnen-jaar.din.yaml --format html -o "
            "output/hoogeveen.was-wordt.html, and the same for docx and png"
        )


@pytest.mark.parametrize("stem", ["coevorden", "hoogeveen"])
def test_the_word_annex_says_what_its_document_says(stem: str) -> None:
    annex, document = (
        dinet.read(ROOT / path)
        for path in (f"output/{stem}.bijlage.docx", f"examples/{stem}.docx")
    )
    assert [(each.id, each.kind, each.text) for each in annex.elements] == [
        (e.id, e.kind, e.text) for e in document.elements
    ]
    assert {(each.start, each.end, each.kind) for each in annex.links} == {
        (e.start, e.end, e.kind) for e in document.links
    }


@pytest.mark.parametrize("stem", ["coevorden", "hoogeveen"])
def test_the_native_file_of_an_example_is_what_is_read_in_it(
    stem: str,
) -> None:
    assert dinet.read(ROOT / "examples" / f"{stem}.din.yaml") == dinet.read(
        ROOT / "examples" / f"{stem}.docx"
    )
