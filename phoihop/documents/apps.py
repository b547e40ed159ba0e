from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "phoihop.documents"
    verbose_name = "Văn bản"

    def ready(self) -> None:
        from phoihop.core import navigation
        from phoihop.core.access import CLERKS

        navigation.add(navigation.Entry(70, "Sổ văn bản đi", "documents:registers", "book", CLERKS))
