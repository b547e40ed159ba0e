"""What is wrong with a paper under review: found, passed over with a reason, found anew after changes."""

import io
import json
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from docx import Document

from phoihop.core.errors import Refused
from phoihop.core.workflow import MoveNotAllowed
from phoihop.drafting import actions
from phoihop.drafting.database_places import PlacesOfDatabase
from phoihop.drafting.known_places import KIND_WORDS, KnownPlaces, NamedStay
from phoihop.drafting.models import FindingDecision
from phoihop.drafting.rechecking import draft_as_left
from phoihop.drafting.statuses import FactKind, FindingStatus, FindingWeight
from phoihop.organisations.models import AreaKind, Level
from phoihop.people.models import Person
from phoihop.reading import read_text
from phoihop.reading.checks import Severity, findings_of
from tests.accounts.factories import client_as, member
from tests.drafting.factories import AT, PAPER, an_binh
from tests.drafting.factories import draft as read_draft
from tests.organisations.factories import commune

pytestmark = pytest.mark.django_db


@pytest.fixture
def place():
    return an_binh()


@pytest.fixture
def draft(place):
    return read_draft(place.officer)


def codes(draft):
    return list(draft.findings.standing().order_by("order").values_list("code", flat=True))


def finding(draft, code):
    return draft.findings.get(code=code)


def url(name, *args):
    return reverse(f"drafting:{name}", args=args)


def test_a_draft_is_checked_when_it_is_made(draft):
    read = findings_of(read_text(PAPER))
    assert codes(draft) == [one.code for one in read]
    assert {"no_recipients", "not_stated", "target_without_owner"} <= set(codes(draft))


def test_a_draft_as_nobody_changed_it_is_the_draft_as_read(draft):
    read, left = read_text(PAPER), draft_as_left(draft)
    assert left.header == read.header
    assert [t.parties for t in left.targets] == [t.parties for t in read.targets]
    assert [(t.comparator, t.value) for t in left.targets] == [(t.comparator, t.value) for t in read.targets]
    assert [(d.senders, d.receivers, d.due) for d in left.duties] == [
        (d.senders, d.receivers, d.due) for d in read.duties
    ]
    assert [c.span for c in left.clauses] == [c.span for c in read.clauses]
    assert [s.party for s in left.signatories] == [s.party for s in read.signatories]


def edit(draft, place, fact, **values):
    return actions.edit_fact(
        fact=fact, values={**fact.values, **values}, version=fact.version, by=place.officer, at=AT
    )


def test_an_edit_that_mends_the_fault_ends_the_finding(place, draft):
    ownerless = next(f for f in draft.facts.filter(kind=FactKind.TARGET) if not f.values["parties"])
    assert "target_without_owner" in codes(draft)
    edit(draft, place, ownerless, parties=["UBND"])
    assert "target_without_owner" not in codes(draft)
    actions.undo(draft=draft, by=place.officer, at=AT)
    assert "target_without_owner" in codes(draft)


def test_an_edit_that_makes_a_fault_is_found(place, draft):
    target = draft.facts.filter(kind=FactKind.TARGET).last()
    edit(draft, place, target, due="2030")
    assert "deadline_outside_period" in codes(draft)


def test_leaving_a_fact_out_checks_anew_and_accepting_does_not(place, draft, django_assert_max_num_queries):
    ownerless = next(f for f in draft.facts.filter(kind=FactKind.TARGET) if not f.values["parties"])
    with django_assert_max_num_queries(12):
        actions.decide(draft=draft, facts=[ownerless.pk], verb="accept", by=place.officer, at=AT)
    assert "target_without_owner" in codes(draft)
    actions.decide(draft=draft, facts=[ownerless.pk], verb="reject", by=place.officer, at=AT)
    assert "target_without_owner" not in codes(draft)


def test_what_was_passed_over_stays_so_when_it_comes_back(place, draft):
    row = finding(draft, "target_without_owner")
    actions.dismiss(finding=row, reason="Giao chung ở hội nghị", by=place.officer, at=AT)
    ownerless = next(f for f in draft.facts.filter(kind=FactKind.TARGET) if not f.values["parties"])
    edit(draft, place, ownerless, parties=["UBND"])
    assert not draft.findings.standing().filter(pk=row.pk).exists()
    actions.undo(draft=draft, by=place.officer, at=AT)
    assert draft.findings.standing().get(pk=row.pk).status == FindingStatus.DISMISSED


def test_passing_over_needs_a_reason_and_keeps_who_and_when(place, draft):
    row = finding(draft, "no_recipients")
    with pytest.raises(Refused, match="lý do"):
        actions.dismiss(finding=row, reason="  ", by=place.officer, at=AT)
    actions.dismiss(finding=row, reason="Bản trích", by=place.officer, at=AT)
    kept = FindingDecision.objects.get(finding=row)
    assert (kept.verb, kept.note, kept.by_person_id, kept.at) == (
        "dismiss",
        "Bản trích",
        place.officer.person_id,
        AT,
    )
    with pytest.raises(MoveNotAllowed):
        actions.dismiss(finding=row, reason="Lần nữa", by=place.officer, at=AT)


def test_a_dismissal_can_be_taken_back_and_stays_in_the_history(place, draft):
    row = finding(draft, "no_recipients")
    actions.dismiss(finding=row, reason="Bản trích", by=place.officer, at=AT)
    assert actions.take_up(finding=row, by=place.officer, at=AT).status == FindingStatus.OPEN
    assert [d.verb for d in row.decisions.order_by("id")] == ["dismiss", "take_up"]


def test_only_reviewers_of_the_body_pass_over(place, draft):
    row = finding(draft, "no_recipients")
    for other in (member(body=place.front, role="officer"), member(body=place.committee, role="viewer")):
        with pytest.raises(PermissionDenied):
            actions.dismiss(finding=row, reason="Không phải việc của tôi", by=other, at=AT)
        with pytest.raises(PermissionDenied):
            actions.check_again(draft=draft, by=other)


def test_the_page_lists_by_weight_and_leads_to_the_words(place, draft):
    page = client_as(place.officer).get(url("findings", draft.pk)).content.decode()
    row = finding(draft, "target_without_owner")
    assert page.index("Lỗi (") < page.index("Cần xem (") < page.index("Gợi ý (")
    assert f'id="d{row.pk}"' in page
    assert f'href="#d{row.pk}"' in page
    assert 'href="#c1"' in page
    assert 'id="c1"' in page
    assert "chưa kiểm tra" in page
    assert "còn hiệu lực" not in page


def test_passing_over_and_taking_back_by_the_forms_of_the_page(place, draft):
    client, row = client_as(place.officer), finding(draft, "no_recipients")
    client.post(url("dismiss_finding", draft.pk, row.pk), {"reason": "Bản trích"})
    page = client.get(url("findings", draft.pk)).content.decode()
    assert "Bản trích" in page
    assert Person.objects.get(pk=place.officer.person_id).full_name in page
    answer = client.post(url("take_up_finding", draft.pk, row.pk))
    assert answer.headers["Location"].endswith(f"#d{row.pk}")
    assert "Bản trích" not in client.get(url("findings", draft.pk)).content.decode()


def test_the_review_page_says_how_many_wait(place, draft):
    page = client_as(place.officer).get(url("review", draft.pk)).content.decode()
    assert url("findings", draft.pk) in page
    assert "cần xem</span>" in page


def test_the_paper_for_the_clerk_names_findings_reasons_and_bases(place, draft):
    actions.dismiss(finding=finding(draft, "no_recipients"), reason="Bản trích", by=place.officer, at=AT)
    answer = client_as(place.officer).get(url("findings_word", draft.pk))
    document = Document(io.BytesIO(answer.content))
    cells = " ".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    words = " ".join(paragraph.text for paragraph in document.paragraphs)
    assert "không ghi bên nào chịu trách nhiệm" in cells
    assert "Bản trích" in words
    assert "chưa kiểm tra" in words
    assert "PHIẾU SOÁT VĂN BẢN" in words.upper()


def test_a_draft_of_before_is_checked_at_a_press(place, draft):
    draft.findings.all().delete()
    client_as(place.officer).post(url("check_again", draft.pk))
    assert "no_recipients" in codes(draft)


def test_findings_cost_the_same_for_a_longer_paper(place, draft, django_assert_max_num_queries):
    more = "".join(f"{n}. Vận động 1{n}0% hộ nghèo dùng nước sạch.\n" for n in range(4, 30))
    other = read_draft(place.officer, PAPER.replace("III. TỔ CHỨC", more + "III. TỔ CHỨC"))
    counts = []
    for row in (draft, other):
        with django_assert_max_num_queries(35) as captured:
            client_as(place.officer).get(url("findings", row.pk))
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_weights_and_kinds_of_places_are_those_of_their_owners():
    assert {(w.value, w.label) for w in FindingWeight} == {(s.value, s.label) for s in Severity}
    others = {AreaKind.NATION, *(k for k in AreaKind if k not in KIND_WORDS)}
    assert {kind: AreaKind(kind).label for kind in KIND_WORDS if kind != "municipality"} == {
        kind: words for kind, words in KIND_WORDS.items() if kind != "municipality"
    }
    assert not others & set(KIND_WORDS)
    assert Level.COMMUNE


def test_places_of_the_database_answer_with_their_days_in_two_queries(django_assert_num_queries):
    commune("Hòa Bình", valid_from=date(2025, 7, 1))
    with django_assert_num_queries(2):
        stays = PlacesOfDatabase().stays(["xã hòa bình", "xã không có"])
    assert {name: [stay.valid_from for stay in rows] for name, rows in stays.items()} == {
        "xã hòa bình": [date(2025, 7, 1)]
    }


def test_names_are_found_wherever_the_tone_stands():
    known = KnownPlaces([NamedStay("rural_commune", "Hoá Quỳ", None, None)])
    assert list(known.stays(["xã hóa quỳ"])) == ["xã hóa quỳ"]


def test_spans_are_kept_as_the_checks_gave_them(draft):
    for row in draft.findings.all():
        assert json.loads(json.dumps(row.spans)) == row.spans
        for start, end in row.spans:
            assert 0 <= start < end <= len(draft.text)


def test_a_draft_of_a_version_without_checks_says_so_until_it_is_checked(place, draft):
    officer = client_as(place.officer)
    draft.findings.all().delete()
    draft.reader_version = "1"
    draft.save(update_fields=["reader_version"])
    assert "chưa soát" in officer.get(url("review", draft.pk)).content.decode()
    actions.check_again(draft=draft, by=place.officer)
    assert "chưa soát" not in officer.get(url("review", draft.pk)).content.decode()
