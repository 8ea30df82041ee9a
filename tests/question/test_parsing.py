"""The language of questions: what is understood, and what is said of the rest."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dinet.cli.commands.question_group import GRAMMAR
from dinet.question.asked_question import Question
from dinet.question.logic import AllOf, AnyOf
from dinet.question.parser import MOST_DEPTH, parse_question
from dinet.question.question_error import QuestionError
from dinet.question.tokens import MOST_CHARACTERS
from dinet.question.words import QuestionWords, grammar_words
from tests.builder import network
from tests.question.questions import questions

WORDS = QuestionWords()
PLAN = network("""
    focuspunten: [{id: T1, tekst: Gezond opgroeien}]
    doelen:
      - {id: D1, tekst: Meer kinderen sporten., focuspunt: T1}
      - {id: D2, tekst: Minder schulden.}
    smart-doelen: [{id: S1, tekst: In 2028 sport 60%., meet: D1, jaar: 2028}]
    inspanningen:
      - id: I1
        tekst: Bouwen van een hal.
        voor: S1
        trekker: Team Sport
        budget: € 60.000
        extra: [{kop: Wijk, tekst: Noord}]
      - {id: I2, tekst: Aanleggen van een veld., voor: D1, code: V-2}
""")
KNOWN = QuestionWords(PLAN)


def parsed(text: str, words: QuestionWords = KNOWN) -> Question:
    return parse_question(text, words, "nl")


def refused(text: str, words: QuestionWords = KNOWN) -> QuestionError:
    with pytest.raises(QuestionError) as caught:
        parse_question(text, words, "nl")
    return caught.value


@given(questions(), st.sampled_from(("nl", "en")))
def test_a_printed_question_parsed_again_is_the_same(question, lang):
    text = question.as_words(lang)
    if len(text) <= MOST_CHARACTERS:
        assert parsed(text, WORDS) == question


@given(questions())
def test_every_question_can_be_told_in_both_languages(question):
    sentence = question.explain_whole()
    for lang in ("nl", "en"):
        said = sentence.in_language(lang)
        assert said.startswith("dinet ")
        assert said.endswith(".")


PIECES = [
    *(
        word
        for table in grammar_words().values()
        for words in table.values()
        for word in words
    ),
    *["doelen", "inspanningen", "goals", "thema", "trekker", "budget", "jaar"],
    *["D1", "V-2", "Wijk", "'Gezond'", '"', "'", "(", ")", ",", "?", "€"],
    *["=", "!=", "~", "!~", "<", ">=", "5", "50.000", "2,5", "-3", "60%"],
]


@given(
    st.text() | st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join),
    st.sampled_from((KNOWN, WORDS)),
)
def test_every_text_is_a_question_or_an_error_with_a_column_in_it(text, words):
    error = None
    try:
        question = parse_question(text, words, "nl")
    except QuestionError as raised:
        error = raised
    if error is None:
        again = question.as_words("nl")
        assert parse_question(again, words, "nl") == question
        return
    assert 1 <= error.column <= len(text) + 1
    for lang in ("nl", "en"):
        _, shown, mark = error.in_language(lang).split("\n")
        assert len(mark.strip()) == 1
        assert len(shown) < 80


TWINS = [
    ("doelen zonder inspanningen", "goals without efforts"),
    ("Doelen ZONDER inspanning", "which goals have no effort?"),
    ("smart-doelen met jaar < 2027", "targets with year before 2027"),
    ("doelen onder thema 'Gezond'", "goals under theme 'gezond'"),
    ("inspanningen voor D1", "efforts for D1"),
    ("inspanningen voor het doel D1", "show the efforts for the goal D1"),
    ("inspanningen voor S1 of V-2", "efforts for S1 or I2"),
    ("doelen met meer dan drie inspanningen", "goals with more than 3 efforts"),
    ("doelen met minstens 2 eigen inspanningen", "goals with at least 2 direct efforts"),
    ("doelen met inspanningen via smart-doelen", "goals with efforts through targets"),
    ("inspanningen met budget > 50.000 of fase = 'uitvoering'",
     "efforts with budget more than 50000 or phase is 'uitvoering'"),
    ("inspanningen met trekker ~ 'jeugd' en zonder smart-doel",
     "efforts where owner contains jeugd but without target"),
    ("inspanningen zonder trekker, met budget onbekend",
     "efforts without owner and with budget unknown"),
    ("inspanningen met budget is niet leeg", "efforts with budget is not empty"),
    ("strategische doelen", "strategic goals"),
    ("doelen met niveau = 'strategisch'", "goals with level = 'strategic'"),
    ("alles met kolom 'Wijk' = 'Noord'", "everything with Wijk = noord"),
    ("inspanningen die bijdragen aan D1", "efforts that contribute to D1"),
    ("doelen met (inspanningen zonder trekker)", "goals with (efforts without owner)"),
    ("thema's of doelen zonder inspanningen", "themes, goals without efforts"),
    ("doelen met fase = 'a' of 'b'", "goals with phase = 'a' or 'b'"),
    ("doelen niet onder T1", "goals not under T1"),
    ("doelen ~ 'sport'", "goals 'sport'"),
    ("doel D1", "goals with id = D1"),
    ("inspanningen met trekker 'jeugd'", "efforts with owner ~ 'jeugd'"),
    ("inspanningen met periode na 2026", "efforts with period after 2026"),
    ("inspanningen met budget tussen 5 en 9", "efforts with budget between 5 and 9"),
    ("inspanningen met budget tussen 5 en 9", "efforts with budget >= 5 and budget <= 9"),
]  # fmt: skip


@pytest.mark.parametrize(("dutch", "english"), TWINS)
def test_dutch_and_english_twins_are_the_same_question(dutch, english):
    one, other = parsed(dutch), parsed(english)
    folded = [each.as_words("nl").casefold() for each in (one, other)]
    assert folded[0] == folded[1]


def test_and_binds_more_tightly_than_or():
    plain = parsed("doelen zonder bron of zonder trekker en zonder fase")
    marked = parsed("doelen zonder bron of (zonder trekker en zonder fase)")
    assert plain == marked
    assert isinstance(plain.condition, AnyOf)
    other = parsed("doelen met (zonder bron of zonder trekker) en zonder fase")
    assert isinstance(other.condition, AllOf)


def test_en_may_be_left_out_before_a_word_that_begins_a_condition():
    assert parsed("inspanningen voor D1 zonder trekker") == parsed(
        "inspanningen voor D1 en zonder trekker"
    )


def test_a_field_that_only_targets_have_is_a_kind_for_other_elements():
    assert parsed("doelen zonder indicator") == parsed(
        "doelen zonder smart-doelen"
    )
    assert parsed("smart-doelen zonder indicator") != parsed(
        "smart-doelen zonder smart-doelen"
    )


def test_a_longer_field_goes_before_a_word_of_the_grammar():
    question = parsed("inspanningen met met wie ~ 'GGD'")
    assert question.as_words("nl") == "inspanningen met partners ~ 'GGD'"


WRONG = [
    ("", 1, "Verwacht: een soort element"),
    ("zonder", 1, "Verwacht: een soort element"),
    ("doelen zonder inspaningen", 15, "Bedoelde u inspanningen"),
    ("inspanningen zonder treker", 21, "trekker"),
    ("inspanningen met budjet > 5", 18, "budget"),
    ("doelen zonder trekker en budget", 26, "Schrijf er “met” of “zonder” voor"),
    ("doelen zonder", 14, "de vraag houdt hier op"),
    ("doelen met smart-doelen zonder bron", 25, "Schrijf er “en” voor"),
    ("doelen niet met inspanningen voor D1", 30, "Schrijf er “en” voor"),
    ("D1", 1, "wordt hier niet verwacht"),
    ("inspanningen met risico's", 18, "wordt hier niet verwacht"),
    ("doelen onder D9", 14, "er is geen element D9"),
    ("doelen onder D22", 14, "Bedoelde u D2"),
    ("doelen met kolom 'Wjk' = 'Noord'", 18, "Wijk"),
    ("doelen met trekker > 5", 22, "geen getallen"),
    ("inspanningen met budget > veel", 27, "een getal"),
    ("doelen met trekker ~ ''", 22, "een letter of cijfer"),
    ("doelen met trekker ~ 'jeugd", 22, "nergens gesloten"),
    ("doelen met trekker ~ team jeugd", 27, "aanhalingstekens"),
    ("doelen met meer dan veel inspanningen", 21, "een heel getal"),
    ("doelen met (trekker ~ 'x'", 26, "sluithaak"),
    ("doelen) zonder trekker", 7, "wordt hier niet verwacht"),
    ("doelen met [trekker]", 12, "betekent niets"),
    ("doelen met trekker\n\t~ ~", 23, "een tekst tussen aanhalingstekens"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "column", "said"), WRONG)
def test_what_cannot_be_understood_is_pointed_at(text, column, said):
    error = refused(text)
    assert error.column == column
    message, shown, mark = error.in_language("nl").split("\n")
    assert said in message
    assert mark.index("^") == len("  ") + column - 1
    assert (
        shown[2:].rstrip()
        == " ".join(text.split("\n")).replace("\t", " ").rstrip()
    )


def test_a_mark_stands_under_the_column_of_a_long_question():
    text = "doelen met " + "trekker ~ 'iemand' of " * 20 + "zomaar"
    error = refused(text)
    _, shown, mark = error.in_language("nl").split("\n")
    assert shown[mark.index("^") :].startswith("zomaar")


HOSTILE = [
    "(" * 10_000,
    "doelen met " + "(" * 1900,
    "doelen " + "niet " * 10_000,
    "doelen " + "niet " * 390,
    "doelen met " + "(doelen met " * 160,
    "doelen " + "met " * 490,
    "x" * 200_000,
    "'" * 1999,
    "doelen met trekker = '" + "a" * 200_000 + "'",
    " " * 200_000,
    "doelen met budget > " + "9" * 1900,
    "doelen met " + "9" * 1900 + " inspanningen",
    "doelen onder " + "D1," * 600,
    "\x00\ud800\u202e" * 100,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_question_is_refused_with_a_column(text):
    error = refused(text)
    assert 1 <= error.column <= len(text) + 1
    assert len(error.in_language("nl")) < 600


def test_brackets_may_be_as_deep_as_the_limit_says():
    deep = MOST_DEPTH - 1
    text = "doelen met " + "(" * deep + "trekker leeg" + ")" * deep
    assert parsed(text) == parsed("doelen zonder trekker")
    refused("doelen met " + "(" * (deep + 1) + "trekker leeg")


def test_a_kept_question_may_name_what_a_document_does_not_have():
    question = parsed("doelen onder T9 met kolom 'Stadsdeel' = 'Oost'", WORDS)
    assert "T9" in question.as_words("nl")
    refused("doelen onder T9")


def test_words_of_the_dialect_name_kinds_and_fields():
    from dinet.vocabulary.active_dialect import dialect_in, using_dialect

    dialect = dialect_in(
        b'inspanning = ["klus", "klussen"]\ntrekker = ["baas"]\n',
        "eigen.toml",
    )
    with using_dialect(dialect):
        question = parsed("klussen zonder baas", QuestionWords())
    assert question == parsed("inspanningen zonder trekker")
    refused("klussen zonder baas")


SIGNS = {"en", "of", "niet", "and", "or", "not", "( )", "!~", "!="}
WIDE = QuestionWords(
    network("""
    doelen:
      - {id: D2, tekst: Een., extra: [{kop: Wijk, tekst: Noord}]}
      - {id: D3, tekst: Twee., extra: [{kop: District, tekst: North}]}
      - {id: D5, tekst: Drie.}
    inspanningen: [{id: I4, tekst: Vier.}]
""")
)


def example_questions() -> list[tuple[str, str]]:
    """The pieces of questions in the table of the README, Dutch and English, and in the help."""
    readme = Path(__file__).parents[2] / "README.md"
    text = readme.read_text(encoding="utf-8")
    _, _, table = text.partition("| you write | in English |")
    rows = table.partition("\n\n")[0].splitlines()[2:]
    cells = [row.split(" | ") for row in rows]
    written = [
        (lang, piece)
        for row in cells
        for lang, cell in zip(("nl", "en"), row, strict=False)
        for piece in re.findall(r"`([^`]+)`", cell)
    ]
    told = [
        (lang, piece.strip())
        for dutch, english, _ in GRAMMAR
        for lang, cell in (("nl", dutch), ("en", english))
        for piece in cell.split("·")
    ]
    return [pair for pair in (*written, *told) if pair[1].strip() not in SIGNS]


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("lang", "piece"), example_questions(), ids=lambda piece: piece
)
def test_what_the_readme_and_the_help_show_can_be_asked(lang, piece):
    begins = ["", "smart-doelen ", "smart-doelen met "]
    understood = [
        begin + piece for begin in begins if is_question(begin + piece, lang)
    ]
    assert understood


def is_question(text: str, lang: str) -> bool:
    try:
        parse_question(text, WIDE, lang)
    except QuestionError:
        return False
    return True
