"""House rules that no linter holds: sizes, names, words to the reader, nothing of one machine."""

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LONGEST_FILE, LONGEST_FUNCTION = 400, 40
NO_CODE = {"migrations", "data", "vendor"}
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "misc", "common"}
SIGNALS = re.compile(r"(django\.dispatch|django\..*\.?signals)(\.|$)")
UNFINISHED = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X:)\b")
ONE_MACHINE = re.compile(
    r"(?<![\w.<>\"'])/(?:work|tmp|root|home|Users)/[\w.]|\b(?:files\.)?pyth" r"onhosted\b"
)
SPOKEN_TO = ("reading", "writing", "core")
SPOKEN_NAMES = {"calculations", "actions"}

FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)


@cache
def tracked() -> list[Path]:
    """Every file of the project, also one not yet committed; none of what is ignored."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    paths = [ROOT / name for name in listed.stdout.split("\0") if name]
    return [path for path in paths if path.is_file() and NO_CODE.isdisjoint(path.parts)]


def python_files() -> list[Path]:
    return [path for path in tracked() if path.suffix == ".py"]


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, FUNCTION))


def place(path: Path, line: int = 0) -> str:
    return f"{path.relative_to(ROOT)}:{line}" if line else str(path.relative_to(ROOT))


def texts() -> Iterator[tuple[Path, str]]:
    """Every file that is text."""
    for path in tracked():
        try:
            yield path, path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def found_by(pattern: re.Pattern[str]) -> list[str]:
    """Where it stands, in any file that is text."""
    return [
        f"{place(path, text.count('\n', 0, found.start()) + 1)} {found.group()}"
        for path, text in texts()
        for found in pattern.finditer(text)
    ]


def test_no_file_is_long() -> None:
    lengths = {place(path): path.read_text(encoding="utf-8").count("\n") for path in python_files()}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_no_function_is_long() -> None:
    long = [
        f"{place(path, function.lineno)} {function.name}: {length}"
        for path in python_files()
        for function in functions(parsed(path))
        if function.end_lineno and (length := function.end_lineno - function.lineno + 1) > LONGEST_FUNCTION
    ]
    assert long == []


def test_a_file_is_named_by_what_it_holds() -> None:
    assert [place(path) for path in python_files() if path.stem in NAMES_THAT_SAY_NOTHING] == []


def imported(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{node.module}.{name.name}") for name in node.names)


def test_nothing_listens_to_signals() -> None:
    heard = [
        f"{place(path, line)} {name}"
        for path in python_files()
        for line, name in imported(parsed(path))
        if SIGNALS.match(name)
    ]
    assert heard == []


def test_no_file_translates_by_a_name_it_also_throws_away() -> None:
    """`gettext as _` beside `_, value = …` breaks the translation, far from where it shows."""
    shadowed = []
    for path in python_files():
        tree = parsed(path)
        translates = any(
            isinstance(node, ast.ImportFrom) and any(name.asname == "_" for name in node.names)
            for node in ast.walk(tree)
        )
        stored = [n.lineno for n in ast.walk(tree) if isinstance(n, ast.Name) and n.id == "_"]
        if translates and stored:
            shadowed.append(place(path, stored[0]))
    assert shadowed == []


def speaks_to_others(path: Path) -> bool:
    """Modules other people call into: the pure rooms, the kernel, every calculation and every action."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    if parts[0] != "phoihop" or "management" in parts:
        return False
    return parts[1] in SPOKEN_TO or not SPOKEN_NAMES.isdisjoint(parts)


@pytest.mark.parametrize("path", [path for path in python_files() if speaks_to_others(path)], ids=place)
def test_a_public_function_says_what_it_means(path: Path) -> None:
    silent = [
        node.name
        for node in parsed(path).body
        if isinstance(node, FUNCTION) and not node.name.startswith("_") and not ast.get_docstring(node)
    ]
    assert silent == []


def test_nothing_is_left_to_be_done_later() -> None:
    assert found_by(UNFINISHED) == []


def test_no_file_knows_one_machine() -> None:
    """No path of a checkout, no host a package came from: requirement lists hold names and hashes alone."""
    assert found_by(ONE_MACHINE) == []
    lists = ROOT.glob("requirements/*.txt")
    assert [place(path) for path in lists if "://" in path.read_text(encoding="utf-8")] == []
