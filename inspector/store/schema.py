"""The tables, as the steps that made them. A step that was published is never changed; a new one is added below it."""

from dataclasses import dataclass

PAGE_SIZE = 8192
"""Bytes; measured with bodies of 2 KB against 4096 and 16384: fewest bytes written, cheapest checkpoints."""

APPLICATION_ID = 0x57484B49
"""`WHKI` in the file's header: a store of this program."""

MIGRATION_SET = "inspector"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One migration: its name, as recorded in the store, and its statements."""

    name: str
    statements: tuple[str, ...]


CAPTURES = """
CREATE TABLE captures (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    received_at INTEGER NOT NULL, -- microseconds since 1970
    method TEXT NOT NULL,
    target TEXT NOT NULL,
    path TEXT NOT NULL,
    host TEXT NOT NULL,
    content_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    endpoint TEXT NOT NULL,
    origin TEXT NOT NULL,
    origin_of INTEGER,
    origin_file TEXT,
    provider TEXT,
    event TEXT,
    gist TEXT,
    delivery_id TEXT,
    handshake TEXT,
    attempt INTEGER NOT NULL,
    duplicate_of INTEGER,
    repeat TEXT,
    signature TEXT NOT NULL,
    cause TEXT,
    status INTEGER,
    duration_ms REAL,
    complete INTEGER NOT NULL,
    malformed INTEGER NOT NULL,
    pinned INTEGER NOT NULL,
    unread INTEGER NOT NULL,
    has_note INTEGER NOT NULL,
    dispatches INTEGER NOT NULL DEFAULT 0,
    removed_at INTEGER, -- the token of its removal
    change_seq INTEGER NOT NULL DEFAULT 0, -- 0 until a later change
    final INTEGER NOT NULL, -- 0 while the cause of a failure is searched
    body_key INTEGER -- first 60 bits of the body's SHA-256, where a provider was recognised
)"""

CONTENTS = """
CREATE TABLE contents (
    capture_id INTEGER PRIMARY KEY,
    remote TEXT NOT NULL,
    tls TEXT,
    http_version TEXT, -- only where the head does not tell it
    malformed TEXT,
    note TEXT NOT NULL,
    event_key TEXT,
    verdict TEXT, -- JSON list of its fields; NULL: no provider was recognised
    sensitive TEXT, -- JSON list
    deadline_s REAL,
    retries INTEGER NOT NULL,
    response_by TEXT,
    response_rule TEXT,
    response_headers TEXT, -- JSON pairs, bytes as Latin-1
    response_body BLOB,
    trailers TEXT, -- JSON pairs, bytes as Latin-1
    body_sha256 BLOB NOT NULL,
    body_file TEXT, -- name in the folder of bodies, where body is NULL
    head BLOB NOT NULL,
    body BLOB
)"""

DISPATCHES = """
CREATE TABLE dispatches (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    capture_id INTEGER NOT NULL,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    target TEXT NOT NULL,
    sent_as TEXT NOT NULL,
    status INTEGER,
    duration_ms REAL,
    headers TEXT NOT NULL, -- JSON pairs, bytes as Latin-1
    body BLOB NOT NULL,
    error TEXT,
    changed TEXT NOT NULL -- JSON list
)"""

# Counts of live captures by provider ('' for none) and signature: at a million rows a list needs them at once.
TALLIES = """
CREATE TABLE tallies (
    provider TEXT NOT NULL,
    signature TEXT NOT NULL,
    live INTEGER NOT NULL,
    PRIMARY KEY (provider, signature)
) WITHOUT ROWID"""

# For judging again alone: keeping, removing and restoring count whole batches, where a trigger would cost each capture
# three microseconds.
TALLY = """
CREATE TRIGGER captures_tally AFTER UPDATE OF provider, signature ON captures
WHEN new.removed_at IS NULL AND (old.provider IS NOT new.provider OR old.signature IS NOT new.signature)
BEGIN
    UPDATE tallies SET live = live - 1 WHERE provider = coalesce(old.provider, '') AND signature = old.signature;
    INSERT INTO tallies VALUES (coalesce(new.provider, ''), new.signature, 1)
    ON CONFLICT (provider, signature) DO UPDATE SET live = live + 1;
END"""

# The address of a socket of ours that is sending a capture, or a sample where capture_id is 0: what arrives from it is
# no delivery.
SENDING = """
CREATE TABLE sending (
    address TEXT PRIMARY KEY,
    capture_id INTEGER NOT NULL,
    at INTEGER NOT NULL
) WITHOUT ROWID"""

# Which values of a column occur in which block of ids: lets a filter skip blocks (zones.py).
ZONES = """
CREATE TABLE zones (
    field TEXT NOT NULL,
    value NOT NULL,
    block INTEGER NOT NULL,
    PRIMARY KEY (field, value, block)
) WITHOUT ROWID"""

DELIVERY = """
CREATE INDEX captures_delivery ON captures (delivery_id COLLATE NOCASE, provider, endpoint)
WHERE delivery_id IS NOT NULL"""

FIRST = Step(
    name="m001_captures",
    statements=(
        CAPTURES,
        CONTENTS,
        DISPATCHES,
        TALLIES,
        TALLY,
        SENDING,
        "CREATE TABLE counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID",
        "INSERT INTO counters VALUES ('change_seq', 0), ('settings_seq', 0), ('zones_seq', 0), ('scrubs', 0)",
        # A removal: its token stands in removed_at of its captures; they are purged when due.
        "CREATE TABLE removals (token INTEGER PRIMARY KEY, rows INTEGER NOT NULL, due_at INTEGER NOT NULL)",
        ZONES,
        # Live captures stand in it as (NULL, id), in order: a million ids are read from it alone.
        "CREATE INDEX captures_removed ON captures (removed_at)",
        DELIVERY,
        "CREATE INDEX captures_changed ON captures (change_seq) WHERE change_seq > 0",
        "CREATE INDEX captures_pending ON captures (id) WHERE final = 0",
        "CREATE INDEX contents_event ON contents (event_key) WHERE event_key IS NOT NULL",
        "CREATE INDEX contents_file ON contents (body_file) WHERE body_file IS NOT NULL",
        "CREATE INDEX dispatches_capture ON dispatches (capture_id)",
    ),
)

# It stands behind the body, but NULL for nearly every capture: then the row's head tells that, and nothing is read.
RESPONSE_WHY = Step(
    name="m002_response_why",
    statements=("ALTER TABLE contents ADD COLUMN response_why TEXT",),
)

# What came again stands under its first arrival; few captures did, so few pay for it.
REPEATS = Step(
    name="m003_repeats",
    statements=("CREATE INDEX captures_repeats ON captures (duplicate_of) WHERE duplicate_of IS NOT NULL",),
)

# Blocks that were written before causes were noted: b'' stands for none, a block is 4,096 ids (zones.py).
CAUSE_ZONES = Step(
    name="m004_cause_zones",
    statements=("INSERT OR IGNORE INTO zones SELECT DISTINCT 'cause', coalesce(cause, x''), id >> 12 FROM captures",),
)

STEPS: tuple[Step, ...] = (FIRST, RESPONSE_WHY, REPEATS, CAUSE_ZONES)
