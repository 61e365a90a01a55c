"""Which days of an article are the days of events, of words, and of figures; and the periods that figures count."""

from __future__ import annotations

from time import process_time

import pytest

from reconcile.extract import extract
from reconcile.model import Claim, Document, Kind

PUBLISHED = "2024-05-15T18:00:00Z"  # a Wednesday


def read(text: str, published: str | None = PUBLISHED) -> list[Claim]:
    """The claims of a text that was published on that day."""
    return extract(Document(id="d1-test", text=text, published=published))


def figures(text: str) -> list[Claim]:
    """The claims that are figures."""
    return [claim for claim in read(text) if claim.value.kind not in (Kind.DATE, Kind.TEXT)]


EVENTS = [
    ("A crane toppled onto the quay late Saturday, killing two welders.", ["2024-05-11"]),
    ("A crane toppled on Saturday, the harbour board said on Sunday.", ["2024-05-11"]),
    ("The harbour board said on Sunday that a crane had toppled.", []),
    ("On Monday the harbour board said that a crane had toppled.", []),
    ("The harbour board on Tuesday denied that nine welders had been hurt.", []),
    ("In a bulletin dated 4 May, the harbour board counted 11 cranes.", []),
    ("The mayor spoke to reporters on Friday.", []),
    ("The mayor made the remarks on Friday.", []),
    ("As of Friday evening, 31 welders were missing.", []),
    ("Twelve welders were still in hospital on Sunday.", []),
    ("The welders were taken to hospital on Sunday.", ["2024-05-12"]),
    ("By Saturday night the count had reached 12.", []),
    ("The quay will reopen on Friday.", ["2024-05-17"]),
    ("Bids must be handed in by 20 May.", ["2024-05-20"]),
    ("On 3 May the crane cracked. The next day it toppled.", ["2024-05-03", "2024-05-04"]),
    ("The crane toppled overnight into Monday.", ["2024-05-12..2024-05-13"]),
    ("Two welders fell ill in the last 24 hours.", []),
    ("The crane, which had been built in 1987, was insured.", []),
    ("Sunday's explosion at the quay was heard in Tarn.", ["2024-05-12"]),
    ("The union called off the strike of 14 May.", ["2024-05-14"]),
    ("Crane topples\nOsmar Daily / 15 May 2024\n\nA crane toppled on Saturday.", ["2024-05-11"]),
    ("Crane topples\n\nBy Ann Roe, 15 May 2024\n\nA crane toppled on Saturday.", ["2024-05-11"]),
    ("Crane topples\nWednesday, May 15, 2024\nA crane toppled on Saturday.", ["2024-05-11"]),
    ("Crane topples\nThe crane toppled on 11 May 2024", ["2024-05-11"]),
]


@pytest.mark.parametrize(("text", "days"), EVENTS)
def test_the_days_of_events_are_claims(text: str, days: list[str]) -> None:
    """A day on which something happened is a claim; the day of words, of a count and of a period is none."""
    found = [claim.value for claim in read(text) if claim.value.kind is Kind.DATE]
    assert [f"{v.low}" if v.low == v.high else f"{v.low}..{v.high}" for v in found] == days


NAMED = [
    ("The crane toppled on 3 May.", "date the crane toppled"),
    ("Dorn resigned on 3 May.", "date Dorn resigned"),
    ("It was closed on 3 May.", "date it was closed"),
    ("The board met on Monday after the accident of 3 May.", "date of the accident"),
    ("Welders walked out on 3 May.", "date the welders walked"),
]


@pytest.mark.parametrize(("text", "counted"), NAMED)
def test_a_day_is_the_day_of_something(text: str, counted: str) -> None:
    """A date claim tells what happened: its event, or its verb with who did it, named as inside a sentence."""
    dates = [claim for claim in read(text) if claim.value.kind is Kind.DATE]
    assert dates[-1].scope.counted == counted


SAID = [
    ("The harbour board said on Sunday that 14 boats had sunk.", "2024-05-12"),
    ("The harbour board on Sunday said that 14 boats had sunk.", "2024-05-12"),
    ("On Sunday, the harbour board said 14 boats had sunk.", "2024-05-12"),
    ("Late on Monday the mayor told reporters that 14 boats had sunk.", "2024-05-13"),
    ("The mayor said Sunday 14 boats had sunk.", "2024-05-12"),
    ("Fourteen boats sank on Friday, the mayor said late Saturday.", "2024-05-11"),
    ("“We lost 14 boats,” skipper Ulla Dorn said on Monday.", "2024-05-13"),
    ("In a statement on 3 May, the harbour board put the losses at 14 boats.", "2024-05-03"),
    ("The board, in a bulletin dated 4 May, counted 14 boats.", "2024-05-04"),
    ("According to a report released on Tuesday, 14 boats sank.", "2024-05-14"),
    ("Officials raised the toll to 14 on Monday.", "2024-05-13"),
    ("A study, published on Thursday, says 14 boats sank.", "2024-05-09"),
    ("The mayor told a news conference on Monday that 14 boats had sunk.", "2024-05-13"),
    ("Yesterday the mayor admitted that 14 boats had sunk.", "2024-05-14"),
    ("The mayor said 14 boats had sunk on Sunday.", None),
    ("Fourteen boats sank on Sunday, the mayor said.", None),
    ("After the storm on Sunday, the mayor said 14 boats had sunk.", None),
    ("The mayor said after Sunday's storm that 14 boats had sunk.", None),
    ("A diver who searched the bay on Tuesday counted 14 boats.", None),
    ("The mayor corrected the count to 14, saying that a boat had left on Monday.", None),
    ("Fourteen boats sank on Sunday.", None),
    ("The mayor will say on Friday whether 14 boats sank.", None),
]


@pytest.mark.parametrize(("text", "day"), SAID)
def test_the_day_of_the_words_is_kept(text: str, day: str | None) -> None:
    """A claim carries the day on which its source spoke where the text tells it, and no other day."""
    assert [claim.said_at for claim in figures(text)][:1] == [day]


def test_who_goes_on_speaking_does_so_on_the_same_day() -> None:
    """ "She added" in the next sentence has the day of the first words, "she had said earlier" has none."""
    text = "Mayor Ulla Dorn said on Monday that 14 boats had sunk. She added that nine were insured."
    assert [claim.said_at for claim in figures(text)] == ["2024-05-13", "2024-05-13"]
    text = "Mayor Ulla Dorn said on Monday that 14 boats had sunk. She had earlier said that nine had."
    assert [claim.said_at for claim in figures(text)] == ["2024-05-13", None]


HOLDS = [
    ("As of Friday evening, 31 divers were missing.", "2024-05-10"),
    ("Thirty-one divers were missing as of 9 May.", "2024-05-09"),
    ("By Saturday night the toll had risen to 12.", "2024-05-11"),
    ("The toll stood at 23 on Monday evening.", "2024-05-13"),
    ("Twelve divers were still in hospital on Sunday.", "2024-05-12"),
    ("The sheds, which housed nearly 1,200 people on Thursday, are empty.", "2024-05-09"),
    ("On Friday, 31 divers were still missing.", "2024-05-10"),
    ("Police counted 9 arrests against 7 on Monday.", None),
    ("So far 12 divers have been found.", None),
    ("Twelve divers were killed on Sunday.", None),
    ("Twelve divers were taken to hospital on Sunday.", None),
    ("Twelve divers are still missing after the wreck on Sunday.", None),
    ("Divers must leave 20 boats by Friday.", None),
]


@pytest.mark.parametrize(("text", "day"), HOLDS)
def test_the_moment_of_a_figure_is_kept(text: str, day: str | None) -> None:
    """A figure carries the day for which it holds where the text tells it; what happened on a day holds for good."""
    assert figures(text)[0].as_of == day


def test_the_earlier_figure_has_its_own_day() -> None:
    """In "up from 7 on Monday" the day belongs to the earlier figure alone."""
    now, before = figures("As of Wednesday, 19 divers were missing, up from 7 on Monday.")
    assert (now.as_of, before.as_of) == ("2024-05-15", "2024-05-13")


def test_a_state_begins_behind_what_happened() -> None:
    """In "were taken to a clinic and three remained there" only the three hold for the day."""
    taken, remained = figures("Seven divers were taken to a clinic and three remained there on Monday.")
    assert (taken.as_of, remained.as_of) == (None, "2024-05-13")


def test_a_list_holds_for_the_day_of_its_heading() -> None:
    """The lines under "Situation at 15:00 on 14 May" speak of that day."""
    claims = figures("Situation at 15:00 on 14 May 2024\n\n• Drowned: 9\n• Injured: 37\n\nThe pier has 12 lamps.")
    assert [claim.as_of for claim in claims] == ["2024-05-14", "2024-05-14", None]


PERIODS = [
    ("In March, four riders were hurt.", ["2024-03-01..2024-03-31"]),
    ("Four riders were hurt in March.", ["2024-03-01..2024-03-31"]),
    ("Four riders were hurt in March; two more fell on a bend.", ["2024-03-01..2024-03-31", ""]),
    ("Since January, 40 riders have been fined.", ["2024-01-01.."]),
    ("Turnout was 62 percent, against 58 percent in 2018.", ["", "2018-01-01..2018-12-31"]),
    ("Turnout in 2018 was 58 percent.", ["2018-01-01..2018-12-31"]),
    ("The yard lost $5m last year, compared with $2m the year before.",
     ["2023-01-01..2023-12-31", "2022-01-01..2022-12-31"]),
    ("In the first half of the year 40 riders were fined.", ["2024-01-01..2024-06-30"]),
    ("Last week 12 riders fell and nine were hurt.", ["2024-05-06..2024-05-12", "2024-05-06..2024-05-12"]),
    ("Riders reported 12 falls in the last 24 hours.", ["2024-05-14..2024-05-15", ""]),  # the hours themselves: none
    ("Falls, 6–12 May: 37 (previous week: 12)", ["2024-05-06..2024-05-12", "2024-04-29..2024-05-05"]),
    ("The club will hire 40 riders by the end of June.", [""]),
    ("The club has cut 40 percent from 2015 levels.", [""]),
    ("Forty riders, who had trained since March, were fined.", [""]),
    ("A rider aged 61 was fined in March.", [""]),
    ("Twelve riders fell on Sunday.", [""]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "periods"), PERIODS)
def test_a_figure_has_its_period(text: str, periods: list[str]) -> None:
    """A period belongs to the figures that it counts, and to no other figure of the sentence."""
    scopes = [claim.scope for claim in figures(text)]
    told = [f"{s.window_from or ''}..{s.window_to or ''}" if s.window_from or s.window_to else "" for s in scopes]
    assert told == periods


def test_a_day_without_a_day_of_publication_is_said_to_be_unresolved() -> None:
    """Where nothing tells which Saturday is meant the claim is proposed with its words, no ends, and the reason."""
    (claim,) = [each for each in read("A crane toppled on Saturday.", None) if each.value.kind is Kind.DATE]
    assert (claim.value.words, claim.value.low, claim.value.high) == ("Saturday", None, None)
    assert "unresolved: no publication date" in claim.evidence
    (told,) = [each for each in read("A crane toppled on Saturday.") if each.value.kind is Kind.DATE]
    assert (claim.score or 1) < (told.score or 0)


def test_a_day_written_either_way_round_is_said_to_be_unresolved() -> None:
    """03/04/2024 may be two days, whatever the day of publication."""
    (claim,) = [each for each in read("A crane toppled on 03/04/2024.") if each.value.kind is Kind.DATE]
    assert (claim.value.words, claim.value.low, claim.value.high) == ("03/04/2024", None, None)
    assert "unresolved: day and month may be either way round" in claim.evidence


PIECES = [
    "Status: 3 May 2024\n", "• Situation on 3 May 2024: 9\n", "Police said on 3 May that 9 died, ",
    "9 were still in hospital on Sunday ", "up from 9 on Monday ", "In May 9 died, ", "stood at 9 on Monday and ",
]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_days_take_no_time_by_their_square(piece: str) -> None:
    """Doubling a text of one repeated piece takes at most two and a half times as long (three tries)."""

    def seconds(size: int) -> float:
        start = process_time()
        read(piece * (size // len(piece)))
        return process_time() - start

    assert any(seconds(8_000) <= 2.5 * seconds(4_000) + 0.03 for _ in range(3))
