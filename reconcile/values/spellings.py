"""How texts spell the units of measurement, and which spellings are words of their own elsewhere."""

from __future__ import annotations

import re
from decimal import Decimal

from reconcile.values.wordlist import one_of, words

_SPELLED = """
percent: %|percent|per cent|pct|pct.|pc|per-cent
percentage point: percentage point|percentage points|percent point|percent points|per cent points|pp|ppt|ppts
basis point: basis point|basis points|bps|bp
nanosecond: nanosecond|nanoseconds|ns
microsecond: microsecond|microseconds|µs|μs
millisecond: ms|millisecond|milliseconds|msec
second: second|seconds|sec|secs|sec.|s
minute: minute|minutes|min|mins|min.
hour: hour|hours|hr|hrs|h|hr.
day: day|days
week: week|weeks|wk|wks
month: month|months|mth|mths|mo|mos
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
furlong: furlong|furlongs
astronomical unit: astronomical unit|astronomical units
light year: light year|light years
microgram: ug|microgram|micrograms|µg|μg|mcg
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
long ton: long ton|long tons|imperial ton|imperial tons
quintal: quintal|quintals
carat: carat|carats
dram: dram|drams
troy ounce: troy ounce|troy ounces|troy oz
cm2: cm2|cm²|sq cm|square centimetre|square centimetres|square centimeters
m2: m2|m²|sq m|sqm|sq. m|square metre|square metres|square meter|square meters
ha: ha|hectare|hectares
acre: acre|acres
km2: km2|km²|sq km|sq. km|square kilometre|square kilometres|square kilometer|square kilometers
square foot: square foot|square feet|sq ft|sqft|sq.ft.|sq.ft|sq. ft.|sq. ft|ft2|ft²
square inch: square inch|square inches
square yard: square yard|square yards
square mile: square mile|square miles|sq mi|sq. mi.|sq miles
ml: ml|millilitre|millilitres|milliliter|milliliters
cl: cl|centilitre|centilitres
decilitre: dl|decilitre|decilitres|deciliter|deciliters
litre: l|litre|litres|liter|liters
hectolitre: hectolitre|hectolitres
megalitre: megalitre|megalitres|megaliter|megaliters
gigalitre: gigalitre|gigalitres|gigaliter|gigaliters
ml: cc|ccs|cubic centimetre|cubic centimetres|cubic centimeter|cubic centimeters|cm3|cm³
quart: quart|quarts
fluid ounce: fluid ounce|fluid ounces|fl oz|fl. oz.
tablespoon: tablespoon|tablespoons|tbsp
teaspoon: teaspoon|teaspoons|tsp
cubic inch: cubic inch|cubic inches|cu in
bushel: bushel|bushels
m3: m3|m³|cubic metre|cubic metres|cubic meter|cubic meters|cu m|cubic-metre|cubic-meter
km3: km3|km³|cubic kilometre|cubic kilometres|cubic kilometers
cubic foot: cubic foot|cubic feet|cu ft
cubic yard: cubic yard|cubic yards
gallon: gallon|gallons|us gallons
pint: pint|pints
barrel: barrel|barrels|bbl
barrel per day: bpd|b/d|barrel per day|barrels per day|barrels a day
acre-foot: acre-foot|acre-feet|acre foot|acre feet
km/h: km/h|kph|kmh|km/hr|kmph|km per hour|km an hour
  |kilometres per hour|kilometres an hour|kilometers per hour|kilometers an hour|kilometre per hour|kilometer per hour
  |kilometre-an-hour|kilometer-an-hour|kilometre-per-hour|kilometer-per-hour
mph: mph|m.p.h.|miles per hour|miles an hour|mile per hour|mile an hour|mile-an-hour|mile-per-hour
knot: knot|knots|kt|kts
m/s: m/s|metres per second|metres a second|meters per second|meters a second
foot per second: foot per second|feet per second|feet a second|ft/s
m3/s: m3/s|m³/s|cubic metre per second|cubic metres per second|cubic metres a second|cubic meter per second
  |cubic meters per second|cubic meters a second|cumecs
litre per second: litre per second|litres per second|litres a second|liters per second|liters a second|l/s
cubic foot per second: cubic foot per second|cubic feet per second|cubic feet a second|cfs
mpg: mpg|miles per gallon|mile per gallon|miles to the gallon|miles a gallon
litre per 100 km: l/100km|l/100 km|litres per 100 km|litres per 100km|litres per 100 kilometres|litres/100km
  |liters per 100 km|liters per 100km|liters per 100 kilometers
gram per km: g/km|grams per kilometre|grams per kilometer|grams per km|grams a kilometre
km/s: km/s|kilometres per second|kilometers per second
mg/l: mg/l|milligrams per litre|milligrams per liter
  |milligram per litre|milligram per liter|milligrams a litre|mg per litre|mg per liter
g/l: g/l|grams per litre|grams per liter
µg/l: µg/l|μg/l|ug/l|micrograms per litre|micrograms per liter|micrograms a litre
µg/m3: µg/m3|µg/m³|μg/m3|μg/m³|micrograms per cubic metre|micrograms per cubic meter
mg/m3: mg/m3|mg/m³|milligrams per cubic metre|milligrams per cubic meter
kilovolt-ampere: kva
megavolt-ampere: mva
joule: joule|joules
kilojoule: kj|kilojoule|kilojoules
megajoule: mj|megajoule|megajoules
gigajoule: gj|gigajoule|gigajoules
terajoule: tj|terajoule|terajoules
petajoule: pj|petajoule|petajoules
exajoule: ej|exajoule|exajoules
calorie: calorie|calories
kilocalorie: kcal|kilocalorie|kilocalories
british thermal unit: btu|btus|british thermal unit|british thermal units
mega british thermal unit: mmbtu|million british thermal units|million btu|million btus
therm: therm|therms
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
petabyte: pb|petabyte|petabytes
exabyte: exabyte|exabytes
bit: bit|bits
kilobit: kbit|kilobit|kilobits
megabit: mbit|megabit|megabits
gigabit: gbit|gigabit|gigabits
terabit: tbit|terabit|terabits
hertz: hz|hertz
kilohertz: khz|kilohertz
megahertz: mhz|megahertz
gigahertz: ghz|gigahertz
terahertz: thz|terahertz
hectopascal: hpa|hectopascal|hectopascals
kilopascal: kpa|kilopascal|kilopascals
megapascal: mpa|megapascal|megapascals
gigapascal: gpa|gigapascal|gigapascals
millibar: mb.|mbar|millibar|millibars
psi: psi|pounds per square inch|pound per square inch
ksi: ksi
atmosphere: atm|atmospheres
millimetre of mercury: mmhg|mm hg|millimetres of mercury|millimeters of mercury
inch of mercury: inhg|inches of mercury
newton: newton|newtons
kilonewton: kn|kilonewton|kilonewtons
meganewton: meganewton|meganewtons
pound-force: lbf|pounds of force|pounds of thrust|pound force
per mille: ‰|per mille
ppm: ppm|parts per million
ppb: ppb|parts per billion
°C: °c|ºc|° c|℃|deg c|degrees celsius|degree celsius|degrees centigrade|celsius|degrees c|c
°F: °f|ºf|° f|℉|deg f|degrees fahrenheit|degree fahrenheit|fahrenheit|degrees f|f
degree: °|º|degree|degrees
decibel: db|decibel|decibels
millivolt: mv|millivolt|millivolts
volt: v|volt|volts
ampere: amp|amps|ampere|amperes
milliampere: ma|milliamp|milliamps
ohm: ohm|ohms|ω
lumen: lumen|lumens
lux: lux
becquerel: bq|becquerel|becquerels
kilobecquerel: kbq|kilobecquerel|kilobecquerels
megabecquerel: mbq|megabecquerel|megabecquerels
gigabecquerel: gbq|gigabecquerel|gigabecquerels
terabecquerel: tbq|terabecquerel|terabecquerels
milligray: mgy|milligray|milligrays
kelvin: kelvin|kelvins
kilovolt: kv|kilovolt|kilovolts
ampere hour: ah|ampere hours|amp hours|amp hour|ampere hour
milliampere hour: mah|milliamp hours|milliampere hours
revolution per minute: rpm|revolutions per minute|revolutions a minute
newton metre: nm of torque|newton metre|newton meter|newton metres|newton meters|newton-metres
pound-foot: lb-ft|lb ft|lb.-ft.|pound-feet|pound-foot|pound feet|foot-pounds
beat per minute: bpm|beats per minute|beats a minute
frame per second: fps|frames per second|frames a second
pixel: px|pixel|pixels
pixel per inch: ppi|pixels per inch
megapixel: mp|megapixel|megapixels
kilobit per second: kbps|kbit/s|kilobits per second|kilobits a second
megabit per second: mbps|mbit/s|megabits per second|megabits a second
gigabit per second: gbps|gbit/s|gigabits per second|gigabits a second
terabit per second: tbps|terabits per second
sievert: sievert|sieverts
millisievert: millisievert|millisieverts|msv
microsievert: microsievert|microsieverts|µsv|μsv
"""

_MULTIPLES: dict[str, tuple[str, int]] = {
    "decade": ("year", 10), "decades": ("year", 10), "century": ("year", 100), "centuries": ("year", 100),
    "fortnight": ("week", 2), "fortnights": ("week", 2),
}  # fmt: skip


def unit_of(written: str) -> tuple[str, Decimal]:
    """The unit that a text spells so, and how many of it one word means.

    >>> unit_of("Sq m"), unit_of("decades"), unit_of("Nm")
    (('m2', Decimal('1')), ('year', Decimal('10')), ('newton metre', Decimal('1')))
    """
    if written in CASED:
        return CASED[written], Decimal(1)
    low = written.lower()
    return SPELLINGS[low] if low in SPELLINGS else SPELLINGS[re.sub(r"[\s-]", " ", low)]


def _spellings() -> dict[str, tuple[str, Decimal]]:
    table = {word: (unit, Decimal(times)) for word, (unit, times) in _MULTIPLES.items()}
    for line in _SPELLED.strip().replace("\n  |", "|").splitlines():
        name, spelled = line.split(": ", 1)
        table |= {word: (name, Decimal(1)) for word in spelled.split("|")}
    return table


SPELLINGS: dict[str, tuple[str, Decimal]] = _spellings()
"""Every spelling in lower case → the unit's name and how many of it one word means ("decade" → 10 years)."""

ONLY_AFTER_DIGITS = frozenset(
    words(
        "in m g l t h c f w v ha pc pp min sec kt mb mp ps ah tb nm ms bp mo mos "
        "bit bits amp amps ns pb kn atm px dl cc ej mv mva kj gj tj pj mj ma ug s"
    )
)
"""Spellings that are letters or words of their own: taken only straight after digits ("61 m", never "six m")."""

AS_WRITTEN = {"c": "C", "f": "F", "w": "W", "v": "V", "mw": "MW", "mb": "MB", "ps": "PS", "mp": "MP", "h": "h",
              "t": "t", "g": "g", "l": "l", "m": "m", "ha": "ha", "nm": "nm", "tb": "TB", "pb": "PB", "kn": "kN",
              "kj": "kJ", "gj": "GJ", "tj": "TJ", "pj": "PJ", "ej": "EJ", "mv": "mV", "mva": "MVA", "ns": "ns",
              "px": "px", "ug": "ug", "s": "s", "mj": "MJ", "ma": "mA"}  # fmt: skip
"""Spellings whose letter case matters: "30C" is a temperature and "30c" is not."""


CASED = {"Nm": "newton metre", "mW": "milliwatt", "Mb": "megabit", "Gb": "gigabit", "Tb": "terabit", "MJ": "megajoule",
         "mA": "milliampere", "L": "litre"}  # fmt: skip
"""Spellings that are read by their letter case alone: "400Nm" is a torque, "400nm" a length."""

UNIT = re.compile(rf"(?P<gap>[\s-]?)(?P<unit>{one_of(list(SPELLINGS))})(?![\w])(?!-(?:and|or)\b)", re.IGNORECASE)
"""A unit straight after a number."""
