"""Warnings of drafts read before the checks kept rows of their own; only notes on the file stay, without spans."""

from django.db import migrations


def keep_notes(apps, schema_editor):
    drafts = apps.get_model("drafting", "Draft").objects.exclude(warnings=[])
    for row in drafts:
        row.warnings = [note for note in row.warnings if "span" not in note]
        row.save(update_fields=["warnings"])


class Migration(migrations.Migration):
    dependencies = [
        ("drafting", "0005_findings"),
    ]

    operations = [migrations.RunPython(keep_notes, migrations.RunPython.noop, elidable=True)]
