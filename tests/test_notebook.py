"""A network as a notebook shows it.

Its page whole in a frame, offline and apart from the notebook.
"""

from lxml.html import fromstring

import dinet
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
