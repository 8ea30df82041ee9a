"""The package as people use it from Python."""

import pytest

import dinet
from dinet.errors import (
    DocumentError,
    MissingInputError,
    UnknownElementError,
    UnknownFormatError,
)


def test_the_public_names_are_there_and_no_others() -> None:
    assert all(hasattr(dinet, name) for name in dinet.__all__)
    with pytest.raises(AttributeError):
        assert dinet.nothing


def test_a_missing_document_a_folder_and_a_strange_name_are_told_apart(
    tmp_path,
) -> None:
    with pytest.raises(MissingInputError, match="no such file"):
        dinet.read(tmp_path / "weg.docx")
    with pytest.raises(MissingInputError, match="this is a folder"):
        dinet.read(tmp_path)
    with pytest.raises(MissingInputError, match="cannot be read"):
        dinet.read("nul\0.docx")
    with pytest.raises(
        UnknownFormatError, match="does not read files of this kind"
    ):
        dinet.read_bytes(b"x", "plan.onbekend")


def test_a_huge_document_is_refused_before_it_is_read(tmp_path) -> None:
    with (tmp_path / "groot.txt").open("wb") as file:
        file.truncate(2**40)
    with pytest.raises(
        DocumentError, match="is 1048576 MB; dinet reads at most 50 MB"
    ):
        dinet.read(tmp_path / "groot.txt")


def test_an_unknown_element_is_also_a_key_that_is_not_there() -> None:
    network = dinet.Network(dinet.read("examples/hoogeveen.docx"))
    with pytest.raises(KeyError) as error:
        assert network["D99"]
    assert (
        str(error.value)
        == "there is no element D99 in this programme. Did you mean D9?"
    )
    assert isinstance(error.value, UnknownElementError)


def test_a_programme_can_be_audited_and_written_without_a_network_of_ones_own() -> (
    None
):
    programme = dinet.read("examples/hoogeveen.txt")
    assert dinet.audit(programme) == dinet.audit(dinet.Network(programme))
    assert dinet.write(dinet.Network(programme), (), "json").startswith(b"{")


@pytest.mark.parametrize("name", ["plan.doc", "plan.xls"])
def test_a_file_of_older_office_is_refused_with_advice(name: str) -> None:
    with pytest.raises(
        UnknownFormatError, match=r"Save it as \.docx or \.xlsx, or as PDF"
    ):
        dinet.api.read_bytes(b"x", name)
