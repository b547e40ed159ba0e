"""Two editions side by side: clauses, targets, duties and roles; seven queries, whatever their length."""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from phoihop.organisations.queries import body_labels
from phoihop.programmes.calculations import due_rule_of, rule_words
from phoihop.programmes.calculations.differences import (
    ClauseChange,
    Fact,
    FactChange,
    TextClause,
    clause_changes,
    fact_changes,
)
from phoihop.programmes.models import Assignment, Clause, DutyRule, Edition
from phoihop.programmes.models.facts import DutySide
from phoihop.targets.calculations import count_words, is_counted_whole, target_words, when_words
from phoihop.targets.models import Contribution, Target

type Names = dict[int, str]
type Facts = dict[uuid.UUID, Fact]
_SIDES = {
    DutySide.OWES: "Đơn vị thực hiện",
    DutySide.REVIEWS: "Nơi nhận và duyệt",
    DutySide.TAKES_NOTE: "Nơi nhận để biết",
}


@dataclass(frozen=True)
class Difference:
    """What the later edition says otherwise; every line of both is there, the same ones without a change."""

    clauses: list[ClauseChange]
    targets: list[FactChange]
    duties: list[FactChange]
    roles: list[FactChange]

    @property
    def count(self) -> int:
        facts = [*self.targets, *self.duties, *self.roles]
        return sum(bool(row.changes) for row in self.clauses) + sum(row.change is not None for row in facts)

    def only_changes(self) -> "Difference":
        """Without what stayed the same."""
        return Difference(
            [row for row in self.clauses if row.changes],
            *([row for row in rows if row.change] for rows in (self.targets, self.duties, self.roles)),
        )


def difference_of(before: Edition, after: Edition, *, on: date) -> Difference:
    """`after` held against `before`, bodies under their names on `on`."""
    ids = [before.pk, after.pk]
    clauses = _by_edition(Clause.objects.filter(edition__in=ids).select_related("parent").order_by("order"))
    targets = list(Target.objects.filter(edition__in=ids).select_related("clause").order_by("order"))
    shares = list(Contribution.objects.filter(target__in=targets).order_by("-is_lead", "pk"))
    duties = list(
        DutyRule.objects.filter(clause__edition__in=ids)
        .select_related("clause")
        .prefetch_related("parties")
        .order_by("clause__order", "pk")
    )
    roles = list(
        Assignment.objects.filter(clause__edition__in=ids)
        .select_related("clause")
        .order_by("clause__order", "pk")
    )
    bodies = {row.body_id for row in shares} | {row.body_id for row in roles}
    bodies |= {party.body_id for duty in duties for party in duty.parties.all()}
    names = {pk: label.short_name for pk, label in body_labels(bodies, on).items()}
    target_facts, duty_facts = _targets(targets, shares, names), _duties(duties, names)
    role_facts = _roles(roles, names)
    return Difference(
        clauses=clause_changes(*(_texts(clauses[pk]) for pk in ids)),
        targets=fact_changes(*(target_facts[pk] for pk in ids)),
        duties=fact_changes(*(duty_facts[pk] for pk in ids)),
        roles=fact_changes(*(role_facts[pk] for pk in ids)),
    )


def _by_edition(rows: Iterable[Clause]) -> dict[int, list[Clause]]:
    found: dict[int, list[Clause]] = defaultdict(list)
    for row in rows:
        found[row.edition_id].append(row)
    return found


def _texts(rows: list[Clause]) -> list[TextClause]:
    return [
        TextClause(row.key, row.label, row.path, row.text, row.parent.key if row.parent else None, row.depth)
        for row in rows
    ]


def _targets(rows: list[Target], shares: list[Contribution], names: Names) -> dict[int, Facts]:
    by_target: dict[int, list[Contribution]] = defaultdict(list)
    for share in shares:
        by_target[share.target_id].append(share)
    found: dict[int, Facts] = defaultdict(dict)
    for row in rows:
        found[row.edition_id][row.key] = _target(row, by_target[row.pk], names)
    return found


def _target(row: Target, shares: list[Contribution], names: Names) -> Fact:
    spec = row.spec
    whole = is_counted_whole(spec)
    parts = [
        names[s.body_id] + ("" if s.value is None else f": {count_words(s.value, whole=whole)}")
        for s in shares
    ]
    fields = {
        "Chỉ tiêu": row.name,
        "Mức phải đạt": target_words(spec),
        "Thời hạn": when_words(spec),
        "Phạm vi": row.scope_text or row.get_scope_kind_display(),
        "Tính chất": "phấn đấu" if row.is_aspirational else "bắt buộc",
        "Phần đảm nhận": "; ".join(parts),
    }
    return Fact(row.name, row.clause.path, {label: words for label, words in fields.items() if words})


def _duties(rows: list[DutyRule], names: Names) -> dict[int, Facts]:
    found: dict[int, Facts] = defaultdict(dict)
    for row in rows:
        fields = {
            "Việc": f"{row.get_kind_display()}: {row.name}",
            "Hạn": rule_words(due_rule_of(row)),
            "Qua đầu mối": row.via_text,
        }
        for side, label in _SIDES.items():
            fields[label] = ", ".join(sorted(names[p.body_id] for p in row.parties.all() if p.side == side))
        kept = {label: words for label, words in fields.items() if words}
        found[row.clause.edition_id][row.key] = Fact(row.name, row.clause.path, kept)
    return found


def _roles(rows: list[Assignment], names: Names) -> dict[int, dict[tuple[uuid.UUID, int], Fact]]:
    """A body's roles in a clause are one line."""
    said: dict[tuple[int, uuid.UUID, int], list[Assignment]] = defaultdict(list)
    for row in rows:
        said[row.clause.edition_id, row.clause.key, row.body_id].append(row)
    found: dict[int, dict[tuple[uuid.UUID, int], Fact]] = defaultdict(dict)
    for (edition_id, key, body_id), given in said.items():
        words = ", ".join(sorted(row.get_role_display() for row in given))
        found[edition_id][key, body_id] = Fact(names[body_id], given[0].clause.path, {"Vai trò": words})
    return found
