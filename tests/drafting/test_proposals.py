import json
from pathlib import Path

import pytest

from phoihop.drafting.proposals import duty_values, propose, target_values
from phoihop.drafting.proposals.facts import codes_in

GOLD = Path(__file__).parents[1] / "reading" / "gold"


def read_target(**fields):
    row = {
        "text": "",
        "measure": "hộ dùng nước sạch",
        "comparator": ">=",
        "value": 97,
        "value_max": None,
        "of": None,
        "unit": "%",
        "direction": "reach",
        "recurrence": "once",
        "due": None,
        "scope": "xã",
        "parties": ["UBND"],
        "clause_id": "c1",
    }
    return row | fields


def read_duty(**fields):
    row = {
        "text": "",
        "kind": "report",
        "from": ["MTTQ"],
        "to": ["UBND"],
        "frequency": "quarterly",
        "due": None,
        "clause_id": "c1",
    }
    return row | fields


def test_a_bare_number_is_proposed_as_from_that_number_up_and_doubted():
    values, doubts = target_values(read_target(comparator="="))
    assert values["comparator"] == ">="
    assert any("trở lên" in d for d in doubts)


def test_a_printed_comparator_is_kept_without_doubt():
    values, doubts = target_values(read_target(comparator=">"))
    assert values["comparator"] == ">"
    assert doubts == []


def test_reduce_to_is_proposed_as_not_more_than():
    read = read_target(
        comparator="=", value=1, direction="decrease", change={"by": None, "to": 1, "baseline": None}
    )
    values, _ = target_values(read)
    assert (values["direction"], values["comparator"]) == ("decrease_to", "<=")


def test_reduce_by_stays_a_change():
    values, _ = target_values(
        read_target(unit="hộ", value=25, direction="decrease", change={"by": 25, "to": None})
    )
    assert (values["kind"], values["direction"], values["comparator"]) == ("count", "decrease_by", ">=")


def test_a_hundred_percent_or_more_is_doubted():
    _, doubts = target_values(read_target(value=100))
    assert doubts == ["“100% trở lên” không thể vượt 100%: hiểu là đạt 100%."]


def test_k_of_n_keeps_its_base():
    values, _ = target_values(read_target(value=47, of=48, unit="khu phố"))
    assert (values["kind"], values["value"], values["base"]) == ("k_of_n", "47", "48")


def test_a_target_without_a_party_is_doubted():
    _, doubts = target_values(read_target(parties=[]))
    assert doubts == ["Văn bản không ghi bên nào chịu trách nhiệm chỉ tiêu này."]


def test_before_the_20th_of_the_last_month_becomes_a_strict_rule():
    values, doubts = duty_values(read_duty(due="day 20 of the quarter's last month", due_strict=True))
    assert (values["anchor"], values["due_day"], values["due_strict"]) == ("last_month", 20, True)
    assert doubts == []


def test_a_fixed_day_becomes_day_and_month():
    values, _ = duty_values(read_duty(kind="event", frequency="yearly", due="18/11"))
    assert (values["anchor"], values["due_day"], values["due_month"]) == ("fixed_date", 18, 11)


def test_a_receiver_above_reviews_and_peers_take_note():
    upward, _ = duty_values(read_duty())
    mutual, _ = duty_values(read_duty(**{"from": ["UBND", "MTTQ"], "to": ["UBND", "MTTQ"]}))
    assert (upward["reviews"], upward["takes_note"]) == (["UBND"], [])
    assert (mutual["reviews"], mutual["takes_note"]) == ([], ["UBND", "MTTQ"])


@pytest.fixture(scope="module")
def lam_son():
    draft = json.loads((GOLD / "lam-son-2025.json").read_text("utf-8"))
    for section in ("clauses", "targets", "assignments", "duties"):
        for index, row in enumerate(draft[section]):
            row.setdefault("id", f"{section}{index}")
            row.setdefault("clause_id", row.get("clause"))
            row.setdefault("parent", None)
    return propose(draft)


def test_ten_enterprises_are_six_and_four_times_one(lam_son):
    targets = [row.values for row in lam_son if row.kind == "target"]
    whole = next(i for i, t in enumerate(targets) if t["value"] == "10")
    parts = [t for t in targets if t["part_of"] == whole]
    assert [(t["parties"], t["value"]) for t in parts] == [
        (["UBND"], "6"), (["TN"], "1"), (["PN"], "1"), (["ND"], "1"), (["CCB"], "1"),
    ]  # fmt: skip


def test_56_and_44_percent_are_parts_of_the_collected_whole(lam_son):
    targets = [row.values for row in lam_son if row.kind == "target"]
    parts = [t for t in targets if t["kind"] == "part_of_whole"]
    assert [t["value"] for t in parts] == ["56", "44"]
    assert {targets[t["part_of"]]["name"] for t in parts} == {"tỷ lệ chất thải rắn sinh hoạt được thu gom"}


def test_every_word_for_a_party_is_listed_once(lam_son):
    codes = codes_in(lam_son)
    assert len(codes) == len(set(codes))
    assert {"UBND", "MTTQ", "CTXH", "PN", "ND", "CCB", "TN"} <= set(codes)


def test_a_header_with_blanks_says_so(lam_son):
    assert lam_son[0].doubts[:1] == ("Văn bản không ghi số.",)
