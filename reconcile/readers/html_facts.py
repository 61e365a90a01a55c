"""What a page says about itself: title, byline, publisher, date, address, language.

In this order of trust: JSON-LD of a news article, meta tags, link and time elements, the title element. The
names are those of schema.org's NewsArticle, Open Graph, Dublin Core and the meta tags of news sites.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from reconcile.readers.html_tokens import End, Start, Text, Token

_TITLE = ("og:title", "twitter:title", "dc.title", "citation_title", "parsely-title")
_OUTLET = ("og:site_name", "application-name", "dc.publisher", "citation_publisher", "article:publisher")
_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "pubdate",
    "publish-date",
    "publish_date",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "article:modified_time",
)
_BYLINE = ("author", "article:author", "byl", "dc.creator", "parsely-author", "citation_author")
_ADDRESS = ("og:url", "twitter:url", "parsely-link")
_ARTICLES_NAMES = (
    "newsarticle article reportagenewsarticle analysisnewsarticle backgroundnewsarticle opinionnewsarticle "
    "reviewnewsarticle blogposting liveblogposting report socialmediaposting webpage"
)
_ARTICLES = frozenset(_ARTICLES_NAMES.split())
_LONGEST_SCRIPT = 2_000_000
_MOST_OBJECTS = 2_000
_MOST_DATES = 50


@dataclass(slots=True)
class Facts:
    """What was found, as the page words it; `dates` in order of trust, the first that can be read counts."""

    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    lang: str | None = None
    dates: list[str] = field(default_factory=list)
    body: str | None = None


@dataclass(slots=True)
class _Seen:
    """The raw facts of a page, by where they stood."""

    metas: dict[str, str] = field(default_factory=dict)
    scripts: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    canonical: str | None = None
    lang: str | None = None


def page_facts(found: Iterable[Token]) -> Facts:
    """The facts that the tags of a page give."""
    seen = _seen(found)
    article = _article([thing for script in seen.scripts for thing in _objects(script)])
    return _joined(seen, article)


def _seen(found: Iterable[Token]) -> _Seen:
    seen, before, heading = _Seen(), None, False
    for token in found:
        if isinstance(token, Start):
            _see_tag(token, seen)
            if token.name == "h1":
                heading = True
                seen.headings.append("")
        elif isinstance(token, End):
            heading = heading and token.name != "h1"
        else:
            _see_text(token, before, heading, seen)
        before = token if isinstance(token, Start) else None
    return seen


def _see_tag(tag: Start, seen: _Seen) -> None:
    given = tag.attributes
    if tag.name == "meta":
        name = given.get("property") or given.get("name") or given.get("itemprop") or ""
        if given.get("content", "").strip():
            seen.metas.setdefault(name.lower(), given["content"].strip())
    elif tag.name == "link" and "canonical" in given.get("rel", "").lower().split():
        seen.canonical = seen.canonical or given.get("href", "").strip() or None
    elif tag.name == "html":
        seen.lang = seen.lang or given.get("lang") or given.get("xml:lang")
    elif tag.name == "time" and given.get("datetime", "").strip():
        seen.times.append(given["datetime"].strip())


def _see_text(text: Text, before: Start | None, heading: bool, seen: _Seen) -> None:
    if text.raw and before and before.name == "title":
        seen.titles.append(text.words)
    elif text.raw and before and before.name == "script" and "ld+json" in before.attributes.get("type", "").lower():
        seen.scripts.append(text.words)
    elif heading and not text.raw:
        seen.headings[-1] += text.words


def _objects(script: str) -> Iterator[Mapping[str, object]]:
    """The objects of a JSON-LD script, those in lists and @graph included; none where it is no JSON."""
    if len(script) > _LONGEST_SCRIPT:
        return
    try:
        waiting: list[object] = [json.loads(script, strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(_MOST_OBJECTS):
        if not waiting:
            return
        thing = waiting.pop(0)
        if isinstance(thing, list):
            waiting[:0] = thing[:_MOST_OBJECTS]
        elif isinstance(thing, dict):
            yield thing
            waiting.extend(thing[key] for key in ("@graph", "mainEntity", "itemListElement") if key in thing)


def _article(things: list[Mapping[str, object]]) -> dict[str, object]:
    """The first news article among the objects, references to other objects of the page followed."""
    by_id = {thing["@id"]: thing for thing in things if isinstance(thing.get("@id"), str)}
    articles = [thing for thing in things if _types(thing) & _ARTICLES]
    articles.sort(key=lambda thing: "webpage" in _types(thing))
    if not articles:
        return {}
    return {key: _followed(value, by_id) for key, value in articles[0].items()}


def _types(thing: Mapping[str, object]) -> set[str]:
    types = thing.get("@type")
    names = types if isinstance(types, list) else [types]
    return {str(name).lower().rsplit("/", 1)[-1].rsplit(":", 1)[-1] for name in names}


def _followed(value: object, by_id: Mapping[object, Mapping[str, object]]) -> object:
    if isinstance(value, list):
        return [_followed(item, by_id) for item in value]
    if isinstance(value, dict) and isinstance(value.get("@id"), str) and "name" not in value:
        return by_id.get(value["@id"], value)
    return value


def _names(value: object) -> list[str]:
    """The names in a person, an organisation, a string or a list of these."""
    if isinstance(value, list):
        return [name for item in value for name in _names(item)]
    if isinstance(value, dict):
        return _names(value.get("name") or value.get("@id"))
    return [" ".join(value.split())] if isinstance(value, str) and value.strip() else []


def _joined(seen: _Seen, article: Mapping[str, object]) -> Facts:
    outlet = _first(_names(article.get("publisher")), _metas(seen, _OUTLET))
    titles = _first(_names(article.get("headline")), _metas(seen, _TITLE), seen.headings, seen.titles)
    bylines = _names(article.get("author")) or _metas(seen, _BYLINE)[:1]
    dates = [*_names(article.get("datePublished")), *_metas(seen, _PUBLISHED), *_names(article.get("dateModified"))]
    return Facts(
        title=_without_outlet(titles, outlet),
        byline=", ".join(name for name in bylines if not _address(name)) or None,
        outlet=None if outlet and _address(outlet) else outlet,
        url=next((url for url in _addresses(seen, article) if _address(url)), None),
        lang=_first(_names(article.get("inLanguage")), [seen.lang or ""], _metas(seen, ("og:locale",))),
        dates=[*dates, *seen.times, *_names(article.get("dateline"))][:_MOST_DATES],
        body=_first(_bodies(article)),
    )


def _addresses(seen: _Seen, article: Mapping[str, object]) -> list[str]:
    given = [seen.canonical or "", *_metas(seen, _ADDRESS)]
    return given + [name for key in ("url", "mainEntityOfPage") for name in _names(article.get(key))]


def _bodies(article: Mapping[str, object]) -> list[str]:
    body = article.get("articleBody")
    return [body] if isinstance(body, str) else []


def _metas(seen: _Seen, names: tuple[str, ...]) -> list[str]:
    return [seen.metas[name] for name in names if name in seen.metas]


def _first(*lists: list[str]) -> str | None:
    words = (" ".join(word.split()) for found in lists for word in found)
    return next((word for word in words if word), None)


def _address(words: str) -> bool:
    return words.lower().startswith(("http://", "https://"))


def _without_outlet(title: str | None, outlet: str | None) -> str | None:
    """ "Ferry sinks | The Coast Herald" without the outlet's name, where the page gives that name elsewhere, too."""
    if title and outlet:
        for mark in (" | ", " - ", " – ", " — ", " :: "):
            title = title.removesuffix(mark + outlet)
    return title
