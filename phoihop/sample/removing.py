"""Takes every sample row out again, and says whether real rows stand beside them."""

from collections.abc import Collection
from typing import Any

from django.apps import apps
from django.db import connection, transaction
from django.db.models import PROTECT, ProtectedError, QuerySet

from phoihop.core.errors import Refused
from phoihop.core.models import Sampled
from phoihop.documents import storage
from phoihop.documents.models import StoredFile
from phoihop.people.models import User
from phoihop.programmes.models import Edition

_LOADED = {"organisations.Area", "organisations.Succession"}
"""The nation's places come from the loader: only rows a person entered are somebody's own."""


def sampled_models() -> list[type[Sampled]]:
    """Every table with the flag, from the highest app to the lowest: rows go before what they point to."""
    order = [config.label for config in apps.get_app_configs()]
    found = [m for m in apps.get_models() if issubclass(m, Sampled) and not hasattr(m, "pgh_tracked_model")]
    return sorted(found, key=lambda m: -order.index(m._meta.app_label))


def real_rows() -> list[str]:
    """What real data there is, as "số lượng tên bảng"; empty when all rows are sample rows."""
    counts = [(model, _own(model).filter(is_sample=False).count()) for model in sampled_models()]
    return [f"{count} {model._meta.verbose_name}" for model, count in counts if count]


def _own(model: type[Sampled]) -> QuerySet[Sampled]:
    return model._default_manager.exclude(**({"entered_by": None} if model._meta.label in _LOADED else {}))


@transaction.atomic
def remove_sample() -> int:
    """Delete all sample rows with what hangs on them, accounts and history too; the number deleted.

    Refused, and nothing deleted, when a real row rests on a sample row.
    """
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL phoihop.removing_sample = 'on'")
    hashes = set(StoredFile.objects.filter(is_sample=True).values_list("sha256", flat=True))
    history = _tracked_ids()
    removed = _forget(User.objects.filter(person__is_sample=True))
    left = sampled_models()
    while left:
        waiting = []
        for model in left:
            count = _try(model)
            removed += count or 0
            waiting += [model] if count is None else []
        if len(waiting) == len(left):
            names = ", ".join(str(model._meta.verbose_name) for model in waiting)
            raise Refused(f"Có số liệu thật gắn với số liệu minh họa ({names}); chưa xóa gì.")
        left = waiting
    removed += sum(_forget(events._default_manager.filter(pgh_obj__in=ids)) for events, ids in history)
    transaction.on_commit(lambda: _drop_files(hashes))
    return removed


def _try(model: type[Sampled]) -> int | None:
    """The number of sample rows deleted; None while others still need them."""
    rows = model._default_manager.filter(is_sample=True)
    own_links = [f.attname for f in model._meta.fields if _protects_its_own_kind(f, model)]
    try:
        with transaction.atomic():
            if own_links:
                rows.update(**dict.fromkeys(own_links, None))
            return _forget(rows)
    except ProtectedError:
        return None


def _protects_its_own_kind(field: Any, model: type[Sampled]) -> bool:
    return field.related_model is model and field.remote_field.on_delete is PROTECT


def _forget(rows: QuerySet[Any]) -> int:
    return rows.delete()[0]


def _tracked_ids() -> list[tuple[Any, list[int]]]:
    """Each history table with the ids of the sample rows it follows, by their flag or their edition's."""
    editions = Edition.objects.filter(is_sample=True).values("pk")
    found = []
    for events in apps.get_models():
        tracked = getattr(events, "pgh_tracked_model", None)
        if tracked is not None:
            of_sample = {"is_sample": True} if issubclass(tracked, Sampled) else {"edition__in": editions}
            rows = tracked._default_manager.filter(**of_sample)
            found.append((events, list(rows.values_list("pk", flat=True))))
    return found


def _drop_files(hashes: Collection[str]) -> None:
    """Remove the bytes no stored file needs any more."""
    for sha256 in set(hashes) - set(StoredFile.objects.values_list("sha256", flat=True)):
        storage.drop(sha256)
