"""Names are told from departments, and found in every form in which they come back."""

import pytest

from dinet.redaction.masking import TextMask
from dinet.redaction.owners import people_in
from dinet.redaction.person_names import DocumentVocabulary, find_names
from dinet.redaction.persons import KnownName, gather_persons

SMALL = DocumentVocabulary(
    ["de jeugd in de kern krijgt onderwijs en een roos"]
)


def mask_of(
    names: dict[str, str],
    keep: tuple[str, ...] = (),
    vocabulary: DocumentVocabulary = SMALL,
) -> TextMask:
    """What a list of names, each with a role or without, takes out of Dutch texts."""
    known = [
        KnownName(name, role, wished=True) for name, role in names.items()
    ]
    return TextMask(gather_persons(known), keep, vocabulary, "nl")


@pytest.mark.parametrize(
    "owner",
    [
        "Jorinde Testkamp",
        "Jorinde",
        "J. Testkamp",
        "J.P. van der Testkamp",
        "Testkamp, Jorinde",
        "Yıldız Örnek",
        "Jorinde Testkamp (projectleider)",
        "Marieke",
        "Roos",
        "JORINDE TESTKAMP-Proef",
    ],
)
def test_a_person_who_owns_is_a_person(owner: str) -> None:
    assert list(people_in(owner, SMALL))


@pytest.mark.parametrize(
    "owner",
    [
        "Afdeling Jeugd",
        "GGD",
        "Onderwijs",
        "projectleider",
        "Team Kern",
        "Gemeente Proefdam",
        "JOGG",
        "Cluster 3",
        "team 12",
        "",
    ],
)
def test_a_department_or_role_is_no_person(owner: str) -> None:
    assert not list(people_in(owner, SMALL))


@pytest.mark.parametrize(
    "text",
    [
        "Vraag Jorinde van Testkamp.",
        "Vraag jorinde   VAN testkamp",
        "Testkamp, Jorinde van",
        "J. van Testkamp kwam",
        "J.van Testkamp",
        "mail: jorinde.van.testkamp en zo",
        "Jo\u00adrin\u00adde van Test\u00adkamp",
        "Jorinde\nvan\u00a0Testkamp",
        "Jorindé van Testkamp",
        "bij Jorinde",
        "met Testkamp.",
        "(Van Testkamp)",
        "TESTKAMP",
        "plan-testkamp.docx",
    ],
)
def test_a_name_is_found_in_every_form(text: str) -> None:
    masked, removed = mask_of({"Jorinde van Testkamp": ""}).mask_text(text)
    assert removed
    assert "[naam 1]" in masked
    assert not {"jorinde", "testkamp"}.intersection(
        masked.replace("\u00ad", "").casefold().split()
    )


@pytest.mark.parametrize(
    "text", ["Testkampweg 3", "Kern en kern", "Vant Testkampen"]
)
def test_other_words_stay(text: str) -> None:
    assert mask_of({"Jorinde van Testkamp": "", "Piet Kern": ""}).mask_text(
        text
    ) == (text, ())


def test_a_role_stands_in_place_of_a_name() -> None:
    assert (
        mask_of({"Jorinde Testkamp": "projectleider"}).mask_text(
            "Door Jorinde Testkamp."
        )[0]
        == "Door projectleider."
    )


def test_words_that_are_to_be_kept_stay() -> None:
    mask = mask_of(
        {"Piet Jong": ""}, ("Jong Proefdam",), DocumentVocabulary([])
    )
    assert (
        mask.mask_text("Jong Proefdam van Jong")[0]
        == "Jong Proefdam van [naam 1]"
    )


def test_mail_addresses_and_numbers_go_always() -> None:
    mask = mask_of({})
    text = (
        "Bel +31 (0)6 1234 5678, 0528-291911 of (0528) 29 19 11, "
        "mail a.b-c@proef.nl; bsn: 123456782."
    )
    assert mask.mask_text(text)[0] == (
        "Bel [telefoonnummer], [telefoonnummer] of [telefoonnummer], "
        "mail [mailadres]; bsn: [nummer]."
    )


@pytest.mark.parametrize(
    "text",
    [
        "In 2024-2026 van 12,1% naar 11%",
        "€ 1.250.000 per jaar",
        "0,5 fte",
        "2023 K1 tot 2026 K4",
        "1 2 3 4 5 6 7 8 9 10",
        "@jeugd",
    ],
)
def test_numbers_of_a_plan_are_no_telephone_numbers(text: str) -> None:
    assert mask_of({}).mask_text(text) == (text, ())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("wethouder Testkamp opent", "Testkamp"),
        ("mevr. J. van der Testkamp", "J. van der Testkamp"),
        ("gesprek met Henk Testkamp", "Henk Testkamp"),
        ("door A.B. Testkamp-Proef", "A.B. Testkamp-Proef"),
        ("M. (Marieke) de Kern", "M. (Marieke) de Kern"),
        ("Testkamp, M.", "Testkamp, M."),
        ("Jan-Peter Kern komt", "Jan-Peter Kern"),
        ("overleg met Sanne, Piet en anderen", "Sanne"),
    ],
)
def test_a_name_in_a_text_is_told_by_what_stands_before_it(
    text: str, name: str
) -> None:
    assert name in set(find_names(text, SMALL))


@pytest.mark.parametrize(
    "text",
    [
        "Beter worden in Kansen.",
        "college van B. en W.",
        "de Raad van State",
        "Mark de dag",
        "Wil je dat?",
        "Doel A. Kern",
    ],
)
def test_other_capitals_are_no_names(text: str) -> None:
    assert not set(find_names(text, SMALL))


@pytest.mark.parametrize(
    "piece",
    [
        "Jan-",
        "Jan de ",
        "A.",
        "mr. ",
        "van ",
        "(M) de ",
        "a@a.",
        "0 ",
        "bsn:1 ",
        "De Groot, ",
    ],
)
def test_no_text_is_too_long_to_look_through(piece: str) -> None:
    text = piece * (32_000 // len(piece))
    found = mask_of(dict.fromkeys(find_names(text, SMALL), "")).mask_text(text)
    assert len(found[0]) <= len(text) * 8
