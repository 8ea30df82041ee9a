"""``Bron: …`` in a text: the sources that it names, and what is left without them."""

from dinet.wording.source_marks import (
    cut_source_name,
    find_sources,
    names_several,
    split_source_names,
)


def split_sources(text: str) -> tuple[str, tuple[str, ...]]:
    """A text without its sources, and their names.

    A name goes on to the closing bracket, the next source, or the end of its sentence.
    ``Bronnen:`` and ``Sources:`` name several, between commas.

    Args:
        text: On one line.

    Example:
        >>> split_sources("In 2028 sport 60% (bron: CBS, 2023). In 2021 was dit 50%.")
        ('In 2028 sport 60%. In 2021 was dit 50%.', ('CBS, 2023',))
    """
    marks = find_sources(text)
    if not marks:
        return text, ()
    kept = text[: marks[0].start()]
    names: list[str] = []
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    for mark, end in zip(marks, ends, strict=True):
        name, rest = cut_source_name(text[mark.end() : end])
        kept = _close_gap(kept, rest)
        names += _names_in(name) if names_several(mark) else [name]
    bare = (name.strip(" .,;") for name in names)
    return kept, tuple(name for name in bare if any(map(str.isalnum, name)))


def _names_in(name: str) -> list[str]:
    return [name[first:end] for first, end in split_source_names(name)]


def _close_gap(before: str, rest: str) -> str:
    """What stood around a source as one text; brackets that held the source go too."""
    if before.rstrip().endswith(("(", "[")):
        return _join_parts(before.rstrip(" (["), rest.lstrip(" )]"))
    return _join_parts(before.rstrip(), rest.lstrip())


def _join_parts(before: str, rest: str) -> str:
    """Two parts of a text between which something was taken out."""
    if rest[:1] in (".", ",", ";", ":"):
        return before + (rest.lstrip(" .") if before.endswith(".") else rest)
    return f"{before} {rest}".strip()
