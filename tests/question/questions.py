"""Any question at all, as the classes that a parsed question is made of."""

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from dinet.model import KINDS, LINK_KINDS, Kind
from dinet.question.asked_question import NamedElements, Question
from dinet.question.field_conditions import (
    CompareNumber,
    CompareText,
    FieldState,
)
from dinet.question.fields import FIELDS, LEVEL_FIELD, OwnColumn
from dinet.question.link_conditions import (
    CountLinked,
    HasLinked,
    LinkedGroup,
    Related,
    StatedLink,
)
from dinet.question.logic import AllOf, AnyOf, Condition, Negation
from dinet.vocabulary.folding import fold_text

MOST_NESTED = 3
IDS = ["D1", "I4", "S2.1", "T-zorg1", "2.3a"]
_NUMBER_SIGNS = ("<", "<=", "=", ">=", ">")
texts = st.one_of(
    st.sampled_from(["jeugd", "auto's", "'t", 'zeg "nee"', "a of b", "100%"]),
    st.text(max_size=8),
).filter(fold_text)
numbers = st.builds(
    lambda digits, places: Decimal(digits).scaleb(-places),
    st.integers(-(10**9), 10**9),
    st.integers(0, 6),
)
some_kinds = st.lists(st.sampled_from(KINDS), unique=True, max_size=2).map(
    tuple
)
groups_of_ids = st.lists(
    st.sampled_from(IDS), min_size=1, max_size=3, unique=True
).map(lambda ids: NamedElements(tuple(ids)))


def fields_for(
    kinds: tuple[Kind, ...], *, numbered: bool
) -> st.SearchStrategy:
    """A field that elements of these kinds have, or a column of the document's own."""
    fitting = [
        field
        for field in FIELDS.values()
        if field != LEVEL_FIELD
        and (field.has_numbers or not numbered)
        and (not field.kinds or not kinds or field.kinds & set(kinds))
    ]
    columns = st.builds(OwnColumn, texts)
    return st.sampled_from(fitting) | columns


def on_fields(kinds: tuple[Kind, ...]) -> st.SearchStrategy[Condition]:
    """A condition on what is stated."""
    any_field = fields_for(kinds, numbered=False)
    some_texts = st.lists(texts, min_size=1, max_size=2, unique=True)
    return st.one_of(
        st.builds(
            FieldState,
            any_field,
            st.sampled_from(("filled", "empty", "unknown")),
        ),
        st.builds(
            CompareText,
            any_field,
            st.sampled_from("~="),
            some_texts.map(tuple),
        ),
        st.builds(
            CompareNumber,
            fields_for(kinds, numbered=True),
            st.sampled_from(_NUMBER_SIGNS),
            numbers,
        ),
        st.builds(
            CompareText,
            st.just(LEVEL_FIELD),
            st.just("="),
            st.just(("strategic",)),
        )
        if not kinds or "goal" in kinds
        else st.nothing(),
    )


def on_links(depth: int) -> st.SearchStrategy[Condition]:
    """A condition on links, with questions in it."""
    groups: st.SearchStrategy[Any] = groups_of_ids | questions(depth + 1)
    linked = st.builds(LinkedGroup, groups, st.booleans(), st.none() | groups)
    return st.one_of(
        st.builds(HasLinked, linked),
        st.builds(
            CountLinked,
            linked,
            st.sampled_from(_NUMBER_SIGNS),
            st.integers(0, 1000),
            st.sampled_from((None, "under", "above")),
        ),
        st.builds(Related, st.sampled_from(("under", "above")), linked),
        st.builds(
            StatedLink, st.sampled_from(LINK_KINDS), st.booleans(), groups
        ),
    )


@st.composite
def conditions(draw, kinds: tuple[Kind, ...], depth: int) -> Condition:
    """A condition that may hold others, down to some depth."""
    choices = ["field", "field", "link"]
    if depth < MOST_NESTED:
        choices += ["all", "any", "not"]
    choice = draw(st.sampled_from(choices))
    deeper = conditions(kinds, depth + 1)
    if choice == "field":
        return draw(on_fields(kinds))
    if choice == "link":
        return draw(on_links(depth))
    if choice == "not":
        return Negation(draw(deeper))
    parts = draw(st.lists(deeper, min_size=2, max_size=3).map(tuple))
    return AllOf(parts) if choice == "all" else AnyOf(parts)


@st.composite
def questions(draw, depth: int = 0) -> Question:
    """A question about some kinds; without a condition when it is deep enough."""
    kinds = draw(some_kinds)
    if depth >= MOST_NESTED or draw(st.booleans()):
        return Question(kinds)
    return Question(kinds, draw(conditions(kinds, depth + 1)))
