"""Migration 1: every table, index, view and trigger of the first schema. Never edited after a release.

What is stored by people and readers: texts, documents, sources, claims, judgements, verdicts, settings.
What happened and cannot be rebuilt: runs, events, claim_revisions, reads, aliases, account_letters,
question_log, former_members, notices. What `resolve` rebuilds from the claims: questions, question_claims,
accounts, account_claims, relations (and block_keys, from each claim).
"""

from __future__ import annotations

_VALUE = """
    kind TEXT NOT NULL CHECK (kind IN ('number', 'money', 'percent', 'duration', 'age', 'date', 'text')),
    low REAL, high REAL, low_exact TEXT, high_exact TEXT,
    bound TEXT NOT NULL CHECK (bound IN ('exact', 'about', 'at_least', 'more_than', 'at_most', 'less_than',
        'up_to', 'range', 'order', 'none')),
    unit TEXT, words TEXT NOT NULL"""

_SCOPE = """
    attribute TEXT, counted TEXT, event TEXT, population TEXT, place TEXT, window_from TEXT, window_to TEXT,
    definition TEXT, cumulative TEXT CHECK (cumulative IN ('cumulative', 'new')),
    measure TEXT NOT NULL CHECK (measure IN ('level', 'change', 'limit', 'share'))"""

_WHAT_IS_SAID = f"""
CREATE TABLE runs (
    run INTEGER PRIMARY KEY, at TEXT NOT NULL, command TEXT NOT NULL, editor TEXT, user TEXT NOT NULL,
    host TEXT NOT NULL, note TEXT, program TEXT NOT NULL, counts TEXT NOT NULL CHECK (counts GLOB '{{*}}')
) STRICT;
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE texts (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE CHECK (id GLOB 'sha256:*'), text TEXT NOT NULL
) STRICT;
CREATE TABLE documents (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, outlet TEXT, title TEXT, url TEXT, published TEXT,
    byline TEXT, lang TEXT, kind TEXT NOT NULL CHECK (kind IN ('article', 'release', 'post', 'own')),
    external_id TEXT, path TEXT, replaces TEXT REFERENCES documents (id), text TEXT REFERENCES texts (id),
    run INTEGER NOT NULL REFERENCES runs (run), CHECK (replaces IS NOT id)
) STRICT;
CREATE INDEX documents_by_url ON documents (url);
CREATE INDEX documents_by_path ON documents (path);
CREATE INDEX documents_by_external_id ON documents (external_id);
CREATE INDEX documents_by_replaces ON documents (replaces);
CREATE INDEX documents_by_text ON documents (text);
CREATE TABLE sources (
    number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, label TEXT, kind TEXT,
    party INTEGER CHECK (party IN (0, 1)),
    reliability TEXT CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F')), note TEXT,
    run INTEGER NOT NULL REFERENCES runs (run)
) STRICT;
CREATE TABLE claims (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document TEXT NOT NULL REFERENCES documents (id),
    "start" INTEGER CHECK ("start" >= 0), "end" INTEGER, quote TEXT NOT NULL, section TEXT NOT NULL
        CHECK (section IN ('headline', 'bullet', 'caption', 'body')),{_VALUE},{_SCOPE},
    said_at TEXT, as_of TEXT, source TEXT REFERENCES sources (name), source_body TEXT, source_role TEXT,
    source_person TEXT, source_label TEXT, via TEXT NOT NULL CHECK (via GLOB '[[]*]'),
    stance TEXT NOT NULL CHECK (stance IN ('asserts', 'denies')),
    modality TEXT NOT NULL CHECK (modality IN ('stated', 'possible', 'unconfirmed')),
    status TEXT NOT NULL CHECK (status IN ('proposed', 'accepted', 'rejected', 'withdrawn')),
    score REAL CHECK (score BETWEEN 0 AND 1), evidence TEXT NOT NULL CHECK (evidence GLOB '[[]*]'),
    source_start INTEGER, source_end INTEGER, cue_start INTEGER, cue_end INTEGER,
    whole TEXT REFERENCES claims (id) DEFERRABLE INITIALLY DEFERRED,
    former INTEGER NOT NULL CHECK (former IN (0, 1)), named TEXT, translation TEXT, external_id TEXT, note TEXT,
    run INTEGER NOT NULL REFERENCES runs (run), changed_run INTEGER NOT NULL REFERENCES runs (run),
    CHECK (("start" IS NULL) = ("end" IS NULL)), CHECK ("end" >= "start"),
    CHECK ((source_start IS NULL) = (source_end IS NULL)), CHECK ((cue_start IS NULL) = (cue_end IS NULL)),
    CHECK (whole IS NOT id), CHECK (kind <> 'text' OR (low_exact IS NULL AND high_exact IS NULL)),
    CHECK (kind = 'date' OR ((low IS NULL) = (low_exact IS NULL) AND (high IS NULL) = (high_exact IS NULL)))
) STRICT;
CREATE INDEX claims_by_document ON claims (document);
CREATE INDEX claims_by_source ON claims (source);
CREATE INDEX claims_by_whole ON claims (whole);
CREATE INDEX claims_by_named ON claims (named) WHERE named IS NOT NULL;
CREATE INDEX claims_by_changed_run ON claims (changed_run);
CREATE INDEX claims_by_external_id ON claims (external_id) WHERE external_id IS NOT NULL;
CREATE TABLE claim_revisions (
    claim TEXT NOT NULL REFERENCES claims (id), revision INTEGER NOT NULL, before TEXT NOT NULL
        CHECK (before GLOB '{{*}}'), note TEXT, run INTEGER NOT NULL REFERENCES runs (run),
    PRIMARY KEY (claim, revision)
) STRICT, WITHOUT ROWID;
CREATE TABLE reads (
    document TEXT NOT NULL REFERENCES documents (id), reader TEXT NOT NULL, claims INTEGER NOT NULL,
    run INTEGER NOT NULL REFERENCES runs (run), PRIMARY KEY (document, reader)
) STRICT, WITHOUT ROWID;
CREATE TABLE block_keys (
    key TEXT NOT NULL, claim INTEGER NOT NULL REFERENCES claims (number), PRIMARY KEY (key, claim)
) STRICT, WITHOUT ROWID;
CREATE INDEX block_keys_by_claim ON block_keys (claim);
"""

_WHAT_IS_DERIVED = f"""
CREATE TABLE questions (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, status TEXT NOT NULL CHECK (status IN ('contested', 'moving',
        'revised', 'compatible', 'agreed', 'single-origin', 'open')), named TEXT, kind TEXT NOT NULL,
    claims INTEGER NOT NULL, accounts INTEGER NOT NULL,{_SCOPE}, whole TEXT, event_id TEXT
) STRICT;
CREATE INDEX questions_by_event ON questions (event_id);
CREATE INDEX questions_by_whole ON questions (whole);
CREATE TABLE question_claims (
    question TEXT NOT NULL REFERENCES questions (id) DEFERRABLE INITIALLY DEFERRED,
    claim TEXT NOT NULL REFERENCES claims (id), position INTEGER NOT NULL, PRIMARY KEY (question, claim)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX question_of_claim ON question_claims (claim);
CREATE TABLE accounts (
    question TEXT NOT NULL REFERENCES questions (id) DEFERRABLE INITIALLY DEFERRED, letter TEXT NOT NULL,
    origin TEXT NOT NULL, title TEXT NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (question, letter)
) STRICT, WITHOUT ROWID;
CREATE TABLE account_claims (
    question TEXT NOT NULL, letter TEXT NOT NULL, claim TEXT NOT NULL REFERENCES claims (id),
    position INTEGER NOT NULL, standing INTEGER CHECK (standing >= 0),
    PRIMARY KEY (question, letter, claim),
    FOREIGN KEY (question, letter) REFERENCES accounts (question, letter) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX account_claims_by_claim ON account_claims (claim);
CREATE TABLE relations (
    "left" TEXT NOT NULL REFERENCES claims (id), "right" TEXT NOT NULL REFERENCES claims (id),
    relation TEXT NOT NULL CHECK (relation IN ('copy', 'drift', 'part_of', 'scope', 'revision', 'earlier', 'agree',
        'compatible', 'conflict', 'unclear')),
    rule TEXT NOT NULL, why TEXT NOT NULL, left_question TEXT NOT NULL, right_question TEXT NOT NULL,
    assumptions TEXT NOT NULL CHECK (assumptions GLOB '[[]*]'), PRIMARY KEY ("left", "right"),
    CHECK ("left" <> "right")
) STRICT, WITHOUT ROWID;
CREATE INDEX relations_by_right ON relations ("right");
CREATE INDEX relations_by_left_question ON relations (left_question);
CREATE INDEX relations_by_right_question ON relations (right_question);
CREATE INDEX conflicts ON relations (left_question) WHERE relation = 'conflict';
"""

_WHAT_HAPPENED = f"""
CREATE TABLE account_letters (
    question TEXT NOT NULL, origin TEXT NOT NULL, letter TEXT NOT NULL,
    run INTEGER NOT NULL REFERENCES runs (run), PRIMARY KEY (question, origin), UNIQUE (question, letter)
) STRICT, WITHOUT ROWID;
CREATE TABLE question_log (
    question TEXT PRIMARY KEY, first_run INTEGER NOT NULL REFERENCES runs (run),
    changed_run INTEGER NOT NULL REFERENCES runs (run)
) STRICT, WITHOUT ROWID;
CREATE TABLE former_members (
    claim TEXT PRIMARY KEY REFERENCES claims (id), question TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX former_members_by_question ON former_members (question);
CREATE TABLE aliases (
    old TEXT PRIMARY KEY, new TEXT NOT NULL, run INTEGER NOT NULL REFERENCES runs (run), CHECK (old <> new)
) STRICT, WITHOUT ROWID;
CREATE INDEX aliases_by_new ON aliases (new);
CREATE TABLE judgements (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "left" TEXT NOT NULL REFERENCES claims (id),
    "right" TEXT NOT NULL REFERENCES claims (id), judgement TEXT NOT NULL CHECK (judgement IN ('same', 'different',
        'copy', 'drift', 'part_of', 'scope', 'revision', 'earlier', 'agree', 'compatible', 'conflict', 'unclear')),
    editor TEXT NOT NULL, note TEXT, run INTEGER NOT NULL REFERENCES runs (run),
    undone_run INTEGER REFERENCES runs (run), CHECK ("left" <> "right")
) STRICT;
CREATE TABLE verdicts (
    number INTEGER PRIMARY KEY, question TEXT NOT NULL, verdict TEXT NOT NULL CHECK (verdict IN ('settled', 'range',
        'unresolved', 'not-comparable', 'hold')), editor TEXT NOT NULL, at TEXT NOT NULL, note TEXT NOT NULL,
    would_settle TEXT, review_by TEXT,{_VALUE.replace("TEXT NOT NULL", "TEXT")},
    run INTEGER NOT NULL REFERENCES runs (run), reopened_run INTEGER REFERENCES runs (run)
) STRICT;
CREATE INDEX verdicts_by_question ON verdicts (question);
CREATE TABLE notices (
    number INTEGER PRIMARY KEY, kind TEXT NOT NULL, question TEXT, claim TEXT REFERENCES claims (id),
    message TEXT NOT NULL, run INTEGER NOT NULL REFERENCES runs (run)
) STRICT;
CREATE INDEX notices_by_run ON notices (run);
CREATE TABLE events (
    number INTEGER PRIMARY KEY CHECK (number > 0), run INTEGER NOT NULL REFERENCES runs (run), kind TEXT NOT NULL,
    subject TEXT NOT NULL, payload TEXT CHECK (payload GLOB '{{*}}'), salt TEXT, payload_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX events_by_subject ON events (subject);
CREATE INDEX events_by_run ON events (run);
"""

_GUARDS = """
CREATE TRIGGER events_stay BEFORE DELETE ON events BEGIN
    SELECT RAISE(ABORT, 'the audit log is never shortened'); END;
CREATE TRIGGER events_are_final BEFORE UPDATE ON events
    WHEN NEW.number IS NOT OLD.number OR NEW.run IS NOT OLD.run OR NEW.kind IS NOT OLD.kind
        OR NEW.subject IS NOT OLD.subject OR NEW.payload_hash IS NOT OLD.payload_hash OR NEW.hash IS NOT OLD.hash
        OR NEW.payload IS NOT NULL OR NEW.salt IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'the audit log is never rewritten'); END;
CREATE TRIGGER claims_stay BEFORE DELETE ON claims BEGIN
    SELECT RAISE(ABORT, 'claims are withdrawn, never deleted'); END;
CREATE TRIGGER claim_revisions_stay BEFORE DELETE ON claim_revisions BEGIN
    SELECT RAISE(ABORT, 'history is never shortened'); END;
CREATE TRIGGER verdicts_stay BEFORE DELETE ON verdicts BEGIN
    SELECT RAISE(ABORT, 'verdicts are replaced by newer ones, never deleted'); END;
CREATE TRIGGER letters_stay BEFORE DELETE ON account_letters BEGIN
    SELECT RAISE(ABORT, 'letters are given once'); END;
"""

_SEARCH = """
CREATE VIRTUAL TABLE claims_search USING fts5 (
    quote, words, source, counted, event, place, named, translation, note, content = 'claims',
    content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIEW document_words AS
    SELECT documents.number, documents.title, documents.outlet, documents.byline, texts.text
    FROM documents LEFT JOIN texts ON texts.id = documents.text;
CREATE VIRTUAL TABLE documents_search USING fts5 (
    title, outlet, byline, text, content = 'document_words', content_rowid = 'number',
    tokenize = 'unicode61 remove_diacritics 2'
);
"""

_VIEWS = """
CREATE VIEW discrepancies AS
    SELECT relations.left_question AS question, questions.title, questions.status,
        one.words AS left_value, one.source AS left_source, one_in.outlet AS left_outlet, one.said_at AS left_said_at,
        other.words AS right_value, other.source AS right_source, other_in.outlet AS right_outlet,
        other.said_at AS right_said_at, relations.rule, relations.why,
        relations."left", relations."right", one.quote AS left_quote, other.quote AS right_quote
    FROM relations JOIN questions ON questions.id = relations.left_question
        JOIN claims AS one ON one.id = relations."left" JOIN documents AS one_in ON one_in.id = one.document
        JOIN claims AS other ON other.id = relations."right" JOIN documents AS other_in ON other_in.id = other.document
    WHERE relations.relation = 'conflict';
"""

SQL = _WHAT_IS_SAID + _WHAT_IS_DERIVED + _WHAT_HAPPENED + _GUARDS + _SEARCH + _VIEWS
