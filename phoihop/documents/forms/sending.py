"""Who a document is sent to, and how it left. Input only."""

from collections.abc import Sequence
from typing import Any

from django import forms

from phoihop.core.fields import DayField
from phoihop.documents.content import Addressee
from phoihop.documents.queries import Proposed
from phoihop.documents.statuses import Channel

_OUTSIDE = [(channel.value, channel.label) for channel in Channel if channel != Channel.SYSTEM]


class SendForm(forms.Form):
    """The recipients ticked among the proposed ones, and how the others are reached."""

    to = forms.MultipleChoiceField(label="Gửi đến", required=False, widget=forms.CheckboxSelectMultiple)
    more = forms.CharField(
        label="Nơi nhận khác",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Mỗi dòng một nơi. Tên một tổ chức của hệ thống thì được gửi trên hệ thống.",
    )
    channel = forms.ChoiceField(
        label="Nơi nhận ngoài hệ thống gửi bằng", choices=_OUTSIDE, initial=Channel.POST
    )
    note = forms.CharField(
        label="Lời nhắn cho nơi nhận",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, proposed: Sequence[Proposed], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.proposed = [one for one in proposed if not one.has_it]
        field = self.fields["to"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(one.key, _words(one)) for one in self.proposed]
        if not self.proposed:
            del self.fields["to"]

    def chosen(self, more: Sequence[Proposed] = ()) -> list[Proposed]:
        """The ticked ones, then those typed."""
        ticked = set(self.cleaned_data.get("to") or [])
        return [*(one for one in self.proposed if one.key in ticked), *more]

    def addressees(self, chosen: Sequence[Proposed]) -> list[Addressee]:
        """Each on the system where it works here, else by the chosen way."""
        outside = Channel(self.cleaned_data["channel"])
        return [
            Addressee(one.name, one.body_id, Channel.SYSTEM if one.works_here else outside) for one in chosen
        ]


def _words(one: Proposed) -> str:
    said = f" (văn bản ghi: {one.said_as})" if one.said_as not in (one.name, "bên ký") else ""
    party = ", bên ký" if one.said_as == "bên ký" else ""
    return f"{one.name}{party}{said}" + ("" if one.works_here else ", ngoài hệ thống")


class RecallForm(forms.Form):
    reason = forms.CharField(label="Lý do thu hồi", widget=forms.Textarea(attrs={"rows": 2}))


class ProofForm(forms.Form):
    channel = forms.ChoiceField(label="Cách gửi", choices=_OUTSIDE)
    sent_on = DayField(label="Ngày gửi")
    proof_note = forms.CharField(label="Số bưu gửi, người ký nhận", max_length=200, required=False)
    proof = forms.FileField(label="Ảnh phiếu gửi, phiếu báo", required=False)
