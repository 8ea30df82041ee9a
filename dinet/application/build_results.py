"""Everything that ``dinet build`` makes of a document: each format stands alone."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from dinet.application.auditing.audit_network import Findings
from dinet.application.files.output_files import safe_stem, write_result
from dinet.application.opened_document import OpenedDocument
from dinet.application.page_profile import profile_for_form
from dinet.application.write_network import write_network
from dinet.errors import EditedFileError

BUILT = {
    "html": ".html",
    "pdf": ".pdf",
    "png": ".png",
    "svg": ".svg",
    "docx": ".bijlage.docx",
    "pptx": ".presentatie.pptx",
    "report": ".rapport.pdf",
    "md": ".md",
    "yaml": ".din.yaml",
    "json": ".json",
}
"""What ``dinet build`` makes, and the ends of the files' names."""


class MadeResult(NamedTuple):
    """A file that was written."""

    target: str


class KeptResult(NamedTuple):
    """A file that was there, holds somebody's own work, and was not written over.

    Args:
        error: Says so in words for the user.
    """

    target: str
    error: EditedFileError


class FailedResult(NamedTuple):
    """A file that was not written, the format it would have had, and what went wrong.

    Args:
        error: A ``DinetError`` says it in words for the user; anything else is a defect.
    """

    target: str
    form: str
    error: BaseException


def build_results(
    opened: OpenedDocument, findings: Findings, folder_name: str
) -> Iterator[MadeResult | KeptResult | FailedResult]:
    """Make every format, and tell of each as soon as it is there, was kept or has failed.

    Whatever a writer raises is the outcome of its format, and the next is made all the same.
    A native file that was edited since is kept, which is no failure: the others are made.

    Args:
        opened: The document.
        findings: What the audit found in it.
        folder_name: Where the files go; it is made when it is not there.
    """
    stem = safe_stem(opened.name)
    for form, suffix in BUILT.items():
        target = str(Path(folder_name) / f"{stem}{suffix}")
        try:
            profile = profile_for_form(opened, form)
            data = write_network(opened.network, findings, form, profile)
            write_result(data, target, opened.given)
        except (KeyboardInterrupt, SystemExit, GeneratorExit):
            raise
        except EditedFileError as error:
            yield KeptResult(target, error)
        except BaseException as error:  # noqa: BLE001 (a panic in Rust is no Exception)
            yield FailedResult(target, form, error)
        else:
            yield MadeResult(target)
