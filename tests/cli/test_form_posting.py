"""What is chosen in the page of ``dinet watch`` goes into the form on disk, and only from there."""

import http.client
import json
import os
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml.html import fromstring

from dinet.application.opened_document import open_document
from dinet.cli.watching.form_file import FormFile
from dinet.interpret.mapping.mapping_form import mapping_form
from dinet.interpret.mapping.sameness_questions import key_of_texts
from dinet.interpret.mapping.written_answers import (
    FormAnswer,
    read_answer,
    write_answer,
)
from tests.browser.conftest import EXAMPLES
from tests.cli.watched import PATIENCE, Watched

PLAN = """# Plan

## Doelen

- Meer sport.
- Meer rust.

## Inspanningen

- Bouwen.
- Les.
"""
KEY = "I1 Bouwen."

Start = Callable[..., Watched]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    running: list[Watched] = []

    def started(*words: str) -> Watched:
        file = tmp_path / "plan.md"
        file.write_text(PLAN, encoding="utf-8")
        running.append(Watched(file, "--no-browser", *words))
        running[-1].begun()
        return running[-1]

    yield started
    for each in running:
        each.stop()


def post(
    watched: Watched, ids: list[str], **other: str | None
) -> tuple[int, dict[str, object]]:
    """An answer as the page sends it; with other headers or another path when these are named."""
    parts = urlsplit(watched.address)
    script = fromstring(watched.page()).xpath("//script[@data-token]")[0]
    headers = {
        "Origin": f"http://{parts.netloc}",
        "X-Token": script.get("data-token"),
        "Content-Type": "application/json",
        "If-Match": f'"{script.get("data-form")}"',
    }
    path = other.pop("path", f"{parts.path}form")
    named = {name.replace("_", "-"): value for name, value in other.items()}
    headers |= named
    body = json.dumps({"list": "inspanningen", "key": KEY, "ids": ids})
    connection = http.client.HTTPConnection(
        parts.hostname or "", parts.port, timeout=PATIENCE
    )
    sent = {name: value for name, value in headers.items() if value}
    connection.request("POST", str(path), body, sent)
    answer = connection.getresponse()
    text = answer.read()
    connection.close()
    return answer.status, json.loads(text) if text else {}


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C reaches the tests there")
def test_a_choice_is_written_and_anothers_change_is_never_overwritten(
    start: Start,
) -> None:
    watched = start()
    form = watched.file.with_name("plan.koppeling.yaml")
    news = watched.news()
    next(news)
    status, said = post(watched, ["D2"])
    written = form.read_bytes()
    assert status == 200
    assert said["edition"] == sha256(written).hexdigest()
    next(news)
    assert "plan.koppeling.yaml" in watched.page()  # it is read with it now
    mine = written.replace(b"[D2]", b"[D1]  # van mij")
    seen = f'"{said["edition"]}"'
    form.write_bytes(mine)
    status, said = post(watched, ["D2"], If_Match=seen)
    assert (status, said["ids"]) == (409, ["D1"])
    assert form.read_bytes() == mine
    status, _ = post(watched, ["D1", "D2"], If_Match=f'"{said["edition"]}"')
    assert status == 200
    assert form.read_text("utf-8") == mine.decode().replace(
        "[D1]  #", "[D1, D2] #"
    )


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C reaches the tests there")
def test_a_page_from_elsewhere_writes_nothing(start: Start) -> None:
    watched = start()
    own = urlsplit(watched.address).netloc
    refused = {
        "Origin": ("https://evil.example", "null", f"https://{own}", None),
        "X_Token": ("x" * 22, None),
        "Host": ("evil.example",),
    }
    for name, values in refused.items():
        for value in values:
            assert post(watched, ["D1"], **{name: value})[0] == 403
    assert post(watched, ["D1"], Content_Type="text/plain")[0] == 415
    assert post(watched, ["D1"], If_Match=None)[0] == 428
    assert post(watched, ["D1"], path="/form")[0] == 405
    assert post(watched, ["D9"])[0] == 400
    assert post(watched, ["I2"])[0] == 400
    assert os.listdir(watched.file.parent) == ["plan.md"]


def test_a_form_that_was_not_named_is_not_written_in_unasked(
    tmp_path: Path,
) -> None:
    """Who never said ``--mapping`` may not know that it is there."""
    path = tmp_path / "plan.koppeling.yaml"
    path.write_text('koppeling: 1\ninspanningen: {"I1": [D2]}\n')
    document = tmp_path / "plan.md"
    document.write_text(PLAN, encoding="utf-8")
    form = FormFile(path, is_used=False)
    form.note_edition()
    form.programme = open_document(str(document)).programme
    posted = json.dumps({"list": "inspanningen", "key": KEY, "ids": ["D1"]})
    reply = form.take_answer(posted.encode(), form.edition)
    assert (reply.status, reply.ids) == (409, ("D2",))
    assert form.take_answer(posted.encode(), reply.edition).status == 200
    assert '"I1": [D1]' in path.read_text("utf-8")
    path.write_text("koppeling: [\n", encoding="utf-8")
    refused = form.take_answer(posted.encode(), form.edition)
    assert (refused.status, path.read_text("utf-8")) == (
        422,
        "koppeling: [\n",
    )


def test_only_the_line_of_an_answer_changes_and_comments_are_kept() -> None:
    programme = open_document(str(EXAMPLES / "coevorden.docx")).programme
    form = (mapping_form(programme) or "").encode()
    written = write_answer(
        form, FormAnswer("groepen", "kolom 2", ("D1", "D3"))
    )
    before, after = (text.decode().splitlines() for text in (form, written))
    changed = [
        pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]
    ]
    assert len(changed) == 1
    assert changed[0][1].startswith('  "kolom 2": [D1, D3]')
    assert changed[0][1].split("#")[1] == changed[0][0].split("#")[1]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_ends_of_lines_and_the_mark_of_the_file_stay(mark: bytes) -> None:
    form = mark + b"koppeling: 1\r\nzelfde:\r\n  - [I3, I7] # ja\r\n"
    written = write_answer(form, FormAnswer("doelen", "D7 Rust", ("D1",)))
    assert written == mark + (
        b'koppeling: 1\r\ndoelen:\r\n  "D7 Rust": [D1]\r\n'
        b"zelfde:\r\n  - [I3, I7] # ja\r\n"
    )


def test_two_texts_are_taken_apart_and_together_again_in_the_form() -> None:
    key = key_of_texts("Een hal", "De hal: nieuw")
    form = b"koppeling: 1 # van ons\n"
    apart = write_answer(form, FormAnswer("zelfde", key, ("niet-zelfde",)))
    assert b'niet-zelfde:\n  - ["Een hal", "De hal: nieuw"]\n' in apart
    assert read_answer(apart, FormAnswer("zelfde", key, ())) == (
        "niet-zelfde",
    )
    again = write_answer(apart, FormAnswer("zelfde", key, ()))
    assert b"Een hal" not in again
    assert form in again


def test_whether_two_are_one_goes_into_the_form_with_its_comments_kept(
    tmp_path: Path,
) -> None:
    path = tmp_path / "plan.koppeling.yaml"
    path.write_text("koppeling: 1  # van ons\nzelfde:\n#  - [I1, I2]\n")
    document = tmp_path / "plan.md"
    document.write_text(PLAN, encoding="utf-8")
    form = FormFile(path, is_used=True)
    form.note_edition()
    form.programme = open_document(str(document)).programme

    def post_verdict(key: str, *ids: str, seen: str = "") -> int:
        posted = json.dumps({"list": "zelfde", "key": key, "ids": ids})
        seen = seen or sha256(path.read_bytes()).hexdigest()
        return form.take_answer(posted.encode(), seen).status

    def one_or_not() -> list[str]:
        opened = open_document(str(document), mapping=str(path))
        return [effort.id for effort in opened.network.efforts]

    assert post_verdict("I1 I2", "zelfde") == 200
    assert one_or_not() == ["I1"]
    assert post_verdict("I2 I1", "niet-zelfde") == 200
    assert one_or_not() == ["I1", "I2"]
    assert "# van ons" in path.read_text("utf-8")
    assert post_verdict("I1 I2", seen=form.edition) == 409
    assert post_verdict("I1 D1", "zelfde") == 400
    assert post_verdict("I1 I2", "zelfde", "niet-zelfde") == 400
