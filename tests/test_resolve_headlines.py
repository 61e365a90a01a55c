"""Headlines speak for their own article only: against its text, never against another article."""

from __future__ import annotations

from resolve_cases import article, between, question_of, quoted, resolved

MINE = article(
    "mine",
    "Rockfall buries 40\n\nForty miners were killed in a rockfall at Karsk on Friday, the union said. Perhaps the "
    "gallery had been unsafe.",
    title="Rockfall at Karsk",
    outlet="Karsk Post",
    published="2031-05-04",
)
OTHER = article(
    "other",
    "Twelve miners were killed in a rockfall at Karsk on Friday, the owner said.",
    title="Rockfall at Karsk kills twelve",
    outlet="Orvo Herald",
    published="2031-05-04",
)
HEAD = quoted(MINE, "Rockfall buries 40", "40", section="headline", counted="miners")
UNION = quoted(MINE, "Forty miners were killed", "40", "union", counted="miners")
OWNER = quoted(OTHER, "Twelve miners were killed", "12", "owner", counted="miners")


def test_a_headline_agrees_with_the_figure_of_its_text_and_is_no_account() -> None:
    """The union's forty stands in the text, so the headline repeats it and adds nobody."""
    found = resolved([HEAD, UNION, OWNER], [MINE, OTHER])
    assert between(found, HEAD, UNION) == "agree"
    assert [account.title for account in question_of(found, UNION).accounts] == ["union", "owner"]


def test_a_headline_contradicts_no_other_article() -> None:
    """The conflict is the union's with the owner; the headline stands in none."""
    found = resolved([HEAD, UNION, OWNER], [MINE, OTHER])
    assert between(found, UNION, OWNER) == "conflict"
    assert between(found, HEAD, OWNER) == "nothing"


def test_a_headline_over_a_text_that_tells_of_the_same_thing_elsewhere_stays_silent() -> None:
    """Where the text counts other dead, its headline does not speak against the other article's toll either."""
    text = "Forty dead in Karsk\n\nThree rescuers were killed by a second rockfall at Karsk on Friday, the union said."
    document = article("second", text, title="Rockfall at Karsk", outlet="Karsk Post", published="2031-05-04")
    head = quoted(document, "Forty dead in Karsk", "40", section="headline", counted="miners")
    rescuers = quoted(document, "Three rescuers were killed", "3", "union", counted="rescuers")
    found = resolved([head, rescuers, OWNER], [document, OTHER])
    assert between(found, head, OWNER) != "conflict"
