from django.apps import AppConfig


class TargetsConfig(AppConfig):
    name = "phoihop.targets"
    verbose_name = "Chỉ tiêu"

    def ready(self) -> None:
        from phoihop.core import navigation
        from phoihop.core.access import MEMBERS
        from phoihop.documents import readers
        from phoihop.organisations.actions.following import on_places_changed
        from phoihop.programmes import pages
        from phoihop.targets.actions.remaking import places_changed
        from phoihop.targets.queries import opens_evidence

        navigation.add(navigation.Entry(30, "Chỉ tiêu", "targets:list", "target", MEMBERS))
        pages.add_edition_link(pages.EditionLink(10, "Thêm chỉ tiêu", "targets:new"))
        pages.add_edition_link(pages.EditionLink(12, "Chia phần chỉ tiêu", "targets:parts"))
        pages.add_tab(pages.Tab(48, "Kỳ số liệu", "targets:periods", MEMBERS))
        readers.register("targets", opens_evidence)
        on_places_changed(places_changed)
