"""Sessions of signed-in people."""

from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from phoihop.people.models import User


class Session(AbstractBaseSession):
    """A session and whose it is: what the signed data say, in a column, so that a query can follow it."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, null=True, related_name="+")

    class Meta:
        verbose_name = "phiên đăng nhập"
        verbose_name_plural = "phiên đăng nhập"

    @classmethod
    def get_session_store_class(cls) -> type[SessionBase]:
        from phoihop.accounts.sessions import SessionStore

        return SessionStore
