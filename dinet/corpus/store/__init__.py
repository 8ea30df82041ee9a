"""A corpus in one file: what every document holds, as tables that many programs read.

``document_rows`` makes the rows of one document, ``store_file`` puts them into DuckDB and Parquet,
``tables`` and ``views`` say what stands where. The library ``duckdb`` is imported in
``store_file`` only. To add a view: a ``CorpusView`` in ``views``, of which the question is its
documentation; ``dinet corpus views`` and the store itself then have it.
"""
