"""Templates: found beside the package or in it, filled with finished views, every value escaped."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import jinja2

import reconcile
from reconcile.errors import OutputProblem
from reconcile.report.index import IndexPage
from reconcile.report.page import QuestionPage
from reconcile.report.pairs import Place
from reconcile.report.runs import said


def template_folder() -> Path:
    """`reconcile/templates` of an installed wheel, else `templates` beside the package of a checkout."""
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "templates", package.parent / "templates"):
        if (folder / "base.html").is_file():
            return folder
    raise OutputProblem("the page templates are missing", where=str(package), hint="install reconcile again")


@cache
def environment() -> jinja2.Environment:
    """The environment: autoescape everywhere, an unknown name is an error, JSON sorted and without NaN."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(template_folder()),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.policies["json.dumps_kwargs"] = {"sort_keys": True, "allow_nan": False}
    made.globals.update(version=reconcile.__version__, **assets_by_role())
    return made


@cache
def assets() -> dict[str, bytes]:
    """The stylesheet and the script under names that carry their hash, so that a reader never mixes versions."""
    folder = template_folder()
    found: dict[str, bytes] = {}
    for name in ("report.css", "report.js"):
        content = (folder / name).read_bytes()
        stem, suffix = name.split(".")
        found[f"{stem}-{hashlib.sha256(content).hexdigest()[:12]}.{suffix}"] = content
    return found


def assets_by_role() -> dict[str, str]:
    """The names of stylesheet and script for the templates."""
    css, js = assets()
    return {"stylesheet": css, "script": js}


def _print(template: str, **names: object) -> bytes:
    return environment().get_template(template).render(**names).encode("utf-8", "replace")


def question_html(page: QuestionPage) -> bytes:
    """The page of a question."""
    return _print("question.html", page=page)


def index_html(page: IndexPage) -> bytes:
    """A page of the index."""
    return _print("index.html", page=page)


def alias_html(old: str, place: Place | None, *, merged: bool) -> bytes:
    """The page of a question that was merged away, or that counts a part of another: a link to where it is told."""
    href = (place.href if place else None) or "index.html"
    return _print("alias.html", old=said(old), href=href, merged=merged, title=said(place.title) if place else None)
