"""Where the file lies: on network shares neither locks nor SQLite are safe."""

from __future__ import annotations

import os
import re
from pathlib import Path

from reconcile.errors import StorageProblem

NETWORKS = frozenset(
    ("nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "ncpfs", "afs", "fuse.sshfs", "fuse.davfs", "fuse.rclone")
)
"""Types of file systems whose locks do not hold between machines."""

ALLOWED = "RECONCILE_NETWORK"
"""The environment variable with which a user takes the risk: RECONCILE_NETWORK=yes."""

_MOUNTS = Path("/proc/self/mountinfo")
_OCTAL = re.compile(r"\\([0-7]{3})")


def refuse_network(path: Path) -> None:
    """Raise `StorageProblem` where a file that is to be written lies on a network share and nobody allowed it."""
    if os.environ.get(ALLOWED) == "yes":
        return
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return
    kind = file_system(mounts, os.path.realpath(path))
    if kind in NETWORKS:
        message = f"lies on a network share ({kind}), where two writers can damage it"
        raise StorageProblem(message, where=str(path), hint=f"use a local disk, or set {ALLOWED}=yes")


def file_system(mounts: str, path: str) -> str:
    """The type of the file system that holds a path, by the lines of /proc/self/mountinfo; "" where none does."""
    best, kind = "", ""
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        parts = before.split(" ")
        if len(parts) > 4 and after:
            point = _OCTAL.sub(lambda found: chr(int(found[1], 8)), parts[4])
            inside = path == point or path.startswith(point.rstrip("/") + "/")
            if inside and len(point) >= len(best):
                best, kind = point, after.split(" ")[0]
    return kind
