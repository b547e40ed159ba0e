from django.core.management import call_command
from django.db import migrations, models


def make_cache_table(apps, schema_editor):
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    initial = True
    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Submission",
            fields=[
                ("key", models.UUIDField(primary_key=True, serialize=False)),
                ("user_id", models.BigIntegerField()),
                ("path", models.TextField()),
                ("location", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
            ],
            options={"verbose_name": "lượt gửi", "verbose_name_plural": "lượt gửi"},
        ),
        migrations.RunPython(make_cache_table, migrations.RunPython.noop, elidable=False),
    ]
