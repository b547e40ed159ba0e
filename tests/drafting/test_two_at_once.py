"""Two of one body put the same paper in at the same moment, each on a connection of their own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from phoihop.drafting import actions
from phoihop.drafting.models import Draft
from tests.drafting.factories import AT, PAPER, an_binh

pytestmark = pytest.mark.django_db(transaction=True)


def test_one_paper_put_in_twice_at_once_is_one_draft():
    officer = an_binh().officer
    start = Barrier(2)

    def put_in(_):
        try:
            start.wait(timeout=10)
            given = {"content": PAPER.encode(), "name": "a.txt", "media_type": "text/plain"}
            return actions.read_file(**given, by=officer, at=AT)[1]
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(put_in, range(2))) == [False, True]
    assert Draft.objects.count() == 1
