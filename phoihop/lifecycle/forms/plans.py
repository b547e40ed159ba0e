"""What is typed about the plans of a programme."""

from django import forms

from phoihop.core.fields import DayField


class CallForm(forms.Form):
    """The call for proposals to the joint plan of a year."""

    year = forms.IntegerField(widget=forms.HiddenInput)
    due_on = DayField(label="Gửi đề xuất trước khi hết ngày")
    note = forms.CharField(
        label="Lời mời", required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Ví dụ: tập trung các nội dung giảm nghèo, bảo vệ môi trường.",
    )  # fmt: skip


class CloseForm(forms.Form):
    """What goes into the draft besides the accepted proposals."""

    copies_duties = forms.BooleanField(
        label="Chép cả chế độ báo cáo của chương trình thành báo cáo phải nộp riêng của kế hoạch",
        required=False,
        help_text="Thường không cần: kết quả kế hoạch đã nằm trong báo cáo định kỳ của chương trình.",
    )


class DeadlineForm(forms.Form):
    """By when each party makes its implementation plan."""

    year = forms.IntegerField(widget=forms.HiddenInput, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)
    due_on = DayField(label="Lập xong kế hoạch thực hiện trước khi hết ngày")
