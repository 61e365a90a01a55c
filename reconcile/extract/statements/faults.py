"""What went wrong, told as a clause: who passed a stop signal, set the wrong route, fell asleep, which cable snapped.

Such a clause names a cause only where somebody says so, or denies it: the article's own story may tell it of any day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reconcile.extract.names.naming import subject_before
from reconcile.extract.statements.statement import Statement
from reconcile.extract.words.phrases import AUXILIARIES
from reconcile.extract.words.text import Sentence
from reconcile.extract.words.tokens import Token
from reconcile.model import Modality

_PART = (
    r"(?:cable|wire|line|rope|chain|pipe|pipeline|boiler|valve|bolt|axle|rail|weld|mast|gas main|water main|tank|hose"
    r"|bearing|beam|pillar|wheel|seal|cylinder|coupling|strut|girder|crane|tyre|tire|transformer|battery|heater|dryer|socket)s?"
)
_DEED = (
    r"(?:(?:passed|ran|run|jumped|overran|overrun|ignored|missed|(?:gone|went|driven|drove) through) "
    r"(?:(?:a|the|two|several|one) (?:red|stop|danger|warning)(?: (?:light|signal|lamp|sign)s?)?\b"
    r"|(?:a|the) signal at (?:red|danger))"
    r"|set (?:a|the) wrong (?:route|points|course|track|switch|altitude|speed|signal)"
    r"|(?:fell|fallen|was|been) asleep|(?:dozed|nodded) off|lost control"
    r"|(?:was|were|been) (?:driving|travelling|traveling|going|running|sailing) (?:far |much |well )?"
    r"(?:too fast|above the (?:speed )?limit|at excessive speed)|(?:was|been) speeding"
    r"|(?:was|were|been) (?:drunk|drinking|intoxicated|over the (?:legal |alcohol )?limit)"
    r"|(?:was|were|been) (?:on|using|looking at|texting on) (?:his|her|a|the) (?:mobile |cell )?phone"
    r"|failed to (?:brake|yield|give way|slow(?: down)?|lower|close|shut|secure|check|inspect|maintain|repair|warn)"
    r"|(?:took|taken) (?:a|the) wrong (?:turn|turning|lane|exit|road|track)"
    r"|knocked out (?:a|the|two|several) (?:\w+ )?(?:signal|transformer|pump|line|mast|generator|system)s?"
    r"|left (?:a|the|his|her) (?:stove|heater|iron|candle|gas tap|tap|valve|hob|oven|grill) "
    r"(?:on|burning|unattended|open|running)"
    r"|slept through (?:a|the)|(?:ignored|neglected|disregarded|brushed aside) "
    r"(?:the|all|our|their|repeated|several|two|three|earlier) (?:\w+ )?(?:warnings?|maintenance|inspections?|alarms?)"
    r"|(?:hit|struck) (?:a|an|the) (?:submerged |floating |hidden )?(?:rock|reef|mine|iceberg|sandbank|log)\b)"
)
_CLAUSE = re.compile(
    rf"\b(?P<aux>(?:(?:had|has|have) )?(?P<no>not |never )?)(?P<deed>{_DEED})"
    r"|\b(?:after|by) (?P<hit>(?:hitting|striking) (?:a|an) (?:submerged |floating |hidden )?"
    r"(?:rock|reef|mine|iceberg|sandbank|log)s?)\b"
    rf"|\b{_PART} (?:(?:had|has|have) )?(?P<broke>snapped|burst|ruptured|(?:come|came) down|arced|cracked|split open"
    r"|(?:come|came|worked) loose|overheated|short-circuited|blown up|blew up|leaked|broken off|broke off)\b",
    re.IGNORECASE,
)
_GERUND = (
    r"(?:having (?P<had>" + _DEED + r")|(?:passing|running|jumping|ignoring|missing) (?:a|the) (?:red|stop|danger) "
    r"(?:light|signal)s?|setting (?:a|the) wrong (?:route|points|course)|falling asleep|losing control|speeding"
    r"|drinking|being drunk|using (?:his|her|a) phone|taking (?:a|the) wrong (?:turn|turning|lane))"
)
_DENIED = re.compile(rf"\b(?P<cue>denies|denied|denying|rejects|rejected) (?P<what>{_GERUND})", re.IGNORECASE)
STEMS = (
    *("red ", "stop signal", "at danger", "wrong ", "asleep", "dozed", "nodded off", "control", "too fast"),
    *("speed", "drunk", "drinking", "intoxicated", "phone", "failed to ", "knocked out", "unattended", "slept through"),
    *(
        "warning",
        "ignored",
        "neglected",
        "struck a",
        "hit a",
        "hitting a",
        "striking a",
        "snapped",
        "burst",
        "ruptured",
        "came down",
        "come down",
    ),
    *("arced", "cracked", "loose", "overheated", "leaked", "short-circuited", "broke off", "over the ", " burning"),
)
"""Pieces of words without one of which a sentence tells of no such fault."""
_UNREAL = re.compile(
    r"\b(?:if|unless|whether|could|would|should|will|may|might|before|after|until|when|suspicion|accused|charged"
    r"|what)\b[^,;]{0,70}\Z",
    re.IGNORECASE,
)
_LAST_WORDS = re.compile(r"[^,;.:!?“”\"\n]{0,60}")


def faults(sentence: Sentence, source: str) -> Iterator[Statement]:
    """The faults that one sentence tells of as somebody's word."""
    text = source[sentence.start : sentence.end]
    if text.rstrip("”\"’' ").endswith("?"):
        return
    denied = _DENIED.search(text)
    if denied is not None:
        start, end = sentence.start + denied.start("what"), sentence.start + denied.end("what")
        speaker = _subject(sentence, sentence.start + denied.start("cue"))
        words = denied["had"] or denied["what"]
        yield _statement(sentence, (start, end), words, denied=True, speaker=speaker)
        return
    match = _CLAUSE.search(text)
    if match is None or _UNREAL.search(text[: match.start()]):
        return
    if match["hit"]:
        span = sentence.start + match.start("hit"), sentence.start + match.end("hit")
        yield _statement(sentence, span, match["hit"], denied=False, speaker=())
        return
    if match["broke"]:
        at = sentence.start + match.start("broke")
        subject: Sequence[Token] = _subject(sentence, at, pronouns=True)
        start = subject[0].start if subject else sentence.start + match.start()
    else:
        at = sentence.start + match.start("deed")
        subject = _subject(sentence, at, pronouns=True)
        if not subject:
            return
        start = subject[0].start
    end = sentence.start + match.end()
    if text[: match.end()].endswith((" the", " a")):
        end += len((_LAST_WORDS.match(text, match.end()) or [""])[0].rstrip())
    words = _bare(source[start:end], match["no"])
    yield _statement(sentence, (start, end), words, denied=bool(match["no"]), speaker=())


def _bare(words: str, no: str | None) -> str:
    said = " ".join(words.split())
    return said.replace(f" {no.strip()} ", " ", 1) if no else said


def _subject(sentence: Sentence, at: int, *, pronouns: bool = False) -> tuple[Token, ...]:
    """The subject of the verb at an offset; nothing where it is a pronoun that names nobody."""
    verb = next((index for index, word in enumerate(sentence.words) if word.start >= at), 0)
    while verb and sentence.words[verb - 1].low in AUXILIARIES:
        verb -= 1
    subject = subject_before(sentence.words, verb, 0) if verb else None
    if subject is None or (subject.naming.pronoun is not None and not pronouns):
        return ()
    if subject.naming.words[0].low in {"who", "which", "that", "nobody", "anyone", "no"}:
        return ()
    return subject.naming.words


def _statement(
    sentence: Sentence, span: tuple[int, int], words: str, *, denied: bool, speaker: tuple[Token, ...]
) -> Statement:
    return Statement(
        sentence,
        span[0],
        span[1],
        span[1] - 1,
        "cause",
        " ".join(words.split()),
        "cause",
        denied=denied,
        modality=Modality.STATED,
        actor=speaker,
        heard_only=True,
        own_stance=denied,
    )
