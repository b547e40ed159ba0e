from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "phoihop.organisations"
    verbose_name = "Địa bàn và tổ chức"
