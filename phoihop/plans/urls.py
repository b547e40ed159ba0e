"""Routes of plans."""

from django.urls import path

from phoihop.core.access import by_method
from phoihop.plans import views

app_name = "plans"
urlpatterns = [
    path("", views.task_list, name="list"),
    path("lich/", views.month, name="month"),
    path("lap/", by_method(get=views.new_page, post=views.create), name="new"),
    path("<int:task_id>/", views.detail, name="detail"),
    path("<int:task_id>/sua/", by_method(get=views.change_page, post=views.change), name="change"),
    path("<int:task_id>/bat-dau/", views.start, name="start"),
    path("<int:task_id>/hoan-thanh/", views.finish, name="finish"),
    path("<int:task_id>/khong-lam/", views.cancel, name="cancel"),
    path("<int:task_id>/mo-lai/", views.reopen, name="reopen"),
]
