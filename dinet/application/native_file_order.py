"""Putting a native file in order, in its own place."""

from pathlib import Path

from dinet.application.files.input_files import read_input_file
from dinet.application.files.output_files import write_file
from dinet.application.read_document import read_document_bytes
from dinet.errors import UsageError
from dinet.language import Sentence


def order_native_file(file: str, *, with_ids: bool) -> None:
    """Rewrite a native file; its comments, its order and what it says stay the same.

    Args:
        file: Its path.
        with_ids: Write an id at every element.

    Raises:
        UsageError: It is no native file.
        DocumentError: It cannot be read; nothing was changed.
    """
    from dinet.native.tidy import tidy_file

    if not file.casefold().endswith((".yaml", ".yml")):
        what = Sentence(
            "only native files, NAME.din.yaml, can be put in order."
        )
        raise UsageError(what, where=file)
    data = read_input_file(file)
    programme = read_document_bytes(data, Path(file).name)
    write_file(tidy_file(data, programme, with_ids=with_ids), file)
