import pytest
from django.db import IntegrityError, transaction

from phoihop.core.errors import Refused
from phoihop.targets.models import Figure
from tests.programmes import factories as programmes
from tests.targets import factories

pytestmark = pytest.mark.django_db


def test_a_figure_is_a_fact_and_counts_upward_once_accepted() -> None:
    edition = programmes.edition()
    target = factories.target(edition)
    programmes.in_force(edition)
    figure = factories.accepted(factories.figure(target))
    assert figure.acceptance.by_body_id == edition.programme.lead_id
    with pytest.raises(Refused, match="Đã có số liệu quý I/2026"):
        factories.figure(target)
    with pytest.raises(IntegrityError), transaction.atomic():
        Figure.objects.update(numerator=9)
