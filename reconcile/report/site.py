"""The folder of reports: write what changed, leave the rest, remove only what an older manifest names."""

from __future__ import annotations

from pathlib import Path

from reconcile.report.views import Published, SiteData


def publish(site: SiteData, folder: Path) -> Published:
    """Bring `folder` up to date with `site` and count what was written, left alone and removed.

    Raises `OutputProblem` when the folder cannot be written.
    """
    raise NotImplementedError
