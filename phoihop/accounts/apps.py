from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "phoihop.accounts"
    verbose_name = "Tài khoản"

    def ready(self) -> None:
        """The right end of the top bar, the page of administrators, the channels that come with the house."""
        from phoihop.accounts import addresses, channels, deliveries
        from phoihop.accounts.channels.mail import Email
        from phoihop.accounts.channels.webhook import Webhook
        from phoihop.core import navigation
        from phoihop.core.access import ADMINISTRATORS

        navigation.add_to_top_bar("accounts/top_bar.html", order=90)
        navigation.add(navigation.Entry(80, "Người dùng", "accounts:own_people", "users", ADMINISTRATORS))
        channels.register(Email())
        channels.register(Webhook())
        deliveries.compose_with(addresses.CODE, addresses.compose_codes)
        deliveries.compose_with(addresses.TRIAL, addresses.compose_trials)
