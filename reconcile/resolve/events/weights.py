"""What each kind of evidence is worth, as constants.

Fitted by `python training/event_weights.py --gva FILE`: a logistic regression over the pairs of reports that
`pairs.likely_pairs` finds, every kind of evidence held to the sign that its name says, rounded to a hundredth. The
reports: 1,947 of 1,125 shootings in the United States (the raw texts of SemEval-2018 Task 5, published as
cltl/LongTailQATask; no text of theirs is shipped) and our own stories of every kind of event, each pair of which counts
five times. `GIVEN` is set by hand. `benchmarks/events.py` measures these constants, and points fitted without the
incidents on which they are measured.
"""

from __future__ import annotations

START = -3.21
FITTED = {
    "words alike": 4.80,
    "titles alike": 2.13,
    "telling names shared": 0.87,
    "persons shared": 0.75,
    "person with age": 1.69,
    "other persons": -1.17,
    "other ages": -1.57,
    "region shared": 0.98,
    "other region": -1.92,
    "towns shared": 0.26,
    "other town": -2.37,
    "street shared": 1.26,
    "other street": -1.68,
    "other block": -2.97,
    "other hour": -1.38,
    "same day": 1.53,
    "days apart": -0.35,
    "day of the first": 3.28,
    "month of the first": 1.68,
    "year of the first": 0.96,
    "other month": -0.28,
    "hurt shared": 0.49,
    "published the same day": 1.12,
    "published a day apart": 1.68,
    "published 2 to 4 days apart": 1.33,
    "published 15 to 45 days apart": -2.44,
    "published 46 to 200 days apart": -3.08,
    "published more than 200 days apart": -3.89,
    "looking back 15 to 45 days": -1.35,
    "looking back 46 to 200 days": -1.23,
    "looking back more than 200 days": -1.75,
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
