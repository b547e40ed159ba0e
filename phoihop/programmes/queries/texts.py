"""The text of an edition as its page shows it."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from phoihop.programmes.calculations import NOT_PRINTED, StatusShown, period_words, status_shown
from phoihop.programmes.content import EditionContent
from phoihop.programmes.models import Assignment, Clause, DutyRule, Edition, LegalBasis, Recipient
from phoihop.programmes.queries.adopted import JointClause, editions_in_text, joint_clauses
from phoihop.programmes.queries.parties import PartyLine, parties

_CONTENTS_DEPTH = 2
_CONTENTS_WORDS = 90


@dataclass(frozen=True)
class ClauseLine:
    """A clause in reading order; `short` is for lists, a heading's `first` line stands apart from its `rest`.

    `facts` counts the assignments and duties read from it; `source` says whose it is where a text is taken
    from above. `is_homeless`: what it stood under above is gone.
    """

    id: int
    label: str
    path: str
    text: str
    short: str
    first: str
    rest: str
    depth: int
    is_heading: bool
    is_in_contents: bool
    facts: int = 0
    source: str = ""
    is_own: bool = True
    is_homeless: bool = False


@dataclass(frozen=True)
class Document:
    """An edition laid out for reading."""

    edition: Edition
    number_words: str
    day_words: str
    period: str
    status: StatusShown
    bases: list[LegalBasis]
    clauses: list[ClauseLine]
    parties: list[PartyLine]
    recipients: list[Recipient]


def document(edition: Edition, *, today: date) -> Document:
    """The whole text with its parties and signatures; eight queries, three more if taken from above."""
    facts = _facts_by_clause(edition)
    return Document(
        edition=edition,
        number_words=edition.number_text or NOT_PRINTED,
        day_words=f"{edition.issued_on:%d/%m/%Y}" if edition.issued_on else NOT_PRINTED,
        period=period_words(edition.period_start, edition.period_end),
        status=status_shown(edition.status, period_end=edition.period_end, today=today),
        bases=list(edition.legal_bases.order_by("order")),
        clauses=[joint_line(row, facts[row.clause.pk]) for row in joint_clauses(edition, today=today)],
        parties=parties(edition, today=today),
        recipients=list(edition.recipients.order_by("order")),
    )


def _facts_by_clause(edition: Edition) -> Counter[int]:
    clauses = Clause.objects.filter(edition__in=editions_in_text(edition.pk)).values("pk")
    assignments = Assignment.objects.filter(clause__in=clauses).values_list("clause_id", flat=True)
    duties = DutyRule.objects.filter(clause__in=clauses).values_list("clause_id", flat=True)
    return Counter([*assignments, *duties])


def joint_line(row: JointClause, facts: int = 0) -> ClauseLine:
    """A clause of a joint text, saying whose it is."""
    line = clause_line(row.clause, facts)
    return replace(line, source=row.source, is_own=row.is_own, is_homeless=row.is_homeless)


def clause_line(clause: Clause, facts: int = 0) -> ClauseLine:
    """A clause with the words that stand for it in a list."""
    first, _, rest = clause.text.strip().partition("\n")
    has_number = any(char.isalnum() for char in clause.label)
    return ClauseLine(
        id=clause.pk,
        label=clause.label,
        path=clause.path,
        text=clause.text,
        short=shortened(clause.text),
        first=first,
        rest=rest.strip(),
        depth=clause.depth,
        is_heading=clause.is_heading,
        is_in_contents=has_number and clause.depth <= _CONTENTS_DEPTH,
        facts=facts,
    )


def shortened(text: str) -> str:
    """The first line, cut at a word before it gets too long for a list."""
    first = " ".join(text.strip().partition("\n")[0].split())
    if len(first) <= _CONTENTS_WORDS:
        return first
    return f"{first[:_CONTENTS_WORDS].rpartition(' ')[0]}…"


def clauses_by_ref(edition: Edition, content: EditionContent) -> dict[str, Clause]:
    """The stored clauses by the names they had in the content just written; one query."""
    rows = edition.clauses.order_by("order")
    return {row.ref: clause for row, clause in zip(content.clauses, rows, strict=True)}
