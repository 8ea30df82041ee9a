"""What the scripts of the page say in the views that they make: tree, owners and scenarios."""

from dinet.language import Sentence

VIEW_WORDS: dict[str, Sentence] = {
    "tree_open": Sentence("Open all"),
    "tree_close": Sentence("Close all"),
    "branch_open": Sentence("Open {code}"),
    "branch_close": Sentence("Close {code}"),
    "also_under": Sentence("also under {codes}"),
    "no_target": Sentence("! no target"),
    "lone": Sentence("hangs on one effort: {code}"),
    "findings_count": Sentence("{count} findings"),
    "findings_count_one": Sentence("1 finding"),
    "themes_share": Sentence("What themes share"),
    "unsaid": Sentence("The document does not say what these serve."),
}
