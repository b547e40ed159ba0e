"""What the dated table says of each legal basis, for the page and the command that list them all."""

from dataclasses import dataclass

from phoihop.reading.draft import Draft, Json, LegalBasis

from .context import checked, printed
from .finding import Validity
from .instruments import Held, instruments

_WORDS = {
    Validity.UNCHECKED: "chưa kiểm tra",
    Validity.LISTED: "có trong bảng, bảng chưa ghi ngày hết hiệu lực; chưa kiểm tra",
}


@dataclass(frozen=True)
class CheckedBasis:
    """A basis with what the table says of it on the document's day."""

    basis: LegalBasis
    held: Held

    @property
    def words(self) -> str:
        """In plain Vietnamese; never that it is in force."""
        row, validity = self.held.instrument, self.held.validity
        if row is None or validity in _WORDS:
            return _WORDS.get(validity, _WORDS[Validity.UNCHECKED])
        if validity is Validity.NOT_YET:
            return f"có hiệu lực từ {printed(row.in_force_from)}" if row.in_force_from else "chưa có hiệu lực"
        ended = f"hết hiệu lực từ {printed(row.expired_from)}" if row.expired_from else ""
        return ended if row.is_verified else f"{ended} (ngày chưa xác minh)"

    @property
    def source(self) -> str:
        """Where the days of the table come from; empty for what is not in it."""
        return self.held.instrument.source if self.held.instrument else ""

    def as_json(self) -> Json:
        """The published form (docs/reference/checks.md)."""
        return {
            "span": list(self.basis.span),
            "text": self.basis.text,
            "validity": self.held.validity.value,
            "words": self.words,
            "source": self.source,
        }


def bases_checked(draft: Draft) -> tuple[CheckedBasis, ...]:
    """Every basis of a draft, in reading order. Without a day or a period none can be checked."""
    days = checked(draft, paper=None, known=None).days
    if days is None:
        return tuple(CheckedBasis(basis, Held(Validity.UNCHECKED)) for basis in draft.legal_bases)
    return tuple(
        CheckedBasis(basis, instruments().held(basis, first=days[0], last=days[1]))
        for basis in draft.legal_bases
    )
