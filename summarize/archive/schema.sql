-- The tables of a database of releases. Offsets count code points of releases.text, half-open:
-- substr(releases.text, start + 1, "end" - start) is the text that stands beside them.

CREATE TABLE releases (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    title TEXT,
    date TEXT,  -- ISO 8601, the first day of the event
    place TEXT,
    office TEXT,
    language TEXT NOT NULL,
    method TEXT NOT NULL,
    warnings TEXT,  -- a line each
    author TEXT,
    published TEXT,
    url TEXT,
    reader TEXT NOT NULL,
    reader_version TEXT NOT NULL,
    encoding TEXT,
    bytes INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    text TEXT NOT NULL,
    read TEXT,  -- the text as it is read, where that differs: parted words mended
    made_with TEXT NOT NULL
);
CREATE INDEX releases_date ON releases (date);
CREATE INDEX releases_sha256 ON releases (sha256);

-- Inputs that could not be read, until they can.
CREATE TABLE refused (
    path TEXT PRIMARY KEY,
    reason TEXT NOT NULL
);

CREATE TABLE people (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);
CREATE TABLE organizations (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);
CREATE TABLE places (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

-- What a release has once, and what its event is: kind is title, place, office, byline, what,
-- event_date, event_place or event_who. A date of sending has no text and stands at 0.
CREATE TABLE parts (
    id INTEGER PRIMARY KEY,
    release_id INTEGER NOT NULL REFERENCES releases (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    value TEXT
);
CREATE INDEX parts_release_id ON parts (release_id);

CREATE TABLE sentences (
    id INTEGER PRIMARY KEY,
    release_id INTEGER NOT NULL REFERENCES releases (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    paragraph INTEGER NOT NULL,
    page INTEGER,
    unit TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    read TEXT,
    speaker TEXT,  -- whoever says all that is said in it
    role TEXT,
    person_id INTEGER REFERENCES people (id),
    UNIQUE (release_id, number)
);
CREATE INDEX sentences_person_id ON sentences (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE summary (
    id INTEGER PRIMARY KEY,
    release_id INTEGER NOT NULL REFERENCES releases (id) ON DELETE CASCADE,
    sentence_id INTEGER REFERENCES sentences (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    score REAL NOT NULL
);
CREATE INDEX summary_release_id ON summary (release_id);
CREATE INDEX summary_sentence_id ON summary (sentence_id);

-- All announced lists.
CREATE TABLE lists (
    id INTEGER PRIMARY KEY,
    release_id INTEGER NOT NULL REFERENCES releases (id) ON DELETE CASCADE,
    sentence_id INTEGER REFERENCES sentences (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    rule TEXT NOT NULL,
    lead TEXT,
    lead_start INTEGER,
    lead_end INTEGER,
    announced INTEGER,
    complete INTEGER,
    speaker TEXT,
    role TEXT,
    speaker_start INTEGER,
    speaker_end INTEGER,
    person_id INTEGER REFERENCES people (id)
);
CREATE INDEX lists_release_id ON lists (release_id);
CREATE INDEX lists_sentence_id ON lists (sentence_id);
CREATE INDEX lists_person_id ON lists (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE items (
    id INTEGER PRIMARY KEY,
    release_id INTEGER NOT NULL REFERENCES releases (id) ON DELETE CASCADE,
    list_id INTEGER NOT NULL REFERENCES lists (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX items_release_id ON items (release_id);
CREATE INDEX items_list_id ON items (list_id);

-- The key points, the most important first; what is shown of each is in pieces, and the items of
-- those that show a list hang on that list.
CREATE TABLE points (
    id INTEGER PRIMARY KEY,
    release_id INTEGER NOT NULL REFERENCES releases (id) ON DELETE CASCADE,
    sentence_id INTEGER REFERENCES sentences (id) ON DELETE CASCADE,
    list_id INTEGER REFERENCES lists (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    rule TEXT NOT NULL,
    score REAL NOT NULL,
    speaker TEXT,
    role TEXT,
    speaker_start INTEGER,
    speaker_end INTEGER,
    person_id INTEGER REFERENCES people (id)
);
CREATE INDEX points_release_id ON points (release_id);
CREATE INDEX points_sentence_id ON points (sentence_id);
CREATE INDEX points_list_id ON points (list_id) WHERE list_id IS NOT NULL;
CREATE INDEX points_person_id ON points (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE pieces (
    id INTEGER PRIMARY KEY,
    release_id INTEGER NOT NULL REFERENCES releases (id) ON DELETE CASCADE,
    point_id INTEGER NOT NULL REFERENCES points (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX pieces_release_id ON pieces (release_id);
CREATE INDEX pieces_point_id ON pieces (point_id);

-- What stands between quotation marks; speaker is the name, or else the role.
CREATE TABLE quotes (
    id INTEGER PRIMARY KEY,
    release_id INTEGER NOT NULL REFERENCES releases (id) ON DELETE CASCADE,
    sentence_id INTEGER REFERENCES sentences (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    read TEXT,
    rule TEXT NOT NULL,
    speaker TEXT,
    role TEXT,
    speaker_start INTEGER,
    speaker_end INTEGER,
    person_id INTEGER REFERENCES people (id)
);
CREATE INDEX quotes_release_id ON quotes (release_id);
CREATE INDEX quotes_sentence_id ON quotes (sentence_id);
CREATE INDEX quotes_person_id ON quotes (person_id) WHERE person_id IS NOT NULL;

-- The fullest role of each person in each release.
CREATE TABLE roles (
    id INTEGER PRIMARY KEY,
    release_id INTEGER NOT NULL REFERENCES releases (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES people (id),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX roles_release_id ON roles (release_id);
CREATE INDEX roles_person_id ON roles (person_id);

-- Where a person, an organisation or a place is named.
CREATE TABLE mentions (
    id INTEGER PRIMARY KEY,
    release_id INTEGER NOT NULL REFERENCES releases (id) ON DELETE CASCADE,
    sentence_id INTEGER REFERENCES sentences (id) ON DELETE CASCADE,
    person_id INTEGER REFERENCES people (id),
    organization_id INTEGER REFERENCES organizations (id),
    place_id INTEGER REFERENCES places (id),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX mentions_release_id ON mentions (release_id);
CREATE INDEX mentions_sentence_id ON mentions (sentence_id);
CREATE INDEX mentions_person_id ON mentions (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX mentions_organization_id ON mentions (organization_id)
    WHERE organization_id IS NOT NULL;
CREATE INDEX mentions_place_id ON mentions (place_id) WHERE place_id IS NOT NULL;

CREATE TABLE dates (
    id INTEGER PRIMARY KEY,
    release_id INTEGER NOT NULL REFERENCES releases (id) ON DELETE CASCADE,
    sentence_id INTEGER REFERENCES sentences (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    value TEXT,  -- ISO 8601, an interval with a slash
    rule TEXT NOT NULL
);
CREATE INDEX dates_release_id ON dates (release_id);
CREATE INDEX dates_sentence_id ON dates (sentence_id);
CREATE INDEX dates_value ON dates (value);

CREATE TABLE figures (
    id INTEGER PRIMARY KEY,
    release_id INTEGER NOT NULL REFERENCES releases (id) ON DELETE CASCADE,
    sentence_id INTEGER REFERENCES sentences (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    value NUMERIC,
    upper NUMERIC,
    unit TEXT,
    rule TEXT NOT NULL
);
CREATE INDEX figures_release_id ON figures (release_id);
CREATE INDEX figures_sentence_id ON figures (sentence_id);
CREATE INDEX figures_unit_value ON figures (unit, value);

CREATE TABLE abbreviations (
    id INTEGER PRIMARY KEY,
    release_id INTEGER NOT NULL REFERENCES releases (id) ON DELETE CASCADE,
    short TEXT NOT NULL,
    short_start INTEGER NOT NULL,
    short_end INTEGER NOT NULL,
    long TEXT NOT NULL,
    long_start INTEGER NOT NULL,
    long_end INTEGER NOT NULL,
    rule TEXT NOT NULL
);
CREATE INDEX abbreviations_release_id ON abbreviations (release_id);

-- The search, in words as they are read. Triggers keep it in step, whoever changes a table; the
-- command "rebuild" of FTS5 would take the words as they stand.
CREATE VIRTUAL TABLE releases_fts USING fts5 (title, text, content="releases", content_rowid="id");
CREATE VIRTUAL TABLE sentences_fts USING fts5 (text, content="sentences", content_rowid="id");
CREATE VIRTUAL TABLE quotes_fts USING fts5 (text, content="quotes", content_rowid="id");

CREATE TRIGGER releases_ai AFTER INSERT ON releases BEGIN
    INSERT INTO releases_fts (rowid, title, text)
    VALUES (new.id, new.title, coalesce(new.read, new.text));
END;
CREATE TRIGGER releases_ad AFTER DELETE ON releases BEGIN
    INSERT INTO releases_fts (releases_fts, rowid, title, text)
    VALUES ('delete', old.id, old.title, coalesce(old.read, old.text));
END;
CREATE TRIGGER releases_au AFTER UPDATE ON releases BEGIN
    INSERT INTO releases_fts (releases_fts, rowid, title, text)
    VALUES ('delete', old.id, old.title, coalesce(old.read, old.text));
    INSERT INTO releases_fts (rowid, title, text)
    VALUES (new.id, new.title, coalesce(new.read, new.text));
END;
CREATE TRIGGER sentences_ai AFTER INSERT ON sentences BEGIN
    INSERT INTO sentences_fts (rowid, text) VALUES (new.id, coalesce(new.read, new.text));
END;
CREATE TRIGGER sentences_ad AFTER DELETE ON sentences BEGIN
    INSERT INTO sentences_fts (sentences_fts, rowid, text)
    VALUES ('delete', old.id, coalesce(old.read, old.text));
END;
CREATE TRIGGER sentences_au AFTER UPDATE ON sentences BEGIN
    INSERT INTO sentences_fts (sentences_fts, rowid, text)
    VALUES ('delete', old.id, coalesce(old.read, old.text));
    INSERT INTO sentences_fts (rowid, text) VALUES (new.id, coalesce(new.read, new.text));
END;
CREATE TRIGGER quotes_ai AFTER INSERT ON quotes BEGIN
    INSERT INTO quotes_fts (rowid, text) VALUES (new.id, coalesce(new.read, new.text));
END;
CREATE TRIGGER quotes_ad AFTER DELETE ON quotes BEGIN
    INSERT INTO quotes_fts (quotes_fts, rowid, text)
    VALUES ('delete', old.id, coalesce(old.read, old.text));
END;
CREATE TRIGGER quotes_au AFTER UPDATE ON quotes BEGIN
    INSERT INTO quotes_fts (quotes_fts, rowid, text)
    VALUES ('delete', old.id, coalesce(old.read, old.text));
    INSERT INTO quotes_fts (rowid, text) VALUES (new.id, coalesce(new.read, new.text));
END;

CREATE VIEW quotes_by_person AS
SELECT
    people.id AS person_id,
    people.name AS person,
    count(*) AS quotes,
    count(DISTINCT quotes.release_id) AS releases,
    min(releases.date) AS first,
    max(releases.date) AS last
FROM quotes
JOIN people ON people.id = quotes.person_id
JOIN releases ON releases.id = quotes.release_id
GROUP BY people.id
ORDER BY quotes DESC, person;

CREATE VIEW releases_by_month AS
SELECT
    substr(date, 1, 7) AS month,
    count(*) AS releases,
    sum((SELECT count(*) FROM quotes WHERE release_id = releases.id)) AS quotes
FROM releases
GROUP BY month
ORDER BY month;
