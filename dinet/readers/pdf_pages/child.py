"""The process in which a PDF is taken apart: a file on its standard input, JSON on its standard output.

It ends by itself at a limit of memory or time; whatever the file makes of it, its parent lives
on. Its arguments are the signs of lists, as JSON, and the guards that are in force there. It
imports nothing of dinet but these parts, so that it starts quickly.
"""

import contextlib
import json
import sys

from dinet.limits import Limits, use_limits


def limit_resources(size: int, seconds: int) -> None:
    """Set the limits that the system knows; where it knows none, the parent's clock is the only one.

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
            resource.setrlimit(
                kind,
                (most if hard == resource.RLIM_INFINITY else min(most, hard), hard),
            )


def main() -> None:
    """Read, and say what was found or why nothing was."""
    bullets = frozenset(json.loads(sys.argv[1]))
    limits = Limits(*map(int, sys.argv[2:]))
    limit_resources(limits.pdf_memory, limits.pdf_seconds)
    from dinet.readers.pdf_pages.pages import RefusedError, read_pages

    try:
        with use_limits(limits):
            said: dict[str, object] = {
                "sheets": list(read_pages(sys.stdin.buffer.read(), bullets))
            }
    except RefusedError as error:
        said = {"refused": error.args}
    except MemoryError:
        said = {"refused": ("pdf_memory", 0)}
    sys.stdout.buffer.write(json.dumps(said).encode())


if __name__ == "__main__":
    main()
