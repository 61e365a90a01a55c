"""Who a name means: short names completed, pronouns and "the spokesman" resolved, the article's own voice known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reconcile.extract.names.aliases import aliases
from reconcile.extract.names.collective import is_share, parts_of, the_two, this_paper
from reconcile.extract.names.epithets import Epithet, epithet, introduced, somebody
from reconcile.extract.names.fullnames import FullNames
from reconcile.extract.names.genders import fits, pronoun_of
from reconcile.extract.names.houses import COMPLETED, MEDIA_WORDS
from reconcile.extract.names.introductions import reporters
from reconcile.extract.names.likeness import CORPORATE, FIRMS, NAMED_FIRM, gender_fits, is_firm, keys, merged, same
from reconcile.extract.names.naming import Naming
from reconcile.extract.names.ownnames import own_names
from reconcile.extract.names.speakers import BODY_WORDS, PERSON_ROLES, Speaker, bare, speaker_of
from reconcile.extract.voices.corrections import own_earlier
from reconcile.extract.voices.cues import HE_OR_SHE, SELF
from reconcile.extract.words.phrases import DETERMINERS
from reconcile.model import Document, DocumentKind, Source

_OF_OFFICE = frozenset(
    "deputy spokesman spokeswoman spokesperson secretary successor predecessor aide adviser advisor assistant".split()
)
"""Who belongs to somebody by office; the last speaker is meant."""
_OWNERS = {"his": "he", "her": "she", "its": "it", "their": "they"}
_CONTRACTED = re.compile(r"(?:it|he|she|that|there|what|who|they|we|i|you|let)'(?:s|re|m|ve|ll|d)$")
_FEW_BACK = 4
_FURTHEST = 1
"""Owners in a name beyond which nobody goes: "the mayor’s deputy’s aide" may be named, "… aide’s driver" not."""
_IN_MIND = 1200
"""Characters before a pronoun in which somebody may be named whom it means."""
_LOOKED_AT = 40
"""Earlier speakers under one key that are compared; older ones are out of a reader's mind, too."""


@dataclass(frozen=True, slots=True)
class Voice:
    """What a naming resolves to: a speaker, or the article itself where `speaker` is None.

    `resolved` is False where the words mean somebody whom the article does not tell for certain: they are kept as
    they are ("He", "the spokesman").
    """

    speaker: Speaker | None
    start: int
    end: int
    resolved: bool = True


class Cast:
    """The speakers of one article in the order in which they were named; resolves each new naming against them."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._text = document.text or ""
        self._outlet = frozenset(re.findall(r"\w+", (document.outlet or "").lower()))
        self._media = bool(self._outlet & MEDIA_WORDS) and document.kind is not DocumentKind.RELEASE
        self._own = frozenset() if self._media else own_names(document.outlet, self._text)
        self._speakers: list[Speaker] = []
        self._noted: set[Speaker] = set()
        self._by_key: dict[str, list[int]] = {}
        self._bodies: dict[str, dict[str, None]] = {}
        self._names = FullNames(self._text)
        self._recent: list[Speaker] = []
        self._rivals: list[Speaker] = []
        self._aliases = aliases(self._text)
        self._spoken: list[Speaker] = []
        self._at = 0
        self._theirs: Speaker | None = None
        self._latest = -1
        self._companies: set[str] | None = None
        self._reporters = reporters(self._text)
        self._looked: tuple[object, list[Naming]] = (None, [])

    def resolve(self, naming: Naming, aside: bool = False) -> Voice | None:
        """The voice behind a naming; None where a pronoun has nobody to stand for.

        Pronouns that follow do not mean a source named `aside`.
        """
        start, end = naming.words[0].start, naming.words[-1].end
        self._at = start
        pronoun = naming.pronoun or the_two(naming)
        if len(naming.words) == 1 and _CONTRACTED.match(naming.words[0].low):
            return None
        if pronoun in SELF or naming.words[0].low in {"our", "we"} or this_paper(naming):
            return Voice(None, start, end)
        if pronoun and not self._reporting(naming):
            found = self._antecedent(pronoun) or self._introduced(pronoun, alone=False)
            if found is None:
                return _unresolved(naming) if pronoun in HE_OR_SHE or self._represented() else None
            self._note(found)
            return Voice(found, start, end)
        if naming.words[0].low in _OWNERS and len(naming.words) > 1 and not naming.gloss:
            return self._owned(naming)
        plain = bare(naming.words)
        if not plain or is_share(plain):
            return None
        if self._own_voice(naming) or own_earlier(naming) or self._reporting(naming):
            return Voice(None, start, end)
        if (described := epithet(naming)) is not None:
            return self._described(described, naming)
        speaker = self._with_body(speaker_of(self._spelt_out(naming)))
        if [w.low for w in naming.words[:2]] == ["one", "of"]:
            speaker = replace(speaker, many=False, human=True)
        if len(parts_of(naming)) > 1:
            speaker = replace(speaker, many=True, human=None)
        elif self._several(speaker):
            return _unresolved(naming)
        speaker = self._known(speaker)
        self._note(speaker, aside)
        return Voice(speaker, start, end)

    def mention(self, naming: Naming, rivals: Sequence[Naming]) -> Voice | None:
        """Somebody who does not speak here, with the others of the sentence whom "he" may mean as well."""
        before = len(self._spoken)
        for part in parts_of(naming):
            self._note(self._known(self._with_body(speaker_of(part))), aside=True)
        voice = self.resolve(naming)
        del self._spoken[before:]
        self._rivals = [speaker_of(rival) for rival in rivals]
        return voice

    def _owned(self, naming: Naming) -> Voice | None:
        """ "his deputy", "its lawyer": named by whom they belong to, as they are where that is not told."""
        start, end = naming.words[0].start, naming.words[-1].end
        plain = bare(naming.words)
        if not plain or any(w.capital for w in plain) or plain[-1].low in MEDIA_WORDS or is_share(plain):
            return self.resolve(Naming(plain, naming.gloss)) if plain else None
        owner = self._antecedent(_OWNERS[naming.words[0].low]) if naming.words[0].capital else None
        if plain[-1].low not in _OF_OFFICE and naming.words[0].low in {"his", "her"}:
            owner = None  # whose brother or lawyer speaks is told by more than who spoke last
        if not naming.words[0].capital:  # whose brother he is stands in the same sentence
            voice = self.resolve(Naming(plain))
            if naming.words[0].low == "their" and voice is not None:
                self._theirs = voice.speaker
            return voice
        if owner is None and naming.words[0].low == "its":
            owner = next((s for s in reversed(self._recent[-3:]) if s.source.body), None)
            owner = owner and Speaker(Source(owner.source.body or ""), (), "", False, False)
        speaker = speaker_of(Naming(plain))
        name = owner and (owner.source.person or owner.source.body or owner.source.name)
        if name and name.count("’s ") > _FURTHEST:
            name = None
        if not name or speaker.head not in PERSON_ROLES:
            self._note(speaker)
            return Voice(speaker, start, end, bool(name) or speaker.head not in PERSON_ROLES)
        body = (owner.source.body if owner else None) or speaker.source.body
        full = Source(f"{name}’s {speaker.source.name}", body, speaker.source.name, None)
        speaker = replace(speaker, source=full)
        self._note(speaker)
        return Voice(speaker, start, end)

    def _spelt_out(self, naming: Naming) -> Naming:
        """The name with a short form that the article introduced in full."""
        if self._aliases.keys().isdisjoint(w.text for w in naming.words):
            return naming
        plain = " ".join(w.text for w in naming.words)
        words = []
        for word in naming.words:
            full = self._aliases.get(word.text)
            if full is None or full in plain:  # a name beside its short form stays as it is printed
                words.append(word)
            else:
                words.append(word.respelled(full, full.split()[-1].lower()))
        return Naming(tuple(words), naming.gloss)

    def _several(self, speaker: Speaker) -> bool:
        """Whether a bare role ("the doctor") or surname may mean several people of this article, none nearer."""
        if not speaker.names and speaker.head in PERSON_ROLES and speaker.source.name == speaker.head:
            fitting = [s for s in self._candidates(speaker) if same(s, speaker) and not s.many]
            persons = {s.source.person or s.source.name for s in fitting}
            return len(persons) > 1 and not (self._recent and self._recent[-1] in fitting)
        if speaker.head in FIRMS and speaker.source.name == speaker.head:
            return len({s.source.name for s in self._candidates(speaker) if is_firm(s)} | self._firms()) > 1
        if len(speaker.names) != 1 or speaker.human is False:
            return False
        pronoun = pronoun_of(speaker.source.name.lower().replace(".", "").split())
        fitting = [s for s in self._candidates(speaker) if same(s, speaker)]
        spoken = {s.source.person or s.source.name for s in fitting if s in self._spoken[-_LOOKED_AT:]}
        if len(spoken) == 1 or (self._spoken and self._spoken[-1] in fitting):
            return False
        if len({s.source.person or s.source.name for s in fitting}) > 1 and len(spoken) != 1:
            return not any(s in self._recent[-1:] for s in fitting)
        full = self._names.all(speaker.names[0], 2)
        full = {name for name in full if pronoun is None or fits(pronoun, name.lower().split())}
        return len(full) > 1 and pronoun is not None

    def _firms(self) -> set[str]:
        """Companies that the text names by their form: "Orm Lines Ltd"."""
        if self._companies is None:
            self._companies = set(NAMED_FIRM.findall(self._text))
        return self._companies

    def _note(self, speaker: Speaker, aside: bool = False) -> None:
        if speaker not in self._noted:
            self._noted.add(speaker)
            for key in sorted(keys(speaker)):
                self._by_key.setdefault(key, []).append(len(self._speakers))
            self._speakers.append(speaker)
            body = (speaker.source.body or "").lower().split()
            if len(body) > 1 and speaker.source.body:
                self._bodies.setdefault(body[-1], {})[speaker.source.body] = None
        self._spoken.append(speaker)
        self._latest = max(self._latest, self._at)
        if not aside:
            self._recent.append(speaker)
            self._rivals = []

    def _represented(self) -> bool:
        """Whether somebody spoke last for those whom "they" means: "their lawyer"."""
        return bool(self._recent) and self._recent[-1] is self._theirs

    def _reporting(self, naming: Naming) -> bool:
        """Whether one of the outlet's own reporters is meant, by name or by "she" behind it in the paragraph."""
        if not self._reporters or naming.pronoun not in {None, *HE_OR_SHE}:
            return False
        if naming.pronoun is None:
            return naming.words[-1].low in self._reporters
        begin = self._paragraph()
        named = {word.lower() for word in re.findall(r"\w+", self._text[begin : self._at])} & self._reporters
        return bool(named) and self._latest < begin

    def _described(self, described: Epithet, naming: Naming) -> Voice:
        """Whom "the mother of four" or "the maker of" means: the last speaker, if it is of that sort."""
        last = self._recent[-1] if self._recent else None
        if described is Epithet.PERSON:
            person = last is not None and not last.many and (last.human or (last.human is None and len(last.names) > 1))
            last = last if person else self._lately()
        if last is None or last.many:
            return _unresolved(naming)
        fitting = described is Epithet.PERSON or (not last.human and bool(last.names))
        return Voice(last, naming.words[0].start, naming.words[-1].end) if fitting else _unresolved(naming)

    def _lately(self) -> Speaker | None:
        """The one person who is named shortly before."""
        begin = max(0, self._at - _IN_MIND // 2)
        people = {n.words[-1].low: n for p in HE_OR_SHE for n in introduced(self._text, begin, self._at, p)}
        return self._known(speaker_of(next(iter(people.values())))) if len(people) == 1 else None

    def resume(self, source: Source) -> None:
        """Let "she" mean a person again who told of another speaker: "she said the union claims nine"."""
        found = next((s for s in reversed(self._recent[-_FEW_BACK:]) if s.source == source and s.source.person), None)
        if found is not None:
            self._recent.append(found)

    def _paragraph(self) -> int:
        """Where the paragraph of the name that is looked at begins, or what of it a reader has in mind."""
        near = max(0, self._at - _IN_MIND)
        return max(near, self._text.rfind("\n", near, self._at) + 1)

    def _introduced(self, pronoun: str, *, alone: bool = True) -> Speaker | None:
        """The one person who is named in the paragraph of a pronoun before it; `alone`: where no speaker is."""
        begin = self._paragraph()
        if pronoun not in HE_OR_SHE or self._rivals or (alone and self._latest >= begin):
            return None
        known = {s.names[-1] for s in self._speakers[-_LOOKED_AT:] if s.source.person and gender_fits(pronoun, s)}
        if (near := (self._at, pronoun, known)) != self._looked[0]:
            self._looked = near, introduced(self._text, begin, self._at, pronoun, known)
        people = self._looked[1]
        return self._known(speaker_of(people[0])) if len(people) == 1 else None

    def _antecedent(self, pronoun: str) -> Speaker | None:
        if pronoun in HE_OR_SHE and (named := self._introduced(pronoun)):
            return named
        rivals = [r for r in self._rivals if gender_fits(pronoun, r)]
        for speaker in reversed(self._recent[-6:]):
            if (
                pronoun in HE_OR_SHE
                and (speaker.human or (speaker.human is None and (speaker.names or somebody(speaker.head))))
                and not speaker.many
                and gender_fits(pronoun, speaker)
            ):
                return None if rivals and speaker is self._recent[-1] else speaker
            if pronoun == "it" and speaker.human is not True and not speaker.many:
                return speaker
            if pronoun == "they" and self._represented():
                return None
            if pronoun == "they" and (speaker.many or (speaker.human is not True and not speaker.source.person)):
                return speaker
        return None

    def _own_voice(self, naming: Naming) -> bool:
        """Whether the publisher names itself in the third person, or one of its articles."""
        plain = bare(naming.words)
        if plain and not {plain[0].low, plain[-1].low}.isdisjoint({"article", "story", "headline", "caption"}):
            return True
        lows = [
            low
            for w in naming.words
            if w.low not in DETERMINERS
            for low in re.findall(r"\w+", w.low.removesuffix("'s"))
        ]
        if not self._outlet or not lows or naming.words[0].low in {"a", "an"}:
            return False
        inside = all(low in self._outlet for low in lows)
        if self._media:
            named = len(lows) > 1 or lows[0] in MEDIA_WORDS or naming.words[0].low == "the"
            return inside and naming.words[-1].capital and named
        generic = (
            len(lows) == 1 and lows[0] in {"company", "firm", "group"} and CORPORATE.search(self._document.outlet or "")
        )
        return inside or bool(generic) or (len(lows) == 1 and lows[0] in self._own)

    def _known(self, speaker: Speaker) -> Speaker:
        """The earlier, fuller naming of the same speaker, or this one completed from the text."""
        for earlier in self._nearest(speaker):
            if same(earlier, speaker):
                return earlier if len(earlier.source.name) >= len(speaker.source.name) else merged(earlier, speaker)
        return self._completed(speaker)

    def _nearest(self, speaker: Speaker) -> list[Speaker]:
        """Earlier speakers of a like name, the latest first; for a bare surname those before who have spoken."""
        found = self._candidates(speaker)
        if len(speaker.names) != 1:
            return found
        last = self._spoken[-_LOOKED_AT:]
        return sorted(found, key=lambda s: s not in last)

    def _candidates(self, speaker: Speaker) -> list[Speaker]:
        """Earlier speakers that share a name, a role or a head noun, the latest first."""
        places = {place for key in keys(speaker) for place in self._by_key.get(key, ())[-_LOOKED_AT:]}
        return [self._speakers[place] for place in sorted(places, reverse=True)]

    def _with_body(self, speaker: Speaker) -> Speaker:
        """ "the office's director": the office by its full name, where the article has one."""
        body = speaker.source.body
        if not body or " " in body or body.lower() not in COMPLETED:
            return speaker
        known = self._bodies.get(body.lower(), ())
        full = next(iter(known)) if len(known) == 1 else None if known else self._names.one(body.capitalize(), 4)
        return replace(speaker, source=replace(speaker.source, body=full)) if full else speaker

    def _completed(self, speaker: Speaker) -> Speaker:
        """ "the ministry" where the text elsewhere has one "Defence Ministry"; "Zahn" where it has one "Udo Zahn"."""
        if not speaker.names and speaker.head in COMPLETED and len(speaker.source.name.split()) == 1:
            full = self._names.one(speaker.head.capitalize(), 4)
            if full:
                return replace(speaker, source=Source(full, body=full))
        title, _, last = speaker.source.name.rpartition(" ")
        bare_name = speaker.names == (last,) and title.lower().rstrip(".") in {"", "mr", "mrs", "ms", "miss"}
        if bare_name and speaker.human is not False:
            full = self._names.one(last, 2)
            fitting = full and fits(pronoun_of([title.lower().rstrip(".")]) or "", full.lower().split())
            if full and (fitting or not title) and not any(word.lower() in BODY_WORDS for word in full.split()):
                return replace(speaker, source=Source(full, person=full), names=tuple(full.split()))
        return speaker


def _unresolved(naming: Naming) -> Voice:
    """The words themselves as the source: "He", "doctor", "Mr Moss"."""
    words = naming.words if naming.pronoun else (bare(naming.words) or naming.words)
    name = " ".join(w.text for w in words)
    return Voice(
        Speaker(Source(name), (), words[-1].low, None, False), naming.words[0].start, naming.words[-1].end, False
    )
