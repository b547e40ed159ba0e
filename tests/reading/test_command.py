"""`phoihop read FILE`."""

import json
from pathlib import Path

import pytest

from phoihop.reading.command import main
from tests.reading.drafts import TEXTS, sample

BIM_SON = str(TEXTS / "bim-son-2017-2020.txt")


def test_the_draft_is_printed_as_json(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main([BIM_SON, "--json"]) == 0
    assert json.loads(capfdbinary.readouterr().out) == sample("bim-son-2017-2020").as_json()


def test_the_text_is_printed_to_the_character(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main([BIM_SON, "--text"]) == 0
    assert capfdbinary.readouterr().out.decode() == sample("bim-son-2017-2020").text


def test_a_summary_is_printed_otherwise(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main([BIM_SON]) == 0
    out = capfdbinary.readouterr().out.decode()
    assert "Số: 1995/CTrPH-UBND-UB.MTTQ" in out
    assert "Chỉ tiêu: 19" in out
    assert "Cần xem lại" in out


def test_a_file_that_cannot_be_read_is_one_sentence(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "hong.docx"
    broken.write_bytes(b"PK\x03\x04hong")
    assert main([str(broken)]) == 1
    assert capfd.readouterr().err == "Tệp “hong.docx” bị hỏng hoặc bị cắt cụt, không mở được.\n"


def test_a_missing_file_is_one_sentence(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "khong-co.txt")]) == 1
    assert capfd.readouterr().err.startswith("Không mở được tệp")
