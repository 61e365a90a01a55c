"""Twice the text takes about twice the time, whatever it is made of; memory does not grow with it."""

from __future__ import annotations

import subprocess
import sys
import time
from itertools import cycle, islice

import pytest

from reconcile.extract import extract
from reconcile.model import Document

MEASURED = 0.03
"""Seconds that the shorter of two texts takes at the least, so that the clock can tell."""
SHORTEST, LONGEST = (16_000, 64_000) if "--torture" in sys.argv else (2_000, 32_000)
"""Characters of the shorter of two texts."""
READ = 10_000_000 if "--torture" in sys.argv else 1_000_000
"""Characters of the text whose memory is measured."""
MOST = 300
"""Megabytes that reading it may take."""

PAYLOADS = {
    # cues, one construction each
    "said": "The harbour office said 5 boats sank. ",
    "he said": "he said 5 of the ",
    "she said": "She said 5 of them were lost. ",
    "they told": "They told it that 5 of their ",
    "said x": "said Ada Corr, ",
    "according": "according to the port, 5 boats and ",
    "per": "per the port 5 ",
    "citing": "citing the port, which cited ",
    "told": "Ada Corr told Udo Zahn that ",
    "putting": "putting the toll at 5, and ",
    "denied": "denied that 5 of the ",
    "denied reports": "denied reports that ",
    "disputed": "The port disputed the figure of 5 given by the union. ",
    "no evidence": "there was no evidence that 5 ",
    "unverified": "The claim of 5 could not be verified. ",
    "figure of": "the ministry's figure of 5, ",
    "count is": "The union's own count is 5. ",
    "that gave": "the 57 that the port gave ",
    "named by": "named by the police, said by the police, ",
    "revised": "The office revised its toll from 5 to 6. ",
    "corrected": "Correction: an earlier version said 5. ",
    "asked": "Asked how many were hurt, the guard said 5. ",
    "announced": "announced announced announced ",
    "as saying": "was quoted as saying that 5 were ",
    "that's according": "Five sank. That's according to the port. ",
    "gave these figures": "The warden gave these figures:\n• 5 dead\n• 6 hurt\n",
    "accused": "accused the port of hiding 14 cracked panes, ",
    "survey": "In a survey of skippers, 12 percent said 5 in 9 ",
    # voices, names and titles
    "he": "he ",
    "his deputy": "His deputy said 5. ",
    "its lawyer": "its lawyer said its owner said ",
    "the two": "Ada Corr and Udo Zahn spoke. The two said 5. ",
    "many names": "Ada Corr met Udo Zahn and Per Hast. ",
    "surname": "Corr said 5. Zahn said 6. ",
    "titles": "Dr Ada Corr, Capt. Udo Zahn, Prof. Per Hast, ",
    "roles": "a spokesman for the ministry of the port of the ",
    "appositions": "Ada Corr, the harbour master of Orlik, ",
    "short forms": "the Orlik Port Board (OPB), ",
    "mother of": "The mother of four said 5. ",
    "who": "the man who said the man who ",
    "ages beside names": "Ada Corr, 5, and Udo Zahn, 9, ",
    "capitals": "ADA CORR SAID ",
    "one capital": "A. B. C. ",
    "introduced": "Ada Corr is the owner. She said 5 were lost. ",
    # quotations
    "open quotes": "“",
    "quotes": "“Five boats sank,” she said. ",
    "plain quotes": '"Five boats sank," she said. ',
    "odd quotes": '" 5 ',
    "nested quotes": "“He said ‘5 sank’ to ",
    "nothing closed": "“He said 5\n\n",
    "single quotes": "'5' said ",
    "two paragraphs quoted": "“Five boats sank.\n\n“Six sank,” he said.\n\n",
    # layout
    "brackets": "(5 (",
    "closed brackets": "(Ada Corr) (5) [6] ",
    "bullets": "• 5 boats\n",
    "short lines": "5\n\n",
    "headlines": "Five boats sink off Orlik\n\n",
    "captions": "The port after the storm. (Photo: Ada Corr)\n\n",
    "key and value": "Dead: 17\n",
    "colons": "a: ",
    "stamps": "Updated 5 May 2020\n\n",
    "live entries": "7.45pm: Five boats sank\n\n",
    "datelines": "ORLIK (Reuters) - Five boats sank.\n\n",
    "labels": "HOLM: Five sank.\n\nVIK: Six sank.\n\n",
    "questions": "Q: How many sank?\n\nA: Five.\n\n",
    "interview": "How many boats sank?\n\nFive boats sank.\n\n",
    "dashes": "5 — 6 – 7 - ",
    "endless word": "a",
    "endless number": "5",
    "endless spaces": " ",
    "endless newlines": "\n",
    "endless dots": ".",
    "endless commas": ",",
    "endless hyphens": "a-",
    "no spaces": "Five.Boats.Sank.",
    "endless sentence": "and five boats sank ",
    "semicolons": "5 sank; 6 sank; ",
    # figures and days
    "list of numbers": "5, 6, 7, ",
    "ranges": "5 to 6 or 7–8 ",
    "of the": "5 of the 6 of the ",
    "including": "5, including 6, including ",
    "respectively": "5 and 6, respectively, ",
    "money": "$5 million or £6bn ",
    "percent": "5 percent of 6 percent of ",
    "hedges": "at least about more than 5 ",
    "number words": "twenty-five thousand and ",
    "ages": "a 5-year-old, a 6-year-old, ",
    "dates": "on 5 May 2020 and 6 May, ",
    "weekdays": "on Monday, last Tuesday, ",
    "said on a day": "The port said on Monday that 5 sank on Sunday. ",
    "since": "since 2015, between 2016 and 2017, ",
    # statements in words
    "arrested": "Ada Corr was arrested and charged. ",
    "arrested and": "was arrested and charged and ",
    "suspect": "The suspect, 5, was held. He was freed. ",
    "caused": "The fire was caused by the storm, the port said. ",
    "because": "because of the storm because of ",
    "claimed responsibility": "The Red Front claimed responsibility for the attack. ",
    "blamed": "The port blamed the union for the blast. ",
    "still missing": "The boat is still missing, the port said. ",
    "deny": "The union denied that gas was used. The port said gas was used. ",
    "meant to": "It was deliberate, the port said; it was an accident. ",
}  # fmt: skip
"""A piece for each construction; over and over, it is the text at which that construction would be slow."""


def seconds(text: str) -> float:
    """The processor time of one reading."""
    start = time.process_time()
    extract(Document(id="x", text=text, title="Five boats sink", outlet="Orlik Post", published="2024-01-05"))
    return time.process_time() - start


def repeated(piece: str, length: int) -> str:
    """The piece over and over."""
    return piece * (length // len(piece))


@pytest.fixture(scope="module", autouse=True)
def warm() -> None:
    """The weights are read and the patterns compiled before anything is timed."""
    seconds("The port said 5 boats sank.")


@pytest.mark.parametrize("piece", PAYLOADS.values(), ids=PAYLOADS)
def test_twice_the_text_takes_about_twice_the_time(piece: str) -> None:
    """At most two and a half times as long, by the shortest of up to six tries, as machines stutter."""
    length = SHORTEST
    while (short := seconds(repeated(piece, length))) < MEASURED and length < LONGEST:
        length *= 2
    long = float("inf")
    for _ in range(6):
        long = min(long, seconds(repeated(piece, 2 * length)))
        if long <= 2.5 * max(short, MEASURED):
            return
    pytest.fail(f"{length} characters take {short:.2f} s, twice as many {long:.2f} s")


def mixture(length: int) -> str:
    """All pieces in turn, a few lines of each with prose between them, up to so many characters."""
    prose = "The ferry left the pier before noon, and nobody saw it again until the evening. " * 12
    paragraphs = [f"{repeated(piece, 80)}\n\n{prose}\n\n" for piece in PAYLOADS.values()]
    return "".join(islice(cycle(paragraphs), length // len(prose)))[:length]


READING = """
import resource, sys
from reconcile.extract import extract
from reconcile.model import Document
claims = extract(Document(id="x", text=sys.stdin.read(), published="2024-01-05"))
print(len(claims), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
"""Read what comes in, and say how many claims were made and how much memory was held at the most."""


@pytest.mark.torture
def test_memory_does_not_grow_with_the_text() -> None:
    """A million characters of all constructions in turn (under torture ten millions) are read in 300 MB."""
    pytest.importorskip("resource")
    done = subprocess.run(
        [sys.executable, "-c", READING],
        input=mixture(READ),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    claims, held = map(int, done.stdout.split())
    assert claims > 1000
    assert held // (1024 if sys.platform != "darwin" else 1024**2) < MOST
