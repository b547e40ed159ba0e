"""Routes of drafting, below doc-van-ban/."""

from django.urls import path

from phoihop.drafting.views import confirm, facts, findings, papers, parties, review, shaping

app_name = "drafting"
urlpatterns = [
    path("", papers.papers, name="papers"),
    path("dua-vao/", papers.upload, name="upload"),
    path("dang-doc/<int:reading_id>/", papers.reading, name="reading"),
    path("dang-doc/<int:reading_id>/dung/", papers.cancel, name="cancel_reading"),
    path("dang-doc/<int:reading_id>/doc-lai/", papers.again, name="read_again"),
    path("<int:draft_id>/", review.review, name="review"),
    path("<int:draft_id>/quyet-dinh/", review.decide, name="decide"),
    path("<int:draft_id>/hoan-tac/", review.undo, name="undo"),
    path("<int:draft_id>/lich-su/", review.history, name="history"),
    path("<int:draft_id>/trang/<int:number>/", review.page_image, name="page_image"),
    path("<int:draft_id>/doc-lai/<str:kind>/", facts.reread, name="reread"),
    path("<int:draft_id>/xem-thu/<str:kind>/", facts.preview, name="preview"),
    path("<int:draft_id>/soat/", findings.findings, name="findings"),
    path("<int:draft_id>/soat/phieu/", findings.word, name="findings_word"),
    path("<int:draft_id>/soat/lai/", findings.check_again, name="check_again"),
    path("<int:draft_id>/soat/<int:finding_id>/bo-qua/", findings.dismiss, name="dismiss_finding"),
    path("<int:draft_id>/soat/<int:finding_id>/lay-lai/", findings.take_up, name="take_up_finding"),
    path("<int:draft_id>/bo/", papers.discard, name="discard"),
    path("<int:draft_id>/khoi-phuc/", papers.restore, name="restore"),
    path("<int:draft_id>/du-kien/<int:fact_id>/", facts.edit_fact, name="edit_fact"),
    path("<int:draft_id>/du-kien/<int:fact_id>/luu/", facts.save_fact, name="save_fact"),
    path("<int:draft_id>/du-kien/<int:fact_id>/the/", facts.card, name="card"),
    path("<int:draft_id>/du-kien/<int:fact_id>/lich-su/", facts.fact_history, name="fact_history"),
    path("<int:draft_id>/du-kien/<int:fact_id>/tach/", shaping.split_form, name="split_form"),
    path("<int:draft_id>/du-kien/<int:fact_id>/tach/luu/", shaping.split, name="split"),
    path("<int:draft_id>/du-kien/<int:fact_id>/gop/", shaping.merge_form, name="merge_form"),
    path("<int:draft_id>/du-kien/<int:fact_id>/gop/luu/", shaping.merge, name="merge"),
    path("<int:draft_id>/them/<str:kind>/", facts.new_fact, name="new_fact"),
    path("<int:draft_id>/them/<str:kind>/luu/", facts.add_fact, name="add_fact"),
    path("<int:draft_id>/cac-ben/", parties.parties, name="parties"),
    path("<int:draft_id>/cac-ben/luu/", parties.save_parties, name="save_parties"),
    path("<int:draft_id>/cac-ben/dia-ban/", parties.move_to_place, name="move_to_place"),
    path("<int:draft_id>/xac-nhan/", confirm.confirm_page, name="confirm"),
    path("<int:draft_id>/xac-nhan/thuc-hien/", confirm.make_programme, name="make_programme"),
]
