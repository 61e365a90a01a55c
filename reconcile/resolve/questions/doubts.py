"""What makes it doubtful that two claims which were put together are about one thing.

A conflict is told only where nothing of this holds (`evidence.doubtful`).
"""

from __future__ import annotations

import re
from decimal import Decimal

from reconcile.model import RUNNING_ATTRIBUTES
from reconcile.resolve.entry import OWN_WORDS, Entry
from reconcile.resolve.questions.setting import Setting
from reconcile.resolve.words.terms import concept, concepts, kinds_of_people, plain


def carried_over(left: Entry, right: Entry) -> bool:
    """Whether one counts something of its own ("31 names"), its attribute being that of the sentences before."""
    return _carried(left) or _carried(right) or _in_no_state(left, right) or _in_no_state(right, left)


def _carried(entry: Entry) -> bool:
    """Whether the noun after a figure is neither what is counted nor a kind of people, and nothing tells the rest."""
    if entry.facet not in RUNNING_ATTRIBUTES or not entry.document.text or _tells(entry, entry.facet):
        return False
    noun = _NOUN.match(entry.sentence.partition(entry.claim.quote)[1].partition(entry.claim.value.words)[2])
    if noun is None or not entry.claim.value.words or kinds_of_people(noun["noun"]):
        return False
    return concept(plain(noun["noun"])) not in concepts(entry.claim.scope.counted) | {"people"}


_NOUN = re.compile(r"\A\s(?P<noun>[a-z]{3,}s)\b")
"""A plural right after a figure."""


def _in_no_state(bare: Entry, told: Entry) -> bool:
    """Whether a count without an attribute tells something else of people than what the other says befell them."""
    if bare.facet or told.facet not in RUNNING_ATTRIBUTES or not bare.document.text or bare.sort != "count":
        return False
    return bool(bare.words) and not bare.words & told.words and not _tells(bare, told.facet)


def _tells(entry: Entry, facet: str) -> bool:
    """Whether the sentence of a claim, up to a semicolon, has a word for an attribute."""
    part = next((each for each in re.split(r"[;:]", entry.sentence) if entry.claim.quote in each), entry.sentence)
    return bool(OWN_WORDS.get(facet, frozenset()) & concepts(part))


def picks_out(entry: Entry) -> bool:
    """Whether an age is only the limit by which some of those counted are picked out: "9 of them were under 18"."""
    value = entry.claim.value
    if entry.sort != "age" or (value.low is None) is (value.high is None):
        return False
    return _SOME.search(entry.sentence.partition(entry.claim.quote)[0]) is not None


_SOME = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|most|half|some)\s(?:of\s)?"
    r"(?:[a-z]+\s){0,6}\Z",
    re.IGNORECASE,
)
"""Some who are counted, and the words from them to the limit of age."""


def part_against_all(left: Entry, right: Entry, setting: Setting) -> bool:
    """Whether just one counts a part of what its own document counts, and nothing says that the other does, too."""
    some = setting.parts | setting.local
    if (left.id in some) is (right.id in some):
        return False
    return not (left.people & right.people or left.words & right.words)


def more_than_all(left: Entry, right: Entry) -> bool:
    """Whether one voice of a document counts more of some than another counts in all, so that both cannot hold.

    Nine workers killed are none of the seven people killed: who tells of workers disputes the count of all.
    """
    all_, some = sorted((left, right), key=lambda entry: bool(entry.people))
    if left.facet not in RUNNING_ATTRIBUTES or left.facet != right.facet or left.document.id != right.document.id:
        return False
    if all_.people or all_.words or not some.people or some.named or left.aside or right.aside:
        return False
    if not _by_two_voices(left, right) or left.display or right.display or _place_or_period(left, right):
        return False
    least, most = some.claim.value.low, all_.claim.value.high
    return isinstance(least, Decimal) and isinstance(most, Decimal) and least > most


def _by_two_voices(left: Entry, right: Entry) -> bool:
    mine, theirs = left.claim.source, right.claim.source
    return mine is not None and theirs is not None and plain(mine.name) != plain(theirs.name)


def _place_or_period(left: Entry, right: Entry) -> bool:
    """Whether two claims name places, days or periods that are not the same."""
    mine, theirs = left.claim.scope, right.claim.scope
    if (mine.window_from, mine.window_to) != (theirs.window_from, theirs.window_to) or left.period != right.period:
        return True
    apart = bool(left.days and right.days) and not left.days & right.days
    return apart or bool(mine.place and theirs.place and mine.place != theirs.place)
