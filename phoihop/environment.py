"""Settings from the environment, typed; a wrong value stops the start with one line."""

import os
from pathlib import Path


class WrongSetting(SystemExit):
    """A setting that cannot be used; its text names the variable and what it takes."""


def text(name: str, default: str = "") -> str:
    """The variable as text, without surrounding blanks."""
    return os.environ.get(name, default).strip()


def flag(name: str, *, default: bool) -> bool:
    """yes/no, true/false, 1/0; anything else stops the start."""
    raw = text(name).lower()
    if not raw:
        return default
    if raw in {"1", "yes", "true", "on"}:
        return True
    if raw in {"0", "no", "false", "off"}:
        return False
    raise WrongSetting(f"{name}={raw!r}: chỉ nhận yes hoặc no.")


def number(name: str, default: int, *, least: int = 0) -> int:
    """A whole number, no less than `least`; anything else stops the start."""
    raw = text(name)
    if not raw:
        return default
    if not raw.isdecimal():
        raise WrongSetting(f"{name}={raw!r}: cần một số nguyên không âm.")
    if int(raw) < least:
        raise WrongSetting(f"{name}={raw!r}: ít nhất là {least}.")
    return int(raw)


def words(name: str, default: str = "") -> list[str]:
    """A list separated by commas."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def folder(name: str, default: Path) -> Path:
    """A folder, made absolute; it need not exist yet."""
    return Path(text(name) or default).absolute()
