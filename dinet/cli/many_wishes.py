"""Whether a command is given many documents, and how the user wants these to be worked on.

Nothing heavy is loaded here: a command on one document asks it too.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

MANY_FORMS = ("text", "json", "jsonl")
"""How many documents are told of: as a table, as a list, or one after the other."""


class ManyWishes(NamedTuple):
    """How the user wants many documents to be worked on.

    Args:
        jobs: How many at once; None for one on each processor.
        executor: ``pool``, or the name of a kind of cluster; None for the pool.
        scheduler: The address of the cluster.
        timeout: Seconds for one document; None for the usual number.
        resume: The folder in which results are kept; None for none.
    """

    jobs: int | None = None
    executor: str | None = None
    scheduler: str | None = None
    timeout: float | None = None
    resume: str | None = None

    def are_stated(self) -> bool:
        """Whether the user asked for anything that only many documents need."""
        return self != ManyWishes()


def take_wishes(wishes: dict[str, Any]) -> ManyWishes:
    """What the options say of many documents; they are taken out of the others."""
    asked = (wishes.pop(name, None) for name in ManyWishes._fields)
    return ManyWishes(*asked)


def are_many(
    documents: Sequence[str], wishes: ManyWishes, form: str = ""
) -> bool:
    """Whether a command works on many documents, or was asked for what only that gives."""
    if wishes.are_stated() or form == "jsonl":
        return True
    return len(documents) > 1 or are_folders(documents)


def are_folders(documents: Sequence[str]) -> bool:
    """Whether a folder or a pattern is among what the user gave."""
    # the search knows the formats, which a command without documents has no time for
    from dinet.application.files.found_documents import is_plain_file

    return not all(map(is_plain_file, documents))


def list_paths(documents: Sequence[str]) -> tuple[str, ...]:
    """The paths of the documents that files, folders and patterns stand for.

    Raises:
        DinetError: There are none, or too many.
    """
    from dinet.application.files.found_documents import find_documents

    return tuple(document.path for document in find_documents(documents))
