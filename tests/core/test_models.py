"""House rules of tables."""

from django.apps import apps
from django.db.models import Model


def our_models() -> list[type[Model]]:
    return [
        model
        for model in apps.get_models()
        if model.__module__.startswith("phoihop.") and not hasattr(model, "pgh_tracked_model")
    ]


def test_every_table_has_a_vietnamese_name() -> None:
    nameless = [
        model.__name__
        for model in our_models()
        if not {"verbose_name", "verbose_name_plural"} <= model._meta.original_attrs.keys()
    ]
    assert not nameless
