"""Where the database lies: a network share is told from a local disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.errors import StorageProblem
from reconcile.store import Store, place

MOUNTS = r"""21 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
35 21 0:31 / /home rw - btrfs /dev/sdb rw
40 35 0:44 / /home/desk/share rw - nfs4 server:/vol rw
41 21 0:45 / /mnt/two\040words rw - cifs //server/share rw
42 21 0:46 / /mnt/remote rw - fuse.sshfs host:/ rw
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/claims.db", "ext4"),
        ("/home/desk/claims.db", "btrfs"),
        ("/home/desk/share/a/claims.db", "nfs4"),
        ("/home/desk/shared/claims.db", "btrfs"),
        ("/mnt/two words/claims.db", "cifs"),
        ("/mnt/remote/claims.db", "fuse.sshfs"),
    ],
)
def test_the_file_system_is_that_of_the_nearest_mount(path: str, kind: str) -> None:
    """The longest mount point above the file tells its kind."""
    assert place.file_system(MOUNTS, path) == kind


def test_a_share_is_refused_for_writing_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a share nothing is made or written unless the user takes the risk; reading is free."""
    here = tmp_path / "claims.db"
    Store.create(here).close()
    (tmp_path / "mounts").write_text(f"40 35 0:44 / {tmp_path} rw - nfs4 server:/vol rw\n")
    monkeypatch.setattr(place, "_MOUNTS", tmp_path / "mounts")
    with pytest.raises(StorageProblem, match="network share"):
        Store.open(here, write=True)
    with pytest.raises(StorageProblem, match="network share"):
        Store.create(tmp_path / "other.db")
    Store.open(here).close()
    monkeypatch.setenv(place.ALLOWED, "yes")
    Store.open(here, write=True).close()
