"""The menu: entries that lead somewhere, only to those who may go there."""

import re
from pathlib import Path

import pytest
from django.urls import reverse

from phoihop.core import navigation
from phoihop.core.access import ADMINISTRATORS, MEMBERS
from tests.accounts import factories

CORE = Path(navigation.__file__).parent
SPRITE = (CORE / "static/vendor/tabler-icons-3.51.0/sprite.svg").read_text(encoding="utf-8")


def test_every_entry_leads_to_a_page_and_has_an_icon() -> None:
    for entry in navigation.all_entries():
        assert reverse(entry.url_name).startswith("/")
        assert f'<symbol id="{entry.icon}"' in SPRITE, entry.icon


def test_every_icon_that_a_template_names_is_in_the_sprite() -> None:
    named = re.compile(r'core/components/icon\.html"\s+with\s+name="([a-z0-9-]+)"')
    missing = {
        icon
        for template in CORE.parent.glob("*/templates/**/*.html")
        for icon in named.findall(template.read_text(encoding="utf-8"))
        if f'<symbol id="{icon}"' not in SPRITE
    }
    assert not missing


@pytest.mark.django_db
def test_entries_are_shown_in_order_to_those_the_rule_lets_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(navigation, "_entries", set())
    navigation.add(navigation.Entry(20, "Sau", "x", "bell", MEMBERS))
    navigation.add(navigation.Entry(10, "Trước", "x", "bell", ADMINISTRATORS))
    navigation.add(navigation.Entry(20, "Sau", "x", "bell", MEMBERS))
    labels = [
        [entry.label for entry in navigation.entries_for(member)]
        for member in (factories.member(role="administrator"), factories.member(role="viewer"), None)
    ]
    assert labels == [["Trước", "Sau"], ["Sau"], []]
