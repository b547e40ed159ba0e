"""Routes of organisations."""

from django.urls import path

from phoihop.organisations.views import acts, founding, reading

app_name = "organisations"
urlpatterns = [
    path("dia-ban/", reading.areas, name="areas"),
    path("dia-ban/tim/", reading.search, name="search"),
    path("dia-ban/<int:area_id>/", reading.area, name="area"),
    path("dia-ban/<int:area_id>/lich-su/", reading.area_history, name="area_history"),
    path(
        "dia-ban/<int:area_id>/them-khu-dan-cu/", founding.add_residential_area, name="add_residential_area"
    ),
    path("dia-ban/<int:area_id>/them-to-chuc/", founding.add_body, name="add_body"),
    path("dia-ban/<int:area_id>/ke-thua/", acts.record_act, name="area_act"),
    path("dia-ban/ke-thua/<int:act_id>/hoan-tac/", acts.take_back, name="undo"),
    path("to-chuc/<int:body_id>/", reading.body, name="body"),
    path("to-chuc/<int:body_id>/lich-su/", reading.body_history, name="body_history"),
    path("to-chuc/<int:body_id>/ke-thua/", acts.record_act, name="body_act"),
]
