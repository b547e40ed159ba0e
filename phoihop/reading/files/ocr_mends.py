"""What the recogniser is known to get wrong in this kind of paper, mended where only one reading is possible.

Every entry was seen in measured pages. A mended word is given the confidence of a doubtful one, so that the
person sees it painted.
"""

import re
from dataclasses import replace

import numpy as np
from PIL import Image

from .tokens import Row, Token, rows_of

MENDED = 0.55

_ROMAN = re.compile(r"[IHLl|]*[IH][IHLl|]*[.,:]?")
_GLUED = re.compile(r"((?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2}){0,3})\.)([^\W\d_].*)")
_LETTER_D = re.compile("[ĐÐ]*Ð[ĐÐ]*")
_EDGE = re.compile(r"^[_~^`ˆ|]+(?=\w)|(?<=\w)[_~^`ˆ|]+$")
_TO_REPORT = re.compile(r"\(b?/[cC€e]\)(?=[;.,]?$)")

# Pairs of words of which the left one is not Vietnamese here, or not in any paper of an office.
_PAIRS = {
    "nhân dần": "nhân dân", "nhần dân": "nhân dân", "nhần dần": "nhân dân", "nông dần": "nông dân",
    "dần cư": "dân cư", "dần tộc": "dân tộc", "dần chủ": "dân chủ", "dần quân": "dân quân",
    "dần vận": "dân vận", "toàn dần": "toàn dân", "tố chức": "tổ chức", "tố quốc": "tổ quốc",
    "tỉnh thần": "tinh thần", "tỉnh gọn": "tinh gọn", "tuyền truyền": "tuyên truyền",
    "mồ hình": "mô hình", "giảm nghẻo": "giảm nghèo", "thoát nghẻo": "thoát nghèo", "hộ nghẻo": "hộ nghèo",
    "đối mới": "đổi mới", "sửa đối": "sửa đổi", "trao đối": "trao đổi", "chính quyên": "chính quyền",
    "mồi trường": "môi trường", "nồng thôn": "nông thôn", "thanh niền": "thanh niên",
    "phần công": "phân công", "phẫn đấu": "phấn đấu", "kiếm tra": "kiểm tra", "chuyền môn": "chuyên môn",
    "điến hình": "điển hình", "thông tỉn": "thông tin", "an nỉnh": "an ninh", "yêu câu": "yêu cầu",
    "mục tiểu": "mục tiêu", "thiếu số": "thiểu số", "theo đồi": "theo dõi", "lăng phí": "lãng phí",
    "đồ thị": "đô thị", "tuyền giáo": "tuyên giáo",
}  # fmt: skip


def mended(tokens: list[Token], page: Image.Image) -> list[Token]:
    """The words of a grey page with the known mistakes mended."""
    return [token for row in rows_of([_spelled(token) for token in tokens]) for token in _row(row, page)]


def _spelled(token: Token) -> Token:
    text = _LETTER_D.sub("Đ", _EDGE.sub("", token.text))
    text = _TO_REPORT.sub("(b/c)", text)
    return token if text == token.text else token.with_text(text)


def _row(row: Row, page: Image.Image) -> Row:
    first, *others = row
    if others and _ROMAN.fullmatch(first.text) and others[0].text[:2].isupper():
        strokes = _strokes(first, page)
        first = _mend(first, "I" * strokes + ".") if 1 <= strokes <= 3 else first
    elif glued := _GLUED.fullmatch(first.text):
        first = first.with_text(f"{glued[1]} {glued[2]}")
    return _paired([first, *others])


def _paired(row: Row) -> Row:
    made = list(row)
    for at in range(len(made) - 1):
        first, second = made[at], made[at + 1]
        bare = re.sub(r"\W+$", "", second.text)
        right = _PAIRS.get(f"{first.text} {bare}".lower())
        if right is None or re.search(r"\W$", first.text):
            continue
        left_word, right_word = right.split()
        made[at] = _mend(first, _cased(left_word, first.text))
        made[at + 1] = _mend(second, _cased(right_word, bare) + second.text[len(bare) :])
    return made


def _mend(token: Token, text: str) -> Token:
    if text == token.text:
        return token
    return replace(token, text=text, confidence=min(token.confidence, MENDED))


def _cased(word: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word.capitalize() if like[:1].isupper() else word


def _strokes(token: Token, page: Image.Image) -> int:
    """How many upright strokes a numeral has: its ink along the middle, where no serif joins them."""
    left, top, right, bottom = token.box or (0, 0, 0, 0)
    middle, reach = (top + bottom) // 2, max(1, (bottom - top) // 8)
    ink = np.asarray(page.crop((left, middle - reach, right, middle + reach)))
    if ink.size == 0:
        return 0
    columns = np.concatenate(([0], (ink.mean(axis=0) < 128).astype(np.int8)))
    return int((np.diff(columns) == 1).sum())
