"""The fonts of an RTF file: their names, and the code pages their bytes are in."""

from dataclasses import dataclass, field

from .legacy import script_of_font

_CODE_PAGES = {
    77: "mac-roman", 128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
_SYMBOLS = 2
_KNOWN = {number: f"cp{number}" for number in (437, 850, 874, 932, 936, 949, 950, *range(1250, 1259))}


@dataclass
class Fonts:
    """By the number the text calls them; `usual` is the code page of fonts that name none."""

    names: dict[int, str] = field(default_factory=dict)
    charsets: dict[int, int] = field(default_factory=dict)
    usual: str = "cp1252"

    def set_usual(self, code_page: int | None) -> None:
        """The code page the file declares, where it is a known one."""
        self.usual = _KNOWN.get(code_page or 0, self.usual)

    def name(self, font: int | None) -> str | None:
        """The name of a font; a symbol font is known by its character set, whatever it is called."""
        return self.names.get(font) if font is not None else None

    def text(self, data: bytes, font: int | None) -> str:
        """Bytes of a run as characters; the bytes of a script of before Unicode as the same Latin letters."""
        name = self.name(font)
        if script_of_font(name) is not None:
            return data.decode("latin-1")
        charset = self.charsets.get(font or 0, 0)
        if charset == _SYMBOLS:
            return "".join(chr(0xF000 + byte) if byte >= 0x20 else chr(byte) for byte in data)
        text = data.decode(_CODE_PAGES.get(charset, self.usual), "replace")
        return text if "\ufffd" not in text else data.decode("latin-1")
