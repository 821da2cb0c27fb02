"""Step 0004: the words by which names and locations are looked up, and times by what they say."""

from __future__ import annotations

from alembic import op
from sqlalchemy import BigInteger, Column, ForeignKey, Integer, MetaData, Table, Text, delete, insert, select

from sayso.ledger.part import split_name

revision = "0004"
down_revision = "0003"

metadata = MetaData(
    naming_convention={"pk": "pk_%(table_name)s", "fk": "fk_%(table_name)s_%(column_0_name)s"}
)

KEY = BigInteger().with_variant(Integer, "sqlite")


def _make(name: str) -> tuple[Table, Table]:
    """Makes a table of terms, which is there already, and the table of its words."""
    key = Column("id", KEY, primary_key=True)
    terms = Table(name, metadata, key, Column("name", Text, nullable=False))
    owner = Column(f"{name}_id", KEY, ForeignKey(f"{name}.id"), primary_key=True)
    word = Column("part", Text, primary_key=True)
    return terms, Table(f"{name}_part", metadata, word, owner, sqlite_with_rowid=False)


PAIRS = [_make("name"), _make("location")]


def upgrade() -> None:
    """Makes the tables and fills them; what an older sayso added to a ledger taken back comes with it."""
    connection = op.get_bind()
    metadata.create_all(connection, tables=[parts for _, parts in PAIRS])
    for terms, parts in PAIRS:
        connection.execute(delete(parts))
        owner = f"{terms.name}_id"
        rows = [
            {"part": part, owner: key}
            for key, name in connection.execute(select(terms.c.id, terms.c.name))
            for part in split_name(name)
        ]
        if rows:
            connection.execute(insert(parts), rows)
    op.execute(
        "CREATE INDEX IF NOT EXISTS ix_time_timex_id ON time (timex_id) WHERE attribution_id IS NOT NULL"
    )


def downgrade() -> None:
    """Leaves the tables and the index, which an older sayso does not look at."""
