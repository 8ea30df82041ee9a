"""What nearly every document needs, loaded while nobody waits for it yet."""

from importlib import import_module

from dinet.plugins import plugin_folder

_USUAL_READERS = ("docx", "xlsx")
_USUAL_MODULES = (
    "dinet.interpret.interpret",
    "dinet.interpret.mapping.mapping_questions",
    "dinet.report.reading.marked_document",
    "dinet.redaction.redact",
    "dinet.layout.render.svg",
    "dinet.writers.html",
    "dinet.document.empty_document",
    "dinet.document.error_cells",
    "dinet.document.struck_text",
    "dinet.document.size_check",
    "dinet.wording.comparison.candidates",
    "dinet.wording.comparison.comparison",
    "dinet.layout.layered.page_layout",
    "dinet.layout.layered.unscaled_layout",
    "dinet.report.reading.original_text",
    "pyphen",
)


def load_usual_parts() -> None:
    """Import the readers, rules and writers that a first document is likely to need."""
    for name in _USUAL_MODULES:
        import_module(name)
    for name in _USUAL_READERS:
        _ = plugin_folder("readers").plugin_named(name).module
    for folder in ("rules", "interpret.shapes"):
        for plugin in plugin_folder(folder).plugins.values():
            _ = plugin.module
