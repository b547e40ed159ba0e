from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "phoihop.documents"
    verbose_name = "Văn bản"

    def ready(self) -> None:
        from phoihop.core import navigation
        from phoihop.core.access import CLERKS
        from phoihop.documents import queries, readers

        navigation.add(navigation.Entry(70, "Sổ văn bản", "documents:registers", "book", CLERKS))
        readers.register("books", queries.lies_in_an_open_book)
