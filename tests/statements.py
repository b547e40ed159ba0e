"""How many statements a page takes, as people open it who signed in with name and password."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from phoihop.accounts.acting import ActingMember
from phoihop.people.models import User
from tests.accounts.factories import PASSWORD

MOST = 12
"""Of any kind, from knowing who is here to the end of the transaction."""
_OF_A_SAVEPOINT = ("SAVEPOINT", "SET TRANSACTION", "ROLLBACK TO", "RELEASE")
_OF_A_TRANSACTION = 2


def signed_in(member: ActingMember) -> Client:
    """A browser in which this person typed name and password."""
    client = Client()
    user = User.objects.get(person=member.person_id)
    answer = client.post("/tai-khoan/dang-nhap/", {"login": user.username, "password": PASSWORD})
    assert answer.status_code == 302
    return client


def statements(client: Client, address: str) -> int:
    """All that the page asks and says; the savepoint a test puts in place of a transaction counts as that."""
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    of_savepoint = [query for query in asked if query["sql"].startswith(_OF_A_SAVEPOINT)]
    assert len(of_savepoint) == len(_OF_A_SAVEPOINT)
    return len(asked) - len(of_savepoint) + _OF_A_TRANSACTION
