"""Two folders of documents compared: each with the one of the same name in the other."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from dinet.application.comparing.compare_documents import (
    compare_documents,
    has_checked_change,
)
from dinet.application.files.found_documents import (
    FoundDocument,
    find_documents,
)
from dinet.application.files.output_files import safe_stem, write_result
from dinet.cli.commands.compare_command import (
    WishedComparison,
    comparison_file,
)
from dinet.cli.exit_status import print_message
from dinet.cli.many.fared_words import COMPARED
from dinet.cli.many.running import (
    ManyReport,
    make_settings,
    start_run,
    tell_run,
)
from dinet.cli.many.summary_table import SummaryTable, number_column
from dinet.cli.many.works import CHECK_FAILED
from dinet.cli.many_wishes import ManyWishes
from dinet.corpus.document_result import (
    DocumentResult,
    DocumentTask,
    Verdict,
    WorkSettings,
)
from dinet.errors import UsageError
from dinet.language import Sentence
from dinet.report.versions.version_data import comparison_as_data
from dinet.versions.version_comparison import VersionComparison

_FILE_FORMS = ("html", "docx", "xlsx")
_COUNTS = {
    "same": Sentence("Same"),
    "changed": Sentence("Changed"),
    "divided": Sentence("Split or merged"),
    "gone": Sentence("Gone"),
    "new": Sentence("New"),
}
"""What a row counts, each with what stands above it."""


class FolderPair(NamedTuple):
    """The documents of two folders.

    Args:
        tasks: Those of both, each with its older version.
        only_old: The names of those that only the old folder has.
        only_new: The names of those that only the new one has.
    """

    tasks: tuple[DocumentTask, ...]
    only_old: tuple[str, ...]
    only_new: tuple[str, ...]


def pair_folders(old: str, new: str) -> FolderPair:
    """Pair the documents of two folders by their names.

    A document that came back in another format is paired by its name without the suffix, when only
    one in each folder is called so.

    Args:
        old: A folder or pattern.
        new: Another.

    Raises:
        DinetError: One of them holds no document.
    """
    was = {found.name: found for found in find_documents([old])}
    becomes = {found.name: found for found in find_documents([new])}
    names = _pair_names(was, becomes)
    tasks = tuple(
        DocumentTask(becomes[name].path, name, was[names[name]].path)
        for name in sorted(names, key=str.casefold)
    )
    paired_old = set(names.values())
    return FolderPair(
        tasks,
        tuple(name for name in was if name not in paired_old),
        tuple(name for name in becomes if name not in names),
    )


def _pair_names(
    was: Mapping[str, FoundDocument], becomes: Mapping[str, FoundDocument]
) -> dict[str, str]:
    """For names of the new folder those of the old one."""
    names = {name: name for name in becomes if name in was}
    left_old = _by_stem(was, set(names.values()))
    left_new = _by_stem(becomes, set(names))
    for stem, found in left_new.items():
        if len(found) == 1 and len(left_old.get(stem, ())) == 1:
            names[found[0]] = left_old[stem][0]
    return names


def _by_stem(
    documents: Mapping[str, FoundDocument], without: set[str]
) -> dict[str, list[str]]:
    """The names of documents by what they are without their suffixes."""
    by_stem: dict[str, list[str]] = {}
    for name in documents:
        if name not in without:
            path = PurePosixPath(name)
            stem = str(path.with_name(safe_stem(name))).casefold()
            by_stem.setdefault(stem, []).append(name)
    return by_stem


def compare_task(task: DocumentTask, settings: WorkSettings) -> DocumentResult:
    """Compare a document with its older version; ``asked`` is a ``WishedComparison``."""
    wished: WishedComparison = settings.asked
    compared = compare_documents(
        task.older, task.path, settings.lang, None, settings.wishes
    )
    comparison = compared.comparison
    made: tuple[str, ...] = ()
    if wished.target:
        parent = Path(*PurePosixPath(task.name).parent.parts)
        stem = safe_stem(task.name)
        target = Path(wished.target) / parent / f"{stem}.{wished.form}"
        given = (*compared.old.given, *compared.new.given)
        write_result(comparison_file(compared, wished), str(target), given)
        made = (str(target),)
    data = ""
    if wished.form in ("json", "jsonl"):
        told = {
            "document": task.name,
            "comparison": comparison_as_data(comparison),
        }
        data = json.dumps(told, ensure_ascii=False)
    failed = has_checked_change(comparison, wished.fail_on)
    return DocumentResult(
        task.name,
        Verdict.FAILS if failed else Verdict.FINE,
        CHECK_FAILED if failed else 0,
        elements=len(comparison.new),
        links=len(compared.new.programme.links),
        facts=_count_changes(comparison),
        data=data,
        made=made,
    )


def _count_changes(comparison: VersionComparison) -> dict[str, int]:
    changed = sum(bool(pair.changes) for pair in comparison.pairs)
    return {
        "same": len(comparison.pairs) - changed,
        "changed": changed,
        "divided": len(comparison.split) + len(comparison.merged),
        "gone": len(comparison.gone),
        "new": len(comparison.added),
    }


def compare_folders(
    folders: Sequence[str],
    lang: str | None,
    wishes: Mapping[str, Any],
    wished: WishedComparison,
    many: ManyWishes,
) -> int:
    """Compare the documents of two folders; 1 when a change was found that was asked for.

    Args:
        folders: The old one and the new one, or patterns.
        lang: The language that the user asked for.
        wishes: What ``open_document`` takes.
        wished: How it is told. Its target is a folder, for a file of each pair.
        many: How the documents are worked on.

    Raises:
        UsageError: A page or an Office file of each pair needs a folder to go to.
    """
    if (wished.form in _FILE_FORMS) != bool(wished.target):
        what = Sentence(
            "of folders {known} give a file for each pair, in the folder of -o; "
            "other formats go to the screen.",
            known=", ".join(_FILE_FORMS),
        )
        raise UsageError(what)
    pairs = pair_folders(*folders)
    settings = make_settings("compare", lang, wishes, wished)
    table = _comparison_table(pairs, settings.told_lang)
    form = "text" if wished.target else wished.form
    results = start_run(compare_task, pairs.tasks, settings, many)
    alone = _tell_unpaired(pairs, settings.told_lang, wished)
    return max(alone, tell_run(results, ManyReport(table, form)))


def _comparison_table(pairs: FolderPair, lang: str) -> SummaryTable:
    columns = [
        number_column(title, lang, _count_named(name))
        for name, title in _COUNTS.items()
    ]
    names = (task.name for task in pairs.tasks)
    return SummaryTable(columns, names, COMPARED, lang)


def _count_named(name: str) -> Any:
    def count_in(result: DocumentResult) -> int:
        return result.facts[name]

    return count_in


def _tell_unpaired(
    pairs: FolderPair, lang: str, wished: WishedComparison
) -> int:
    """Say which documents stand in one folder alone: a programme that vanished is a change."""
    if pairs.only_old:
        names = ", ".join(pairs.only_old)
        told = Sentence("only in the old folder: {names}", names=names)
        print_message(told.in_language(lang))
    if pairs.only_new:
        names = ", ".join(pairs.only_new)
        told = Sentence("only in the new folder: {names}", names=names)
        print_message(told.in_language(lang))
    found = {"gone"} if pairs.only_old else set()
    if pairs.only_old or pairs.only_new:
        found.add("any")
    return 0 if found.isdisjoint(wished.fail_on) else CHECK_FAILED
