"""How the results of a period are said: pure, from the values of `queries.results`."""

from collections.abc import Iterator
from datetime import date
from typing import Any

type Json = dict[str, Any]


def sentences(row: Json) -> Iterator[str]:
    """What the recorded facts say of a clause, one sentence a kind of fact."""
    if row["leads"]:
        yield f"Chủ trì: {', '.join(row['leads'])}."
    if row["tasks"]:
        yield _tasks(row["tasks"])
    if row["reports"]:
        yield f"Báo cáo: {row['reports']['words']}, {row['reports']['on_time']} đúng hạn."
    if row["obstacles"]:
        found = row["obstacles"]
        yield f"Vướng mắc: {found['raised']} nêu trong kỳ, {found['waiting']} chưa giải quyết xong."


def _tasks(tasks: Json) -> str:
    parts = [f"{tasks['done']} việc đã xong"]
    for name, words in (
        ("late", "trong đó {} việc muộn"),
        ("overdue", "{} việc quá hạn"),
        ("coming", "{} việc chưa đến hạn"),
        ("dropped", "{} việc không làm"),
    ):
        if tasks[name]:
            parts.append(words.format(tasks[name]))
    attendance = f"; {tasks['attendance']} lượt người tham gia" if tasks["attendance"] else ""
    return f"Công việc: {', '.join(parts)}{attendance}."


def target_sentence(target: Json) -> str:
    """ "Chỉ tiêu … (năm 2026): từ 10 hộ trở lên; kết quả 12 hộ, vượt." """
    reached = f"kết quả {target['value']}, {target['outcome']}" if target["value"] else target["outcome"]
    return f"Chỉ tiêu {target['name']} ({span_words(target)}): {target['goal']}; {reached}."


def span_words(target: Json) -> str:
    """ "năm 2026", else both days."""
    start, end = date.fromisoformat(target["from"]), date.fromisoformat(target["to"])
    is_year = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year
    return f"năm {start.year}" if is_year else f"{start:%d/%m/%Y} - {end:%d/%m/%Y}"
