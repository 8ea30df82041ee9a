"""Where compiled templates are kept."""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import FileSystemLoader

from dinet.report.style_sheets import TEMPLATES_FOLDER
from dinet.report.template_engine import template_engine

TEMPLATE = "report/audit.html"


@pytest.fixture
def temporary(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """The folder for temporary files, when Python may keep what it compiles."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    template_engine.cache_clear()
    yield tmp_path
    template_engine.cache_clear()  # the next test has its own folder


def compiled_in(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.cache"))


def test_nothing_is_left_in_the_folder_of_the_package(temporary: Path) -> None:
    before = compiled_in(TEMPLATES_FOLDER)
    template_engine().get_template(TEMPLATE)
    assert len(compiled_in(temporary)) == 1
    assert compiled_in(TEMPLATES_FOLDER) == before


def test_a_compiled_template_is_taken_the_next_time(temporary: Path) -> None:
    template_engine().get_template(TEMPLATE)
    (kept,) = compiled_in(temporary)
    written = kept.stat().st_mtime_ns
    template_engine.cache_clear()  # as in another process
    template_engine().get_template(TEMPLATE)
    assert kept.stat().st_mtime_ns == written


def test_a_folder_that_is_no_folder_costs_only_time(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = temporary / "file"
    file.write_text("")
    monkeypatch.setattr(tempfile, "tempdir", str(file))
    assert template_engine().get_template(TEMPLATE)


def test_where_python_keeps_nothing_nothing_is_kept(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    template_engine().get_template(TEMPLATE)
    assert compiled_in(temporary) == []


def test_a_process_makes_one_engine_for_the_same_filters() -> None:
    assert template_engine() is template_engine()
    assert template_engine(loud=str.upper) is not template_engine()


def test_a_template_is_compiled_once_whatever_date_its_file_gets(
    tmp_path: Path,
) -> None:
    file = tmp_path / "plan.html"
    file.write_text("{{ goal }}", encoding="utf-8")
    engine = template_engine().overlay(loader=FileSystemLoader(tmp_path))
    before = engine.get_template("plan.html")
    os.utime(file, (1, 1))
    assert engine.get_template("plan.html") is before
