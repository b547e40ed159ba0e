from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "phoihop.organisations"
    verbose_name = "Địa bàn và tổ chức"

    def ready(self) -> None:
        from phoihop.core import navigation
        from phoihop.core.access import MEMBERS

        navigation.add_section("organisations", under="organisations:areas")
        navigation.add(navigation.Entry(70, "Địa bàn, tổ chức", "organisations:areas", "sitemap", MEMBERS))
