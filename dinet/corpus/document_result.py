"""One document among many: what is to be done with it, and what came of that."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from dinet.limits import Limits

Wishes = Mapping[str, Any]


class DocumentTask(NamedTuple):
    """A document that is to be worked on.

    Args:
        path: Where it is.
        name: How it is called in what is told.
        older: The earlier version with which it is compared; empty for none.
    """

    path: str
    name: str
    older: str = ""


class WorkSettings(NamedTuple):
    """What holds for all documents of a run; all of it can be sent to another process.

    Args:
        command: The words after ``dinet`` that ask for it on one document, without its path.
        lang: The language of what is told of a document; None for that of the document.
        told_lang: The language of what is told of all of them.
        wishes: What ``open_document`` takes.
        asked: What the work itself takes.
        limits: The guards that are in force.
        dialect: The file of the dialect in which documents are read; None for none.
    """

    command: str
    lang: str | None
    told_lang: str
    wishes: Wishes
    asked: Any = None
    limits: Limits = Limits()
    dialect: str | None = None


class Verdict(StrEnum):
    """How a document fared, from good to bad."""

    FINE = "fine"
    """It was done, and nothing in it counts for the exit status."""
    CHECK = "check"
    """The same, but reading left words out or guessed, so silence is no proof."""
    FAILS = "fails"
    """It was done, and what was found counts for the exit status."""
    REFUSED = "refused"
    """It could not be read or done; ``message`` says why."""
    LOST = "lost"
    """It brought down or held up the process that read it, and was skipped."""


class DocumentResult(NamedTuple):
    """What came of one document, as plain values only but for ``taken``.

    Args:
        name: How it is called.
        verdict: How it fared.
        status: The exit status that it asks for.
        message: Why it was refused or skipped, in the language of the run; else empty.
        read_as: The format that it was read as.
        elements: How many it has.
        links: How many it has.
        findings: Errors, warnings and notices; empty where nothing was audited.
        facts: What the command counts, by name.
        lines: What is told of it beside its row.
        data: All that was found, as JSON; empty for none.
        waivers: Of waivers of its folder which were needed here, by what names them.
        made: The paths of files that were written.
        trace: Of a defect of dinet itself; else empty.
        ends_run: What is wrong holds for every document.
        taken: What the command goes on with in this run: any value that can be sent to another
            process. It is not kept for another run.
    """

    name: str
    verdict: Verdict = Verdict.FINE
    status: int = 0
    message: str = ""
    read_as: str = ""
    elements: int = 0
    links: int = 0
    findings: tuple[int, ...] = ()
    facts: Mapping[str, int] = {}
    lines: tuple[str, ...] = ()
    data: str = ""
    waivers: Mapping[str, bool] = {}
    made: tuple[str, ...] = ()
    trace: str = ""
    ends_run: bool = False
    taken: Any = None

    @property
    def was_read(self) -> bool:
        """Whether the document itself could be worked on."""
        return self.verdict not in (Verdict.REFUSED, Verdict.LOST)


Work = Callable[[DocumentTask, WorkSettings], DocumentResult]
"""A function at the top of a module: it is sent to other processes by its name."""
