"""A paper that corrects itself: "an earlier version said 19; the figure is 14", "we wrongly reported that"."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.extract.cue import Cue
from reconcile.extract.naming import Naming
from reconcile.extract.tokens import Token

_FORMER = frozenset("earlier previous original first initial".split())
_ISSUES = frozenset("version versions edition editions report story article caption headline post".split())
_WRONGLY = frozenset("wrongly incorrectly mistakenly erroneously inaccurately falsely".split())
_INSTEAD = frozenset("it they there he she the that this".split())
_PAST = frozenset("said stated reported wrote gave put claimed described named".split())


def own_earlier(naming: Naming) -> bool:
    """Whether a name means what the outlet itself printed before: "the first print of this report"."""
    lows = [w.low for w in naming.words if w.low not in {"a", "an", "the", "our"}]
    return lows[0] in _FORMER and any(low in _ISSUES for low in lows[1:3]) if lows else False


def corrects(words: Sequence[Token], cue: Cue) -> bool:
    """Whether what a cue of the outlet itself covers is called wrong by the same sentence."""
    if own_earlier(cue.naming):
        return True
    if cue.naming.words[0].low not in {"we", "our"} or cue.right is None or words[cue.first].low not in _PAST:
        return False
    if words[cue.first - 1].low in _WRONGLY:
        return True
    mark = next((i for i in range(cue.last, len(words) - 2) if words[i].text == ";"), None)
    return mark is not None and words[mark + 1].low in _INSTEAD
