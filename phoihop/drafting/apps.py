from django.apps import AppConfig


class DraftingConfig(AppConfig):
    name = "phoihop.drafting"
    verbose_name = "Đọc và rà soát văn bản"

    def ready(self) -> None:
        from phoihop.core import navigation
        from phoihop.core.access import OFFICERS

        navigation.add(navigation.Entry(60, "Đọc văn bản", "drafting:papers", "file-text", OFFICERS))
