"""A server for this machine only, at an address that nobody can guess."""

import secrets
import socket
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any

from werkzeug.serving import WSGIRequestHandler, make_server
from werkzeug.wrappers import Request, Response

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

Answer = Callable[[Request], Response]


class _SilentHandler(WSGIRequestHandler):
    """Says nothing of itself in answers and nothing of requests on the terminal."""

    timeout = 60
    """Seconds that a browser may keep a connection on which it asks nothing."""

    def version_string(self) -> str:
        return "dinet"

    def log(self, *_: Any) -> None:
        """No line: the terminal is for findings."""


@contextmanager
def serve_locally(
    build_answer: Callable[[str, str], Answer], port: int
) -> Iterator[str]:
    """Serve this machine as long as the context lasts.

    Args:
        build_answer: Makes of the host and of the secret path what answers a request; it hears
            only requests for that host.
        port: 0 for any that is free.

    Yields:
        The address of the page: the host and the secret path.

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
            _build_application(build_answer(host, path), host),
            threaded=True,
            request_handler=_SilentHandler,
            fd=listening.fileno(),
        )
    thread = Thread(target=server.serve_forever, args=(0.1,), daemon=True)
    thread.start()
    try:
        yield f"http://{host}{path}"
    finally:
        server.shutdown()
        thread.join(1.0)


def show_address(address: str) -> None:
    """Show a page in the browser, beside us: some browsers hold up who opens them."""
    Thread(target=webbrowser.open, args=(address,), daemon=True).start()


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


def _build_application(answer: Answer, host: str) -> Callable[..., Any]:
    """What answers only those who ask for this host by its number."""

    @Request.application
    def answer_request(request: Request) -> Response:
        # a site elsewhere can let its own name lead to this machine
        if request.headers.get("Host") != host:
            return build_response("", 403)
        return answer(request)

    return answer_request


def is_own_post(request: Request, host: str, token: str) -> bool:
    """Whether a page of this server sends something: it comes from here, and shows its token."""
    shown = request.headers.get("X-Token", "")
    if request.headers.get("Origin") != f"http://{host}":
        return False
    return secrets.compare_digest(shown.encode(), token.encode())


def build_response(
    body: Any, status: int = 200, mimetype: str = "text/plain", **headers: str
) -> Response:
    """An answer that no other site may show, keep or look into."""
    return Response(body, status, _HEADERS | headers, mimetype)


def is_same_path(asked: str, path: str) -> bool:
    """Whether two paths are the same, in a time that tells nothing of how far they are.

    Example:
        >>> is_same_path("/secret/form", "/secret/")
        False
    """
    return secrets.compare_digest(
        asked.encode(errors="replace"), path.encode()
    )
