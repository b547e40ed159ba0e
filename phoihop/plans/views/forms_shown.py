"""A page that is one form, and acts that may be refused on it."""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from phoihop.core import clock
from phoihop.core.errors import Refused
from phoihop.core.fields import contents_of
from phoihop.core.member import Member
from phoihop.documents.actions import store_file
from phoihop.documents.models import StoredFile


@dataclass(frozen=True)
class FormPage:
    """What stands around the form: its title, where it is sent, what its button says, where one goes back."""

    title: str
    under: str
    action: str
    button: str
    back: str
    is_sample: bool = False
    has_files: bool = False

    def shown(
        self, request: HttpRequest, form: forms.Form, *, status: int = HTTPStatus.OK, **context: Any
    ) -> HttpResponse:
        """The page; a form with errors answers 422."""
        given = {"shown": self, "form": form, "is_sample": self.is_sample} | context
        return render(request, "plans/one_form.html", given, status=status)

    def wrong(self, request: HttpRequest, form: forms.Form) -> HttpResponse:
        return self.shown(request, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)


def was_done(form: forms.Form, act: Callable[[], object]) -> bool:
    """Run the act of a valid form; what refuses it stands on the form."""
    if not form.is_valid():
        return False
    try:
        act()
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return False
    return True


def stored(files: list[Any], member: Member) -> list[StoredFile]:
    """Uploaded files, kept for the member's body."""
    return [
        store_file(content=content, name=name, media_type=media_type, by=member, at=clock.now())
        for content, name, media_type in contents_of(files)
    ]
