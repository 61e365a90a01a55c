"""Chromium over `--remote-debugging-pipe`: messages are JSON, each ended by a NUL byte.

Chromium reads commands from file descriptor 3 and writes answers and events to 4.
"""

from __future__ import annotations

import base64
import fcntl
import json
import os
import select
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

Message = dict[str, Any]
NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    *("--headless=new", "--remote-debugging-pipe", "--no-first-run", "--disable-gpu", "--disable-extensions"),
    *("--disable-sync", "--disable-background-networking", "--disable-component-update", "--hide-scrollbars"),
    *("--disable-dev-shm-usage", "--mute-audio", "--lang=en"),
)
PATIENCE = 60.0


class NoBrowser(Exception):
    """No Chromium on this machine, or it ended before its time."""


def _pipe() -> tuple[int, int]:
    """A pipe whose ends are not 3 or 4, which Chromium takes for its own."""
    low = os.pipe()
    reading, writing = (fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in low)
    for end in low:
        os.close(end)
    return reading, writing


class Chromium:
    """A running browser without network; `with Chromium() as browser: browser.open(path)`."""

    def __init__(self) -> None:
        program = next((found for name in NAMES if (found := shutil.which(name))), None)
        if program is None:
            raise NoBrowser("no Chromium found: install it first (apt-get install chromium)")
        self._profile = tempfile.mkdtemp(prefix="reconcile-chromium-")
        self._number = 0
        self._buffer = b""
        self._answers: dict[int, Message] = {}
        self.events: list[Message] = []
        self._process, self._to, self._from = self._start(program)

    def _start(self, program: str) -> tuple[subprocess.Popen[bytes], int, int]:
        theirs_in, ours_out = _pipe()
        ours_in, theirs_out = _pipe()

        def hand_over() -> None:
            os.dup2(theirs_in, 3)
            os.dup2(theirs_out, 4)

        flags = [*FLAGS, f"--user-data-dir={self._profile}", "--proxy-server=127.0.0.1:9"]
        if os.geteuid() == 0:
            flags.append("--no-sandbox")
        process = subprocess.Popen(
            [program, *flags, "about:blank"],
            preexec_fn=hand_over,
            pass_fds=(3, 4),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs_in)
        os.close(theirs_out)
        return process, ours_out, ours_in

    def __enter__(self) -> Chromium:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the browser and remove its profile."""
        try:
            self._send("Browser.close", {}, None)
            self._process.wait(10)
        except (OSError, subprocess.TimeoutExpired):
            self._process.kill()
            self._process.wait(10)
        os.close(self._to)
        os.close(self._from)
        shutil.rmtree(self._profile, ignore_errors=True)

    def _send(self, method: str, params: Message, session: str | None) -> int:
        self._number += 1
        message: Message = {"id": self._number, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self._to, data) :]
        return self._number

    def _read(self, seconds: float) -> None:
        ready, _, _ = select.select([self._from], [], [], seconds)
        if not ready:
            return
        data = os.read(self._from, 1 << 20)
        if not data:
            raise NoBrowser("Chromium ended before its time")
        *whole, self._buffer = (self._buffer + data).split(b"\0")
        for message in map(json.loads, whole):
            if "id" in message:
                self._answers[message["id"]] = message
            else:
                self.events.append(message)

    def call(self, method: str, params: Message | None = None, session: str | None = None) -> Message:
        """Send a command and wait for its answer."""
        number = self._send(method, params or {}, session)
        self.wait(lambda: number in self._answers, method)
        answer = self._answers.pop(number)
        if "error" in answer:
            raise NoBrowser(f"{method}: {answer['error']}")
        result: Message = answer["result"]
        return result

    def wait(self, done: Callable[[], bool], what: str) -> None:
        """Read what arrives until `done`, at most `PATIENCE` seconds."""
        until = time.monotonic() + PATIENCE
        while not done():
            if time.monotonic() > until:
                raise NoBrowser(f"Chromium did not answer in {PATIENCE:.0f} s: {what}")
            self._read(0.1)

    @contextmanager
    def tab(self, *, width: int = 1280, height: int = 900, dark: bool = False, script: bool = True) -> Iterator[Tab]:
        """A fresh tab of that width, in light or dark colours, with or without JavaScript."""
        target = self.call("Target.createTarget", {"url": "about:blank"})["targetId"]
        session = self.call("Target.attachToTarget", {"targetId": target, "flatten": True})["sessionId"]
        tab = Tab(self, session)
        for domain in ("Page", "Runtime", "Log", "Network"):
            tab.call(f"{domain}.enable")
        tab.call(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600},
        )
        scheme = "dark" if dark else "light"
        tab.call("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
        if not script:
            tab.call("Emulation.setScriptExecutionDisabled", {"value": True})
        try:
            yield tab
        finally:
            self.call("Target.closeTarget", {"targetId": target})
            self.events = [event for event in self.events if event.get("sessionId") != session]


class Tab:
    """One page of the browser."""

    def __init__(self, browser: Chromium, session: str) -> None:
        self._browser = browser
        self._session = session

    def call(self, method: str, params: Message | None = None) -> Message:
        """Send a command to this tab."""
        return self._browser.call(method, params, self._session)

    def events(self, method: str) -> list[Message]:
        """The parameters of all events of that name since the tab was opened."""
        return [
            event["params"]
            for event in self._browser.events
            if event.get("sessionId") == self._session and event["method"] == method
        ]

    def open(self, path: Path) -> None:
        """Open a file and wait until it has loaded."""
        seen = len(self.events("Page.loadEventFired"))
        answer = self.call("Page.navigate", {"url": path.resolve().as_uri()})
        if "errorText" in answer:
            raise NoBrowser(f"{path}: {answer['errorText']}")
        self._browser.wait(lambda: len(self.events("Page.loadEventFired")) > seen, f"opening {path.name}")

    def evaluate(self, expression: str) -> Any:
        """The value of an expression in the page."""
        params = {"expression": expression, "returnByValue": True, "awaitPromise": True}
        answer = self.call("Runtime.evaluate", params)
        if "exceptionDetails" in answer:
            raise NoBrowser(str(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def complaints(self) -> list[str]:
        """Everything that the page wrote to the console, errors that it raised and requests that it made elsewhere."""
        found = [f"console: {event['args']}" for event in self.events("Runtime.consoleAPICalled")]
        found += [f"exception: {event['exceptionDetails']['text']}" for event in self.events("Runtime.exceptionThrown")]
        found += [f"log: {event['entry']['text']}" for event in self.events("Log.entryAdded")]
        requests = [event["request"]["url"] for event in self.events("Network.requestWillBeSent")]
        return found + [f"request: {url}" for url in requests if not url.startswith(("file:", "about:"))]

    def picture(self, to: Path, *, height: float = 20_000) -> None:
        """Save the page as a PNG, from its top to `height` pixels."""
        size = self.call("Page.getLayoutMetrics")["cssContentSize"]
        clip = {"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], height), "scale": 1}
        shot = self.call("Page.captureScreenshot", {"captureBeyondViewport": True, "clip": clip})
        to.write_bytes(base64.b64decode(shot["data"]))

    def print(self, to: Path) -> None:
        """Save the page as it is printed, as a PDF."""
        printed = self.call("Page.printToPDF", {"printBackground": True, "preferCSSPageSize": True})
        to.write_bytes(base64.b64decode(printed["data"]))
