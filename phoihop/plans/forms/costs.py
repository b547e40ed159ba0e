"""Forms of costs."""

from decimal import Decimal
from typing import Any

from django import forms

from phoihop.core.fields import NumberField
from phoihop.plans.models import CostLine
from phoihop.plans.occasions import CostContent
from phoihop.plans.statuses import CostSource


class DongField(NumberField):
    """Whole đồng, typed as 1500000 or 1.500.000; cleaned to an int, None when left blank."""

    def clean(self, value: Any) -> Any:
        found = super().clean(value)
        if found is None:
            return None
        amount = Decimal(found)
        if amount != amount.to_integral_value() or amount < 0:
            raise forms.ValidationError("Hãy ghi số tiền chẵn đồng, ví dụ 1.500.000.")
        return int(amount)


class CostForm(forms.Form):
    """A line of an estimate."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    content = forms.CharField(label="Nội dung chi", max_length=300)
    source = forms.ChoiceField(label="Nguồn", choices=CostSource)
    source_name = forms.CharField(
        label="Tên nguồn", max_length=200, required=False, help_text="Ví dụ Quỹ Vì người nghèo xã."
    )
    estimate = DongField(label="Dự toán (đồng)", required=True)
    actual = DongField(label="Thực chi (đồng)", help_text="Bỏ trống khi chưa chi; ghi 0 khi không phải chi.")

    @classmethod
    def starting(cls, line: CostLine) -> "CostForm":
        return cls(initial={name: getattr(line, name) for name in cls.base_fields})

    @property
    def cost(self) -> CostContent:
        data = self.cleaned_data
        return CostContent(
            content=data["content"],
            source=CostSource(data["source"]),
            estimate=data["estimate"],
            source_name=data["source_name"],
            actual=data["actual"],
        )
