"""The annexes of a programme: its targets, who does what, and an empty registration sheet."""

from collections import defaultdict
from datetime import date

from django.db.models import Q

from phoihop.organisations.queries import body_labels
from phoihop.plans.registration_papers import registration_annex
from phoihop.programmes.models import Assignment, Clause, Edition
from phoihop.programmes.models.facts import AssignmentRole
from phoihop.programmes.queries.adopted import editions_in_text
from phoihop.programmes.queries.texts import shortened
from phoihop.targets.calculations import target_words, when_words
from phoihop.targets.models import Contribution, Target
from phoihop.targets.queries import localised
from phoihop.writing.document import Align, Annex, Column, Table

_LEADS = (AssignmentRole.LEAD, AssignmentRole.FOCAL)
_TARGETS = (
    Column(title="STT", width=10, align=Align.CENTRE),
    Column(title="Mục", width=16, align=Align.CENTRE),
    Column(title="Chỉ tiêu", width=84),
    Column(title="Mức phải đạt", width=42, align=Align.CENTRE),
    Column(title="Thời hạn", width=32, align=Align.CENTRE),
    Column(title="Đơn vị, phần đảm nhận", width=63),
)
_ROLES = (
    Column(title="Mục", width=16, align=Align.CENTRE),
    Column(title="Nội dung", width=96),
    Column(title="Chủ trì, đầu mối", width=52),
    Column(title="Phối hợp, thực hiện", width=83),
)


def targets_annex(edition: Edition, *, on: date) -> Annex | None:
    """Every target with what must be reached, by when and by whom; None when there is none; three queries.

    Those of a programme above are the ones asked of this place, by its own bodies; one query more.
    """
    rows_in_text = Target.objects.filter(edition__in=editions_in_text(edition.pk))
    found = list(rows_in_text.select_related("clause").order_by("order"))
    own = [target for target in found if target.edition_id == edition.pk]
    above = [target for target in found if target.edition_id != edition.pk]
    place = edition.programme.area_id
    targets = [*localised(above, at=[place]), *own]
    if not targets:
        return None
    shares = _shares(targets, on, here={target.pk for target in above}, place=place)
    rows = tuple(
        (
            str(number),
            target.clause.path,
            target.name,
            target_words(target.spec),
            when_words(target.spec),
            shares[target.pk],
        )
        for number, target in enumerate(targets, start=1)
    )
    return Annex(title="Các chỉ tiêu", blocks=(Table(columns=_TARGETS, rows=rows),), is_landscape=True)


def _shares(targets: list[Target], on: date, *, here: set[int], place: int) -> dict[int, str]:
    """Who takes on what; of the targets `here` only the bodies of the place, of one's own only its bodies."""
    ids = [target.pk for target in targets]
    known = Contribution.objects.filter(target__in=ids).filter(~Q(target__in=here) | Q(area=place))
    rows = list(known.order_by("-is_lead", "pk"))
    labels = body_labels({row.body_id for row in rows}, on)
    found: dict[int, list[str]] = defaultdict(list)
    for row in rows:
        share = "" if row.value is None else f": {row.value.normalize():f}".replace(".", ",")
        found[row.target_id].append(labels[row.body_id].short_name + share)
    return {target.pk: "; ".join(found[target.pk]) for target in targets}


def roles_annex(edition: Edition, *, on: date) -> Annex | None:
    """Who leads and who takes part, clause by clause; None when nobody is named; two queries."""
    rows = list(
        Assignment.objects.filter(clause__edition=edition)
        .select_related("clause")
        .order_by("clause__order", "pk")
    )
    if not rows:
        return None
    labels = body_labels({row.body_id for row in rows}, on)
    clauses: dict[int, Clause] = {row.clause_id: row.clause for row in rows}
    lead: dict[int, list[str]] = defaultdict(list)
    others: dict[int, list[str]] = defaultdict(list)
    for row in rows:
        (lead if row.role in _LEADS else others)[row.clause_id].append(labels[row.body_id].short_name)
    table = Table(
        columns=_ROLES,
        rows=tuple(
            (clause.path, _what(clause), _names(lead[pk]), _names(others[pk]))
            for pk, clause in clauses.items()
        ),
    )
    return Annex(title="Phân công thực hiện", blocks=(table,), is_landscape=True)


def sheet_annex() -> Annex:
    """The empty registration sheet (bảng đăng ký) each unit fills in."""
    return registration_annex()


def _names(names: list[str]) -> str:
    return "; ".join(dict.fromkeys(names))


def _what(clause: Clause) -> str:
    return shortened(clause.text.strip().removeprefix(clause.label).lstrip(" .)/-\t\xa0"))
