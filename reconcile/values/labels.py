"""Numbers that name something and count nothing: routes, pages, models, years, and "one" as a pronoun."""

from __future__ import annotations

import re

from reconcile.values.numbers import Numeral
from reconcile.values.wordlist import words

_NUMBERED = frozenset(
    words(
        """
        no. ref ref. extension ext ext. note notes § §§ year code case version clause docket lot nr nr. number
        numbers nos nos. n° nº № section sections page pages p. pp. chapter article articles route routes
        highway interstate motorway road km flight gate gates platform room rooms ward seat row lines tram
        channel station phase part volume vol. figure fig. table act paragraph annex appendix schedule step
        stage category grade class type group zone area sector district precinct block unit building apartment
        apt suite box studio season episode round week day game match lane exit pier terminal hall court
        resolution directive regulation rule formula covid covid-19 boeing airbus iphone galaxy windows android
        ios model apollo soyuz falcon starship artemis pixel playstation xbox mark mk bill proposition prop.
        amendment size camp checkpoint runway hangar dock berth pump reactor shaft tier point fortune ftse
        nikkei big division agenda item scene planet
        train bus tram coach junction track boat ship vessel coach wagon carriage shuttle van lorry cab patrol
        ferry helicopter chopper truck tanker lifeboat tug barge pad helipad bay
        buoy stop wharf quay jetty hangar portal depot locker mile post engine ladder squad crossing pylon turbine
        """
    )
)
_LAST_WORD = re.compile(r"([\w.°º№&§’'-]+)[\s#]{1,2}\Z")
_STUCK = re.compile(r"(?:[A-Za-z_#@]|[A-Za-z][-–]|\d[-–./])\Z")
_STUCK_BUT = re.compile(
    r"(?:(?:million|billion|thousand|hundred|km|kg|foot)[-–]"
    r"|(?:\b(?:mid|sub|pre|post|to|over|under|minus|plus|near|some|from|now)[-–]|[a-z][-–]to[-–]|\d[-–]in[-–]))\Z",
    re.IGNORECASE,
)


_LETTER_AFTER = re.compile(r"[A-Za-z](?![\w/])|[A-Za-z]+\d|[a-z]{2,}")
_MODEL_AFTER = re.compile(r"\s(?:Pro|Plus|Ultra|Lite|Mini|Max|Turbo)\b(?!\s[a-z]+s\b)")
"""What ends the name of a model: "the 9 Pro", "an 8 Plus"."""
_MODEL_NUMBER = re.compile(
    r"\s[A-Z][a-z]+(?<!s)(?:[,.;:!?)]|\s?\Z|\s(?:is|was|has|had|will|can|with|in|on|at|and|or|from|for|to|of|that|which|jet|plane"
    r"|sedan|car|coupe|coupé|convertible)\b)"
)
"""What goes on with the name of a model after a figure of three digits: "the 640 Corsair was"."""
_ITS_MODEL = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Nn]ew|[Ll]atest|[A-Z][a-z]+(?:[’']s)?)\s\Z")


_NAME_BEFORE = re.compile(
    r"[a-z,;:]\s(?P<name>[A-Z][\w&’'-]*[A-Za-z])\s\Z|\b[A-Z][\w&’'-]+\s(?P<second>[A-Z][\w&’'-]*)\s\Z"
)
_NAME_AFTER = re.compile(
    r"\s(?:[A-Z]|(?:in|on|at|and|or|is|has|with|for|from|to|of|by|before|after|when|which|what|that|also|citizen)\b)|[,.;:!?)’'\"]|\s?\Z"
)
_NO_NAME = re.compile(
    r"\b(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Dead|Injured|Missing|Killed|Total|Toll|Age[ds]?|US|EU"
    r"|About|With|Leaves?|Claims?|Around|Over|Some|Nearly|Almost|Kills?|Injur\w+|Wound\w+|At|Least|Than|To|By|In|Of|And|For|Hits?|Reach\w*)\s\Z"
)


_LONG_WORD = re.compile(r"(?<![\w’'-])[A-Za-z]{4,}")


_RUNNING_TEXT = re.compile(r"[\w,]\s(?:the|an?|was|were|had)\s")
"""Words that headlines leave out, or write with a capital if all others have one."""


def _in_headline(around: str) -> bool:
    """Whether every longer word has a capital, so that capitals tell nothing."""
    if _RUNNING_TEXT.search(around):
        return False
    longer = _LONG_WORD.findall(around)
    return len(longer) >= 3 and all(word[0].isupper() for word in longer)


_MODEL = re.compile(r"\b[A-Z]{2,4}\s\Z")
_INNER_CAPITAL = re.compile(r"\b[a-z]{1,5}[A-Z]{1,2}\w*\s\Z|\d\s(?:Max|Pro|Plus|Ultra|Mini)\s\Z")
"""What stands before a version ("macOS 11") or the end of a model's name ("737 Max 8")."""


def _is_name(text: str, numeral: Numeral, left: str) -> bool:
    """Whether it is like "Area 51", "the Galaxy Note 20 Ultra": a capitalised word before and nothing counted after."""
    longest = 4 if _MODEL.search(left) else 3
    if numeral.end - numeral.start > longest or not _NAME_BEFORE.search(left) or _NO_NAME.search(left):
        return bool(_INNER_CAPITAL.search(left))
    if _in_headline(text[max(0, numeral.start - 32) : numeral.end + 32]):
        return False
    if longest == 4:
        return not _COUNTED_AFTER.match(text, numeral.end)
    return bool(_NAME_AFTER.match(text, numeral.end))


def _is_model(text: str, numeral: Numeral) -> bool:
    """Whether it is like "the 640 Corsair": three digits before a name in the singular."""
    if numeral.end - numeral.start != 3 or not _MODEL_NUMBER.match(text, numeral.end):
        return False
    return bool(_ITS_MODEL.search(text[max(0, numeral.start - 16) : numeral.start]))


def is_label(text: str, numeral: Numeral, start: int, *, measured: bool = False) -> bool:
    """Whether the number names something ("Route 16", "page 14", "Flight 204", "No. 7", "A4").

    `start` is where the number or the currency before it begins; what has a unit is no mere name.
    """
    if not numeral.digits:
        return _label_in_words(text, numeral)
    if not measured and (
        _LETTER_AFTER.match(text, numeral.end)
        or _MODEL_AFTER.match(text, numeral.end)
        or _is_name(text, numeral, text[max(0, start - 24) : start])
        or _is_model(text, numeral)
    ):
        return True
    left = text[max(0, start - 16) : start]
    if start == numeral.start and _STUCK.search(left) and not _STUCK_BUT.search(left):
        return not _after_number(left)
    word = _LAST_WORD.search(left)
    return bool(word) and word is not None and _names(word[1], text, numeral)


def _after_number(left: str) -> bool:
    return bool(re.search(r"\d[-–]\Z", left))


_COUNTED_AFTER = re.compile(
    r"\s?(?:%|°|(?!(?:was|has|is|this|costs|comes|goes|runs|makes|takes|gets|says|starts|begins|ends|opens|brings|adds"
    r"|offers|wins|shows|airs|includes|features|supports|needs|became)\b)[a-z]{2,}s\b|people|per\b|km|mm|mg|tonnes?|million|billion|metres?|feet)"
)
_ALWAYS = frozenset(
    words(
        """
        fortune s&p ftse asx nasdaq stoxx nikkei cac dax iphone ipad model ref ref. extension ext ext. § §§ hotline note
        planet title platform channel no no. nr nr. number nos nos. n° nº № page pages p. pp. flight route gate highway
        covid
        """
    )
)


def _names(word: str, text: str, numeral: Numeral) -> bool:
    low = word.lower()
    if low == "no":
        return word != low
    if low not in _NUMBERED and low not in _ALWAYS and low != "top":
        return False
    if low == "top" and _EXCEEDS.search(text[max(0, numeral.start - 20) : numeral.start]):
        return False
    if low == "number" and _NUMBERING.search(text[max(0, numeral.start - 40) : numeral.start]):
        return False
    if low in _ALWAYS:
        return True
    if numeral.end - numeral.start > 6 or not (word != low or low in _LOWER or _told(text, numeral)):
        return False
    return not _COUNTED_AFTER.match(text, numeral.end) or (word != low and low in _OF_LAW)


_NUMBERING = re.compile(
    r"\b(?:to|who|that|which|they|may|could|would|will|people|women|men|children|dead|injured|wounded|missing"
    r"|[a-z]{3,}(?:ers|ors|ees|ists|ants|ians|ives|ages|ties)|deaths|victims|arrests)\s(?:now\s|already\s|currently\s)?number\s\Z"
)
"""What makes "number" a verb: "said to number 43"."""
_EXCEEDS = re.compile(
    r"\b(?:could|may|might|will|would|can|not|to|toll|count|total|number|dead|injured|wounded|missing|[a-z]{3,}s)\s"
    r"top\s[$€£¥]?\Z",
    re.IGNORECASE,
)
_LOWER = frozenset(words("km page section room ward lane top planet lap"))
_OF_LAW = frozenset(words("section title article chapter proposition resolution"))
_SERIAL = re.compile(
    r"\b(?:in|of|on|by|from|after|until|till|to|since|before|for|a|with|is|was|and)\s(?:season|episode|series|phase|category|grade|tier"
    r"|stage|round|level|type|step|version|chapter|volume|day|week)\s\Z"
)


def _told(text: str, numeral: Numeral) -> bool:
    """Whether "in season 4", "by day 12" stands there; "last season 12 died" counts."""
    return numeral.end - numeral.start < 3 and bool(_SERIAL.search(text[max(0, numeral.start - 20) : numeral.start]))


_WORD_LABELS = re.compile(
    r"\b(?:Number|Phase|Chapter|Article|Part|Section|Gate|Platform|Act|Stage|Level|Category|Group|Formula|Channel|Week"
    r"|Day|Game|Round|Big|Pier|Terminal|Unit|Block|Zone)\s\Z"
)


_NUMBER_ONE = re.compile(r"(?:\b(?:the|world|is|was|at|as|and|a|its|their|his|her|top|world’s|world's)\s)number\s\Z")
"""What stands before the figure of "the number two official"."""


_CLOSES_LABEL = re.compile(
    r"[,.;:!?)]|\s?\Z|\s(?:of\s(?:the|a|an|its|his|her|their|[A-Z]\w*)|and|was|is|will|has|in|at|on|with)\b"
)


def _label_in_words(text: str, numeral: Numeral) -> bool:
    left = text[max(0, numeral.start - 24) : numeral.start]
    if _WORD_LABELS.search(left):
        return True
    if _NUMBER_ONE.search(left) and numeral.low <= 10:
        return True
    if _SERIAL.search(left) and numeral.low <= 20 and _CLOSES_LABEL.match(text, numeral.end):
        return True  # "in season three of", "after day one,"
    if not (text[numeral.start].isupper() and _NAME_BEFORE.search(left) and not _NO_NAME.search(left)):
        return False
    return not _in_headline(text[max(0, numeral.start - 40) : numeral.end + 40])


_YEAR_FORM = re.compile(r"(?:1[5-9]|20|21)\d\d\Z")
_COUNT_HEDGES = re.compile(
    r"\b(?:more than|fewer than|less than|at least|at most|up to|about|nearly|almost|roughly|approximately|some|over"
    r"|an estimated|as many as|no fewer than|another|all|the other|additional|total of|average of|than)\s\Z",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|of|by|until|till|before|after|during|year|early|late|mid|spring|summer|autumn|winter|fall|the|his|her"
    r"|season|christmas|ending|ended|circa)[\s-]\Z",
    re.IGNORECASE,
)
_PLURAL_AFTER = re.compile(
    r"(?:(?:\s(?:and|to|or)\s|[-–])\d{4})?\s(?:[a-z-]+\s)?(?:[a-z]{3,}s|people|men|women|children|police)\b(?<!ss)"
)


def is_year(text: str, numeral: Numeral) -> bool:
    """Whether four bare digits are a year: newspapers write other thousands with a comma or count something."""
    written = text[numeral.start : numeral.end]
    if not _YEAR_FORM.match(written):
        return False
    left = text[max(0, numeral.start - 20) : numeral.start]
    if _COUNT_HEDGES.search(left) and not re.search(r"\b(?:about|over)\s\Z", left):
        return False
    if not _PLURAL_AFTER.match(text, numeral.end):
        return True
    if 1900 <= numeral.low <= 2035 and not text.startswith(" people", numeral.end):
        return True
    return bool(_YEAR_BEFORE.search(left))


_PRONOUN_BEFORE = re.compile(
    r"(?:\b(?:no|any|every|some|each|this|that|which|another|not|loved|little|big|new|old|good|right|wrong|first"
    r"|last|next|number|square|day|single|same|it|mean|\d{4})|-)[\s-]\Z",
    re.IGNORECASE,
)
_SOFT_BEFORE = re.compile(r"\b(?:is|as|be|for|than|the|like|only)\s\Z", re.IGNORECASE)
_COUNT_BEFORE = re.compile(
    r"\b(?:been|only|just|least|almost|toll\sof|(?:number|toll|figure|total|count|deaths|dead|injured)\s(?:at|of|was|is)|number|dead:|injured:|missing:)\s\Z",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"[,.;:!?)]|\s?\Z")
_ONE_AFTER = re.compile(
    r"\s(?:I|we|you|they|he|she|it|another|after\s(?:another|the\sother)|who|whom|where|that|which|can|could|would|should|must|might|may|to(?!\s(?:two|three|four|five|six|ten|\d))|in\s(?:the|a|which|order)|on\b|for|by|at|from|with|as"
    r"|if|up|thing|side|way|is|and\s(?:only|all|the)|or\sthe|-)\b|[,.;:!?)’'”\"]|\s?\Z|-",
    re.IGNORECASE,
)


_OF_SOME = re.compile(
    r"[\s-](?:in|out\sof)[\s-](?:every[\s-])?(?:two|three|four|five|six|seven|eight|nine|ten|\d)", re.IGNORECASE
)
_TOLD_THAT = re.compile(
    r"\b(?:said|says|say|told|reported|confirmed|announced|believed|feared|added|estimated|reckon\w{0,3}|showed?|found)"
    r"\b[^.;:!?]{0,48}\sthat\s\Z"
)
_FATE = re.compile(r"\s(?:had|has|have|was|were|died|survived|[a-z]+\s(?:was|were|had|has|died))\b")


def is_pronoun(text: str, numeral: Numeral) -> bool:
    """Whether "one" stands for somebody or something and counts nothing."""
    if text[numeral.start : numeral.end].lower() != "one":
        return False
    left = text[max(0, numeral.start - 12) : numeral.start]
    if _OF_SOME.match(text, numeral.end):
        return False
    if left.endswith(" that ") and _TOLD_THAT.search(text[max(0, numeral.start - 64) : numeral.start]):
        return not _FATE.match(text, numeral.end)
    if _PRONOUN_BEFORE.search(left):
        return True
    if _COUNT_BEFORE.search(left) and _CLOSING.match(text, numeral.end):
        return False
    if _SOFT_BEFORE.search(left) and not re.match(r"\s[a-z]", text[numeral.end : numeral.end + 2]):
        return True
    return bool(_ONE_AFTER.match(text, numeral.end))
