"""The choices of a programme paper."""

from django import forms


class PaperForm(forms.Form):
    """Which annexes go with the document."""

    annexes = forms.MultipleChoiceField(
        label="Phụ lục kèm theo",
        required=False,
        choices=[
            ("targets", "Bảng chỉ tiêu"),
            ("roles", "Bảng phân công"),
            ("sheet", "Bảng đăng ký (để trống cho các đơn vị ghi)"),
        ],
        widget=forms.CheckboxSelectMultiple,
    )
