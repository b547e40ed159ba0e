"""Two at the same moment, each on a connection of their own: one signature, one paper, one seal."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from django.core.cache import cache
from django.db import connection

from phoihop.core import clock
from phoihop.lifecycle.actions.links import LinkRefused, bring_back
from phoihop.lifecycle.actions.signing import freeze_paper
from phoihop.lifecycle.models import SigningLink, SigningPaper
from phoihop.programmes.models import Signature
from tests.documents.signed import pki
from tests.lifecycle.signers import Signers, fetched, trusts

pytestmark = pytest.mark.django_db(transaction=True)


def both(act):
    """Run `act(0)` and `act(1)` at once; what each gave, or the code of its refusal."""
    start = Barrier(2)

    def run(number):
        try:
            start.wait(timeout=10)
            return act(number)
        except LinkRefused as refused:
            return refused.code
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(run, range(2)))


@pytest.fixture
def signers(settings, tmp_path: Path) -> Signers:
    cache.clear()
    trusts(settings, tmp_path)
    return Signers().opened()


def test_one_token_returned_twice_at_once_gives_one_signature(signers: Signers) -> None:
    token = signers.token(0)
    paper = fetched(token).content
    files = [pki.signed(paper, signers.keys[0]) for _ in range(2)]
    statuses = both(lambda number: bring_back(token=token, content=files[number], at=clock.now()).status)
    assert sorted(statuses) == ["signed", "used"]
    assert Signature.objects.count() == 1
    assert SigningLink.objects.get().returned_id == Signature.objects.get().proof_id


def test_both_parties_at_once_never_lose_a_signature(signers: Signers) -> None:
    """Both signed the same bare paper: one is entered, the other is told to sign on top of it."""
    tokens = [signers.token(0), signers.token(1)]
    paper = fetched(tokens[0]).content
    files = [pki.signed(paper, key) for key in signers.keys]
    said = both(lambda number: bring_back(token=tokens[number], content=files[number], at=clock.now()).status)
    assert sorted(said) == ["signed", "stale"]
    late = said.index("stale")
    again = pki.signed(fetched(tokens[late]).content, signers.keys[late])
    assert bring_back(token=tokens[late], content=again, at=clock.now()).status == "signed"
    assert Signature.objects.count() == 2


def test_two_who_ask_for_the_paper_at_once_get_the_same(signers: Signers) -> None:
    papers = both(lambda _: freeze_paper(edition=signers.edition, by=signers.officer, at=clock.now()).pk)
    assert papers[0] == papers[1]
    assert SigningPaper.objects.count() == 1
