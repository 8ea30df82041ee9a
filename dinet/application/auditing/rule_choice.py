"""Which rules a word of the user's means: a code, a name, or a family such as DC."""

from collections.abc import Iterable

from dinet.errors import UsageError, did_you_mean
from dinet.language import Sentence
from dinet.plugins import plugin_folder

FAMILY_LENGTH = 2
"""The letters before the number of a code."""


class RuleWords:
    """The words that mean rules.

    Args:
        own: The codes of rules of one's own.

    Example:
        >>> RuleWords().rules_named("DC101"), "goal_without_effort" in RuleWords().rules_named("dc")
        (frozenset({'goal_without_effort'}), True)
    """

    def __init__(self, own: Iterable[str] = ()) -> None:
        self._codes: dict[str, str] = {
            name: plugin.module.check.code
            for name, plugin in plugin_folder("rules").plugins.items()
        }
        self._codes |= {code: code for code in own}
        self._names: dict[str, set[str]] = {}
        for name, code in self._codes.items():
            words = {name, code}
            if name != code:  # a code of one's own is of no family
                words.add(code[:FAMILY_LENGTH])
            for word in words:
                self._names.setdefault(word.casefold(), set()).add(name)

    def rules_named(self, word: str) -> frozenset[str]:
        """The names of the rules that a word means; empty when it means none."""
        return frozenset(self._names.get(word.strip().casefold(), ()))

    def find_rules(self, word: str, where: str = "") -> frozenset[str]:
        """The names of the rules that a word means.

        Args:
            word: A code, a name or a family, in capitals or not.
            where: Where it stands, for the message.

        Raises:
            UsageError: It means none; with the nearest that do.
        """
        found = self.rules_named(word)
        if not found:
            what = Sentence("there is no rule {code}.", code=word)
            known = [*self._codes, *self._codes.values()]
            raise UsageError(what, *did_you_mean(word, known), where=where)
        return found

    def find_all(
        self, words: Iterable[str], where: str = ""
    ) -> frozenset[str]:
        """The names of the rules that some words mean, as ``find`` finds those of one."""
        found = (self.find_rules(word, where) for word in words)
        return frozenset().union(*found)

    def single_rules(self, words: Iterable[str]) -> tuple[str, ...]:
        """The names of dinet's own rules that some words mean by code or name, not by family."""
        found = (
            self.rules_named(word)
            for word in words
            if len(word) > FAMILY_LENGTH
        )
        return tuple(
            name
            for names in found
            for name in sorted(names)
            if self._codes[name] != name
        )

    def code_of(self, name: str) -> str:
        """The code of the rule with a name."""
        return self._codes.get(name, name)
