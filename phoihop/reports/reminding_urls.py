"""Routes of automatic reminders."""

from django.urls import path

from phoihop.core.access import by_method
from phoihop.reports.views import reminding

_ONE = "chuong-trinh/<int:programme_id>"
urlpatterns = [
    path("", reminding.mine, name="reminders"),
    path(f"{_ONE}/", reminding.sent, name="reminders_sent"),
    path(
        f"{_ONE}/quy-tac/<slug:kind>/<int:duty_id>/",
        by_method(get=reminding.rule, post=reminding.set_rule),
        name="reminder_rule",
    ),
    path(f"{_ONE}/gui-lai/<int:delivery_id>/", reminding.send_again, name="resend_reminder"),
]
