"""The layouts of documents, as dated data."""

from django.db import models

from phoihop.organisations.models import Dated


class DocumentTemplate(Dated):
    """A document layout and the days it is the one to use, with its source."""

    code = models.CharField("mẫu", max_length=30)
    name = models.CharField("tên", max_length=200)
    source = models.TextField("nguồn")

    class Meta:
        verbose_name = "mẫu thể thức"
        verbose_name_plural = "mẫu thể thức"
        constraints = [models.UniqueConstraint(fields=["code", "valid_from"], name="documenttemplate_unique")]
