"""Routes of registration sheets, personal plans, milestones and pilots, inside those of plans."""

from django.urls import path

from phoihop.core.access import by_method
from phoihop.plans.views import milestones, personal, pilots, rounds, sheet_import, sheets

_P, _R, _S = "chuong-trinh/<int:programme_id>", "dot/<int:round_id>", "bang/<int:sheet_id>"
_I, _M, _D = "noi-dung/<int:item_id>", "moc/<int:milestone_id>", "diem/<int:pilot_id>"
_C, _V = "ca-nhan/<int:plan_id>", "ca-nhan/viec/<int:commitment_id>"

urlpatterns = [
    path(f"{_P}/", rounds.registration, name="registration"),
    path(f"{_P}/mo-dot/", by_method(get=rounds.open_page, post=rounds.open_round), name="open_round"),
    path(f"{_R}/", rounds.board, name="round"),
    path(f"{_R}/bang-tinh/", rounds.file, name="round_file"),
    path(f"{_R}/word/", rounds.word, name="round_word"),
    path(f"{_R}/pdf/", rounds.printed, name="round_pdf"),
    path(f"{_R}/sua/", rounds.change, name="change_round"),
    path(f"{_R}/them-don-vi/", by_method(get=rounds.ask_page, post=rounds.ask_more), name="ask_more"),
    path(f"{_R}/nhac/", rounds.remind, name="remind_round"),
    path(f"{_R}/huy/", by_method(get=rounds.call_off_page, post=rounds.call_off), name="call_off_round"),
    path("", sheets.my_sheets, name="my_sheets"),
    path(f"{_S}/", sheets.sheet, name="sheet"),
    path(f"{_S}/them/", by_method(get=sheets.new_item, post=sheets.add_item), name="add_item"),
    path(f"{_I}/sua/", by_method(get=sheets.edit_item, post=sheets.change_item), name="change_item"),
    path(f"{_I}/bo/", sheets.drop_item, name="drop_item"),
    path(f"{_S}/tu-nam-truoc/", sheets.start_from_last, name="start_from_last"),
    path(f"{_S}/gui/", sheets.send, name="send_sheet"),
    path(f"{_S}/rut/", sheets.take_back, name="take_back_sheet"),
    path(f"{_S}/tra-lai/", sheets.return_sheet, name="return_sheet"),
    path(f"{_S}/tiep-nhan/", sheets.accept, name="accept_sheet"),
    path(f"{_S}/hoan-tac/", sheets.undo_accept, name="undo_accept_sheet"),
    path(f"{_S}/mo-sua/", sheets.reopen, name="reopen_sheet"),
    path(f"{_S}/bang-tinh/", sheets.file, name="sheet_file"),
    path(f"{_S}/word/", sheets.word, name="sheet_word"),
    path(f"{_S}/pdf/", sheets.printed, name="sheet_pdf"),
    path(f"{_S}/nhap/", by_method(get=sheet_import.import_page, post=sheet_import.look), name="sheet_import"),
    path(f"{_S}/nhap/ghi/", sheet_import.write, name="write_import"),
    path(f"{_P}/lo-trinh/", milestones.roadmap, name="roadmap"),
    path(f"{_P}/lo-trinh/them/", by_method(get=milestones.new, post=milestones.create), name="new_milestone"),
    path(f"{_M}/", milestones.milestone, name="milestone"),
    path(f"{_M}/sua/", by_method(get=milestones.edit, post=milestones.change), name="change_milestone"),
    path(f"{_M}/bo/", milestones.drop, name="drop_milestone"),
    path(f"{_M}/xac-nhan/", milestones.confirm, name="confirm_milestone"),
    path(f"{_M}/bo-xac-nhan/", milestones.unconfirm, name="unconfirm_milestone"),
    path(f"{_M}/chuyen/", milestones.carry, name="carry_milestone"),
    path(f"{_M}/chuyen/hoan-tac/", milestones.undo_carry, name="undo_carry_milestone"),
    path(f"{_P}/diem/", pilots.board, name="pilots"),
    path(f"{_P}/diem/bang-tinh/", pilots.file, name="pilots_file"),
    path(f"{_P}/diem/chon/", by_method(get=pilots.new, post=pilots.choose), name="new_pilot"),
    path(f"{_D}/", pilots.pilot, name="pilot"),
    path(f"{_D}/chuyen/", pilots.move, name="move_pilot"),
    path(f"{_D}/danh-gia/", pilots.assess, name="assess_pilot"),
    path(f"{_D}/nhan-rong/", pilots.replicate, name="replicate_pilot"),
    path(f"{_D}/bo/", pilots.drop, name="drop_pilot"),
    path(f"{_P}/ca-nhan/", personal.board, name="personal_board"),
    path(f"{_P}/ca-nhan/cua-toi/", personal.open_plan, name="open_personal_plan"),
    path(f"{_C}/", personal.plan, name="personal_plan"),
    path(f"{_C}/them/", personal.add, name="add_commitment"),
    path(f"{_V}/sua/", by_method(get=personal.edit, post=personal.change), name="change_commitment"),
    path(f"{_V}/bo/", personal.drop, name="drop_commitment"),
    path(f"{_C}/gui/", personal.send, name="send_personal_plan"),
    path(f"{_C}/rut/", personal.take_back, name="take_back_personal_plan"),
    path(f"{_C}/mo-sua/", personal.reopen, name="reopen_personal_plan"),
    path(f"{_C}/ghi-nhan/", personal.note, name="note_personal_plan"),
    path(f"{_C}/tra-lai/", personal.return_plan, name="return_personal_plan"),
]
