"""What was found in the digital signatures of stored PDF files."""

from django.db import models
from django.db.models import Q

from phoihop.documents.models.files import StoredFile
from phoihop.documents.signed import verdicts


class SignedPdf(models.Model):
    """A stored PDF whose signatures were looked at: against which trusted certificates, when, and what it is.

    `original`: the file of this system whose bytes it begins with; `since_original`: what was added to that.
    `problem`: why it could not be looked at; then it has no signatures.
    """

    file = models.OneToOneField(StoredFile, on_delete=models.CASCADE, related_name="signed_pdf")
    original = models.ForeignKey(
        StoredFile, on_delete=models.RESTRICT, null=True, blank=True, related_name="signed_versions"
    )
    since_original = models.CharField("thêm vào sau bản gốc", max_length=12, blank=True)
    is_irregular = models.BooleanField("viết không đúng chuẩn", default=False)
    problem = models.TextField("vì sao không kiểm tra được", blank=True)
    roots = models.CharField("dấu vân tay của danh sách tin cậy", max_length=64)
    checked_at = models.DateTimeField("kiểm tra lúc")

    class Meta:
        verbose_name = "tệp có chữ ký số"
        verbose_name_plural = "tệp có chữ ký số"
        constraints = [
            models.CheckConstraint(
                condition=Q(since_original__in=["", *(one.value for one in verdicts.Changes)]),
                name="signedpdf_since_known",
            ),
            models.CheckConstraint(
                condition=Q(original=None) | ~Q(since_original=""), name="signedpdf_original_judged"
            ),
        ]


class PdfSignature(models.Model):
    """One digital signature of a file as judged then; documents.signed.verdicts says what each part means."""

    pdf = models.ForeignKey(SignedPdf, on_delete=models.CASCADE, related_name="signatures")
    order = models.PositiveSmallIntegerField("thứ tự")
    field = models.CharField(max_length=300)
    kind = models.CharField(max_length=12)
    problem = models.TextField(blank=True)
    signer = models.CharField("người ký", max_length=300, blank=True)
    subject = models.CharField("chủ thể chứng thư", max_length=300, blank=True)
    issuer = models.CharField("nơi cấp chứng thư", max_length=300, blank=True)
    serial = models.CharField("số chứng thư", max_length=300, blank=True)
    certificate_sha256 = models.CharField(max_length=64, blank=True)
    valid_from = models.CharField(max_length=40, blank=True)
    valid_to = models.CharField(max_length=40, blank=True)
    signed_at = models.CharField("giờ ký tự ghi", max_length=40, blank=True)
    timestamp_at = models.CharField("dấu thời gian", max_length=40, blank=True)
    is_timestamp_trusted = models.BooleanField(default=False)
    cover = models.CharField(max_length=12)
    changes = models.CharField(max_length=12)
    is_intact = models.BooleanField("nội dung còn nguyên")
    is_genuine = models.BooleanField("khớp chứng thư")
    trust = models.CharField(max_length=12)
    validity = models.CharField(max_length=12)
    revocation = models.CharField(max_length=12)
    revoked_at = models.CharField(max_length=40, blank=True)

    class Meta:
        verbose_name = "chữ ký số trong tệp"
        verbose_name_plural = "chữ ký số trong tệp"
        constraints = [
            models.UniqueConstraint(fields=["pdf", "order"], name="pdfsignature_order_unique"),
            *(
                models.CheckConstraint(
                    condition=Q(**{f"{name}__in": [one.value for one in kind]}),
                    name=f"pdfsignature_{name}_known",
                )
                for name, kind in (
                    ("kind", verdicts.Kind),
                    ("cover", verdicts.Cover),
                    ("changes", verdicts.Changes),
                    ("trust", verdicts.Trust),
                    ("validity", verdicts.Validity),
                    ("revocation", verdicts.Revocation),
                )
            ),
        ]
