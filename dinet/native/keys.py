"""The one table of the native form: every key in Dutch and English, and the field of the model that it stands for."""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from dinet.model import Kind, LinkKind

Shape = Literal[
    "text", "texts", "level", "aim", "link", "elements", "planning", "places"
]


class Key(NamedTuple):
    """One key.

    Args:
        field: The field of the model; for links the kind of link, for lists of elements the
            kind of element.
        nl: The key in Dutch. ``en`` is the one in English.
        also: More words for the same, separated by spaces; read but never written.
        shape: What stands behind the key.
    """

    field: str
    nl: str
    en: str
    also: str = ""
    shape: Shape = "text"

    def said(self, lang: str) -> str:
        """The key in a language; English for every language but Dutch."""
        return self.nl if lang == "nl" else self.en


NATURAL = "natural"
"""The field of the key ``voor``: the kind of this link follows from the elements that it joins."""

DOCUMENT = Key("document", "document", "document")
VERSION = Key("dinet", "dinet", "dinet")
LINKS = Key("links", "verbanden", "links")
NOTES = Key("notes", "leesnotities", "notes")
IDENTITY = (
    Key("title", "programma", "programme", "programmanaam"),
    Key("organisation", "organisatie", "organisation", "gemeente"),
    Key("period", "periode", "period"),
    Key("date", "peildatum", "reference-date", "datum date"),
    Key("lang", "taal", "language", "lang"),
    Key("vision", "visie", "vision"),
)
KIND_KEYS = (
    Key(
        "programme",
        "programmas",
        "programmes",
        "programma's subprogrammas subprogrammes",
        "elements",
    ),
    Key(
        "theme",
        "focuspunten",
        "themes",
        "themas thema's pijlers programmalijnen",
        "elements",
    ),
    Key(
        "goal",
        "doelen",
        "goals",
        "subdoelen subgoals doelstellingen opgaven",
        "elements",
    ),
    Key("target", "smart-doelen", "targets", "smart", "elements"),
    Key(
        "effort",
        "inspanningen",
        "efforts",
        "deelinspanningen sub-efforts activiteiten maatregelen",
        "elements",
    ),
    Key("benefit", "baten", "benefits", "", "elements"),
    Key("capability", "vermogens", "capabilities", "", "elements"),
    Key("result", "resultaten", "results", "", "elements"),
)
THEME = Key("part_of", "focuspunt", "theme", "thema pijler", "link")
PART_OF = Key("part_of", "onderdeel-van", "part-of", "", "link")
FOR = Key(NATURAL, "voor", "for", "doel goal smart-doel", "link")
LINK_KEYS = (
    THEME,
    FOR,
    PART_OF,
    Key("contributes_to", "draagt-bij-aan", "contributes-to", "", "link"),
    Key("measures", "meet", "measures", "", "link"),
    Key("refers_to", "verwijst-naar", "refers-to", "", "link"),
    Key("depends_on", "hangt-af-van", "depends-on", "", "link"),
    Key("conflicts_with", "botst-met", "conflicts-with", "", "link"),
)
VALUE = Key("value", "streefwaarde", "value", "", "aim")
PLACES = Key("places", "herkomst", "places", "", "places")
SEE = Key("see", "zie", "see")
ELEMENT = (
    Key("id", "id", "id"),
    Key("text", "tekst", "text", "naam name"),
    Key("title", "titel", "title"),
    Key("level", "niveau", "level", "", "level"),
    *LINK_KEYS,
    Key("indicator", "indicator", "indicator", "", "aim"),
    VALUE,
    Key("unit", "eenheid", "unit", "", "aim"),
    Key("year", "jaar", "year", "", "aim"),
    Key("baseline", "nulmeting", "baseline", "", "aim"),
    Key("baseline_year", "nulmeting-jaar", "baseline-year", "", "aim"),
    Key("sources", "bron", "source", "bronnen sources", "texts"),
    Key(
        "owners",
        "trekker",
        "owner",
        "trekkers owners eigenaar eigenaren verantwoordelijke",
        "texts",
    ),
    Key("vacant", "vacant", "vacant"),
    Key("group", "groep", "group"),
    Key("joint_with", "samen-met", "joint-with", "", "texts"),
    Key("partners", "partners", "partners", "partner", "texts"),
    Key("phase", "fase", "phase"),
    Key("period", "periode", "period"),
    Key("planning", "planning", "planning", "", "planning"),
    Key("budget", "budget", "budget", "begroting"),
    Key("status", "status", "status"),
    Key("remark", "opmerking", "remark", "toelichting"),
    Key(
        "wordings",
        "andere-bewoordingen",
        "other-wordings",
        "bewoordingen wordings",
        "texts",
    ),
    PLACES,
)
PLACE = (
    Key("file", "bestand", "file"),
    Key("sheet", "blad", "sheet"),
    Key("page", "pagina", "page"),
    Key("table", "tabel", "table"),
    Key("paragraph", "alinea", "paragraph"),
    Key("row", "rij", "row"),
    Key("column", "kolom", "column"),
    Key("heading", "kop", "heading"),
    Key("line", "regel", "line"),
)
STEP = (Key("period", "periode", "period"), Key("phase", "fase", "phase"))
BASIS = Key("basis", "grond", "basis")
END = Key("end", "naar", "to")
LINK = (Key("start", "van", "from"), Key("kind", "soort", "kind"), END, BASIS, PLACES)
NOTE = (
    Key("code", "code", "code"),
    Key("message", "bericht", "message"),
    Key("place", "plaats", "place"),
    Key("values", "waarden", "values"),
)

LEVELS: dict[str, str] = {"strategic": "strategisch", "operational": "operationeel"}
BASES: dict[str, str] = {
    "stated": "genoemd",
    "same row": "zelfde rij",
    "merged cell": "samengevoegde cel",
    "heading": "kop",
    "inherited": "overgenomen",
    "inferred": "afgeleid",
}
LINK_KINDS: dict[str, str] = {
    "contributes_to": "draagt bij aan",
    "measures": "meet",
    "part_of": "onderdeel van",
    "refers_to": "verwijst naar",
    "depends_on": "hangt af van",
    "conflicts_with": "botst met",
}


def plain(word: str) -> str:
    """A word as keys and names of kinds are compared: ``Smart_doelen`` is ``smart-doelen``."""
    return word.strip().casefold().replace("_", "-").replace(" ", "-")


def vocabulary(keys: Iterable[Key]) -> dict[str, Key]:
    """All words for some keys, and the key that each stands for."""
    return {word: key for key in keys for word in (key.nl, key.en, *key.also.split())}


def meanings(words: Mapping[str, str]) -> dict[str, str]:
    """What each name of a level, basis or kind of link means, in both languages."""
    return {
        plain(word): name for name, dutch in words.items() for word in (name, dutch)
    }


def natural(start: Kind | None, end: Kind | None) -> LinkKind:
    """The kind of link that ``voor`` or standing under another element means, for the kinds of the two elements.

    None stands for an element that does not exist.

    Example:
        >>> natural("target", "goal"), natural("effort", "goal"), natural("effort", "effort")
        ('measures', 'contributes_to', 'part_of')
    """
    if end in ("theme", "programme") or (start == "effort" and end == "effort"):
        return "part_of"
    return "measures" if start == "target" else "contributes_to"
