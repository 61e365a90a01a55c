"""How a figure is meant: denied, possible, unconfirmed; a level, a change, a limit or a share; a total or only new."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reconcile.extract.counts.predicates import past_aside
from reconcile.extract.counts.quantities import Mention
from reconcile.extract.counts.rises import GROWTH, RISES
from reconcile.extract.words.phrases import AUXILIARIES, NUMERALS, closes, verbal
from reconcile.extract.words.tokens import Token
from reconcile.extract.words.wordforms import EVENTS, passive
from reconcile.model import Bound, Cumulative, Kind, Measure, Modality, Stance

_POSSIBLE = frozenset(
    """
        may might could possibly perhaps maybe feared suspected potentially believed thought presumed alleged allegedly
        probably
    """.split()
)
_UNCONFIRMED = frozenset("unconfirmed unverified rumours rumors rumoured rumored".split())
_COMPARED = frozenset("lower higher greater larger smaller cheaper dearer".split())
"""Words behind a share that make it a difference: "12 percent lower"."""
_UNTRUE = re.compile(
    r"\b(?:is|are|was|were|has been|have been)\s+"
    r"(?:(?:simply|plainly|completely|entirely|totally|quite|just|wildly|grossly)\s+)?"
    r"(?:an?\s+)?(?:wrong|untrue|false|incorrect|inaccurate|mistaken|fabricated|invented|nonsense|baseless"
    r"|unfounded|groundless|without (?:any )?(?:foundation|basis|substance)"
    r"|exaggerated|inflated|fairy tale|fairytale|lie|lies|myth|fiction|error|mistake"
    r"|corrected|withdrawn|retracted|fake|rubbish"
    r"|misleading|not (?:correct|right|true|accurate))\b",
    re.IGNORECASE,
)
_WRONG_BEFORE = re.compile(
    r"\s*(?:That|This|It|The (?:figure|number|report|count))\s+(?:was|is|were)\s+(?:an?\s+)?"
    r"(?:wrong|incorrect|inaccurate|untrue|false|error|mistake|misprint|not (?:correct|right|true))\b"
    r"|\s*(?:The (?:correct|right|true|actual) (?:figure|number|total|count|toll) (?:is|was)"
    r"|It should have (?:said|read|been))\b"
)
_SORT = (
    r"(?:(?:credible|hard|firm|clear|reliable|real|solid|concrete|independent|other|such|good|convincing|direct)\s+)?"
)
_NO_EVIDENCE = re.compile(
    rf"\b(?:no|any|without|nor|(?:not|never)\s+(?:a|one)\s+(?:shred|scrap|piece|hint|trace|iota|ounce)\s+of)\s+{_SORT}"
    r"(?:(?:evidence|proof|indications?|signs?|hint|trace|suggestion)\b"
    r"(?:\s(?:whatsoever|whatever|at all|so far|yet|either))?"
    r"(?:\s(?:has|have|had)\s(?:(?:yet|so far|ever)\s)?(?:emerged|surfaced|appeared|been\s\w+)|\sexists?|\sin\s\w+)?"
    r"(?:\s(?:that|of|for)\b|\sto\s(?:suggest|show|support|indicate|prove|back)\b|\s(?:suggesting|showing|indicating)\b)"
    r"|(?:reason|grounds)\s(?:whatsoever\s)?(?:to|for)\s(?:believ|suspect|think|suppos|assum)\w*\b"
    r"|truth\s(?:whatsoever\s)?(?:in|to|behind)\b|(?:basis|foundation)\sfor\b|question\sof\b)"
    r"|\bnothing\s+(?:(?:whatsoever\s+)?to\s+(?:suggest|indicate|show)|(?:suggests|indicates|shows))\b"
    r"|\b(?:not|un|simply un|never)\s?(?:true|correct|accurate|the case)\s+that\b"
    r"|\b(?:false|incorrect|wrong|a lie)\s+that\b"
    r"|\bno\s+(?:(?:immediate|official|confirmed)\s+)?reports?\s+that\b"
    r"|\bdenied (?:that|reports|rumou?rs)\b",
    re.IGNORECASE,
)
_BLAMED = re.compile(
    r"\b(?:talk|figures?|reports?|rumou?rs?|claims?|number|toll|count|estimate|allegations?|assertions?|suggestions?|statements?|stor(?:y|ies))\b",
    re.IGNORECASE,
)


def contradicted(text: str, start: int, stop: int, following: str) -> bool:
    """Whether the words of the clause `text[start:stop]`, or the sentence behind it, call its figure untrue.

    >>> contradicted("Reports of 40 dead are untrue.", 0, 30, "")
    True
    """
    clause = text[start:stop]
    untrue = _UNTRUE.search(clause)
    if untrue and _BLAMED.search(clause, 0, untrue.start()):
        return True
    if _CORRECTION.search(text, max(0, start - _LABEL), start + _LABEL) and _WE_SAID.search(clause):
        return not _AS_WE_SAID.search(clause)
    return bool(_WRONG_BEFORE.match(following)) or bool(_GAVE.search(clause) and _RIGHT.match(following))


_GAVE = re.compile(
    r"\b(?:[Ww]e|(?:[Oo]ur|[Tt]he|[Tt]his|[Aa]n?) (?:\w+ )?(?:story|report|article|caption|headline|piece|item))\b"
    r"[^.“”]{0,80}\b(?:said|gave|stated|reported|wrote|put|described)\b"
)
_CORRECTION = re.compile(r"\bcorrections?\s*[:.–—]", re.IGNORECASE)
_WE_SAID = re.compile(r"\b[Ww]e\s+(?:\w+\s+)?(?:said|wrote|reported|stated|gave|put)\b")
_AS_WE_SAID = re.compile(r"\bnot\b[^.;]{0,40}\bas\s[Ww]e\b")
"""In "45, not 55 as we reported" the figure behind "not" alone is the wrong one."""
_LABEL = 20
"""Characters of a label before a correction."""
_RIGHT = re.compile(
    r"\s*(?:It|They|There|The (?:figure|number|toll|cost|price|sum)) "
    r"(?:is|are|was|were|will|would|has|have|had|should)\b[^.]{0,40}"
    r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty)\b)"
)
"""What a paper says behind what it gave wrongly: "It is $240."."""


def no_evidence(text: str, start: int, offset: int) -> bool:
    """Whether "no evidence that" governs the words at `offset`."""
    found = _NO_EVIDENCE.search(text, start, offset)
    return found is not None and not re.search(r'[;“”"]|:\s|\bbut\b', text[found.end() : offset])


_UNCHECKED = re.compile(
    rf"\bno\s+{_SORT}(?:(?:immediate|official|outside|separate)\s+)?(?:confirmation|corroboration|verification|word)"
    r"(?:\s(?:whatsoever|yet|so far|from\s[^,;.]{2,40}?))?\s(?:that|of|on|whether)\b",
    re.IGNORECASE,
)


def unchecked(text: str, start: int, offset: int) -> bool:
    """Whether "no confirmation that" governs the words at `offset`."""
    found = _UNCHECKED.search(text, start, offset)
    return found is not None and not re.search(r"[;“”]|\bbut\b", text[found.end() : offset])


_ASKED = re.compile(r"(?:^|,\s)asked\s+(?:\w+\s+){0,4}?(?:whether|if)\b[^,;:.?!]*$", re.IGNORECASE)
_QUESTION = 300
"""Characters before a figure in which the question that holds it begins."""


def in_question(text: str, start: int, offset: int) -> bool:
    """Whether a figure only stands in a question that was put: "Asked whether 19 had died, the minister said nine"."""
    return _ASKED.search(text[max(start, offset - _QUESTION) : offset]) is not None


def replaced(words: Sequence[Token], first: int) -> bool:
    """Whether the number at `first` is the wrong one of a correction: "three, and not four", "rather than four"."""
    before = [w.low for w in words[max(0, first - 3) : first]]
    if not before:
        return False
    if before[-1] == "not":
        return before[-2:] != ["if", "not"]
    return before[-2:] in (["rather", "than"], ["instead", "of"], ["not", "the"])


def stance_of(mention: Mention, words: Sequence[Token], denied: bool) -> Stance:
    """Asserts, unless the cue denies or the words correct it."""
    if mention.found.value.bound is Bound.NONE:
        return Stance.ASSERTS
    denied = denied and not presupposed(words, mention.first)
    return Stance.DENIES if denied or replaced(words, mention.first) else Stance.ASSERTS


def presupposed(words: Sequence[Token], first: int) -> bool:
    """Whether a figure only tells which event is meant, and so is not denied with the rest.

    "Denied that 32 soldiers died in Saturday's assault on two outposts" leaves the two outposts standing.
    """
    here = first - 1
    if here < 3 or words[here].low not in {"on", "of", "at", "against", "with"} or words[here - 1].low not in EVENTS:
        return False
    start = here - 2
    definite = words[start].low in {"the", "this", "that"} or words[start].low.endswith(("'s", "s'"))
    return definite and any(w.low in {"in", "during", "after", "since", "following"} for w in words[start - 2 : start])


def modality_of(mention: Mention, words: Sequence[Token]) -> Modality:
    """Possible or unconfirmed where a word of the same clause says so."""
    start, stop = clause(words, mention.first)
    if [w.low for w in words[max(0, mention.first - 2) : mention.first]] == ["if", "not"]:
        return Modality.POSSIBLE  # "dozens, if not hundreds"
    named = range(mention.last, mention.noun[1])  # "9 suspected cases": by what definition, not how sure
    lows = {
        words[i].low
        for i in range(start, stop)
        if i not in named
        and words[i].text != "May"
        and not _of_next(words, i, mention.first)
        and not _defined(words, i)
    }
    after = past_aside(words, max(mention.last, mention.noun[1]))
    if after is not None:  # "27 people, most of them pensioners, may have drowned"
        lows |= {words[i].low for i in range(*clause(words, after))}
    if lows & _UNCONFIRMED:
        return Modality.UNCONFIRMED
    if lows & _POSSIBLE:
        return Modality.POSSIBLE
    return Modality.STATED


def _defined(words: Sequence[Token], index: int) -> bool:
    """ "The number of suspected measles cases": by what definition they are counted, not how sure that is."""
    if words[index].low not in {"suspected", "probable", "presumed"}:
        return False
    return any(w.low in _CASES for w in words[index + 1 : index + 4])


_CASES = frozenset("case cases infection infections patients".split())
_OTHER = frozenset("possibly perhaps maybe potentially probably".split())


def _of_next(words: Sequence[Token], index: int, first: int) -> bool:
    """Whether a word hedges the number behind it and not the one before: "dozens and perhaps hundreds"."""
    return (
        words[index].low in _OTHER
        and index > first
        and index + 1 < len(words)
        and index > 0
        and words[index - 1].low in {"and", "or", ",", "(", "–", "—"}
    )


def clause(words: Sequence[Token], index: int) -> tuple[int, int]:
    """The words between the marks, contrasts and "and" clauses around `index`."""
    start, stop = index, index
    while start > 0 and not _breaks(words[start - 1]):
        start -= 1
    while stop < len(words) and not _breaks(words[stop]):
        stop += 1
    return start, stop


def _breaks(word: Token) -> bool:
    return (closes(word) and word.text not in "()’") or word.low in {"while", "but", "whereas", "although"}


def _growth_follows(after: Sequence[str]) -> bool:
    """ "A 9 percent increase", not "needed four days to raise the wreck"."""
    return bool(set(after[:2]) & GROWTH) and after[0] not in {"to", "and", "before", "after", "for", ","}


_POINTS = frozenset({"percentage point", "basis point"})


def _moved_by_points(before: Sequence[str]) -> bool:
    """Whether points of a percentage tell a change: "sank six points", not "a lead of six points"."""
    return before[-1] in RISES or before[-1] == "by" or before[-1].endswith("ed")


def _goal_follows(mention: Mention, words: Sequence[Token]) -> bool:
    """ "by 12 to 57": whatever the verb, the first is the way and the second the goal."""
    end = max(mention.last, mention.noun[1])
    if end < len(words) and words[end].text == ",":
        end += 1
    goal = words[end + 1 : end + 2]
    return bool(goal) and words[end].low == "to" and (goal[0].text[0].isdigit() or goal[0].text in "$£€¥")


def _row_start(words: Sequence[Token], first: int) -> int:
    """Where the first figure of a row with "respectively" begins: "rose 8% and 13%, respectively"."""
    if not any(w.low == "respectively" for w in words[first : first + 8]):
        return first
    here = first
    while here > 1 and words[here - 1].low in _ROW:
        here -= 1
        while here > 0 and (words[here - 1].text[0].isdigit() or words[here - 1].low in _PERCENT):
            here -= 1
    return here


_ROW = frozenset({"and", ",", "or"})
_PERCENT = frozenset({"%", "percent", "per", "cent", "percentage", "points", "point"})


def _is_step(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether it is the way and not the goal: "rose 12 to 57", "fell 18 cents to $3.20"."""
    end = max(mention.last, mention.noun[1])
    if not mention.first or words[mention.first - 1].low not in RISES or end + 1 >= len(words):
        return False
    goal = words[end + 1]
    figure = goal.text[0].isdigit() or goal.text in "$£€¥" or goal.low.split("-")[0] in _FIGURES
    return words[end].low == "to" and figure


_FIGURES = NUMERALS | {"about", "nearly", "around", "one"}


def _is_difference(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether two counts are compared: "12 fewer homes burned than in June"."""
    if mention.last >= len(words) or words[mention.last].low not in {"fewer", "more", "less"}:
        return False
    following = [w.low for w in words[mention.last + 1 : mention.last + 9]]
    return "than" in following and following[0] != "than"


def measure_of(mention: Mention, words: Sequence[Token]) -> Measure:
    """What the figure measures: a level unless the words next to it say otherwise."""
    first = _row_start(words, mention.first)
    before = [w.low for w in words[max(0, first - 5) : first]]
    after = [w.low for w in words[mention.last : mention.last + 3]]
    if before[-1:] == ["by"] and (set(before) & RISES or _goal_follows(mention, words)):
        return Measure.CHANGE
    if mention.found.value.unit in _POINTS and before[-1:] and _moved_by_points(before):
        return Measure.CHANGE
    if _is_step(mention, words) or _is_difference(mention, words):
        return Measure.CHANGE
    if after[:1] and after[0] in _COMPARED and mention.found.value.unit:
        return Measure.CHANGE
    if before[-1:] == ["of"] and set(before[-3:-1]) & GROWTH:
        return Measure.CHANGE
    if mention.head in GROWTH or (mention.found.value.unit and _growth_follows(after)):
        return Measure.CHANGE
    if mention.found.value.unit and before[-1:] and before[-1] in {"rose", "risen", "rising", "grew", "grown"}:
        return Measure.CHANGE
    if _up_or_down(words, mention.first) or after[:2] in (
        ["more", "than"],
        ["fewer", "than"],
        ["higher", "than"],
        ["less", "than"],
    ):
        return Measure.CHANGE
    if mention.found.value.kind is Kind.PERCENT and before[-1:] and before[-1] in RISES:
        return Measure.CHANGE
    if {
        "limit",
        "allows",
        "allow",
        "allowed",
        "maximum",
        "licensed",
        "capacity",
        "cap",
        "threshold",
        "permitted",
    } & set(before):
        return Measure.LIMIT
    if mention.found.value.kind is Kind.PERCENT and after[:1] == ["of"]:
        return Measure.SHARE
    return Measure.LEVEL


def _up_or_down(words: Sequence[Token], first: int) -> bool:
    """ "Up 12 from", "is down five per cent"; not "carried down 17 wounded", where the word belongs to the verb."""
    if not first or words[first - 1].low not in {"up", "down"}:
        return False
    verb = words[first - 2] if first > 1 else None
    moved = verb is not None and (verb.low in RISES or verb.low in AUXILIARIES)
    return moved or verb is None or not (verbal(verb) or passive(verb) or verb.low.endswith("ing"))


def cumulative_of(mention: Mention, words: Sequence[Token]) -> Cumulative | None:
    """A running total ("so far", "in all", "the toll"), or only what is new ("a further 12", "12 more")."""
    lows = [w.low for w in words]
    near = lows[mention.last : mention.last + 2]
    before = lows[max(0, mention.first - 3) : mention.first]
    after = lows[mention.last : mention.last + 12]
    if set(near[:1]) & _NEW or set(before) & _NEW - {"more"} or _brings(after):
        return Cumulative.NEW
    opening = lows[max(0, mention.first - 8) : mention.first]
    pairs = set(pairwise([*opening, *after]))
    if pairs & _SO_FAR or "total" in before or "altogether" in after or "toll" in [*opening, *after[:2]]:
        return Cumulative.CUMULATIVE
    return None


_NEW = frozenset("more new additional further another extra fresh".split())
_SO_FAR = frozenset(
    {
        ("so", "far"),
        ("in", "total"),
        ("in", "all"),
        ("stands", "at"),
        ("stood", "at"),
        ("to", "date"),
        ("until", "now"),
        ("up", "until"),
    }
)
_BRINGING = frozenset("bringing taking raising pushing lifting".split())


def _brings(after: Sequence[str]) -> bool:
    """ "12 died, taking the toll to 40": the twelve are new."""
    verb = next((i for i, low in enumerate(after) if low in _BRINGING), None)
    return verb is not None and bool({"toll", "total", "number", "tally", "count"} & set(after[verb : verb + 6]))
