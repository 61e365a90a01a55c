"""The words of dates: names of months, weekdays and feasts, small numbers, and the pieces of pattern made from them."""

from __future__ import annotations

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thur thurs", "friday fri", "saturday sat",
         "sunday sun")
    )
    for name in names.split()
}  # fmt: skip
_COUNT = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
NUMBERS = {word: number for number, word in enumerate(_COUNT.split(), start=1)} | {
    "a": 1, "an": 1, "a couple of": 2, "a couple": 2, "half a dozen": 6, "a dozen": 12, "thirty": 30,
    "forty": 40, "fifty": 50,
}  # fmt: skip
FEASTS = {
    "new year's day": (1, 1), "valentine's day": (2, 14), "may day": (5, 1), "halloween": (10, 31),
    "christmas eve": (12, 24), "christmas day": (12, 25), "boxing day": (12, 26), "new year's eve": (12, 31),
}  # fmt: skip
"""Feasts that fall on the same (month, day) each year."""
AROUND_EASTER = {
    "ash wednesday": -46, "palm sunday": -7, "maundy thursday": -3, "good friday": -2, "easter sunday": 0,
    "easter monday": 1, "ascension day": 39, "whit sunday": 49, "whit monday": 50,
}  # fmt: skip
"""Feasts that are counted from Easter Sunday (of the western calendar), in days."""

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST"
    r"|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)"
)
WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY)"
SHORT_WEEKDAY = r"(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?"
YEAR = r"(?:1[5-9]|20|21)\d\d(?!\d)"
NUMBER = r"(?:\d{1,3}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)).replace(" ", r"\s") + ")"
PART = r"(?:early|mid|late|the\sbeginning\sof|the\sstart\sof|the\smiddle\sof|the\send\sof)"
FEAST = (
    "(?:"
    + "|".join(sorted((*FEASTS, *AROUND_EASTER), key=len, reverse=True)).replace(" ", r"\s").replace("'", "['’]")
    + ")"
)


def number_of(written: str) -> int:
    """The number that a count of days or weeks gives, in digits or words.

    >>> number_of("12"), number_of("a couple of"), number_of("Seven")
    (12, 2, 7)
    """
    plain = " ".join(written.lower().split())
    return int(plain) if plain.isdecimal() else NUMBERS[plain]
