"""Views of dashboards under a name: keep, share, open first, take away. A view is an address, never data."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import F, Q, QuerySet

from phoihop.accounts.models import SavedView
from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.organisations.queries import body_labels
from phoihop.people.models import Person

MOST_VIEWS = 50
_LONGEST_QUERY = 1000


@dataclass(frozen=True)
class ViewLine:
    """A view in a list; `is_own`: the reader may change it; `owner` is who saved it."""

    row: SavedView
    is_own: bool
    owner: str
    body: str


def own_views(member: Member) -> QuerySet[SavedView]:
    """Those of the person in the work of this body."""
    return SavedView.objects.filter(person=member.person_id, body=member.body_id)


def visible_views(member: Member) -> QuerySet[SavedView]:
    """One's own, and those others of the body share with it."""
    own = Q(person=member.person_id, body=member.body_id)
    return SavedView.objects.filter(own | Q(body=member.body_id, is_for_body=True))


def view_lines(member: Member, *, today: date) -> list[ViewLine]:
    """One's own first, by name; two queries."""
    rows = visible_views(member).select_related("person").order_by("name", "pk")
    names = body_labels({member.body_id}, today)
    body = names[member.body_id].short_name if member.body_id in names else ""
    lines = [ViewLine(row, row.person_id == member.person_id, row.person.full_name, body) for row in rows]
    return sorted(lines, key=lambda line: not line.is_own)


def view_by_link(link: uuid.UUID) -> SavedView:
    """Raises SavedView.DoesNotExist when nothing is shared under the link (any more)."""
    return SavedView.objects.get(link=link)


@transaction.atomic
def save_view(*, name: str, path: str, query: str, by: Member, at: datetime) -> SavedView:
    """Keep an address of dashboards under a name; Refused: no name, the name taken, too many or too long.

    `path` begins with /bang/; `query` as it stands behind the question mark, without it.
    """
    _lock(by)
    plain = _checked_name(name, by=by)
    if not path.startswith("/bang/") or len(path) > 200 or len(query) > _LONGEST_QUERY:
        raise Refused("Trang này không lưu thành góc nhìn được.")
    if own_views(by).count() >= MOST_VIEWS:
        raise Refused(f"Mỗi người lưu nhiều nhất {MOST_VIEWS} góc nhìn; hãy xóa bớt rồi lưu lại.")
    return SavedView.objects.create(
        person_id=by.person_id,
        body_id=by.body_id,
        name=plain,
        path=path,
        query=query,
        saved_at=at,
        is_sample=by.is_sample,
    )


def rename_view(*, view: SavedView, name: str, version: int, by: Member) -> None:
    """Another name for one's own view; Refused: none or taken; Conflict: changed meanwhile."""
    with transaction.atomic():
        _lock(by)
        _change(view, version, by=by, name=_checked_name(name, by=by, but=view.pk))


def share_with_body(*, view: SavedView, is_shared: bool, version: int, by: Member) -> None:
    """Show one's own view to everybody of the body, or no more."""
    _change(view, version, by=by, is_for_body=is_shared)


def share_by_link(*, view: SavedView, is_shared: bool, version: int, by: Member) -> None:
    """Give one's own view a link for signed-in people, or take it back; a new link is never an old one."""
    _change(view, version, by=by, link=uuid.uuid4() if is_shared else None)


def make_start(*, view: SavedView, is_start: bool, version: int, by: Member) -> None:
    """Open this view first, instead of the one before; or none."""
    with transaction.atomic():
        _lock(by)
        own_views(by).exclude(pk=view.pk).filter(is_start=True).update(is_start=False)
        _change(view, version, by=by, is_start=is_start)


def delete_view(*, view: SavedView, by: Member) -> None:
    """Take one's own view away; its link leads nowhere then. Nothing else hangs on it."""
    own_views(by).filter(pk=view.pk).delete()


def _change(view: SavedView, version: int, *, by: Member, **fields: object) -> None:
    changed = own_views(by).filter(pk=view.pk, version=version)
    if not changed.update(version=F("version") + 1, **fields):
        raise Conflict("Góc nhìn này")


def _lock(by: Member) -> None:
    """The person's row: of two saving the same name at once the second hears that it is taken."""
    Person.objects.select_for_update(no_key=True).get(pk=by.person_id)


def _checked_name(name: str, *, by: Member, but: int | None = None) -> str:
    plain = " ".join(name.split())
    if not plain:
        raise Refused("Hãy đặt tên cho góc nhìn.")
    if len(plain) > 80:
        raise Refused("Tên góc nhìn dài nhất 80 ký tự.")
    others = own_views(by).filter(name=plain)
    if (others if but is None else others.exclude(pk=but)).exists():
        raise Refused(f"Đã có góc nhìn tên “{plain}”; hãy chọn tên khác.")
    return plain
