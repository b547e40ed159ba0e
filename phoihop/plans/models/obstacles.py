"""Vướng mắc: what stands in the way of a clause, who is to answer, and what was said until it was solved."""

from datetime import date

from django.db import models
from django.db.models import Q

from phoihop.accounts.models import Decision
from phoihop.core.member import Member
from phoihop.core.models import Sampled, one_of
from phoihop.documents.models import StoredFile
from phoihop.organisations.models import Body
from phoihop.plans.statuses import ObstacleKind, ObstacleStatus
from phoihop.programmes.models import Clause, Edition, Programme
from phoihop.programmes.models.visibility import bodies_of


class ObstacleQuerySet(models.QuerySet["Obstacle"]):
    def visible_to(self, member: Member) -> "ObstacleQuerySet":
        """Those of the programmes one sees, and those addressed to one's body."""
        return self.filter(
            Q(programme__in=Programme.objects.visible_to(member).values("pk"))
            | Q(addressed_to__in=bodies_of(member.body_id).values("pk"))
        )

    def unsolved(self) -> "ObstacleQuerySet":
        """Neither closed nor withdrawn."""
        return self.exclude(status__in=[ObstacleStatus.CLOSED, ObstacleStatus.WITHDRAWN])

    def unanswered(self) -> "ObstacleQuerySet":
        """Waiting for the word of the body addressed."""
        return self.filter(status=ObstacleStatus.OPEN)

    def overdue_on(self, day: date) -> "ObstacleQuerySet":
        """Waiting past the day by which an answer was asked for."""
        return self.unanswered().filter(answer_due_on__lt=day)


class Obstacle(Sampled):
    """Raised on a clause; `clause` is the row seen then, later editions are found through its key.

    `amended_by` is the edition that takes it up, once the parties decide to amend the text.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="obstacles")
    clause = models.ForeignKey(
        Clause, on_delete=models.PROTECT, related_name="obstacles", verbose_name="nội dung"
    )
    kind = models.CharField("loại", max_length=14, choices=ObstacleKind)
    text = models.TextField("vướng mắc")
    proposal = models.TextField("đề xuất", blank=True)
    since_on = models.DateField("có từ ngày")
    raised_by_body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="+", verbose_name="đơn vị nêu"
    )
    raised_at = models.DateTimeField("nêu lúc")
    addressed_to = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="+", verbose_name="nơi giải quyết"
    )
    answer_due_on = models.DateField("đề nghị trả lời trước hết ngày")
    status = models.CharField(
        "trạng thái", max_length=12, choices=ObstacleStatus, default=ObstacleStatus.OPEN
    )
    amended_by = models.ForeignKey(
        Edition, on_delete=models.SET_NULL, null=True, blank=True, related_name="obstacles",
        verbose_name="bản sửa đổi",
    )  # fmt: skip
    version = models.PositiveIntegerField(default=1)

    objects = ObstacleQuerySet.as_manager()

    class Meta:
        verbose_name = "vướng mắc"
        verbose_name_plural = "vướng mắc"
        constraints = [
            one_of("kind", ObstacleKind, name="obstacle_kind_known"),
            one_of("status", ObstacleStatus, name="obstacle_status_known"),
            models.CheckConstraint(condition=~Q(text=""), name="obstacle_has_words"),
        ]
        indexes = [models.Index(fields=["programme", "status"]), models.Index(fields=["addressed_to"])]

    def __str__(self) -> str:
        return self.text[:60]


class ObstacleFile(models.Model):
    """A file that shows it, or goes with an answer."""

    obstacle = models.ForeignKey(Obstacle, on_delete=models.CASCADE, related_name="files")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "tệp kèm vướng mắc"
        verbose_name_plural = "tệp kèm vướng mắc"
        constraints = [models.UniqueConstraint(fields=["obstacle", "file"], name="obstaclefile_once")]


class ObstacleDecision(Decision):
    """What was said and done about it, in turns: raised, answered, asked again, closed, …"""

    obstacle = models.ForeignKey(Obstacle, on_delete=models.CASCADE, related_name="decisions")

    class Meta:
        verbose_name = "trao đổi về vướng mắc"
        verbose_name_plural = "trao đổi về vướng mắc"
