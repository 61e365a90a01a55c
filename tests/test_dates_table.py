"""The shapes in which newsrooms write dates: the words, the day of publication, and the days that are meant."""

from __future__ import annotations

from datetime import date
from random import Random
from time import process_time

import pytest

from reconcile.dates import scan
from reconcile.model import Found

WED, MON, SAT, SUN = "2024-05-15", "2024-05-13", "2024-05-18", "2024-05-19"
NEW_YEAR, LEAP, YEAR_END = "2024-01-01", "2024-02-29", "2023-12-31"


def days(found: Found) -> str:
    """The days of a value: one day, two ends, an open end."""
    low, high = found.value.low, found.value.high
    return f"{low}" if low == high else f"{low or ''}..{high or ''}"


Row = tuple[str, str, str, str]

WEEKDAYS: list[Row] = [
    ("The silo collapsed on Monday.", WED, "2024-05-13", "exact"),
    ("The silo collapsed on Tuesday.", WED, "2024-05-14", "exact"),
    ("The silo collapsed on Wednesday.", WED, "2024-05-15", "exact"),
    ("The silo collapsed on Thursday.", WED, "2024-05-09", "exact"),
    ("The silo collapsed on Sunday.", SUN, "2024-05-19", "exact"),
    ("The silo collapsed on Sunday.", MON, "2024-05-12", "exact"),
    ("The silo collapsed on Monday.", MON, "2024-05-13", "exact"),
    ("The silo collapsed on Saturday.", NEW_YEAR, "2023-12-30", "exact"),
    ("The silo collapsed on Thursday.", LEAP, "2024-02-29", "exact"),
    ("The silo collapsed on Friday.", "2024-03-01", "2024-03-01", "exact"),
    ("The silo collapsed on Thursday.", "2024-03-01", "2024-02-29", "exact"),
    ("It burned late Saturday.", SUN, "2024-05-18", "exact"),
    ("It burned Saturday night.", SUN, "2024-05-18", "exact"),
    ("It burned late on Saturday night.", SUN, "2024-05-18", "exact"),
    ("It burned early on Sunday.", SUN, "2024-05-19", "exact"),
    ("It burned down early on Sunday.", SUN, "2024-05-19", "exact"),
    ("It burned in the early morning of Sunday.", SUN, "2024-05-19", "exact"),
    ("It burned on the night of Friday.", SUN, "2024-05-17", "exact"),
    ("It burned on Saturday early evening.", SUN, "2024-05-18", "exact"),
    ("It burned on SATURDAY.", SUN, "2024-05-18", "exact"),
    ("He was named in a press release Thursday.", WED, "2024-05-09", "exact"),
    ("He was held last Saturday.", SAT, "2024-05-11", "exact"),
    ("He was held last Friday.", SAT, "2024-05-17", "exact"),
    ("He was held on Friday of last week.", SAT, "2024-05-10", "exact"),
    ("He was held on Monday last week.", WED, "2024-05-06", "exact"),
    ("He appears on Monday of next week.", WED, "2024-05-20", "exact"),
    ("He was held a week ago on Friday.", WED, "2024-05-10", "exact"),
    ("He was held two weeks ago Thursday.", WED, "2024-05-02", "exact"),
    ("The toll from Sunday's landslide rose.", "2024-05-14", "2024-05-12", "exact"),
    ("He was hit by a van on Saturday.", WED, "2024-05-11", "exact"),
    ("The road next to the mill flooded on Tuesday.", WED, "2024-05-14", "exact"),
    ("The closure was due to a leak on Tuesday.", WED, "2024-05-14", "exact"),
    ("By Saturday night the count had reached 12.", SUN, "2024-05-18", "exact"),
]
"""A weekday is the last one up to the day of publication, that day included."""

FORWARD: list[Row] = [
    ("The pool will open on Saturday.", WED, "2024-05-18", "exact"),
    ("The pool will open on Wednesday.", WED, "2024-05-15", "exact"),
    ("The pool opens next Wednesday.", WED, "2024-05-22", "exact"),
    ("The strike is due to begin on Friday.", WED, "2024-05-17", "exact"),
    ("The bridge stays shut until Friday.", WED, "2024-05-17", "exact"),
    ("Bids must be in by Monday.", WED, "2024-05-20", "exact"),
    ("The hearing resumes tomorrow.", YEAR_END, "2024-01-01", "exact"),
    ("The fair will run from Thursday to Saturday.", WED, "2024-05-16..2024-05-18", "range"),
    ("The ban takes effect on 1 January.", "2023-12-20", "2024-01-01", "exact"),
    ("The yard will shed 90 jobs by the end of June.", WED, "2024-06-21..2024-06-30", "range"),
    ("The plant will close in March.", WED, "2025-03-01..2025-03-31", "range"),
    ("The hearing has been scheduled for 8 February.", "2023-10-25", "2024-02-08", "exact"),
    ("The hearing was adjourned until Monday.", WED, "2024-05-20", "exact"),
    ("The trial is scheduled for January.", WED, "2025-01-01..2025-01-31", "range"),
    ("They meet this coming Sunday.", WED, "2024-05-19", "exact"),
    ("And until Thursday the board had refused to meet.", WED, "2024-05-09", "exact"),
    ("The talks were moved from Monday to Thursday.", WED, "2024-05-13; 2024-05-16", "exact; exact"),
    ("The run was put back from 3 May to 10 June.", WED, "2024-05-03; 2024-06-10", "exact; exact"),
]
"""Words that look forward make it the next day of the name; what is moved has two days, not a range."""

RELATIVE: list[Row] = [
    ("They left yesterday.", NEW_YEAR, "2023-12-31", "exact"),
    ("They left yesterday.", "2024-03-01", "2024-02-29", "exact"),
    ("They left yesterday.", "2023-03-01", "2023-02-28", "exact"),
    ("They left last night.", WED, "2024-05-14", "exact"),
    ("They left the night before last.", WED, "2024-05-13", "exact"),
    ("They left the day before yesterday.", WED, "2024-05-13", "exact"),
    ("They leave the day after tomorrow.", WED, "2024-05-17", "exact"),
    ("They left this morning.", WED, "2024-05-15", "exact"),
    ("They left three days ago.", WED, "2024-05-12", "exact"),
    ("They left a couple of days ago.", WED, "2024-05-13", "exact"),
    ("They left 10 days ago.", "2024-03-05", "2024-02-24", "exact"),
    ("They left a week ago.", WED, "2024-05-05..2024-05-11", "range"),
    ("They left a fortnight ago.", WED, "2024-04-28..2024-05-04", "range"),
    ("They left four months ago.", WED, "2024-01-01..2024-01-31", "range"),
    ("They left two years ago.", LEAP, "2022-01-01..2022-12-31", "range"),
    ("They left a couple months ago.", WED, "2024-03-01..2024-03-31", "range"),
    ("They left three decades ago.", WED, "1994-01-01..1994-12-31", "range"),
    ("They left more than ten years ago.", WED, "..2014-01-01", "less_than"),
    ("They left about two years ago.", WED, "2022-01-01..2022-12-31", "about"),
    ("They left last week.", WED, "2024-05-06..2024-05-12", "range"),
    ("They left last week.", SUN, "2024-05-06..2024-05-12", "range"),
    ("They left last week.", NEW_YEAR, "2023-12-25..2023-12-31", "range"),
    ("They left last month.", "2024-03-31", "2024-02-01..2024-02-29", "range"),
    ("They left last year.", NEW_YEAR, "2023-01-01..2023-12-31", "range"),
    ("They left earlier this year.", WED, "2024-01-01..2024-05-15", "range"),
    ("They leave later this week.", WED, "2024-05-15..2024-05-19", "range"),
    ("It rained at the weekend.", WED, "2024-05-11..2024-05-12", "range"),
    ("It rained over the weekend.", SUN, "2024-05-18..2024-05-19", "range"),
    ("A boy died over the weekend after falling ill.", WED, "2024-05-11..2024-05-12", "range"),
    ("Two such slides were seen in the last decade.", WED, "2014-05-15..2024-05-15", "range"),
    ("It rained last weekend.", SUN, "2024-05-11..2024-05-12", "range"),
    ("The fair will be held this weekend.", WED, "2024-05-18..2024-05-19", "range"),
    ("Next weekend the fair moves on.", WED, "2024-05-18..2024-05-19", "range"),
    ("Twelve fell ill in the past three days.", WED, "2024-05-12..2024-05-15", "range"),
    ("Twelve fell ill in the last 24 hours.", WED, "2024-05-14..2024-05-15", "range"),
    ("Twelve fell ill over the past week.", WED, "2024-05-08..2024-05-15", "range"),
    ("Rain is forecast for the next two days.", WED, "2024-05-15..2024-05-17", "range"),
]
"""Days and periods told from the day of publication."""

AFTER_A_DAY: list[Row] = [
    ("On 3 May the dam cracked. The next day it burst.", WED, "2024-05-03; 2024-05-04", "exact; exact"),
    ("On 3 May it cracked and the following morning it burst.", WED, "2024-05-03; 2024-05-04", "exact; exact"),
    ("On 3 May it cracked; two days later it burst.", WED, "2024-05-03; 2024-05-05", "exact; exact"),
    ("It cracked on 1 March 2024, a day after a storm.", WED, "2024-03-01", "exact"),
    ("It burst on 1 March 2024. It had cracked two days earlier.", WED, "2024-03-01; 2024-02-28", "exact; exact"),
    ("It burst on Tuesday; it had cracked the day before.", WED, "2024-05-14; 2024-05-13", "exact; exact"),
    ("It burst on Tuesday. The same evening the sluice went.", WED, "2024-05-14; 2024-05-14", "exact; exact"),
    ("It burst on 31 December 2023. That night ten fled.", WED, "2023-12-31; 2023-12-31", "exact; exact"),
    ("It cracked in May 2019. The following month it burst.", WED, "2019-05-01..2019-05-31; 2019-06-01..2019-06-30",
     "range; range"),
    ("Sales fell in 2021 but not the year before.", WED, "2021-01-01..2021-12-31; 2020-01-01..2020-12-31",
     "range; range"),
    ("Sales were up in 2021, after a fall the previous year.", WED, "2021-01-01..2021-12-31; 2020-01-01..2020-12-31",
     "range; range"),
    ("The next day it burst.", WED, "", ""),
    ("On 3 May it cracked.\n\nThe next day it burst.", WED, "2024-05-03", "exact"),
]  # fmt: skip
"""What is counted from the day that the same paragraph named last; without one, nothing is guessed."""

RANGES: list[Row] = [
    ("Shelling lasted from 3 to 5 May.", WED, "2024-05-03..2024-05-05", "range"),
    ("Shelling lasted from May 3 to 5.", WED, "2024-05-03..2024-05-05", "range"),
    ("between May 3 and 7", WED, "2024-05-03..2024-05-07", "range"),
    ("between the 3rd and the 7th of May", WED, "2024-05-03..2024-05-07", "range"),
    ("3–5 May", WED, "2024-05-03..2024-05-05", "range"),
    ("May 3-5, 2021", WED, "2021-05-03..2021-05-05", "range"),
    ("3, 4 and 5 May", WED, "2024-05-03..2024-05-05", "range"),
    ("28 February to 2 March", LEAP, "2024-02-28..2024-03-02", "range"),
    ("30 December 2023 to 2 January 2024", WED, "2023-12-30..2024-01-02", "range"),
    ("from Dec. 30 until Jan. 2", NEW_YEAR, "2023-12-30..2024-01-02", "range"),
    ("It rained from Monday to Wednesday.", "2024-05-16", "2024-05-13..2024-05-15", "range"),
    ("It snowed between Thursday and Saturday.", WED, "2024-05-09..2024-05-11", "range"),
    ("It snowed overnight into Monday.", WED, "2024-05-12..2024-05-13", "range"),
    ("It snowed from Saturday night into Sunday.", WED, "2024-05-11..2024-05-12", "range"),
    ("Ten calls came in the night to Sunday.", WED, "2024-05-11..2024-05-12", "range"),
    ("from November to February", WED, "2023-11-01..2024-02-29", "range"),
    ("between March and June 2022", WED, "2022-03-01..2022-06-30", "range"),
    ("November 2021–February 2022", WED, "2021-11-01..2022-02-28", "range"),
    ("from 2015 to 2018", WED, "2015-01-01..2018-12-31", "range"),
    ("in 2015-18", WED, "2015-01-01..2018-12-31", "range"),
]
"""Ranges of days, weekdays, months and years; the year named at the end belongs to both."""

PARTS: list[Row] = [
    ("in May 2019", WED, "2019-05-01..2019-05-31", "range"),
    ("in February", LEAP, "2024-02-01..2024-02-29", "range"),
    ("in June", WED, "2023-06-01..2023-06-30", "range"),
    ("in early May", WED, "2024-05-01..2024-05-10", "range"),
    ("early in April", WED, "2024-04-01..2024-04-10", "range"),
    ("in mid-June 2020", WED, "2020-06-11..2020-06-20", "range"),
    ("in late February 2023", WED, "2023-02-21..2023-02-28", "range"),
    ("at the end of March", WED, "2024-03-21..2024-03-31", "range"),
    ("in late 2023", WED, "2023-09-01..2023-12-31", "range"),
    ("late last year", WED, "2023-09-01..2023-12-31", "range"),
    ("in the first half of the year", WED, "2024-01-01..2024-06-30", "range"),
    ("in the second half of 2019", WED, "2019-07-01..2019-12-31", "range"),
    ("in the third quarter of last year", WED, "2023-07-01..2023-09-30", "range"),
    ("Q1 2020", WED, "2020-01-01..2020-03-31", "range"),
    ("H2 2021", WED, "2021-07-01..2021-12-31", "range"),
    ("in the first three months of 2024", WED, "2024-01-01..2024-03-31", "range"),
    ("in the last week of April", WED, "2024-04-24..2024-04-30", "range"),
    ("in the second week of June 2023", WED, "2023-06-08..2023-06-14", "range"),
    ("in the first half of March", WED, "2024-03-01..2024-03-15", "range"),
    ("as of 2019", WED, "2019-01-01..2019-12-31", "range"),
    ("around 1998", WED, "1998-01-01..1998-12-31", "range"),
    ("in the 1990s", WED, "1990-01-01..1999-12-31", "range"),
    ("in the early 1980s", WED, "1980-01-01..1983-12-31", "range"),
    ("last May", WED, "2023-05-01..2023-05-31", "range"),
]
"""Months, parts of months and years, quarters and decades."""

DAYS: list[Row] = [
    ("2024-05-03", "", "2024-05-03", "exact"),
    ("2024/05/03", "", "2024-05-03", "exact"),
    ("2024-05-03T08:15:00Z", "", "2024-05-03", "exact"),
    ("3 May 2024", "", "2024-05-03", "exact"),
    ("3rd May, 2024", "", "2024-05-03", "exact"),
    ("the 3rd of May 2024", "", "2024-05-03", "exact"),
    ("May 3, 2024", "", "2024-05-03", "exact"),
    ("May 3rd 2024", "", "2024-05-03", "exact"),
    ("Fri, 3 May 2024", "", "2024-05-03", "exact"),
    ("Friday the 3rd of May 2024", "", "2024-05-03", "exact"),
    ("3-May-2024", "", "2024-05-03", "exact"),
    ("13/05/2024", "", "2024-05-13", "exact"),
    ("05/13/2024", "", "2024-05-13", "exact"),
    ("13/05/24", "", "2024-05-13", "exact"),
    ("3.5.2024", "", "2024-05-03", "exact"),
    ("13-05-2024", "", "2024-05-13", "exact"),
    ("29 February 2024", "", "2024-02-29", "exact"),
    ("3 May", WED, "2024-05-03", "exact"),
    ("3 June", WED, "2024-06-03", "exact"),
    ("3 October", WED, "2023-10-03", "exact"),
    ("31 December", NEW_YEAR, "2023-12-31", "exact"),
    ("2 January", YEAR_END, "2024-01-02", "exact"),
    ("Saturday, 12 August", WED, "2023-08-12", "exact"),
    ("Christmas Day", NEW_YEAR, "2023-12-25", "exact"),
    ("New Year’s Eve 2019", "", "2019-12-31", "exact"),
    ("Good Friday", WED, "2024-03-29", "exact"),
    ("Easter Monday 2023", "", "2023-04-10", "exact"),
    ("since 3 May", WED, "2024-05-03..", "at_least"),
    ("since Monday", WED, "2024-05-13..", "at_least"),
    ("since early April", WED, "2024-04-01..", "at_least"),
    ("since 2019", "", "2019-01-01..", "at_least"),
    ("no earlier than 4 June 2024", "", "2024-06-04..", "at_least"),
    ("after 3 May 2024", "", "2024-05-03..", "more_than"),
    ("before 3 May 2024", "", "..2024-05-03", "less_than"),
    ("before the end of May 2024", "", "..2024-05-31", "less_than"),
    ("no later than 3 May 2024", "", "..2024-05-03", "at_most"),
    ("on or before 3 May 2024", "", "..2024-05-03", "at_most"),
    ("on or about 3 May 2024", "", "2024-05-03", "about"),
    ("around 3 May 2024", "", "2024-05-03", "about"),
    ("as of 3 May 2024", "", "2024-05-03", "exact"),
    ("until 3 May 2024", "", "2024-05-03", "exact"),
    ("by 3 May 2024", "", "2024-05-03", "exact"),
]
"""Calendar days in all the usual orders, with and without a year, and the words that bound them."""


@pytest.mark.parametrize(
    ("text", "published", "expected", "bound"),
    [*WEEKDAYS, *FORWARD, *RELATIVE, *AFTER_A_DAY, *RANGES, *PARTS, *DAYS],
)
def test_a_date_means_these_days(text: str, published: str, expected: str, bound: str) -> None:
    """The words of a date give these days and this bound for a text published on that day."""
    found = scan(text, date.fromisoformat(published) if published else None)
    assert "; ".join(map(days, found)) == expected
    assert "; ".join(each.value.bound for each in found) == bound


@pytest.mark.parametrize(
    "text",
    [
        "May I ask? They may march; Prime Minister May may resign.",
        "in May's cabinet, from May, who had promised it",
        "They march on, second to none, for a second time.",
        "The Sun reported; the sun set; a Sun reporter; Mar and Dec are names.",
        "Rates rose 1.5 points to 2.75, on 3.2.1 of the software and version 12.3.2024.",
        "ratio 1/2/3, score 3-2-1, phone 030-12-3456, IP 10.1.2024.5",
        "May 12 people come? March 3 miles. August 5 percent. June 20 men.",
        "the Sunday Times, the Daily Mirror, Black Friday, Bloody Sunday, every Tuesday, each Friday",
        "the Good Friday Agreement",
        "the Sept. 11 attacks and 11 September families",
        "for a brighter tomorrow and a better today",
        "30 February 2024, 31 June 2023, 29 February 2023, 2024-13-01, 32.1.2024",
        "on the next day, two days later, that night, the same week",
        "the second half, in the first quarter, the last two days of the trip",
        "a weekend break, the weekend edition, midweek",
        "24/7, 9/11, 50/50, 10-12-14, 3 of 5, 12:30, 19.30",
        "a May-time fair, Sunday-school, Marchetti, Augusta, Janet",
        "2024 people came; 1,999 in all; $2019; 2019km; No. 2019",
        "summer, last winter, in spring, this autumn",
    ],
)
def test_what_is_no_day_is_left_alone(text: str) -> None:
    """Names, verbs, scores, versions, days that do not exist and seasons, whose months depend on the place."""
    assert [found.value.words for found in scan(text, date(2024, 5, 15))] == []


UNTOLD = [
    ("It sank on Saturday.", "", ["Saturday"]),
    ("It sank on 3 May, not on 31 June.", "", ["3 May"]),
    ("It sank yesterday, three days ago, last week, in July.", "", ["yesterday", "three days ago"]),
    ("It sank on 03/04/2024.", "2024-05-15", ["03/04/2024"]),
    ("It sank on 03/04/2024.", "", ["03/04/2024"]),
    ("It sank on Good Friday; the Sunday Times; every Monday.", "", ["Good Friday"]),
    ("It sank on 29 February.", "", ["29 February"]),
    ("It sank on 3 May 2024.", "", []),
    ("It sank on Saturday.", "2024-05-15", []),
]


@pytest.mark.parametrize(("text", "published", "expected"), UNTOLD)
def test_a_day_that_nothing_tells_has_no_ends(text: str, published: str, expected: list[str]) -> None:
    """Asked for, a day that only the day of publication or the order of numbers would tell is named, not guessed."""
    found = scan(text, date.fromisoformat(published) if published else None, unresolved=True)
    open_ended = [each for each in found if each.value.low is None and each.value.high is None]
    assert [each.value.words for each in open_ended] == expected


WORDS = (
    "the a early late mid Monday Sunday May March 3 31 29 0 2024 9999 February Feb. to from between and – - , . ;"
    " first half third of year last next this weekend ago two years ten decades later earlier following day week month"
    " overnight into Good Friday 03/04/2024 2024-02-30 31/12/99 Q3 the 1990s since until by before after about more"
    " than past hours quarter 999 months ’s \n said will scheduled for moved yesterday tomorrow as"
).split(" ")


@pytest.mark.parametrize("anchor", [date.min, date.max, date(2024, 2, 29), None])
def test_any_row_of_words_is_read_without_a_slip(anchor: date | None) -> None:
    """Whatever the words, at either end of the calendar: no error, exact offsets, no end before its beginning."""
    chance = Random(7)
    for _ in range(1500):
        text = " ".join(chance.choice(WORDS) for _ in range(chance.randint(1, 14)))
        for found in scan(text, anchor, unresolved=True):
            low, high = found.value.low, found.value.high
            assert text[found.start : found.end] == found.value.words
            assert found.start <= found.number_start < found.number_end == found.end
            assert not isinstance(low, date) or not isinstance(high, date) or low <= high


PIECES = [
    "3, ", "May 3, 4, ", "between ", "between May ", "from Monday to ", "Monday and ", "early ", "the first ",
    "the first two weeks of ", "the day before ", "two days ", "a couple of ", "Good ", "overnight ", "into Sunday ",
    "2019-", "1990s ", "more than two years ago ", "moved from Monday ", "by ", "will ", "said on ", "3 May – ",
    "the end of ", "January to ", "Q1 ", "that night ", "the ", "1/2/", "12-", "a week ago on ", "\n", "since ",
]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_the_time_grows_with_the_length(piece: str) -> None:
    """Doubling a text of one repeated piece takes at most two and a half times as long (three tries)."""

    def seconds(size: int) -> float:
        start = process_time()
        scan(piece * (size // len(piece)), date(2024, 5, 15))
        return process_time() - start

    assert any(seconds(24_000) <= 2.5 * seconds(12_000) + 0.02 for _ in range(3))
