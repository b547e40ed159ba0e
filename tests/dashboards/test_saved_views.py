"""Views kept under a name: saved once, shared, opened first; a link shows nobody more than they may see."""

import threading
import uuid

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from phoihop.accounts import saved_views as acts
from phoihop.accounts.models import SavedView
from phoihop.core import clock
from phoihop.core.errors import Conflict, Refused
from phoihop.organisations.models import BodyKind
from tests.accounts.factories import client_as
from tests.programmes import factories as programmes
from tests.reports.factories import IN_TIME, World, world


@pytest.fixture
def w(db) -> World:
    return world()


def path(w: World) -> str:
    return reverse("dashboards:heat", args=[w.edition.programme_id])


def saved(w: World, name: str = "Báo cáo năm 2026", by=None) -> SavedView:
    return acts.save_view(name=name, path=path(w), query="nam=2026", by=by or w.reviewer(), at=IN_TIME)


def sent(client: Client, page: str, *args: object, **fields: object):
    fields = {key: str(value) for key, value in fields.items()} | {"submission_key": str(uuid.uuid4())}
    return client.post(reverse(f"dashboards:{page}", args=args), fields)


def test_a_page_is_kept_from_its_form_and_opens_as_it_was(w: World) -> None:
    by = w.reviewer()
    client = client_as(by)
    assert "Lưu góc nhìn" in client.get(path(w)).content.decode()
    sent(client, "save_view", name="  Báo  cáo ", path=path(w), query="?nam=2026&xep=thieu")
    view = SavedView.objects.get()
    assert (view.name, view.query, view.person_id) == ("Báo cáo", "nam=2026&xep=thieu", by.person_id)
    answer = client.get(reverse("dashboards:open_view", args=[view.pk]))
    assert answer.url == f"{path(w)}?nam=2026&xep=thieu"


@pytest.mark.parametrize("given", ["/", "/bang/../quan-tri/", "//xau.vn/bang/", "/bang/goc-nhin/", "bang"])
def test_only_pages_of_dashboards_are_kept(w: World, given: str) -> None:
    client = client_as(w.reviewer())
    sent(client, "save_view", name="Khác", path=given, query="")
    assert not SavedView.objects.exists()
    assert "không lưu thành góc nhìn được" in client.get(reverse("dashboards:views")).content.decode()


def test_a_name_is_there_and_used_once_by_a_person(w: World) -> None:
    by = w.reviewer()
    saved(w, by=by)
    for name in ("", "   ", "Báo cáo năm 2026", "x" * 81):
        with pytest.raises(Refused):
            saved(w, name, by=by)
    assert saved(w, by=w.officer()).pk


def test_the_body_sees_what_is_shared_with_it_and_cannot_change_it(w: World) -> None:
    view, other = saved(w), client_as(w.reviewer())
    address = reverse("dashboards:open_view", args=[view.pk])
    assert other.get(address).status_code == 404
    acts.share_with_body(view=view, is_shared=True, version=1, by=_owner(w, view))
    assert other.get(address).status_code == 302
    assert view.name in other.get(reverse("dashboards:views")).content.decode()
    assert client_as(w.officer()).get(address).status_code == 404
    for name in ("change_view", "delete_view"):
        assert sent(other, name, view.pk, what="name", name="Khác", version=2).status_code == 404


def _owner(w: World, view: SavedView):
    from phoihop.accounts.acting import member_by_id
    from phoihop.accounts.models import Membership

    return member_by_id(Membership.objects.get(person=view.person, body=view.body).pk)


def test_a_link_leads_everybody_signed_in_but_shows_only_what_they_may_see(w: World) -> None:
    view = saved(w)
    acts.share_by_link(view=view, is_shared=True, version=1, by=_owner(w, view))
    view.refresh_from_db()
    address = reverse("dashboards:open_link", args=[view.link])
    stranger = client_as(programmes.member(programmes.body(BodyKind.WOMENS_UNION)))
    assert client_as(w.officer()).get(address, follow=True).status_code == 200
    assert stranger.get(address, follow=True).status_code == 404
    assert Client().get(address).url.startswith(reverse("account_login"))
    acts.share_by_link(view=view, is_shared=False, version=2, by=_owner(w, view))
    assert client_as(w.officer()).get(address).status_code == 404


def test_the_first_view_opens_instead_of_the_overview_and_there_is_one(w: World) -> None:
    by = w.reviewer()
    first, second = saved(w, by=by), saved(w, "Thứ hai", by=by)
    acts.make_start(view=first, is_start=True, version=1, by=by)
    acts.make_start(view=second, is_start=True, version=1, by=by)
    assert [view.name for view in acts.own_views(by).filter(is_start=True)] == ["Thứ hai"]
    client = client_as(by)
    assert client.get("/bang/").url == reverse("dashboards:open_view", args=[second.pk])
    assert client.get("/bang/?tong-quan=1").status_code == 200


def test_a_stale_form_changes_nothing(w: World) -> None:
    by = w.reviewer()
    view = saved(w, by=by)
    acts.rename_view(view=view, name="Tên mới", version=1, by=by)
    with pytest.raises(Conflict):
        acts.rename_view(view=view, name="Tên khác", version=1, by=by)
    answer = sent(client_as(by), "change_view", view.pk, what="body", on=1, version=1)
    assert answer.status_code == 409
    view.refresh_from_db()
    assert (view.name, view.is_for_body) == ("Tên mới", False)


def test_a_view_goes_when_it_is_deleted_and_twice_is_once(w: World) -> None:
    by = w.reviewer()
    view = saved(w, by=by)
    acts.delete_view(view=view, by=by)
    acts.delete_view(view=view, by=by)
    assert not SavedView.objects.exists()


def test_the_same_form_sent_twice_keeps_one_view(w: World) -> None:
    client = client_as(w.reviewer())
    fields = {"name": "Một", "path": path(w), "query": "", "submission_key": str(uuid.uuid4())}
    for _ in range(2):
        client.post(reverse("dashboards:save_view"), fields)
    assert SavedView.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_saving_one_name_at_once_one_hears_that_it_is_taken() -> None:
    w = world()
    by, heard = w.reviewer(), []

    def save() -> None:
        try:
            saved(w, by=by)
        except Refused:
            heard.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=save) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (SavedView.objects.count(), heard) == (1, ["refused"])
    assert clock.day_of(SavedView.objects.get().saved_at) == IN_TIME.date()
