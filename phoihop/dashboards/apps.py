from django.apps import AppConfig


class DashboardsConfig(AppConfig):
    name = "phoihop.dashboards"
    verbose_name = "Tổng quan"

    def ready(self) -> None:
        from phoihop.core.access import MEMBERS
        from phoihop.programmes import pages

        pages.add_tab(pages.Tab(10, "Tổng quan", "dashboards:programme", MEMBERS))
