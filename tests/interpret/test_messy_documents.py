"""Cards, exports and lists between the other things that officials put in one document."""

from dinet.api import read_bytes
from dinet.model import Programme
from tests.documents import in_csv, in_markdown, in_text, noted, told


def in_page(*rows: str) -> Programme:
    return read_bytes(f"<table>{''.join(rows)}</table>".encode(), "plan.html")


def owners_of(read: Programme) -> list[tuple[str, ...]]:
    efforts = [each for each in read.elements if each.kind == "effort"]
    return [effort.owners for effort in efforts]


def test_each_numbered_goal_begins_a_card_with_its_own_owner() -> None:
    read = in_csv(
        "Onderdeel;Inhoud",
        "Doel 1;Bermen vol bloemen",
        "Indicator;40 km bloemrijke berm in 2028",
        "Actie;Later maaien",
        "Actie;Aannemers scholen",
        "Eigenaar;Groen",
        "Doel 2;Kinderen kennen de natuur",
        "Indicator;Alle scholen doen mee in 2027",
        "Actie;Koffers uitlenen",
        "Eigenaar;Natuurhuis",
    )
    assert told(read) == [
        "D1 Bermen vol bloemen",
        "D2 Kinderen kennen de natuur",
        "S1 40 km bloemrijke berm in 2028 > D1",
        "S2 Alle scholen doen mee in 2027 > D2",
        "I1 Later maaien > D1, S1",
        "I2 Aannemers scholen > D1, S1",
        "I3 Koffers uitlenen > D2, S2",
    ]
    assert owners_of(read) == [("Groen",), ("Groen",), ("Natuurhuis",)]


def test_the_owner_of_a_card_is_that_of_all_its_numbered_efforts() -> None:
    read = in_page(
        "<tr><th colspan=2>Doel H1: Koele pleinen</th></tr>",
        "<tr><td>Indicator<td>3 graden koeler in 2032</tr>",
        "<tr><td>Maatregel 1<td>Doeken spannen</tr>",
        "<tr><td>Maatregel 2<td>Daken wit schilderen</tr>",
        "<tr><td>Trekker<td>Beheer</tr>",
    )
    assert told(read)[2:] == [
        "I1 Doeken spannen > D1, S1",
        "I2 Daken wit schilderen > D1, S1",
    ]
    assert owners_of(read) == [("Beheer",), ("Beheer",)]


def test_a_value_beside_its_indicator_under_one_goal_is_no_target() -> None:
    read = in_page(
        "<tr><th>Doel<td colspan=2>Schone lucht</tr>",
        "<tr><th>Indicator<td>Fijnstof in Zuid<td>van 12 naar 8 in 2030</tr>",
        "<tr><th>Maatregelen<td>Walstroom<td>2027</tr>",
    )
    assert told(read) == [
        "D1 Schone lucht",
        "S1 Fijnstof in Zuid van 12 naar 8 in 2030 > D1",
        "I1 Walstroom > D1, S1",
    ]


def test_codes_that_parents_cite_are_those_of_the_rows() -> None:
    read = in_csv(
        "Werkitem;Type;Titel;Bovenliggend item",
        "4102;Doel;Aanvragen zijn compleet;",
        "4103;Doel;Iedereen doet mee;",
        "4110;Maatregel;Brieven herschrijven;4103",
        "4111;Maatregel;Vooraf invullen;4102",
    )
    assert told(read)[2:] == [
        "I1 Brieven herschrijven > 4103",
        "I2 Vooraf invullen > 4102",
    ]


def test_measured_targets_in_a_list_stand_between_goals_and_efforts() -> None:
    read = in_markdown(
        "## Onze doelen\n\n- Kinderen groeien gezond op\n"
        "    - In 2029 heeft 85% een gezond gewicht\n"
        "        - Schoolfruit het hele jaar\n"
        "- Jongeren voelen zich goed\n"
        "    - In 2029 wacht niemand langer dan 4 weken\n"
        "        - Groepen in plaats van gesprekken\n"
    )
    assert told(read)[2:] == [
        "S1 In 2029 heeft 85% een gezond gewicht > D1",
        "S2 In 2029 wacht niemand langer dan 4 weken > D2",
        "I1 Schoolfruit het hele jaar > D1, S1",
        "I2 Groepen in plaats van gesprekken > D2, S2",
    ]


def test_numbered_lines_under_goals_are_these_when_lines_serve_each() -> None:
    read = read_bytes(
        b"<h2>Doelen</h2><p>1. Kinderen starten goed</p>"
        b"<p>Resultaat: in 2029 haalt 95% het niveau</p><p>Acties:</p>"
        b"<ul><li>opvang gratis maken</li></ul><p>2. Niemand valt uit</p>"
        b"<p>Acties:</p><ul><li>verzuimcoach inzetten</li></ul>",
        "plan.html",
    )
    assert told(read) == [
        "D1 Kinderen starten goed",
        "D2 Niemand valt uit",
        "S1 in 2029 haalt 95% het niveau > D1",
        "I1 opvang gratis maken > D1",
        "I2 verzuimcoach inzetten > D2",
    ]


def test_headings_under_what_we_want_and_do_are_goals() -> None:
    read = in_markdown(
        "## Wat we willen en wat we doen\n\n### Spreiding over het jaar\n\n"
        "We meten dit met: 40% komt in 2029 buiten de zomer\n\n"
        "- Wintercampagne\n\n### Minder overlast\n\n"
        "We meten dit met: hooguit 50 klachten in 2028\n\n- Toezicht\n"
    )
    assert told(read) == [
        "D1 Spreiding over het jaar",
        "D2 Minder overlast",
        "S1 40% komt in 2029 buiten de zomer > D1",
        "S2 hooguit 50 klachten in 2028 > D2",
        "I1 Wintercampagne > D1",
        "I2 Toezicht > D2",
    ]


def test_figures_and_words_tell_where_a_target_starts_from_a_status() -> None:
    read = in_csv(
        "Doel;Indicator;Start 2025;Streefwaarde 2029;Actie;Stand;Voor",
        "Starters blijven;Na drie jaar actief;58%;70%;Loket;loopt;€ 40",
        "Geen leegstand;Lege winkels;12%;6%;Pandenbank;later;€ 25",
    )
    targets = [each for each in read.elements if each.kind == "target"]
    stated = [each.target and each.target.baseline for each in targets]
    efforts = [each for each in read.elements if each.kind == "effort"]
    assert stated == ["58%", "12%"]
    assert [each.status for each in efforts] == ["loopt", "later"]
    assert [each.budget for each in efforts] == ["€ 40", "€ 25"]


def test_letters_count_the_heads_of_a_matrix() -> None:
    read = in_csv(
        "Project / Doel;A. Iedereen doet mee;B. De wijk is veilig;Trekker",
        "1. Buurtkamers;x;;Welzijn",
        "2. Preventie;x;x;Toezicht",
    )
    texts = [each.text for each in read.elements]
    assert texts[:2] == ["Iedereen doet mee", "De wijk is veilig"]


def test_a_list_of_one_line_loses_its_letter() -> None:
    read = in_markdown(
        "## Doelen\n\n- Laden kan overal\n\n## Inspanningen\n\nMaatregelen:\n\n"
        "a. palen plaatsen\n"
    )
    assert told(read)[1:] == ["I1 palen plaatsen"]


def test_codes_that_may_be_weeks_are_accounted_for_where_they_are_ids() -> (
    None
):
    read = in_markdown(
        "## Doelen\n\n- W1 Wonen voor allen\n- W2 Werken voor allen\n\n"
        "## Inspanningen\n\n- Huizen bouwen (W1)\n- Banen zoeken (W2)\n"
    )
    assert told(read)[:2] == ["W1 Wonen voor allen", "W2 Werken voor allen"]
    assert not read.unread


def test_agreements_under_a_goal_are_efforts_and_the_title_no_targets() -> (
    None
):
    read = in_text(
        "PRESTATIEAFSPRAKEN 2026",
        "Gemeente en corporatie",
        "",
        "Doel: Wachten duurt korter",
        "Indicator: hooguit 4 jaar in 2030",
        "Afspraken:",
        "- De corporatie bouwt huizen",
        "",
        "Doel: Stoken is betaalbaar",
        "Indicator: geen G-labels in 2028",
        "Afspraken:",
        "- De corporatie isoleert",
    )
    assert told(read) == [
        "D1 Wachten duurt korter",
        "D2 Stoken is betaalbaar",
        "S1 hooguit 4 jaar in 2030 > D1",
        "S2 geen G-labels in 2028 > D2",
        "I1 De corporatie bouwt huizen > D1",
        "I2 De corporatie isoleert > D2",
    ]


def test_bullets_under_counted_goals_are_efforts_and_told_of() -> None:
    text = (
        "## Strategische doelen\n\n1. **Meer jonge lezers**\n"
        "   - Boekenbus langs scholen\n2. **Een huis voor de stad**\n"
        "   - Zeven dagen open\n"
    )
    read = in_markdown(text)
    assert told(read)[2:] == [
        "I1 Boekenbus langs scholen > D1",
        "I2 Zeven dagen open > D2",
    ]
    assert "efforts_under_goals" in noted(read)
    plain = in_markdown(text.replace("1. **", "- ").replace("2. **", "- "))
    assert {each.kind for each in plain.elements} == {"goal"}


def test_a_card_under_the_heading_of_a_project_is_of_that_project() -> None:
    card = (
        "<table><tr><td>Doel waaraan het project bijdraagt<td>{}</tr>"
        "<tr><td>Resultaat<td>{} in 2028</tr><tr><td>Projectleider<td>{}</tr>"
        "</table>"
    )
    read = read_bytes(
        (
            "<h2>Project 1: Zonneveld</h2>"
            + card.format("Eigen energie", "12 MW", "Energie")
            + "<h2>Project 2: Warmtenet</h2>"
            + card.format("Minder gas", "900 huizen", "Warmte")
        ).encode(),
        "boek.html",
    )
    assert told(read)[2:] == [
        "S1 12 MW in 2028 > D1",
        "S2 900 huizen in 2028 > D2",
        "I1 Zonneveld > D1, S1",
        "I2 Warmtenet > D2, S2",
    ]
    assert owners_of(read) == [("Energie",), ("Warmte",)]


def test_goals_above_the_headings_of_their_actions_serve_no_other_goal() -> (
    None
):
    read = in_page(
        "<tr><td>Ambitie 1: Dieren leven goed<td><td></tr>",
        "<tr><td>Actie<td>Wie<td>Kosten</tr>",
        "<tr><td>Opvang uitbreiden<td>Asiel<td>€ 90</tr>",
        "<tr><td>Ambitie 2: Mensen leven veilig<td><td></tr>",
        "<tr><td>Actie<td>Wie<td>Kosten</tr>",
        "<tr><td>Losloopgebieden aanwijzen<td>Groen<td>€ 5</tr>",
    )
    assert told(read) == [
        "D1 Dieren leven goed",
        "D2 Mensen leven veilig",
        "I1 Opvang uitbreiden > D1",
        "I2 Losloopgebieden aanwijzen > D2",
    ]


def test_a_row_that_counts_crosses_is_no_goal() -> None:
    read = in_csv(
        "Doel;Activiteit;Team;jan;feb",
        "Paspoort in drie dagen klaar;Balie openen;Burgerzaken;x;x",
        "Loketten in alle dorpen;Mobiel loket;Facilitair;;x",
        "Aantal;;;1;2",
    )
    assert len(read.elements) == len(["two goals", "each", "one effort", "x"])
    assert "sum_row_left" in noted(read)
