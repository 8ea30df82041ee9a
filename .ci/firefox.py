"""A real Firefox without a network, asked over its own socket (Marionette): no driver is needed."""

import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

PATIENCE_S = 180
"""Seconds for a start or an answer on the slowest machine that runs this."""
PREFERENCES = {
    "browser.download.folderList": 2,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "datareporting.policy.dataSubmissionEnabled": False,
    "intl.accept_languages": "nl",
    "marionette.port": 0,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
}
"""So that it opens nothing of its own, and saves files without asking."""
SWITCHES = ("--headless", "--marionette", "--remote-allow-system-access")
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The name that WebDriver has for a reference to an element."""
_GO_OFFLINE = """
Services.io.offline = true;
globalThis.askedAddresses = [];
Services.obs.addObserver((channel) => {
  const { URI, loadInfo } = channel.QueryInterface(Ci.nsIHttpChannel);
  const isOfPage = !loadInfo.triggeringPrincipal.isSystemPrincipal;
  if (isOfPage) globalThis.askedAddresses.push(URI.spec);
}, "http-on-modify-request");
Services.console.reset();
"""
_COMPLAINTS = """
const told = Services.console.getMessageArray().filter((message) =>
  message instanceof Ci.nsIScriptError && !(message.flags & 1)
    && /^(file|blob|data):/.test(message.sourceName));
const policy = Services.console.getMessageArray()
  .filter((message) => /Content-Security-Policy/.test(message.message));
return [...told, ...policy].map((message) => message.message.slice(0, 300))
  .concat(globalThis.askedAddresses.map((address) => `request: ${address}`));
"""


class Firefox:
    """One window of it; ``with`` ends it.

    Args:
        program: The path of Firefox.
    """

    def __init__(self, program: str) -> None:
        self._profile = Path(tempfile.mkdtemp())
        self.downloads = self._profile / "downloads"
        self.downloads.mkdir()
        self._write_preferences()
        self._process = subprocess.Popen(
            [program, *SWITCHES, "--profile", str(self._profile)],
            env={**os.environ, "HOME": str(self._profile)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._number = 0

    def _write_preferences(self) -> None:
        wished = {**PREFERENCES, "browser.download.dir": str(self.downloads)}
        lines = [
            f'user_pref("{name}", {json.dumps(value)});\n'
            for name, value in wished.items()
        ]
        (self._profile / "user.js").write_text("".join(lines))

    def _connect(self) -> socket.socket:
        """The port is free for it to choose; it writes which in its profile."""
        told = self._profile / "MarionetteActivePort"
        deadline = time.monotonic() + PATIENCE_S
        while not (told.is_file() and told.read_text().strip()):
            if time.monotonic() > deadline or self._process.poll() is not None:
                raise TimeoutError("Firefox does not start")
            time.sleep(0.1)
        address = ("127.0.0.1", int(told.read_text()))
        return socket.create_connection(address, timeout=PATIENCE_S)

    def __enter__(self) -> "Firefox":
        try:
            self._socket = self._connect()
            self._receive()
            self.send("WebDriver:NewSession", {})
            self.run(_GO_OFFLINE, of_browser=True)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait()
        shutil.rmtree(self._profile, ignore_errors=True)

    def _receive(self) -> Any:
        """A message: the number of its bytes, a colon, and JSON."""
        size = b""
        while not size.endswith(b":"):
            size += self._socket.recv(1)
        left, parts = int(size[:-1]), []
        while left:
            parts.append(self._socket.recv(left))
            left -= len(parts[-1])
        return json.loads(b"".join(parts))

    def send(self, command: str, given: dict[str, Any]) -> Any:
        """What it answers to a command."""
        self._number += 1
        sent = json.dumps([0, self._number, command, given]).encode()
        self._socket.sendall(b"%d:%s" % (len(sent), sent))
        _, _, error, answer = self._receive()
        if error:
            raise RuntimeError(error["message"])
        return answer

    def run(self, script: str, *, of_browser: bool = False) -> Any:
        """What a script returns, in the page or in the browser around it."""
        place = "chrome" if of_browser else "content"
        self.send("Marionette:SetContext", {"value": place})
        given = {"script": script, "args": [], "sandbox": "default"}
        answer = self.send("WebDriver:ExecuteScript", given)
        self.send("Marionette:SetContext", {"value": "content"})
        return answer["value"]

    def open(self, address: str) -> None:
        self.send("WebDriver:Navigate", {"url": address})

    def wait_until(self, condition: str) -> float:
        """The seconds until a condition in JavaScript holds."""
        started = time.monotonic()
        while not self.run(f"return Boolean({condition})"):
            if time.monotonic() - started > PATIENCE_S:
                raise TimeoutError(condition)
            time.sleep(0.1)
        return time.monotonic() - started

    def choose_files(self, selector: str, files: list[Path]) -> None:
        """Choose files in a field, as the user does in a dialog."""
        given = {"using": "css selector", "value": selector}
        found = self.send("WebDriver:FindElement", given)["value"][ELEMENT]
        text = "\n".join(map(str, files))
        self.send("WebDriver:ElementSendKeys", {"id": found, "text": text})

    def saved_file(self, selector: str) -> Path:
        """What a click saves."""
        self.run(f'document.querySelector("{selector}").click()')
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            found = list(self.downloads.iterdir())
            is_done = not any(path.suffix == ".part" for path in found)
            if found and is_done and found[0].stat().st_size:
                return found[0]
            time.sleep(0.1)
        raise TimeoutError(selector)

    def complaints(self) -> list[str]:
        """Errors of the page, violations of its policy, and requests to a network."""
        found: list[str] = self.run(_COMPLAINTS, of_browser=True)
        return found
