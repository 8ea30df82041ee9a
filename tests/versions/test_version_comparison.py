"""Two versions as a whole: links, coverage and sums."""

from hypothesis import given, settings

from dinet.api import Network
from dinet.model import Programme
from dinet.network.grades import Grade
from dinet.report.versions.version_sections import list_sections
from dinet.versions.version_comparison import compare_versions
from tests.builder import network
from tests.strategies import FEW_EXAMPLES, programmes

OLD = """
    doelen:
      - tekst: Een veilig centrum
        smart-doelen:
          - tekst: In 2026 zijn er 10 meldingen per week.
            inspanningen: [Lantaarns vervangen in de winkelstraten]
      - tekst: Een groen centrum
        inspanningen: [Bomen planten op het marktplein]
"""


def test_what_moved_lost_its_link_and_leaves_a_goal_uncovered() -> None:
    new = """
        doelen:
          - tekst: Een veilig centrum
            smart-doelen:
              - tekst: In 2026 zijn er 10 meldingen per week.
                inspanningen: [Lantaarns vervangen in de winkelstraten]
            inspanningen: [Bomen planten op het marktplein]
          - tekst: Een groen centrum
    """
    comparison = compare_versions(network(OLD), network(new))
    changes = {
        pair.paired.old.text: [change.kind for change in pair.changes]
        for pair in comparison.pairs
        if pair.changes
    }
    assert changes == {"Bomen planten op het marktplein": ["moved"]}
    (gone,) = comparison.gone_links
    assert gone.end.text == "Een groen centrum"
    (made,) = comparison.new_links
    assert made.end.text == "Een veilig centrum"
    grades = {
        changed.element.text: (changed.old, changed.new)
        for changed in comparison.grades
    }
    assert grades["Een groen centrum"] == (Grade.DIRECT, Grade.NONE)


def test_an_effort_that_stayed_as_it_was_is_suspect_when_its_target_moved() -> (
    None
):
    new = OLD.replace("10 meldingen", "5 meldingen")
    comparison = compare_versions(network(OLD), network(new))
    (suspect,) = comparison.suspect_links
    assert suspect.start.text == "Lantaarns vervangen in de winkelstraten"
    assert [change.kind for change in suspect.reasons] == ["value"]
    both = new.replace("Lantaarns", "Alle lantaarns")
    assert not compare_versions(network(OLD), network(both)).suspect_links


@settings(max_examples=FEW_EXAMPLES)
@given(programmes)
def test_a_programme_does_not_differ_from_itself_and_sums_add_up(
    programme: Programme,
) -> None:
    whole = Network(programme)
    comparison = compare_versions(whole, whole)
    sums = comparison.sums
    assert (
        sums.old == sums.paired + sums.gone + sums.split_old + sums.merged_old
    )
    assert (
        sums.new == sums.paired + sums.added + sums.split_new + sums.merged_new
    )
    texts = {element.text for element in whole}
    if len(texts) == len(whole) and all(map(str.strip, texts)):
        assert comparison.is_equal


def test_a_side_stays_empty_only_for_what_does_not_stand_there() -> None:
    old = network("""
        doelen:
          - tekst: Inwoners bewegen meer
            smart-doelen:
              - tekst: In 2026 sport 60% van de inwoners wekelijks.
                inspanningen: [De kunstgrasvelden vernieuwen, Een sportpas uitgeven]
          - Ouderen wonen langer zelfstandig
    """)
    new = network("""
        doelen:
          - tekst: Inwoners bewegen meer
            smart-doelen:
              - tekst: In 2026 sport 70% van de inwoners wekelijks.
                inspanningen: [De kunstgrasvelden vernieuwen]
          - tekst: Ouderen wonen langer zelfstandig
            inspanningen: [Een sportpas uitgeven, Een zwembad openen]
    """)
    comparison = compare_versions(old, new)
    sections = {one.name: one.rows for one in list_sections(comparison)}
    assert {"coverage", "suspect", "new"} <= sections.keys()
    lone = {element.id for element in (*comparison.gone, *comparison.added)}
    for name, rows in sections.items():
        for row in rows:
            empty = not row.old or not row.new
            assert empty == (name in ("gone", "new"))
            if empty:
                assert {one.id for one in (*row.old, *row.new)} <= lone


def test_what_served_an_aim_that_is_gone_moved_to_what_it_serves_now() -> None:
    new = """
        doelen:
          - tekst: Iedereen is voor middernacht thuis
            inspanningen: [Bomen planten op het marktplein]
          - tekst: Een veilig centrum
            smart-doelen:
              - tekst: In 2026 zijn er 10 meldingen per week.
                inspanningen: [Lantaarns vervangen in de winkelstraten]
    """
    comparison = compare_versions(network(OLD), network(new))
    assert [one.text for one in comparison.gone] == ["Een groen centrum"]
    (moved,) = (pair for pair in comparison.pairs if pair.changes)
    assert [change.kind for change in moved.changes] == ["moved"]
