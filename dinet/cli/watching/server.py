"""A server for this machine only: one page and its news, at an address that nobody can guess."""

import secrets
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any

from werkzeug.serving import WSGIRequestHandler, make_server
from werkzeug.wrappers import Request, Response

from dinet.cli.watching.form_file import MOST_POSTED
from dinet.cli.watching.live_page import LivePage
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


class _SilentHandler(WSGIRequestHandler):
    """Says nothing of itself in answers and nothing of requests on the terminal."""

    timeout = 60
    """Seconds that a browser may keep a connection on which it asks nothing."""

    def version_string(self) -> str:
        return "dinet"

    def log(self, *_: Any) -> None:
        """No line: the terminal is for findings."""


@contextmanager
def serve_page(live: LivePage, port: int) -> Iterator[str]:
    """Serve a page as long as the context lasts.

    Args:
        live: What is shown.
        port: 0 for any that is free.

    Yields:
        The address of the page.

    Raises:
        UsageError: The port cannot be used.
    """
    with _listen_on(port) as listening:
        host = f"{HOST}:{listening.getsockname()[1]}"
        path = f"/{secrets.token_urlsafe(16)}/"
        # without a socket of ours werkzeug would end the process when the port is taken
        server = make_server(
            HOST,
            port,
            _build_application(live, host, path),
            threaded=True,
            request_handler=_SilentHandler,
            fd=listening.fileno(),
        )
    thread = Thread(target=server.serve_forever, args=(0.1,), daemon=True)
    thread.start()
    try:
        yield f"http://{host}{path}"
    finally:
        live.close_page()
        server.shutdown()
        thread.join(1.0)


def _listen_on(port: int) -> socket.socket:
    try:
        return socket.create_server((HOST, port))
    except OSError as error:
        what = Sentence(
            "port {port} cannot be used; another program may have it.",
            port=port,
        )
        hint = Sentence("Without --port dinet takes one that is free.")
        raise UsageError(what, hint) from error


def _build_application(
    live: LivePage, host: str, path: str
) -> Callable[..., Any]:
    """What knows two addresses, and answers only those who ask for this host by its number."""

    @Request.application
    def answer_request(request: Request) -> Response:
        # a site elsewhere can let its own name lead to this machine
        if request.headers.get("Host") != host:
            return _build_response("", 403)
        if request.method == "POST" and _is_same_path(
            request.path, f"{path}form"
        ):
            return _answer_form(live, request, host)
        if request.method != "GET":
            return _build_response("", 405, Allow="GET")
        return _answer_path(live, request.path, path)

    return answer_request


def _answer_form(live: LivePage, request: Request, host: str) -> Response:
    """What the page writes into the form; a page from elsewhere writes nothing."""
    refusal = _refuse_post(live, request, host)
    if refusal or live.form is None:
        return _build_response("", refusal or 403)
    seen = request.headers["If-Match"].strip('"')
    posted = request.get_data(cache=False)
    reply = live.form.take_answer(posted, seen)
    return _build_response(reply.as_json(), reply.status, "application/json")


def _refuse_post(live: LivePage, request: Request, host: str) -> int:
    """The status for what does not come from the page itself, or is not what it sends; else 0."""
    headers = request.headers
    token = headers.get("X-Token", "")
    if headers.get("Origin") != f"http://{host}":
        return 403
    if not secrets.compare_digest(token.encode(), live.token.encode()):
        return 403
    # forms of other sites can send text, but not this, without asking first
    if request.mimetype != "application/json":
        return 415
    if request.content_length is None or "If-Match" not in headers:
        return 428
    return 413 if request.content_length > MOST_POSTED else 0


def _answer_path(live: LivePage, asked: str, path: str) -> Response:
    if _is_same_path(asked, path):
        return _build_response(live.page, mimetype="text/html")
    if _is_same_path(asked, f"{path}changes"):
        return _build_response(
            live.follow_news(), mimetype="text/event-stream"
        )
    return _build_response("", 404)


def _build_response(
    body: Any, status: int = 200, mimetype: str = "text/plain", **headers: str
) -> Response:
    return Response(body, status, _HEADERS | headers, mimetype)


def _is_same_path(asked: str, path: str) -> bool:
    """Whether two paths are the same, in a time that tells nothing of how far they are."""
    return secrets.compare_digest(
        asked.encode(errors="replace"), path.encode()
    )
