"""Any programme at all, for laws that hold for every one.

Odd texts, taken ids, links to nowhere.
"""

from decimal import Decimal
from typing import Any, get_args

from hypothesis import settings
from hypothesis import strategies as st

from dinet.model import (
    BASES,
    ELEMENT_OF,
    LINK_KINDS,
    MEASUREMENT_KINDS,
    STATED_FIELDS,
    Aim,
    Amount,
    Element,
    ExtraField,
    FieldMention,
    Goal,
    Identity,
    Link,
    Measurement,
    Note,
    OwnerRole,
    Place,
    Programme,
    Step,
    Target,
    Unread,
    UnreadReason,
    Waiver,
)

FEW_EXAMPLES = max(1, settings().max_examples // 2)
"""For laws of which one example takes long: a workbook, a page or a long document."""

_SIGNS = [
    "",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\t",
    ": ",
    " #3",
    "- ",
    "'",
    '"',
    "\\",
    "{",
    "]",
    ", ",
    *"-&*!|>?%@",
    "---",
    "...",
    "# x",
]
_WORDS = [
    "ja",
    "NO",
    "010",
    "1:30",
    "=2+2",
    "+1",
    "@a",
    "_x0041_",
    "null",
    "12-3-2026",
    "1e5",
    "~",
    "sport",
    "een lange tekst met woorden " * 5,
    "x" * 1100,
]
_RARE = [
    "é",
    "e\u0301",
    "\u00a0",
    "\u2028",
    "\ufeff",
    "\u202e",
    "\x00",
    "\x85",
    "\ud800",
    "\U0001f600",
]
_PIECES = st.sampled_from([*_SIGNS, *_WORDS, *_RARE])
texts = st.one_of(st.text(), st.lists(_PIECES, max_size=6).map("".join))
maybe = st.none() | texts
some = st.lists(texts, max_size=3).map(tuple)
numbers = st.none() | st.integers(-5, 10**30)
ids = (
    st.sampled_from(["D1", "S1", "I1", "I1.1", "T1", "", "a b", "D1, D2"])
    | texts
)

places = st.builds(
    Place,
    file=st.sampled_from(["plan.docx", "plan.xlsx", ""]) | texts,
    sheet=maybe,
    page=numbers,
    table=numbers,
    row=numbers,
    column=numbers,
    heading=maybe,
    line=numbers,
    paragraph=numbers,
)
some_places = st.lists(places, max_size=2).map(tuple)
aims = st.builds(Aim, **dict.fromkeys(Aim.model_fields, maybe))
exact_numbers = st.none() | st.builds(
    lambda digits, places: Decimal(digits).scaleb(-places),
    st.integers(-(10**15) + 1, 10**15 - 1),
    st.integers(0, 15),
)
_perhaps_a_place = st.none() | places


def _few(part: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.just(()) | st.lists(part, max_size=2).map(tuple)


_SHARED = {
    "roles": _few(st.builds(OwnerRole, role=texts, name=texts)),
    "amounts": _few(
        st.builds(
            Amount,
            value=exact_numbers,
            unit=maybe,
            year=maybe,
            text=texts,
            place=_perhaps_a_place,
        )
    ),
    "extra": _few(
        st.builds(
            ExtraField, heading=texts, text=texts, place=_perhaps_a_place
        )
    ),
    "stated": _few(
        st.builds(
            FieldMention,
            field=st.sampled_from(STATED_FIELDS),
            text=texts,
            place=_perhaps_a_place,
        )
    ),
    "id": ids,
    "text": texts,
    "wordings": some,
    "sources": some,
    "owners": some,
    "joint_with": some,
    "partners": some,
    "places": some_places,
    "planning": st.lists(
        st.builds(Step, period=texts, phase=texts), max_size=2
    ).map(tuple),
    **dict.fromkeys(
        (
            "title",
            "vacant",
            "group",
            "phase",
            "period",
            "budget",
            "status",
            "remark",
        ),
        maybe,
    ),
}


def _of(model: type[Element]) -> st.SearchStrategy[Element]:
    own = {
        Goal: {"level": st.sampled_from([None, "strategic", "operational"])},
        Target: {
            "target": st.none() | aims,
            "measurements": _few(
                st.builds(
                    Measurement,
                    kind=st.sampled_from([None, *MEASUREMENT_KINDS]),
                    year=maybe,
                    text=texts,
                    number=exact_numbers,
                    unit=maybe,
                    status=maybe,
                    sample=maybe,
                    margin=maybe,
                    source=maybe,
                    remark=maybe,
                    place=_perhaps_a_place,
                )
            ),
        },
    }
    return st.builds(model, **_SHARED, **own.get(model, {}))


elements = st.one_of([_of(model) for model in ELEMENT_OF.values()])
links = st.builds(
    Link,
    start=ids,
    end=ids,
    kind=st.sampled_from(LINK_KINDS),
    basis=st.sampled_from(BASES),
    weight=st.none() | st.sampled_from(["++", "-", "3", "P", ""]) | texts,
    agreed=st.none() | texts,
    places=some_places,
)
notes = st.builds(
    Note,
    code=texts,
    place=st.none() | places,
    message=texts,
    values=st.dictionaries(
        st.text(st.characters(exclude_categories=["Cs"])), texts, max_size=2
    ),
)
unread = st.builds(
    Unread,
    text=texts,
    place=st.none() | places,
    reason=st.sampled_from(get_args(UnreadReason)),
)
waivers = st.builds(
    Waiver,
    rule=texts,
    **dict.fromkeys(
        ("element", "reason", "who", "date", "document"), st.just("") | texts
    ),
)
identities = st.builds(
    Identity,
    **dict.fromkeys(
        ("title", "vision", "organisation", "period", "date"), maybe
    ),
    lang=st.sampled_from(["nl", "en"]),
)
programmes = st.builds(
    Programme,
    identity=identities,
    elements=st.lists(elements, max_size=5).map(tuple),
    links=st.lists(links, max_size=6).map(tuple),
    notes=st.lists(notes, max_size=2).map(tuple),
    unread=st.lists(unread, max_size=2).map(tuple),
    waivers=st.lists(waivers, max_size=2).map(tuple),
)
