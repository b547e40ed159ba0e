"""Where this installation keeps its things. Pure: nothing is made, started or written here."""

import hashlib
import os
import tempfile
from pathlib import Path
from urllib.parse import quote

DATABASE = ROLE = "phoihop"
LONGEST_SOCKET_FOLDER = 85
"""A Unix socket's path may take 103 bytes on the strictest system; `/.s.PGSQL.5432` and a margin come off."""


def project_folder() -> Path:
    """The checkout this package runs from."""
    return Path(__file__).resolve().parents[2]


def data_folder() -> Path:
    """The data folder: PHOIHOP_DATA, else `data` in the checkout."""
    return Path(os.environ.get("PHOIHOP_DATA", "").strip() or project_folder() / "data").absolute()


def server_folder() -> Path:
    """The embedded server's home; for root a link to a folder outside (see postgres.py)."""
    return data_folder() / "postgres"


def socket_folder(home: Path) -> Path:
    """The folder of the server's socket: in its home, or a short one where that path is too long."""
    inside = home.resolve() / "socket"
    if len(os.fsencode(inside)) <= LONGEST_SOCKET_FOLDER:
        return inside
    digest = hashlib.sha256(os.fsencode(inside)).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"phoihop-{digest}"


def embedded_url(home: Path, *, database: str = DATABASE) -> str:
    """The address of a database of the server in `home`; without a password while there is no server."""
    kept = home / "password"
    password = kept.read_text(encoding="ascii").strip() if kept.exists() else ""
    return f"postgresql://{ROLE}:{password}@/{database}?host={quote(str(socket_folder(home)), safe='')}"


def database_url() -> str:
    """The database in use: DATABASE_URL, else the embedded server's."""
    return os.environ.get("DATABASE_URL", "").strip() or embedded_url(server_folder())


def is_embedded() -> bool:
    """Whether this installation runs its own database server."""
    return not os.environ.get("DATABASE_URL", "").strip()
