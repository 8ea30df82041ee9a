"""What changed since the last save is told by words, not by ids, and only when something did."""

import json

import pytest

from dinet.cli.watching import element_changes
from dinet.cli.watching.element_changes import tell_changes
from dinet.cli.watching.live_page import LivePage
from tests.builder import network

OLD = """
    doelen: [{id: D1, tekst: Meer sport}, {id: D2, tekst: Meer rust op straat}]
    inspanningen:
      - {id: I1, tekst: Bouwen van een hal, voor: D1}
      - {id: I2, tekst: Lessen geven op school, voor: D1}
"""
NEW = """
    doelen: [{id: D1, tekst: Meer sport}, {id: D2, tekst: Meer rust op straat}]
    inspanningen:
      - {id: I1, tekst: Een brief aan alle ouders sturen, voor: D1}
      - {id: I2, tekst: Bouwen van een hal, voor: D2}
"""


def test_ids_move_and_words_tell_what_is_new_changed_and_gone() -> None:
    told = json.loads(tell_changes(network(OLD), network(NEW), "nl"))
    assert told["heading"] == (
        "Sinds de vorige opslag: 1 nieuw, 1 gewijzigd, 1 weg"
    )
    assert told["marks"] == {"I1": "nieuw", "I2": "gewijzigd"}
    (_, new), (_, changed), (_, gone) = told["lines"]
    assert new == {"I1": ["Een brief aan alle ouders sturen"]}
    assert list(changed) == ["I2"]
    assert gone == {"I2": ["Lessen geven op school"]}


def test_nothing_is_told_of_what_stayed() -> None:
    assert tell_changes(network(OLD), network(OLD), "nl") == ""


def test_a_save_that_changes_nothing_is_news_only_while_marks_stand() -> None:
    live = LivePage("")
    page = b"<script-src ><body></body>"
    editions = []
    for changes in ("", '{"marks": {"<b>": "\'"}}', "", ""):
        live.show_page(page, changes)
        editions.append(json.loads(next(live.follow_news())[6:])["edition"])
    assert editions[0] == editions[2] == editions[3] != editions[1]
    assert b"<b>" not in live.page


def test_too_much_to_compare_is_said_and_most_that_stays_costs_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(element_changes, "MOST_COMPARED", 0)
    told = json.loads(tell_changes(network(OLD), network(NEW), "nl"))
    assert told["heading"].startswith("Sinds de vorige opslag is te veel")
    monkeypatch.setattr(element_changes, "MOST_COMPARED", 1)
    one = OLD.replace("Meer sport", "Meer sport en spel")
    told = json.loads(tell_changes(network(OLD), network(one), "nl"))
    assert told["marks"] == {"D1": "gewijzigd"}
