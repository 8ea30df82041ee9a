"""A programme that can be published: without the names of people, mail addresses and telephone numbers."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from dinet.model import Programme
from dinet.redaction.masking import MaskedWords, TextMask
from dinet.redaction.person_names import DocumentVocabulary, find_names, role_in

PEOPLE_FIELDS = ("owners", "partners")


class Removal(NamedTuple):
    """What was taken out, and where.

    Args:
        element_id: The id of the element; empty for the programme itself, its notes and its links.
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
        kept_owners: Owners that were taken for a department or a role and left, in alphabetical order.
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
    programme: Programme, wishes: RedactionWishes, lang: str, others: Iterable[str] = ()
) -> RedactedProgramme:
    """The programme without the names that are not wished; mail addresses and telephone numbers always go.

    Args:
        programme: Of any origin.
        wishes: Which names.
        lang: The language of the words that are put in place.
        others: Texts outside the programme in which names may stand too.

    Example:
        >>> from dinet.model import Effort
        >>> effort = Effort(id="I1", text="Anne belt 06-12345678.", owners=("Anne Voorbeeld",))
        >>> made = redact_programme(Programme(elements=(effort,)), RedactionWishes(owners=True), "en")
        >>> made.programme.elements[0].text, made.programme.elements[0].owners
        ('[name] belt [telephone number].', ('[name]',))
    """
    data = programme.model_dump(mode="json")
    texts = [*(text for _, _, text in _all_texts(data)), *others]
    vocabulary = DocumentVocabulary(texts)
    owners = sorted(
        {owner for element in programme.elements for owner in element.owners}
    )
    people = (
        [owner for owner in owners if vocabulary.is_person(owner)]
        if wishes.owners
        else []
    )
    names = {owner: role_in(owner) or "" for owner in people} | dict(wishes.names)
    if wishes.owners:
        searched = (
            texts
            if wishes.everywhere
            else [t for _, field, t in _all_texts(data) if field in PEOPLE_FIELDS]
        )
        names = {
            name: "" for text in searched for name in find_names(text, vocabulary)
        } | names
    mask = TextMask(names, wishes.keep, vocabulary, lang)
    removals = [
        Removal(about, field, each)
        for about, field, text in _all_texts(data)
        for each in mask.mask_text(text)[1]
    ]
    made = Programme.model_validate(_with_new_ids(_mask_data(data, mask), programme))
    kept = [owner for owner in owners if wishes.owners and not mask.mask_text(owner)[1]]
    return RedactedProgramme(made, tuple(removals), tuple(kept), mask)


def _all_texts(
    data: Any, about: str = "", field: str = ""
) -> Iterator[tuple[str, str, str]]:
    """Every text of a programme: the element that it belongs to, its field, and the text itself."""
    if isinstance(data, str):
        yield about, field, data
    elif isinstance(data, dict):
        about = data.get("id", about) if "kind" in data else about
        for name, value in data.items():
            yield from _all_texts(value, about, _text_field(field, name))
    elif isinstance(data, list):
        for value in data:
            yield from _all_texts(value, about, field)


def _text_field(parent: str, name: str) -> str:
    return parent if parent in ("places", "values", "planning") else name


def _mask_data(data: Any, mask: TextMask) -> Any:
    if isinstance(data, str):
        return mask.mask_text(data)[0]
    if isinstance(data, dict):
        return {name: _mask_data(value, mask) for name, value in data.items()}
    if isinstance(data, list):
        found = [_mask_data(value, mask) for value in data]
        return (
            list(dict.fromkeys(found))
            if all(isinstance(each, str) for each in found)
            else found
        )  # people are one “[name]”
    return data


def _with_new_ids(data: Any, programme: Programme) -> Any:
    """Ids that held a name are numbered anew, so that no two elements become one."""
    taken = {element.id for element in programme.elements}
    new: dict[str, str] = {}
    for element, made in zip(programme.elements, data["elements"], strict=True):
        if made["id"] != element.id and element.id not in new:
            number = next(
                n
                for n in range(1, len(taken) + 2)
                if f"{element.prefix}{n}" not in taken
            )
            new[element.id] = f"{element.prefix}{number}"
            taken.add(new[element.id])
        made["id"] = new.get(element.id, element.id)
    for link, made in zip(programme.links, data["links"], strict=True):
        for end, was in (("from", link.start), ("to", link.end)):
            made[end] = new.get(was, made[end])
    return data
