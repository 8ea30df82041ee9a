"""What stands ready in the memory that the one file carries: dinet, imported, and a desk.

``compile.mjs`` has Python import this when the file is made, and keeps the memory of that Python.
In the browser the worker goes on from there.
"""

import gc
import importlib
import json
import linecache
import os
import sys
import zipimport
from collections.abc import Iterable
from pathlib import Path

from dinet.limits import Limits
from dinet.onefile.desk import Desk, answer_page
from dinet.onefile.warm_up import load_usual_parts
from dinet.readers.pdf_pages.child import answer_for
from dinet.writers.page.page_template import prepare_pages

_DESK = Desk(Path("/desk"))
_IMPORTED_TWICE = {"xml.etree.ElementTree"}
"""Modules whose files are needed even so: defusedxml takes them apart from what others import."""
_FILES_SEEN = "_zip_directory_cache"
"""Where the standard library keeps what is in an archive that it has seen."""


def answer_page_here(
    call: str, data: Iterable[int] | None
) -> tuple[str, memoryview]:
    """What the page hears on a call.

    Args:
        call: As ``answer_page`` takes it.
        data: The bytes that go with it.
    """
    told, file = answer_page(_DESK, call, bytes(data) if data else b"")
    return told, memoryview(file)


def answer_pdf(call: str, data: Iterable[int]) -> tuple[str, memoryview]:
    """The pages of a PDF, in a worker that is ended when it takes too long.

    Args:
        call: The signs of lists and the limits, as JSON.
        data: The PDF.
    """
    bullets, limits = json.loads(call)
    made = answer_for(bytes(data), frozenset(bullets), Limits(*limits))
    return "", memoryview(made)


def settle_memory() -> str:
    """Load what most documents need, and forget which files there are.

    What it answers are the modules, as JSON, of which the browser needs no files.
    """
    load_usual_parts()
    prepare_pages()
    names = json.dumps(sorted(sys.modules.keys() - _IMPORTED_TWICE))
    linecache.clearcache()
    getattr(zipimport, _FILES_SEEN).clear()
    sys.path_importer_cache.clear()
    importlib.invalidate_caches()
    os.environ.pop("_", None)
    gc.collect()
    return names
