"""Full-text search over claims and documents. Every word of the user is quoted here; none is FTS5 syntax."""

from __future__ import annotations

import re
import sqlite3

_PARTS = re.compile(r'"([^"]*)"|(\S+)')


def match_words(words: str) -> str:
    """The FTS5 expression that finds all the words, those in quotation marks as a phrase; "" where there is none."""
    parts = (phrase or word for phrase, word in _PARTS.findall(words))
    quoted = ('"' + part.replace('"', '""') + '"' for part in parts if any(c.isalnum() for c in part))
    return " ".join(quoted)


def found_claims(connection: sqlite3.Connection, words: str, limit: int) -> list[tuple[str, str, str]]:
    """Id, title (source or its label, and value) and excerpt of the claims that hold all the words, best first."""
    sql = """SELECT claims.id, coalesce(sources.label, claims.source), claims.words,
            snippet(claims_search, 0, '', '', '…', 24)
        FROM claims_search JOIN claims ON claims.number = claims_search.rowid
            LEFT JOIN sources ON sources.name = claims.source
        WHERE claims_search MATCH ? ORDER BY rank, claims.number LIMIT ?"""
    return [(row[0], f"{row[1] or 'no source'}: {row[2]}", row[3]) for row in _found(connection, sql, words, limit)]


def found_documents(connection: sqlite3.Connection, words: str, limit: int) -> list[tuple[str, str, str]]:
    """Id, title and excerpt of the documents that hold all the words, best first."""
    sql = """SELECT documents.id, coalesce(documents.title, documents.outlet, documents.url, documents.path, ''),
            snippet(documents_search, -1, '', '', '…', 24)
        FROM documents_search JOIN documents ON documents.number = documents_search.rowid
        WHERE documents_search MATCH ? ORDER BY rank, documents.number LIMIT ?"""
    return [(row[0], row[1], row[2]) for row in _found(connection, sql, words, limit)]


def _found(connection: sqlite3.Connection, sql: str, words: str, limit: int) -> list[tuple[str, ...]]:
    expression = match_words(words)
    return connection.execute(sql, (expression, limit)).fetchall() if expression else []
