"""A programme as a document: who issues it, what it says, and that reading it gives it back."""

from dataclasses import replace
from datetime import date

import pytest

from phoihop.lifecycle.papers import Annexes, programme_paper, template_of
from phoihop.organisations.models import BodyKind
from phoihop.programmes.content import LegalBasisContent, RecipientContent
from phoihop.programmes.models import Edition
from phoihop.programmes.models.editions import ProgrammeKind
from phoihop.reading import read_bytes
from phoihop.writing.checks import faults
from phoihop.writing.document import Capacity, Heading, Paragraph, Point, StateDocument
from phoihop.writing.word import write_docx
from tests.programmes import factories

pytestmark = pytest.mark.django_db
TODAY = date(2026, 12, 10)
ALL = Annexes(targets=True, roles=True, sheet=True)
_KINDS = (
    (BodyKind.PEOPLES_COMMITTEE, "Ủy ban nhân dân", "UBND"),
    (BodyKind.FRONT_COMMITTEE, "Ủy ban MTTQ Việt Nam", "MTTQ"),
    (BodyKind.WOMENS_UNION, "Hội Liên hiệp Phụ nữ", "HPN"),
    (BodyKind.FARMERS_UNION, "Hội Nông dân", "HND"),
    (BodyKind.VETERANS_ASSOCIATION, "Hội Cựu chiến binh", "CCB"),
    (BodyKind.YOUTH_UNION, "Đoàn TNCS Hồ Chí Minh", "ĐTN"),
    (BodyKind.LABOUR_FEDERATION, "Công đoàn", "CĐ"),
)
CLAUSES = [
    ("I", None, "I. MỤC ĐÍCH, YÊU CẦU", True),
    ("I.-", "I", "- Tạo sự thống nhất giữa các bên trong tổ chức thực hiện.", False),
    ("II", None, "II. NỘI DUNG PHỐI HỢP", True),
    ("II.1", "II", "1. Công tác giảm nghèo\nỦy ban nhân dân xã chủ trì, phối hợp với Ủy ban MTTQ xã.", True),
    ("II.1.a", "II.1", "a) Phấn đấu năm 2026 giảm ít nhất 25 hộ nghèo;", False),
    ("II.1.b", "II.1", "b) 100% hộ nghèo được thăm hỏi, tặng quà.", False),
    ("III", None, "III. TỔ CHỨC THỰC HIỆN", True),
    ("III.1", "III", "1. Trong quá trình thực hiện, các bên trao đổi để sửa đổi cho phù hợp./.", False),
]


def edition_of(count: int, **fields: object) -> Edition:
    """A draft that `count` bodies of xã Lam Sơn sign, with its text."""
    area = factories.place("Lam Sơn")
    parties = [
        factories.body(kind, area, name=f"{name} xã Lam Sơn", symbol_of=symbol)
        for kind, name, symbol in _KINDS[:count]
    ]
    clauses = [
        replace(
            factories.clause_content(ref, text, parent=parent, is_heading=is_heading),
            label=ref.rpartition(".")[2] if not ref.endswith("-") else "-",
        )
        for ref, parent, text, is_heading in CLAUSES
    ]
    values: dict[str, object] = {
        "clauses": clauses,
        "legal_bases": [LegalBasisContent("Luật Mặt trận Tổ quốc Việt Nam năm 2015", "law")],
        "recipients": [RecipientContent("Thường trực Đảng ủy xã", "b/c"), RecipientContent("Lưu: VT, VP")],
        "title": "Chương trình phối hợp giữa các bên xã Lam Sơn năm 2026",
    }
    return factories.edition(lead=parties[0], parties=parties, **(values | fields))


def paper_of(edition: Edition, annexes: Annexes | None = None) -> StateDocument:
    return programme_paper(edition, annexes=annexes or Annexes(), today=TODAY)


def test_one_issuer_stands_alone_in_the_head() -> None:
    paper = paper_of(edition_of(1))
    assert paper.issuing_body == ("Ủy ban nhân dân", "xã Lam Sơn")
    assert len(paper.signatures) == 1


def test_two_parties_share_one_head_and_one_number() -> None:
    paper = paper_of(edition_of(2))
    assert paper.issuing_body == ("Ủy ban nhân dân - Ủy ban MTTQ Việt Nam", "xã Lam Sơn")
    assert paper.issuer_name == "Ủy ban nhân dân và Ủy ban MTTQ Việt Nam xã Lam Sơn"
    assert paper.symbol == "CTrPH-UBND-MTTQ"
    assert paper.number is None


def test_of_many_parties_the_organisations_stand_together() -> None:
    paper = paper_of(edition_of(7))
    assert paper.issuing_body[0].endswith("- các tổ chức chính trị - xã hội")
    assert len(paper.signatures) == 7


def test_a_third_organisation_keeps_its_own_name() -> None:
    assert paper_of(edition_of(3)).issuing_body[0].endswith("- Hội Liên hiệp Phụ nữ")


@pytest.mark.parametrize("count", [1, 2, 3, 6, 7])
def test_the_file_keeps_every_rule_of_its_format(count: int) -> None:
    edition = edition_of(count)
    for party in edition.parties.select_related("body"):
        factories.member(party.body, "leader")
    assert faults(write_docx(paper_of(edition, ALL))) == []


def test_a_place_without_a_known_signer_is_named_as_a_fault() -> None:
    assert {fault.rule for fault in faults(write_docx(paper_of(edition_of(2))))} == {
        "parts_present",
        "signer_name",
    }


def test_the_type_stands_apart_from_what_it_is_about() -> None:
    paper = paper_of(edition_of(2))
    assert paper.kind == "Chương trình phối hợp"
    assert paper.abstract == "giữa các bên xã Lam Sơn năm 2026"


def test_an_action_programme_may_print_only_the_word_programme() -> None:
    edition = edition_of(1, title="Chương trình thực hiện Nghị quyết Đại hội")
    edition.programme.kind = ProgrammeKind.ACTION_PROGRAMME
    assert paper_of(edition).kind == "Chương trình"


def test_clauses_become_blocks_and_the_last_line_closes() -> None:
    paper = paper_of(edition_of(2))
    assert paper.blocks[0] == Heading(level=1, label="I.", text="MỤC ĐÍCH, YÊU CẦU")
    assert isinstance(paper.blocks[1], Point)
    assert Heading(level=2, label="1.", text="Công tác giảm nghèo") in paper.blocks
    assert Paragraph("a) Phấn đấu năm 2026 giảm ít nhất 25 hộ nghèo;") in paper.blocks
    assert paper.closing.endswith("sửa đổi cho phù hợp")


def test_what_is_filed_stands_last_and_bases_begin_with_their_word() -> None:
    paper = paper_of(edition_of(2))
    assert [(row.name, row.purpose) for row in paper.recipients] == [("Thường trực Đảng ủy xã", "b/c")]
    assert paper.archive == "VT, VP"
    assert paper.legal_bases == ("Căn cứ Luật Mặt trận Tổ quốc Việt Nam năm 2015",)


def test_a_draft_without_clauses_is_still_a_document() -> None:
    paper = paper_of(edition_of(2, clauses=[], recipients=[], legal_bases=[]))
    assert paper.blocks == ()
    assert paper.closing.startswith("Chương trình này có hiệu lực")


def test_empty_annexes_are_left_out() -> None:
    assert [annex.title for annex in paper_of(edition_of(2), ALL).annexes] == ["Bảng đăng ký thực hiện"]


def test_places_of_signature_wait_for_their_signers() -> None:
    first, second = paper_of(edition_of(2)).signatures
    assert first is not None
    assert first.authority == ("TM. Ủy ban nhân dân xã Lam Sơn",)
    assert (first.position, first.name, first.capacity) == ("Chủ tịch", "", Capacity.OWN)
    assert second is not None
    assert second.authority == ("TM. Ban Thường trực", "Ủy ban MTTQ Việt Nam xã Lam Sơn")


@pytest.mark.parametrize("count", [1, 2, 4, 7])
def test_reading_what_was_written_gives_the_same_text(count: int) -> None:
    draft = read_bytes(write_docx(paper_of(edition_of(count))), name="chuong-trinh.docx")
    assert [(clause.path, clause.heading) for clause in draft.clauses] == [
        (ref.removesuffix(".-"), is_heading) for ref, _, _, is_heading in CLAUSES
    ]
    assert [(target.value, target.unit) for target in draft.targets] == [(25, "hộ nghèo"), (100, "%")]
    assert len(draft.signatories) == count
    assert draft.header.period.start == 2026
    assert [row.name for row in draft.recipients][0] == "Thường trực Đảng ủy xã"


@pytest.mark.parametrize(
    ("kinds", "code"),
    [
        ((BodyKind.PEOPLES_COMMITTEE, BodyKind.FRONT_COMMITTEE), "state_nd30"),
        ((BodyKind.FRONT_COMMITTEE, BodyKind.PEOPLES_COMMITTEE), "state_nd30"),
        ((BodyKind.FRONT_COMMITTEE, BodyKind.WOMENS_UNION), "front"),
        ((BodyKind.PARTY_COMMITTEE,), "party_2026"),
    ],
)
def test_the_format_follows_the_parties(kinds: tuple[BodyKind, ...], code: str) -> None:
    area = factories.place("Lam Sơn")
    parties = [factories.body(kind, area) for kind in kinds]
    edition = factories.edition(lead=parties[0], parties=parties)
    assert template_of(edition, today=TODAY).code == code


def test_a_paper_older_than_every_format_takes_the_oldest() -> None:
    lead = factories.body(BodyKind.PARTY_COMMITTEE)
    edition = factories.edition(lead=lead, parties=[lead], issued_on=date(2015, 3, 2))
    assert template_of(edition, today=TODAY).code == "party_36"
