"""Who is one source and who is not: numbered bodies, roles, deputies, people and what the desk keeps to itself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from resolve_cases import article, between, claim, pairs, quoted, resolved

from reconcile.model import Claim, Document, DocumentKind, Question, Source, Span


def told_by(*names: str, documents: tuple[str, ...] = ()) -> Question:
    """One question that several sources answer, each with a figure of its own, each in a document of its own."""
    places = documents or tuple(f"d{number}" for number in range(len(names)))
    claims = [
        claim(str(20 + number), name, document=place, question="the quarry")
        for number, (name, place) in enumerate(zip(names, places, strict=True))
    ]
    (question,) = resolved(claims)
    return question


@pytest.mark.parametrize(
    "names",
    [
        ("Clinic 1", "Clinic 2"),
        ("7th Battalion", "8th Battalion"),
        ("Ward A", "Ward B"),
        ("Captain Ute Lind of the 7th Battalion", "Captain Per Dahl of the 8th Battalion"),
        ("Runa Oste, doctor", "Peer Malm, doctor"),
        ("Runa Oste, driver", "Peer Malm, driver"),
        ("Sunniva Aas, deputy mayor", "Olav Brekke, mayor"),
        ("Sunniva Aas, mayor of Orvo", "Olav Brekke, mayor of Karsk"),
        ("Dr Ida Holm of St Olav Hospital", "Dr Nils Berg of Town Hospital"),
        ("B., deputy governor", "T., spokesman for the provincial governor"),
        ("opposition leader Runa Oste", "opposition leader Peer Malm"),
        ("rebel commander Runa Oste", "rebel commander Peer Malm"),
        ("deputy police chief Runa Oste", "police chief Peer Malm"),
        ("police", "police union"),
        ("a doctor", "a doctor"),
        ("US officials", "US officials"),
        ("residents of Orvo", "residents of Orvo"),
    ],
)
def test_a_role_or_a_sort_of_body_alone_makes_nobody_the_same(names: tuple[str, ...]) -> None:
    """Other names, other numbers and other ranks are other sources, and none has revised the other's figure."""
    question = told_by(*names)
    assert len(question.accounts) == len(names)
    assert {relation.kind.value for relation in question.relations} == {"conflict"}


@pytest.mark.parametrize(
    "names",
    [
        ("7th Battalion", "Seventh Battalion"),
        ("Runa Oste, council member", "Peer Malm, head of the provincial council"),
        ("interior ministry", "Peer Malm, spokesman for the interior ministry"),
        ("Orvo clinic director", "Runa Oste, director of Orvo clinic"),
        ("the mayor", "Olav Brekke, mayor"),
        ("P. Malm", "Peer Malm, teacher"),
        ("fire chief", "fire chief Olav Brekke"),
        ("the owner", "Halden Lines plc"),
        ("the company", "Halden Lines SE"),
        ("the employer", "state railway ORB"),
        ("police", "Chief Inspector Runa Oste"),
        ("Detective Peer Malm", "Orvo police"),
    ],
)
def test_people_who_speak_for_one_stated_body_are_one_source(names: tuple[str, ...]) -> None:
    """Members of a council and its head, a ministry and its spokesman, a mayor with and without name."""
    assert len(told_by(*names).accounts) == 1


@pytest.mark.parametrize(
    ("names", "accounts"),
    [
        (("Sunniva Aas, mayor of Orvo", "Olav Brekke, mayor of Karsk", "the mayor"), 3),
        (("Dr Ida Holm of St Olav Hospital", "Dr Nils Berg of Town Hospital", "the hospital"), 3),
        (("Orvo police", "Karsk police", "police"), 3),
        (("Runa Oste, doctor", "doctor", "Peer Malm, doctor"), 3),
        (("Halden Lines plc", "Orvo Freight Ltd", "the company"), 3),
        (("Orvo police", "Karsk police", "Inspector Runa Oste"), 3),
        (("the museum", "sources within the museum"), 2),
        (("city hospital", "clerk at the city hospital"), 2),
        (("Mercy Hospital", "nurse at the Mercy Hospital"), 2),
    ],
)
def test_a_shared_word_never_joins_two_others(names: tuple[str, ...], accounts: int) -> None:
    """ "The mayor" beside two mayors is neither of them, and makes no one source of the two."""
    assert len(told_by(*names).accounts) == accounts


def test_documents_without_an_outlet_are_each_their_own_voice() -> None:
    """That no outlet is stated does not make two documents one outlet."""
    claims = [claim("4", document="d1", question="the quarry"), claim("6", document="d2", question="the quarry")]
    (question,) = resolved(claims)
    assert [account.title for account in question.accounts] == ["Outlet not stated", "Outlet not stated"]


def own_and_printed(kept: Source, printed: str) -> tuple[Question, list[Claim]]:
    """What the desk heard on the phone beside what a paper prints."""
    phone = Document(id="d1", kind=DocumentKind.OWN, published="2031-03-02T20:00:00Z")
    paper = Document(id="d2", outlet="Karsk Post", published="2031-03-03T06:00:00Z")
    claims = [
        replace(claim("4", "x", document="d1", question="the quarry"), source=kept),
        claim("6", printed, document="d2", question="the quarry"),
    ]
    (question,) = resolved(claims, [phone, paper])
    return question, claims


@pytest.mark.parametrize(
    ("kept", "printed"),
    [
        (Source("T. Vik, deputy governor", label="an official, by phone"), "deputy governor"),
        (Source("Tora Vik, deputy governor", label="an official, by phone"), "Tora Vik, deputy governor"),
        (Source("deputy governor"), "deputy governor"),
        (Source("a doctor"), "doctor"),
    ],
)
def test_what_the_desk_heard_itself_is_never_joined_by_a_role(kept: Source, printed: str) -> None:
    """A private source and a printed one of the same role are two accounts, also where the names are alike."""
    question, claims = own_and_printed(kept, printed)
    assert len(question.accounts) == 2
    assert between([question], *claims) != "revision"


def test_a_private_name_stands_in_no_title_sentence_or_key() -> None:
    """Readers see the label: in the account's title, in its key, in every sentence and assumption."""
    kept = Source("Tora Vik, deputy governor", label="an official, by phone")
    phone = Document(id="d1", kind=DocumentKind.OWN, published="2031-03-02T20:00:00Z")
    later = replace(phone, id="d2", published="2031-03-03T20:00:00Z")
    first = replace(claim("4", "x", document="d1", question="the quarry"), source=kept)
    second = replace(claim("6", "x", document="d2", question="the quarry"), source=kept)
    (question,) = resolved([first, second], [phone, later])
    (account,) = question.accounts
    assert account.title == "an official, by phone"
    assert between([question], first, second) == "revision"
    told = " ".join((account.origin, *(each.why + str(each.assumptions) for each in question.relations)))
    assert "vik" not in told.casefold()
    assert "an official, by phone" in told.casefold()


DENIED = article(
    "quarry",
    "Nine dockers were killed at the Orvo quarry on Monday, the port authority said on Tuesday. The union spoke of 32 "
    "dockers killed. The port authority on Wednesday denied that more than nine dockers were killed.",
    title="Dockers killed at Orvo quarry",
    published="2031-03-05",
)


@pytest.mark.parametrize(
    ("denied", "stands", "relation", "status"),
    [
        ("more than 9", True, "compatible", "contested"),
        ("12", True, "compatible", "contested"),
        ("more than 8", False, "revision", "contested"),
        ("at least 9", False, "revision", "contested"),
        ("9", False, "revision", "revised"),
    ],
)
def test_a_source_takes_back_only_a_figure_that_it_denies(
    denied: str, stands: bool, relation: str, status: str
) -> None:
    """Denying that more than nine were killed leaves one's own nine standing, and the rebels' 32 against it."""
    own = claim("9", "port authority", said="2031-03-03", question="the quarry")
    rebels = claim("32", "rebels", document="d2", said="2031-03-03", question="the quarry")
    denial = claim(denied, "port authority", document="d3", said="2031-03-04", stance="denies", question="the quarry")
    found = resolved([own, rebels, denial])
    (question,) = found
    assert between(found, own, denial) == relation
    assert question.status.value == status
    standing = {each for account in question.accounts for each in account.standing}
    assert (own.id in standing) is stands


def test_a_denial_within_one_article_takes_nothing_back() -> None:
    """The authority that gives nine and denies more than nine in one article still stands by its nine."""
    own = quoted(DENIED, "Nine dockers were killed", "9", "port authority", counted="dockers")
    union = quoted(DENIED, "32 dockers killed", "32", "union", counted="dockers")
    denial = quoted(DENIED, "more than nine dockers were killed", "more than 9", "port authority", counted="dockers")
    denial = replace(denial, stance=replace(claim("1", stance="denies")).stance)
    found = resolved([own, union, denial], [DENIED])
    assert between(found, own, union) == "conflict"
    assert between(found, union, denial) == "conflict"
    assert "revision" not in {each.kind.value for each in pairs(found).values()}
    assert next(each for each in found if own.id in each.claims).status.value == "contested"


@pytest.mark.parametrize(
    ("names", "accounts"),
    [
        (("NFRO", "National Flood Relief Office"), 1),
        (("National Flood Relief Office", "a spokesman for the NFRO"), 1),
        (("NFRO", "Northern Fire Rescue Office", "National Flood Relief Office"), 3),
        (("NFRO", "NFR"), 2),
        (("Orm Port", "OP"), 2),
    ],
)
def test_initials_stand_for_the_body_that_is_written_out_elsewhere(names: tuple[str, ...], accounts: int) -> None:
    """A short form in one article means the one body of another article with these initials, never one of two."""
    assert len(told_by(*names).accounts) == accounts


@pytest.mark.parametrize(
    ("names", "accounts"),
    [
        (("ORB", "the state railway", "state railway ORB"), 1),
        (("ORB", "the state railway"), 2),
        (("transport ministry", "Halden Lines", "interior ministry"), 3),
    ],
)
def test_a_description_and_a_name_are_joined_by_a_name_that_holds_both(names: tuple[str, ...], accounts: int) -> None:
    """ "The state railway" is ORB where one report says "the state railway ORB", never by guess."""
    assert len(told_by(*names).accounts) == accounts


LEAD = "The harbour board said that nine dockers were hurt when a crane fell on the quay."


def in_one_text(text: str, name: str, *, outlet: str = "Karsk Post", first: str = "harbour board") -> set[str]:
    """The accounts of a question that a body answers in an article and, later in its text, somebody by name."""
    document = article("d1", text, outlet=outlet)
    claims = [
        replace(quoted(document, "nine dockers", "9", first, attribute="injured"), question="the crane"),
        replace(quoted(document, "a tenth", "10", name, attribute="injured"), question="the crane"),
    ]
    placed = []
    for each, words in zip(claims, (first, name.split(",")[0]), strict=True):
        start = text.find(words)
        placed.append(replace(each, source_span=Span(start, start + len(words)) if start >= 0 else None))
    found = resolved(placed, [document])
    return {account.title for question in found for account in question.accounts}


@pytest.mark.parametrize(
    ("then", "name", "joined"),
    [
        ("There may be a tenth, said its spokesman, Peer Malm.", "Peer Malm, spokesman", True),
        ("There may be a tenth, said its spokesman, Capt. Peer Malm.", "Peer Malm, spokesman", True),
        ("There may be a tenth, said Peer Malm, the board’s director.", "Peer Malm, director", True),
        ("There may be a tenth, spokeswoman Runa Oste said.", "Runa Oste, spokeswoman", True),
        ("There may be a tenth, said Peer Malm, a crane driver.", "Peer Malm, crane driver", False),
        ("There may be a tenth, said Peer Malm, director of a school.", "Peer Malm, director of a school", False),
        (
            "A strike looms.\n\nHalden Lines has shut the quay. There is a tenth, says its spokesman, Peer Malm.",
            "Peer Malm, spokesman",
            False,
        ),
    ],
)
def test_its_spokesman_speaks_for_the_body_that_was_quoted_last(then: str, name: str, joined: bool) -> None:
    """A possessive or a bare "spokeswoman" goes back to the last body, unless another one opens a sentence between."""
    assert len(in_one_text(f"{LEAD} {then}", name)) == (1 if joined else 2)


@pytest.mark.parametrize(
    ("outlet", "accounts"), [("Halden Lines plc", 1), ("Orvo Harbour Authority", 1), ("Harbour News Service", 2)]
)
def test_a_manager_speaks_for_the_company_in_its_own_release(outlet: str, accounts: int) -> None:
    """In what a body publishes itself its officers speak for it; in a newspaper they speak for nobody by that alone."""
    text = "We know of nine dockers hurt. “There may be a tenth,” says yard manager Runa Oste."
    document = article("d1", text, outlet=outlet)
    own = replace(quoted(document, "nine dockers", "9", attribute="injured"), question="the crane")
    hers = replace(quoted(document, "a tenth", "10", "Runa Oste, manager", attribute="injured"), question="the crane")
    (question,) = resolved([own, hers], [document])
    assert len(question.accounts) == accounts


def test_a_transcript_introduces_who_speaks() -> None:
    """What the first turn says of its speaker holds for the rest of the transcript."""
    text = "OSTE: Good morning. As director of the Harbour Board I can tell you that there are nine dockers hurt.\n\n"
    found = in_one_text(
        text + "QUESTION: Is there a tenth?\n\nOSTE: Yes, a tenth was found.", "Oste", first="Harbour Board"
    )
    assert len(found) == 1


def test_what_shorter_names_joined_leaves_one_choice_to_a_fuller_one() -> None:
    """The union's president is the union's, also where it is named in two ways that a third name joins."""
    names = ("Runa Oste, union president", "drivers’ union", "Drivers’ Union of Orvo")
    assert len(told_by(*names).accounts) == 1


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("owners", "Owners deny 9; mayor says 9."),
        ("residents of the quarter", "Residents of the quarter deny 9; mayor says 9."),
        ("police", "Police deny 9; mayor says 9."),
        ("Rail Bus", "Rail Bus denies 9; mayor says 9."),
    ],
)
def test_several_who_speak_say_and_deny(source: str, why: str) -> None:
    """The verb goes with a plural noun; a name takes one."""
    said, denied = claim("9", "mayor", question="q"), claim("9", source, question="q", stance="denies")
    (pair,) = pairs(resolved([said, denied])).values()
    assert pair.why == why
