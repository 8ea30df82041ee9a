"""What files say of themselves: a title, whose they are, and a day only when one is stated."""

import io
import re
import zipfile

import pytest
from pypdf import PdfReader

from dinet.layout.style.profile import Profile
from dinet.network import Network
from dinet.writers import docx, pdf, pptx, report, xlsx
from tests.builder import network
from tests.writers.sport import SPORT

STATED = {
    "date": "vastgesteld op 3 maart 2026",
    "organisation": "Gemeente A & B",
}
OFFICE = (docx, pptx, xlsx)


def stating(facts: dict[str, str]) -> Network:
    programme = network(SPORT).programme
    identity = programme.identity.model_copy(
        update={"date": None, "organisation": None} | facts
    )
    return Network(programme.model_copy(update={"identity": identity}))


def core(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("docProps/core.xml").decode()


@pytest.mark.parametrize("writer", OFFICE, ids=lambda each: each.__name__[13:])
def test_an_office_file_says_whose_it_is_and_of_which_day(writer):
    told = core(writer.write(stating(STATED), (), Profile()))
    assert re.findall(r">(20\d\d-\S+?)<", told) == ["2026-03-03T00:00:00Z"] * 2
    assert ">Gemeente A &amp; B</dc:creator>" in told


@pytest.mark.parametrize("writer", OFFICE, ids=lambda each: each.__name__[13:])
def test_an_office_file_invents_no_day_and_no_author(writer):
    told = core(writer.write(stating({}), (), Profile()))
    assert not re.search(r"dcterms:(created|modified)>|1980|openpyxl", told)


@pytest.mark.parametrize("writer", [pdf, report])
def test_a_pdf_says_whose_it_is_and_of_which_day(writer):
    told = PdfReader(
        io.BytesIO(writer.write(stating(STATED), (), Profile()))
    ).metadata
    assert told.author == "Gemeente A & B"
    assert told["/CreationDate"].startswith("D:20260303")


def test_a_report_of_a_stated_day_can_be_archived():
    made = PdfReader(io.BytesIO(report.write(stating(STATED), (), Profile())))
    metadata = made.root_object["/Metadata"].get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in metadata
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in metadata


def test_a_report_of_no_stated_day_can_be_read_and_not_archived():
    made = PdfReader(io.BytesIO(report.write(stating({}), (), Profile())))
    metadata = made.root_object["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1" in metadata
    assert "pdfaid" not in metadata
    assert "/CreationDate" not in made.metadata
