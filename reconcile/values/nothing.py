"""Words for nought: "no one", "none of", "not a single", "no injuries"."""

from __future__ import annotations

import re
from decimal import Decimal

from reconcile.model import Bound, Found, Kind, Value
from reconcile.values.wordlist import spotted, words

_VERB = (
    r"(?:was|were|is|are|has|have|had|will|would|could|died|survived|remain\w*|fell|came|got|went|left|suffered|took|fled"
    r"|appears?|appeared|needed|ha(?:s|ve|d)n[’']t)"
)
_ABSTRACT = (
    r"(?:doubt|longer|matter|idea|way|reason|comment|signs?|evidence|need|question|more|fewer|less|later|further|such|change"
    r"|choice|problems?|sense|access|good|end|secret|plans?|indications?|word|words|information|details?|intention|wonder"
    r"|mention|surprise|use|chance|time|hope|stranger|guarantees?|exception|exceptions|reports?|exact|official|means|other\sthan"
    r"|one|body|bigger|better|worse|place|thanks|news|right|explanation|link|connection|decision|response|answer|money"
    r"|room|knowledge|interest|fault|limits?|difference|power|sooner|easy|clear|proof|desire|fly|confidence|progress|trace"
    r"|doubts|ties|illusions|regrets|apologies|claims?|immediate|legal|reliable|independent|figures?|statistics|data)"
)
_CLAIMED = r"(?:wrongdoing|involvement|such|knowledge|crime|offence|offense|deal|link|agreement|pressure|mistake)\b"
_HARMS = (
    r"(?:deaths|injuries|casualties|fatalities|victims|survivors|arrests|wounded|losses|hostages|incidents|accidents|cases"
    r"|infections|damages|evacuations|detentions|clashes|attacks)"
)
_HARM = re.compile(rf"{_HARMS}\Z")
_NOTHING = re.compile(
    rf"\b(?:(?P<person>no[\s-]one|nobody)\b(?!\s(?:knows?|knew|can\ssay|is\ssure|wants?|else\sknows?|but|more|better|single|size|way|answer|cause)|[’'])"
    rf"|(?P<none>none)\b(?!\s(?:other|the\s(?:less|wiser))|theless|-)"
    rf"|(?P<single>not\s(?:(?:been\s)?a\ssingle|one|a)\b)(?=\s\w)"
    rf"|(?P<neither>neither)\b(?=\s(?:of|has|is|was|had)\b)"
    rf"|(?P<hasnt>(?:ha(?:s|ve|d)|was|were)n[’']t\s(?:been\s)?(?:a\ssingle|one))\b"
    rf"|(?P<without>without)\s(?:any\s)?(?=(?:\w+\s)?{_HARMS}\b)"
    rf"|den(?:y|ies|ied|ying)\s(?:that\s(?P<that>a\ssingle(?=\s\w)|any(?:one\b(?=\sha[ds])|body\b(?=\sha[ds])|(?=\s(?!{_CLAIMED}))))|(?P<any>any)\s(?=(?:\w+\s)?{_HARMS}\b))"
    rf"|(?P<no>(?-i:[Nn]o|NO))\s(?!{_ABSTRACT}\b)(?:(?:other|further|new|single|known|confirmed|serious|additional|other"
    rf"|more|major|civilian|fresh|foreign)\s)*(?P<noun>[A-Za-z][\w’'-]+)(?P<second>\s[a-z][\w-]+)?)",
    re.IGNORECASE,
)
_SPOTS = re.compile(r"[nhwdNHWD](?<=\b.)(?i:o[\sbnt-]|either|a(?:s|d|ve)n[’']t|asn[’']t|eren[’']t|ithout|en[yi])")
_PLURAL = re.compile(r"(?:\w{2,}[^su]s|people|men|women|children|casualties|staff|crew|\w+ies)\Z", re.IGNORECASE)
_PLURAL_TWO = re.compile(r"\s(?:\w{2,}[^su]s|people|men|women|children)\Z")
_NOT_A_COUNT = frozenset(words("is was has as does his its this yes thus less unless means always perhaps this us"))
_COUNTED_BEFORE = re.compile(
    r"\b(?:there\s(?:is|are|was|were|have\sbeen|had\sbeen|has\sbeen)|report(?:s|ed|ing)?|record(?:s|ed)?|found|with|confirmed)\s\Z",
    re.IGNORECASE,
)
_OF_AGE = re.compile(rf"\s(?:over|under|above|below|aged|older\sthan|younger\sthan)\s\d\d?\s{_VERB}\b")
"""Behind a noun: "no guide under 21 was hired"."""
_VERB_NEXT = re.compile(rf"\s{_VERB}\b")
_DID_NEXT = re.compile(r"\s(?:[a-z]{3,}ed|lost|broke|sank|ran|won|hit|paid|held|stole|shot|drew|bought|sold)\b")
"""A verb in the past behind a plural noun: "no prisoners escaped"."""


def nothings(text: str) -> list[Found]:
    """Every place where the words count nought, as far as they tell by themselves."""
    return [_found(match) for match in spotted(_SPOTS, _NOTHING, text) if _counts(text, match)]


def _counts(text: str, match: re.Match[str]) -> bool:
    if match["no"]:
        return _counts_noun(text, match)
    if match["single"]:
        return _single(text, match)
    return True


def _single(text: str, match: re.Match[str]) -> bool:
    """Whether it counts: "not a drop was spilled" counts, "not a good idea" does not."""
    words = match["single"].lower().split()
    if words[-1] == "single":
        return True
    if words[-1] == "one":
        return bool(re.match(r"\s(?:of\b|\w+\s(?:was|were|is|has|had|have)\b)", text[match.end() : match.end() + 40]))
    return match["single"][0] == "N" and bool(re.match(rf"\s\w+\s{_VERB}\b", text[match.end() : match.end() + 40]))


_IF_BEFORE = re.compile(r"\b(?:if|whether|unless|when)\s(?:there\s(?:is|are)\s)?\Z", re.IGNORECASE)
_OR_ANOTHER = re.compile(rf"\s(?:n?or)\s\w+\s{_VERB}\b")


def _counts_noun(text: str, match: re.Match[str]) -> bool:
    noun = match["noun"].lower()
    if noun in _NOT_A_COUNT or _IF_BEFORE.search(text[max(0, match.start() - 20) : match.start()]):
        return False
    if _HARM.match(noun) or (match["second"] and _HARM.match(match["second"].strip())):
        return True
    if _is_plural(noun, match["second"]) and _COUNTED_BEFORE.search(text[max(0, match.start() - 18) : match.start()]):
        return True
    if _is_plural(noun, None) and _DID_NEXT.match(text, match.end("noun")):
        return True
    if (
        _VERB_NEXT.match(text, match.end("noun"))
        or _OF_AGE.match(text, match.end("noun"))
        or _OR_ANOTHER.match(text, match.end("noun"))
    ):
        return True
    return bool(match["second"]) and bool(_VERB_NEXT.match(text, match.end("second")))


def _is_plural(noun: str, second: str | None) -> bool:
    if _PLURAL.match(noun) and not noun.endswith("ss"):
        return True
    return (
        bool(second) and second is not None and bool(_PLURAL_TWO.match(second)) and second.strip() not in _NOT_A_COUNT
    )


_GROUPS = ("person", "none", "single", "neither", "hasnt", "without", "that", "any", "no")


def _found(match: re.Match[str]) -> Found:
    group = next(name for name in _GROUPS if match[name])
    start, end = match.span(group)
    value = Value(Kind.NUMBER, Decimal(0), Decimal(0), Bound.NONE, None, match[group])
    return Found(start, end, value, start, end)
