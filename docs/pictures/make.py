"""Makes the pictures of the README from the worked example: `python docs/pictures/make.py [REPORTS]` (needs Chromium).

The index and the most disputed question (also in dark), from the top, in a window of 1280 pixels.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from browser.chromium import Chromium  # noqa: E402 (the driver of the tests)

REPORTS = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "reports"


def most_disputed() -> str:
    """The page of the contested question with the most accounts."""
    questions = json.loads((REPORTS / "questions.json").read_text("utf-8"))
    paged = [one for one in questions if one["page"] and "#" not in one["page"]]
    best = max(paged, key=lambda one: (one["status"] == "contested", one["accounts"]))
    return str(best["page"])


def main() -> None:
    """Write the pictures."""
    pictures = (("index", "index.html", False), ("question", most_disputed(), False), ("dark", most_disputed(), True))
    with Chromium() as browser:
        for name, page, dark in pictures:
            with browser.tab(width=1280, dark=dark) as tab:
                tab.open(REPORTS / page)
                tab.picture(HERE / f"{name}.png", height=1500)


if __name__ == "__main__":
    main()
