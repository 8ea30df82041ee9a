"""Archives of parts that are the same bytes whenever and wherever they are made."""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Collection, Mapping

NO_DATE = (1980, 1, 1, 0, 0, 0)
"""What zip archives call no date."""
_ILLEGAL_XML = re.compile(
    "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)


ZIP_YEARS = range(1980, 2108)
"""The years that zip archives can tell."""


def pack_archive(
    parts: Mapping[str, bytes], day: dt.date | None = None
) -> bytes:
    """An archive of parts, in their order, without a time of day.

    Args:
        parts: What each part holds, by its name.
        day: Of which day they are; None when none is stated.

    Example:
        >>> pack_archive({"a.txt": b""}, dt.date(2026, 3, 1)) == pack_archive({"a.txt": b""})
        False
    """
    stated = NO_DATE
    if day and day.year in ZIP_YEARS:
        stated = (day.year, day.month, day.day, 0, 0, 0)
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(
                zipfile.ZipInfo(name, stated), data, zipfile.ZIP_DEFLATED
            )
    return whole.getvalue()


def copy_archive(
    data: bytes,
    changed: Mapping[str, bytes],
    removed: Collection[str] = (),
) -> bytes:
    """An archive with some parts changed or new; the others as they were.

    Args:
        data: The whole archive.
        changed: What parts hold, by their names; new ones come last, in this order.
        removed: The names of parts that are left out, unless they are made anew.
    """
    whole = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as before,
        zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        kept = [
            each for each in before.infolist() if each.filename not in removed
        ]
        for entry in kept:
            part = changed.get(entry.filename)
            if part is None:
                part = before.read(entry)
            copy.writestr(entry, part, entry.compress_type)
        known = {entry.filename for entry in kept}
        for name, part in changed.items():
            if name not in known:
                entry = zipfile.ZipInfo(name, NO_DATE)
                copy.writestr(entry, part, zipfile.ZIP_DEFLATED)
    return whole.getvalue()


def one_line(text: str) -> str:
    r"""A text on one line, without characters that XML cannot hold.

    Example:
        >>> one_line(" Meer\n sport\x00 ")
        'Meer sport�'
    """
    return _ILLEGAL_XML.sub("\ufffd", " ".join(text.split()))
