"""What is typed by hand in the tests of typing: a claim on a quay, its article, who types it."""

from __future__ import annotations

from reconcile.pipeline import Editor, NewClaim

ANN = Editor("Ann Boss", "ann", "desk-1")

NOBODY = Editor()

QUAY = NewClaim(
    value="up to 18", source="dock union", question="Dockers laid off, Osk quay", outlet="Osk Weekly", said="2024-03-01"
)

ARTICLE = "The quay in Osk shuts. The union said “up to 18 dockers” must go.\nThe port spoke of eleven."
