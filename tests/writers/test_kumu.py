"""Kumu gets every element once, with a label of its own, and connections between those labels."""

import json

import dinet
from tests.builder import network


def test_connections_join_labels_that_exist_and_are_unique() -> None:
    world = network("""
        doelen:
          - tekst: Meer sport.
            inspanningen: [Bouwen van een hal., Bouwen van een hal.]
    """)
    made = json.loads(dinet.write(world, (), "kumu"))
    labels = [element["label"] for element in made["elements"]]
    assert labels == [
        "D1 · Meer sport.",
        "I1 · Bouwen van een hal.",
        "I2 · Bouwen van een hal.",
    ]
    assert [(each["from"], each["to"]) for each in made["connections"]] == [
        (labels[1], labels[0]),
        (labels[2], labels[0]),
    ]


def test_a_long_text_is_shortened_at_a_word_and_kept_whole_beside_it() -> None:
    text = "Meer kinderen " + "sporten elke week " * 9
    element = json.loads(
        dinet.write(network(f"doelen: [{{tekst: {text}}}]"), (), "kumu")
    )["elements"][0]
    assert element["label"].endswith(" …")
    assert len(element["label"]) < 70
    assert element["description"] == text.strip()
