"""A programme that can be published: without the names of people and how to reach them."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from dinet.model import Programme
from dinet.redaction.masking import MaskedWords, TextMask
from dinet.redaction.person_names import (
    DocumentVocabulary,
    find_names,
    role_in,
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
        mask: What was looked for: for texts that stand outside the programme, such as the name
            of its file.
    """

    programme: Programme
    removals: tuple[Removal, ...]
    kept_owners: tuple[str, ...]
    mask: TextMask


class RedactionWishes(NamedTuple):
    """Which names have to go.

    Args:
        owners: Those of people who own efforts or take part in them.
        everywhere: Also those that any text gives away by a title, a role, initials or a common
            first name.
        names: These too; each with the role that may stand in its place, or an empty text.
        keep: Words in which no name is looked for.
    """

    owners: bool = False
    everywhere: bool = False
    names: tuple[tuple[str, str], ...] = ()
    keep: tuple[str, ...] = ()


def redact_programme(
    programme: Programme,
    wishes: RedactionWishes,
    lang: str,
    others: Iterable[str] = (),
) -> RedactedProgramme:
    """The programme without the names that have to go.

    Mail addresses, telephone numbers and citizen service numbers always go.

    Args:
        programme: Of any origin.
        wishes: Which names.
        lang: The language of the words that are put in place.
        others: Texts outside the programme in which names may stand too.

    Example:
        >>> from dinet.model import Effort
        >>> effort = Effort(id="I1", text="Anne belt 06-12345678.", owners=("Anne Voorbeeld",))
        >>> whole = Programme(elements=(effort,))
        >>> redacted = redact_programme(whole, RedactionWishes(owners=True), "en").programme
        >>> redacted.elements[0].text, redacted.elements[0].owners
        ('[name] belt [telephone number].', ('[name]',))
    """
    data = programme.model_dump(mode="json")
    texts = [*(text for _, _, text in _all_texts(data)), *others]
    vocabulary = DocumentVocabulary(texts)
    names = dict(wishes.names)
    if wishes.owners:
        searched = texts if wishes.everywhere else _texts_on_people(data)
        given_away = dict.fromkeys(_all_names(searched, vocabulary), "")
        # what is known best counts: the wish, then the owner, then what a text gives away
        names = given_away | _roles_by_owner(programme, vocabulary) | names
    mask = TextMask(names, wishes.keep, vocabulary, lang)
    removals = tuple(_find_removals(data, mask))
    masked = _with_new_ids(_mask_data(data, mask), programme)
    redacted = Programme.model_validate(masked)
    kept_owners = _owners_left(programme, mask) if wishes.owners else ()
    return RedactedProgramme(redacted, removals, kept_owners, mask)


def _sorted_owners(programme: Programme) -> list[str]:
    owners = set[str]()
    for element in programme.elements:
        owners.update(element.owners)
    return sorted(owners)


def _roles_by_owner(
    programme: Programme, vocabulary: DocumentVocabulary
) -> dict[str, str]:
    """The owners that are people, each with the role that stands beside it, or an empty text."""
    people = filter(vocabulary.is_person, _sorted_owners(programme))
    return {owner: role_in(owner) or "" for owner in people}


def _texts_on_people(data: Any) -> list[str]:
    return [
        text for _, field, text in _all_texts(data) if field in PEOPLE_FIELDS
    ]


def _all_names(
    texts: Iterable[str], vocabulary: DocumentVocabulary
) -> Iterator[str]:
    for text in texts:
        yield from find_names(text, vocabulary)


def _find_removals(data: Any, mask: TextMask) -> Iterator[Removal]:
    """What the mask takes out of a programme, in the order of its texts."""
    for element_id, field, text in _all_texts(data):
        for masked_words in mask.mask_text(text)[1]:
            yield Removal(element_id, field, masked_words)


def _owners_left(programme: Programme, mask: TextMask) -> tuple[str, ...]:
    """The owners out of which the mask takes nothing."""
    owners = _sorted_owners(programme)
    return tuple(owner for owner in owners if not mask.mask_text(owner)[1])


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
