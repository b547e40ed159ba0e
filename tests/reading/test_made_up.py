"""Two made-up documents with other habits: articles and points, wrapped lines, columns, deputies."""

from phoihop.reading import Draft, read_text
from tests.reading.drafts import HERE


def made_up(name: str) -> Draft:
    return read_text((HERE / "made_up" / f"{name}.txt").read_text("utf-8"))


def test_a_regulation_of_articles() -> None:
    draft = made_up("quy-che-ba-ben")
    assert draft.header.number == "07/QCPH-HĐND-UBND-UBMTTQ"
    assert draft.header.issuers == ("HDND tỉnh An Hòa", "UBND tỉnh An Hòa", "MTTQ tỉnh An Hòa")
    assert (draft.header.period.start, draft.header.period.end) == (2021, 2026)
    assert [basis.kind for basis in draft.legal_bases] == [
        "law",
        "law",
        "decision",
        "decision",
        "joint_resolution",
    ]
    paths = [clause.path for clause in draft.clauses]
    assert paths[:4] == ["Chương I", "Chương I.Điều 1", "Chương I.Điều 2", "Chương I.Điều 2.1"]
    assert "Chương II.Điều 3.2.a" in paths


def test_three_signatures_side_by_side_one_by_a_deputy() -> None:
    signed = [(s.party, s.capacity, s.position, s.name) for s in made_up("quy-che-ba-ben").signatories]
    assert signed == [
        ("HDND", "TM.", "CHỦ TỊCH", "Nguyễn Văn Một"),
        ("UBND", "KT.", "PHÓ CHỦ TỊCH", "Trần Thị Hai"),
        ("MTTQ", "TM.", "CHỦ TỊCH", "Lê Văn Ba"),
    ]


def test_reports_of_two_frequencies() -> None:
    reports = [duty for duty in made_up("quy-che-ba-ben").duties if duty.kind == "report"]
    assert [duty.frequency for duty in reports] == ["half_yearly", "yearly"]
    assert {(duty.anchor, duty.offset, duty.due_strict) for duty in reports} == {
        ("period_last_month", 15, True)
    }


def test_a_programme_of_capital_parts() -> None:
    draft = made_up("chuong-trinh-hai-ben")
    assert draft.header.issuers == ("PN huyện Vân Khê", "CONGAN huyện Vân Khê")
    assert (draft.header.place, draft.header.date) == ("Vân Khê", None)
    depths = {clause.id: clause.depth for clause in draft.clauses}
    assert (depths["C"], depths["C.I"], depths["C.I.1"], depths["C.I.1/+1"]) == (1, 2, 3, 4)
    assert {target.due for target in draft.targets if target.clause.startswith("B")} == {"2027"}
    assert len(draft.targets) == 10


def test_each_of_two_days_belongs_to_its_own_frequency() -> None:
    reports = [d for d in made_up("chuong-trinh-hai-ben").duties if d.kind == "report"]
    assert [(d.frequency, d.due) for d in reports] == [("half_yearly", "15/6"), ("yearly", "15/12")]


def test_the_rank_before_a_name_is_left_out() -> None:
    signed = made_up("chuong-trinh-hai-ben").signatories
    assert [(s.party, s.capacity, s.name) for s in signed] == [
        ("PN", "TM.", "Hoàng Thị Bốn"),
        ("CONGAN", "KT.", "Vũ Văn Năm"),
    ]
