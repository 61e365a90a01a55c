"""Wholes beside their parts: what is said of eighteen "of the 21 sailors" is not said of the 21."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reconcile.extract.counts.antecedents import Counted, Place
from reconcile.extract.counts.happened import FOLLOWING
from reconcile.extract.counts.predicates import Predicate
from reconcile.extract.counts.quantities import Mention
from reconcile.extract.words.phrases import AUXILIARIES, DETERMINERS
from reconcile.extract.words.tokens import Token
from reconcile.extract.words.wordforms import passive


def is_whole(place: Place) -> bool:
    """Whether it is the 21 of "eighteen of the 21 sailors": what is said is said of the eighteen."""
    if not place.number:
        return False
    before, mention = place.found[place.number - 1], place.mention
    between = [w.low for w in place.sentence.words[before.last : mention.first]]
    if before.sentence == mention.sentence and half_of(before, between):
        return True
    return (
        before.sentence == mention.sentence
        and between[:1] in (["of"], ["out"])
        and len(between) < 4
        and set(between) <= DETERMINERS | {"of", "out", "some", "about"}
    )


def half_of(share: Mention, between: Sequence[str]) -> bool:
    """ "Half the 30 miners", "half its 200 staff": a share without "of"."""
    owned = len(between) == 1 and between[0] in DETERMINERS
    return owned and share.found.value.words.lower().endswith("half")


def of_whole(words: Sequence[Token], end: int, stops: Sequence[int]) -> Predicate | None:
    """What is said of the whole itself: "three of the 30 hostages freed on Friday were children"."""
    limit = min([*stops, len(words)])
    if (
        end >= limit
        or not passive(words[end])
        or not any(w.low in AUXILIARIES for w in words[end + 1 : end + FOLLOWING])
    ):
        return None
    return Predicate((words[end].low,), end, end + 1)


def of_share_before(place: Place, told: Mapping[int, Counted]) -> str | None:
    """ "infected one in 30 residents, or 2,100 people": what the share says that the count repeats."""
    before, words = told.get(place.number - 1), place.sentence.words
    if before is None or before.sentence != place.mention.sentence or not place.mention.first:
        return None
    share = place.found[place.number - 1].found.value.unit == "percent"
    return before.attribute if share and words[place.mention.first - 1].low == "or" else None
