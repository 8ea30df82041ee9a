"""``dinet open`` as its page uses it: a real server, a real desk, files on disk."""

import http.client
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest

from dinet.cli.opening.desk_process import DeskProcess, DeskSettings
from dinet.cli.opening.desk_server import MOST_POSTED, ServedDesk, serve_desk
from tests.cli.running import PLAN, Run

PATIENCE = 60
"""Seconds after which a test gives up; nothing takes so long."""


class Opened(NamedTuple):
    """A desk that is served, with one document on disk."""

    file: Path
    process: DeskProcess
    desk: ServedDesk
    address: str
    editions: list[str]

    def post(
        self, what: str, body: bytes = b"{}\n", **other: str | None
    ) -> tuple[int, bytes]:
        """What is answered; with other headers or another path when these are named."""
        parts = urlsplit(self.address)
        headers = {
            "Host": parts.netloc,
            "Origin": f"http://{parts.netloc}",
            "X-Token": self.desk.token,
            "Content-Type": "application/octet-stream",
            "Content-Length": str(len(body)),
        }
        path = other.pop("path", None) or parts.path + what
        for name, value in other.items():
            headers[name.replace("_", "-")] = value or ""
        sent = {name: value for name, value in headers.items() if value}
        connection = http.client.HTTPConnection(parts.netloc, timeout=PATIENCE)
        connection.putrequest("POST", path, skip_host=True)
        for name, value in sent.items():
            connection.putheader(name, value)
        connection.endheaders(body)
        answer = connection.getresponse()
        told = answer.read()
        connection.close()
        return answer.status, told

    def start(self) -> str:
        """Load the page anew; what to ask it by."""
        _, told = self.post("start")
        self.editions.append(str(json.loads(told)["edition"]))
        return self.editions[-1]

    def call(self, method: str, data: bytes = b"", **given: Any) -> Any:
        """What the page that was loaded last is told, or the status when it is told nothing."""
        edition = given.pop("edition", self.editions[-1])
        asked = {"lang": "nl", "key": "disk0", "name": "x", **given}
        line = json.dumps({"method": method, "arguments": asked})
        body = line.encode() + b"\n" + data
        status, answer = self.post("call", body, X_Edition=edition)
        if status != 200:
            return status
        return json.loads(answer.partition(b"\n")[0])


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    folder = tmp_path_factory.mktemp("open")
    file = folder / "plan.din.yaml"
    file.write_text(PLAN, encoding="utf-8")
    settings = DeskSettings(folder / "desk", {"disk0": file})
    process = DeskProcess(settings)
    desk = ServedDesk(process, lambda token: f"page {token}".encode())
    with serve_desk(desk, 0) as address:
        opened = Opened(file, process, desk, address, [])
        opened.start()
        yield opened
    process.end()


# who may ask


@pytest.mark.parametrize(
    ("other", "status"),
    [
        ({"Host": "evil.example"}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": None}, 403),
        ({"X_Token": "guessed"}, 403),
        ({"X_Token": None}, 403),
        ({"Content_Type": "text/plain"}, 415),
        ({"Content_Length": None}, 411),
        ({"Content_Length": str(MOST_POSTED + 1)}, 413),
        ({"path": "/call"}, 404),
    ],
)
def test_only_the_page_itself_is_answered_and_not_too_much(
    opened: Opened, other: dict[str, str | None], status: int
) -> None:
    assert opened.post("call", **other) == (status, b"")


@pytest.mark.parametrize(
    "path", ["", "../", "..%2f", "/etc/passwd", "call", "plan.din.yaml"]
)
def test_nothing_but_the_page_can_be_got(opened: Opened, path: str) -> None:
    parts = urlsplit(opened.address)
    connection = http.client.HTTPConnection(parts.netloc, timeout=PATIENCE)
    connection.request("GET", parts.path + path)
    answer = connection.getresponse()
    told = answer.read()
    connection.close()
    if path:
        assert (answer.status, told) == (404, b"")
    else:
        assert told.startswith(b"page ")


# what it does


def test_a_document_on_disk_is_read_where_it_is_and_never_written(
    opened: Opened,
) -> None:
    told = opened.call("read_document", b"doelen: [Anders]")
    assert told["overview"][0].startswith("plan.din.yaml: 1 doel")
    assert opened.file.read_text(encoding="utf-8") == PLAN


def test_outputs_go_beside_the_document_and_over_nothing(
    opened: Opened,
) -> None:
    opened.call("read_document")
    folder = opened.file.parent
    (folder / "plan.csv").write_text("van mij", encoding="utf-8")
    written = [
        opened.call("save_beside", form=form)["written"]
        for form in ("csv", "csv", "yaml", "md")
    ]
    assert [Path(each).name for each in written] == [
        "plan (2).csv",
        "plan (2).csv",
        "plan (2).din.yaml",
        "plan.md",
    ]
    assert (folder / "plan.csv").read_text(encoding="utf-8") == "van mij"
    (folder / "plan.md").write_text("bewerkt", encoding="utf-8")
    again = opened.call("save_beside", form="md")["written"]
    assert Path(again).name == "plan (2).md"
    assert opened.file.read_text(encoding="utf-8") == PLAN


@pytest.mark.parametrize("key", ["..", "../..", "/", "", "a/b"])
def test_a_key_leads_nowhere_else(opened: Opened, key: str) -> None:
    for method in ("read_document", "close_document", "save_beside"):
        told = opened.call(method, PLAN.encode(), key=key, form="md")
        assert "defect" in told
    assert opened.file.is_file()


def test_a_name_stays_within_the_desk(opened: Opened) -> None:
    name = "../../weg.din.yaml"
    told = opened.call("read_document", PLAN.encode(), key="1", name=name)
    assert told["overview"]
    assert not list(opened.file.parent.parent.glob("weg*"))
    assert (
        "KeyError"
        in (opened.call("save_beside", key="1", form="md")["defect"])
    )


def test_another_page_takes_over_and_the_first_hears_so(
    opened: Opened,
) -> None:
    first = opened.start()
    opened.start()
    assert opened.call(edition=first, method="list_formats") == 409
    formats = opened.call("list_formats")
    assert all(each["here"] for each in formats["outputs"])


def test_a_desk_that_dies_is_told_and_starts_anew(opened: Opened) -> None:
    opened.process.end()
    assert opened.call("list_formats") == 502
    opened.start()
    assert opened.call("read_document")["overview"]


def test_what_is_no_call_ends_nothing(opened: Opened) -> None:
    assert (
        opened.post("call", b"no JSON\n", X_Edition=opened.editions[-1])[0]
        == 400
    )
    assert opened.call("list_formats")["reads"]


# the command


def test_the_command_serves_its_page_until_that_ends_it(
    tmp_path: Path,
) -> None:
    (tmp_path / "plan.din.yaml").write_text(PLAN, encoding="utf-8")
    command = [sys.executable, "-u", "-m", "dinet", "open", "--no-browser"]
    running = subprocess.Popen(
        [*command, "plan.din.yaml", "--lang", "nl"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert running.stdout
    said, address = (running.stdout.readline().strip() for _ in range(2))
    with urlopen(address, timeout=PATIENCE) as answer:
        page = answer.read().decode()
    (served,) = re.findall(r'id="part-served">(.*?)</script>', page)
    facts = json.loads(served)
    assert facts["documents"] == [["disk0", "plan.din.yaml"]]
    assert "connect-src &#39;self&#39;" in page
    assert said.startswith("dinet is open; Ctrl-C of de knop")
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.netloc, timeout=PATIENCE)
    headers = {
        "Origin": f"http://{parts.netloc}",
        "X-Token": facts["token"],
        "Content-Type": "application/octet-stream",
    }
    connection.request("POST", f"{parts.path}end", b"{}\n", headers)
    assert connection.getresponse().status == 200
    connection.close()
    assert running.wait(PATIENCE) == 0
    running.stdout.close()


@pytest.mark.parametrize(("word", "status"), [("weg.docx", 66), ("-", 2)])
def test_what_cannot_be_opened_is_refused_at_once(
    run: Run, word: str, status: int
) -> None:
    ended = run("open", "--no-browser", word)
    assert (ended.status, ended.out) == (status, "")
    assert ended.err
