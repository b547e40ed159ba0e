from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "phoihop.reports"
    verbose_name = "Báo cáo"

    def ready(self) -> None:
        """The menu entry, who else may open files handed in with a report, due days for the calendar."""
        from phoihop.accounts import deliveries
        from phoihop.core import navigation
        from phoihop.core.access import MEMBERS
        from phoihop.documents import readers, sources
        from phoihop.reports import calendar_items, report_sending, sending  # noqa: F401 - the first registers itself
        from phoihop.reports.queries.files import opens_file
        from phoihop.reports.reminders.composing import PURPOSE, compose_reminders
        from phoihop.reports.reminders.sources import Reports  # noqa: F401 - with its neighbours

        deliveries.compose_with(PURPOSE, compose_reminders)
        navigation.add(navigation.Entry(35, "Báo cáo", "reports:mine", "report", MEMBERS))
        readers.register("reports", opens_file)
        sources.register("reports", sources.Source(origin=sending.origin_of, paper=sending.paper_of))
        one = sources.Source(origin=report_sending.origin_of, paper=report_sending.paper_of)
        sources.register("report", one)
