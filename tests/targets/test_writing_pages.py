"""A target is added to a draft or to a signed text that was misread, changed, and taken out."""

import uuid

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from phoihop.organisations.models import BodyKind
from phoihop.programmes.models import Mending
from phoihop.targets.models import Target
from phoihop.targets.statuses import BodyRule, Comparator, PlaceRule, ScopeKind, TargetKind, TimeRule
from tests.accounts.factories import client_as
from tests.programmes import factories as programmes
from tests.targets import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("april")]
ROLES = ["viewer", "officer", "leader", "clerk", "committee_member", "area_head", "administrator"]
WRITERS = {"officer", "leader"}
MISREAD = {"reason": "máy đọc sót dòng này"}


def as_(body, role="officer") -> Client:
    return client_as(programmes.member(body, role))


@pytest.fixture
def lead(draft):
    return as_(draft.programme.lead)


def address(name, row):
    return reverse(f"targets:{name}", args=[row.pk])


def filled(edition, **fields):
    """What a browser sends of the form for "từ 10 mô hình trở lên"."""
    values = {
        "clause": programmes.clause(edition).pk,
        "name": "mô hình dân vận khéo",
        "kind": TargetKind.COUNT,
        "direction": "reach",
        "comparator": Comparator.AT_LEAST,
        "value": "10",
        "unit": "mô hình",
        "recurrence": "once",
        "scope_kind": ScopeKind.PLACE,
        "submission_key": str(uuid.uuid4()),
    }
    return values | fields


def shares_of(edition, *values, **fields):
    """The boxes and numbers of the parties in order."""
    found = dict(fields)
    for party, value in zip(edition.parties.order_by("order"), values, strict=False):
        found |= {f"share_{party.body_id}_0_in": "on", f"share_{party.body_id}_0": value}
    return found


def test_a_target_is_written_into_a_draft_with_who_takes_part_and_the_usual_rules(draft, lead):
    lead_id = draft.programme.lead_id
    sent = filled(draft, **shares_of(draft, "6", "4", lead=f"share_{lead_id}_0"), due_on="2026-12-31")
    page = lead.post(address("new", draft), sent, follow=True).content.decode()
    assert "Đã thêm chỉ tiêu" in page
    assert "Mô hình dân vận khéo" in page
    target = Target.objects.get()
    assert (target.value, target.clause.path, str(target.due_on)) == (10, "II.1", "2026-12-31")
    assert (target.time_rule, target.place_rule, target.body_rule) == ("sum", "sum", "sum")
    kept = target.contributions.order_by("-value").values_list("value", "is_lead")
    assert list(kept) == [(6, True), (4, False)]
    assert not Mending.objects.exists()


def test_rules_follow_the_kind_unless_one_is_chosen(draft, lead):
    ratio = {"kind": TargetKind.RATIO, "unit": "%", "value": "85,5", "scope_kind": ScopeKind.EACH_UNIT}
    lead.post(address("new", draft), filled(draft, **ratio, body_rule=BodyRule.LEAD_ONLY))
    target = Target.objects.get()
    assert (target.time_rule, target.place_rule) == (TimeRule.LAST, PlaceRule.COUNT)
    assert target.body_rule == BodyRule.LEAD_ONLY


def test_a_missed_target_of_a_signed_text_needs_its_reason_and_is_kept_as_a_mending(draft, lead):
    programmes.in_force(draft)
    refused = lead.post(address("new", draft), filled(draft))
    assert refused.status_code == 422
    assert not Target.objects.exists()
    assert lead.post(address("new", draft), filled(draft, **MISREAD)).status_code == 302
    assert Mending.objects.get(subject_id=Target.objects.get().pk).note == MISREAD["reason"]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"name": ""}, "Tên chỉ tiêu"),
        ({"clause": ""}, "Điều khoản"),
        ({"value": ""}, "Hãy ghi giá trị của chỉ tiêu."),
        ({"value": "mười"}, "Hãy ghi một số"),
        ({"value_max": "12"}, "trong khoảng"),
        ({"kind": TargetKind.LATER, "value": ""}, "Hãy ghi ai giao giá trị"),
        ({"value": "99999999999999999999"}, "Số quá lớn"),
    ],
)
def test_what_is_wrong_is_said_at_the_form_and_what_was_typed_stays(draft, lead, fields, words):
    answer = lead.post(address("new", draft), filled(draft, **fields))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in page
    assert "mô hình" in page
    assert not Target.objects.exists()


def test_shares_above_a_fixed_whole_are_told_at_the_form(draft, lead):
    sent = filled(draft, comparator=Comparator.EXACTLY, **shares_of(draft, "6", "5"))
    answer = lead.post(address("new", draft), sent)
    assert answer.status_code == 422
    assert "vượt chỉ tiêu: đã giao 11/10, vượt 1" in answer.content.decode()


def test_the_same_form_sent_twice_adds_one_target(draft, lead):
    sent = filled(draft)
    for _ in range(2):
        assert lead.post(address("new", draft), sent).status_code == 302
    assert Target.objects.count() == 1


def test_a_clause_of_another_text_is_not_taken(draft, lead):
    other = programmes.edition()
    sent = filled(draft, clause=programmes.clause(other).pk)
    assert lead.post(address("new", draft), sent).status_code == 422


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("signed", [False, True])
def test_only_officers_and_leaders_of_a_party_add_change_and_take_out(draft, role, signed):
    target = factories.target(draft)
    if signed:
        programmes.in_force(draft)
    client, is_writer = as_(draft.programme.lead, role), role in WRITERS
    for place in (address("new", draft), address("mend", target), address("drop", target)):
        assert client.get(place).status_code == (200 if is_writer else 403)
        assert (client.post(place).status_code == 403) is not is_writer


def test_one_given_a_part_reads_the_targets_of_a_signed_text_and_writes_none(draft):
    target = factories.target(draft)
    youth = programmes.body(BodyKind.YOUTH_UNION, draft.programme.area)
    programmes.assignment(target.clause, youth)
    client, stranger = as_(youth), as_(programmes.body())
    assert client.get(address("detail", target)).status_code == 404
    assert client.get(address("new", draft)).status_code == 404
    programmes.in_force(draft)
    assert client.get(address("detail", target)).status_code == 200
    for place in (address("new", draft), address("mend", target), address("drop", target)):
        assert client.get(place).status_code == 403
        assert client.post(place, filled(draft, **MISREAD)).status_code == 403
        assert stranger.get(place).status_code == 404


def test_the_form_opens_with_the_clause_the_link_names_and_links_lead_to_it(draft, lead):
    clause = programmes.clause(draft, "II.2")
    page = lead.get(address("new", draft), {"dieu-khoan": clause.pk})
    assert page.context["form"]["clause"].value() == clause.pk
    assert lead.get(address("new", draft), {"dieu-khoan": "9" * 30}).status_code == 200
    programme = draft.programme_id
    for where in (
        reverse("programmes:draft", args=[programme]),
        reverse("programmes:clause", args=[programme, clause.pk]),
        f"{reverse('targets:list')}?chuong-trinh={draft.pk}",
    ):
        assert address("new", draft) in lead.get(where).content.decode()


def test_a_draft_shows_its_targets_without_progress_or_figures(draft, lead):
    target = factories.target(draft, shares=[factories.share(draft.programme.lead, 5)])
    shown = lead.get(reverse("targets:list"), {"chuong-trinh": draft.pk}).content.decode()
    assert "Văn bản chưa ký nên chưa ghi số liệu" in shown
    assert "Tiến độ" not in shown
    page = lead.get(address("detail", target)).content.decode()
    assert "Sửa chỉ tiêu" in page
    assert "Ghi số liệu" not in page
    assert lead.get(address("record", target)).status_code == 403


def test_a_target_of_a_draft_is_changed_without_a_reason_and_a_stale_form_is_told(draft, lead):
    target = factories.target(draft)
    sent = filled(draft, value="12", version="1", time_rule="sum", place_rule="sum", body_rule="sum")
    assert lead.post(address("mend", target), sent).status_code == 302
    again = sent | {"value": "15", "submission_key": str(uuid.uuid4())}
    assert lead.post(address("mend", target), again).status_code == 409
    target.refresh_from_db()
    assert (target.value, target.version) == (12, 2)
    assert not Mending.objects.exists()


def test_a_target_is_taken_out_of_a_draft(draft, lead):
    target = factories.target(draft)
    assert "khỏi dự thảo" in lead.get(address("drop", target)).content.decode()
    page = lead.post(address("drop", target), follow=True).content.decode()
    assert "Đã bỏ chỉ tiêu" in page
    assert not Target.objects.exists()


def test_a_wrongly_read_target_is_taken_out_with_its_reason_unless_it_has_figures(draft, lead):
    wrong, used = factories.target(draft), factories.target(draft)
    programmes.in_force(draft)
    factories.figure(used)
    assert lead.post(address("drop", wrong), MISREAD).status_code == 302
    refused = lead.post(address("drop", used), MISREAD)
    assert refused.status_code == 422
    assert "Chỉ tiêu đã có số liệu" in refused.content.decode()
    assert list(Target.objects.all()) == [used]
    assert Mending.objects.get().note == MISREAD["reason"]


def test_the_form_costs_the_same_queries_for_any_number_of_clauses_bodies_and_targets(draft):
    lead = draft.programme.lead
    large = programmes.edition(
        lead=lead,
        parties=[lead, *(programmes.body(kind, lead.area) for kind in list(BodyKind)[3:9])],
        clauses=[programmes.clause_content(f"{number}") for number in range(1, 20)],
    )
    for _ in range(3):
        factories.target(large, clause=programmes.clause(large, "1"))
    factories.target(draft)
    client, counts = as_(lead), []
    for edition in (draft, large):
        with CaptureQueriesContext(connection) as found:
            assert client.get(address("new", edition)).status_code == 200
        counts.append(len(found))
    assert counts[0] == counts[1]
