from django.apps import AppConfig


class DashboardsConfig(AppConfig):
    name = "phoihop.dashboards"
    verbose_name = "Tổng quan"
