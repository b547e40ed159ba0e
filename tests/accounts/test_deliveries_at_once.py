"""Two workers, and a worker killed between sending and marking."""

import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from phoihop.accounts import addresses, deliveries
from phoihop.accounts.channels.configuration import WebhookSource
from phoihop.accounts.deliveries import Outgoing
from phoihop.accounts.models import Address, Delivery
from tests.accounts import factories, gateways

pytestmark = pytest.mark.django_db(transaction=True)

NOW = datetime(2026, 3, 10, 1, 0, tzinfo=UTC)
ANOTHER_WORKER = """
import django
django.setup()
from datetime import datetime
from django.conf import settings
from phoihop.accounts import deliveries
from phoihop.accounts.channels.configuration import WebhookSource
settings.WEBHOOK = WebhookSource({url!r}, "tin nhắn", b"k" * 32)
deliveries.send_waiting(at=datetime.fromisoformat({at!r}))
"""


@pytest.fixture
def hub(settings: Any) -> Iterator[gateways.Hub]:
    with gateways.hub() as opened:
        settings.WEBHOOK = WebhookSource(opened.url, "tin nhắn", b"k" * 32)
        yield opened


def trials(number: int) -> None:
    """Trial messages to somebody's telephone wait."""
    person = factories.person()
    Address.objects.create(
        person=person, channel="webhook", value="0912345678", asked_at=NOW, confirmed_at=NOW
    )
    rows = [Outgoing(person.pk, "webhook", f"trial-{key}") for key in range(number)]
    deliveries.put_down(rows, purpose=addresses.TRIAL, at=NOW)


def test_two_workers_send_each_message_once(hub: gateways.Hub) -> None:
    trials(20)
    start = Barrier(2)

    def work(_: int) -> Counter[str]:
        try:
            start.wait(timeout=10)
            return deliveries.send_waiting(at=NOW)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        ended = list(pool.map(work, range(2)))
    assert sum(one["sent"] for one in ended) == 20
    assert len({taken.headers["webhook-id"] for taken in hub.taken}) == len(hub.taken) == 20


def test_a_worker_killed_before_marking_leaves_the_message_to_the_next_under_the_same_id(hub) -> None:
    trials(1)
    environment = os.environ | {"DATABASE_URL": _address(), "DJANGO_SETTINGS_MODULE": "phoihop.settings"}
    code = ANOTHER_WORKER.format(url=hub.url, at=NOW.isoformat())
    worker = subprocess.Popen([sys.executable, "-c", code], env=environment)
    hub.before_answering = lambda: os.kill(worker.pid, signal.SIGKILL)
    assert worker.wait(timeout=30) == -signal.SIGKILL
    assert Delivery.objects.get().state == "waiting"
    hub.before_answering = lambda: None
    assert deliveries.send_waiting(at=NOW) == {"sent": 1}
    assert deliveries.send_waiting(at=NOW) == {}
    assert len(hub.taken) == 2
    assert hub.taken[0].headers["webhook-id"] == hub.taken[1].headers["webhook-id"]
    assert hub.taken[0].body == hub.taken[1].body


def _address() -> str:
    """Where the tests' own database is."""
    given: Mapping[str, Any] = connection.settings_dict
    user = f"{given['USER']}:{given['PASSWORD']}" if given["PASSWORD"] else given["USER"]
    port = f":{given['PORT']}" if given["PORT"] else ""
    host: Collection[str] = given["HOST"]
    place = f"@{port}/{given['NAME']}?host={host}" if "/" in host else f"@{host}{port}/{given['NAME']}"
    return f"postgresql://{user}{place}"
