"""What the page of the desk asks of this machine: to start, to do something, to end."""

import json
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event

from werkzeug.wrappers import Request, Response

from dinet.cli.local_server import (
    Answer,
    build_response,
    is_own_post,
    is_same_path,
    serve_locally,
)
from dinet.cli.opening.desk_process import DeskEndedError, DeskProcess
from dinet.limits import MB

MOST_POSTED = 200 * MB
"""Bytes of a call. The desk refuses a document that is over the limit ``file``, in words.

This is for what is so large that it should not come as far.
"""
_BYTES = "application/octet-stream"
_CONFLICT = 409
"""The status of HTTP for a file that is no longer what the page knew."""


class ServedDesk:
    """A desk that a page may ask.

    Args:
        process: Does the work.
        build_page: Makes the page that shows a token when it asks.
    """

    def __init__(
        self, process: DeskProcess, build_page: Callable[[str], bytes]
    ) -> None:
        self._process = process
        self.token = secrets.token_urlsafe(16)
        self.page = build_page(self.token)
        self.ended = Event()

    def answer_post(self, what: str, edition: str, body: bytes) -> bytes:
        """What is answered to ``start``, ``call`` or ``end``, a line of JSON and bytes.

        Raises:
            DeskEndedError: Another desk is there by now, or none.
            ValueError: It is no call.
        """
        if what == "start":
            return _joined_answer(
                json.dumps({"edition": self._process.restart()})
            )
        if what == "end":
            self.ended.set()
            return _joined_answer("{}")
        line, _, data = body.partition(b"\n")
        call = json.loads(line)
        told, file = self._process.ask(edition, json.dumps(call), data)
        return _joined_answer(told, file)

    def status_when_ended(self, edition: str) -> int:
        """What a page hears that asked a desk which is not there: taken over, or broken off."""
        return 502 if self._process.is_current(edition) else _CONFLICT


def _joined_answer(told: str, file: bytes = b"") -> bytes:
    return told.encode() + b"\n" + file


@contextmanager
def serve_desk(desk: ServedDesk, port: int) -> Iterator[str]:
    """Serve a desk as long as the context lasts; its address.

    Raises:
        UsageError: The port cannot be used.
    """

    def build_answer(host: str, path: str) -> Answer:
        return lambda request: _answer_request(desk, request, host, path)

    with serve_locally(build_answer, port) as address:
        yield address


def _answer_request(
    desk: ServedDesk, request: Request, host: str, path: str
) -> Response:
    if request.method == "GET":
        if is_same_path(request.path, path):
            return build_response(desk.page, mimetype="text/html")
        return build_response("", 404)
    if request.method != "POST":
        return build_response("", 405, Allow="GET, POST")
    for what in ("start", "call", "end"):
        if is_same_path(request.path, path + what):
            return _answer_post(desk, request, host, what)
    return build_response("", 404)


def _answer_post(
    desk: ServedDesk, request: Request, host: str, what: str
) -> Response:
    refusal = _refuse_post(desk, request, host)
    if refusal:
        return build_response("", refusal)
    edition = request.headers.get("X-Edition", "")
    body = request.get_data(cache=False)
    try:
        answer = desk.answer_post(what, edition, body)
    except ValueError:
        return build_response("", 400)
    except DeskEndedError:
        return build_response("", desk.status_when_ended(edition))
    return build_response(answer, mimetype=_BYTES)


def _refuse_post(desk: ServedDesk, request: Request, host: str) -> int:
    """The status for what does not come from the page itself, or is not what it sends; else 0."""
    if not is_own_post(request, host, desk.token):
        return 403
    # forms of other sites can send text, but not this, without asking first
    if request.mimetype != _BYTES:
        return 415
    if request.content_length is None:
        return 411
    return 413 if request.content_length > MOST_POSTED else 0
