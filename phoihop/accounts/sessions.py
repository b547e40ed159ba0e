"""Sessions that bring their user and what every page says about the user, in the query that reads them."""

import json
from datetime import UTC, date, datetime
from typing import Any, cast

from allauth.account.auth_backends import AuthenticationBackend
from allauth.core import context
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db
from django.db import connection
from django.db.models import Model, QuerySet

from phoihop.accounts.acting import PAGE_FACTS, with_page_facts
from phoihop.accounts.models import Session
from phoihop.core import clock
from phoihop.core.written_once import WrittenOnce
from phoihop.people.models import Person, User


class SessionStore(db.SessionStore):
    """Django's sessions in the database, read together with their user; nothing is kept between requests."""

    row: Session | None = None

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """The row to be saved; whose it is comes from the signed data alone."""
        row = cast("Session", super().create_model_instance(data))
        row.user_id = data.get(SESSION_KEY)
        return row

    def get_expiry_date(self, **kwargs: Any) -> datetime:
        """Counted by the one clock, by which it is read."""
        return super().get_expiry_date(**({"modification": clock.now()} | kwargs))

    def load(self) -> dict[str, Any]:
        """What the session holds; nothing for one that ended or never was."""
        self.row = _found(str(self.session_key))
        if self.row is None:
            self._session_key = None
            return {}
        return dict(self.decode(self.row.session_data))


def _columns(model: type[Model]) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields]


_PARTS = tuple(
    (model, path, _columns(model))
    for model, path in ((Session, ""), (User, "user__"), (Person, "user__person__"))
)


def _asked(*, key: str, now: datetime, today: date) -> QuerySet[Any, Any]:
    rows = Session.objects.filter(session_key=key, expire_date__gt=now)
    columns = [f"{path}{column}" for _, path, columns in _PARTS for column in columns]
    return with_page_facts(rows, today).values_list(*columns, *PAGE_FACTS)


_QUERY = WrittenOnce(_asked, key="?", now=datetime(1, 1, 1, tzinfo=UTC), today=date(1, 1, 1))


def _found(key: str) -> Any:
    """The session under this key if it lasts, with its user, the person, and the page facts."""
    with connection.cursor() as cursor:
        cursor.execute(*_QUERY.filled(key=key, now=clock.now(), today=clock.today()))
        values = cursor.fetchone()
    if values is None:
        return None
    given = iter(values)
    parts = [
        model.from_db(connection.alias, columns, [next(given) for _ in columns])
        for model, _, columns in _PARTS
    ]
    row, user, person = cast("tuple[Any, User, Person]", parts)
    for name, fact in zip(PAGE_FACTS, given, strict=True):
        setattr(row, name, fact)
    row.memberships = [json.loads(facts) for facts in row.memberships]
    if row.user_id is not None:
        row.user, user.person = user, person
    return row


class SessionBackend(AuthenticationBackend):
    """The user of a request is the one its session brought; Django checks the password's mark as ever."""

    def get_user(self, user_id: int) -> User | None:
        session = getattr(context.request, "session", None)
        row = getattr(session, "row", None)
        if row is None or row.user_id != user_id:
            return cast("User | None", super().get_user(user_id))
        return row.user if self.user_can_authenticate(row.user) else None
