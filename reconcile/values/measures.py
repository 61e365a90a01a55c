"""The unit, the currency or the age that goes with a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reconcile.model import Bound, Kind
from reconcile.values import hedges
from reconcile.values.currencies import DOLLARS, MONEY_AFTER, MONEY_BEFORE, MONEY_SPELLINGS, NAMED_AFTER, currency
from reconcile.values.draft import Draft, draft_of
from reconcile.values.numbers import Numeral
from reconcile.values.spellings import AS_WRITTEN, CASED, ONLY_AFTER_DIGITS, UNIT, unit_of
from reconcile.values.units import TIME
from reconcile.values.wordlist import spotted, words

_CURRENCY_REACH = 7
_LARGE_ONLY = frozenset(words("won wons crown crowns reais franc francs peso pesos"))
_MILLIONS_AFTER = re.compile(
    r"\s(?!in\s(?:places|parts|diameter|height|length|depth|width)\b)(?:[a-z-]+\s){0,3}?(?!was|has|is|across|less|plus)"
    r"(?:[A-Za-z-]{2,}s\b|people|men|women|children|of\b)"
    r"|\s(?:fled|voted|have|had|were|are|died|lived?|need(?:ed)?|face|displaced|affected|homeless|jobless|others)\b"
    r"|\sin\s(?:need\b|[A-Z])"
)
"""What follows a glued "m" that means millions: things in the plural."""


def measure(text: str, draft: Draft) -> Draft:
    """Take in the currency before the number, or the currency or unit after it."""
    if not _money_before(text, draft) and not _money_after(text, draft):
        _unit_after(text, draft)
    _settle_suffix(text, draft)
    return draft


def _money_before(text: str, draft: Draft) -> bool:
    if not draft.numeral.digits and draft.numeral.scale == 1:
        return False
    base = max(0, draft.start - _CURRENCY_REACH)
    match = MONEY_BEFORE.search(text[base : draft.start])
    code = match and currency(match["code"] or match["symbol"] or match["spaced"] or match["sign"])
    if match and match["code"] and match["minus"] and match.group()[3:4] == match["minus"]:
        return False  # "CVE-2019" is no sum
    if not match or not code or (match["code"] in _CODE_WORDS and (draft.high or 0) < 1000):
        return False
    draft.start, draft.unit, draft.spelled = base + match.start(), code, match.group().strip()
    if match["minus"] and draft.low is not None and draft.low == draft.high:
        draft.low = draft.high = -draft.low
    _which_dollar(text, draft, draft.spelled)
    return True


def _which_dollar(text: str, draft: Draft, sign: str) -> None:
    """Take in "U.S." and "Canadian" behind a sum in dollars."""
    named = NAMED_AFTER.match(text, draft.end) if sign == "$" else None
    if named:
        draft.unit, draft.end = DOLLARS[named["name"]], named.end()


_CODE_WORDS = frozenset(words("ALL ANG BAM COP CUP DOP ERN GEL LAK MAD MOP PEN RON SOS TOP TRY"))
"""Codes that are words in a headline ("ALL 12 SAFE"): taken for money only before large sums."""


_OF = re.compile(r"\sof(?=\s)")


def _measured_from(text: str, draft: Draft) -> int:
    """Where the unit may begin: past the "of" of "hundreds of miles" and "a couple of days"."""
    vague = draft.bound is Bound.ORDER or text[draft.start : draft.end].lower().endswith("couple")
    link = _OF.match(text, draft.end) if vague else None
    return link.end() if link else draft.end


def _money_after(text: str, draft: Draft) -> bool:
    match = MONEY_AFTER.match(text, _measured_from(text, draft))
    if not match:
        return False
    code, times = _money_word(match)
    word = (match["word"] or "").lower()
    if code is None or (word in _LARGE_ONLY and (draft.high or 0) < 100):
        return False
    if word == "grand" and _NOT_MONEY.match(text, match.end()):
        return False
    _take(draft, code, times, match.end(), match.group().strip(" -"))
    return True


_NOT_MONEY = re.compile(r"\s(?!in\b|for\b|on\b|a\b|to\b|from\b|by\b|and\b|or\b|each\b|per\b|of\b|at\b|was\b|is\b)\w|-")
"""What follows "grand" where it is no thousand: "two grand pianos"."""


def _money_word(match: re.Match[str]) -> tuple[str | None, Decimal]:
    if match["pence"]:
        return "USD" if match["pence"] == "¢" else "GBP", Decimal("0.01")
    if match["word"]:
        return MONEY_SPELLINGS[re.sub(r"[\s-]+", " ", match["word"].lower())]
    if match["code"] in _CODE_WORDS:
        return None, Decimal(1)
    return currency(match["symbol"] or match["code"]), Decimal(1)


def _take(draft: Draft, unit: str, times: Decimal, end: int, spelled: str) -> None:
    draft.unit, draft.end, draft.spelled = unit, end, spelled
    if times != 1 and draft.low is not None and draft.high is not None:
        draft.low, draft.high = draft.low * times, draft.high * times


_FEET = re.compile(r"['’′](?P<inches>1[01]|\d)(?:[\"”″]|(?!\w|['’′]\w))")
_HIGH = re.compile(r"\b(?:altitude|height|depth|elevation|length|width|ceiling)\s(?:of|at)\s\Z")
_INCHES = re.compile(r"″|[\"”](?=\s[a-z])")


def _marks_after(text: str, draft: Draft) -> bool:
    """Take in feet and inches written with marks: 6'2", 12″; a quote mark that closes a quotation is none."""
    if not draft.numeral.digits or not draft.plain:
        return False
    if draft.figure <= 8 and (feet := _FEET.match(text, draft.end)):
        draft.low = draft.high = 12 * draft.figure + Decimal(feet["inches"])
        draft.unit, draft.spelled, draft.end = "inch", "'", feet.end()
        return True
    if text[draft.end : draft.end + 1] in ("'", "’", "′") and _HIGH.search(
        text[max(0, draft.start - 20) : draft.start]
    ):
        draft.unit, draft.spelled, draft.end = "foot", "'", draft.end + 1
        return True
    mark = _INCHES.match(text, draft.end)
    if not mark or (mark.group() != "″" and re.search(r"[\"“]", text[max(0, draft.start - 200) : draft.start])):
        return False
    draft.unit, draft.spelled, draft.end = "inch", mark.group(), mark.end()
    return True


def _unit_after(text: str, draft: Draft) -> None:
    if _marks_after(text, draft):
        return
    between = _MORE_TIME.match(text, draft.end)
    match = UNIT.match(text, between.end() if between else _measured_from(text, draft))
    if not match:
        return
    written = match["unit"]
    if not _unit_fits(text, draft, match, written):
        return
    name, times = unit_of(written)
    if name == "pound" and _is_sterling(text, draft, match):
        name = "GBP"
    _take(draft, name, times, match.end(), written)


_MORE_TIME = re.compile(
    r"\s(?:more|further|full|whole|straight|consecutive|extra|additional|long)(?=\s(?:minutes|hours|days|weeks|months|years)\b)",
    re.IGNORECASE,
)
""" "Food for two more days" is two days."""


def _unit_fits(text: str, draft: Draft, match: re.Match[str], written: str) -> bool:
    low = written.lower()
    if low in ("in", "s") and match["gap"]:
        return False
    if low == "s" and draft.figure % 1 == 0:
        return False  # "the 60s", but "0.4s behind"
    cased = written in CASED or AS_WRITTEN.get(low, low) == written
    if low in ONLY_AFTER_DIGITS and not (draft.numeral.digits and cased):
        return False
    if low in ("second", "stone", "foot") and match["gap"] != "-" and draft.low != 1:
        return draft.numeral.digits and (low != "second" or _is_time(text, draft))
    return not (low == "°" and text[match.end() : match.end() + 1].isdigit())


def _is_time(text: str, draft: Draft) -> bool:
    """Whether "second" is the unit ("a 9.6 second sprint", "a 40 second spot") and no ordinal."""
    return draft.figure % 1 != 0 or text[max(0, draft.start - 3) : draft.start].lower() in (" a ", " an", "an ")


_WEIGHT_BEFORE = re.compile(
    r"\b(?:weigh\w*|lost|lose|gain\w*|heavy|loses|shed|bomb|of|tow(?:s|ed|ing)?|haul\w*|lift(?:s|ed|ing)?|carr(?:y|ies|ied|ying)"
    r"|payload|thrust|harvest\w*)\s(?:\w+\s){0,2}\Z",
    re.IGNORECASE,
)
_PRICE_BEFORE = re.compile(
    r"\b(?:sold|sells?|bought|buys?|paid|pays?|costs?|fined|worth|priced?|charged?|stole|spent|spend|earn\w*|fee|reward)"
    r"(?:\s\w+){0,2}\s\Z"
)
_FORTUNE = 100_000
"""From here on pounds are money unless something weighs them ("a loan of 2 million pounds")."""
_WEIGHT_AFTER = re.compile(r"\s(?:of|heavier|lighter|per\ssquare)\b|-", re.IGNORECASE)


def _is_sterling(text: str, draft: Draft, match: re.Match[str]) -> bool:
    """Whether it is money ("20,000 pounds") and no weight ("20 pounds of rice"): small sums carry a sign in news."""
    if not match["unit"].lower().startswith("pound") or match["gap"] == "-":
        return False
    if (draft.low or 0) >= _FORTUNE and not _WEIGHT_AFTER.match(text, match.end()):
        return True
    if _WEIGHT_AFTER.match(text, match.end()) or _WEIGHT_BEFORE.search(text[max(0, draft.start - 30) : draft.start]):
        return False
    return (draft.low or 0) >= 1000 or bool(_PRICE_BEFORE.search(text[max(0, draft.start - 30) : draft.start]))


def _settle_suffix(text: str, draft: Draft) -> None:
    """A glued "m" is millions of money or people, or metres ("a 1.8m wall", "5m high")."""
    if draft.numeral.suffix == "m" and draft.unit is None and draft.low is not None and draft.high is not None:
        if text[draft.numeral.end - 1] == "M" or _MILLIONS_AFTER.match(text, draft.end):
            return
        scale = draft.numeral.scale
        draft.low, draft.high, draft.unit, draft.spelled = draft.low / scale, draft.high / scale, "metre", "m"
        draft.number_end = draft.end - 1


_OLD = re.compile(r"[\s-](?:old|olds)\b|\sof\sage\b|-young\b", re.IGNORECASE)
_AGED = re.compile(
    r"\b(?:aged?|ages|age\sof|ages\sof|aged?:|ages:|age\sis|age\swas|age\sof\sjust)\s(?:between\s|from\s|of\s|just\s|only\s|about\s"
    r"|around\s|under\s|over\s|at\sleast\s|up\sto\s|some\s|below\s|above\s)?\Z",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"(?:(?<!\w)[A-Z][\w’'-]*[a-zé]|\b(?:suspect|driver|victim|man|woman|boy|girl|mother|father|son|daughter|brother|sister"
    r"|wife|husband|pilot|officer|teacher|student|farmer|resident|survivor|gunman|attacker|passenger|cyclist|pedestrian"
    r"|worker|soldier|doctor|nurse|patient|defendant|player|owner|widow|pensioner|grandmother|grandfather|neighbour"
    r"|neighbor|fisherman|engineer|shopkeeper|lawyer|activist|journalist|singer|actor|actress|leader|captain|teenager"
    r"|lineman|miner|climber|skier|hiker|swimmer|mechanic|trader|labourer|carpenter|baker))(?P<mark>,\s|\s\()\Z"
)
_IS = re.compile(
    r"\b(?:(?:he|she|who|I|(?:youngest|oldest|eldest)(?:\s\w+)?)\s?(?:is|was|[’']s|[’']m|am|will\sbe|would\sbe)|turn(?:s|ed|ing)?)\s(?:just\s|only\s|now\s)?\Z",
    re.IGNORECASE,
)
_IS_END = re.compile(r"[,.;!?”\"’]|\s(?:when|and|at|years|now|but|this|last|next|on|in|by)\b|\s?\Z")
_ANYONE = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Mm]y)\s(?:(?:[\w-]+\s){1,3}?\Z|(?:[\w-]+\s){0,2}[a-z]+,\s\Z)"
)
_ANYONE_END = re.compile(
    r",\s(?:who|whose|was|were|is|has|had|of|from|said|a|an|and|died|told|survived|remains?|suffered|escaped|collapsed|the)\b"
)
_FAMILY = re.compile(
    r"\b(?:sons|daughters|brothers|sisters|twins|children|boys|girls|siblings|grandchildren|nephews|nieces|cousins|men"
    r"|women|suspects|victims|students|parents|pupils|teens|kids|friends|nuns|monks|guests|patients|residents|cops|hostages"
    r"|athletes|guards|members|migrants|[a-z]{2,}(?:ers|ors|ists|ians|ants|ees|men|women|mates))(?:,\s|\s\()\Z"
)
_AGES_END = re.compile(r"(?:,\s\d{1,2})*,?\sand\s\d{1,2}(?:[,.;)]|\Z)")
"""What follows the first age of several: "her sons, 12 and 9,"."""
_NOT_PERSON = re.compile(r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b")
_AGE_END = re.compile(r",|\.(?:\s|\Z)|;|\)|\sand\s[A-Z]|\s?\Z|\s\(|:")
_OLDEST = 125


def age(text: str, draft: Draft) -> None:
    """Turn the number into an age where the words say so: "20-year-old", "aged 34", "Agnes Moll, 81,"."""
    if draft.low is None or draft.high is None:
        return
    old = _OLD.match(text, draft.end) if draft.unit in TIME else None
    if old:
        draft.end = old.end()
    if draft.high > _OLDEST:
        return
    if draft.unit in TIME:
        if old or _AGED.search(text[max(0, draft.start - 24) : draft.start]):
            draft.kind = Kind.AGE
    elif draft.unit is None and (_is_aged(text, draft) or _is_predicate(text, draft) or _is_after_name(text, draft)):
        draft.kind, draft.unit = Kind.AGE, "year"


def _is_aged(text: str, draft: Draft) -> bool:
    left = text[max(0, draft.start - 24) : draft.start]
    if _SOMEONE_OF.search(left):
        return bool(_IS_END.match(text, draft.end) or _DID.match(text, draft.end))
    return bool(_AGED.search(left))


_SOMEONE_OF = re.compile(
    r"\b(?:man|woman|boy|girl|youth|lad|teenager|pensioner|widow|widower|child|infant|son|daughter)\sof\s"
    r"(?:about\s|around\s|just\s|only\s|some\s)?\Z",
    re.IGNORECASE,
)


_DID = re.compile(r"\s(?:[a-z]+ed|was|were|had|has|is|who|died|fell|told|said|found|saw|ran|drowned|went|lost|took)\b")
"""What a boy of twelve did: "A boy of 12 raised the alarm"."""


def _is_predicate(text: str, draft: Draft) -> bool:
    """Whether it is an age as in "she was 23 when it happened"."""
    if draft.low != draft.high or not _IS.search(text[max(0, draft.start - 24) : draft.start]):
        return False
    return bool(_IS_END.match(text, draft.end))


def _is_after_name(text: str, draft: Draft) -> bool:
    if not draft.numeral.digits or not 1 <= (draft.low or 0) <= _OLDEST or draft.end - draft.start > 3:
        return False
    left = text[max(0, draft.start - 24) : draft.start]
    match = _PERSON.search(left)
    if not match and _FAMILY.search(left):
        return bool(_AGES_END.match(text, draft.end))
    if not match and left.endswith(", ") and _ANYONE.search(left) and _ANYONE_END.match(text, draft.end):
        return True
    if not match or _NOT_PERSON.search(left[match.start() :]):
        return False
    closing = text[draft.end : draft.end + 1]
    return closing == ")" if "(" in match["mark"] else bool(_AGE_END.match(text, draft.end)) and closing != ")"


_PART_OF_LIFE = re.compile(
    r"\b(?P<whose>(?:in\s)?(?:his|her|their|my|our|your))\s(?:(?P<part>early|mid|late)[\s-])?(?P<decade>[’']?(?P<digits>[2-9])0s"
    r"|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b",
    re.IGNORECASE,
)
_LIFE_SPOTS = re.compile(
    r"[ihtmoyIHTMOY](?<=\b.)(?i:n\s(?:his|her|their|my|our|your)|is|er|heir|y|ur|our)\s"
    r"(?i:early|mid|late|[’'2-9]|twen|thir|fort|fift|sixt|seve|eigh|nine)"
)
_DECADES = words("twenties thirties forties fifties sixties seventies eighties nineties")


def decades(text: str) -> list[tuple[int, int, int, int]]:
    """Ages given as a decade of life ("in his 20s"): start, end, low and high."""
    out = []
    for match in spotted(_LIFE_SPOTS, _PART_OF_LIFE, text):
        low = 10 * (int(match["digits"]) if match["digits"] else 2 + _DECADES.index(match["decade"].lower()))
        out.append((match.start(), match.end(), low, low + 9))
    return out


_SINGLE = re.compile(
    r"\b(?P<number>an?)[\s](?P<unit>hour|day|week|fortnight|month|year|decade|century|minute|mile|kilometre|kilometer|metre|meter"
    r"|tonne|ton|litre|liter|acre|hectare|gallon|pound|kilo)(?P<half>\sand\sa\s(?:half|quarter))?(?P<range>\sor\s(?:two|three))?\b(?![-’'])",
    re.IGNORECASE,
)


_PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}


def singles(text: str) -> Iterator[Draft]:
    """Find "an hour and a half", and "a mile" where a hedge shows that it measures ("more than a mile")."""
    for match in _SINGLE.finditer(text):
        part = _PARTS[match["half"].split()[-1].lower()] if match["half"] else Decimal(0)
        hedged = hedges.before(text, match.start())[0] or hedges.after(text, match.end())[0]
        if not part and hedged is None and not match["range"]:
            continue
        name, times = unit_of(match["unit"])
        number = 1 + part
        draft = draft_of(Numeral(*match.span("number"), number * times, number * times, number))
        draft.unit, draft.spelled, draft.end = name, match["unit"], match.end()
        if match["range"]:
            draft.bound, draft.high = Bound.RANGE, times * (2 if match["range"].lower().endswith("two") else 3)
        yield draft


__all__ = ["age", "decades", "measure", "singles"]
