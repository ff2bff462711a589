-- The ledger, in the words of SQLite's; the same statements run on both, so yes and no are 1 and 0 here too. Only the
-- three counted keys, the bytes (BYTEA) and the journal's trigger are PostgreSQL's way of writing them.

CREATE TABLE network (
    id              TEXT    PRIMARY KEY,
    name            TEXT    NOT NULL,
    hold_limit      INTEGER NOT NULL CHECK (hold_limit > 0),
    loan_days       INTEGER NOT NULL CHECK (loan_days > 0),
    quarantine_days INTEGER NOT NULL CHECK (quarantine_days >= 0),
    release         TEXT    NOT NULL CHECK (release IN ('CARD_AND_PIN', 'CARD_ONLY')),
    card_format     TEXT    NOT NULL,
    item_format     TEXT    NOT NULL,
    luhn            INTEGER NOT NULL CHECK (luhn IN (0, 1)),
    bin_capacity    INTEGER NOT NULL CHECK (bin_capacity > 0),
    return_days     TEXT    NOT NULL,
    return_from     TEXT    NOT NULL,
    return_until    TEXT    NOT NULL
);

CREATE TABLE branch (
    id        TEXT PRIMARY KEY,
    network   TEXT NOT NULL REFERENCES network (id),
    name_lv   TEXT,
    name_el   TEXT,
    name_en   TEXT,
    name_ru   TEXT,
    address   TEXT NOT NULL,
    phone     TEXT NOT NULL,
    email     TEXT NOT NULL,
    zone      TEXT NOT NULL,
    languages TEXT NOT NULL
);
CREATE INDEX branch_network ON branch (network);

CREATE TABLE title (
    id       TEXT PRIMARY KEY,
    network  TEXT NOT NULL REFERENCES network (id),
    title    TEXT NOT NULL,
    author   TEXT NOT NULL,
    isbn     TEXT,
    year     INTEGER,
    language TEXT NOT NULL,
    -- lower case of title, author and ISBN: SQLite itself folds ASCII only
    words    TEXT NOT NULL
);
CREATE INDEX title_network ON title (network);

CREATE TABLE item (
    barcode          TEXT   PRIMARY KEY,
    title            TEXT   NOT NULL REFERENCES title (id),
    branch           TEXT   NOT NULL REFERENCES branch (id),
    state            TEXT   NOT NULL CHECK (state IN
        ('on-shelf', 'held', 'in-compartment', 'on-loan', 'in-quarantine', 'uncertain')),
    hold             TEXT,
    loan             TEXT,
    station          TEXT,
    compartment      TEXT,
    quarantine_until BIGINT,
    CHECK (state <> 'held' OR hold IS NOT NULL),
    CHECK (state <> 'in-compartment' OR (hold IS NOT NULL AND station IS NOT NULL AND compartment IS NOT NULL)),
    CHECK (state <> 'on-loan' OR loan IS NOT NULL),
    CHECK (state <> 'in-quarantine' OR quarantine_until IS NOT NULL)
);
CREATE INDEX item_title ON item (title);
CREATE INDEX item_place ON item (station, compartment);

CREATE TABLE patron (
    id            TEXT    PRIMARY KEY,
    network       TEXT    NOT NULL REFERENCES network (id),
    branch        TEXT    NOT NULL REFERENCES branch (id),
    card          TEXT    NOT NULL,
    pin_hash      TEXT    NOT NULL,
    login         TEXT    NOT NULL UNIQUE,
    password_hash TEXT    NOT NULL,
    given         TEXT    NOT NULL,
    family        TEXT    NOT NULL,
    language      TEXT    NOT NULL,
    low           INTEGER NOT NULL CHECK (low IN (0, 1)),
    UNIQUE (network, card)
);

CREATE TABLE staff (
    id            TEXT PRIMARY KEY,
    network       TEXT NOT NULL REFERENCES network (id),
    branch        TEXT NOT NULL REFERENCES branch (id),
    badge         TEXT NOT NULL,
    pin_hash      TEXT NOT NULL,
    login         TEXT NOT NULL UNIQUE,
    password_hash TEXT NOT NULL,
    name          TEXT NOT NULL,
    UNIQUE (network, badge)
);

CREATE TABLE station (
    id              TEXT    PRIMARY KEY,
    branch          TEXT    NOT NULL REFERENCES branch (id),
    -- the key of the HMAC in which this station knows cards; hexadecimal
    card_key        TEXT    NOT NULL,
    enrolled_at     BIGINT,
    certificate     TEXT,
    epoch           TEXT,
    boot            BIGINT,
    software        TEXT,
    link            TEXT,
    online          INTEGER NOT NULL DEFAULT 0 CHECK (online IN (0, 1)),
    heard_at        BIGINT,
    state           TEXT,
    desired_version BIGINT  NOT NULL DEFAULT 0,
    desired_digest  TEXT,
    desired_applied BIGINT  NOT NULL DEFAULT 0
);

CREATE TABLE compartment (
    station   TEXT    NOT NULL REFERENCES station (id),
    id        TEXT    NOT NULL,
    size      TEXT    NOT NULL,
    height    TEXT    NOT NULL,
    at_column INTEGER NOT NULL,
    at_row    INTEGER NOT NULL,
    col_count INTEGER NOT NULL,
    row_count INTEGER NOT NULL,
    -- 1 while the station's last birth names it
    present   INTEGER NOT NULL CHECK (present IN (0, 1)),
    PRIMARY KEY (station, id)
);

CREATE TABLE bin (
    station TEXT    NOT NULL REFERENCES station (id),
    id      TEXT    NOT NULL,
    present INTEGER NOT NULL CHECK (present IN (0, 1)),
    PRIMARY KEY (station, id)
);

CREATE TABLE hold (
    id            TEXT   PRIMARY KEY,
    network       TEXT   NOT NULL REFERENCES network (id),
    patron        TEXT   NOT NULL REFERENCES patron (id),
    title         TEXT   NOT NULL REFERENCES title (id),
    item          TEXT   REFERENCES item (barcode),
    pickup_branch TEXT   NOT NULL REFERENCES branch (id),
    placed_at     BIGINT NOT NULL,
    state         TEXT   NOT NULL CHECK (state IN
        ('under-review', 'confirmed', 'ready', 'fulfilled', 'rejected', 'cancelled')),
    state_at      BIGINT NOT NULL,
    reason        TEXT,
    order_id      TEXT,
    station       TEXT,
    compartment   TEXT,
    loan          TEXT,
    version       BIGINT NOT NULL,
    CHECK (state NOT IN ('confirmed', 'ready') OR order_id IS NOT NULL),
    CHECK (state <> 'ready' OR (station IS NOT NULL AND compartment IS NOT NULL)),
    CHECK (state <> 'fulfilled' OR loan IS NOT NULL),
    CHECK (state <> 'rejected' OR reason IS NOT NULL)
);
CREATE INDEX hold_patron ON hold (patron, state);
CREATE INDEX hold_network ON hold (network, state, placed_at);
CREATE INDEX hold_pickup ON hold (pickup_branch, state);
CREATE UNIQUE INDEX hold_one_per_title ON hold (patron, title)
    WHERE state IN ('under-review', 'confirmed', 'ready');

CREATE TABLE loan (
    id        TEXT   PRIMARY KEY,
    hold      TEXT   NOT NULL UNIQUE REFERENCES hold (id),
    patron    TEXT   NOT NULL REFERENCES patron (id),
    item      TEXT   NOT NULL REFERENCES item (barcode),
    station   TEXT   NOT NULL REFERENCES station (id),
    begun_at  BIGINT NOT NULL,
    begun_received_at BIGINT NOT NULL,
    due       TEXT   NOT NULL,
    ended_at  BIGINT,
    ended_received_at BIGINT
);
CREATE INDEX loan_patron ON loan (patron, begun_at);
CREATE UNIQUE INDEX loan_running ON loan (item) WHERE ended_at IS NULL;

-- Every event of every station, once. The key is what makes a repetition harmless.
CREATE TABLE station_event (
    station      TEXT   NOT NULL REFERENCES station (id),
    epoch        TEXT   NOT NULL,
    seq          BIGINT NOT NULL,
    boot         BIGINT,
    monotonic_ms BIGINT,
    wall         BIGINT,
    clock        TEXT,
    received_at  BIGINT NOT NULL,
    -- NULL when it could not be read: then it is a dead letter
    body         TEXT,
    PRIMARY KEY (station, epoch, seq)
);

-- How far each life of each station is applied without a gap.
CREATE TABLE ingest_cursor (
    station TEXT   NOT NULL REFERENCES station (id),
    epoch   TEXT   NOT NULL,
    applied BIGINT NOT NULL CHECK (applied >= 0),
    PRIMARY KEY (station, epoch)
);

-- Arrived before something earlier did.
CREATE TABLE parked_event (
    station     TEXT   NOT NULL REFERENCES station (id),
    epoch       TEXT   NOT NULL,
    seq         BIGINT NOT NULL,
    body        TEXT   NOT NULL,
    -- why it could not be read, or NULL when it can
    unread      TEXT,
    received_at BIGINT NOT NULL,
    PRIMARY KEY (station, epoch, seq)
);

CREATE TABLE dead_letter (
    id          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    station     TEXT,
    topic       TEXT   NOT NULL,
    epoch       TEXT,
    seq         BIGINT,
    why         TEXT   NOT NULL,
    raw         BYTEA  NOT NULL,
    -- of the whole message; raw keeps at most the first 64 KiB
    bytes       BIGINT NOT NULL,
    -- of the whole message: a station that sends it again and again fills one row, not the disk
    digest      TEXT   NOT NULL UNIQUE,
    times       BIGINT NOT NULL,
    received_at BIGINT NOT NULL
);

CREATE TABLE discrepancy (
    id          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    station     TEXT   NOT NULL REFERENCES station (id),
    kind        TEXT   NOT NULL,
    door        TEXT,
    bin         TEXT,
    hold        TEXT,
    item        TEXT,
    patron      TEXT,
    staff       TEXT,
    part        TEXT,
    extra       TEXT   NOT NULL,
    at          BIGINT NOT NULL,
    received_at BIGINT NOT NULL,
    closed_at   BIGINT,
    closed_by   TEXT
);
CREATE INDEX discrepancy_open ON discrepancy (station) WHERE closed_at IS NULL;

-- What happened, in the order in which the server learnt of it. Rows are only ever added.
CREATE TABLE journal (
    id          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    station     TEXT,
    kind        TEXT   NOT NULL,
    who         TEXT,
    door        TEXT,
    bin         TEXT,
    hold        TEXT,
    item        TEXT,
    patron      TEXT,
    staff       TEXT,
    extra       TEXT   NOT NULL,
    at          BIGINT NOT NULL,
    received_at BIGINT NOT NULL
);
CREATE INDEX journal_station ON journal (station, id);
CREATE FUNCTION journal_is_not_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'the journal is only added to' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal
    FOR EACH ROW EXECUTE FUNCTION journal_is_not_changed();

CREATE TABLE refusal (
    place  TEXT   NOT NULL,
    day    TEXT   NOT NULL,
    reason TEXT   NOT NULL,
    times  BIGINT NOT NULL,
    PRIMARY KEY (place, day, reason)
);

CREATE TABLE enrolment (
    token_digest TEXT   PRIMARY KEY,
    station      TEXT   NOT NULL REFERENCES station (id),
    expires_at   BIGINT NOT NULL,
    used_at      BIGINT
);

CREATE TABLE command (
    patron      TEXT   NOT NULL REFERENCES patron (id),
    command_key TEXT   NOT NULL,
    -- what was asked, so that a key is not reused for something else
    digest      TEXT   NOT NULL,
    done        TEXT,
    refused     TEXT,
    detail      TEXT,
    at          BIGINT NOT NULL,
    PRIMARY KEY (patron, command_key)
);
