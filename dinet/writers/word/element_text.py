"""One element in words, so that it can be read back: its code and text, what else it is linked to, its sources."""

from collections.abc import Iterator

from dinet.language import Sentence, translated
from dinet.model import Element, Goal
from dinet.writers.office.archive import one_line
from dinet.writers.word.arrangement import Arrangement
from dinet.writers.word.word_xml import GREY, bullet, para, run


class Entries:
    """Writes elements.

    Args:
        arrangement: Knows which links are told by where an element stands.
        lang: The language of our own words.
        text_lang: That of the words of the document.
    """

    def __init__(self, arrangement: Arrangement, lang: str, text_lang: str) -> None:
        self.arrangement, self.lang = arrangement, lang
        self._own = lang if lang != text_lang else ""

    def say(self, words: str) -> str:
        """Our own words in the language of the reader."""
        return translated(words, self.lang)

    def own(
        self, text: str, *, bold: bool = False, italic: bool = False, colour: str = ""
    ) -> str:
        """A run of our own words."""
        return run(text, bold=bold, italic=italic, colour=colour, lang=self._own)

    def text(self, element: Element) -> str:
        """What the element says; its title when it has no text."""
        return (
            one_line(element.text)
            or one_line(element.title or "")
            or self.say("(without text)")
        )

    def cell(self, element: Element, goal: Goal | None = None) -> str:
        """An element as paragraphs in a cell, its sources under it."""
        return para(*self._runs(element, goal), style="Cell") + "".join(
            para(source, style="Cell") for source in self._sources(element)
        )

    def bullets(self, element: Element, goal: Goal | None = None) -> str:
        """An effort as an item of the list in a cell, its sources and sub-efforts under it."""
        found = [bullet(*self._runs(element, goal), style="CellBullet")]
        found += (para(source, style="Cell") for source in self._sources(element))
        if goal is None or self.arrangement.homes[element.id][0] == goal.id:
            for part in self.arrangement.parts.get(element.id, ()):
                found.append(bullet(*self._runs(part), level=1, style="CellBullet"))
                found += (para(source, style="Cell") for source in self._sources(part))
        return "".join(found)

    def item(self, element: Element) -> str:
        """An element as an item of a list outside tables, on one line with all that is told of it, and its sub-efforts."""
        parts = self.arrangement.parts.get(element.id, ())
        return bullet(*self._line(element)) + "".join(
            bullet(*self._line(part), level=1) for part in parts
        )

    def joint(self, element: Element) -> str:
        """With which other programmes the elements of a cell are done together, a paragraph for each."""
        return "".join(
            para(self.own(words, italic=True), style="Cell")
            for words in self._joint(element)
        )

    def named(self, element: Element) -> str:
        """Code and text only."""
        return para(self._code(element), run(self.text(element)), style="Cell")

    def asides(self, element: Element, goal: Goal | None = None) -> Iterator[str]:
        """What else an element is linked to, in words between brackets."""
        homes = self.arrangement.homes.get(element.id, ())
        others = [each for each in homes if goal is not None and each != goal.id]
        if others:
            yield f"({self.say('shared with')} {', '.join(others)})"
        for kind, ends in self.arrangement.untold(element).items():
            yield f"({self.say(kind.replace('_', ' '))} {', '.join(ends)})"

    # pieces

    def _code(self, element: Element) -> str:
        return run(f"{element.id}: ", bold=True)

    def _runs(self, element: Element, goal: Goal | None = None) -> list[str]:
        asides = (
            self.own(f" {words}", italic=True, colour=GREY)
            for words in self.asides(element, goal)
        )
        return [self._code(element), run(self.text(element)), *asides]

    def _line(self, element: Element) -> list[str]:
        joint = [
            self.own(f" ({words.strip(QUOTES)})", italic=True)
            for words in self._joint(element)
        ]
        return [
            *self._runs(element),
            *joint,
            *(run(" ") + source for source in self._sources(element)),
        ]

    def _sources(self, element: Element) -> list[str]:
        return [
            self.own(f"{self.say('Source')}: ", italic=True) + run(name, italic=True)
            for name in element.sources
        ]

    def _joint(self, element: Element) -> Iterator[str]:
        for name in element.joint_with:
            said = Sentence(
                "Joint implementation with {name}", name=one_line(name)
            ).said(self.lang)
            yield f"({said})" if any(quote in name for quote in QUOTES) else f"‘{said}’"


QUOTES = "'\"‘’‚“”„()"
