"""The process in which a PDF is taken apart: a file comes in, JSON goes out.

The file is on its standard input, the JSON on its standard output. It ends by itself at a limit
of memory or time; whatever the file makes of it, its parent lives on. Its arguments are the
signs of lists, as JSON, and the guards that are in force there. It imports nothing of dinet but
these parts, so that it starts quickly.
"""

import contextlib
import json
import sys
from collections.abc import Collection

from dinet.limits import Limits, use_limits


def limit_resources(size: int, seconds: int) -> None:
    """Set the limits that the system knows.

    Where the system knows none, the clock of the parent is the only limit.

    Args:
        size: Of memory, in bytes.
        seconds: Of computing.
    """
    try:
        import resource
    except ImportError:
        return
    for kind, most in (
        (resource.RLIMIT_AS, size),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):
            hard = resource.getrlimit(kind)[1]
            soft = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(kind, (soft, hard))


def main() -> None:
    """Read the file, and write its pages, or the reason why it is refused."""
    bullets = frozenset(json.loads(sys.argv[1]))
    limits = Limits(*map(int, sys.argv[2:]))
    limit_resources(limits.pdf_memory, limits.pdf_seconds)
    data = sys.stdin.buffer.read()
    sys.stdout.buffer.write(answer_for(data, bullets, limits))


def answer_for(data: bytes, bullets: Collection[str], limits: Limits) -> bytes:
    """The pages of a file, or the reason why it is refused, as JSON.

    Only a process or worker that may be ended at any moment calls this: the time is not limited.

    Args:
        data: The whole file.
        bullets: The signs of lists.
        limits: Those that are in force.
    """
    # only after the memory is limited
    from dinet.readers.pdf_pages.pages import RefusedError, read_pages

    try:
        with use_limits(limits):
            answer: dict[str, object] = {
                "sheets": list(read_pages(data, bullets))
            }
    except RefusedError as error:
        answer = {"refused": error.args}
    except MemoryError:
        answer = {"refused": ("pdf_memory", 0)}
    return json.dumps(answer).encode()


if __name__ == "__main__":
    main()
