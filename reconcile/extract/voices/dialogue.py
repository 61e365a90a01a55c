"""Who speaks in a transcript or an interview: "HOLM:", "Q:", "Mr Vik:", "Reporter:" and questions with their answers.

A label holds for its paragraph; in a transcript also for the paragraphs behind it that have none. The outlet's own
people, who present, ask and report, have no name here: what they say is the article's own voice.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from reconcile.extract.names.introductions import Introductions
from reconcile.extract.names.naming import Naming
from reconcile.extract.voices.cues import ROLES, SPEAKERS, VERBS
from reconcile.extract.words.text import Layout, Sentence
from reconcile.extract.words.tokens import Token, tokens
from reconcile.extract.words.wordforms import human
from reconcile.model import Document, Section, Span

_LABEL = re.compile(
    r"[—–-]?\s*(?P<who>[^\W\d_][\w.’'/ -]{0,60}?(?:, [\w.’' -]{2,50})?)"
    r"\s*(?:(?P<aside>\([^()\n]{1,40}\))\s*)?:\s+(?=\S)"
)
_ASKING = re.compile(r"\s*(?P<who>[QA])\s*(?:[.)]|[—–-])\s+(?=\S)")
_OWN = frozenset(
    """
        q question questioner reporter interviewer host presenter anchor newsreader newscaster moderator journalist
        correspondent announcer narrator voiceover studio interview questions editor us we
    """.split()
)
"""Labels of an outlet's own people."""
_ANSWERS = frozenset({"a", "answer"})
_NO_SPEAKERS = frozenset(
    """
        breaking update updated correction note dead injured missing killed wounded source photo picture caption
        related watch read video photos story raw case charges age party home job hometown number share location date
        time venue summary background verdict headline contact deaths cases
        analysis exclusive editor's-note advertisement total
    """.split()
)
_TITLES = frozenset("dr mr mrs ms prof sir rev capt col gen sgt insp".split())
_SMALL = frozenset("of the for and de la van von der den al".split())
_LONGEST_LABEL = 9
_LONGEST_QUESTION = 300
_NOTE = re.compile(
    r"[\[(]|(?:she|he) |(?:this|the) (?:interview|transcript|conversation)\b|[*=_-]{3}|end of\b", re.IGNORECASE
)
"""How a paragraph begins that belongs to no speaker."""
_NAME = re.compile(r"\((?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady)\.? )?(?:[A-Z][\w’'-]+ ?){2,4}\)")
"""A name behind an office in minutes: "The Minister for Health (Ms Ada Holm):"."""
_PERSONAL = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Uu]s|me)\b")
_MARKS = "“\"‘'„«"


@dataclass(frozen=True, slots=True)
class Turn:
    """What one person says in a paragraph that begins at `at`: `text[start:end]` behind the label.

    `label` is where the speaker was named, `naming` None for the outlet's own people.
    """

    at: int
    label: Span
    start: int
    end: int
    naming: Naming | None


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph of the body: where its words begin and end, and the label before them."""

    start: int
    end: int
    who: str | None
    own: bool
    label: int
    label_end: int
    text: str
    named: str = ""

    @property
    def question(self) -> bool:
        return self.text.rstrip("”\"’' ").endswith("?") and len(self.text) < _LONGEST_QUESTION

    @property
    def spoken(self) -> bool:
        return self.text.rstrip("”\"’') ")[-1:] in {".", "?", "!", "…", ",", "—"}

    @property
    def quotation(self) -> bool:
        return self.text[:1] in set(_MARKS)


def turns_of(document: Document, layout: Layout) -> list[Turn]:
    """The turns of a text in order; none where it is no transcript, interview or row of labelled statements."""
    text = document.text or ""
    paragraphs = [p for p in _paragraphs(document, layout.sentences) if p.end > p.start]
    if any(p.who for p in paragraphs):
        return list(_labelled(document, text, paragraphs))
    return list(_answered(document, paragraphs))


def _paragraphs(document: Document, sentences: Sequence[Sentence]) -> Iterator[_Paragraph]:
    text = document.text or ""
    for _, group in groupby(sentences, key=lambda sentence: sentence.paragraph):
        inside = list(group)
        start, end = inside[0].start, inside[-1].end
        if inside[0].section is Section.HEADLINE:
            continue
        line = text.rfind("\n", 0, start) + 1  # a label in capitals may have been taken for a dateline
        found = _labelling(text, line, start, end)
        who = found["who"].strip(" .") if found and _label(found["who"]) else None
        if not found or who is None:
            yield _Paragraph(start, end, None, False, start, start, text[start:end])
            continue
        aside = (found.groupdict().get("aside") or "").strip("()").lower()
        own = who.lower() in _OWN or bool(_OWN & set(aside.split())) or _outlet(who, document.outlet)
        named = found.groupdict().get("aside") or ""
        name = named.strip("()") if _NAME.match(named) else ""
        yield _Paragraph(start, end, who, own, found.start("who"), found.end(), text[found.end() : end], name)


def _labelling(text: str, line: int, start: int, end: int) -> re.Match[str] | None:
    """A label at the beginning of a line or of its words."""
    forms = (_LABEL, _ASKING) if text.find(":", line, end) >= 0 else (_ASKING,)
    return next((found for at in (line, start) for form in forms if (found := form.match(text, at, end))), None)


def _label(who: str) -> bool:
    """Whether words before a colon have the shape of a speaker's label."""
    head = who.split(",")[0]
    words = head.split()
    if len(who.split()) > _LONGEST_LABEL or words[0].lower().strip(".") in _NO_SPEAKERS | VERBS.keys():
        return False
    if re.search(r"\d|[’']s\b", who):
        return False
    capitals = all(w[:1].isupper() or w in _SMALL for w in words)
    roles = any(w.lower() in ROLES for w in words)
    return capitals or (roles and words[-1][:1].isupper())


def _outlet(who: str, outlet: str | None) -> bool:
    if not outlet:
        return False
    initials = "".join(word[0] for word in outlet.split() if word[0].isupper())
    named = set(who.lower().removeprefix("the ").split()) <= set(outlet.lower().split())
    return named or (who == initials and len(initials) > 1)


def _labelled(document: Document, text: str, paragraphs: Sequence[_Paragraph]) -> Iterator[Turn]:
    introductions = Introductions(document, [Span(p.label, p.label_end) for p in paragraphs if p.who])
    counts = Counter(_known_by(p.who) for p in paragraphs if p.who)
    long = _transcript(paragraphs, introductions)
    first = next(p.start for p in paragraphs if p.who)
    speaking: Turn | None = None
    for paragraph in paragraphs:
        if paragraph.who is None:
            if speaking is not None and long > _HALF and not _NOTE.match(paragraph.text):
                yield replace(speaking, at=paragraph.start, start=paragraph.start, end=paragraph.end)
            else:
                speaking = None
            continue
        speaking = None
        naming = _speaker(text, paragraph, introductions, first)
        known = counts[_known_by(paragraph.who)] > 1 and long
        if paragraph.own and len(counts) > 1:
            naming = None
        elif naming is None or not (known or _says(paragraph, introductions)):
            continue
        if naming is not None and introductions.own(paragraph.who.split()[-1]):
            naming = None
        label = Span(paragraph.label, paragraph.label + len(paragraph.who))
        turn = Turn(paragraph.start, label, paragraph.label_end, paragraph.end, naming)
        speaking = None if paragraph.quotation else turn
        yield turn


def _known_by(who: str) -> str:
    """By what a label comes again: "ADA HOLM, DRIVERS' UNION" is "HOLM" later on."""
    return who.split(",")[0].split()[-1].lower()


def _transcript(paragraphs: Sequence[_Paragraph], introductions: Introductions) -> float:
    """The share of paragraphs with labels where these come again, before sentences, and can be people; else 0."""
    places = [place for place, p in enumerate(paragraphs) if p.who]
    labelled = [paragraphs[place] for place in places]
    names = Counter((p.who or "").lower() for p in labelled)
    again = max(names.values()) > 1 or any(p.own for p in labelled)
    if len(labelled) < _FEWEST or len(names) == 1 or not again:
        return 0
    dense = len(labelled) / (places[-1] - places[0] + 1)
    people = sum(p.own or _person(p.who or "", introductions) for p in labelled) / len(labelled)
    spoken = sum(p.spoken for p in labelled) / len(labelled)
    capitals = all(p.own or (p.who or "").isupper() for p in labelled) and dense > _MOST
    return dense if spoken > _MOST and dense > _SOME and (people >= _SOME or capitals) else 0


def _person(who: str, introductions: Introductions) -> bool:
    """Whether a label can be a person's by itself: an answer, a title, a role, a name that the text has in full."""
    words = who.split(",")[0].lower().strip(".").split()
    if words[0].strip(".") in _TITLES | _ANSWERS or words[-1] in ROLES or human(words[-1]) is True:
        return True
    return introductions.knows(words[-1])


_FEWEST = 3
"""Labels of the shortest transcript."""
_SOME, _HALF, _MOST = 0.35, 0.5, 0.65
"""Shares of paragraphs that make a transcript of a text with labels."""


def _says(paragraph: _Paragraph, introductions: Introductions) -> bool:
    """Whether a label that comes once is a speaker: a name or role and a quotation, a known name and a sentence."""
    who = (paragraph.who or "").split(",")[0].split()
    if who[0].lower() in _ANSWERS:
        return True
    person = introductions.knows(who[-1]) or who[0].lower().strip(".") in _TITLES
    if any(w.lower() in ROLES for w in who) and paragraph.named:
        return True
    if paragraph.quotation:
        return person or len(who) in {2, 3} or any(w.lower() in ROLES for w in who)
    return person and paragraph.text.rstrip()[-1:] in {".", "?", "!", "…", "”"}


def _speaker(text: str, paragraph: _Paragraph, introductions: Introductions, first: int) -> Naming | None:
    """The label as a name, in the fullest form that the text around gives it."""
    who = paragraph.who or ""
    if paragraph.named:
        begin = text.index(paragraph.named, paragraph.label)
        office = tokens(text, paragraph.label, paragraph.label + len(who))
        return Naming(tuple(tokens(text, begin, begin + len(paragraph.named))), tuple(office))
    if who.lower() in _ANSWERS:
        return introductions.guest(first, only=True)
    words = [_plain(w) for w in tokens(text, paragraph.label, paragraph.label + len(who))]
    words = [w for w in words if w.word or w.text == ","]
    comma = next((i for i, w in enumerate(words) if w.text == ","), None)
    if comma:
        return Naming(tuple(words[:comma]), tuple(words[comma + 1 :]))
    if words[-1].low in SPEAKERS:
        return Naming(tuple(words))
    return introductions.full(words[-1].text, [w.low for w in words[:-1]]) or Naming(tuple(words))


def _plain(word: Token) -> Token:
    """A word in capitals as a name is written."""
    return word._replace(text=word.text.title()) if word.text.isupper() and len(word.text) > 1 else word


def _answered(document: Document, paragraphs: Sequence[_Paragraph]) -> Iterator[Turn]:
    """Questions that stand alone in their paragraph, each with its answer: the one whom the text says it asked."""
    questions = [i for i, p in enumerate(paragraphs) if p.question and not p.quotation]
    if len(questions) < 2 or (questions[0] == 0 and not document.title):
        return
    answers = [p for p in paragraphs[questions[0] :] if not p.question]
    quoted = [p.quotation for p in answers]
    among = sum(quoted) >= len(questions)
    personal = sum(_PERSONAL.search(p.text) is not None for p in answers)
    if len(questions) < _SOME * len(answers) or (not among and personal < _SOME * len(answers)):
        return
    naming = Introductions(document, []).guest(paragraphs[questions[0]].start)
    if naming is None:
        return
    for paragraph in paragraphs[questions[0] :]:
        own = paragraph.question if not among else not paragraph.quotation
        if not own and _NOTE.match(paragraph.text) is not None:
            return
        at = paragraph.start
        yield Turn(at, Span(at, at), at, paragraph.end, None if own else naming)
