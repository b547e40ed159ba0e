from django.apps import AppConfig


class DashboardsConfig(AppConfig):
    name = "phoihop.dashboards"
    verbose_name = "Tổng quan"

    def ready(self) -> None:
        """The first entry of the menu, and the front page of every programme."""
        from phoihop.core import navigation
        from phoihop.core.access import MEMBERS
        from phoihop.programmes import pages

        navigation.add(navigation.Entry(10, "Việc của tôi", "dashboards:home", "home", MEMBERS))
        navigation.add(navigation.Entry(15, "Tổng quan", "dashboards:overview", "chart-bar", MEMBERS))
        pages.add_tab(pages.Tab(10, "Tổng quan", "dashboards:programme", MEMBERS))
        pages.add_tab(pages.Tab(48, "Nhịp, hình vẽ", "dashboards:place", MEMBERS))
        pages.add_tab(pages.Tab(50, "Tình hình báo cáo", "reports:board", MEMBERS))
