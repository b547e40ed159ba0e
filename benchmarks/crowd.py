"""`python crowd.py FILE`: the people of the file look at their pages; prints what they met as JSON.

Nothing of ours is imported: what this process takes is the crowd's own.
"""

import http.client
import json
import resource
import sys
import threading
import time
from collections import defaultdict
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

EVERY = 3.0
"""Seconds between two pages of one person."""


class Crowd:
    """What all people met so far."""

    def __init__(self, given: dict[str, Any]) -> None:
        self.host = urlsplit(given["base"]).netloc
        self.people = given["people"]
        self.ends = time.monotonic() + given["seconds"]
        self.taken: dict[str, list[float]] = defaultdict(list)
        self.failed = 0
        self.lock = threading.Lock()

    def look(self, number: int) -> None:
        """One person: begins at an own moment and page, then goes round."""
        person = self.people[number]
        next_at = time.monotonic() + EVERY * number / len(self.people)
        turn = number
        connection = http.client.HTTPConnection(self.host, timeout=60)
        while next_at < self.ends:
            time.sleep(max(0.0, next_at - time.monotonic()))
            name, path = person["pages"][turn % len(person["pages"])]
            self._one(connection, name, path, person["session"])
            turn, next_at = turn + 1, max(next_at + EVERY, time.monotonic())

    def _one(self, connection: http.client.HTTPConnection, name: str, path: str, session: str) -> None:
        began = time.perf_counter()
        headers = {"Cookie": f"sessionid={session}", "Accept-Encoding": "gzip"}
        try:
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            answer.read()
            is_good = answer.status == 200
        except (OSError, http.client.HTTPException):
            connection.close()
            is_good = False
        with self.lock:
            self.taken[name].append(time.perf_counter() - began)
            self.failed += not is_good


def main() -> None:
    """Everybody at once; then the sums."""
    crowd = Crowd(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    threads = [threading.Thread(target=crowd.look, args=(n,)) for n in range(len(crowd.people))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    used = resource.getrusage(resource.RUSAGE_SELF)
    own = used.ru_utime + used.ru_stime
    sys.stdout.write(json.dumps({"pages": crowd.taken, "failed": crowd.failed, "own": own}))


if __name__ == "__main__":
    main()
