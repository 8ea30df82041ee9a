"""The help of a question, with the words that its answer uses and what they mean."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from dinet.cli.cli_language import CliCommand, spoken_language
from dinet.language import translate_words

if TYPE_CHECKING:
    from dinet.network import GradeWords


class QuestionCommand(CliCommand):
    """A question of ``dinet query``; its help has the definitions of ``network.grades``."""

    def format_help(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Write the help, and then what the question means."""
        super().format_help(ctx, formatter)
        for heading, rows in _definition_sections(self.name or ""):
            with formatter.section(
                translate_words(heading, spoken_language())
            ):
                formatter.write_dl(rows)


def _definition_sections(
    question: str,
) -> list[tuple[str, list[tuple[str, str]]]]:
    """The sections of definitions under a question; empty when it has none."""
    # only this help needs them, and they bring the whole model
    from dinet.network import (
        GOAL_GRADES,
        MEASURED_GRADES,
        QUESTION_WORDS,
        TARGET_GRADES,
    )

    lang = spoken_language()
    if question == "coverage":
        kinds: dict[str, Iterable[GradeWords]] = {
            "Grades of goals": GOAL_GRADES.values(),
            "Grades of targets": TARGET_GRADES.values(),
            "How goals are measured": MEASURED_GRADES.values(),
        }
        return [
            (heading, _definition_rows(grades, lang))
            for heading, grades in kinds.items()
        ]
    if question not in QUESTION_WORDS:
        return []
    words = QUESTION_WORDS[question].in_language(lang)
    return [("Definition", [(question, words)])]


def _definition_rows(
    grades: Iterable["GradeWords"], lang: str
) -> list[tuple[str, str]]:
    return [
        (words.name.in_language(lang), words.definition.in_language(lang))
        for words in grades
    ]
