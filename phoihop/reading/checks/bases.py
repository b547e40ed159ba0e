"""Legal bases and other instruments named: told clearly, once, in the right form, and still holding."""

import re
from collections.abc import Iterator
from datetime import date

from phoihop.reading.draft import LegalBasis, Span
from phoihop.reading.language.source import phrase

from .context import Checked, listed, printed
from .finding import Finding, Validity
from .instruments import Held, instruments

#: The symbols of each type of document, as they stand between its number and its issuer.
_TYPE_SYMBOLS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("nghị quyết liên tịch", ("NQLT",)),
    ("thông tư liên tịch", ("TTLT",)),
    ("nghị quyết", ("NQ", "NQLT")),
    ("nghị định", ("NĐ",)),
    ("chỉ thị", ("CT",)),
    ("quyết định", ("QĐ",)),
    ("kế hoạch", ("KH", "KHLT", "KHPH", "KHLN")),
    ("thông tư", ("TT", "TTLT")),
    ("kết luận", ("KL", "TB")),
    ("hướng dẫn", ("HD", "HDLN", "HDLT")),
    ("chương trình", ("CTR", "CT", "CTPH", "CTRPH", "CTHĐ", "CTRHĐ", "CTRLT", "CTLT")),
)
_TYPED = phrase(
    r"\b(?P<type>" + "|".join(name for name, _ in _TYPE_SYMBOLS) + r")(?: phối hợp| hành động)?(?: số)?:? ?"
    r"(?P<number>\d{1,5}[a-z]?(?: ?, ?\d{1,5})?)(?P<symbol>(?: ?[/-] ?[\wđ&.]+){1,6})"
)
_SYMBOL_PARTS = re.compile(r"[^/\-\s]+")
_YEAR_IN_NUMBER = re.compile(r"^(?:19|20)\d\d$")
_KNOWN_TYPES = frozenset(symbol for _, symbols in _TYPE_SYMBOLS for symbol in symbols) | {
    "QĐ",
    "TB",
    "BC",
    "TTR",
    "CV",
}
_CENTRAL = phrase(
    r"^,?(?: ngày [\d/. ]+| ngày \d+ tháng \d+ năm \d+)?,? (?:của )?(?:ban bí thư|bộ chính trị"
    r"|ban chấp hành trung ương|trung ương)\b"
)
_LOCAL = phrase(
    r"^,?(?: ngày [\d/. ]+| ngày \d+ tháng \d+ năm \d+)?,? (?:của )?(?:ban (?:thường vụ"
    r"|chấp hành) )?(?:đảng bộ )?"
    r"(?:tỉnh ủy|thành ủy|huyện ủy|thị ủy|đảng ủy)\b"
)
_DATE_AFTER = phrase(
    r"^,? ?(?:ngày )?\d{1,2} ?(?:/|-|\.| tháng ) ?\d{1,2} ?(?:/|-|\.|,? năm ) ?(?P<y>(?:19|20)\d\d)\b"
)
_JOINED = phrase(r" ?(?:,|và|, và) ?")
_PARTY_ENDS = ("TU", "TW", "ĐU", "HU", "QU", "BCT", "BBT")
_STATED_BY_NAME = phrase(r"\bđại hội\b|\bhiến pháp\b|\bkỳ họp\b|\bhội nghị lần thứ\b")


def malformed(c: Checked) -> Iterator[Finding]:
    """Numbers and symbols that no such document can have, in the bases and in the text."""
    wrong: dict[str, tuple[list[Span], str, str]] = {}
    for match in _TYPED.finditer(c.source.folded):
        fault = _fault(c, match)
        if fault:
            key = " ".join(match.group("number", "symbol"))
            places = wrong.setdefault(re.sub(r"\s", "", key), ([], *fault))
            places[0].append(c.source.trimmed(match.start(), match.end()))
    for spans, text, suggestion in wrong.values():
        yield c.note("malformed_reference", spans, text=text, suggestion=suggestion)


def _fault(c: Checked, match: re.Match[str]) -> tuple[str, str] | None:
    """What is wrong with one number, and what to do."""
    kind = " ".join(match["type"].split())
    pieces = [
        p.upper().strip(".") for p in _SYMBOL_PARTS.findall(c.source.plain[slice(*match.span("symbol"))])
    ]
    year = next((piece for piece in pieces if _YEAR_IN_NUMBER.match(piece)), None)
    letters = [piece for piece in pieces if not piece.isdecimal()]
    if not letters:
        return None
    shown = f"{kind.capitalize()} {c.words((match.start('number'), match.end()))}"
    after = c.source.folded[match.end() : match.end() + 120]
    return (
        _other_type(kind, letters, shown)
        or _without_year(kind, letters, year, shown)
        or _other_issuer(letters, after, shown)
        or _other_year(year, after, shown)
        or _turned(c, match, letters)
    )


def _other_type(kind: str, letters: list[str], shown: str) -> tuple[str, str] | None:
    allowed = dict(_TYPE_SYMBOLS)[kind]
    if letters[0] in allowed or letters[0] not in _KNOWN_TYPES:
        return None
    return (
        f"“{shown}”: ký hiệu “{letters[0]}” không phải của {kind}.",
        f"Đề nghị kiểm tra tên loại hoặc ký hiệu ({kind} có ký hiệu “{allowed[0]}”).",
    )


def _without_year(kind: str, letters: list[str], year: str | None, shown: str) -> tuple[str, str] | None:
    """Since 1997 decrees and circulars carry the year in their number."""
    is_rule = (kind == "nghị định" and letters[-1] == "CP") or (
        kind.startswith("thông tư") and letters[0] in ("TT", "TTLT")
    )
    if not is_rule or year:
        return None
    return (
        f"“{shown}” thiếu năm ban hành trong số, ký hiệu.",
        "Đề nghị ghi đủ, ví dụ “Thông tư số 124/2021/TT-BCA”.",
    )


def _other_issuer(letters: list[str], after: str, shown: str) -> tuple[str, str] | None:
    if letters[-1] == "TU" and _CENTRAL.match(after):
        return (
            f"“{shown}”: ký hiệu “TU” là của tỉnh ủy, thành ủy, không phải của Trung ương.",
            "Đề nghị sửa ký hiệu thành “TW” hoặc sửa tên cơ quan ban hành.",
        )
    if letters[-1] == "TW" and _LOCAL.match(after):
        return (
            f"“{shown}”: ký hiệu “TW” là của Trung ương, không phải của cấp ủy địa phương.",
            "Đề nghị sửa ký hiệu hoặc tên cơ quan ban hành.",
        )
    return None


def _other_year(year: str | None, after: str, shown: str) -> tuple[str, str] | None:
    printed = _DATE_AFTER.match(after)
    if not year or not printed or printed["y"] == year:
        return None
    return (
        f"“{shown}” có năm {year} trong số nhưng ghi ban hành năm {printed['y']}.",
        "Đề nghị kiểm tra lại số, ký hiệu hoặc ngày ban hành.",
    )


def _turned(c: Checked, match: re.Match[str], letters: list[str]) -> tuple[str, str] | None:
    """Party documents are numbered "10-CT/TU", not "10/CT-TU"."""
    marks = re.findall(r"[/-]", c.source.plain[slice(*match.span("symbol"))])
    if letters[-1] not in _PARTY_ENDS or marks != ["/", "-"]:
        return None
    number = " ".join(match["number"].split())
    right = f"{number}-{letters[0]}/{letters[-1]}"
    return (
        f"“{c.words((match.start('number'), match.end()))}” ghi ngược dấu của văn bản Đảng.",
        f"Đề nghị sửa thành “{right}”.",
    )


def twice(c: Checked) -> Iterator[Finding]:
    """One instrument cited by two bases."""
    seen: dict[tuple[str, str, str | None], LegalBasis] = {}
    for basis in c.draft.legal_bases:
        name = re.sub(r"\W", "", basis.number or basis.text).lower()
        key = (basis.kind, name, basis.date if basis.number and "/" not in basis.number else None)
        if key in seen:
            yield c.note(
                "basis_twice",
                [seen[key].span, basis.span],
                text=f"Căn cứ “{c.words(basis.span)}” nêu hai lần.",
                suggestion="Đề nghị bỏ một lần.",
            )
        seen.setdefault(key, basis)


def unclear(c: Checked) -> Iterator[Finding]:
    """Bases one cannot look up: no number, no day; laws need only name and year (Nghị định 30/2020)."""
    nameless = [basis for basis in c.draft.legal_bases if _is_nameless(basis)]
    if nameless:
        yield c.note(
            "basis_without_number",
            [basis.span for basis in nameless],
            text=f"Căn cứ {listed([f'“{c.words(b.span)}”' for b in nameless])} không ghi số, ngày hoặc năm.",
            suggestion="Đề nghị ghi đủ số, ký hiệu, ngày ban hành (luật: ghi năm ban hành).",
        )
    dateless = [basis for at, basis in enumerate(c.draft.legal_bases) if _is_dateless(c, at)]
    malformed_at = [span for found in malformed(c) for span in found.spans] if dateless else []
    dateless = [b for b in dateless if not any(b.span[0] <= at[0] < b.span[1] for at in malformed_at)]
    if dateless:
        yield c.note(
            "basis_without_date",
            [basis.span for basis in dateless],
            text=f"Căn cứ {listed([f'“{c.words(b.span)}”' for b in dateless])} không ghi ngày ban hành.",
            suggestion="Đề nghị ghi ngày, tháng, năm ban hành.",
        )


def _is_dateless(c: Checked, at: int) -> bool:
    """A number without a day; "217-QĐ/TW và 218-QĐ/TW ngày 12/12/2013" shares one."""
    basis, following = c.draft.legal_bases[at], c.draft.legal_bases[at + 1 : at + 2]
    if not basis.number or basis.date or basis.kind == "law" or re.search(r"(?:19|20)\d\d", basis.number):
        return False
    return not any(
        other.date and _JOINED.fullmatch(c.source.folded[basis.span[1] : other.span[0]])
        for other in following
    )


def _is_nameless(basis: LegalBasis) -> bool:
    if basis.number or basis.date or re.search(r"\b(?:19|20)\d\d\b", basis.text):
        return False
    return basis.kind != "charter" and not _STATED_BY_NAME.search(basis.text.lower())


def validity(c: Checked) -> Iterator[Finding]:
    """Bases that had ended, or had not begun, when the document was made; one finding for each kind."""
    if not c.days:
        return
    first, last = c.days
    held = [(basis, instruments().held(basis, first=first, last=last)) for basis in c.draft.legal_bases]
    for wanted, code in (
        (Validity.EXPIRED, "basis_expired"),
        (Validity.NOT_YET, "basis_not_yet"),
        (Validity.DOUBTFUL, "basis_in_doubt"),
    ):
        rows = [(basis, answer) for basis, answer in held if answer.validity is wanted]
        if rows:
            yield c.note(
                code,
                [basis.span for basis, _ in rows],
                text=" ".join(_said(c, basis, answer) for basis, answer in rows),
                suggestion=_advice(rows),
            )


def _said(c: Checked, basis: LegalBasis, answer: Held) -> str:
    row = answer.instrument
    name = f"“{c.words(basis.span)}”"
    if row is None:
        return f"{name} chưa kiểm tra."
    doubt = "" if row.is_verified else " (ngày chưa xác minh)"
    if row.expired_from and answer.validity is not Validity.NOT_YET:
        return f"{name} hết hiệu lực từ {_shown(row.expired_from)}{doubt}."
    return f"{name} có hiệu lực từ {_shown(row.in_force_from)}{doubt}."


def _shown(day: date | None) -> str:
    return printed(day) if day else "ngày chưa rõ"


def _advice(rows: list[tuple[LegalBasis, Held]]) -> str:
    new = [instruments().latest(answer.instrument) for _, answer in rows if answer.instrument]
    names = list(dict.fromkeys(name for name in new if name))
    if names:
        return f"Đề nghị kiểm tra ngày của văn bản; văn bản thay thế: {listed(names)}."
    return "Đề nghị kiểm tra ngày của văn bản và của căn cứ."


def ended_names(c: Checked) -> Iterator[Finding]:
    """Documents named in the text that had ended in every version: "Pháp lệnh dự bị động viên"."""
    if not c.days:
        return
    body = c.draft.clauses[0].span[0] if c.draft.clauses else len(c.source.text)
    rows = []
    for name, row in instruments().ended_names(by=c.days[0]).items():
        if row.kind == "law" and name.startswith("pháp lệnh"):
            words = [word for word in name.split() if word not in ("về", "lực", "lượng")]
            pattern = phrase(r"\b" + "(?: về)?(?: lực lượng)? ".join(map(re.escape, words)) + r"\b")
            rows += [(match.span(), row) for match in pattern.finditer(c.source.folded, body)]
    if rows:
        yield c.note(
            "reference_expired",
            [span for span, _ in rows],
            text=" ".join(
                f"“{c.words(s)}” đã hết hiệu lực từ {_shown(row.expired_from)}." for s, row in rows
            ),
            suggestion=f"Đề nghị thay bằng {listed([row.replaced_by for _, row in rows])}.",
        )
