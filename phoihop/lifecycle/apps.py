from django.apps import AppConfig


class LifecycleConfig(AppConfig):
    name = "phoihop.lifecycle"
    verbose_name = "Vòng đời chương trình"

    def ready(self) -> None:
        from phoihop.core import navigation
        from phoihop.core.access import OFFICERS
        from phoihop.documents import readers, sources
        from phoihop.lifecycle import reminder_items, sending  # noqa: F401 - the first registers itself
        from phoihop.lifecycle.queries.guiding import opens_guidance_file
        from phoihop.lifecycle.readers import may_read_signing_file
        from phoihop.plans import steps
        from phoihop.programmes import pages

        pages.add_mending_link(
            pages.MendingLink(20, "Đọc sót? Thêm báo cáo, việc định kỳ", "lifecycle:missed_duty")
        )
        readers.register("lifecycle", may_read_signing_file)
        readers.register("guidance", opens_guidance_file)
        steps.add_obstacle_step(
            steps.ObstacleStep(10, "Đưa vào bản sửa đổi", "lifecycle:obstacle_amendment", OFFICERS)
        )
        sources.register("lifecycle", sources.Source(origin=sending.origin_of, paper=sending.paper_of))
        navigation.add_section("lifecycle", under="programmes:list")
        self._add_pages()

    def _add_pages(self) -> None:
        """The tabs of a programme and the ways to begin one."""
        from phoihop.core.access import MEMBERS, OFFICERS
        from phoihop.programmes import pages

        pages.add_tab(pages.Tab(25, "Các bản", "lifecycle:editions", MEMBERS))
        pages.add_tab(pages.Tab(30, "Kế hoạch", "lifecycle:plans", MEMBERS))
        pages.add_tab(pages.Tab(45, "Triển khai", "lifecycle:handing_down", MEMBERS))
        pages.add_way_in(
            pages.WayIn(
                30,
                "Từ chương trình kỳ trước",
                "Chép nội dung chương trình đã ký của kỳ trước sang dự thảo mới, đổi năm và đơn vị.",
                "lifecycle:last_period",
                OFFICERS,
            )
        )
        pages.add_way_in(
            pages.WayIn(
                40,
                "Từ chương trình cấp trên",
                "Lấy nguyên lời chương trình của tỉnh, trung ương; thêm phần của địa bàn rồi các bên ký.",
                "lifecycle:from_parent",
                OFFICERS,
            )
        )
        pages.add_tab(pages.Tab(35, "Theo dõi", "lifecycle:following", MEMBERS))
        pages.add_tab(pages.Tab(65, "Hiệp thương", "lifecycle:consultation", MEMBERS))
        pages.add_tab(pages.Tab(70, "Ký kết", "lifecycle:signing", MEMBERS))
