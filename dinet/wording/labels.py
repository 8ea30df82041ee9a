"""The words of the page that do not stand in its templates: names of kinds, links and bases, and what the script says."""

from collections.abc import Callable

from dinet.language import translate_words
from dinet.model import Basis, Kind, LinkKind
from dinet.network import Network

Translator = Callable[[str], str]

KIND_WORDS: dict[Kind, tuple[str, str]] = {
    "theme": ("theme", "themes"),
    "goal": ("goal", "goals"),
    "target": ("target", "targets"),
    "benefit": ("benefit", "benefits"),
    "capability": ("capability", "capabilities"),
    "result": ("result", "results"),
    "effort": ("effort", "efforts"),
    "programme": ("programme", "programmes"),
}
"""One and many, in the order in which a reader meets them."""

LINK_WORDS: dict[LinkKind, tuple[str, str]] = {
    "contributes_to": ("contributes to", "is served by"),
    "measures": ("measures", "is measured by"),
    "part_of": ("part of", "consists of"),
    "refers_to": ("refers to", "is referred to by"),
    "depends_on": ("depends on", "is needed by"),
    "conflicts_with": ("conflicts with", "conflicts with"),
}
"""Seen from what serves, and from what is served."""

LEVEL_WORDS: dict[str, tuple[str, str]] = {
    "error": ("error", "errors"),
    "warning": ("warning", "warnings"),
    "info": ("info", "for information"),
}
"""One and many findings of a severity."""

BASIS_WORDS: dict[Basis, str] = {
    "stated": "stated in the document",
    "same row": "in the same row",
    "merged cell": "in a merged cell",
    "heading": "under the same heading",
    "inherited": "taken over from the row above",
    "inferred": "inferred, not certain",
}

SCRIPT_WORDS = {
    "one_hit": "1 hit",
    "hits": "{count} hits",
    "hit_of": "{number} of {count}",
    "no_hits": "no hits",
    "shown": "{count} of {total} elements shown",
    "also_worded": "Also worded as",
    "theme": "Theme",
    "coverage": "Coverage",
    "sources": "Source",
    "owners": "Owner",
    "vacant": "Owner",
    "phase": "Phase",
    "period": "Period",
    "planning": "Planning",
    "budget": "Budget",
    "status": "Status",
    "joint_with": "Together with",
    "partners": "Partners",
    "group": "Stood under",
    "remark": "Remark",
    "indicator": "Indicator",
    "value": "Value",
    "unit": "Unit",
    "year": "Year",
    "baseline": "Baseline",
    "baseline_year": "Year of the baseline",
    "places": "In the document",
    "serves": "Serves",
    "served_by": "Served by",
    "other_links": "Other links",
    "findings": "Findings",
    "no_links": "This element is linked to nothing.",
    "zoom": "{percent}%",
    "nothing_fits": "Nothing fits these filters.",
    "fitting": "{count} elements fit; {more} more hang together with them.",
    "find_in": "Search in {name}",
    "more_choices": "{count} more: search for them.",
    "filter_kind": "Kind",
    "filter_level": "Level",
    "filter_owner": "Owner",
    "filter_phase": "Phase",
    "filter_source": "Source",
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
    "fate_through": "Is left with efforts through the goal only",
    "whatif_said": "Switched off: {stopped}. Without any effort then: {none}. With efforts through the goal only: {through}.",
    "was": "Was: {grade}.",
    "lost_ways": "Falls away:",
    "more": "and {count} more",
    "without_theme": "Without a theme",
    "overview": "Map of all {count} elements; choose a theme or search to see its elements as boxes. "
    "The table has the same content in words.",
}


def translator_for(lang: str) -> Translator:
    """A function that says English words in a language."""
    return lambda words: translate_words(words, lang)


def between_words(network: Network, say: Translator) -> str:
    """The heading of the table's middle column: all kinds that stand between goals and efforts, or else targets.

    Example:
        >>> from dinet.model import Benefit, Programme
        >>> between_words(Network(Programme(elements=(Benefit(id="B1", text="Rust"),))), translator_for("en"))
        'Benefits'
    """
    present = {each.kind for each in network} - {
        "theme",
        "goal",
        "effort",
        "programme",
    } or {"target"}
    return capitalise_first(
        ", ".join(say(KIND_WORDS[kind][1]) for kind in KIND_WORDS if kind in present)
    )


def capitalise_first(words: str) -> str:
    """The words with a capital at the start and the rest as it is: ``SMART-doel`` stays itself."""
    return words[:1].upper() + words[1:]
