from django.apps import AppConfig


class LifecycleConfig(AppConfig):
    name = "phoihop.lifecycle"
    verbose_name = "Vòng đời chương trình"
