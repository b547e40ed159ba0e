"""Labels Word numbers by itself: each case a numbering part, paragraphs, and what is printed."""

import pytest

from phoihop.reading import text_of
from tests.reading.packages import W, package

type Paragraphs = list[tuple[str, str]]


def numbered(num: int | None, depth: int | None = None, *, style: str = "") -> str:
    parts = f'<w:pStyle w:val="{style}"/>' if style else ""
    if num is not None:
        at = f'<w:ilvl w:val="{depth}"/>' if depth is not None else ""
        parts += f'<w:numPr>{at}<w:numId w:val="{num}"/></w:numPr>'
    return f"<w:pPr>{parts}</w:pPr>"


def level(depth: int, text: str, form: str = "decimal", *, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


def numbering(*parts: str) -> str:
    return f"<w:numbering {W}>{''.join(parts)}</w:numbering>"


def abstract(key: int, *levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{key}">{more}{"".join(levels)}</w:abstractNum>'


def num(key: int, of: int, more: str = "") -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def lines(numbering_part: str, paragraphs: Paragraphs, *, styles: str = "") -> list[str]:
    body = "".join(f"<w:p>{place}<w:r><w:t>{words}</w:t></w:r></w:p>" for place, words in paragraphs)
    parts = {"word/numbering.xml": numbering_part}
    if styles:
        parts["word/styles.xml"] = f"<w:styles {W}>{styles}</w:styles>"
    return [line for line in text_of(package(body, **parts), name="a.docx").split("\n") if line]


def run_of(numbering_part: str, *places: tuple[int, int]) -> list[str]:
    """The labels alone."""
    found = lines(numbering_part, [(numbered(*place), "x") for place in places])
    return [line.removesuffix(" x") for line in found]


TWO = abstract(1, level(0, "%1."), level(1, "%1.%2."))


def test_two_lists_of_one_definition_count_on() -> None:
    part = numbering(TWO, num(1, 1), num(2, 1))
    assert run_of(part, (1, 0), (2, 0), (1, 0)) == ["1.", "2.", "3."]


def test_an_override_starts_a_list_anew_and_keeps_what_is_above() -> None:
    again = '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride>'
    part = numbering(TWO, num(1, 1), num(2, 1, again))
    assert run_of(part, (1, 0), (1, 1), (2, 1), (2, 1)) == ["1.", "1.1.", "1.5.", "1.6."]


def test_an_override_of_every_level_leaves_those_above_alone() -> None:
    again = "".join(
        f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="1"/></w:lvlOverride>' for depth in range(2)
    )
    part = numbering(TWO, num(1, 1), num(2, 1, again))
    places = ((1, 0), (1, 0), (1, 1), (2, 1), (2, 0), (1, 0), (1, 1))
    assert run_of(part, *places) == ["1.", "2.", "2.1.", "2.1.", "1.", "2.", "2.1."]


def test_an_override_may_bring_a_level_of_its_own() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "Điều %1.", start=7)}</w:lvlOverride>'
    assert run_of(numbering(TWO, num(2, 1, own)), (2, 0), (2, 0)) == ["Điều 7.", "Điều 8."]


@pytest.mark.parametrize(
    ("restart", "labels"),
    [("", ["1.", "a)", "b)", "2.", "a)"]), ('<w:lvlRestart w:val="0"/>', ["1.", "a)", "b)", "2.", "c)"])],
)
def test_a_level_begins_again_unless_it_says_it_does_not(restart: str, labels: list[str]) -> None:
    part = numbering(abstract(1, level(0, "%1."), level(1, "%2)", "lowerLetter", more=restart)), num(1, 1))
    assert run_of(part, (1, 0), (1, 1), (1, 1), (1, 0), (1, 1)) == labels


def test_a_legal_level_shows_every_count_in_digits() -> None:
    part = numbering(
        abstract(1, level(0, "%1.", "upperRoman"), level(1, "%1.%2.", more="<w:isLgl/>")), num(1, 1)
    )
    assert run_of(part, (1, 0), (1, 0), (1, 1)) == ["I.", "II.", "2.1."]


@pytest.mark.parametrize(
    ("form", "start", "label"),
    [
        ("upperRoman", 49, "XLIX"),
        ("lowerRoman", 4, "iv"),
        ("lowerLetter", 4, "d"),
        ("lowerLetter", 27, "aa"),
        ("upperLetter", 26, "Z"),
        ("decimalZero", 7, "07"),
        ("upperRoman", 4000, "4000"),
        ("someNewForm", 3, "3"),
    ],
)
def test_each_form_of_count_is_as_word_prints_it(form: str, start: int, label: str) -> None:
    assert run_of(numbering(abstract(1, level(0, "%1", form, start=start)), num(1, 1)), (1, 0)) == [label]


@pytest.mark.parametrize(
    ("sign", "label"),
    [
        ("-", "-"),
        ("\uf02d", "-"),
        ("+", "+"),
        ("\uf02b", "+"),
        ("o", "+"),
        ("*", "*"),
        ("\uf0d8", "-"),
        ("►", "-"),
    ],
)
def test_a_bullet_becomes_the_sign_clauses_have(sign: str, label: str) -> None:
    assert run_of(numbering(abstract(1, level(0, sign, "bullet")), num(1, 1)), (1, 0)) == [label]


def test_styles_number_their_paragraphs_and_those_based_on_them() -> None:
    part = numbering(
        abstract(
            1,
            level(0, "Chương %1.", "upperRoman", more='<w:pStyle w:val="C"/>'),
            level(1, "Điều %2.", more='<w:pStyle w:val="D"/>'),
        ),
        num(1, 1),
    )
    place = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = (
        f'<w:style w:type="paragraph" w:styleId="C">{place}</w:style>'
        f'<w:style w:type="paragraph" w:styleId="D">{place}</w:style>'
        '<w:style w:type="paragraph" w:styleId="D2"><w:basedOn w:val="D"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="loop"><w:basedOn w:val="loop"/></w:style>'
    )
    found = lines(
        part,
        [
            (numbered(None, style="C"), "a"),
            (numbered(None, style="D"), "b"),
            (numbered(None, style="D2"), "c"),
            (numbered(0, 0, style="D"), "không số"),
            (numbered(None, style="loop"), "d"),
        ],
        styles=styles,
    )
    assert found == ["Chương I. a", "Điều 1. b", "Điều 2. c", "không số", "d"]


def test_a_list_style_is_followed_to_its_definition() -> None:
    part = numbering(
        abstract(1, more='<w:numStyleLink w:val="S"/>'),
        abstract(2, level(0, "%1)"), more='<w:styleLink w:val="S"/>'),
        num(1, 1),
    )
    assert run_of(part, (1, 0), (1, 0)) == ["1)", "2)"]


def test_an_empty_paragraph_of_a_list_is_printed_with_its_number() -> None:
    part = numbering(TWO, num(1, 1))
    assert lines(part, [(numbered(1, 0), "a"), (numbered(1, 0), ""), (numbered(1, 0), "b")]) == [
        "1. a",
        "2. ",
        "3. b",
    ]


def test_a_hidden_label_is_counted_and_not_shown() -> None:
    part = numbering(abstract(1, level(0, "%1.", more="<w:rPr><w:vanish/></w:rPr>")), num(1, 1))
    assert lines(part, [(numbered(1, 0), "a")]) == ["a"]


def test_labels_of_a_hostile_numbering_do_not_run_away() -> None:
    part = numbering(abstract(1, level(0, "%1.%9", "upperRoman", start=999999)), num(1, 1))
    assert len(lines(part, [(numbered(1, 0), "a"), (numbered(1, 999999), "b")])[0]) < 80
