"""``python -m dinet`` and the command ``dinet``: the first thing that runs of either.

Ctrl-C is quiet from here on. While the command line is loaded, and again when the run is over,
there is nothing to clean up, so the process ends at once; in between ``cli.interruption`` has it.
"""

import gc
import os

INTERRUPTED = 130  # the exit status of a shell for SIGINT: 128 and the number of the signal

try:
    import signal

    def _end_at_once(*_: object) -> None:
        os._exit(INTERRUPTED)

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _end_at_once)
except KeyboardInterrupt:  # before there was anything to catch it
    os._exit(INTERRUPTED)


def main() -> None:
    """Run the command line and end the process."""
    # thousands of small objects stay till the end: collecting finds nothing, and takes a tenth of
    # loading the libraries and half the time of reading
    gc.disable()
    # whatever else is installed, no plug-in of pydantic has a part in reading a document, and all
    # packages need not be looked through for one
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from dinet.cli import program

    program()


if __name__ == "__main__":
    main()
