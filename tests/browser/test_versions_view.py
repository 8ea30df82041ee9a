"""The page of a version that was made with the one before it: was and becomes in a tab."""

from pathlib import Path

import pytest

from dinet.application.comparing.previous_version import open_since
from dinet.writers import html
from tests.browser.conftest import Open

pytestmark = pytest.mark.browser

OLD = """\
doelen:
  - tekst: Een veilig centrum
    smart-doelen:
      - tekst: In 2026 voelt 80% van de bezoekers zich veilig.
        inspanningen: [Lantaarns vervangen, "Afval <b>ruimen</b>"]
"""
NEW = """\
doelen:
  - tekst: Een veilig centrum
    smart-doelen:
      - tekst: In 2027 voelt 70% van de bezoekers zich veilig.
        inspanningen: [Lantaarns vervangen]
"""


def test_what_changed_since_stands_in_a_tab_with_a_picture(
    open_page: Open, tmp_path: Path, complaints: list[str]
) -> None:
    for name, text in (("oud", OLD), ("nieuw", NEW)):
        path = tmp_path / f"{name}.din.yaml"
        path.write_text(text, encoding="utf-8")
    old, new = (
        str(tmp_path / f"{name}.din.yaml") for name in ("oud", "nieuw")
    )
    opened = open_since(new, old, None, {})
    page = open_page(html.write(opened.network, (), opened.profile), at="")
    told = page.locator("#salient .point").first
    assert (
        told.inner_text()
        == "Sinds oud.din.yaml: 1 vervallen, 0 nieuw, 1 gewijzigd."
    )
    told.get_by_role("link").click()
    view = page.locator("#view-versions")
    assert view.is_visible()
    rows = view.locator("tbody tr").all_inner_texts()
    assert any("Afval <b>ruimen</b>" in row for row in rows)
    assert any("80% → 70% (zachter)" in row for row in rows)
    assert view.locator("ins").first.inner_text() == "woorden die nieuw zijn"
    assert "× vervallen" in (view.locator("svg").text_content() or "")
    doubled = page.evaluate(
        "() => { const ids = [...document.querySelectorAll('[id]')].map(e => e.id);"
        " return ids.filter((id, n) => ids.indexOf(id) !== n); }"
    )
    assert doubled == []
    code = view.locator("tbody td:nth-child(2) a.chip").first
    assert code.get_attribute("href") == "#S1"
    code.click()
    details = page.locator("#details")
    assert "In 2027 voelt 70%" in details.inner_text()
    assert complaints == []
