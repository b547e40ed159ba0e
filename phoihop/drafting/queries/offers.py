"""What the forms of facts offer to choose from."""

from typing import Any

from phoihop.drafting.models import Draft
from phoihop.drafting.party_words import WORDS
from phoihop.drafting.statuses import FactKind, FactStatus

USUAL_UNITS = ("%", "hộ", "người", "cuộc", "mô hình", "km", "công trình", "triệu đồng")


def clause_choices(draft: Draft) -> list[tuple[str, str]]:
    """The clauses of a draft as (reader's id, path and first words); one query."""
    rows = draft.facts.filter(kind=FactKind.CLAUSE).exclude(status=FactStatus.REJECTED).order_by("order")
    return [(row.values["id"], _clause_words(row.values)) for row in rows]


def _clause_words(values: dict[str, Any]) -> str:
    text = " ".join(values["text"].split()).removeprefix(values["label"] or "").lstrip(" .)/")
    return f"{values['path']}: {text[:70]}{'…' if len(text) > 70 else ''}"


def party_choices(draft: Draft) -> list[tuple[str, str]]:
    """The words for parties of a draft, with what they stand for; one query."""
    codes = draft.parties.order_by("pk").values_list("code", flat=True)
    return [(code, f"{code}: {WORDS[code]}" if code in WORDS else code) for code in codes]


def units(draft: Draft) -> list[str]:
    """The units the targets of this paper are counted in, then the usual ones; one query."""
    rows = draft.facts.standing().filter(kind=FactKind.TARGET).order_by("order")
    known = rows.values_list("values__unit", flat=True)
    return [unit for unit in dict.fromkeys([*known, *USUAL_UNITS]) if unit]
