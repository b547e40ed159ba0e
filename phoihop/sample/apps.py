from django.apps import AppConfig


class SampleConfig(AppConfig):
    name = "phoihop.sample"
    verbose_name = "Số liệu minh họa"
