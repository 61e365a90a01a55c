"""What a question in the user's own words asks for, so that claims by hand meet those that were read."""

from __future__ import annotations

import re
from datetime import date

from reconcile.extract.reading import extract
from reconcile.model import CLOSED_ATTRIBUTES, Claim, Document, Kind, Scope

_LEAD = re.compile(r"(?:how many|how much|(?:the )?(?:total )?number of|(?:the )?(?:count|toll) of)\s+", re.IGNORECASE)
_FIGURE = "25 "
"""Any count, put before the question so that it reads as a claim: "25 passengers hurt, Lindow ferry, 3 May 2024"."""


def asked(question: str, published: str | None = None) -> Scope:
    """The attribute, the counted, the place and the day that a question names, as far as it is one of a count.

    "Security forces killed, Qarabagh attack, 14 Dec 2019" asks for deaths among security forces on that day.
    A part that it does not name is None. `published` is the day from which a day without a year is reckoned.
    """
    words = _LEAD.sub("", question.strip().rstrip("?. "), count=1)
    claims = extract(Document(id="", text=f"{_FIGURE}{words}.", published=published))
    count = next((claim for claim in claims if claim.value.kind is Kind.NUMBER and _leads(claim)), None)
    if count is None or count.scope.attribute not in CLOSED_ATTRIBUTES:
        return Scope()
    first, last = _day(claims)
    return Scope(
        attribute=count.scope.attribute,
        counted=count.scope.counted and count.scope.counted.lower(),
        population=count.scope.population and count.scope.population.lower(),
        place=count.scope.place,
        window_from=first,
        window_to=last,
    )


def _leads(claim: Claim) -> bool:
    return claim.span is not None and claim.span.start == 0


def _day(claims: list[Claim]) -> tuple[date | None, date | None]:
    for claim in claims:
        low, high = claim.value.low, claim.value.high
        if claim.value.kind is Kind.DATE and isinstance(low, date) and isinstance(high, date):
            return low, high
    return None, None
