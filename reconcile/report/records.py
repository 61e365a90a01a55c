"""The data beside each page: the same claims and relations as JSON and CSV, under the names of `export`."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from reconcile.model import Claim, Question, Relation, Span, Verdict
from reconcile.report.figures import of_claim
from reconcile.report.runs import address
from reconcile.report.sheet import Sheet

Record = dict[str, Any]
_RISKY = tuple("=+-@\t\r＝＋－＠")


def _number(edge: Decimal | date | None) -> int | float | str | None:
    if isinstance(edge, Decimal):
        return int(edge) if edge == edge.to_integral_value() and edge.adjusted() < 300 else float(edge)
    return edge.isoformat() if edge else None


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (span.start, span.end) if span else (None, None)


def claim_record(sheet: Sheet, claim: Claim, question: str | None) -> Record:
    """A claim as it is exported; what the desk keeps to itself, names and notes, is not in it."""
    document, value, scope = sheet.document(claim), claim.value, claim.scope
    kept = claim.document not in sheet.dossier.veiled  # places in a text that nobody outside holds say nothing
    start, end = _ends(claim.span if kept else None)
    source_start, source_end = _ends(claim.source_span if kept else None)
    cue_start, cue_end = _ends(claim.cue_span if kept else None)
    tag = sheet.tag_of(claim.id)
    return {
        "id": claim.id,
        "account": tag.letter if tag else None,
        "figure": of_claim(claim).plain,
        "document": (document and (document.external_id or document.url)) or claim.document,
        "url": document.url if document else None,
        "outlet": document.outlet if document else None,
        "title": document.title if document else None,
        "published": document.published if document else None,
        "start": start,
        "end": end,
        "quote": claim.quote,
        "kind": value.kind.value,
        "low": _number(value.low),
        "high": _number(value.high),
        "bound": value.bound.value,
        "unit": value.unit,
        "words": value.words,
        "counted": scope.counted,
        "attribute": scope.attribute,
        "measure": scope.measure.value,
        "event": scope.event,
        "population": scope.population,
        "place": scope.place,
        "window_from": _number(scope.window_from),
        "window_to": _number(scope.window_to),
        "definition": scope.definition,
        "cumulative": scope.cumulative.value if scope.cumulative else None,
        "said_at": claim.said_at,
        "as_of": claim.as_of,
        "source": sheet.source(claim) if claim.source else None,
        "via": list(claim.via),
        "stance": claim.stance.value,
        "modality": claim.modality.value,
        "status": claim.status.value,
        "score": claim.score,
        "source_start": source_start,
        "source_end": source_end,
        "cue_start": cue_start,
        "cue_end": cue_end,
        "translation": claim.translation,
        "external_id": claim.external_id,
        "question": question,
    }


def _relation_record(relation: Relation) -> Record:
    return {
        "left": relation.left,
        "right": relation.right,
        "relation": relation.kind.value,
        "rule": relation.rule,
        "why": relation.why,
        "assumptions": list(relation.assumptions),
        "left_question": relation.left_question,
        "right_question": relation.right_question,
    }


def _verdict_record(verdict: Verdict) -> Record:
    value = verdict.value
    return {
        "kind": verdict.kind.value,
        "editor": verdict.editor,
        "at": verdict.at,
        "note": verdict.note,
        "low": _number(value.low) if value else None,
        "high": _number(value.high) if value else None,
        "would_settle": verdict.would_settle,
        "review_by": verdict.review_by,
    }


def _question_record(sheet: Sheet, question: Question) -> Record:
    scope = question.scope
    return {
        "id": question.id,
        "title": question.title,
        "name": question.name,
        "status": question.status.value,
        "kind": question.kind.value,
        "attribute": scope.attribute,
        "event": scope.event,
        "population": scope.population,
        "place": scope.place,
        "window_from": _number(scope.window_from),
        "window_to": _number(scope.window_to),
        "whole": question.whole,
        "accounts": [
            {
                "letter": sheet.tag(question, account).letter,
                "title": sheet.full_title(account),
                "claims": list(account.claims),
                "standing": list(account.standing),
            }
            for account in question.accounts
        ],
        "relations": [_relation_record(relation) for relation in question.relations],
    }


def claim_records(sheet: Sheet) -> list[Record]:
    """The claims of every question on the page, then the withdrawn ones."""
    out = []
    for question in sheet.questions:
        out += [claim_record(sheet, claim, question.id) for one in question.claims if (claim := sheet.claim(one))]
    out += [claim_record(sheet, claim, None) for one in sheet.dossier.withdrawn if (claim := sheet.claim(one))]
    return out


def question_record(sheet: Sheet) -> Record:
    """Everything on one page as one object."""
    question = sheet.dossier.question
    return {
        **_question_record(sheet, question),
        "revision": sheet.dossier.revision,
        "changed_at": sheet.dossier.changed_at,
        "parts": [_question_record(sheet, part) for part in sheet.dossier.parts],
        "verdicts": [_verdict_record(verdict) for verdict in sheet.dossier.verdicts],
        "reopened": [
            {**_verdict_record(one.verdict), "reopened_at": one.at, "reason": one.reason}
            for one in sheet.dossier.reopened
        ],
        "claims": claim_records(sheet),
    }


def as_json(record: object) -> str:
    """Indented JSON with sorted keys; NaN and infinities are refused rather than written."""
    return json.dumps(record, ensure_ascii=False, allow_nan=False, indent=1, sort_keys=True) + "\n"


def cell(content: object) -> str:
    """A cell of a table for a spreadsheet: what it would take for a formula gets a quote mark before it."""
    if content is None:
        return ""
    text = "; ".join(map(str, content)) if isinstance(content, list) else str(content)
    return f"'{text}" if text.startswith(_RISKY) else text


def as_csv(records: Iterable[Mapping[str, object]], columns: Iterable[str]) -> str:
    """The records as CSV (RFC 4180 with bare line feeds), one row each."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    names = list(columns)
    writer.writerow(names)
    for record in records:
        writer.writerow([cell(record[name]).replace("\x00", "\ufffd") for name in names])
    return out.getvalue()


def linked_data(sheet: Sheet) -> Record:
    """The claims for search engines (schema.org `Claim`); a `ClaimReview` only after an editor's decision."""
    claims = [_linked_claim(sheet, claim) for claim in sheet.members()]
    review = [_linked_review(sheet, sheet.dossier.verdicts[-1])] if sheet.dossier.verdicts else []
    return {"@context": "https://schema.org", "@graph": claims + review}


def _linked_claim(sheet: Sheet, claim: Claim) -> Record:
    document = sheet.document(claim)
    record: Record = {"@type": "Claim", "@id": f"#{claim.id}", "text": claim.quote or of_claim(claim).plain}
    if claim.source:
        kind = "Person" if claim.source.person else "Organization"
        record["author"] = {"@type": kind, "name": sheet.source(claim)}
    if document and document.outlet:
        appearance: Record = {
            "@type": "NewsArticle",
            "publisher": {"@type": "Organization", "name": document.outlet},
            "headline": document.title,
            "datePublished": document.published,
            "url": address(document.url),
        }
        record["appearance"] = {name: told for name, told in appearance.items() if told}
    return record


def _linked_review(sheet: Sheet, verdict: Verdict) -> Record:
    return {
        "@type": "ClaimReview",
        "claimReviewed": sheet.dossier.question.title,
        "author": {"@type": "Person", "name": verdict.editor},
        "datePublished": verdict.at,
        "reviewRating": {"@type": "Rating", "alternateName": verdict.kind.value},
        "reviewBody": verdict.note,
        "itemReviewed": [{"@id": f"#{claim.id}"} for claim in sheet.members()],
    }
