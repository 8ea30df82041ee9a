"""The command ``query``: questions with a name of their own, and questions in words beside them."""

from difflib import get_close_matches

import click

from dinet.cli.cli_language import CliGroup, spoken_language
from dinet.language import translate_words

GRAMMAR = (
    (
        "doelen · SMART-doelen · inspanningen · thema's · alles",
        "goals · targets · efforts · themes · everything",
        "what is looked for; words of the document's own dialect are known too",
    ),
    (
        "met inspanningen · zonder SMART-doel",
        "with efforts · without target",
        "linked with one of these, directly or through others; or with none",
    ),
    (
        "met meer dan 3 inspanningen · voor hoogstens 2 doelen",
        "with more than 3 efforts · for at most 2 goals",
        "how many of these",
    ),
    (
        "zonder direct doel · met inspanningen via SMART-doelen",
        "without direct goal · with efforts via targets",
        "over one link; by a way through these",
    ),
    (
        "onder thema 'Gezond' · voor D3 · boven I4",
        "under theme 'Healthy' · for D3 · above I4",
        "what it serves, by its words or id; what serves it",
    ),
    (
        "hangt af van I4 · verwijst naar D2",
        "depends on I4 · refers to D2",
        "a link of one kind that the document states",
    ),
    (
        "trekker ~ 'jeugd' · fase = 'uitvoering' · !~ · !=",
        "owner ~ 'youth' · phase = 'execution' · !~ · !=",
        "a field contains a text, or is that text; or not",
    ),
    (
        "budget > 50000 · jaar <= 2027",
        "budget > 50000 · year <= 2027",
        "a field that states a number",
    ),
    (
        "met trekker · zonder bron · budget onbekend",
        "with owner · without source · budget unknown",
        "something stands there; nothing does; it says that it is still open",
    ),
    (
        "kolom 'Wijk' = 'Noord'",
        "column 'District' = 'North'",
        "a column of the document's own",
    ),
    (
        "en · of · niet · ( )",
        "and · or · not · ( )",
        "joined; “and” binds more tightly than “or”",
    ),
    (
        "doelen met (inspanningen zonder trekker)",
        "goals with (efforts without owner)",
        "a question within a question",
    ),
)
"""How questions are written: in Dutch, in English, and what it means."""
ASK = "ask"
"""The command that answers a question in words: it has no name on the command line."""


class QuestionGroup(CliGroup):
    """A first word that names no command is a question, unless it looks like a misspelled one."""

    def format_options(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Write how questions are made before the options and the names."""
        lang = spoken_language()
        rows = [
            (dutch if lang == "nl" else english, translate_words(means, lang))
            for dutch, english, means in GRAMMAR
        ]
        with formatter.section(translate_words("Questions in words", lang)):
            formatter.write_dl(rows, col_max=56)
        super().format_options(ctx, formatter)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command of the first word; for a question that which answers it."""
        first = args[0]
        is_option = first.startswith("-")
        if is_option or first == ASK or self.get_command(ctx, first):
            return super().resolve_command(ctx, args)
        if self._is_misspelled(ctx, first):
            return super().resolve_command(ctx, args)
        return ASK, self.get_command(ctx, ASK), args

    def _is_misspelled(self, ctx: click.Context, word: str) -> bool:
        """One word that is like a name, and is no question of one word, such as ``doelen``."""
        names = [name for name in self.list_commands(ctx) if name != ASK]
        if " " in word or not get_close_matches(word.casefold(), names):
            return False
        # the words of questions take longer to load than most commands need
        from dinet.question.words import QuestionWords

        return QuestionWords().kind_of([word]) is None
