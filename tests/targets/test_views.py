"""Pages of targets: who opens them, what a form does once, twice and too late."""

import io
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import CalamineWorkbook

from phoihop.targets.models import Figure
from phoihop.targets.statuses import FigureState
from tests.accounts.factories import client_as
from tests.programmes import factories as programmes
from tests.statements import MOST, signed_in, statements
from tests.targets import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("april")]
ROLES = ["viewer", "officer", "leader", "clerk", "committee_member", "area_head", "administrator"]
WRITERS = {"officer", "leader"}


@pytest.fixture
def target(draft):
    target = factories.target(draft, shares=[factories.share(p.body, 5) for p in draft.parties.all()[:2]])
    programmes.in_force(draft)
    return target


@pytest.fixture
def lead(target):
    return target.edition.programme.lead


def as_(body, role="officer") -> Client:
    return client_as(programmes.member(body, role))


def form(target, **fields):
    values = {
        "body": target.edition.programme.lead_id,
        "period": "2026-01-01_2026-03-31",
        "state": FigureState.REPORTED,
        "numerator": "8",
        "submission_key": str(uuid.uuid4()),
    }
    return values | fields


@pytest.mark.parametrize("role", ROLES)
def test_every_role_of_a_party_reads_and_only_officers_and_leaders_write(target, lead, role):
    figure = factories.figure(target)
    client = as_(lead, role)
    for name, args in (("list", []), ("detail", [target.pk]), ("export", [target.edition_id])):
        assert client.get(reverse(f"targets:{name}", args=args)).status_code == 200
    wanted = 200 if role in WRITERS else 403
    for name, pk in (("record", target.pk), ("mend", target.pk), ("correct", figure.pk)):
        assert client.get(reverse(f"targets:{name}", args=[pk])).status_code == wanted
    answer = client.post(reverse("targets:accept", args=[target.pk]), {"figure": [figure.pk]})
    assert answer.status_code == (302 if role in WRITERS else 403)


def test_the_list_takes_as_many_statements_for_any_number_of_targets():
    taken = []
    for count in (1, 4):
        edition = programmes.edition()
        made = [factories.target(edition) for _ in range(count)]
        programmes.in_force(edition)
        for row in made:
            factories.figure(row)
        client = signed_in(programmes.member(edition.programme.lead))
        address = reverse("targets:list")
        taken.append(
            {statements(client, address), statements(client, f"{address}?chuong-trinh={edition.pk}")}
        )
    assert taken[0] == taken[1]
    assert max(taken[0]) <= MOST


def test_a_stranger_and_another_commune_see_nothing(target):
    address = reverse("targets:detail", args=[target.pk])
    assert Client().get(address).status_code == 302
    other = as_(programmes.body())
    assert other.get(address).status_code == 404
    assert other.post(reverse("targets:record", args=[target.pk]), form(target)).status_code == 404
    assert (
        b"Ch\xc6\xb0a c\xc3\xb3 ch\xc6\xb0\xc6\xa1ng tr\xc3\xacnh"
        in other.get(reverse("targets:list")).content
    )


def test_a_figure_is_recorded_with_a_photo_and_shows_as_not_accepted(target, lead):
    client = as_(lead)
    photo = SimpleUploadedFile("anh.png", factories.photo(), "image/png")
    answer = client.post(
        reverse("targets:record", args=[target.pk]), form(target, evidence=photo), follow=True
    )
    page = answer.content.decode()
    assert "Đã ghi số liệu" in page
    assert "chưa duyệt" in page
    assert "anh.png" in page
    assert Figure.objects.get().numerator == 8


def test_the_same_form_sent_twice_records_once(target, lead):
    client, sent = as_(lead), form(target)
    for _ in range(2):
        assert client.post(reverse("targets:record", args=[target.pk]), sent).status_code == 302
    assert Figure.objects.count() == 1


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"numerator": "tám"}, "Hãy ghi một số"),
        ({"numerator": ""}, "Hãy ghi số liệu"),
        ({"numerator": "", "state": FigureState.MISSING}, "Hãy nêu lý do"),
        ({"period": "2026-04-01_2027-03-31"}, "Hãy chọn"),
        ({"numerator": "2,5"}, "số nguyên"),
    ],
)
def test_what_is_wrong_is_said_in_plain_words_and_nothing_is_recorded(target, lead, fields, words):
    answer = as_(lead).post(reverse("targets:record", args=[target.pk]), form(target, **fields))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert words in page or "Chọn một lựa chọn" in page or "không hợp lệ" in page
    assert not Figure.objects.exists()


def test_a_second_figure_of_the_period_is_refused_with_the_way_on(target, lead):
    factories.figure(target)
    answer = as_(lead).post(reverse("targets:record", args=[target.pk]), form(target))
    assert "Đã có số liệu quý I/2026" in answer.content.decode()


def test_a_correction_keeps_the_old_number_in_sight_and_a_late_one_is_told(target, lead):
    figure = factories.figure(target)
    client = as_(lead)
    address = reverse("targets:correct", args=[figure.pk])
    sent = {"state": FigureState.REPORTED, "numerator": "9", "note": "đếm sót"}
    page = client.post(address, sent, follow=True).content.decode()
    assert "Lý do sửa: đếm sót" in page
    assert "<s>8</s>" in page
    late = client.post(address, sent)
    assert late.status_code == 409
    assert "vừa được người khác thay đổi" in late.content.decode()


def filled(shown) -> dict[str, object]:
    """What a browser would send of a form left as it is."""
    found = {name: shown.get_initial_for_field(field, name) for name, field in shown.fields.items()}
    return {name: value for name, value in found.items() if value not in (None, False)}


def test_a_stale_mending_is_told_and_writes_nothing(target, lead):
    client = as_(lead)
    address = reverse("targets:mend", args=[target.pk])
    sent = filled(client.get(address).context["form"]) | {"reason": "đọc sai", "value": "12"}
    assert client.post(address, sent).status_code == 302
    assert client.post(address, sent | {"value": "15"}).status_code == 409
    target.refresh_from_db()
    assert target.value == 12


def test_mending_hands_out_shares_anew(target, lead):
    client = as_(lead)
    address = reverse("targets:mend", args=[target.pk])
    lead_id, front, women = (party.body_id for party in target.edition.parties.order_by("order"))
    sent = filled(client.get(address).context["form"]) | {"reason": "chia lại", "lead": f"share_{women}_0"}
    sent |= {f"share_{lead_id}_0": "4", f"share_{women}_0": "6"}
    del sent[f"share_{front}_0_in"], sent[f"share_{front}_0"]
    assert client.post(address, sent).status_code == 302
    kept = target.contributions.order_by("body_id").values_list("body_id", "value", "is_lead")
    assert list(kept) == [(lead_id, 4, False), (women, 6, True)]


def test_ticked_figures_are_accepted_and_count(target, lead):
    figure = factories.figure(target)
    client = as_(lead, "leader")
    client.post(reverse("targets:accept", args=[target.pk]), {"figure": [figure.pk]})
    page = client.get(reverse("targets:list")).content.decode()
    assert "1/2 đơn vị có số liệu" in page


def test_the_sheet_keeps_numbers_as_numbers_and_nothing_as_words(target, lead):
    factories.accepted(factories.figure(target, lead))
    content = as_(lead).get(reverse("targets:export", args=[target.edition_id])).content
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    found = [row for row in rows if row[2] == target.name]
    assert [row[6] for row in found] == [8.0, 8.0, "chưa báo cáo"]
    assert [row[8] for row in found] == ["chưa đến hạn", "vượt", "chưa có số liệu"]


def test_the_list_costs_the_same_queries_for_any_number_of_targets(draft):
    made = [factories.target(draft) for _ in range(3)]
    one = factories.target(programmes.edition(lead=draft.programme.lead))
    programmes.in_force(draft)
    programmes.in_force(one.edition)
    for target in [*made, one]:
        factories.figure(target)
    client = as_(draft.programme.lead)
    counts = []
    for edition in (one.edition, draft):
        with CaptureQueriesContext(connection) as found:
            page = client.get(reverse("targets:list"), {"chuong-trinh": edition.pk})
        assert len(page.context["cards"]) == edition.targets.count()
        counts.append(len(found))
    assert counts[0] == counts[1]
