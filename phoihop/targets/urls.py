"""Routes of targets."""

from django.urls import path

from phoihop.core.access import by_method
from phoihop.targets import views

app_name = "targets"
urlpatterns = [
    path("", views.target_list, name="list"),
    path("chuong-trinh/<int:edition_id>.xlsx", views.export, name="export"),
    path("<int:target_id>/", views.detail, name="detail"),
    path("<int:target_id>/ghi-so-lieu/", by_method(get=views.record_page, post=views.record), name="record"),
    path("<int:target_id>/duyet/", views.accept, name="accept"),
    path("<int:target_id>/sua-loi-nhap/", by_method(get=views.mend_page, post=views.mend), name="mend"),
    path(
        "so-lieu/<int:figure_id>/sua/", by_method(get=views.correct_page, post=views.correct), name="correct"
    ),
]
