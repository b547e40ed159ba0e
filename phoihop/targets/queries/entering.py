"""An act of entering before it is kept: old → new, what is asked, what cannot be kept; and acts in a list."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, Q, QuerySet

from phoihop.core import clock
from phoihop.core.collecting import cycles_left_alone
from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.organisations.queries import area_labels, body_labels
from phoihop.programmes.models import Edition
from phoihop.programmes.models.visibility import bodies_written_for
from phoihop.targets.calculations import NOT_REPORTED, amount_words
from phoihop.targets.calculations.plausibility import Doubt
from phoihop.targets.entries import ORIGIN, FigureRow, Key, unpacked
from phoihop.targets.models import Entering, Figure, Target
from phoihop.targets.permissions import RECORDS
from phoihop.targets.queries.ground import Ground, Known, ground_of
from phoihop.targets.queries.plausibility import doubts_of
from phoihop.targets.queries.row_problems import problems_of
from phoihop.targets.statuses import EnteringStatus

MOST_ASKED, MOST_SHOWN = 150, 300
"""Conflicts and doubts a page asks one by one; lines of old → new it shows."""
_SOME_REASON = "-"


@dataclass(frozen=True)
class PreviewLine:
    """One figure: what stands now and what would; `over` is the figure it would replace."""

    name: str
    target: str
    unit: str
    old: str
    new: str
    note: str
    place: str
    over: int | None
    doubts: tuple[Doubt, ...] = ()
    problem: str = ""


@dataclass(frozen=True)
class Shown:
    """The first lines of a list, and how many it has."""

    lines: list[PreviewLine]
    count: int

    @property
    def more(self) -> int:
        return self.count - len(self.lines)


@dataclass(frozen=True)
class Preview:
    """Each figure stands in one list alone: `wrong` (`refused` of them could be read), `conflicts`, or kept.

    `doubtful` are those of `kept` that ask something first; `kept` shows corrections before new figures.
    """

    wrong: Shown
    refused: int
    conflicts: Shown
    doubtful: Shown
    kept: Shown
    corrected: int
    same: int

    @property
    def recorded(self) -> int:
        return self.kept.count - self.corrected

    @property
    def needs_reason(self) -> bool:
        """A correction among what would be kept, or among what the person may choose to replace."""
        return self.corrected > 0 or self.conflicts.count > 0


def visible_enterings(member: Member, editions: QuerySet[Edition]) -> QuerySet[Entering]:
    """Acts of the member's own bodies, and under the programmes they lead all that were kept."""
    own = bodies_written_for(member.body_id).values("pk")
    if member.role not in RECORDS:
        return Entering.objects.none()
    led = Q(edition__programme__lead__in=own) & ~Q(status__in=[EnteringStatus.READ, EnteringStatus.DROPPED])
    return Entering.objects.filter(Q(by_body__in=own) | led, edition__in=editions.values("pk"))


@cycles_left_alone()
def preview_of(entering: Entering, *, member: Member, at: datetime) -> Preview:
    """What keeping the act would do as things stand now; thirty queries, whatever the number of figures.

    Only the lines a page shows are put into words.
    """
    rows = [unpacked(values) for values in entering.rows]
    ground = ground_of(rows, entering.period, member=member)
    problems = problems_of(rows, entering.period, ground=ground, reason=_SOME_REASON, at=at)
    same = {i for i, p in problems.items() if p.is_conflict and _says_what_stands(rows[i], ground.known)}
    asked = doubts_of([row for i, row in enumerate(rows) if i not in same], entering.period)
    kept = [row for i, row in enumerate(rows) if i not in problems]
    corrections = [row for row in kept if row.seen is not None]
    refused = [(rows[i], p.words) for i, p in problems.items() if not p.is_conflict]
    conflicts = [rows[i] for i, p in problems.items() if p.is_conflict and i not in same]
    doubtful = [row for row in kept if row.key in asked]
    unread = entering.problems[:MOST_ASKED]
    first = [*corrections[:MOST_SHOWN], *[row for row in kept if row.seen is None][:MOST_SHOWN]][:MOST_SHOWN]
    shown = [*first, *doubtful[:MOST_ASKED], *conflicts[:MOST_ASKED], *[r for r, _ in refused[:MOST_ASKED]]]
    words = _Words([row.key for row in shown], [values[0] for values in unread], ground, on=clock.day_of(at))
    wrong = [
        *(words.unread(*values) for values in unread),
        *(words.line(*one) for one in refused[:MOST_ASKED]),
    ]
    return Preview(
        wrong=Shown(wrong[:MOST_ASKED], len(entering.problems) + len(refused)),
        refused=len(refused),
        conflicts=Shown([words.line(row) for row in conflicts[:MOST_ASKED]], len(conflicts)),
        doubtful=Shown([words.line(r, "", asked[r.key]) for r in doubtful[:MOST_ASKED]], len(doubtful)),
        kept=Shown([words.line(row) for row in first], len(kept)),
        corrected=len(corrections),
        same=len(same),
    )


def _says_what_stands(row: FigureRow, known: Mapping[Key, Known]) -> bool:
    now = known.get(row.key)
    return now is not None and now.amount == row.amount


class _Words:
    """Names of targets and units, and figures in print, of the lines shown."""

    def __init__(self, keys: Sequence[Key], unread: Sequence[Key], ground: Ground, *, on: date) -> None:
        self.ground = ground
        bodies = {body for _, body, _ in [*keys, *unread]}
        self.bodies = {pk: label.short_name for pk, label in body_labels(bodies, on).items()}
        away = {area for _, _, area in ground.elsewhere}
        self.areas = {pk: label.full_name for pk, label in area_labels(away, on).items()}
        targets = Target.objects.filter(pk__in={target for target, _, _ in [*keys, *unread]})
        self.targets = dict(targets.values_list("pk", "name"))

    def line(self, row: FigureRow, problem: str = "", doubts: Sequence[Doubt] = ()) -> PreviewLine:
        now = self.ground.known.get(row.key)
        spec = self.ground.specs.get(row.target_id)
        return PreviewLine(
            name=row.name,
            target=self.targets.get(row.target_id, ""),
            unit=self.unit(row.key),
            old=amount_words(spec, now.amount if now else None) if spec else "",
            new=amount_words(spec, row.amount) if spec else "",
            note=row.note,
            place=row.place,
            over=now.id if now else None,
            doubts=tuple(doubts),
            problem=problem,
        )

    def unread(self, key: Key, place: str, words: str) -> PreviewLine:
        return PreviewLine(
            name="", target=self.targets.get(key[0], ""), unit=self.unit(key), old=NOT_REPORTED, new="",
            note="", place=place, over=None, problem=words,
        )  # fmt: skip

    def unit(self, key: Key) -> str:
        body = self.bodies.get(key[1], "")
        return f"{body}, {self.areas[key[2]]}" if key[2] in self.areas else body


@dataclass(frozen=True)
class EnteringLine:
    """An act in the list of acts."""

    id: int
    period: Period
    kind: str
    status: str
    label: str
    by: str
    body: str
    at: datetime
    file: str
    recorded: int
    corrected: int
    undone: str

    @property
    def colour(self) -> str:
        return {"kept": "green", "read": "orange"}.get(self.status, "secondary")


def entering_lines(rows: QuerySet[Entering], *, on: date, most: int = 50) -> list[EnteringLine]:
    """The newest acts; two queries."""
    found = list(
        rows.select_related("by_person", "file", "undone_by")
        .defer("rows", "problems")
        .order_by("-at", "-pk")[:most]
    )
    names = _names({row.by_body_id for row in found}, on)
    return [_entering_line(row, names) for row in found]


def _names(ids: Collection[int], on: date) -> dict[int, str]:
    return {pk: label.short_name for pk, label in body_labels(ids, on).items()}


def _entering_line(row: Entering, names: Mapping[int, str]) -> EnteringLine:
    undone = ""
    if row.undone_by and row.undone_at:
        undone = f"{row.undone_by.full_name}, {clock.day_of(row.undone_at):%d/%m/%Y}: {row.undone_reason}"
    return EnteringLine(
        id=row.pk, period=row.period, kind=row.get_kind_display(), status=row.status,
        label=row.get_status_display(), by=row.by_person.full_name, body=names[row.by_body_id],
        at=row.kept_at or row.at, file=row.file.name if row.file else "", recorded=row.recorded,
        corrected=row.corrected, undone=undone,
    )  # fmt: skip


@dataclass(frozen=True)
class KeptLine:
    """A figure of an act: before and after; `confirmed`: what was asked of an unlikely one, with the note."""

    id: int
    target_id: int
    target: str
    unit: str
    old: str
    new: str
    note: str
    is_current: bool
    confirmed: str


def kept_figures(entering: Entering, *, most: int, on: date) -> list[KeptLine]:
    """The first figures the act recorded, corrections first; four queries."""
    targets = {values[0] for values in entering.rows}
    rows = Figure.objects.filter(
        target__in=targets, period_start=entering.period_start, origin=ORIGIN, origin_id=entering.pk
    ).select_related("target", "corrects", "corrected_by", "confirmation")
    found = list(rows.order_by(F("corrects").asc(nulls_last=True), "pk")[:most])
    names = _names({row.body_id for row in found}, on)
    return [_kept_line(row, names) for row in found]


def _kept_line(row: Figure, names: Mapping[int, str]) -> KeptLine:
    spec, asked = row.target.spec, getattr(row, "confirmation", None)
    return KeptLine(
        id=row.pk,
        target_id=row.target_id,
        target=row.target.name,
        unit=names[row.body_id],
        old=amount_words(spec, row.corrects.amount if row.corrects else None),
        new=amount_words(spec, row.amount),
        note=row.note,
        is_current=not hasattr(row, "corrected_by"),
        confirmed=f"{asked.question} {asked.note}".strip() if asked else "",
    )
