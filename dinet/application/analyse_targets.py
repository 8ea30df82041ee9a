"""The SMART analysis of sentences, of the targets of a document, and of JSON lines."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from dinet.application.files.json_lines import line_error, read_records
from dinet.application.opened_document import open_document
from dinet.errors import DinetError
from dinet.language import Sentence
from dinet.model import Aim, Target
from dinet.targets.known_target import (
    KnownTarget,
    know_target,
    know_targets,
)
from dinet.wording.target_sentence.analysis import analyse_target
from dinet.wording.target_sentence.result import TargetAnalysis


class AnalysedTarget(NamedTuple):
    """A sentence with what it says.

    Args:
        id: Of the element, or as a JSON line gives it; None for a sentence that was typed.
        analysis: What it says.
        beside: What the document says of it beside the sentence, by ``source``, ``value``,
            ``deadline`` and ``start``; empty for a sentence that was typed.
        known: The sentence and what stands beside it, joined; None for a JSON line.
    """

    id: Any
    analysis: TargetAnalysis
    beside: Mapping[str, str] = MappingProxyType({})
    known: KnownTarget | None = None


class AnalysedTargets(NamedTuple):
    """The targets of one argument of the command.

    Args:
        name: Of the document; empty for a sentence.
        targets: In the order of the document.
        lang: The language of the document, or of the sentence.
    """

    name: str
    targets: tuple[AnalysedTarget, ...]
    lang: str


def is_sentence(argument: str) -> bool:
    """Whether an argument is a sentence: it has white space, and no file is called so.

    Example:
        >>> is_sentence("60% sport in 2028"), is_sentence("plan.docx")
        (True, False)
    """
    if len(argument.split()) < len(("two", "words")):
        return False
    try:
        return not Path(argument).exists()
    except (OSError, ValueError):  # too long for a name, or with a null in it
        return True


def analyse_argument(
    argument: str, lang: str | None, wishes: Mapping[str, Any]
) -> AnalysedTargets:
    """What a sentence says, or each target of a document.

    Args:
        argument: The sentence, or the path of the document.
        lang: The language of the reader; None for that of the document.
        wishes: What else ``open_document`` takes.

    Raises:
        DinetError: The document cannot be read.
    """
    if is_sentence(argument):
        known = know_target(Target(id="S1", text=argument), "nl")
        typed = AnalysedTarget(None, known.analysis, known=known)
        return AnalysedTargets("", (typed,), lang or "")
    opened = open_document(argument, lang, **wishes)
    pairs = zip(
        opened.network.targets, know_targets(opened.network), strict=True
    )
    targets = tuple(
        AnalysedTarget(target.id, known.analysis, _words_beside(target), known)
        for target, known in pairs
    )
    return AnalysedTargets(opened.name, targets, opened.lang)


def _words_beside(target: Target) -> dict[str, str]:
    """What columns and the mark of a source say; a part that they leave out is not in it."""
    aim = target.target or Aim()
    start = " ".join(filter(None, (aim.baseline, aim.baseline_year)))
    told = {
        "source": "; ".join(target.sources),
        "value": aim.value,
        "deadline": aim.year,
        "start": start,
    }
    return {part: words for part, words in told.items() if words}


def analyse_lines(
    lines: Iterable[bytes],
) -> Iterator[AnalysedTarget | DinetError]:
    """What the text of each JSON line says; an error for a line that has none.

    Args:
        lines: JSON objects with ``id`` and ``text``; empty lines are left out.
    """
    for number, record in read_records(lines):
        text = record.get("text")
        if not isinstance(text, str):
            what = Sentence('this is no JSON object with a "text".')
            yield line_error(number, what)
            continue
        yield AnalysedTarget(record.get("id"), analyse_target(text))
