"""What is typed about registers, documents that leave and arrive, and sendings."""

from phoihop.documents.forms.incoming import (
    CorrectIncomingForm,
    ForwardForm,
    IncomingForm,
    NewIncomingForm,
)
from phoihop.documents.forms.outgoing import CorrectOutgoingForm, FileForm, OutgoingForm
from phoihop.documents.forms.registers import (
    AnnulForm,
    CloseForm,
    IncomingRegisterForm,
    RegisterForm,
    SearchForm,
)
from phoihop.documents.forms.sending import ProofForm, RecallForm, SendForm

__all__ = [
    "AnnulForm",
    "CloseForm",
    "CorrectIncomingForm",
    "CorrectOutgoingForm",
    "FileForm",
    "ForwardForm",
    "IncomingForm",
    "IncomingRegisterForm",
    "NewIncomingForm",
    "OutgoingForm",
    "ProofForm",
    "RecallForm",
    "RegisterForm",
    "SearchForm",
    "SendForm",
]
