"""The Dutch catalogue.

Made from what is kept in ``dinet.po`` and what the plug-ins say of themselves.

``python -m tests.catalogue`` adds every sentence of the code that has no Dutch yet to
``dinet.po``, with an empty place for the translation, compiles the catalogue that dinet reads,
and names what is still to be translated. A plug-in may hold its own Dutch: a constant ``DUTCH``
in its file, from each English sentence to the Dutch one.
"""

import ast
import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import normalize, read_po

from dinet.language import CATALOGUE_FOLDER
from dinet.plugins import plugin_folder
from tests.spoken_words import spoken_pairs, spoken_words

FOLDER = Path(CATALOGUE_FOLDER) / "nl" / "LC_MESSAGES"
KEPT, COMPILED = FOLDER / "dinet.po", FOLDER / "dinet.mo"


def dutch_catalogue() -> Catalog:
    """All sentences that have Dutch: those of ``dinet.po``, then those of the plug-ins."""
    catalogue = read_po(io.BytesIO(KEPT.read_bytes()), locale="nl")
    for english, dutch in plugin_translations().items():
        catalogue.delete(
            english
        )  # an entry that waits for Dutch would stay empty
        catalogue.add(english, dutch)
    return catalogue


def plugin_translations() -> dict[str, str]:
    """The Dutch that stands in the files of plug-ins, read without running them."""
    translations: dict[str, str] = {}
    for kind in ("readers", "rules", "writers"):
        for plugin in plugin_folder(kind).plugins.values():
            translations |= dutch_of(plugin.path.read_text(encoding="utf-8"))
    return translations


def dutch_of(source: str) -> dict[str, str]:
    """What the constant ``DUTCH`` of a file holds; empty when it has none.

    Example:
        >>> dutch_of('DUTCH = {"a goal": "een doel"}')
        {'a goal': 'een doel'}
    """
    for statement in ast.parse(source).body:
        if (
            isinstance(statement, ast.Assign)
            and ast.unparse(statement.targets[0]) == "DUTCH"
        ):
            return dict(ast.literal_eval(statement.value))
    return {}


def untranslated_sentences() -> list[str]:
    """The sentences of the code without Dutch, in alphabetical order."""
    known = sentences(dutch_catalogue())
    return sorted(words for words in spoken_words() if not known.get(words))


def sentences(catalogue: Catalog) -> dict[str, object]:
    """The sentences with their translations, without the header, which holds a date.

    Of a pair, for one thing and for more, both are sentences.
    """
    said: dict[str, object] = {}
    for message in catalogue:
        if isinstance(message.id, str):
            if message.id:
                said[message.id] = message.string
        else:
            said |= dict(zip(message.id, message.string, strict=True))
    return said


def compiled_sentences() -> dict[str, object]:
    """What the catalogue that dinet reads holds."""
    return sentences(read_mo(io.BytesIO(COMPILED.read_bytes())))


def _messages(compiled: bytes) -> list[object]:
    """What a compiled catalogue says in its order, pairs as pairs, without its header."""
    catalogue = read_mo(io.BytesIO(compiled))
    return [
        (message.id, message.string) for message in catalogue if message.id
    ]


def as_compiled(catalogue: Catalog) -> bytes:
    """A catalogue in the form that gettext reads."""
    made = io.BytesIO()
    write_mo(made, catalogue)
    return made.getvalue()


def renew_kept(kept: str, missing: list[str], translated: set[str]) -> str:
    """The text of ``dinet.po`` with a place for what has no Dutch, in the order of the alphabet.

    Args:
        kept: The text as it is.
        missing: Sentences without Dutch; each has an entry with an empty translation then.
        translated: Sentences that a plug-in translates; an entry that waits for these leaves.

    Example:
        >>> print(renew_kept('header', ["a goal"], set()).split("\\n\\n")[1].strip())
        msgid "a goal"
        msgstr ""
    """
    header, *entries = kept.rstrip("\n").split("\n\n")
    if header.startswith("# ") and "msgid" not in header:
        header = f"{header}\n\n{entries.pop(0)}"
    settled = set(map(empty_entry, translated))
    pairs = spoken_pairs()
    second = {many for one, many in pairs.items() if one in missing}
    waiting = {
        empty_entry(words, pairs.get(words, ""))
        for words in missing
        if words not in second
    }
    waiting -= set(entries)
    entries = [entry for entry in entries if entry not in settled]
    entries = sorted([*entries, *waiting], key=sentence_of)
    return "\n\n".join([header, *entries]) + "\n"


def empty_entry(words: str, many: str = "") -> str:
    """An entry of ``dinet.po`` that waits for its translation, or for both of a pair."""
    one = f"msgid {normalize(words, width=0)}"
    if many:
        more = f"msgid_plural {normalize(many, width=0)}"
        return f'{one}\n{more}\nmsgstr[0] ""\nmsgstr[1] ""'
    return f'{one}\nmsgstr ""'


def sentence_of(entry: str) -> str:
    """What entries are sorted by: the English sentence, capitals or not."""
    return (
        entry[entry.index('msgid "') + len('msgid "') :]
        .partition('"\n')[0]
        .casefold()
    )


def main() -> int:
    """Renew both files.

    Returns:
        0, or 1 when a sentence still has no Dutch.
    """
    missing = untranslated_sentences()
    kept = KEPT.read_text(encoding="utf-8")
    renewed = renew_kept(kept, missing, set(plugin_translations()))
    if renewed != kept:
        KEPT.write_text(renewed, encoding="utf-8")
    compiled = as_compiled(dutch_catalogue())
    # not for a header alone, which holds the date of today
    if _messages(COMPILED.read_bytes()) != _messages(compiled):
        COMPILED.write_bytes(compiled)
    for words in missing:
        sys.stdout.write(
            f"no Dutch yet, write it in {KEPT.name} or in the plug-in: {words}\n"
        )
    return int(bool(missing))


if __name__ == "__main__":
    sys.exit(main())
