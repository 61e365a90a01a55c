"""Migration 3: exceptions, by which somebody says why an alert need not be looked at, and until when.

`alert` is the id of what it is about: the name of the alert with the claims that it rests on. Nothing here is ever
deleted: an exception that somebody ends gets an `ended_run`.
"""

from __future__ import annotations

SQL = """
CREATE TABLE exceptions (
    number INTEGER PRIMARY KEY, alert TEXT NOT NULL, name TEXT NOT NULL, claims TEXT NOT NULL
        CHECK (claims GLOB '[[]*]'), editor TEXT NOT NULL, reason TEXT NOT NULL, until TEXT,
    run INTEGER NOT NULL REFERENCES runs (run), ended_run INTEGER REFERENCES runs (run)
) STRICT;
CREATE INDEX exceptions_by_alert ON exceptions (alert);
CREATE TRIGGER exceptions_stay BEFORE DELETE ON exceptions BEGIN
    SELECT RAISE(ABORT, 'exceptions are ended, never deleted'); END;
"""
