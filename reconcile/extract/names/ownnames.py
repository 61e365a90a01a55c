"""By which common names a publisher calls itself in its own releases: "Ostvik AB (the Company)", "the union"."""

from __future__ import annotations

import re

_DEFINED = re.compile(
    r"(?P<name>[A-Z][\w&.’'-]*(?: (?:of|and|for|the|&|[A-Z][\w&.’'-]*)){0,7}),? "
    r"\((?:hereinafter |hereafter )?(?:the )?[“\"‘]?(?P<short>[A-Z][A-Za-z]+)[”\"’]?\)"
)
_READ = 3_000
"""Characters of a text in which its publisher tells how it calls itself."""
_SMALL = frozenset("of and for the".split())
_UNIONS = re.compile(
    r"\b(?:union|association|federation|guild|brotherhood|league)\b.*\b(?:of|for)\b.*\b"
    r"(?:workers|employees|teachers|nurses|drivers|pilots|doctors|dockers|miners|journalists|officers|staff|postmen|"
    r"seafarers|lecturers|musicians|actors|machinists|engineers|firefighters|cleaners|porters)\b"
    r"|\b\w+s[’'] (?:union|association|federation|guild)\b|\bunion\b",
    re.IGNORECASE,
)


def own_names(outlet: str | None, text: str) -> frozenset[str]:
    """The words, in lower case, that mean the publisher where they stand alone behind "the".

    >>> sorted(own_names("Ostvik AB", "Ostvik AB (the Company) sells its mill."))
    ['company']
    >>> sorted(own_names("Association of Lorry Drivers", "We strike."))
    ['union']
    """
    if not outlet:
        return frozenset()
    own = set(re.findall(r"\w+", outlet.lower()))
    found = {"union"} if _UNIONS.search(outlet) else set()
    for match in _DEFINED.finditer(text[:_READ]):
        name = set(re.findall(r"\w+", match["name"].lower())) - _SMALL
        if name and name <= own:
            found.add(match["short"].lower())
    return frozenset(found)
