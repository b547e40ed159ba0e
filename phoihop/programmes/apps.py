from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    name = "phoihop.programmes"
    verbose_name = "Chương trình phối hợp"

    def ready(self) -> None:
        from phoihop.core import navigation
        from phoihop.core.access import MEMBERS, OFFICERS
        from phoihop.documents import readers
        from phoihop.programmes import pages
        from phoihop.programmes.readers import may_read_file

        navigation.add(navigation.Entry(20, "Chương trình", "programmes:list", "clipboard-list", MEMBERS))
        pages.add_tab(pages.Tab(20, "Văn bản", "programmes:detail", MEMBERS))
        pages.add_tab(pages.Tab(80, "Lịch sử", "programmes:history", MEMBERS))
        pages.add_way_in(
            pages.WayIn(
                20,
                "Soạn mới",
                "Bắt đầu từ các mục thường dùng (I đến V), soạn từng điều khoản, rồi trình các bên ký.",
                "programmes:blank",
                OFFICERS,
            )
        )
        readers.register("programmes", may_read_file)
