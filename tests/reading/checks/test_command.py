"""phoihop check: what it prints, and what it answers the shell."""

import json
from pathlib import Path

import pytest

from phoihop.reading.checks import command
from tests.reading.checks.clean import CLEAN, spoiled


def run(tmp_path: Path, content: bytes, *options: str) -> int:
    path = tmp_path / "van-ban.txt"
    path.write_bytes(content)
    return command.main([str(path), *options])


def test_nothing_wrong_is_nought(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(tmp_path, CLEAN.encode()) == 0
    said = capfdbinary.readouterr().out.decode()
    assert "Không thấy điểm nào cần sửa." in said
    assert "chưa kiểm tra" in said
    assert "còn hiệu lực" not in said


def test_findings_are_one_and_quote_the_line(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run(tmp_path, spoiled("III. TỔ CHỨC", "II. TỔ CHỨC").encode()) == 1
    said = capfdbinary.readouterr().out.decode()
    assert "Đánh số mục lặp hoặc nhảy cóc (dòng" in said
    assert "“III”" in said


def test_json_has_findings_and_bases(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    run(tmp_path, spoiled("III. TỔ CHỨC", "II. TỔ CHỨC").encode(), "--json")
    rows = json.loads(capfdbinary.readouterr().out)
    assert [row["code"] for row in rows["findings"]] == ["numbering"]
    assert {row["validity"] for row in rows["bases"]} <= {"listed", "unchecked"}


def test_what_cannot_be_read_is_two(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, b"") == 2
    assert command.main([str(tmp_path / "khong-co.txt")]) == 2
    assert len(capfd.readouterr().err.strip().splitlines()) == 2
