"""What reports handed in before say on their obligations."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [("reports", "0009_relief_windows_requests")]

    operations = [
        migrations.RunSQL(
            [
                "UPDATE reports_obligation o SET report_status = r.status "
                "FROM reports_report r WHERE r.obligation_id = o.id",
                "UPDATE reports_obligation o SET handed_in_on = f.day FROM ("
                "SELECT r.obligation_id, min((u.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date) AS day "
                "FROM reports_report r JOIN reports_round u ON u.report_id = r.id "
                "WHERE NOT EXISTS (SELECT FROM reports_rounddecision d "
                "WHERE d.round_id = u.id AND d.verb = 'take_back') "
                "GROUP BY r.obligation_id) f WHERE o.id = f.obligation_id",
            ],
            migrations.RunSQL.noop,
            elidable=True,
        ),
    ]
