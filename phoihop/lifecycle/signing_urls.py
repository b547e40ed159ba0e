"""Routes of digital signing and seals; `agent` is for programs, without a session."""

from django.urls import path

from phoihop.core.access import by_method
from phoihop.lifecycle.views import agent, digital

_ONE = "<int:programme_id>"
urlpatterns = [
    path("may-ky/", agent.agent, name="agent"),
    path(f"{_ONE}/ban-de-ky/", digital.freeze, name="freeze_paper"),
    path(f"{_ONE}/ky/<int:party_id>/tren-may/", digital.ask, name="ask_link"),
    path(
        f"{_ONE}/ky-tren-may/<uuid:key>/",
        by_method(get=digital.link_page, post=digital.decide),
        name="link",
    ),
    path(f"{_ONE}/dau-so/<int:party_id>/", digital.seal, name="seal"),
    path(f"{_ONE}/dau-so/<int:seal_id>/go/", digital.unseal, name="unseal"),
]
