"""A programme of the committee, the Front and two unions, and a round of proposals for its joint plan."""

from datetime import UTC, date, datetime
from typing import Any

from phoihop.lifecycle.actions import entry, joint_plans
from phoihop.organisations.models import Body, BodyKind
from phoihop.plans.actions import grouping, proposals
from phoihop.plans.content import ProposalContent
from phoihop.plans.models import Proposal, ProposalRound
from phoihop.plans.statuses import TaskKind
from phoihop.programmes.content import SignatureContent
from phoihop.programmes.models import Edition
from phoihop.programmes.models.facts import AssignmentRole
from tests.programmes import factories

AT = datetime(2026, 2, 10, 2, 0, tzinfo=UTC)
TODAY = date(2026, 2, 10)


class World:
    """Led by the committee, in force in 2026 and 2027."""

    def __init__(self) -> None:
        self.committee = factories.body(symbol_of="UBND")
        area = self.committee.area
        self.front = factories.body(BodyKind.FRONT_COMMITTEE, area, symbol_of="MTTQ")
        self.women = factories.body(BodyKind.WOMENS_UNION, area)
        self.farmers = factories.body(BodyKind.FARMERS_UNION, area)
        self.bodies = [self.committee, self.front, self.women, self.farmers]
        draft = factories.edition(lead=self.committee, parties=self.bodies, period_end=date(2027, 12, 31))
        factories.assignment(factories.clause(draft, "II.1"), self.front)
        joins = AssignmentRole.COORDINATE
        factories.assignment(factories.clause(draft, "II.2"), self.women, joins)
        factories.duty(factories.clause(draft, "III"), owes=[self.women], reviews=[self.committee])
        self.edition = factories.in_force(draft, number_text="05/CTrPH-UBND-MTTQ")
        self.programme = self.edition.programme

    def round(self, year: int = 2026) -> ProposalRound:
        return proposals.open_proposals(
            programme=self.programme, year=year, due_on=date(2026, 3, 1), by=self.officer(), at=AT
        )

    def officer(self, body: Body | None = None, role: str = "officer") -> Any:
        return factories.member(body or self.committee, role)

    def content(self, path: str = "II.1", **fields: Any) -> ProposalContent:
        values: dict[str, Any] = {
            "kind": TaskKind.TRAINING,
            "content": "Tuyên truyền Luật Bảo vệ môi trường",
            "starts_on": date(2026, 4, 1),
            "ends_on": date(2026, 6, 30),
        }
        return ProposalContent(clause=factories.clause(self.edition, path), **(values | fields))

    def proposed(
        self, round_: ProposalRound, body: Body | None = None, path: str = "II.1", **fields: Any
    ) -> Proposal:
        body = body or self.women
        by = self.officer(body)
        content = self.content(path, **fields)
        return proposals.propose(round_=round_, body=body, content=content, by=by, at=AT)

    def judged(self, row: Proposal, verb: str = "accept", note: str = "") -> Proposal:
        row.refresh_from_db()
        return grouping.judge(
            proposal=row, verb=verb, note=note, version=row.version, by=self.officer(), at=AT
        )

    def closed(self, round_: ProposalRound, **options: Any) -> Edition:
        return joint_plans.close_proposals(round_=round_, by=self.officer(), at=AT, **options)

    def plan(self, *items: dict[str, Any], year: int = 2026) -> Edition:
        """The draft of a joint plan with one item of the women's union for each of `items`."""
        round_ = self.round(year)
        for fields in items or ({},):
            self.judged(self.proposed(round_, **fields))
        return self.closed(round_)

    def signed(self, edition: Edition, on: date = TODAY) -> Edition:
        """Sent for signature and signed by everybody."""
        entry.open_for_signature(edition=edition, by=self.officer(edition.programme.lead), at=AT)
        for party in edition.parties.select_related("body").order_by("order"):
            content = SignatureContent(party.body_id, position="CHỦ TỊCH", signed_on=on)
            leader = self.officer(party.body, "leader")
            edition = entry.sign(edition=edition, party=party, content=content, by=leader, at=AT)
        return edition
