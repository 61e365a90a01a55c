"""Pages that need not be made again: what they are made from is what it was, and they lie there untouched.

A fingerprint is taken of everything that a page depends on: its dossier, where the questions it links to
stand, the time zone, the templates and the program itself. Wherever one of them differs, the page is made anew.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

import jinja2

import reconcile
from reconcile.report.pairs import Directory
from reconcile.report.render import template_folder
from reconcile.report.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Former:
    """What the last publication wrote: the digest of each file, the fingerprint of each page."""

    files: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, str] = field(default_factory=dict)

    def kept(self, folder: Path, names: Iterable[str], id_: str, fingerprint: str) -> dict[str, bytes]:
        """The files of a page as they lie there; empty where anything is missing, edited or out of date."""
        if self.pages.get(id_) != fingerprint:
            return {}
        found: dict[str, bytes] = {}
        for name in names:
            try:
                found[name] = (folder / name).read_bytes()
            except OSError:
                return {}
            if hashlib.sha256(found[name]).hexdigest() != self.files.get(name):
                return {}
        return found


def former_of(manifest: Path) -> Former:
    """What a manifest tells; nothing where there is none or it cannot be read."""
    try:
        told = json.loads(manifest.read_text("utf-8"))
    except (OSError, ValueError):
        return Former()
    parts = [told.get(name) if isinstance(told, dict) else None for name in ("files", "pages")]
    return Former(*(part if isinstance(part, dict) else {} for part in parts))


def fingerprint(sheet: Sheet, directory: Directory, zone: str) -> str:
    """Of everything that the files of one question depend on."""
    dossier = sheet.dossier
    linked = {one.id for one in dossier.event}
    for question in sheet.questions:
        linked |= {id_ for one in question.relations for id_ in (one.left_question, one.right_question)}
    parts = (
        program(),
        zone,
        sorted(dossier.veiled),
        [(id_, directory.get(id_)) for id_ in sorted(linked)],
        replace(dossier, veiled=frozenset()),
    )
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


@cache
def program() -> str:
    """Of the templates and of those parts of the program that fill them."""
    package = Path(reconcile.__file__).resolve().parent
    digest = hashlib.sha256(f"{reconcile.__version__} {jinja2.__version__}".encode())
    modules = [package / "model.py", *(package / "report").glob("*.py"), *(package / "values").glob("*.py")]
    for path in [*sorted(template_folder().iterdir()), *sorted(modules)]:
        if path.is_file():
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
