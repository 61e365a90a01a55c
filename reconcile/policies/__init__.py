"""Policies: what published codebooks would record of a question, each by our reading of its rule, with a trace.

Pure functions from the standing figures of a question to a figure, a range or nothing. None averages, none splits a
total over places, none gives a figure that no source gave; none decides what is true. A package can add one through
the entry point group `reconcile.policies`, each entry a `Policy`.
"""

from __future__ import annotations

from reconcile.policies.case import Case, Figure, Policy, Recorded, Standing, Step, case_of, claim_it
from reconcile.policies.codebooks import CODEBOOKS
from reconcile.policies.standards import STANDARDS

__all__ = ["POLICIES", "Case", "Figure", "Policy", "Recorded", "Standing", "Step", "case_of", "claim_it"]

POLICIES: tuple[Policy, ...] = (*CODEBOOKS, *STANDARDS)
"""The policies that come with the program, in the order in which tables show them."""
