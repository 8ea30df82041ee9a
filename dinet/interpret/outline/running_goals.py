"""Goals in running text: ``Ons eerste doel is dat …``, and what is done for them behind that.

Met in letters to a council and in short notes:

    Doel 1 is dat ouderen de hitte goed doorkomen. Hiervoor nemen wij deze maatregelen:
    - wij openen koele plekken

    Ons tweede doel is dat kinderen meedoen. Dat doen we door het kindpakket uit te breiden.

Only goals that are counted are read, and only when there are several: any letter has a sentence
about its goal. What it costs when wrong: a sentence about the goals of others becomes a goal.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from dinet.document.content import Grid, Para
from dinet.interpret.outline.goal_sentences import find_counted_goal
from dinet.interpret.outline.sections import DocumentSection, is_list_item
from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.phrases import any_of
from dinet.vocabulary.roles import Role, kind_of, role_of
from dinet.wording.sentence_ends import first_sentence

_SEVERAL = 2
"""Sentences: one goal that is counted may be one that somebody else has."""


@once_per_dialect
def _work_pattern() -> re.Pattern[str]:
    """``Dat doen we door …``: what is done follows in the same sentence."""
    by_this = any_of(words_of("running_goals.by_this"))
    return re.compile(rf"{by_this} (?P<work>\S.*)", re.IGNORECASE)


@once_per_dialect
def _between_work() -> re.Pattern[str]:
    """``door A en door B``."""
    by = any_of(words_of("running_goals.by"))
    joining = any_of(words_of("joining_words.and"))
    return re.compile(rf"(?:, | {joining} |, {joining} ){by} ", re.IGNORECASE)


def open_running_goals(
    sections: Sequence[DocumentSection],
) -> tuple[DocumentSection, ...]:
    """The sections; a paragraph that counts and tells a goal opens one of its own."""
    paras = [para for section in sections for para in section.paras]
    if sum(map(_tells_goal, paras)) < _SEVERAL:
        return tuple(sections)
    opened: list[DocumentSection] = []
    for section in sections:
        if section.is_left or not any(map(_tells_goal, section.paras)):
            opened.append(section)
        else:
            opened += _divide_section(section)
    return tuple(opened)


def _tells_goal(part: Para | Grid) -> bool:
    return isinstance(part, Para) and find_counted_goal(part) is not None


def _divide_section(section: DocumentSection) -> Iterator[DocumentSection]:
    """What stands before the first goal, and then each goal with what is done for it."""
    before = tuple(
        takewhile(lambda part: not _tells_goal(part), section.parts)
    )
    yield replace(section, parts=before, is_group=True)
    rest = section.parts[len(before) :]
    while rest:
        until = _count_until_goal(rest[1:]) + 1
        yield from _sections_of_goal(rest[:until])
        rest = rest[until:]


def _count_until_goal(parts: Sequence[Para | Grid]) -> int:
    return sum(1 for _ in takewhile(lambda part: not _tells_goal(part), parts))


def _sections_of_goal(
    parts: Sequence[Para | Grid],
) -> Iterator[DocumentSection]:
    """The goal of the first paragraph, the efforts behind it, and what stands below these."""
    para = parts[0]
    told = find_counted_goal(para) if isinstance(para, Para) else None
    if told is None or not isinstance(para, Para):
        return
    yield DocumentSection(
        _with_text(para, told.sentence),
        Role("goal"),
        told.goal,
        (),
        told.number,
    )
    below = parts[1:]
    listed = tuple(takewhile(is_list_item, below))
    if told.rest and not _announces_work(told.rest):
        listed = ()
    efforts = (*_efforts_in(para, told.rest), *listed)
    if efforts:
        yield DocumentSection(None, Role("effort"), "", efforts)
    if below[len(listed) :]:
        yield DocumentSection(None, None, "", tuple(below[len(listed) :]))


def _announces_work(sentences: str) -> bool:
    """The last sentence says that a list of what is done follows it: ``… deze maatregelen:``."""
    if not sentences.endswith(":"):
        return False
    words = sentences.rstrip(": ").split()
    is_named = any(kind_of(role_of(word)) == "effort" for word in words)
    return is_named or _work_pattern().match(sentences) is not None


def _efforts_in(para: Para, sentences: str) -> Iterator[Para]:
    """What a sentence says that is done, as items of a list."""
    found = _work_pattern().fullmatch(first_sentence(sentences))
    if found is None or found["work"].endswith(":"):
        return
    for piece in _between_work().split(found["work"]):
        item = _with_text(para, piece.strip(" .,"))
        yield item._replace(block=item.block._replace(level=0))


def _with_text(para: Para, text: str) -> Para:
    """The paragraph with a part of its words."""
    span = para.block.spans[0]._replace(text=text)
    return para._replace(block=para.block._replace(spans=(span,)))
