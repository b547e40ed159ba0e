"""What is typed when a programme is handed down, and when a place below answers."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms

from phoihop.core.fields import DayField, NumberField
from phoihop.organisations.models import BodyKind
from phoihop.programmes.actions.adopting import HandDownPlan
from phoihop.programmes.models.adoption import Reporting

type Choices = Sequence[tuple[str, str]]
SIGNING_KINDS = (
    BodyKind.PEOPLES_COMMITTEE,
    BodyKind.FRONT_COMMITTEE,
    BodyKind.FARMERS_UNION,
    BodyKind.WOMENS_UNION,
    BodyKind.YOUTH_UNION,
    BodyKind.VETERANS_ASSOCIATION,
    BodyKind.LABOUR_FEDERATION,
    BodyKind.PARTY_COMMITTEE,
    BodyKind.FRONT_WORK_BOARD,
    BodyKind.MEMBER_ORGANISATION,
)


class HandDownForm(forms.Form):
    """To whom, who signs there, what stays as it is, who reports to whom."""

    level = forms.ChoiceField(label="Cấp nhận")
    is_all = forms.ChoiceField(
        label="Những nơi nào",
        choices=[("all", "Tất cả các nơi thuộc địa bàn"), ("listed", "Các nơi trong danh sách dưới đây")],
        widget=forms.RadioSelect,
        initial="all",
    )
    places = forms.CharField(
        label="Danh sách nơi nhận",
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Mỗi dòng một tên hoặc một mã, dán được từ bảng tính. Trùng tên thì ghi thêm tỉnh: "
        "Lam Sơn, Thanh Hóa.",
    )
    leads = forms.ChoiceField(label="Cơ quan đầu mối ở mỗi nơi")
    body_kinds = forms.MultipleChoiceField(
        label="Các bên ký ở mỗi nơi",
        widget=forms.CheckboxSelectMultiple,
        help_text="Nơi nào chưa có tổ chức nào thì tổ chức ấy không có trong các bên ký.",
    )
    due_on = DayField(label="Trả lời trước khi hết ngày")
    reporting = forms.ChoiceField(label="Báo cáo", choices=Reporting.choices, widget=forms.RadioSelect)
    duties = forms.MultipleChoiceField(
        label="Chế độ báo cáo áp dụng cho các nơi",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Chọn những việc văn bản giao cho các cấp, cấp xã thực hiện.",
    )
    fixed_clauses = forms.MultipleChoiceField(
        label="Mục giữ nguyên, không thêm nội dung",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Không chọn: mục nào cũng được thêm. Lời của cấp trên không ai sửa được.",
    )
    fixed_targets = forms.MultipleChoiceField(
        label="Chỉ tiêu giữ nguyên, không đặt mức riêng",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Không chọn: được đặt mức cao hơn, không bao giờ thấp hơn.",
    )
    note = forms.CharField(label="Lời nhắn", required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(  # noqa: PLR0913 - what a text offers to choose from
        self, *args: Any, levels: Choices, duties: Choices, clauses: Choices, targets: Choices, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(kind.value, kind.label) for kind in SIGNING_KINDS]
        self._offer("level", levels)
        self._offer("leads", kinds)
        self._offer("body_kinds", kinds)
        self._offer("duties", duties)
        self._offer("fixed_clauses", clauses)
        self._offer("fixed_targets", targets)
        for name in ("duties", "fixed_clauses", "fixed_targets"):
            if not self.fields[name].choices:  # type: ignore[attr-defined]
                del self.fields[name]

    def _offer(self, name: str, choices: Choices) -> None:
        self.fields[name].choices = list(choices)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("is_all") == "listed" and not given.get("places", "").strip():
            self.add_error("places", "Hãy ghi ít nhất một nơi, hoặc chọn tất cả các nơi.")
        return given

    def kinds(self) -> tuple[str, ...]:
        """The kinds of bodies that sign, the lead first."""
        lead = self.cleaned_data["leads"]
        return tuple(dict.fromkeys([lead, *self.cleaned_data["body_kinds"]]))

    def plan(self) -> HandDownPlan:
        """What was decided, without the places."""
        given = self.cleaned_data
        return HandDownPlan(
            due_on=given["due_on"],
            body_kinds=self.kinds(),
            reporting=Reporting(given["reporting"]),
            fixed_clauses=_keys(given.get("fixed_clauses", [])),
            fixed_targets=_keys(given.get("fixed_targets", [])),
            duties=_keys(given.get("duties", [])),
            note=given["note"],
        )


def _keys(texts: Sequence[str]) -> tuple[UUID, ...]:
    return tuple(UUID(text) for text in texts)


class AdoptForm(forms.Form):
    """How the text comes into force at the place."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    way = forms.ChoiceField(
        label="Văn bản của địa bàn có hiệu lực bằng cách nào",
        choices=[
            ("sign", "Các bên tại địa bàn ký trên hệ thống"),
            ("paper", "Các bên đã ký trên giấy, sẽ ghi nhận văn bản đã ký"),
            ("decision", "Áp dụng theo một quyết định, công văn, không ký riêng"),
        ],
        widget=forms.RadioSelect,
        initial="sign",
    )
    number_text = forms.CharField(label="Số, ký hiệu quyết định, công văn", required=False, max_length=80)
    decided_on = DayField(label="Ngày của quyết định, công văn", required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("way") == "decision":
            for name in ("number_text", "decided_on"):
                if not given.get(name) and name not in self.errors:
                    self.add_error(name, "Cần ghi khi áp dụng theo quyết định, công văn.")
        return given


class AddUnderForm(forms.Form):
    """An own clause under one of the parent's."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    under = forms.TypedChoiceField(label="Thêm vào dưới mục", coerce=int)
    label = forms.CharField(label="Số thứ tự, ký hiệu đầu mục", max_length=30, initial="-")
    text = forms.CharField(
        label="Nội dung thêm",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Ghi cả số thứ tự hoặc gạch đầu dòng, ví dụ “- Mỗi thôn một mô hình”.",
    )

    def __init__(self, *args: Any, clauses: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["under"].choices = list(clauses)  # type: ignore[attr-defined]


class RaiseForm(forms.Form):
    """The place's own value of one target; blank goes back to the one from above."""

    target = forms.IntegerField(widget=forms.HiddenInput)
    value = NumberField(label="Mức tự đặt")


class SplitForm(forms.Form):
    """Which bodies of the place answer for a target, and with which part."""

    target = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, bodies: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bodies = list(bodies)
        for body_id, name in bodies:
            self.fields[f"takes_{body_id}"] = forms.BooleanField(label=name, required=False)
            self.fields[f"part_{body_id}"] = NumberField(label=f"Phần của {name}")

    def parts(self) -> list[tuple[int, Any]]:
        """Ticked bodies, and those given a number, with their parts."""
        given = self.cleaned_data
        return [
            (body_id, given[f"part_{body_id}"])
            for body_id, _ in self.bodies
            if given[f"takes_{body_id}"] or given[f"part_{body_id}"] is not None
        ]


class SharesForm(forms.Form):
    """What each place gets of a target: the same for all, or a list of places with numbers."""

    same = NumberField(label="Mỗi nơi như nhau")
    listed = forms.CharField(
        label="Hoặc từng nơi",
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="Mỗi dòng: tên hoặc mã, dấu chấm phẩy, số. Ví dụ: Lam Sơn; 12. Dán được từ bảng tính.",
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        has_same, has_list = given.get("same") is not None, bool(given.get("listed", "").strip())
        if has_same == has_list and not self.errors:
            raise forms.ValidationError("Hãy ghi một số cho mọi nơi, hoặc danh sách từng nơi.")
        return given
