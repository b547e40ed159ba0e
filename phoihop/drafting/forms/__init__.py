"""What people may type while they review a paper. Input only."""

from phoihop.drafting.forms.facts import FORMS, FactForm
from phoihop.drafting.forms.papers import ConfirmForm, UploadForm

__all__ = ["FORMS", "ConfirmForm", "FactForm", "UploadForm"]
