"""The legal status of a person in words, in a text and in its headline."""

from __future__ import annotations

import pytest
from statement_cases import A, D, Row, row, told

from reconcile.model import Section

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


@pytest.mark.parametrize(("text", "rows"), STATUSES, ids=lambda case: case if isinstance(case, str) else "")
def test_a_status_is_read_with_its_person_source_and_stance(text: str, rows: list[Row]) -> None:
    """Each step of a case is read with its person, its words, its source and whether it denies."""
    assert [row(claim) for claim in told(text)] == rows


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
