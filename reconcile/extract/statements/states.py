"""What a thing or a process is said to be: talks paused or resumed, brakes failed or in order, water toxic or safe.

A closed table of states of which sources say one thing and its opposite. A row names the state, the words that
say so and the words that deny it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.extract.statements.statement import Statement
from reconcile.extract.words.text import Sentence

STEMS = (
    *("talks", "negotiations", "ceasefire", "cease-fire", "truce", "toxic", "poison", "harmful", "harmless", "drink"),
    *("failed", "broke down", "working order", "working properly", "overloaded", "out of date", "out-of-date"),
    *(
        "left open",
        "unlocked",
        "unsecured",
        "ajar",
        "forced",
        "sawn ",
        "broken open",
        "prised open",
        "locked",
        "bolted",
    ),
    *(
        "gas ",
        "live ",
        "rubber bullets",
        "warning",
        "use-by",
        "sell-by",
        "expired",
        "contaminated",
        "malfunction",
        "broken down",
    ),
)
"""Pieces of words without one of which a sentence tells of no such state."""

_PART = (
    r"(?:brak(?:es?|ing)(?: (?:system|circuit)s?)?|engines?|steering|pumps?|valves?|generators?"
    r"|(?:fire |smoke )?alarms?|sprinklers?|signals?|air[- ]condition(?:er|ing)|sirens?|radios?|lifts?|hydrants?"
    r"|cameras?|backup power|tyres?|tires?|turbines?|rudders?|barriers?|doors?|locks?|sensors?|warning systems?"
    r"|beams?|girders?|bolts?|drains?|equipment|machinery)"
)
_THING = (
    r"(?:water|food|milk|air|smoke|gas|mud|waste|material|sludge|dust|foam|river|spill|fumes|liquid|substance|fish)"
)
_ENTRY = (
    r"(?:doors?|windows?|skylights?|gates?|hatch|hatches|(?:fire |emergency )?exits?|safe|vault|frame|fence|valves?)"
)
_HAD_BEEN = r"(?:had been|was|were)"
_BE = r"(?:is|are|was|were|has been|have been|had been|be|being|remains?|remained)"
_TALKS = r"(?P<thing>(?:peace |pay |trade |coalition |cease-?fire )?(?:talks|negotiations)|cease-?fire|truce)"

_GAS = r"(?:tear |nerve |poison |pepper )?gas"
_ROUNDS = r"(?:live (?:rounds?|ammunition|bullets)|rubber bullets)"
_WAS_PUT = r"(?:had been|has been|have been|was|were)"


@dataclass(frozen=True, slots=True)
class _Row:
    """A state: its name, what it is about, the words that assert it and those that deny it."""

    name: str
    about: str
    asserts: re.Pattern[str]
    denies: re.Pattern[str]


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})(?!\w)", re.IGNORECASE)


_ROWS = (
    _Row(
        "{thing} failed",
        "part",
        _pattern(
            rf"(?P<thing>{_PART}) (?:(?:had|have|has) )?(?:failed|broken down|broke down|malfunctioned|given way)"
            rf"|(?P<thing2>{_PART}) (?:was|were) (?:faulty|defective|out of order)"
        ),
        _pattern(
            rf"(?P<thing>{_PART}) (?:(?:had|have|has) (?:never|not)|did not|never) (?:failed|fail"
            r"|broken down|malfunctioned)"
            rf"|(?P<thing2>{_PART}) (?:(?:was|were|had been|to be) )?(?:in (?:full |good |perfect )?working order"
            rf"|working (?:properly|normally|correctly)|not faulty)"
        ),
    ),
    _Row(
        "toxic",
        "hazard",
        _pattern(
            rf"{_THING}(?: \w+)? {_BE} (?:highly |very |still )?(?:toxic|poison(?:ous)?|harmful"
            r"|contaminated|poisoned|unsafe)"
        ),
        _pattern(
            rf"{_THING}(?: \w+)? {_BE} (?:not|neither|no longer) (?:\w+ )?(?:toxic|poison(?:ous)?|harmful"
            rf"|contaminated|unsafe)|{_THING}(?: \w+)? {_BE} (?:\w+ )?(?:harmless|safe to \w+|non-toxic|drinkable)"
        ),
    ),
    _Row(
        "gas used",
        "whether gas was used",
        _pattern(rf"{_GAS} {_WAS_PUT} (?:used|fired)|(?:had|have|has) used (?:tear |nerve |poison )?gas"),
        _pattern(
            rf"no {_GAS} {_WAS_PUT} (?:used|fired)|{_GAS} (?:{_BE} )?(?:not|never) (?:been )?(?:used|fired)"
            r"|(?:did not|never) (?:use|used|fire|fired) (?:any )?(?:tear |nerve |poison )?gas"
        ),
    ),
    _Row(
        "live rounds used",
        "whether live rounds were used",
        _pattern(rf"{_ROUNDS} {_WAS_PUT} (?:used|fired)|(?:used|fired) live (?:rounds|ammunition|bullets)"),
        _pattern(
            rf"no {_ROUNDS} {_WAS_PUT} (?:used|fired)|{_ROUNDS} (?:{_BE} )?(?:not|never) (?:been )?(?:used|fired)"
            r"|(?:did not|never) (?:use|used|fire|fired) (?:any )?live (?:rounds|ammunition|bullets)"
        ),
    ),
    _Row(
        "warning given",
        "whether a warning was given",
        _pattern(rf"warnings? {_WAS_PUT} (?:given|issued)|(?:gave|had given|issued) (?:a|several|repeated) warnings?"),
        _pattern(rf"no warnings? {_WAS_PUT} (?:given|issued)|(?:gave|given|issued|received|had) no warning"),
    ),
    _Row(
        "overloaded",
        "load",
        _pattern(rf"{_BE} (?:badly |heavily |dangerously )?(?:overloaded|overcrowded|over capacity)"),
        _pattern(rf"{_BE} (?:not|never) (?:\w+ )?(?:overloaded|overcrowded|over capacity)"),
    ),
    _Row(
        "left open",
        "entry",
        _pattern(
            rf"{_ENTRY} (?:had been|was|were|has been|have been) (?:left )?(?:wide )?(?:open|unlocked|unsecured|ajar)"
        ),
        _pattern(
            rf"{_ENTRY} {_HAD_BEEN} (?:forced(?: open)?|sawn (?:through|open)|broken open|prised open|smashed)"
            rf"|(?:fire|emergency) exits? {_HAD_BEEN} (?:locked|bolted|blocked|chained)"
            rf"|no {_ENTRY}(?: or \w+)? {_HAD_BEEN} (?:left )?(?:open|unlocked)"
        ),
    ),
    _Row(
        "out of date",
        "shelf life",
        _pattern(
            rf"{_BE} (?:\w+ ){{0,3}}(?:out of date|past its (?:use-by|sell-by|best-before|expiry) date)"
            rf"|out-of-date \w+ (?:was|were) \w+|(?:had|has|have) expired"
        ),
        _pattern(rf"{_BE} (?:not|never) (?:out of date|past its (?:use-by|sell-by|best-before|expiry) date)"),
    ),
)
_HAS = r"(?:(?:have|has|had) )?"
_TOLD = r"(?:announced|ordered|declared|confirmed) (?:an|a|the)"
_OF_TALKS = rf"(?:in|to|of) (?:the |all )?{_TALKS}"
_PROCESS = tuple(
    (name, _pattern(words))
    for name, words in (
        ("resumed", rf"{_TALKS} {_HAS}(?:resumed|restarted)"),
        ("paused", rf"{_TALKS} (?:{_BE} )?(?:paused|suspended|halted|on hold)"),
        ("ended", rf"{_TALKS} {_HAS}(?:{_BE} )?(?:collapsed|broken (?:down|off)|broke down|called off|cancelled|over)"),
        ("holding", rf"{_TALKS} (?:{_BE} holding|held|holds)"),
        ("paused", rf"{_TOLD} (?:pause|halt|break|suspension) {_OF_TALKS}"),
        ("resumed", rf"{_TOLD} (?:resumption|restart) {_OF_TALKS}"),
        ("ended", rf"{_TOLD} end {_OF_TALKS}"),
    )
)
_UNREAL = re.compile(
    r"\b(?:if|unless|whether|could|would|should|will|may|might|before|after|until|when|once|to be|any)\b[^,;]{0,60}\Z",
    re.IGNORECASE,
)
_NOT_HELD = re.compile(
    r"\b(?:no (?:evidence|sign|indication|proof|suggestion) (?:that|of))\b[^,;]{0,40}\Z", re.IGNORECASE
)


def states(sentence: Sentence, source: str) -> Iterator[Statement]:
    """The states of the table that one sentence tells of."""
    text = source[sentence.start : sentence.end]
    if text.rstrip("”\"’' ").endswith("?"):
        return
    for row in _ROWS:
        yield from _of_row(row, sentence, text)
    for name, pattern in _PROCESS:
        match = pattern.search(text)
        if match is not None and not _UNREAL.search(text[: match.start()]):
            yield _statement(sentence, match, name, f"state of the {_process(match['thing'])}", False, told_by_all=True)
            return


def _of_row(row: _Row, sentence: Sentence, text: str) -> Iterator[Statement]:
    denials = list(row.denies.finditer(text))
    asserted = [
        match
        for match in row.asserts.finditer(text)
        if not any(match.start() < denial.end() and denial.start() < match.end() for denial in denials)
    ]
    for match in (*denials, *asserted):
        if not _UNREAL.search(text[: match.start()]):
            yield _told(row, sentence, match, match in denials or _NOT_HELD.search(text[: match.start()]) is not None)


def _told(row: _Row, sentence: Sentence, match: re.Match[str], negated: bool) -> Statement:
    groups = match.groupdict()
    thing = (groups.get("thing") or groups.get("thing2") or "").lower()
    name = row.name.format(thing=_singular(thing)) if thing else row.name
    about = f"whether the {_singular(thing)} failed" if thing else f"whether it was {row.name}"
    about = row.about if row.about.startswith("whether ") else about
    return _statement(sentence, match, name, about, negated)


def _singular(thing: str) -> str:
    """ "brake circuits" and "brakes" are the brakes; else the words themselves."""
    return "brakes" if thing.startswith("brak") else thing


def _process(thing: str) -> str:
    low = thing.lower().replace("cease-fire", "ceasefire")
    return "ceasefire" if low in {"truce", "ceasefire"} else "talks"


def _statement(
    sentence: Sentence, match: re.Match[str], words: str, counted: str, denied: bool, *, told_by_all: bool = False
) -> Statement:
    """`told_by_all` tells that the article's own story states it, too; else only a source's word or a denial does."""
    start, end = sentence.start + match.start(), sentence.start + match.end()
    heard_only = not (denied or told_by_all) or words == "left open"
    return Statement(sentence, start, end, end - 1, "state", words, counted, denied=denied, heard_only=heard_only)
