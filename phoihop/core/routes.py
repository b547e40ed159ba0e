"""Every route with the rule that guards it, for the matrix of the documentation and its test."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

from phoihop.core.access import PUBLIC, SIGNED_IN, AccessRule, rules_of

ROLES = ("viewer", "officer", "leader", "clerk", "committee_member", "area_head", "administrator")

STAGE = AccessRule("sign_in_stage", "người đang đăng nhập dở", needs_sign_in=False, roles=None)
CLOSED = AccessRule("closed", "không ai (404)", needs_sign_in=False, roles=frozenset())
STAFF = AccessRule("staff", "tài khoản kỹ thuật (is_staff)", needs_sign_in=True, roles=frozenset())

# Views of others carry no rule of ours: django-allauth and Django's admin guard themselves, as said here.
OUTSIDE: dict[str, AccessRule] = {
    "account_login": PUBLIC,
    "account_logout": PUBLIC,
    "account_inactive": PUBLIC,
    "account_reauthenticate": SIGNED_IN,
    "account_change_password": SIGNED_IN,
    "mfa_authenticate": STAGE,
    "mfa_index": SIGNED_IN,
    "mfa_reauthenticate": SIGNED_IN,
    "mfa_activate_totp": SIGNED_IN,
    "mfa_deactivate_totp": SIGNED_IN,
    "mfa_view_recovery_codes": SIGNED_IN,
    "mfa_generate_recovery_codes": SIGNED_IN,
    "mfa_download_recovery_codes": SIGNED_IN,
    "socialaccount_connections": SIGNED_IN,
    "socialaccount_login_cancelled": PUBLIC,
    "socialaccount_login_error": PUBLIC,
    "socialaccount_signup": STAGE,
    "openid_connect_login": PUBLIC,
    "openid_connect_callback": PUBLIC,
    "account_signup": CLOSED,
    "account_email": CLOSED,
    "account_set_password": CLOSED,
    "admin:": STAFF,
}


@dataclass(frozen=True)
class Route:
    """One address, the name it is called by, and its rule for each method."""

    address: str
    name: str
    rules: tuple[tuple[str, AccessRule], ...]


def all_routes() -> list[Route]:
    """Every route of the project, by address; the admin's many pages count as one."""
    found = {route.address: route for route in _walk(get_resolver().url_patterns, "/", "")}
    return sorted(found.values(), key=lambda route: route.address)


def _walk(patterns: list[URLPattern | URLResolver], before: str, namespace: str) -> Iterator[Route]:
    for pattern in patterns:
        address = before + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            name = f"{namespace}{pattern.name or ''}"
            yield Route(address, name, _rules(pattern.callback, name))
        elif pattern.namespace == "admin":
            yield Route(f"{address}…", "admin:", _rules(None, "admin:"))
        else:
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _walk(pattern.url_patterns, address, inner)


def _rules(view: object, name: str) -> tuple[tuple[str, AccessRule], ...]:
    if name in OUTSIDE:
        return (("*", OUTSIDE[name]),)
    return tuple(sorted(rules_of(view).items()))


def matrix() -> str:
    """The table of docs/reference/access.md."""
    head = f"| Address | Name | Method | Rule | {' | '.join(ROLES)} |"
    lines = [head, f"|{'---|' * (4 + len(ROLES))}"]
    for route in all_routes():
        for method, rule in route.rules:
            lines.append(_line(route, method, rule))
    return "\n".join(lines) + "\n"


def _line(route: Route, method: str, rule: AccessRule) -> str:
    marks = ["●" if rule.roles is None or role in rule.roles else "" for role in ROLES]
    address = route.address.replace("|", "\\|")
    return f"| `{address}` | `{route.name}` | {method} | {rule.name} | {' | '.join(marks)} |"
