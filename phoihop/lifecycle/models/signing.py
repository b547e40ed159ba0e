"""The PDF that is signed digitally, the one-time links that hand it to a signing agent, and bodies' seals."""

import uuid

from django.db import models
from django.db.models import Q

from phoihop.core.models import Sampled, one_of
from phoihop.documents.models import StoredFile
from phoihop.lifecycle.statuses import LinkStatus
from phoihop.organisations.models import Body
from phoihop.people.models import Person
from phoihop.programmes.models import Edition, Party
from phoihop.programmes.models.editions import Capacity


class SigningPaper(Sampled):
    """The text of an edition as it was sent for signature, frozen as a PDF.

    `head` is the same file with the digital signatures made on it so far: the next party signs that one.
    A text taken back and sent again has another version and another paper.
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="signing_papers")
    version = models.PositiveIntegerField("phiên bản")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    head = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField("lập lúc")

    class Meta:
        verbose_name = "bản PDF để ký"
        verbose_name_plural = "bản PDF để ký"
        constraints = [models.UniqueConstraint(fields=["edition", "version"], name="signingpaper_once")]


class SigningLink(Sampled):
    """A right, for a short time and once, to fetch a paper and bring it back signed, for one party's leader.

    Of the token only the hash is kept. What the signature will say (capacity, position, …) was typed when
    the link was asked for. HELD: the file came back under another name than the person's, who decides.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    paper = models.ForeignKey(SigningPaper, on_delete=models.CASCADE, related_name="links")
    party = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="signing_links")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    token_sha256 = models.CharField(max_length=64, unique=True, editable=False)
    capacity = models.CharField("thể thức ký", max_length=20, choices=Capacity)
    authority = models.CharField("thay mặt", max_length=200, blank=True)
    principal = models.CharField("ký thay", max_length=100, blank=True)
    position = models.CharField("chức vụ", max_length=100)
    status = models.CharField("trạng thái", max_length=12, choices=LinkStatus, default=LinkStatus.WAITING)
    asked_at = models.DateTimeField("lập lúc")
    expires_at = models.DateTimeField("hết hạn lúc")
    settled_at = models.DateTimeField("xong lúc", null=True, blank=True)
    refusals = models.PositiveSmallIntegerField("số lần bị từ chối", default=0)
    last_refusal = models.TextField("lần từ chối gần nhất", blank=True)
    returned = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    certificate_name = models.CharField("tên trên chứng thư", max_length=300, blank=True)

    class Meta:
        verbose_name = "liên kết ký số"
        verbose_name_plural = "liên kết ký số"
        constraints = [
            one_of("status", LinkStatus, name="signinglink_status_known"),
            one_of("capacity", Capacity, name="signinglink_capacity_known"),
            models.UniqueConstraint(
                fields=["party"],
                condition=Q(status__in=[LinkStatus.WAITING, LinkStatus.HELD]),
                name="signinglink_one_open",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=[LinkStatus.HELD, LinkStatus.SIGNED]) | Q(returned__isnull=False),
                name="signinglink_returned_file",
            ),
            models.CheckConstraint(
                condition=Q(expires_at__gt=models.F("asked_at")), name="signinglink_has_a_life"
            ),
        ]


class EditionSeal(Sampled):
    """A body's digital seal on the issued PDF of an edition, put once."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="seals")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="dấu của")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    sealed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    sealed_at = models.DateTimeField("đóng dấu lúc")

    class Meta:
        verbose_name = "dấu số"
        verbose_name_plural = "dấu số"
        constraints = [models.UniqueConstraint(fields=["edition", "body"], name="editionseal_once")]
