"""The pages of a programme's editions: start, compare, the document, errata, withdrawal."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from phoihop.core.errors import Refused
from phoihop.lifecycle import actions
from phoihop.lifecycle.papers import Annexes, template_of
from phoihop.lifecycle.papers.amending import difference_paper, edition_paper
from phoihop.lifecycle.queries.differences import difference_of
from phoihop.programmes import actions as programmes
from phoihop.programmes.content import ErratumContent
from phoihop.programmes.models import Edition, Erratum
from phoihop.programmes.queries import current_edition
from phoihop.programmes.statuses import EditionKind, EditionStatus
from phoihop.reports.models import Obligation
from phoihop.targets.actions import change_target
from phoihop.writing.checks import faults
from phoihop.writing.word import write_docx
from tests.lifecycle.amendments import (
    AMENDED,
    World,
    at,
    clause_of,
    signed,
    started,
    target_of,
    terms,
    world,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def w() -> World:
    return world()


def changed(w: World, **fields: object) -> Edition:
    """An amendment with one clause reworded, one added, one target raised."""
    made = started(w, **fields)
    programmes.change_clause(
        clause=clause_of(made, "II.1"), text="1. Công tác tuyên truyền pháp luật", version=1, by=w.member(),
        at=at(AMENDED),
    )  # fmt: skip
    programmes.add_clause(
        edition=made, parent=clause_of(made, "II"), label="3", text="3. Chuyển đổi số", version=2,
        by=w.member(), at=at(AMENDED),
    )  # fmt: skip
    target = target_of(made)
    change_target(
        target=target, spec=replace(target.spec, value=Decimal(60)), contributions=[], by=w.member(),
        at=at(AMENDED),
    )  # fmt: skip
    made.refresh_from_db()
    return made


def test_the_difference_names_every_change_once(w: World) -> None:
    found = difference_of(w.first, changed(w), on=AMENDED)
    shown = found.only_changes()
    assert [(row.clause.path, row.words) for row in shown.clauses] == [
        ("II.1", "sửa đổi"),
        ("II.3", "bổ sung"),
    ]
    fields = [(f.label, f.before, f.after) for f in shown.targets[0].fields]
    assert ("Mức phải đạt", "từ 40 hộ trở lên", "từ 60 hộ trở lên") in fields
    assert (shown.duties, shown.roles) == ([], [])
    assert found.count == 3


def test_comparing_costs_the_same_for_more_clauses(w: World, django_assert_num_queries) -> None:
    made = started(w)
    with django_assert_num_queries(7):
        difference_of(w.first, made, on=AMENDED)
    for number in range(6):
        programmes.add_clause(
            edition=made, parent=clause_of(made, "II"), label=str(number + 3), text=f"{number + 3}. Mục mới",
            version=number + 1, by=w.member(), at=at(AMENDED),
        )  # fmt: skip
    with django_assert_num_queries(7):
        difference_of(w.first, made, on=AMENDED)


@pytest.mark.parametrize("kind", [EditionKind.SUPPLEMENT_AMEND, EditionKind.REPLACE])
def test_the_document_of_an_amendment_keeps_the_rules_of_the_format(w: World, kind: EditionKind) -> None:
    made = signed(w, changed(w, terms=terms(kind=kind)))
    actions.give_number(
        edition=made, symbol="CTrPH-UBND-MTTQ", issued_on=AMENDED, first_number=9, by=w.member(role="clerk"),
        at=at(AMENDED),
    )  # fmt: skip
    made.refresh_from_db()
    paper = edition_paper(made, annexes=Annexes(), today=AMENDED)
    template = template_of(made, today=AMENDED)
    content = write_docx(paper, template=template)
    assert faults(content, template=template, is_sample=False) == []
    words = "\n".join(getattr(block, "text", "") for block in paper.blocks)
    if kind == EditionKind.REPLACE:
        assert "Giảm nghèo" in words
    else:
        assert paper.abstract.startswith("sửa đổi, bổ sung một số nội dung của Chương trình phối hợp số 05/")
        assert "Sửa đổi mục II.1 như sau:" in words
        assert "“1. Công tác tuyên truyền pháp luật”" in words
        assert "Bổ sung mục II.3 như sau:" in words
        assert "Giảm nghèo" not in words


def test_the_table_of_differences_keeps_the_rules_too(w: World) -> None:
    made = changed(w)
    paper = difference_paper(w.first, made, only_changes=True, today=AMENDED)
    template = template_of(made, today=AMENDED)
    found = faults(write_docx(paper, template=template), template=template, is_sample=False)
    assert {fault.rule for fault in found} <= {"parts_present", "signer_name"}


def test_an_erratum_stands_beside_the_text_and_is_taken_back_by_another_row(w: World) -> None:
    content = ErratumContent(
        "12/CV-UBND", date(2026, 3, 1), "Giảm nghèo", "Giảm nghèo bền vững", clause_of(w.first, "II.2").pk
    )
    made = actions.add_erratum(edition=w.first, content=content, by=w.member(), at=at(AMENDED))
    again = actions.add_erratum(edition=w.first, content=content, by=w.member(), at=at(AMENDED))
    assert made == again
    assert clause_of(w.first, "II.2").text == "2. Giảm nghèo"
    wrong = replace(content, wrong="Chữ không có")
    with pytest.raises(Refused, match="không có những chữ này"):
        actions.add_erratum(edition=w.first, content=wrong, by=w.member(), at=at(AMENDED))
    actions.take_back_erratum(erratum=made, reason="Nhầm mục", by=w.member(), at=at(AMENDED))
    assert Erratum.objects.count() == 2


def test_a_withdrawal_ends_what_is_to_come_and_comes_back_whole(w: World) -> None:
    def owed() -> list[date]:
        rows = Obligation.objects.filter(programme=w.programme, ended_on=None)
        return sorted(rows.values_list("due_on", flat=True))

    before = owed()
    row = actions.withdraw_edition(
        edition=w.first, on=AMENDED, document="Quyết định số 12/QĐ-UBND", reason="Sai thẩm quyền",
        by=w.member(), at=at(AMENDED),
    )  # fmt: skip
    assert row.status == EditionStatus.WITHDRAWN
    assert owed() == [day for day in before if day < AMENDED]
    actions.undo_withdrawal(edition=row, reason="Nhầm", by=w.member(), at=at(AMENDED))
    assert owed() == before
    assert current_edition(w.programme).status == EditionStatus.IN_FORCE


def test_an_amendment_under_way_is_settled_before_a_withdrawal(w: World) -> None:
    started(w)
    with pytest.raises(Refused, match="soạn dở"):
        actions.withdraw_edition(
            edition=w.first, on=AMENDED, document="QĐ 12", reason="Sai", by=w.member(), at=at(AMENDED)
        )
