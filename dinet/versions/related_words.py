"""The words that are swapped when a programme is written anew, and which forms they have."""

import tomllib
from functools import cache
from pathlib import Path

from dinet.vocabulary.active_dialect import active_phrases, once_per_dialect
from dinet.vocabulary.folding import fold_text
from dinet.wording.comparison.comparing_words import comparing_words
from dinet.wording.comparison.word_forms import WordForms

_FILE = Path(__file__).with_name("related_words.toml")


def rewording_forms(lang: str) -> WordForms:
    """The forms of the words of a language, in which related words share a key.

    Wider than ``word_forms``: it tells which element a sentence was, never that two say the same.

    Args:
        lang: The language of both versions.

    Example:
        >>> forms = rewording_forms("nl")
        >>> bool(forms.keys_of("gezinnen") & forms.keys_of("huishoudens"))
        True
    """
    made = _forms_of_dialect()
    if lang not in made:
        own = active_phrases().group_of("synonyms").values()
        groups = [*own, *_read_groups().get(lang, {}).values()]
        folded = [[fold_text(word) for word in group] for group in groups]
        made[lang] = WordForms(comparing_words(lang), folded)
    return made[lang]


@once_per_dialect
def _forms_of_dialect() -> dict[str, WordForms]:
    """By language; filled when a language is first asked for."""
    return {}


@cache
def _read_groups() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))
