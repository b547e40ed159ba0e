"""What a clerk types about registers. Input only."""

from django import forms


class RegisterForm(forms.Form):
    year = forms.IntegerField(label="Năm", min_value=2000, max_value=2100)
    document_type = forms.CharField(
        label="Loại văn bản", max_length=20, help_text="Viết tắt, ví dụ CTr, BC, KH. Mỗi loại một sổ."
    )
    first_number = forms.IntegerField(
        label="Bắt đầu từ số",
        min_value=1,
        initial=1,
        help_text="Ghi số tiếp theo của sổ giấy nếu đã dùng sổ giấy.",
    )


class AnnulForm(forms.Form):
    reason = forms.CharField(label="Lý do hủy số", widget=forms.Textarea(attrs={"rows": 2}))
