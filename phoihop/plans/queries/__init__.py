"""What pages and reports read about plans."""

from phoihop.plans.queries.done import finished_sentences
from phoihop.plans.queries.tasks import (
    PER_PAGE,
    HistoryLine,
    TaskCard,
    TaskChoices,
    TaskPage,
    body_tasks,
    cards,
    my_tasks,
    opens_evidence,
    paged,
    people_of,
    programme_tasks,
    running_programmes,
    task_choices,
    task_page,
)

__all__ = [
    "HistoryLine",
    "PER_PAGE",
    "TaskCard",
    "TaskChoices",
    "TaskPage",
    "body_tasks",
    "cards",
    "finished_sentences",
    "my_tasks",
    "opens_evidence",
    "paged",
    "people_of",
    "programme_tasks",
    "running_programmes",
    "task_choices",
    "task_page",
]
