"""What ``dinet choose`` does: have efforts chosen for a budget, and tell how sure it is."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import click

from dinet.application.choose_in_document import (
    AskedChoice,
    choose_in_document,
)
from dinet.choosing.best_choice import Choice
from dinet.choosing.choice_data import choice_data
from dinet.choosing.choice_words import ChoiceWords
from dinet.cli.answers.json_output import as_json
from dinet.cli.answers.printing import print_lines, wrap_text
from dinet.cli.command_files import print_redaction
from dinet.language import Sentence
from dinet.network import Network

_INDENT, _UNDER = "  ", "      "


def run_choose(
    document: str,
    lang: str | None,
    wishes: Mapping[str, Any],
    asked: AskedChoice,
    form: str,
) -> int:
    """Print the best choice of efforts.

    Args:
        document: Its path.
        lang: The language of the reader; None for that of the document.
        wishes: What ``open_document`` takes.
        asked: The budget, and all that binds the choice.
        form: ``text`` or ``json``.
    """
    opened, choice = choose_in_document(document, lang, asked, **wishes)
    print_redaction(opened)
    if form == "json":
        data = choice_data(choice, opened.network, opened.lang)
        click.echo(as_json(data, indent=2))
    else:
        print_lines(choice_lines(choice, opened.network, opened.lang))
    return 0


def choice_lines(choice: Choice, network: Network, lang: str) -> Iterator[str]:
    """The best set; what it leaves; how sure it is; and what it rests on."""
    words = ChoiceWords(choice, network, lang)
    yield wrap_text(words.best_sentence().in_language(lang))
    for effort in choice.best.efforts:
        cost = words.money(choice.costs.by_id[effort.id].amount)
        yield f"{_INDENT}{effort.id}  {cost}"
        yield wrap_text(effort.text, _UNDER)
    parts = (
        (Sentence("What it leaves"), words.left_sentences()),
        (Sentence("How sure it is"), words.certainty_sentences()),
        (
            Sentence("When one goal weighs a fifth more or less"),
            words.move_sentences(),
        ),
        (Sentence("What it rests on"), words.caution_sentences()),
    )
    for heading, sentences in parts:
        yield from _part_lines(heading, sentences, lang)


def _part_lines(
    heading: Sentence, sentences: Iterable[Sentence], lang: str
) -> Iterator[str]:
    """A heading and its sentences; nothing when there are none."""
    told = [sentence.in_language(lang) for sentence in sentences]
    if told:
        yield ""
        yield heading.in_language(lang)
    for sentence in told:
        yield wrap_text(sentence, _INDENT)
