from django.apps import AppConfig


class DraftingConfig(AppConfig):
    name = "phoihop.drafting"
    verbose_name = "Đọc và rà soát văn bản"
