"""What fills in the templates of pages and reports.

Compiling the templates takes longer than filling them in for a small document. So the compiled
form is kept where Python keeps that of modules: in ``__pycache__`` beside the sources, for whom may
write there, and for nobody where Python writes none either.
"""

import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket, FileSystemBytecodeCache

from dinet.report.style_sheets import TEMPLATES_FOLDER

COMPILED_FOLDER = TEMPLATES_FOLDER / "__pycache__"


class CompiledTemplates(FileSystemBytecodeCache):
    """Compiled templates in a folder that may be missing, full or read only.

    Then each run compiles them.
    """

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take the compiled form of a template, if there is one that can be read."""
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the compiled form of a template, if that is possible."""
        if sys.dont_write_bytecode:
            return
        with suppress(OSError):
            COMPILED_FOLDER.mkdir(exist_ok=True)
            super().dump_bytecode(bucket)


def template_engine(**filters: Callable[..., Any]) -> Environment:
    """What fills in the templates; it escapes every text that is not said to be HTML.

    Args:
        filters: What templates may apply to a value, by name.

    Example:
        >>> template_engine().from_string("<b>{{ text }}</b>").render(text="a < b")
        '<b>a &lt; b</b>'
    """
    engine = Environment(
        loader=FileSystemLoader(TEMPLATES_FOLDER),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        bytecode_cache=CompiledTemplates(str(COMPILED_FOLDER)),
    )
    engine.filters |= filters
    return engine
