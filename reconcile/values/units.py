"""Units of measurement and of money: their names, how texts spell them, and how they convert.

Names are those of the data model: "km", "tonne", "°C", "percent", and ISO 4217 codes for money. Factors
are exact by definition (SI Brochure, 9th edition, tables 6 and 8; NIST SP 811, appendix B.8); a month is a
twelfth and a year the whole of 365.25 days.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from reconcile.errors import UsageProblem
from reconcile.model import Kind
from reconcile.values.wordlist import words

PERCENT = "percent"
POINT = "percentage point"
NO_CURRENCY = "XXX"
"""ISO 4217's code for a sum whose currency the words do not settle ("5,000 pesos")."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: `number * factor + offset` gives the number in the base unit of its dimension."""

    name: str
    base: str
    factor: Decimal
    offset: Decimal = Decimal(0)


_FACTORS: dict[str, dict[str, str]] = {
    "second": {"second": "1", "minute": "60", "hour": "3600", "day": "86400", "week": "604800",
               "month": "2629800", "year": "31557600"},
    "metre": {"nanometre": "0.000000001", "micrometre": "0.000001", "mm": "0.001", "cm": "0.01", "metre": "1",
              "km": "1000", "inch": "0.0254", "foot": "0.3048", "yard": "0.9144", "mile": "1609.344",
              "nautical mile": "1852", "fathom": "1.8288"},
    "kg": {"microgram": "0.000000001", "mg": "0.000001", "gram": "0.001", "kg": "1", "tonne": "1000",
           "pound": "0.45359237", "ounce": "0.028349523125", "stone": "6.35029318", "ton": "907.18474",
           "kilotonne": "1000000", "megatonne": "1000000000", "gigatonne": "1000000000000"},
    "m2": {"cm2": "0.0001", "m2": "1", "ha": "10000", "acre": "4046.8564224", "km2": "1000000",
           "square foot": "0.09290304", "square inch": "0.00064516", "square yard": "0.83612736",
           "square mile": "2589988.110336"},
    "litre": {"ml": "0.001", "cl": "0.01", "litre": "1", "hectolitre": "100", "m3": "1000", "km3": "1000000000000",
              "cubic foot": "28.316846592", "cubic yard": "764.554857984", "gallon": "3.785411784",
              "pint": "0.473176473", "barrel": "158.987294928", "acre-foot": "1233481.83754752"},
    "km/h": {"km/h": "1", "mph": "1.609344", "knot": "1.852", "m/s": "3.6", "km/s": "3600"},
    "mg/l": {"mg/l": "1", "g/l": "1000", "µg/l": "0.001"},
    "µg/m3": {"µg/m3": "1", "mg/m3": "1000"},
    "watt": {"watt": "1", "kilowatt": "1000", "megawatt": "1000000", "gigawatt": "1000000000",
             "terawatt": "1000000000000", "horsepower": "745.69987158227"},
    "watt hour": {"watt hour": "1", "kilowatt hour": "1000", "megawatt hour": "1000000", "gigawatt hour": "1000000000",
                  "terawatt hour": "1000000000000"},
    "byte": {"byte": "1", "kilobyte": "1000", "megabyte": "1000000", "gigabyte": "1000000000",
             "terabyte": "1000000000000"},
    "hertz": {"hertz": "1", "kilohertz": "1000", "megahertz": "1000000", "gigahertz": "1000000000"},
    "pascal": {"pascal": "1", "hectopascal": "100", "kilopascal": "1000", "megapascal": "1000000",
               "millibar": "100", "bar": "100000", "psi": "6894.757293168"},
    "percent": {"percent": "1"},
    "percentage point": {"percentage point": "1", "basis point": "0.01"},
    "ppm": {"ppm": "1", "ppb": "0.001"},
    "degree": {"degree": "1"},
    "decibel": {"decibel": "1"},
    "volt": {"volt": "1", "kilovolt": "1000"},
    "ampere hour": {"ampere hour": "1", "milliampere hour": "0.001"},
    "revolution per minute": {"revolution per minute": "1"},
    "newton metre": {"newton metre": "1", "pound-foot": "1.3558179483314004"},
    "megapixel": {"megapixel": "1"},
    "megabit per second": {"megabit per second": "1", "gigabit per second": "1000"},
    "sievert": {"sievert": "1", "millisievert": "0.001", "microsievert": "0.000001"},
}  # fmt: skip

UNITS: dict[str, Unit] = {
    name: Unit(name, base, Decimal(factor)) for base, table in _FACTORS.items() for name, factor in table.items()
}
UNITS["°C"] = Unit("°C", "°C", Decimal(1))
UNITS["°F"] = Unit("°F", "°C", Decimal(5) / Decimal(9), Decimal(-160) / Decimal(9))

TIME = frozenset(_FACTORS["second"])
"""The units of a duration, and of an age."""

_SPELLED = """
percent: %|percent|per cent|pct|pct.|pc|per-cent
percentage point: percentage point|percentage points|percent point|percent points|per cent points|pp|ppt
basis point: basis point|basis points|bps
second: second|seconds|sec|secs|sec.
minute: minute|minutes|min|mins|min.
hour: hour|hours|hr|hrs|h|hr.
day: day|days
week: week|weeks|wk|wks
month: month|months|mth|mths
year: year|years|yr|yrs
nanometre: nanometre|nanometres|nanometer|nanometers
micrometre: micrometre|micrometres|micrometer|micrometers|micron|microns|μm|µm
mm: mm|millimetre|millimetres|millimeter|millimeters
cm: cm|centimetre|centimetres|centimeter|centimeters
metre: m|metre|metres|meter|meters
km: km|kms|kilometre|kilometres|kilometer|kilometers
inch: inch|inches|in
foot: foot|feet|ft|ft.
yard: yard|yards|yd|yds
mile: mile|miles
nautical mile: nautical mile|nautical miles|nmi|nm|sea miles|sea mile
fathom: fathom|fathoms
microgram: microgram|micrograms|µg|μg|mcg
mg: mg|milligram|milligrams|milligramme|milligrammes
gram: g|gram|grams|gramme|grammes
kg: kg|kgs|kilo|kilos|kilogram|kilograms|kilogramme|kilogrammes
tonne: tonne|tonnes|metric ton|metric tons|metric tonne|metric tonnes|t
ton: ton|tons|short ton|short tons|us ton|us tons
kilotonne: kilotonne|kilotonnes|kiloton|kilotons
megatonne: megatonne|megatonnes|megaton|megatons
gigatonne: gigatonne|gigatonnes|gigaton|gigatons
pound: pound|pounds|lb|lbs|lb.|lbs.
ounce: ounce|ounces|oz|oz.
stone: stone
cm2: cm2|cm²|sq cm|square centimetre|square centimetres|square centimeters
m2: m2|m²|sq m|sqm|sq. m|square metre|square metres|square meter|square meters
ha: ha|hectare|hectares
acre: acre|acres
km2: km2|km²|sq km|sq. km|square kilometre|square kilometres|square kilometer|square kilometers
square foot: square foot|square feet|sq ft|sq. ft.|sq. ft|ft2|ft²
square inch: square inch|square inches
square yard: square yard|square yards
square mile: square mile|square miles|sq mi|sq. mi.|sq miles
ml: ml|millilitre|millilitres|milliliter|milliliters
cl: cl|centilitre|centilitres
litre: l|litre|litres|liter|liters
hectolitre: hectolitre|hectolitres
m3: m3|m³|cubic metre|cubic metres|cubic meter|cubic meters|cu m|cubic-metre|cubic-meter
km3: km3|km³|cubic kilometre|cubic kilometres|cubic kilometers
cubic foot: cubic foot|cubic feet|cu ft
cubic yard: cubic yard|cubic yards
gallon: gallon|gallons|us gallons
pint: pint|pints
barrel: barrel|barrels|bbl|barrels of oil
acre-foot: acre-foot|acre-feet|acre foot|acre feet
km/h: km/h|kph|kmh|km/hr|kmph|km per hour|km an hour
  |kilometres per hour|kilometres an hour|kilometers per hour|kilometers an hour|kilometre per hour|kilometer per hour
  |kilometre-an-hour|kilometer-an-hour|kilometre-per-hour|kilometer-per-hour
mph: mph|m.p.h.|miles per hour|miles an hour|mile per hour|mile an hour|mile-an-hour|mile-per-hour
knot: knot|knots|kt|kts
m/s: m/s|metres per second|metres a second|meters per second|meters a second
km/s: km/s|kilometres per second|kilometers per second
mg/l: mg/l|milligrams per litre|milligrams per liter
  |milligram per litre|milligram per liter|milligrams a litre|mg per litre|mg per liter
g/l: g/l|grams per litre|grams per liter
µg/l: µg/l|μg/l|ug/l|micrograms per litre|micrograms per liter|micrograms a litre
µg/m3: µg/m3|µg/m³|μg/m3|μg/m³|micrograms per cubic metre|micrograms per cubic meter
mg/m3: mg/m3|mg/m³|milligrams per cubic metre|milligrams per cubic meter
watt: w|watt|watts
kilowatt: kw|kilowatt|kilowatts
megawatt: mw|megawatt|megawatts
gigawatt: gw|gigawatt|gigawatts
terawatt: tw|terawatt|terawatts
horsepower: hp|horsepower|bhp|ps
watt hour: wh|watt hour|watt hours|watt-hours
kilowatt hour: kwh|kilowatt hour|kilowatt hours|kilowatt-hour|kilowatt-hours
megawatt hour: mwh|megawatt hour|megawatt hours|megawatt-hours
gigawatt hour: gwh|gigawatt hour|gigawatt hours|gigawatt-hours
terawatt hour: twh|terawatt hour|terawatt hours|terawatt-hours
byte: bytes
kilobyte: kb|kilobyte|kilobytes
megabyte: mb|megabyte|megabytes
gigabyte: gb|gigabyte|gigabytes
terabyte: tb|terabyte|terabytes
hertz: hz|hertz
kilohertz: khz|kilohertz
megahertz: mhz|megahertz
gigahertz: ghz|gigahertz
hectopascal: hpa|hectopascal|hectopascals
kilopascal: kpa|kilopascal|kilopascals
megapascal: mpa|megapascal|megapascals
millibar: mb.|mbar|millibar|millibars
psi: psi|pounds per square inch
ppm: ppm|parts per million
ppb: ppb|parts per billion
°C: °c|° c|℃|deg c|degrees celsius|degree celsius|degrees centigrade|celsius|degrees c|c
°F: °f|° f|℉|deg f|degrees fahrenheit|degree fahrenheit|fahrenheit|degrees f|f
degree: °|degree|degrees
decibel: db|decibel|decibels
volt: v|volt|volts
kilovolt: kv|kilovolt|kilovolts
ampere hour: ah|ampere hours|amp hours
milliampere hour: mah
revolution per minute: rpm|revolutions per minute|revolutions a minute
newton metre: nm of torque|newton metres|newton meters|newton-metres
pound-foot: lb-ft|lb ft|pound-feet|pound-foot|pound feet|foot-pounds
megapixel: mp|megapixel|megapixels
megabit per second: mbps|megabits per second
gigabit per second: gbps|gigabits per second
sievert: sievert|sieverts
millisievert: millisievert|millisieverts|msv
microsievert: microsievert|microsieverts|µsv|μsv
"""

_MULTIPLES: dict[str, tuple[str, int]] = {
    "decade": ("year", 10), "decades": ("year", 10), "century": ("year", 100), "centuries": ("year", 100),
    "fortnight": ("week", 2), "fortnights": ("week", 2),
}  # fmt: skip


def _spellings() -> dict[str, tuple[str, Decimal]]:
    table = {word: (unit, Decimal(times)) for word, (unit, times) in _MULTIPLES.items()}
    for line in _SPELLED.strip().replace("\n  |", "|").splitlines():
        name, spelled = line.split(": ", 1)
        table |= {word: (name, Decimal(1)) for word in spelled.split("|")}
    return table


SPELLINGS: dict[str, tuple[str, Decimal]] = _spellings()
"""Every spelling in lower case → the unit's name and how many of it one word means ("decade" → 10 years)."""

ONLY_AFTER_DIGITS = frozenset(words("in m g l t h c f w v ha pc pp min sec kt mb mp ps ah tb nm ms"))
"""Spellings that are letters or words of their own: taken only straight after digits ("61 m", never "six m")."""

AS_WRITTEN = {"c": "C", "f": "F", "w": "W", "v": "V", "mw": "MW", "mb": "MB", "ps": "PS", "mp": "MP", "h": "h",
              "t": "t", "g": "g", "l": "l", "m": "m", "ha": "ha", "nm": "nm", "tb": "TB"}  # fmt: skip
"""Spellings whose letter case matters: "30C" is a temperature and "30c" is not."""


def _one_of(words: list[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"[\s-]") for word in longest_first)


UNIT = re.compile(rf"(?P<gap>[\s-]?)(?P<unit>{_one_of(list(SPELLINGS))})(?![\w])(?!-(?:and|or)\b)", re.IGNORECASE)
"""A unit straight after a number."""

_SYMBOLS = {
    "US$": "USD", "$US": "USD", "A$": "AUD", "AU$": "AUD", "$A": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD",
    "HK$": "HKD", "S$": "SGD", "NT$": "TWD", "R$": "BRL", "Z$": "ZWL", "$": "USD", "£": "GBP", "€": "EUR",
    "¥": "JPY", "₹": "INR", "₨": "INR", "₩": "KRW", "₦": "NGN", "₪": "ILS", "₱": "PHP", "₴": "UAH", "₺": "TRY",
    "₽": "RUB", "₫": "VND", "฿": "THB", "₡": "CRC", "₵": "GHS", "₸": "KZT", "₾": "GEL", "zł": "PLN",
    "Rs.": "INR", "Rs": "INR", "RM": "MYR", "Rp": "IDR", "Sh": "KES", "Ksh": "KES", "KSh": "KES", "Tk": "BDT",
    "RMB": "CNY", "NIS": "ILS", "Fr.": "CHF", "kr": NO_CURRENCY,
}  # fmt: skip

CODES = frozenset(
    words("""AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF
    CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL
    HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL
    MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON
    RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH
    UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL""")
)
"""ISO 4217 currency codes in use."""

_MONEY_WORDS = {
    "dollar": "USD", "euro": "EUR", "pound sterling": "GBP", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY",
    "rupee": "INR", "indian rupee": "INR", "pakistani rupee": "PKR", "sri lankan rupee": "LKR", "nepali rupee": "NPR",
    "ruble": "RUB", "rouble": "RUB", "rand": "ZAR", "swiss franc": "CHF", "lira": "TRY", "turkish lira": "TRY",
    "shekel": "ILS", "naira": "NGN", "hryvnia": "UAH", "zloty": "PLN", "forint": "HUF", "baht": "THB",
    "ringgit": "MYR", "rupiah": "IDR", "dong": "VND", "real": "BRL", "reais": "BRL", "taka": "BDT", "cedi": "GHS",
    "birr": "ETB", "us dollar": "USD", "u.s. dollar": "USD", "american dollar": "USD", "australian dollar": "AUD",
    "canadian dollar": "CAD", "new zealand dollar": "NZD", "hong kong dollar": "HKD", "hk dollar": "HKD",
    "singapore dollar": "SGD", "taiwan dollar": "TWD", "kenyan shilling": "KES", "ugandan shilling": "UGX",
    "tanzanian shilling": "TZS", "swedish krona": "SEK", "swedish kronor": "SEK", "norwegian krone": "NOK",
    "norwegian kroner": "NOK", "danish krone": "DKK", "danish kroner": "DKK", "czech koruna": "CZK",
    "mexican peso": "MXN", "argentine peso": "ARS", "chilean peso": "CLP", "colombian peso": "COP",
    "philippine peso": "PHP", "egyptian pound": "EGP", "lebanese pound": "LBP", "syrian pound": "SYP",
    "sudanese pound": "SDG", "south korean won": "KRW", "korean won": "KRW", "chinese yuan": "CNY",
    "japanese yen": "JPY", "saudi riyal": "SAR", "qatari riyal": "QAR", "iraqi dinar": "IQD", "kuwaiti dinar": "KWD",
    "dirham": NO_CURRENCY, "riyal": NO_CURRENCY, "rial": NO_CURRENCY, "dinar": NO_CURRENCY, "peso": NO_CURRENCY,
    "franc": NO_CURRENCY, "crown": NO_CURRENCY, "kronor": NO_CURRENCY, "kroner": NO_CURRENCY, "krona": NO_CURRENCY,
    "krone": NO_CURRENCY, "shilling": NO_CURRENCY, "won": "KRW",
}  # fmt: skip
_CHANGE_WORDS = {"cent": "USD", "us cent": "USD", "euro cent": "EUR", "eurocent": "EUR", "penny": "GBP", "pence": "GBP"}


def _money_spellings() -> dict[str, tuple[str, Decimal]]:
    table: dict[str, tuple[str, Decimal]] = {"pounds sterling": ("GBP", Decimal(1)), "bucks": ("USD", Decimal(1))}
    for currencies, times in ((_MONEY_WORDS, Decimal(1)), (_CHANGE_WORDS, Decimal("0.01"))):
        for word, code in currencies.items():
            table |= {word: (code, times), word + "s": (code, times)}
    return table


MONEY_SPELLINGS: dict[str, tuple[str, Decimal]] = _money_spellings()
"""Every word for a currency in lower case → ISO 4217 code and factor (a cent is a hundredth)."""

MONEY_AFTER = re.compile(
    rf"[\s-]?(?:(?P<word>{_one_of(list(MONEY_SPELLINGS))})(?!\w)|(?P<symbol>€|£|₹|zł)|(?P<pence>(?<=\d)(?-i:p))\b|(?P<code>(?-i:[A-Z]{{3}}))\b)",
    re.IGNORECASE,
)
"""A currency straight after a number."""

MONEY_BEFORE = re.compile(
    rf"(?:(?<![\w$])(?P<code>[A-Z]{{3}})\s?|(?<![\w$])(?P<symbol>{_one_of([*_SYMBOLS])})\s?|(?P<spaced>(?<!\w)(?:US|HK|NZ|NT|AU|CA|A|C|S|R)\s\$)|(?P<sign>[$£€¥₹])\s?)(?P<minus>[-−](?=\Z))?\Z"
)
"""A currency straight before a number, to be searched in the few characters before it."""


def currency(symbol: str) -> str | None:
    """The ISO 4217 code of a currency symbol or code, None if it is neither.

    >>> currency("€"), currency("USD"), currency("ABC")
    ('EUR', 'USD', None)
    """
    symbol = re.sub(r"\s", "", symbol)
    return _SYMBOLS.get(symbol) or (symbol if symbol in CODES else None)


def kind_of(unit: str | None) -> Kind:
    """What kind of value a number in this unit is."""
    if unit is None:
        return Kind.NUMBER
    if unit in (PERCENT, POINT, "basis point"):
        return Kind.PERCENT
    if unit in TIME:
        return Kind.DURATION
    return Kind.MONEY if unit in CODES or unit == NO_CURRENCY else Kind.NUMBER


def unit_base(unit: str | None) -> str | None:
    """The unit that all units of the same dimension convert to; a unit that is not listed is its own base.

    >>> unit_base("mile"), unit_base("EUR"), unit_base(None)
    ('metre', 'EUR', None)
    """
    if unit is None:
        return None
    return UNITS[unit].base if unit in UNITS else unit


def convert(number: Decimal, unit: str, to: str) -> Decimal:
    """The number in another unit of the same dimension.

    Raises `UsageProblem` where the two units measure different things.

    >>> convert(Decimal(200), "foot", "metre")
    Decimal('60.9600')
    """
    if unit == to:
        return number
    if unit not in UNITS or to not in UNITS or UNITS[unit].base != UNITS[to].base:
        raise UsageProblem(f"{unit} cannot be converted to {to}", hint="give both values in units of one kind")
    source, target = UNITS[unit], UNITS[to]
    return (number * source.factor + source.offset - target.offset) / target.factor
