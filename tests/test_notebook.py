"""A network as a notebook shows it.

Its page whole in a frame, offline and apart from the notebook.
"""

from IPython.core.formatters import HTMLFormatter
from lxml.html import HtmlElement, fragment_fromstring, fromstring

import dinet
from dinet.notebook import TABLE_MAKERS, register_tables
from tests.builder import network

HOSTILE = """
programma: '"><script>alert(1)</script> & "meer"'
doelen: ['"></iframe><img src=x onerror=alert(1)> &quot;']
"""


def test_the_frame_holds_the_page_as_it_is_written() -> None:
    shown = network(HOSTILE)
    frame = fromstring(shown._repr_html_())
    assert frame.tag == "iframe"
    assert len(frame) == 0
    assert (
        frame.get("srcdoc")
        == dinet.write(
            shown, dinet.audit(shown), "html", dinet.Profile("nl")
        ).decode()
    )
    assert (
        frame.get("title")
        == '"><script>alert(1)</script> & "meer" – Doelen-inspanningen-netwerk'
    )


def test_the_frame_cannot_reach_the_notebook() -> None:
    frame = fromstring(network("doelen: [Meer sport]")._repr_html_())
    assert frame.get("sandbox").split() == ["allow-scripts", "allow-downloads"]
    assert frame.get("src") is None


def test_the_frame_has_a_name_in_the_language_of_the_document() -> None:
    assert (
        fromstring(
            network("taal: en\ndoelen: [More sport]")._repr_html_()
        ).get("title")
        == "Goals and efforts network"
    )


def shown_in_notebook(value: object) -> HtmlElement:
    """What IPython's own formatter makes of a value."""
    formatter = HTMLFormatter()
    for kind, make_table in TABLE_MAKERS.items():
        formatter.for_type(kind, make_table)
    return fragment_fromstring(formatter(value) or "<p/>", "div")


def texts_of(shown: HtmlElement) -> list[str]:
    return [cell.text_content() for cell in shown.iter("td")]


PLAN = """
themas: [{id: T1, tekst: Sport}]
doelen: [{id: D1, tekst: '<img src=x onerror=alert(1)>', thema: T1}]
inspanningen: [{id: I1, tekst: Bouwen & werven, voor: D1, trekker: Team Sport}]
"""


def test_coverage_and_impact_show_themselves_as_tables() -> None:
    plan = network(PLAN)
    coverage = texts_of(shown_in_notebook(plan.coverage()))
    assert coverage == ["Sport", "1", "0", "Totaal", "1", "0"]
    impact = shown_in_notebook(plan.impact("I1"))
    assert {"D1", "<img src=x onerror=alert(1)>"} <= set(texts_of(impact))
    assert not list(impact.iter("img"))


def test_findings_show_themselves_as_a_table_and_stay_a_tuple() -> None:
    findings = dinet.audit(network(HOSTILE))
    shown = shown_in_notebook(findings)
    assert len(list(shown.iter("tr"))) == len(findings) + 1
    assert not list(shown.iter("img", "script", "iframe"))
    assert findings == tuple(findings)


def test_an_element_shows_what_the_document_says_of_it() -> None:
    shown = shown_in_notebook(network(PLAN)["I1"])
    assert "Bouwen & werven" in shown.text_content()
    assert "Team Sport" in texts_of(shown)


def test_outside_a_notebook_nothing_is_registered() -> None:
    assert not register_tables()
