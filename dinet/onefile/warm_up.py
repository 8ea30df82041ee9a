"""What nearly every document needs, loaded while nobody waits for it yet."""

from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from dinet.onefile.desk import Desk
from dinet.plugins import plugin_folder

_USUAL_READERS = ("docx", "xlsx")
_USUAL_MODULES = (
    "dinet.interpret.interpret",
    "dinet.interpret.mapping.mapping_questions",
    "dinet.report.reading.marked_document",
    "dinet.redaction.redact",
    "dinet.layout.render.svg",
    "dinet.writers.html",
)


def load_usual_parts() -> None:
    """Import the readers, rules and writers that a first document is likely to need."""
    for name in _USUAL_MODULES:
        import_module(name)
    for name in _USUAL_READERS:
        _ = plugin_folder("readers").plugin_named(name).module
    for plugin in plugin_folder("rules").plugins.values():
        _ = plugin.module


def read_example(data: bytes) -> None:
    """Read and draw a document for nobody: its second time costs a third of the first.

    Args:
        data: A Word document.
    """
    with TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        given = {"key": "1", "lang": "nl", "name": "example.docx"}
        desk.answer_call("read_document", given, data)
        desk.answer_call("show_view", {**given, "view": "network"})
