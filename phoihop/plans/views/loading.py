"""What the pages of registration load first."""

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from phoihop.core.access import acting
from phoihop.plans.models import RegistrationItem, RegistrationRound, RegistrationSheet
from phoihop.plans.queries.sheets import visible_sheet
from phoihop.programmes.models import Programme


def opened_round(request: HttpRequest, round_id: int) -> RegistrationRound:
    """The round under this id, or 404 for those who do not see its programme."""
    seen = Programme.objects.visible_to(acting(request)).values("pk")
    rows = RegistrationRound.objects.select_related("programme__lead")
    return get_object_or_404(rows, pk=round_id, programme__in=seen)


def opened_sheet(request: HttpRequest, sheet_id: int) -> RegistrationSheet:
    """The sheet under this id, or 404 for those who do not see it."""
    try:
        return visible_sheet(sheet_id, acting(request))
    except RegistrationSheet.DoesNotExist as error:
        raise Http404 from error


def opened_item(request: HttpRequest, item_id: int) -> RegistrationItem:
    """The item under this id, with its sheet, or 404 for those who do not see the sheet."""
    item = get_object_or_404(RegistrationItem, pk=item_id)
    item.sheet = opened_sheet(request, item.sheet_id)
    return item
