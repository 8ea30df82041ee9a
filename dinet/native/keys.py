"""The one table of keys of the native form, in Dutch and English.

Each key names the field of the model that it stands for.
"""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

ValueShape = Literal[
    "text",
    "texts",
    "level",
    "aim",
    "link",
    "elements",
    "planning",
    "places",
    "place",
    "number",
    "field",
    "measurement",
    "parts",
    "extra",
]


class NativeKey(NamedTuple):
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
    shape: ValueShape = "text"

    def in_language(self, lang: str) -> str:
        """The key in a language; English for every language but Dutch."""
        return self.nl if lang == "nl" else self.en


NATURAL = "natural"
"""The field of the key ``voor``: the kind of this link follows from the elements that it joins."""

DOCUMENT = NativeKey("document", "document", "document")
VERSION = NativeKey("dinet", "dinet", "dinet")
LINKS = NativeKey("links", "verbanden", "links")
NOTES = NativeKey("notes", "leesnotities", "notes")
UNREAD = NativeKey("unread", "ongelezen", "unread")
WAIVERS = NativeKey("waivers", "uitzonderingen", "waivers")
IDENTITY = (
    NativeKey("title", "programma", "programme", "programmanaam"),
    NativeKey("organisation", "organisatie", "organisation", "gemeente"),
    NativeKey("period", "periode", "period"),
    NativeKey("date", "peildatum", "reference-date", "datum date"),
    NativeKey("lang", "taal", "language", "lang"),
    NativeKey("vision", "visie", "vision"),
)
KIND_KEYS = (
    NativeKey(
        "programme",
        "programmas",
        "programmes",
        "programma's subprogrammas subprogrammes",
        "elements",
    ),
    NativeKey(
        "theme",
        "focuspunten",
        "themes",
        "themas thema's pijlers programmalijnen",
        "elements",
    ),
    NativeKey(
        "goal",
        "doelen",
        "goals",
        "subdoelen subgoals doelstellingen opgaven",
        "elements",
    ),
    NativeKey("benefit", "baten", "benefits", "", "elements"),
    NativeKey("target", "smart-doelen", "targets", "smart", "elements"),
    NativeKey("capability", "vermogens", "capabilities", "", "elements"),
    NativeKey("result", "resultaten", "results", "", "elements"),
    NativeKey(
        "effort",
        "inspanningen",
        "efforts",
        "deelinspanningen sub-efforts activiteiten maatregelen",
        "elements",
    ),
)
THEME = NativeKey("part_of", "focuspunt", "theme", "thema pijler", "link")
PART_OF = NativeKey("part_of", "onderdeel-van", "part-of", "", "link")
FOR = NativeKey(NATURAL, "voor", "for", "doel goal smart-doel", "link")
LINK_KEYS = (
    THEME,
    FOR,
    PART_OF,
    NativeKey(
        "contributes_to", "draagt-bij-aan", "contributes-to", "", "link"
    ),
    NativeKey("measures", "meet", "measures", "", "link"),
    NativeKey("refers_to", "verwijst-naar", "refers-to", "", "link"),
    NativeKey("depends_on", "hangt-af-van", "depends-on", "", "link"),
    NativeKey("conflicts_with", "botst-met", "conflicts-with", "", "link"),
)
VALUE = NativeKey("value", "streefwaarde", "value", "", "aim")
BUDGET = NativeKey("budget", "budget", "budget", "begroting")
PLACES = NativeKey("places", "herkomst", "places", "", "places")
SEE = NativeKey("see", "zie", "see")
EXTRA = NativeKey("extra", "extra", "extra", "eigen-kolommen", "extra")
ELEMENT = (
    NativeKey("id", "id", "id"),
    NativeKey("code", "code", "code"),
    NativeKey("text", "tekst", "text", "naam name"),
    NativeKey("title", "titel", "title"),
    NativeKey("level", "niveau", "level", "", "level"),
    *LINK_KEYS,
    NativeKey("indicator", "indicator", "indicator", "", "aim"),
    VALUE,
    NativeKey("unit", "eenheid", "unit", "", "aim"),
    NativeKey("year", "jaar", "year", "", "aim"),
    NativeKey("baseline", "nulmeting", "baseline", "", "aim"),
    NativeKey("baseline_year", "nulmeting-jaar", "baseline-year", "", "aim"),
    NativeKey("sources", "bron", "source", "bronnen sources", "texts"),
    NativeKey(
        "owners",
        "trekker",
        "owner",
        "trekkers owners eigenaar eigenaren verantwoordelijke",
        "texts",
    ),
    NativeKey("vacant", "vacant", "vacant"),
    NativeKey("group", "groep", "group"),
    NativeKey("joint_with", "samen-met", "joint-with", "", "texts"),
    NativeKey("partners", "partners", "partners", "partner", "texts"),
    NativeKey("phase", "fase", "phase"),
    NativeKey("period", "periode", "period"),
    NativeKey("planning", "planning", "planning", "", "planning"),
    BUDGET,
    NativeKey("status", "status", "status"),
    NativeKey("remark", "opmerking", "remark", "toelichting"),
    NativeKey(
        "wordings",
        "andere-bewoordingen",
        "other-wordings",
        "bewoordingen wordings",
        "texts",
    ),
    NativeKey("roles", "rollen", "roles", "", "parts"),
    NativeKey("amounts", "bedragen", "amounts", "", "parts"),
    NativeKey("measurements", "metingen", "measurements", "", "parts"),
    EXTRA,
    NativeKey("stated", "velden", "fields", "", "parts"),
    PLACES,
)
PLACE = (
    NativeKey("file", "bestand", "file"),
    NativeKey("sheet", "blad", "sheet"),
    NativeKey("page", "pagina", "page"),
    NativeKey("table", "tabel", "table"),
    NativeKey("paragraph", "alinea", "paragraph"),
    NativeKey("row", "rij", "row"),
    NativeKey("column", "kolom", "column"),
    NativeKey("heading", "kop", "heading"),
    NativeKey("line", "regel", "line"),
)
STEP = (
    NativeKey("period", "periode", "period"),
    NativeKey("phase", "fase", "phase"),
)
_TEXT = NativeKey("text", "tekst", "text")
_PLACE = NativeKey("place", "plaats", "place", "", "place")
ROLE = (NativeKey("role", "rol", "role"), NativeKey("name", "naam", "name"))
FIELD_MENTION = (
    NativeKey("field", "veld", "field", "", "field"),
    _TEXT,
    _PLACE,
)
EXTRA_FIELD = (NativeKey("heading", "kop", "heading"), _TEXT, _PLACE)
AMOUNT = (
    NativeKey("value", "bedrag", "amount", "", "number"),
    NativeKey("unit", "eenheid", "unit"),
    NativeKey("year", "jaar", "year"),
    _TEXT,
    _PLACE,
)
MEASUREMENT = (
    NativeKey("kind", "soort", "kind", "", "measurement"),
    NativeKey("year", "jaar", "year"),
    NativeKey("text", "waarde", "value"),
    NativeKey("number", "getal", "number", "", "number"),
    NativeKey("unit", "eenheid", "unit"),
    NativeKey("status", "status", "status"),
    NativeKey("sample", "steekproef", "sample"),
    NativeKey("margin", "marge", "margin"),
    NativeKey("source", "bron", "source"),
    NativeKey("remark", "opmerking", "remark"),
    _PLACE,
)
PARTS: dict[str, tuple[NativeKey, ...]] = {
    "roles": ROLE,
    "amounts": AMOUNT,
    "measurements": MEASUREMENT,
    "extra": EXTRA_FIELD,
    "stated": FIELD_MENTION,
}
"""The keys of the parts behind some keys of an element, by the field of the model."""
BASIS = NativeKey("basis", "grond", "basis")
WEIGHT = NativeKey("weight", "gewicht", "weight")
AGREED = NativeKey("agreed", "afgesproken-bij", "agreed-with")
END = NativeKey("end", "naar", "to")
LINK = (
    NativeKey("start", "van", "from"),
    NativeKey("kind", "soort", "kind"),
    END,
    BASIS,
    WEIGHT,
    AGREED,
    PLACES,
)
NOTE = (
    NativeKey("code", "code", "code"),
    NativeKey("message", "bericht", "message"),
    NativeKey("place", "plaats", "place"),
    NativeKey("values", "waarden", "values"),
)
UNREAD_TEXT = (
    NativeKey("text", "tekst", "text"),
    NativeKey("place", "plaats", "place"),
    NativeKey("reason", "reden", "reason"),
)
WAIVER = (
    NativeKey("rule", "regel", "rule"),
    NativeKey("element", "element", "element", "onderdeel"),
    NativeKey("reason", "reden", "reason", "waarom why"),
    NativeKey("who", "wie", "who", "door by"),
    NativeKey("date", "datum", "date", "wanneer when"),
    NativeKey("document", "document", "document"),
)

LEVELS: dict[str, str] = {
    "strategic": "strategisch",
    "operational": "operationeel",
}
REASONS: dict[str, str] = {
    "text_left": "tekst buiten het netwerk",
    "heading_left": "kop zonder inhoud",
    "cell_not_understood": "cel niet begrepen",
    "table_not_understood": "tabel niet begrepen",
    "table_apart": "tabel over iets anders",
    "code_left": "code zonder verband",
    "mark_left": "kruisje zonder verband",
    "words_left": "woorden naast wat is gelezen",
}
BASES: dict[str, str] = {
    "stated": "genoemd",
    "same row": "zelfde rij",
    "merged cell": "samengevoegde cel",
    "heading": "kop",
    "inherited": "overgenomen",
    "inferred": "afgeleid",
}
STATED_FIELDS: dict[str, str] = {
    "owner": "trekker",
    "partner": "partner",
    "source": "bron",
    "phase": "fase",
    "period": "periode",
    "budget": "budget",
    "status": "status",
    "remark": "opmerking",
    "indicator": "indicator",
    "baseline": "nulmeting",
    "value": "streefwaarde",
    "unit": "eenheid",
    "year": "jaar",
}
MEASUREMENT_KINDS: dict[str, str] = {
    "baseline": "nulmeting",
    "realised": "realisatie",
    "forecast": "prognose",
    "target": "streefwaarde",
}
LINK_KINDS: dict[str, str] = {
    "contributes_to": "draagt bij aan",
    "measures": "meet",
    "part_of": "onderdeel van",
    "refers_to": "verwijst naar",
    "depends_on": "hangt af van",
    "conflicts_with": "botst met",
}


def hyphenated_word(word: str) -> str:
    """A word as keys and names of kinds are compared: ``Smart_doelen`` is ``smart-doelen``."""
    return word.strip().casefold().replace("_", "-").replace(" ", "-")


def keys_by_word(keys: Iterable[NativeKey]) -> dict[str, NativeKey]:
    """All words for some keys, and the key that each stands for."""
    return {
        word: key
        for key in keys
        for word in (key.nl, key.en, *key.also.split())
    }


def names_by_word(words: Mapping[str, str]) -> dict[str, str]:
    """What each name of a level, basis or kind of link means, in both languages."""
    return {
        hyphenated_word(word): name
        for name, dutch in words.items()
        for word in (name, dutch)
    }
