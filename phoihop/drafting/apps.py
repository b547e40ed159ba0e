from django.apps import AppConfig


class DraftingConfig(AppConfig):
    name = "phoihop.drafting"
    verbose_name = "Đọc và rà soát văn bản"

    def ready(self) -> None:
        from phoihop.core import navigation
        from phoihop.core.access import OFFICERS
        from phoihop.programmes import pages

        navigation.add(navigation.Entry(60, "Đọc văn bản", "drafting:papers", "file-text", OFFICERS))
        text = "Đưa tệp hoặc dán nội dung của văn bản đã ký hay dự thảo; rà soát từng mục rồi xác nhận."
        pages.add_way_in(pages.WayIn(10, "Đọc văn bản có sẵn", text, "drafting:papers", OFFICERS))
