"""A few faults under real writers; `bin/faults.py` does the same for longer, with a server of its own."""

import threading
import time
import uuid

import psutil
import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from tests.faults.sites import Site
from tests.faults.writers import END_OF_YEAR, NEW_TASK, Answer, Browser, Ledger, Writer

pytestmark = pytest.mark.django_db
KILLS = 3


def writer(site: Site) -> Writer:
    return Writer(site.installation.port, site.ids, Ledger(), threading.Event())


def test_killing_web_workers_and_worker_amid_writes_loses_and_doubles_nothing(site: Site):
    with site.written_into(people=3) as ledger:
        for _ in range(KILLS):
            time.sleep(0.5)
            site.kill_web_workers()
            site.kill_background()
            assert site.installation.answers_within(30)
    assert ledger.refused == []
    assert len(ledger.acknowledged) > KILLS
    assert site.lost_and_doubled(ledger) == (set(), set())


def test_losing_every_connection_to_the_database_loses_and_doubles_nothing(site: Site):
    cut = (
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = %s AND pid <> pg_backend_pid()"
    )
    with psycopg.connect(site.database_url, autocommit=True) as server, site.written_into(3) as ledger:
        for _ in range(KILLS):
            time.sleep(0.3)
            server.execute(cut, [server.info.dbname])
    assert ledger.refused == []
    assert site.lost_and_doubled(ledger) == (set(), set())


def test_a_form_sent_ten_times_at_once_is_one_row(site: Site):
    title, key = f"Ghi {uuid.uuid4().hex}", str(uuid.uuid4())
    people, answers = [writer(site) for _ in range(5)], []
    threads = [
        threading.Thread(target=lambda who=who: answers.append(who.send(title, key)))
        for who in people
        for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {answer.status for answer in answers} == {302}
    ledger = Ledger(acknowledged={title})
    assert site.lost_and_doubled(ledger) == (set(), set())


def test_a_stale_form_is_told_and_changes_nothing(site: Site):
    browser = Browser(site.installation.port)
    browser.sign_in()
    who = writer(site)
    address = who.send(f"Ghi {uuid.uuid4().hex}", str(uuid.uuid4())).location
    first, second = (_changed(browser, address, title) for title in ("Ghi trước", "Ghi sau"))
    assert (first.status, second.status) == (302, 409)
    assert "vừa được người khác thay đổi" in second.page
    assert "Ghi trước" in browser.get(address).page


def _changed(browser: Browser, address: str, title: str) -> Answer:
    """Sent from a page opened when the task was in its first version."""
    return browser.post(
        f"{address}sua/", submission_key=str(uuid.uuid4()), version=1, kind="work", title=title, person="",
        place="", starts_on="", due_on=END_OF_YEAR,
    )  # fmt: skip


@pytest.fixture
def no_room(site: Site):
    """The web server may write no file longer than its log already is: as on a full disk."""
    servers = site.processes("granian")
    for process in servers:
        process.rlimit(psutil.RLIMIT_FSIZE, (0, psutil.RLIM_INFINITY))
    yield
    for process in servers:
        if process.is_running():
            process.rlimit(psutil.RLIMIT_FSIZE, (psutil.RLIM_INFINITY, psutil.RLIM_INFINITY))


def test_a_full_disk_is_said_in_plain_words_and_nothing_is_half_kept(site: Site, no_room: None):
    browser = Browser(site.installation.port)
    browser.sign_in()
    browser.get("/doc-van-ban/")
    answer = browser.upload(
        "/doc-van-ban/dua-vao/", "file", "chuong-trinh.txt", b"I. N\xe1\xbb\x99i dung\n" * 400
    )
    assert answer.status == 503
    assert "hết chỗ ghi dữ liệu" in answer.page
    with psycopg.connect(site.database_url) as connection:
        assert connection.execute("SELECT count(*) FROM documents_storedfile").fetchone() == (0,)


def test_a_database_that_takes_nobody_is_said_and_the_form_is_kept(site: Site):
    who = writer(site)
    title, key = f"Ghi {uuid.uuid4().hex}", str(uuid.uuid4())
    name = conninfo_to_dict(site.database_url)["dbname"]
    with psycopg.connect(make_conninfo(site.database_url, dbname="postgres"), autocommit=True) as server:
        server.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
        server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
        try:
            answer = who.send(title, key)
        finally:
            server.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')
    assert answer.status == 503
    assert "Cơ sở dữ liệu đang khởi động lại" in answer.page
    assert f'name="submission_key" value="{key}"' in answer.page
    assert f'action="{NEW_TASK}"' in answer.page
    who.write(title)
    assert title in who.ledger.acknowledged
