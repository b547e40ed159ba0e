"""The sample as a whole: one load serves every test here (it takes a quarter of a minute)."""

from datetime import date
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.models import F

from phoihop.core import clock
from phoihop.core.errors import Refused
from phoihop.core.models import Sampled
from phoihop.lifecycle.models import ProgrammeSuccession
from phoihop.lifecycle.papers import Annexes, programme_paper
from phoihop.organisations.models import AreaVersion, Body
from phoihop.organisations.places.loading import load
from phoihop.people.models import Person, User
from phoihop.plans.models import Task
from phoihop.programmes.models import Edition, Heir, Programme
from phoihop.programmes.statuses import EditionStatus
from phoihop.reading import read_bytes, read_text
from phoihop.reports.models import Consolidation, Report
from phoihop.sample.accounts import listing
from phoihop.sample.living import Obligation
from phoihop.sample.loading import load_sample
from phoihop.sample.removing import real_rows, remove_sample, sampled_models
from phoihop.sample.sixth import period_of
from phoihop.targets.models import Figure, Target
from phoihop.writing.checks import faults
from phoihop.writing.word import write_docx


@pytest.fixture(scope="module")
def sample(django_db_setup, django_db_blocker):
    """The whole sample, loaded once for this file and rolled back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        load()
        load_sample(at=clock.now(), say=lambda line: None)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def rows(sample, db):
    """Each test sees the loaded sample and leaves it as it was."""


pytestmark = pytest.mark.usefixtures("rows")


def test_the_five_papers_stand_under_their_own_numbers():
    recorded = _papers().order_by("programme__name")
    assert recorded.count() == 5
    assert [e.number_text for e in recorded if e.number_text] == ["1995/CTrPH-UBND-UB.MTTQ"]


@pytest.mark.parametrize(
    ("place", "count"),
    [("Bỉm Sơn", 19), ("Đức Cơ", 4), ("thị trấn Lam Sơn", 25), ("Quảng Nam", 0), ("Tam Kỳ", 27)],
)
def test_every_target_of_the_five_stands(place, count):
    programme = Programme.objects.get(name__contains=place)
    assert Target.objects.filter(edition__programme=programme).count() == count


def test_the_ten_enterprises_of_lam_son_are_shared_out():
    target = Target.objects.get(
        edition__programme__name__contains="thị trấn Lam Sơn", value=10, unit="doanh nghiệp"
    )
    assert sorted(c.value for c in target.contributions.all()) == [1, 1, 1, 1, 6]


def test_printed_signers_stay_in_the_texts_and_are_nobody_here():
    names = {s.name for e in _papers() for s in _signatures(e) if s.name}
    assert len(names) == 21
    assert not Person.objects.filter(full_name__in=names).exists()


def _papers():
    """The real ones: made-up texts of the sample were never on paper."""
    return Edition.objects.filter(origin="recorded").exclude(source_text="")


def _signatures(edition):
    return [party.signature for party in edition.parties.select_related("signature")]


def test_the_sixth_is_signed_by_six_and_numbered():
    sixth = Edition.objects.get(origin="signed_here")
    assert sixth.status == EditionStatus.IN_FORCE
    assert sixth.number_text == "04/CTrPH-UBND-MTTQ"
    assert sixth.parties.count() == 6


def test_the_bodies_of_ended_places_are_followed_by_todays():
    town = AreaVersion.objects.get(name="Bỉm Sơn", kind="town").area
    committee = Body.objects.get(area=town, kind="peoples_committee")
    heirs = {
        link.to_body.names.get().short_name for link in committee.successor_links.select_related("to_body")
    }
    assert heirs == {"UBND phường Bỉm Sơn", "UBND phường Quang Trung"}


def test_programmes_that_were_running_were_closed_or_carried_on():
    rows = ProgrammeSuccession.objects.order_by("programme__name").values_list(
        "programme__lead__area__level", "outcome"
    )
    assert sorted(rows) == [
        ("commune", "transferred"),
        ("district", "closed"),
        ("district", "split"),
        ("province", "transferred"),
    ]


def test_the_three_that_were_running_went_to_their_real_successors():
    rows = Heir.objects.filter(body__kind="front_committee").select_related("heir")
    front = "Ủy ban MTTQ Việt Nam "
    names = {row.heir.names.get().short_name.removeprefix(front) for row in rows}
    wards = {f"phường {name}" for name in ("Tam Kỳ", "Bàn Thạch", "Hương Trà", "Quảng Phú")}
    assert names == wards | {"xã Lam Sơn", "thành phố Đà Nẵng"}


def test_nothing_is_owed_by_a_body_that_no_longer_exists():
    open_rows = Obligation.objects.filter(ended_on=None, body__valid_to__lt=F("due_on"))
    assert not open_rows.exists()
    assert not Task.objects.open().filter(body__valid_to__lt=F("due_on")).exists()
    assert Obligation.objects.exclude(inherited_from=None).exists()


def test_there_are_reports_in_time_late_returned_open_and_missing():
    statuses = set(Report.objects.values_list("status", flat=True))
    assert {"accepted", "returned", "submitted", "draft"} <= statuses
    late = [r for r in Report.objects.exclude(submitted_at=None).select_related("obligation")
            if clock.day_of(r.submitted_at) > r.obligation.due_on]  # fmt: skip
    assert late
    missing = Obligation.objects.filter(report=None, due_on__lt=clock.today(), edition__origin="signed_here")
    assert missing.exists()


def test_a_returned_report_was_mended_and_accepted():
    mended = Report.objects.filter(status="accepted", rounds__sequence=2)
    assert mended.exists()


def test_the_closed_quarter_names_who_is_missing():
    closed = Consolidation.objects.get()
    assert closed.due_count == 5
    assert closed.received_count == 3
    assert len(closed.gaps) == 2


def test_figures_are_there_with_evidence_and_a_true_zero():
    assert Figure.objects.filter(state="zero").exists()
    assert Figure.objects.exclude(evidence=None).exists()


def test_every_row_is_marked_as_sample():
    assert real_rows() == []


def test_no_account_bears_the_name_of_a_real_signer():
    assert len({username for username, _, _ in listing()}) == len(listing())


def test_loading_again_is_refused():
    with pytest.raises(Refused):
        load_sample(at=clock.now(), say=lambda line: None)


def test_removing_leaves_no_sample_row_anywhere():
    with transaction.atomic():
        remove_sample()
        left = [m._meta.label for m in sampled_models() if m._default_manager.filter(is_sample=True).exists()]
        events = [m._meta.label for m in apps.get_models() if _is_sample_event(m)]
        transaction.set_rollback(True)
    assert left == []
    assert events == []


def _is_sample_event(model):
    tracked = getattr(model, "pgh_tracked_model", None)
    if tracked is None or not issubclass(tracked, Sampled):
        return False
    return model._default_manager.filter(is_sample=True).exists()


def test_a_reset_is_refused_beside_one_real_row():
    person = Person.objects.create(full_name="Người thật")
    with pytest.raises(CommandError, match="1 người"):
        call_command("reset_sample")
    person.delete()


def test_a_real_row_resting_on_the_sample_stops_the_removal():
    programme = Programme.objects.filter(is_sample=True).first()
    Programme.objects.filter(pk=programme.pk).update(is_sample=False)
    with pytest.raises(Refused, match="chưa xóa gì"), transaction.atomic():
        remove_sample()
    assert Person.objects.filter(is_sample=True).exists()


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [
        (date(2026, 11, 21), date(2026, 1, 1), date(2026, 12, 31)),
        (date(2027, 1, 5), date(2026, 1, 1), date(2027, 12, 31)),
        (date(2026, 7, 1), date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_the_sixth_has_half_a_year_behind_it_on_any_day(today, first, last):
    assert period_of(today) == (first, last)


def test_the_command_leaves_an_administrator_to_begin_with(monkeypatch):
    monkeypatch.setenv("PHOIHOP_ADMIN_PASSWORD", "mat-khau-dau-tien-2026")
    with transaction.atomic():
        call_command("remove_sample", stdout=StringIO())
        names = list(User.objects.values_list("username", flat=True))
        transaction.set_rollback(True)
    assert names == ["quantri"]


@pytest.mark.parametrize("place", ["Bỉm Sơn", "Đức Cơ", "thị trấn Lam Sơn", "Quảng Nam", "Tam Kỳ"])
def test_a_programme_written_as_word_reads_as_it_was(place):
    edition = Edition.objects.get(programme__name__contains=place, origin="recorded")
    written = write_docx(programme_paper(edition, annexes=Annexes(), today=clock.today()))
    before, after = read_text(edition.source_text), read_bytes(written, name="chuong-trinh.docx")
    assert faults(written, is_sample=True) == []
    assert [(c.path, c.heading) for c in after.clauses] == [(c.path, c.heading) for c in before.clauses]
    assert [(b.kind, b.number, b.date) for b in after.legal_bases] == [
        (b.kind, b.number, b.date) for b in before.legal_bases
    ]
    assert len(after.signatories) == len(before.signatories)
    for kind in ("targets", "assignments", "duties"):
        known = [_said(row) for row in getattr(before, kind)]
        missed = [row for row in known if row not in [_said(found) for found in getattr(after, kind)]]
        assert len(missed) <= len(known) * 0.03, missed


def _said(row):
    """What a fact says, wherever it stands."""
    names = ("clause", "value", "unit", "comparator", "party", "role", "kind", "frequency", "due")
    return [getattr(row, name, None) for name in names]
