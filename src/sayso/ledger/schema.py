"""Schema: the tables of a ledger, the same for SQLite and PostgreSQL.

    outlet ─┐                 ┌─ actor ── mention
    article ┴ revision ── reading ── attribution ── content
    reader ───────────────────┤├─ figure
    name, location            │├─ event ── participant
                              │├─ time, place, relation
                              ├─ meaning
                              └─ correction ─┬─ quote
    rejection                                ├─ amendment
                                             └─ withdrawal

A span of the text is two columns, `…_start` and `…_end`: code points of `revision.text`, half open, as in the
model. Its words are never stored a second time. Names and locations stand once for all articles. The
views and the full-text index are made by the migrations.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
    text,
)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

KEY = BigInteger().with_variant(Integer, "sqlite")
"""A surrogate key; SQLite keeps a table in the order of its INTEGER key and needs no index beside it."""


def _id() -> Column[int]:
    return Column("id", KEY, primary_key=True, autoincrement=False)


def _ref(column: str, target: str, *, is_null: bool = False, is_key: bool = False) -> Column[int]:
    """Makes a column that points at the key of another table."""
    return Column(column, KEY, ForeignKey(f"{target}.id"), nullable=is_null, primary_key=is_key)


def _sibling(column: str, target: str) -> Column[int]:
    """Makes a column that points at a row of the same table, which may come later in the same transaction."""
    key = ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED")
    return Column(column, KEY, key, nullable=True)


def _word(name: str, *, is_null: bool = False) -> Column[str]:
    return Column(name, Text, nullable=is_null)


def _span(name: str, *, is_null: bool = False) -> tuple[Column[int], Column[int]]:
    """Makes the two columns of a span."""
    return Column(f"{name}_start", Integer, nullable=is_null), Column(
        f"{name}_end", Integer, nullable=is_null
    )


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _first(table: str) -> Column[int]:
    """Makes the column with the key of a reading's first row in a table; the rest of its rows follow."""
    return Column(f"first_{table}", KEY, nullable=False)


def _position() -> Column[int]:
    """Makes the second half of the key of a row that has no other name than its place in a list."""
    return Column("number", Integer, primary_key=True, autoincrement=False)


def _part() -> Column[str]:
    """Makes the column of a word of a name, folded, by which the name is looked up."""
    return Column("part", Text, primary_key=True)


outlet = Table("outlet", metadata, _id(), Column("name", Text, nullable=False, unique=True))
reader = Table("reader", metadata, _id(), Column("version", Text, nullable=False, unique=True))
name = Table("name", metadata, _id(), Column("name", Text, nullable=False, unique=True))

location = Table(
    "location",
    metadata,
    _id(),
    _word("name"),
    _word("kind", is_null=True),
    _word("country", is_null=True),
    Column("lat", Double),
    Column("lon", Double),
    Column("geonames", BigInteger),
    _word("unresolved", is_null=True),
    Index(None, "geonames"),
    Index(None, "name"),
)

name_part = Table(
    "name_part", metadata, _part(), _ref("name_id", "name", is_key=True), sqlite_with_rowid=False
)
location_part = Table(
    "location_part", metadata, _part(), _ref("location_id", "location", is_key=True), sqlite_with_rowid=False
)

timex = Table(
    "timex",
    metadata,
    _id(),
    _word("value"),
    _word("type"),
    _word("first", is_null=True),
    _word("last", is_null=True),
    _word("anchor"),
    Index(None, "value"),
    Index(None, "first"),
)

article = Table("article", metadata, _id(), Column("url", Text, unique=True))

revision = Table(
    "revision",
    metadata,
    _id(),
    _ref("article_id", "article"),
    _number("number"),
    _word("key"),
    _ref("outlet_id", "outlet", is_null=True),
    _word("title", is_null=True),
    _word("byline", is_null=True),
    _word("published", is_null=True),
    _word("retrieved", is_null=True),
    _word("language", is_null=True),
    _word("text"),
    UniqueConstraint("article_id", "number"),
    Index(None, "key"),
)

reading = Table(
    "reading",
    metadata,
    _id(),
    _ref("revision_id", "revision"),
    _ref("reader_id", "reader"),
    _ref("article_id", "article"),
    _ref("outlet_id", "outlet", is_null=True),
    _word("day", is_null=True),
    Column("is_current", Boolean, nullable=False),
    _word("added"),
    *map(_number, ("claims", "named", "role", "anonymous", "unresolved")),
    *map(_number, ("figures", "events", "places", "times", "actors")),
    *map(_first, ("attribution", "figure", "event", "place", "time", "actor")),
    UniqueConstraint("revision_id", "reader_id"),
)
Index(
    "ix_reading_article_id",
    reading.c.article_id,
    unique=True,
    sqlite_where=text("is_current"),
    postgresql_where=text("is_current"),
)
Index("ix_reading_day", reading.c.day, sqlite_where=text("is_current"), postgresql_where=text("is_current"))

actor = Table(
    "actor",
    metadata,
    _id(),
    _ref("reading_id", "reading"),
    _word("label"),
    _ref("name_id", "name"),
    _word("kind"),
    _word("role", is_null=True),
    Index(None, "name_id"),
)

attribution = Table(
    "attribution",
    metadata,
    _id(),
    _ref("reading_id", "reading"),
    _word("label"),
    *_span("source", is_null=True),
    *_span("cue", is_null=True),
    _word("quotation"),
    _word("act", is_null=True),
    _ref("speaker_id", "name", is_null=True),
    _word("speaker_kind"),
    _ref("actor_id", "actor", is_null=True),
    *_span("mention", is_null=True),
    _word("reason", is_null=True),
    *_span("audience", is_null=True),
    _sibling("parent_id", "attribution"),
    Column("depth", SmallInteger, nullable=False),
    Column("confidence", Double, nullable=False),
    Index(None, "speaker_id"),
)

content = Table(
    "content",
    metadata,
    _ref("attribution_id", "attribution", is_key=True),
    _position(),
    *_span("span"),
    sqlite_with_rowid=False,
)

mention = Table(
    "mention",
    metadata,
    _ref("actor_id", "actor", is_key=True),
    _position(),
    *_span("span"),
    _ref("attribution_id", "attribution", is_null=True),
    sqlite_with_rowid=False,
)

place = Table(
    "place",
    metadata,
    _id(),
    _ref("reading_id", "reading"),
    _word("label"),
    *_span("span"),
    _ref("location_id", "location"),
    _ref("attribution_id", "attribution", is_null=True),
    Index(None, "location_id"),
)

time = Table(
    "time",
    metadata,
    _id(),
    _ref("reading_id", "reading"),
    _word("label"),
    *_span("span"),
    _ref("timex_id", "timex"),
    _ref("attribution_id", "attribution", is_null=True),
)
Index(
    "ix_time_timex_id",
    time.c.timex_id,
    sqlite_where=time.c.attribution_id.is_not(None),
    postgresql_where=time.c.attribution_id.is_not(None),
)

figure = Table(
    "figure",
    metadata,
    _id(),
    _ref("reading_id", "reading"),
    _word("label"),
    *_span("span"),
    Column("low", BigInteger),
    Column("high", BigInteger),
    _word("bound"),
    _word("measure"),
    *_span("of", is_null=True),
    _ref("place_id", "place", is_null=True),
    _word("as_of", is_null=True),
    _word("since", is_null=True),
    _word("counter", is_null=True),
    _word("basis"),
    _ref("attribution_id", "attribution", is_null=True),
    _sibling("part_of_id", "figure"),
    Column("confidence", Double, nullable=False),
)

event = Table(
    "event",
    metadata,
    _id(),
    _ref("reading_id", "reading"),
    _word("label"),
    *_span("trigger"),
    _word("type"),
    _ref("place_id", "place", is_null=True),
    _word("first", is_null=True),
    _word("last", is_null=True),
    _word("factuality"),
    _ref("attribution_id", "attribution", is_null=True),
    Column("confidence", Double, nullable=False),
)

participant = Table(
    "participant",
    metadata,
    _ref("event_id", "event", is_key=True),
    _position(),
    _word("role"),
    *_span("span"),
    _ref("actor_id", "actor", is_null=True),
    sqlite_with_rowid=False,
)

relation = Table(
    "relation",
    metadata,
    _ref("reading_id", "reading", is_key=True),
    _position(),
    _word("subject"),
    _word("type"),
    _word("object"),
    sqlite_with_rowid=False,
)

meaning = Table(
    "meaning",
    metadata,
    _ref("reading_id", "reading", is_key=True),
    Column("vectors", LargeBinary, nullable=False),
)

rejection = Table(
    "rejection",
    metadata,
    _id(),
    _word("path"),
    Column("line", Integer),
    _word("code"),
    _word("message"),
    _word("hint"),
    _word("added"),
    Index(None, "path"),
)

correction = Table(
    "correction",
    metadata,
    _id(),
    _ref("article_id", "article"),
    _ref("reading_id", "reading"),
    _word("label", is_null=True),
    _word("kind"),
    _word("verdict"),
    _word("creator"),
    _word("created"),
    _word("note", is_null=True),
    Index(None, "article_id"),
)

quote = Table(
    "quote",
    metadata,
    _ref("correction_id", "correction", is_key=True),
    _position(),
    _word("field"),
    Column("is_anchor", Boolean, nullable=False),
    *map(_word, ("exact", "prefix", "suffix")),
    *_span("span"),
    sqlite_with_rowid=False,
)

amendment = Table(
    "amendment",
    metadata,
    _ref("correction_id", "correction", is_key=True),
    _position(),
    _word("field"),
    _word("value", is_null=True),
    sqlite_with_rowid=False,
)

withdrawal = Table(
    "withdrawal",
    metadata,
    _ref("correction_id", "correction", is_key=True),
    _word("creator"),
    _word("created"),
    _word("note", is_null=True),
)
