"""The sentence by which dinet knows again what it wrote for people to look at, and refuses it.

Pages, reports and tables tell a programme in a way that no reader can turn back whole. So each of
them says what it is in a sentence that stays with it: on paper, in a page that a browser saved,
in what somebody pasted into another program. It names the document, and no date or machine.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from dinet.errors import DocumentError
from dinet.language import LANGUAGES, Sentence, translate_words

FILE_CREATOR = "dinet"
"""What a file says of the program that made it, where its format has a place for that."""
_MADE = "Made with dinet"
_FROM = "from"
_FOR_SCREENS = "This page works without the internet and sends nothing."
_FOR_READERS = Sentence(
    "It is meant to be read; dinet itself reads the document or the native file."
)
_GIVE_THE_DOCUMENT = Sentence(
    "Give the document itself, or the native file NAME.din.yaml that was made of it."
)
_LONGEST_NAME = 300
"""Characters of a file's name, in which no system allows more than 255."""
_NATIVE_SUFFIX = ".din.yaml"


def describe_origin(source: str, lang: str) -> str:
    """The sentence, for formats that are made to be read and cannot be read back.

    Args:
        source: The name of the document; empty when it is not known.
        lang: The language of the output.

    Example:
        >>> describe_origin("plan.docx", "en").partition(". ")[0]
        'Made with dinet from plan.docx'
    """
    made = translate_words(_MADE, lang)
    name = " ".join(source.split())
    if name:
        made = f"{made} {translate_words(_FROM, lang)} {name}"
    return f"{made}. {_FOR_READERS.in_language(lang)}"


def refuse_own_output(texts: Iterable[str], name: str) -> None:
    """Refuse a file that dinet wrote for people to look at.

    Args:
        texts: Its paragraphs, or whatever of it may hold the sentence.
        name: The file's name.

    Raises:
        DocumentError: One of the texts holds the sentence; with what to give instead.
    """
    pattern = _origin_pattern()
    for text in texts:
        found = pattern.search(text)
        if found:
            raise own_output_error(found["source"] or "", name)


def source_in_origin(text: str) -> str:
    """The document that a text with the sentence names; empty when it names none."""
    found = _origin_pattern().search(text)
    return (found["source"] or "") if found else ""


def own_output_error(source: str, name: str) -> DocumentError:
    """The refusal of what dinet wrote.

    Args:
        source: The document that it was made of; empty when that is not known.
        name: The file's name.

    Example:
        >>> print(own_output_error("plan.docx", "plan.html").what[0])
        this is what dinet made of plan.docx for people to read, and not all of it can be read back.
    """
    if not source:
        what = Sentence(
            "this is what dinet made of a document for people to read, "
            "and not all of it can be read back."
        )
        return DocumentError(what, _GIVE_THE_DOCUMENT, where=name)
    what = Sentence(
        "this is what dinet made of {source} for people to read, "
        "and not all of it can be read back.",
        source=source,
    )
    return DocumentError(what, _advice_on(source), where=name)


def written_only_error(name: str) -> DocumentError:
    """The refusal of a file for another program, in a format that dinet writes and never reads.

    Example:
        >>> print(written_only_error("plan.kumu.json").what[0])
        dinet does not read files of this kind, though it writes them.
    """
    what = Sentence(
        "dinet does not read files of this kind, though it writes them."
    )
    return DocumentError(what, _GIVE_THE_DOCUMENT, where=name)


def _advice_on(source: str) -> Sentence:
    """What to give instead: the document, or the native file unless it is that."""
    if source.casefold().endswith(_NATIVE_SUFFIX):
        return Sentence("Give {source} itself.", source=source)
    return Sentence(
        "Give {source} itself, or the native file {native} that was made of it.",
        source=source,
        native=f"{source.rpartition('.')[0] or source}{_NATIVE_SUFFIX}",
    )


@lru_cache(maxsize=1)
def _origin_pattern() -> re.Pattern[str]:
    """The sentence in any language of ours, with any name of a document or none.

    The half of it alone, as under a picture in a document of the user's own, is not enough.
    """
    made = _in_any_language(_MADE)
    of_source = (
        rf"(?: {_in_any_language(_FROM)} (?P<source>.{{1,{_LONGEST_NAME}}}?))?"
    )
    ending = rf"(?:{_in_any_language(_FOR_SCREENS)}|{_in_any_language(_FOR_READERS.words)})"
    pattern = rf"{made}{of_source}\. {ending}"
    # a line may end, or a cell break off, wherever there is a space
    return re.compile(pattern.replace(r"\ ", " ").replace(" ", r"\s+"))


def _in_any_language(words: str) -> str:
    """A pattern of the words in each language."""
    said = (re.escape(translate_words(words, lang)) for lang in LANGUAGES)
    return f"(?:{'|'.join(dict.fromkeys(said))})"
