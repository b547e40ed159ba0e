"""Which bodies have a digital seal on this server, and where its key lies (docs/reference/settings.md).

One TOML file: a table `[[seal]]` for each body. No secret stands in it: it names the environment variable
that holds the password or PIN.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from phoihop.environment import WrongSetting

_FROM_FILE = {"body", "p12", "secret_from"}
_FROM_TOKEN = {"body", "module", "token", "label", "secret_from"}


@dataclass(frozen=True)
class SealSource:
    """Where the key of a seal lies: a PKCS#12 file, or a PKCS#11 module with a token and a label.

    `secret` is the file's password or the token's PIN; it is in no text of this object.
    """

    p12: str = ""
    module: str = ""
    token: str = ""
    label: str = ""
    secret: str = field(default="", repr=False)


def seals_from(path: str, environ: Mapping[str, str] = os.environ) -> dict[int, SealSource]:
    """The seals of a file by the id of their body; none without a file; else WrongSetting in one line."""
    if not path:
        return {}
    try:
        said = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise WrongSetting(f"PHOIHOP_SEALS={path!r}: không đọc được tệp ({type(error).__name__}).") from None
    rows = said.get("seal")
    if said.keys() != {"seal"} or not isinstance(rows, list):
        raise WrongSetting(f"PHOIHOP_SEALS={path!r}: tệp chỉ gồm các bảng [[seal]].")
    found = [_seal(row, environ) for row in rows]
    seals = dict(found)
    if len(seals) != len(found):
        raise WrongSetting("PHOIHOP_SEALS: một tổ chức được khai hai dấu số.")
    return seals


def _seal(row: Any, environ: Mapping[str, str]) -> tuple[int, SealSource]:
    if not isinstance(row, dict) or row.keys() not in (_FROM_FILE, _FROM_TOKEN):
        raise WrongSetting(
            "PHOIHOP_SEALS: mỗi bảng [[seal]] gồm body, secret_from và p12; hoặc body, secret_from, module, "
            "token và label."
        )
    body, values = row["body"], {name: row[name] for name in row.keys() - {"body"}}
    if type(body) is not int or not all(isinstance(value, str) and value for value in values.values()):
        raise WrongSetting("PHOIHOP_SEALS: body là mã số của tổ chức, các mục khác là chữ và không để trống.")
    secret = environ.get(values.pop("secret_from"))
    if secret is None:
        raise WrongSetting(f"PHOIHOP_SEALS: chưa đặt biến {row['secret_from']} chứa mật khẩu của dấu số.")
    return body, SealSource(**values, secret=secret)
