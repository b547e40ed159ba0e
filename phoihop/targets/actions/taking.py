"""A number a source found becomes a figure by one click; a question answered stays with the figure."""

from datetime import datetime

from django.db import transaction

from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.organisations.models import Body
from phoihop.targets.actions.entering import Confirmed, record_many
from phoihop.targets.calculations import normalised
from phoihop.targets.content import Amount
from phoihop.targets.entries import FigureRow
from phoihop.targets.models import Figure, FigureConfirmation, Target
from phoihop.targets.sources import SourcedValue
from phoihop.targets.statuses import FigureState

ORIGIN = "source"


def found_row(target: Target, body: Body, value: SourcedValue, *, seen: int | None) -> FigureRow:
    """The figure a source's value makes for a body at its own place."""
    amount = normalised(Amount(FigureState.REPORTED, value.numerator, value.denominator))
    return FigureRow(target.pk, body.pk, body.area_id, amount, value.source, seen)


@transaction.atomic
def take_found(*, row: FigureRow, period: Period, source: str, by: Member, at: datetime) -> int:
    """Record what a source found, in place of the figure the person saw; the new figure's id.

    RowsRefused as for many figures: closed, somebody else wrote it meanwhile, not one's own to record.
    """
    (pk,) = record_many(
        rows=[row], period=period, reason=f"Lấy số {source.lower()}", origin=ORIGIN, origin_id=None, by=by,
        at=at,
    )  # fmt: skip
    return pk


def keep_confirmation(*, figure: Figure, confirmed: Confirmed) -> None:
    """What was asked about an unlikely figure just recorded, and the note; a consequence of recording it."""
    FigureConfirmation.objects.create(figure=figure, question=confirmed.question, note=confirmed.note.strip())
