"""The documentation names every setting and every command, and leads to every page."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import get_commands

from phoihop import cli

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
CODE = [*ROOT.glob("phoihop/**/*.py"), *ROOT.glob("bin/*.py")]
READERS = {"text", "flag", "number", "words", "folder"}
OURS = re.compile(r"PHOIHOP_[A-Z_]+")
# The system's own variables, and a value given to a child rather than read from the outside.
NOT_SETTINGS = {"PATH"}
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)")
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])


def variables(path: Path) -> Iterator[str]:
    """The environment variables a file names: read from the environment, or ours by their prefix."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and OURS.fullmatch(node.value):
            yield node.value
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
            of = ast.unparse(node.func.value)
            reads = (of == "environment" and node.func.attr in READERS) or of == "os.environ"
            if reads and isinstance(node.args[0], ast.Constant):
                yield str(node.args[0].value)


def in_tables(page: str) -> set[str]:
    """What stands in code letters in the first column of the tables of a page."""
    text = (DOCS / "reference" / page).read_text(encoding="utf-8")
    return set(re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE))


def test_every_setting_is_documented_and_no_other() -> None:
    read = {name for path in CODE for name in variables(path)} - NOT_SETTINGS
    assert in_tables("settings.md") == read


def test_every_command_is_documented_and_no_other() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = {f"make {name}" for name in re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE)}
    management = {name for name, app in get_commands().items() if str(app).startswith("phoihop.")}
    words = {command.replace("\\", "") for command in in_tables("commands.md")}
    named = {" ".join(command.split()[:2]) for command in words if command.startswith(("make ", "phoihop "))}
    assert named == targets | {f"phoihop {name}" for name in cli.COMMANDS}
    assert {command.split()[0] for command in words} - {"make", "phoihop"} == management


def test_make_help_lists_every_target() -> None:
    said = subprocess.run(
        ["make", "--no-print-directory", "help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.findall(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)[0].split()
    assert {line.split()[1] for line in said.splitlines()} == set(phony)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    addresses = ["".join(found) for found in LINK.findall(page.read_text(encoding="utf-8"))]
    inside = [address.partition("#")[0] for address in addresses if "://" not in address]
    assert [address for address in inside if address and not (page.parent / address).exists()] == []


@pytest.mark.parametrize("index", [DOCS / "README.md", DOCS / "decisions" / "README.md"], ids=str)
def test_an_index_leads_to_every_page_below_it(index: Path) -> None:
    """The whole documentation leads to a folder that has an index of its own by that index."""
    text = index.read_text(encoding="utf-8")
    indexed = {other.parent for other in index.parent.glob("*/README.md")}
    below = [page for page in index.parent.rglob("*.md") if page != index]
    wanted = [page for page in below if page.name == "README.md" or page.parent not in indexed]
    assert [str(page) for page in wanted if f"({page.relative_to(index.parent)})" not in text] == []


def test_a_decision_has_one_number_and_its_four_parts() -> None:
    decisions = sorted(path for path in DOCS.glob("decisions/*.md") if path.name != "README.md")
    numbers = [path.name[:4] for path in decisions]
    assert len(numbers) == len(set(numbers))
    for path in decisions:
        text = path.read_text(encoding="utf-8")
        assert text.startswith("# ")
        for part in (
            "Context|Bối cảnh",
            "Options|Đã cân nhắc",
            "Decision|Quyết định",
            "Consequences|Hệ quả",
        ):
            assert re.search(rf"(\*\*|## )({part})", text), f"{path.name}: {part}"
