"""A whole question, and named elements: the groups that conditions are about."""

from dataclasses import dataclass

from dinet.language import JoinedSentences, Sentence
from dinet.model import Kind
from dinet.question.logic import Asking, Condition, Verdict, begins_bare
from dinet.question.words import printed_word
from dinet.wording.labels import KIND_NAMES, kind_name


@dataclass(frozen=True)
class Question:
    """Which elements are asked for, and what must hold of them.

    Args:
        kinds: In the order of the question; empty for every kind.
        condition: None when all of these are asked for.
    """

    kinds: tuple[Kind, ...]
    condition: Condition | None = None

    def choose_elements(self, asking: Asking) -> Verdict:
        """The elements that answer the question."""
        among = asking.positions_of(self.kinds)
        condition = self.condition
        if condition is None:
            return Verdict(among)
        return asking.keep_found(
            self, lambda: condition.judge_elements(asking, among)
        )

    def kinds_in(self, asking: Asking) -> frozenset[Kind]:
        """The kinds that are asked for."""
        return frozenset(self.kinds or asking.of_kind)

    def as_clause(self) -> Sentence:
        """The kinds, and the condition as a clause in brackets."""
        names = self._kind_names()
        if self.condition is None:
            return names
        return Sentence(
            "{kinds} ({clause})",
            kinds=names,
            clause=self.condition.as_clause(),
        )

    def explain_whole(self) -> Sentence:
        """One sentence that says how the question was understood."""
        names = self._kind_names()
        if self.condition is None:
            return Sentence("dinet looks for all {kinds}.", kinds=names)
        return Sentence(
            "dinet looks for {kinds} of which holds: {clause}.",
            kinds=names,
            clause=self.condition.as_clause(),
        )

    def short_label(self) -> Sentence:
        """The kinds alone: what stands above a column of them."""
        return self._kind_names()

    def _kind_names(self) -> Sentence:
        if not self.kinds:
            return Sentence("elements of every kind")
        names: list[Sentence] = []
        for kind in self.kinds:
            names += [Sentence("or"), Sentence(KIND_NAMES[kind].many)]
        return JoinedSentences(*names[1:])

    def as_words(self, lang: str) -> str:
        """The question as it can be asked again."""
        glue = f" {printed_word('or', lang)} "
        names = glue.join(kind_name(kind, lang, 2) for kind in self.kinds)
        names = names or printed_word("everything", lang)
        if self.condition is None:
            return names
        words = self.condition.as_words(lang)
        if begins_bare(self.condition):
            words = f"{printed_word('with', lang)} {words}"
        return f"{names} {words}"

    def as_group(self, lang: str) -> str:
        """The question as a condition holds it: in brackets, unless it is one kind."""
        words = self.as_words(lang)
        is_plain = self.condition is None and len(self.kinds) < 2
        return words if is_plain else f"({words})"


@dataclass(frozen=True)
class NamedElements:
    """Elements by their ids; those that are not there are none."""

    ids: tuple[str, ...]

    def choose_elements(self, asking: Asking) -> Verdict:
        """Those of them that exist."""
        found = (asking.position_of.get(element_id) for element_id in self.ids)
        return Verdict(
            frozenset(position for position in found if position is not None)
        )

    def kinds_in(self, asking: Asking) -> frozenset[Kind]:
        """The kinds of those that exist."""
        return frozenset(
            element.kind
            for element in asking.elements_at(self.choose_elements(asking).yes)
        )

    def short_label(self) -> Sentence:
        """Their ids."""
        return self.as_clause()

    def as_clause(self) -> Sentence:
        """Their ids."""
        return Sentence("{name}", name=", ".join(self.ids))

    def as_group(self, lang: str) -> str:  # noqa: ARG002 (ids are in no language)
        """Their ids."""
        return ", ".join(self.ids)
