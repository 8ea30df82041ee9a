"""The outline of a document: each heading, what it is about, and what stands under it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise, zip_longest
from typing import TypeGuard

from dinet.document.content import Grid, Para
from dinet.interpret.form_answers import (
    NO_ANSWERS,
    FormAnswers,
    HeadingAnswer,
)
from dinet.interpret.normalise.typed_bullets import lift_typed_numbers
from dinet.interpret.outline.introducing_lines import (
    agrees_for_goal,
    introduced_role,
    introduces_elements,
    names_agreements,
)
from dinet.interpret.texts.cited_sources import split_sources
from dinet.model import Place
from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.phrases import any_of
from dinet.vocabulary.roles import (
    Role,
    find_label,
    find_label_in_list,
    kind_of,
    kinds_joined_in,
    kinds_named_in,
    role_of,
    without_number,
)
from dinet.wording.sentence_ends import ends_like_sentence

LOWEST_HEADING = 9
"""A level of headings that no format has: what is taken for one stands under all others.

A list item that is one stands so much lower as its list stands in others.
"""
_HEADING_WORDS = 16
"""A longer line that no format marks as a heading is a sentence."""
_LONGEST_WITH_TEXT = 3 * _HEADING_WORDS
"""In words: a line such as ``Doel 2: …`` holds a statement too."""
_OPENS = ("vision", "legend")
_FEW_WORDS = 2
"""So few about owners and money are a heading; more may state: ``Subsidie voor clubs``."""
_LEADERS_CHARACTERS = 16
"""At the end of a line, enough for its dots and the number of a page."""
_ENDS_IN_DIGIT = re.compile(r"\d$")
_OUTLINE_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3})[.)]? ")
_LEADERS = re.compile(r"(?:\. ?){3}\d+$|…\.* ?\d+$")


@once_per_dialect
def _title_words() -> re.Pattern[str]:
    return re.compile(
        rf"{any_of(words_of('page_words.programmes'))}:? (?=[^\W\d])",
        re.IGNORECASE,
    )


@once_per_dialect
def _contents_pattern() -> re.Pattern[str]:
    return re.compile(any_of(words_of("page_words.contents")), re.IGNORECASE)


@once_per_dialect
def _caption_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"{any_of(words_of('page_words.captions'))} \d", re.IGNORECASE
    )


@dataclass(frozen=True)
class DocumentSection:
    """One heading and what stands under it.

    Args:
        heading: None for what stands before the first heading.
        role: What the heading is about, when it says so.
        text: What follows a prefix: ``samen sterk`` of ``Focuspunt: samen sterk``; else empty.
        parts: Paragraphs, list items and grids, up to the next heading.
        number: Of ``Doel 2``, whether or not something follows it.
        is_group: The headings under its heading are what it names, and not its paragraphs.
        is_guess: No heading says what it is about: only its place does.
        refers: Its heading only refers to a goal that stands elsewhere.
        answer: Where a person said what its heading is; None when nobody did.
        is_left: Nothing of it is read: it holds goals of others, or of earlier.
        closes_goal: It is about no goal that was told before it.
        is_introduced: Its heading is a sentence that introduces a list.
    """

    heading: Para | None
    role: Role | None
    text: str
    parts: tuple[Para | Grid, ...]
    number: str = ""
    is_group: bool = False
    is_guess: bool = False
    refers: bool = False
    answer: Place | None = None
    is_left: bool = False
    closes_goal: bool = False
    is_introduced: bool = False

    @cached_property
    def grids(self) -> tuple[Grid, ...]:
        """Its tables."""
        return tuple(part for part in self.parts if isinstance(part, Grid))

    @cached_property
    def paras(self) -> tuple[Para, ...]:
        """Its paragraphs and list items."""
        return tuple(part for part in self.parts if isinstance(part, Para))

    @property
    def is_told(self) -> bool:
        """Its heading has a number, or a person said what it is: it is about the network."""
        return bool(self.number) or self.answer is not None

    @property
    def label(self) -> str:
        """The words before its text: ``Actie`` of ``Actie: zaal huren``; empty without a text."""
        if self.heading is None or not self.text:
            return ""
        words = self.heading.text.removesuffix(self.text)
        return without_number(words).strip(" :.-–—")

    @cached_property
    def holds_list(self) -> bool:
        """It holds a list."""
        return self.top_level is not None

    @cached_property
    def top_level(self) -> int | None:
        """The level of its items that stand under no other; None without a list."""
        levels = [para.block.level for para in self.paras]
        return min(
            (level for level in levels if level is not None), default=None
        )

    @cached_property
    def first_level(self) -> int | None:
        """The level of its first list item; None without a list."""
        levels = (para.block.level for para in self.paras)
        return next((level for level in levels if level is not None), None)

    def heads_items(self, para: Para) -> bool:
        """The part of this section right behind an item is an item deeper in the list."""
        return id(para) in self._items_with_others

    @cached_property
    def _items_with_others(self) -> frozenset[int]:
        """The identities of the items that have others under them."""
        heads = set()
        for para, behind in pairwise(self.paras):
            level, deeper = para.block.level, behind.block.level
            if level is not None and deeper is not None and deeper > level:
                heads.add(id(para))
        return frozenset(heads)

    def part_behind(self, part: Para | Grid) -> Para | Grid | None:
        """What stands right behind one of its parts; None behind the last."""
        behind = self.place_of(part) + 1
        return self.parts[behind] if behind < len(self.parts) else None

    def place_of(self, part: Para | Grid) -> int:
        """The place of one of its parts, from 0."""
        return self._places[id(part)]

    @cached_property
    def _places(self) -> dict[int, int]:
        """The places of its parts by their identities: many parts ask for theirs."""
        return {id(part): place for place, part in enumerate(self.parts)}

    @property
    def rank(self) -> int | None:
        """The level of its heading; None when its heading is a line like others."""
        return self.heading.heading if self.heading else None


def outline_document(
    parts: Iterable[Para | Grid], answers: FormAnswers = NO_ANSWERS
) -> tuple[str | None, tuple[DocumentSection, ...]]:
    """The title of a document, and its sections in reading order.

    A table of contents is left out.

    Args:
        parts: Of the document.
        answers: What a person says of its headings.
    """
    parts = tuple(_without_contents(parts))
    title = _title_of_document(parts, answers)
    sections: list[tuple[Para | None, list[Para | Grid]]] = [(None, [])]
    for part, after in zip_longest(parts, parts[1:]):
        heading, under = sections[-1]
        if _opens_here(part, after, sections[-1], title, answers):
            sections.append((part, []))
            continue
        if _ends_introduced(heading, under, part):
            under = []
            sections.append((None, under))
        under.append(_as_listed(part))
    built = [
        _build_section(heading, tuple(under), answers)
        for heading, under in sections
        if heading or under
    ]
    return title, tuple(_with_outline_numbers(built))


def _opens_here(
    part: Para | Grid,
    after: Para | Grid | None,
    section: tuple[Para | None, list[Para | Grid]],
    title: str | None,
    answers: FormAnswers,
) -> TypeGuard[Para]:
    """A part is the heading of a section.

    Args:
        part: The part.
        after: What stands after it.
        section: The heading above it, and what stands between them.
        title: Of the document.
        answers: What a person says of its headings.
    """
    if isinstance(part, Grid):
        return False
    if answers.answer_for_heading(part.text):
        return True
    heading, under = section
    follows = None if _continues_list(under, part) else after
    if _is_heading(part, follows, title):
        return True
    if agrees_for_goal(part, after, heading):
        return True
    if _heads_other_list(part, after, section):
        return True
    return _is_introducing(part, after, heading)


def _heads_other_list(
    part: Para,
    after: Para | Grid | None,
    section: tuple[Para | None, list[Para | Grid]],
) -> bool:
    """A short line between two lists heads the second one, as a line with a colon did the first.

    Met in plain text: ``Inspanningen:`` and its list, and then ``Taakverdeling in de werkgroep``
    above a list of its own. A line with a colon goes on about the same: ``Op school:``.
    """
    heading, under = section
    if heading is None or heading.heading is not None or not under:
        return False
    if not heading.text.endswith(":") or part.text.endswith(":"):
        return False
    between = is_list_item(under[-1]) and is_list_item(after)
    return (
        between and not is_list_item(_as_listed(part)) and _is_short(part.text)
    )


def is_list_item(part: Para | Grid | None) -> bool:
    """A paragraph that is an item of a list."""
    return isinstance(part, Para) and part.block.level is not None


def _as_listed(part: Para | Grid) -> Para | Grid:
    """The part; a paragraph with a number typed before it is a list item."""
    return part if isinstance(part, Grid) else _as_numbered_item(part)


def _with_outline_numbers(
    sections: Sequence[DocumentSection],
) -> Sequence[DocumentSection]:
    """The sections; numbers before labels are theirs when some of them stand under others.

    Met: ``1. Strategisch doel: …`` and under it ``1.1 Operationeel doel: …``. Numbers without such
    parts only count lines.
    """
    numbers = [_number_before_label(section) for section in sections]
    above = {number.rpartition(".")[0] for number in numbers}
    if not above.intersection(filter(None, numbers)):
        return sections
    return [
        replace(section, number=number) if number else section
        for section, number in zip(sections, numbers, strict=True)
    ]


def _number_before_label(section: DocumentSection) -> str:
    """The number before the label of a section that has no other; empty without one."""
    if section.heading is None or not section.text or section.number:
        return ""
    found = _OUTLINE_NUMBER.match(section.heading.text)
    return found[1] if found else ""


def _build_section(
    heading: Para | None,
    parts: tuple[Para | Grid, ...],
    answers: FormAnswers,
) -> DocumentSection:
    """A section, with what its heading says of it, or what a person says."""
    if heading is None:
        return DocumentSection(None, None, "", parts)
    answer = answers.answer_for_heading(heading.text)
    if answer is not None:
        return _answered_section(heading, parts, answer)
    if (heading.heading or 0) >= LOWEST_HEADING:
        found = find_label_in_list(heading.text)
    else:
        found = find_label(heading.text)
    if found:
        return DocumentSection(
            heading, found.role, found.rest, parts, found.number
        )
    role = role_of(without_number(heading.text))
    if role is None and heading.heading is None:
        role = _role_of_agreements(heading, parts)
    introduced = None if role else introduced_role(heading.text)
    return DocumentSection(
        heading,
        role or introduced,
        "",
        parts,
        _number_of_heading(heading.text),
        is_introduced=introduced is not None,
    )


def _role_of_agreements(
    heading: Para, parts: Sequence[Para | Grid]
) -> Role | None:
    """What a list under ``Afspraken:`` holds; None under every other line."""
    first = parts[0] if parts else None
    lists = isinstance(first, Para) and first.block.level is not None
    return Role("effort") if lists and names_agreements(heading.text) else None


def _answered_section(
    heading: Para, parts: tuple[Para | Grid, ...], answer: HeadingAnswer
) -> DocumentSection:
    """A section of whose heading a person says what it is, or what stands under it."""
    text, number = "", ""
    if not answer.heads_members:
        found = find_label(heading.text)
        text = (found and found.rest) or without_number(heading.text)
        number = found.number if found else ""
    return DocumentSection(
        heading, answer.role, text, parts, number, answer=answer.place
    )


def _continues_list(before: Sequence[Para | Grid], part: Para) -> bool:
    """The paragraph has a number, as the one before it has.

    So it is the last of a list, not a heading of what follows.
    """
    last = before[-1] if before else None
    return (
        isinstance(last, Para)
        and last.block.level is not None
        and _as_numbered_item(part).block.level is not None
    )


def _number_of_heading(heading: str) -> str:
    """The number at the end of ``Doel 2``, or the letter of ``Doel B``; empty without one."""
    last = without_number(heading).rpartition(" ")[2].rstrip(":.")
    is_number = last.replace(".", "").isdecimal()
    is_letter = len(last) == 1 and last.isupper()
    return last if is_number or is_letter else ""


def _as_numbered_item(part: Para) -> Para:
    """The paragraph, as a list item when a number is typed before it."""
    return part._replace(block=lift_typed_numbers((part.block,))[0])


def _without_contents(parts: Iterable[Para | Grid]) -> Iterator[Para | Grid]:
    """The parts without a table of contents.

    That is lines with dots before a number, or any that end in one under ``Inhoud``.
    """
    inside = False
    for part in parts:
        text = part.text if isinstance(part, Para) else ""
        if _LEADERS.search(text[-_LEADERS_CHARACTERS:]):
            continue
        if inside and _ENDS_IN_DIGIT.search(text):
            continue
        inside = _contents_pattern().fullmatch(text) is not None
        yield part


def _title_of_document(
    parts: Sequence[Para | Grid], answers: FormAnswers
) -> str | None:
    """The first line, when it is short and no heading of a section."""
    first = parts[0] if parts else None
    if not isinstance(first, Para) or first.block.level is not None:
        return None
    text = first.text
    if len(text.split()) > _HEADING_WORDS or text.endswith("."):
        return None
    if answers.answer_for_heading(text) or _heads_section(text):
        return None
    programme = _title_words().match(text)
    return text[programme.end() :] if programme else text


def _heads_section(text: str) -> bool:
    """The text is a heading of a section: it has a number or a role, or heads the contents."""
    if without_number(text) != text or _contents_pattern().fullmatch(text):
        return True
    return role_of(text) is not None or find_label(text) is not None


def _is_heading(
    part: Para, after: Para | Grid | None, title: str | None
) -> bool:
    """The paragraph is a heading: its format says so, or its words and its place do.

    Args:
        part: The paragraph.
        after: What stands after it.
        title: Of the document: a line that repeats it is a heading.
    """
    if part.heading is not None:
        return True
    text = part.text
    if part.block.level is not None or len(text.split()) > _LONGEST_WITH_TEXT:
        return False
    only_names_source = not split_sources(text)[0]
    if only_names_source:
        return False
    return _repeats_title(text, title) or _is_heading_by_words(text, after)


def _is_heading_by_words(text: str, after: Para | Grid | None) -> bool:
    """The text says what it is, or it is short and opens a section or stands above a table."""
    if _caption_pattern().match(text):
        return False
    if find_label(text) or _heads_list_for_goal(text):
        return True
    if _says_of_above(text):
        return False
    return _is_short(text) and (
        isinstance(after, Grid)
        or _opens_section(text)
        or _asks_above_list(text, after)
        or _joins_kinds_above_list(text, after)
    )


def _joins_kinds_above_list(text: str, after: Para | Grid | None) -> bool:
    """The line names several kinds of elements, which its list holds: ``Doelen en acties``.

    Met in plans that were kept as plain text.
    """
    if after is None or not is_list_item(_as_listed(after)):
        return False
    return len(kinds_joined_in(text)) > 1


def _asks_above_list(text: str, after: Para | Grid | None) -> bool:
    """The line asks something, and a list answers it: ``Wat u kunt doen``, whoever that is about.

    Met on web pages with bold lines for headings: what residents may do stood under what the
    council does.
    """
    if not isinstance(after, Para) or after.block.level is None:
        return False
    return fold_text(text).split()[0] in words_of("headings.questions")


def _heads_list_for_goal(text: str) -> bool:
    """The line says for which goal the list under it is: ``Voor doel 1:``."""
    number = _number_of_heading(text) if text.endswith(":") else ""
    words = text.rstrip(" :").removesuffix(number)
    role = role_of(words) if number else None
    refers = role is not None and role.name == "reference"
    return refers and "goal" in kinds_named_in(words)


def _says_of_above(text: str) -> bool:
    """The line tells of what stands above it: ``Trekker: X``, ``Wanneer: 2027``."""
    word, _, rest = text.partition(":")
    role = role_of(word) if rest.strip() else None
    return role is not None and role.name not in _OPENS


def _repeats_title(text: str, title: str | None) -> bool:
    """The text is the title, or the title after a word such as ``Programma``."""
    if not title or text.endswith((",", ";")):
        return False
    programmes = words_of("page_words.programmes")
    titles = (title, *(f"{word} {title}" for word in programmes))
    return fold_text(text) in map(fold_text, titles)


def _is_introducing(
    part: Para, after: Para | Grid | None, heading: Para | None
) -> bool:
    """The line introduces elements, which the heading above it does not name already."""
    if heading is not None and kind_of(role_of(without_number(heading.text))):
        return False
    return part.block.level is None and introduces_elements(part, after)


def _ends_introduced(
    heading: Para | None, under: Sequence[Para | Grid], part: Para | Grid
) -> bool:
    """A line introduced the list above the part, and nothing else: the list ends there."""
    if heading is None or heading.heading is not None or not under:
        return False
    if (
        isinstance(part, Para)
        and _as_numbered_item(part).block.level is not None
    ):
        return False
    return introduces_elements(heading, under[0])


def _is_short(text: str) -> bool:
    """The text is as short as a heading, and ends as one: not like a sentence."""
    if len(text.split()) > _HEADING_WORDS or text.endswith(","):
        return False
    return text[-1:] in ":?" or not ends_like_sentence(text)


def _opens_section(text: str) -> bool:
    """The text names what stands under it, and cannot be a statement about it."""
    role = role_of(without_number(text))
    if role is None:
        return False
    if kind_of(role) or role.name in _OPENS:
        return True
    return text[-1:] in ":?" or len(text.split()) <= _FEW_WORDS
