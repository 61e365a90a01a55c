"""What a name tells of its source: person, role and body taken apart, articles and titles left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reconcile.extract.names.naming import Naming
from reconcile.extract.voices.cues import AGENCIES, MESSAGES, ROLES, SPEAKERS, TITLES
from reconcile.extract.words.phrases import DETERMINERS, PREPOSITIONS, TIME_WORDS, plural
from reconcile.extract.words.tokens import Token
from reconcile.model import Source

BODY_WORDS = frozenset(
    """
        ministry department council office bureau agency committee commission administration authority service
        police army navy union company hospital university institute trust group association federation party court
        government organisation organization foundation board centre center museum prefecture command force bank
        airline operator owner firm employer insurer caterer retailer railway brigade coastguard inspectorate
        embassy movement observatory report study survey newspaper club news site website network works mission nations
        league alliance front guild coalition society fund charity congress chamber tribunal syndicate consortium
    """.split()
)
PERSON_ROLES = ROLES - {
    "company",
    "firm",
    "caterer",
    "employer",
    "insurer",
    "operator",
    "owner",
    "retailer",
    "adviser",
    "advisor",
}
_EDITION = re.compile(r"(?:edition|issue) of (?:the )?(.+)$")


@dataclass(frozen=True, slots=True)
class Speaker:
    """One source of an article as far as it has been named: `source` is its fullest form."""

    source: Source
    names: tuple[str, ...]
    head: str
    human: bool | None
    many: bool


def speaker_of(naming: Naming) -> Speaker:
    core = _author(bare(naming.words))
    gloss = bare(naming.gloss)
    names, rest = _names(core)
    gloss_names, _ = _names(gloss)
    if names and not (len(gloss_names) > 1 and _office(core)):
        return _build(names, _words(core), gloss or rest, bool(gloss))
    if gloss_names:
        return _build(gloss_names, _words(gloss), core, True)
    head = _head(core)
    many = (plural(head) and head not in _ONE_BODY) or core[0].text[0].isdigit() or core[0].low in _SEVERAL
    human = False if head in BODY_WORDS else (head in PERSON_ROLES or None) if not many else None
    source = Source(
        _words(core), _words(core) if head in BODY_WORDS and not many else None, _words(core) if human else None
    )
    if human:
        source = replace(source, body=_body_of(core))
    return Speaker(source, (), head, human, many)


def _office(core: Sequence[Token]) -> bool:
    """Whether a name tells an office for or of somebody: "Counsel for Holm" beside "Piers Lund"."""
    return len(core) > 2 and core[0].low in PERSON_ROLES and core[1].low in {"for", "of", "to"}


_SEVERAL = frozenset("two three four five six several some many".split())
_ONE_BODY = frozenset("police staff crew personnel".split())
_AUTHORED = frozenset("from by".split())


def _author(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """The author of a statement or of figures that the name begins with; reports and studies stay themselves."""
    cut = next((i for i, t in enumerate(words) if t.low in _AUTHORED), 0)
    inside = words[: cut + 1 if cut else 0]
    if not any(t.low in MESSAGES for t in inside) or any(t.low in PREPOSITIONS for t in inside[:-1]):
        return words
    if words[-1].low in MESSAGES:
        return words
    if words[cut - 1].low in {"seen", "obtained", "reviewed", "read"}:
        return words[: cut - 1]
    return bare(words[cut + 1 :]) or words


def bare(words: Sequence[Token]) -> tuple[Token, ...]:
    """Without articles, "own" and ages before the name."""
    words = tuple(words)
    while words and (words[0].low in _BEFORE_NAMES or not words[0].word or words[0].low.endswith("year-old")):
        words = words[1:]
    return words


_BEFORE_NAMES = (DETERMINERS - {"some"}) | {"own"}


def _words(words: Sequence[Token]) -> str:
    """The words as printed, single spaces, no possessive at the end."""
    if not words:
        return ""
    parts = [words[0].text]
    for before, token in pairwise(words):
        parts.append((" " if token.start > before.end else "") + token.text)
    name = "".join(parts)
    name = re.sub(r"(?:[’']s|(?<=s)[’'])$", "", name)
    edition = _EDITION.search(name)
    return edition.group(1) if edition else name


def _names(words: Sequence[Token]) -> tuple[tuple[str, ...], tuple[Token, ...]]:
    """The proper name in a phrase and the other words: ("Ona", "Brell") in "the archive's keeper Dr. Ona Brell"."""
    if [t.low for t in words[:2]] == ["one", "of"]:
        return (), tuple(words)
    cut = next((i for i, t in enumerate(words) if i and t.low in PREPOSITIONS and not t.capital), len(words))
    best = _best_run(words[:cut])
    if not best and cut < len(words) and words[0].capital and words[0].low in ROLES and not plural(words[0].low):
        best = _best_run(words[cut + 1 :])
    if not best or (best[0].low in SPEAKERS and len(best) == 1 and best[0] is words[0]):
        return (), tuple(words)
    return tuple(t.text for t in best), tuple(t for t in words if t not in best)


def _best_run(words: Sequence[Token]) -> list[Token]:
    """The likeliest run of capitalised words that are no titles, roles or owners; of equals the last."""
    titled = next(
        (i for i in range(len(words) - 1, -1, -1) if words[i].low.rstrip(".") in _RANKED and _name_follows(words, i)),
        None,
    )
    if titled is not None:
        words = words[titled:]
    runs: list[list[Token]] = [[]]
    for index, token in enumerate(words):
        if _named(words, index, bool(runs[-1])) or (token.text == "&" and runs[-1]):
            runs[-1].append(token)
        elif token.low.endswith(("'s", "s'")) and token.capital:
            runs[-1] = []
        elif runs[-1]:
            runs.append([])
    if len(words) > 1 and runs[0] == [words[0]] and words[1].text[0].islower():
        runs[0] = []  # a capital only because the sentence begins there
    return max(reversed(runs), key=lambda run: (_person_like(run), len(run)))


_RANKED = frozenset("dr mr mrs ms miss lt brig capt col gen maj sgt adm cmdr supt insp det cpl".split())


_RANKED |= PERSON_ROLES - {"general", "major", "king", "queen", "prince", "captain", "pilot", "master", "union"}


_NO_PERSONAL_NAMES = ROLES | SPEAKERS | TITLES | BODY_WORDS


def _name_follows(words: Sequence[Token], index: int) -> bool:
    """Whether one to four capitalised words, none of them a body's or a role, end the name behind a title."""
    rest = words[index + 1 :]
    return 0 < len(rest) <= _LONGEST_NAME and all(
        t.capital and t.low not in _NO_PERSONAL_NAMES and not t.low.endswith(("'s", "s'")) for t in rest
    )


_LONGEST_NAME = 4


def _named(words: Sequence[Token], index: int, running: bool) -> bool:
    token = words[index]
    low = token.low.rstrip(".")
    if not token.capital or low in TIME_WORDS or low.endswith(("'s", "s'")):
        return False
    if running and (index + 1 == len(words) or not words[index + 1].capital):
        return True  # Ravi Sen, Kim Major
    if running:
        return low not in TITLES or low in {"general", "major"}
    return low not in TITLES and low not in ROLES and not (index == 0 and low in SPEAKERS and len(words) > 1)


def _person_like(run: Sequence[Token]) -> bool:
    return len(run) > 1 and not any(t.low in BODY_WORDS or t.text == "&" for t in run)


def _build(names: tuple[str, ...], name: str, about: Sequence[Token], apposed: bool) -> Speaker:
    lows = [w.low.removesuffix("'s") for w in about]
    in_name = name.lower().replace(".", "").split()
    role = next((low for low in [*lows, *in_name] if low in PERSON_ROLES), None)
    role = role or next((_TITLE_ROLES[word] for word in in_name[:-1] if word in _TITLE_ROLES), None)
    titled = any(word in TITLES for word in in_name[:-1])
    body_name = any(n.lower() in BODY_WORDS or n.lower() in AGENCIES or n == "&" for n in names)
    body_role = not (role or titled) and bool(about) and _head(about) in BODY_WORDS and (apposed or "owner" not in lows)
    if not apposed and about and about[0].low in {"of", "from"} and len(names) in (2, 3):
        body_role = False  # Ana Bok of the Reef Trust
    human = False if body_name or body_role else (True if role or titled else None)
    role_words = _role(about, apposed)
    full = f"{name}, {role_words}" if role_words and apposed else name
    person = " ".join(names) if human or (human is None and len(names) in (2, 3)) else None
    body = _body_of(about) if person else " ".join(names)
    return Speaker(
        Source(full, body, role_words or (role if human else None), person), names, names[-1].lower(), human, False
    )


_FEW_WORDS = 3
"""Words of an apposition that tells what somebody is by a noun that is in no list: "the boatswain"."""
_TITLE_ROLES = {
    "dr": "doctor", "prof": "professor", "capt": "captain", "col": "colonel", "gen": "general", "lt": "lieutenant",
    "sgt": "sergeant", "gov": "governor", "sen": "senator", "det": "detective", "insp": "inspector", "adm": "admiral",
}  # fmt: skip


_ROLES_OR_BODY_WORDS = ROLES | BODY_WORDS


def _role(about: Sequence[Token], apposed: bool) -> str | None:
    """The words for what someone is: "Army spokesman" beside a name, "head of the port" in an apposition."""
    if not apposed:
        cut = next((i for i, t in enumerate(about) if t.low in PREPOSITIONS), len(about))
        plain = [t for t in about[:cut] if not (t.low.endswith(".") and t.low.rstrip(".") in TITLES)]
        about = plain or about[:cut]
    lows = {w.low.removesuffix("'s") for w in about}
    unlisted = apposed and 0 < len(about) <= _FEW_WORDS and not any(w.capital for w in about)
    return _words(about) or None if unlisted or lows & _ROLES_OR_BODY_WORDS else None


_BODY_WORDS_OR_SPEAKERS = BODY_WORDS | SPEAKERS


def _body_of(about: Sequence[Token]) -> str | None:
    """The body in a role: "museum" in "the museum's director", "police" in "police spokeswoman", "X" in "head of X"."""
    for index, token in enumerate(about):
        if token.low in {"of", "from", "at", "for"} and index + 1 < len(about):
            return _words(bare(about[index + 1 :])) or None
        if token.low.endswith("'s") and index + 1 < len(about):
            return _words(bare(about[: index + 1])) or None
    role = next((i for i, t in enumerate(about) if t.low in PERSON_ROLES), None)
    if role is None:
        plain = bare([t for t in about if t.low.rstrip(".") not in TITLES])
        return _words(plain) if plain and plain[-1].low in BODY_WORDS else None
    if not role:
        return None
    before = about[:role]
    if about[role].low == "minister":
        return f"{_words(before)} ministry"
    return (
        _words(before) if before[-1].low in _BODY_WORDS_OR_SPEAKERS or (before[0].capital and len(before) > 1) else None
    )


def _head(words: Sequence[Token]) -> str:
    """The head noun: the last word before the first preposition."""
    head = words[-1].low if words else ""
    for index, token in enumerate(words):
        if token.low in PREPOSITIONS and index:
            head = words[index - 1].low
            break
    return re.sub(r"(?:'s|(?<=s)')$", "", head)
