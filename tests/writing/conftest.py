"""Two papers of xã Lam Sơn; every name and figure is invented."""

from dataclasses import replace
from datetime import date

import pytest

from phoihop.writing.document import (
    Align,
    Annex,
    Capacity,
    Column,
    GroupRow,
    Heading,
    Paragraph,
    Point,
    Recipient,
    Signature,
    SourcedParagraph,
    StateDocument,
    Table,
)

FIGURES = Table(
    caption="Bảng 1. Kết quả thực hiện các chỉ tiêu quý I năm 2026",
    columns=(
        Column(title="STT", width=10, align=Align.CENTRE),
        Column(title="Chỉ tiêu", width=42),
        Column(title="ĐVT", width=13, align=Align.CENTRE),
        Column(title="Kế hoạch", width=16, align=Align.RIGHT),
        Column(title="Kỳ này", width=15, align=Align.RIGHT),
        Column(title="Lũy kế", width=15, align=Align.RIGHT),
        Column(title="% KH", width=14, align=Align.RIGHT),
        Column(title="Cùng kỳ", width=15, align=Align.RIGHT),
        Column(title="Ghi chú", width=25),
    ),
    rows=(
        GroupRow("I. Xây dựng nông thôn mới, đô thị văn minh"),
        ("1", "Khu dân cư đạt danh hiệu văn hóa", "%", "85", "0", "81,3", "95,6", "78,1", ""),
        ("2", "Hộ tham gia hiến đất, giải phóng mặt bằng", "hộ", "120", "34", "34", "28,3", "21", ""),
        (
            "3",
            "Tuyến đường tự quản sáng - xanh - sạch - đẹp",
            "tuyến",
            "16",
            "5",
            "5",
            "31,3",
            "",
            "Năm đầu giao",
        ),
        GroupRow("II. An sinh xã hội, giảm nghèo"),
        ("4", "Hộ nghèo được nhận đỡ đầu", "hộ", "48", "12", "39", "81,3", "36", "9 hộ chưa có đơn vị nhận"),
        ("5", "Nhà Đại đoàn kết làm mới, sửa chữa", "nhà", "6", "0", "0", "0", "1", "Khởi công tháng 4"),
        ("6", "Quỹ “Vì người nghèo”", "triệu đồng", "350", "86,5", "86,5", "24,7", "72,4", ""),
        GroupRow("III. Giám sát, phản biện xã hội, tiếp xúc cử tri"),
        ("7", "Cuộc giám sát chuyên đề", "cuộc", "4", "1", "1", "25", "1", ""),
        (
            "8",
            "Kiến nghị của cử tri được trả lời đúng hạn",
            "%",
            "100",
            "92,9",
            "92,9",
            "92,9",
            "88,2",
            "13/14 kiến nghị",
        ),
        ("9", "Hòa giải thành ở cơ sở", "%", "trên 90", "", "", "", "91,7", "Thôn 7 chưa báo cáo"),
    ),
)

LEADERSHIP = (
    Heading(level=1, label="I.", text="Công tác chỉ đạo, triển khai"),
    Paragraph(
        "Ủy ban nhân dân xã đã chủ trì, phối hợp với Ban Thường trực Ủy ban MTTQ Việt Nam xã và "
        "các tổ chức chính "
        "trị - xã hội ban hành kế hoạch liên tịch, phân công đầu mối từng nội dung, tổ chức 02 "
        "hội nghị liên tịch "
        "và 01 cuộc kiểm tra tại khu dân cư. Số đơn vị đã báo cáo: 6/7 đơn vị; chưa báo cáo: "
        "Đoàn TNCS Hồ Chí Minh xã."
    ),
)

RESULTS = (
    Heading(level=1, label="II.", text="Kết quả thực hiện"),
    Heading(level=2, label="1.", text="Xây dựng nông thôn mới, đô thị văn minh"),
    SourcedParagraph(
        text="Vận động 34 hộ hiến 1.260 m² đất mở rộng 03 tuyến đường; ra quân 05 tuyến đường "
        "tự quản, "
        "thu hút 412 lượt hội viên tham gia.",
        source="Hội LHPN xã",
    ),
    SourcedParagraph(
        text="Tổ chức 04 buổi chuyển giao kỹ thuật cho 186 lượt hội viên; duy trì 02 mô hình "
        "thu gom vỏ bao bì "
        "thuốc bảo vệ thực vật.",
        source="Hội Nông dân xã",
    ),
    Heading(level=2, label="2.", text="An sinh xã hội, giảm nghèo"),
    Heading(level=3, label="a)", text="Nhận đỡ đầu hộ nghèo"),
    Point("39/48 hộ nghèo đã có đơn vị, cá nhân nhận đỡ đầu; 09 hộ chưa có đơn vị nhận;"),
    Point("Hỗ trợ sinh kế cho 12 hộ, trị giá 148 triệu đồng."),
    Heading(level=3, label="b)", text="Quỹ “Vì người nghèo”"),
    SourcedParagraph(
        text="Tiếp nhận 86,5 triệu đồng, đạt 24,7% kế hoạch năm; chưa phân bổ kinh phí làm nhà Đại đoàn kết.",
        source="Ủy ban MTTQ Việt Nam xã",
    ),
    Heading(level=2, label="3.", text="Kết quả các chỉ tiêu"),
    Paragraph("Kết quả 9 chỉ tiêu tính đến ngày 15 tháng 3 năm 2026 được tổng hợp tại Bảng 1."),
    FIGURES,
)

OUTLOOK = (
    Heading(level=1, label="III.", text="Khó khăn, hạn chế"),
    Paragraph(
        "Một số khu dân cư báo cáo chậm, số liệu chưa kèm tài liệu kiểm chứng; việc bố trí đơn "
        "vị nhận đỡ đầu 09 hộ "
        "nghèo còn lại chưa hoàn thành."
    ),
    Heading(level=1, label="IV.", text="Nhiệm vụ trọng tâm quý II năm 2026"),
    Paragraph(
        "1. Hoàn thành phân công đơn vị nhận đỡ đầu 09 hộ nghèo còn lại trước ngày 30 tháng 4 năm 2026."
    ),
    Paragraph("2. Khởi công 02 nhà Đại đoàn kết; tổ chức 01 cuộc giám sát việc thực hiện dân chủ ở cơ sở."),
)

ADDRESSEES = (
    "Thường trực Đảng ủy xã",
    "Thường trực Hội đồng nhân dân xã",
    "Ban Thường trực Ủy ban MTTQ Việt Nam xã",
)

LEGAL_BASES = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
    "Căn cứ Luật Mặt trận Tổ quốc Việt Nam ngày 09 tháng 6 năm 2015;",
    "Căn cứ Chương trình phối hợp số 02/CTrPH-UBND-MTTQ ngày 05 tháng 02 năm 2026 giữa Ủy ban "
    "nhân dân xã, "
    "Ban Thường trực Ủy ban MTTQ Việt Nam xã và các tổ chức chính trị - xã hội xã Lam Sơn",
)


@pytest.fixture
def quarterly_report() -> StateDocument:
    """A committee's consolidated report of a quarter: numbered, dated, signed by a deputy."""
    return StateDocument(
        issuing_body=("Ủy ban nhân dân", "xã Lam Sơn"),
        issuer_name="Ủy ban nhân dân xã Lam Sơn",
        number=5,
        symbol="BC-UBND",
        place="Lam Sơn",
        issued_on=date(2026, 3, 18),
        year=2026,
        kind="Báo cáo",
        abstract="Kết quả thực hiện Chương trình phối hợp giữa Ủy ban nhân dân xã\n"
        "và Ủy ban MTTQ Việt Nam xã, các tổ chức chính trị - xã hội quý I năm 2026",
        addressees=ADDRESSEES,
        legal_bases=LEGAL_BASES,
        opening="Ủy ban nhân dân xã Lam Sơn báo cáo kết quả thực hiện Chương trình phối hợp quý I năm "
        "2026 như sau:",
        blocks=(*LEADERSHIP, *RESULTS, *OUTLOOK),
        closing="Trên đây là Báo cáo kết quả thực hiện Chương trình phối hợp quý I năm 2026, Ủy ban "
        "nhân dân xã kính báo cáo.",
        signatures=(
            Signature(
                authority=("TM. Ủy ban nhân dân",),
                capacity=Capacity.FOR_SUPERIOR,
                principal="Chủ tịch",
                position="Phó Chủ tịch",
                name="Trịnh Minh Khôi",
            ),
        ),
        recipients=(
            Recipient("Như trên", "b/c"),
            Recipient("Chủ tịch, các Phó Chủ tịch UBND xã"),
            Recipient("Các tổ chức chính trị - xã hội xã", "p/h"),
            Recipient("Trưởng các thôn", "t/h"),
        ),
        archive="VT, VP",
        has_sample_mark=True,
    )


@pytest.fixture
def two_party_programme(quarterly_report: StateDocument) -> StateDocument:
    """A programme two parties issue together, signed by six bodies; no number yet; two annexes."""
    return replace(
        quarterly_report,
        issuing_body=("Ủy ban nhân dân - Ủy ban MTTQ Việt Nam", "xã Lam Sơn"),
        issuer_name="Ủy ban nhân dân xã và Ủy ban MTTQ Việt Nam xã Lam Sơn",
        number=None,
        issued_on=None,
        symbol="CTrPH-UBND-MTTQ",
        kind="Chương trình phối hợp",
        abstract="Giữa Ủy ban nhân dân với Ủy ban MTTQ Việt Nam và các tổ chức chính trị - xã hội xã "
        "Lam Sơn năm 2026",
        addressees=(),
        opening="Ủy ban nhân dân xã, Ban Thường trực Ủy ban MTTQ Việt Nam xã và các tổ chức chính trị - "
        "xã hội thống "
        "nhất Chương trình phối hợp năm 2026 với các nội dung sau:",
        blocks=quarterly_report.blocks[:6],
        closing="Chương trình có hiệu lực kể từ ngày ký; các bên có trách nhiệm tổ chức thực hiện",
        signatures=_six_signatures(),
        recipients=(
            Recipient("Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh", "b/c"),
            Recipient("Các bên ký kết", "t/h"),
        ),
        archive="VT UBND, VT MTTQ",
        annexes=(
            Annex(title="Các chỉ tiêu phối hợp", blocks=(FIGURES,), is_landscape=True),
            Annex(
                title="Phân công thực hiện",
                blocks=(
                    Paragraph("Các bên thực hiện theo phân công dưới đây."),
                    Point("Hội LHPN xã: chỉ tiêu 3."),
                ),
            ),
        ),
        has_sample_mark=False,
    )


def _party(*authority: str, position: str, name: str) -> Signature:
    return Signature(authority=authority, position=position, name=name)


def _six_signatures() -> tuple[Signature | None, ...]:
    """Six bodies in two columns, one place left empty."""
    return (
        _party(
            "TM. Ban Thường trực",
            "Ủy ban MTTQ Việt Nam xã",
            position="Chủ tịch",
            name="Lê Thị Hạnh Nguyên",
        ),
        _party("TM. Ủy ban nhân dân xã", position="Chủ tịch", name="Trịnh Đình Quế"),
        _party("TM. Ban Thường vụ", "Hội Liên hiệp Phụ nữ xã", position="Chủ tịch", name="Phạm Thị Ngọc Lựu"),
        _party("TM. Ban Thường vụ", "Hội Nông dân xã", position="Chủ tịch", name="Vũ Bá Ước"),
        None,
        _party("TM. Ban Thường vụ", "Hội Cựu chiến binh xã", position="Chủ tịch", name="Mai Xuân Thưởng"),
        _party("TM. Ban Thường vụ", "Đoàn TNCS Hồ Chí Minh xã", position="Bí thư", name="Đỗ Khánh Ly"),
    )
