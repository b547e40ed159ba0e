"""Targets go on into the next edition under their keys, with what each body answers for."""

from collections.abc import Mapping
from typing import Any

from django.db import models

from phoihop.programmes.models import Clause, Edition
from phoihop.targets.models import Contribution, InheritedShare, Target

_NO_SPAN: dict[str, Any] = {"span_start": None, "span_end": None}


def copy_targets(
    *, source: Edition, to: Edition, clauses: Mapping[int, Clause], keeps_spans: bool = False
) -> int:
    """Copy every target of `source` into the draft `to`; `clauses`: its clauses by their ids in `source`.

    A consequence of beginning an amendment or taking a recording back, which have asked permission.
    `keeps_spans` where both have the very same source text. Wholes before parts; answers how
    many; a fixed number of queries.
    """
    rows = list(Target.objects.filter(edition=source).order_by("order"))
    copies: dict[int, Target] = {}
    spans: dict[str, Any] = {} if keeps_spans else _NO_SPAN
    for level in ([r for r in rows if r.part_of_id is None], [r for r in rows if r.part_of_id is not None]):
        made = Target.objects.bulk_create(
            Target(
                **_values(
                    row, edition_id=to.pk, clause_id=clauses[row.clause_id].pk, version=1,
                    part_of_id=copies[row.part_of_id].pk if row.part_of_id else None, **spans,
                )
            )
            for row in level
        )  # fmt: skip
        copies.update({row.pk: copy for row, copy in zip(level, made, strict=True)})
    _copy_shares({pk: copy.pk for pk, copy in copies.items()})
    return len(rows)


def _copy_shares(copies: dict[int, int]) -> None:
    rows = list(Contribution.objects.filter(target__in=list(copies)).order_by("pk"))
    made = Contribution.objects.bulk_create(
        Contribution(**_values(row, target_id=copies[row.target_id])) for row in rows
    )
    shares = {row.pk: copy.pk for row, copy in zip(rows, made, strict=True)}
    standing = InheritedShare.objects.filter(contribution__in=list(shares), passed_on=None).order_by("pk")
    InheritedShare.objects.bulk_create(
        InheritedShare(**_values(row, contribution_id=shares[row.contribution_id], after_id=None))
        for row in standing
    )


def _values(row: models.Model, **changed: Any) -> dict[str, Any]:
    """The columns of a row for a copy of it."""
    columns = {f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields if not f.primary_key}
    return columns | changed
