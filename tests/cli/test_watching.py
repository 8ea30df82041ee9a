"""The command ``dinet watch``, as it is used.

Real files that change, a real server, and what the terminal and the page are told.
"""

import http.client
import os
import shlex
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from dinet.cli.watching import live_page
from dinet.cli.watching.file_changes import moments_of_change
from dinet.cli.watching.watch import FollowedDocument, remember_ctrl_c
from tests.cli.running import PLAN, Run
from tests.cli.watched import PATIENCE, Watched

WITH_EFFORT = f"{PLAN}    inspanningen: [Bouwen van een hal.]\n"
BROKEN = "doelen: ["
Start = Callable[..., Watched]

pytestmark = pytest.mark.skipif(
    os.name == "nt", reason="Ctrl-C reaches the tests themselves there"
)


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start to watch ``plan.din.yaml``; what still runs at the end is stopped."""
    running: list[Watched] = []

    def started(*words: str, env: dict[str, str] | None = None) -> Watched:
        file = tmp_path / "plan.din.yaml"
        file.write_text(PLAN, encoding="utf-8")
        running.append(Watched(file, *words, env=env))
        running[-1].begun()
        return running[-1]

    yield started
    for each in running:
        each.stop()


@pytest.fixture
def watched(start: Start) -> Watched:
    return start("--no-browser")


# following


def test_a_change_reaches_the_page_and_the_terminal(watched: Watched) -> None:
    news = watched.news()
    before = next(news)
    watched.write(WITH_EFFORT)
    after = next(news)
    assert (before["message"], after["message"]) == ("", "")
    assert before["edition"] != after["edition"]
    assert f'data-edition="{after["edition"]}"' in watched.page()
    assert "Bouwen van een hal." in watched.page()
    said = watched.until("2 bevindingen: 0 fouten")
    assert said[0].startswith("- FOUT  DC101 goal_without_effort  D1")
    watched.write(PLAN)
    assert watched.until("3 bevindingen: 1 fout")[0].startswith(
        "+ FOUT  DC101 goal_without_effort  D1"
    )


def test_a_document_that_cannot_be_read_is_told_and_the_last_good_network_stays(
    watched: Watched,
) -> None:
    news = watched.news()
    good = next(news)
    watched.write(BROKEN)
    bad = next(news)
    assert bad["edition"] == good["edition"]
    assert bad["message"].startswith("plan.din.yaml:")
    assert watched.until("plan.din.yaml:")[-1] == bad["message"]
    assert "Meer kinderen sporten." in watched.page()
    watched.write(PLAN)
    assert next(news) == good
    assert watched.until("3 bevindingen: 1 fout")


@pytest.mark.slow
def test_a_page_that_is_opened_later_hears_what_is_the_matter_at_once(
    watched: Watched,
) -> None:
    watched.write(BROKEN)
    said = watched.until("plan.din.yaml:")[-1]
    assert next(watched.news())["message"] == said


def test_a_file_that_is_away_for_a_moment_is_waited_for(
    watched: Watched,
) -> None:
    """As Word saves.

    A lock beside it, the new file under another name, the old one put aside and then thrown
    away.
    """
    news = watched.news()
    first = next(news)
    folder = watched.file.parent
    (folder / "~$plan.din.yaml").write_bytes(bytes(162))
    (folder / "~WRD0001.tmp").write_text(WITH_EFFORT, encoding="utf-8")
    watched.file.rename(folder / "~WRL0001.tmp")
    (folder / "~WRD0001.tmp").rename(watched.file)
    (folder / "~WRL0001.tmp").unlink()
    (folder / "~$plan.din.yaml").unlink()
    after = next(news)
    assert (after["message"], after["edition"] != first["edition"]) == (
        "",
        True,
    )


@pytest.mark.slow
def test_a_file_that_stays_away_is_told_until_it_is_back(
    watched: Watched,
) -> None:
    news = watched.news()
    first = next(news)
    aside = watched.file.rename(watched.file.with_name("weg"))
    gone = next(news)
    assert "dit bestand is er niet" in gone["message"]
    assert gone["edition"] == first["edition"]
    aside.rename(watched.file)
    assert next(news) == first


def test_a_document_that_says_the_same_is_no_news(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "plan.din.yaml"
    file.write_text(PLAN, encoding="utf-8")
    followed = FollowedDocument(str(file), {})
    before = next(followed.live.follow_news())
    capsys.readouterr()
    file.write_text(f"# opmerking\n{PLAN}", encoding="utf-8")
    followed.look_again()
    assert (next(followed.live.follow_news()), capsys.readouterr().out) == (
        before,
        "",
    )
    file.write_text(WITH_EFFORT, encoding="utf-8")
    followed.look_again()
    assert next(followed.live.follow_news()) != before
    assert "- FOUT  DC101" in capsys.readouterr().out


def test_a_folder_that_cannot_be_watched_is_looked_at_all_the_same(
    tmp_path: Path,
) -> None:
    with moments_of_change([tmp_path / "weg" / "plan.din.yaml"]) as happening:
        assert next(happening) is None


@pytest.mark.slow
def test_a_mapping_file_is_followed_too(tmp_path: Path, start: Start) -> None:
    form = tmp_path / "plan.koppeling.yaml"
    form.write_text("koppeling: {}\n", encoding="utf-8")
    watched = start("--no-browser", "--mapping", form.name)
    news = watched.news()
    next(news)
    form.write_text("koppeling: [\n", encoding="utf-8")
    assert next(news)["message"].startswith("plan.koppeling.yaml")


@pytest.mark.slow
def test_a_dialect_is_followed_too(tmp_path: Path, start: Start) -> None:
    words = tmp_path / "woorden.toml"
    words.write_text('doel = ["stip"]\n', encoding="utf-8")
    watched = start("--no-browser", "--dialect", words.name)
    news = watched.news()
    first = next(news)
    words.write_text("doel = [\n", encoding="utf-8")
    wrong = next(news)
    assert (wrong["message"].partition(":")[0], wrong["edition"]) == (
        "woorden.toml",
        first["edition"],
    )
    words.write_text('doel = ["punt"]\n', encoding="utf-8")
    assert next(news) == first


@pytest.mark.slow
def test_a_list_of_names_is_followed_too(tmp_path: Path, start: Start) -> None:
    names = tmp_path / "namen.txt"
    names.write_text("Jorinde Testkamp\n", encoding="utf-8")
    watched = start("--no-browser", "--redact", names.name)
    news = watched.news()
    next(news)
    watched.write(
        f"{PLAN}    inspanningen: "
        "[{tekst: Testkamp en Proefhof bouwen een hal, trekker: Jorinde Testkamp}]\n"
    )
    next(news)
    assert "Proefhof" in watched.page()
    names.write_text("Jorinde Testkamp\nProefhof\n", encoding="utf-8")
    next(news)
    assert "Proefhof" not in watched.page()


@pytest.mark.slow
def test_names_stay_away_from_the_page_when_asked(start: Start) -> None:
    watched = start("--no-browser", "--redact", "owners")
    watched.write(
        f"{PLAN}    inspanningen: [{{tekst: Bouwen van een hal, trekker: Jorinde Testkamp}}]\n"
    )
    watched.until("bevindingen")
    assert "Bouwen van een hal" in watched.page()
    assert "Testkamp" not in watched.page()


# the server


def answered(
    watched: Watched, path: str, method: str = "GET", **headers: str
) -> http.client.HTTPResponse:
    parts = urlsplit(watched.address)
    connection = http.client.HTTPConnection(
        parts.hostname or "", parts.port, timeout=PATIENCE
    )
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer


def test_only_the_address_that_was_printed_is_answered(
    watched: Watched,
) -> None:
    parts = urlsplit(watched.address)
    assert parts.hostname == "127.0.0.1"
    page, token = parts.path, parts.path.strip("/")
    assert len(token) >= 20
    assert answered(watched, page).status == 200
    elsewhere = (
        "/",
        "/favicon.ico",
        f"/{token}",
        f"/{token[:-1]}x/",
        f"{page}../",
        f"{page}plan.din.yaml",
        "/%E2%82%AC",
        "//",
    )
    assert {answered(watched, path).status for path in elsewhere} == {404}
    assert {
        answered(watched, page, method).status
        for method in ("POST", "HEAD", "PUT", "OPTIONS")
    } == {405}
    for host in (
        "evil.example",
        f"evil.example:{parts.port}",
        "127.0.0.1",
        f"localhost.evil.example:{parts.port}",
    ):
        assert answered(watched, page, Host=host).status == 403
        assert answered(watched, f"{page}changes", Host=host).status == 403


@pytest.mark.slow
def test_an_answer_is_not_kept_shared_or_framed(watched: Watched) -> None:
    answer = answered(
        watched, urlsplit(watched.address).path, Origin="https://evil.example"
    )
    assert answer.getheader("Cache-Control") == "no-store"
    assert (
        answer.getheader("Content-Security-Policy") == "frame-ancestors 'none'"
    )
    assert answer.getheader("Cross-Origin-Resource-Policy") == "same-origin"
    assert answer.getheader("Server") == "dinet"
    assert not [
        name
        for name, _ in answer.getheaders()
        if name.startswith("Access-Control")
    ]


def test_a_page_is_written_to_without_news_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What nobody reads any more is noticed so."""
    monkeypatch.setattr(live_page, "_SILENCE", 0.0)
    shown = live_page.LivePage("")
    shown.show_message("weg")
    news = shown.follow_news()
    assert next(news).startswith("data: ")
    shown.show_message("weg")
    assert next(news) == ":\n\n"
    shown.close_page()
    assert list(news) == []


def test_ctrl_c_ends_it_with_status_0_and_lets_go_of_the_page(
    watched: Watched,
) -> None:
    news = watched.news()
    next(news)
    assert watched.stop() == 0
    assert list(news) == []
    with pytest.raises(ConnectionRefusedError):
        answered(watched, "/")


def test_ctrl_c_is_remembered_also_where_python_loses_it() -> None:
    before = signal.getsignal(signal.SIGINT)
    with remember_ctrl_c() as ended:
        assert not ended.is_set()
        with suppress(
            KeyboardInterrupt
        ):  # as Python does while it throws objects away
            signal.raise_signal(signal.SIGINT)
        assert ended.is_set()
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.slow
def test_a_port_can_be_chosen_and_one_that_is_taken_is_wrong_use(
    start: Start, run: Run
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ended = run(
            "watch",
            "plan.din.yaml",
            "--no-browser",
            "--port",
            str(port),
            "--lang",
            "en",
        )
    assert ended.status == 2
    assert f"port {port} cannot be used" in ended.err
    assert (
        urlsplit(start("--no-browser", "--port", str(port)).address).port
        == port
    )


@pytest.mark.slow
def test_the_page_is_opened_in_the_browser_of_the_system(
    tmp_path: Path, start: Start
) -> None:
    browser = tmp_path / "browser.py"
    browser.write_text(
        "import sys\nprint('opened', sys.argv[1], flush=True)\n",
        encoding="utf-8",
    )
    watched = start(
        env={
            **os.environ,
            "BROWSER": f"{shlex.join([sys.executable, str(browser)])} %s",
        }
    )
    assert watched.until("opened")[-1] == f"opened {watched.address}"


# beginning


@pytest.mark.parametrize(
    ("name", "text", "status"),
    [
        ("weg.docx", None, 66),
        ("plan.din.yaml", BROKEN, 65),
        ("-", None, 2),
        ("foto.png", "PNG", 65),
    ],
)
def test_a_document_that_cannot_be_read_at_the_start_ends_it(
    run: Run, name: str, text: str | None, status: int
) -> None:
    if text:
        Path(name).write_text(text, encoding="utf-8")
    ended = run("watch", name, "--no-browser")
    assert (ended.status, ended.out) == (status, "")
    assert ended.err


@pytest.mark.parametrize("library", ["watchdog", "werkzeug"])
@pytest.mark.slow
def test_a_library_that_is_not_there_is_named(
    tmp_path: Path, library: str
) -> None:
    code = f"import sys; sys.modules['{library}'] = None; from dinet.cli import program; program()"
    command = [sys.executable, "-c", code, "watch", "plan.din.yaml"]
    ended = subprocess.run(
        command,
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ended.returncode == 69
    assert f"pip install {library}" in ended.stderr
