from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "phoihop.plans"
    verbose_name = "Kế hoạch và công việc"
