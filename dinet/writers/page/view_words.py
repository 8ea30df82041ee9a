"""What the scripts of the page say in the views that they make: tree, owners and scenarios."""

from dinet.language import Sentence

VIEW_WORDS: dict[str, Sentence] = {
    "tree_open": Sentence("Open all"),
    "tree_close": Sentence("Close all"),
    "branch": Sentence("What hangs under {code}"),
    "also_under": Sentence("also under {codes}"),
    "no_target": Sentence("! no target"),
    "lone": Sentence("hangs on one effort: {code}"),
    "findings_count": Sentence("{count} findings"),
    "findings_count_one": Sentence("1 finding"),
    "themes_share": Sentence("What themes share"),
    "unsaid": Sentence("The document does not say what these serve."),
    "scenarios_view": Sentence("Scenarios beside each other"),
    "scenario_lead": Sentence(
        "A scenario is what you switch off under What if, with a name. The address of this "
        "page holds it, so it can be shared."
    ),
    "scenario_name": Sentence("Name of the scenario"),
    "scenario_keep": Sentence("Keep what is switched off as a scenario"),
    "scenario_show": Sentence("Show in all views"),
    "scenario_drop": Sentence("Remove the scenario {name}"),
    "same_in_all": Sentence("Unchanged in all"),
    "without": Sentence("Without {code}"),
    "without_effort": Sentence("{kind} without effort"),
    "fragile": Sentence("Hangs on one effort"),
    "none_fragile": Sentence("Nothing hangs on one effort alone."),
    "original_view": Sentence("Source text"),
    "original_lead": Sentence(
        "The document as it stands. Choose words to see what was read of them; choose an element "
        "elsewhere, and its words are lit here."
    ),
    "original_left": Sentence(
        "The document is too long to stand here whole: {count} of its parts are left out or cut "
        "off. dinet read DOCUMENT --report FILE.html shows all of it."
    ),
    "original_unread": Sentence("not read"),
    "read_there": Sentence("In the source text"),
    "view_keep": Sentence("Keep this view"),
    "view_name": Sentence("Name of the view"),
    "view_drop": Sentence("Remove the view {name}"),
    "present_end": Sentence("End"),
    "step_back": Sentence("Back"),
    "step_forth": Sentence("Next"),
    "close": Sentence("Close"),
    "tour": Sentence("The page in five steps: {number} of 5"),
    "tour_1": Sentence(
        "The overview says first what stands out. Each goal is a tile: a pattern and a word "
        "tell how efforts cover it."
    ),
    "tour_2": Sentence(
        "Choose a code: beside it stands all that the document says of it, and where."
    ),
    "tour_3": Sentence(
        "Search, theme and filters hold in every tab, and on paper too."
    ),
    "tour_4": Sentence(
        "Under What if you switch off an effort or an owner, and see what loses its support."
    ),
    "tour_5": Sentence(
        "Under Pass on you copy the link of exactly this view, take tables to Excel, print, "
        "or present."
    ),
}

OWNER_WORDS: dict[str, Sentence] = {
    "owners_view": Sentence("Who carries what"),
    "owners_lead": Sentence(
        "Each owner with the efforts, the goals that these serve, and what rests on nobody "
        "else: when that owner stops, it has no effort of its own left."
    ),
    "owner_stops": Sentence("What if this owner stops"),
    "rests_alone": Sentence("Rests on this owner alone"),
    "no_owner": Sentence("Without owner, or still to be found"),
}
"""Only in pages of documents that name owners."""
