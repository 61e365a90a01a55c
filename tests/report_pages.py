"""How the tests of a page read it: its parts, its words, and small dossiers made of single prints."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser

from report_cases import simple
from report_ferry import exact

from reconcile.model import (
    Document,
    DocumentKind,
    Source,
)
from reconcile.report.moments import Wall, zone_of
from reconcile.report.outputs import OUTPUTS
from reconcile.report.runs import Line, plain
from reconcile.report.sheet import Sheet, lay_out
from reconcile.report.views import Dossier

WALL = Wall(zone_of("UTC"))

NEVER = ("fake", "lie", "debunked", "true figure", "likely toll", "confidence", "admitted", "in truth")


class Page(HTMLParser):
    """The text, ids and links of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self._words: list[str] = []
        self._silent = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in ("script", "style", "title")
        for name, value in attrs:
            self.attributes.append((name, value or ""))
            if name == "id":
                self.ids.append(value or "")
            if name in ("href", "src"):
                self.links.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("script", "style", "title")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._words.append(data)

    @property
    def text(self) -> str:
        """The words of the page, white space squeezed."""
        return " ".join("".join(self._words).split())


def sheet_of(dossier: Dossier) -> Sheet:
    """A dossier laid out in UTC."""
    return lay_out(dossier, WALL)


def page_of(dossier: Dossier) -> Page:
    """The page of a dossier."""
    return Page(html_of(dossier))


def html_of(dossier: Dossier) -> str:
    """The HTML of a dossier's page."""
    return OUTPUTS["html"](sheet_of(dossier), {}).decode()


def words_of(line: Line | None) -> str:
    """The bare text of a line."""
    assert line is not None
    return plain(line)


def printed(amount: int, outlet: str | None, day: str | None, who: str | None = None, **more: object) -> Dossier:
    """A question with one account in one document."""
    source: dict[str, object] = {"source": Source(who) if who else None}
    document = replace(Document(id=f"d1-{outlet}", outlet=outlet, published=day), **more)  # type: ignore[arg-type]
    return simple(f"p{amount}{outlet}", "How many?", [exact(amount)], document=document, claim=source)


def together(*dossiers: Dossier) -> Dossier:
    """The accounts of several questions as those of one."""
    questions = [one.question for one in dossiers]
    accounts = [
        replace(question.accounts[0], letter="ABCDEF"[place], origin=f"o-{place}", title=title)
        for place, question in enumerate(questions)
        for one in dossiers[place].claims.values()
        for title in [one.source.name if one.source else "Outlet"]
    ]
    return replace(
        dossiers[0],
        question=replace(
            questions[0], accounts=tuple(accounts), claims=tuple(id for one in questions for id in one.claims)
        ),
        claims={id: claim for one in dossiers for id, claim in one.claims.items()},
        documents={id: document for one in dossiers for id, document in one.documents.items()},
    )


OWN = {"kind": DocumentKind.OWN, "title": "phone, 9 in the morning"}


def two_figures() -> Dossier:
    """One office that holds two figures, and another that holds one."""
    made = simple("open", "How many boats were lost?", [exact(7), exact(12), exact(20)], attribute="boats lost")
    first, second, third = made.question.accounts
    joined = replace(first, claims=first.claims + second.claims, standing=first.standing + second.standing)
    claims = {**made.claims, second.claims[0]: replace(made.claims[second.claims[0]], source=Source("Office 1"))}
    return replace(made, claims=claims, question=replace(made.question, accounts=(joined, third)))


def linked(dossier: Dossier) -> list[dict[str, object]]:
    """The JSON-LD items of a page."""
    match = re.search(r'<script type="application/ld\+json">(.*?)</script>', html_of(dossier), re.DOTALL)
    assert match is not None
    items: list[dict[str, object]] = json.loads(match[1])["@graph"]
    return items
