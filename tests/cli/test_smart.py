"""``dinet smart``: sentences, documents and JSON lines."""

import io
import json
import sys

import pytest

from tests.cli.running import Run

WHOLE = "In 2028 sport 60% van de jeugd (2022: 51%, bron: Sportmeting)."


@pytest.fixture
def feed(monkeypatch: pytest.MonkeyPatch) -> object:
    """Put bytes on the standard input."""

    def put(data: bytes) -> None:
        stream = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8")
        monkeypatch.setattr(sys, "stdin", stream)

    return put


def test_a_sentence_is_shown_with_its_parts_and_what_is_missing(
    run: Run,
) -> None:
    ended = run("smart", "Jongeren sporten vaker.")
    lines = ended.out.splitlines()
    assert ended.status == 0
    assert lines[0] == "Jongeren sporten vaker."
    assert lines[1] == "────────         ─────"
    assert lines[2] == "wie of wat       vaag"
    assert "  Tijdgebonden  nee" in lines
    assert "  - Noem een jaar: … uiterlijk in 20XX." in lines
    assert "  - Zeg waar “vaker” op neerkomt." in lines


def test_a_whole_target_has_nothing_to_complete(run: Run) -> None:
    ended = run("smart", WHOLE)
    assert "Om aan te vullen" not in ended.out
    assert "  Realistisch   te beoordelen  2022: 51%" in ended.out


def test_the_answer_is_in_the_language_that_was_asked(run: Run) -> None:
    ended = run("smart", "--lang", "en", WHOLE)
    assert "  Measurable  yes" in ended.out


def test_what_was_not_read_of_a_long_text_is_said(run: Run) -> None:
    ended = run("smart", f"{WHOLE} {'En verder. ' * 500}")
    first, *_ = [line for line in ended.out.splitlines() if "tekens" in line]
    assert first == "  Alleen de eerste 5000 van de 5563 tekens zijn gelezen."
    assert "tekens" not in run("smart", WHOLE).out


def test_a_report_of_the_past_is_called_so(run: Run) -> None:
    ended = run("smart", "In 2020 sportte 40% van de jeugd.")
    assert "Dit meldt alleen wat er was, en streeft niets na." in ended.out


def test_the_targets_of_a_document_are_shown_with_their_ids(run: Run) -> None:
    ended = run("smart", "plan.din.yaml")
    assert ended.status == 0
    assert ended.out.startswith("plan.din.yaml: 1 SMART-doel\n\nS1\n")
    assert "In 2028 sport 60% van de kinderen." in ended.out


def test_what_the_document_says_beside_the_sentence_is_not_asked_for(
    run: Run, tmp_path
) -> None:
    plan = (
        "doelen:\n  - tekst: Meer sport.\n    smart:\n"
        "      - tekst: Kinderen sporten vaker.\n"
        "        bron: Sportmeting\n"
    )
    (tmp_path / "bron.din.yaml").write_text(plan, encoding="utf-8")
    ended = run("smart", "bron.din.yaml")
    assert "Ernaast staat: bron Sportmeting" in ended.out
    assert "vandaan komen" not in ended.out
    assert "Noem een jaar" in ended.out


def test_sentences_and_documents_are_data_for_a_program(run: Run) -> None:
    ended = run("smart", "--format", "json", WHOLE, "plan.din.yaml")
    first, second = json.loads(ended.out)
    assert first["values"][0]["value"] == 60
    assert first["smart"]["R"]["verdict"] == "supported"
    assert first["text"][slice(*_place(first["deadline"][0]))] == "In 2028"
    assert second["id"] == "S1"


def _place(part: dict[str, int]) -> tuple[int, int]:
    return part["start"], part["end"]


def test_a_document_that_is_not_there_holds_up_no_other(run: Run) -> None:
    ended = run("smart", "weg.docx", WHOLE)
    assert ended.status == 66
    assert "weg.docx" in ended.err
    assert "Meetbaar" in ended.out


def test_each_json_line_is_answered_with_one(run: Run, feed) -> None:
    texts = ["60% sport in 2028.", "", "In 2020 was het 40%.", "\ud800"]
    lines = [
        json.dumps({"id": number, "text": text})
        for number, text in enumerate(texts)
    ]
    feed("\n".join(lines).encode())
    ended = run("smart", "--jsonl")
    answers = [json.loads(line) for line in ended.out.splitlines()]
    assert ended.status == 0
    assert [answer["id"] for answer in answers] == [0, 1, 2, 3]
    assert [answer["is_target"] for answer in answers][:3] == [
        True,
        False,
        False,
    ]
    assert [answer["text"] for answer in answers] == texts


@pytest.mark.parametrize(
    "line",
    [
        b"geen json",
        b'{"id": 1}',
        b'{"text": 4}',
        b'["text"]',
        b'{"text": "\xff"}',
        b"[" * 100_000,
        b"1" * 10_000,
    ],
)
def test_a_line_that_cannot_be_read_is_named_and_the_others_answered(
    run: Run, feed, line: bytes
) -> None:
    feed(b'\n{"text": "60% sport."}\n' + line + b'\n{"text": "50% sport."}\n')
    ended = run("smart", "--jsonl")
    assert ended.status == 65
    assert ended.err.startswith("regel 3: ")
    assert len(ended.out.splitlines()) == 2


@pytest.mark.parametrize("words", [(), ("--jsonl", "Een zin.")])
def test_it_is_wrong_use_to_ask_nothing_or_both(
    run: Run, words: tuple[str, ...]
) -> None:
    ended = run("smart", *words)
    assert ended.status == 2
    assert "geef zinnen, een document, of alleen --jsonl." in ended.err
