"""The holidays the product comes with; later years come with `load_calendar FILE`."""

from django.db import migrations

from phoihop.reports.actions.calendar_days import load_calendar


def load(apps, schema_editor):
    load_calendar(model=apps.get_model("reports", "CalendarDay"))


class Migration(migrations.Migration):
    dependencies = [("reports", "0001_initial")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
