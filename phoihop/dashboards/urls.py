"""Routes of dashboards."""

from django.urls import path

from phoihop.dashboards import following_views, home_views, programme_views

app_name = "dashboards"
urlpatterns = [
    path("", home_views.home, name="home"),
    path("theo-doi-cua-toi/", following_views.my_following, name="following"),
    path("chuong-trinh/<int:programme_id>/", programme_views.programme, name="programme"),
]
