"""Who a claim is given to: the voices that cover it, who passed it on, the agency of a wire copy."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reconcile.extract.evidence import UNRESOLVED
from reconcile.extract.voices.cues import AGENCIES
from reconcile.extract.voices.hearing import Heard
from reconcile.extract.words.text import Layout
from reconcile.model import Claim, Document, Modality, Section, Source, Stance, proposed_claim_id


def agency_of(document: Document, layout: Layout) -> Source | None:
    """The agency whose report this is, where the outlet is another one."""
    credit = credited(layout.agency) or _byline(document.byline)
    if credit is None or _same_house(credit, document.outlet) or _same_house(credit, _host(document.url)):
        return None
    credit = credit.strip()
    if document.outlet is None and credit.lower() not in AGENCIES and not _AGENCY.search(credit):
        return None  # the outlet's own mark, as far as anything tells
    return Source(credit, body=credit)


_SHARED = re.compile(r"\s*/\s*|\s*(?:,|\+|&|\band\b)\s+")
_STAFF = re.compile(
    r"(?:(?:our |its )?own (?:reports?|research|reporting|staff|sources)|staff(?: (?:reporters?|writers?))?"
    r"|our (?:own )?(?:reporters?|correspondents?|staff)|newsroom|editorial staff|(?:local|additional) reporting)\Z",
    re.IGNORECASE,
)
"""What stands in a credit for the outlet's own people."""


def credited(credit: str | None) -> str | None:
    """The agency of a credit that it shares with the outlet's own people: "AFP/own report"."""
    parts = _SHARED.split(credit.strip()) if credit else []
    others = [part for part in parts if not _STAFF.match(part)]
    return others[0] if len(parts) > 1 and len(others) == 1 else credit


_AGENCY = re.compile(r"\b(?:Press|Wire|Agency|News Service|Newswire)\b")


def _host(url: str | None) -> str | None:
    return re.sub(r"^.*://(?:[^/]*:|www\.)?|/.*$", "", url or "") or None


def _byline(byline: str | None) -> str | None:
    words = (byline or "").replace("/", " ").split()
    return next((w.strip(",;()") for w in words if w.strip(",;()").lower() in AGENCIES), None)


def _same_house(credit: str, outlet: str | None) -> bool:
    """Whether the credit is the outlet itself, by its name or its initials."""
    if outlet is None:
        return False
    one, other = (" ".join(["", *re.findall(r"\w+", name.lower()), ""]) for name in (credit, outlet))
    return one in other or other in one or _abbreviates(credit.strip(), outlet)


def _abbreviates(credit: str, outlet: str) -> bool:
    """Whether capitals stand for a name: a letter or more of each word, in order ("PDU": Pressedienst Union)."""
    letters = credit.replace(".", "").lower()
    if letters == "".join(word[0].lower() for word in outlet.split() if word[0].isupper()):
        return True
    words = [word.lower() for word in re.findall(r"\w+", outlet.removeprefix("The ")) if word[0].isupper()]
    short = credit.isupper() and len(letters) > 2 and letters not in AGENCIES
    return short and len(words) > 1 and _spelt(letters, words)


def _spelt(letters: str, words: Sequence[str]) -> bool:
    """Whether every word gives its first letter and further ones in the order of the word, and none is left over."""
    if not words:
        return not letters
    if not letters or letters[0] != words[0][0]:
        return False
    place = 0
    for stop in range(1, len(letters) + 1):
        place = words[0].find(letters[stop - 1], place) + 1
        if not place:
            return False
        if _spelt(letters[stop:], words[1:]):
            return True
    return False


def sourced(claim: Claim, said: Sequence[Heard], agency: Source | None) -> Claim:
    """Source, relay and spans from the voices that cover the claim; the agency of a wire copy."""
    via: list[str] = []
    source = None
    if said and said[0].source is not None:
        source = said[0].source
        relays = [said[0].relay, *(voice.source for voice in said[1:])]
        for relay in relays:
            if relay is not None and relay.name != source.name and relay.name not in via:
                via.append(relay.name)
    if agency is not None and claim.section is not Section.HEADLINE:
        source, via = (agency, via) if source is None else (source, [*via, agency.name])
    if not said or said[0].source is None:
        return (
            claim
            if (source, tuple(via)) == (claim.source, claim.via)
            else replace(claim, source=source, via=tuple(via))
        )
    evidence = claim.evidence if said[0].resolved else (*claim.evidence, UNRESOLVED)
    return replace(
        claim,
        source=source,
        via=tuple(via),
        evidence=evidence,
        source_span=said[0].source_span,
        cue_span=said[0].cue,
    )


def disputed(claims: Sequence[Claim], numbers: Sequence[int], heard: Sequence[Heard]) -> list[Claim]:
    """For each number that somebody else denies in passing a second claim: "…, a number teachers call too high"."""
    found = []
    for voice in heard:
        if not voice.counter or voice.source is None:
            continue
        for claim, number in zip(claims, numbers, strict=True):
            if voice.covers(number) and claim.span is not None:
                found.append(denied_by(claim, voice, sum(c.span == claim.span for c in claims)))
    return found


def denied_by(claim: Claim, voice: Heard | None, nth: int) -> Claim:
    """The denial of a claim by another voice, None for the article itself; the `nth` claim of the same words."""
    return replace(
        claim,
        id=proposed_claim_id(claim.document, claim.span, claim.value.kind, nth),
        source=voice.source if voice else None,
        source_span=voice.source_span if voice and voice.source else None,
        cue_span=voice.cue if voice and voice.source else None,
        via=(),
        stance=Stance.DENIES,
        modality=Modality.STATED,
        whole=None,
    )
