"""Why the label of a place is not understood."""

from collections.abc import Sequence

from dinet.document.place_names import known_labels, parse_label
from dinet.errors import did_you_mean
from dinet.language import JoinedSentences, Sentence

NOT_UNDERSTOOD = Sentence("dinet does not know such a place")


def why_not_understood(label: str, themes: Sequence[str]) -> Sentence | None:
    """Why a label is not understood, with what may be meant; None when it is.

    Args:
        label: As it stands in the file.
        themes: The ids of the themes that it can ask for.
    """
    name = parse_label(label)
    if name is None:
        hints = did_you_mean(label, list(known_labels()))
        return JoinedSentences(NOT_UNDERSTOOD, *hints, glue="; ")
    if not name.theme or any(map(name.is_theme, themes)):
        return None
    known = ", ".join(themes)
    if not known:
        return Sentence("the programme has no themes")
    return Sentence(
        "the programme has no theme {theme}; it has {known}",
        theme=name.theme,
        known=known,
    )
