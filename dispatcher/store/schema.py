"""The tables, as SQLAlchemy knows them. The migrations make them; a test holds the two together."""

from sqlalchemy import BigInteger, Column, Index, Integer, MetaData, Table, Text

APPLICATION_ID = 0x4772576E
"""`GrWn` in the header of a SQLite file: ours, and nobody else's."""

METADATA = MetaData()
# SQLite makes a primary key its row id only when the type is called INTEGER.
_BIG = BigInteger().with_variant(Integer(), "sqlite")

META = Table(
    "meta",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    comment="hall, epoch, published (the journal's id up to which everything was published)",
)

PLAN = Table(
    "plan",
    METADATA,
    Column("version", Text, primary_key=True),
    Column("at", _BIG, nullable=False),
    Column("text", Text, nullable=False),
    comment="every hall file that was ever in force: a call can be explained by the rules of its time",
)

IN_FORCE = Table(
    "in_force",
    METADATA,
    Column("journal", _BIG, primary_key=True, autoincrement=False),
    Column("version", Text, nullable=False),
    comment="after that entry of the journal the hall went by that hall file",
)

JOURNAL = Table(
    "journal",
    METADATA,
    Column("id", _BIG, primary_key=True, autoincrement=False),
    Column("seq", _BIG, nullable=False),
    Column("at", _BIG, nullable=False),
    Column("day", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("ticket", Text),
    Column("device", Text),
    Column("command", Text),
    Column("json", Text, nullable=False),
    Index("journal_of_ticket", "day", "ticket"),
    comment="every event and note, whole, in the order in which they were applied",
)

SNAPSHOT = Table(
    "snapshot",
    METADATA,
    Column("journal", _BIG, primary_key=True, autoincrement=False),
    Column("at", _BIG, nullable=False),
    Column("plan", Text, nullable=False),
    Column("json", Text, nullable=False),
    Column("day", Text),
    comment="the whole state after that entry of the journal, by the rules of that plan; kept if a day began so",
)

REPLY = Table(
    "reply",
    METADATA,
    Column("command", Text, primary_key=True),
    Column("device", Text, primary_key=True),
    Column("at", _BIG, nullable=False, index=True),
    Column("json", Text, nullable=False),
    comment="what a command was answered, for a day: the same id gets the same reply",
)

TICKET = Table(
    "ticket",
    METADATA,
    Column("day", Text, primary_key=True),
    Column("number", Text, primary_key=True),
    Column("state", Text, nullable=False),
    Column("services", Text, nullable=False),
    Column("priority", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("counter", Text),
    Column("issued_at", _BIG, nullable=False),
    Column("changed_at", _BIG, nullable=False),
    Column("device", Text, nullable=False),
    Column("token", Text),
    comment="every ticket as it is now, with the secret of its QR code",
)

SHOWN = Table(
    "shown",
    METADATA,
    Column("seq", _BIG, primary_key=True, autoincrement=False),
    Column("part", Text, primary_key=True),
    Column("device", Text, primary_key=True),
    Column("at", _BIG, nullable=False),
    comment="which call was shown or spoken where, and when first",
)

ANNOUNCEMENT = Table(
    "announcement",
    METADATA,
    Column("number", _BIG, primary_key=True, autoincrement=False),
    Column("at", _BIG, nullable=False),
    Column("text", Text, nullable=False),
    Column("zone", Text),
    comment="words for the loudspeaker",
)

WRONG_PIN = Table(
    "wrong_pin",
    METADATA,
    Column("clerk", Text, primary_key=True),
    Column("tries", _BIG, nullable=False),
    Column("at", _BIG, nullable=False),
    comment="how often in a row a clerk's PIN was wrong, and when last",
)

BOOKING_PHONE = Table(
    "booking_phone",
    METADATA,
    Column("appointment", Text, primary_key=True),
    Column("digits", Text, nullable=False),
    Column("day", Text, nullable=False),
    comment="the last four digits of a booking's phone, until its day is over; nowhere else",
)

HELP = Table(
    "help_call",
    METADATA,
    Column("device", Text, primary_key=True),
    Column("since", _BIG, nullable=False),
    comment="residents who called for staff, by the device they did it at",
)
