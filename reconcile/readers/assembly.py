"""From what was found in a file and what the user said to a `Document`: the last step of every reader."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile import dates
from reconcile.errors import ReconcileError
from reconcile.model import Document, document_id
from reconcile.readers.language import is_read, language_of, named
from reconcile.readers.reading import ReadOptions, Tell


@dataclass(frozen=True, slots=True)
class Stated:
    """What a file or page itself says about one document."""

    text: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    byline: str | None = None
    lang: str | None = None
    external_id: str | None = None


def document(stated: Stated, options: ReadOptions, path: str | None, tell: Tell) -> Document:
    """The document, the user's words before the file's own; tells when its language will not be read."""
    title = options.title or stated.title
    url = options.url or stated.url
    outlet = options.outlet or stated.outlet
    published = options.published or stated.published
    made = Document(
        id=document_id(outlet=outlet, url=url, published=published, title=title, text=stated.text),
        text=stated.text,
        outlet=outlet,
        title=title,
        url=url,
        published=published,
        byline=stated.byline,
        lang=options.lang or stated.lang or language_of(stated.text),
        external_id=stated.external_id,
        path=path,
    )
    if not is_read(made):
        tell(f"{title or path or made.id}: in {named(made.lang or '')}; stored, not read for claims")
    return made


def moment(words: str | None, day_first: bool | None = None) -> str | None:
    """A date or moment as ISO 8601, None where the words are no date that can be told."""
    if not words or not words.strip():
        return None
    try:
        return dates.parse_moment(words.strip(), day_first=day_first)
    except ReconcileError:
        return None
