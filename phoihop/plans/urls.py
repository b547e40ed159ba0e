"""Routes of plans."""

from django.urls import path

from phoihop.core.access import by_method
from phoihop.plans.views import tasks

app_name = "plans"
urlpatterns = [
    path("", tasks.task_list, name="list"),
    path("lich/", tasks.month, name="month"),
    path("lap/", by_method(get=tasks.new_page, post=tasks.create), name="new"),
    path("<int:task_id>/", tasks.detail, name="detail"),
    path("<int:task_id>/sua/", by_method(get=tasks.change_page, post=tasks.change), name="change"),
    path("<int:task_id>/bat-dau/", tasks.start, name="start"),
    path("<int:task_id>/hoan-thanh/", tasks.finish, name="finish"),
    path("<int:task_id>/khong-lam/", tasks.cancel, name="cancel"),
    path("<int:task_id>/mo-lai/", tasks.reopen, name="reopen"),
]
