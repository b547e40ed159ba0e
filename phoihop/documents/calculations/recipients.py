"""Lines of "Nơi nhận" as names: pure."""

import re

_LEADING = re.compile(r"^[\s\-\u2013\u2014+*•]+")
_PURPOSE = re.compile(
    r"\s*\((?:b/?c|thay b/?c|p/?h|t/?h|để [^)]*|phối hợp[^)]*)\)\s*$",
    re.IGNORECASE,
)
_FILED = re.compile(r"^lưu\b|\(lưu\b[^)]*\)$", re.IGNORECASE)
_THE_PARTIES = re.compile(
    r"(?:nhu (?:tren|kinh gui|dieu \d+)"
    r"|(?:cac )?(?:ben|co quan|don vi|to chuc)(?: tham gia)? (?:ky|ky ket|phoi hop|tham gia)(?: .*)?)"
)


def recipient_name(line: str) -> str:
    """A line without its hyphen, its purpose in brackets and its closing mark; "" for what is only filed."""
    name = _LEADING.sub("", line).strip().rstrip(" ;,.")
    name = _PURPOSE.sub("", name).rstrip(" ;,.")
    return "" if _FILED.search(name) else name


def means_the_parties(folded: str) -> bool:
    """Whether folded words mean all who signed: "nhu tren", "cac ben ky ket"."""
    return _THE_PARTIES.fullmatch(folded) is not None
