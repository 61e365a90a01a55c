"""Events: which documents report the same event, told by names, ages, places and days, not by general likeness.

Each document is read once into a sketch; sketches that share something telling are compared term by term; the sum of
the terms joins them, best first. What decides can be shown: `why_joined` gives the terms of any two.
"""

from reconcile.resolve.events.doubtful import with_doubts
from reconcile.resolve.events.explaining import Term, why_joined
from reconcile.resolve.events.gathering import Gathered, events_in
from reconcile.resolve.events.likeness import likeness_of
from reconcile.resolve.events.sketch import Sketch, sketch_of

__all__ = [
    "Gathered",
    "Sketch",
    "Term",
    "events_in",
    "likeness_of",
    "sketch_of",
    "why_joined",
    "with_doubts",
]
