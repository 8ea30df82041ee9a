"""A pack to publish by the Woo: report, data, metadata by DiWoo, and what to check before.

Suffixes: .woo.zip

The report is a PDF with tags; it is one for archives (PDF/A) when the day of the programme is
known. ``dinet write`` adds what was left out by ``--redact``, and which people are still named:
that folder is not for publication.
"""

from collections.abc import Iterator, Mapping

from dinet.finding import Finding
from dinet.language import Sentence
from dinet.layout.style.profile import Profile
from dinet.network import Network
from dinet.wording.deadlines import day_of_reference
from dinet.writers import json as json_writer
from dinet.writers import report as report_writer
from dinet.writers import xlsx as xlsx_writer
from dinet.writers.office.archive import one_line, pack_archive
from dinet.writers.woo_pack.diwoo_metadata import (
    PublishedDocument,
    diwoo_metadata,
    open_fields,
)

REPORT, METADATA = Sentence("report.pdf"), Sentence("report.diwoo.xml")
DATA, WORKBOOK = Sentence("data.json"), Sentence("data.xlsx")
READ_FIRST = Sentence("read-me.txt")
MEANINGS: Mapping[Sentence, Sentence] = {
    REPORT: Sentence("the document to publish"),
    METADATA: Sentence("its metadata by DiWoo"),
    DATA: Sentence("the same as data, which dinet reads back"),
    WORKBOOK: Sentence("the same as a workbook"),
}
"""What is in the pack, in its order."""


def write(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> bytes:
    """The archive: the same bytes for the same network.

    Args:
        network: What is published.
        findings: Told in the report.
        profile: The language, the look, and what is enclosed.

    Raises:
        MissingLibraryError: typst could not set the report.
    """
    document = _published_document(network, profile)
    lang = profile.lang
    parts = {
        READ_FIRST: _read_first(document, profile, network).encode(),
        REPORT: report_writer.write(network, findings, profile),
        METADATA: diwoo_metadata(document, lang).encode(),
        DATA: json_writer.write(network, findings, profile),
        WORKBOOK: xlsx_writer.write(network, findings, profile),
    }
    named = {name.in_language(lang): data for name, data in parts.items()}
    enclosed = {name: text.encode() for name, text in profile.enclosed}
    return pack_archive(named | enclosed, document.day)


def _published_document(
    network: Network, profile: Profile
) -> PublishedDocument:
    programme = network.programme
    identity = programme.identity
    unnamed = Sentence("Goals and efforts network").in_language(profile.lang)
    return PublishedDocument(
        one_line(identity.title or profile.source or unnamed),
        one_line(identity.organisation or ""),
        day_of_reference(identity.date or ""),
        programme.lang,
    )


def _read_first(
    document: PublishedDocument, profile: Profile, network: Network
) -> str:
    """What is in the pack, and what a person still has to do."""
    lines = _told_lines(document, profile, network)
    return "\n".join(lines) + "\n"


def _told_lines(
    document: PublishedDocument, profile: Profile, network: Network
) -> Iterator[str]:
    lang = profile.lang
    yield document.title
    yield ""
    for name, meaning in MEANINGS.items():
        yield f"{name.in_language(lang)}: {meaning.in_language(lang)}"
    for enclosed, _ in profile.enclosed:
        yield enclosed
    yield ""
    yield Sentence("To do before it is published:").in_language(lang)
    for field in open_fields(document):
        words = Sentence(
            "fill in {field} ({file})", field=field, file=METADATA
        )
        yield f"[ ] {words.in_language(lang)}"
    if not document.day:
        words = Sentence(
            "give --date YYYY-MM-DD, so that the report can be kept in an archive (PDF/A)"
        )
        yield f"[ ] {words.in_language(lang)}"
    if profile.enclosed:
        words = Sentence(
            "read who is still named, and leave that folder out of what is published"
        )
        yield f"[ ] {words.in_language(lang)}"


DUTCH = {
    (
        "A pack to publish by the Woo: report, data, metadata by DiWoo, and what to check "
        "before."
    ): (
        "Een pakket om te publiceren volgens de Woo: rapport, gegevens, metadata volgens "
        "DiWoo, en wat daarvoor na te kijken is."
    ),
}
