"""What fills in the templates of pages and reports.

Compiling the templates takes longer than filling them in for a small document. So the compiled
form is kept in the folder that Jinja has for it: among the temporary files, for this user alone.
Not beside the sources: pip leaves there what it did not install, and such a rest hides the dinet
that is installed after it.
"""

import sys
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket, FileSystemBytecodeCache

from dinet.report.style_sheets import TEMPLATES_FOLDER


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
        with suppress(OSError):
            super().dump_bytecode(bucket)


def _compiled_templates() -> CompiledTemplates | None:
    """None where Python keeps no compiled modules either, or no folder is this user's alone."""
    if sys.dont_write_bytecode:
        return None
    with suppress(OSError, RuntimeError):
        return CompiledTemplates()
    return None


@lru_cache
def template_engine(**filters: Callable[..., Any]) -> Environment:
    """What fills in the templates; it escapes every text that is not said to be HTML.

    One for the same filters is made once, and knows the templates that it has filled in.

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
        bytecode_cache=_compiled_templates(),
        # the memory of the one file goes on where each file bears the date of today
        auto_reload=False,
    )
    engine.filters |= filters
    return engine
