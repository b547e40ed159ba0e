"""The five real texts: where and when they were made, and what a person adds when confirming them.

Blanks of the papers stay blank ("không ghi"); a day in force the paper does not print is the first day of its
period, or the arrival stamp's day, as a person recording it would choose.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from phoihop.organisations.models import BodyKind

TEXTS = Path(__file__).parent / "texts"
OLD_LIST = "gso-2025-01-04"
NEW_LIST = "gso-2025-07-01"


@dataclass(frozen=True)
class Heir:
    """What became of a paper's place, and where the programme went if it was still running.

    `is_finished`: its time has run out since, with reports on paper that are not typed in again here.
    """

    places: tuple[str, ...]
    legal_document: str
    carried_on_in: tuple[str, ...] = ()
    is_finished: bool = False


@dataclass(frozen=True)
class Paper:
    """A text, its place (code in the list of 4/1/2025) and what is said at confirmation."""

    slug: str
    place: str
    name: str
    lead: BodyKind
    period_start: date
    period_end: date | None
    in_force_from: date
    heir: Heir

    @property
    def file(self) -> Path:
        return TEXTS / f"{self.slug}.txt"


_LAW = "Luật Tổ chức chính quyền địa phương số 72/2025/QH15"

PAPERS = (
    Paper(
        slug="bim-son-2017-2020",
        place="381",
        name="Phối hợp xây dựng nông thôn mới, đô thị văn minh thị xã Bỉm Sơn 2017 - 2020",
        lead=BodyKind.PEOPLES_COMMITTEE,
        period_start=date(2017, 10, 9),
        period_end=date(2020, 12, 31),
        in_force_from=date(2017, 10, 9),
        heir=Heir(places=("14812", "14818"), legal_document=_LAW),
    ),
    Paper(
        slug="duc-co-2017",
        place="631",
        name="Phối hợp thực hiện cuộc vận động Toàn dân đoàn kết, huyện Đức Cơ",
        lead=BodyKind.FRONT_COMMITTEE,
        period_start=date(2017, 7, 21),
        period_end=None,
        in_force_from=date(2017, 7, 21),
        heir=Heir(places=("23857", "23866", "23869", "23872", "23881", "23884"), legal_document=_LAW),
    ),
    Paper(
        slug="lam-son-2025",
        place="15556",
        name="Phối hợp công tác năm 2025 thị trấn Lam Sơn",
        lead=BodyKind.PEOPLES_COMMITTEE,
        period_start=date(2025, 1, 1),
        period_end=date(2025, 12, 31),
        in_force_from=date(2025, 1, 1),
        heir=Heir(places=("15544",), legal_document=_LAW, carried_on_in=("15544",), is_finished=True),
    ),
    Paper(
        slug="quang-nam-2020-2025",
        place="49",
        name="Phối hợp Mặt trận và các tổ chức chính trị - xã hội tỉnh Quảng Nam 2020 - 2025",
        lead=BodyKind.FRONT_COMMITTEE,
        period_start=date(2020, 1, 1),
        period_end=date(2025, 12, 31),
        in_force_from=date(2020, 1, 1),
        heir=Heir(places=("48",), legal_document=_LAW, carried_on_in=("48",)),
    ),
    Paper(
        slug="tam-ky-2024-2029",
        place="502",
        name="Chương trình hành động MTTQ thành phố Tam Kỳ nhiệm kỳ 2024 - 2029",
        lead=BodyKind.FRONT_COMMITTEE,
        period_start=date(2024, 1, 1),
        period_end=date(2029, 12, 31),
        in_force_from=date(2024, 1, 1),
        heir=Heir(
            places=("20341", "20335", "20350", "20356"),
            legal_document=_LAW,
            carried_on_in=("20341", "20335", "20350", "20356"),
        ),
    ),
)
