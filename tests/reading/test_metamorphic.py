"""The same document in another dress gives the same facts: compared by key, quoted words mapped back."""

import random
import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from phoihop.reading import Draft, read_text
from phoihop.reading.files.legacy import Script, unicode_of
from tests.reading.drafts import HERE, TEXTS, sample

MADE_UP = {path.stem: path.read_text("utf-8") for path in sorted((HERE / "made_up").glob("*.txt"))}
TEXT_NAMES = [*sorted(path.stem for path in TEXTS.glob("*.txt")), *MADE_UP]
KEYS: dict[str, tuple[str, ...]] = {
    "targets": (
        "comparator",
        "value",
        "value_max",
        "of",
        "unit",
        "direction",
        "recurrence",
        "due",
        "parties",
    ),
    "assignments": ("party", "role"),
    "duties": ("kind", "from", "to", "frequency", "due"),
}
# What one letter in two hundred read wrongly may cost, of all targets, roles and duties of a text.
NOISE, LEAST_KEPT = 0.005, 0.75
CONFUSABLE = {"ấ": "ầ", "ầ": "ấ", "ẫ": "ầ", "ố": "ổ", "ớ": "ở", "ế": "ề", "ú": "ù", "í": "ì", "rn": "m"}


def original(name: str) -> Draft:
    return sample(name) if name not in MADE_UP else read_text(MADE_UP[name])


def spoken(value: Any) -> Any:
    """Words on one line with the tone mark in one place, in lower case: what a dress may change."""
    if isinstance(value, list):
        return tuple(spoken(item) for item in value)
    if not isinstance(value, str):
        return value
    words = " ".join(value.lower().replace("–", "-").split())
    return words.replace("oà", "òa").replace("oá", "óa").replace("uỷ", "ủy").replace("uý", "úy")


def facts(draft: Draft, section: str, *, with_clause: bool = True) -> Counter[tuple[Any, ...]]:
    rows = draft.as_json()[section]
    keys = (*KEYS[section], "clause") if with_clause else KEYS[section]
    return Counter(tuple(spoken(row[key]) for key in keys) for row in rows)


def quotes(draft: Draft) -> list[str]:
    rows = (*draft.targets, *draft.assignments, *draft.duties)
    return [spoken(row.text.replace("\n", " ")) for row in rows]


def assert_same(changed: str, name: str, *, with_clause: bool = True) -> None:
    found, wanted = read_text(changed), original(name)
    for section in KEYS:
        assert facts(found, section, with_clause=with_clause) == facts(
            wanted, section, with_clause=with_clause
        )
    assert quotes(found) == quotes(wanted)


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def doubled_spaces(text: str) -> str:
    """Two spaces for one, here and there inside sentences, as hands type them."""
    drawn = random.Random(len(text))
    return re.sub(r"(?<=[a-zà-ỹ,;]) (?=[a-zà-ỹ])", lambda match: "  " if drawn.random() < 0.1 else " ", text)


def newer_tones(text: str) -> str:
    """Tone marks put on the second letter: "hoá", "uỷ" where the text has "hóa", "ủy"."""
    pairs = {"óa": "oá", "òa": "oà", "ủy": "uỷ", "úy": "uý", "Ủy": "Uỷ"}
    return re.sub("(?<![qQ])(?:" + "|".join(pairs) + r")(?!\w)", lambda match: pairs[match.group()], text)


def returns_of_another_system(text: str) -> str:
    return text.replace("\n", "\r\n")


def long_dashes(text: str) -> str:
    return re.sub(r"(?<=\d) - (?=\d)", " – ", text)


@pytest.mark.parametrize("name", TEXT_NAMES)
@pytest.mark.parametrize(
    "dress", [decomposed, doubled_spaces, newer_tones, returns_of_another_system, long_dashes]
)
def test_letters_and_spaces_of_another_hand(name: str, dress: Callable[[str], str]) -> None:
    assert_same(dress(original(name).text), name)


@pytest.mark.parametrize("name", TEXT_NAMES)
def test_lines_broken_at_eighty_columns(name: str) -> None:
    """Long paragraphs of the body set in lines, as a converter does."""
    text = original(name).text
    changed = "\n".join(_wrapped(line) for line in text.split("\n"))
    found, wanted = read_text(changed), original(name)
    assert facts(found, "targets") == facts(wanted, "targets")
    assert facts(found, "assignments") == facts(wanted, "assignments")
    assert facts(found, "duties") == facts(wanted, "duties")


def _wrapped(line: str) -> str:
    """Broken before a word in small letters, so that no line looks like a label."""
    broken, width = "", 0
    for word in line.split(" "):
        is_small = len(word) > 2 and word[0].isalpha() and word[0].islower()
        if width + len(word) > 80 and is_small:
            broken, width = f"{broken.rstrip(' ')}\n", 0
        broken, width = f"{broken}{word} ", width + len(word) + 1
    return broken.rstrip(" ")


@pytest.mark.parametrize("name", TEXT_NAMES)
def test_headings_in_capitals(name: str) -> None:
    draft = original(name)
    titles = {clause.text.split("\n")[0] for clause in draft.clauses if clause.heading and clause.depth == 1}
    changed = draft.text
    for title in titles:
        if len(title) < 80:
            changed = changed.replace(title, title.upper())
    found = read_text(changed)
    for section in KEYS:
        assert facts(found, section, with_clause=False) == facts(draft, section, with_clause=False)


@pytest.mark.parametrize("name", TEXT_NAMES)
def test_parts_numbered_in_another_habit(name: str) -> None:
    """ "II." becomes "B." and "-" becomes "+": paths change, facts do not."""
    letters = dict(zip(("I", "II", "III", "IV", "V", "VI"), "ABCDEG", strict=True))
    text = original(name).text
    if re.search(r"^(?:Chương|A\.)", text, re.MULTILINE):
        pytest.skip("numbered in another habit already")
    changed = re.sub(
        r"(?m)^((?:\[bookmark[^\]]*\])?[ \t]*)(I{1,3}|IV|VI?)\. ",
        lambda match: f"{match[1]}{letters[match[2]]}. ",
        text,
    )
    body, mark, tail = changed.partition("Nơi nhận")
    changed = re.sub(r"(?m)^- ", "+ ", body) + mark + tail
    found, wanted = read_text(changed), original(name)
    for section in KEYS:
        assert facts(found, section, with_clause=False) == facts(wanted, section, with_clause=False)


@pytest.mark.parametrize("name", TEXT_NAMES)
def test_letters_read_wrongly_cost_little(name: str) -> None:
    """A bounded loss is allowed: see NOISE and LEAST_KEPT."""
    drawn = random.Random(name)
    text = original(name).text
    noisy = "".join(CONFUSABLE.get(c, c) if drawn.random() < NOISE * 8 else c for c in text)
    found, wanted = read_text(noisy), original(name)
    kept = every = 0
    for section in KEYS:
        a, b = facts(found, section, with_clause=False), facts(wanted, section, with_clause=False)
        kept += (a & b).total()
        every += b.total()
    assert kept >= LEAST_KEPT * every


@pytest.mark.parametrize("name", TEXT_NAMES)
def test_a_text_typed_in_a_font_of_the_nineties(name: str) -> None:
    """Typed by TCVN3 and read back; what that font cannot print stays as it was."""
    letters = {unicode_of(chr(code), Script.TCVN3): chr(code) for code in range(0xA0, 0x100)}
    lines = original(name).text.split("\n")
    typed = [line for line in lines if all(c in letters or ord(c) < 0x80 for c in line)]
    assert typed
    changed = [
        unicode_of("".join(letters.get(c, c) for c in line), Script.TCVN3) if line in typed else line
        for line in lines
    ]
    assert_same("\n".join(changed), name)
