"""The pages of hand-down, as the lead above and a place below open them."""

import pytest
from django.urls import reverse

from phoihop.organisations.models import BodyKind, Level
from phoihop.programmes.models import Adoption, HandDown
from phoihop.programmes.statuses import AdoptionStatus, EditionStatus
from tests.lifecycle.cascades import cascade
from tests.programmes import factories as programmes
from tests.targets import trees

pytestmark = pytest.mark.django_db


@pytest.fixture
def w():
    return cascade()


def _data(w, **more):
    return {
        "level": "commune", "is_all": "all", "leads": "front_committee",
        "body_kinds": ["front_committee", "peoples_committee"], "due_on": "2199-01-01",
        "reporting": "lead_up",
        "duties": [str(w.duty.key)], "act": "preview", "note": "",
    } | more  # fmt: skip


def test_the_lead_chooses_looks_and_hands_down(w):
    client = programmes.people.client_as(w.by())
    assert client.get(reverse("lifecycle:handing_down", args=[w.programme.pk])).status_code == 200
    assert client.get(reverse("lifecycle:hand_down", args=[w.programme.pk])).status_code == 200
    look = reverse("lifecycle:look_below", args=[w.programme.pk])
    assert "2 nơi" in client.post(look, _data(w)).content.decode()
    assert not HandDown.objects.exists()
    searched = client.post(look, _data(w, act="search", tim="lam son")).content.decode()
    assert "Tìm thấy 1 nơi" in searched
    wrong = client.post(look, _data(w, is_all="listed", places="Nơi Lạ"))
    assert wrong.status_code == 422
    assert "Nơi Lạ" in wrong.content.decode()
    done = client.post(reverse("lifecycle:hand_down", args=[w.programme.pk]), _data(w))
    assert done.status_code == 302
    page = client.get(done["Location"]).content.decode()
    assert "2 nơi được triển khai" in page
    shares = reverse("lifecycle:shares", args=[w.programme.pk, w.houses.pk])
    assert client.post(shares, {"listed": "Lam Sơn; 12"}).status_code == 302
    assert "12" in client.get(shares).content.decode()
    sheet = client.get(reverse("lifecycle:handing_down_file", args=[w.programme.pk]))
    assert sheet.content[:2] == b"PK"


def test_a_place_adds_raises_and_adopts(w):
    w.hand_down()
    client, own = programmes.people.client_as(w.below()), w.own()
    page = reverse("lifecycle:handing_down", args=[own.programme_id])
    assert "Chưa thêm mục nào" in client.get(page).content.decode()
    under = programmes.clause(w.edition, "II.1").pk
    added = {"under": under, "label": "-", "text": "- Thêm một việc", "version": own.version}
    assert client.post(reverse("lifecycle:add_under", args=[own.programme_id]), added).status_code == 302
    raised = {"target": w.forums.pk, "value": "3"}
    assert client.post(reverse("lifecycle:raise_target", args=[own.programme_id]), raised).status_code == 302
    adopt = reverse("lifecycle:adopt", args=[own.programme_id])
    assert client.post(adopt, {"version": 1, "way": "decision"}).status_code == 422
    given = {"version": 1, "way": "decision", "number_text": "1/QĐ", "decided_on": "2026-02-06"}
    assert client.post(adopt, given).status_code == 302
    own.refresh_from_db()
    assert (own.status, Adoption.objects.get(programme=own.programme).status) == (
        EditionStatus.IN_FORCE, AdoptionStatus.ADOPTED,
    )  # fmt: skip
    text = client.get(reverse("programmes:detail", args=[own.programme_id])).content.decode()
    assert "của tỉnh" in text
    assert "Thêm một việc" in text
    for name in ("dashboards:programme", "programmes:clause", "targets:detail", "lifecycle:paper"):
        args = {"programmes:clause": [own.programme_id, under], "targets:detail": [w.forums.pk]}
        address = reverse(name, args=args.get(name, [own.programme_id]))
        assert client.get(address).status_code == 200, name
    assert client.get(reverse("programmes:detail", args=[w.programme.pk])).status_code == 404
    split = {"target": w.forums.pk, f"takes_{w.fronts[0].pk}": "on"}
    assert client.post(reverse("lifecycle:split_share", args=[own.programme_id]), split).status_code == 302


def test_a_commune_begins_from_a_programme_above(w):
    client = programmes.people.client_as(w.below())
    page = reverse("lifecycle:from_parent")
    assert w.programme.name in client.get(page).content.decode()
    done = client.post(page, {"programme": w.programme.pk})
    assert done.status_code == 302
    assert client.get(done["Location"]).status_code == 200


def test_a_commune_hands_down_to_its_residential_areas(w):
    """The form begins with the Front's boards there: no residential area has a committee to sign."""
    commune = w.fronts[0].area
    villages = [trees.place(Level.RESIDENTIAL_AREA, commune, name=f"Đoàn Kết {n}") for n in (1, 2)]
    trees.place(Level.RESIDENTIAL_AREA, w.fronts[1].area, name="Nơi khác")
    boards = [trees.body_at(village, BodyKind.FRONT_WORK_BOARD) for village in villages]
    edition = programmes.in_force(programmes.edition(lead=w.fronts[0], parties=[w.fronts[0]]))
    client = programmes.people.client_as(programmes.member(w.fronts[0]))
    shown = client.get(reverse("lifecycle:hand_down", args=[edition.programme_id]))
    form = shown.context["form"]
    assert list(form.fields["level"].choices) == [("residential_area", "Khu dân cư")]
    sent = {
        "level": "residential_area", "is_all": "all", "leads": form.initial["leads"],
        "body_kinds": form.initial["body_kinds"], "due_on": "2199-01-01", "reporting": "lead_up", "note": "",
    }  # fmt: skip
    look = reverse("lifecycle:look_below", args=[edition.programme_id])
    preview = client.post(look, sent | {"act": "preview"}).context["preview"]
    assert (len(preview.ready), preview.without_lead) == (2, [])
    assert client.post(reverse("lifecycle:hand_down", args=[edition.programme_id]), sent).status_code == 302
    assert {row.programme.lead_id for row in Adoption.objects.filter(parent=edition.programme)} == {
        board.pk for board in boards
    }
