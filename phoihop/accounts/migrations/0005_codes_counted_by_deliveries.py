from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0004_addresses_and_deliveries'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='address',
            name='asked_times',
        ),
    ]
