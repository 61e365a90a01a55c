"""Writes docs/commands/ from `--help`, one page a command: `make docs`."""

from __future__ import annotations

from pathlib import Path

import click

from reconcile.cli import main
from reconcile.cli.group import COMMANDS

FOLDER = Path(__file__).resolve().parent / "commands"
WIDTH = 100


def page(name: str) -> str:
    """The page of one command, or (no name) of the program."""
    top = click.Context(main, info_name="reconcile", max_content_width=WIDTH, terminal_width=WIDTH)
    command = main.get_command(top, name) if name else main
    assert command is not None
    ctx = click.Context(command, info_name=name, parent=top, terminal_width=WIDTH) if name else top
    title = f"reconcile {name}".strip()
    return f"# {title}\n\n```\n$ {title} --help\n{command.get_help(ctx)}\n```\n"


def index() -> str:
    """The page of the program: its help, then a link to each command."""
    links = [f"- [{name}]({name}.md): {line}" for name, (_, line) in COMMANDS.items()]
    return page("") + "\n" + "\n".join(links) + "\n\nExit codes: [exit-codes.md](../exit-codes.md).\n"


def pages() -> dict[str, str]:
    """All pages by the name of their file."""
    return {"README.md": index(), **{f"{name}.md": page(name) for name in COMMANDS}}


def write() -> None:
    """Write the pages that differ, and remove those of commands that are gone."""
    FOLDER.mkdir(exist_ok=True)
    wanted = pages()
    for path in FOLDER.glob("*.md"):
        if path.name not in wanted:
            path.unlink()
    for name, text in wanted.items():
        path = FOLDER / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(f"wrote docs/commands/{name}")


if __name__ == "__main__":
    write()
