"""Routes of programmes. The front page, /chuong-trinh/<id>/, joins several apps and is in dashboards."""

from django.urls import path

from phoihop.core.access import by_method
from phoihop.programmes.views import drafting, facts, reading

app_name = "programmes"
_ONE = "<int:programme_id>"
_CLAUSE = f"{_ONE}/dieu-khoan/<int:clause_id>"
urlpatterns = [
    path("", reading.programme_list, name="list"),
    path("moi/", drafting.new, name="new"),
    path("moi/soan/", by_method(get=drafting.blank, post=drafting.create_blank), name="blank"),
    path(f"{_ONE}/van-ban/", reading.detail, name="detail"),
    path(f"{_ONE}/ban/<int:edition_id>/", reading.edition, name="edition"),
    path(f"{_ONE}/lich-su/", reading.history, name="history"),
    path(f"{_ONE}/soan/", by_method(get=drafting.draft, post=drafting.save_header), name="draft"),
    path(f"{_ONE}/soan/them/", drafting.add_clause, name="add_clause"),
    path(f"{_ONE}/cac-ben/", by_method(get=drafting.parties, post=drafting.choose_parties), name="parties"),
    path(f"{_CLAUSE}/", by_method(get=facts.clause, post=drafting.save_clause), name="clause"),
    path(f"{_CLAUSE}/xoa/", drafting.remove_clause, name="remove_clause"),
    path(f"{_CLAUSE}/phan-cong/", facts.assign, name="assign"),
    path(f"{_CLAUSE}/phan-cong/<int:assignment_id>/bo/", facts.drop_assignment, name="drop_assignment"),
    path(f"{_CLAUSE}/viec/", by_method(get=facts.new_duty, post=facts.add_duty), name="duty"),
    path(
        f"{_CLAUSE}/viec/<int:duty_id>/",
        by_method(get=facts.changed_duty, post=facts.change_duty),
        name="change_duty",
    ),
    path(f"{_CLAUSE}/viec/<int:duty_id>/bo/", facts.drop_duty, name="drop_duty"),
]
