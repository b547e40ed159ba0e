"""The text a programme stands by is said twice, for the mapper and in SQL: both say the same."""

import pytest
from django.db import connection

from phoihop.programmes.models import Edition
from phoihop.programmes.queries.adopted import STANDING, standing_editions
from phoihop.programmes.statuses import EditionStatus
from tests.programmes import factories

pytestmark = pytest.mark.django_db

_S = EditionStatus


@pytest.mark.parametrize(
    "statuses",
    [
        [_S.DRAFT],
        [_S.IN_FORCE, _S.DRAFT],
        [_S.SUPERSEDED, _S.IN_FORCE, _S.SIGNING],
        [_S.IN_FORCE, _S.SUPERSEDED],
        [_S.SUPERSEDED, _S.ENDED],
        [_S.WITHDRAWN, _S.WAITING],
    ],
)
def test_both_say_which_text_stands(statuses):
    programme = factories.programme()
    days = {"period_start": "2026-01-01", "in_force_from": "2026-01-01", "issued_on": "2026-01-01"}
    for number, status in enumerate(statuses, start=1):
        Edition.objects.create(
            programme=programme, sequence=number, status=status, origin="recorded",
            **(days if status not in {_S.DRAFT, _S.SIGNING} else {}),
        )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT DISTINCT {STANDING} FROM programmes_edition e WHERE e.programme_id = %s", [programme.pk]
        )
        ((found,),) = cursor.fetchall()
    expected = standing_editions([programme.pk]).values_list("pk", flat=True).first()
    assert found == expected
