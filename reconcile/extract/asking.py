"""What a question in the user's own words asks for, so that claims by hand meet those that were read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from reconcile.dates import day_of
from reconcile.dates import scan as scan_dates
from reconcile.extract.counts.parts import wholes
from reconcile.extract.counts.quantities import mentions
from reconcile.extract.counts.refine import refine
from reconcile.extract.counts.scope import scopes
from reconcile.extract.times.days import event_days
from reconcile.extract.times.windows import periods
from reconcile.extract.words.text import Sentence, lay_out
from reconcile.model import CLOSED_ATTRIBUTES, Document, Found, Kind, Scope
from reconcile.values import scan

_LEAD = re.compile(r"(?:how many|how much|(?:the )?(?:total )?number of|(?:the )?(?:count|toll) of)\s+", re.IGNORECASE)
_FIGURE = "25 "
"""Any count, put before the question so that it reads as a claim: "25 passengers hurt, Lindow ferry, 3 May 2024"."""


def asked(question: str, published: str | None = None) -> Scope:
    """The attribute, the counted, the place and the day that a question names, as far as it is one of a count.

    "Security forces killed, Qarabagh attack, 14 Dec 2019" asks for deaths among security forces on that day.
    A part that it does not name is None. `published` is the day from which a day without a year is reckoned.
    """
    words = _LEAD.sub("", question.strip().rstrip("?. "), count=1)
    text = f"{_FIGURE}{words}."
    sentences = lay_out(Document(id="", text=text)).sentences
    today = day_of(published) if published else None
    dates = scan_dates(text, today, unresolved=True)
    count = _counted(text, sentences, dates)
    if count is None or count.attribute not in CLOSED_ATTRIBUTES:
        return Scope()
    first, last = _day(text, sentences, dates, today)
    return Scope(
        attribute=count.attribute,
        counted=count.counted and count.counted.lower(),
        population=count.population and count.population.lower(),
        place=count.place,
        window_from=first,
        window_to=last,
    )


def _counted(text: str, sentences: Sequence[Sentence], dates: Sequence[Found]) -> Scope | None:
    """What the figure counts that was put before the question; None where it counts nothing."""
    found = refine(list(mentions(scan(text), sentences)), sentences)
    whole_of = wholes(found, [sentence.words for sentence in sentences])
    scoped = scopes(found, sentences, whole_of, periods(dates, sentences))
    counts = (mention.found.value.kind is Kind.NUMBER and mention.span.start == 0 for mention in found)
    return next((scope for scope, counts_it in zip(scoped, counts, strict=True) if counts_it), None)


def _day(
    text: str, sentences: Sequence[Sentence], dates: Sequence[Found], today: date | None
) -> tuple[date | None, date | None]:
    """The first day on which something happened."""
    for sentence in sentences:
        inside = [found for found in dates if sentence.start <= found.start < sentence.end]
        for found in event_days(inside, text, sentence, (), today):
            low, high = found.value.low, found.value.high
            if isinstance(low, date) and isinstance(high, date):
                return low, high
    return None, None
