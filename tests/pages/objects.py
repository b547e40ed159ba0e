"""One object of each kind, by the name its address calls it, for the tests that walk all pages."""

from datetime import date

from phoihop.accounts.acting import ActingMember, member_by_id
from phoihop.accounts.models import Membership, Notice
from phoihop.core import clock
from phoihop.core.periods import Period
from phoihop.documents.models import Delivery, Forwarding, OutgoingEntry
from phoihop.drafting import actions as drafting
from phoihop.drafting.actions import intake
from phoihop.drafting.models import Draft, Reading
from phoihop.lifecycle import actions as lifecycle
from phoihop.lifecycle.actions.links import ask_link
from phoihop.lifecycle.models import Review, ReviewKind
from phoihop.organisations.models import Body, BodyKind, Succession
from phoihop.plans.actions import proposals
from phoihop.plans.content import ProposalContent
from phoihop.plans.models import ProposalRound, Task
from phoihop.plans.statuses import TaskKind
from phoihop.programmes.content import SignatureContent
from phoihop.programmes.models import Assignment, Clause, DutyRule, Edition, Programme
from phoihop.programmes.models.facts import Frequency
from phoihop.reports.models import Consolidation, Obligation, Report, ReportAttachment
from phoihop.targets.models import Figure, Target
from tests.drafting.factories import PAPER, scanned
from tests.drafting.scans import scan_of
from tests.pages.amending import of_amending
from tests.pages.dashboards import of_dashboards
from tests.pages.due_days import of_due_days
from tests.pages.entering import of_entering
from tests.pages.following import of_following
from tests.pages.forms import of_forms
from tests.pages.handing_down import of_handing_down
from tests.pages.occasions import of_occasions
from tests.pages.registration import of_parts, of_registration
from tests.pages.reminding import of_reminders
from tests.programmes import factories as programmes

type Objects = dict[str, int | str]


def make_objects() -> Objects:
    """Ids by name: the sixth programme of the sample with what hangs on it, and a draft of each kind."""
    sixth = Edition.objects.get(origin="signed_here", status="in_force")
    committee, area = sixth.programme.lead, sixth.programme.area
    office = _acting("vanphong")
    unsigned = _draft_edition(committee)
    flowers = Target.objects.get(edition=sixth, name="Đường hoa trồng mới")
    entry = OutgoingEntry.objects.filter(edition=sixth).get()
    member = Membership.objects.get(person__user__username="nguoixem")
    return {
        **_of_text(sixth),
        "review_id": _review(sixth, office).pk,
        **_of_consultation(unsigned, office),
        **_of_signing(committee, office),
        **_of_draft(office),
        **_of_reports(sixth),
        **of_forms(sixth, office=office, author=_acting("nongdan")),
        **of_following(sixth, office, _acting("canbomattran"), obligation=_missing(sixth)),
        **of_reminders(office, obligation=_missing(sixth)),
        **_of_plans(sixth, office),
        **of_registration(sixth, office=office, women=_acting("phunu")),
        **of_parts(unsigned, office=office),
        **of_occasions(sixth, office=office),
        **of_amending(sixth, office=office),
        **of_handing_down(area),
        **of_entering(sixth, office),
        **of_dashboards(sixth, office),
        "target_id": flowers.pk,
        "figure_id": Figure.objects.filter(target=flowers, corrected_by=None)[0].pk,
        "task_id": _task(office).pk,
        "area_id": area.pk,
        "act_id": Succession.objects.filter(links__to_body__area=area)[0].pk,
        "body_id": committee.pk,
        "register_id": entry.register_id,
        "entry_id": entry.pk,
        **_of_books(entry),
        "membership_id": member.pk,
        "notice_id": _notice(office).pk,
        "provider_id": "sso",
    }


def _of_text(sixth: Edition) -> Objects:
    """The running programme with a clause, a duty, an assignment and a party of it."""
    return {
        "programme_id": sixth.programme_id,
        "edition_id": sixth.pk,
        "clause_id": _clause(sixth, "II.1").pk,
        "duty_id": DutyRule.objects.filter(clause__edition=sixth, frequency=Frequency.QUARTERLY)[0].pk,
        "assignment_id": Assignment.objects.filter(clause__edition=sixth)[0].pk,
        "party_id": sixth.parties.get(body=sixth.programme.lead).pk,
        "succession_id": 0,
    }


def _of_draft(office: ActingMember) -> Objects:
    """A paper under review, one of its facts and findings, a page of a scan, a photograph that waits."""
    draft = _paper(office)
    return {
        "draft_id": draft.pk,
        "fact_id": draft.facts.filter(kind="target")[0].pk,
        "finding_id": draft.findings.all()[0].pk,
        "number": scanned(draft, office).number,
        "kind": "target",
        "reading_id": _reading(office).pk,
    }


def _of_plans(sixth: Edition, office: ActingMember) -> Objects:
    """The sample's round of proposals to this year's joint plan, with one of the committee's."""
    year = clock.today().year
    call = ProposalRound.objects.get(programme=sixth.programme, year=year)
    content = ProposalContent(
        clause=_clause(sixth, "II.1"), kind=TaskKind.TRAINING, content="Tuyên truyền Luật Đất đai",
        starts_on=date(year, 10, 1), ends_on=date(year, 12, 31),
    )  # fmt: skip
    made = proposals.propose(
        round_=call, body=sixth.programme.lead, content=content, by=office, at=clock.now()
    )
    return {"proposal_round_id": call.pk, "proposal_id": made.pk, "year": year}


def _of_books(entry: OutgoingEntry) -> Objects:
    """The sending of the sixth programme, a recipient outside, one that waits; an arrival on paper."""
    deliveries = Delivery.objects.filter(entry=entry).order_by("pk")
    forwarding = Forwarding.objects.filter(entry__register__body=entry.register.body).get()
    return {
        "sending_id": deliveries[0].sending_id,
        "delivery_id": deliveries.exclude(channel="system")[0].pk,
        "waiting_delivery_id": deliveries.get(body__kind=BodyKind.WOMENS_UNION).pk,
        "incoming_register_id": forwarding.entry.register_id,
        "incoming_entry_id": forwarding.entry_id,
        "forwarding_id": forwarding.pk,
    }


def _of_reports(sixth: Edition) -> Objects:
    """A report in each status, what hangs on the accepted one, and a consolidation."""
    women = Report.objects.filter(obligation__body__kind=BodyKind.WOMENS_UNION, status="accepted")[0]
    attachment = ReportAttachment.objects.filter(report=women)[0]
    return {
        "obligation_id": _missing(sixth).pk,
        "report_id": women.pk,
        "sequence": 1,
        "attachment_id": attachment.pk,
        "file_id": attachment.file_id,
        "open_report_id": Report.objects.get(status="draft").pk,
        "returned_report_id": Report.objects.get(status="returned").pk,
        "waiting_report_id": Report.objects.get(status="submitted").pk,
        "pk": Consolidation.objects.get().pk,
        **of_due_days(sixth, office=_acting("vanphong"), women=_acting("phunu"), operator=_acting("quantri")),
    }


def _acting(username: str) -> ActingMember:
    return member_by_id(Membership.objects.filter(person__user__username=username).order_by("pk")[0].pk)


def _clause(edition: Edition, path: str) -> Clause:
    return edition.clauses.filter(path=path).order_by("order")[0]


def _paper(office: ActingMember) -> Draft:
    """A paper under review."""
    draft, _ = drafting.read_file(
        content=PAPER.encode(),
        name="Văn bản đang đọc.txt",
        media_type="text/plain",
        by=office,
        at=clock.now(),
    )
    return draft


def _reading(office: ActingMember) -> Reading:
    """A photograph waiting for the worker."""
    photo = intake.Incoming(content=scan_of("Trang 1"), name="trang-1.png", media_type="image/png")
    put = intake.put_in(papers=[photo], by=office, at=clock.now())
    assert put.reading is not None
    return put.reading


def _draft_edition(lead: Body) -> Edition:
    """A programme of the committee not yet sent for signature."""
    name = "Phối hợp giữ gìn vệ sinh môi trường xã Lam Sơn"
    parties = [lead, Body.objects.get(area=lead.area, kind=BodyKind.FRONT_COMMITTEE)]
    edition = programmes.edition(lead=lead, parties=parties)
    Programme.objects.filter(pk=edition.programme_id).update(name=name, is_sample=True)
    Edition.objects.filter(pk=edition.pk).update(title=name.upper(), is_sample=True)
    return edition


def _of_consultation(unsigned: Edition, office: ActingMember) -> Objects:
    """A draft nobody signed, in a round the committee opened, with a comment of the Front."""
    given = lifecycle.open_consultation(
        edition=unsigned, due_on=clock.today(), note="", by=office, at=clock.now()
    )
    said = lifecycle.comment(
        consultation=given, clause=None, text="Nên ngắn hơn", by=_acting("canbomattran"), at=clock.now()
    )
    return {
        "unsigned_programme_id": unsigned.programme_id,
        "unsigned_clause_id": _clause(unsigned, "II.1").pk,
        "consultation_id": given.pk,
        "comment_id": said.pk,
    }


def _of_signing(committee: Body, office: ActingMember) -> Objects:
    """A text that waits for signatures, with the chair's link for the signing software."""
    edition = _draft_edition(committee)
    lifecycle.open_for_signature(edition=edition, by=office, at=clock.now())
    edition.refresh_from_db()
    link = ask_link(
        edition=edition, party=edition.parties.get(body=committee), version=edition.version,
        content=SignatureContent(committee.pk, position="Chủ tịch"), by=_acting("chutich"), at=clock.now(),
    )  # fmt: skip
    return {"signing_programme_id": edition.programme_id, "key": str(link.key), "seal_id": 0}


def _review(edition: Edition, office: ActingMember) -> Review:
    """A sơ kết of the year so far."""
    period = Period(clock.today().replace(month=1, day=1), clock.today())
    return lifecycle.begin_review(
        programme=edition.programme, kind=ReviewKind.INTERIM, period=period, by=office, at=clock.now()
    )


def _missing(edition: Edition) -> Obligation:
    """A report nobody has begun."""
    return Obligation.objects.filter(edition=edition, report=None, duty__kind="report").order_by("due_on")[0]


def _task(office: ActingMember) -> Task:
    """A task of the office still to be done."""
    return Task.objects.filter(person=office.person_id, status="planned")[0]


def _notice(office: ActingMember) -> Notice:
    return Notice.objects.filter(person=office.person_id).order_by("pk")[0]
