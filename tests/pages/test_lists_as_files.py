"""Every list page with the button hands its rows out as a sheet, as filtered."""

import io

import pytest
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from phoihop.documents.lists import ASKED, SHEET
from phoihop.people.models import User
from tests.pages.objects import Objects

LISTS = {
    "plans:list": ("vanphong", ()),
    "plans:findings": ("vanphong", ()),
    "plans:obstacles": ("vanphong", ("programme_id",)),
    "plans:emergents": ("vanphong", ("programme_id",)),
    "plans:roadmap": ("vanphong", ("programme_id",)),
    "programmes:list": ("vanphong", ()),
    "programmes:detail": ("vanphong", ("programme_id",)),
    "reports:mine": ("phunu", ()),
    "reports:chasing": ("vanphong", ("programme_id",)),
    "targets:parts": ("vanphong", ("edition_id",)),
    "plans:personal_board": ("vanphong", ("programme_id",)),
    "plans:proposals": ("vanphong", ("proposal_round_id",)),
}


@pytest.mark.parametrize("name", LISTS)
def test_the_list_is_handed_out_as_a_sheet(name: str, objects: Objects) -> None:
    who, needed = LISTS[name]
    client = Client()
    client.force_login(User.objects.get(username=who))
    address = reverse(name, args=[objects[key] for key in needed])
    answer = client.get(address, {ASKED: SHEET})
    assert answer.status_code == 200, answer
    assert answer["Content-Disposition"].endswith('.xlsx"')
    rows = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert len(rows) >= 3
