"""What each kind of evidence is worth, as constants.

Fitted by `python training/event_weights.py --gva FILE`: a logistic regression over the pairs of reports that
`pairs.likely_pairs` finds, every kind of evidence held to the sign that its name says, rounded to a hundredth. The
reports: 1,947 of 1,125 shootings in the United States (the raw texts of SemEval-2018 Task 5, published as
cltl/LongTailQATask; no text of theirs is shipped) and our own stories of every kind of event, each pair of which counts
three times. `GIVEN` is set by hand. `benchmarks/events.py` measures these constants, and points fitted without the
incidents on which they are measured.
"""

from __future__ import annotations

START = -3.31
FITTED = {
    "words alike": 5.12,
    "titles alike": 1.95,
    "telling names shared": 0.97,
    "persons shared": 0.65,
    "person with age": 1.60,
    "other persons": -1.14,
    "other ages": -1.47,
    "region shared": 0.91,
    "other region": -1.90,
    "towns shared": 0.15,
    "other town": -2.38,
    "street shared": 1.26,
    "other street": -1.69,
    "other block": -2.89,
    "other hour": -1.38,
    "same day": 1.42,
    "days apart": -0.35,
    "day of the first": 3.21,
    "month of the first": 1.56,
    "year of the first": 0.95,
    "other month": -0.24,
    "hurt shared": 0.50,
    "published the same day": 1.20,
    "published a day apart": 1.76,
    "published 2 to 4 days apart": 1.34,
    "published 15 to 45 days apart": -1.98,
    "published 46 to 200 days apart": -3.08,
    "published more than 200 days apart": -3.83,
    "looking back 15 to 45 days": -0.96,
    "looking back 46 to 200 days": -1.14,
    "looking back more than 200 days": -1.70,
}
"""Fitted points, and what any two reports start with."""
GIVEN = {"event named alike": 12.0, "figures shared": 1.2}
POINTS = GIVEN | FITTED
ENOUGH = -0.25
"""The mean of points from which two groups of documents are joined."""
NOT_COMPARED = -3.0
"""What a pair is worth that shares nothing telling and was therefore not compared."""
SURE = 6.0
"""Points, for or against, beyond which a pair tells no more."""
MARGIN = 1.5
"""By how much one event must fit a vague document better than any other."""
