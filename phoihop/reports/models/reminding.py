"""Automatic reminders: the rules a lead sets, and what each person was reminded of on which step."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from phoihop.accounts.models import Decision
from phoihop.core.models import Sampled, one_of
from phoihop.organisations.models import Body
from phoihop.people.models import Person
from phoihop.programmes.models import Programme


class ReminderKind(models.TextChoices):
    REPORT = "report", "Báo cáo"
    TASK = "task", "Công việc"
    OFFER = "offer", "Trả lời đề nghị chia chỉ tiêu"
    CONSULTATION = "consultation", "Góp ý hiệp thương"
    ADOPTION = "adoption", "Trả lời chương trình cấp trên triển khai"
    REGISTRATION = "registration", "Bảng đăng ký hằng năm"
    CLOSING = "closing", "Khóa kỳ số liệu"
    EXTENSION = "extension", "Trả lời đề nghị gia hạn"


class ReminderRule(models.Model):
    """When a lead wants one kind of thing reminded of; what has no row follows the defaults.

    `days` counts from the last day: -7 is a week before, 0 the day itself, 5 five days late; after the last
    every `then_every` days (0: no more), `most` times in all. Leaders are reminded from `leaders_from`
    days on. Of reports a rule is for one duty (`duty_key`, through all editions) or for all others.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="reminder_rules")
    kind = models.CharField("loại việc", max_length=20, choices=ReminderKind)
    duty_key = models.UUIDField("chế độ báo cáo", null=True, blank=True)
    days = ArrayField(models.SmallIntegerField(), verbose_name="các ngày nhắc")
    then_every = models.PositiveSmallIntegerField("sau đó cứ mấy ngày")
    most = models.PositiveSmallIntegerField("nhiều nhất bao nhiêu lần")
    leaders_from = models.SmallIntegerField("nhắc cả lãnh đạo từ ngày")
    is_muted = models.BooleanField("không tự nhắc", default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "quy tắc nhắc việc"
        verbose_name_plural = "quy tắc nhắc việc"
        constraints = [
            one_of("kind", ReminderKind, name="reminderrule_kind_known"),
            models.UniqueConstraint(
                fields=["programme", "kind", "duty_key"],
                nulls_distinct=False,
                name="reminderrule_once",
            ),
            models.CheckConstraint(condition=~Q(days=[]), name="reminderrule_has_days"),
            models.CheckConstraint(condition=Q(most__range=(1, 50)), name="reminderrule_ends_some_time"),
            models.CheckConstraint(
                condition=Q(duty_key=None) | Q(kind="report"), name="reminderrule_duty_of_a_report"
            ),
        ]


class ReminderRuleDecision(Decision):
    """A rule set, with what it said before in `note`."""

    rule = models.ForeignKey(ReminderRule, on_delete=models.CASCADE, related_name="decisions")

    class Meta:
        verbose_name = "việc đã làm với quy tắc nhắc"
        verbose_name_plural = "việc đã làm với quy tắc nhắc"


class Reminder(Sampled):
    """A person was reminded of one thing on one step; the messages that said so bear the same `key`.

    `number` is the row of `kind` (an obligation, a task …); a new last day begins the steps anew.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField("loại việc", max_length=20, choices=ReminderKind)
    number = models.BigIntegerField()
    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="+", verbose_name="đơn vị")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="reminders")
    due_on = models.DateField("hạn")
    step = models.SmallIntegerField("ngày nhắc so với hạn")
    words = models.CharField("việc", max_length=400)
    url = models.CharField(max_length=200)
    key = models.CharField(max_length=120)
    at = models.DateTimeField("nhắc lúc")

    class Meta:
        verbose_name = "lời nhắc việc"
        verbose_name_plural = "lời nhắc việc"
        constraints = [
            one_of("kind", ReminderKind, name="reminder_kind_known"),
            models.UniqueConstraint(
                fields=["person", "kind", "number", "due_on", "step"], name="reminder_never_twice"
            ),
        ]
        indexes = [
            models.Index(fields=["person", "key"]),
            models.Index(fields=["person", "-at"]),
            models.Index(fields=["programme", "-at"]),
        ]
