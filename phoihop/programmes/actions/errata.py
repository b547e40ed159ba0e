"""Đính chính: the wrong and the right words of an issued document, beside a text that does not change."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core import clock
from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.core.vietnamese import nfc
from phoihop.programmes import permissions
from phoihop.programmes.actions.locking import decide, locked
from phoihop.programmes.content import ErratumContent
from phoihop.programmes.models import Clause, Edition, Erratum
from phoihop.programmes.statuses import SIGNED


@transaction.atomic
def add_erratum(*, edition: Edition, content: ErratumContent, by: Member, at: datetime) -> Erratum:
    """Record what an official letter puts right in a signed edition; the same one again stays one.

    Refused when the wrong words do not stand in the clause named: then it is no slip of that clause.
    """
    row = _signed(edition, by)
    values = {
        "number_text": nfc(content.number_text).strip(), "wrong": nfc(content.wrong).strip(),
        "right": nfc(content.right).strip(),
    }  # fmt: skip
    if not all(values.values()):
        raise Refused("Hãy ghi số công văn, chữ đã in và chữ đính chính.")
    if values["wrong"] == values["right"]:
        raise Refused("Chữ đính chính giống chữ đã in.")
    if content.issued_on > clock.day_of(at):
        raise Refused("Ngày công văn không được sau hôm nay.")
    clause = _clause(row, content, values["wrong"])
    same = Erratum.objects.filter(edition=row, clause=clause, cancels=None, cancelled_by=None, **values)
    if (known := same.first()) is not None:
        return known
    made = Erratum.objects.create(
        edition=row, clause=clause, issued_on=content.issued_on, file_id=content.file_id, verb="correct",
        by_person_id=by.person_id, by_body_id=by.body_id, at=at, is_sample=row.is_sample, **values,
    )  # fmt: skip
    decide(row, "correct", by=by, at=at, note=f"{values['number_text']}: {_where(clause)}")
    return made


def _signed(edition: Edition, by: Member) -> Edition:
    row = locked(edition)
    if not permissions.can_write(by, row.programme, party_ids=row.parties.values_list("body_id", flat=True)):
        raise PermissionDenied
    if row.status not in SIGNED:
        raise Refused("Văn bản chưa ban hành thì sửa thẳng vào dự thảo, không cần đính chính.")
    return row


def _clause(row: Edition, content: ErratumContent, wrong: str) -> Clause | None:
    if content.clause_id is None:
        return None
    clause = row.clauses.filter(pk=content.clause_id).first()
    if clause is None:
        raise Refused("Mục này không thuộc văn bản.")
    if " ".join(wrong.split()) not in " ".join(clause.text.split()):
        raise Refused(f"Mục {clause.path} không có những chữ này: hãy chép đúng chữ đã in.")
    return clause


def _where(clause: Clause | None) -> str:
    return "toàn văn bản" if clause is None else f"mục {clause.path}"


@transaction.atomic
def take_back_erratum(*, erratum: Erratum, reason: str, by: Member, at: datetime) -> Erratum:
    """A row that takes the erratum back, with the reason; both stay to be seen."""
    row = _signed(erratum.edition, by)
    if not reason.strip():
        raise Refused("Hãy ghi lý do hủy.")
    if erratum.cancels_id is not None or Erratum.objects.filter(cancels=erratum).exists():
        raise Refused("Lần đính chính này đã hủy.")
    made = Erratum.objects.create(
        edition=row, clause_id=erratum.clause_id, number_text=erratum.number_text, wrong=erratum.wrong,
        issued_on=erratum.issued_on, right=erratum.right, cancels=erratum, verb="take_back",
        note=reason.strip(), by_person_id=by.person_id, by_body_id=by.body_id, at=at,
        is_sample=row.is_sample,
    )  # fmt: skip
    decide(row, "take_back_erratum", by=by, at=at, note=f"{erratum.number_text}: {reason.strip()}")
    return made
