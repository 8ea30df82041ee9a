"""What the page says names no option and no command: who sees it has neither."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dinet.language import Sentence, translate_words, use_other_words
from dinet.onefile.desk import Desk, told_here
from dinet.onefile.said_here import (
    ONLY_INSTALLED,
    SAID_HERE,
    words_said_here,
)
from dinet.onefile.site_archive import own_files

COMMAND = re.compile(
    r"""
    (?<![\w-])--[a-z]  |  \bpip[ ]install\b
    | \bdinet[ ](?:read|build|audit|new|write|compare|query|update|corpus|formats|rules|watch)\b
    """,
    re.VERBOSE,
)
NEVER_ASKED = {
    "dinet/application/auditing/baseline.py": "an earlier audit is an option",
    "dinet/application/auditing/commented_copy.py": "so is a commented copy",
    "dinet/application/comparing/pairing_file.py": "so are pairs of versions",
    "dinet/application/comparing/settled_pairs.py": "and those of documents",
    "dinet/application/picture_profile.py": "the name of an option alone",
    "dinet/limits.py": "said as a setting, by told_here",
    "dinet/onefile/desk.py": "which looks for it so",
    "dinet/application/publishing/redaction_wishes.py": "only names are asked",
    "dinet/application/publishing/woo_checks.py": "of a writer that is not here",
    "dinet/layout/render/graphviz.py": "the page draws dots",
    "dinet/layout/trimmed_picture.py": "a warning of the command that draws",
    "dinet/report/redaction/persons_form.py": "a list of people is an option",
    "dinet/report/sentences.py": "a line that the desk leaves out",
    "dinet/writers/audit/docx.py": "the name of what made a file that is saved",
    "dinet/writers/woo.py": "of a writer that is not here",
}
"""Files that say such things on the command line alone."""
REFUSED = b"<table><tr><th>Aap<th>Noot<tr><td>een<td>twee<tr><td>drie<td>vier</table>"
UNSAID = b"""
## Doelen

- Meer kinderen sporten
- Meer rust

## Inspanningen

- De hal bouwen (trekker: Anne Voorbeeld)
- Lessen geven
"""


def words_of_file() -> Iterator[tuple[str, str]]:
    """Every text that dinet says, with the file that says it, of those in the one file."""
    for name, data in own_files():
        if name.endswith(".py") and name != "dinet/onefile/said_here.py":
            yield from ((name, words) for words in words_of_code(data))


def words_of_code(source: bytes) -> Iterator[str]:
    """All its texts but docstrings, and the Dutch of a plug-in: its English is looked at."""
    tree = ast.parse(source)
    silent: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            silent.add(id(node.value))
        if isinstance(node, ast.Assign) and ast.unparse(node).startswith(
            "DUTCH"
        ):
            silent.update(map(id, getattr(node.value, "values", ())))
    for node in ast.walk(tree):
        is_text = isinstance(node, ast.Constant) and id(node) not in silent
        if is_text and isinstance(node.value, str):
            yield node.value


@pytest.mark.no_cover
def test_every_message_with_a_command_has_words_for_the_page() -> None:
    named = [each for each in words_of_file() if COMMAND.search(each[1])]
    known = SAID_HERE.keys() | ONLY_INSTALLED.keys() | set()
    left = {each for each in named if each[1] not in known}
    assert {name for name, _ in left} <= NEVER_ASKED.keys()
    assert len(named) > len(left)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_words_for_the_page_name_no_command(lang: str) -> None:
    with use_other_words(words_said_here(installed=False)):
        for words in SAID_HERE | ONLY_INSTALLED:
            assert not COMMAND.search(translate_words(words, lang))


@pytest.mark.no_cover
def test_the_words_for_the_page_are_of_messages_that_there_are() -> None:
    said = {words for _, words in words_of_file()}
    assert (SAID_HERE | ONLY_INSTALLED).keys() <= said | TEMPLATE_WORDS


TEMPLATE_WORDS = {"Then make this page anew with it:"}


def shown_by(desk: Desk, name: str, data: bytes, lang: str) -> Iterator[str]:
    given = {"key": "1", "lang": lang, "name": name}
    told = desk.answer_call("read_document", given, data).data
    yield str(told)
    if "error" not in told:
        for view in ("network", "reading", "audit"):
            page = desk.answer_call("show_view", {**given, "view": view}).file
            yield page.decode()


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize(
    ("name", "data"), [("aap.html", REFUSED), ("plan.md", UNSAID)]
)
def test_what_is_shown_names_no_command(
    tmp_path: Path, name: str, data: bytes, lang: str
) -> None:
    desk = Desk(tmp_path)
    rules = b'[regels]\naan = ["DX901"]\n'
    setting = {"name": "dinet.toml", "lang": lang}
    desk.answer_call("take_setting", setting, rules)
    for shown in shown_by(desk, name, data, lang):
        without_style = re.sub(
            r"(?s)<style>.*?</style>|var\(--\w.*?\)", "", shown
        )
        said = re.sub(
            r"(?s)<script>.*?</script>|style=\"[^\"]*\"", "", without_style
        )
        assert not COMMAND.search(said), COMMAND.search(said)


def test_what_is_saved_says_what_the_installed_dinet_says(
    tmp_path: Path,
) -> None:
    desk = Desk(tmp_path)
    given = {"key": "1", "lang": "en", "name": "plan.md", "view": "network"}
    desk.answer_call("read_document", given, UNSAID)
    shown = desk.answer_call("show_view", given).file.decode()
    saved = desk.answer_call("make_output", {**given, "form": "html"}).file
    assert "dinet build plan.md" not in shown
    assert "Use these answers" in shown
    assert b"--mapping" in saved


def test_an_empty_form_is_saved_and_read(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    made = desk.answer_call("make_empty", {"lang": "nl"})
    assert made.name == "programma om in te vullen.xlsx"
    assert made.file.startswith(b"PK")


def test_a_limit_is_told_as_a_setting() -> None:
    assert told_here("Als: --limit pdf-seconds=120", "nl") == (
        "Als: pdf-seconds=120 onder Instellingen, andere grenzen"
    )


def test_other_words_end_with_their_context() -> None:
    with use_other_words({"goal": "effort"}):
        assert str(Sentence("goal")) == "effort"
    assert str(Sentence("goal")) == "goal"
