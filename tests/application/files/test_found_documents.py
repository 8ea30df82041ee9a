"""Files, folders and patterns become one list of documents, the same for every command."""

from pathlib import Path

import pytest

from dinet.application.auditing.audit_network import audit_network
from dinet.application.build_results import build_results
from dinet.application.files.found_documents import find_documents
from dinet.application.opened_document import open_document
from dinet.errors import DocumentError, MissingInputError
from dinet.limits import Limits, use_limits

PLAN = "doelen:\n  - tekst: Meer kinderen sporten.\n"


def names(*arguments: Path | str, besides: tuple[str, ...] = ()) -> list[str]:
    given = map(str, arguments)
    return [found.name for found in find_documents(given, besides)]


def put_files(folder: Path, *paths: str) -> None:
    for path in paths:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(PLAN, encoding="utf-8")


def test_a_folder_stands_for_the_documents_in_it_and_in_its_folders_by_name(
    tmp_path,
) -> None:
    put_files(tmp_path, "b.yaml", "A.din.yaml", "c/d.md", "c/e.csv")
    put_files(tmp_path, "foto.jpg", ".geheim.yaml", ".git/x.yaml")
    put_files(tmp_path, "~$b.docx", ".~lock.b.docx", "__MACOSX/b.yaml")
    put_files(tmp_path, "b.koppeling.yaml", "b.metingen.csv", "b.paren.yaml")
    assert names(tmp_path) == ["A.din.yaml", "b.yaml", "c/d.md", "c/e.csv"]


def test_a_pattern_stands_for_what_fits_and_two_stars_for_all_folders(
    tmp_path,
) -> None:
    put_files(tmp_path, "2024/a.yaml", "2026/b.yaml", "2026/x/c.md", ".d.md")
    assert names(tmp_path / "20*" / "*.yaml") == ["2024/a.yaml", "2026/b.yaml"]
    assert names(tmp_path / "**" / "*.md") == ["2026/x/c.md"]
    assert names(tmp_path / "20?6") == ["2026/b.yaml", "2026/x/c.md"]


def test_named_files_stay_as_given_and_a_name_like_a_pattern_is_that_file(
    tmp_path,
) -> None:
    put_files(tmp_path, "b.yaml", "a.yaml", "plan [1].yaml", "foto.jpg")
    given = [str(tmp_path / name) for name in ("foto.jpg", "b.yaml", "a.yaml")]
    assert names(*given) == given
    assert names(tmp_path / "plan [1].yaml") == [
        str(tmp_path / "plan [1].yaml")
    ]


def test_links_in_a_circle_end_and_a_file_reached_twice_counts_once(
    tmp_path,
) -> None:
    put_files(tmp_path, "een/plan.yaml")
    (tmp_path / "een" / "terug").symlink_to(tmp_path)
    (tmp_path / "nog eens").symlink_to(tmp_path / "een")
    assert names(tmp_path, tmp_path / "een" / "*.yaml") == ["een/plan.yaml"]


def test_what_build_made_is_passed_over_until_somebody_edits_the_native_file(
    tmp_path,
) -> None:
    put_files(tmp_path, "plan.yaml")
    opened = open_document(str(tmp_path / "plan.yaml"))
    findings = audit_network(opened.network)
    output = tmp_path / "output"
    for _ in build_results(opened, findings, str(output)):
        pass
    (output / "eigen.html").write_text("<p>Doel</p>", encoding="utf-8")
    assert names(tmp_path) == ["output/eigen.html", "plan.yaml"]
    assert names(tmp_path, besides=(str(output),)) == ["plan.yaml"]
    with (output / "plan.din.yaml").open("a", encoding="utf-8") as native:
        native.write("# van mij\n")
    assert "output/plan.din.yaml" in names(tmp_path)


def test_nothing_to_read_is_told_and_too_many_files_are_refused(
    tmp_path,
) -> None:
    put_files(tmp_path, "foto.jpg", "plan.yaml", "nog.yaml")
    for nothing in ("*.docx", "weg/**/*.yaml"):
        with pytest.raises(MissingInputError, match="fits this pattern"):
            names(tmp_path / nothing)
    (tmp_path / "leeg").mkdir()
    with pytest.raises(MissingInputError, match="this folder holds no"):
        names(tmp_path / "leeg")
    with (
        use_limits(Limits(documents=2)),
        pytest.raises(DocumentError, match="--limit documents=6"),
    ):
        names(tmp_path)
