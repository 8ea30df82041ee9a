"""A server for this machine only: one page and its news, at an address that nobody can guess."""

import secrets
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any

from werkzeug.serving import WSGIRequestHandler, make_server
from werkzeug.wrappers import Request, Response

from dinet.cli.watching.live_page import Board
from dinet.errors import UsageError
from dinet.language import Sentence

HOST = "127.0.0.1"
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class _Handler(WSGIRequestHandler):
    """Says nothing of itself in answers and nothing of requests on the terminal."""

    timeout = 60  # seconds that a browser may keep a connection on which it asks nothing

    def version_string(self) -> str:
        return "dinet"

    def log(self, *_: Any) -> None:
        """No line: the terminal is for findings."""


@contextmanager
def served(board: Board, port: int) -> Iterator[str]:
    """Serve a board as long as the context lasts.

    Args:
        board: What is shown.
        port: 0 for any that is free.

    Yields:
        The address of the page.

    Raises:
        UsageError: The port cannot be used.
    """
    with _listening(port) as listening:
        host = f"{HOST}:{listening.getsockname()[1]}"
        path = f"/{secrets.token_urlsafe(16)}/"
        # without a socket of ours werkzeug would end the process when the port is taken
        server = make_server(
            HOST, port, _answers(board, host, path), threaded=True, request_handler=_Handler, fd=listening.fileno()
        )
    thread = Thread(target=server.serve_forever, args=(0.1,), daemon=True)
    thread.start()
    try:
        yield f"http://{host}{path}"
    finally:
        board.close()
        server.shutdown()
        thread.join(1.0)


def _listening(port: int) -> socket.socket:
    try:
        return socket.create_server((HOST, port))
    except OSError as error:
        what = Sentence("port {port} cannot be used; another program may have it.", port=port)
        raise UsageError(what, Sentence("Without --port dinet takes one that is free.")) from error


def _answers(board: Board, host: str, path: str) -> Callable[..., Any]:
    """The application: it knows two addresses, and answers only those who ask for this host by its number."""

    @Request.application
    def answer(request: Request) -> Response:
        if request.headers.get("Host") != host:  # a site elsewhere can let its own name lead to this machine
            return _answer("", 403)
        if request.method != "GET":
            return _answer("", 405, Allow="GET")
        if _same(request.path, path):
            return _answer(board.page, mimetype="text/html")
        if _same(request.path, f"{path}changes"):
            return _answer(board.news(), mimetype="text/event-stream")
        return _answer("", 404)

    return answer


def _answer(body: Any, status: int = 200, mimetype: str = "text/plain", **headers: str) -> Response:
    return Response(body, status, _HEADERS | headers, mimetype)


def _same(asked: str, path: str) -> bool:
    """Whether two paths are the same, in a time that tells nothing of how far they are."""
    return secrets.compare_digest(asked.encode(errors="replace"), path.encode())
