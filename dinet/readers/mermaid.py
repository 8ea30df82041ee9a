"""Mermaid flowcharts: boxes whose class, group, first words or code say what they are, and \
the lines between them.

A class (``:::doel``), a subgraph named “Doelen”, a label that begins with “Doel 2:” or a code
such as D1, S1, I1 says what a box is; a box that nothing says it of is left out, with a note.
Other subgraphs are themes. A dotted line is uncertain: its basis is ``inferred``.

Suffixes: .mmd .mermaid
"""  # noqa: D205 (the summary is one line, which users see)

from dinet.document.text_lines import decode_text
from dinet.model import Programme
from dinet.readers.diagram.mermaid_text import read_flowchart


def read(data: bytes, name: str) -> Programme:
    """The programme in a Mermaid file.

    Args:
        data: The whole file, encoded as text files are.
        name: The file's name without folders.

    Raises:
        DocumentError: It is no flowchart, or holds lines that Mermaid does not draw either;
            with the number of each line.
    """
    text, notes = decode_text(data, name)
    return read_flowchart(text, name, notes)


DUTCH = {
    (
        "Mermaid flowcharts: boxes whose class, group, first words or code say what "
        "they are, and the lines between them."
    ): (
        "Stroomschema's van Mermaid: vakken waarvan de klasse, groep, eerste woorden "
        "of code zegt wat ze zijn, en de lijnen ertussen."
    ),
}
