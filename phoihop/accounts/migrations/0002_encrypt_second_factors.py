"""Secrets stored before they were encrypted."""

from allauth.mfa.adapter import get_adapter
from django.db import migrations

_SECRETS = ("secret", "seed")


def encrypt(apps, schema_editor):
    adapter = get_adapter()
    for row in apps.get_model("mfa", "Authenticator").objects.all():
        row.data |= {name: adapter.encrypt(row.data[name]) for name in _SECRETS if name in row.data}
        row.save(update_fields=["data"])


def decrypt(apps, schema_editor):
    adapter = get_adapter()
    for row in apps.get_model("mfa", "Authenticator").objects.all():
        row.data |= {name: adapter.decrypt(row.data[name]) for name in _SECRETS if name in row.data}
        row.save(update_fields=["data"])


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("mfa", "0003_authenticator_type_uniq"),
    ]

    operations = [migrations.RunPython(encrypt, decrypt, elidable=True)]
