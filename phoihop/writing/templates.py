"""Formats of administrative documents as dated records: every measure with the range its rule allows.

A template says where the parts stand, how each looks and what the law lets them be; `word.py` writes from it
and `checks` holds files against it. Another format is another record.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from .wording import SAMPLE_MARK


class Part(StrEnum):
    """A part of a document; the value is its style id in the file."""

    NATIONAL_NAME = "NationalName"
    MOTTO = "Motto"
    SUPERIOR_BODY = "SuperiorBody"
    ISSUING_BODY = "IssuingBody"
    STAR = "StarLine"
    NUMBER = "NumberSymbol"
    PLACE_DATE = "PlaceDate"
    KIND = "DocumentKind"
    ABSTRACT = "Abstract"
    SUBJECT = "LetterSubject"
    ADDRESSEE = "Addressee"
    LEGAL_BASIS = "LegalBasis"
    BODY = "DocumentBody"
    HEADING_1 = "Heading1"
    HEADING_2 = "Heading2"
    HEADING_3 = "Heading3"
    CAPTION = "TableCaption"
    TABLE_HEAD = "TableHead"
    TABLE_TEXT = "TableText"
    AUTHORITY = "Authority"
    SIGNER = "Signer"
    RECIPIENTS_TITLE = "RecipientsTitle"
    RECIPIENT = "RecipientItem"
    ANNEX_LABEL = "AnnexLabel"
    ANNEX_TITLE = "AnnexTitle"
    ANNEX_REFERENCE = "AnnexReference"
    PAGE_NUMBER = "PageNumber"
    SAMPLE_MARK = "SampleMark"
    RULE = "DrawnRule"
    TABLE_END = "TableEnd"


@dataclass(frozen=True, kw_only=True)
class Measure:
    """A value with the range its rule allows (the same unit for the three)."""

    value: float
    low: float
    high: float

    def allows(self, value: float) -> bool:
        """Within the range, a rounding of file units apart."""
        return self.low - 0.06 <= value <= self.high + 0.06


@dataclass(frozen=True, kw_only=True)
class Look:
    """How a part is set: `size`, `before`, `exact` line in points, indent in mm.

    No comma in names: Word splits there.
    """

    name: str
    size: Measure
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    align: str = "center"
    indent: float = 0
    before: float = 0
    line: float = 1
    keeps_next: bool = False
    outline: int | None = None
    exact: float | None = None
    is_underlined: bool = False


@dataclass(frozen=True, kw_only=True)
class Page:
    """Paper and margins in millimetres."""

    width: float
    height: float
    top: Measure
    bottom: Measure
    left: Measure
    right: Measure
    header: float

    @property
    def text_width(self) -> float:
        """Between the side margins."""
        return self.width - self.left.value - self.right.value


@dataclass(frozen=True, kw_only=True)
class Template:
    """One format and the days it holds. `source` names the rule; columns are shares of the text width.

    A Party document has no motto: the rule then stands under its first line. `capacities` are the words in
    which a person signs for others; `number_joint` stands between number and symbol.
    """

    code: str
    valid_from: date
    valid_until: date | None
    source: str
    font: str
    page: Page
    national_name: str
    motto: str
    star: str
    number_lead: str
    number_joint: str
    basis_lead: str
    capacities: Mapping[str, str]
    head_columns: tuple[float, float]
    foot_columns: tuple[float, float]
    rule_share: Measure
    indents: tuple[float, ...]
    paragraph_gap: float
    line_spacing: Measure
    ending: str
    recipients_title: str
    archive_lead: str
    seal_gap: float
    sample_mark: str
    looks: Mapping[Part, Look]

    def look(self, part: Part) -> Look:
        """How a part is set."""
        return self.looks[part]


def _of(value: float, low: float, high: float) -> Measure:
    return Measure(value=value, low=low, high=high)


_BODY_SIZE = _of(14, 13, 14)
_HEAD_SIZE = _of(13, 12, 13)
_TABLE_SIZE = _of(11, 11, 12)
_RUNNING = Look(name="Nội dung", size=_BODY_SIZE, align="both", indent=12.7, before=6, line=1.15)
_TITLE = Look(name="Tên loại văn bản", size=_BODY_SIZE, bold=True, keeps_next=True)
_HAIR = Look(name="Đường kẻ", size=_of(1, 1, 2), keeps_next=True)

_STATE_LOOKS = {
    Part.NATIONAL_NAME: Look(name="Quốc hiệu", size=_HEAD_SIZE, bold=True, capitals=True),
    Part.MOTTO: Look(name="Tiêu ngữ", size=_BODY_SIZE, bold=True),
    Part.SUPERIOR_BODY: Look(name="Cơ quan chủ quản", size=_HEAD_SIZE, capitals=True),
    Part.ISSUING_BODY: Look(name="Cơ quan ban hành", size=_HEAD_SIZE, bold=True, capitals=True),
    Part.STAR: Look(name="Dấu sao", size=_of(13, 12, 14)),
    Part.NUMBER: Look(name="Số và ký hiệu", size=_of(13, 13, 13), before=6),
    Part.PLACE_DATE: Look(name="Địa danh và thời gian", size=_BODY_SIZE, italic=True, before=6),
    Part.KIND: replace(_TITLE, capitals=True, before=18, outline=0),
    Part.ABSTRACT: replace(_TITLE, name="Trích yếu"),
    Part.SUBJECT: Look(name="Về việc", size=_of(12, 12, 13), before=6),
    Part.ADDRESSEE: Look(name="Kính gửi", size=_BODY_SIZE, before=6),
    Part.LEGAL_BASIS: replace(_RUNNING, name="Căn cứ", italic=True),
    Part.BODY: _RUNNING,
    Part.HEADING_1: replace(_RUNNING, name="heading 1", bold=True, capitals=True, keeps_next=True, outline=0),
    Part.HEADING_2: replace(_RUNNING, name="heading 2", bold=True, keeps_next=True, outline=1),
    Part.HEADING_3: replace(_RUNNING, name="heading 3", keeps_next=True, outline=2),
    Part.CAPTION: replace(_TITLE, name="Tên bảng", before=6),
    Part.TABLE_HEAD: Look(name="Đầu bảng", size=_TABLE_SIZE, bold=True),
    Part.TABLE_TEXT: Look(name="Ô bảng", size=_TABLE_SIZE, align="left"),
    Part.AUTHORITY: Look(name="Quyền hạn và chức vụ", size=_BODY_SIZE, bold=True, capitals=True),
    Part.SIGNER: Look(name="Người ký", size=_BODY_SIZE, bold=True),
    Part.RECIPIENTS_TITLE: Look(
        name="Nơi nhận", size=_of(12, 12, 12), bold=True, italic=True, align="left", keeps_next=True
    ),
    Part.RECIPIENT: Look(name="Danh sách nơi nhận", size=_of(11, 11, 11), align="left"),
    Part.ANNEX_LABEL: replace(_TITLE, name="Phụ lục", size=_of(14, 14, 14), outline=0),
    Part.ANNEX_TITLE: replace(_TITLE, name="Tên phụ lục", capitals=True),
    Part.ANNEX_REFERENCE: replace(_TITLE, name="Kèm theo", bold=False, italic=True),
    Part.PAGE_NUMBER: Look(name="header", size=_of(13, 13, 14)),
    Part.SAMPLE_MARK: Look(name="Số liệu minh họa", size=_of(12, 12, 14), bold=True),
    Part.RULE: _HAIR,
    Part.TABLE_END: replace(_HAIR, name="Sau bảng", keeps_next=False),
}

STATE_ND30 = Template(
    code="state_nd30",
    valid_from=date(2020, 3, 5),
    valid_until=None,
    source="Nghị định 30/2020/NĐ-CP ngày 05/3/2020, Phụ lục I",
    font="Times New Roman",
    page=Page(
        width=210,
        height=297,
        top=_of(20, 20, 25),
        bottom=_of(20, 20, 25),
        left=_of(30, 30, 35),
        right=_of(15, 15, 20),
        header=7,
    ),
    national_name="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    motto="Độc lập - Tự do - Hạnh phúc",
    star="",
    number_lead="Số: ",
    number_joint="/",
    basis_lead="",
    capacities=MappingProxyType({word: word for word in ("TM.", "KT.", "TL.", "TUQ.", "Q.")}),
    head_columns=(65, 100),
    foot_columns=(75, 90),
    rule_share=_of(0.4, 1 / 3, 1 / 2),
    indents=(10, 12.7),
    paragraph_gap=6,
    line_spacing=_of(1.15, 1, 1.5),
    ending="./.",
    recipients_title="Nơi nhận:",
    archive_lead="- Lưu: ",
    seal_gap=66,
    sample_mark=SAMPLE_MARK,
    looks=MappingProxyType(_STATE_LOOKS),
)

FRONT = replace(
    STATE_ND30,
    code="front",
    valid_from=date(2013, 4, 8),
    source="Hướng dẫn 91/HD-MTTW-BTT ngày 08/4/2013 của Ban Thường trực Ủy ban Trung ương MTTQ Việt Nam",
)

_PARTY_LINE = 19
_PARTY_RUNNING = replace(_RUNNING, size=_of(14, 14, 14), indent=10, exact=_PARTY_LINE)
_PARTY_LOOKS = _STATE_LOOKS | {
    Part.NATIONAL_NAME: replace(_STATE_LOOKS[Part.NATIONAL_NAME], name="Tiêu đề"),
    Part.LEGAL_BASIS: replace(_PARTY_RUNNING, name="Căn cứ"),
    Part.BODY: _PARTY_RUNNING,
    Part.HEADING_1: replace(_STATE_LOOKS[Part.HEADING_1], size=_of(14, 14, 14), indent=10, exact=_PARTY_LINE),
    Part.HEADING_2: replace(_STATE_LOOKS[Part.HEADING_2], size=_of(14, 14, 14), indent=10, exact=_PARTY_LINE),
    Part.HEADING_3: replace(_STATE_LOOKS[Part.HEADING_3], size=_of(14, 14, 14), indent=10, exact=_PARTY_LINE),
    Part.RECIPIENTS_TITLE: replace(
        _STATE_LOOKS[Part.RECIPIENTS_TITLE],
        size=_of(14, 12, 14),
        bold=False,
        italic=False,
        is_underlined=True,
    ),
    Part.RECIPIENT: replace(_STATE_LOOKS[Part.RECIPIENT], size=_of(12, 11, 12)),
}

PARTY_2026 = replace(
    STATE_ND30,
    code="party_2026",
    valid_from=date(2026, 5, 27),
    source="Quy định 399-QĐ/TW ngày 09/01/2026 và Hướng dẫn 05-HD/VPTW ngày 27/5/2026",
    page=replace(
        STATE_ND30.page,
        top=_of(20, 20, 20),
        bottom=_of(20, 20, 20),
        left=_of(30, 30, 30),
        right=_of(15, 15, 15),
    ),
    national_name="ĐẢNG CỘNG SẢN VIỆT NAM",
    motto="",
    star="*",
    number_lead="Số ",
    number_joint="-",
    basis_lead="- ",
    capacities=MappingProxyType({"TM.": "T/M", "KT.": "K/T", "TL.": "T/L", "TUQ.": "T/UQ", "Q.": "Q."}),
    indents=(10,),
    ending=".",
    looks=MappingProxyType(_PARTY_LOOKS),
)

PARTY_36 = replace(
    PARTY_2026,
    code="party_36",
    valid_from=date(2018, 4, 3),
    valid_until=date(2026, 5, 26),
    source="Hướng dẫn 36-HD/VPTW ngày 03/4/2018 của Văn phòng Trung ương Đảng",
)

TEMPLATES: tuple[Template, ...] = (STATE_ND30, FRONT, PARTY_2026, PARTY_36)


def template_on(day: date, *, code: str) -> Template:
    """The record of a format that holds on a day; KeyError when none does."""
    for template in TEMPLATES:
        held = template.valid_from <= day and (template.valid_until is None or day <= template.valid_until)
        if template.code == code and held:
            return template
    raise KeyError(f"{code} on {day}")
