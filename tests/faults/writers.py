"""People who go on writing while things break: each form is sent until the server has acknowledged it."""

import http.client
import random
import re
import threading
import time
import urllib.parse
import uuid
from dataclasses import dataclass, field
from typing import Any

WRITER, PASSWORD = "nguoighi", "mat-khau-de-thu-2026"
"""The password is the one tests.accounts.factories gives; no Django is needed here."""
SIGN_IN = "/tai-khoan/dang-nhap/"
NEW_TASK = "/cong-viec/lap/"
SECONDS_OF_PATIENCE = 60
END_OF_YEAR = f"31/12/{time.localtime().tm_year}"
_FORM = "application/x-www-form-urlencoded"
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@dataclass(frozen=True)
class Answer:
    """What the server said; status 0: nothing came back."""

    status: int
    location: str = ""
    page: str = ""


def _part(line: str, name: str, content: bytes, file_name: str = "") -> bytes:
    file = f'; filename="{file_name}"' if file_name else ""
    return (
        f'--{line}\r\nContent-Disposition: form-data; name="{name}"{file}\r\n\r\n'.encode()
        + content
        + b"\r\n"
    )


class Browser:
    """Cookies and forms, without a library that retries by itself."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.cookies: dict[str, str] = {}
        self.token = ""

    def get(self, path: str) -> Answer:
        """A page; its form token is remembered."""
        answer = self._ask("GET", path)
        found = _TOKEN.search(answer.page)
        self.token = found.group(1) if found else self.token
        return answer

    def post(self, path: str, **fields: Any) -> Answer:
        """Send a form."""
        return self._ask("POST", path, {"csrfmiddlewaretoken": self.token, **fields})

    def upload(self, path: str, field_name: str, file_name: str, content: bytes) -> Answer:
        """Send a form with one file."""
        line = uuid.uuid4().hex
        parts = [_part(line, "csrfmiddlewaretoken", self.token.encode())]
        parts += [_part(line, "submission_key", str(uuid.uuid4()).encode())]
        parts += [_part(line, field_name, content, file_name), f"--{line}--\r\n".encode()]
        return self._ask("POST", path, b"".join(parts), f"multipart/form-data; boundary={line}")

    def _ask(
        self, method: str, path: str, sent: dict[str, Any] | bytes | None = None, kind: str = _FORM
    ) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        body = urllib.parse.urlencode(sent) if isinstance(sent, dict) else sent
        headers |= {"Content-Type": kind} if body is not None else {}
        try:
            connection.request(method, path, body, headers)
            got = connection.getresponse()
            page = got.read().decode(errors="replace")
        except (OSError, http.client.HTTPException):
            return Answer(0)
        finally:
            connection.close()
        for line in got.headers.get_all("Set-Cookie", []):
            name, _, value = line.split(";")[0].partition("=")
            self.cookies[name] = value
        return Answer(got.status, got.headers.get("Location", ""), page)

    def sign_in(self) -> None:
        """As the one who writes; raises AssertionError when that fails."""
        self.get(SIGN_IN)
        answer = self.post(SIGN_IN, login=WRITER, password=PASSWORD)
        if answer.status != 302:
            raise AssertionError(f"sign-in: {answer.status}")
        self.get(NEW_TASK)


@dataclass
class Ledger:
    """What all writers sent and what was acknowledged; the words of every failure; the longest wait."""

    acknowledged: set[str] = field(default_factory=set)
    sent: set[str] = field(default_factory=set)
    troubles: dict[int, int] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)
    refused: list[str] = field(default_factory=list)
    longest: float = 0.0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def trouble(self, answer: Answer) -> None:
        """Count a failure and keep what the page said."""
        with self.lock:
            self.troubles[answer.status] = self.troubles.get(answer.status, 0) + 1
            self.words.update(re.findall(r"<p>\s*([^<]+?)\s*</p>", answer.page))


class Writer(threading.Thread):
    """One person at the keyboard: a new task every moment, each under its own key."""

    def __init__(self, port: int, ids: dict[str, int], ledger: Ledger, stop: threading.Event) -> None:
        super().__init__()
        self.browser = Browser(port)
        self.ids, self.ledger, self.stop = ids, ledger, stop
        self.browser.sign_in()

    def run(self) -> None:
        """Until asked to stop; the form in hand is still brought to its end."""
        while not self.stop.is_set() and not self.ledger.refused:
            self.write(f"Ghi {uuid.uuid4().hex}")
            time.sleep(random.uniform(0.0, 0.02))  # noqa: S311 - a person's pause

    def write(self, title: str) -> None:
        """Send one form again and again until it is acknowledged; sometimes once more after that."""
        key, began = str(uuid.uuid4()), time.monotonic()
        with self.ledger.lock:
            self.ledger.sent.add(title)
        while time.monotonic() - began < SECONDS_OF_PATIENCE:
            answer = self.send(title, key)
            if answer.status == 302 and not answer.location.startswith(SIGN_IN):
                self._acknowledged(title, time.monotonic() - began)
                if random.random() < 0.2:  # noqa: S311 - an impatient second click
                    self.send(title, key)
                return
            self.ledger.trouble(answer)
            if 400 <= answer.status < 500:
                break
            time.sleep(0.1)
        with self.ledger.lock:
            self.ledger.refused.append(title)

    def _acknowledged(self, title: str, seconds: float) -> None:
        with self.ledger.lock:
            self.ledger.acknowledged.add(title)
            self.ledger.longest = max(self.ledger.longest, seconds)

    def send(self, title: str, key: str) -> Answer:
        """The form of a new task."""
        return self.browser.post(
            NEW_TASK, submission_key=key, programme=self.ids["programme"], clause=self.ids["clause"],
            body=self.ids["body"], kind="work", title=title, person="", place="", starts_on="",
            due_on=END_OF_YEAR,
        )  # fmt: skip
