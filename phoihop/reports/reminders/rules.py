"""The rules of leads, looked up for each thing."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from phoihop.reports.calculations.reminding import Rule
from phoihop.reports.models import ReminderRule
from phoihop.reports.reminders.items import Item

DEFAULT = Rule()

type RuleKey = tuple[int, str, UUID | None]


@dataclass(frozen=True)
class Rules:
    """Every rule somebody set; who set none is reminded by the defaults."""

    given: Mapping[RuleKey, Rule]

    def of(self, item: Item) -> Rule:
        """The rule of its duty, else of its kind, else the default."""
        own = self.given.get((item.programme_id, item.kind, item.duty_key))
        return own or self.given.get((item.programme_id, item.kind, None)) or DEFAULT

    @property
    def first(self) -> int:
        """The earliest day any rule reminds on."""
        return min(rule.first for rule in (DEFAULT, *self.given.values()))

    @property
    def last(self) -> int:
        """The latest."""
        return max(rule.last for rule in (DEFAULT, *self.given.values()))


def rules(programme_ids: Collection[int] | None = None) -> Rules:
    """The rules of all programmes, or of these; one query."""
    rows = ReminderRule.objects.all()
    if programme_ids is not None:
        rows = rows.filter(programme__in=programme_ids)
    return Rules({(row.programme_id, row.kind, row.duty_key): as_rule(row) for row in rows})


def as_rule(row: ReminderRule) -> Rule:
    """A stored rule as the calculations take it."""
    return Rule(tuple(row.days), row.then_every, row.most, row.leaders_from, row.is_muted)
