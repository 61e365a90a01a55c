"""Where in a copied report the agency speaks, and where the outlet that prints it."""

from __future__ import annotations

import pytest

from reconcile.extract import extract
from reconcile.model import Document

COPY = """ALMUNDA, May 3 (Corvus) - A dam gate failed on Friday and four villages were flooded, the water board said.

About 1,900 people had left by dusk."""
OWN = "The Sentinel went to see the gate. It has 12 bolts, and five of them were missing."


@pytest.mark.parametrize(
    ("text", "words", "source", "via"),
    [
        (COPY, "four villages", "water board", ["Corvus"]),
        (COPY, "About 1,900 people", "Corvus", []),
        (f"{COPY}\n\n{OWN}", "About 1,900 people", "Corvus", []),
        (f"{COPY}\n\n{OWN}", "12 bolts", None, []),
        (f"{COPY}\n\nThe baker, Ole Ramm, told the Sentinel that 30 loaves floated off.", "30 loaves", "Ole Ramm", []),
        (f"{COPY}\n\n* * *\n\nIn Bex 14 cellars are wet.", "14 cellars", None, []),
        (f"{COPY}\n\nOur reporter counted 14 pumps in Bex.", "14 pumps", None, []),
        (f"{OWN}\n\n{COPY}", "12 bolts", None, []),
        (f"{OWN}\n\n{COPY}", "About 1,900 people", "Corvus", []),
        (f"{COPY}\n\n{OWN}\n\nPELL, May 3 (Corvus) - Two bridges fell.", "Two bridges", "Corvus", []),
        ("Hail broke 300 panes in Almunda. (CNS)\n\nIn Bex 14 barns lost roofs.", "300 panes", None, []),
        (COPY.replace("Corvus", "Corvus/own report"), "four villages", "water board", []),
        (COPY.replace("Corvus", "Corvus/own report"), "About 1,900 people", "Corvus", []),
        ("A storm.\n\nHail broke 300 panes in Almunda. (CNS)\n\nIn Bex 14 barns burnt.", "300 panes", "CNS", []),
        ("A storm.\n\nHail broke 300 panes in Almunda. (CNS)\n\nIn Bex 14 barns burnt.", "14 barns", None, []),
    ],
)
def test_the_outlets_own_paragraphs_are_not_the_agencys(
    text: str, words: str, source: str | None, via: list[str]
) -> None:
    """An unattributed figure is the agency's in its report and the article's own behind it; relays likewise."""
    document = Document(id="d", text=text, outlet="Bex Sentinel", published="2031-05-04")
    claims = [claim for claim in extract(document) if claim.span and words in claim.quote]
    assert claims, [claim.quote for claim in extract(document)]
    found = claims[0].source.name.split(",")[0] if claims[0].source else None
    assert (found, list(claims[0].via)) == (source, via)


@pytest.mark.parametrize(
    ("credit", "outlet", "source"),
    [
        ("NFU", "Nachrichtenfunk Union", None),
        ("VTB", "Volkstelegraf Büro", None),
        ("CW", "Coast Wire", None),
        ("C.W.", "Coast Wire", None),
        ("NFU", "Norder Bote", "NFU"),
        ("DPA", "Daily Planet", "DPA"),
        ("NFU/own report", "Norder Bote", "NFU"),
        ("Corvus and staff", "Norder Bote", "Corvus"),
        ("own research / NFU", "Norder Bote", "NFU"),
    ],
)
def test_a_credit_is_an_agency_other_than_the_outlet(credit: str, outlet: str, source: str | None) -> None:
    """An outlet's own short form is no agency; of a credit shared with its staff the agency is left."""
    document = Document(
        id="d", text=f"PELL, May 3 ({credit}) - Nine boats sank.", outlet=outlet, published="2031-05-04"
    )
    (claim,) = [claim for claim in extract(document) if claim.value.low == 9]
    assert (claim.source.name if claim.source else None) == source


def test_an_outlet_whose_name_holds_the_letters_of_an_agency_may_print_it() -> None:
    """AP is no part of the Capital: its unattributed figures are the agency's."""
    document = Document(id="d", text="PELL (AP) - Nine boats sank.", outlet="The Capital", published="2031-05-04")
    (claim,) = extract(document)
    assert claim.source is not None
    assert claim.source.name == "AP"
