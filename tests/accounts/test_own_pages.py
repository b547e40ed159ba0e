"""One's own role, profile and notices."""

import pytest
from django.test import Client
from django.urls import reverse

from phoihop.accounts import notices
from phoihop.accounts.models import Notice, Role
from phoihop.core import clock
from phoihop.people.models import Person
from tests.accounts import factories

pytestmark = pytest.mark.django_db


def test_one_acts_as_another_of_one_s_memberships() -> None:
    person = factories.person()
    first = factories.member(person=person)
    second = factories.member(person=person, role="leader")
    client = factories.client_as(first)
    client.post(reverse("accounts:switch"), {"membership": second.membership_id})
    assert "<b>Lãnh đạo</b>" in client.get(reverse("accounts:profile")).content.decode()


@pytest.mark.parametrize("wanted", ["other", "0", "", "x"])
def test_nobody_acts_as_somebody_else(wanted: str) -> None:
    other = factories.member(role="administrator")
    mine = factories.member(role="viewer")
    client = factories.client_as(mine)
    asked = str(other.membership_id) if wanted == "other" else wanted
    assert client.post(reverse("accounts:switch"), {"membership": asked}).status_code == 404
    assert "<b>Người xem</b>" in client.get(reverse("accounts:profile")).content.decode()


@pytest.mark.parametrize("role", Role.values)
@pytest.mark.parametrize("page", ["accounts:profile", "accounts:notices"])
def test_every_role_has_profile_and_notices(page: str, role: str) -> None:
    assert factories.client_as(factories.member(role=role)).get(reverse(page)).status_code == 200


def test_a_person_without_a_role_still_has_a_profile() -> None:
    client = Client()
    client.force_login(factories.person().user)
    page = client.get(reverse("accounts:profile")).content.decode()
    assert "Chưa có vai trò tại tổ chức nào" in page


def test_the_profile_keeps_how_to_reach_a_person_and_not_the_name() -> None:
    member = factories.member()
    client = factories.client_as(member)
    form = {"phone": "0912 345 678", "email": "an@example.vn", "full_name": "Tên khác"}
    assert client.post(reverse("accounts:profile"), form).status_code == 302
    person = Person.objects.get(pk=member.person_id)
    assert (person.phone, person.email, person.full_name) == (
        "0912 345 678",
        "an@example.vn",
        member.full_name,
    )
    assert client.post(reverse("accounts:profile"), {"email": "sai"}).status_code == 422


def notice_for(person_id: int, url: str = "/thong-bao/") -> Notice:
    notices.send(person_ids=[person_id], text="Có việc", url=url, dedup_key=url, at=clock.now())
    return Notice.objects.get(person_id=person_id, url=url)


def test_the_bell_counts_and_opening_marks_as_read() -> None:
    member = factories.member()
    notice = notice_for(member.person_id)
    client = factories.client_as(member)
    assert '<span class="ph-count">1</span>' in client.get(reverse("accounts:profile")).content.decode()
    answer = client.post(reverse("accounts:open_notice", args=[notice.pk]))
    assert answer.url == "/thong-bao/"
    assert "ph-count" not in client.get(reverse("accounts:profile")).content.decode()


def test_a_notice_never_leads_away() -> None:
    member = factories.member()
    notice = notice_for(member.person_id, "https://example.com/")
    answer = factories.client_as(member).post(reverse("accounts:open_notice", args=[notice.pk]))
    assert answer.url == reverse("accounts:notices")


def test_the_notice_of_another_person_stays_unread_and_shut() -> None:
    notice = notice_for(factories.person().pk, "/bi-mat/")
    client = factories.client_as(factories.member())
    assert client.post(reverse("accounts:open_notice", args=[notice.pk])).url == reverse("accounts:notices")
    client.post(reverse("accounts:read_all_notices"))
    notice.refresh_from_db()
    assert notice.read_at is None


def test_a_page_of_a_sample_member_says_so() -> None:
    page = factories.client_as(factories.member(is_sample=True)).get(reverse("accounts:profile"))
    assert "SỐ LIỆU MINH HỌA" in page.content.decode()
    page = factories.client_as(factories.member()).get(reverse("accounts:profile"))
    assert "SỐ LIỆU MINH HỌA" not in page.content.decode()


def test_pages_of_somebody_signed_in_are_asked_for_anew() -> None:
    answer = factories.client_as(factories.member()).get("/ho-so/")
    assert answer.headers["Cache-Control"] == "private, no-cache"
