"""The style sheets inside a page.

Which rules there are for a screen, and which of them an element falls under.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dinet.errors import DocumentError
from dinet.language import Sentence
from dinet.readers.web.page_tree import PageElement

_SPECIAL = re.compile(r"([{};])")
_STRING = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'")
# Rules that do not count on a screen, or only on screens of some size or on paper.
_NO_SCREEN = re.compile(
    r"@(?:font-face|page|keyframes|-\w+-keyframes|counter-style)"
    r"|.*\b(?:print|speech|not|width|height)\b",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:([0-9a-f]{1,6})\s?|(.))", re.IGNORECASE)
_COMPOUND = re.compile(r"([\w-]+|\*)?((?:[.#][\w-]+|\[[^\[\]]*\])*)")
_PIECE = re.compile(
    r"([.#])([\w-]+)|\[\s*([\w-]+)\s*(?:(=)\s*[\"']?([^\"'\]]*?)[\"']?\s*)?\]"
)
_LIST_SIGN = re.compile(r"([(),])")
_STEP = re.compile(r"\s*([>+~])\s*|\s+")
_MOST_LETTERS = 1_000_000
# Rules that are held against the elements of one page: a bound on the time that it takes.
_MOST_LOOKS = 1_000_000
# Elements in one selector, itself and those around it; people write three or four.
_MOST_STEPS = 12
# Characters of an attribute ``class`` that are looked at.
_MOST_CLASSES = 500

# Selectors that share one rule; of a longer list the rest is not looked at.
_MOST_SELECTORS = 100
# Characters of a selector around a rule.
_LONGEST_SELECTOR = 1200
# Characters of a condition such as ``@media print`` that are looked at.
_LONGEST_CONDITION = 300
_NO_SPECIAL_SIGNS = {ord(sign): None for sign in "{};"}

Declarations = dict[str, str]


class CompoundSelector(NamedTuple):
    """One step of a selector: what an element has to be; empty where it does not matter."""

    name: str
    classes: frozenset[str]
    identity: str
    attributes: tuple[tuple[str, str | None], ...]

    @property
    def lookup_word(self) -> str:
        """A word that every element has that is so: the id, a class or the name.

        Empty when it needs none of these.
        """
        if self.identity:
            return f"#{self.identity}"
        return f".{min(self.classes)}" if self.classes else self.name

    def fits_element(self, element: PageElement) -> bool:
        """The element is so."""
        if self.name and element.tag != self.name:
            return False
        if self.identity and element.get("id") != self.identity:
            return False
        if self.classes and not self.classes.issubset(class_names(element)):
            return False
        return not self.attributes or self._has_attributes(element)

    def _has_attributes(self, element: PageElement) -> bool:
        """The element has the attributes that are asked for, with the values that are named."""
        for name, value in self.attributes:
            stated = element.get(name)
            if stated is None or (value and stated != value):
                return False
        return True


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

    def fits_element(self, element: PageElement) -> bool:
        """The element falls under it.

        Brothers before it are not looked at one by one: any of them may do.
        """
        reached: PageElement | None = element
        for sign, compound in self.steps:
            reached = _element_reached(reached, sign, compound)
            if reached is None:
                return False
        return True


def _element_reached(
    element: PageElement, sign: str, compound: CompoundSelector
) -> PageElement | None:
    """The element that a step of a selector leads to, when it is as the step asks; else None."""
    candidates: Iterable[PageElement | None]
    if sign == " ":
        candidates = element.iterancestors()
    elif sign == "~":
        candidates = element.itersiblings(preceding=True)
    elif sign == ">":
        candidates = (element.getparent(),)
    elif sign == "+":
        candidates = (element.getprevious(),)
    else:
        candidates = (element,)
    for candidate in candidates:
        if candidate is None or not isinstance(candidate.tag, str):
            continue
        if compound.fits_element(candidate):
            return candidate
    return None


def class_names(element: PageElement) -> list[str]:
    """The classes of an element, as far as they are looked at."""
    return (element.get("class") or "")[:_MOST_CLASSES].split()


class StyleSheets:
    """All rules of the style sheets of one page.

    Args:
        root: The page. Nothing is fetched.
        name: The file's name.
    """

    def __init__(self, root: PageElement, name: str) -> None:
        self.name = name
        self.rules: dict[str, list[StyleRule]] = {}
        """By a word that every element has that may fall under them."""
        self._looked = 0
        sheets = "\n".join(sheet.text or "" for sheet in root.iter("style"))
        declared_rules = _declared_on_screen(sheets[:_MOST_LETTERS])
        for number, (selector, declared) in enumerate(declared_rules):
            for rule in _build_rules(selector, declared, number):
                word = rule.steps[0][1].lookup_word
                self.rules.setdefault(word, []).append(rule)

    def declared_for(self, element: PageElement) -> Declarations:
        """What the rules declare of an element, the heaviest last."""
        if not self.rules:
            return {}
        rules = self._candidate_rules(element)
        self._looked += len(rules)
        if self._looked > _MOST_LOOKS:
            raise DocumentError(
                Sentence(
                    "the style sheets of this page are too large to read it by."
                ),
                where=self.name,
            )
        fitting = [rule for rule in rules if rule.fits_element(element)]
        declared: Declarations = {}
        for rule in sorted(fitting, key=lambda rule: rule.weight):
            declared = with_declarations(declared, rule.declared)
        return declared

    def _candidate_rules(self, element: PageElement) -> list[StyleRule]:
        """The rules under which an element may fall, by its name, its classes and its id."""
        classes = (f".{name}" for name in class_names(element))
        words = dict.fromkeys(
            ["", str(element.tag), *classes, f"#{element.get('id')}"]
        )
        return [rule for word in words for rule in self.rules.get(word, ())]


def parse_declarations(text: str) -> Declarations:
    """The properties of a rule or of an attribute ``style``, in small letters.

    Of a property that stands there twice the last value counts; important values say so.
    """
    if "/*" in text:
        text = _without_comments(text)
    if "\\" in text:
        text = _ESCAPE.sub(_unescape_sign, text)
    found: Declarations = {}
    for declaration in text.casefold().split(";"):
        name, colon, words = declaration.partition(":")
        property_ = name.strip()
        value = " ".join(words.split()).replace("! important", "!important")
        if colon and not is_weaker(found.get(property_), value):
            found[property_] = value
    return found


def with_declarations(
    before: Declarations, after: Declarations
) -> Declarations:
    """Some properties, and over them others that come later; what is important stays."""
    stronger = {
        name: value
        for name, value in after.items()
        if not is_weaker(before.get(name), value)
    }
    return {**before, **stronger}


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
    return " ".join([first, *(piece.partition("*/")[2] for piece in rest)])


def _declared_on_screen(text: str) -> Iterator[tuple[str, Declarations]]:
    """The selectors that count on a screen, and what they declare, in the order in which they end.

    A rule in a rule has the selector of that one before its own.
    """
    open_: list[_OpenRule] = []
    pieces = _SPECIAL.split(_plain_sheet(text))
    for piece, sign in zip(pieces[::2], pieces[1::2], strict=False):
        rule = open_[-1] if open_ else _OpenRule("", [], counts=True)
        if sign == "{":
            open_.append(rule.nested_rule(piece.strip()))
            continue
        rule.declarations.append(piece)
        if sign == "}" and open_:
            open_.pop()
            if rule.counts and rule.selector:
                yield (
                    rule.selector,
                    parse_declarations(";".join(rule.declarations)),
                )


def _plain_sheet(text: str) -> str:
    """A style sheet without comments, and without braces and semicolons in its texts."""
    text = _without_comments(text.replace("<!--", " ").replace("-->", " "))
    return _STRING.sub(
        lambda found: found[0].translate(_NO_SPECIAL_SIGNS), text
    )


class _OpenRule(NamedTuple):
    """A rule that has not ended yet.

    Args:
        selector: With those of the rules around it.
        declarations: What it declares so far.
        counts: It counts on a screen.
    """

    selector: str
    declarations: list[str]
    counts: bool

    def nested_rule(self, start: str) -> "_OpenRule":
        """The rule in this one that begins with a selector, or a condition such as ``@media``."""
        if start.startswith("@"):
            on_screen = not _NO_SCREEN.match(
                start.casefold()[:_LONGEST_CONDITION]
            )
            return _OpenRule(self.selector, [], self.counts and on_screen)
        return _OpenRule(
            _nested_selector(self.selector, start), [], self.counts
        )


def _nested_selector(outer: str, selector: str) -> str:
    """The selector of a rule in a rule; one in a rule that is too long to fit stands alone."""
    if not outer or len(outer) > _LONGEST_SELECTOR:
        return selector
    if "&" in selector:
        return selector.replace("&", outer, 1)
    return ", ".join(
        f"{around.strip()} {selector}" for around in _split_list(outer)
    )


def _split_list(selectors: str) -> list[str]:
    """The selectors of a list; commas between brackets divide none.

    Split at those too, ``.bare :is(nav, footer)`` would hide every footer.
    """
    if "(" not in selectors:
        return selectors.split(",")
    whole = [""]
    depth = 0
    for piece in _LIST_SIGN.split(selectors):
        depth += (piece == "(") - (piece == ")")
        if piece == "," and depth <= 0:
            whole.append("")
        else:
            whole[-1] += piece
    return whole


def _build_rules(
    selector: str, declared: Declarations, number: int
) -> Iterator[StyleRule]:
    """A rule for each of the selectors between commas, of those that are understood."""
    for one in _split_list(selector)[:_MOST_SELECTORS]:
        parts = _STEP.split(one.strip())
        parsed = [_parse_compound(part) for part in parts[::2]]
        compounds = [compound for compound in reversed(parsed) if compound]
        if len(parsed) > _MOST_STEPS or len(compounds) < len(parsed):
            continue
        signs = ["", *(sign or " " for sign in reversed(parts[1::2]))]
        steps = tuple(zip(signs, compounds, strict=True))
        yield StyleRule(
            steps, declared, (*_selector_weight(compounds), number)
        )


def _parse_compound(text: str) -> CompoundSelector | None:
    """One step; None for what is not understood.

    Such as ``:hover``, under which no element falls that just stands there.
    """
    found = _COMPOUND.fullmatch(text)
    if not text or found is None:
        return None
    pieces = list(_PIECE.finditer(found[2]))
    identities = (piece[2] for piece in pieces if piece[1] == "#")
    attributes = (_asked_attribute(piece) for piece in pieces if piece[3])
    return CompoundSelector(
        (found[1] or "").replace("*", "").casefold(),
        frozenset(piece[2] for piece in pieces if piece[1] == "."),
        next(identities, ""),
        tuple(attributes),
    )


def _asked_attribute(piece: re.Match[str]) -> tuple[str, str | None]:
    """The attribute that a piece of a selector asks for, and its value when it names one."""
    return piece[3].casefold(), piece[5] if piece[4] else None


def _selector_weight(
    compounds: list[CompoundSelector],
) -> tuple[int, int, int]:
    """How many ids, classes with attributes, and names a selector has.

    More of an earlier kind weigh more.
    """
    ids = classes = names = 0
    for compound in compounds:
        ids += bool(compound.identity)
        classes += len(compound.classes) + len(compound.attributes)
        names += bool(compound.name)
    return ids, classes, names
