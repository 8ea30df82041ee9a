"""What a program reads of an answer: JSON on standard output."""

import json


def as_json(data: object, indent: int | None = None) -> str:
    """JSON with its letters as they are, unless one of them cannot be written.

    Args:
        data: What ``json`` takes.
        indent: Spaces for each level; None for all on one line.

    Example:
        >>> as_json({"doel": "één"})
        '{"doel": "één"}'
    """
    written = json.dumps(data, ensure_ascii=False, indent=indent)
    try:
        written.encode()
    except UnicodeEncodeError:
        # half of a pair, which JSON can name and UTF-8 cannot
        return json.dumps(data, indent=indent)
    return written
