"""Saved web pages: what they say about themselves, their main text, and pages made to hurt."""

from __future__ import annotations

import json
import time

import pytest

from reconcile.errors import InputRejected
from reconcile.model import Document
from reconcile.readers import ReadOptions, Rejected
from reconcile.readers.web_page import read_page

STORY = (
    "<p>At least eight people died when a ferry sank off Port Amsel on Tuesday, the harbour master said.</p>"
    "<p>Fourteen were rescued, officials said, and the search for six others went on through the night in rain.</p>"
    "<p>The ferry had left Halm with 28 aboard, according to its operator.</p>"
)
STORY_TEXT = (
    "At least eight people died when a ferry sank off Port Amsel on Tuesday, the harbour master said.\n\n"
    "Fourteen were rescued, officials said, and the search for six others went on through the night in rain.\n\n"
    "The ferry had left Halm with 28 aboard, according to its operator."
)


def page(body: str = STORY, head: str = "", attributes: str = "") -> str:
    """A small page."""
    return f"<!doctype html><html{attributes}><head>{head}</head><body>{body}</body></html>"


def taken(html: str | bytes, options: ReadOptions | None = None) -> tuple[Document, list[str]]:
    """The document of a page and what was told."""
    told: list[str] = []
    data = html.encode() if isinstance(html, str) else html
    (found,) = read_page(data, "page.html", options or ReadOptions(), told.append)
    assert isinstance(found, Document), str(found)
    return found, told


def linked(**fields: object) -> str:
    """A JSON-LD script with a news article."""
    thing = {"@context": "https://schema.org", "@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps(thing)}</script>'


GRAPH = {
    "@graph": [
        {"@type": "WebPage", "name": "Home"},
        {"@type": "Organization", "@id": "#paper", "name": "The Coast Herald"},
        {
            "@type": ["NewsArticle"],
            "headline": "Ferry sinks",
            "datePublished": "2021-03-03T06:00:00+01:00",
            "publisher": {"@id": "#paper"},
            "author": [{"@type": "Person", "name": "Ana Roth"}, {"name": "Bo Lind"}],
            "inLanguage": "en-GB",
            "mainEntityOfPage": {"@id": "https://coast.example/ferry"},
        },
    ]
}


@pytest.mark.parametrize(
    ("head", "field", "expected"),
    [
        (linked(headline="Ferry sinks"), "title", "Ferry sinks"),
        ('<meta property="og:title" content="Ferry &amp; barge sink">', "title", "Ferry & barge sink"),
        ("<title>Ferry sinks</title>", "title", "Ferry sinks"),
        (
            '<title>Ferry sinks | Coast Herald</title><meta property="og:site_name" content="Coast Herald">',
            "title",
            "Ferry sinks",
        ),
        (linked(publisher={"name": "Coast Herald"}), "outlet", "Coast Herald"),
        ('<meta property="og:site_name" content="Coast Herald">', "outlet", "Coast Herald"),
        (linked(author={"name": "Ana Roth"}), "byline", "Ana Roth"),
        ('<meta name="author" content="Ana Roth">', "byline", "Ana Roth"),
        ('<meta property="article:author" content="https://social.example/ana">', "byline", None),
        (linked(datePublished="2021-03-03"), "published", "2021-03-03"),
        (
            '<meta property="article:published_time" content="2021-03-03T06:00:00+01:00">',
            "published",
            "2021-03-03T06:00:00+01:00",
        ),
        ('<meta name="date" content="3 March 2021">', "published", "2021-03-03"),
        (linked(dateModified="2021-03-05", datePublished="2021-03-03"), "published", "2021-03-03"),
        ('<link rel="canonical" href="https://coast.example/ferry">', "url", "https://coast.example/ferry"),
        ('<meta property="og:url" content="https://coast.example/ferry">', "url", "https://coast.example/ferry"),
        ('<link rel="canonical" href="javascript:alert(1)">', "url", None),
        ('<meta property="og:locale" content="en_GB">', "lang", "en-GB"),
        ('<script type="application/ld+json">{broken</script><title>Ferry sinks</title>', "title", "Ferry sinks"),
    ],
)
def test_a_page_says_what_it_is(head: str, field: str, expected: str | None) -> None:
    """JSON-LD, meta tags, links and the title element give title, outlet, byline, date, address and language."""
    found, _ = taken(page(head=head))
    assert getattr(found, field) == expected


def test_an_article_in_a_graph_is_found_with_what_it_refers_to() -> None:
    """The news article of an @graph list is read, its publisher looked up by its @id."""
    found, told = taken(page(head=f'<script type="application/ld+json">{json.dumps(GRAPH)}</script>'))
    assert (found.title, found.outlet, found.byline) == ("Ferry sinks", "The Coast Herald", "Ana Roth, Bo Lind")
    assert (found.published, found.lang) == ("2021-03-03T06:00:00+01:00", "en-GB")
    assert found.url == "https://coast.example/ferry"
    assert told == []


def test_the_users_words_win_over_the_page() -> None:
    """Options stand above what the page says."""
    options = ReadOptions(title="Sinking", outlet="Halm Gazette", url="https://h.example/1", published="2021-03-04")
    found, _ = taken(page(head=f'<script type="application/ld+json">{json.dumps(GRAPH)}</script>'), options)
    assert (found.title, found.outlet, found.url, found.published) == (
        "Sinking",
        "Halm Gazette",
        "https://h.example/1",
        "2021-03-04",
    )


def test_a_date_that_cannot_be_told_is_told() -> None:
    """A page whose date can be read in two ways has none, and the user hears of it."""
    found, told = taken(page(head='<meta name="date" content="01/02/2021">'))
    assert found.published is None
    assert told == ["page.html: the date '01/02/2021' cannot be told; give it with --published"]


@pytest.mark.parametrize(
    "body",
    [
        STORY,
        f"<nav><a>Home 12</a></nav><header><h2>Menu</h2></header>{STORY}<footer>99 more stories</footer>",
        f"<article>{STORY}</article><article><p>Another story.</p></article>",
        f"<main>{STORY}</main><div>Most read</div>",
        f"<script>if (a < b) document.write('<p>12</p>')</script><style>p {{}}</style>{STORY}",
        f"{STORY}<form>Your mail<input><button>Send</button></form><aside>44 others</aside>",
        STORY.replace("</p>", ""),
        STORY.replace("<p>", "<P CLASS='x>y'>").replace("eight people", "<b>eight</b>\n   <a href=#>people</a>"),
        STORY.replace("eight", "<!-- nine > --> eight"),
        f"{STORY}<p hidden>Paid words</p><p style='display: none'>More</p>",
        f"<form>{STORY}</form>",
    ],
)
def test_the_main_text_is_the_articles(body: str) -> None:
    """Navigation, scripts, forms, asides and hidden words are left out; paragraphs stand apart."""
    found, _ = taken(page(body))
    assert found.text == STORY_TEXT


def test_items_of_a_list_are_bullets() -> None:
    """A list stands as lines with bullets, so that they are told from the text."""
    found, _ = taken(page(f"<article><ul><li>Eight dead<li>Search goes on</ul>{STORY}</article>"))
    assert found.text is not None
    assert found.text.startswith("• Eight dead\n\n• Search goes on\n\nAt least eight")


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("caf&eacute; &#8211; 5 &lt; 6", "café – 5 < 6"),
        ("a < b and c > d", "a < b and c > d"),
        ("nul &#0; there", "nul \ufffd there"),
        ("&#" + "9" * 5000 + ";", "&#" + "9" * 5000 + ";"),
    ],
)
def test_character_references_become_characters(words: str, shown: str) -> None:
    """References are replaced, and none of them can bring in a NUL or stop the reader."""
    found, _ = taken(page(f"<p>{words}</p>{STORY}"))
    assert found.text is not None
    assert found.text.split("\n\n")[0] == shown


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [("utf-8", "utf-8"), ("windows-1252", "cp1252"), ("iso-8859-1", "cp1252"), ("koi8-r", "koi8-r")],
)
def test_the_declared_charset_is_used(charset: str, encoding: str) -> None:
    """A page in an old encoding is read by the charset that it declares."""
    name = "Порт" if encoding == "koi8-r" else "Zoë’s café"
    data = page(f"<p>{name}</p>{STORY}".replace("’", "\x92" if encoding == "utf-8" else "’"), "")
    if encoding == "utf-8":
        data = data.replace("\x92", "’")
    found, _ = taken(data.replace("<head>", f'<head><meta charset="{charset}">').encode(encoding))
    assert found.text is not None
    assert found.text.startswith(name)


def test_a_page_in_no_declared_charset_must_be_utf_8() -> None:
    """Bytes that are no UTF-8 are refused where the page declares nothing."""
    with pytest.raises(InputRejected, match="not UTF-8"):
        taken(page("<p>caf").encode() + b"\xe9" + STORY.encode())


@pytest.mark.parametrize("html", ["<html><body></body></html>", "<nav>Home</nav>", "<script>alert(1)</script>"])
def test_a_page_without_text_is_rejected(html: str) -> None:
    """A page that holds no article is not stored as an empty one."""
    (found,) = read_page(html.encode(), "page.html", ReadOptions(), lambda line: None)
    assert isinstance(found, Rejected)
    assert found.reason.startswith("no article text")


@pytest.mark.parametrize(
    ("body", "loss"),
    [
        (f"{STORY}<nav>{STORY}", "<nav> is never closed; the 265 characters of text in it are left out"),
        (f"{STORY}<!-- {STORY}", "a comment at character"),
        (f"{STORY}<script>{STORY}", "<script> at character"),
        (f"{STORY}<a title='{STORY}", "is broken or too long"),
        (f"<p {' '.join(f'a{n}=1' for n in range(300))}>{STORY}", "more than 200 attributes"),
    ],
)
def test_no_loss_is_silent(body: str, loss: str) -> None:
    """Whatever is passed over because the page is broken is told with its place or size."""
    found, told = taken(page(body))
    assert found.text is not None
    assert found.text.startswith(STORY_TEXT)
    assert any(loss in line for line in told), told


SIZE = 1_000_000
HOSTILE = {
    "one tag with very many attributes": "<p " + " ".join(f"a{n}=1" for n in range(SIZE // 8)) + ">",
    "elements nested without end": "<div>" * (SIZE // 5),
    "comments never closed": "<!--" * (SIZE // 4),
    "comments closed at once": "<!-->" * (SIZE // 5),
    "half comments": "<!-- -- " * (SIZE // 8),
    "pointed brackets": "<" * SIZE,
    "tags never closed": "<a " * (SIZE // 3),
    "quotes never closed": '<a ">" ' * (SIZE // 7),
    "quotes within quotes": "<a b='\">' " * (SIZE // 10),
    "scripts never closed": "<script>" * (SIZE // 8),
    "scripts nearly closed": "<script></scrip" * (SIZE // 15),
    "declarations": "<![CDATA[" * (SIZE // 9),
    "instructions": "<?" * (SIZE // 2),
    "end tags without name": "</" * (SIZE // 2),
    "ampersands": "&" * SIZE,
    "one reference of a million digits": "&#" + "9" * SIZE + ";",
    "articles within articles": "<article>" * (SIZE // 9),
    "very many articles": "<article><p>x</p></article>" * (SIZE // 27),
    "blanks in a tag": "<a " + " " * SIZE + ">",
    "slashes in a tag": "<a " + "/" * (SIZE - 100) + ">",
    "equals signs in a tag": "<a " + "=" * (SIZE - 100) + ">",
    "times": "<time datetime='zz'>" * (SIZE // 20),
    "titles": "<title>x</title>" * (SIZE // 16),
    "headings": "<h1>x" * (SIZE // 5),
    "JSON nested without end": '<script type="application/ld+json">' + "[" * SIZE + "</script>",
    "very many articles in JSON": '<script type="application/ld+json">['
    + ",".join(['{"@type":"NewsArticle"}'] * (SIZE // 24))
    + "]</script>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_takes_no_time(name: str) -> None:
    """A megabyte made to hurt a parser is read or refused within two seconds of work, and the story is not lost."""
    told: list[str] = []
    start = time.process_time()
    text = text_or_refusal(page(STORY + HOSTILE[name]), told)
    assert time.process_time() - start < 2
    assert text.startswith((STORY_TEXT[:90], "more than 150000 tags")) or told


def text_or_refusal(html: str, told: list[str]) -> str:
    """The text of a page, or the reason why it was not taken."""
    try:
        (found,) = read_page(html.encode(), "page.html", ReadOptions(), told.append)
    except InputRejected as refused:
        return refused.message
    return found.reason if isinstance(found, Rejected) else found.text or ""
