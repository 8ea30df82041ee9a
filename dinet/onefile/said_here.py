"""What a page says where the command line would name an option or a command.

Who sees the page has no command line: a message has to say what to do here, by the words on the
buttons. Files that are saved keep the words that they always have.
"""

from dinet.language import Sentence

_ASKED_HERE = Sentence(
    "Choose Open questions above this page, fill in what serves what, and choose "
    "Use these answers."
)
SAID_HERE: dict[str, Sentence] = {
    "Name what holds goals and efforts so, say in a file for --mapping what a heading, column "
    "or table is, or in one for --dialect what your words mean, or fill in what dinet new "
    "makes.": Sentence(
        "Name what holds goals and efforts so in the document and add it again, or choose "
        "Save an empty form, fill that in and add it."
    ),
    "“dinet read {file} -o plan.din.yaml” also makes the form plan.koppeling.yaml, in which to "
    "fill in what serves what; “--mapping plan.koppeling.yaml” then reads it too.": _ASKED_HERE,
    "People are named as owners: {people}; addresses and numbers of people: {contacts}. "
    "With --redact owners they are left out.": Sentence(
        "People are named as owners: {people}; addresses and numbers of people: {contacts}. "
        "With Leave out names of people, under Settings, they are left out."
    ),
    "who publishes a programme leaves out officials by name, and addresses and numbers of "
    "people. This rule is asked for before publication; `--redact` then leaves them "
    "out.": Sentence(
        "who publishes a programme leaves out officials by name, and addresses and numbers of "
        "people. This rule is asked for before publication; Leave out names of people, under "
        "Settings, then leaves them out."
    ),
    "The document is too long to stand here whole: {count} of its parts are left out or cut "
    "off. dinet read DOCUMENT --report FILE.html shows all of it.": Sentence(
        "The document is too long to stand here whole: {count} of its parts are left out or "
        "cut off. How it was read, above this page, shows all of it."
    ),
    "Make the mapping form:": Sentence("Choose above this page:"),
    "dinet read {document} -o {file}": Sentence("Open questions"),
    "Fill in which efforts serve which goal in:": Sentence(
        "Fill in which efforts serve which goal, and choose:"
    ),
    "{form}": Sentence("Use these answers"),
    "Make this page anew with it:": Sentence(
        "The page is then made anew. To keep it, choose:"
    ),
    "Then make this page anew with it:": Sentence(
        "Then make this page anew with that form. Choose:"
    ),
    "dinet build {document} --mapping {form}": Sentence("Save"),
    "dinet build {document} --mapping {made}": Sentence("Add a document"),
    "Not saved: dinet watch does not answer.": Sentence(
        "Not saved: there is no answer."
    ),
    "The form {form} has been downloaded. Put it beside the document.": Sentence(
        "The form {form} has been downloaded. Choose Add a document, and choose that form: "
        "it is then used here."
    ),
}
"""By the English of the command line."""
ONLY_INSTALLED: dict[str, Sentence] = {
    "Install it with: pip install {library}": Sentence(
        "This file does not have it, and it needs an installed dinet. Save the document as "
        ".docx, .xlsx or .pdf, or ask your administrator."
    ),
}
"""What is said besides where libraries cannot be installed."""


def words_said_here(*, installed: bool) -> dict[str, str]:
    """English words for those of the command line.

    Args:
        installed: Libraries can be installed.
    """
    said = SAID_HERE if installed else SAID_HERE | ONLY_INSTALLED
    return {words: sentence.words for words, sentence in said.items()}
