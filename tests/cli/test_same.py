"""``dinet same``: two sentences, a document and JSON lines."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import Run

FIRST = "In 2029 heeft 35% van de daken zonnepanelen."
REWORDED = "35 procent van de daken heeft zonnepanelen in 2029. Bron: CBS"
OTHER = "In 2029 heeft 45% van de daken zonnepanelen."


@pytest.fixture
def feed(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    """Put bytes on the standard input."""

    def put(data: bytes) -> None:
        stream = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8")
        monkeypatch.setattr(sys, "stdin", stream)

    return put


def test_two_sentences_are_compared_part_by_part(run: Run) -> None:
    ended = run("same", FIRST, OTHER)
    lines = [" ".join(line.split()) for line in ended.out.splitlines()]
    assert ended.status == 0
    assert lines[0] == "Deze spreken elkaar tegen."
    assert lines[2:] == [
        "≠ waarde 35% 45%",
        "= woorden daken zonnepanelen daken zonnepanelen",
        "= termijn In 2029 In 2029",
    ]


def test_the_answer_is_in_the_language_that_was_asked(run: Run) -> None:
    assert run("same", "--lang", "en", FIRST, REWORDED).out.startswith(
        "These say the same."
    )


def test_two_sentences_as_data(run: Run) -> None:
    data = json.loads(run("same", "--format", "json", FIRST, OTHER).out)
    assert data["label"] == "conflict"
    assert data["differing"] == [{"part": "value", "a": "35%", "b": "45%"}]


def test_a_document_shows_what_contradicts_with_places(
    run: Run, tmp_path: Path
) -> None:
    plan = tmp_path / "daken.csv"
    plan.write_text(
        f"Doel;SMART-doel\nMeer zon;{FIRST}\nMinder gas;{OTHER}\n"
        "Meer wind;In 2029 heeft 35% van de molens een buurtfonds.\n",
        encoding="utf-8",
    )
    ended = run("same", str(plan))
    assert ended.status == 0
    assert ended.out.startswith("S1, S2: Deze spreken elkaar tegen.\n")
    assert "rij 3" in ended.out
    assert "S3" not in ended.out
    data = json.loads(run("same", "--format", "json", str(plan)).out)
    assert [(pair["a"]["id"], pair["b"]["id"]) for pair in data] == [
        ("S1", "S2")
    ]


def test_a_document_without_such_pairs_says_so(run: Run) -> None:
    ended = run("same", "plan.din.yaml")
    told = " ".join(ended.out.split())
    assert "hetzelfde zeggen of elkaar tegenspreken" in told


def test_json_lines_are_answered_one_by_one(
    run: Run, feed: Callable[[bytes], None]
) -> None:
    lines = [
        {"id": 1, "a": FIRST, "b": REWORDED},
        {"id": "x", "a": FIRST, "b": "Bomen planten"},
    ]
    feed("\n".join(map(json.dumps, lines)).encode())
    ended = run("same", "--jsonl")
    told = [json.loads(line) for line in ended.out.splitlines()]
    assert [(line["id"], line["label"]) for line in told] == [
        (1, "same"),
        ("x", "different"),
    ]
    assert ended.status == 0


def test_a_line_without_two_texts_is_named_and_the_others_answered(
    run: Run, feed: Callable[[bytes], None]
) -> None:
    good = json.dumps({"id": 2, "a": FIRST, "b": FIRST})
    feed(f'[1]\n{{"a": "Een"}}\n{good}\n'.encode())
    ended = run("same", "--jsonl")
    assert ended.status != 0
    assert json.loads(ended.out)["label"] == "same"
    assert "regel 1" in ended.err
    assert "regel 2" in ended.err


@pytest.mark.parametrize(
    "arguments", [(), ("--jsonl", FIRST), (FIRST, OTHER, REWORDED)]
)
def test_other_arguments_are_refused(
    run: Run, arguments: tuple[str, ...]
) -> None:
    ended = run("same", *arguments)
    assert ended.status == 2
    assert "geef twee zinnen" in ended.err
