"""Real servers on this machine: one that takes e-mail by SMTP, one that takes webhooks by HTTP."""

import email
import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import default
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Post:
    """What the mail server took, and how it answers: `refuses` gives the code for a recipient."""

    port: int = 0
    letters: list[EmailMessage] = field(default_factory=list)
    refuses: dict[str, int] = field(default_factory=dict)


class _Smtp(socketserver.StreamRequestHandler):
    """The few words of RFC 5321 that a client needs."""

    def handle(self) -> None:
        self._say("220 here")
        self._is_open = True
        while self._is_open and (line := self.rfile.readline()):
            self._answer(line.decode().strip())

    def _answer(self, line: str) -> None:
        post: Post = self.server.post  # type: ignore[attr-defined]
        verb = line.partition(" ")[0].upper()
        if verb == "RCPT":
            code = next((code for name, code in post.refuses.items() if name in line), 250)
            self._say(f"{code} {'ok' if code == 250 else 'no'}")
        elif verb == "DATA":
            self._say("354 go on")
            post.letters.append(self._letter())
            self._say("250 taken")
        elif verb == "QUIT":
            self._is_open = False
            self._say("221 bye")
        else:
            self._say("250 ok")

    def _letter(self) -> EmailMessage:
        lines: list[bytes] = []
        while (line := self.rfile.readline()) != b".\r\n":
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        return email.message_from_bytes(b"".join(lines), policy=default)  # type: ignore[return-value]

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


class _Threaded(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True


@contextmanager
def post_office() -> Iterator[Post]:
    """A mail server on a free port."""
    with _Threaded(("127.0.0.1", 0), _Smtp) as server:
        post = Post(port=server.server_address[1])
        server.post = post  # type: ignore[attr-defined]
        with _serving(server):
            yield post


def mailers(post: Post) -> dict[str, Any]:
    """Django's MAILERS for it."""
    options = {"host": "127.0.0.1", "port": post.port, "timeout": 5}
    return {"default": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": options}}


@dataclass(frozen=True)
class Taken:
    """A request as it came."""

    headers: dict[str, str]
    body: bytes


@dataclass
class Hub:
    """What the gateway took; `statuses` are its next answers (then 204), `before_answering` runs first."""

    url: str = ""
    taken: list[Taken] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    before_answering: Callable[[], None] = lambda: None


class _Gateway(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        hub: Hub = self.server.hub  # type: ignore[attr-defined]
        body = self.rfile.read(int(self.headers["Content-Length"]))
        hub.taken.append(Taken({name.lower(): value for name, value in self.headers.items()}, body))
        hub.before_answering()
        self.send_response(hub.statuses.pop(0) if hub.statuses else 204)
        self.send_header("Location", "http://127.0.0.1:9/elsewhere")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name the class calls
        """Nothing on the screen."""


@contextmanager
def hub() -> Iterator[Hub]:
    """A webhook gateway on a free port."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Gateway) as server:
        found = Hub(url=f"http://127.0.0.1:{server.server_address[1]}/tin?to=zalo")
        server.hub = found  # type: ignore[attr-defined]
        with _serving(server):
            yield found


@contextmanager
def _serving(server: socketserver.BaseServer) -> Iterator[None]:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join(timeout=5)
