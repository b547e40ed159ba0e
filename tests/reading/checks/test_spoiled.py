"""One fault put into a clean document gives exactly that finding, and the clean document gives none."""

from typing import Any

import pytest

from phoihop.reading.checks import CHECKS
from tests.reading.checks.clean import CLEAN, codes, findings, rows, spoiled, with_bullet

SPOILED = rows("spoiled")
CASES = rows("cases")


def test_the_clean_document_has_no_finding() -> None:
    assert findings(CLEAN) == ()


@pytest.mark.parametrize("case", SPOILED, ids=lambda case: case["after"][:40] or "(bỏ)")
def test_one_fault_gives_one_finding(case: dict[str, Any]) -> None:
    assert sorted(codes(spoiled(case["before"], case["after"]))) == sorted(case["codes"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["words"][:60])
def test_a_line_gives_its_findings_and_no_other(case: dict[str, Any]) -> None:
    assert codes(with_bullet(case["words"])) == case["codes"]


def test_a_fault_is_quoted_where_it_stands() -> None:
    for case in SPOILED:
        text = spoiled(case["before"], case["after"])
        for found in findings(text):
            assert text[slice(*found.span)].strip()
            assert found.text.endswith(".")
            assert found.suggestion.endswith(".")


def test_a_whole_in_a_table_is_the_sum_of_its_rows() -> None:
    table = "TT\tThôn\tSố hộ\n1\tĐông\t12\n2\tTây\t8\nTổng cộng\t\t{}\n"
    text = with_bullet("Giao chỉ tiêu như bảng sau:")
    bullet = "c) Giao chỉ tiêu như bảng sau:\n"
    assert codes(text.replace(bullet, bullet + table.format(20))) == []
    assert codes(text.replace(bullet, bullet + table.format(21))) == ["table_total"]


def test_the_same_target_with_two_numbers_is_found_but_not_for_two_grounds() -> None:
    again = "Ủy ban MTTQ Việt Nam xã chủ trì vận động 90% hộ gia đình tham gia bảo hiểm y tế đến năm 2028."
    assert codes(with_bullet(again)) == ["target_contradiction"]
    assert codes(with_bullet(again.replace("90%", "95%"))) == []
    assert codes(with_bullet(again.replace("2028", "2030"))) == []


def test_a_task_said_twice_is_found() -> None:
    task = (
        "Hướng dẫn Ban Công tác Mặt trận các thôn rà soát, lập danh sách hộ có hoàn cảnh khó khăn"
        " để đề nghị hỗ trợ kịp thời trước Tết Nguyên đán."
    )
    text = with_bullet(task).replace("b) Giám sát việc thực hiện.", f"b) {task}")
    assert codes(text) == ["repeated_clause"]


def test_together_without_anybody_is_found() -> None:
    task = "4. Phối hợp xây dựng phong trào thể dục, thể thao ở các thôn.\n"
    text = CLEAN.replace("4. Ủy ban MTTQ", f"{task}5. Ủy ban MTTQ")
    assert codes(text) == []
    three = text.replace("Giữa Ủy ban nhân dân và", "Giữa các tổ chức chính trị - xã hội, Ủy ban nhân dân và")
    assert "task_without_owner" in codes(three)


def test_a_document_without_its_parts() -> None:
    found = codes("CHƯƠNG TRÌNH PHỐI HỢP\nvề bảo vệ môi trường\n\nCác bên cùng làm.\n")
    nothing = ["issuers", "period"]
    assert found == sorted(
        ["no_clauses", "no_recipients", "no_signatories", "not_stated", *(f"{n}_not_stated" for n in nothing)]
    )


def test_reviews_need_a_year_to_count_from_and_a_programme_needs_numbers() -> None:
    text = CLEAN.replace(" giai đoạn 2026 - 2030", "").replace(", ngày 05 tháng 02 năm 2026", "")
    assert {"review_without_start", "period_not_stated"} <= set(codes(text))
    body = CLEAN[CLEAN.index("II. NỘI") : CLEAN.index("III. TỔ")]
    assert codes(
        CLEAN.replace(body, "II. NỘI DUNG PHỐI HỢP\n1. Ủy ban nhân dân xã chủ trì tuyên truyền.\n")
    ) == ["no_targets"]


def test_every_code_is_tried() -> None:
    tried = {code for case in (*SPOILED, *CASES) for code in case["codes"]}
    here = {
        "table_total", "target_contradiction", "repeated_clause", "task_without_owner", "no_targets",
        "review_without_start", "period_not_stated", "issuers_not_stated", "no_clauses", "no_signatories",
    }  # fmt: skip
    in_places = {"place_not_there", "place_ends"}
    assert set(CHECKS) == tried | here | in_places
