"""Words and recipients of the messages about registration sheets and personal plans."""

from collections.abc import Collection
from datetime import datetime

from django.urls import reverse

from phoihop.accounts import notices
from phoihop.accounts.models import Membership, Role
from phoihop.core import clock
from phoihop.organisations.queries import body_labels
from phoihop.plans.models import PersonalPlan, RegistrationRound, RegistrationSheet

_FILLERS = (Role.OFFICER, Role.LEADER, Role.AREA_HEAD)
_BOARD = (Role.OFFICER, Role.LEADER)


def ask_to_register(row: RegistrationRound, *, body_ids: Collection[int], at: datetime) -> None:
    """To those who fill in sheets at every unit asked."""
    until = f"hạn cuối: hết ngày {row.due_on:%d/%m/%Y}"
    text = f"{row} theo “{row.programme.name}”, {until}. {row.note}".strip()
    _to_units(row, body_ids, text, key="open", at=at)


def remind(row: RegistrationRound, *, body_ids: Collection[int], at: datetime) -> None:
    """To those who have not sent their sheet."""
    text = f"Chưa nhận được bảng đăng ký năm {row.year} theo “{row.programme.name}”."
    _to_units(row, body_ids, text, key=f"remind-{clock.day_of(at):%Y%m%d}", at=at)


def _to_units(
    row: RegistrationRound, body_ids: Collection[int], text: str, *, key: str, at: datetime
) -> None:
    """Two queries, whatever the number of units."""
    people = Membership.objects.on(clock.day_of(at)).filter(body__in=body_ids, role__in=_FILLERS)
    notices.send(
        person_ids=people.values_list("person_id", flat=True),
        text=text,
        url=reverse("plans:my_sheets"),
        dedup_key=f"registration-{row.pk}-{key}",
        at=at,
        is_sample=row.is_sample,
    )


def tell_sent(sheet: RegistrationSheet, *, at: datetime) -> None:
    """To the lead's officers and leaders."""
    name = body_labels([sheet.body_id], clock.day_of(at))[sheet.body_id].short_name
    lead = sheet.round.programme.lead_id
    text = f"{name} đã gửi bảng đăng ký năm {sheet.round.year} theo “{sheet.round.programme.name}”."
    _about(sheet, lead, text, key=f"sent-{sheet.version}", at=at)


def tell_answered(sheet: RegistrationSheet, *, note: str, at: datetime) -> None:
    """To the unit: accepted, or returned with what is to be mended."""
    said = f"Bảng đăng ký năm {sheet.round.year} {sheet.get_status_display()}."
    _about(sheet, sheet.body_id, f"{said} {note}".strip(), key=f"answer-{sheet.version}", at=at)


def _about(sheet: RegistrationSheet, body_id: int, text: str, *, key: str, at: datetime) -> None:
    notices.send(
        person_ids=notices.members_of(body_id, _FILLERS, on=clock.day_of(at)),
        body_id=body_id,
        text=text,
        url=reverse("plans:sheet", args=[sheet.pk]),
        dedup_key=f"sheet-{sheet.pk}-{key}",
        at=at,
        is_sample=sheet.is_sample,
    )


def tell_plan_sent(plan: PersonalPlan, *, at: datetime) -> None:
    """To the standing board."""
    text = f"{plan.person.full_name} đã gửi chương trình hành động cá nhân năm {plan.year}."
    people = notices.members_of(plan.body_id, _BOARD, on=clock.day_of(at))
    _about_plan(plan, people, text, key=f"sent-{plan.version}", at=at)


def tell_plan_answered(plan: PersonalPlan, *, note: str, at: datetime) -> None:
    """To the person."""
    said = f"Chương trình hành động cá nhân năm {plan.year}: {plan.get_status_display()}."
    _about_plan(plan, [plan.person_id], f"{said} {note}".strip(), key=f"answer-{plan.version}", at=at)


def _about_plan(plan: PersonalPlan, people: list[int], text: str, *, key: str, at: datetime) -> None:
    notices.send(
        person_ids=people,
        body_id=plan.body_id,
        text=text,
        url=reverse("plans:personal_plan", args=[plan.pk]),
        dedup_key=f"personalplan-{plan.pk}-{key}",
        at=at,
        is_sample=plan.is_sample,
    )
