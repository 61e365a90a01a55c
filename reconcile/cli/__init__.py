"""The command line: the only place that prints or sets an exit code.

Commands are loaded when they are called, so that `reconcile --help` and completion stay quick.
"""

from __future__ import annotations

from reconcile.cli.group import main

__all__ = ["main"]
