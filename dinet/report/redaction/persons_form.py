"""Who would be left out of a document: a list to tick, edit and give back to ``--redact``."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from dinet.language import Sentence, translate_words
from dinet.redaction.persons import Person
from dinet.redaction.redact import RedactedProgramme
from dinet.report.redaction.redaction_log import removal_place

_MOST_PLACES = 12
"""Places told of one person: enough to look up who it is, short enough for one line."""


def persons_form(
    redacted: RedactedProgramme, name: str, lang: str
) -> Iterator[str]:
    """The lines of the list: who goes with a tick, who may stand without, each with places.

    People stand in the order in which the document first names them.

    Args:
        redacted: The document without these people.
        name: Of the document.
        lang: The language of the remarks.
    """
    for sentence in _explanation_lines(name):
        yield f"# {sentence.in_language(lang)}"
    places = _places_by_person(redacted, lang)
    for number, person in enumerate(redacted.mask.persons):
        yield ""
        yield _person_line(person)
        for remark in _remarks_on(person, places[number], lang):
            yield f"#     {remark}"
    if not redacted.mask.persons:
        yield f"# {translate_words('Nobody was found.', lang)}"


def _explanation_lines(name: str) -> Iterator[Sentence]:
    yield Sentence("People in {name}.", name=name)
    yield Sentence(
        "[x]: is left out. [ ]: may stand. Add who is missing, one on each line."
    )
    yield Sentence(
        "After = stands what takes the place of the name. Give this file to --redact."
    )


def _person_line(person: Person) -> str:
    tick = "[ ]" if person.spared else "[x]"
    number = f" {person.number}" if person.number else ""
    role = f" = {person.role}{number}" if person.role else ""
    return f"{tick} {person.full_name}{role}"


def _places_by_person(
    redacted: RedactedProgramme, lang: str
) -> dict[int, Counter[str]]:
    places: dict[int, Counter[str]] = defaultdict(Counter)
    for removal in redacted.removals:
        if removal.removed.person is not None:
            where = removal_place(removal, lang)
            places[removal.removed.person][where] += 1
    return places


def _remarks_on(
    person: Person, places: Counter[str], lang: str
) -> Iterator[str]:
    """How often and where, how else the name is written, and whether the office is public."""
    if places:
        listed = list(places)
        shown = "; ".join(listed[:_MOST_PLACES])
        more = " …" if len(listed) > _MOST_PLACES else ""
        yield f"{places.total()}×: {shown}{more}"
    others = [name for name in person.names if name != person.full_name]
    if others:
        yield Sentence(
            "also written: {names}", names="; ".join(others)
        ).in_language(lang)
    if person.public:
        yield translate_words("answers in public for the plan", lang)
