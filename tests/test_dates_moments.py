"""Published and said times: what is read, what is refused, and which came first."""

from __future__ import annotations

from datetime import date

import pytest

from reconcile.dates import day_of, order, parse_moment
from reconcile.errors import UsageProblem

READ = [
    ("2024-01-13", "2024-01-13"),
    (" 2024-01-13 ", "2024-01-13"),
    ("2024-01-13T18:05:00Z", "2024-01-13T18:05:00+00:00"),
    ("2024-01-13T18:05:09.123+01:00", "2024-01-13T18:05:09+01:00"),
    ("2024-01-13 18:05 +0530", "2024-01-13T18:05:00+05:30"),
    ("2024-01-13 18:05", "2024-01-13T18:05:00"),
    ("20240113T180500Z", "2024-01-13T18:05:00+00:00"),
    ("Sat, 13 Jan 2024 18:05:00 GMT", "2024-01-13T18:05:00+00:00"),
    ("Sat, 13 Jan 2024 18:05:00 -0500", "2024-01-13T18:05:00-05:00"),
    ("January 13, 2024 6:05 p.m. EST", "2024-01-13T18:05:00-05:00"),
    ("13 January 2024", "2024-01-13"),
    ("Saturday, 13 January 2024 at 12:05 am UTC", "2024-01-13T00:05:00+00:00"),
    ("13/01/2024", "2024-01-13"),
    ("01/13/2024", "2024-01-13"),
    ("13.01.2024 18:05 Z", "2024-01-13T18:05:00+00:00"),
    ("03.04.2024", "2024-04-03"),
]


@pytest.mark.parametrize(("text", "iso"), READ)
def test_times_become_iso_8601(text: str, iso: str) -> None:
    """ISO 8601, RFC 2822 and months in words are read; the offset is kept, never guessed."""
    assert parse_moment(text) == iso


@pytest.mark.parametrize("text", [iso for _, iso in READ])
def test_what_was_read_is_read_again(text: str) -> None:
    """What the program writes down it can read."""
    assert parse_moment(text) == text


def test_two_orders_of_day_and_month() -> None:
    """01/02/2019 is refused unless the order is given, and then follows it."""
    with pytest.raises(UsageProblem, match="two different days"):
        parse_moment("01/02/2019")
    assert parse_moment("01/02/2019", day_first=True) == "2019-02-01"
    assert parse_moment("01/02/2019", day_first=False) == "2019-01-02"
    assert parse_moment("02/02/2019") == "2019-02-02"


@pytest.mark.parametrize(
    "text",
    [
        "", "yesterday", "Saturday", "1,300", "32 Jan 2024", "2024-02-30", "2024-13-01", "2024-01-13T25:00Z",
        "2024-01-13T18:05+25:00", "13 Foo 2024", "13/13/2024", "13:05 pm", "2024-01-13T18:05 CET", "0000-01-01",
        "2024-01-13 " * 40, "1" * 5000, "2024-01-13T18:05:00Z; drop", "13 Jan 2024 13:05 pm",
    ],
)  # fmt: skip
def test_everything_else_is_refused(text: str) -> None:
    """What is no time in a known form is refused in one short line, never guessed at."""
    with pytest.raises(UsageProblem) as problem:
        parse_moment(text)
    assert len(str(problem.value)) < 200
    assert "\n" not in str(problem.value)


def test_the_day_of_a_time() -> None:
    """The day is the one on which the time was written down, not the one in UTC."""
    assert day_of("2024-01-13T23:30:00-05:00") == date(2024, 1, 13)
    assert day_of("2024-01-13") == date(2024, 1, 13)
    with pytest.raises(UsageProblem):
        day_of("soon")


ORDERS = [
    ("2024-01-13", "2024-01-14", -1),
    ("2024-01-14T00:00:00+00:00", "2024-01-13T23:00:00-05:00", -1),
    ("2024-01-13T18:00:00+01:00", "2024-01-13T17:00:00+00:00", 0),
    ("2024-01-13", "2024-01-13", 0),
    ("2024-01-13", "2024-01-13T18:05:00+01:00", None),
    ("2024-01-13", "2024-01-14T18:05:00+01:00", -1),
    ("2024-01-13T18:05:00", "2024-01-13T19:00:00+00:00", None),
    ("2024-01-13T18:05:00", "2024-01-13T19:00:00", -1),
    (None, "2024-01-13", None),
]


@pytest.mark.parametrize(("a", "b", "expected"), ORDERS)
def test_which_came_first(a: str | None, b: str | None, expected: int | None) -> None:
    """Moments are ordered by the instant, days by the day, and what cannot be told is None, both ways round."""
    assert order(a, b) == expected
    assert order(b, a) == (None if expected is None else -expected)


def test_a_time_that_is_none_cannot_be_ordered() -> None:
    """Words where a time should stand are an error, not an order."""
    with pytest.raises(UsageProblem):
        order("2024-01-13T99:00", "2024-01-13")
