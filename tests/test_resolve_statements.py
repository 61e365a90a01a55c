"""Statements in words across sources: persons kept apart, steps of a case, causes, culprits, states, headlines."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reconcile.extract import extract
from reconcile.model import Claim, Document, Kind, Question
from reconcile.resolve import Desk, expand, resolve
from reconcile.resolve.words.terms import kinds_of_people

STORY = (
    "TARNBURY - The Hollin mill of Tarnbury on the River Ulm burned down on Saturday, 3 May 2031, beside Merle Quay."
)
"""What the articles of a test have in common, so that they are taken to tell of one event."""


def article(name: str, text: str, *, day: int = 4, title: str | None = None) -> Document:
    """An article of May 2031 by an outlet of its own."""
    published = f"2031-05-{day:02d}T10:00:00Z"
    return Document(id=name, text=f"{STORY}\n\n{text}", title=title, outlet=f"Paper {name}", published=published)


def read(*articles: Document) -> tuple[dict[str, Claim], tuple[Question, ...]]:
    """The statements in words of some articles, by id, and the questions that they answer."""
    claims = {c.id: c for each in articles for c in extract(each) if c.value.kind is Kind.TEXT}
    desk = Desk(ingested={name: number for number, name in enumerate(claims)})
    return claims, resolve(list(claims.values()), {each.id: each for each in articles}, desk)


def relations(questions: Sequence[Question]) -> list[str]:
    """The kinds of all relations between claims, sorted."""
    return sorted(relation.kind.value for question in questions for relation in expand(question))


PAIRS = [
    ("Otto Lind was arrested, police said.", "Otto Lind was charged, prosecutors said.", ["compatible"]),
    ("Otto Lind was arrested, police said.", "Otto Lind was released on bail, his lawyer said.", ["compatible"]),
    ("Otto Lind was arrested, police said.", "Otto Lind was detained, the mayor said.", ["compatible"]),
    ("Otto Lind was charged, police said.", "Otto Lind has been charged, the court said.", ["agree"]),
    ("Otto Lind was arrested, police said.", "Otto Lind was not arrested, the mayor said.", ["conflict"]),
    ("Otto Lind was arrested, police said.", "The mayor denied that Otto Lind had been arrested.", ["conflict"]),
    ("Otto Lind was charged, police said.", "Otto Lind has not been charged, the mayor said.", ["conflict"]),
    ("Otto Lind was arrested, police said.", "Otto Lind has not been charged, the mayor said.", ["compatible"]),
    ("Otto Lind was convicted, the court said.", "Otto Lind was acquitted, his lawyer said.", ["conflict"]),
    ("Otto Lind pleaded guilty, the court said.", "Otto Lind pleaded not guilty, his lawyer said.", ["conflict"]),
    ("Otto Lind was charged, police said.", "Ada Roon was charged, the court said.", []),
    ("Otto Lind, 29, was charged, police said.", "A 29-year-old man was arrested, the mayor said.", ["compatible"]),
    ("Otto Lind, 29, was charged, police said.", "A 31-year-old man was arrested, the mayor said.", []),
    ("A 29-year-old clerk was charged, police said.", "A clerk, 29, was arrested, the mayor said.", ["compatible"]),
    ("A man was charged, police said.", "A man was arrested, the mayor said.", []),
    ("Otto Lind was charged, the court said.", "Otto Lind is only a witness, his lawyer said.", ["conflict"]),
    ("Otto Lind was freed on bail, the court said.", "Otto Lind is still in custody, his lawyer said.", ["conflict"]),
    ("Otto Lind was freed on bail, the court said.", "Otto Lind was detained, his lawyer said.", ["compatible"]),
    (
        "The case against Otto Lind was dropped, his lawyer said.",
        "Otto Lind is still charged with theft, the court said.",
        ["conflict"],
    ),
    ("Otto Lind was freed on bail, the court said.", "Otto Lind was never arrested, the sheriff said.", ["conflict"]),
    (
        "The mayor blamed the Green Hand for the attack.",
        "The Red Front blamed the army for the attack.",
        ["conflict"],
    ),
    ("The mayor blamed gunmen for the attack.", "The sheriff blamed the Green Hand for the attack.", ["unclear"]),
    (
        "The illness came from a tainted well, the mayor said.",
        "A nurse said the outbreak had started from a leaking latrine.",
        ["conflict"],
    ),
    (
        "The illness came from a tainted well, the mayor said.",
        "The outbreak was caused by cholera, a nurse said.",
        ["unclear"],
    ),
    ("Cheap imports were to blame, the mayor said.", "The firm says imports are the reason.", ["agree"]),
    (
        "A pointsman had set the wrong route, a rail official said.",
        "Lightning had knocked out a signal, the operator said.",
        ["conflict"],
    ),
    (
        "The union denied that the driver had passed a red light.",
        "The recorder shows that the train passed a stop signal.",
        ["conflict"],
    ),
    (
        "The mayor denied that gas had been used in the square.",
        "Witnesses said tear gas had been used.",
        ["conflict"],
    ),
    ("Arson caused the fire, the mayor said.", "Lightning caused the fire, the insurer said.", ["conflict"]),
    (
        "The fire was caused by a short circuit, the insurer said.",
        "The fire was sparked by faulty wiring, the mayor said.",
        ["unclear"],
    ),
    (
        "The fire was caused by a short circuit, the insurer said.",
        "A short circuit caused the fire, the mayor said.",
        ["agree"],
    ),
    ("Arson caused the fire, the mayor said.", "The insurer ruled out arson.", ["conflict"]),
    ("A candle caused the fire, the mayor said.", "The insurer ruled out arson.", ["compatible"]),
    ("Arson cannot be ruled out, the mayor said.", "A candle caused the fire, the insurer said.", ["conflict"]),
    (
        "The fire was caused by heavy rain, the mayor said.",
        "The fire was due to human error, the insurer said.",
        ["unclear"],
    ),
    ("The mayor blamed the rebels for the attack.", "The rebels denied any involvement in the attack.", ["conflict"]),
    (
        "The Green Hand claimed responsibility for the attack.",
        "The Red Front claimed responsibility for the attack.",
        ["unclear"],
    ),
    (
        "The mayor blamed the Green Hand for the attack.",
        "The Green Hand claimed responsibility for the attack.",
        ["agree"],
    ),
    (
        "The watchman said the sprinklers had failed.",
        "The sprinklers were in working order, the firm said.",
        ["conflict"],
    ),
    ("The water is not toxic, the firm said.", "The river is poisoned, the angler said.", ["conflict"]),
    (
        "The fire was started deliberately, police said.",
        "The fire was accidental, the owner said.",
        ["conflict"],
    ),
    ("The coroner ruled the death a suicide.", "The death was ruled a murder, the widow said.", ["conflict"]),
    ("Residents said the gate had been left open.", "The warden insisted the gate was forced.", ["conflict"]),
    ("The mediator announced a pause of the talks.", "The talks resumed on Sunday.", ["unclear"]),
]


@pytest.mark.parametrize(("left", "right", "wanted"), PAIRS)
def test_statements_of_two_articles_stand_to_each_other(left: str, right: str, wanted: list[str]) -> None:
    """Two statements about one person, event or thing are related; those about two are not."""
    _, questions = read(article("a", left), article("b", right))
    assert relations(questions) == wanted


@pytest.mark.parametrize(
    ("left", "right", "day", "wanted"),
    [
        ("Otto Lind has not been charged, police said.", "Otto Lind was charged, police said.", 7, "compatible"),
        ("Otto Lind was arrested, the mayor said.", "Otto Lind was never arrested, police said.", 7, "conflict"),
        ("Otto Lind was never arrested, police said.", "Otto Lind was arrested, the mayor said.", 7, "conflict"),
        ("Otto Lind was convicted, police said.", "Otto Lind was acquitted, the court said.", 7, "conflict"),
    ],
)
def test_what_was_still_to_come_may_have_come_since(left: str, right: str, day: int, wanted: str) -> None:
    """A step that had not been taken may be taken later; "never" stays no, and so does the other verdict."""
    _, questions = read(article("a", left, day=4), article("b", right, day=day))
    assert relations(questions) == [wanted]


def test_a_source_that_comes_to_say_what_it_denied_has_revised_it() -> None:
    """The firm's no of Sunday gives way to its yes of Wednesday; it does not contradict itself."""
    first = article("a", "The river is not toxic, Merle Chemicals said.", day=4)
    second = article("b", "Merle Chemicals said the water was poisoned.", day=7)
    _, questions = read(first, second)
    assert relations(questions) == ["revision"]


def test_a_person_of_a_body_is_one_source_with_the_same_person_by_rank() -> None:
    """ "Duty officer Ivo Kell" and "Ivo Kell of the fire service" are one source, which has changed its word."""
    first = article("a", "The river is not toxic, duty officer Ivo Kell said.", day=4)
    second = article("b", "The water was poisoned, said Ivo Kell of the fire service.", day=7)
    _, questions = read(first, second)
    assert relations(questions) == ["revision"]


def test_marchers_and_officers_are_two_kinds_of_people() -> None:
    """Those who march and those who police them are never counted as one."""
    marching, policing = kinds_of_people("70 marchers"), kinds_of_people("nine police officers")
    assert marching == kinds_of_people("demonstrators") != frozenset()
    assert not marching & policing


def test_two_persons_of_an_article_are_two_questions() -> None:
    """What is told of one of two suspects never meets what is told of the other."""
    text = "Otto Lind was arrested on Friday. Ada Roon was charged with fraud. Lind has not been charged, police said."
    claims, questions = read(article("a", text))
    told = [{claims[name].scope.population for name in question.claims} for question in questions]
    assert told == [{"Otto Lind"}, {"Ada Roon"}]
    assert [question.title for question in questions] == [
        "Was Otto Lind arrested or charged?",
        "Was Ada Roon charged?",
    ]


def test_two_persons_stay_apart_across_articles() -> None:
    """A surname joins one person's claims; a description that fits two of the other article joins none."""
    first = article("a", "Otto Lind, 29, was arrested. Ada Roon, 41, was charged with fraud.")
    second = article("b", "Prosecutors said Otto Lind had been charged. The woman was released on bail.")
    claims, questions = read(first, second)
    told = [sorted({f"{c.document} {c.scope.population}" for n in q.claims for c in [claims[n]]}) for q in questions]
    assert ["a Otto Lind, 29", "b Otto Lind"] in told
    assert ["a Ada Roon, 41"] in told


def test_a_headline_that_goes_a_step_further_is_drift() -> None:
    """The headline says indicted of the very man of whom the text says arrested; the other man's case stays apart."""
    text = (
        "A Kordian welder in Velm has been arrested for sending money abroad, police said on Monday.\n\n"
        "In March, a 31-year-old Velm clerk was indicted for theft. The clerk was indicted with two others."
    )
    document = Document(id="a", title="Kordian in Velm indicted over money", text=text, published="2031-05-04")
    claims, questions = read(document)
    drift = [relation for question in questions for relation in question.relations if relation.kind.value == "drift"]
    assert [(claims[r.left].value.words, claims[r.right].value.words) for r in drift] == [("indicted", "arrested")]
    assert relations(questions).count("drift") == 1
    assert sorted(len(question.claims) for question in questions) == [2, 2]


def test_a_headline_is_not_given_to_one_of_two_whom_it_may_mean() -> None:
    """ "Man charged" over a text with two men who were arrested is said of neither."""
    text = "Otto Lind, 29, was arrested on Friday.\n\nIvo Kell, 44, was arrested on Sunday, police said."
    claims, _ = read(Document(id="a", title="Man charged over fire", text=text, published="2031-05-04"))
    assert [claim.value.words for claim in claims.values()] == ["arrested", "arrested"]


def test_a_headline_on_a_man_is_not_held_against_the_one_man_of_the_text() -> None:
    """ "Man convicted" over a text that tells only of another man's arrest may mean someone else."""
    text = "Otto Lind, 29, was arrested on Friday, police said. The trial of his brother ended on Sunday."
    _, questions = read(Document(id="a", title="Man convicted over fire", text=text, published="2031-05-04"))
    assert relations(questions) == []


def test_a_nameless_headline_may_mean_whom_the_text_names() -> None:
    """ "Clerk charged" may be the named woman who was charged, and is no drift from the clerk who was arrested."""
    text = "A Velm clerk who was arrested on Friday is at home. Ada Roon, 31, was charged with theft, police said."
    _, questions = read(Document(id="a", title="Clerk charged with theft", text=text, published="2031-05-04"))
    assert "drift" not in relations(questions)


def test_an_arrest_in_the_headline_is_no_step_beyond_custody() -> None:
    """ "Arrested" over a text in which the man is held in custody says no more than the text."""
    text = "Otto Lind, 29, is in custody, police said."
    _, questions = read(Document(id="a", title="Otto Lind arrested over fire", text=text, published="2031-05-04"))
    assert relations(questions) == ["compatible"]


def test_a_headline_that_the_text_bears_out_is_no_drift() -> None:
    """ "Charged" in the headline agrees with "charged" in the text, though the text also tells of the arrest."""
    text = "Otto Lind, 29, was arrested on Friday. He was charged on Sunday, police said."
    _, questions = read(Document(id="a", title="Otto Lind charged over fire", text=text, published="2031-05-04"))
    assert "drift" not in relations(questions)


TITLES = [
    ("Otto Lind was arrested. Otto Lind was charged.", "Was Otto Lind arrested or charged?"),
    ("A 29-year-old clerk was arrested.", "Was the 29-year-old clerk arrested?"),
    ("Otto Lind pleaded guilty.", "How did Otto Lind plead?"),
    ("Arson caused the fire, the mayor said.", "What caused the fire in Tarnbury?"),
    ("The insurer ruled out arson.", "What was the cause in Tarnbury?"),
    ("The mayor blamed the rebels for the attack.", "Who was behind the attack in Tarnbury?"),
    ("The watchman said the sprinklers had failed.", "Did the sprinklers fail in Tarnbury?"),
    ("The mediator announced a pause of the talks.", "What is the state of the talks in Tarnbury?"),
    (
        "Tenants said that the lift shaft was never inspected. The landlord denied this.",
        "Is it so that the lift shaft was never inspected?",
    ),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_the_heading_asks_and_presumes_nothing(text: str, title: str) -> None:
    """Every status that anyone tells is asked for; place and day come from the event."""
    _, questions = read(article("a", text), article("b", f"{text} The roof fell in."))
    assert title in {question.title.replace(" on 3 May 2031", "") for question in questions}
