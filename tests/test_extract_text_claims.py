"""Statements in words: a person's legal status, who is behind an attack, causes, states that sources dispute."""

from __future__ import annotations

import pytest

from reconcile.extract import extract
from reconcile.model import Claim, Document, Kind, Section

Row = tuple[str, str, str | None, str]
"""Whose status or which attribute, the words, the source (None: the article itself), the stance."""


def told(text: str, title: str | None = None) -> list[Claim]:
    """The statements in words that are read from an article of 4 May 2031."""
    document = Document(id="x", text=text, title=title, published="2031-05-04T10:00:00Z")
    return [claim for claim in extract(document) if claim.value.kind is Kind.TEXT]


def row(claim: Claim) -> Row:
    """A statement as a row of the tables below; what is only possible has a question mark behind its stance."""
    doubt = "" if claim.modality.value == "stated" else "?"
    about = claim.scope.population or claim.scope.attribute or ""
    return about, claim.value.words, claim.source.name if claim.source else None, claim.stance.value + doubt


A, D, P = "asserts", "denies", "asserts?"

STATUSES: list[tuple[str, list[Row]]] = [
    ("Otto Lind was arrested on Friday.", [("Otto Lind", "arrested", None, A)]),
    ("Otto Lind, 29, was arrested on Friday.", [("Otto Lind, 29", "arrested", None, A)]),
    ("The ferry's cook, 46, has been charged with theft.", [("ferry's cook, 46", "charged", None, A)]),
    ("A 41-year-old baker was detained at the border.", [("41-year-old baker", "detained", None, A)]),
    ("Police said that a 41-year-old baker had been arrested.", [("41-year-old baker", "arrested", "Police", A)]),
    ("Prosecutors have charged Ida Fenn with fraud.", [("Ida Fenn", "charged", None, A)]),
    ("Detectives arrested the driver, Ivo Kell, on Sunday.", [("Ivo Kell", "arrested", None, A)]),
    ("A court in Velm sentenced the banker Ada Roon to nine years.", [("Ada Roon", "sentenced", None, A)]),
    ("A jury found the nurse guilty of neglect.", [("nurse", "convicted", None, A)]),
    ("A jury found the nurse not guilty.", [("nurse", "acquitted", None, A)]),
    ("Ivo Kell was found guilty on Thursday.", [("Ivo Kell", "convicted", None, A)]),
    ("The judge acquitted Ivo Kell of all charges.", [("Ivo Kell", "acquitted", None, A)]),
    ("The mayor was cleared of bribery.", [("mayor", "acquitted", None, A)]),
    ("Ivo Kell pleaded guilty to arson.", [("Ivo Kell", "pleaded guilty", None, A)]),
    ("Ivo Kell has pleaded not guilty.", [("Ivo Kell", "pleaded not guilty", None, A)]),
    ("The pilot went on trial on Monday.", [("pilot", "on trial", None, A)]),
    ("The pilot was released on bail.", [("pilot", "released", None, A)]),
    ("The suspect was freed from custody, his lawyer said.", [("suspect", "released", "lawyer", A)]),
    ("Ivo Kell is wanted by police in two countries.", [("Ivo Kell", "wanted", None, A)]),
    ("Ivo Kell was taken into custody.", [("Ivo Kell", "detained", None, A)]),
    ("Ivo Kell remains in custody.", [("Ivo Kell", "detained", None, A)]),
    ("The clerk was placed under arrest.", [("clerk", "arrested", None, A)]),
    ("The clerk has not been charged with any crime.", [("clerk", "charged", None, D)]),
    (
        "Ivo Kell, 29, Ada Roon, 31, and Otto Lind, 44, were charged.",
        [
            ("Ivo Kell, 29", "charged", None, A),
            ("Ada Roon, 31", "charged", None, A),
            ("Otto Lind, 44", "charged", None, A),
        ],
    ),
    (
        "Ivo Kell was arrested and charged with arson.",
        [("Ivo Kell", "arrested", None, A), ("Ivo Kell", "charged", None, A)],
    ),
    (
        "Police arrested a 29-year-old man and later charged him with arson.",
        [("29-year-old man", "arrested", None, A), ("29-year-old man", "charged", None, A)],
    ),
    ("Ada Roon faces two counts of fraud.", [("Ada Roon", "charged", None, A)]),
    ("Ada Roon was jailed for six years.", [("Ada Roon", "sentenced", None, A)]),
    ("Ada Roon was jailed overnight.", [("Ada Roon", "detained", None, A)]),
    ("The clerk has not been charged.", [("clerk", "charged", None, D)]),
    ("The clerk has yet to be charged, prosecutors said.", [("clerk", "charged", "prosecutors", D)]),
    ("Police denied that Ivo Kell had been arrested.", [("Ivo Kell", "arrested", "Police", D)]),
    ("The senator was never indicted, her lawyer said.", [("senator", "indicted", "lawyer", D)]),
    ("Ivo Kell, who was indicted on Tuesday, owns the quarry.", [("Ivo Kell", "indicted", None, A)]),
    ("According to the sheriff, a teenager was detained overnight.", [("teenager", "detained", "sheriff", A)]),
    ("A grand jury indicted the treasurer on Wednesday.", [("treasurer", "indicted", None, A)]),
    (
        "Ada Roon and Ivo Kell were charged with perjury.",
        [("Ada Roon", "charged", None, A), ("Ivo Kell", "charged", None, A)],
    ),
    (
        "Officers arrested the owner, 61, and a welder, 33.",
        [("owner, 61", "arrested", None, A), ("welder, 33", "arrested", None, A)],
    ),
    (
        "Ivo Kell was arrested on Friday. He was charged on Sunday.",
        [("Ivo Kell", "arrested", None, A), ("Ivo Kell", "charged", None, A)],
    ),
    (
        "Police arrested a 41-year-old baker. The suspect was later released on bail.",
        [("41-year-old baker", "arrested", None, A), ("41-year-old baker", "released", None, A)],
    ),
    (
        "Ivo Kell, a plumber, was arrested. Kell has not been charged, police said.",
        [("Ivo Kell", "arrested", None, A), ("Ivo Kell", "charged", "police", D)],
    ),
    ("Otto Lind is under arrest, his lawyer said.", [("Otto Lind", "arrested", "lawyer", A)]),
    (
        "A cook aged 51 had been questioned as a witness and then released, the sergeant said.",
        [("cook, 51", "questioned", "sergeant", A), ("cook, 51", "released", "sergeant", A)],
    ),
    (
        "Otto Lind and Ida Fenn were arrested. Lind, the lawyer said, remains in custody, whereas Fenn was let go.",
        [
            ("Otto Lind", "arrested", None, A),
            ("Ida Fenn", "arrested", None, A),
            ("Otto Lind", "detained", "lawyer", A),
            ("Ida Fenn", "released", "lawyer", A),
        ],
    ),
    (
        "Otto Lind was charged with theft. The prosecutor confirmed that the theft charge had been dropped.",
        [("Otto Lind", "charged", None, A), ("Otto Lind", "charges dropped", "prosecutor", A)],
    ),
    ("Charges against Otto Lind were dropped, the court said.", [("Otto Lind", "charges dropped", "court", A)]),
    (
        "Ivo Kell was arrested. His lawyer says the case against him was dropped; the court replies that it never was.",
        [("Ivo Kell", "arrested", None, A), ("Ivo Kell", "charges dropped", "lawyer", A)],
    ),
    (
        "Otto Lind was charged with theft. Sergeant Bo Karr was at the mill. “He is still charged,” Karr said.",
        [("Otto Lind", "charged", None, A), ("Otto Lind", "charged", "Sergeant Bo Karr", A)],
    ),
    (
        "Otto Lind was arrested on Friday. His lawyer said Lind was let go on Sunday.",
        [("Otto Lind", "arrested", None, A), ("Otto Lind", "released", "lawyer", A)],
    ),
    (
        "Ida Fenn, a nurse, was arrested. Her lawyer, Bo Karr, said she denied the claims and had not been charged.",
        [("Ida Fenn", "arrested", None, A), ("Ida Fenn", "charged", "Bo Karr, lawyer", D)],
    ),
    (
        "Otto Lind was held in a cell for six hours. He was under arrest, the sheriff said.",
        [("Otto Lind", "detained", None, A), ("Otto Lind", "arrested", "sheriff", A)],
    ),
    (
        "Otto Lind, 29, was arrested on Friday. His union says he has since been freed.",
        [("Otto Lind, 29", "arrested", None, A), ("Otto Lind, 29", "released", "union", A)],
    ),
    (
        "Two are in hospital. Ivo Kell, 22, was indicted. His brother, Otto Kell, has been released.",
        [("Ivo Kell, 22", "indicted", None, A), ("Otto Kell", "released", None, A)],
    ),
    (
        "The case against Ivo Kell was never withdrawn, the prosecutor said.",
        [("Ivo Kell", "charges dropped", "prosecutor", D)],
    ),
    (
        "Ida Fenn's lawyer says her client is a witness and nothing more.",
        [("Ida Fenn", "witness", "Ida Fenn's lawyer", A)],
    ),
    (
        "The porter who was heard as a witness is not accused of any crime.",
        [("porter", "not accused", None, A)],
    ),
    ("Otto Lind is no longer a suspect, police said.", [("Otto Lind", "not accused", "police", A)]),
    ("Otto Lind is not a suspect, police said.", [("Otto Lind", "not accused", "police", A)]),
    ("Ivo Kell walked free from court on Monday.", [("Ivo Kell", "released", None, A)]),
    (
        "Ivo Kell, 22, was indicted. His brother, Otto Kell, has been released.",
        [("Ivo Kell, 22", "indicted", None, A), ("Otto Kell", "released", None, A)],
    ),
    ("Prosecutors said the clerk will be charged with fraud.", [("clerk", "to be charged", "Prosecutors", A)]),
    ("The gunman is still at large, police said.", [("gunman", "wanted", "police", A)]),
    ("Ivo Kell was charged this morning with perjury.", [("Ivo Kell", "charged", None, A)]),
    ("The clerk has been bailed until June.", [("clerk", "released", None, A)]),
]

BLAMES: list[tuple[str, list[Row]]] = [
    ("The Green Hand claimed responsibility for the bombing.", [("responsibility", "Green Hand", "Green Hand", A)]),
    ("The Green Hand denied any involvement in the raid.", [("responsibility", "Green Hand", "Green Hand", D)]),
    ("The Red Front said it was behind the attack.", [("responsibility", "Red Front", "Red Front", A)]),
    ("The Red Front said it had carried out the bombing.", [("responsibility", "Red Front", "Red Front", A)]),
    ("The Red Front denied that it was behind the attack.", [("responsibility", "Red Front", "Red Front", D)]),
    ("The Red Front denied carrying out the bombing.", [("responsibility", "Red Front", "Red Front", D)]),
    ("The governor blamed the rebels for the attack.", [("responsibility", "rebels", "governor", A)]),
    (
        "The governor accused the militia of carrying out the raid.",
        [("responsibility", "militia", "governor", A)],
    ),
    ("The attack was carried out by separatists, police said.", [("responsibility", "separatists", "police", A)]),
    ("Ida Fenn said the Green Hand was behind the blast.", [("responsibility", "Green Hand", "Ida Fenn", A)]),
    ("The army said rebels were not behind the blast.", [("responsibility", "rebels", "army", D)]),
    (
        "The village elder said that gunmen had stormed the market.",
        [("responsibility", "gunmen", "village elder", A)],
    ),
    (
        "The Green Hand denied that it was behind the attack and accused the army of staging the attack.",
        [("responsibility", "Green Hand", "Green Hand", D), ("responsibility", "army", "Green Hand", A)],
    ),
    ("The ministry blamed the Green Hand, a banned movement.", [("responsibility", "Green Hand", "ministry", A)]),
    (
        "The Red Front denied that its men had been involved.",
        [("responsibility", "Red Front", "Red Front", D)],
    ),
    ("The Green Hand was behind it, the minister said.", [("responsibility", "Green Hand", "minister", A)]),
    ("The bombing was claimed by the Green Hand.", [("responsibility", "Green Hand", "Green Hand", A)]),
    ("The raid was the work of separatists, the governor said.", [("responsibility", "separatists", "governor", A)]),
    (
        "A spokesman for the Green Hand said its men were not involved.",
        [("responsibility", "Green Hand", "spokesman for the Green Hand", D)],
    ),
    ("The pipeline was blown up by saboteurs, the minister said.", [("responsibility", "saboteurs", "minister", A)]),
    ("The closure is the fault of the government, Ida Fenn said.", [("responsibility", "government", "Ida Fenn", A)]),
    ("Hackers were behind the power cut, the minister said.", [("responsibility", "Hackers", "minister", A)]),
    ("The governor pointed the finger at the rebels.", [("responsibility", "rebels", "governor", A)]),
    ("The colonel said rebels had staged the attack.", [("responsibility", "rebels", "colonel", A)]),
    ("The blast may have been caused by militants, the army said.", [("responsibility", "militants", "army", P)]),
]

FAULTS: list[tuple[str, list[Row]]] = [
    (
        "A pointsman had set the wrong route, said a rail official.",
        [("cause", "A pointsman had set the wrong route", "rail official", A)],
    ),
    (
        "The rail union denied that the driver had passed a red light.",
        [("cause", "the driver had passed a red light", "rail union", D)],
    ),
    ("Otto Lind, the driver, denied falling asleep.", [("cause", "falling asleep", "Otto Lind", D)]),
    ("A witness said a cable had snapped.", [("cause", "a cable had snapped", "witness", A)]),
    (
        "Velm Rail said that lightning had knocked out a transformer.",
        [("cause", "lightning had knocked out a transformer", "Velm Rail", A)],
    ),
    (
        "Ida Fenn said the board slept through the change in the market.",
        [("cause", "the board slept through the change in the market", "Ida Fenn", A)],
    ),
    (
        "The skipper had not been drinking, his lawyer said.",
        [("cause", "The skipper had been drinking", "lawyer", D)],
    ),
    (
        "The bus was travelling too fast, a survivor said.",
        [("cause", "The bus was travelling too fast", "survivor", A)],
    ),
]

CAUSES: list[tuple[str, list[Row]]] = [
    ("The fire was caused by an electrical fault, the brigade said.", [("cause", "electrical fault", "brigade", A)]),
    ("The blaze was sparked by a discarded cigarette.", [("cause", "discarded cigarette", None, A)]),
    ("A gas leak caused the explosion, the utility said.", [("cause", "gas leak", "utility", A)]),
    ("The cause of the crash was a burst tyre, police said.", [("cause", "burst tyre", "police", A)]),
    ("A worn valve was the cause, the inspector said.", [("cause", "worn valve", "inspector", A)]),
    ("The insurer blamed faulty wiring for the fire.", [("cause", "faulty wiring", "insurer", A)]),
    ("Ida Fenn blamed the fire on arson.", [("cause", "arson", "Ida Fenn", A)]),
    ("The derailment was due to a broken rail, the operator said.", [("cause", "broken rail", "operator", A)]),
    ("The fire brigade ruled out arson.", [("cause", "arson", "fire brigade", D)]),
    ("Sabotage cannot be ruled out yet, the operator said.", [("cause", "Sabotage", "operator", P)]),
    ("There was no sign of arson, the fire chief said.", [("cause", "arson", "fire chief", D)]),
    ("The fire was not caused by lightning, the ranger said.", [("cause", "lightning", "ranger", D)]),
    ("The fire could have been caused by a candle, a neighbour said.", [("cause", "candle", "neighbour", P)]),
    ("The railway denied that the crash was caused by a signal failure.", [("cause", "signal failure", "railway", D)]),
    (
        "The canal board dismissed claims that a rusted gate had caused the flood.",
        [("cause", "rusted gate", "canal board", D)],
    ),
    (
        "The outbreak was declared in May and started from tainted barrels in the port quarter.",
        [("cause", "tainted barrels in the port quarter", None, A)],
    ),
    (
        "A nurse said the illness had come from a cracked tank behind the school.",
        [("cause", "cracked tank", "nurse", A)],
    ),
    ("“There is no sign that our pumps were involved,” Ida Fenn said.", [("cause", "pumps", "Ida Fenn", D)]),
    ("There was no evidence that the pilot was to blame, the report said.", [("cause", "pilot", "report", D)]),
    ("“It was the chimney that did it,” Ida Fenn said.", [("cause", "chimney", "Ida Fenn", A)]),
    ("Falling orders were to blame, Ida Fenn said.", [("cause", "Falling orders", "Ida Fenn", A)]),
    ("The union said bad planning was the reason for the closure.", [("cause", "bad planning", "union", A)]),
    ("The samples point to a split pipe, Ida Fenn said.", [("cause", "split pipe", "Ida Fenn", A)]),
    ("The spill was blamed on a ruptured hose, the coast guard said.", [("cause", "ruptured hose", "coast guard", A)]),
    ("The landlord blames a tenant’s cigarette.", [("cause", "tenant’s cigarette", "landlord", A)]),
    ("The firm said a leaking valve had set off the blast.", [("cause", "leaking valve", "firm", A)]),
    ("The ferry sank after hitting a rock, the coast guard said.", [("cause", "hitting a rock", "coast guard", A)]),
    (
        "The chief said the illness was caused by food from the gate. Nurses said they had no evidence for that.",
        [("cause", "food from the gate", "chief", A), ("cause", "food from the gate", "Nurses", D)],
    ),
    (
        "The institute said the illness had come from bad milk. The farm's owner, Bo Karr, rejected the claim.",
        [("cause", "bad milk", "institute", A), ("cause", "bad milk", "farm's owner", D)],
    ),
    ("The crash happened because of black ice, police said.", [("cause", "black ice", "police", A)]),
    ("The blast was set off by a stray spark, the inspector said.", [("cause", "stray spark", "inspector", A)]),
    ("The mayor said a fallen crane had triggered the collapse.", [("cause", "fallen crane", "mayor", A)]),
    ("The fire started with a dropped cigarette, the landlord said.", [("cause", "dropped cigarette", "landlord", A)]),
]

MANNERS: list[tuple[str, list[Row]]] = [
    ("The wildfire was started deliberately, police said.", [("cause", "started deliberately", "police", A)]),
    ("The owner insists it was arson.", [("cause", "arson", "owner", A)]),
    ("The fire was started deliberately, police said.", [("cause", "started deliberately", "police", A)]),
    ("The coroner ruled the death a suicide.", [("cause", "suicide", "coroner", A)]),
    ("The death was ruled a homicide, the coroner said.", [("cause", "homicide", "coroner", A)]),
    ("Police are treating the blaze as arson.", [("cause", "arson", "Police", P)]),
    ("It was a candle that caused the fire, the brigade said.", [("cause", "candle", "brigade", A)]),
    ("The fire was not accidental, the insurer said.", [("cause", "accidental", "insurer", D)]),
]

STATES: list[tuple[str, list[Row]]] = [
    ("The mayor denied that tear gas had been used in the square.", [("state", "gas used", "mayor", D)]),
    ("Witnesses said gas had been used.", [("state", "gas used", "Witnesses", A)]),
    ("The colonel said his men never fired live rounds.", [("state", "live rounds used", "colonel", D)]),
    ("No warning was given, a shopkeeper said.", [("state", "warning given", "shopkeeper", D)]),
    ("Residents said the gate had been left unlocked.", [("state", "left open", "Residents", A)]),
    ("The warden insisted that the gate was forced.", [("state", "left open", "warden", D)]),
    ("The driver said the brakes had failed.", [("state", "brakes failed", "driver", A)]),
    ("The inspector found the brakes in working order.", [("state", "brakes failed", "inspector", D)]),
    ("The water is not toxic, the plant's manager said.", [("state", "toxic", "plant's manager", D)]),
    ("The harbour master said the ferry was overloaded.", [("state", "overloaded", "harbour master", A)]),
    ("The shop denied that the meat was out of date.", [("state", "out of date", "shop", D)]),
    ("The mediator announced a pause of the talks.", [("state", "paused", "mediator", A)]),
    (
        "Tenants said that the lift shaft was never inspected. The landlord denied this.",
        [
            ("state", "the lift shaft was never inspected", "Tenants", A),
            ("state", "the lift shaft was never inspected", "landlord", D),
        ],
    ),
    (
        "The widow said that the blast was caused by a gas leak. The utility rejected the claim.",
        [("cause", "gas leak", "widow", A), ("cause", "gas leak", "utility", D)],
    ),
]

NOTHING = [
    "If he is charged, the baker faces ten years.",
    "The baker could be charged this week.",
    "The baker will be sentenced on Friday.",
    "The baker is expected to be arrested soon.",
    "Was the mayor arrested?",
    "Police are investigating whether the mayor should be charged.",
    "Customers were charged twice for the tickets.",
    "The hotel charged a guest 40 pounds for towels.",
    "The patient was released from hospital.",
    "The hostage was released after a week.",
    "The album was released in March.",
    "The army released a statement.",
    "Nobody has been arrested.",
    "No one has claimed responsibility for the attack.",
    "It was the first time a person was convicted under the act.",
    "Two men were arrested on Monday.",
    "The mayor was previously convicted of fraud.",
    "She had a sentence of three words in her notebook.",
    "He wanted a longer contract.",
    "The road was cleared of snow.",
    "He died after he was arrested.",
    "The cause of the fire is not known.",
    "The cause of the fire is under investigation.",
    "Police are looking into what caused the crash.",
    "The storm caused damage of two million euros.",
    "A death is attributed to cold only where a doctor says so.",
    "Investigators want to know whether arson caused the fire.",
    "Rain caused delays on the railway.",
    "The chairman was responsible for the budget.",
    "He is behind schedule.",
    "The rebels would be blamed for any attack.",
    "The engine was built in 1987.",
    "The brakes failed the test of time, the poet wrote?",
    "The talks could be paused next week.",
    "The village was left behind the hill.",
    "The minister denied this.",
    "The door was locked, the tenant said.",
    "There was no sign of forced entry and no suspects were named.",
    "The tenant said that gangs were behind many robberies.",
    "An offender was not immediately in custody.",
    "Otto Lind was released from prison earlier this year.",
    "The baker was not arrested because the quarrel was a civil one.",
    "The baker could face charges.",
    "The company faces new competition.",
    "It is not known whether the fire was started deliberately.",
    "It was a warm day that ended in rain.",
    "The nurse was not convicted of murder.",
    "Police released the calibre of the gun found in the prison.",
    "One of the suspects was charged.",
    "If the driver passed a red light, he will be charged, police said.",
    "The driver passed a red light and waved.",
    "Otto Lind was charged with leading the side.",
    "It was murder getting out of the car park.",
    "Fans blamed the referee, and the coach blamed himself.",
    "Its members were involved in the talks, he said.",
    "Nobody was to blame, the coroner said.",
    "He comes from a small village, and the train came from Velm.",
    "The fire spread from the kitchen to the roof.",
    "Everything points to a long winter.",
    "The minister was questioned by reporters.",
    "A waitress was a witness to the crash.",
    "The manager was let go after the merger.",
    "The plan was dropped, and the case was dismissed as a joke.",
]


@pytest.mark.parametrize(
    ("text", "rows"),
    [*STATUSES, *BLAMES, *FAULTS, *CAUSES, *MANNERS, *STATES],
    ids=lambda case: case if isinstance(case, str) else "",
)
def test_a_statement_is_read_with_its_person_source_and_stance(text: str, rows: list[Row]) -> None:
    """Each statement is read with whom or what it is about, its words, its source and whether it denies."""
    assert [row(claim) for claim in told(text)] == rows


@pytest.mark.parametrize("text", NOTHING)
def test_what_states_nothing_of_the_closed_kinds_is_left_out(text: str) -> None:
    """Conditions, plans, questions, unknown causes and other senses of the words give no statement."""
    assert told(text) == []


HEADLINES = [
    ("Otto Lind charged over mill fire", [("Otto Lind, 29", "charged", None, A)]),
    ("Court jails Otto Lind", [("Otto Lind, 29", "sentenced", None, A)]),
    ("Police arrest Otto Lind", [("Otto Lind, 29", "arrested", None, A)]),
    ("Lind held over mill fire", [("Otto Lind, 29", "detained", None, A)]),
    ("Plumber, 29, freed on bail", [("Otto Lind, 29", "released", None, A)]),
    ("Ada Roon charged over mill fire", [("Ada Roon", "charged", None, A)]),
    ("Clerk charged over mill fire", [("Clerk", "charged", None, A)]),
    ("Will Otto Lind be charged?", []),
    ("Man jailed over mill fire", []),
    ("Charges after mill fire", []),
    ("Lind: mill blast", []),
    ("Mill blast", []),
]


@pytest.mark.parametrize(("title", "rows"), HEADLINES)
def test_a_headline_is_said_of_the_person_whom_it_fits(title: str, rows: list[Row]) -> None:
    """A name, an age, a role finds its person in the text; "man" finds nobody where it would say more than the text."""
    text = "Otto Lind, 29, a plumber, was arrested on Friday."
    assert [row(claim) for claim in told(text, title) if claim.section is Section.HEADLINE] == rows
