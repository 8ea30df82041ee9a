"""A run that is killed in the middle and begun again: the same store, files and lines."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

duckdb = pytest.importorskip("duckdb")

PLANS = 300
PLAN = """
programma: Samen vooruit {number}
organisatie: Gemeente {town}
datum: {year}-01-01
doelen:
  - tekst: Meer kinderen sporten in wijk {number}.
    smart: ["In 2028 sport {share}% van de kinderen (in 2024: 50%)."]
    inspanningen: ["Een hal bouwen.", "Lessen geven in wijk {number}."]
"""
TABLES = ("documents", "elements", "links", "findings", "refused")


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    for number in range(PLANS):
        file = tmp_path / "plannen" / f"plan-{number:03}.din.yaml"
        file.parent.mkdir(exist_ok=True)
        town, year = number % 40, 2020 + number % 7
        share = 51 + number % 40
        text = PLAN.format(number=number, town=town, year=year, share=share)
        file.write_text(text, encoding="utf-8")
    (tmp_path / "plannen" / "leeg.txt").write_text("niets", encoding="utf-8")
    return tmp_path


def start(folder: Path, *words: str) -> subprocess.Popen[bytes]:
    """A command in a group of processes of its own, that can be killed as a whole."""
    root = Path(__file__).parents[2]
    return subprocess.Popen(
        [sys.executable, "-m", "dinet", *words],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(root)},
        start_new_session=True,
    )


def kill_after(process: subprocess.Popen[bytes], lines: int) -> None:
    """Kill it when it has written so many lines; its pool is to end by itself."""
    assert process.stdout
    for _ in range(lines):
        assert process.stdout.readline()
    process.kill()
    process.communicate()
    assert process.returncode == -signal.SIGKILL
    deadline = time.monotonic() + 30
    while is_group_alive(process.pid):
        assert time.monotonic() < deadline, "its pool is left behind"
        time.sleep(0.1)


def is_group_alive(group: int) -> bool:
    """Whether any process of a group runs still."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def rows_of(store: Path) -> dict[str, list[tuple[object, ...]]]:
    with duckdb.connect(str(store), read_only=True) as client:
        return {
            table: client.sql(f"FROM {table} ORDER BY ALL").fetchall()
            for table in (*TABLES, "same_text", "over_the_years")
        }


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="asks after a whole group")
def test_a_store_that_was_killed_half_way_ends_as_one_that_was_not(
    plans: Path,
) -> None:
    add = ("corpus", "add", "plannen", "--parquet", "uit", "--store")
    whole = plans / "heel"
    shutil.copytree(plans / "plannen", whole / "plannen")
    start(whole, *add, "c.duckdb").communicate()
    kill_after(start(plans, *add, "c.duckdb"), lines=PLANS // 2)
    assert not (plans / "uit").exists()
    rows = rows_of(plans / "c.duckdb")
    before = len(rows["documents"]) + len(rows["refused"])
    assert 0 < before < PLANS  # what was written, whole batches of it
    told = start(plans, *add, "c.duckdb").communicate()[0].decode()
    assert f"{before} stonden al in de verzameling." in told
    assert rows_of(plans / "c.duckdb") == rows_of(whole / "c.duckdb")
    for file in sorted((whole / "uit").iterdir()):
        again = plans / "uit" / file.name
        assert again.read_bytes() == file.read_bytes(), file.name


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="asks after a whole group")
def test_lines_of_json_are_the_same_after_a_kill(plans: Path) -> None:
    audit = ("audit", "plannen", "--format", "jsonl", "--resume", "klaar")
    whole = start(plans, *audit[:-2]).communicate()[0]
    kill_after(start(plans, *audit), lines=PLANS // 2)
    kept = len(list((plans / "klaar").rglob("*.json")))
    assert PLANS // 2 <= kept < PLANS
    assert start(plans, *audit).communicate()[0] == whole
