"""Putting a native file in order, in its own place."""

from pathlib import Path

from dinet.application.output_files import put
from dinet.errors import UsageError
from dinet.language import Sentence
from dinet.verbs import read


def put_in_order(file: str, *, with_ids: bool) -> None:
    """Rewrite a native file; its comments, its order and what it says stay the same.

    Raises:
        UsageError: It is no native file.
        DocumentError: It cannot be read; nothing was changed.
    """
    from dinet.document.native.tidy import tidied

    if not file.casefold().endswith((".yaml", ".yml")):
        raise UsageError(Sentence("only native files, NAME.din.yaml, can be put in order."), where=file)
    programme = read(file)
    put(tidied(Path(file).read_bytes(), programme, with_ids=with_ids), file)
