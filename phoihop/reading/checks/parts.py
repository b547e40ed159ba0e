"""The parts every document has: number, day, period, signatures, recipients."""

from collections.abc import Iterator

from phoihop.reading.draft import Signatory
from phoihop.reading.facts.zones import Zone
from phoihop.reading.language.parties import mentions_of
from phoihop.reading.language.source import phrase

from .context import Checked, listed
from .finding import Finding

_PROGRAMME = phrase(r"^(?:bản )?(?:chương trình|kế hoạch)")
_REGULATION = phrase(r"^(?:bản )?(?:quy chế|quy định|nghị quyết)")
_POSITION = phrase(
    r"\b(?:chủ tịch|bí thư|giám đốc|trưởng|chủ nhiệm|chánh văn phòng|tổ trưởng|viện trưởng"
    r"|chỉ huy trưởng)\b"
)
_DEPUTY = phrase(r"^phó\b")
# Standing boards decide as a body: their deputies sign TM. themselves (Front and Party practice).
_BOARD = phrase(
    r"\bban thường (?:vụ|trực)\b|\bban chấp hành\b|\bđảng ủy\b|\bhuyện ủy\b|\btỉnh ủy\b|\bthành ủy\b"
)
_ARCHIVE = phrase(r"(?:^|[\n;:+*•-]) ?lưu\b")
_GROUPS = {"CTXH": {"LDLD", "ND", "PN", "TN", "CCB"}, "MEMBERS": {"LDLD", "ND", "PN", "TN", "CCB"}}
_NAMES = {
    "UBND": "Ủy ban nhân dân",
    "HDND": "Hội đồng nhân dân",
    "MTTQ": "Ủy ban Mặt trận Tổ quốc",
    "LDLD": "Liên đoàn Lao động",
    "ND": "Hội Nông dân",
    "PN": "Hội Liên hiệp Phụ nữ",
    "TN": "Đoàn Thanh niên",
    "CCB": "Hội Cựu chiến binh",
    "CTXH": "các tổ chức chính trị - xã hội",
    "MEMBERS": "các tổ chức thành viên",
    "CONGAN": "Công an",
    "DANG": "cấp ủy",
}


def silences(c: Checked) -> Iterator[Finding]:
    """What is not printed: a fact, never a guess."""
    header = c.draft.header
    blanks = (
        (header.number, "số, ký hiệu"),
        (header.date, "ngày ban hành"),
        (header.place, "nơi ban hành"),
    )
    missing = [words for value, words in blanks if not value]
    if missing:
        yield c.silence(
            "not_stated",
            text=f"Văn bản không ghi {listed(missing)}.",
            suggestion="Nếu là bản đã ký, đề nghị tìm bản có số và ngày; nếu là dự thảo, văn thư ghi "
            "khi ban hành.",
        )
    lasts = not _REGULATION.match(header.title.lower())
    if not header.period.start and lasts:
        yield c.silence(
            "period_not_stated",
            text="Văn bản không ghi thời gian thực hiện.",
            suggestion="Đề nghị ghi năm hoặc giai đoạn, ví dụ “giai đoạn 2026 - 2030”.",
        )
    if not header.issuers:
        yield c.silence(
            "issuers_not_stated",
            text="Không rõ văn bản do những bên nào ban hành.",
            suggestion="Đề nghị ghi tên các bên ở tên gọi hoặc câu mở đầu.",
        )
    yield from _empty_lists(c)


def _empty_lists(c: Checked) -> Iterator[Finding]:
    if not c.draft.clauses:
        yield c.silence(
            "no_clauses",
            text="Văn bản không có mục nào được đánh số.",
            suggestion="Đề nghị kiểm tra đã đưa vào đúng tệp, đủ trang.",
        )
    elif not c.draft.targets and _PROGRAMME.match(c.draft.header.title.lower()):
        yield c.silence(
            "no_targets",
            text="Văn bản không có chỉ tiêu nào bằng số.",
            suggestion="Nếu cần đo kết quả, đề nghị thêm chỉ tiêu có số lượng hoặc tỷ lệ.",
        )


def signatures(c: Checked) -> Iterator[Finding]:
    """A block to sign for each side, with capacity, position and name."""
    if not c.draft.signatories:
        yield c.silence(
            "no_signatories",
            text="Văn bản không có phần ký.",
            suggestion="Đề nghị thêm quyền hạn, chức vụ và họ tên người ký của từng bên.",
        )
        return
    yield from _of(
        c,
        "signatory_without_name",
        [row for row in c.draft.signatories if not row.name],
        text="Chữ ký của {who} không in họ tên người ký.",
        suggestion="Đề nghị ghi họ tên người ký.",
    )
    yield from _of(
        c,
        "position_missing",
        [row for row in c.draft.signatories if not row.position and not _prints_position(c, row)],
        text="Chữ ký của {who} không ghi chức vụ.",
        suggestion="Đề nghị ghi chức vụ người ký, ví dụ “CHỦ TỊCH” (Nghị định 30/2020/NĐ-CP, Phụ lục I).",
    )
    yield from _of(
        c,
        "deputy_without_capacity",
        [row for row in c.draft.signatories if _signs_as_deputy(row)],
        text="Cấp phó của {who} ký mà không ghi “KT.” (ký thay).",
        suggestion="Đề nghị ghi “KT. CHỦ TỊCH” rồi đến “PHÓ CHỦ TỊCH”.",
    )


def _of(c: Checked, code: str, rows: list[Signatory], *, text: str, suggestion: str) -> Iterator[Finding]:
    if rows:
        who = listed([_NAMES.get(row.party, row.body or "một bên") for row in rows])
        yield c.note(code, [row.span for row in rows], text=text.format(who=who), suggestion=suggestion)


def _prints_position(c: Checked, row: Signatory) -> bool:
    """ "GIÁM ĐỐC CÔNG AN TỈNH": the position and the body on one line."""
    return bool(_POSITION.search(c.source.folded, *row.span))


def _signs_as_deputy(row: Signatory) -> bool:
    is_deputy = bool(_DEPUTY.match((row.position or "").lower()))
    return is_deputy and row.capacity in (None, "TM.") and not _BOARD.search(row.body.lower())


def parties(c: Checked) -> Iterator[Finding]:
    """Who issues also signs, and who signs is named in the text."""
    signed = {row.party for row in c.draft.signatories}
    if not signed or "" in signed:
        return
    coded = [code for code in c.issuer_codes if code in _NAMES]
    missing = [code for code in coded if code not in signed and not _GROUPS.get(code, set()) & signed]
    if missing and len(signed & set(c.issuer_codes)) > 0:
        yield c.silence(
            "party_not_signing",
            text=f"{listed([_NAMES.get(code, code) for code in missing])} là bên ban hành nhưng không "
            f"có chữ ký.",
            suggestion="Đề nghị thêm chữ ký, hoặc bỏ tên khỏi các bên ban hành.",
        )
    charged = _charged(c)
    strangers = [row for row in c.draft.signatories if row.party in _NAMES and row.party not in charged]
    if strangers:
        named = _named(c)
        strangers = [row for row in strangers if row.party not in named]
    yield from _of(
        c,
        "signing_not_named",
        strangers,
        text="{who} ký nhưng không được nhắc đến trong nội dung.",
        suggestion="Đề nghị ghi trách nhiệm của bên này, hoặc kiểm tra phần ký.",
    )


def _charged(c: Checked) -> set[str]:
    """The bodies the facts speak of, groups with their members."""
    draft = c.draft
    rows = (
        set(c.issuer_codes),
        {row.party.split()[0] for row in draft.assignments if row.party},
        *({*target.parties} for target in draft.targets),
        *({*duty.senders, *duty.receivers} for duty in draft.duties),
    )
    return _with_members(set().union(*rows))


def _named(c: Checked) -> set[str]:
    """The bodies named anywhere above the signatures."""
    end = c.zones[Zone.TAIL].start
    mentions = mentions_of(c.source, start=0, end=end, own_level=None)
    return _with_members({mention.code for mention in mentions.within(0, end)})


def _with_members(codes: set[str]) -> set[str]:
    return codes.union(*(members for group, members in _GROUPS.items() if group in codes))


def recipients(c: Checked) -> Iterator[Finding]:
    """Nơi nhận, with its line "Lưu"."""
    if not c.draft.recipients:
        yield c.silence(
            "no_recipients",
            text="Văn bản không có phần Nơi nhận.",
            suggestion="Đề nghị thêm Nơi nhận: nơi báo cáo, nơi thực hiện, dòng cuối “Lưu: VT, …”.",
        )
    elif not any(row.purpose == "lưu" for row in c.draft.recipients) and not _archives(c):
        yield c.note(
            "no_archive",
            [(c.draft.recipients[0].span[0], c.draft.recipients[-1].span[1])],
            text="Nơi nhận không có dòng “Lưu”.",
            suggestion="Đề nghị thêm dòng cuối “- Lưu: VT, …”.",
        )


def _archives(c: Checked) -> bool:
    tail = c.zones[Zone.TAIL]
    return bool(_ARCHIVE.search(c.source.folded, tail.start, tail.end))
