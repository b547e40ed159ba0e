"""Names of bodies and what words in a text mean which body. Pure: no queries, no clock."""

from collections.abc import Iterable
from dataclasses import dataclass

from phoihop.core.vietnamese import fold, nfc
from phoihop.organisations.models import AreaKind, BodyKind, Level

SOCIO_POLITICAL = (
    BodyKind.LABOUR_FEDERATION,
    BodyKind.FARMERS_UNION,
    BodyKind.WOMENS_UNION,
    BodyKind.YOUTH_UNION,
    BodyKind.VETERANS_ASSOCIATION,
)
"""The five socio-political organisations: Luật MTTQ Việt Nam, Điều 5 (2), amended by Luật 97/2025/QH15."""

KINDS_BY_CODE: dict[str, tuple[BodyKind, ...]] = {
    "UBND": (BodyKind.PEOPLES_COMMITTEE,),
    "HDND": (BodyKind.PEOPLES_COUNCIL,),
    "MTTQ": (BodyKind.FRONT_COMMITTEE,),
    "LDLD": (BodyKind.LABOUR_FEDERATION,),
    "ND": (BodyKind.FARMERS_UNION,),
    "PN": (BodyKind.WOMENS_UNION,),
    "TN": (BodyKind.YOUTH_UNION,),
    "CCB": (BodyKind.VETERANS_ASSOCIATION,),
    "DANG": (BodyKind.PARTY_COMMITTEE,),
    "CONGAN": (BodyKind.POLICE,),
    "KDC": (BodyKind.FRONT_WORK_BOARD,),
    "TTND": (BodyKind.PEOPLE_INSPECTORATE,),
    "GSDTCD": (BodyKind.COMMUNITY_INVESTMENT_BOARD,),
    "CTXH": SOCIO_POLITICAL,
    "MEMBERS": (*SOCIO_POLITICAL, BodyKind.MEMBER_ORGANISATION),
}
"""The reader's party codes; CTXH and MEMBERS are group words."""


@dataclass(frozen=True)
class StandardName:
    """How a body of a kind at a place is called in full and in short, and its letters in document symbols."""

    name: str
    short_name: str
    symbol: str


_PATTERNS: dict[BodyKind, tuple[str, str, str]] = {
    BodyKind.PEOPLES_COMMITTEE: ("Ủy ban nhân dân", "UBND", "UBND"),
    BodyKind.PEOPLES_COUNCIL: ("Hội đồng nhân dân", "HĐND", "HĐND"),
    BodyKind.FRONT_COMMITTEE: ("Ủy ban Mặt trận Tổ quốc Việt Nam", "Ủy ban MTTQ Việt Nam", "MTTQ"),
    BodyKind.LABOUR_FEDERATION: ("Liên đoàn Lao động", "LĐLĐ", "LĐLĐ"),
    BodyKind.FARMERS_UNION: ("Hội Nông dân", "Hội Nông dân", "HND"),
    BodyKind.WOMENS_UNION: ("Hội Liên hiệp Phụ nữ", "Hội LHPN", "HPN"),
    BodyKind.YOUTH_UNION: ("Đoàn Thanh niên Cộng sản Hồ Chí Minh", "Đoàn TNCS Hồ Chí Minh", "ĐTN"),
    BodyKind.VETERANS_ASSOCIATION: ("Hội Cựu chiến binh", "Hội CCB", "CCB"),
    BodyKind.OFFICE: ("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", "Văn phòng HĐND và UBND", "VP"),
    BodyKind.POLICE: ("Công an", "Công an", "CA"),
    BodyKind.MILITARY_COMMAND: ("Ban Chỉ huy quân sự", "Ban CHQS", "BCHQS"),
    BodyKind.FRONT_WORK_BOARD: ("Ban Công tác Mặt trận", "Ban CTMT", "BCTMT"),
    BodyKind.PEOPLE_INSPECTORATE: ("Ban Thanh tra nhân dân", "Ban TTND", "BTTND"),
    BodyKind.COMMUNITY_INVESTMENT_BOARD: ("Ban Giám sát đầu tư của cộng đồng", "Ban GSĐTCĐ", "BGSĐTCĐ"),
}
_NATIONAL: dict[BodyKind, StandardName] = {
    BodyKind.FRONT_COMMITTEE: StandardName(
        "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", "Ủy ban Trung ương MTTQ Việt Nam", "MTTW"
    ),
}
"""Those of the whole country that are not called by the name of the place."""
_PARTY_COMMITTEES: dict[AreaKind, tuple[str, str]] = {
    AreaKind.PROVINCE: ("Tỉnh ủy", "TU"),
    AreaKind.MUNICIPALITY: ("Thành ủy", "TU"),
    AreaKind.RURAL_DISTRICT: ("Huyện ủy", "HU"),
    AreaKind.PROVINCIAL_CITY: ("Thành ủy", "TU"),
    AreaKind.TOWN: ("Thị ủy", "TU"),
    AreaKind.URBAN_DISTRICT: ("Quận ủy", "QU"),
}


def standard_name(
    kind: BodyKind, *, level: Level, area_kind: AreaKind, area_name: str, place: str
) -> StandardName | None:
    """The usual name at a place; None for kinds named one by one (departments, member organisations).

    `place` is type and name ("xã Lam Sơn"). In a commune the trade union is a Công đoàn, not a federation.
    """
    if kind == BodyKind.PARTY_COMMITTEE:
        if area_kind in _PARTY_COMMITTEES:
            words, symbol = _PARTY_COMMITTEES[area_kind]
            return StandardName(f"{words} {area_name}", f"{words} {area_name}", symbol)
        return StandardName(f"Đảng ủy {place}", f"Đảng ủy {place}", "ĐU")
    if kind == BodyKind.LABOUR_FEDERATION and level == Level.COMMUNE:
        return StandardName(f"Công đoàn {place}", f"Công đoàn {place}", "CĐ")
    if level == Level.NATION and kind in _NATIONAL:
        return _NATIONAL[kind]
    if kind not in _PATTERNS:
        return None
    full, short, symbol = _PATTERNS[kind]
    return StandardName(f"{full} {place}", f"{short} {place}", symbol)


_WORDS: dict[str, str] = {
    "UBND": "ubnd|uy ban nhan dan|tt ubnd|vp ubnd",
    "HDND": "hdnd|hoi dong nhan dan|tt hdnd",
    "MTTQ": (
        "mttq|mttqvn|mttq vn|mttq viet nam|ub mttq|ub mttq vn|ub mttqvn|ub mttq viet nam|"
        "ubmttq|ubmttqvn|ubmttq vn|ubmttq viet nam|uy ban mttq|uy ban mttqvn|uy ban mttq vn|"
        "uy ban mttq viet nam|mat tran|mat tran to quoc|mat tran to quoc viet nam|uy ban mat tran|"
        "uy ban mat tran to quoc|uy ban mat tran to quoc viet nam"
    ),
    "LDLD": "ldld|lien doan lao dong|cong doan|to chuc cong doan",
    "ND": "hoi nong dan|hoi nong dan viet nam|hnd|hoi nd",
    "PN": (
        "hoi lhpn|hoi lhpn viet nam|hoi lien hiep phu nu|hoi lien hiep phu nu viet nam|hoi phu nu|"
        "hlhpn|hpn|hoi pn"
    ),
    "TN": (
        "doan thanh nien|doan tn|dtn|doan tncs|doan tncs hcm|doan tncshcm|doan tncs ho chi minh|"
        "doan thanh nien cong san|doan thanh nien cong san ho chi minh|doan thanh nien cshcm"
    ),
    "CCB": "hoi ccb|hoi cuu chien binh|hoi cuu chien binh viet nam|ccb|cuu chien binh",
    "DANG": "dang uy|tinh uy|thanh uy|huyen uy|thi uy|quan uy|cap uy|dang bo",
    "CONGAN": "cong an|ca",
    "KDC": "ban cong tac mat tran|ban ctmt|khu dan cu|ban cong tac mat tran khu dan cu|ban ctmt khu dan cu",
    "TTND": "ban thanh tra nhan dan|ban ttnd|bttnd|ttnd",
    "GSDTCD": "ban giam sat dau tu cua cong dong|ban giam sat dau tu cong dong|ban gsdtcd|bgsdtcd|gsdtcd",
    "CTXH": (
        "to chuc chinh tri xa hoi|to chuc ctxh|to chuc ct xh|tc ctxh|tc ct xh|tcctxh|ctxh|ct xh|"
        "doan the|doan the chinh tri|doan the chinh tri xa hoi|to chuc doan the|"
        "to chuc doan the chinh tri xa hoi"
    ),
    "MEMBERS": (
        "to chuc thanh vien|to chuc thanh vien cua mttq|to chuc thanh vien cua mat tran|thanh vien cua mttq"
    ),
}
_CODE_BY_WORDS = {words: code for code, forms in _WORDS.items() for words in forms.split("|")}
_LEADING = (
    "tm",
    "kt",
    "ban thuong truc",
    "thuong truc",
    "btt",
    "ban thuong vu",
    "btv",
    "ban chap hanh",
    "bch",
    "lanh dao",
    "chu tich",
    "dong chi chu tich",
    "cac",
    "moi",
    "tung",
)
_PARTY_WORDS: dict[str, frozenset[AreaKind]] = {
    "tinh uy": frozenset({AreaKind.PROVINCE}),
    "thanh uy": frozenset({AreaKind.PROVINCIAL_CITY, AreaKind.MUNICIPALITY}),
    "huyen uy": frozenset({AreaKind.RURAL_DISTRICT}),
    "thi uy": frozenset({AreaKind.TOWN}),
    "quan uy": frozenset({AreaKind.URBAN_DISTRICT}),
}


def code_of(words: str) -> str | None:
    """The reader's code of folded words without a place: "ban thuong truc ub mttq viet nam" → MTTQ."""
    words = without_leading(words)
    return _CODE_BY_WORDS.get(words)


def party_kinds(words: str) -> frozenset[AreaKind]:
    """The types of place whose Party committee has this name; empty where the name does not say."""
    return _PARTY_WORDS.get(without_leading(words), frozenset())


def without_leading(words: str) -> str:
    """Folded words without the organ or officer that acts for a body, and without "các"."""
    changed = True
    while changed:
        changed = False
        for lead in _LEADING:
            if words.startswith(f"{lead} "):
                words, changed = words.removeprefix(f"{lead} "), True
    return words


def without_place(words: str, *, places: Iterable[str]) -> tuple[str, str]:
    """Folded words parted from the place they end with: ("hoi nong dan", "huyen duc co"); "" where none."""
    for place in sorted(places, key=len, reverse=True):
        if words.endswith(f" {place}"):
            return words.removesuffix(f" {place}"), place
    return words, ""


def folded_names(*names: str) -> set[str]:
    """The keys by which a body is found in a text."""
    return {fold(name) for name in names if name}


_TYPE_WORDS = sorted(
    ((kind.label, kind) for kind in AreaKind if kind not in {AreaKind.NATION, AreaKind.MUNICIPALITY}),
    key=lambda pair: -len(pair[0]),
)


def kind_and_name(text: str, *, is_province: bool = False) -> tuple[AreaKind, str] | None:
    """Type and name of a place as people write them: "Xã Lam Sơn"; None without a type or a name."""
    words = " ".join(nfc(text).split())
    for label, kind in _TYPE_WORDS:
        if words.lower().startswith(f"{label} "):
            name = words[len(label) :].strip()
            is_city = is_province and kind == AreaKind.PROVINCIAL_CITY
            return (AreaKind.MUNICIPALITY if is_city else kind), name
    return None
