"""Block keys: what may be looked at together, told from one claim and its document alone."""

from __future__ import annotations

from resolve_cases import article, between, claim, quoted, resolved

from reconcile.model import Document
from reconcile.resolve import block_keys

TEXT = (
    "VELLIN - A cable car came down near Vellin on Saturday and killed nine skiers, the rescue service in Vellin "
    "said. The Orvo Mountain Railway runs the line."
)
REPORT = article("lift", TEXT, title="Cable car crash near Vellin", outlet="Karsk Post", published="2031-03-02")


def names(document: Document, **scope: str) -> set[str]:
    """The names among the keys of a claim in a document, without their time."""
    keys = block_keys(claim("9", document=document.id, **scope), document)
    return {key.split(":")[1] for key in keys if key.startswith(("n:", "t:"))}


def test_a_claim_is_filed_under_its_document_its_question_and_the_names_in_it() -> None:
    """A place that the report is about is a key; common words and the outlet are not."""
    keys = block_keys(claim("9", document="lift", question="The cable car"), REPORT)
    assert {"d:lift", "q:the cable car"} <= set(keys)
    assert "vellin" in names(REPORT)
    assert not {"karsk", "post", "saturday", "rescue"} & names(REPORT)


def test_the_keys_of_one_claim_never_change() -> None:
    """The same claim and document have the same keys, sorted, whatever else there is."""
    each = claim("9", document="lift")
    assert block_keys(each, REPORT) == block_keys(each, REPORT) == tuple(sorted(block_keys(each, REPORT)))


def test_reports_of_one_fortnight_share_a_key_and_later_ones_do_not() -> None:
    """Names are filed by time, so that a town's accidents of ten years do not all hang together."""
    near = article("next", TEXT, published="2031-03-15")
    far = article("year", TEXT, published="2032-03-02")
    mine, theirs, later = (
        {key for key in block_keys(claim("9", document=each.id), each) if key.startswith("n:")}
        for each in (REPORT, near, far)
    )
    assert mine & theirs
    assert not mine & later


def test_a_name_that_stands_in_very_many_reports_is_a_key_only_with_another() -> None:
    """ "London" alone ties nothing together; with a second such name it does."""
    text = "The minister said in London on Monday that talks in London with the Taliban would go on."
    found = names(article("talks", text, title="Talks in London"))
    assert "london" not in found
    assert "london+taliban" in found


def test_a_claim_without_a_text_is_filed_under_its_own_place_and_event() -> None:
    """What the user typed in is found by the place and the event that the user gave."""
    assert "vellin" in names(Document(id="typed", published="2031-03-02"), place="Vellin")


def test_claims_that_share_no_key_are_never_compared() -> None:
    """Two reports without a name in common stand in no relation, though their words are alike."""
    one = article("one", "Nine people were killed in Orvo, police said.", title="Orvo", published="2031-03-02")
    other = article("other", "Twelve people were killed in Karsk, police said.", title="Karsk", published="2031-03-02")
    left = quoted(one, "Nine people were killed", "9", "police", counted="people")
    right = quoted(other, "Twelve people were killed", "12", "police", counted="people")
    assert between(resolved([left, right], [one, other]), left, right) == "nothing"


def test_texts_of_any_size_and_odd_characters_are_taken() -> None:
    """Megabytes, empty texts and strange characters neither fail nor take long."""
    for text in ("", "\x00\ufeff", "A" * 3_000_000, "Vellin " * 400_000, "“" * 100_000, "٣ قتلى في فيلين"):
        document = article("odd", text)
        each = quoted(document, text[:5] or "x", "9", "police")
        assert len(resolved([each], [document])) == 1
