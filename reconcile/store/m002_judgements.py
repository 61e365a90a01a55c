"""Migration 2: what people judge and name: judgements on questions and events, titles, other names of things.

`judged_claims` are the claims for which a question or an event stood when somebody judged it: their subject
holds for whatever question or event the first of them that still counts is in. Nothing here is ever deleted: who takes
something back gives it an `undone_run`.
"""

from __future__ import annotations

SQL = """
ALTER TABLE judgements ADD COLUMN level TEXT NOT NULL DEFAULT 'claim'
    CHECK (level IN ('claim', 'question', 'event'));
CREATE INDEX judgements_by_left ON judgements ("left");
CREATE INDEX judgements_by_right ON judgements ("right");
CREATE INDEX judgements_by_run ON judgements (run);
CREATE INDEX judgements_by_undone_run ON judgements (undone_run) WHERE undone_run IS NOT NULL;
CREATE TABLE titles (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, level TEXT NOT NULL CHECK (level IN ('question', 'event')),
    title TEXT, editor TEXT NOT NULL, note TEXT, run INTEGER NOT NULL REFERENCES runs (run),
    undone_run INTEGER REFERENCES runs (run)
) STRICT;
CREATE TABLE names (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL
        CHECK (kind IN ('source', 'place', 'event', 'outlet')),
    name TEXT NOT NULL, means TEXT NOT NULL, editor TEXT, note TEXT, run INTEGER NOT NULL REFERENCES runs (run),
    undone_run INTEGER REFERENCES runs (run)
) STRICT;
CREATE UNIQUE INDEX names_once ON names (kind, name) WHERE undone_run IS NULL;
CREATE TABLE judged_claims (
    subject TEXT NOT NULL, side TEXT NOT NULL CHECK (side IN ('left', 'right')), position INTEGER NOT NULL,
    claim TEXT NOT NULL REFERENCES claims (id), PRIMARY KEY (subject, side, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX judged_claims_by_claim ON judged_claims (claim);
CREATE INDEX claims_by_place ON claims (place) WHERE place IS NOT NULL;
CREATE INDEX claims_by_event ON claims (event) WHERE event IS NOT NULL;
CREATE INDEX documents_by_outlet ON documents (outlet);
CREATE TRIGGER judgements_stay BEFORE DELETE ON judgements BEGIN
    SELECT RAISE(ABORT, 'judgements are undone, never deleted'); END;
CREATE TRIGGER titles_stay BEFORE DELETE ON titles BEGIN
    SELECT RAISE(ABORT, 'titles are undone, never deleted'); END;
CREATE TRIGGER names_stay BEFORE DELETE ON names BEGIN
    SELECT RAISE(ABORT, 'names are undone, never deleted'); END;
CREATE TRIGGER judged_claims_stay BEFORE DELETE ON judged_claims BEGIN
    SELECT RAISE(ABORT, 'what was judged stays'); END;
"""
