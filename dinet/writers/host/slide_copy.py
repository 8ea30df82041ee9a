"""A copy of a council's presentation with its places filled: all else as its bytes were."""

from collections.abc import Sequence
from itertools import chain, count

from dinet.document.byte_edits import ByteEdit, apply_edits
from dinet.document.slide_file import HostSlide, HostSlides
from dinet.finding import Finding
from dinet.layout.style.profile import Profile
from dinet.network import Network
from dinet.writers.host.filled_copy import FilledCopy
from dinet.writers.host.host_names import (
    SLIDE_PREFIXES,
    NumberedPicture,
    bytes_in_part,
    changed_types,
    is_strict,
    media_folder,
    picture_parts,
    picture_relations,
)
from dinet.writers.host.slide_contents import SlideContents, SlidePlaceWriter
from dinet.writers.office.archive import copy_archive


def write_filled_slides(
    host: HostSlides,
    network: Network,
    findings: tuple[Finding, ...],
    profile: Profile,
    *,
    as_document: bool = False,
) -> FilledCopy:
    """The presentation with its places filled: the same bytes for the same one and network.

    Args:
        host: The presentation; the themes that its places ask for are in the network.
        network: What goes into them.
        findings: What the audit found.
        profile: The wishes of the reader.
        as_document: A template becomes a presentation.

    Raises:
        MissingLibraryError: Graphviz is not there or failed.
    """
    free = (number for number in count(1) if number not in host.pictures)
    writer = SlidePlaceWriter(
        network, findings, profile, free, host.table_style
    )
    filled = [
        (slide, list(map(writer.write_contents, slide.places)))
        for slide in host.slides
    ]
    contents = list(chain.from_iterable(each for _, each in filled))
    pictures = _pictures_in(contents)
    changed = changed_types(host.types, pictures, as_document=as_document)
    for slide, of_slide in filled:
        changed |= _changed_slide(slide, of_slide)
    for slide in host.slides[:1]:
        changed |= dict(picture_parts(_media_of(slide), pictures))
    remarks = tuple(each.remark for each in contents if each.remark)
    return FilledCopy(copy_archive(host.data, changed, host.removed), remarks)


def _pictures_in(contents: Sequence[SlideContents]) -> list[NumberedPicture]:
    return [each.picture for each in contents if each.picture]


def _media_of(slide: HostSlide) -> str:
    """Pictures stand beside the folder of slides."""
    return media_folder(slide.part.rpartition("/")[0])


def _changed_slide(
    slide: HostSlide, contents: Sequence[SlideContents]
) -> dict[str, bytes]:
    """A slide with its places filled, and what it refers to."""
    prefixes = dict(slide.prefixes)
    edits = [
        ByteEdit(
            each.begin,
            each.end,
            bytes_in_part(each.xml, prefixes, SLIDE_PREFIXES),
        )
        for each in contents
    ]
    pictures = _pictures_in(contents)
    relations = picture_relations(
        slide.part, _media_of(slide), pictures, strict=is_strict(prefixes)
    )
    return {
        slide.part: apply_edits(slide.data, edits),
        slide.relations.name: slide.relations.with_addition(relations),
    }
