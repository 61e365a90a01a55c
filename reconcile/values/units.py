"""Units of measurement: their names and how they convert.

Names are those of the data model: "km", "tonne", "°C", "percent", and ISO 4217 codes for money. Factors
are exact by definition (SI Brochure, 9th edition, tables 6 and 8; NIST SP 811, appendix B.8); a month is a
twelfth and a year the whole of 365.25 days.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from reconcile.errors import UsageProblem
from reconcile.model import Kind
from reconcile.values.codes import CODES, NO_CURRENCY

PERCENT = "percent"
POINT = "percentage point"


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: `number * factor + offset` gives the number in the base unit of its dimension."""

    name: str
    base: str
    factor: Decimal
    offset: Decimal = Decimal(0)


_FACTORS: dict[str, dict[str, str]] = {
    "second": {"nanosecond": "0.000000001", "microsecond": "0.000001", "millisecond": "0.001", "second": "1",
               "minute": "60", "hour": "3600", "day": "86400", "week": "604800", "month": "2629800",
               "year": "31557600"},
    "metre": {"nanometre": "0.000000001", "micrometre": "0.000001", "mm": "0.001", "cm": "0.01", "metre": "1",
              "km": "1000", "inch": "0.0254", "foot": "0.3048", "yard": "0.9144", "mile": "1609.344",
              "nautical mile": "1852", "fathom": "1.8288", "furlong": "201.168",
              "astronomical unit": "149597870700", "light year": "9460730472580800"},
    "kg": {"microgram": "0.000000001", "mg": "0.000001", "gram": "0.001", "kg": "1", "tonne": "1000",
           "pound": "0.45359237", "ounce": "0.028349523125", "stone": "6.35029318", "ton": "907.18474",
           "kilotonne": "1000000", "megatonne": "1000000000", "gigatonne": "1000000000000", "long ton": "1016.0469088",
           "carat": "0.0002", "dram": "0.0017718451953125", "troy ounce": "0.0311034768", "quintal": "100"},
    "m2": {"cm2": "0.0001", "m2": "1", "ha": "10000", "acre": "4046.8564224", "km2": "1000000",
           "square foot": "0.09290304", "square inch": "0.00064516", "square yard": "0.83612736",
           "square mile": "2589988.110336"},
    "litre": {"ml": "0.001", "cl": "0.01", "litre": "1", "hectolitre": "100", "m3": "1000", "km3": "1000000000000",
              "cubic foot": "28.316846592", "cubic yard": "764.554857984", "gallon": "3.785411784",
              "pint": "0.473176473", "quart": "0.946352946", "fluid ounce": "0.0295735295625",
              "tablespoon": "0.01478676478125", "teaspoon": "0.00492892159375", "cubic inch": "0.016387064",
              "decilitre": "0.1", "megalitre": "1000000", "gigalitre": "1000000000", "bushel": "35.23907016688",
              "barrel": "158.987294928", "acre-foot": "1233481.83754752"},
    "km/h": {"km/h": "1", "mph": "1.609344", "knot": "1.852", "m/s": "3.6", "km/s": "3600",
             "foot per second": "1.09728"},
    "m3/s": {"m3/s": "1", "litre per second": "0.001", "cubic foot per second": "0.028316846592"},
    "barrel per day": {"barrel per day": "1"},
    "mpg": {"mpg": "1"},
    "litre per 100 km": {"litre per 100 km": "1"},
    "gram per km": {"gram per km": "1"},
    "mg/l": {"mg/l": "1", "g/l": "1000", "µg/l": "0.001"},
    "µg/m3": {"µg/m3": "1", "mg/m3": "1000"},
    "watt": {"milliwatt": "0.001", "watt": "1", "kilowatt": "1000", "megawatt": "1000000", "gigawatt": "1000000000",
             "terawatt": "1000000000000", "horsepower": "745.69987158227"},
    "volt-ampere": {"kilovolt-ampere": "1000", "megavolt-ampere": "1000000"},
    "joule": {"joule": "1", "kilojoule": "1000", "megajoule": "1000000", "gigajoule": "1000000000",
              "terajoule": "1000000000000", "petajoule": "1000000000000000", "exajoule": "1000000000000000000",
              "watt hour": "3600", "kilowatt hour": "3600000", "megawatt hour": "3600000000",
              "gigawatt hour": "3600000000000", "terawatt hour": "3600000000000000", "calorie": "4.184",
              "kilocalorie": "4184", "british thermal unit": "1055.05585262",
              "mega british thermal unit": "1055055852.62", "therm": "105505585.262"},
    "byte": {"byte": "1", "kilobyte": "1000", "megabyte": "1000000", "gigabyte": "1000000000",
             "terabyte": "1000000000000", "petabyte": "1000000000000000", "exabyte": "1000000000000000000",
             "bit": "0.125", "kilobit": "125", "megabit": "125000", "gigabit": "125000000",
             "terabit": "125000000000"},
    "hertz": {"hertz": "1", "kilohertz": "1000", "megahertz": "1000000", "gigahertz": "1000000000",
              "terahertz": "1000000000000"},
    "pascal": {"pascal": "1", "hectopascal": "100", "kilopascal": "1000", "megapascal": "1000000",
               "millibar": "100", "bar": "100000", "psi": "6894.757293168",
               "gigapascal": "1000000000", "ksi": "6894757.293168", "atmosphere": "101325",
               "millimetre of mercury": "133.322387415", "inch of mercury": "3386.389"},
    "newton": {"newton": "1", "kilonewton": "1000", "meganewton": "1000000", "pound-force": "4.4482216152605"},
    "percent": {"percent": "1"},
    "percentage point": {"percentage point": "1", "basis point": "0.01"},
    "per mille": {"per mille": "1"},
    "ppm": {"ppm": "1", "ppb": "0.001"},
    "degree": {"degree": "1"},
    "decibel": {"decibel": "1"},
    "volt": {"millivolt": "0.001", "volt": "1", "kilovolt": "1000"},
    "ampere": {"milliampere": "0.001", "ampere": "1"},
    "ohm": {"ohm": "1"},
    "lumen": {"lumen": "1"},
    "lux": {"lux": "1"},
    "becquerel": {"becquerel": "1", "kilobecquerel": "1000", "megabecquerel": "1000000",
                  "gigabecquerel": "1000000000", "terabecquerel": "1000000000000"},
    "gray": {"gray": "1", "milligray": "0.001"},
    "ampere hour": {"ampere hour": "1", "milliampere hour": "0.001"},
    "revolution per minute": {"revolution per minute": "1"},
    "beat per minute": {"beat per minute": "1"},
    "frame per second": {"frame per second": "1"},
    "newton metre": {"newton metre": "1", "pound-foot": "1.3558179483314004"},
    "megapixel": {"pixel": "0.000001", "megapixel": "1"},
    "pixel per inch": {"pixel per inch": "1"},
    "megabit per second": {"kilobit per second": "0.001", "megabit per second": "1", "gigabit per second": "1000",
                            "terabit per second": "1000000"},
    "sievert": {"sievert": "1", "millisievert": "0.001", "microsievert": "0.000001"},
}  # fmt: skip

UNITS: dict[str, Unit] = {
    name: Unit(name, base, Decimal(factor)) for base, table in _FACTORS.items() for name, factor in table.items()
}
UNITS["°C"] = Unit("°C", "°C", Decimal(1))
UNITS["kelvin"] = Unit("kelvin", "°C", Decimal(1), Decimal("-273.15"))
UNITS["°F"] = Unit("°F", "°C", Decimal(5) / Decimal(9), Decimal(-160) / Decimal(9))

TIME = frozenset(_FACTORS["second"])
"""The units of a duration, and of an age."""


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
