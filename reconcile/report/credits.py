"""Who printed a figure, and when: outlets by their day, statements, and the desk's own reporting apart from both."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reconcile.model import Claim, Document, DocumentKind
from reconcile.report.runs import Line, Run, listed, own, said
from reconcile.report.sheet import Sheet, original

_CHANNELS = {
    **dict.fromkeys(("phone", "telephone", "call", "phoned"), "by phone"),
    **dict.fromkeys(("email", "e-mail", "mail"), "by email"),
    **dict.fromkeys(("message", "sms", "text"), "by message"),
    **dict.fromkeys(("interview", "meeting"), "in person"),
    **dict.fromkeys(("visit", "scene"), "on the spot"),
    "letter": "by letter",
}
Dated = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class Credit:
    """Outlets, statements and channels of our own, each with its day (None where that is not stated)."""

    reported: tuple[Dated, ...] = ()
    stated: tuple[Dated, ...] = ()
    ours: tuple[Dated, ...] = ()

    def line(self) -> Line:
        """What follows the clauses: ", Arab News reported on 16 December 2019"."""
        out: list[Run] = []
        if self.reported:
            out += [own(", "), *self.reported_by("reported")]
        for kind, when in self.stated:
            out.append(own(f", in {kind}{_on(when)}"))
        if self.ours:
            lead = ", and" if out else ","
            told = listed([(own(f"{channel}{_on(when)}".strip()),) for channel, when in self.ours])
            out += [own(f"{lead} according to our own reporting "), *told]
        return tuple(out)

    def reported_by(self, verb: str) -> Line:
        """The outlets by day: "Sall Gazette and Oru Tribune reported on 8 June 2031 and Vale Post on 9 June 2031"."""
        days: dict[str | None, list[Line]] = {}
        for outlet, when in self.reported:
            days.setdefault(when, []).append((said(outlet),))
        parts: list[Line] = []
        for when, outlets in days.items():
            spoken = own(f" {verb}{_on(when)}" if not parts else _on(when))
            parts.append((*listed(outlets), spoken))
        return listed(parts)


def _on(when: str | None) -> str:
    return f" on {when}" if when else " (date not stated)"


def credit_of(sheet: Sheet, claims: Iterable[Claim]) -> Credit:
    """Who printed these claims on the first day on which anybody did; what we heard ourselves always counts."""
    found = {claim.document: document for claim in claims if (document := sheet.document(claim))}
    printed = sorted(found.values(), key=lambda one: (sheet.wall.key(one.published), one.outlet or "", one.id))
    ours = [(_channel(one), sheet.wall.day(one.published)) for one in printed if one.kind is DocumentKind.OWN]
    others = [one for one in printed if one.kind is not DocumentKind.OWN and (one.outlet or original(one))]
    first = [one for one in others if sheet.wall.day(one.published) == sheet.wall.day(others[0].published)]
    reported = [(one.outlet or "", sheet.wall.day(one.published)) for one in first if not original(one)]
    stated = [(_statement(one), sheet.wall.day(one.published)) for one in first if original(one)]
    return joined([Credit(tuple(reported), tuple(stated), tuple(ours))])


def _statement(document: Document) -> str:
    return "a post" if document.kind is DocumentKind.POST else "a statement"


def joined(credits: Sequence[Credit]) -> Credit:
    """The credits of several accounts as one; an outlet with the first day on which it printed the figure."""
    reported: dict[str, str | None] = {}
    for outlet, when in (one for credit in credits for one in credit.reported):
        reported.setdefault(outlet, when)
    stated = dict.fromkeys(one for credit in credits for one in credit.stated)
    ours = dict.fromkeys(one for credit in credits for one in credit.ours)
    return Credit(tuple(reported.items()), tuple(stated), tuple(ours))


def _channel(document: Document) -> str:
    """How we heard it, where the title of our own reporting tells ("phone, 23:10")."""
    words = (document.title or "").replace(",", " ").casefold().split()
    return next((_CHANNELS[word] for word in words if word in _CHANNELS), "")
