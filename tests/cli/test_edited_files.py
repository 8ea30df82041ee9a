"""What somebody edited is kept: dinet writes over its own work only."""

import re
from pathlib import Path

import pytest

import dinet
from dinet.native.seal import may_be_replaced
from tests.builder import network
from tests.cli.running import Run
from tests.documents import para, table, word

NATIVE = Path("uit/brug.din.yaml")


@pytest.fixture
def bridges(run: Run) -> Run:
    """The command line, in a folder with a document and all that was built of it."""
    Path("brug.docx").write_bytes(
        word(
            para("Veilige bruggen"),
            table(
                ["Doel", "Inspanning"],
                ["De bruggen zijn veilig.", "Leuningen vernieuwen."],
            ),
        )
    )
    assert run("build", "brug.docx", "-o", "uit").status == 0
    return run


def edit(old: str, new: str) -> bytes:
    text = NATIVE.read_text(encoding="utf-8")
    assert old in text
    NATIVE.write_text(text.replace(old, new), encoding="utf-8")
    return NATIVE.read_bytes()


@pytest.mark.slow
def test_build_keeps_an_edited_native_file_and_makes_the_rest_anew(
    bridges: Run,
) -> None:
    edited = edit("Leuningen vernieuwen", "Leuningen en lampen vernieuwen")
    Path("uit/brug.json").write_text("weg")
    ended = bridges("build", "brug.docx", "-o", "uit")
    assert ended.status == 0
    assert NATIVE.read_bytes() == edited
    assert "uit/brug.din.yaml: dit bestand is gewijzigd" in ended.out
    assert "Werk in dat bestand zelf verder" in ended.out
    assert Path("uit/brug.json").read_text().startswith("{")


@pytest.mark.slow
@pytest.mark.parametrize(
    "words",
    [
        ("read", "brug.docx"),
        ("write", "brug.docx", "--format", "yaml"),
    ],
)
def test_a_command_for_that_file_alone_refuses(
    bridges: Run, words: tuple[str, ...]
) -> None:
    edited = edit("De bruggen zijn veilig.", "# De bruggen\n      Veilig.")
    ended = bridges("--lang", "en", *words, "-o", str(NATIVE), "--lang", "en")
    assert ended.status == 73
    assert NATIVE.read_bytes() == edited
    assert "this file was changed since dinet wrote it" in ended.err
    assert "Go on with that file itself" in ended.err


@pytest.mark.slow
def test_what_nobody_touched_follows_the_document(bridges: Run) -> None:
    before = NATIVE.read_bytes()
    Path("brug.docx").write_bytes(
        word(table(["Doel", "Inspanning"], ["Droge voeten", "Pompen"]))
    )
    assert bridges("read", "brug.docx", "-o", str(NATIVE)).status == 0
    assert NATIVE.read_bytes() != before
    assert dinet.read(NATIVE).elements[0].text == "Droge voeten"


@pytest.mark.slow
def test_a_native_file_that_dinet_did_not_write_is_kept(bridges: Run) -> None:
    NATIVE.write_text("doelen: [Mijn eigen doel]\n", encoding="utf-8")
    assert bridges("read", "brug.docx", "-o", str(NATIVE)).status == 73
    assert dinet.read(NATIVE).elements[0].text == "Mijn eigen doel"


@pytest.mark.slow
def test_a_file_that_was_put_in_order_is_kept_and_can_be_read(
    bridges: Run,
) -> None:
    assert bridges("fmt", "--ids", str(NATIVE)).status == 0
    edit("De bruggen zijn veilig.", "Alle bruggen zijn veilig.")
    assert bridges("fmt", str(NATIVE)).status == 0
    assert bridges("read", "brug.docx", "-o", str(NATIVE)).status == 73
    assert dinet.read(NATIVE).elements[0].text == "Alle bruggen zijn veilig."


@pytest.mark.parametrize("form", ["yaml", "xlsx"])
def test_a_new_programme_never_takes_the_place_of_a_file(
    run: Run, form: str
) -> None:
    name = f"plan2.{form}"
    assert run("new", "--format", form, "-o", name).status == 0
    assert run("new", "--format", form, "-o", name).status == 0
    Path(name).write_bytes(b"mijn werk")
    ended = run("new", "--format", form, "-o", name)
    assert ended.status == 73
    assert "dit bestand is er al" in ended.err
    assert Path(name).read_bytes() == b"mijn werk"


def made(lang: str = "nl") -> bytes:
    world = network(
        "doelen: [{tekst: 'Schone lucht: overal', inspanningen: [Meten]}]"
    )
    return dinet.write(world, (), "yaml", dinet.Profile(lang=lang))


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_checksum_tells_an_untouched_file(lang: str) -> None:
    assert may_be_replaced(made(lang), b"")


def test_line_ends_and_marks_of_other_programs_change_nothing() -> None:
    stored = made().replace(b"\n", b"\r\n")
    assert may_be_replaced(b"\xef\xbb\xbf" + stored, b"")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"overal", b"buiten"),
        (b"\n", b"\n# een opmerking\n"),
        (b"dinet: 1", b"dinet: 1 "),
        (b"sha256 ", b"sha256 0"),
        (b"Meten", b"Meten\xff"),
    ],
)
def test_any_change_of_it_is_somebodys_work(old: bytes, new: bytes) -> None:
    changed = made().replace(old, new, 1)
    assert changed != made()
    assert not may_be_replaced(changed, b"")


def test_a_file_without_a_checksum_that_says_the_same_is_replaced() -> None:
    bare = re.sub(rb" \(sha256 \w+\)", b"", made())
    assert bare != made()
    assert may_be_replaced(bare, made())
