"""`check`: damage and contradictions, found by deriving again what is stored."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from reconcile.model import text_id
from reconcile.pipeline.logged import AS_LOGGED, Check, Found
from reconcile.pipeline.records import Finding
from reconcile.store import Store
from reconcile.store.audit import chain_findings
from reconcile.store.connection import schema_findings, translated
from reconcile.store.rows import value_of

TRIES = 5
"""How often the checks are made while others write; what is found each time is damage."""


def check(store: Store, *, deep: bool = False) -> list[Finding]:
    """Look for damage and contradictions: schema, foreign keys, quotes, hash chain, parts above their whole.

    `deep` also reads every page of the file and both search indexes, and resolves all claims again. Nobody has to
    wait meanwhile: where something was found while another command wrote, the checks are made once more.
    Raises `DatabaseProblem` where the file is damaged so far that it cannot be read.
    """
    names = (*CHECKS, *DEEP_CHECKS) if deep else tuple(CHECKS)
    findings: list[Finding] = []
    with translated(store.path):
        for _ in range(TRIES):
            before = store.newest_run()
            findings = [Finding(name, *found) for name in names for found in _found(store, name)]
            if not findings or store.newest_run() == before:
                break
    return findings


def _found(store: Store, name: str) -> list[tuple[str, str]]:
    """What one check finds; words that no program of ours would have stored are a finding of it, too."""
    try:
        return list((CHECKS.get(name) or DEEP_CHECKS[name])(store))
    except (ValueError, KeyError, ArithmeticError) as error:
        what = (str(error) or "a value").splitlines()[0]
        return [(str(store.path), f"something cannot be read: {what}")]


def _schema(store: Store) -> Found:
    for finding in schema_findings(store.connection):
        yield str(store.path), finding


def _foreign_keys(store: Store) -> Found:
    for row in store.rows("PRAGMA foreign_key_check"):
        yield f"{row[0]}, row {row[1]}", f"points to a row of {row[2]} that is not there"


def _texts(store: Store) -> Found:
    for document in store.all_documents():
        if document.text is not None:
            held = store.rows("SELECT text FROM documents WHERE id = ?", [document.id])[0][0]
            if text_id(document.text) != held:
                yield document.id, "its text is not the one that was stored"


def _quotes(store: Store) -> Found:
    sql = """SELECT claims.id FROM claims JOIN documents ON documents.id = claims.document
            JOIN texts ON texts.id = documents.text
        WHERE "start" IS NOT NULL AND substr(texts.text, "start" + 1, "end" - "start") IS NOT claims.quote"""
    for row in store.rows(sql):
        yield row["id"], "its quote does not stand at its place in the text"


def _chain(store: Store) -> Found:
    yield from chain_findings(store.connection)


def _contradictions(name: str) -> Check:
    """A check for the alerts of one name that nobody has excepted."""

    def found(store: Store) -> Found:
        from reconcile.pipeline.alerts import alerts

        for raised in alerts(store, [name]):
            if raised.excepted is None:
                yield raised.alert.claims[0], raised.alert.why

    return found


def _integrity(store: Store) -> Found:
    for row in store.rows("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield str(store.path), str(row[0])


def _values(store: Store) -> Found:
    for row in store.claim_rows():
        try:
            value = value_of(row)
            real = [float(end) if isinstance(end, Decimal) else None for end in (value.low, value.high)]
        except (ValueError, ArithmeticError):
            yield row["id"], "its exact figures cannot be read"
            continue
        if real != [row["low"], row["high"]]:
            yield row["id"], "its figures differ from their exact form"


def _search(store: Store) -> Found:
    for index, table in (("claims_search", "claims"), ("documents_search", "document_words")):
        missing = store.rows(f"SELECT count(*) FROM {table} WHERE number NOT IN (SELECT id FROM {index}_docsize)")[0][0]
        if missing:
            yield index, f"{missing} rows cannot be found by search"


def _derived(store: Store) -> Found:
    """Block keys, questions, accounts and relations are what resolving the stored claims gives."""
    from reconcile.pipeline.questions import derived_afresh, keys_afresh
    from reconcile.store.rebuild import differing

    questions = derived_afresh(store)
    if questions is None:
        return
    for question in differing(store, questions):
        yield question, "its rows are not what resolving gives; reconcile resolve --full makes them anew"
    if keys_afresh(store) != {(row["key"], row["id"]) for row in store.rows(_KEYS)}:
        yield "block_keys", "are not what the claims give; reconcile resolve --full makes them anew"


_KEYS = "SELECT key, claims.id FROM block_keys JOIN claims ON claims.number = block_keys.claim"


CHECKS: Mapping[str, Check] = {
    "schema": _schema,
    "foreign-keys": _foreign_keys,
    "quotes": _quotes,
    "texts": _texts,
    "values": _values,
    "chain": _chain,
    **AS_LOGGED,
    "parts": _contradictions("parts"),
    "unsupported": _contradictions("unsupported"),
}
DEEP_CHECKS: Mapping[str, Check] = {"integrity": _integrity, "search": _search, "derived": _derived}
