"""Which part of a workbook refers to which other, and as what."""

import posixpath

from dinet.readers.shared.office_archive import OfficeArchive
from dinet.readers.shared.xml import attribute_of


class Relations:
    """The parts that one part refers to.

    Args:
        archive: The workbook.
        part: The part that refers; it may refer to none.
    """

    def __init__(self, archive: OfficeArchive, part: str) -> None:
        folder, name = posixpath.split(part)
        listed = posixpath.join(folder, "_rels", f"{name}.rels")
        self.found: dict[str, tuple[str, str]] = {}
        """The kind and the path of each part that is referred to, by the id of the reference."""
        for relation in archive.read_xml(listed) if listed in archive else ():
            if attribute_of(relation, "TargetMode") == "External":
                continue
            kind = (attribute_of(relation, "Type") or "").rpartition("/")[2]
            target = (attribute_of(relation, "Target") or "").replace(
                "\\", "/"
            )
            path = posixpath.normpath(posixpath.join("/", folder, target))
            self.found[attribute_of(relation, "Id") or ""] = (
                kind,
                path.lstrip("/"),
            )

    def part_of_kind(self, kind: str) -> str | None:
        """The first part that is referred to as this kind, such as ``styles``.

        None when there is none.
        """
        return next(iter(self.parts_of_kind(kind)), None)

    def parts_of_kind(self, kind: str) -> list[str]:
        """All parts that are referred to as this kind, in the order of the file."""
        return [path for found, path in self.found.values() if found == kind]

    def target_of(self, name: str, kind: str) -> str | None:
        """The part with this id; None when it is of another kind.

        An id that refers to nothing gives a name that no part has, so that asking for it is an
        error.
        """
        found, path = self.found.get(name, (kind, f"{kind} {name}"))
        return path if found == kind else None


def main_part(archive: OfficeArchive, usual: str) -> str:
    """The part that the package names as its main document, wherever that stands."""
    return Relations(archive, "").part_of_kind("officeDocument") or usual
