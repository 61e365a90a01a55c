"""Who says a figure in transcripts, interviews, labelled statements, wire copies with own paragraphs, live entries."""

from __future__ import annotations

import pytest

from reconcile.extract import extract
from reconcile.model import Claim, Document, DocumentKind

INTERVIEW = """Ruta Sorel, 51, is a geologist at the Varn Water Institute.

Q: A paper spoke of 90 flooded farms. Were there really 300?

A: No, we counted 74. I saw some of them myself.

The worst was Pell, with 16 farms under water.

Q: And the cattle?

A: According to the dairy board, 210 cows drowned."""

BROADCAST = """ANCHOR: Six miners are trapped at Lodge Hill. Our correspondent Pia Renn is there.

RENN: A foreman told me there are nine of them below. The mine manager, Otto Brack, has just spoken.

BRACK: I can tell you that eight men are down there. We have air for 30 hours.

ANCHOR: Did you have 12 rescuers on call?

BRACK: Twenty, and four of them are below already.

RENN: The union says 11 inspections were skipped."""

HEARING = """MR TOVEY: How far was the vessel from the buoy?

THE MASTER: We were 40 metres off.

MR TOVEY: The pilot has told us it was 15 metres.

THE MASTER: He is wrong. There were 22 people on the bridge deck.

THE MASTER: And two lookouts."""

PRINTED = """We met Dana Orlo, who runs the shelter in Kest, in her kitchen.

How many dogs do you keep?

“At the moment 63. In winter there were 80.”

And what does it cost?

“About €900 a week.”"""

BULLETIN = """Fire at the Ebb Street warehouse

Dead: 17
Injured: 40, six of them firefighters
Location: Ebb Street

Where: the old dock quarter.

Fire chief Marta Jonn: “We have 12 engines here.”

Homes without power: 300."""


WEB_PAGE = """Two held over barn fire

Video: Crews fight the fire for 9 hours.

Charges: Ivo Renk, 34, faces 5 counts.

Renk and his cousin Tilda Renk lived 3 miles away. Neighbours were not surprised.

Video: Neighbours counted 14 engines.

Pot Bust: Officers found 21 plants in a shed.

Pot Bust: Officers found 22 plants in a van.

The plants will be burnt. They weigh 60 kilograms."""


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (INTERVIEW, "90", "paper"),
        (INTERVIEW, "74", "Ruta Sorel"),
        (INTERVIEW, "16", "Ruta Sorel"),
        (INTERVIEW, "210", "dairy board"),
        (BROADCAST, "Six", None),
        (BROADCAST, "nine", "foreman"),
        (BROADCAST, "eight", "Otto Brack"),
        (BROADCAST, "30", "Otto Brack"),
        (BROADCAST, "four", "Otto Brack"),
        (BROADCAST, "11", "union"),
        (HEARING, "40", "Master"),
        (HEARING, "15", "pilot"),
        (HEARING, "22", "Master"),
        (PRINTED, "80", "Dana Orlo"),
        (PRINTED, "900", "Dana Orlo"),
        (BULLETIN, "17", None),
        (BULLETIN, "40", None),
        (BULLETIN, "12", "Marta Jonn"),
        (BULLETIN, "300", None),
        (WEB_PAGE, "9", None),
        (WEB_PAGE, "3", None),
        (WEB_PAGE, "14", "Neighbours"),
        (WEB_PAGE, "21", None),
        (WEB_PAGE, "60", None),
    ],
)
def test_a_figure_belongs_to_the_speaker_under_whose_label_it_stands(text: str, words: str, who: str | None) -> None:
    """Answers belong to who gives them, reports of the outlet's own people to nobody; lists of keys have no speaker."""
    claims = [claim for claim in _claims(text) if words in claim.quote.split() or words in claim.quote.strip("€")]
    assert claims, [claim.quote for claim in _claims(text)]
    source = claims[0].source
    assert (source is None) == (who is None), source
    assert who is None or (source is not None and who in source.name)


@pytest.mark.parametrize(("text", "words"), [(INTERVIEW, "300"), (BROADCAST, "12")])
def test_what_an_interviewer_asks_is_no_claim(text: str, words: str) -> None:
    """A figure that only stands in a question is not proposed."""
    assert not [claim for claim in _claims(text) if words in claim.quote.split()]


def test_an_interviewed_person_has_role_and_name() -> None:
    """Who is introduced above the first question keeps the role given there."""
    source = next(claim.source for claim in _claims(INTERVIEW) if "74" in claim.quote)
    assert source is not None
    assert (source.person, source.role) == ("Ruta Sorel", "geologist at the Varn Water Institute")


def test_a_relayed_answer_names_who_passed_it_on() -> None:
    """Whoever quotes another in an answer is the relay."""
    (claim,) = [claim for claim in _claims(INTERVIEW) if "210" in claim.quote]
    assert [name.split(",")[0] for name in claim.via] == ["Ruta Sorel"]


def _claims(text: str, outlet: str = "Varn Tidings", kind: DocumentKind = DocumentKind.ARTICLE) -> list[Claim]:
    document = Document(id="d", text=text, outlet=outlet, kind=kind, published="2031-05-14")
    return [claim for claim in extract(document) if claim.span is not None]
