"""Whether a word that can be a reporting verb is one here, and whether its subject reports by it."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.extract.counts.rises import RISES
from reconcile.extract.names.naming import Naming, name_after, speaks
from reconcile.extract.voices.constructions import owns
from reconcile.extract.voices.cue import Bounds, Cue
from reconcile.extract.voices.cues import (
    AMBIGUOUS,
    BY_AGENT,
    FIGURE_OBJECTS,
    FINDERS,
    LOGS,
    MANNERS,
    MESSAGES,
    MOVES,
    NEED_CLAUSE,
    NO_SPEECH_OBJECTS,
    NOBODIES,
    OF_ONLY,
    REFUSED,
    RESEARCH,
    SELF,
    SPEAKERS,
    VERBS,
    Force,
)
from reconcile.extract.voices.unsaid import belongs, holds, proved, tabled
from reconcile.extract.words.phrases import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    PREPOSITIONS,
    TIME_WORDS,
    adverbial,
    closes,
    plural,
    verbal,
)
from reconcile.extract.words.tokens import Token
from reconcile.extract.words.wordforms import human

_PUTTING = frozenset("putting estimating".split())
_QUOTES = frozenset("“”\"„«»‘’'")


_PAST = frozenset("found thought knew saw".split())
_ADDS = frozenset("add adds added adding write writes wrote written writing".split())


def _enlarges(words: Sequence[Token], index: int) -> bool:
    """Whether something is added rather than said: "is adding 20 seats", "added 300 jobs.", "wrote 31 cheques"."""
    following = words[index + 1 : index + 12]
    if not following or not (following[0].text[0].isdigit() or following[0].text in "$€£"):
        return False
    if words[index - 1].low in BE:
        return True
    stop = next((i for i, w in enumerate(following) if closes(w) and i), len(following))
    return not any(verbal(w) for w in following[1:stop])


_HELD_FOR = frozenset("feared believed thought presumed assumed reported".split())
_FATES = frozenset("dead drowned lost killed trapped missing buried injured alive".split())
_LIVES = frozenset("life lives victims".split())
"""What only a deed claims: "the fire claimed two lives"."""
_PLAIN = frozenset("say says said saying tell tells told telling".split())
_CHARGES = frozenset("count counts charge charges offence offences offense offenses".split())
"""What a defendant denies without a word on how many they are."""
_CLAUSE_STARTS = frozenset("that he she it they we i his her its their there no some all".split())


def speechless(words: Sequence[Token], index: int, force: Force) -> bool:
    """Whether the object makes the verb no report: "claimed three lives", "denied the request"."""
    following = {w.low for w in words[index + 1 : index + 5]}
    if index + 1 < len(words) and words[index + 1].low in _PARTICLES and words[index].low not in MOVES:
        return [w.low for w in words[index + 1 : index + 3]] != ["up", "to"]
    if words[index].low.startswith("appeal") and not (index + 1 < len(words) and words[index + 1].low == "for"):
        return True  # "appealed against the sentence"
    if words[index].low.startswith("put") and not _puts_at(words, index):
        return True
    if words[index].low.startswith("blam") and following & {"each", "another"}:
        return True
    if words[index].low in _HELD_FOR and index + 1 < len(words) and words[index + 1].low in _FATES:
        return True  # "were missing and feared dead"
    if words[index].low in {"offered", "pledged"} and words[index - 1].low in {"has", "have", "had"}:
        return following.isdisjoint({"reward", "bounty", "ransom"})  # a deed: "the donors have pledged 40 million"
    if words[index].low in _ADDS and _enlarges(words, index):
        return True
    if force is Force.DENIES and any(w.low in _CHARGES for w in words[index + 1 : index + 4]):
        return True
    if following & {"number", "toll", "count", "total", "figure"}:
        return False
    if words[index].low == "admitted" and _takes_in(words, index):
        return True
    taken = following & (NO_SPEECH_OBJECTS if words[index].low.startswith("claim") else NO_SPEECH_OBJECTS - _LIVES)
    return bool((taken and words[index].low not in _PLAIN) or (force is Force.DENIES and following & REFUSED))


def _takes_in(words: Sequence[Token], index: int) -> bool:
    """ "The hospital admitted at least 140 people": no report."""
    near = words[index + 1 : index + 9]
    if [w.low for w in near[:2]] in (["at", "least"], ["up", "to"], ["more", "than"], ["close", "to"]):
        near = near[2:]
    stop = next((i for i, w in enumerate(near) if w.low in PREPOSITIONS | AUXILIARIES or w.text in ".;"), len(near))
    near = near[:stop]
    if near and near[0].low in {"that", "its", "to"}:
        return False
    return any(w.text[0].isdigit() or w.low in _SOME for w in near[:4]) and any(
        w.low in {"people", "patients", "children", "men", "women", "casualties", "wounded", "injured"} for w in near
    )


def _puts_at(words: Sequence[Token], index: int) -> bool:
    """ "put the damage at two million", "puts it between four and six", not "put up a tent"."""
    near = words[index + 1 : index + 16]
    stop = next((i for i, w in enumerate(near) if w.text == ";"), len(near))
    stop = (
        next((i for i, w in enumerate(near[:stop]) if i and w.low in _AT_WHAT and near[i - 1].low == "at"), stop + 1)
        - 1
    )
    return any(w.low in {"at", "as", "between", "above", "below", "under", "over", "near"} for w in near[:stop])


_AT_WHAT = frozenset("risk stake odds ease peace loggerheads home rest".split())
"""What puts something "at" no figure: "putting 215 jobs at risk"."""


def _of_figure(words: Sequence[Token], index: int) -> bool:
    """ "put losses at 40": whoever puts a figure somewhere is a source."""
    near = [w.low for w in words[index + 1 : index + 9]]
    return "at" in near[1:] and not _AT_WHAT & set(near) and not {"on", "in", "up", "out"}.intersection(near[:2])


def reports(words: Sequence[Token], index: int, bounds: Bounds, naming: Naming, begin: int) -> bool:
    """Whether a subject reports by a verb, by what each verb needs beside it."""
    low, force, first = words[index].low, VERBS[words[index].low], naming.words[0].low
    if (
        first in _AMID
        or nobody(naming, bounds)
        or holds(naming, low)
        or (low in _IT_MEANS and naming.words[0].text.lower() == "it")
    ):
        return False
    before = next((w.low for w in reversed(words[: begin + 1]) if w.start < naming.words[0].start), "")
    if naming.pronoun and before in {"whatever", "however", "whoever"}:
        return False  # "whatever they say"
    of_what = low in OF_ONLY and index + 1 < bounds.stop and words[index + 1].low == "of"
    if low in OF_ONLY and not of_what:
        return False
    second, third = (w.low for w in (*naming.words, *naming.words[-1:] * 2)[1:3])
    if (
        not human(naming.words[-1].low)
        and first in {"a", "an"}
        and second in FIGURE_OBJECTS | {"claim", "sum"}
        and third not in {"by", "from", second}
    ):
        return False
    of_what = of_what or (low in {"put", "puts", "putting"} and _of_figure(words, index))
    named = low.endswith("s") and naming.words[-1].capital and len(naming.words) == 1  # "Haas thinks" is one man
    if (force in {Force.FINDS, Force.MENTIONS} or low in AMBIGUOUS) and not (speaks(naming) or of_what or named):
        return False
    if tabled(words, index, bounds):
        return False
    quoted = begin > bounds.start and words[begin - 1].text in _QUOTES
    following = words[index + 1].low if index + 1 < len(words) else ""
    if low in MANNERS and not quoted and following != "that":
        return False
    if low.startswith("explain") and not (speaks(naming) or following in {"that", "why", "how"}):
        return False  # "the lock explains a third of the loss"
    if low in {"see", "sees"} and _of_figure(words, index):
        return True
    if low in NEED_CLAUSE and not _clause_or_quote(words, index, bounds, begin, naming):
        return False
    if low in {"found", "find", "finds"} | RESEARCH and not _finds(words, index, naming):
        return False
    return low not in LOGS or naming.pronoun is not None or any(w.low in SPEAKERS for w in naming.words)


def nobody(naming: Naming, bounds: Bounds) -> bool:
    """Subjects that name no source: "some", and "we" within a quotation."""
    first = naming.words[0].low
    return (first in NOBODIES and len(naming.words) == 1) or (
        bounds.quoted and (naming.pronoun in SELF or first == "our" or (first == "my" and not _kin(naming)))
    )


def _kin(naming: Naming) -> bool:
    """ "My cousin", "my foreman, who was there": somebody else than the speaker."""
    return len(naming.words) > 1 and human(naming.words[1].low) is True and not plural(naming.words[1].low)


def still_to_come(words: Sequence[Token], index: int, bounds: Bounds, cue: Cue) -> bool:
    """Whether it is only told when something will be said: "the commission will report within 60 days"."""
    return _will(words, index, bounds) and not _says_what(words, index, bounds, cue)


_SOME = frozenset(
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety "
    "nearly almost some several dozens hundreds thousands".split()
)
_ON_TO = frozenset("on used seems seemed appears appeared expected due likely going set wants wanted".split())
"""Words before "to say" whose subject does say it: "went on to say", "is expected to announce"."""
_PARTICLES = frozenset("up off away down".split())
"""What makes a deed of a reporting verb: "showed up", "put off"."""
_AMID = frozenset("with amid despite without among including following".split())
"""What opens an aside: "With three more bodies found"."""
_IT_MEANS = frozenset(
    "show shows showed suggest suggests suggested indicate indicates indicated imply implies implied".split()
)
"""What "it" does without saying anything: "it shows that he was awake"."""
_NOT = frozenset("not never neither".split())
_PAPERS = frozenset("documents records reports papers estimates notes counts lists".split())
_WARES = frozenset("its all some more thousands hundreds nearly about up several products vehicles cars".split())


def _clause_or_quote(words: Sequence[Token], index: int, bounds: Bounds, begin: int, naming: Naming) -> bool:
    """Whether "that", a participle or a quotation follows the verb, or a statement with its comma stands before."""
    follower = words[index + 1] if index + 1 < bounds.stop else None
    if follower is None or closes(follower):
        spoken = follower is not None and index + 2 < bounds.stop and words[index + 2].text in _QUOTES
        return spoken or (begin > bounds.start and words[begin - 1].text in ',”"’»')
    if words[index].low.startswith("point"):
        return follower.low == "out"
    if words[index].low.startswith("recall") and not (follower.text[0].isdigit() or follower.low in _WARES):
        return naming.pronoun is not None or naming.words[-1].capital or words[index + 2].low.endswith("ing")
    return follower.low in {"that", "how"} or (follower.low.endswith("ing") and len(follower.low) > 4)


def _will(words: Sequence[Token], index: int, bounds: Bounds) -> bool:
    """Whether the report is still to come: "will report", "is to announce"."""
    here = index - 1
    while here > bounds.start and adverbial(words[here]):
        here -= 1
    return words[here].low in {"will", "shall", "would", "to", "must", "should"}


def _says_what(words: Sequence[Token], index: int, bounds: Bounds, cue: Cue) -> bool:
    """Whether words that are said stand beside the verb, rather than when and where it will be said."""
    follower = words[index + 1] if index + 1 < bounds.stop else None
    if cue.left is not None:
        return True
    if follower is None or follower.low in PREPOSITIONS | TIME_WORDS or closes(follower):
        return False
    told = follower.low in DETERMINERS | _CLAUSE_STARTS or follower.capital or follower.text[0].isdigit()
    return told or follower.low.split("-")[0] in _SOME


def _finds(words: Sequence[Token], index: int, naming: Naming) -> bool:
    """Whether "found" reports a result rather than a body or a key."""
    following = words[index + 1].low if index + 1 < len(words) else "."
    return (
        following in {"that", ".", ","}
        or proved(words, index)
        or any(w.low.removesuffix("'s") in FINDERS | MESSAGES for w in naming.words)
    )


def _in_name(words: Sequence[Token], index: int) -> bool:
    """ "The protest group Rise Up said"."""
    return index > 0 and words[index].capital and words[index - 1].capital


def _where(words: Sequence[Token], index: int) -> bool:
    """ "Relatives waiting outside put the dead at nine", "a porter I spoke to says"."""
    if [w.low for w in words[max(0, index - 2) : index]] in (["spoke", "to"], ["talked", "to"]):
        return index > 2 and words[index - 3].low in {"i", "we"}
    return words[index - 1].low in _PLACES and index > 1 and words[index - 2].low.endswith("ing")


_PLACES = frozenset("outside inside below above nearby aboard across".split())


def no_verb(words: Sequence[Token], index: int, bounds: Bounds) -> bool:
    """Passives, adjectives and nouns that only look like reporting verbs."""
    low = words[index].low
    if low == "alleged" and index + 1 < bounds.stop:
        follower = words[index + 1]
        if follower.word and not (
            follower.capital or follower.low in _CLAUSE_STARTS | DETERMINERS or follower.text[0].isdigit()
        ):
            return True
    if index == bounds.start or words[index].capital:
        return not (low.endswith("ing") and low in MOVES | _PUTTING and index == bounds.start)
    previous = words[index - 1].low
    if (
        (previous in DETERMINERS and not (words[index - 1].capital and index > bounds.start + 1))
        or (previous in PREPOSITIONS and not (_where(words, index) or _in_name(words, index - 1)))
        or words[index - 1].text[0].isdigit()
        or words[index - 1].text in "$€£("
        or _counted(words, index)
    ):
        return True
    step = index - 1
    while step > bounds.start and adverbial(words[step]):
        step -= 1
    if VERBS.get(low) is Force.SAYS and _negated(words, index, bounds):
        return True
    if words[step].low == "to" and not _where(words, index) and not (step and words[step - 1].low in _ON_TO):
        return True
    if words[step].low in BE and not low.endswith("ing"):
        return True
    if low.endswith("ing"):
        return not (words[step].low in BE or words[index - 1].text == "," or words[index - 1].text in _QUOTES)
    if low in AMBIGUOUS and _noun_here(words, index, bounds):
        return True
    if index + 2 >= bounds.stop or words[index + 1].low != "by" or low not in BY_AGENT:
        return False
    agent = name_after(words, index + 2, bounds.stop)
    return agent is not None and speaks(agent[0])


def _counted(words: Sequence[Token], index: int) -> bool:
    """Whether the word tells how sure a count is: "eight confirmed cases"."""
    number = words[index - 1].low.split("-")[0] in _SOME and words[index].low.endswith("ed")
    return number and index + 1 < len(words) and plural(words[index + 1].low)


def _negated(words: Sequence[Token], index: int, bounds: Bounds) -> bool:
    """Whether something is not said: "police did not say that", which is nobody's word."""
    here = index - 1
    while here > bounds.start and (words[here].low in AUXILIARIES | _NOT or adverbial(words[here])):
        if words[here].low in _NOT or words[here].low.endswith(("n't", "n’t")):
            return True
        here -= 1
    return False


def _amount(words: Sequence[Token], index: int) -> bool:
    """Whether an amount follows: "claims declined by 6,000", "reports rose 12 percent"."""
    return index < len(words) and (words[index].low in {"by", "to", "from"} or words[index].text[0].isdigit())


_BEFORE_VERBS = frozenset("they we i you to will would can could may not also now did does do had has have".split())


def _noun_here(words: Sequence[Token], index: int, bounds: Bounds) -> bool:
    """Whether an ambiguous form is a noun: "the health reports", "a UN report warned"."""
    low, previous = words[index].low, words[index - 1]
    follower = words[index + 1] if index + 1 < bounds.stop else None
    if low == "given" and {w.low for w in words[max(0, index - 3) : index]} & {"has", "have", "had"}:
        return False  # "had earlier given the toll as 58"
    if not previous.word or (previous.low in VERBS and previous.low not in AMBIGUOUS):
        return not (previous.text in ",)" and (low.endswith(("s", "ed", "put")) or low in _PAST))
    if (
        follower is None
        or follower.low in AUXILIARIES
        or follower.low in {"of"}
        or (follower.low in VERBS and follower.low not in AMBIGUOUS)
        or (follower.low in RISES and follower.low not in PREPOSITIONS and _amount(words, index + 2))
    ):
        return True
    if low in _PAPERS and previous.text[0].islower() and index > 1 and words[index - 2].low in PREPOSITIONS - {"of"}:
        return True  # "said in court documents"
    if low.endswith("s") or low in {"thought", "found", "knew", "saw", "put", "set"}:
        return owns(previous) or (
            low != "put"
            and low != "set"
            and low.endswith("s")
            and plural(previous.low)
            and not previous.capital
            and not belongs(words, index)
        )
    if follower.low in {"from", "by", "about", "into"}:
        return True
    if previous.low in _BEFORE_VERBS:
        return False
    if follower.low in DETERMINERS or follower.low == "that" or follower.text[0].isdigit():
        return not any(plural(w.low) for w in words[max(bounds.start, index - 8) : index])
    return not plural(previous.low)


def span_later(words: Sequence[Token], here: int) -> bool:
    """ "Announced a day later", "said two hours before the vote": only when it was said."""
    near = [w.low for w in words[here : here + 4]]
    if near[:1] and near[0] in _UNITS:
        return near[1:2] in (["later"], ["earlier"], ["after"], ["before"], ["ago"])
    stop = next((i for i, low in enumerate(near) if i and low in _UNITS), None)
    return stop is not None and near[stop + 1 : stop + 2] in (["later"], ["earlier"], ["after"], ["before"], ["ago"])


_UNITS = frozenset("minute minutes hour hours day days week weeks month months year years moments".split())
