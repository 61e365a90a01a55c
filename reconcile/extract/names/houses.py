"""Words in the names of outlets and of bodies."""

from __future__ import annotations

COMPLETED = frozenset(
    """
        ministry department council office bureau agency committee commission administration authority service army
        navy union hospital university institute trust association federation party court board centre center
        prefecture command foundation report study survey railway brigade inspectorate observatory committee group
        company
    """.split()
)
"""Nouns for bodies that an article names in full once and by this word later."""

MEDIA_WORDS = frozenset(
    """
        news times post press herald radio tv fm daily journal tribune gazette standard citizen telegraph mail
        mirror sun star chronicle courier courant corriere kurier zeitung ledger observer guardian independent
        channel television broadcasting wire service agency magazine mirador diario el le la il monde figaro pais
        echo argus echo bulletin reporter review today online network media report world globe examiner inquirer
        dispatch record sentinel advertiser
    """.split()
)
"""Words in the names of papers, stations and agencies."""
