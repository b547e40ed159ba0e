"""From a duty as printed to a due rule that is proposed."""

import re
from typing import Any

type Json = dict[str, Any]

_NAMES = {
    "report": "Báo cáo",
    "review": "Sơ kết, tổng kết",
    "meeting": "Họp",
    "survey": "Khảo sát, lấy ý kiến",
    "event": "Hoạt động",
    "inspection": "Kiểm tra",
}
_CYCLES = {
    "monthly": "hằng tháng",
    "quarterly": "hằng quý",
    "half_yearly": "6 tháng",
    "yearly": "hằng năm",
    "every_3_years": "sau 3 năm",
    "every_5_years": "sau 5 năm",
    "final": "kết thúc chương trình",
    "once": "một lần",
    "on_demand": "khi có yêu cầu",
}
_LAST_MONTH_DAY = re.compile(r"day (\d{1,2}) of the .*last month")
_DAY_AND_MONTH = re.compile(r"(\d{1,2})/(\d{1,2})")


def duty_values(read: Json) -> tuple[Json, list[str]]:
    """The due rule proposed for one read duty, who owes, reviews or takes note, and what to doubt.

    One receiver above several senders reviews; peers who report to each other take note.
    """
    doubts = []
    due = _due_rule(read.get("due"))
    mutual = bool(set(read["from"]) & set(read["to"]))
    if read["kind"] == "report" and not read["to"]:
        doubts.append("Văn bản không ghi báo cáo gửi cho ai.")
    if not read["from"]:
        doubts.append("Văn bản không ghi ai phải làm.")
    if read["frequency"] in {"monthly", "quarterly", "half_yearly", "yearly"} and due["due_day"] is None:
        doubts.append("Văn bản không ghi ngày: hạn tính đến hết kỳ.")
    if read["frequency"] == "on_demand":
        doubts.append("Văn bản không ghi định kỳ: chỉ làm khi có yêu cầu.")
    values = {
        "clause": read.get("clause_id"),
        "kind": read["kind"],
        "name": f"{_NAMES[read['kind']]} {_CYCLES[read['frequency']]}",
        "frequency": read["frequency"],
        "text": read["text"],
        "owes": list(read["from"]),
        "reviews": [] if mutual else list(read["to"]),
        "takes_note": list(read["to"]) if mutual else [],
        "via_text": read.get("via") or "",
        "due_printed": read.get("due") or "",
        "due_strict": bool(read.get("due_strict")) and due["due_day"] is not None,
        "shift": "none",
        **due,
    }
    return values, doubts


def _due_rule(due: str | None) -> Json:
    in_last_month = _LAST_MONTH_DAY.fullmatch(due or "")
    if in_last_month:
        return {"anchor": "last_month", "due_day": int(in_last_month[1]), "due_month": None}
    day_and_month = _DAY_AND_MONTH.fullmatch(due or "")
    if day_and_month:
        return {"anchor": "fixed_date", "due_day": int(day_and_month[1]), "due_month": int(day_and_month[2])}
    return {"anchor": "period_end", "due_day": None, "due_month": None}
