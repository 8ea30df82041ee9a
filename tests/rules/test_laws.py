"""What holds of all rules together, on programmes by chance with words that rules look for."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from dinet.finding import Rule
from dinet.model import (
    Effort,
    Element,
    Goal,
    Identity,
    Link,
    Programme,
    Target,
    Theme,
    natural_link_kind,
)
from dinet.network import Network
from dinet.plugins import plugin_folder

GOAL_TEXTS = (
    "Meer inwoners bewegen.",
    "Het organiseren van een sportdag.",
    "Gezondheid.",
    "Schoolverzuim neemt af t.o.v. 2019.",
)
TARGET_TEXTS = (
    "In 2028 sport 60% van de inwoners wekelijks (in 2024 was dit 52%).",
    "In 2027 sport 65% van de inwoners wekelijks.",
    "Inwoners scoren beter op gezondheid.",
    "In 2019 rookt 120% van de jongeren.",
)
EFFORT_TEXTS = (
    "Sportcoach aanstellen",
    "Sportcoaches aanstellen.",
    "Communicatie",
    "Alle kinderen voelen zich gezien",
    "Nader te bepalen",
)
OWNERS = ((), ("Sport",), ("sport",), ("Vacant",), ("Sport", "Welzijn"))
PERIODS = (None, "2026-2028", "2028-2026", "2030-2032")
BUDGETS = (None, "€ 500", "p.m.")
MOST_ELEMENTS = 12
Found = Counter[tuple[str, tuple[str, ...], tuple[int, ...]]]
"""How often a rule speaks of what: its code, the kinds and the places in reading order."""

elements_by_chance = st.one_of(
    st.builds(Theme, id=st.just(""), text=st.just("Gezond")),
    st.builds(Goal, id=st.just(""), text=st.sampled_from(GOAL_TEXTS)),
    st.builds(Target, id=st.just(""), text=st.sampled_from(TARGET_TEXTS)),
    st.builds(
        Effort,
        id=st.just(""),
        text=st.sampled_from(EFFORT_TEXTS),
        owners=st.sampled_from(OWNERS),
        period=st.sampled_from(PERIODS),
        budget=st.sampled_from(BUDGETS),
    ),
)


@st.composite
def worded_programmes(draw: st.DrawFn) -> Programme:
    """Elements with words and fields that rules speak of, and links between some of them."""
    drawn = draw(st.lists(elements_by_chance, max_size=MOST_ELEMENTS))
    elements = [
        element.model_copy(update={"id": f"x{number}"})
        for number, element in enumerate(drawn)
    ]
    links = []
    if elements:
        ends = st.sampled_from(elements)
        pairs = draw(st.lists(st.tuples(ends, ends), max_size=MOST_ELEMENTS))
        links = [
            Link(
                start=start.id,
                end=end.id,
                kind=natural_link_kind(start.kind, end.kind),
            )
            for start, end in pairs
        ]
    return Programme(
        identity=Identity(period="2026-2029"),
        elements=tuple(elements),
        links=tuple(links),
    )


def all_rules() -> list[Rule]:
    """Every rule, also those that wait to be asked for."""
    plugins = plugin_folder("rules").plugins.values()
    return [plugin.module.check for plugin in plugins]


def findings_of(programme: Programme, rules: list[Rule]) -> Found:
    """What rules say of a programme, without the ids that it happens to have."""
    network = Network(programme)
    place = {element.id: number for number, element in enumerate(network)}
    found: Found = Counter()
    for rule in rules:
        for about, _ in rule.check(network):
            ids: tuple[str, ...] = ()
            if isinstance(about, Link):
                ids = (about.start, about.end)
            elif isinstance(about, Element):
                ids = (about.id,)
            kinds = tuple(network[each].kind for each in ids)
            found[rule.code, kinds, tuple(place[each] for each in ids)] += 1
    return found


@given(
    worded_programmes(),
    st.randoms(use_true_random=False),
)
def test_other_ids_another_order_of_links_and_of_rules_change_no_finding(
    programme, random
):
    numbers = list(range(len(programme.elements)))
    random.shuffle(numbers)
    new = {f"x{old}": f"y{number}" for old, number in enumerate(numbers)}
    links = [
        link.model_copy(
            update={"start": new[link.start], "end": new[link.end]}
        )
        for link in programme.links
    ]
    random.shuffle(links)
    elements = [
        element.model_copy(update={"id": new[element.id]})
        for element in programme.elements
    ]
    other = programme.model_copy(
        update={"elements": tuple(elements), "links": tuple(links)}
    )
    rules = all_rules()
    in_order = findings_of(programme, rules)
    random.shuffle(rules)
    assert findings_of(other, rules) == in_order
