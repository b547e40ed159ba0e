"""Routes of report forms, of the order of reviewing, of writing together and of a report as a paper."""

from django.urls import path

from phoihop.core.access import by_method
from phoihop.reports.views import composing, rounds, writing_together

_FORM = "bieu-mau/<int:duty_id>"
urlpatterns = [
    path("bieu-mau/chuong-trinh/<int:programme_id>/", composing.forms, name="forms"),
    path(f"{_FORM}/", composing.form, name="form"),
    path(f"{_FORM}/them/", composing.add, name="form_add"),
    path(f"{_FORM}/phan/<slug:key>/", by_method(get=composing.part, post=composing.change), name="form_part"),
    path(f"{_FORM}/phan/<slug:key>/chuyen/", composing.move, name="form_move"),
    path(f"{_FORM}/phan/<slug:key>/bo/", composing.drop, name="form_drop"),
    path(f"{_FORM}/xem-truoc/", composing.preview, name="form_preview"),
    path(f"{_FORM}/ban-hanh/", composing.publish, name="form_publish"),
    path(f"{_FORM}/lan/<int:number>/", composing.version, name="form_version"),
    path(f"{_FORM}/trinh-tu/", composing.route, name="form_route"),
    path("<int:report_id>/tu-luu/", writing_together.autosave, name="autosave"),
    path("<int:report_id>/hai-ban/", writing_together.variants, name="variants"),
    path("<int:report_id>/hai-ban/<int:variant_id>/", writing_together.settle, name="settle"),
    path("<int:report_id>/ban-pdf/", rounds.printed, name="pdf"),
    path("<int:report_id>/bang-tinh/", rounds.sheets, name="sheets"),
    path("<int:report_id>/ky/", rounds.sign, name="sign"),
    path("<int:report_id>/cap-so/", rounds.number, name="number"),
]
