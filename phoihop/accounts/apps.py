from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "phoihop.accounts"
    verbose_name = "Tài khoản"

    def ready(self) -> None:
        """The right end of the top bar, and the page of administrators."""
        from phoihop.core import navigation
        from phoihop.core.access import ADMINISTRATORS

        navigation.add_to_top_bar("accounts/top_bar.html", order=90)
        navigation.add(navigation.Entry(80, "Người dùng", "accounts:own_people", "users", ADMINISTRATORS))
