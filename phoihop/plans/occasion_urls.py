"""Routes of sessions, meetings, inspections, costs and the calendar; part of plans."""

from django.urls import path

from phoihop.core.access import by_method
from phoihop.plans.views import calendar, costs, feeds, findings, inspections, meetings, minutes, sessions

_MEETING = "<int:task_id>/hop/"
_INSPECTION = "<int:task_id>/kiem-tra/"

urlpatterns = [
    path("lich/", calendar.month, name="month"),
    path("lich/nguon/", by_method(get=feeds.own_feed, post=feeds.make), name="own_feed"),
    path("lich/nguon/thu-hoi/", feeds.revoke, name="revoke_feed"),
    path("lich/nguon/<str:token>.ics", feeds.feed, name="feed"),
    path(
        "<int:task_id>/buoi/lap/",
        by_method(get=sessions.new_page, post=sessions.create),
        name="add_session",
    ),
    path(
        "buoi/<int:session_id>/",
        by_method(get=sessions.change_page, post=sessions.change),
        name="session",
    ),
    path(
        "buoi/<int:session_id>/luot-nguoi/",
        by_method(get=sessions.hold_page, post=sessions.hold),
        name="hold_session",
    ),
    path(
        "buoi/<int:session_id>/khong-to-chuc/",
        by_method(get=sessions.cancel_page, post=sessions.cancel),
        name="cancel_session",
    ),
    path("buoi/<int:session_id>/du-kien-lai/", sessions.plan_again, name="plan_session_again"),
    path("kinh-phi/", costs.year, name="costs"),
    path("kinh-phi/bang-tinh/", costs.year_sheet, name="costs_sheet"),
    path(
        "<int:task_id>/kinh-phi/them/",
        by_method(get=costs.new_page, post=costs.create),
        name="add_cost",
    ),
    path("kinh-phi/<int:line_id>/", by_method(get=costs.change_page, post=costs.change), name="cost"),
    path("kinh-phi/<int:line_id>/bo/", costs.remove, name="remove_cost"),
    path(_MEETING, meetings.meeting, name="meeting"),
    path(f"{_MEETING}lap/", by_method(get=meetings.plan_page, post=meetings.plan), name="plan_meeting"),
    path(
        f"{_MEETING}sua/",
        by_method(get=meetings.change_page, post=meetings.change),
        name="change_meeting",
    ),
    path(f"{_MEETING}moi/", by_method(get=meetings.invite_page, post=meetings.invite), name="invite"),
    path(f"{_MEETING}moi/<int:invitee_id>/bo/", meetings.uninvite, name="uninvite"),
    path(f"{_MEETING}gui-giay-moi/", meetings.call, name="call_meeting"),
    path(
        f"{_MEETING}diem-danh/",
        by_method(get=minutes.attendance_page, post=minutes.mark_attendance),
        name="attendance",
    ),
    path(
        f"{_MEETING}noi-dung/them/",
        by_method(get=minutes.new_item, post=minutes.add_item),
        name="add_agenda_item",
    ),
    path(
        f"{_MEETING}noi-dung/<int:item_id>/",
        by_method(get=minutes.item_page, post=minutes.change_item),
        name="agenda_item",
    ),
    path(f"{_MEETING}noi-dung/<int:item_id>/bo/", minutes.remove_item, name="remove_agenda_item"),
    path(
        f"{_MEETING}ket-luan/them/",
        by_method(get=minutes.new_conclusion, post=minutes.add_conclusion),
        name="add_conclusion",
    ),
    path(
        f"{_MEETING}ket-luan/<int:conclusion_id>/",
        by_method(get=minutes.conclusion_page, post=minutes.change_conclusion),
        name="conclusion",
    ),
    path(
        f"{_MEETING}ket-luan/<int:conclusion_id>/bo/",
        minutes.remove_conclusion,
        name="remove_conclusion",
    ),
    path(f"{_MEETING}ket-luan/<int:conclusion_id>/giao-viec/", minutes.give_out, name="give_out"),
    path(f"{_MEETING}ket-luan/<int:conclusion_id>/thu-lai/", minutes.take_task_back, name="take_task_back"),
    path(f"{_MEETING}xac-nhan/", meetings.confirm, name="confirm_minutes"),
    path(f"{_MEETING}mo-lai/", meetings.reopen, name="reopen_minutes"),
    path(f"{_MEETING}bien-ban.docx", meetings.minutes_word, name="minutes_word"),
    path(f"{_MEETING}bien-ban.pdf", meetings.minutes_pdf, name="minutes_pdf"),
    path(f"{_MEETING}giay-moi.docx", meetings.invitation_word, name="invitation_word"),
    path("ton-tai/", findings.findings, name="findings"),
    path("ton-tai/<int:finding_id>/", findings.finding, name="finding"),
    path(
        "ton-tai/<int:finding_id>/sua/",
        by_method(get=findings.change_page, post=findings.change),
        name="change_finding",
    ),
    path("ton-tai/<int:finding_id>/khac-phuc/", findings.answer, name="answer_finding"),
    path("ton-tai/<int:finding_id>/xac-nhan/", findings.confirm, name="confirm_finding"),
    path("ton-tai/<int:finding_id>/tra-lai/", findings.return_, name="return_finding"),
    path("ton-tai/<int:finding_id>/mo-lai/", findings.reopen, name="reopen_finding"),
    path(_INSPECTION, inspections.inspection, name="inspection"),
    path(
        f"{_INSPECTION}lap/",
        by_method(get=inspections.plan_page, post=inspections.plan),
        name="plan_inspection",
    ),
    path(
        f"{_INSPECTION}sua/",
        by_method(get=inspections.change_page, post=inspections.change),
        name="change_inspection",
    ),
    path(
        f"{_INSPECTION}doan/",
        by_method(get=inspections.team_page, post=inspections.add_to_team),
        name="add_to_team",
    ),
    path(f"{_INSPECTION}doan/<int:team_member_id>/bo/", inspections.take_off_team, name="take_off_team"),
    path(
        f"{_INSPECTION}don-vi/",
        by_method(get=inspections.visit_page, post=inspections.add_visit),
        name="add_visit",
    ),
    path(
        f"{_INSPECTION}don-vi/<int:visit_id>/",
        by_method(get=inspections.result_page, post=inspections.tell_result),
        name="visit_result",
    ),
    path(f"{_INSPECTION}don-vi/<int:visit_id>/bo/", inspections.take_off_visit, name="take_off_visit"),
    path(
        f"{_INSPECTION}don-vi/<int:visit_id>/ton-tai/",
        by_method(get=findings.new_page, post=findings.record),
        name="record_finding",
    ),
    path(f"{_INSPECTION}bao/", inspections.announce, name="announce_inspection"),
    path(f"{_INSPECTION}ket-thuc/", inspections.conclude, name="conclude_inspection"),
    path(f"{_INSPECTION}mo-lai/", inspections.reopen, name="reopen_inspection"),
    path(f"{_INSPECTION}bao-cao.docx", inspections.report_word, name="inspection_word"),
]
