"""The style sheets inside a page: which rules there are for a screen, and which of them an element falls under."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from lxml.html import HtmlElement

from dinet.errors import DocumentError
from dinet.language import Sentence

_SPECIAL = re.compile(r"([{};])")
_STRING = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'")
_NO_SCREEN = re.compile(
    r"@(?:font-face|page|keyframes|-\w+-keyframes|counter-style)|.*\b(?:print|speech|not|width|height)\b",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:([0-9a-f]{1,6})\s?|(.))", re.IGNORECASE)
_COMPOUND = re.compile(r"([\w-]+|\*)?((?:[.#][\w-]+|\[[^\[\]]*\])*)")
_PIECE = re.compile(
    r"([.#])([\w-]+)|\[\s*([\w-]+)\s*(?:(=)\s*[\"']?([^\"'\]]*?)[\"']?\s*)?\]"
)
_STEP = re.compile(r"\s*([>+~])\s*|\s+")
_MOST_LETTERS = 1_000_000
_MOST_LOOKS = 1_000_000
_MOST_STEPS = 12
_MOST_CLASSES = 500

Declarations = dict[str, str]


class CompoundSelector(NamedTuple):
    """One step of a selector: what an element has to be; empty where it does not matter."""

    name: str
    classes: frozenset[str]
    identity: str
    attributes: tuple[tuple[str, str | None], ...]

    @property
    def lookup_word(self) -> str:
        """A word that every element has that is so: the id, a class or the name; empty when it needs none of these."""
        return (
            f"#{self.identity}"
            if self.identity
            else next((f".{each}" for each in sorted(self.classes)), self.name)
        )

    def fits_element(self, element: HtmlElement) -> bool:
        """The element is so."""
        return (
            (not self.name or element.tag == self.name)
            and (not self.identity or element.get("id") == self.identity)
            and (
                not self.classes
                or self.classes
                <= set((element.get("class") or "")[:_MOST_CLASSES].split())
            )
            and all(
                element.get(key) == value if value else key in element.attrib
                for key, value in self.attributes
            )
        )


class StyleRule(NamedTuple):
    """One selector and what it declares.

    Args:
        steps: From the element outwards, each with the sign that joins it to the one before.
        declared: Properties and their values.
        weight: Of two rules that declare the same the heavier one counts.
    """

    steps: tuple[tuple[str, CompoundSelector], ...]
    declared: Declarations
    weight: tuple[int, int, int, int]

    def fits_element(self, element: HtmlElement) -> bool:
        """The element falls under it.

        Brothers before it are not looked at one by one: any of them may do.
        """
        here: Any = element
        for sign, compound in self.steps:
            if sign in (" ", "~"):
                around = (
                    here.iterancestors()
                    if sign == " "
                    else here.itersiblings(preceding=True)
                )
                here = next(
                    (
                        each
                        for each in around
                        if isinstance(each.tag, str) and compound.fits_element(each)
                    ),
                    None,
                )
            elif sign:
                here = here.getparent() if sign == ">" else here.getprevious()
            if (
                here is None
                or not isinstance(here.tag, str)
                or not compound.fits_element(here)
            ):
                return False
        return True


class StyleSheets:
    """All rules of the style sheets of one page.

    Args:
        root: The page. Nothing is fetched.
        name: The file's name.
    """

    def __init__(self, root: HtmlElement, name: str) -> None:
        self.name = name
        self.rules: dict[str, list[StyleRule]] = {}
        self._looked = 0
        text = "\n".join(sheet.text or "" for sheet in root.iter("style"))[
            :_MOST_LETTERS
        ]
        for number, (selector, declared) in enumerate(_declared_on_screen(text)):
            for rule in _build_rules(selector, declared, number):
                self.rules.setdefault(rule.steps[0][1].lookup_word, []).append(rule)

    def declared_for(self, element: HtmlElement) -> Declarations:
        """What the rules declare of an element, the heaviest last."""
        if not self.rules:
            return {}
        names = [
            f".{each}" for each in (element.get("class") or "")[:_MOST_CLASSES].split()
        ]
        keys = dict.fromkeys(["", str(element.tag), *names, f"#{element.get('id')}"])
        asked = [rule for key in keys for rule in self.rules.get(key, ())]
        self._looked += len(asked)
        if self._looked > _MOST_LOOKS:
            raise DocumentError(
                Sentence("the style sheets of this page are too large to read it by."),
                where=self.name,
            )
        found = [rule for rule in asked if rule.fits_element(element)]
        said: Declarations = {}
        for rule in sorted(found, key=lambda each: each.weight):
            said = {
                **said,
                **{
                    name: value
                    for name, value in rule.declared.items()
                    if not is_weaker(said.get(name), value)
                },
            }
        return said


def parse_declarations(text: str) -> Declarations:
    """The properties of a rule or an attribute ``style``, in small letters, the last of each; important ones say so."""
    if "/*" in text:
        text = _without_comments(text)
    if "\\" in text:
        text = _ESCAPE.sub(_unescape_sign, text)
    found: Declarations = {}
    for declared in text.casefold().split(";"):
        name, colon, said = declared.partition(":")
        property_, value = (
            name.strip(),
            " ".join(said.split()).replace("! important", "!important"),
        )
        if colon and not is_weaker(found.get(property_), value):
            found[property_] = value
    return found


def is_weaker(before: str | None, after: str) -> bool:
    """What was said before was important, and what comes after is not."""
    return (
        before is not None
        and before.endswith("!important")
        and not after.endswith("!important")
    )


def _unescape_sign(found: re.Match[str]) -> str:
    number = int(found[1], 16) if found[1] else 0
    return found[2] or (chr(number) if 0 < number < 0x110000 else "\ufffd")


def _without_comments(text: str) -> str:
    first, *rest = text.split("/*")
    return " ".join([first, *(each.partition("*/")[2] for each in rest)])


def _declared_on_screen(text: str) -> Iterator[tuple[str, Declarations]]:
    """The selectors that count on a screen, and what they declare; a rule in a rule with that one's selector before it."""
    text = _without_comments(text.replace("<!--", " ").replace("-->", " "))
    text = _STRING.sub(
        lambda found: found[0].translate({ord(each): None for each in "{};"}), text
    )
    open_: list[tuple[str, list[str], bool]] = []
    pieces = _SPECIAL.split(text)
    for piece, sign in zip(pieces[::2], pieces[1::2], strict=False):
        selector, said, counts = open_[-1] if open_ else ("", [], True)
        if sign == "{":
            start = piece.strip()
            if start.startswith("@"):
                open_.append(
                    (
                        selector,
                        [],
                        counts and not _NO_SCREEN.match(start.casefold()[:300]),
                    )
                )
            else:
                open_.append((_nested_selector(selector, start), [], counts))
            continue
        said.append(piece)
        if sign == "}" and open_:
            open_.pop()
            if counts and selector:
                yield selector, parse_declarations(";".join(said))


def _nested_selector(outer: str, selector: str) -> str:
    if not outer or len(outer) > _MOST_STEPS * 100:
        return selector
    if "&" in selector:
        return selector.replace("&", outer, 1)
    return ", ".join(f"{each.strip()} {selector}" for each in outer.split(","))


def _build_rules(
    selector: str, declared: Declarations, number: int
) -> Iterator[StyleRule]:
    for one in selector.split(",")[:100]:
        parts = _STEP.split(one.strip())
        compounds = [_parse_compound(each) for each in parts[::2]]
        signs = ["", *(each or " " for each in reversed(parts[1::2]))]
        if len(compounds) <= _MOST_STEPS and all(compounds):
            steps = tuple(
                zip(signs, [each for each in reversed(compounds) if each], strict=True)
            )
            yield StyleRule(
                steps, declared, (*_selector_weight(each for _, each in steps), number)
            )


def _parse_compound(text: str) -> CompoundSelector | None:
    """One step; None for what is not understood, such as ``:hover``, under which no element falls that just stands there."""
    found = _COMPOUND.fullmatch(text)
    if not text or found is None:
        return None
    pieces = list(_PIECE.finditer(found[2]))
    return CompoundSelector(
        (found[1] or "").replace("*", "").casefold(),
        frozenset(piece[2] for piece in pieces if piece[1] == "."),
        next((piece[2] for piece in pieces if piece[1] == "#"), ""),
        tuple(
            (piece[3].casefold(), piece[5] if piece[4] else None)
            for piece in pieces
            if piece[3]
        ),
    )


def _selector_weight(steps: Iterable[CompoundSelector]) -> tuple[int, int, int]:
    every = list(steps)
    return (
        sum(bool(each.identity) for each in every),
        sum(len(each.classes) + len(each.attributes) for each in every),
        sum(bool(each.name) for each in every),
    )
