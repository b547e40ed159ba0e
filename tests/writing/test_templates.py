"""The formats: each writes files that keep its own rules, and another's rules see the difference."""

from dataclasses import replace
from datetime import date

import pytest

from phoihop.writing.checks import faults
from phoihop.writing.document import StateDocument
from phoihop.writing.pdf import write_pdf
from phoihop.writing.templates import (
    FRONT,
    PARTY_36,
    PARTY_2026,
    STATE_ND30,
    TEMPLATES,
    Part,
    Template,
    template_on,
)
from phoihop.writing.word import write_docx
from tests.writing.test_pages import compare_with_kept, texts_of
from tests.writing.test_pdf import opened


@pytest.fixture
def party_programme(quarterly_report: StateDocument) -> StateDocument:
    """A Party committee's action programme; every name is invented."""
    return replace(
        quarterly_report,
        superior_body="Đảng bộ tỉnh Thanh Hóa",
        issuing_body=("Đảng ủy xã Lam Sơn",),
        issuer_name="Đảng ủy xã Lam Sơn",
        symbol="CTr/ĐU",
        kind="Chương trình",
        abstract="Hành động thực hiện công tác dân vận năm 2026",
        addressees=(),
        blocks=quarterly_report.blocks[:4],
        annexes=(),
        signatures=(
            replace(quarterly_report.signatures[0], authority=("TM. Ban Thường vụ",), principal="Bí thư"),
        ),
        archive="Văn phòng Đảng ủy",
    )


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.code)
def test_a_record_says_its_days_and_its_source(template: Template) -> None:
    assert template.source
    assert template.valid_until is None or template.valid_until >= template.valid_from
    assert set(template.looks) == set(Part)


@pytest.mark.parametrize("template", [PARTY_2026, PARTY_36], ids=lambda template: template.code)
def test_a_party_document_keeps_the_party_rules(party_programme: StateDocument, template: Template) -> None:
    content = write_docx(party_programme, template=template)
    assert faults(content, template=template, is_sample=True) == []


def test_a_front_document_keeps_the_national_name(quarterly_report: StateDocument) -> None:
    content = write_docx(quarterly_report, template=FRONT)
    assert faults(content, template=FRONT, is_sample=True) == []


def test_the_formats_are_told_apart(party_programme: StateDocument) -> None:
    party = write_docx(party_programme, template=PARTY_2026)
    state = write_docx(party_programme, template=STATE_ND30)
    expected = {"parts_present", "national_words", "number_line", "ending", "capacity", "legal_bases"}
    assert {f.rule for f in faults(party, template=STATE_ND30, is_sample=True)} >= expected - {"legal_bases"}
    assert {f.rule for f in faults(state, template=PARTY_2026, is_sample=True)} >= expected - {
        "parts_present"
    }


def test_a_party_document_says_its_number_and_capacities_its_own_way(party_programme: StateDocument) -> None:
    pages = texts_of(opened(write_pdf(party_programme, template=PARTY_2026)))
    text = "\n".join(pages)
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in pages[0]
    assert "CỘNG HÒA XÃ HỘI" not in text
    assert "Số 05-CTr/ĐU" in pages[0]
    assert "T/M BAN THƯỜNG VỤ" in text
    assert "K/T BÍ THƯ" in text
    assert "./." not in text


def test_a_party_document_looks_as_kept(party_programme: StateDocument) -> None:
    compare_with_kept(opened(write_pdf(party_programme, template=PARTY_2026)), name="pdf-party")


@pytest.mark.parametrize(
    ("code", "day", "template"),
    [
        ("state_nd30", date(2020, 3, 5), STATE_ND30),
        ("front", date(2013, 4, 8), FRONT),
        ("party_36", date(2026, 5, 26), PARTY_36),
        ("party_2026", date(2026, 5, 27), PARTY_2026),
    ],
)
def test_a_format_holds_from_its_first_to_its_last_day(code: str, day: date, template: Template) -> None:
    assert template_on(day, code=code) is template


@pytest.mark.parametrize(
    ("code", "day"), [("party_36", date(2026, 5, 27)), ("party_2026", date(2026, 5, 26))]
)
def test_a_format_does_not_hold_on_other_days(code: str, day: date) -> None:
    with pytest.raises(KeyError):
        template_on(day, code=code)
