"""A programme with figures in its targets, each with the place of its cell."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dinet.measurements.word_lists import fold_words
from dinet.model import Measurement, Programme, Target


def find_targets(programme: Programme, words: str) -> tuple[Target, ...]:
    """The targets that are called so: by their id, else by their code, else by their whole text.

    Args:
        programme: With its targets.
        words: As a file names one.

    Returns:
        Empty when there is none; several when a code is given twice.
    """
    wanted = fold_words(words)
    targets = [one for one in programme.elements if isinstance(one, Target)]
    for name in ("id", "code", "text"):
        found = [
            target
            for target in targets
            if fold_words(getattr(target, name) or "") == wanted
        ]
        if found:
            return tuple(found)
    return ()


def add_measurements(
    programme: Programme, figures: Mapping[str, Sequence[Measurement]]
) -> Programme:
    """The same programme with more measurements behind those of its document.

    Nothing of the document is replaced: a target that was revised keeps its old value too.

    Args:
        programme: As it was read.
        figures: By the id of a target.
    """
    elements = [
        _with_measurements(element, figures.get(element.id, ()))
        if isinstance(element, Target)
        else element
        for element in programme.elements
    ]
    return programme.model_copy(update={"elements": tuple(elements)})


def _with_measurements(
    target: Target, figures: Iterable[Measurement]
) -> Target:
    both = (*target.measurements, *figures)
    return target.model_copy(update={"measurements": both})


def group_by_target(
    pairs: Iterable[tuple[str, Measurement]],
) -> dict[str, list[Measurement]]:
    """The figures by the id of their target, in their order."""
    grouped: dict[str, list[Measurement]] = defaultdict(list)
    for target, measurement in pairs:
        grouped[target].append(measurement)
    return dict(grouped)
