from datetime import UTC, date, datetime

import pytest

from phoihop.core.errors import Refused
from phoihop.lifecycle import actions
from phoihop.organisations.models import BodyKind
from phoihop.plans.models import Task
from phoihop.programmes import actions as programmes
from phoihop.programmes.content import SignatureContent
from phoihop.programmes.models import Edition
from phoihop.programmes.models.facts import DueAnchor, DutyKind, Frequency
from phoihop.programmes.statuses import EditionStatus
from phoihop.reports.models import Obligation
from tests.programmes import factories
from tests.programmes.factories import AT

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition() -> Edition:
    """The Front owes the committee a report each quarter, before day 20 of its last month."""
    lead = factories.body()
    front = factories.body(BodyKind.FRONT_COMMITTEE, lead.area)
    made = factories.edition(lead=lead, parties=[lead, front])
    factories.duty(factories.clause(made, "III"), owes=[front], reviews=[lead])
    return made


def _due_days(edition: Edition) -> list[date]:
    return sorted(Obligation.objects.filter(edition=edition).values_list("due_on", flat=True))


def _record(edition: Edition, at: datetime = AT, in_force_from: date = date(2026, 1, 5)) -> Edition:
    by = factories.member(edition.programme.lead)
    return actions.record_signed(
        edition=edition, number_text="", in_force_from=in_force_from, signatures=[], by=by, at=at
    )


def test_a_recorded_paper_makes_its_obligations_strictly_before_day_20(edition: Edition) -> None:
    _record(edition)
    assert _due_days(edition) == [date(2026, month, 19) for month in (3, 6, 9, 12)]


def test_what_fell_due_before_the_paper_was_entered_is_not_made_missing(edition: Edition) -> None:
    _record(edition, at=datetime(2026, 7, 1, tzinfo=UTC))
    assert _due_days(edition) == [date(2026, month, 19) for month in (9, 12)]


def test_a_programme_of_the_past_owes_nothing(edition: Edition) -> None:
    Edition.objects.filter(pk=edition.pk).update(period_start=date(2017, 1, 1), period_end=date(2020, 12, 31))
    _record(edition, in_force_from=date(2017, 10, 9))
    assert _due_days(edition) == []


def test_obligations_come_with_the_last_signature_and_the_number_after_it(edition: Edition) -> None:
    lead = edition.programme.lead
    programmes.open_for_signature(edition=edition, by=factories.member(lead), at=AT)
    for party in edition.parties.order_by("-order"):
        assert _due_days(edition) == []
        content = SignatureContent(party.body_id, position="CHỦ TỊCH", signed_on=date(2026, 2, 5))
        leader = factories.member(party.body, "leader")
        signed = actions.sign(edition=edition, party=party, content=content, by=leader, at=AT)
    assert signed.status == EditionStatus.IN_FORCE
    assert len(_due_days(edition)) == 4
    clerk = factories.member(lead, "clerk")
    number = {
        "edition": edition,
        "symbol": "CTrPH-UBND-MTTQ",
        "issued_on": date(2026, 2, 5),
        "by": clerk,
        "at": AT,
    }
    with pytest.raises(Refused, match="Chưa mở sổ"):
        actions.give_number(**number)
    assert actions.give_number(**number, first_number=5).number_text == "05/CTrPH-UBND-MTTQ"


def test_meetings_of_the_text_become_tasks_from_the_day_the_paper_is_entered(edition: Edition) -> None:
    factories.duty(
        factories.clause(edition, "III"), owes=[edition.programme.lead], kind=DutyKind.MEETING,
        frequency=Frequency.HALF_YEARLY, name="Họp liên tịch", anchor=DueAnchor.PERIOD_END, due_day=None,
    )  # fmt: skip
    _record(edition, at=datetime(2026, 7, 10, tzinfo=UTC))
    assert list(Task.objects.values_list("due_on", "title")) == [(date(2026, 12, 31), "Họp liên tịch")]
