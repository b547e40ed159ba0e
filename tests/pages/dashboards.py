"""A view of the office kept under a name, and the sample's programme of the nation."""

from phoihop.accounts.acting import ActingMember
from phoihop.accounts.saved_views import own_views, save_view, share_by_link
from phoihop.core import clock
from phoihop.programmes.models import Edition, Programme
from phoihop.sample.national import NAME


def of_dashboards(sixth: Edition, office: ActingMember) -> dict[str, int | str]:
    """The view leads to the pace of the sixth programme."""
    path = f"/bang/chuong-trinh/{sixth.programme_id}/"
    view = save_view(name="Nhịp của xã", path=path, query="", by=office, at=clock.now())
    share_by_link(view=view, is_shared=True, version=view.version, by=office)
    kept = own_views(office).get(pk=view.pk)
    return {
        "view_id": kept.pk,
        "view_link": str(kept.link),
        "national_programme_id": Programme.objects.get(name=NAME).pk,
    }
