"""Routes of dashboards."""

from django.urls import path

from phoihop.dashboards import programme_views

app_name = "dashboards"
urlpatterns = [
    path("chuong-trinh/<int:programme_id>/", programme_views.programme, name="programme"),
]
