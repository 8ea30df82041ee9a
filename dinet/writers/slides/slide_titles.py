"""What a slide says in its title, the line under that, and the notes for who speaks.

A title is the message: what would be said of the goals on the slide if there were one sentence.
"""

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from functools import cached_property

from dinet.language import CountedSentence, JoinedSentences, Sentence
from dinet.model import KINDS, Element, Goal
from dinet.network import Grade, Measured, Network
from dinet.report.linked_words import ElementCodes, number_in_words
from dinet.report.salient.risk_points import fragile_goals
from dinet.wording.labels import LINK_NAMES, counted_kind, kind_heading
from dinet.writers.slides.slide_plan import SlidePage


class SlideWords:
    """The words of slides around their boxes.

    Args:
        network: The whole programme: a slide tells what holds for all of it.
        lang: The language of our own words.
    """

    def __init__(self, network: Network, lang: str) -> None:
        self.network, self.lang = network, lang

    # titles

    def message_of(self, page: SlidePage) -> str:
        """The title of a slide: the gravest that can be said of its goals.

        Of a slide that goes on with a goal it says which, and of one without goals what it shows.
        """
        elements = [self.network[element] for element in page.own]
        goals = [goal for goal in elements if isinstance(goal, Goal)]
        if page.continued and not goals:
            goal = ElementCodes([self.network[page.continued]])
            counts = self._count_kinds(elements)
            sentence = Sentence(
                "{goal} (continued): {counts}", goal=goal, counts=counts
            )
        else:
            shown = {one.id for one in page.composer.arrangement.network}
            sentence = (
                self._goals_message(goals, shown)
                or self._unlinked_message(elements)
                or Sentence("{counts}", counts=self._count_kinds(elements))
            )
        words = sentence.in_language(self.lang)
        return words[:1].upper() + words[1:]

    def _goals_message(
        self, goals: Sequence[Goal], shown: Set[str]
    ) -> Sentence | None:
        """What stands out in some goals, the gravest first; None when there are none.

        Args:
            goals: Those of a slide.
            shown: All elements on it.
        """
        if not goals:
            return None
        return (
            self._bare_message(goals)
            or self._fragile_message(goals)
            or self._unmeasured_message(goals)
            or self._open_message(goals)
            or self._covered_message(goals, shown)
        )

    def _bare_message(self, goals: Sequence[Goal]) -> Sentence | None:
        """That no effort leads to some goals."""
        bare = [
            goal for goal in goals if self.network.grade(goal) is Grade.NONE
        ]
        if not bare or not self.network.efforts:
            return None
        return Sentence("No effort leads to {codes}", codes=ElementCodes(bare))

    def _fragile_message(self, goals: Sequence[Goal]) -> Sentence | None:
        """That some goals hang on one effort."""
        lone = [goal for goal in goals if goal.id in self._fragile_goals]
        if not lone:
            return None
        codes = ElementCodes(lone)
        if len(lone) > 1:
            return Sentence(
                "{codes} hang on one effort each",
                codes=codes,
            )
        effort = ElementCodes([self._fragile_goals[lone[0].id]])
        return Sentence(
            "{codes} hangs on one effort: {effort}", codes=codes, effort=effort
        )

    @cached_property
    def _fragile_goals(self) -> dict[str, Element]:
        return {**fragile_goals(self.network)}

    def _unmeasured_message(self, goals: Sequence[Goal]) -> Sentence | None:
        """That some goals have no target, where there are targets at all."""
        bare = [
            goal
            for goal in goals
            if self.network.measured(goal) is Measured.NONE
        ]
        if not bare or not self.network.targets:
            return None
        return CountedSentence(
            "{codes} has no target",
            "{codes} have no target",
            len(bare),
            codes=ElementCodes(bare),
        )

    def _open_message(self, goals: Sequence[Goal]) -> Sentence | None:
        """That it is not said what serves some goals."""
        unknown = [
            goal for goal in goals if self.network.grade(goal) is Grade.UNKNOWN
        ]
        if not unknown:
            return None
        return Sentence(
            "The document does not say which efforts lead to {codes}",
            codes=ElementCodes(unknown),
        )

    def _covered_message(
        self, goals: Sequence[Goal], shown: Set[str]
    ) -> Sentence:
        """How many efforts lead to some goals, and how many of these the slide shows."""
        efforts = {
            effort
            for goal in goals
            for effort in self._efforts_per_goal.get(goal.id, ())
        }
        words = CountedSentence(
            "{number} effort leads to {codes}",
            "{number} efforts lead to {codes}",
            len(efforts),
            number=number_in_words(len(efforts)),
            codes=ElementCodes(goals),
        )
        here = len(efforts & shown)
        if here == len(efforts):
            return words
        if not here:
            return Sentence("{words}: see other slides", words=words)
        return CountedSentence(
            "{words}; {number} of them stands here",
            "{words}; {number} of them stand here",
            here,
            words=words,
            number=number_in_words(here),
        )

    @cached_property
    def _efforts_per_goal(self) -> dict[str, frozenset[str]]:
        return self.network.efforts_per_goal()

    def _unlinked_message(
        self, elements: Sequence[Element]
    ) -> Sentence | None:
        """That it is not said which goal some efforts serve."""
        if not all(
            element.kind == "effort" and element.id not in self._useful_efforts
            for element in elements
        ):
            return None
        return CountedSentence(
            "Of {total} effort the document does not say which goal it serves",
            "Of {total} efforts the document does not say which goal they serve",
            len(elements),
            total=len(elements),
        )

    @cached_property
    def _useful_efforts(self) -> frozenset[str]:
        """The efforts that lead to a goal."""
        return frozenset().union(*self._efforts_per_goal.values())

    def _count_kinds(self, elements: Sequence[Element]) -> str:
        counts = Counter(element.kind for element in elements)
        told = [
            counted_kind(kind, counts[kind]).in_language(self.lang)
            for kind in KINDS
            if counts[kind]
        ]
        return ", ".join(told)

    def topic_of(self, page: SlidePage) -> str:
        """The line under the title: the theme if there are themes, and what goes on here."""
        sentences = [*self._theme_words(page)]
        has_goal = any(
            self.network[element].kind == "goal" for element in page.own
        )
        if page.continued and has_goal:  # else the title says it
            sentences.append(
                Sentence("{goal} (continued)", goal=page.continued)
            )
        return JoinedSentences(*sentences, glue=" · ").in_language(self.lang)

    def _theme_words(self, page: SlidePage) -> Iterator[Sentence]:
        if page.theme:
            theme = self.network[page.theme]
            number = page.theme.removeprefix(theme.prefix)
            yield Sentence("Theme {id}: {text}", id=number, text=theme.text)
        elif self.network.themes:
            yield Sentence("Without a theme")

    # notes

    def notes_of(self, page: SlidePage) -> str:
        """Every element of a slide in full, and its links; then what is repeated."""
        shown = [element.id for element in page.composer.arrangement.network]
        repeated = [one for one in shown if one not in page.own]
        told = (*page.own, *repeated)
        return "\n".join(
            line for one in told for line in self._note_lines(one)
        )

    def _note_lines(self, element_id: str) -> Iterator[str]:
        element = self.network[element_id]
        name = kind_heading(element.kind, self.lang, 1)
        words = element.text
        if element.title and not words.startswith(element.title):
            words = f"{element.title}: {words}" if words else element.title
        yield f"{name} {element_id}: {' '.join(words.split())}"
        for verb, others in self._links_of.get(element_id, {}).items():
            yield f"– {verb} {', '.join(others)}"

    @cached_property
    def _links_of(self) -> dict[str, dict[str, list[str]]]:
        """For every element what it is linked to, by the words for it in our language."""
        links: dict[str, dict[str, list[str]]] = {}
        for link in self.network.links():
            names = LINK_NAMES[link.kind]
            for one, other, words in (
                (link.start, link.end, names.forward),
                (link.end, link.start, names.backward),
            ):
                verb = Sentence("{words}", words=Sentence(words))
                told = links.setdefault(one, {})
                told.setdefault(verb.in_language(self.lang), []).append(other)
        return links
