"""Logos for tests."""

import zlib


def png(wide: int, high: int) -> bytes:
    """A red PNG."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            len(data).to_bytes(4)
            + name
            + data
            + zlib.crc32(name + data).to_bytes(4)
        )

    rows = (b"\0" + b"\xff\0\0" * wide) * high
    head = wide.to_bytes(4) + high.to_bytes(4) + bytes((8, 2, 0, 0, 0))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def svg(
    inside: str = '<rect width="9" height="3"/>',
    size: str = 'viewBox="0 0 90 30"',
) -> bytes:
    """An SVG with something in it."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" '
        f'xmlns:xlink="http://www.w3.org/1999/xlink" {size}>{inside}</svg>'
    ).encode()
