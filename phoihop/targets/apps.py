from django.apps import AppConfig


class TargetsConfig(AppConfig):
    name = "phoihop.targets"
    verbose_name = "Chỉ tiêu"
