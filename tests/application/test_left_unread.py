"""What reading left stands whole in every output, and comes back from a native file."""

import pytest

from dinet.api import read_bytes
from dinet.application.auditing.audit_network import audit_network
from dinet.application.write_network import write_network
from dinet.errors import DocumentError
from dinet.layout.style.profile import Profile
from dinet.network import Network
from dinet.plugins import plugin_folder
from dinet.report.reading.reading_report import reading_report
from tests.documents import heading, table, word
from tests.interpret.sport import HEAD, ROW

LONG = "Deze alinea licht toe waarom het college hiervoor kiest. " * 4
PLAN = word(
    "Programma Jong",
    heading("Schone singels"),
    LONG,
    table(HEAD, ROW),
    "Oosterpoort volgt later.",
    heading("Koele pleinen"),
    table(["Post", "Bedrag"], ["Zand", "1.200"]),
)
LEFT = (
    "Schone singels",
    LONG.strip(),
    "Oosterpoort volgt later.",
    "Koele pleinen",
    "Zand",
)


@pytest.mark.parametrize("form", ["json", "yaml", "md", "html", "report_html"])
def test_every_text_that_is_left_stands_whole_in_every_format(
    form: str,
) -> None:
    network = Network(read_bytes(PLAN, "plan.docx"))
    made = write_network(
        network, audit_network(network), form, Profile("nl", source="plan")
    )
    flat = " ".join(made.decode().split())
    assert [text for text in LEFT if text not in flat] == []


@pytest.mark.parametrize("form", ["json", "md", "html"])
def test_the_report_on_the_reading_names_them_too(form: str) -> None:
    network = Network(read_bytes(PLAN, "plan.docx"))
    told = reading_report(network, "plan.docx", "nl", form)
    assert [text for text in LEFT if text not in told] == []


@pytest.mark.parametrize("form", ["yaml", "json", "xlsx"])
def test_they_come_back_from_a_native_file(form: str) -> None:
    programme = read_bytes(PLAN, "plan.docx")
    assert len(programme.unread) == 8
    made = write_network(Network(programme), (), form, Profile("nl"))
    suffix = plugin_folder("writers").plugin_named(form).suffixes[0]
    assert read_bytes(made, f"plan{suffix}").unread == programme.unread


def test_a_document_that_is_wholly_read_says_nothing_of_it() -> None:
    programme = read_bytes(word(table(HEAD, ROW)), "plan.docx")
    assert programme.unread == ()
    assert "unread" not in programme.model_dump_json()


def test_a_refusal_names_the_headings_that_it_saw_and_did_not_know() -> None:
    data = word(
        heading("Jaarverslag"),
        table(["Wens", "Trekker", "Stand"], ["Meer bomen", "Groen", "klaar"]),
    )
    with pytest.raises(DocumentError) as refused:
        read_bytes(data, "plan.docx")
    told = refused.value.in_language("nl")
    assert "Koppen die dinet kent: “Trekker”" in told
    assert "“Jaarverslag”, “Wens”" in told
    assert "--dialect" in told
