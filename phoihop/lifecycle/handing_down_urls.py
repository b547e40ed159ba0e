"""Routes of hand-down: the lead's side, the side of each place, and beginning from a programme above."""

from django.urls import path

from phoihop.core.access import by_method
from phoihop.lifecycle.views import adopting, handing_down

_ONE = "<int:programme_id>/trien-khai"
urlpatterns = [
    path(f"{_ONE}/", handing_down.handing_down, name="handing_down"),
    path(f"{_ONE}/bang/", handing_down.board_file, name="handing_down_file"),
    path(f"{_ONE}/chon/", by_method(get=handing_down.choose, post=handing_down.hand_down), name="hand_down"),
    path(f"{_ONE}/xem-truoc/", handing_down.look, name="look_below"),
    path(f"{_ONE}/<int:hand_down_id>/hoan-tac/", handing_down.undo, name="undo_hand_down"),
    path(f"{_ONE}/noi/<int:adoption_id>/tra-loi/", handing_down.answer_decline, name="answer_decline"),
    path(
        f"{_ONE}/chi-tieu/<int:target_id>/",
        by_method(get=handing_down.shares_page, post=handing_down.share_out),
        name="shares",
    ),
    path(f"{_ONE}/cu-the-hoa/", adopting.adopt, name="adopt"),
    path(f"{_ONE}/khong-thuc-hien/", adopting.decline, name="decline"),
    path(f"{_ONE}/rut-lai/", adopting.take_back, name="take_back_adoption"),
    path(f"{_ONE}/xac-nhan/", adopting.confirm, name="confirm_parent"),
    path(f"{_ONE}/them/", adopting.add, name="add_under"),
    path(f"{_ONE}/muc/", adopting.raise_target, name="raise_target"),
    path(f"{_ONE}/chia-phan/", adopting.split, name="split_share"),
    path(
        "tu-cap-tren/",
        by_method(get=adopting.from_parent, post=adopting.begin_from_parent),
        name="from_parent",
    ),
]
