from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from phoihop.core.errors import Refused
from phoihop.lifecycle import actions, queries
from phoihop.lifecycle.content import RenewalPlan
from phoihop.lifecycle.queries.renewing import last_periods
from phoihop.organisations.models import Area, Body, BodyKind, Succession, SuccessionLink
from phoihop.programmes import actions as programmes
from phoihop.programmes.models import Assignment, DutyRule, Edition, Programme
from phoihop.programmes.models.facts import AssignmentRole
from phoihop.programmes.statuses import EditionStatus
from phoihop.targets.actions import add_target
from phoihop.targets.content import ContributionContent, TargetSpec, usual_rules
from phoihop.targets.models import Target
from phoihop.targets.statuses import ScopeKind, TargetKind
from tests.programmes import factories
from tests.programmes.factories import AT, clause_content

pytestmark = pytest.mark.django_db
ENDED = date(2025, 6, 30)


class OldTown:
    """A programme 2017-2020 of a town whose committee, Front and two departments ended on 30 June 2025."""

    def __init__(self) -> None:
        self.town, self.ward, self.other_ward = factories.place(), factories.place(), factories.place()
        self.lead = factories.body(area=self.town)
        self.front = factories.body(BodyKind.FRONT_COMMITTEE, self.town)
        self.offices = [factories.body(BodyKind.DEPARTMENT, self.town, parent=self.lead) for _ in range(2)]
        self.edition = self.signed()
        self.new_lead, self.other_lead = self.heirs(self.lead, self.ward, self.other_ward)
        self.new_front, _ = self.heirs(self.front, self.ward, self.other_ward)
        (self.new_office,) = self.heirs(self.offices[0], self.ward)
        self.link(self.offices[1], self.new_office)
        for place in (self.ward, self.other_ward):
            act = Succession.objects.create(
                kind="split", effective_on=date(2025, 7, 1), legal_document="NQ 1686"
            )
            SuccessionLink.objects.create(succession=act, from_area=self.town, to_area=place)
        Area.objects.filter(pk=self.town.pk).update(valid_to=ENDED)
        Body.objects.filter(area=self.town).update(valid_from=None, valid_to=ENDED)

    def signed(self) -> Edition:
        clauses = [
            clause_content("I", "I. CHỈ TIÊU đến năm 2020"),
            clause_content("I.1", "1. Giảm nghèo, theo Nghị quyết số 12/2018/NQ", parent="I"),
        ]
        edition = factories.edition(
            lead=self.lead, parties=[self.lead, self.front], clauses=clauses,
            title="Chương trình phối hợp giai đoạn 2017 - 2020",
            period_start=date(2017, 1, 1), period_end=date(2020, 12, 31),
        )  # fmt: skip
        clause = factories.clause(edition, "I.1")
        for office in self.offices:
            factories.assignment(clause, office, AssignmentRole.ADVISE)
        factories.duty(clause, owes=[self.front], reviews=[self.lead])
        self.target(edition, clause)
        return factories.in_force(edition, on=date(2017, 10, 9), number_text="1995/CTrPH-UBND-UB.MTTQ")

    def target(self, edition: Edition, clause) -> None:
        spec = TargetSpec(
            name="Đến năm 2020 có 10 mô hình", kind=TargetKind.COUNT, value=Decimal(10), unit="mô hình",
            rules=usual_rules(TargetKind.COUNT, scope_kind=ScopeKind.PLACE), due_on=date(2020, 12, 31),
        )  # fmt: skip
        shares = [ContributionContent(office.pk, Decimal(5)) for office in self.offices]
        by = factories.member(self.lead)
        add_target(edition=edition, clause=clause, spec=spec, contributions=shares, by=by, at=AT)

    def heirs(self, old: Body, *places) -> list[Body]:
        made = [factories.body(old.kind, place) for place in places]
        for heir in made:
            self.link(old, heir)
        return made

    def link(self, old: Body, heir: Body) -> None:
        act = Succession.objects.create(kind="split", effective_on=date(2025, 7, 1), legal_document="NQ 1686")
        SuccessionLink.objects.create(succession=act, from_body=old, to_body=heir)

    def plan(self, **changed) -> RenewalPlan:
        proposals = queries.body_proposals(self.edition, area_id=self.ward.pk, on=date(2026, 2, 5))
        bodies = {row.body_id: Body.objects.filter(pk=row.proposed).first() for row in proposals}
        values = {
            "name": "Phối hợp 2027 - 2030", "title": "Chương trình giai đoạn 2027 - 2030", "area": self.ward,
            "lead": self.new_lead, "period_start": date(2027, 1, 1), "period_end": date(2030, 12, 31),
            "bodies": bodies,
        }  # fmt: skip
        return RenewalPlan(**(values | changed))

    def renew(self, **changed) -> Edition:
        by = factories.member(self.new_lead)
        return actions.renew(programme=self.edition.programme, plan=self.plan(**changed), by=by, at=AT)


@pytest.fixture
def old() -> OldTown:
    return OldTown()


def test_successors_at_the_new_place_are_proposed(old: OldTown) -> None:
    assert set(old.plan().bodies.values()) == {old.new_lead, old.new_front, old.new_office}


def test_text_years_parties_and_duties_are_carried_to_todays_bodies(old: OldTown) -> None:
    edition = old.renew()
    assert edition.status == EditionStatus.DRAFT
    assert edition.programme.renews == old.edition.programme
    texts = list(edition.clauses.order_by("order").values_list("text", flat=True))
    assert texts == ["I. CHỈ TIÊU đến năm 2030", "1. Giảm nghèo, theo Nghị quyết số 12/2018/NQ"]
    assert set(edition.clauses.values_list("key", flat=True)) == set(
        old.edition.clauses.values_list("key", flat=True)
    )
    assert [party.body for party in edition.parties.order_by("order")] == [old.new_lead, old.new_front]
    duty = DutyRule.objects.get(clause__edition=edition)
    assert [party.body for party in duty.parties.order_by("pk")] == [old.new_front, old.new_lead]


def test_two_departments_that_became_one_leave_one_assignment_and_one_added_share(old: OldTown) -> None:
    edition = old.renew()
    assert [row.body for row in Assignment.objects.filter(clause__edition=edition)] == [old.new_office]
    target = Target.objects.get(edition=edition)
    assert (target.name, target.due_on) == ("Đến năm 2030 có 10 mô hình", date(2030, 12, 31))
    share = target.contributions.get()
    assert (share.body, share.value) == (old.new_office, Decimal(10))


def test_what_has_no_successor_in_the_plan_is_left_out(old: OldTown) -> None:
    edition = old.renew(bodies={old.lead.pk: old.new_lead, old.front.pk: None})
    assert [party.body for party in edition.parties.all()] == [old.new_lead]
    assert not DutyRule.objects.filter(clause__edition=edition).exists()
    assert not Target.objects.filter(edition=edition).exists()


def test_the_old_programme_does_not_change(old: OldTown) -> None:
    before = Edition.objects.values().get(pk=old.edition.pk)
    old.renew()
    assert Edition.objects.values().get(pk=old.edition.pk) == before


def test_a_draft_is_not_renewed(old: OldTown) -> None:
    draft = old.renew()
    by = factories.member(old.new_lead)
    with pytest.raises(Refused, match="chưa có hiệu lực"):
        actions.renew(programme=draft.programme, plan=old.plan(), by=by, at=AT)


def test_a_stranger_renews_nothing(old: OldTown) -> None:
    with pytest.raises(PermissionDenied):
        actions.renew(
            programme=old.edition.programme, plan=old.plan(), by=factories.member(factories.body()), at=AT
        )


def test_the_renewal_is_written_on_its_page_by_a_successor(old: OldTown) -> None:
    client = factories.people.client_as(factories.member(old.new_lead))
    address = reverse("lifecycle:renew", args=[old.edition.programme_id])
    page = client.get(address, {"dia_ban": old.ward.pk}).content.decode()
    assert "Không giao tiếp" in page
    sent = {
        "name": "Phối hợp 2027", "title": "Chương trình 2027", "lead": old.new_lead.pk,
        "period_start": "2027-01-01", "period_end": "2030-12-31",
        **{f"body_{row.body_id}": row.proposed or "" for row in queries.body_proposals(
            old.edition, area_id=old.ward.pk, on=date(2026, 2, 5)
        )},
    }  # fmt: skip
    response = client.post(address, sent)
    made = Programme.objects.get(renews=old.edition.programme)
    assert response.headers["Location"] == reverse("programmes:draft", args=[made.pk])


def test_the_renewed_draft_is_signed_new_by_todays_parties(old: OldTown) -> None:
    edition = old.renew()
    by = factories.member(old.new_lead)
    opened = programmes.open_for_signature(edition=edition, by=by, at=AT)
    assert opened.status == EditionStatus.SIGNING


def test_the_next_programme_is_begun_from_one_s_own_of_before_newest_period_first(django_assert_num_queries):
    lead = factories.body()
    old, new = (
        factories.in_force(
            factories.edition(
                lead=lead, parties=[lead, factories.body()], period_start=date(year, 1, 1),
                period_end=date(year, 12, 31),
            )
        )
        for year in (2025, 2026)
    )  # fmt: skip
    factories.edition(lead=lead, parties=[lead, factories.body()])
    factories.in_force(factories.edition())
    member = factories.member(lead)
    with django_assert_num_queries(1):
        rows = last_periods(member)
    assert [row.programme_id for row in rows] == [new.programme_id, old.programme_id]
    client = factories.people.client_as(member)
    page = client.get(reverse("lifecycle:last_period")).content.decode()
    assert reverse("lifecycle:renew", args=[old.programme_id]) in page
    ways = client.get(reverse("programmes:new")).content.decode()
    for words in ("Đọc văn bản có sẵn", "kỳ trước", "cấp trên"):
        assert words in ways
