"""Secrets stored before they were encrypted."""

from allauth.mfa.adapter import get_adapter
from django.db import migrations

_SECRETS = ("secret", "seed")
_CODES = "migrated_codes"


def _change(apps, turn):
    for row in apps.get_model("mfa", "Authenticator").objects.all():
        row.data |= {name: turn(row.data[name]) for name in _SECRETS if name in row.data}
        if _CODES in row.data:
            row.data[_CODES] = [turn(code) for code in row.data[_CODES]]
        row.save(update_fields=["data"])


def encrypt(apps, schema_editor):
    _change(apps, get_adapter().encrypt)


def decrypt(apps, schema_editor):
    _change(apps, get_adapter().decrypt)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("mfa", "0003_authenticator_type_uniq"),
    ]

    operations = [migrations.RunPython(encrypt, decrypt, elidable=True)]
