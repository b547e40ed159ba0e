"""Sessions that bring their user and what every page says about the user, in the query that reads them."""

from datetime import datetime
from typing import Any, cast

from allauth.account.auth_backends import AuthenticationBackend
from allauth.core import context
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db

from phoihop.accounts.acting import with_page_facts
from phoihop.accounts.models import Session
from phoihop.core import clock
from phoihop.people.models import User


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
        rows = Session.objects.filter(session_key=self.session_key, expire_date__gt=clock.now())
        self.row = with_page_facts(rows, clock.today()).first()
        if self.row is None:
            self._session_key = None
            return {}
        return dict(self.decode(self.row.session_data))


class SessionBackend(AuthenticationBackend):
    """The user of a request is the one its session brought; Django checks the password's mark as ever."""

    def get_user(self, user_id: int) -> User | None:
        session = getattr(context.request, "session", None)
        row = getattr(session, "row", None)
        if row is None or row.user_id != user_id:
            return cast("User | None", super().get_user(user_id))
        return row.user if self.user_can_authenticate(row.user) else None
