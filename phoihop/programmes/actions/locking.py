"""What every action on an edition begins and ends with: the locked row, and the decision that users see."""

from datetime import datetime
from typing import Any

from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.core.vietnamese import fold
from phoihop.programmes.models import Edition, EditionDecision, Programme
from phoihop.programmes.statuses import EditionStatus


def locked(edition: Edition) -> Edition:
    """The edition's row, locked, with its programme."""
    return Edition.objects.select_for_update(of=("self",)).select_related("programme").get(pk=edition.pk)


def locked_draft(edition: Edition, *, version: int | None = None) -> Edition:
    """The locked row of a draft; Refused when it left draft, Conflict when `version` is stale."""
    row = locked(edition)
    if row.status != EditionStatus.DRAFT:
        raise Refused("Văn bản đã trình ký hoặc đã ký nên không sửa được nữa.")
    if version is not None and row.version != version:
        raise Conflict("Dự thảo chương trình")
    return row


def touch(edition: Edition) -> None:
    """Another version of the draft: forms opened before this one are stale."""
    edition.version += 1
    edition.save(update_fields=["version"])


def decide(
    edition: Edition,
    verb: str,
    *,
    by: Member,
    at: datetime,
    note: str = "",
    data: dict[str, Any] | None = None,
) -> None:
    """Write who did what with the edition."""
    EditionDecision.objects.create(
        edition=edition,
        verb=verb,
        note=note,
        data=data or {},
        by_person_id=by.person_id,
        by_body_id=by.body_id,
        at=at,
    )


def make_findable(programme: Programme, edition: Edition) -> None:
    """Keep the programme's search key: its name, the edition's title and every edition's number, unmarked."""
    others = programme.editions.exclude(pk=edition.pk).exclude(number_text="").order_by("sequence")
    numbers = [edition.number_text, *others.values_list("number_text", flat=True)]
    programme.folded = fold(" ".join([programme.name, edition.title, *numbers]))
    programme.save(update_fields=["folded"])
