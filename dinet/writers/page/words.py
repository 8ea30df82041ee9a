"""Words of the page that stand in no template: what its script says, and the heading between."""

from dinet.model import BETWEEN_KINDS
from dinet.network import Network
from dinet.wording.labels import (
    FIELD_NAMES,
    KIND_NAMES,
    Translator,
    capitalise_first,
)

SCRIPT_WORDS: dict[str, str] = FIELD_NAMES | {
    "one_hit": "1 hit",
    "hits": "{count} hits",
    "hit_of": "{number} of {count}",
    "no_hits": "no hits",
    "shown": "{count} of {total} elements shown",
    "also_worded": FIELD_NAMES["wordings"],
    "theme": "Theme",
    "coverage": "Coverage",
    "parts": "What the sentence says",
    "smart": "How SMART it is",
    "missing": "What is missing",
    "serves": "Serves",
    "served_by": "Served by",
    "other_links": "Other links",
    "findings": "Findings",
    "no_links": "This element is linked to nothing.",
    "zoom": "{percent}%",
    "picture_copied": "The picture is on the clipboard.",
    "not_copied": "Copying is not allowed here: save it as PNG instead.",
    "path_to": "Path to another element",
    "path_code": "Code of the other element",
    "path_show": "Show the path",
    "path_only": "Only the path",
    "path_end": "End the path",
    "path_told": "Path from {start} to {end}: {count} elements.",
    "path_none": "No path leads from {start} to {end}.",
    "path_unknown": "There is no element {id}.",
    "drawing": "Drawing {count} elements …",
    "nothing_fits": "Nothing fits these filters.",
    "fitting": "{count} elements fit; {more} more hang together with them.",
    "fitting_one": "1 element fits; {more} more hang together with it.",
    "drop": "Remove the filter {name}",
    "left_out": "{count} not shown by the filters",
    "part_of": "{count} of {total}",
    "findings_shown": "{count} of {total} findings shown",
    "efforts_shown": "{count} of {total} efforts shown",
    "elements": "Elements",
    "rules": "Rules",
    "filters": "Filters",
    "notes": "Reading notes",
    "copied": "Copied.",
    "saved": "Saved as a file.",
    "as_above": "what hangs under it stands above",
    "preparing": "Getting {count} elements ready …",
    "copy_by_hand": "Copying is not allowed here. This is the link:",
    "sheet_of": "Part {number} of {count}",
    "find_in": "Search in {name}",
    "more_choices": "{count} more: search for them.",
    "filter_kind": "Kind",
    "filter_level": "Level",
    "filter_owner": FIELD_NAMES["owners"],
    "filter_phase": FIELD_NAMES["phase"],
    "filter_source": FIELD_NAMES["sources"],
    "filter_finding": "Finding",
    "filter_grade": "Coverage",
    "filter_effort": "Effort",
    "fold": "Fold this theme",
    "unfold": "Unfold this theme",
    "fold_all": "Fold themes",
    "unfold_all": "Unfold themes",
    "focus_on": "Only what is near",
    "focus_off": "Show everything",
    "stop": "Switch off",
    "start": "Switch on",
    "switched_off": "Switched off",
    "fate_stopped": "Switched off",
    "fate_none": "Loses its last effort",
    "fate_lower": "Keeps efforts, but by a lower grade",
    "whatif_said": (
        "Switched off: {stopped}. Without any effort then: {none}. "
        "By a lower grade: {lower}."
    ),
    "was": "Was: {before}; becomes: {after}.",
    "was_becomes": "Was → becomes",
    "lost_ways": "Falls away:",
    "falls_away": "falls away",
    "by_what_if": "By what is switched off",
    "of_the_whole": "What stands here is of the whole programme, before anything is switched off.",
    "more": "and {count} more",
    "without_theme": "Without a theme",
    "overview": (
        "Map of all {count} elements; choose a theme or search to see its elements as boxes. "
        "The table has the same content in words."
    ),
}


def between_words(network: Network, say: Translator) -> str:
    """The heading of the table's middle column: all kinds that stand between goals and efforts.

    When there are none it is that of targets.

    Example:
        >>> from dinet.model import Benefit, Programme
        >>> from dinet.wording.labels import translator_for
        >>> network = Network(Programme(elements=(Benefit(id="B1", text="Rust"),)))
        >>> between_words(network, translator_for("en"))
        'Benefits'
    """
    present = {element.kind for element in network}
    kinds = [kind for kind in BETWEEN_KINDS if kind in present] or ["target"]
    return capitalise_first(
        ", ".join(say(KIND_NAMES[kind].many) for kind in kinds)
    )
