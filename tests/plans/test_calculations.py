"""Finished tasks as sentences."""

from datetime import date
from decimal import Decimal

from phoihop.plans.calculations import DoneTask, counts_people, task_sentences
from phoihop.plans.statuses import TaskKind


def done(title="Tuyên truyền", day=5, **fields):
    values = {"kind": TaskKind.TRAINING, "finished_on": date(2026, 3, day)} | fields
    return DoneTask(title=title, **values)


def test_tasks_of_a_kind_become_one_sentence_with_counts_and_attendances():
    tasks = [
        done("Luật Đất đai", 12, attendance=65),
        done("An toàn thực phẩm", 5, attendance=80, place="thôn 3"),
    ]
    assert task_sentences(tasks) == [
        "Đã tổ chức 02 buổi tuyên truyền, tập huấn, 145 lượt người tham dự: An toàn thực phẩm tại thôn 3 "
        "(ngày 05/03/2026); Luật Đất đai (ngày 12/03/2026)."
    ]


def test_each_kind_has_its_own_sentence_in_a_fixed_order():
    tasks = [done("Họp giao ban", kind=TaskKind.MEETING), done("Ra quân vệ sinh", kind=TaskKind.EVENT)]
    assert [s.split(":")[0] for s in task_sentences(tasks)] == [
        "Đã tổ chức 01 hoạt động",
        "Đã tổ chức 01 cuộc họp",
    ]


def test_quantities_add_up_per_unit_and_the_result_is_told_without_its_full_stop():
    tasks = [
        done("Thôn 1", 1, quantity=Decimal("1.2"), unit="km", result="rải đá cấp phối."),
        done("Thôn 2", 2, quantity=Decimal("0.8"), unit="km"),
        done("Thôn 3", 3, quantity=Decimal(3), unit="cây"),
    ]
    (sentence,) = task_sentences(tasks)
    assert "2 km, 3 cây: Thôn 1 (ngày 01/03/2026), rải đá cấp phối; Thôn 2" in sentence


def test_attendances_are_never_added_up_as_people():
    """Domain rule 5: the same person may come to two events."""
    tasks = [
        done("Buổi 1", 1, quantity=Decimal(40), unit="người"),
        done("Buổi 2", 2, quantity=Decimal(30), unit="người"),
    ]
    (sentence,) = task_sentences(tasks)
    assert "70" not in sentence
    assert "Buổi 1 (ngày 01/03/2026), 40 người; Buổi 2 (ngày 02/03/2026), 30 người" in sentence


def test_units_of_people_and_of_attendances_are_told_apart():
    assert counts_people("người")
    assert counts_people("hội viên")
    assert not counts_people("lượt người")
    assert not counts_people("hộ")
    assert not counts_people("")


def test_no_tasks_are_no_sentences():
    assert task_sentences([]) == []


def test_a_task_that_says_its_own_count_is_counted_by_it_and_not_told_twice():
    tasks = [done("Thôn 1", 1, quantity=Decimal(3), unit="buổi"), done("Thôn 2", 2)]
    (sentence,) = task_sentences(tasks)
    assert sentence.startswith("Đã tổ chức 04 buổi tuyên truyền, tập huấn: Thôn 1")
