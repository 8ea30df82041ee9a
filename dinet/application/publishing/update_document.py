"""A council's own file with its places filled from a programme, and what became of each place."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dinet.application.auditing.audit_documents import with_findings
from dinet.application.files.input_files import read_input_file
from dinet.application.opened_document import OpenedDocument
from dinet.document.host_file import UnfilledPlace
from dinet.errors import DocumentError, UnknownFormatError, UsageError
from dinet.language import Sentence

# only who fills places in files of others waits for what writes them
if TYPE_CHECKING:
    from dinet.writers.host.filled_copy import FilledCopy

WORD_SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")
SLIDE_SUFFIXES = (".pptx", ".pptm", ".potx", ".potm")
DOCUMENT_OF = {".dotx": ".docx", ".potx": ".pptx"}
"""What may be made of a template besides another template."""
HOW_TO = (
    Sentence(
        "In Word, put a content control on a line of its own and give it the tag DIN:tabel, "
        "DIN:plaat, DIN:plaat:T1, DIN:dekking, DIN:bevindingen or DIN:wat-valt-op; or make a "
        "bookmark, such as DIN_tabel_T1. On a slide, give a shape such a name or alternative text."
    ),
)


class UpdatedDocument(NamedTuple):
    """A file with its places filled.

    Args:
        data: The whole file.
        filled: The labels of the places, in order.
        unfilled: The places that stay as they were, and why.
        remarks: What else the user is to know.
    """

    data: bytes
    filled: tuple[str, ...]
    unfilled: tuple[UnfilledPlace, ...]
    remarks: tuple[Sentence, ...]


def update_document(
    host: str, opened: OpenedDocument, target: str
) -> UpdatedDocument:
    """Fill the places of a file.

    Args:
        host: Its path.
        opened: The programme from which they are filled.
        target: The path of what is made; a document may be made of a template.

    Raises:
        DinetError: The file cannot be read, is of another kind, or has no place that can be
            filled.
    """
    suffix = Path(host).suffix.casefold()
    as_document = _becomes_document(suffix, target)
    if suffix in WORD_SUFFIXES:
        find_places = _find_in_word
    elif suffix in SLIDE_SUFFIXES:
        find_places = _find_in_slides
    else:
        what = Sentence("dinet fills places in .docx, .dotx, .pptx and .potx.")
        raise UnknownFormatError(what, where=host)
    name = Path(host).name
    themes = [theme.id for theme in opened.network.themes]
    found = find_places(read_input_file(host), name, themes)
    _check_places(name, found, opened.lang)
    opened, findings = with_findings(opened)
    copy = found.fill_copy(
        opened.network, findings, opened.profile, as_document=as_document
    )
    remarks = (*found.remarks, *copy.remarks)
    return UpdatedDocument(copy.data, found.labels, found.unfilled, remarks)


def _becomes_document(suffix: str, target: str) -> bool:
    """A document is made of a template.

    Raises:
        UsageError: The file that is made would be of another kind than its name says.
    """
    wished = Path(target).suffix.casefold()
    if wished == suffix:
        return False
    if wished and DOCUMENT_OF.get(suffix) == wished:
        return True
    what = Sentence(
        "the result is a file of the same kind: {suffix}.", suffix=suffix
    )
    raise UsageError(what, where=target)


class _FoundPlaces(NamedTuple):
    """What a file has to fill, whatever it is made with.

    Args:
        labels: Of the places that can be filled, in order.
        unfilled: The others, and why.
        remarks: What else the user is to know of the file.
        fill_copy: Writes the file with its places filled.
    """

    labels: tuple[str, ...]
    unfilled: tuple[UnfilledPlace, ...]
    remarks: tuple[Sentence, ...]
    fill_copy: "Callable[..., FilledCopy]"


def _find_in_word(
    data: bytes, name: str, themes: Sequence[str]
) -> _FoundPlaces:
    # only this command changes files of others
    from dinet.readers.host.word_host import read_word_host
    from dinet.writers.host.filled_copy import write_filled_copy

    found = read_word_host(data, name, themes)
    labels = tuple(place.label for place in found.places)
    fill_copy = partial(write_filled_copy, found)
    return _FoundPlaces(labels, found.unfilled, found.remarks, fill_copy)


def _find_in_slides(
    data: bytes, name: str, themes: Sequence[str]
) -> _FoundPlaces:
    # as above
    from dinet.readers.host.slide_host import read_slide_host
    from dinet.writers.host.slide_copy import write_filled_slides

    found = read_slide_host(data, name, themes)
    labels = tuple(
        place.label for slide in found.slides for place in slide.places
    )
    fill_copy = partial(write_filled_slides, found)
    return _FoundPlaces(labels, found.unfilled, (), fill_copy)


def _check_places(name: str, found: _FoundPlaces, lang: str) -> None:
    """Go on only when there is something to fill.

    Raises:
        DocumentError: With how to make a place, or why those that are there cannot be filled.
    """
    if found.labels:
        return
    if not found.unfilled:
        what = Sentence("this file has no place for dinet to fill.")
        raise DocumentError(what, *HOW_TO, where=name)
    reasons = "; ".join(
        f"{place.label}: {place.reason.in_language(lang)}"
        for place in found.unfilled
    )
    what = Sentence(
        "no place of this file can be filled: {reasons}.", reasons=reasons
    )
    raise DocumentError(what, where=name)


def write_in_template(
    opened: OpenedDocument, form: str, template: str, target: str
) -> bytes:
    """The annex in a council's own template.

    Args:
        opened: The programme.
        form: ``docx``: other formats take no template.
        template: The path of a Word document or template.
        target: The path of what is made.

    Raises:
        DinetError: The template cannot be read, or the format takes none.
    """
    suffix = Path(template).suffix.casefold()
    if form != "docx":
        what = Sentence("only the format docx takes a template.")
        hint = Sentence(
            "For slides, name shapes of your own presentation DIN:tabel, DIN:plaat and so on, "
            "and give it to dinet update."
        )
        raise UsageError(what, hint)
    if suffix not in WORD_SUFFIXES:
        what = Sentence("a template for Word is a .dotx or a .docx.")
        raise UnknownFormatError(what, where=template)
    # only --template changes files of others
    from dinet.readers.host.word_host import read_word_host
    from dinet.writers.host.template_annex import write_template_annex

    as_document = target == "-" or _becomes_document(suffix, target)
    host = read_word_host(read_input_file(template), Path(template).name)
    return write_template_annex(
        host, opened.network, opened.profile, as_document=as_document
    )
