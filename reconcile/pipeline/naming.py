"""What the desk puts down about sources, outlets, places and events: other names, families, what a source is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reconcile.errors import UsageProblem
from reconcile.model import GivenName, Level, content_id
from reconcile.pipeline.causes import cause
from reconcile.pipeline.judging import made_anew, refuse_private, retitle, subject_of
from reconcile.pipeline.records import Counts, Editor, Ruling
from reconcile.resolve.judgements.naming import flat
from reconcile.store import Change, Store
from reconcile.store import judgements as stored


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """What is put down about a source; None leaves a thing as it is.

    `kind` is in free words ("armed group"), `party` tells whether it is a party to the event, `reliability` is A–F.
    """

    kind: str | None = None
    party: bool | None = None
    reliability: str | None = None


def describe_source(
    store: Store,
    name: str,
    facts: SourceFacts,
    *,
    aliases: Sequence[str] = (),
    family: str | None = None,
    editor: Editor,
    note: str = "",
    dry_run: bool = False,
) -> Ruling:
    """Put down what a source is, what else it is called, and the family of the outlet of that name.

    Raises `UsageProblem` where no claim names the source and there is more to put down than other names.
    """
    known = {"kind": facts.kind or None, "reliability": facts.reliability}
    known["party"] = None if facts.party is None else int(facts.party)  # type: ignore[assignment]
    described = {column: given for column, given in known.items() if given is not None}
    if described and not store.rows("SELECT 1 FROM sources WHERE name = ?", [name]):
        raise UsageProblem("no claim names this source", where=name, hint="list sources shows their names")
    with store.write(cause("source", editor, note)) as change:
        if described:
            change.describe_source(name, described)
        ruling = _written(store, change, _aliases(store, change, "source", name, aliases, editor, note))
        if family is not None:
            ruling = _joined(ruling, _family(store, change, name, family, editor, note))
        counts = _resolved(store, change, ruling, dry_run=dry_run)
    return replace(ruling, counts=replace(counts, changed=counts.changed or int(bool(described))))


def name_place(
    store: Store, name: str, aliases: Sequence[str], *, editor: Editor, note: str = "", dry_run: bool = False
) -> Ruling:
    """Put down what else a place is called. Claims that name it so are read under the desk's name."""
    with store.write(cause("place", editor, note)) as change:
        ruling = _written(store, change, _aliases(store, change, "place", name, aliases, editor, note))
        counts = _resolved(store, change, ruling, dry_run=dry_run)
    return replace(ruling, counts=counts)


def name_event(
    store: Store,
    id: str,
    *,
    aliases: Sequence[str] = (),
    title: str | None = None,
    editor: Editor,
    note: str = "",
    dry_run: bool = False,
) -> Ruling:
    """Put down what else an event is called, so that claims which name it so are of it, and its title."""
    subject = subject_of(store, id)
    if subject.level is not Level.EVENT:
        raise UsageProblem(f"this is a {subject.level}, not an event", where=id, hint="list events has the ids")
    if title is not None:  # refused, where it is, before any name is put down
        retitle(store, id, title, editor=editor, note=note, dry_run=True, later=True)
    ruling = Ruling((), (), Counts())
    if aliases:
        with store.write(cause("event", editor, note)) as change:
            ruling = _written(store, change, _aliases(store, change, "event", id, aliases, editor, note))
            ruling = replace(ruling, counts=_resolved(store, change, ruling, dry_run=dry_run))
    if title is not None:
        titled = retitle(store, id, title, editor=editor, note=note, dry_run=dry_run)
        ruling = _joined(replace(ruling, counts=titled.counts), titled)
    return ruling


def name_outlet(
    store: Store, name: str, family: str, *, editor: Editor, note: str = "", dry_run: bool = False
) -> Ruling:
    """Put down the family of an outlet: who owns it. What outlets of one family say in their own voice is one account.

    An empty family takes it back.
    """
    with store.write(cause("outlet", editor, note)) as change:
        ruling = _family(store, change, name, family, editor, note)
        counts = _resolved(store, change, ruling, dry_run=dry_run)
    return replace(ruling, counts=counts)


_BORNE = {
    "source": "SELECT name FROM sources",
    "outlet": "SELECT DISTINCT outlet AS name FROM documents WHERE outlet IS NOT NULL",
    "place": "SELECT DISTINCT place AS name FROM claims WHERE place IS NOT NULL",
}
"""Where the names of sources, outlets and places are read."""


def unborne(store: Store, kind: str, names: Iterable[str]) -> list[str]:
    """Those of the names that no source, outlet or place of the database bears: a slip, or too early."""
    alike = str.strip if kind == "outlet" else flat
    borne = {alike(row["name"]) for row in store.rows(_BORNE[kind])}
    return [name for name in dict.fromkeys(names) if alike(name) not in borne]


def _family(store: Store, change: Change, outlet: str, family: str, editor: Editor, note: str) -> Ruling:
    before = next((one for one in stored.standing_names(store) if (one.kind, one.name) == ("outlet", outlet)), None)
    if before is not None and before.means == family:
        return Ruling((), (before.id,), Counts())
    if before is not None:
        stored.undo(change, "name", before.id, "another family")
    if not family:
        return Ruling((before.id,) if before else (), (), Counts())
    return _written(store, change, [_made(change, "outlet", outlet, family, editor, note)])


def _aliases(
    store: Store, change: Change, kind: str, name: str, aliases: Iterable[str], editor: Editor, note: str
) -> list[GivenName]:
    """The names that are to be put down; what an event is called by is kept with the claims that stand for it."""
    claims = subject_of(store, name).claims if kind == "event" else ()
    means = subject_of(store, name).id if kind == "event" else name
    return [_made(change, kind, alias, means, editor, note, claims) for alias in dict.fromkeys(aliases)]


def _made(
    change: Change, kind: str, name: str, means: str, editor: Editor, note: str, claims: tuple[str, ...] = ()
) -> GivenName:
    called = " ".join(name.split())
    if not called or not means.strip():
        raise UsageProblem("the name is empty", where=f"{kind} {means or called}")
    id = content_id("n1", [change.run, kind, called, means])
    return GivenName(id, kind, called, means, claims, (editor.name or "").strip(), change.at, note or None)


def _written(store: Store, change: Change, names: Sequence[GivenName]) -> Ruling:
    """Put down names that say something new. Raises `UsageProblem` for one that means another thing already."""
    new, same = list[str](), list[str]()
    for each in names:
        standing = [one for one in stored.standing_names(store) if one.kind == each.kind]
        held = next((one for one in standing if flat(one.name) == flat(each.name)), None)
        if held is not None and held.means == each.means:
            same.append(held.id)
            continue
        if held is not None:
            told = f"is another name of {held.means} already ({held.id}, {held.editor or 'nobody'}, {held.at})"
            raise UsageProblem(told, where=each.name, hint=f"reconcile undo {held.id} takes that back")
        _refuse_circle(each, standing)
        refuse_private(store, "" if each.kind == "source" else each.name, "the name")
        stored.add_name(change, each)
        new.append(each.id)
    return Ruling(tuple(new), tuple(same), Counts())


def _refuse_circle(new: GivenName, standing: Iterable[GivenName]) -> None:
    """A name cannot be another name of itself, nor of what is called by it."""
    means = {flat(each.name): each.means for each in standing}
    end = new.means
    for _ in range(len(means) + 1):
        if flat(end) == flat(new.name) and new.kind != "outlet":
            raise UsageProblem(f"would be another name of itself ({new.means})", where=new.name)
        end = means.get(flat(end), end)


def _joined(one: Ruling, other: Ruling) -> Ruling:
    return Ruling((*one.new, *other.new), (*one.same, *other.same), one.counts)


def _resolved(store: Store, change: Change, ruling: Ruling, *, dry_run: bool) -> Counts:
    """Resolve what new names reach; a write that was only tried is dropped."""
    counts = made_anew(store, change) if ruling.new else Counts()
    change.count(new=len(ruling.new), same=len(ruling.same))
    if dry_run:
        change.touched = False
    return replace(counts, run=change.run if change.touched else None)
