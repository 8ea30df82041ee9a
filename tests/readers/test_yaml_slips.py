"""Every slip in a file in dinet's own format is named with its place.

Nothing makes the reader fall over.
"""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dinet.errors import DinetError, DocumentError
from dinet.limits import Limits, use_limits
from dinet.native import ProblemReport, keys
from dinet.readers.yaml import parse_yaml, read


def refused(text: str | bytes) -> str:
    with pytest.raises(DocumentError) as caught:
        read(
            text if isinstance(text, bytes) else text.encode(), "plan.din.yaml"
        )
    return str(caught.value)


def outcome(data: bytes) -> str:
    """What becomes of a file.

    The words programme or the message for the user; any other error is a defect.
    """
    try:
        programme = read(data, "any.yaml").programme
        return type(programme).__name__.casefold()
    except DinetError as error:
        return str(error)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "doelen:\n  - tekst: In 2026: meer",
            "plan.din.yaml:2:19: the form of the file is broken here. A text with a colon",
        ),
        (
            "doelen:\n  - Samen: meer sport",
            "plan.din.yaml:2:5: “Samen” means nothing here.",
        ),
        (
            "doelen:\n  - Samen met ouders: meer",
            "Did you mean samen-met? A text with a colon",
        ),
        ("doelen:\n  - Bron: CBS", "or, if this is a text with a colon"),
        (
            "doelen:\n\t- Een",
            "plan.din.yaml:2:1: the form of the file is broken here. There is a tab",
        ),
        (
            "doelen:\n  - %90 doet mee",
            "2:5: the form of the file is broken here. A text that begins with this sign",
        ),
        (
            "doelen:\n  - @jeugd doet mee",
            "2:5: the form of the file is broken here. A text that begins with this sign",
        ),
        (
            "doelen:\n  - *jeugd* doet mee",
            "2:5: the form of the file is broken here. A text that begins with this sign",
        ),
        ("doelen: [*jeugd, &a b, !c d]", "1:24: dinet does not take"),
        (
            "doelen:\n  - 'Jong' doet mee",
            "2:12: the form of the file is broken here. The text goes on after its closing quote",
        ),
        (
            "doelen:\n  - 'Jong",
            "2:5: the form of the file is broken here. What is opened here is not closed",
        ),
        (
            "doelen: [Een, Twee",
            "1:9: the form of the file is broken here. What is opened here is not closed",
        ),
        ('doelen: ["c:\\map"]', "There is a backslash in the text"),
        (
            "doelen\n  - Een: a",
            "Check the spaces at the beginning of this line",
        ),
        (
            "doelen:\n  - tekst: a\n   voor: b",
            "Check the spaces at the beginning of this line",
        ),
        ("tekst: - a", "A list begins on a new line"),
        (
            "doelen:\n  -tekst: Een",
            "2:3: “-tekst” means nothing here. Put a space after the dash.",
        ),
        (
            "doelen:\n  -Een\n  -Twee",
            "2:3: a list is expected here. Put a space after the dash.",
        ),
        ("doelen: [[Een]]", "a list stands in a list here."),
        (
            "doelen: [{tekst: [Een]}]",
            "one text is expected here. A text that begins with a bracket",
        ),
        (
            "doelen: [{tekst: Een, tekts: Twee}]",
            "1:23: “tekts” means nothing here. Did you mean tekst",
        ),
        (
            "doelen: [{tekst: Een, tekst: Twee}]",
            "1:23: “tekst” has been given already.",
        ),
        (
            "doelen: [{tekst: Een, text: Twee}]",
            "1:29: “tekst” has been given already.",
        ),
        ("doelen: [{id: D1}]", "1:10: this element has no text."),
        (
            "doelen: [{tekst: Een, niveau: hoog}]",
            "“hoog” means nothing here. Expected: strategic, strategisch",
        ),
        (
            "inspanningen: [{tekst: Een, niveau: strategisch}]",
            "“niveau” belongs to goals only.",
        ),
        (
            "inspanningen: [{tekst: Een, jaar: 2026}]",
            "“jaar” belongs to targets only.",
        ),
        (
            "inspanningen: [{zie: I1}]",
            "“zie” has a meaning only in a list under another element.",
        ),
        (
            "inspanningen: [{tekst: Een, herkomst: {rij: twee}}]",
            "“twee” is not a whole number.",
        ),
        (
            "inspanningen: [{tekst: Een, voor: {grond: kop}}]",
            "these keys are missing here: naar.",
        ),
        (
            "verbanden: [{van: I1, soort: }]",
            "these keys are missing here: soort, naar.",
        ),
        (
            "leesnotities: [{bericht: a, waarden: b}]",
            "keys with values are expected here.",
        ),
        ("taal: fr", "“fr” means nothing here. Expected: nl, en."),
        ("dinet: 2", "this dinet reads version 1 of its own format."),
        (
            "- Een",
            "1:1: keys with values are expected here: dinet, document, programma",
        ),
        ("{[a]: b}", "1:2: a key is a word; this is a list."),
        ("# niets", "the file is empty."),
        ("", "the file is empty."),
        (
            "doelen: [Een]\n---\ndoelen: [Twee]",
            "2:1: a second document begins here; a file holds one.",
        ),
        (
            "doelen: " + "[" * 100_000,
            "1:108: this is nested more than 100 levels deep.",
        ),
        (b"PK\x03\x04\xff\xfe: [", "plan.din.yaml:"),
    ],
)
def test_a_slip_is_named_with_its_place_and_a_way_out(
    text: str | bytes, words: str
) -> None:
    assert words in refused(text)


def test_all_problems_are_told_at_once_in_the_order_of_the_file() -> None:
    message = refused(
        "doelen:\n  - {tekst: Een, a: b}\n  - {id: D1, id: D2}\nc: d\n"
    )
    assert [line.split(": ")[0] for line in message.splitlines()] == [
        f"plan.din.yaml:{place}" for place in ("2:18", "3:5", "3:14", "4:1")
    ]


def test_a_long_list_of_problems_ends_with_how_many_more_there_are() -> None:
    lines = refused(
        "".join(f"fout{number}: x\n" for number in range(5000))
    ).splitlines()
    assert (len(lines), lines[-1]) == (21, "And 4980 more.")


NESTED_UNENDINGLY = {
    "brackets": "doelen: " + "[" * 3000,
    "brackets on lines": "doelen: " + "[\n" * 3000,
    "braces": "doelen: " + "{" * 3000,
    "pairs": "doelen: " + "[a: {b: " * 1500,
    "dashes": "doelen:\n  " + "- " * 3000,
    "question marks": "? " * 3000,
    "lines": "".join(" " * level + "a:\n" for level in range(1500)),
}


@pytest.mark.no_cover
@pytest.mark.parametrize("loader", [yaml.BaseLoader, yaml.CBaseLoader])
@pytest.mark.parametrize("form", NESTED_UNENDINGLY)
@pytest.mark.parametrize("depth", [7, 1200])
def test_nesting_is_refused_whatever_the_parser_says(
    form: str, loader: type, depth: int
) -> None:
    with (
        use_limits(Limits(yaml_depth=depth)),
        pytest.raises(DocumentError) as caught,
    ):
        parse_yaml(NESTED_UNENDINGLY[form], ProblemReport("plan.yaml"), loader)
    expected = (
        "this is nested more than 7 levels deep."
        if depth == 7
        else "this is nested too deeply."
    )
    assert expected in str(caught.value)
    assert str(caught.value).count("\n") == 0


def test_brackets_in_texts_and_comments_are_no_nesting() -> None:
    brackets = "[{" * 900
    texts = [
        f'"{brackets}"',
        f"'{brackets}'",
        f"a {brackets}",
        f">-\n    {brackets}",
    ]
    text = f"# {brackets}\ndoelen:\n" + "".join(
        f"  - {each}\n" for each in texts
    )
    programme = read(text.encode(), "plan.din.yaml").programme
    assert len(programme.elements) == len(texts)
    assert (
        "8:5: the form of the file is broken here. What is opened"
        in refused(f"{text}  - [a")
    )


@pytest.mark.parametrize(
    "text",
    [
        "doelen: [Een, Twee",
        "doelen:\n\t- a",
        "a: b: c",
        "a: &b [*b]",
        "doelen: [Een]",
    ],
)
def test_the_parser_in_python_gives_the_same_as_the_one_in_c(
    text: str,
) -> None:
    def parsed(loader: type) -> object:
        report = ProblemReport("plan.yaml")
        try:
            return parse_yaml(text, report, loader)
        except DocumentError as error:
            return error.where

    assert parsed(yaml.BaseLoader) == parsed(yaml.CBaseLoader)


WORDS = [
    word
    for key in (
        *keys.ELEMENT,
        *keys.KIND_KEYS,
        *keys.LINK,
        *keys.NOTE,
        *keys.PLACE,
    )
    for word in (key.nl, key.en)
]
_values = st.recursive(
    st.sampled_from(
        ["", "D1", "S1", "a b", "-x", "1", "nl", "zelfde rij", "strategisch"]
    )
    | st.none(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*WORDS, "zie", "x y"]), inner, max_size=4
        )
    ),
    max_leaves=20,
)


@given(
    st.dictionaries(
        st.sampled_from(
            [
                *WORDS,
                "programma",
                "taal",
                "document",
                "verbanden",
                "leesnotities",
            ]
        ),
        _values,
    )
)
def test_any_tree_is_a_programme_or_is_refused(
    value: dict[str, object],
) -> None:
    text = yaml.safe_dump(value, allow_unicode=True).replace("null", "")
    assert outcome(text.encode()).startswith(("programme", "any.yaml:"))


@given(
    st.binary()
    | st.text(alphabet="ab:-[]{}#&*!|>'\"%@\\ \n\t\u2028é").map(str.encode)
)
def test_any_bytes_are_a_programme_or_are_refused(data: bytes) -> None:
    assert outcome(data).startswith(("programme", "any.yaml:"))


def test_a_character_that_does_not_exist_is_refused_by_either_parser() -> None:
    for loader in (yaml.BaseLoader, yaml.CBaseLoader):
        with pytest.raises(DocumentError):
            parse_yaml('a: "\\UFFFFFFFF"', ProblemReport("plan.yaml"), loader)
