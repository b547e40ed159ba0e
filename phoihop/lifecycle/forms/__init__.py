"""Forms of lifecycle: input only."""

from phoihop.lifecycle.forms.consulting import AnswerCommentForm, CommentForm, OpenConsultationForm
from phoihop.lifecycle.forms.papers import PaperForm
from phoihop.lifecycle.forms.renewing import RenewForm
from phoihop.lifecycle.forms.signing import (
    EnterSignatureForm,
    LinkForm,
    NumberForm,
    PrintedSignatureForm,
    RecordForm,
    SignForm,
    TakeBackForm,
)
from phoihop.lifecycle.forms.succeeding import SuccessionForm

__all__ = [
    "AnswerCommentForm",
    "CommentForm",
    "EnterSignatureForm",
    "LinkForm",
    "NumberForm",
    "OpenConsultationForm",
    "PaperForm",
    "PrintedSignatureForm",
    "RecordForm",
    "RenewForm",
    "SignForm",
    "SuccessionForm",
    "TakeBackForm",
]
