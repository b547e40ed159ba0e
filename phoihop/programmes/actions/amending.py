"""An amendment begins as a copy of the text in force, is written like any draft, and may be dropped again."""

from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.core.vietnamese import nfc
from phoihop.programmes import permissions
from phoihop.programmes.actions.copying import Begun, copy_facts, copy_text, next_sequence
from phoihop.programmes.actions.locking import decide, locked, make_findable, touch
from phoihop.programmes.content import AmendmentTerms
from phoihop.programmes.models import Edition, Programme
from phoihop.programmes.statuses import UNDER_WAY, EditionKind, EditionStatus, Origin


@transaction.atomic
def begin_amendment(
    *, edition: Edition, terms: AmendmentTerms, like: Edition | None = None, by: Member, at: datetime
) -> Begun:
    """A draft that amends `edition`, with its whole text and facts under the same keys.

    `like`: an amendment undone earlier whose text it begins from instead. Refused unless the edition is in
    force and nothing else of the programme is on its way; of two at once the second is refused. Targets are
    the caller's. Lead and parties may begin one; only the lead sends it for signature.
    """
    Programme.objects.select_for_update(of=("self",)).get(pk=edition.programme_id)
    row = _amendable(edition, by)
    source = row if like is None else like
    if source != row and (source.amends_id is None or source.status != EditionStatus.UNDONE):
        raise Refused("Chỉ bắt đầu lại được từ một bản sửa đổi đã hoàn tác.")
    made = _draft(row, source, terms)
    clauses = copy_text(source, made)
    copy_facts(clauses)
    decide(row, "begin_amendment", by=by, at=at, note=made.grounds, data={"amendment": made.sequence})
    decide(made, "write", by=by, at=at, note=f"từ bản thứ {source.sequence}")
    return Begun(made, source, clauses)


def _amendable(edition: Edition, by: Member) -> Edition:
    row = locked(edition)
    if not permissions.can_write(by, row.programme, party_ids=row.parties.values_list("body_id", flat=True)):
        raise PermissionDenied
    if row.status != EditionStatus.IN_FORCE:
        raise Refused("Chỉ sửa đổi, bổ sung, thay thế được bản đang thực hiện.")
    if Edition.objects.filter(programme=row.programme, status__in=UNDER_WAY).exists():
        raise Refused("Đang có một bản sửa đổi soạn dở, chờ ký hoặc chờ hiệu lực: hãy xong bản đó trước.")
    return row


def _draft(row: Edition, source: Edition, terms: AmendmentTerms) -> Edition:
    _check(row, terms)
    return Edition.objects.create(
        programme=row.programme, sequence=next_sequence(row.programme), origin=Origin.SIGNED_HERE,
        kind=terms.kind, amends=row,
        effective_on=terms.effective_on, grounds=nfc(terms.grounds).strip(), title=source.title,
        opening=source.opening, place=source.place, period_start=row.period_start or row.in_force_from,
        period_end=source.period_end, source_file_id=terms.source_file_id, is_sample=row.is_sample,
    )  # fmt: skip


def _check(row: Edition, terms: AmendmentTerms) -> None:
    if terms.kind == EditionKind.ORIGINAL:
        raise Refused("Hãy chọn bổ sung, sửa đổi hay thay thế.")
    if not terms.grounds.strip():
        raise Refused("Hãy ghi căn cứ, lý do sửa đổi.")
    check_effective_day(row, terms.effective_on)


def check_effective_day(amended: Edition, day: date | None) -> None:
    """An amendment never takes effect before, or on the same day as, the edition it amends."""
    if day is not None and amended.in_force_from is not None and day <= amended.in_force_from:
        raise Refused(
            f"Bản sửa đổi phải có hiệu lực sau ngày {amended.in_force_from:%d/%m/%Y}, "
            "ngày có hiệu lực của bản được sửa đổi."
        )


@transaction.atomic
def change_terms(
    *, edition: Edition, terms: AmendmentTerms, version: int, by: Member, at: datetime
) -> Edition:
    """Kind, day and grounds of an amendment still a draft; a paper given before stays when none is given."""
    row = _amendment(edition, by)
    if row.status != EditionStatus.DRAFT:
        raise Refused("Bản sửa đổi đã trình ký hoặc đã ký nên không sửa được nữa.")
    if row.version != version:
        raise Conflict("Dự thảo bản sửa đổi")
    _check(_amended(row), terms)
    row.kind, row.effective_on = terms.kind, terms.effective_on
    row.grounds = nfc(terms.grounds).strip()
    row.source_file_id = terms.source_file_id or row.source_file_id
    row.save(update_fields=["kind", "effective_on", "grounds", "source_file"])
    touch(row)
    decide(row, "write", by=by, at=at, note="loại, ngày hiệu lực và lý do sửa đổi")
    return row


def _amended(edition: Edition) -> Edition:
    return Edition.objects.select_related("programme").get(amendments=edition)


def _amendment(edition: Edition, by: Member) -> Edition:
    row = locked(edition)
    if not permissions.can_write(by, row.programme, party_ids=row.parties.values_list("body_id", flat=True)):
        raise PermissionDenied
    if row.amends_id is None:
        raise Refused("Đây là bản ban đầu, không phải bản sửa đổi.")
    return row


@transaction.atomic
def drop_amendment(*, edition: Edition, reason: str, by: Member, at: datetime) -> Edition:
    """Take away an amendment that is still a draft; answers the edition in force, which keeps the history."""
    Programme.objects.select_for_update(of=("self",)).get(pk=edition.programme_id)
    row = _amendment(edition, by)
    if row.status != EditionStatus.DRAFT:
        raise Refused("Bản sửa đổi đã trình ký: hãy rút về dự thảo trước.")
    amended = _amended(row)
    sequence = row.sequence
    row.delete()
    decide(amended, "drop_amendment", by=by, at=at, note=reason.strip(), data={"amendment": sequence})
    make_findable(amended.programme, amended)
    return amended
