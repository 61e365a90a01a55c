"""What the verb, or the noun itself, says of those who are counted: the attribute that a predicate or a noun names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reconcile.extract.counts.attributes import BURNS, THINGS, WHOM, attribute_at
from reconcile.extract.counts.deeds import done_to
from reconcile.extract.counts.fates import befell
from reconcile.extract.counts.freenames import SORT_OF, other_attribute
from reconcile.extract.counts.predicates import Predicate
from reconcile.extract.words.tokens import Token
from reconcile.extract.words.wordforms import DEEDS, human, passive

FOLLOWING = 6
"""Words behind a predicate that are looked at: "spent the night in 94 shelters"."""

_TO_PEOPLE = {
    "lost": "deaths",
    "beaten": "injured",
    "pulled": "rescued",
    "lifted": "rescued",
    "hoisted": "rescued",
    "dragged": "rescued",
    "hauled": "rescued",
    "drawn": "attendance",
    "drew": "attendance",
    "attracted": "attendance",
    "suspended": "jobs",
    "dismissed": "jobs",
    "sacked": "jobs",
    "fired": "jobs",
}
"""What verbs do where their object is people: a brigade lost 43 gunners, a firm suspended two cooks."""
_FOUND = frozenset("located found recovered retrieved reached buried identified".split())
"""What is done to victims who are dead, unless they are found alive."""
_SERVED = frozenset(
    "passengers travellers travelers commuters customers users households subscribers motorists".split()
)
_TOUCHED = frozenset("affected hit disrupted stranded delayed inconvenienced".split())
"""What befalls those whom a service serves, and is no illness."""
_OF_THINGS = frozenset({"attendance", "cases", "jobs"})
"""Attributes that a noun for things can name: visits, infections, posts."""


def of_predicate(words: Sequence[Token], shown: Predicate | None, head: str | None, end: int) -> str | None:
    """The attribute of a predicate; `head` is the noun of those counted, in lower case, which ends at `end`."""
    if head in _DEAD:
        return "deaths"  # wherever they are brought
    if shown is None:
        return None
    if shown.words[0] == "on" and shown.words[-1] in _VESSELS and human(head) is not False:
        return "aboard"
    if set(_CARRIES) & set(shown.words[:1]) and shown.before and _by_people(words, shown):
        return None  # "I have carried six people down"
    special = (
        (None if shown.before or len(shown.words) > 1 else DEEDS.get(shown.words[0]))
        or done_to(words, shown, head, end)
        or _to_people(shown, head)
        or befell(shown.words, head, human(head))
        or _by_whom(words, shown, head)
        or _carried_off(words, shown, head)
    )
    if special is not None:
        return special
    if head in _SERVED and _TOUCHED & set(shown.words):
        return "affected"
    if head in {"victims", "victim"} and _FOUND & set(shown.words) and not _alive(words, shown, end):
        return "deaths"
    for index in _looked_at(words, shown, end):
        if words[index].low in BURNS and head and not human(head):
            continue
        inside = shown.start <= index < shown.stop or (words[index - 1].low == "and" and passive(words[index]))
        found = attribute_at(words, index, whole_phrase=not inside or (shown.active and not shown.before))
        if found is not None and (inside or not words[index].low.endswith("ed")):
            return found
    return _of_doers(words, shown, head)


_DEAD = frozenset("bodies corpses".split())
_VESSELS = frozenset(
    """
        bus train plane boat ferry ship coach dhow dinghy trawler tanker barge yacht aircraft flight helicopter minibus
        tram vessel raft jet airliner freighter catamaran canoe steamer launch
    """.split()
)
"""What people are on who are aboard."""


def _of_doers(words: Sequence[Token], shown: Predicate, head: str | None) -> str | None:
    """What people do rather than suffer: attack, search for others; or that rescuers look for them."""
    verb = shown.words[0] if shown.words else ""
    if human(head) is not True:
        return None
    if verb == "sought":
        near = {w.low for w in words[max(0, shown.start - _WHO) : shown.start]}
        return "missing" if near & _HELPERS else None
    if not shown.active:
        return None
    return "attackers" if verb in _ATTACKED else "personnel" if verb in _HELPED else None


_HELPERS = frozenset("rescuers divers firefighters crews teams coastguard rescue searchers helicopters".split())
_ATTACKED = frozenset("attacked stormed raided ambushed boarded hijacked besieged".split())
_HELPED = frozenset("searched combed tackled battled dug".split())


_CARRIES = ("carried",)


def _by_people(words: Sequence[Token], shown: Predicate) -> bool:
    """Whether it is people who do it, and no vessel."""
    return any(w.low in _SELVES for w in words[max(0, shown.start - _WHO) : shown.start])


_SELVES = frozenset("i we he she they porters stretcher-bearers bearers neighbours".split())
_DREW = frozenset({"drew", "drawn", "attracted"})


def _to_people(shown: Predicate, head: str | None) -> str | None:
    if len(shown.words) == 1 and shown.before and head is None and shown.words[0] in _DREW:
        return "attendance"  # "The rally drew 30,000"
    if not human(head) or len(shown.words) != 1:
        return None
    told = _TO_PEOPLE.get(shown.words[0])
    return told if shown.before or (told == "jobs" and not shown.active) else None


_WHO = 4
"""Words before a verb among which its subject is looked for."""


def _by_whom(words: Sequence[Token], shown: Predicate, head: str | None) -> str | None:
    """What the subject decides: police hold suspects, gunmen hold captives; people bury the dead, slides the living."""
    verb = shown.words[0] if shown.before and len(shown.words) == 1 else ""
    if verb not in {"held", "buried"} or not (human(head) or head is None):
        return None
    subject = [w.low for w in words[max(0, shown.start - _WHO) : shown.start]]
    if verb == "buried":
        return "deaths" if any(low in {"we", "they", "he", "she"} or human(low) for low in subject) else None
    if _POLICE.intersection(subject):
        return "arrested"
    return "hostages" if _CAPTORS.intersection(subject) else None


def _carried_off(words: Sequence[Token], shown: Predicate, head: str | None) -> str | None:
    """ "Forty girls were taken in the raid", "by gunmen": not to hospital or to safety."""
    if "held" in shown.words and not shown.before and human(head):
        after = [w.low for w in words[shown.stop : shown.stop + _WHO]]
        return "hostages" if after[:1] == ["by"] and _CAPTORS.intersection(after) else None
    if shown.words[:1] != ("taken",) or shown.before or human(head) is False or head in THINGS:
        return None
    after = [w.low for w in words[shown.stop : shown.stop + _TAKEN]]
    if {"hospital", "hospitals", "clinic", "safety", "custody", "ill", "ashore"} & set(after):
        return None
    raided = any(
        after[at] in {"in", "during"} and set(after[at + 1 : at + 4]) & _RAIDS for at in range(max(0, len(after) - 1))
    )
    by = any(low == "by" and _TAKERS & set(after[at + 1 : at + 4]) for at, low in enumerate(after))
    return "hostages" if raided or by else None


_TAKEN = 10
_RAIDS = frozenset("attack raid ambush hijacking assault kidnapping abduction storming".split())
_TAKERS = frozenset(
    "gunmen kidnappers hijackers rebels militants insurgents terrorists raiders pirates attackers bandits".split()
)
_POLICE = frozenset("police officers authorities gendarmes troops soldiers guards detectives prosecutors".split())
_CAPTORS = frozenset(
    """
        pirates clan cartel guerrillas separatists jihadists abductors gunmen kidnappers
        hijackers rebels militants insurgents terrorists robbers attackers captors gang bandits
    """.split()
)


def _alive(words: Sequence[Token], shown: Predicate, end: int) -> bool:
    return any(w.low == "alive" for w in words[shown.start : max(shown.stop, end) + 2])


def own_deed(words: Sequence[Token], shown: Predicate | None) -> str | None:
    """What befell others in words of its own outside the closed list: "and six others were shot"."""
    return other_attribute(words, shown.start, shown.stop + 1) if shown and not shown.before else None


def joined_in(words: Sequence[Token], first: int, end: int) -> bool:
    """ "38 percent had taken part, or 247": in what the counts before tell of; `end` is where the noun ends."""
    start = max(0, first - _CLAUSE) if first and words[first - 1].low == "or" else end
    return any(w.low == "part" for w in words[start : end + _CLAUSE])


_CLAUSE = 9


def did_so(words: Sequence[Token], start: int) -> bool:
    """ "About half had done so": what was told of those before; from the words behind the number."""
    after = [w.low for w in words[start : start + 4]]
    return any(pair in (("done", "so"), ("did", "so"), ("do", "so"), ("doing", "so")) for pair in pairwise(after))


def _looked_at(words: Sequence[Token], shown: Predicate, end: int) -> Iterator[int]:
    """The words of a predicate, and those that follow it or the object."""
    yield from range(shown.start, min(shown.stop, len(words)))
    start = end if shown.before else shown.stop
    for index in range(start, min(start + FOLLOWING, len(words))):
        if not words[index].word:
            return
        yield index


def of_noun(words: Sequence[Token], span: tuple[int, int] | None) -> str | None:
    """The attribute that the counted words themselves name: "two deaths", "wounded soldiers", "46 passengers"."""
    if span is None:
        return None
    head = words[span[1] - 1].low
    if span[0] > 1 and human(head) and "loss" in _lows(words, span[0] - 5, span[0] - 1):
        return "deaths" if _loss_of(words, span[0]) else None
    if head in {"life", "victim"} and _CLAIMED & {w.low for w in words[max(0, span[0] - 5) : span[0]]}:
        return "deaths"  # "claimed a third life"
    rest = range(span[0], span[1] - 1)
    whom = words[span[1] - 1].low in WHOM  # "injured spectators", "missing passengers"
    for index in (*rest, span[1] - 1) if whom else (span[1] - 1, *rest):
        found = attribute_at(words, index)
        if found is not None and (found in _OF_THINGS or human(head) or not _is_thing(head)):
            return found
    return None


def _lows(words: Sequence[Token], start: int, stop: int) -> list[str]:
    return [w.low for w in words[max(0, start) : max(0, stop)]]


def _loss_of(words: Sequence[Token], start: int) -> bool:
    """ "The loss of three gunners", "the loss of five of its men"."""
    near = _lows(words, start - 5, start)
    return near[near.index("loss") + 1 : near.index("loss") + 2] == ["of"]


_CLAIMED = frozenset("claimed claims claiming claim took taken taking takes cost".split())


def _is_thing(head: str) -> bool:
    return head in THINGS or head in SORT_OF or human(head) is False
