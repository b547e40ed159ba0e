"""Routes of targets."""

from django.urls import path

from phoihop.core.access import by_method
from phoihop.targets.views import (
    closing,
    entering,
    figures,
    grid,
    importing,
    offers,
    places,
    reading,
    writing,
)

app_name = "targets"
_ONE = "<int:target_id>"
urlpatterns = [
    path("", reading.target_list, name="list"),
    path("chuong-trinh/<int:edition_id>.xlsx", reading.export, name="export"),
    path("van-ban/<int:edition_id>/them/", by_method(get=writing.new, post=writing.create), name="new"),
    path(f"{_ONE}/", reading.detail, name="detail"),
    path(f"{_ONE}/dia-ban/<int:area_id>/", places.place, name="place"),
    path(f"{_ONE}/dia-ban/<int:area_id>.xlsx", places.place_export, name="place_export"),
    path("doi-chieu/", places.checks, name="checks"),
    path(f"{_ONE}/ghi-so-lieu/", by_method(get=figures.record_page, post=figures.record), name="record"),
    path(f"{_ONE}/duyet/", figures.accept, name="accept"),
    path(f"{_ONE}/lay-so-lieu/", figures.take, name="take"),
    path(f"{_ONE}/sua-loi-nhap/", by_method(get=writing.mend_page, post=writing.mend), name="mend"),
    path(f"{_ONE}/bo/", by_method(get=writing.drop_page, post=writing.drop), name="drop"),
    path(
        "so-lieu/<int:figure_id>/sua/",
        by_method(get=figures.correct_page, post=figures.correct),
        name="correct",
    ),
    path("van-ban/<int:edition_id>/nhap/", by_method(get=grid.grid_page, post=grid.look), name="grid"),
    path("van-ban/<int:edition_id>/bang.xlsx", importing.workbook, name="workbook"),
    path(
        "van-ban/<int:edition_id>/nhap-tu-excel/",
        by_method(get=importing.import_page, post=importing.read),
        name="import",
    ),
    path(
        "nhap/<int:entering_id>/", by_method(get=entering.entering_page, post=entering.keep), name="entering"
    ),
    path("nhap/<int:entering_id>/bo/", entering.drop, name="drop_entering"),
    path("nhap/<int:entering_id>/hoan-tac/", entering.undo, name="undo_entering"),
    path("nhap/<int:entering_id>/cho-sai.xlsx", importing.marked, name="marked"),
    path("chuong-trinh/<int:programme_id>/ky/", closing.periods_page, name="periods"),
    path(
        "chuong-trinh/<int:programme_id>/ky/khoa/",
        by_method(get=closing.close_page, post=closing.close),
        name="close",
    ),
    path("chuong-trinh/<int:programme_id>/ky/<int:closed_id>/mo-lai/", closing.reopen, name="reopen"),
    path("van-ban/<int:edition_id>/phan/", offers.parts, name="parts"),
    path(f"{_ONE}/phan/", by_method(get=offers.offers, post=offers.propose), name="offers"),
    path("phan/<int:offer_id>/nhan/", offers.accept, name="accept_part"),
    path("phan/<int:offer_id>/khong-nhan/", offers.refuse, name="refuse_part"),
    path("phan/<int:offer_id>/rut/", offers.withdraw, name="withdraw_part"),
    path("phan/<int:offer_id>/hoan-tac/", offers.undo, name="undo_part"),
]
