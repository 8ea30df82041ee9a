"""The questions of who studies many organisations over years, as views that any program can ask."""

from typing import NamedTuple

from dinet.language import Sentence


class CorpusView(NamedTuple):
    """A question that the store answers.

    Args:
        name: By which it is asked.
        question: What it answers, with what its columns mean.
        sql: The query.
        kept_order: The order of its rows when the answer is kept with the store, because finding
            it takes longer than a person waits; empty for one that is found each time.
    """

    name: str
    question: Sentence
    sql: str
    kept_order: str = ""


VIEWS = (
    CorpusView(
        "orphan_goals",
        Sentence(
            "Goals without any effort, by organisation and year. Of the goals in unknown the "
            "document does not say which efforts serve them; the share is of all others."
        ),
        """
        SELECT d.organisation, d.year,
               count(*) AS goals,
               count(*) FILTER (e.grade = 'none') AS orphans,
               count(*) FILTER (e.grade = 'unknown') AS unknown,
               round(count(*) FILTER (e.grade = 'none')
                     / nullif(count(*) FILTER (e.grade <> 'unknown'), 0), 3) AS share
        FROM elements e JOIN documents d USING (document)
        WHERE e.kind = 'goal'
        GROUP BY ALL ORDER BY ALL
        """,
    ),
    CorpusView(
        "orphan_goal_texts",
        Sentence("Which goals these are, each with its document and place."),
        """
        SELECT d.organisation, d.year, e.document, e.id, e.text, e.place
        FROM elements e JOIN documents d USING (document)
        WHERE e.kind = 'goal' AND e.grade = 'none'
        ORDER BY d.organisation, d.year, e.document, e.position
        """,
    ),
    CorpusView(
        "same_text",
        Sentence(
            "Goals, targets and efforts with the same words in two organisations or more: how "
            "often they stand in the corpus, two of these organisations, and the years."
        ),
        """
        WITH whose AS MATERIALIZED (
            SELECT document, organisation, year,
                   dense_rank() OVER (ORDER BY organisation) AS number
            FROM documents WHERE organisation IS NOT NULL
        ), names AS (
            SELECT DISTINCT number, organisation FROM whose
        ), shared AS (
            SELECT e.kind, e.plain_text, count(*) AS times, min(e.rowid) AS first,
                   min(w.number) AS one, max(w.number) AS another,
                   min(w.year) AS first_year, max(w.year) AS last_year
            FROM elements e JOIN whose w USING (document)
            WHERE e.kind IN ('goal', 'benefit', 'target', 'capability', 'result', 'effort')
              AND e.plain_text IS NOT NULL
            GROUP BY e.kind, e.plain_text
            HAVING min(w.number) <> max(w.number)
        )
        SELECT s.kind, e.text, s.times,
               a.organisation AS one_organisation, b.organisation AS another_organisation,
               s.first_year, s.last_year
        FROM shared s JOIN elements e ON e.rowid = s.first
             JOIN names a ON a.number = s.one JOIN names b ON b.number = s.another
        ORDER BY s.times DESC, s.kind, e.text
        """,
        kept_order="times DESC, kind, text",
    ),
    CorpusView(
        "over_the_years",
        Sentence(
            "One organisation over the years: how many documents, goals, targets and efforts it "
            "has, how many goals are orphans, how many targets are SMART, and how many errors and "
            "warnings the audit finds. Choose it with --organisation."
        ),
        """
        WITH counted AS (
            SELECT document,
                   count(*) FILTER (kind = 'goal') AS goals,
                   count(*) FILTER (kind = 'target') AS targets,
                   count(*) FILTER (kind = 'effort') AS efforts,
                   count(*) FILTER (kind = 'goal' AND grade = 'none') AS orphan_goals,
                   count(*) FILTER (kind = 'target' AND smart = 'yes') AS smart_targets
            FROM elements GROUP BY document
        ), found AS (
            SELECT document,
                   count(*) FILTER (severity = 'error') AS errors,
                   count(*) FILTER (severity = 'warning') AS warnings
            FROM findings GROUP BY document
        )
        SELECT d.organisation, d.year, count(*) AS documents,
               sum(c.goals)::BIGINT AS goals, sum(c.targets)::BIGINT AS targets,
               sum(c.efforts)::BIGINT AS efforts,
               sum(c.orphan_goals)::BIGINT AS orphan_goals,
               sum(c.smart_targets)::BIGINT AS smart_targets,
               sum(coalesce(f.errors, 0))::BIGINT AS errors,
               sum(coalesce(f.warnings, 0))::BIGINT AS warnings
        FROM documents d LEFT JOIN counted c USING (document) LEFT JOIN found f USING (document)
        GROUP BY d.organisation, d.year ORDER BY d.organisation, d.year
        """,
    ),
    CorpusView(
        "smart_share",
        Sentence(
            "The share of targets that are SMART, by organisation and year: the sentence and the "
            "fields say what, how much and when. Each of these is counted apart too; whether a "
            "target is accepted or realistic stands in few documents, and counts for nothing here."
        ),
        """
        SELECT d.organisation, d.year, count(*) AS targets,
               count(*) FILTER (smart = 'yes') AS smart,
               round(count(*) FILTER (smart = 'yes') / count(*), 3) AS share,
               count(*) FILTER (specific = 'yes') AS specific,
               count(*) FILTER (measurable = 'yes') AS measurable,
               count(*) FILTER (time_bound = 'yes') AS time_bound,
               count(*) FILTER (realistic = 'supported') AS realistic
        FROM elements e JOIN documents d USING (document)
        WHERE e.kind = 'target'
        GROUP BY d.organisation, d.year ORDER BY d.organisation, d.year
        """,
    ),
    CorpusView(
        "gaps",
        Sentence(
            "What the corpus lacks: documents that were refused or skipped, that have to be "
            "checked for what reading left out, or of which nothing says whose they are or of "
            "which year."
        ),
        """
        SELECT document, verdict AS what, message AS why FROM refused
        UNION ALL
        SELECT document, 'check', NULL FROM documents WHERE reading = 'check'
        UNION ALL
        SELECT document, 'no organisation', NULL FROM documents WHERE organisation IS NULL
        UNION ALL
        SELECT document, 'no year', NULL FROM documents WHERE year IS NULL
        ORDER BY ALL
        """,
    ),
)
"""In the order in which they are listed."""
