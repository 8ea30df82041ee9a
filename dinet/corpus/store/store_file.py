"""A corpus in a file of DuckDB, and as a folder of Parquet."""

import json
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, Self

import duckdb

from dinet.corpus.document_result import DocumentResult
from dinet.corpus.store.document_rows import lines_of
from dinet.corpus.store.tables import STORE_VERSION, TABLES, StoreTable
from dinet.corpus.store.views import VIEWS, CorpusView
from dinet.errors import (
    DocumentError,
    MissingInputError,
    OutputError,
    UsageError,
    did_you_mean,
)
from dinet.language import Sentence

_LONGEST_LINE = 64 * 1024 * 1024
"""Bytes of one row: a document holds no more than 50 MB."""
_MEMORY = "300MB"
"""For who fills a store. Sorting a million elements for Parquet takes 1 GB of memory when DuckDB
may have it, and with this it puts some aside on the disk: 400 MB for all of dinet."""
_READ_LINES = (
    "read_csv(?, header=false, delim=',', quote='\"', escape='\"', new_line='\\n', "
    f"nullstr='', parallel=false, max_line_size={_LONGEST_LINE}, columns={{columns}})"
)
"""How DuckDB reads rows; a value with line ends needs one thread."""
_FILE_ORDER = {
    "documents": "document",
    "elements": "document, position",
    "links": "document, from_id, to_id, kind",
    "findings": "document, code, elements, message",
    "measurements": "document, element, year, text",
    "refused": "document",
}
"""In which order the rows of a file of Parquet stand: the same corpus is the same file."""


class AddedDocument(NamedTuple):
    """A document that is to be stored.

    Args:
        result: As ``corpus_task`` gives it.
        fingerprint: What it will be known by; None to try it again the next time.
    """

    result: DocumentResult
    fingerprint: str | None


class AnswerTable(NamedTuple):
    """What a query gives: the names of its columns, and its rows."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


class CorpusStore:
    """A store that is open; use it in a ``with``.

    Args:
        path: Of the file; it is made when it is not there, unless it is only asked.
        is_only_asked: Nothing is changed, and queries reach no other file.

    Raises:
        MissingInputError: It is only asked, and is not there.
        DocumentError: It is no store, or one of another version.
        OutputError: Another process writes in it, or it cannot be made.
    """

    def __init__(self, path: str, *, is_only_asked: bool = False) -> None:
        self._path = path
        if is_only_asked and not Path(path).is_file():
            what = Sentence("there is no such file.")
            raise MissingInputError(what, where=path)
        self._connection = _connect(path, read_only=is_only_asked)
        try:
            if is_only_asked:
                self._check_version()
                self._connection.execute("SET enable_external_access = false")
                self._connection.execute("SET lock_configuration = true")
            else:
                self._connection.execute(f"SET memory_limit = '{_MEMORY}'")
                self._make_tables()
        except BaseException:
            self._connection.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def _check_version(self) -> None:
        try:
            found = self._fetch_rows("SELECT version FROM dinet_store")
        except duckdb.Error:
            found = []
        if found != [(STORE_VERSION,)]:
            what = Sentence(
                "this is no store of dinet, or one of another version."
            )
            hint = Sentence("Make it anew with: dinet corpus add")
            raise DocumentError(what, hint, where=self._path)

    def _make_tables(self) -> None:
        """Make what is not there yet; a store of another program's is left as it is."""
        run = self._connection.execute
        if self._fetch_rows("SHOW TABLES"):
            self._check_version()
        with self._transaction():
            run("CREATE TABLE IF NOT EXISTS dinet_store (version INTEGER)")
            if not self._fetch_rows("SELECT version FROM dinet_store"):
                run("INSERT INTO dinet_store VALUES (?)", [STORE_VERSION])
            for table in TABLES:
                run(table.as_sql())
                run(
                    f"COMMENT ON TABLE {table.name} IS {_quote_literal(table.row)}"
                )
                for column in table.columns:
                    place = f"{table.name}.{column.name}"
                    run(
                        f"COMMENT ON COLUMN {place} IS {_quote_literal(column.meaning)}"
                    )
            for view in VIEWS:
                self._make_view(view, view.sql)

    def _make_view(self, view: CorpusView, sql: str) -> None:
        question = _quote_literal(view.question.in_language("en"))
        self._connection.execute(
            f"CREATE OR REPLACE VIEW {view.name} AS {sql}"
        )
        self._connection.execute(f"COMMENT ON VIEW {view.name} IS {question}")

    def keep_answers(self) -> None:
        """Keep the answers that take long to find, for who asks them before more is added.

        Who opens the store to add makes the views anew, which then answer from the documents
        again: an answer that is kept is never older than these, also when that was ended.

        Raises:
            OutputError: The store cannot be written, such as on a full disk.
        """
        try:
            with self._transaction():
                for view in VIEWS:
                    if view.kept_order:
                        self._keep_answer(view)
        except (duckdb.IOException, duckdb.OutOfMemoryException) as error:
            raise _writing_error(self._path, error) from error

    def _keep_answer(self, view: CorpusView) -> None:
        table = f"kept_{view.name}"
        self._connection.execute(
            f"CREATE OR REPLACE TABLE {table} AS {view.sql}"
        )
        self._make_view(view, f"FROM {table} ORDER BY {view.kept_order}")

    def _fetch_rows(
        self, sql: str, values: Sequence[Any] = ()
    ) -> list[tuple[Any, ...]]:
        return self._connection.execute(sql, values).fetchall()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """All that is done within this, or nothing of it."""
        self._connection.begin()
        try:
            yield
        except BaseException:
            self._connection.rollback()
            raise
        self._connection.commit()

    def known_fingerprints(self) -> dict[str, str]:
        """By what each document is known that was read or refused; without those to try again."""
        sql = (
            "SELECT document, fingerprint FROM documents UNION ALL "
            "SELECT document, fingerprint FROM refused WHERE fingerprint IS NOT NULL"
        )
        return dict(self._fetch_rows(sql))

    def document_names(self) -> set[str]:
        """All documents of the store, those that were refused too."""
        sql = (
            "SELECT document FROM documents UNION SELECT document FROM refused"
        )
        return {name for (name,) in self._fetch_rows(sql)}

    def refused_names(self) -> set[str]:
        """The documents that could not be read."""
        return {
            name
            for (name,) in self._fetch_rows("SELECT document FROM refused")
        }

    def add_documents(
        self, added: Sequence[AddedDocument], replaced: Iterable[str]
    ) -> None:
        """Put documents into the store, all of them or none.

        Args:
            added: What is known of each.
            replaced: Those of which an earlier state is there.

        Raises:
            OutputError: The store cannot be written, such as on a full disk.
        """
        lines = _lines_by_table(added)
        names = list(replaced)
        with tempfile.TemporaryDirectory(prefix="dinet-") as folder:
            try:
                with self._transaction():
                    self._delete_documents(names)
                    for table in TABLES:
                        self._insert_lines(table, lines[table.name], folder)
            except (duckdb.IOException, duckdb.OutOfMemoryException) as error:
                raise _writing_error(self._path, error) from error

    def remove_documents(self, names: Iterable[str]) -> None:
        """Take documents out of the store, all of them or none.

        Raises:
            OutputError: The store cannot be written, such as on a full disk.
        """
        try:
            with self._transaction():
                self._delete_documents(list(names))
        except (duckdb.IOException, duckdb.OutOfMemoryException) as error:
            raise _writing_error(self._path, error) from error

    def _delete_documents(self, names: list[str]) -> None:
        if not names:
            return
        for table in TABLES:
            self._connection.execute(
                f"DELETE FROM {table.name} WHERE document IN (SELECT unnest(?))",  # noqa: S608
                [names],
            )

    def _insert_lines(
        self, table: StoreTable, lines: str, folder: str
    ) -> None:
        if not lines:
            return
        file = Path(folder) / f"{table.name}.csv"
        file.write_text(lines, encoding="utf-8", newline="")
        columns = {column.name: column.type for column in table.columns}
        reading = _READ_LINES.format(columns=columns)
        self._connection.execute(
            f"INSERT INTO {table.name} SELECT * FROM {reading}",  # noqa: S608 (names of ours)
            [str(file)],
        )

    def write_parquet(self, folder: str) -> tuple[str, ...]:
        """Write each table as a file of Parquet; the paths.

        Raises:
            OutputError: They cannot be written; those that were there are unchanged.
        """
        place = Path(folder)
        targets = {place / f"{table.name}.parquet": table for table in TABLES}
        try:
            place.mkdir(parents=True, exist_ok=True)
            for target, table in targets.items():
                file = _quote_literal(_unfinished_name(target))
                self._connection.execute(
                    f"COPY (FROM {table.name} ORDER BY {_FILE_ORDER[table.name]}) "
                    f"TO {file} (FORMAT parquet, COMPRESSION zstd)"
                )
            for target in targets:
                os.replace(_unfinished_name(target), target)
        except (duckdb.IOException, OSError) as error:
            raise _writing_error(folder, error) from error
        return tuple(map(str, targets))

    def load_parquet(self, folder: str) -> None:
        """Take over a corpus that was written as Parquet; nothing when there is none.

        Raises:
            DocumentError: The files are not those of a corpus.
        """
        files = {
            table: Path(folder) / f"{table.name}.parquet" for table in TABLES
        }
        if not any(file.is_file() for file in files.values()):
            return
        try:
            with self._transaction():
                for table, file in files.items():
                    self._connection.execute(
                        f"INSERT INTO {table.name} BY NAME FROM read_parquet(?)",
                        [str(file)],
                    )
        except duckdb.Error as error:
            what = Sentence(
                "these files of Parquet are not those of a corpus."
            )
            raise DocumentError(what, where=folder) from error

    def ask_query(
        self, question: str, filters: Mapping[str, Any] | None = None
    ) -> AnswerTable:
        """The answer to a view or table by its name, or to a query in SQL.

        Args:
            question: The name, or the query.
            filters: What columns of a view must hold: texts in whatever capitals.

        Raises:
            UsageError: There is no such view, it has not these columns, or the query is wrong.
        """
        names = [view.name for view in VIEWS] + [each.name for each in TABLES]
        word = question.strip()
        if word in names:
            sql, values = _add_filters(f"FROM {word}", filters or {})
        elif " " not in word:
            what = Sentence("there is no view {name}.", name=word)
            raise UsageError(what, *did_you_mean(word, names))
        else:
            sql, values = _add_filters(
                f"FROM ({word.rstrip(';')})", filters or {}
            )
        try:
            asked = self._connection.execute(sql, values)
            columns = tuple(each[0] for each in asked.description or ())
            return AnswerTable(columns, asked.fetchall())
        except duckdb.Error as error:
            words = str(error).splitlines()[0]
            what = Sentence(
                "this query cannot be answered: {words}", words=words
            )
            raise UsageError(what) from error


def _add_filters(
    query: str, filters: Mapping[str, Any]
) -> tuple[str, list[Any]]:
    conditions = [
        f"lower({column}::VARCHAR) = lower(?::VARCHAR)" for column in filters
    ]
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    return f"{query}{where}", list(filters.values())


def _connect(path: str, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    try:
        if not read_only:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
        return duckdb.connect(path, read_only=read_only)
    except duckdb.IOException as error:
        if "lock" in str(error).casefold():
            what = Sentence("another program is writing in this store.")
            hint = Sentence(
                "Wait until that is done, and give the command again."
            )
            raise OutputError(what, hint, where=path) from error
        what = Sentence("this is no file of DuckDB, or it cannot be opened.")
        raise DocumentError(what, where=path) from error
    except (duckdb.Error, OSError) as error:
        raise _writing_error(path, error) from error


def _writing_error(where: str, error: Exception) -> OutputError:
    words = str(error).splitlines()[0] if str(error) else type(error).__name__
    what = Sentence("the corpus cannot be written: {words}", words=words)
    return OutputError(what, where=where)


def _quote_literal(text: str) -> str:
    """A text as SQL has it."""
    return "'" + text.replace("'", "''") + "'"


def _unfinished_name(target: Path) -> str:
    return str(target.with_name(f".{target.name}.tmp"))


def _lines_by_table(added: Iterable[AddedDocument]) -> dict[str, str]:
    """The rows of documents by their tables."""
    lines: dict[str, list[str]] = {table.name: [] for table in TABLES}
    for document in added:
        result = document.result
        if not result.was_read:
            row = (result.verdict.value, result.message, document.fingerprint)
            lines["refused"].append(lines_of(result.name, [row]))
            continue
        for table, text in json.loads(result.data).items():
            lines[table].append(text)
        described = lines["documents"].pop().removesuffix("\n")
        lines["documents"].append(f"{described},{document.fingerprint}\n")
    return {table: "".join(texts) for table, texts in lines.items()}
