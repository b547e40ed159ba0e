"""Routes of targets."""

from django.urls import path

from phoihop.core.access import by_method
from phoihop.targets.views import figures, offers, reading, writing

app_name = "targets"
_ONE = "<int:target_id>"
urlpatterns = [
    path("", reading.target_list, name="list"),
    path("chuong-trinh/<int:edition_id>.xlsx", reading.export, name="export"),
    path("van-ban/<int:edition_id>/them/", by_method(get=writing.new, post=writing.create), name="new"),
    path(f"{_ONE}/", reading.detail, name="detail"),
    path(f"{_ONE}/ghi-so-lieu/", by_method(get=figures.record_page, post=figures.record), name="record"),
    path(f"{_ONE}/duyet/", figures.accept, name="accept"),
    path(f"{_ONE}/sua-loi-nhap/", by_method(get=writing.mend_page, post=writing.mend), name="mend"),
    path(f"{_ONE}/bo/", by_method(get=writing.drop_page, post=writing.drop), name="drop"),
    path(
        "so-lieu/<int:figure_id>/sua/",
        by_method(get=figures.correct_page, post=figures.correct),
        name="correct",
    ),
    path("van-ban/<int:edition_id>/phan/", offers.parts, name="parts"),
    path(f"{_ONE}/phan/", by_method(get=offers.offers, post=offers.propose), name="offers"),
    path("phan/<int:offer_id>/nhan/", offers.accept, name="accept_part"),
    path("phan/<int:offer_id>/khong-nhan/", offers.refuse, name="refuse_part"),
    path("phan/<int:offer_id>/rut/", offers.withdraw, name="withdraw_part"),
    path("phan/<int:offer_id>/hoan-tac/", offers.undo, name="undo_part"),
]
