"""What a sum of money is: the cost of the repairs, a ransom, damage, what was paid, offered, stolen or raised."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.extract.counts.nouns import CONTINUING, label, noun_after, noun_before, phrase, subject
from reconcile.extract.counts.quantities import Mention
from reconcile.extract.words.phrases import COMMON_VERBS, DETERMINERS
from reconcile.extract.words.tokens import Token
from reconcile.extract.words.wordforms import participle, singular

_NAMED = {
    word: name
    for name, words in {
        "cost": "cost costs bill bills expense expenses outlay",
        "damage": "damage damages loss losses",
        "value": "value worth valuation",
        "price": "price prices",
        "pay": "pay salary salaries wage wages",
        "compensation": "compensation payout payouts settlement",
        "fine": "fine fines penalty penalties",
        "payment": "payment payments instalment fee fees",
        "reward": "reward rewards bounty",
        "aid": "aid relief donation donations grant grants funding funds",
        "debt": "debt debts loan loans arrears",
        "budget": "budget budgets",
        "contract": "contract contracts deal deals",
        "revenue": "revenue revenues turnover sales income takings",
        "profit": "profit profits earnings",
        "ransom": "ransom ransoms",
        "theft": "theft thefts",
        "bail": "bail bond",
        "tax": "tax taxes levy duty",
        "investment": "investment investments",
        "jackpot": "jackpot prize",
    }.items()
    for word in words.split()
}
"""Names of sums of money by the nouns for them; nouns that mean the same share one."""

_DONE = {
    "paid": "payment",
    "offered": "offer",
    "stolen": "theft",
    "embezzled": "theft",
    "raised": "funds raised",
    "collected": "funds raised",
    "spent": "cost",
    "lost": "damage",
    "fined": "fine",
    "demanded": "demand",
    "demand": "demand",
    "demands": "demand",
    "want": "demand",
    "wants": "demand",
    "borrowed": "debt",
    "owed": "debt",
    "donated": "aid",
    "pledged": "aid",
    "awarded": "compensation",
    "invested": "investment",
    "earned": "pay",
    "received": "payment",
    "given": "payment",
    "seized": "money seized",
    "cost": "cost",
    "insured": "insurance",
    "valued": "value",
    "priced": "price",
    "sold": "price",
    "bought": "price",
}
"""Names of sums by what is done with them, as a participle."""

_BETWEEN = frozenset("of at some about up to worth valued , estimated for only nearly almost roughly another".split())
_TOLD = 5


def sum_of(words: Sequence[Token], mention: Mention) -> tuple[str, str | None]:
    """The attribute and the description of a sum of money; "money" where nothing tells what it is."""
    return _by_noun(words, mention) or _worth(words, mention) or _by_subject(words, mention) or _by_verb(words, mention)


def _by_noun(words: Sequence[Token], mention: Mention) -> tuple[str, str | None] | None:
    """ "a £3m contract", "$40m in damage", "Ransom: $2m"."""
    named = label(words, mention.first)
    own = _own(words, mention)
    if own is None and named is None and words[mention.last : mention.last + 1] and words[mention.last].low == "in":
        following = noun_after(words, mention.last + 1)
        own = phrase(words, *following) if following else None
    for thing in (named, own):
        name = _NAMED.get(thing.split(" of ")[0].split()[-1].lower()) if thing else None
        if name is not None:
            return name, thing
    return None


def _own(words: Sequence[Token], mention: Mention) -> str | None:
    """The noun behind a sum, without the verb that may follow it."""
    start, stop = mention.noun
    while stop - start > 1 and words[stop - 1].low in COMMON_VERBS:
        stop -= 1
    return phrase(words, start, stop) if stop > start else None


def _worth(words: Sequence[Token], mention: Mention) -> tuple[str, str | None] | None:
    """ "rings worth $4m", "$4m worth of rings"."""
    if words[mention.last : mention.last + 1] and words[mention.last].low == "worth":
        following = noun_after(words, mention.last + 2)
        thing = phrase(words, *following) if following else None
        return "value", f"value of the {thing}" if thing else "value"
    before = [w.low for w in words[max(0, mention.first - 4) : mention.first]]
    if "worth" not in before and "valued" not in before:
        return None
    thing = _told_of(words, mention)
    if thing is not None and _NAMED.get(thing.split()[-1].lower()) == "value":
        return "value", thing
    return "value", f"value of the {thing}" if thing else "value"


def _by_subject(words: Sequence[Token], mention: Mention) -> tuple[str, str | None] | None:
    """ "The damage was put at $40m", "a reward of $500", "the cost of the wall at $3m"."""
    thing = _told_of(words, mention)
    if thing is None:
        return None
    head = thing.split(" of ")[0].split()[-1].lower()
    name = _NAMED.get(head) or _NAMED.get(singular(head))
    return (name, thing) if name else None


def _told_of(words: Sequence[Token], mention: Mention) -> str | None:
    found = subject(words, mention.first)
    if found is None:
        here = mention.first
        while here > 0 and words[here - 1].low in _BETWEEN:
            here -= 1
        found = noun_before(words, here)
    if found is None or words[found[1] - 1].low in CONTINUING:
        return None
    return phrase(words, *found)


def _by_verb(words: Sequence[Token], mention: Mention) -> tuple[str, str | None]:
    """ "was paid $3m", "stole some $500", "The wall will cost $3m"."""
    own = _own(words, mention)
    for here in range(mention.first - 1, max(-1, mention.first - 1 - _TOLD), -1):
        if not words[here].word:
            break
        done = participle(words[here].low)
        name = _DONE.get(done or "") or _DONE.get(words[here].low)
        if name is None:
            continue
        if name == "demand" and any(w.low in _CAPTORS for w in words[max(0, here - _TOLD) : here]):
            return "ransom", "ransom"
        if name in {"cost", "insurance", "price", "value"}:
            found = noun_before(words, _verb_start(words, here))
            thing = phrase(words, *found) if found and words[found[1] - 1].low not in CONTINUING else None
            return name, f"{name} of the {thing}" if thing else name
        return name, f"{own or 'money'} {done}"
    return "money", own


_CAPTORS = frozenset(
    "kidnappers abductors hackers thieves gunmen pirates captors gang hijackers extortionists attackers rebels".split()
)
"""Those whose demand is a ransom."""


def _verb_start(words: Sequence[Token], verb: int) -> int:
    """Where the verb group begins: "will cost", "is insured for"."""
    while verb > 0 and words[verb - 1].word and words[verb - 1].low in _GROUP:
        verb -= 1
    return verb


_GROUP = (
    frozenset(
        "will would could may might can is are was were be been has have had to also now only expected likely".split()
    )
    - DETERMINERS
)
