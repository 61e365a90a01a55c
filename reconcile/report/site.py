"""The folder of reports: write what changed, leave the rest, remove only what an older manifest names.

1. Pages, data and assets are compared with what lies there; equal files are not touched.
2. A changed file is written beside its place under the mode that the umask asks for, then moved into it.
3. The index comes after the pages it links to, the manifest last.
4. Files that the old manifest names and the new one does not are removed; nothing else ever is.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from reconcile.errors import OutputProblem
from reconcile.report.index import COLUMNS, directory_of, index_pages, index_records
from reconcile.report.moments import Wall, zone_of
from reconcile.report.outputs import OUTPUTS
from reconcile.report.pairs import Directory
from reconcile.report.private import veiled
from reconcile.report.records import as_csv, as_json
from reconcile.report.render import alias_html, assets, index_html
from reconcile.report.sheet import Sheet, lay_out
from reconcile.report.unchanged import fingerprint, former_of
from reconcile.report.views import Published, SiteData

MANIFEST = "manifest.json"
Known = Callable[[str, list[str], str], dict[str, bytes]]
"""From the id of a question, its files and its fingerprint to the files as they lie there, or to nothing."""
_OURS = b'<meta name="generator" content="reconcile '
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,200}")


def nothing_known(id_: str, names: list[str], told: str) -> dict[str, bytes]:
    """Every page is made."""
    return {}


def publish(site: SiteData, folder: Path, *, only: str | None = None) -> Published:
    """Bring `folder` up to date with `site` and count what was written, left alone and removed.

    `only` names the question whose page alone is written; every other file is left as it is.
    Raises `OutputProblem` when the folder cannot be written, or holds an index that is not ours.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _refuse_strangers(folder)
        if only is not None:
            return _write_one(site, folder, only)
        before = _manifest(folder)
        return _write_all(site, folder, before)
    except OSError as error:
        where = str(error.filename or folder)
        raise OutputProblem(
            error.strerror or str(error), where=where, hint="check the folder and its rights"
        ) from error


def _write_all(site: SiteData, folder: Path, before: set[str]) -> Published:
    written = same = 0
    digests: dict[str, str] = {}
    former, prints = former_of(folder / MANIFEST), dict[str, str]()

    def known(id_: str, names: list[str], told: str) -> dict[str, bytes]:
        prints[id_] = told
        return former.kept(folder, names, id_, told)

    for name, content in files(site, known):
        digests[name] = hashlib.sha256(content).hexdigest()
        if replace_if_changed(folder / name, content):
            written += 1
        else:
            same += 1
    removed = _remove(folder, before - set(digests))
    record = {"files": digests, "pages": prints, "run": site.run, "audit_head": site.audit_head}
    replace_if_changed(folder / MANIFEST, as_json(record).encode())
    return Published(written, same, removed)


def _write_one(site: SiteData, folder: Path, question: str) -> Published:
    shared = assets()

    def others(id_: str, names: list[str], told: str) -> dict[str, bytes]:
        return {} if id_ == question else dict.fromkeys(names, b"")  # not written, so not made

    done = [
        replace_if_changed(folder / name, content)
        for name, content in files(site, others)
        if name in shared or name.rpartition(".")[0] == question
    ]
    return Published(sum(done), len(done) - sum(done), 0)


def files(site: SiteData, known: Known = nothing_known) -> Iterator[tuple[str, bytes]]:
    """Every file of the site by name, in the order in which it is written.

    `known` gives the files of a question where they need not be made again.
    """
    site = veiled(site)
    wall = Wall(zone_of(site.zone))
    sheets = [lay_out(dossier, wall) for dossier in site.dossiers]
    directory = directory_of(site, sheets)
    yield from assets().items()
    for sheet in sheets:
        names = {suffix: checked_name(f"{sheet.dossier.question.id}.{suffix}") for suffix in OUTPUTS}
        told = fingerprint(sheet, directory, site.zone)
        kept = known(sheet.dossier.question.id, list(names.values()), told)
        for suffix, output in OUTPUTS.items():
            name = names[suffix]
            yield name, kept[name] if kept else output(sheet, directory)
    yield from _aliases(site, sheets, directory)
    records = index_records(site, sheets, wall, directory)
    yield "questions.json", as_json(records).encode("utf-8", "replace")
    yield "questions.csv", as_csv(records, COLUMNS).encode("utf-8", "replace")
    for page in reversed(index_pages(site, sheets, wall)):
        yield page.file, index_html(page)


def _aliases(site: SiteData, sheets: list[Sheet], directory: Directory) -> Iterator[tuple[str, bytes]]:
    """A page for each old id that leads to the question that stands for it, and for each part to its whole."""
    taken = {sheet.dossier.question.id for sheet in sheets}
    parts = {part.id: part.id for sheet in sheets for part in sheet.dossier.parts}
    for old in sorted({*site.aliases, *parts} - taken):
        merged = old in site.aliases
        place = directory.get(_newest(site, old) if merged else old)
        yield checked_name(f"{old}.html"), alias_html(old, place, merged=merged)


def _newest(site: SiteData, old: str) -> str:
    """The id at the end of a chain of merges."""
    seen = {old}
    while (new := site.aliases.get(old)) is not None and new not in seen:
        seen.add(new)
        old = new
    return old


def checked_name(name: str) -> str:
    """A file name made from an id; anything that could leave the folder or hide in it is refused."""
    if not _NAME.fullmatch(name) or name in (MANIFEST, "status.html", "status.json"):
        raise OutputProblem("an id cannot be used as a file name", where=repr(name)[:80], hint="run reconcile check")
    return name


def replace_if_changed(path: Path, content: bytes) -> bool:
    """Write `content` to `path` unless it stands there already; tells whether it had to.

    The new file gets the mode that the umask asks for and takes the old one's place in one step.
    """
    with contextlib.suppress(FileNotFoundError):
        if path.stat().st_size == len(content) and path.read_bytes() == content:
            return False
    beside = path.with_name(f".{path.name}.new")
    with contextlib.suppress(FileNotFoundError):
        beside.unlink()  # left behind by a run that was killed
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    with os.fdopen(handle, "wb") as out:
        out.write(content)
    beside.replace(path)
    return True


def _refuse_strangers(folder: Path) -> None:
    index = folder / "index.html"
    if index.is_file() and not (folder / MANIFEST).is_file() and _OURS not in index.read_bytes()[:4096]:
        raise OutputProblem(
            "holds a page that is not ours", where=str(index), hint="choose another folder with --reports"
        )


def _manifest(folder: Path) -> set[str]:
    """The files that the last publication wrote; an unreadable manifest names none."""
    try:
        told = json.loads((folder / MANIFEST).read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        return set()
    named = told.get("files") if isinstance(told, dict) else None
    return {name for name in named if _NAME.fullmatch(name)} if isinstance(named, dict) else set()


def _remove(folder: Path, names: set[str]) -> int:
    removed = 0
    for name in sorted(names - {MANIFEST}):
        with contextlib.suppress(FileNotFoundError):
            (folder / name).unlink()
            removed += 1
    return removed
