"""Signs of symbol fonts: they have no letter of their own, but some mean one."""

import re

_AREA = re.compile("[\uf020-\uf0ff]")
# Adobe's Symbol encoding, for what stands in an office's text.
_SYMBOL = {
    0x2A: "*", 0x2B: "+", 0x2D: "-", 0xA3: "≤", 0xB1: "±", 0xB2: "\"", 0xB3: "≥", 0xB4: "×", 0xB8: "÷",
    0xB9: "≠", 0xBB: "≈", 0xB0: "°", 0xA2: "'", 0xA5: "∞", 0xBC: "…", 0xDE: "⇒", 0xAE: "→", 0x3D: "=",
    0x25: "%", 0x2F: "/", 0x2C: ",", 0x2E: ".", 0x28: "(", 0x29: ")", 0x3A: ":", 0x3B: ";", 0x3C: "<",
    0x3E: ">", 0x20: " ",
} | {digit: chr(digit) for digit in range(0x30, 0x3A)}  # fmt: skip
_WINGDINGS = {
    0x20: " ",
    0x6F: "☐",
    0x71: "☐",
    0xA8: "☐",
    0x72: "☐",
    0xFC: "✓",
    0xFE: "☑",
    0xFD: "☒",
    0x78: "☒",
}
_DINGBATS = ("wingdings", "webdings", "zapfdingbats", "marlett")


def shown(text: str, *, font: str | None) -> str:
    """A run's words with the signs of a symbol font as what they mean."""
    return _AREA.sub(lambda match: symbol(ord(match.group()), font=font), text)


def symbol(code: int, *, font: str | None) -> str:
    """One sign of a symbol font; an arrow, a hand or a box that begins a line stands for "-"."""
    name = (font or "").lower().replace(" ", "")
    table = _WINGDINGS if name.startswith(_DINGBATS) else _SYMBOL
    return table.get(code & 0xFF, "-")
