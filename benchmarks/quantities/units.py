"""The names that NewsQuant gives to units of measurement and money: those of CQE's list of units."""

from __future__ import annotations

import re

from reconcile.model import Found, Kind
from reconcile.values.codes import NO_CURRENCY

NAMES = {
    "percent": "percentage", "°C": "celsius", "°F": "fahrenheit", "km": "kilometre", "mm": "millimetre",
    "cm": "centimetre", "kg": "kilogram", "mg": "milligram", "ha": "hectare", "m2": "square metre",
    "km2": "square kilometre", "m3": "cubic metre", "km3": "cubic kilometre", "ml": "millilitre", "cl": "centilitre",
    "mph": "mile per hour", "km/h": "kilometre per hour", "m/s": "metre per second", "km/s": "kilometre per second",
    "tonne": "metric ton", "pound": "pound-mass", "ppm": "part per million", "ppb": "parts-per-billion",
    "revolution per minute": "revolutions per minute", "milliampere hour": "milliampere-hour",
    "ampere hour": "ampere-hour", "cm2": "square centimetre", "psi": "pound per square inch",
    "ksi": "kilopound per square inch", "mpg": "mile per gallon", "acre-foot": "acre foot",
    "beat per minute": "beats per minute", "light year": "light-year", "nautical mile": "mile",
    "troy ounce": "ounce", "kilotonne": "kiloton", "megatonne": "megaton", "gigatonne": "gigaton",
    "atmosphere": "standard atmosphere", "millimetre of mercury": "millimeter of mercury",
    "m3/s": "cubic metre per second", "mg/l": "milligram per litre", "g/l": "gram per litre",
    "µg/l": "microgram per litre", "µg/m3": "microgram per cubic metre", "mg/m3": "milligram per cubic metre",
    "gram per km": "gram per kilometre",
    "USD": "dollar", "EUR": "euro", "GBP": "pound sterling", "JPY": "japanese yen", "CNY": "chinese yuan",
    "INR": "indian rupee", "MYR": "malaysian ringgit", "HKD": "hong kong dollar", "AUD": "australian dollar",
    "CAD": "canadian dollar", "NZD": "new zealand dollar", "SGD": "singapore dollar", "TWD": "new taiwan dollar",
    "ILS": "shekel", "CHF": "swiss franc", "KRW": "south korean won", "KPW": "north korean won",
    "RUB": "russian ruble", "BYN": "belarusian ruble", "ZAR": "south african rand", "HRK": "croatian kuna",
    "SEK": "swedish krone", "NOK": "norwegian krone", "DKK": "danish krone", "PLN": "polish złoty",
    "CZK": "czech koruna", "HUF": "hungarian forint", "TRY": "turkish lira", "BRL": "brazilian real",
    "MXN": "mexican peso", "THB": "thai baht", "IDR": "indonesian rupiah", "PHP": "philippine peso",
    "VND": "vietnamese dong", "NGN": "nigerian naira", "GHS": "ghanaian cedi", "KES": "kenyan shilling",
    "UAH": "ukrainian hryvnia", "PKR": "pakistani rupee", "EGP": "egyptian pound", "SAR": "saudi riyal",
    "AED": "united arab emirates dirham", "BGN": "bulgarian lev", "RON": "romanian leu", "ISK": "icelandic krona",
    "ARS": "argentine peso", "CLP": "chilean peso", "COP": "colombian peso", "CUP": "cuban peso",
    "BDT": "bangladeshi taka", "LKR": "sri lankan rupee", "NPR": "nepalese rupee", "KZT": "kazakhstani tenge",
    "GEL": "georgian lari", "AMD": "armenian dram", "AZN": "azerbaijani manat", "IRR": "iranian rial",
    "MAD": "moroccan dirham", "ETB": "ethiopian birr", "PEN": "peruvian sol", "BOB": "bolivian boliviano",
    "BWP": "botswana pula", "AFN": "afghan afghani",
}  # fmt: skip
SPELLED = (
    (re.compile(r"\dp$"), "point"),
    (re.compile(r"(?<!per )\bcents?\b|[¢\d]c$|¢"), "cent"),
    (re.compile(r"\b(?:pence|penny|pennies)\b"), "penny"),
    (re.compile(r"(?<![a-z])sen\b"), "sen"),
    (re.compile(r"\bbps\b|\bbasis points?\b"), "basis point"),
    (re.compile(r"\bdecades?\b"), "decade"),
    (re.compile(r"\b(?:century|centuries)\b"), "century"),
    (re.compile(r"\bfortnights?\b"), "fortnight"),
    (re.compile(r"bhp\b"), "brake horsepower"),
    (re.compile(r"ppm\b"), "parts-per-million"),
    (re.compile(r"\blb\.?[-\s]ft|\bfoot-pounds?\b"), "foot pound-force"),
    (re.compile(r"(?<![a-z])rs\b|(?<!indian )\brupees?\b"), "rupee"),
)
"""Units that the list names by their spelling, where ours are one ("bhp" is horsepower, pence are pounds)."""
HUNDREDTHS = frozenset({"cent", "penny", "sen", "point"})
TIMES = {"decade": 10, "century": 100, "fortnight": 2}
NAMELESS = {"peso": "mexican peso", "franc": "swiss franc"}
"""What the list takes a currency for that its words leave open."""
RATE = re.compile(
    r"\)?(?:\s?/\s?(?P<slash>[a-z]{1,9}[23]?)"
    r"|[\s-]per[\s-](?P<open>square\s(?:foot|metre|meter|mile|kilometre|kilometer)|(?!cent\b|capita\b)[a-z]{2,})"
    r"|[\s-](?:a|an)[\s-](?P<each>barrel|day|gallon|year|month|week|share|gram|hour|litre|liter|minute|second|kilogram|kilo"
    r"|tonne|ton|ounce|pound|person|head|bushel|acre|square\s(?:foot|metre|meter)|kilometre|kilometer|mile|bottle|unit"
    r"|ticket|night|quarter|game|million|piece|pop|dose|copy|seat|plate|cup|ride|trip|word|dozen|can|bag|box|pack|glass"
    r"|pint|metre|meter|foot|yard|head|household|customer|student|pupil|worker|player|device|visit|click|download"
    r"|subscriber|user|month|pair|litre|room|vote|plot|mile|tree|animal|passenger))\b(?!\s(?:ago|earlier|before|later|after|old|high|low))",
    re.IGNORECASE,
)
PER = {"mmbtu": "mega british thermal unit", "liter": "litre", "kg": "kilogram", "tonne": "metric ton",
       "kilometer": "kilometre", "square meter": "square metre", "kwh": "kilowatt hour", "mwh": "megawatt hour",
       "annum": "year", "kilo": "kilogram", "pound": "pound-mass", "meter": "metre", "cm": "centimetre",
       "km": "kilometre", "m": "metre", "m2": "square metre", "m3": "cubic metre", "h": "hour", "hr": "hour",
       "s": "second", "l": "litre", "gal": "gallon", "lb": "pound-mass", "oz": "ounce", "mm": "millimetre",
       "g": "gram", "bbl": "barrel", "day": "day", "week": "week", "month": "month", "year": "year", "w": "watt",
       "sqm": "square metre", "t": "metric ton"}  # fmt: skip
_PLAIN_SLASH = re.compile(r"(?:barrel|share|litre|gallon|tonne|ton|bushel|person|hour|minute|second|night|unit)\Z")


def rate_at(text: str, end: int) -> str | None:
    """What stands under the fraction bar right behind `end`: "week" for "per week"."""
    rate = RATE.match(text, end)
    if rate is None:
        return None
    per = (rate["slash"] or rate["open"] or rate["each"]).lower()
    if rate["slash"] and per not in PER and not _PLAIN_SLASH.match(per):
        return None
    return PER.get(per, per)


def spelled(found: Found) -> str | None:
    """The unit that the list has for this spelling alone, None where ours has one name with the list's."""
    words = found.value.words.lower()
    if found.value.unit is None:
        return None
    return next((name for pattern, name in SPELLED if pattern.search(words)), None)


def named(text: str, found: Found) -> str:
    """The unit of a measured quantity in the benchmark's words, with its rate ("dollar per barrel")."""
    value = found.value
    words = value.words.lower()
    unit = value.unit or ""
    if value.kind is Kind.AGE or re.search(r"[\s-]old\b", words):
        return f"{unit} of age"
    name = spelled(found) or NAMES.get(unit, unit)
    if unit == NO_CURRENCY:
        word = words.split()[-1].removesuffix("s")
        name = NAMELESS.get(word, word)
    if unit == "barrel" and text.startswith(" of oil", found.end):
        name = "barrel of oil"
    per = rate_at(text, found.end) if value.kind in (Kind.MONEY, Kind.NUMBER, Kind.DURATION) else None
    return f"{name} per {per}" if per else name
