"""Which days the dates of a text mean, for a text published on Wednesday, 15 May 2024."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest

from reconcile.dates import parse, scan
from reconcile.errors import UsageProblem
from reconcile.model import Kind

WEDNESDAY = date(2024, 5, 15)


def read(text: str, anchor: date | None = WEDNESDAY) -> list[str]:
    """All dates of the text, one line each: words, bound and days."""
    lines = []
    for found in scan(text, anchor):
        value = found.value
        days = f"{value.low}" if value.low == value.high else f"{value.low}..{value.high}"
        lines.append(f"{value.words} = {value.bound} {days}")
    return lines


ABSOLUTE = [
    ("the crash of Friday, 8 March 2024", ["Friday, 8 March 2024 = exact 2024-03-08"]),
    (
        "on March 8, 2024, and on the 9th of March 2024",
        ["March 8, 2024 = exact 2024-03-08", "9th of March 2024 = exact 2024-03-09"],
    ),
    (
        "2024-03-08 and 8.3.2024 and 28/03/2024",
        ["2024-03-08 = exact 2024-03-08", "8.3.2024 = exact 2024-03-08", "28/03/2024 = exact 2024-03-28"],
    ),
    ("In June 2019 it closed.", ["June 2019 = range 2019-06-01..2019-06-30"]),
    ("in late March 2021", ["late March 2021 = range 2021-03-21..2021-03-31"]),
    ("Starting Jan. 3, 2016, it was free.", ["Starting Jan. 3, 2016 = exact 2016-01-03"]),
    (
        "since 2012, in 2014, from 2015 to 2018",
        [
            "since 2012 = at_least 2012-01-01..None",
            "2014 = range 2014-01-01..2014-12-31",
            "from 2015 to 2018 = range 2015-01-01..2018-12-31",
        ],
    ),
    (
        "between April 28 and May 2, 2023; May 3 and June 4, 2023",
        [
            "between April 28 and May 2, 2023 = range 2023-04-28..2023-05-02",
            "May 3 = exact 2023-05-03",
            "June 4, 2023 = exact 2023-06-04",
        ],
    ),
    ("early 2017", ["early 2017 = range 2017-01-01..2017-04-30"]),
    ("28 April – 2 May 2023", ["28 April – 2 May 2023 = range 2023-04-28..2023-05-02"]),
]


@pytest.mark.parametrize(("text", "expected"), ABSOLUTE)
def test_dates_with_a_year_need_no_anchor(text: str, expected: list[str]) -> None:
    """A date that names its year means the same whenever the text was published."""
    assert read(text) == expected
    assert read(text, None) == expected


ANCHORED = [
    ("It collapsed late Friday.", ["late Friday = exact 2024-05-10"]),
    ("in the small hours of Sunday", ["in the small hours of Sunday = exact 2024-05-12"]),
    ("on Wednesday, the mayor said", ["Wednesday = exact 2024-05-15"]),
    ("last Wednesday and last Friday", ["last Wednesday = exact 2024-05-08", "last Friday = exact 2024-05-10"]),
    ("next Tuesday; this Friday", ["next Tuesday = exact 2024-05-21", "this Friday = exact 2024-05-17"]),
    (
        "yesterday; last night; today; tomorrow",
        [
            "yesterday = exact 2024-05-14",
            "last night = exact 2024-05-14",
            "today = exact 2024-05-15",
            "tomorrow = exact 2024-05-16",
        ],
    ),
    ("three days ago", ["three days ago = exact 2024-05-12"]),
    (
        "last week; last month",
        ["last week = range 2024-05-06..2024-05-12", "last month = range 2024-04-01..2024-04-30"],
    ),
    ("on April 19 and 20 after the storm", ["April 19 and 20 = range 2024-04-19..2024-04-20"]),
    ("6–12 May: 40 deaths", ["6–12 May = range 2024-05-06..2024-05-12"]),
    (
        "In July it was dry; in May it rained.",
        ["July = range 2023-07-01..2023-07-31", "May = range 2024-05-01..2024-05-31"],
    ),
    ("They were held on 12 November.", ["12 November = exact 2023-11-12"]),
    ("The drive of Saturday, 6 April", ["Saturday, 6 April = exact 2024-04-06"]),
    ("Dec. 30 to Jan. 2", ["Dec. 30 to Jan. 2 = range 2023-12-30..2024-01-02"]),
    ("As of Sunday, nine had died.", ["As of Sunday = exact 2024-05-12"]),
    (
        "since 12 May; after 3 April",
        ["since 12 May = at_least 2024-05-12..None", "after 3 April = more_than 2024-04-03..None"],
    ),
    ("around 3 May", ["around 3 May = about 2024-05-03"]),
]


@pytest.mark.parametrize(("text", "expected"), ANCHORED)
def test_days_are_the_nearest_before_publication(text: str, expected: list[str]) -> None:
    """A weekday, a day without a year and a month are the last ones up to the day of publication."""
    assert read(text) == expected


FORWARD = [
    ("The school will reopen on Monday.", ["Monday = exact 2024-05-20"]),
    ("On Friday, the bridge will open.", ["Friday = exact 2024-05-17"]),
    ("The vote on Sunday will decide.", ["Sunday = exact 2024-05-19"]),
    ("The road is closed until 20 June.", ["20 June = exact 2024-06-20"]),
    ("The army said Friday that it would leave Monday.", ["Friday = exact 2024-05-10", "Monday = exact 2024-05-20"]),
    ("They had searched until dark on Sunday.", ["Sunday = exact 2024-05-12"]),
    ("The law takes effect on 1 January.", ["1 January = exact 2025-01-01"]),
    ("The ship sails with a new crew on 26 May.", ["26 May = exact 2024-05-26"]),
]


@pytest.mark.parametrize(("text", "expected"), FORWARD)
def test_words_that_look_forward_move_the_day(text: str, expected: list[str]) -> None:
    """Where the clause speaks of what is to come, the day is the next one."""
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He may march on Rome; the sun sat low; May said so.",
        "01/02/2019",
        "31 June 2020 and 30 February 2021",
        "Black Friday, the Sunday Times, every Monday",
        "May 5,000 people come? March 3 per cent.",
        "9.11 metres, 24/7, 12:30",
    ],
)
def test_what_is_no_certain_day_is_left_out(text: str) -> None:
    """Names, ambiguous numbers and days that do not exist are no dates."""
    assert read(text) == []


def test_without_an_anchor_only_years_tell() -> None:
    """Without a day of publication a weekday, a bare month and a day without a year mean nothing."""
    assert read("on Saturday, yesterday, on 3 May, in July, two days ago", None) == []


def test_a_single_date_is_parsed() -> None:
    """One date in a field is a value of kind date with its words."""
    value = parse("15–21 July 2024", None)
    assert (value.kind, value.low, value.high) == (Kind.DATE, date(2024, 7, 15), date(2024, 7, 21))
    assert parse("2018", None).high == date(2018, 12, 31)
    assert parse("yesterday", WEDNESDAY).low == date(2024, 5, 14)


@pytest.mark.parametrize("words", ["", "Saturday", "soon", "3 May and 4 June 2024", "01/02/2019", "25 people"])
def test_what_is_no_date_is_refused(words: str) -> None:
    """Words that give no day without an anchor are refused with a hint."""
    with pytest.raises(UsageProblem, match="13 January 2024"):
        parse(words, None)


@pytest.mark.parametrize("piece", ["1/", "Jan. 1, ", "Monday ", "7", "May ", " ", "in 2015 ", "-"])
def test_twice_the_text_takes_about_twice_the_time(piece: str) -> None:
    """Doubling a text of one repeated piece takes at most two and a half times as long (three tries)."""

    def seconds(size: int) -> float:
        start = process_time()
        scan(piece * (size // len(piece)), WEDNESDAY)
        return process_time() - start

    assert any(seconds(40_000) <= 2.5 * min(seconds(20_000), seconds(20_000)) + 0.05 for _ in range(3))
