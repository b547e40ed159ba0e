import pytest

from phoihop.core.workflow import MoveNotAllowed, Workflow, move

DOOR = Workflow(
    {"open": move("shut", to="open", label="Mở"), "shut": move("open", "ajar", to="shut", label="Đóng")}
)


def test_a_move_in_the_table_leads_to_its_target():
    assert DOOR.after("ajar", "shut") == "shut"


@pytest.mark.parametrize(("status", "verb"), [("open", "open"), ("shut", "shut"), ("shut", "burn")])
def test_any_other_move_is_refused(status, verb):
    assert not DOOR.allows(status, verb)
    with pytest.raises(MoveNotAllowed):
        DOOR.after(status, verb)


def test_the_verbs_open_from_a_status_come_in_the_order_of_the_table():
    assert DOOR.verbs_from("open") == ["shut"]
