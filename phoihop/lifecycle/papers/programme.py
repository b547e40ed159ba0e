"""An edition, a draft or a signed one, as a document in the administrative format."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from phoihop.lifecycle.papers.annexes import roles_annex, sheet_annex, targets_annex
from phoihop.lifecycle.papers.issuing import Issuers, issuers_of
from phoihop.lifecycle.papers.plans import items_annex
from phoihop.lifecycle.papers.text import blocks_of
from phoihop.organisations.models import BodyKind
from phoihop.programmes.models import Edition
from phoihop.programmes.models.editions import ProgrammeKind
from phoihop.programmes.queries.adopted import joint_clauses
from phoihop.writing.document import Annex, Recipient, StateDocument
from phoihop.writing.templates import TEMPLATES, Template, template_on

_NUMBER = re.compile(r"(\d+)\s*/\s*(\S+)")
_BASIS = re.compile(r"(?:căn cứ|thực hiện|xét|theo)\b", re.IGNORECASE)
_ARCHIVE = re.compile(r"lưu\s*:?\s*", re.IGNORECASE)
_PRINTED_KINDS = {ProgrammeKind.IMPLEMENTATION_PLAN.value: "kế hoạch"}
"""A party's plan is printed as what it is by the decree's list: a plan."""
_CLOSING = "Chương trình này có hiệu lực kể từ ngày ký"


@dataclass(frozen=True)
class Annexes:
    """Which annexes go with the document."""

    targets: bool = False
    roles: bool = False
    sheet: bool = False


def programme_paper(edition: Edition, *, annexes: Annexes, today: date) -> StateDocument:
    """The whole document: one issuer, two under a merged head, or several with a grid of signatures.

    A number and day not given yet are left blank for the clerk. The text is the edition's own, with what it
    takes from a programme above in place; only a draft without any clause gets a closing sentence. Layout of
    joint documents: docs/decisions/0062.
    """
    on = edition.issued_on or edition.in_force_from or edition.period_start or today
    issuers = issuers_of(edition, on=on)
    blocks, last = blocks_of(row.clause for row in joint_clauses(edition, today=on))
    number, symbol = _number(edition, issuers)
    recipients, archive = recipients_of(edition)
    kind, abstract = _title(edition)
    return StateDocument(
        issuing_body=issuers.lines,
        issuer_name=issuers.name,
        symbol=symbol,
        number=number,
        place=issuers.place,
        year=on.year,
        issued_on=edition.issued_on,
        kind=kind,
        abstract=abstract,
        legal_bases=tuple(_basis(row.text) for row in edition.legal_bases.order_by("order")),
        opening=edition.opening,
        blocks=blocks,
        closing=last or _CLOSING,
        signatures=issuers.signatures or (None,),
        recipients=recipients,
        archive=archive,
        annexes=_annexes(edition, annexes, on=on),
        has_sample_mark=edition.is_sample,
    )


def template_of(edition: Edition, *, today: date) -> Template:
    """The format of the lead's kind that holds on the paper's day; a day before all of them takes the oldest.

    A committee among the parties makes it a state document, a Party committee in the lead a Party one;
    the Front with its organisations uses its own.
    """
    kinds = set(edition.parties.values_list("body__kind", flat=True)) | {edition.programme.lead.kind}
    day = edition.issued_on or today
    if edition.programme.lead.kind == BodyKind.PARTY_COMMITTEE:
        codes: tuple[str, ...] = ("party_2026", "party_36")
    else:
        codes = ("state_nd30",) if BodyKind.PEOPLES_COMMITTEE in kinds else ("front",)
    for code in codes:
        with suppress(KeyError):
            return template_on(day, code=code)
    return min((t for t in TEMPLATES if t.code in codes), key=lambda template: template.valid_from)


def _title(edition: Edition) -> tuple[str, str]:
    """("Chương trình phối hợp", "giữa …"): the type stands on a line of its own."""
    title = " ".join(edition.title.split())
    kind = _PRINTED_KINDS.get(edition.programme.kind, str(edition.programme.get_kind_display()))
    for words in (kind, "chương trình", "kế hoạch"):
        if title.lower().startswith(words):
            return title[: len(words)], title[len(words) :].strip(" ,:-.")
    return kind, title


def _number(edition: Edition, issuers: Issuers) -> tuple[int | None, str]:
    """The number and symbol as given or printed; before that the place is blank."""
    entry = edition.outgoing_entry
    if entry is not None:
        return entry.number, entry.symbol
    printed = _NUMBER.fullmatch(edition.number_text.strip())
    return (int(printed[1]), printed[2]) if printed else (None, issuers.symbol)


def _basis(text: str) -> str:
    words = " ".join(text.split())
    return words if _BASIS.match(words) else f"Căn cứ {words}"


def recipients_of(edition: Edition) -> tuple[tuple[Recipient, ...], str]:
    """The lines of Nơi nhận, and what its last line says is filed."""
    rows = [(row.name.strip(" -;."), row.purpose) for row in edition.recipients.order_by("order")]
    filed = [_ARCHIVE.sub("", name, count=1) for name, purpose in rows if _is_filed(name, purpose)]
    others = tuple(Recipient(name, purpose) for name, purpose in rows if not _is_filed(name, purpose))
    return others, filed[-1] if filed else "VT"


def _is_filed(name: str, purpose: str) -> bool:
    return bool(_ARCHIVE.match(name) or _ARCHIVE.match(purpose))


def _annexes(edition: Edition, wanted: Annexes, *, on: date) -> tuple[Annex, ...]:
    made = (
        items_annex(edition, on=on) if edition.programme.kind == ProgrammeKind.JOINT_PLAN else None,
        targets_annex(edition, on=on) if wanted.targets else None,
        roles_annex(edition, on=on) if wanted.roles else None,
        sheet_annex() if wanted.sheet else None,
    )
    return tuple(annex for annex in made if annex is not None)
