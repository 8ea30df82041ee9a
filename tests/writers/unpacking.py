"""All bytes of an output: those of the file, and those of whatever is packed in it."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator


def unpacked(data: bytes) -> Iterator[bytes]:
    """The bytes themselves, or what they hold.

    The names and contents of what an archive holds, and the streams of a PDF or PNG.
    """
    yield data
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield name.encode()
                yield from unpacked(archive.read(name))
    for stream in re.findall(
        rb"stream\r?\n(.*?)endstream|(?:zTXt|iTXt)[^\0]*\0\0(.*?)(?:IDAT|IEND)",
        data,
        re.DOTALL,
    ):
        try:
            yield zlib.decompressobj().decompress(stream[0] or stream[1])
        except zlib.error:
            continue
