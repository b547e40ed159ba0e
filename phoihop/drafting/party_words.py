"""What the words of a paper for its parties mean at a place on a day: proposals, and the page to choose."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from phoihop.core.vietnamese import fold
from phoihop.drafting.models import Draft, DraftParty
from phoihop.drafting.proposals.facts import FactProposal, codes_in
from phoihop.organisations.models import Area, Body, BodyKind
from phoihop.organisations.queries import (
    BodyLabel,
    area_path,
    bodies_by_code,
    body_labels,
    path_words,
    resolve_alias,
    search_areas,
)

type Json = dict[str, Any]

WORDS = {
    "UBND": "Ủy ban nhân dân",
    "HDND": "Hội đồng nhân dân",
    "MTTQ": "Ủy ban Mặt trận Tổ quốc",
    "LDLD": "Công đoàn, Liên đoàn Lao động",
    "ND": "Hội Nông dân",
    "PN": "Hội Liên hiệp Phụ nữ",
    "TN": "Đoàn Thanh niên",
    "CCB": "Hội Cựu chiến binh",
    "CTXH": "các tổ chức chính trị - xã hội",
    "MEMBERS": "các tổ chức thành viên của Mặt trận",
    "DANG": "cấp ủy",
    "KDC": "khu dân cư, Ban Công tác Mặt trận",
    "TTND": "Ban Thanh tra nhân dân",
    "GSDTCD": "Ban Giám sát đầu tư của cộng đồng",
    "CONGAN": "Công an",
}
STANDARD_KINDS = (
    BodyKind.PEOPLES_COMMITTEE,
    BodyKind.FRONT_COMMITTEE,
    BodyKind.FARMERS_UNION,
    BodyKind.WOMENS_UNION,
    BodyKind.YOUTH_UNION,
    BodyKind.VETERANS_ASSOCIATION,
)


@dataclass(frozen=True)
class PartyRow:
    """One word of the text and what was chosen for it."""

    id: int
    code: str
    words: str
    chosen: frozenset[int]
    chosen_words: str
    is_signing: bool
    is_left_out: bool

    @property
    def is_settled(self) -> bool:
        return bool(self.chosen) or self.is_left_out


@dataclass(frozen=True)
class BodyChoice:
    id: int
    label: str


@dataclass(frozen=True)
class PartiesPage:
    """The page on which the words for parties become named bodies."""

    area_name: str
    day: date
    parties: list[PartyRow]
    bodies: list[BodyChoice]
    missing_kinds: list[BodyKind]

    @property
    def missing_words(self) -> str:
        return ", ".join(kind.label for kind in self.missing_kinds)


def paper_day(header: Json, today: date) -> date:
    """The day whose places and bodies the paper means: its date, else its first year, else today."""
    if header["date"]:
        return date.fromisoformat(header["date"])
    start = header["period"]["start"]
    return date(start, 1, 1) if start else today


def place_and_day(header: Json, *, default: Area, today: date) -> tuple[Area, date]:
    """The place the first issuer names on the paper's day, if exactly one has that name; else `default`."""
    day = paper_day(header, today)
    issuers = header.get("issuers") or [""]
    words = issuers[0].partition(" ")[2]
    named = [hit for hit in search_areas(words, day) if fold(hit.label) == fold(words)]
    return (Area.objects.get(pk=named[0].area_id) if len(named) == 1 else default), day


def day_of(draft: Draft, today: date) -> date:
    """The day whose places and bodies this draft means."""
    return paper_day(draft.facts.get(kind="header").values, today)


def propose_parties(draft: Draft, *, area: Area, day: date) -> None:
    """A row for each word the facts use that has none yet, with the bodies it names at `area` on `day`.

    Words under which somebody signed are marked as signing.
    """
    by_code = bodies_by_code(area, day)
    signing = {fact.values["party"] for fact in draft.facts.filter(kind="signatory")}
    known = set(draft.parties.values_list("code", flat=True))
    for code in _codes(draft):
        if code not in known:
            party = DraftParty.objects.create(draft=draft, code=code, is_signing=code in signing)
            party.bodies.set(by_code.get(code) or resolve_alias(code, area, day))


def _codes(draft: Draft) -> list[str]:
    facts = draft.facts.standing().exclude(status="rejected").order_by("order")
    return codes_in([FactProposal(f.kind, None, {}, f.values, ()) for f in facts])


def parties_page(draft: Draft, *, day: date) -> PartiesPage:
    """What the page shows, words still unclear first; a constant number of queries."""
    path = area_path(draft.area_id, day) if draft.area_id else ()
    nearest = {step.id: order for order, step in enumerate(path)}
    bodies = sorted(
        Body.objects.on(day).filter(area_id__in=nearest), key=lambda b: (nearest[b.area_id], b.kind, b.pk)
    )
    rows = list(draft.parties.prefetch_related("bodies").order_by("pk"))
    chosen = {body.pk for row in rows for body in row.bodies.all()}
    labels = body_labels({body.pk for body in bodies} | chosen, day)
    own = {body.kind for body in bodies if draft.area and body.area_id == draft.area.pk}
    return PartiesPage(
        area_name=path_words(path),
        day=day,
        parties=sorted((_row(row, labels) for row in rows), key=lambda row: row.is_settled),
        bodies=[BodyChoice(body.pk, labels[body.pk].short_name) for body in bodies],
        missing_kinds=[kind for kind in STANDARD_KINDS if kind not in own],
    )


def _row(row: DraftParty, labels: dict[int, BodyLabel]) -> PartyRow:
    chosen = [body.pk for body in row.bodies.all()]
    return PartyRow(
        id=row.pk,
        code=row.code,
        words=WORDS.get(row.code, ""),
        chosen=frozenset(chosen),
        chosen_words=", ".join(labels[pk].short_name for pk in chosen),
        is_signing=row.is_signing,
        is_left_out=row.is_left_out,
    )
