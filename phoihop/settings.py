"""Django settings: one file, read from the environment (docs/reference/settings.md lists each variable)."""

import os
import secrets
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.utils.csp import CSP

from phoihop import environment
from phoihop.accounts.channels import configuration
from phoihop.documents.signed.seals import seals_from
from phoihop.hosting import location

BASE = Path(__file__).resolve().parent
DATA = location.data_folder()
FILES = environment.folder("PHOIHOP_FILES", DATA / "files")
RUN_FOLDER = DATA / "run"

DEBUG = environment.flag("PHOIHOP_DEBUG", default=False)


def _secret_key() -> str:
    """The key of this installation: from the environment, else made once and kept in the data folder."""
    given = environment.text("PHOIHOP_SECRET_KEY")
    if given:
        return given
    kept = DATA / "secret-key"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(64), encoding="ascii")
    return kept.read_text(encoding="ascii")


SECRET_KEY = _secret_key()
ALLOWED_HOSTS = environment.words("PHOIHOP_HOSTS", "127.0.0.1,localhost,[::1],testserver")
CSRF_TRUSTED_ORIGINS = environment.words("PHOIHOP_ORIGINS")

INSTALLED_APPS = [
    "phoihop.core",
    "phoihop.people",
    "phoihop.organisations",
    "phoihop.accounts",
    "phoihop.documents",
    "phoihop.programmes",
    "phoihop.targets",
    "phoihop.plans",
    "phoihop.reports",
    "phoihop.lifecycle",
    "phoihop.drafting",
    "phoihop.dashboards",
    "phoihop.sample",
    "django.contrib.postgres",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.admin",
    "django.contrib.humanize",
    "django_htmx",
    "pgtrigger",
    "pghistory",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "procrastinate.contrib.django",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "phoihop.core.middleware.CompressedPagesMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "phoihop.accounts.middleware.ActingMiddleware",
    "phoihop.accounts.middleware.SignInDutiesMiddleware",
    "pghistory.middleware.HistoryMiddleware",
    "phoihop.core.middleware.PlainErrorsMiddleware",
]

ROOT_URLCONF = "phoihop.urls"
WSGI_APPLICATION = "phoihop.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "phoihop.core.context.page",
            ],
            "builtins": ["phoihop.core.templatetags.phoihop"],
        },
    }
]


def _database(url: str) -> dict[str, object]:
    """Django's database settings from a postgresql:// address; `?host=` names a socket folder."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgresql", "postgres"}:
        raise environment.WrongSetting("DATABASE_URL: chỉ dùng PostgreSQL (postgresql://…).")
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(options.pop("host", "") or parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_HEALTH_CHECKS": True,
        # Without a threshold the driver prepares nothing, not even where core.prepared asks for it.
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 4, "timeout": 10}, "prepare_threshold": 5} | options,
    }


DATABASES = {"default": _database(location.database_url())}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "core_cache"},
}

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["phoihop.accounts.sessions.SessionBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "phoihop.accounts.adapters.AccountAdapter"
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",
    "login_failed": "20/m/ip,5/300s/key",
    "reset_password": "10/m/ip,10/h/key",
    "signing_link": "60/m/ip,20/m/key",
}
ALLAUTH_TRUSTED_PROXY_COUNT = environment.number("PHOIHOP_PROXIES", 0)
ACCOUNT_FORMS = {
    "login": "phoihop.accounts.sign_in_forms.SignInForm",
    "change_password": "phoihop.accounts.sign_in_forms.NewPasswordForm",
    "reauthenticate": "phoihop.accounts.sign_in_forms.PasswordAgainForm",
}
ACCOUNT_USER_DISPLAY = "phoihop.accounts.adapters.display_name"
SOCIALACCOUNT_ADAPTER = "phoihop.accounts.adapters.SocialAccountAdapter"
SOCIALACCOUNT_PROVIDERS = (
    {
        "openid_connect": {
            "APPS": [
                {
                    "provider_id": "sso",
                    "name": environment.text("PHOIHOP_OIDC_NAME", "tài khoản của tỉnh"),
                    "client_id": environment.text("PHOIHOP_OIDC_CLIENT_ID"),
                    "secret": environment.text("PHOIHOP_OIDC_SECRET"),
                    "settings": {"server_url": environment.text("PHOIHOP_OIDC_URL")},
                }
            ]
        }
    }
    if environment.text("PHOIHOP_OIDC_URL")
    else {}
)
OIDC_USERNAME_CLAIM = environment.text("PHOIHOP_OIDC_USERNAME_CLAIM")
MFA_ADAPTER = "phoihop.accounts.adapters.MFAAdapter"
MFA_FORMS = {
    "authenticate": "phoihop.accounts.sign_in_forms.CodeForm",
    "reauthenticate": "phoihop.accounts.sign_in_forms.CodeAgainForm",
    "activate_totp": "phoihop.accounts.sign_in_forms.FirstCodeForm",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Phối Hợp"

PGHISTORY_MIDDLEWARE_METHODS = ("POST",)

LANGUAGE_CODE = "vi"
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "static/"
STATIC_ROOT = environment.folder("PHOIHOP_STATIC", DATA / "static")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": FILES}},
    "staticfiles": {"BACKEND": "phoihop.core.static_storage.StaticStorage"},
}
WHITENOISE_MAX_AGE = 31_536_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
FILE_UPLOAD_HANDLERS = [
    "phoihop.documents.uploads.LimitedUpload",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
UPLOAD_MAX_BYTES = environment.number("PHOIHOP_UPLOAD_MB", 30) * 1_000_000
PROCRASTINATE_WORKER_DEFAULTS = {
    "concurrency": environment.number("PHOIHOP_READERS", os.cpu_count() or 1),
    "delete_jobs": "successful",
}
CLAMD = environment.text("PHOIHOP_CLAMD")
TRUST = environment.folder("PHOIHOP_TRUST", DATA / "trust")
KEEP_MESSAGES_DAYS = environment.number("PHOIHOP_KEEP_MESSAGES_DAYS", 730, least=90)
SIGNING_LINK_MINUTES = environment.number("PHOIHOP_SIGNING_LINK_MINUTES", 15)
SEALS = seals_from(environment.text("PHOIHOP_SEALS"))

ADDRESS = configuration.site_address()
MAILERS = configuration.mailers()
# Without a mail server reminders stay in the app: nothing to warn of.
SILENCED_SYSTEM_CHECKS = ["mail.W001"]
DEFAULT_FROM_EMAIL = configuration.mail_sender()
WEBHOOK = configuration.webhook()


def _origin_of(address: str) -> list[str]:
    """Scheme and host of an address: the sign-in form ends on that host, which the browser must be told."""
    parts = urlsplit(address)
    return [f"{parts.scheme}://{parts.netloc}"] if parts.netloc else []


SECURE_CSP = {
    "default-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:", "blob:"],
    "style-src": [CSP.SELF, "'unsafe-inline'"],
    "script-src": [CSP.SELF],
    "object-src": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "form-action": [CSP.SELF, *_origin_of(environment.text("PHOIHOP_OIDC_URL"))],
}
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
SESSION_ENGINE = "phoihop.accounts.sessions"
SESSION_COOKIE_AGE = 60 * 60 * 12
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = environment.flag("PHOIHOP_HTTPS", default=False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SESSION_COOKIE_SECURE else None
CSRF_FAILURE_VIEW = "phoihop.core.errors.csrf_failure"


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {
            "()": "phoihop.core.logs.PlainFormatter",
            "format": "{asctime} {levelname} {name} {message}",
            "style": "{",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": environment.text("PHOIHOP_LOG", "WARNING")},
}
