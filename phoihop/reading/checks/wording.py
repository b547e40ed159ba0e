"""Slips in fixed words of the head and titles, words typed twice, and annexes that are not there."""

import re
import unicodedata
from collections.abc import Iterator

from phoihop.reading.draft import Span
from phoihop.reading.facts.zones import Zone
from phoihop.reading.language.source import phrase

from .context import Checked
from .finding import Finding

_NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_MOTTO = "Độc lập - Tự do - Hạnh phúc"
#: Words of titles, whose slips are told by their letters without marks.
_TITLE_WORDS = (
    "PHỐI HỢP",
    "PHẤN ĐẤU",
    "CHƯƠNG TRÌNH",
    "MỤC ĐÍCH",
    "YÊU CẦU",
    "TỔ CHỨC THỰC HIỆN",
    "CĂN CỨ",
    "NƠI NHẬN",
)
_MARKED = "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
_WITHOUT_MARKS = str.maketrans({char: unicodedata.normalize("NFD", char)[0] for char in _MARKED} | {"đ": "d"})
_BARE_NATION = re.compile(r"\bcong\s+hoa\s+xa\s+hoi\s+\w+\s+\w+\s+viet\s+nam\b")
_BARE_MOTTO = re.compile(r"\bdoc\s+lap\s*\W*\s*tu\s+do\s*\W*\s*hanh\s+phuc\b")

#: Syllables that are not doubled ("luôn luôn", "dần dần" are words), with those before which a second one
#: opens a word of its own: "tổ chức chức năng", "thực hiện hiện đại hóa".
_NEVER_DOUBLED: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        [
            "các",
            "của",
            "và",
            "với",
            "trong",
            "cho",
            "được",
            "để",
            "theo",
            "về",
            "đến",
            "là",
            "có",
            "tại",
            "từ",
            "bởi",
            "những",
            "thuộc",
            "do",
            "nhằm",
            "hoặc",
            "khi",
            "đã",
            "sẽ",
            "đang",
            "bị",
            "cùng",
            "phải",
            "cần",
            "tiếp",
            "tục",
            "nâng",
            "triển",
            "tuyên",
            "truyền",
            "đảm",
            "dựng",
            "hướng",
            "dẫn",
            "đánh",
            "phạm",
            "việc",
            "một",
        ],
        frozenset[str](),
    ),
    "hiện": frozenset(["đại", "trạng", "nay", "có", "hành", "vật", "thực", "hữu", "diện", "tượng"]),
    "chức": frozenset(["năng", "danh", "vụ", "sắc", "trách", "việc", "nghiệp"]),
    "khai": frozenset(["thác", "giảng", "báo", "mạc", "trương", "hoang", "sinh"]),
    "kế": frozenset(["hoạch", "thừa", "toán", "tục", "cận"]),
    "nhiệm": frozenset(["vụ", "kỳ"]),
    "phối": frozenset(["hợp"]),
    "trách": frozenset(["nhiệm"]),
    "vận": frozenset(["động", "hành", "chuyển", "dụng", "tải"]),
}
_DOUBLED = re.compile(r"(?<![\w-])(?P<word>[^\W\d_]+)[^\S\n]+(?P=word)(?![\w-])(?= *(?P<next>\w*))")

_ANNEX = phrase(
    r"\b(?:phụ lục(?: (?:số )?(?:\d+|[ivx]+))?|bảng (?:đăng ký|phân công|chỉ tiêu|tổng hợp|phân bổ"
    r"|biểu)|biểu(?: mẫu| số \d+)"
    r"?|danh (?:mục|sách)|mẫu(?: số \d+)?|đề cương)\b(?P<words>[^.;\n()]{0,60}?)\b(?:kèm theo|đính kèm"
    r"|gửi kèm)\b"
    r"|\bcó (?P<what>(?:phụ lục|bảng|biểu|danh mục|danh sách|mẫu|đề cương|kế hoạch"
    r"|lịch)[^.;\n()]{0,40}?) (?:kèm theo|đính kèm)\b"
)
_OF_ANOTHER = phrase(
    r"^ (?:\w+ )?(?:luật|nghị|thông tư|quyết định|công văn|kế hoạch số|hướng dẫn số|quy định)"
)
_ANNEX_LINE = re.compile(
    r"^\s*(?:phụ lục|bảng|biểu|danh mục|danh sách|mẫu|đề cương|kế hoạch|lịch)\b", re.IGNORECASE
)


def fixed_words(c: Checked) -> Iterator[Finding]:
    """Quốc hiệu and Tiêu ngữ (Nghị định 30/2020/NĐ-CP, Phụ lục I), and the fixed words of titles."""
    yield from _national(c)
    for span in _title_spans(c):
        yield from _slips(c, span)


def _national(c: Checked) -> Iterator[Finding]:
    end = c.zones[Zone.PREAMBLE].start
    plain, bare = c.source.plain[:end], _bare(c.source.folded[:end])
    for pattern, right in ((_BARE_NATION, _NATION), (_BARE_MOTTO, _MOTTO)):
        for match in pattern.finditer(bare):
            printed = " ".join(plain[slice(*match.span())].split())
            if _tidy(printed) != _tidy(right):
                yield _slip(c, match.span(), right=right)


def _tidy(words: str) -> str:
    """Upper case with the marks that matter; the place of a tone (HÒA, HOÀ) does not."""
    folded = unicodedata.normalize("NFC", words).upper().replace("HOÀ", "HÒA")
    return re.sub(r"\s*-\s*", " - ", re.sub(r"\s+", " ", folded))


def _bare(folded: str) -> str:
    """Letters without marks, one for one."""
    return folded.translate(_WITHOUT_MARKS)


def _title_spans(c: Checked) -> Iterator[Span]:
    block = c.zones[Zone.TITLE]
    yield (block.start, block.end)
    for clause in c.draft.clauses:
        if clause.heading:
            start = clause.span[0] + len(clause.label)
            stop = c.source.plain.find("\n", start, clause.span[1])
            yield (start, stop if stop > 0 else clause.span[1])


def _slips(c: Checked, span: Span) -> Iterator[Finding]:
    """Capitals that are a fixed word but for their marks: "PHÓI HỢP"."""
    words = c.source.plain[slice(*span)]
    bare = _bare(c.source.folded[slice(*span)])
    for right in _TITLE_WORDS:
        for match in re.finditer(rf"\b{_bare(right.lower()).replace(' ', chr(92) + 's+')}\b", bare):
            printed = " ".join(words[slice(*match.span())].split())
            if printed.isupper() and _tidy(printed) != _tidy(right):
                yield _slip(c, (span[0] + match.start(), span[0] + match.end()), right=right)


def _slip(c: Checked, span: Span, *, right: str) -> Finding:
    return c.note(
        "fixed_words",
        [span],
        text=f"“{c.words(span)}” sai chữ.",
        suggestion=f"Đề nghị sửa thành “{right}”.",
    )


def repeated_words(c: Checked) -> Iterator[Finding]:
    """A syllable typed twice: "thực hiện hiện"."""
    spans = [match.span() for match in _DOUBLED.finditer(c.source.folded) if _is_slip(c, match)]
    if spans:
        yield c.note(
            "repeated_words",
            spans,
            text="Chữ bị lặp: " + "; ".join(f"“{c.words(span)}”" for span in spans[:5]) + ".",
            suggestion="Đề nghị bỏ một chữ.",
        )


def _is_slip(c: Checked, match: re.Match[str]) -> bool:
    """Never doubled, opens no word of its own, and both in the same letters ("Xã hội Hội Nông dân")."""
    opens = _NEVER_DOUBLED.get(match["word"])
    first, second = c.source.plain[slice(*match.span())].split()
    return opens is not None and match["next"] not in opens and first == second


def missing_annexes(c: Checked) -> Iterator[Finding]:
    """An annex spoken of and not in the file."""
    if c.zones[Zone.ANNEX].end > c.zones[Zone.ANNEX].start:
        return
    spans = [match.span() for match in _ANNEX.finditer(c.source.folded) if not _elsewhere(c, match)]
    if spans:
        named = "; ".join(f"“{c.words(span)}”" for span in spans[:4])
        yield c.note(
            "annex_missing",
            spans,
            text=f"Văn bản nói đến {named} nhưng tệp không có phụ lục nào.",
            suggestion="Đề nghị đưa vào cả phụ lục, hoặc bỏ câu này.",
        )


def _elsewhere(c: Checked, match: re.Match[str]) -> bool:
    """ "ban hành kèm theo Quyết định số …": the annex of another document; or a table printed in the text."""
    if _OF_ANOTHER.match(c.source.folded[match.end() : match.end() + 60]):
        return True
    return any(
        _ANNEX_LINE.match(c.source.folded[slice(*table.span)])
        for table in (c.paper.tables if c.paper else ())
    )
