"""The names that NewsQuant gives to units of measurement and money."""

from __future__ import annotations

import re

from reconcile.model import Found, Kind

NAMES = {
    "percent": "percentage", "°C": "celsius", "°F": "fahrenheit", "km": "kilometre", "mm": "millimetre",
    "cm": "centimetre", "kg": "kilogram", "mg": "milligram", "ha": "hectare", "m2": "square metre",
    "km2": "square kilometre", "m3": "cubic metre", "km3": "cubic kilometre", "ml": "millilitre", "cl": "centilitre",
    "mph": "mile per hour", "km/h": "kilometre per hour", "m/s": "metre per second", "km/s": "kilometre per second",
    "tonne": "metric ton", "pound": "pound-mass", "ppm": "part per million", "ppb": "parts-per-billion",
    "revolution per minute": "revolutions per minute", "milliampere hour": "milliampere-hour",
    "ampere hour": "ampere-hour", "cm2": "square centimetre", "psi": "pound per square inch",
    "ksi": "kilopound per square inch", "mpg": "mile per gallon", "acre-foot": "acre foot",
    "beat per minute": "beats per minute",
    "USD": "dollar", "EUR": "euro", "GBP": "pound sterling", "JPY": "japanese yen", "CNY": "chinese yuan",
    "INR": "indian rupee", "MYR": "malaysian ringgit", "HKD": "hong kong dollar", "AUD": "australian dollar",
    "CAD": "canadian dollar", "NZD": "new zealand dollar", "SGD": "singapore dollar", "TWD": "new taiwan dollar",
    "ILS": "shekel", "CHF": "swiss franc", "KRW": "south korean won", "RUB": "russian ruble",
    "ZAR": "south african rand", "HRK": "croatian kuna", "SEK": "swedish krona", "NOK": "norwegian krone",
    "DKK": "danish krone", "PLN": "polish zloty", "CZK": "czech koruna", "HUF": "hungarian forint",
    "TRY": "turkish lira", "BRL": "brazilian real", "MXN": "mexican peso", "THB": "thai baht",
    "IDR": "indonesian rupiah", "PHP": "philippine peso", "VND": "vietnamese dong", "NGN": "nigerian naira",
    "GHS": "ghanaian cedi", "KES": "kenyan shilling", "UAH": "ukrainian hryvnia", "PKR": "pakistani rupee",
    "EGP": "egyptian pound", "SAR": "saudi riyal", "AED": "united arab emirates dirham", "BGN": "bulgarian lev",
    "RON": "romanian leu", "ISK": "icelandic krona", "ARS": "argentine peso", "CLP": "chilean peso",
    "COP": "colombian peso", "BDT": "bangladeshi taka", "LKR": "sri lankan rupee", "NPR": "nepalese rupee",
}  # fmt: skip
PARTS = ("cent", "decade", "basis point", "sen", "penny")
RATE = re.compile(
    r"\)?(?:\s?/\s?|\s(?:per|a|an)\s)(?P<per>barrel|day|gallon|year|month|week|share|gram|hour|litre|liter|minute|second"
    r"|century|decade|kilogram|kilo|kg|tonne|ton|ounce|pound|person|head|bushel|mmbtu|acre|square\s(?:foot|metre|meter)"
    r"|kilometre|kilometer|mile|bottle|unit|ticket|night|quarter|game|million|annum|capita|hectare|kwh|mwh|gallon)s?\b"
    r"(?!\s(?:ago|earlier|before|later|after))",
    re.IGNORECASE,
)
PER = {"mmbtu": "mega british thermal unit", "liter": "litre", "kg": "kilogram", "tonne": "metric ton",
       "kilometer": "kilometre", "square meter": "square metre", "kwh": "kilowatt hour", "mwh": "megawatt hour",
       "annum": "year"}  # fmt: skip


def rate_at(text: str, end: int) -> str | None:
    """What stands under the fraction bar right behind `end`: "week" for "per week"."""
    rate = RATE.match(text, end)
    if rate is None:
        return None
    per = rate["per"].lower()
    return PER.get(per, per)


def named(text: str, found: Found) -> str:
    """The unit of a measured quantity in the benchmark's words, with its rate ("dollar per barrel")."""
    value = found.value
    words = value.words.lower()
    unit = value.unit or ""
    if value.kind is Kind.AGE or re.search(r"[\s-]old\b", words):
        return f"{unit} of age"
    name = next((part for part in PARTS if re.search(rf"(?<!per )\b{part}s?\b", words)), NAMES.get(unit, unit))
    if unit == "barrel" and text.startswith(" of oil", found.end):
        name = "barrel of oil"
    per = rate_at(text, found.end) if value.kind in (Kind.MONEY, Kind.NUMBER, Kind.DURATION) else None
    return f"{name} per {per}" if per else name
