"""Every route of ours: whose page it is, and with which object it is tried. A new route needs a line."""

import re
from dataclasses import dataclass
from functools import partial

from django.urls import reverse

from phoihop.core.routes import Route
from tests.pages.objects import Objects


@dataclass(frozen=True)
class Line:
    """`who` opens it with success; `other` names the objects that stand in for the usual ones.

    `everybodys`: not about one body, so an unrelated one passes too. `is_file`: answers with a file.
    """

    who: str
    other: tuple[tuple[str, str], ...] = ()
    everybodys: bool = False
    is_file: bool = False


def _line(who: str, *, everybodys: bool = False, is_file: bool = False, **other: str) -> Line:
    return Line(who, tuple(other.items()), everybodys, is_file)


_file = partial(_line, is_file=True)
_shared = partial(_line, everybodys=True)
_DRAFT = {"programme_id": "unsigned_programme_id"}
_DRAFT_CLAUSE = _DRAFT | {"clause_id": "unsigned_clause_id"}

LINES: dict[str, Line] = {
    "dashboards:home": _shared("vanphong"),
    "dashboards:programme": _line("vanphong"),
    # accounts
    "accounts:switch": _shared("vanphong"),
    "accounts:profile": _shared("vanphong"),
    "accounts:notices": _shared("vanphong"),
    "accounts:read_all_notices": _shared("vanphong"),
    "accounts:open_notice": _shared("vanphong"),
    "accounts:own_people": _shared("quantrixa"),
    "accounts:people": _line("quantrixa"),
    "accounts:add_person": _line("quantrixa"),
    "accounts:add_known_person": _line("quantrixa"),
    "accounts:require_totp": _line("quantrixa"),
    "accounts:membership": _line("quantrixa"),
    "accounts:change_role": _line("quantrixa"),
    "accounts:end_membership": _line("quantrixa"),
    "accounts:make_code": _line("quantrixa"),
    "accounts:remove_second_factor": _line("quantrixa"),
    # organisations: the list of places and bodies is everybody's; who changes it is not
    "organisations:areas": _shared("vanphong"),
    "organisations:search": _shared("vanphong"),
    "organisations:area": _shared("vanphong"),
    "organisations:area_history": _shared("vanphong"),
    "organisations:body": _shared("vanphong"),
    "organisations:body_history": _shared("vanphong"),
    "organisations:add_residential_area": _line("quantri"),
    "organisations:add_body": _line("quantri"),
    "organisations:area_act": _line("quantri"),
    "organisations:body_act": _line("quantri"),
    "organisations:undo": _line("quantri"),
    # documents
    "documents:download": _file("phunu"),
    "documents:signatures": _line("phunu"),
    "documents:check_signatures": _line("phunu"),
    "documents:registers": _shared("vanthu"),
    "documents:register": _line("vanthu"),
    "documents:register_file": _file("vanthu"),
    "documents:register_fields": _file("vanthu"),
    "documents:close_register": _line("vanthu"),
    "documents:new_entry": _shared("vanthu"),
    "documents:entry": _line("vanthu"),
    "documents:annul": _line("vanthu"),
    "documents:correct_entry": _line("vanthu"),
    "documents:attach": _line("vanthu"),
    "documents:send": _line("vanthu"),
    "documents:recall": _line("vanthu"),
    "documents:proof": _line("vanthu"),
    "documents:open_incoming": _shared("vanthu"),
    "documents:waiting": _shared("vanthu"),
    "documents:take_in": _line("phunu", delivery_id="waiting_delivery_id"),
    "documents:incoming": _line("vanthu", register_id="incoming_register_id"),
    "documents:incoming_file": _file("vanthu", register_id="incoming_register_id"),
    "documents:incoming_fields": _file("vanthu", register_id="incoming_register_id"),
    "documents:new_incoming": _shared("vanthu"),
    "documents:incoming_entry": _line("vanthu", entry_id="incoming_entry_id"),
    "documents:correct_incoming": _line("vanthu", entry_id="incoming_entry_id"),
    "documents:forward": _line("vanthu", entry_id="incoming_entry_id"),
    "documents:take_back_forwarding": _line("vanthu"),
    "documents:acknowledge": _line("vanthu", entry_id="incoming_entry_id"),
    "documents:stamp": _line("vanthu", entry_id="incoming_entry_id"),
    # programmes
    "programmes:list": _shared("vanphong"),
    "programmes:new": _shared("vanphong"),
    "programmes:blank": _shared("vanphong"),
    "programmes:detail": _line("vanphong"),
    "programmes:history": _line("vanphong"),
    "programmes:draft": _line("vanphong", **_DRAFT),
    "programmes:add_clause": _line("vanphong", **_DRAFT),
    "programmes:parties": _line("vanphong", **_DRAFT),
    "programmes:clause": _line("vanphong"),
    "programmes:remove_clause": _line("vanphong", **_DRAFT_CLAUSE),
    "programmes:assign": _line("vanphong", **_DRAFT_CLAUSE),
    "programmes:drop_assignment": _line("vanphong"),
    "programmes:duty": _line("vanphong", **_DRAFT_CLAUSE),
    "programmes:drop_duty": _line("vanphong"),
    # targets
    "targets:list": _shared("vanphong"),
    "targets:detail": _line("phunu"),
    "targets:record": _line("phunu"),
    "targets:correct": _line("phunu"),
    "targets:accept": _line("vanphong"),
    "targets:mend": _line("vanphong"),
    "targets:new": _line("vanphong"),
    "targets:drop": _line("vanphong"),
    "targets:export": _file("vanphong"),
    # plans
    "plans:list": _shared("vanphong"),
    "plans:proposals": _line("vanphong"),
    "plans:change_call": _line("vanphong"),
    "plans:propose": _line("vanphong"),
    "plans:answer_call": _line("vanphong"),
    "plans:accept_all_proposals": _line("vanphong"),
    "plans:carry_over": _line("vanphong"),
    "plans:change_proposal": _line("vanphong"),
    "plans:withdraw_proposal": _line("vanphong"),
    "plans:judge_proposal": _line("vanphong"),
    "plans:month": _shared("vanphong"),
    "plans:new": _shared("vanphong"),
    "plans:detail": _line("vanphong"),
    "plans:change": _line("vanphong"),
    "plans:start": _line("vanphong"),
    "plans:finish": _line("vanphong"),
    "plans:cancel": _line("vanphong"),
    "plans:reopen": _line("vanphong"),
    # reports
    "reports:mine": _shared("phunu"),
    "reports:boards": _shared("vanphong"),
    "reports:consolidations": _shared("vanphong"),
    "reports:obligation": _line("vanphong"),
    "reports:open": _line("phunu"),
    "reports:report": _line("vanphong"),
    "reports:round": _line("vanphong"),
    "reports:word": _file("vanphong"),
    "reports:edit": _line("nongdan", report_id="open_report_id"),
    "reports:preview": _line("nongdan", report_id="open_report_id"),
    "reports:save": _line("nongdan", report_id="open_report_id"),
    "reports:submit": _line("nongdan", report_id="open_report_id"),
    "reports:detach": _line("phunu"),
    "reports:take_back": _line("canbomattran", report_id="waiting_report_id"),
    "reports:return": _line("vanphong", report_id="waiting_report_id"),
    "reports:accept": _line("vanphong", report_id="waiting_report_id"),
    "reports:note": _line("vanphong", report_id="waiting_report_id"),
    "reports:reopen": _line("vanphong"),
    "reports:board": _line("vanphong"),
    "reports:board_file": _file("vanphong"),
    "reports:request_form": _line("vanphong"),
    "reports:request": _line("vanphong"),
    "reports:consolidate": _line("vanphong"),
    "reports:consolidation": _line("vanphong"),
    "reports:consolidation_save": _line("vanphong"),
    "reports:consolidation_reopen": _line("vanphong"),
    "reports:consolidation_sign": _line("chutich"),
    "reports:consolidation_number": _line("vanthu"),
    "reports:consolidation_pdf": _file("vanphong"),
    "reports:consolidation_word": _file("vanphong"),
    # lifecycle
    "lifecycle:plans": _line("vanphong"),
    "lifecycle:call_proposals": _line("vanphong"),
    "lifecycle:close_proposals": _line("vanphong"),
    "lifecycle:undo_closing": _line("vanphong"),
    "lifecycle:plan_deadline": _line("vanphong"),
    "lifecycle:implementation": _line("vanphong"),
    "lifecycle:plan_tasks": _line("vanphong"),
    "lifecycle:undo_plan_tasks": _line("vanphong"),
    "lifecycle:signing": _line("vanphong"),
    "lifecycle:consultation": _line("vanphong", **_DRAFT),
    "lifecycle:open_consultation": _line("vanphong", **_DRAFT),
    "lifecycle:comment": _line("canbomattran", **_DRAFT),
    "lifecycle:agree": _line("canbomattran", **_DRAFT),
    "lifecycle:answer_comment": _line("vanphong", **_DRAFT),
    "lifecycle:close_consultation": _line("vanphong", **_DRAFT),
    "lifecycle:comments_word": _file("vanphong", **_DRAFT),
    "lifecycle:paper": _line("vanphong"),
    "lifecycle:paper_word": _file("vanphong"),
    "lifecycle:paper_pdf": _file("vanphong"),
    "lifecycle:open": _line("vanphong", **_DRAFT),
    "lifecycle:take_back": _line("vanphong", **_DRAFT),
    "lifecycle:sign": _line("chutich"),
    "lifecycle:freeze_paper": _line("vanphong", **_DRAFT),
    "lifecycle:ask_link": _line("chutich"),
    "lifecycle:link": _line("chutich", programme_id="signing_programme_id"),
    "lifecycle:seal": _line("vanthu"),
    "lifecycle:unseal": _line("vanthu"),
    "lifecycle:enter": _line("vanphong"),
    "lifecycle:number": _line("vanthu"),
    "lifecycle:record": _line("vanphong", **_DRAFT),
    "lifecycle:renew": _line("vanphong"),
    "lifecycle:handovers": _line("vanphong", everybodys=True),
    "lifecycle:publish_succession": _line("vanphong"),
    "lifecycle:reviews": _line("vanphong"),
    "lifecycle:review": _line("vanphong"),
    "lifecycle:confirm_review": _line("vanphong"),
    "lifecycle:reopen_review": _line("vanphong"),
    "lifecycle:drop_review": _line("vanphong"),
    "lifecycle:review_word": _file("vanphong"),
    "lifecycle:review_pdf": _file("vanphong"),
    "lifecycle:succession": _line("vanphong"),
    "lifecycle:undo_succession": _line("vanphong"),
    "lifecycle:mend_duty": _line("vanphong"),
    "lifecycle:missed_duty": _line("vanphong"),
    # drafting
    "drafting:papers": _shared("vanphong"),
    "drafting:upload": _shared("vanphong"),
    "drafting:reading": _line("vanphong"),
    "drafting:cancel_reading": _line("vanphong"),
    "drafting:read_again": _line("vanphong"),
    "drafting:review": _line("vanphong"),
    "drafting:decide": _line("vanphong"),
    "drafting:undo": _line("vanphong"),
    "drafting:history": _line("vanphong"),
    "drafting:page_image": _file("vanphong"),
    "drafting:reread": _line("vanphong"),
    "drafting:preview": _line("vanphong"),
    "drafting:card": _line("vanphong"),
    "drafting:fact_history": _line("vanphong"),
    "drafting:split_form": _line("vanphong"),
    "drafting:split": _line("vanphong"),
    "drafting:merge_form": _line("vanphong"),
    "drafting:merge": _line("vanphong"),
    "drafting:discard": _line("vanphong"),
    "drafting:restore": _line("vanphong"),
    "drafting:edit_fact": _line("vanphong"),
    "drafting:save_fact": _line("vanphong"),
    "drafting:new_fact": _line("vanphong"),
    "drafting:add_fact": _line("vanphong"),
    "drafting:parties": _line("vanphong"),
    "drafting:save_parties": _line("vanphong"),
    "drafting:move_to_place": _line("vanphong"),
    "drafting:findings": _line("vanphong"),
    "drafting:findings_word": _file("vanphong"),
    "drafting:check_again": _line("vanphong"),
    "drafting:dismiss_finding": _line("vanphong"),
    "drafting:take_up_finding": _line("vanphong"),
    "drafting:confirm": _line("vanphong"),
    "drafting:make_programme": _line("vanphong"),
}
ARGUMENTS = r"<(?:\w+:)?(\w+)>"


def address_of(route: Route, objects: Objects) -> str:
    """The address of a route with an object of the sample in each of its places."""
    other = dict(LINES[route.name].other)
    names = re.findall(ARGUMENTS, route.address)
    return reverse(route.name, kwargs={name: objects[other.get(name, name)] for name in names})
