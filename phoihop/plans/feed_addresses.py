"""The secret word in the address of a calendar feed."""

import hashlib
import secrets

from phoihop.core.logs import SECRET_MARK

_BYTES = 32


def new_token() -> str:
    """256 random bits as part of an address; its beginning keeps it out of the logs."""
    return f"{SECRET_MARK}{secrets.token_urlsafe(_BYTES)}"


def hash_of(token: str) -> str:
    """What is kept of an address: SHA-256, enough for 256 random bits."""
    return hashlib.sha256(token.encode()).hexdigest()
