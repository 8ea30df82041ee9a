"""dinet reads a doelen-inspanningen-netwerk as it is, and shows what hangs together.

It also tells what is missing.

    >>> import dinet
    >>> programme = dinet.read("examples/hoogeveen.docx")
    >>> network = dinet.Network(programme)
    >>> len(network.goals), len(network.targets), len(network.efforts)
    (9, 9, 28)

The rooms, from the street to the cellar; imports run downwards only:

    cli                 commands: the only room that knows click, exit statuses and the terminal
    onefile             dinet as one HTML file for people who may install nothing
    api                 what others import: read, audit, write, and a Network that can show itself
    notebook            a page in the frame that a notebook shows
    corpus              many documents: on all processors or a cluster, and kept in a store
    application         one document on its way through a command: read, map, redact, audit, write
    readers             one file per format: bytes -> Document, or a native Programme
    rules               one file per rule: Network -> what is the matter
    writers             one file per format: Network and findings -> bytes
    choosing            which efforts carry most of the goals for a sum of money
    report              what is told of a reading and of an audit, whatever the format
    interpret           a Document becomes a Programme: what its tables, lists and headings say
    layout              where things stand: columns, routes, letters, colours
    question            questions that people write, and their answers
    redaction           a programme without the names of people
    native              dinet's own form, as YAML, JSON and workbooks hold it
    document            what every reader yields, and what is noted on the way
    targets             what is known of a target, from its columns and its sentence
    wording             what a Dutch or English text says, and what things are called
    finding             Finding, Severity, and how a rule is made
    plugins             a folder is a registry, a file is a plug-in
    vocabulary          the words of language, as data that a council's dialect file can change
    network             the programme as a graph; every question in the programme's words
    model               Programme, its elements and links: the JSON contract
    limits              how much of a document dinet takes on
    errors, language    what can go wrong, and how dinet says things in Dutch and English
"""

from importlib import import_module

__version__ = "0.1.0"
__all__ = [
    "Finding",
    "Network",
    "Profile",
    "Programme",
    "audit",
    "read",
    "read_bytes",
    "write",
]

_HOMES = {
    "Finding": "dinet.finding",
    "Network": "dinet.api",
    "Profile": "dinet.layout.style.profile",
    "Programme": "dinet.model",
    "audit": "dinet.api",
    "read": "dinet.api",
    "read_bytes": "dinet.api",
    "write": "dinet.api",
}


def __getattr__(
    name: str,
) -> (
    object
):  # nothing is loaded here: until __main__ runs, Ctrl-C is not quiet
    """The public names, imported when first asked for: start-up stays fast.

    Their types stand in ``__init__.pyi``.
    """
    if name not in _HOMES:
        raise AttributeError(f"module 'dinet' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
