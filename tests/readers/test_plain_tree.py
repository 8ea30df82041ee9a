"""Where there is no lxml a page is read all the same, and means the same."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dinet.api import read_bytes
from dinet.errors import DocumentError
from dinet.limits import Limits, use_limits
from dinet.readers.web.plain_tree import parse_plain_tree

EXAMPLES = Path(__file__).parents[2] / "examples"
PAGE = """
<!-- remark --><style>.weg{display:none}</style><h1>Meedoen</h1><p class=weg>niets
<table><tr><th>Doel<th>Inspanning<tr><td rowspan=2>Meer <i>sport</i> <!-- x -->voor
allen<td><ul><li>De hal bouwen<li>Clubs steunen</ul><tr><td>Lessen geven op scholen</table>
"""
DOCUMENTS = {
    "page.html": PAGE.encode(),
    "plan.md": b"# Plan\n\n| Doel | Inspanning |\n|--|--|\n| Meer sport | De *hal*<br>Clubs |\n",
    "coevorden.txt": (EXAMPLES / "coevorden.txt").read_bytes(),
}
WITHOUT_LXML = """
import json, sys
from pathlib import Path
sys.modules["lxml"] = None
from dinet.api import read_bytes
paths = map(Path, sys.argv[1:])
print(json.dumps([read_bytes(path.read_bytes(), path.name).model_dump_json() for path in paths]))
"""


def test_pages_and_texts_mean_the_same_without_lxml(tmp_path: Path) -> None:
    for name, data in DOCUMENTS.items():
        (tmp_path / name).write_bytes(data)
    paths = [str(tmp_path / name) for name in DOCUMENTS]
    told = subprocess.run(
        [sys.executable, "-c", WITHOUT_LXML, *paths],
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert json.loads(told.stdout) == [
        read_bytes(data, name).model_dump_json()
        for name, data in DOCUMENTS.items()
    ]


def test_a_page_that_is_nested_too_deeply_is_refused_at_once() -> None:
    with pytest.raises(DocumentError, match="levels deep"):
        parse_plain_tree("<div>" * 100_000, "deep.html")


def test_a_page_with_too_many_elements_is_refused() -> None:
    with (
        use_limits(Limits(tags=50)),
        pytest.raises(DocumentError, match="elements"),
    ):
        parse_plain_tree("<br>" * 100, "wide.html")


def test_an_element_knows_what_stands_around_and_beside_it() -> None:
    root = parse_plain_tree("<ul><li>a<li>b<b>c</b>d</ul>", "list.html")
    first, second = root.iter("li")
    assert second.getprevious() is first
    assert list(first.itersiblings(preceding=False)) == [second]
    assert [each.tag for each in second.iterancestors()] == [
        *("ul", "body", "html")
    ]
    assert second.text_content() == "bcd"


def test_text_behind_a_comment_stays_where_it_stands() -> None:
    root = parse_plain_tree(
        "<p>a<!-- x -->b<i>c</i>d<!-- y -->e</p>", "p.html"
    )
    assert next(root.iter("p")).text_content() == "abcde"
