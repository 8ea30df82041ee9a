"""The programme as data: its elements and links, where each stands, and on what evidence.

These frozen models are the JSON contract: ``Programme.model_validate_json`` reads what
``--format json`` writes.
"""

import unicodedata
from decimal import Decimal
from operator import not_
from typing import Annotated, ClassVar, Literal, Self, get_args

from pydantic import (
    AliasChoices,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    ValidationInfo,
    field_validator,
)

from dinet.language import JoinedSentences, Sentence

Kind = Literal[
    "programme",
    "theme",
    "goal",
    "benefit",
    "target",
    "capability",
    "result",
    "effort",
]
LinkKind = Literal[
    "contributes_to",
    "measures",
    "part_of",
    "refers_to",
    "depends_on",
    "conflicts_with",
]
Basis = Literal[
    "stated", "same row", "merged cell", "heading", "inherited", "inferred"
]
Level = Literal["strategic", "operational"]
MeasurementKind = Literal["baseline", "realised", "forecast", "target"]

KINDS: tuple[Kind, ...] = get_args(Kind)
"""The one order of kinds: from the whole programme, which is served, to the work."""
AIM_KINDS: frozenset[Kind] = frozenset(
    {"goal", "benefit", "target", "capability", "result"}
)
"""What efforts are made for; an element of these kinds should have an effort."""
BETWEEN_KINDS: tuple[Kind, ...] = tuple(
    kind for kind in KINDS if kind in AIM_KINDS and kind != "goal"
)
"""What may stand between a goal and its efforts, in the order of kinds."""
LINK_KINDS: tuple[LinkKind, ...] = get_args(LinkKind)
SERVING_LINKS: frozenset[LinkKind] = frozenset({"contributes_to", "measures"})
"""Links from what serves something else to that."""
SUPPORTING_LINKS: frozenset[LinkKind] = SERVING_LINKS | {"part_of"}
"""Links that carry support: who follows them from an effort comes to all that it is for."""
MEASUREMENT_KINDS: tuple[MeasurementKind, ...] = get_args(MeasurementKind)
"""Where it started, what was reached, what is expected, and what is aimed at."""
BASES: tuple[Basis, ...] = get_args(Basis)
"""From the firmest evidence to the weakest; ``inferred`` is never certain."""
WEAK_BASES: frozenset[Basis] = frozenset({"inherited", "inferred"})
"""Evidence that the document does not give in so many words.

These links are drawn dashed, with an open circle where they start, and should be checked.
"""


_BIDI_CONTROLS = [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
"""Code points that turn the direction of text, so that it reads otherwise than it is."""
_REFUSED_CATEGORIES = ("Cc", "Cs", "Cn")
"""Control characters, halves of a pair, and code points that are no character."""


class _CleanCharacters(dict[int, str]):
    """What each character becomes in the model: itself, or the sign for what is none."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        refused = unicodedata.category(character) in _REFUSED_CATEGORIES
        kept = character in "\n\t" or not refused
        self[code] = character if kept else "\ufffd"
        return self[code]


_CLEAN_CHARACTERS = _CleanCharacters(dict.fromkeys(_BIDI_CONTROLS, "\ufffd"))


def clean_text(text: object) -> object:
    r"""A text as it may enter the model.

    Characters are composed, lines end with LF, and control and half characters are replaced.
    Whatever is not a string is given back as it is, for the model to judge.

    Example:
        >>> clean_text("a\r\nb\x00")
        'a\nb�'
    """
    if not isinstance(text, str):
        return text
    # nearly every text is clean already, and every text of a programme comes by here
    if text.isprintable() and unicodedata.is_normalized("NFC", text):
        return text
    with_line_feeds = text.replace("\r\n", "\n").replace("\r", "\n")
    composed = unicodedata.normalize("NFC", with_line_feeds)
    return composed.translate(_CLEAN_CHARACTERS)


CleanText = Annotated[str, BeforeValidator(clean_text)]

_MOST_DIGITS = 15
"""Of a number: so many digits survive the floating point numbers of every reader of JSON."""


def json_number(number: Decimal) -> int | float:
    """A number as JSON has it: whole, or with its decimals."""
    is_whole = number == number.to_integral_value()
    return int(number) if is_whole else float(number)


ExactNumber = Annotated[
    Decimal,
    Field(max_digits=_MOST_DIGITS, allow_inf_nan=False),
    PlainSerializer(json_number, when_used="json"),
]
"""A number of at most fifteen digits: what is added up stays exact to the cent."""


class FrozenModel(BaseModel):
    """What every part of the contract shares: it cannot be changed, and refuses unknown keys."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
    )
    all_fields: ClassVar[set[str]] = set()
    """The names of its fields, which never change."""

    @classmethod
    def __pydantic_init_subclass__(cls, **_: object) -> None:
        cls.all_fields = set(cls.model_fields)

    def model_post_init(self, _: object) -> None:
        """Let all parts of a kind share one set of the fields that were given.

        Nobody asks which these were, and a set for each part took a third of the memory in which
        a large programme is held.
        """
        object.__setattr__(
            self, "__pydantic_fields_set__", type(self).all_fields
        )

    def __copy__(self) -> Self:
        """A copy that shares that set too, for ``model_copy``."""
        copied = object.__new__(type(self))
        object.__setattr__(copied, "__dict__", self.__dict__.copy())
        object.__setattr__(
            copied, "__pydantic_fields_set__", type(self).all_fields
        )
        object.__setattr__(copied, "__pydantic_extra__", None)
        object.__setattr__(copied, "__pydantic_private__", None)
        return copied


class Place(FrozenModel):
    """Where in a document something stands.

    Counting starts at 1; what a format does not have is left out.
    """

    file: CleanText
    sheet: CleanText | None = None
    page: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    heading: CleanText | None = None
    """The words above the column, when it has any."""
    line: int | None = None
    paragraph: int | None = None

    def as_sentence(self) -> Sentence:
        """The place as the user sees it.

        Such as ``plan.docx, table 2, row 7, column Inspanningen``, and ``plan.xlsx!Blad1!B7`` for
        a cell.
        """
        if self.sheet and self.row and self.column:
            cell = f"{column_letters(self.column)}{self.row}"
            return Sentence("{name}", name=f"{self.file}!{self.sheet}!{cell}")
        parts = [Sentence("{name}", name=self.file)]
        for field in ("sheet", "page", "table", "row", "line", "paragraph"):
            value = getattr(self, field)
            if value is not None:
                parts.append(Sentence(_PLACE_WORDS[field], value=value))
        if self.column is not None:
            column = self._column_name(self.column)
            parts.append(Sentence(_PLACE_WORDS["column"], value=column))
        return JoinedSentences(*parts, glue=", ")

    def _column_name(self, column: int) -> str | int:
        """The words above a column; else its letters in a sheet, and its number elsewhere."""
        if self.heading:
            return self.heading
        letters = column_letters(column) if self.sheet else ""
        return letters or column


def column_letters(number: int) -> str:
    """The letters by which spreadsheets call a column; empty for a number below 1.

    Example:
        >>> column_letters(2), column_letters(28)
        ('B', 'AB')
    """
    letters = ""
    while number > 0:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


_PLACE_WORDS = {
    "sheet": "sheet {value}",
    "page": "page {value}",
    "table": "table {value}",
    "row": "row {value}",
    "line": "line {value}",
    "paragraph": "paragraph {value}",
    "column": "column {value}",
}


class Aim(FrozenModel):
    """What a target says in numbers, where its document has these in fields of their own."""

    indicator: CleanText | None = None
    value: CleanText | None = None
    unit: CleanText | None = None
    year: CleanText | None = None
    baseline: CleanText | None = None
    baseline_year: CleanText | None = None


class Step(FrozenModel):
    """One period of a planning and the phase in which an effort then is."""

    period: CleanText
    phase: CleanText


FieldName = Literal[
    "owner",
    "partner",
    "source",
    "phase",
    "period",
    "budget",
    "status",
    "remark",
    "indicator",
    "baseline",
    "value",
    "unit",
    "year",
]
STATED_FIELDS: tuple[FieldName, ...] = get_args(FieldName)
"""What a document may state of an element in a cell of its own."""


class FieldMention(FrozenModel):
    """What one cell states of an element: its words as they stand there, and where that is.

    An element that stands in several places has the fields of each of them, so an owner and a
    budget that the document states twice stay two.
    """

    field: FieldName
    text: CleanText
    place: Place | None = None
    """The cell; its ``heading`` holds the words above the column."""


class OwnerRole(FrozenModel):
    """What an owner is to an element, in the document's word: trekker, opdrachtgever."""

    role: CleanText
    name: CleanText


class ExtraField(FrozenModel):
    """A cell of a column of the document's own, under a heading that dinet gives no meaning."""

    heading: CleanText
    text: CleanText
    place: Place | None = None


class Amount(FrozenModel):
    """Money, hours or posts as a number.

    ``value`` is in whole units (120k is 120000) and None for an amount that is still open, as
    ``p.m.`` is: that is unknown, not zero. ``unit`` is ``EUR``, ``fte``, ``uur`` or what stands
    there, with ``per jaar`` behind it when it comes back; None when the document does not say.
    ``text`` is how it stands in the document. Elements that share one cell have its amount with
    one ``place``: who adds up counts every place once.
    """

    value: ExactNumber | None = None
    unit: CleanText | None = None
    year: CleanText | None = None
    text: CleanText
    place: Place | None = None


def _is_none(value: object) -> bool:
    return value is None


class Measurement(FrozenModel):
    """A value that the document gives for a target.

    ``kind`` is None when it does not say whether the value was reached or is aimed at: a column
    under a year alone. ``text`` is how it stands in the document, ``number`` the one number in
    it, and None when it has none or several. ``status`` says that a figure is provisional,
    ``sample`` how many were asked and ``margin`` how far it may be off, in the words of its file.
    """

    kind: MeasurementKind | None = None
    year: CleanText | None = None
    text: CleanText
    number: ExactNumber | None = None
    unit: CleanText | None = None
    status: CleanText | None = Field(default=None, exclude_if=_is_none)
    sample: CleanText | None = Field(default=None, exclude_if=_is_none)
    margin: CleanText | None = Field(default=None, exclude_if=_is_none)
    source: CleanText | None = Field(default=None, exclude_if=_is_none)
    remark: CleanText | None = Field(default=None, exclude_if=_is_none)
    place: Place | None = None


class Element(FrozenModel):
    """What every element has; see its kinds below.

    ``wordings`` are the other texts that were merged into this one. ``group`` names the column
    or heading under which it stood when the document does not say what it serves. ``vacant``
    holds the words that stand where an owner should. ``stated`` has the cells that the fields
    come from, ``roles`` what each owner is when the document says so, ``extra`` the cells of
    columns that dinet does not know, ``amounts`` the numbers in the budget.
    """

    prefix: ClassVar[str] = ""

    id: CleanText
    kind: Kind
    code: CleanText | None = None
    """How the document calls it, where its id does not tell that."""
    text: CleanText
    title: CleanText | None = None
    wordings: tuple[CleanText, ...] = ()
    sources: tuple[CleanText, ...] = ()
    owners: tuple[CleanText, ...] = ()
    vacant: CleanText | None = None
    group: CleanText | None = None
    joint_with: tuple[CleanText, ...] = ()
    partners: tuple[CleanText, ...] = ()
    phase: CleanText | None = None
    period: CleanText | None = None
    planning: tuple[Step, ...] = ()
    budget: CleanText | None = None
    status: CleanText | None = None
    remark: CleanText | None = None
    roles: tuple[OwnerRole, ...] = Field(default=(), exclude_if=not_)
    amounts: tuple[Amount, ...] = Field(default=(), exclude_if=not_)
    extra: tuple[ExtraField, ...] = Field(default=(), exclude_if=not_)
    stated: tuple[FieldMention, ...] = Field(default=(), exclude_if=not_)
    places: tuple[Place, ...] = ()

    def places_of(
        self, field: FieldName, words: str = ""
    ) -> tuple[Place, ...]:
        """The cells that state a field, in reading order.

        Args:
            field: Such as ``budget``.
            words: Only the cells with these words, when the cells of the field differ.

        Returns:
            The places of the element itself when no cell is known for the field.
        """
        places = [
            mention.place
            for mention in self.stated
            if mention.field == field and words in mention.text
            if mention.place
        ]
        return tuple(dict.fromkeys(places)) or self.places


class Subprogramme(Element):
    """Another programme that this one is part of or holds."""

    prefix: ClassVar[str] = "P"
    kind: Literal["programme"] = "programme"


class Theme(Element):
    """Focuspunt, thema, pijler: a group of goals."""

    prefix: ClassVar[str] = "T"
    kind: Literal["theme"] = "theme"


class Goal(Element):
    """Doel, opgave, doelstelling: a wanted situation."""

    prefix: ClassVar[str] = "D"
    kind: Literal["goal"] = "goal"
    level: Level | None = None


def _stated_aim(target: object) -> object:
    """What fields state, of all that the JSON contract tells of a target.

    The rest of it follows from that and from the text of the target.
    """
    if isinstance(target, dict) and "stated" in target:
        return target["stated"]
    return target


class Target(Element):
    """SMART-doel, beoogd resultaat: a measurable statement that measures one or more goals."""

    prefix: ClassVar[str] = "S"
    kind: Literal["target"] = "target"
    target: Annotated[Aim | None, BeforeValidator(_stated_aim)] = None
    measurements: tuple[Measurement, ...] = Field(default=(), exclude_if=not_)
    """The values of all years and kinds, in the order of the document."""

    def places_of(
        self, field: FieldName, words: str = ""
    ) -> tuple[Place, ...]:
        """The cells that state a field: of a baseline or value those of the measurements."""
        kind = _MEASURED_FIELDS.get(field)
        places = [
            measurement.place
            for measurement in self.measurements
            if kind and measurement.kind == kind and words in measurement.text
            if measurement.place
        ]
        return tuple(dict.fromkeys(places)) or super().places_of(field, words)


_MEASURED_FIELDS: dict[FieldName, MeasurementKind] = {
    "baseline": "baseline",
    "value": "target",
}
"""The fields of an aim that are measurements too."""


class Effort(Element):
    """Inspanning, activiteit, maatregel: work."""

    prefix: ClassVar[str] = "I"
    kind: Literal["effort"] = "effort"


class Benefit(Element):
    """Baat: a lever towards a goal, in the handbook's dialect."""

    prefix: ClassVar[str] = "B"
    kind: Literal["benefit"] = "benefit"


class Capability(Element):
    """Vermogen: what an organisation must be able to do."""

    prefix: ClassVar[str] = "V"
    kind: Literal["capability"] = "capability"


class Result(Element):
    """Resultaat: what an effort delivers."""

    prefix: ClassVar[str] = "R"
    kind: Literal["result"] = "result"


AnyElement = Annotated[
    Subprogramme
    | Theme
    | Goal
    | Target
    | Effort
    | Benefit
    | Capability
    | Result,
    Field(discriminator="kind"),
]

ELEMENT_OF: dict[
    Kind,
    type[
        Subprogramme
        | Theme
        | Goal
        | Target
        | Effort
        | Benefit
        | Capability
        | Result
    ],
] = {
    "programme": Subprogramme,
    "theme": Theme,
    "goal": Goal,
    "target": Target,
    "effort": Effort,
    "benefit": Benefit,
    "capability": Capability,
    "result": Result,
}


def natural_link_kind(start: Kind | None, end: Kind | None) -> LinkKind:
    """The kind of link that ``voor`` means, or that standing under another element means.

    It follows from the kinds of the two elements; None stands for an element that does not exist.

    Example:
        >>> natural_link_kind("target", "goal"), natural_link_kind("effort", "goal")
        ('measures', 'contributes_to')
        >>> natural_link_kind("effort", "effort")
        'part_of'
    """
    if end in ("theme", "programme") or (
        start == "effort" and end == "effort"
    ):
        return "part_of"
    return "measures" if start == "target" else "contributes_to"


class Link(FrozenModel):
    """A link from what serves to what is served, and the evidence for it.

    ``weight`` is the sign that a matrix gives it, as it stands there: ``++``, ``3``, ``P``.
    ``agreed`` holds the words of what is served as they were when people agreed on the link; None
    where nobody said so.
    """

    start: CleanText = Field(
        validation_alias=AliasChoices("from", "start"),
        serialization_alias="from",
    )
    end: CleanText = Field(
        validation_alias=AliasChoices("to", "end"), serialization_alias="to"
    )
    kind: LinkKind
    basis: Basis = "stated"
    weight: CleanText | None = Field(default=None, exclude_if=_is_none)
    agreed: CleanText | None = Field(default=None, exclude_if=_is_none)
    places: tuple[Place, ...] = ()


class Note(FrozenModel):
    """What reading joined, merged, inferred or did not understand.

    ``message`` is in the document's language; ``values`` are the words in it that come from the
    document.
    """

    code: CleanText
    place: Place | None = None
    message: CleanText
    values: dict[str, CleanText] = {}


UnreadReason = Literal[
    "text_left",
    "heading_left",
    "cell_not_understood",
    "table_not_understood",
    "table_apart",
    "code_left",
    "mark_left",
    "words_left",
]
"""Why words are in no element: where they stand, or what they are."""


class Unread(FrozenModel):
    """A text of the document that is nowhere in the programme: whole, and where it stands.

    ``reason`` says what it is: a paragraph outside the network, a heading that opened nothing,
    a cell or a table that was not understood, a table about something else, a code that is no id
    and made no link, a cross that made no link, or words beside others that were read.
    """

    text: CleanText
    place: Place | None = None
    reason: UnreadReason = "words_left"


class Identity(FrozenModel):
    """What a programme says about itself as a whole."""

    title: CleanText | None = None
    vision: CleanText | None = None
    organisation: CleanText | None = None
    period: CleanText | None = None
    date: CleanText | None = None
    """The date of reference: of the document's state, never of its reading."""
    lang: Literal["nl", "en"] = "nl"


class Waiver(FrozenModel):
    """A finding that stands by a person's decision, and why.

    Args:
        rule: The code or the name of the rule.
        element: The id or the words of what it is about; empty for the programme as a whole.
        reason: Why; without one the waiver does not count.
        who: Who decided.
        date: When.
        document: The only document for which it holds; empty for every document beside it.
    """

    rule: CleanText
    element: CleanText = ""
    reason: CleanText = ""
    who: CleanText = ""
    date: CleanText = ""
    document: CleanText = ""


_KIND_RANK = {kind: rank for rank, kind in enumerate(KINDS)}
_LINK_RANK = {kind: rank for rank, kind in enumerate(LINK_KINDS)}


class Programme(FrozenModel):
    """A whole programme: what it says of itself, its elements, their links, and how it was read.

    However they are given, elements stand by kind, from programme to result, and then in
    reading order; links by the elements that they start from and end at, and then by kind. An
    end that does not exist comes after all others.

    Example:
        >>> Programme(identity=Identity(title="Jong")).title
        'Jong'
    """

    dinet: Literal[1] = 1
    identity: Identity = Field(
        default=Identity(),
        validation_alias=AliasChoices("programme", "identity"),
        serialization_alias="programme",
    )
    elements: tuple[AnyElement, ...] = ()
    links: tuple[Link, ...] = ()
    notes: tuple[Note, ...] = ()
    unread: tuple[Unread, ...] = Field(default=(), exclude_if=not_)
    """What of the document is nowhere in the programme; empty when every word is."""
    waivers: tuple[Waiver, ...] = Field(default=(), exclude_if=not_)
    """The findings that may stand by a person's decision."""

    @field_validator("elements")
    @classmethod
    def _by_kind(cls, elements: tuple[Element, ...]) -> tuple[Element, ...]:
        return tuple(
            sorted(elements, key=lambda element: _KIND_RANK[element.kind])
        )

    @field_validator("links")
    @classmethod
    def _by_ends(
        cls, links: tuple[Link, ...], validated: ValidationInfo
    ) -> tuple[Link, ...]:
        position: dict[str, int] = {}
        for element in validated.data.get("elements", ()):
            position.setdefault(element.id, len(position))
        rank, nowhere = position.get, len(position)

        def sort_key(link: Link) -> tuple[int, int, int]:
            return (
                rank(link.start, nowhere),
                rank(link.end, nowhere),
                _LINK_RANK[link.kind],
            )

        return tuple(sorted(links, key=sort_key))

    @property
    def title(self) -> str | None:
        """The programme's name as the document has it."""
        return self.identity.title

    @property
    def vision(self) -> str | None:
        """What the programme wants in the end, in the document's words."""
        return self.identity.vision

    @property
    def lang(self) -> Literal["nl", "en"]:
        """The language of the document."""
        return self.identity.lang
