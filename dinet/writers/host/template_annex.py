"""The annex in a council's own template: after its text, in its styles and on its pages."""

from itertools import count
from typing import NamedTuple

from dinet.document.byte_edits import ByteEdit
from dinet.document.host_file import HostFile, TextRoom
from dinet.layout.style.paper import paper_of_sides
from dinet.layout.style.profile import Profile
from dinet.network import Network
from dinet.writers.docx import Annex, AnnexContents
from dinet.writers.host.filled_copy import write_host
from dinet.writers.host.host_dress import HostDresser
from dinet.writers.host.host_names import WORD_PREFIXES, bytes_in_part
from dinet.writers.office.file_facts import core_properties, programme_facts
from dinet.writers.word.readable_codes import with_readable_codes
from dinet.writers.word.word_xml import LANGUAGE_CODES

PROPERTIES_PART = "docProps/core.xml"
TWIPS_PER_MM = 1440 / 25.4


class TemplatePage(NamedTuple):
    """The last page of a template.

    Args:
        text_room: The width and height for text, in twentieths of a point.
    """

    text_room: TextRoom

    @property
    def paper(self) -> str:
        """The page on which a picture for it is laid out."""
        width, height = self.text_room
        return paper_of_sides(width / TWIPS_PER_MM, height / TWIPS_PER_MM)


def write_template_annex(
    host: HostFile, network: Network, profile: Profile, *, as_document: bool
) -> bytes:
    """The template with the annex after its text: the same bytes for the same two.

    Args:
        host: The template, or any Word document.
        network: Every element stands in it.
        profile: The wishes of the reader.
        as_document: A template becomes a document.

    Raises:
        MissingLibraryError: Graphviz is not there or failed.
    """
    network = with_readable_codes(network)
    lying = host.lying and TemplatePage(host.lying.room)
    annex = Annex(network, profile, TemplatePage(host.last_room), lying)
    free = (number for number in count(1) if number not in host.pictures)
    numbered = list(zip(free, annex.draw_pictures(), strict=False))
    contents = annex.write_contents(numbered)
    edits = [ByteEdit(*host.end, _placed_contents(host, contents))]
    if host.lying and contents.planning:
        edits += host.lying.edits
    facts = programme_facts(network, annex.captions.title)
    lang = LANGUAGE_CODES[network.programme.lang]
    properties = _XML_HEAD + core_properties(facts, lang)
    return write_host(
        host,
        edits,
        numbered,
        as_document=as_document,
        replaced={PROPERTIES_PART: properties.encode()},
    )


def _placed_contents(host: HostFile, contents: AnnexContents) -> bytes:
    """The annex in the look of the template, its planning on lying pages.

    Phases of a planning break up in the narrow columns of an upright page.
    """
    prefixes = dict(host.prefixes)
    body, planning, pictures = (
        bytes_in_part(
            HostDresser(host.look).dress_contents(each),
            prefixes,
            WORD_PREFIXES,
        )
        for each in contents
    )
    if host.lying is None or not planning:
        return body + planning + pictures
    ends = [
        _section_end(section, prefixes)
        for section in (host.lying.upright, host.lying.lying)
    ]
    return body + ends[0] + planning + ends[1] + pictures


def _section_end(section: bytes, prefixes: dict[str, str]) -> bytes:
    """A line without height that ends a section."""
    before, after = (
        bytes_in_part(words, prefixes, WORD_PREFIXES)
        for words in _SECTION_END.split("|")
    )
    return before + section + after


_SECTION_END = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    '<w:rPr><w:sz w:val="2"/></w:rPr>|</w:pPr></w:p>'
)


_XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
