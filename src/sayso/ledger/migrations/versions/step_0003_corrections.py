"""Step 0003: what people say of the readings."""

from __future__ import annotations

from alembic import op
from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, MetaData, Table, Text

revision = "0003"
down_revision = "0002"

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

KEY = BigInteger().with_variant(Integer, "sqlite")

# The tables of step 0001 that are pointed at; they are there already.
OLDER = [Table(name, metadata, Column("id", KEY, primary_key=True)) for name in ("article", "reading")]


def _ref(column: str, target: str, *, is_key: bool = False) -> Column[int]:
    return Column(column, KEY, ForeignKey(f"{target}.id"), nullable=False, primary_key=is_key)


def _own() -> Column[int]:
    return _ref("correction_id", "correction", is_key=True)


def _position() -> Column[int]:
    return Column("number", Integer, primary_key=True, autoincrement=False)


def _word(name: str, *, is_null: bool = False) -> Column[str]:
    return Column(name, Text, nullable=is_null)


NEWER = [
    Table(
        "correction",
        metadata,
        Column("id", KEY, primary_key=True, autoincrement=False),
        _ref("article_id", "article"),
        _ref("reading_id", "reading"),
        _word("label", is_null=True),
        _word("kind"),
        _word("verdict"),
        _word("creator"),
        _word("created"),
        _word("note", is_null=True),
        Index(None, "article_id"),
    ),
    Table(
        "quote",
        metadata,
        _own(),
        _position(),
        _word("field"),
        Column("is_anchor", Boolean, nullable=False),
        *map(_word, ("exact", "prefix", "suffix")),
        Column("span_start", Integer, nullable=False),
        Column("span_end", Integer, nullable=False),
        sqlite_with_rowid=False,
    ),
    Table(
        "amendment",
        metadata,
        _own(),
        _position(),
        _word("field"),
        _word("value", is_null=True),
        sqlite_with_rowid=False,
    ),
    Table(
        "withdrawal",
        metadata,
        _own(),
        _word("creator"),
        _word("created"),
        _word("note", is_null=True),
    ),
]


def upgrade() -> None:
    """Makes the tables, unless a ledger that was taken back has kept them."""
    metadata.create_all(op.get_bind(), tables=NEWER)


def downgrade() -> None:
    """Leaves the tables with their rows, which an older sayso does not look at."""
