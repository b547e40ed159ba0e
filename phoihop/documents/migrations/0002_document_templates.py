"""The formats of documents the product comes with."""

from django.db import migrations

from phoihop.documents.actions import load_document_templates


def load(apps, schema_editor):
    load_document_templates(model=apps.get_model("documents", "DocumentTemplate"))


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_initial")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop, elidable=True)]
