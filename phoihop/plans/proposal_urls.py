"""Routes of proposals for the joint plan, under those of plans."""

from django.urls import path

from phoihop.core.access import by_method
from phoihop.plans.views import proposals

_ROUND = "de-xuat/<int:proposal_round_id>"
_ONE = "de-xuat/noi-dung/<int:proposal_id>"
urlpatterns = [
    path(f"{_ROUND}/", proposals.round_page, name="proposals"),
    path(f"{_ROUND}/han/", proposals.change_call, name="change_call"),
    path(f"{_ROUND}/them/", by_method(get=proposals.new_page, post=proposals.propose), name="propose"),
    path(f"{_ROUND}/du/", proposals.answer, name="answer_call"),
    path(f"{_ROUND}/dua-vao-het/", proposals.accept_all, name="accept_all_proposals"),
    path(
        f"{_ROUND}/nam-truoc/",
        by_method(get=proposals.carry_page, post=proposals.carry_over),
        name="carry_over",
    ),
    path(f"{_ONE}/", by_method(get=proposals.change_page, post=proposals.change), name="change_proposal"),
    path(f"{_ONE}/rut/", proposals.withdraw, name="withdraw_proposal"),
    path(f"{_ONE}/xem/", proposals.judge, name="judge_proposal"),
]
