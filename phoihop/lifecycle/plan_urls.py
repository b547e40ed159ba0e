"""Routes of the tab "Kế hoạch", under those of lifecycle and the programme's id."""

from django.urls import path

from phoihop.core.access import by_method
from phoihop.lifecycle.views import plans

_PLANS = "<int:programme_id>/ke-hoach"
_YEAR = f"{_PLANS}/<int:year>"
_OWN = f"{_PLANS}/thuc-hien/<int:body_id>/<int:year>"
urlpatterns = [
    path(f"{_PLANS}/", plans.plans, name="plans"),
    path(f"{_PLANS}/moi-de-xuat/", plans.call, name="call_proposals"),
    path(f"{_YEAR}/khep-lai/", by_method(get=plans.closing, post=plans.close), name="close_proposals"),
    path(f"{_YEAR}/hoan-tac/", plans.undo_closing, name="undo_closing"),
    path(f"{_PLANS}/han/", plans.set_deadline, name="plan_deadline"),
    path(
        f"{_OWN}/",
        by_method(get=plans.implementation, post=plans.draft_implementation),
        name="implementation",
    ),
    path(
        f"{_PLANS}/cong-viec/", by_method(get=plans.tasks_preview, post=plans.make_tasks), name="plan_tasks"
    ),
    path(f"{_PLANS}/cong-viec/hoan-tac/", plans.undo_tasks, name="undo_plan_tasks"),
]
