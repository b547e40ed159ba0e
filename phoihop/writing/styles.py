"""The style part: one paragraph style for each part, so that a clerk changes a look in one place."""

from .ooxml import Node, points, twips, w
from .templates import Look, Part, Template

_RED = "C00000"
#: Points: room above a drawn rule; and almost none, or the hair after a closing table makes an empty page.
_HAIR_LINES = {Part.RULE: 3, Part.TABLE_END: 0.1}


def styles(template: Template) -> Node:
    """word/styles.xml: the defaults (font, size, language, widow control) and a style for each part."""
    body = template.look(Part.BODY)
    return w(
        "styles",
        w(
            "docDefaults",
            w("rPrDefault", w("rPr", _fonts(template.font), *_sizes(body.size.value), _language())),
            w(
                "pPrDefault",
                w("pPr", w("widowControl"), w("spacing", before=0, after=0, line=240, lineRule="auto")),
            ),
        ),
        w("style", w("name", val="Normal"), w("qFormat"), type="paragraph", default=1, styleId="Normal"),
        w(
            "style",
            w("name", val="Default Paragraph Font"),
            w("uiPriority", val=1),
            w("semiHidden"),
            type="character",
            default=1,
            styleId="DefaultParagraphFont",
        ),
        *(_style(part, look) for part, look in template.looks.items()),
    )


def _style(part: Part, look: Look) -> Node:
    return w(
        "style",
        w("name", val=look.name),
        w("basedOn", val="Normal"),
        w("qFormat"),
        w(
            "pPr",
            w("keepNext") if look.keeps_next else None,
            w("spacing", before=points(look.before), after=0, **_line(part, look)),
            w("ind", firstLine=twips(look.indent)) if look.indent else None,
            w("jc", val=look.align),
            w("outlineLvl", val=look.outline) if look.outline is not None else None,
        ),
        w(
            "rPr",
            w("b") if look.bold else None,
            w("i") if look.italic else None,
            w("color", val=_RED) if part is Part.SAMPLE_MARK else None,
            *_sizes(look.size.value),
            w("u", val="single") if look.is_underlined else None,
        ),
        type="paragraph",
        styleId=part.value,
    )


def _line(part: Part, look: Look) -> dict[str, object]:
    if part in _HAIR_LINES:
        return {"line": points(_HAIR_LINES[part]), "lineRule": "exact"}
    if look.exact:
        return {"line": points(look.exact), "lineRule": "exact"}
    return {"line": round(look.line * 240), "lineRule": "auto"}


def _fonts(font: str) -> Node:
    return w("rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=font)


def _sizes(size: float) -> tuple[Node, Node]:
    return w("sz", val=round(size * 2)), w("szCs", val=round(size * 2))


def _language() -> Node:
    return w("lang", val="vi-VN", eastAsia="vi-VN")
