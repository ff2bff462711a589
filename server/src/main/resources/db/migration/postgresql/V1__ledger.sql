-- The ledger, in the words of SQLite's; the same statements run on both, so yes and no are 1 and 0 here too. Only the
-- counted keys, the bytes (BYTEA) and the journal's triggers are PostgreSQL's way of writing them.

CREATE TABLE network (
    id   TEXT PRIMARY KEY,
    name TEXT NOT NULL
);

CREATE TABLE branch (
    id         TEXT   PRIMARY KEY,
    network    TEXT   NOT NULL REFERENCES network (id),
    name_lv    TEXT,
    name_el    TEXT,
    name_en    TEXT,
    name_ru    TEXT,
    address    TEXT   NOT NULL,
    phone      TEXT   NOT NULL,
    email      TEXT   NOT NULL,
    zone       TEXT   NOT NULL,
    languages  TEXT   NOT NULL,
    -- opening hours as "MONDAY 10:00-18:00; TUESDAY ..."
    hours      TEXT   NOT NULL,
    -- whose public holidays it keeps
    holidays   TEXT   NOT NULL CHECK (holidays IN ('NONE', 'LATVIA', 'GREECE')),
    -- of its hours, special days and policy: what was read may have changed since
    version    BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX branch_network ON branch (network);

-- Closures and special openings of one day.
CREATE TABLE branch_day (
    branch TEXT NOT NULL REFERENCES branch (id),
    day    TEXT NOT NULL,
    -- opening hours as "10:00-14:00", empty when closed
    hours  TEXT NOT NULL,
    words  TEXT NOT NULL,
    PRIMARY KEY (branch, day)
);

-- What a network has decided (branch = ''), and where a branch decided otherwise.
CREATE TABLE policy (
    network   TEXT NOT NULL REFERENCES network (id),
    branch    TEXT NOT NULL,
    key_name  TEXT NOT NULL,
    set_value TEXT NOT NULL,
    PRIMARY KEY (network, branch, key_name)
);

CREATE TABLE title (
    id       TEXT PRIMARY KEY,
    network  TEXT NOT NULL REFERENCES network (id),
    title    TEXT NOT NULL,
    author   TEXT NOT NULL,
    isbn     TEXT,
    year     INTEGER,
    language TEXT NOT NULL,
    -- what its copies are: book, audio, film ...
    material TEXT NOT NULL DEFAULT 'book',
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
    batch            TEXT,
    CHECK (state <> 'held' OR hold IS NOT NULL),
    CHECK (state <> 'in-compartment' OR (hold IS NOT NULL AND station IS NOT NULL AND compartment IS NOT NULL)),
    CHECK (state <> 'on-loan' OR loan IS NOT NULL),
    CHECK (state <> 'in-quarantine' OR quarantine_until IS NOT NULL)
);
CREATE INDEX item_title ON item (title);
CREATE INDEX item_place ON item (station, compartment) WHERE station IS NOT NULL;
CREATE INDEX item_rests ON item (quarantine_until) WHERE state = 'in-quarantine';
CREATE INDEX item_batch ON item (batch) WHERE batch IS NOT NULL;
CREATE INDEX item_branch ON item (branch, state);

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
    email         TEXT    NOT NULL DEFAULT '',
    phone         TEXT    NOT NULL DEFAULT '',
    -- lower case of names, card and user name: SQLite itself folds ASCII only
    words         TEXT    NOT NULL DEFAULT '',
    card_expires  TEXT,
    locked_reason TEXT,
    locked_by     TEXT,
    locked_at     BIGINT,
    joined_at     BIGINT,
    version       BIGINT  NOT NULL DEFAULT 1,
    UNIQUE (network, card)
);

-- Cards that were lost or replaced: they are refused, and never given out again.
CREATE TABLE old_card (
    network TEXT   NOT NULL REFERENCES network (id),
    card    TEXT   NOT NULL,
    patron  TEXT   NOT NULL REFERENCES patron (id),
    at      BIGINT NOT NULL,
    PRIMARY KEY (network, card)
);

-- How many card numbers a network has given out.
CREATE TABLE card_count (
    network TEXT   PRIMARY KEY REFERENCES network (id),
    given   BIGINT NOT NULL
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
    id               TEXT   PRIMARY KEY,
    network          TEXT   NOT NULL REFERENCES network (id),
    -- NULL when nobody can tell any more whose it was
    patron           TEXT   REFERENCES patron (id),
    title            TEXT   NOT NULL REFERENCES title (id),
    -- the one item it is for, where it is for one
    wanted           TEXT   REFERENCES item (barcode),
    -- the item kept for it, or lent
    item             TEXT   REFERENCES item (barcode),
    pickup_branch    TEXT   NOT NULL REFERENCES branch (id),
    placed_at        BIGINT NOT NULL,
    not_needed_after TEXT,
    suspended_until  TEXT,
    state            TEXT   NOT NULL CHECK (state IN
        ('queued', 'under-review', 'confirmed', 'prepared', 'ready', 'on-hold-shelf',
         'fulfilled', 'rejected', 'cancelled', 'expired')),
    state_at         BIGINT NOT NULL,
    -- of a rejection, or how and why staff cancelled
    reason           TEXT,
    -- who cancelled: reader, DESK, PHONE, EMAIL or house, and the id
    ended_by         TEXT,
    ended_how        TEXT,
    order_id         TEXT,
    last_day         TEXT,
    station          TEXT,
    compartment      TEXT,
    loan             TEXT,
    version          BIGINT NOT NULL,
    CHECK (state NOT IN ('confirmed', 'prepared', 'ready', 'on-hold-shelf') OR order_id IS NOT NULL),
    CHECK (state NOT IN ('under-review', 'confirmed', 'prepared', 'ready', 'on-hold-shelf') OR item IS NOT NULL),
    CHECK (state NOT IN ('ready', 'on-hold-shelf') OR last_day IS NOT NULL),
    CHECK (state <> 'ready' OR (station IS NOT NULL AND compartment IS NOT NULL)),
    CHECK (state <> 'fulfilled' OR loan IS NOT NULL),
    CHECK (state <> 'rejected' OR reason IS NOT NULL)
);
CREATE INDEX hold_patron ON hold (patron, state);
CREATE INDEX hold_network ON hold (network, state, placed_at, id);
CREATE INDEX hold_pickup ON hold (pickup_branch, state, placed_at, id);
CREATE INDEX hold_queue ON hold (title, placed_at, id) WHERE state = 'queued';
CREATE INDEX hold_last_day ON hold (last_day) WHERE state IN ('ready', 'on-hold-shelf');
CREATE INDEX hold_not_needed ON hold (not_needed_after) WHERE not_needed_after IS NOT NULL;
CREATE INDEX hold_suspended ON hold (suspended_until) WHERE suspended_until IS NOT NULL;
CREATE UNIQUE INDEX hold_one_per_title ON hold (patron, title)
    WHERE state IN ('queued', 'under-review', 'confirmed', 'prepared', 'ready', 'on-hold-shelf');

CREATE TABLE loan (
    id        TEXT   PRIMARY KEY,
    hold      TEXT   UNIQUE REFERENCES hold (id),
    -- NULL when nobody can tell any more whose it was
    patron    TEXT   REFERENCES patron (id),
    item      TEXT   NOT NULL REFERENCES item (barcode),
    branch    TEXT   NOT NULL REFERENCES branch (id),
    station   TEXT   REFERENCES station (id),
    begun_at  BIGINT NOT NULL,
    begun_received_at BIGINT NOT NULL,
    due       TEXT   NOT NULL,
    renewals  INTEGER NOT NULL DEFAULT 0,
    -- a renewal is asked for since
    asked_at  BIGINT,
    -- the patron says it was returned
    claimed_at BIGINT,
    ended_at  BIGINT,
    ended_received_at BIGINT,
    version   BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX loan_patron ON loan (patron, begun_at, id);
CREATE UNIQUE INDEX loan_running ON loan (item) WHERE ended_at IS NULL;
CREATE INDEX loan_asked ON loan (asked_at) WHERE asked_at IS NOT NULL;
CREATE INDEX loan_ended ON loan (ended_at) WHERE ended_at IS NOT NULL AND patron IS NOT NULL;

-- What a late return costs; fixed when the loan ends.
CREATE TABLE fine (
    loan       TEXT    PRIMARY KEY REFERENCES loan (id),
    patron     TEXT    REFERENCES patron (id),
    branch     TEXT    NOT NULL REFERENCES branch (id),
    cents      INTEGER NOT NULL CHECK (cents > 0),
    days_late  INTEGER NOT NULL CHECK (days_late > 0),
    at         BIGINT  NOT NULL,
    state      TEXT    NOT NULL CHECK (state IN ('owed', 'paid', 'waived')),
    settled_by TEXT,
    settled_at BIGINT,
    reason     TEXT,
    CHECK (state = 'owed' OR (settled_by IS NOT NULL AND settled_at IS NOT NULL)),
    CHECK (state <> 'waived' OR reason IS NOT NULL)
);
CREATE INDEX fine_owed ON fine (patron) WHERE state = 'owed';

CREATE TABLE batch (
    id          TEXT   PRIMARY KEY,
    station     TEXT   NOT NULL REFERENCES station (id),
    bin         TEXT   NOT NULL,
    opened_at   BIGINT NOT NULL,
    state       TEXT   NOT NULL CHECK (state IN ('open', 'sealed', 'quarantined', 'released', 'emptied')),
    state_at    BIGINT NOT NULL,
    rests_until BIGINT,
    CHECK (state NOT IN ('open', 'sealed', 'quarantined') OR rests_until IS NOT NULL)
);
CREATE INDEX batch_bin ON batch (station, bin, state);
CREATE INDEX batch_rests ON batch (rests_until) WHERE state IN ('sealed', 'quarantined');

-- What lies or lay in a batch.
CREATE TABLE batch_item (
    batch TEXT   NOT NULL REFERENCES batch (id),
    item  TEXT   NOT NULL REFERENCES item (barcode),
    at    BIGINT NOT NULL,
    PRIMARY KEY (batch, item)
);

CREATE TABLE appointment (
    id          TEXT   PRIMARY KEY,
    patron      TEXT   NOT NULL REFERENCES patron (id),
    branch      TEXT   NOT NULL REFERENCES branch (id),
    slot_from   BIGINT NOT NULL,
    slot_until  BIGINT NOT NULL,
    -- in the branch's zone: the day for which the compartment is kept
    day         TEXT   NOT NULL,
    station     TEXT,
    compartment TEXT,
    state       TEXT   NOT NULL CHECK (state IN ('agreed', 'kept', 'missed', 'cancelled')),
    state_at    BIGINT NOT NULL,
    by_how      TEXT,
    by_id       TEXT,
    by_why      TEXT,
    version     BIGINT NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX appointment_one ON appointment (patron, branch) WHERE state = 'agreed';
CREATE UNIQUE INDEX appointment_place ON appointment (station, compartment, day) WHERE state = 'agreed';
CREATE INDEX appointment_slot ON appointment (branch, slot_from) WHERE state = 'agreed';
CREATE INDEX appointment_due ON appointment (slot_until) WHERE state = 'agreed';

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

-- What happened, in the order in which the server learnt of it, who decided and why. Rows are only ever added; only
-- whom they were about is forgotten in time.
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
CREATE INDEX journal_hold ON journal (hold, id) WHERE hold IS NOT NULL;
CREATE INDEX journal_patron ON journal (patron, id) WHERE patron IS NOT NULL;
CREATE FUNCTION journal_is_only_added_to() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'the journal is only added to' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal FOR EACH ROW
    WHEN (NEW.patron IS NOT NULL OR NEW.id <> OLD.id OR NEW.kind <> OLD.kind OR NEW.at <> OLD.at
        OR NEW.extra <> OLD.extra OR NEW.received_at <> OLD.received_at)
    EXECUTE FUNCTION journal_is_only_added_to();
CREATE TRIGGER journal_is_not_cut BEFORE DELETE ON journal FOR EACH ROW
    EXECUTE FUNCTION journal_is_only_added_to();

-- The changes of each line in their order: what circulation's state adds up to.
CREATE TABLE journal_change (
    id      BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    journal BIGINT NOT NULL REFERENCES journal (id),
    kind    TEXT   NOT NULL,
    hold    TEXT,
    loan    TEXT,
    patron  TEXT,
    body    TEXT   NOT NULL
);
CREATE INDEX journal_change_line ON journal_change (journal);
CREATE INDEX journal_change_patron ON journal_change (patron) WHERE patron IS NOT NULL;
CREATE TRIGGER journal_change_is_not_changed BEFORE UPDATE ON journal_change FOR EACH ROW
    WHEN (NEW.patron IS NOT NULL OR NEW.id <> OLD.id OR NEW.journal <> OLD.journal OR NEW.kind <> OLD.kind
        OR NEW.body <> OLD.body)
    EXECUTE FUNCTION journal_is_only_added_to();
CREATE TRIGGER journal_change_is_not_cut BEFORE DELETE ON journal_change FOR EACH ROW
    EXECUTE FUNCTION journal_is_only_added_to();

-- Counted when it happens, so that nobody has to be remembered for it.
CREATE TABLE statistic (
    network TEXT   NOT NULL,
    branch  TEXT   NOT NULL,
    day     TEXT   NOT NULL,
    kind    TEXT   NOT NULL,
    times   BIGINT NOT NULL
);
CREATE INDEX statistic_day ON statistic (network, day, branch, kind);

-- Who does the work that time brings, while more than one server could.
CREATE TABLE duty (
    name   TEXT   PRIMARY KEY,
    holder TEXT   NOT NULL,
    until  BIGINT NOT NULL
);

CREATE TABLE refusal (
    network TEXT   NOT NULL,
    place   TEXT   NOT NULL,
    day     TEXT   NOT NULL,
    reason  TEXT   NOT NULL,
    times   BIGINT NOT NULL,
    PRIMARY KEY (network, day, place, reason)
);

CREATE TABLE enrolment (
    token_digest TEXT   PRIMARY KEY,
    station      TEXT   NOT NULL REFERENCES station (id),
    expires_at   BIGINT NOT NULL,
    used_at      BIGINT
);

CREATE TABLE command (
    -- the patron or member of staff who asked
    who         TEXT   NOT NULL,
    command_key TEXT   NOT NULL,
    -- what was asked, so that a key is not reused for something else
    digest      TEXT   NOT NULL,
    done        TEXT,
    refused     TEXT,
    detail      TEXT,
    at          BIGINT NOT NULL,
    PRIMARY KEY (who, command_key)
);
CREATE INDEX command_at ON command (at);
