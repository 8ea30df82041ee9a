"""Write two programmes in every format into a folder.

Run as ``python -m tests.writers.everything FOLDER``.
"""

import sys
from pathlib import Path

import dinet
from dinet.plugins import plugin_folder
from tests.writers.hostile import MARKUP, WRITING, network

EXAMPLE = Path(__file__).parents[2] / "examples" / "coevorden.docx"


def write_everything(target: Path) -> None:
    """A file for each programme and writer, named ``PROGRAMME.WRITER``."""
    for name, made in (
        ("coevorden", dinet.Network(dinet.read(EXAMPLE))),
        ("hostile", network((*MARKUP[:4], *WRITING[:11]))),
    ):
        findings = dinet.audit(made)
        for writer in plugin_folder("writers").plugins:
            (target / f"{name}.{writer}").write_bytes(
                dinet.write(
                    made, findings, writer, dinet.Profile(source=EXAMPLE.name)
                )
            )


if __name__ == "__main__":
    write_everything(Path(sys.argv[1]))
