"""Pages of which the file has lost a part: the library reads what is left, and does not say so.

Only what tells damage is read here: which objects there are, which pages, and whether the content
of a page can be unpacked to its end. All else is left to the library.
"""

import re
import zlib
from collections.abc import Iterator
from itertools import islice, zip_longest
from typing import NamedTuple

# The word before the beginning of every object, and the number before it.
_OBJECT, _OBJECT_NUMBER = b"obj", re.compile(rb"(\d{1,9})\s+\d{1,5}\s+$")
_NUMBER_WITHIN_BYTES = 24
_STREAM = re.compile(rb"stream(?:\r\n|\n|\r)")
_REFERENCE = re.compile(rb"(\d{1,9})\s+\d{1,5}\s+R\b")
_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")
_CATALOGUE = re.compile(rb"/Type\s*/Catalog\b")
_PAGES = re.compile(rb"/Pages\s+(\d{1,9})\s+\d{1,5}\s+R\b")
_KIDS = re.compile(rb"/Kids\s*\[([^\]]*)\]")
_CONTENTS = re.compile(
    rb"/Contents\s*(?:\[([^\]]*)\]|(\d{1,9}\s+\d{1,5}\s+R\b))"
)
_ONLY_PACKED = re.compile(
    rb"/Filter\s*(?:/FlateDecode\b|\[\s*/FlateDecode\s*\])"
)
_PACKED_OBJECTS = re.compile(rb"/Type\s*/ObjStm\b")
_FIRST = re.compile(rb"/First\s+(\d{1,9})\b")
_COUNT = re.compile(rb"/N\s+(\d{1,9})\b")
_ENCRYPTED = b"/Encrypt"
# How many bytes of one stream are unpacked: a page of four million letters takes less. What is
# longer counts as whole.
_MOST_UNPACKED = 100_000_000
# The step in which they are.
_STEP_BYTES = 1_000_000
# How many objects are looked at: a file with more has most of them for other things than pages.
_MOST_OBJECTS = 1_000_000
# How long the sum at the end of packed data is (RFC 1950, 2.2).
_SUM_BYTES = 4
# The two bytes before packed data are a multiple of this (RFC 1950, 2.2).
_HEAD_MULTIPLE = 31


class RawObject(NamedTuple):
    """An object of a file.

    Args:
        entries: Its dictionary, as it is written.
        stream: From where to where its stream runs in the file; None for none.
    """

    entries: bytes
    stream: tuple[int, int] | None = None


class RawObjects:
    """The objects of a file by their numbers; of several with one number the last.

    Args:
        data: The whole file.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._objects: dict[int, RawObject] = {}
        starts = list(islice(_object_starts(data), _MOST_OBJECTS))
        ends = [start for _, start in starts[1:]]
        for (number, start), end in zip_longest(starts, ends):
            self._objects[number] = self._read_object(start, end or len(data))
        packed = [
            found
            for found in self._objects.values()
            if found.stream and _PACKED_OBJECTS.search(found.entries)
        ]
        for found in packed:
            for number, entries in self._unpacked_objects(found):
                self._objects.setdefault(number, RawObject(entries))

    def _read_object(self, start: int, end: int) -> RawObject:
        stream = _STREAM.search(self._data, start, end)
        if not stream:
            return RawObject(self._data[start:end])
        stop = self._data.find(b"endstream", stream.end(), end)
        place = stream.end(), stop if stop >= 0 else end
        return RawObject(self._data[start : stream.start()], place)

    def _unpacked_objects(
        self, packed: RawObject
    ) -> Iterator[tuple[int, bytes]]:
        """The number and the dictionary of each object that is packed with others."""
        first = _FIRST.search(packed.entries)
        count = _COUNT.search(packed.entries)
        if not packed.stream or not first or not count:
            return
        start, end = packed.stream
        unpacked = _unpack_start(self._data[start:end])
        numbers = [
            int(number)
            for number in unpacked[: int(first[1])].split()
            if number.isdigit()
        ][: 2 * int(count[1])]
        places = [int(first[1]) + place for place in numbers[1::2]]
        for number, place, stop in zip(
            numbers[::2], places, [*places[1:], len(unpacked)], strict=False
        ):
            yield number, unpacked[place:stop]

    def catalogue_number(self) -> int | None:
        """The number of the catalogue; None when it is not found."""
        numbers = (
            number
            for number, found in self._objects.items()
            if _CATALOGUE.search(found.entries)
        )
        return max(numbers, default=None)

    def damaged_pages(self) -> set[int]:
        """The pages, from 0, of whose content a part is lost."""
        return {
            number
            for number, page in enumerate(self._pages())
            if any(map(self._is_damaged, _references_to_content(page)))
        }

    def _pages(self) -> Iterator[bytes]:
        """The dictionaries of the pages, in their order."""
        root = self._objects.get(self.catalogue_number() or 0)
        top = _PAGES.search(root.entries) if root else None
        todo = [int(top[1])] if top else []
        seen: set[int] = set()
        while todo:
            number = todo.pop()
            found = self._objects.get(number, RawObject(b""))
            kids = _KIDS.search(found.entries)
            if kids and number not in seen:
                todo += [
                    int(kid) for kid in reversed(_REFERENCE.findall(kids[1]))
                ]
            elif not kids:
                yield found.entries
            seen.add(number)

    def _is_damaged(self, number: int) -> bool:
        """The content with a number is not there, or cannot be unpacked to its end."""
        found = self._objects.get(number)
        if found is None:
            return True
        if not found.stream or not _ONLY_PACKED.search(found.entries):
            return False
        start, end = found.stream
        return not _can_be_unpacked(self._data[start:end])


def _object_starts(data: bytes) -> Iterator[tuple[int, int]]:
    """The number of each object of a file, and where it begins."""
    place = data.find(_OBJECT)
    while place >= 0:
        before = data[max(place - _NUMBER_WITHIN_BYTES, 0) : place]
        number = _OBJECT_NUMBER.search(before)
        if number:
            yield int(number[1]), place + len(_OBJECT)
        place = data.find(_OBJECT, place + len(_OBJECT))


def _references_to_content(page: bytes) -> list[int]:
    """The numbers of the objects with the content of a page."""
    contents = _CONTENTS.search(page)
    if not contents or not _PAGE.search(page):
        return []
    several, single = contents.groups()
    return [int(number) for number in _REFERENCE.findall(several or single)]


def _unpack_start(packed: bytes) -> bytes:
    """As much as can be unpacked of packed data, up to one step."""
    try:
        return zlib.decompressobj().decompress(packed, _STEP_BYTES * 10)
    except zlib.error:
        return b""


def _can_be_unpacked(packed: bytes) -> bool:
    """Packed data are whole: they have an end, and the sum after it, when there is one, is right.

    >>> whole = zlib.compress(b"Doelen en inspanningen")
    >>> _can_be_unpacked(whole), _can_be_unpacked(whole[:12])
    (True, False)
    """
    if len(packed) < 2 or int.from_bytes(packed[:2]) % _HEAD_MULTIPLE:
        return False
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    rest, length, checksum = packed[2:], 0, zlib.adler32(b"")
    try:
        while not unpacker.eof and length < _MOST_UNPACKED:
            step = unpacker.decompress(rest, _STEP_BYTES)
            rest = unpacker.unconsumed_tail
            if not step and not rest and not unpacker.eof:
                return False
            length += len(step)
            checksum = zlib.adler32(step, checksum)
    except zlib.error:
        return False
    told = unpacker.unused_data[:_SUM_BYTES]
    return len(told) < _SUM_BYTES or int.from_bytes(told) == checksum


def find_damaged_pages(data: bytes) -> set[int]:
    """The pages of a file, from 0, of whose content a part is lost.

    Nothing can be said of an encrypted file.
    """
    if _ENCRYPTED in data:
        return set()
    return RawObjects(data).damaged_pages()


def with_new_end(data: bytes) -> bytes | None:
    """A file that was cut off with an end that tells where its catalogue is.

    None when the catalogue is cut off too.
    """
    number = RawObjects(data).catalogue_number()
    if number is None or _ENCRYPTED in data:
        return None
    end = f"\nendstream\nendobj\ntrailer\n<</Root {number} 0 R>>\nstartxref\n0\n%%EOF\n"
    return data + end.encode()
