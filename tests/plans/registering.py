"""Rounds and sheets for tests, through the actions."""

from datetime import date

from phoihop.organisations.models import BodyKind
from phoihop.plans.actions import rounds, sheets
from phoihop.plans.models import RegistrationRound, RegistrationSheet
from phoihop.plans.registration import ItemContent, RoundContent
from tests.plans.factories import AT
from tests.programmes import factories as programmes

TODAY = date(2026, 4, 2)
DUE = date(2026, 4, 30)


def opened(edition, bodies=None, *, year=2026, due_on=DUE, **rules) -> RegistrationRound:
    """A round of the lead's for the parties."""
    bodies = bodies or [party.body for party in edition.parties.order_by("order")]
    return rounds.open_round(
        programme=edition.programme,
        content=RoundContent(year=year, due_on=due_on, **rules),
        body_ids=[body.pk for body in bodies],
        by=programmes.member(edition.programme.lead),
        at=AT,
    )


def women_of(edition):
    return edition.parties.get(body__kind=BodyKind.WOMENS_UNION).body


def sheet_of(row, body) -> RegistrationSheet:
    return RegistrationSheet.objects.get(round=row, body=body)


def content(edition, words="Trồng 2 km đường hoa", **fields) -> ItemContent:
    values = {"clause_id": programmes.clause(edition).pk, "due_on": date(2026, 9, 30)} | fields
    return ItemContent(content=words, **values)


def filled(edition, **fields):
    """The women's union's sheet with one item, and its officer."""
    row = opened(edition)
    body = women_of(edition)
    by, sheet = programmes.member(body), sheet_of(row, body)
    sheets.add_item(sheet=sheet, content=content(edition, **fields), by=by, at=AT)
    sheet.refresh_from_db()
    return sheet, by


def accepted(edition, **fields):
    sheet, by = filled(edition, **fields)
    sent = sheets.send_sheet(sheet=sheet, version=sheet.version, by=by, at=AT)
    lead = programmes.member(edition.programme.lead)
    return sheets.accept_sheet(sheet=sent, version=sent.version, by=lead, at=AT), by, lead
