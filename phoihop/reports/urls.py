"""Routes of reports."""

from django.urls import include, path

from phoihop.reports.views import boards, chasing, consolidations, editing, own, requests, rounds

app_name = "reports"
urlpatterns = [
    path("", own.mine, name="mine"),
    path("phai-nop/<int:obligation_id>/", own.obligation, name="obligation"),
    path("phai-nop/<int:obligation_id>/soan/", own.open_report, name="open"),
    path("tinh-hinh/", boards.boards, name="boards"),
    path("tinh-hinh/<int:programme_id>/", boards.one_board, name="board"),
    path("tinh-hinh/<int:programme_id>/bang-tinh/", boards.board_file, name="board_file"),
    path("nhac-viec/", include("phoihop.reports.reminding_urls")),
    path("don-doc/chuong-trinh/<int:programme_id>/", chasing.board, name="chasing"),
    path("don-doc/chuong-trinh/<int:programme_id>/xem-truoc/", chasing.preview, name="chase_preview"),
    path("don-doc/chuong-trinh/<int:programme_id>/gui/", chasing.send, name="chase_send"),
    path("don-doc/<int:chase_id>/", chasing.detail, name="chase"),
    path("don-doc/<int:chase_id>/ky/", chasing.sign, name="chase_sign"),
    path("don-doc/<int:chase_id>/cap-so/", chasing.number, name="chase_number"),
    path("don-doc/<int:chase_id>/hoan-tac/", chasing.undo, name="chase_undo"),
    path("don-doc/<int:chase_id>/tai-ve/", chasing.word, name="chase_word"),
    path("don-doc/<int:chase_id>/ban-pdf/", chasing.printed, name="chase_pdf"),
    path("yeu-cau/<int:duty_id>/", requests.request_form, name="request_form"),
    path("yeu-cau/<int:duty_id>/gui/", requests.request_report, name="request"),
    path("tong-hop/", consolidations.consolidations, name="consolidations"),
    path("tong-hop/lap/<int:duty_id>/", consolidations.consolidate, name="consolidate"),
    path("tong-hop/<int:pk>/", consolidations.consolidation, name="consolidation"),
    path("tong-hop/<int:pk>/luu/", consolidations.save, name="consolidation_save"),
    path("tong-hop/<int:pk>/mo-lai/", consolidations.reopen, name="consolidation_reopen"),
    path("tong-hop/<int:pk>/ky/", consolidations.sign, name="consolidation_sign"),
    path("tong-hop/<int:pk>/cap-so/", consolidations.number, name="consolidation_number"),
    path("tong-hop/<int:pk>/tai-ve/", consolidations.word, name="consolidation_word"),
    path("tong-hop/<int:pk>/ban-pdf/", consolidations.printed, name="consolidation_pdf"),
    path("<int:report_id>/", rounds.report, name="report"),
    path("<int:report_id>/lan/<int:sequence>/", rounds.one_round, name="round"),
    path("<int:report_id>/tai-ve/", rounds.word, name="word"),
    path("<int:report_id>/soan/", editing.edit, name="edit"),
    path("<int:report_id>/luu/", editing.save, name="save"),
    path("<int:report_id>/xem-truoc/", editing.preview, name="preview"),
    path("<int:report_id>/nop/", editing.submit, name="submit"),
    path("<int:report_id>/tep/<int:attachment_id>/bo/", editing.detach, name="detach"),
    path("<int:report_id>/rut-lai/", rounds.take_back, name="take_back"),
    path("<int:report_id>/tra-lai/", rounds.return_report, name="return"),
    path("<int:report_id>/duyet/", rounds.accept, name="accept"),
    path("<int:report_id>/tiep-nhan/", rounds.note, name="note"),
    path("<int:report_id>/mo-lai/", rounds.reopen, name="reopen"),
]
