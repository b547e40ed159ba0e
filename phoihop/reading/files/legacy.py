"""The two scripts of before Unicode, TCVN3 (ABC) and VNI: which fonts mean them, and their letters.

TCVN3 is the national standard TCVN 5712:1993; VNI is as its maker published it. Their bytes stand in files
as the Latin letters of the same codes: only the font of a run tells what was meant.
"""

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache

# The 67 marked letters in small; both tables below follow this order.
_LETTERS = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
_TCVN3 = bytes.fromhex(
    "b5b6b7b8b9" "a8bbbcbdbec6" "a9c7c8c9cacb" "ae" "cccecfd0d1" "aad2d3d4d5d6" "d7d8dcddde"
    "dfe1e2e3e4" "abe5e6e7e8e9" "aceaebecedee" "eff1f2f3f4" "adf5f6f7f8f9" "fafbfcfdfe"
).decode("latin-1")  # fmt: skip
# The capitals to which the standard gives codes of their own; fonts of capitals use the small ones.
_CAPITALS = "ĂÂÊÔƠƯĐÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨẰẲẴẮẦẨẪẤỀỂỄẾỒỔỖỐÚỤỪỬỮỨỰỲỶỸÝỴ"
_TCVN3_CAPITALS = bytes(
    (*range(0xA1, 0xA8), *range(0x80, 0xA0), 0xAF, 0xBA, 0xBF, *range(0xC0, 0xC6), 0xCD, 0xD9, 0xDA, 0xDB)
    + (0xE0, 0xF0, 0xFF, 0x01, 0x02, 0x04, 0x05, 0x06, *range(0x11, 0x18))
).decode("latin-1")
_VNI = (
    "aø aû aõ aù aï aê aè aú aü aé aë aâ aà aå aã aá aä ñ eø eû eõ eù eï eâ eà eå eã eá eä ì æ ó í ò "
    "oø oû oõ où oï oâ oà oå oã oá oä ô ôø ôû ôõ ôù ôï uø uû uõ uù uï ö öø öû öõ öù öï yø yû yõ yù î"
)

# Where a file was saved on a Vietnamese Windows, the same bytes were taken for code page 1258.
_BYTES_OF_1258 = {
    ord(char): bytes([code]).decode("latin-1")
    for code in range(0xC0, 0x100)
    if (char := bytes([code]).decode("cp1258", "ignore")) and ord(char) > 0xFF
}
_SYMBOL_AREA = {0xF000 + code: chr(code) for code in range(0x20, 0x100)}
_UNICODE_ONLY = re.compile("[\u1ea0-\u1ef9]|[ăđơưĂĐƠƯ](?![\u0300-\u0323])")
_FONT = re.compile(r"\.Vn[^\n]*?(?P<capitals>H)?$|VNI[-\s]")


class Script(StrEnum):
    """What the letters of a run mean; in a font of capitals every letter shows as a capital."""

    TCVN3 = "TCVN3 (ABC)"
    TCVN3_CAPITALS = "TCVN3 (ABC), phông chữ hoa"
    VNI = "VNI"

    @property
    def label(self) -> str:
        return "VNI" if self is Script.VNI else "TCVN3 (ABC)"


@lru_cache(maxsize=1024)
def script_of_font(name: str | None) -> Script | None:
    """The script of a font by its name: ".VnTime", ".VnTimeH" (capitals), "VNI-Times"; None is Unicode."""
    match = _FONT.match((name or "").strip().strip("\"'"))
    if match is None:
        return None
    if match.group().startswith("VNI"):
        return Script.VNI
    return Script.TCVN3_CAPITALS if match["capitals"] else Script.TCVN3


def unicode_of(text: str, script: Script) -> str:
    """The words of a run in a script of before Unicode, in NFC.

    `text` holds the script's bytes as Latin letters. What has no meaning in the script stays as it is.
    """
    latin = unicodedata.normalize("NFC", text.translate(_SYMBOL_AREA).translate(_BYTES_OF_1258))
    if script is Script.VNI:
        spelled = _VNI_PAIR.sub(lambda match: _VNI_LETTERS[match.group()], latin)
    else:
        spelled = latin.translate(_TCVN3_LETTERS)
    return unicodedata.normalize("NFC", spelled.upper() if script is Script.TCVN3_CAPITALS else spelled)


def is_unicode_already(text: str) -> bool:
    """Whether a run holds letters no script of before Unicode has: its font was named, not used."""
    return _UNICODE_ONLY.search(text) is not None


def _vni_letters() -> dict[str, str]:
    """Small letters, capitals, and a capital with its mark typed small."""
    found: dict[str, str] = {}
    for letter, spelled in zip(_LETTERS, _VNI.split(), strict=True):
        found[spelled] = letter
        found[spelled.upper()] = letter.upper()
        if len(spelled) == 2:
            found[spelled[0].upper() + spelled[1]] = letter.upper()
            found[spelled[0] + spelled[1].upper()] = letter
    return found


_TCVN3_LETTERS = str.maketrans(_TCVN3 + _TCVN3_CAPITALS, _LETTERS + _CAPITALS)
_VNI_LETTERS = _vni_letters()
_VNI_PAIR = re.compile("|".join(sorted(map(re.escape, _VNI_LETTERS), key=len, reverse=True)))
