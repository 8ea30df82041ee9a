"""The page of ``dinet open``: the desk, for which the installed dinet does the work."""

import gzip
from collections.abc import Mapping
from pathlib import Path

from dinet import __version__
from dinet.onefile.whole_file import (
    EXAMPLE,
    FOLDER,
    LANGUAGES,
    allowed_hashes,
    finish_page,
    help_text,
    json_for_script,
    page_words,
    read_prose,
    text_of_bytes,
)
from dinet.report.style_sheets import inline_source, style_sheet
from dinet.report.template_engine import template_engine
from dinet.writers.page.page_template import source_hashes
from dinet.writers.page.script_modules import bundle_modules

_SMALLEST = "doelen:\n  - Doel\n"
"""A document of which pages are made, to know what they run: all of them run the same."""


def served_page(
    token: str, documents: Mapping[str, str], lang: str, folder: Path
) -> bytes:
    """The page, in UTF-8.

    Args:
        token: What the page shows when it asks something.
        documents: The names of documents that are on disk, by their keys.
        lang: The language in which it speaks at first; empty for that of the browser.
        folder: Where a file may stand for a moment.
    """
    words = page_words(served=True)
    style = style_sheet("onefile/desk.css")
    script = inline_source(bundle_modules(FOLDER / "scripts", "desk_page"))
    head = template_engine().get_template("onefile/desk.html")
    served = {"token": token, "documents": list(documents.items())}
    carried = {
        "version": __version__,
        "words": json_for_script(words),
        "served": json_for_script({**served, "lang": lang}),
        "example": text_of_bytes(gzip.compress(EXAMPLE.read_bytes(), mtime=0)),
    }
    shown = head.render(
        served=True,
        policy=_served_policy(script, style, folder),
        style=style,
        version=__version__,
        words=words,
        helps={each: help_text(each, "", served=True) for each in LANGUAGES},
        abouts={
            each: read_prose(f"about_served.{each}.html") for each in LANGUAGES
        },
    )
    return finish_page(shown, carried, script).encode()


def _served_policy(script: str, style: str, folder: Path) -> str:
    """What may run and be reached: this page, the pages in its frame, and who serves it."""
    document = folder / "smallest.din.yaml"
    document.write_text(_SMALLEST, encoding="utf-8")
    shown_scripts, shown_styles = allowed_hashes(document)
    runs = " ".join((source_hashes([script]), *shown_scripts))
    looks = " ".join((source_hashes([style]), *shown_styles))
    return (
        f"default-src 'none'; script-src {runs}; style-src {looks}; "
        "frame-src blob:; img-src blob: data:; font-src data:; "
        "connect-src 'self'; form-action 'none'; base-uri 'none'"
    )
