"""The set-up takes a Python that truly runs: a shim on PATH may exist and fail."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "bin" / "find-python"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A PATH with nothing but what the script itself needs."""
    for tool in ("cat", "dirname"):
        (tmp_path / tool).symlink_to(str(shutil.which(tool)))
    return tmp_path


def find(path: Path) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": str(path), "PYENV_ROOT": str(path / "pyenv")}
    return subprocess.run([SCRIPT], env=environment, capture_output=True, text=True, check=False)


def broken(shim: Path) -> None:
    shim.write_text("#!/bin/sh\nexit 127\n", encoding="ascii")
    shim.chmod(0o755)


def test_a_broken_shim_is_passed_over(path: Path) -> None:
    broken(path / "python3.13")
    (path / "python3.12").symlink_to(sys.executable)
    assert find(path).stdout.strip() == str(path / "python3.12")


def test_a_python_only_pyenv_knows_is_found(path: Path) -> None:
    broken(path / "python3.13")
    known = path / "pyenv" / "versions" / "3.13.0" / "bin"
    known.mkdir(parents=True)
    (known / "python3").symlink_to(sys.executable)
    assert find(path).stdout.strip() == str(known / "python3")


def test_none_at_all_is_a_failure(path: Path) -> None:
    broken(path / "python3")
    assert find(path).returncode != 0
