"""A programme that can be published: without the names of people and how to reach them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from dinet.model import Element, Programme
from dinet.redaction.masking import MaskedWords, TextMask
from dinet.redaction.owners import people_in
from dinet.redaction.person_names import (
    DocumentVocabulary,
    find_names,
    is_public_role,
    public_names,
)
from dinet.redaction.persons import KnownName, gather_persons
from dinet.redaction.quotations import withhold_quotations
from dinet.redaction.sheet_names import (
    label_sheets,
    people_of_sheets,
    sheets_of,
    with_labels,
)

PEOPLE_FIELDS = ("owners", "partners", "roles")
_PARTS = (
    "places",
    "values",
    "planning",
    "roles",
    "amounts",
    "extra",
    "stated",
    "measurements",
)
"""The fields that have parts of their own: what goes out of a part went out of the whole."""
_QUOTING = ("notes", "unread")
"""The fields of a programme that quote what is in no element."""
_FIXED_WORDS = ("kind", "basis", "field")
"""The fields that hold words of the contract: no name stands there, whatever it looks like."""


class Removal(NamedTuple):
    """What was taken out, and where.

    Args:
        element_id: The id of the element; empty for the programme itself, its notes and its
            links.
        field: The name of the field in the JSON contract, such as ``text`` or ``owners``.
    """

    element_id: str
    field: str
    removed: MaskedWords


class RedactedProgramme(NamedTuple):
    """A programme without names.

    Args:
        programme: As it was, but for what ``removals`` names.
        removals: In the order of the programme.
        kept_owners: Owners that were taken for a department or a role and left, in alphabetical
            order.
        spared: The names of people that may stand, as was wished, in alphabetical order.
        mask: What was looked for: for texts that stand outside the programme, such as the name
            of its file.
    """

    programme: Programme
    removals: tuple[Removal, ...]
    kept_owners: tuple[str, ...]
    spared: tuple[str, ...]
    mask: TextMask


class RedactionWishes(NamedTuple):
    """Which names have to go.

    Args:
        owners: Those of people who own efforts or take part in them.
        everywhere: Also those that any text gives away by a title, a role, initials or a common
            first name.
        names: These too; each with the role that may stand in its place, or an empty text.
        keep: Words in which no name is looked for.
        spared: The names of people that may stand, in all their forms.
        spare_public: Who answers in public may stand: wethouders, portefeuillehouders.
    """

    owners: bool = False
    everywhere: bool = False
    names: tuple[tuple[str, str], ...] = ()
    keep: tuple[str, ...] = ()
    spared: tuple[str, ...] = ()
    spare_public: bool = False


def redact_programme(
    programme: Programme,
    wishes: RedactionWishes,
    lang: str,
    others: Iterable[str] = (),
    versions: Sequence[Programme] = (),
) -> RedactedProgramme:
    """The programme without the names that have to go.

    Mail addresses, accounts, telephone numbers and citizen service numbers always go; and what
    notes and unread texts quote of the document beside its elements.

    Args:
        programme: Of any origin.
        wishes: Which names.
        lang: The language of the words that are put in place.
        others: Names of files, in which people may be named too.
        versions: What it is shown beside, in the order of time, itself too: in all of them a
            person has one number.

    Example:
        >>> from dinet.model import Effort
        >>> effort = Effort(id="I1", text="Anne belt 06-12345678.", owners=("Anne Voorbeeld",))
        >>> whole = Programme(elements=(effort,))
        >>> redacted = redact_programme(whole, RedactionWishes(owners=True), "en").programme
        >>> redacted.elements[0].text, redacted.elements[0].owners
        ('[name 1] belt [telephone number].', ('[name 1]',))
    """
    data = programme.model_dump(mode="json")
    file_names = tuple(others)
    shown = [(one, one.model_dump(mode="json")) for one in versions]
    shown = shown or [(programme, data)]
    vocabulary = DocumentVocabulary(
        text for _, texts in shown for _, _, text in _all_texts(texts)
    )
    names = [
        *_wished_names(wishes),
        *_looked_up_names(wishes, shown, file_names, vocabulary),
    ]
    persons = gather_persons(names, spare_public=wishes.spare_public)
    mask = TextMask(persons, wishes.keep, vocabulary, lang)
    removals = tuple(_find_removals(data, mask))
    masked = _with_new_ids(_mask_data(data, mask), programme)
    if wishes.everywhere:
        masked, withheld = _withhold_sheets(masked, lang)
        removals += withheld
    for waiver in masked.get("waivers", ()):
        waiver["who"] = ""
    redacted = withhold_quotations(Programme.model_validate(masked))
    kept_owners = _owners_left(programme, mask) if wishes.owners else ()
    return RedactedProgramme(
        redacted, removals, kept_owners, _spared_names(mask), mask
    )


def _withhold_sheets(data: Any, lang: str) -> tuple[Any, tuple[Removal, ...]]:
    """Masked data without the names of sheets that may name somebody, and which these are.

    Of a sheet that the mask changed nothing is left to withhold.
    """
    own = {name: data[name] for name in data if name not in _QUOTING}
    texts = [
        text
        for _, field, text in _all_texts(own)
        if field not in {"places", "stated", "file", "sheet"}
    ]
    sheets = [sheet for sheet in sheets_of(data) if "[" not in sheet]
    labels = label_sheets(sheets, texts, lang)
    removals = tuple(
        Removal("", "sheet", MaskedWords(sheet, "name", label))
        for sheet, label in labels.items()
    )
    return with_labels(data, labels), removals


def _looked_up_names(
    wishes: RedactionWishes,
    shown: Sequence[tuple[Programme, Any]],
    file_names: Sequence[str],
    vocabulary: DocumentVocabulary,
) -> Iterator[KnownName]:
    """The names of owners and, where these are wished, those that texts and sheets give away.

    Args:
        wishes: Which names have to go.
        shown: All versions, each with its texts.
        file_names: Of what it was read from.
        vocabulary: Of all texts together.
    """
    if wishes.owners:
        for version, texts in shown:
            yield from _names_of_owners(version, vocabulary)
            is_whole = wishes.everywhere
            searched = _all_texts(texts) if is_whole else _people_texts(texts)
            yield from _names_given_away(searched, vocabulary)
        yield from _names_of_files(file_names, vocabulary)
    if wishes.everywhere:
        for _, texts in shown:
            words = [text for _, _, text in _all_texts(texts)]
            people = people_of_sheets(sheets_of(texts), words, vocabulary)
            yield from map(KnownName, people)


def _wished_names(wishes: RedactionWishes) -> Iterator[KnownName]:
    for name, role in wishes.names:
        yield KnownName(name, role, wished=True)
    for name in wishes.spared:
        yield KnownName(name, wished=True, spared=True)


def _names_of_owners(
    programme: Programme, vocabulary: DocumentVocabulary
) -> Iterator[KnownName]:
    """The people in the cells of owners, in reading order, with the role that stands there."""
    for element in programme.elements:
        for cell, is_public in _people_cells(element):
            for person in people_in(cell, vocabulary):
                public = is_public or is_public_role(person.role)
                yield KnownName(person.name, person.role, public=public)


def _people_cells(element: Element) -> Iterator[tuple[str, bool]]:
    """The texts that name people of an element, and whether these answer in public for it."""
    for name in (*element.owners, *element.partners):
        yield name, False
    for role in element.roles:
        yield role.name, is_public_role(role.role)
    for mention in element.stated:
        if mention.field in {"owner", "partner"}:
            heading = (mention.place and mention.place.heading) or ""
            yield mention.text, is_public_role(heading)


def _people_texts(data: Any) -> Iterator[tuple[str, str, str]]:
    return (each for each in _all_texts(data) if each[1] in PEOPLE_FIELDS)


def _names_given_away(
    texts: Iterable[tuple[str, str, str]], vocabulary: DocumentVocabulary
) -> Iterator[KnownName]:
    """The names that the words around them give away, in reading order."""
    for text in dict.fromkeys(text for _, _, text in texts):
        public = set(public_names(text, vocabulary))
        for name in find_names(text, vocabulary):
            yield KnownName(name, public=name in public)


def _names_of_files(
    file_names: Iterable[str], vocabulary: DocumentVocabulary
) -> Iterator[KnownName]:
    """The names in names of files: “plan_anne-voorbeeld.docx” has no capitals and no spaces."""
    for file_name in file_names:
        words = re.split(r"[\W_\d]+", file_name.rpartition(".")[0])
        titled = " ".join(word.title() for word in words if word)
        for name in find_names(titled, vocabulary):
            yield KnownName(name)


def _spared_names(mask: TextMask) -> tuple[str, ...]:
    return tuple(
        sorted(person.full_name for person in mask.persons if person.spared)
    )


def _sorted_owners(programme: Programme) -> list[str]:
    owners = set[str]()
    for element in programme.elements:
        owners.update(element.owners)
    return sorted(owners)


def _find_removals(data: Any, mask: TextMask) -> Iterator[Removal]:
    """What the mask takes out of a programme, in the order of its texts."""
    for element_id, field, text in _all_texts(data):
        for masked_words in mask.mask_text(text)[1]:
            yield Removal(element_id, field, masked_words)


def _owners_left(programme: Programme, mask: TextMask) -> tuple[str, ...]:
    """The owners out of which the mask takes nothing."""
    owners = _sorted_owners(programme)
    return tuple(
        owner
        for owner in owners
        if not mask.mask_text(owner)[1]
        and not any(people_in(owner, mask.vocabulary))
    )


def _all_texts(
    data: Any, element_id: str = "", field: str = ""
) -> Iterator[tuple[str, str, str]]:
    """Every text of a programme: the id of the element it belongs to, its field, and itself."""
    if isinstance(data, str):
        yield element_id, field, data
    elif isinstance(data, dict):
        if "kind" in data:
            element_id = data.get("id", element_id)
        for name, value in data.items():
            yield from _all_texts(value, element_id, _text_field(field, name))
    elif isinstance(data, list):
        for value in data:
            yield from _all_texts(value, element_id, field)


def _text_field(parent: str, name: str) -> str:
    """The field that a text is told to stand in: of what has parts of its own the whole."""
    return parent if parent in _PARTS else name


def _mask_data(data: Any, mask: TextMask) -> Any:
    """The same data with every text masked; keys stay."""
    if isinstance(data, str):
        return mask.mask_text(data)[0]
    if isinstance(data, dict):
        return {
            name: value if name in _FIXED_WORDS else _mask_data(value, mask)
            for name, value in data.items()
        }
    if isinstance(data, list):
        return _mask_list([_mask_data(value, mask) for value in data])
    return data


def _mask_list(masked: list[Any]) -> list[Any]:
    """A list of texts without repeats: two people are one “[name]”. Other lists stay."""
    if all(isinstance(value, str) for value in masked):
        return list(dict.fromkeys(masked))
    return masked


def _with_new_ids(data: Any, programme: Programme) -> Any:
    """Masked data in which ids that held a name are numbered anew.

    So no two elements become one. Links follow the elements at their ends.
    """
    new_ids = _number_masked_ids(data["elements"], programme)
    for element, masked in zip(
        programme.elements, data["elements"], strict=True
    ):
        masked["id"] = new_ids.get(element.id, element.id)
    for link, masked in zip(programme.links, data["links"], strict=True):
        masked["from"] = new_ids.get(link.start, masked["from"])
        masked["to"] = new_ids.get(link.end, masked["to"])
    return data


def _number_masked_ids(
    masked_elements: list[dict[str, Any]], programme: Programme
) -> dict[str, str]:
    """For every id that the mask changed a new one that no element has."""
    taken = {element.id for element in programme.elements}
    new_ids: dict[str, str] = {}
    for element, masked in zip(
        programme.elements, masked_elements, strict=True
    ):
        if masked["id"] != element.id and element.id not in new_ids:
            new_ids[element.id] = _next_free_id(element.prefix, taken)
            taken.add(new_ids[element.id])
    return new_ids


def _next_free_id(prefix: str, taken: set[str]) -> str:
    number = 1
    while f"{prefix}{number}" in taken:
        number += 1
    return f"{prefix}{number}"
