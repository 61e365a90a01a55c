"""One dossier laid out for reading: which account a claim belongs to, who is behind it, what still stands."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from reconcile.model import (
    Account,
    Claim,
    ClaimStatus,
    Document,
    DocumentKind,
    Kind,
    Question,
    Section,
    Stance,
    VerdictKind,
)
from reconcile.report import wording
from reconcile.report.moments import Wall
from reconcile.report.runs import Line, Run, clean, listed, own
from reconcile.report.views import Dossier, SourceNote

_COLOURED = ("A", "B", "C")
MOST_TAGS = 8
_NO_NOTE = SourceNote()
_GENERIC = frozenset(
    {
        *("officials", "official", "authorities", "police", "witnesses", "witness", "residents", "villagers"),
        *("sources", "source", "spokesman", "spokeswoman", "spokesperson", "survivors"),
        *("doctors", "medics", "experts", "analysts"),
    }
)


@dataclass(frozen=True, slots=True)
class Tag:
    """The letter of an account, its class of colour and its anchor on the page.

    Accounts of a part are numbered, since they carry letters of their own: "A1".
    """

    letter: str
    colour: str
    anchor: str

    @property
    def run(self) -> Run:
        """The tag as it stands in a line."""
        return Run(self.letter, "tag", href=f"#{self.anchor}", colour=self.colour)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A dossier with the look-ups that every part of its page needs."""

    dossier: Dossier
    wall: Wall
    tags: dict[tuple[str, str], Tag] = field(default_factory=dict)
    holders: dict[str, tuple[Question, Account]] = field(default_factory=dict)
    outlets: dict[Account, str] = field(default_factory=dict)

    @property
    def questions(self) -> tuple[Question, ...]:
        """The question of the page, then the questions that count a part of it."""
        return (self.dossier.question, *self.dossier.parts)

    def tag(self, question: Question, account: Account) -> Tag:
        """The letter tag of an account."""
        return self.tags[question.id, account.letter]

    def tag_of(self, claim_id: str) -> Tag | None:
        """The letter tag of the account to which a claim belongs, None where it belongs to none here."""
        held = self.holders.get(claim_id)
        return self.tag(*held) if held else None

    def claim(self, claim_id: str) -> Claim | None:
        """A claim by its id."""
        return self.dossier.claims.get(claim_id)

    def document(self, claim: Claim) -> Document | None:
        """The document in which a claim stands."""
        return self.dossier.documents.get(claim.document)

    def stamp(self, claim: Claim) -> str | None:
        """When it was said, else when it was printed."""
        document = self.document(claim)
        return claim.said_at or (document.published if document else None)

    def standing(self, account: Account) -> list[Claim]:
        """The claims of an account that now hold, in the order said."""
        return [self.dossier.claims[one] for one in account.standing if one in self.dossier.claims]

    def all_of(self, account: Account) -> list[Claim]:
        """All claims of an account, in the order said."""
        return [self.dossier.claims[one] for one in account.claims if one in self.dossier.claims]

    def members(self) -> list[Claim]:
        """The claims of every question on the page, each once."""
        ids = dict.fromkeys(one for question in self.questions for one in question.claims)
        return [self.dossier.claims[one] for one in ids if one in self.dossier.claims]

    def note(self, claim: Claim) -> SourceNote:
        """What the desk has put down about the source of a claim."""
        return self.dossier.sources.get(claim.source.name, _NO_NOTE) if claim.source else _NO_NOTE

    def source(self, claim: Claim) -> str:
        """Who said it, as the text names them; the desk's public label where the name is private."""
        note = self.note(claim)
        if note.label:
            return note.label
        return claim.source.name if claim.source else self.own_voice(claim)

    def own_voice(self, claim: Claim) -> str:
        """The outlet whose own voice it is, where nobody else is named."""
        document = self.document(claim)
        return (document.outlet if document else None) or wording.OUTLET_NOT_STATED

    def outlet(self, document: Document | None) -> str:
        """Who printed it, or that this is not stated."""
        if document and document.kind is DocumentKind.OWN:
            return document.title or document.outlet or "own reporting"
        return (document.outlet if document else None) or wording.OUTLET_NOT_STATED

    def main(self, account: Account) -> Claim | None:
        """The claim that speaks for an account: its newest figure where that was first printed.

        Claims in the words of the source that the account is named by go before those of its members.
        """
        standing = self.standing(account)
        named = [claim for claim in standing if claim.source and claim.source.name == account.title] or standing
        return next((claim for claim in named if _same_figure(claim, named[-1])), None)

    def figures(self, account: Account) -> list[Claim]:
        """The figures that an account holds: the one that speaks for it, then others that stand beside it."""
        main = self.main(account)
        found: list[Claim] = [main] if main else []
        for claim in self.standing(account):
            if claim.stance is Stance.ASSERTS and not any(_same_figure(claim, one) for one in found):
                found.append(claim)
        return found

    def told(self, account: Account) -> list[Claim]:
        """What an account holds, in words also what it denies: "detained" is not told without "not charged"."""
        figures = self.figures(account)
        here = {claim.document for claim in self.standing(account)}
        for claim in self.denials(account):
            if (
                claim.value.kind is Kind.TEXT
                and claim.document in here
                and not any(_same_figure(claim, one) for one in figures)
            ):
                figures.append(claim)
        return figures

    def denials(self, account: Account) -> list[Claim]:
        """What an account denies beside the figure that it holds."""
        main = self.main(account)
        return [claim for claim in self.all_of(account) if claim.stance is Stance.DENIES and claim is not main]

    def replaced(self, account: Account) -> list[Claim]:
        """The figures of an account that no longer hold."""
        gone = [claim for claim in self.all_of(account) if claim.id not in account.standing]
        return [claim for claim in gone if claim.stance is Stance.ASSERTS]

    def title(self, account: Account) -> str:
        """An account is titled by its source as the text names it, or by the desk's public label."""
        speaker = self.main(account) or next(iter(self.all_of(account)), None)
        labels = {self.note(claim).label for claim in self.all_of(account)}
        if speaker and (label := self.note(speaker).label) and labels == {label}:
            return label
        return account.title or (self.source(speaker) if speaker else account.letter)

    def full_title(self, account: Account) -> str:
        """The title, with the outlet where several accounts of a question share it: "Officials (Oru Tribune)"."""
        outlet = self.outlets.get(account)
        return f"{self.title(account)} ({outlet})" if outlet else self.title(account)

    def family(self, document: Document) -> str | None:
        """The family of the outlet; an unmapped outlet is its own; None for own reporting or no outlet."""
        if document.kind is DocumentKind.OWN or not document.outlet:
            return None
        return self.dossier.families.get(document.outlet, document.outlet)

    def documents(self) -> list[Document]:
        """The documents in which the members stand: by time of publication, each once."""
        used = dict.fromkeys(claim.document for claim in self.members())
        found = [self.dossier.documents[one] for one in used if one in self.dossier.documents]
        return sorted(found, key=lambda document: (self.wall.key(document.published), document.id))


def _colour(letter: str) -> str:
    return letter.lower() if letter in _COLOURED else "d"


def _slug(letter: str) -> str:
    return "".join(sign for sign in letter.lower() if sign.isascii() and sign.isalnum()) or "x"


def lay_out(dossier: Dossier, wall: Wall) -> Sheet:
    """The dossier with its letters given out and its claims found in their accounts."""
    sheet = Sheet(dossier, wall)
    whole = {account.origin: account.letter for account in dossier.question.accounts}
    for place, question in enumerate(sheet.questions):
        suffix = str(place) if place else ""
        for account in question.accounts:
            letter = account.letter if not place else whole.get(account.origin, "D")
            shown = f"{account.letter}{suffix}"
            anchor = f"account-{_slug(account.letter)}" + (f"-{place}" if place else "")
            sheet.tags[question.id, account.letter] = Tag(clean(shown), _colour(letter), anchor)
            for claim in account.claims:
                sheet.holders.setdefault(claim, (question, account))
        sheet.outlets.update(_shared_titles(sheet, question))
    return sheet


def _shared_titles(sheet: Sheet, question: Question) -> dict[Account, str]:
    """The outlet of every account whose title another account of the question has too."""
    titles = Counter(sheet.title(account).casefold() for account in question.accounts)
    shared = [account for account in question.accounts if titles[sheet.title(account).casefold()] > 1]
    printed = {account: sheet.main(account) or next(iter(sheet.all_of(account)), None) for account in shared}
    return {account: sheet.outlet(sheet.document(claim)) for account, claim in printed.items() if claim}


def _same_figure(left: Claim, right: Claim) -> bool:
    one, other = left.value, right.value
    if one.kind is Kind.TEXT and one.words.casefold() != other.words.casefold():
        return False
    return (one.low, one.high, one.bound, one.unit, left.stance) == (
        other.low,
        other.high,
        other.bound,
        other.unit,
        right.stance,
    )


def over_the_text(claim: Claim) -> bool:
    """Whether a claim stands in a headline, bullet or caption, over the text of its article."""
    return claim.section is not Section.BODY


def not_named(claim: Claim) -> bool:
    """Whether the source is a kind of people rather than somebody: "officials", "witnesses"."""
    source = claim.source
    if source is None or source.person or "," in source.name:
        return False
    return source.name.split(" ")[-1].casefold() in _GENERIC


def machine_read(claim: Claim) -> bool:
    """Whether a reader proposed the claim; claims made by hand carry no score."""
    return claim.score is not None


def checked(claims: list[Claim]) -> tuple[int, int]:
    """How many of the machine-read claims somebody has accepted, and how many there are."""
    read = [claim for claim in claims if machine_read(claim)]
    return sum(claim.status is ClaimStatus.ACCEPTED for claim in read), len(read)


def held(dossier: Dossier) -> bool:
    """Whether the decision that now stands is to hold the question back."""
    return bool(dossier.verdicts) and dossier.verdicts[-1].kind is VerdictKind.HOLD


def original(document: Document | None) -> bool:
    """Whether a document is the source's own statement: a release, a post, or what the desk heard itself."""
    return document is not None and document.kind is not DocumentKind.ARTICLE


def names(sheet: Sheet, question: Question, accounts: list[Account]) -> Line:
    """Accounts by their tags; of many the first ones and how many more."""
    shown = accounts if len(accounts) <= MOST_TAGS else accounts[: MOST_TAGS - 2]
    tags: list[Line] = [(sheet.tag(question, account).run,) for account in shown]
    more = len(accounts) - len(shown)
    return listed([*tags, (own(wording.count(more, "other")),)] if more else tags, between=" ")
