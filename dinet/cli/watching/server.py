"""One page and its news, for this machine only."""

from collections.abc import Iterator
from contextlib import contextmanager

from werkzeug.wrappers import Request, Response

from dinet.cli.local_server import (
    Answer,
    build_response,
    is_own_post,
    is_same_path,
    serve_locally,
)
from dinet.cli.watching.form_file import MOST_POSTED
from dinet.cli.watching.live_page import LivePage


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

    def build_answer(host: str, path: str) -> Answer:
        return lambda request: _answer_request(live, request, host, path)

    with serve_locally(build_answer, port) as address:
        try:
            yield address
        finally:
            live.close_page()


def _answer_request(
    live: LivePage, request: Request, host: str, path: str
) -> Response:
    """It knows two addresses, and the one to which the page sends what is chosen in it."""
    if request.method == "POST" and is_same_path(request.path, f"{path}form"):
        return _answer_form(live, request, host)
    if request.method != "GET":
        return build_response("", 405, Allow="GET")
    return _answer_path(live, request.path, path)


def _answer_form(live: LivePage, request: Request, host: str) -> Response:
    """What the page writes into the form; a page from elsewhere writes nothing."""
    refusal = _refuse_post(live, request, host)
    if refusal or live.form is None:
        return build_response("", refusal or 403)
    seen = request.headers["If-Match"].strip('"')
    posted = request.get_data(cache=False)
    reply = live.form.take_answer(posted, seen)
    return build_response(reply.as_json(), reply.status, "application/json")


def _refuse_post(live: LivePage, request: Request, host: str) -> int:
    """The status for what does not come from the page itself, or is not what it sends; else 0."""
    if not is_own_post(request, host, live.token):
        return 403
    # forms of other sites can send text, but not this, without asking first
    if request.mimetype != "application/json":
        return 415
    if request.content_length is None or "If-Match" not in request.headers:
        return 428
    return 413 if request.content_length > MOST_POSTED else 0


def _answer_path(live: LivePage, asked: str, path: str) -> Response:
    if is_same_path(asked, path):
        return build_response(live.page, mimetype="text/html")
    if is_same_path(asked, f"{path}changes"):
        return build_response(live.follow_news(), mimetype="text/event-stream")
    return build_response("", 404)
