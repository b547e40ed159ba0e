"""The cut-off windows the product comes with; later decrees come with `load_windows FILE`."""

from django.db import migrations

from phoihop.reports.actions.cutoff_windows import load_windows


def load(apps, schema_editor):
    load_windows(model=apps.get_model("reports", "CutoffWindow"))


class Migration(migrations.Migration):
    dependencies = [("reports", "0010_handed_in_days")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
