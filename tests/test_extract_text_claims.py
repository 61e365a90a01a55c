"""Statements in words: who is behind an attack, faults, causes, disputed states; and what states nothing."""

from __future__ import annotations

import pytest
from statement_cases import A, D, P, Row, row, told

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
    ("On Monday the Green Hand claimed the attack.", [("responsibility", "Green Hand", "Green Hand", A)]),
    ("The Green Hand claims the attack was staged.", []),
    ("The attack was ordered by the Green Hand, police said.", [("responsibility", "Green Hand", "police", A)]),
    ("Two pizzas were ordered by the rebels before the raid.", []),
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
    [*BLAMES, *FAULTS, *CAUSES, *MANNERS, *STATES],
    ids=lambda case: case if isinstance(case, str) else "",
)
def test_a_statement_is_read_with_its_person_source_and_stance(text: str, rows: list[Row]) -> None:
    """Each statement is read with whom or what it is about, its words, its source and whether it denies."""
    assert [row(claim) for claim in told(text)] == rows


@pytest.mark.parametrize("text", NOTHING)
def test_what_states_nothing_of_the_closed_kinds_is_left_out(text: str) -> None:
    """Conditions, plans, questions, unknown causes and other senses of the words give no statement."""
    assert told(text) == []
