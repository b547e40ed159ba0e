"""A programme in force with a quarterly report, a meeting and a target; and the steps of amending it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from phoihop.accounts.acting import ActingMember
from phoihop.lifecycle import actions
from phoihop.organisations.models import Body, BodyKind
from phoihop.programmes.content import AmendmentTerms, SignatureContent
from phoihop.programmes.models import Clause, DutyRule, Edition, Programme
from phoihop.programmes.models.facts import DueAnchor, DutyKind, Frequency
from phoihop.programmes.statuses import EditionKind
from phoihop.targets.models import Target
from tests.programmes import factories
from tests.targets import factories as targets

BEGAN = date(2026, 1, 5)
AMENDED = date(2026, 8, 15)
"""In the middle of the third quarter."""


def at(day: date) -> datetime:
    return datetime.combine(day, time(2), UTC)


@dataclass(frozen=True)
class World:
    """The bodies and the programme; its first edition."""

    lead: Body
    front: Body
    women: Body
    first: Edition

    @property
    def programme(self) -> Programme:
        return self.first.programme

    def member(self, body: Body | None = None, role: str = "officer") -> ActingMember:
        return factories.member(body or self.lead, role)


def world(**fields: Any) -> World:
    """The committee leads; the Front and the Women's Union report each quarter and meet each half-year."""
    lead = factories.body(name="UBND xã Lam Sơn", symbol_of="UBND")
    front = factories.body(BodyKind.FRONT_COMMITTEE, lead.area, name="Ủy ban MTTQ xã", symbol_of="MTTQ")
    women = factories.body(BodyKind.WOMENS_UNION, lead.area, name="Hội LHPN xã")
    first = factories.edition(lead=lead, parties=[lead, front], **fields)
    factories.duty(factories.clause(first, "III"), owes=[front, women], reviews=[lead])
    factories.duty(
        factories.clause(first, "III"), owes=[lead], kind=DutyKind.MEETING, frequency=Frequency.HALF_YEARLY,
        name="Họp liên tịch", anchor=DueAnchor.PERIOD_END, due_day=None,
    )  # fmt: skip
    factories.assignment(factories.clause(first, "II.2"), women)
    targets.target(
        first, clause=factories.clause(first, "II.2"), shares=[targets.share(women, 40)],
        spec=targets.spec("hộ được giúp đỡ", value=40, unit="hộ"),
    )  # fmt: skip
    actions.record_signed(
        edition=first, number_text="05/CTrPH-UBND-MTTQ", in_force_from=BEGAN, signatures=[],
        by=factories.member(lead), at=at(BEGAN),
    )  # fmt: skip
    first.refresh_from_db()
    return World(lead, front, women, first)


def terms(day: date | None = AMENDED, **fields: Any) -> AmendmentTerms:
    values: dict[str, Any] = {"kind": EditionKind.SUPPLEMENT_AMEND, "grounds": "Theo đề nghị của các bên"}
    return AmendmentTerms(effective_on=day, **(values | fields))


def started(w: World, *, on: date = AMENDED, **fields: Any) -> Edition:
    """An amendment begun by the lead."""
    given = fields.pop("terms", terms())
    return actions.start_amendment(programme=w.programme, terms=given, by=w.member(), at=at(on), **fields)


def duty_of(edition: Edition, kind: DutyKind = DutyKind.REPORT) -> DutyRule:
    return DutyRule.objects.select_related("clause__edition__programme").get(
        clause__edition=edition, kind=kind
    )


def clause_of(edition: Edition, path: str) -> Clause:
    return edition.clauses.select_related("edition__programme").get(path=path)


def target_of(edition: Edition) -> Target:
    return Target.objects.select_related("edition__programme").get(edition=edition)


def recorded(w: World, edition: Edition, *, day: date = AMENDED, on: date = AMENDED) -> Edition:
    """The amendment as a paper signed elsewhere."""
    edition.refresh_from_db()
    return actions.record_signed(
        edition=edition, number_text="09/CTrPH-UBND-MTTQ", in_force_from=day, signatures=[], by=w.member(),
        at=at(on),
    )  # fmt: skip


def signed(w: World, edition: Edition, *, on: date = AMENDED) -> Edition:
    """The amendment signed here by both parties."""
    edition.refresh_from_db()
    row = actions.open_for_signature(edition=edition, by=w.member(), at=at(on))
    for party in row.parties.select_related("body").order_by("order"):
        content = SignatureContent(party.body_id, position="CHỦ TỊCH", signed_on=on)
        leader = w.member(party.body, "leader")
        row = actions.sign(edition=row, party=party, content=content, by=leader, at=at(on))
    return row
