from phoihop.dashboards.programme_matrix import Heading, matrix

CLAUSES = [
    Heading(1, None, 1, "I", "I"),
    Heading(2, None, 1, "II", "II"),
    Heading(3, 2, 2, "II.1", "II.1"),
    Heading(4, 3, 3, "II.1.a", "II.1.a"),
    Heading(5, 4, 4, "II.1.a.-", "II.1.a.-"),
    Heading(6, 2, 2, "II.2", "II.2"),
]


def test_assignments_of_deeper_clauses_count_in_their_row_of_level_two() -> None:
    rows = matrix(CLAUSES, [(4, 70, "lead"), (5, 80, "coordinate"), (3, 80, "advise")], [70, 80])
    assert [(row.text, [cell.letters for cell in row.cells]) for row in rows] == [("II.1", ["C", "PT"])]
    assert rows[0].cells[1].words == "phối hợp, tham mưu"


def test_a_clause_of_level_one_with_a_part_is_a_row_of_its_own_in_reading_order() -> None:
    rows = matrix(CLAUSES, [(6, 70, "lead"), (1, 70, "focal"), (1, 70, "focal")], [70])
    assert [(row.text, row.cells[0].letters) for row in rows] == [("I", "Đ"), ("II.2", "C")]


def test_empty_cells_say_nothing() -> None:
    (row,) = matrix(CLAUSES, [(1, 70, "lead")], [70, 80])
    assert [cell.body_id for cell in row.filled] == [70]
    assert row.cells[1].words == ""
