"""The points of each kind of evidence for two claims answering one question, and what their sums must reach.

Constants, so that a claim is grouped alike whatever else is stored. Most were fitted by logistic regression on claims
of known questions and rounded; those of rarer signs were set by hand. `python training/questions.py` fits them anew on
the stories of benchmarks/ and measures both: on stories left out of the fit, what it gives groups no better than these
(pairwise F1 of the claims that were found .940 against .942), so these stay.
"""

from __future__ import annotations

POINTS: dict[str, float] = {
    "a part": -1.1,
    "another happening": -1.5,
    "another named in its sentence": -1.0,
    "another of its kind": -4.0,
    "another phase": -5.0,
    "another voice beside it": -0.6,
    "attribute by one": 0.0,
    "base": -0.2,
    "counted over another span": -3.0,
    "counts far apart": -0.3,
    "day in common": -0.4,
    "described alike": 0.8,
    "described by one": 0.3,
    "described otherwise": -2.8,
    "described partly otherwise": -1.8,
    "description": 1.6,
    "far apart": -1.5,
    "few of its sort": 0.6,
    "fitting figures": 0.9,
    "happening of the title": 0.3,
    "loose attribute": -0.8,
    "more of some than of all": 2.0,
    "named by one": -0.5,
    "named in its sentence": 1.0,
    "neighbouring attribute": -1.0,
    "none of it against some": 1.0,
    "nothing described": 1.1,
    "nothing said": -0.5,
    "one attribute": -2.5,
    "one described": -1.2,
    "other attribute": -9.0,
    "other day": -2.2,
    "other days named": -5.0,
    "other figure of a loose sort": 1.3,
    "other happenings": -0.5,
    "other names": -2.5,
    "other people": -2.0,
    "other period": -0.6,
    "other place": -0.6,
    "other words for it": -0.8,
    "people by one": -1.4,
    "people of the title": -0.6,
    "period by one": -0.8,
    "qualified otherwise": -2.2,
    "quotation": 0.8,
    "restated": -0.2,
    "same age": 0.5,
    "same attribute": 0.4,
    "same day": 2.3,
    "same figure": 1.2,
    "same figure of three digits": 0.3,
    "same figure of two digits": 0.7,
    "same happening": 0.8,
    "same people": 0.2,
    "same period": 0.2,
    "same place": 0.3,
    "same voice": 0.1,
    "same words for it": 1.0,
    "sentence": 1.1,
    "set against it": 1.0,
    "taken to be the same": 0.4,
    "told in its place": 1.2,
}
"""Points by the name of the evidence; the base is what any two claims of one sort in one event start from."""

SURE = 0.8
"""Points from which figures that exclude each other are called a conflict; below, they are unclear."""

CLOSE = 0.85
"""Points from which a third claim vouches for two others."""
