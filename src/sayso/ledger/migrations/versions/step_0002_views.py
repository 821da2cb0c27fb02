"""Step 0002: the views for the eye, and the full-text index over what was said."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"

JOIN = {"sqlite": "group_concat(words, ' … ')", "postgresql": "string_agg(words, ' … ')"}
"""Joins the spans of a list, which come in their order."""

SOURCES = """
    JOIN reading ON reading.id = {row}.reading_id AND reading.is_current
    JOIN revision ON revision.id = reading.revision_id
    JOIN article ON article.id = reading.article_id
    LEFT JOIN outlet ON outlet.id = reading.outlet_id
"""
"""Joins what every answer cites."""

CITED = "outlet.name AS outlet, reading.day AS day, revision.title AS title, article.url AS url"

VIEWS = {
    "passages": """
        SELECT attribution.id AS id, (
            SELECT {join} FROM (
                SELECT substr(revision.text, span_start + 1, span_end - span_start) AS words
                FROM content WHERE content.attribution_id = attribution.id ORDER BY number
            ) AS spans
        ) AS passage
        FROM attribution
        JOIN reading ON reading.id = attribution.reading_id
        JOIN revision ON revision.id = reading.revision_id
    """,
    "claims": """
        SELECT attribution.id AS id, name.name AS speaker, attribution.speaker_kind AS speaker_kind,
            substr(revision.text, source_start + 1, source_end - source_start) AS source,
            attribution.act AS act, attribution.quotation AS quotation, passages.passage AS passage, {cited},
            attribution.confidence AS confidence, attribution.depth AS depth,
            attribution.parent_id AS parent_id, attribution.reading_id AS reading_id
        FROM attribution
        {sources}
        JOIN passages ON passages.id = attribution.id
        LEFT JOIN name ON name.id = attribution.speaker_id
    """,
    "figures": """
        SELECT figure.id AS id, substr(revision.text, span_start + 1, span_end - span_start) AS words,
            figure.low AS low, figure.high AS high, figure.bound AS bound, figure.measure AS measure,
            substr(revision.text, of_start + 1, of_end - of_start) AS counted, (
                SELECT location.name FROM place JOIN location ON location.id = place.location_id
                WHERE place.id = figure.place_id
            ) AS place,
            figure.as_of AS as_of, figure.since AS since, figure.counter AS counter, figure.basis AS basis,
            {cited}, figure.confidence AS confidence, figure.part_of_id AS part_of_id,
            figure.attribution_id AS attribution_id, figure.reading_id AS reading_id
        FROM figure
        {sources}
    """,
    "events": """
        SELECT event.id AS id, substr(revision.text, trigger_start + 1, trigger_end - trigger_start) AS words,
            event.type AS type, event.factuality AS factuality, {actors} AS actors,
            {recipients} AS recipients, (
                SELECT location.name FROM place JOIN location ON location.id = place.location_id
                WHERE place.id = event.place_id
            ) AS place,
            event.first AS first, event.last AS last, {cited}, event.confidence AS confidence,
            event.attribution_id AS attribution_id, event.reading_id AS reading_id
        FROM event
        {sources}
    """,
    "articles": """
        SELECT article.id AS id, article.url AS url, outlet.name AS outlet, reading.day AS day,
            revision.title AS title, revision.number AS revision, reading.claims AS claims,
            reading.figures AS figures, reading.events AS events, reading.id AS reading_id
        FROM article
        JOIN reading ON reading.article_id = article.id AND reading.is_current
        JOIN revision ON revision.id = reading.revision_id
        LEFT JOIN outlet ON outlet.id = reading.outlet_id
    """,
}
"""`passages` holds all that was ever said, the others what the newest reading of each article says."""

PARTICIPANTS = """(
    SELECT {join} FROM (
        SELECT substr(revision.text, span_start + 1, span_end - span_start) AS words
        FROM participant WHERE event_id = event.id AND role = '{role}' ORDER BY number
    ) AS spans
)"""

WORDS = {
    "sqlite": (
        """CREATE VIRTUAL TABLE words USING fts5(
            passage, content='passages', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2'
        )""",
        "INSERT INTO words (words) VALUES ('rebuild')",
    ),
    "postgresql": (
        """CREATE TABLE words (
            id BIGINT NOT NULL PRIMARY KEY REFERENCES attribution (id), passage TSVECTOR NOT NULL
        )""",
        "CREATE INDEX ix_words_passage ON words USING gin (passage)",
        "INSERT INTO words SELECT id, to_tsvector('english', left(passage, 200000)) FROM passages",
    ),
}


def upgrade() -> None:
    """Makes the views and the index, and fills it."""
    dialect = op.get_bind().dialect.name
    join = JOIN[dialect]
    roles = {f"{role}s": PARTICIPANTS.format(join=join, role=role) for role in ("actor", "recipient")}
    for name, query in VIEWS.items():
        row = {"claims": "attribution", "figures": "figure", "events": "event"}.get(name, "")
        view = query.format(join=join, cited=CITED, sources=SOURCES.format(row=row), **roles)
        op.get_bind().exec_driver_sql(f"CREATE VIEW {name} AS {view}")
    for statement in WORDS[dialect]:
        op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    """Drops the index and the views, which hold nothing of their own."""
    op.execute("DROP TABLE words")
    for name in reversed(VIEWS):
        op.execute(f"DROP VIEW {name}")
