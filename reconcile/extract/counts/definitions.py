"""By what definition a count is made: confirmed or suspected, presumed, with or without the attackers."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.extract.counts.quantities import Mention
from reconcile.extract.words.phrases import BE, DETERMINERS, closes
from reconcile.extract.words.tokens import Token

_BEFORE_NOUN = frozenset("confirmed suspected probable possible alleged verified registered documented".split())
_AS_FACT = {
    "confirmed": "confirmed",
    "verified": "confirmed",
    "documented": "confirmed",
    "suspected": "suspected",
    "probable": "suspected",
    "possible": "suspected",
    "alleged": "suspected",
    "registered": "registered",
    "presumed": "presumed",
    "feared": "presumed",
    "believed": "presumed",
    "thought": "presumed",
}
_GUESSED = frozenset("presumed feared believed thought".split())
_STATE = frozenset("dead drowned killed trapped buried missing injured infected".split())
_WITH = {
    ("including",): "including",
    ("counting",): "including",
    ("excluding",): "not counting",
    ("not", "counting"): "not counting",
    ("not", "including"): "not counting",
    ("without", "counting"): "not counting",
    ("besides",): "not counting",
    ("apart", "from"): "not counting",
    ("in", "addition", "to"): "not counting",
}
_WITH_BY_START = {
    start: [(lead, name) for lead, name in _WITH.items() if lead[0] == start] for start in {lead[0] for lead in _WITH}
}
_PERPETRATORS = frozenset(
    """
        attacker attackers gunman gunmen bomber bombers perpetrator perpetrators assailant assailants shooter shooters
        hijacker hijackers militant militants raider raiders pilot pilots driver drivers himself herself
    """.split()
)
_FAR = 8
_ASIDE = 7


def definition_of(words: Sequence[Token], mention: Mention, stop: int) -> str | None:
    """How those who are counted are defined, as far as the words beside the figure tell.

    `stop` is where the next figure that is no part of this one begins.
    """
    parts = [part for part in (_certainty(words, mention, stop), _selection(words, mention)) if part]
    return ", ".join(parts) or None


def _certainty(words: Sequence[Token], mention: Mention, stop: int) -> str | None:
    """ "eight confirmed cases", "Forty deaths have been confirmed", "Seven are presumed dead"."""
    start, end = mention.noun
    inside = next((w.low for w in words[start:end] if w.low in _BEFORE_NOUN), None)
    if inside is not None:
        return _AS_FACT[inside]
    after = max(end, mention.last)
    for here in range(after, min(stop, len(words) - 1, after + _FAR)):
        if closes(words[here]) or words[here].low in {"and", "but", "while"}:
            return None
        following = words[here + 1].low
        if words[here].low in BE and following in {"confirmed", "suspected", "presumed"}:
            return _AS_FACT[following]
        if words[here].low in _GUESSED and (following in _STATE or following == "to"):
            return _AS_FACT[words[here].low]
    return None


def _selection(words: Sequence[Token], mention: Mention) -> str | None:
    """ "including the attackers", "not counting the gunman"; never "including two gunmen", which is a part."""
    after = max(mention.noun[1], mention.last)
    for here in range(after, min(len(words) - 2, after + _FAR)):
        for lead, name in _WITH_BY_START.get(words[here].low, ()):
            if tuple(w.low for w in words[here : here + len(lead)]) != lead:
                continue
            who = [w.low for w in words[here + len(lead) : here + len(lead) + _ASIDE]]
            if who[:1] and who[0] in DETERMINERS and who[1:2] and who[1] in _PERPETRATORS:
                return f"{name} the {who[1]}"
        if words[here].text in ".;":
            return None
    return None
