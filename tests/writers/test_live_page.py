"""The page that ``dinet watch`` serves is the page that is mailed, with one script more."""

from base64 import b64encode
from hashlib import sha256

from lxml.html import HtmlElement, fromstring

import dinet
from dinet.writers.page.live_page import page_edition, with_live_updates
from tests.builder import network
from tests.writers import hostile


def parts(page: bytes) -> tuple[str, list[HtmlElement]]:
    """The policy of a page, and its scripts."""
    read = fromstring(page.decode())
    return read.xpath("string(//meta[@http-equiv]/@content)"), read.xpath(
        "//script[not(@type)]"
    )


def test_it_has_one_script_more_which_may_only_ask_where_it_came_from() -> (
    None
):
    mailed = dinet.write(hostile.network(), (), "html")
    (policy, scripts), (allowed, more) = (
        parts(mailed),
        parts(with_live_updates(mailed)),
    )
    assert [each.text for each in more[:-1]] == [each.text for each in scripts]
    told = b64encode(sha256(more[-1].text.encode()).digest()).decode()
    assert allowed == policy.replace(
        "script-src", f"connect-src 'self'; script-src 'sha256-{told}'"
    )
    assert "connect-src" not in policy


def test_the_rest_is_the_same() -> None:
    mailed = dinet.write(hostile.network(), (), "html")
    served = with_live_updates(mailed)
    assert served.endswith(mailed[mailed.rindex(b"</body>") :])
    assert served[served.index(b"<title>") :].startswith(
        mailed[mailed.index(b"<title>") : mailed.rindex(b"</body>")]
    )


def test_an_edition_is_the_same_only_for_the_same_page() -> None:
    pages = [
        dinet.write(network(f"doelen: [{text}]"), (), "html")
        for text in ("Meer sport", "Meer sport", "Minder pesten")
    ]
    names = [page_edition(page) for page in pages]
    assert names[0] == names[1] != names[2]
    assert (
        parts(with_live_updates(pages[2]))[1][-1].get("data-edition")
        == names[2]
    )
