"""The matrix of a programme as a sheet: every clause with a role against every body."""

from collections import defaultdict
from datetime import date

from phoihop.organisations.queries import body_labels
from phoihop.programmes.models import Assignment, Edition
from phoihop.programmes.queries.adopted import editions_in_text
from phoihop.programmes.queries.texts import shortened
from phoihop.writing.sheets import Sheet, SheetColumn


def roles_sheet(edition: Edition, *, on: date) -> Sheet:
    """One row a clause, one column a body, its roles in the cell; an empty cell is no role. Two queries."""
    rows = (
        Assignment.objects.filter(clause__edition__in=editions_in_text(edition.pk))
        .select_related("clause")
        .order_by("clause__order", "role", "pk")
    )
    found: dict[int, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    clauses = {}
    for row in rows:
        clauses[row.clause_id] = row.clause
        found[row.clause_id][row.body_id].append(row.get_role_display())
    labels = body_labels({body for cells in found.values() for body in cells}, on)
    bodies = sorted(labels.values(), key=lambda label: label.sort_key)
    return Sheet(
        name="Phân công",
        title=f"Phân công thực hiện: {edition.programme.name}",
        columns=(
            SheetColumn(title="Mục", width=12),
            SheetColumn(title="Nội dung", width=60),
            *(SheetColumn(title=label.short_name, width=16) for label in bodies),
        ),
        rows=tuple(
            (
                clause.path,
                shortened(clause.text),
                *(", ".join(found[pk][label.id]) if label.id in found[pk] else None for label in bodies),
            )
            for pk, clause in clauses.items()
        ),
        has_sample_mark=edition.is_sample,
    )
