"""Who a numbered document should go to, as its lines of "Nơi nhận" and its parties say."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from phoihop.accounts.models import Membership
from phoihop.core.vietnamese import fold
from phoihop.documents import sources
from phoihop.documents.calculations import means_the_parties, recipient_name
from phoihop.documents.models import OutgoingEntry
from phoihop.organisations.models import Area, BodyName
from phoihop.organisations.queries import body_labels, resolve_alias


@dataclass(frozen=True)
class Proposed:
    """A recipient as proposed: `body_id` when the words mean a body; `works_here` when it has people here."""

    name: str
    body_id: int | None
    said_as: str
    works_here: bool
    has_it: bool

    @property
    def key(self) -> str:
        return f"b{self.body_id}" if self.body_id else f"n{self.name}"


def proposed_recipients(entry: OutgoingEntry, *, today: date) -> list[Proposed]:
    """The parties, then every line of "Nơi nhận" resolved to bodies or kept as a name; not the issuer.

    The queries grow with the lines of the document alone.
    """
    origin = sources.origin_of(entry)
    lines = list(origin.lines) if origin else entry.recipients.splitlines()
    area = origin.area if origin else entry.register.body.area
    parties = list(origin.parties) if origin else []
    found: list[tuple[int | None, str]] = [(body_id, "bên ký") for body_id in parties]
    found += resolved(lines, area=area, parties=parties, today=today)
    return with_state(entry, found, today=today)


def resolved(
    lines: Iterable[str], *, area: Area, parties: Sequence[int] = (), today: date
) -> list[tuple[int | None, str]]:
    """Each line as (body, words): group words give each body, an unknown name stays (None, name)."""
    found: list[tuple[int | None, str]] = []
    for name in filter(None, map(recipient_name, lines)):
        if parties and means_the_parties(fold(name)):
            found += [(body_id, name) for body_id in parties]
            continue
        bodies = [body.pk for body in resolve_alias(name, area, today)] or _named(name, today)
        found += [(body_id, name) for body_id in bodies] or [(None, name)]
    return found


def _named(name: str, today: date) -> list[int]:
    """The one body of this full or short name anywhere; none when several bear it."""
    rows = BodyName.objects.on(today).filter(folded__contains=fold(name))
    wanted = {fold(name)}
    ids = {row.body_id for row in rows[:200] if wanted & {fold(row.name), fold(row.short_name)}}
    return list(ids) if len(ids) == 1 else []


def with_state(
    entry: OutgoingEntry, found: Iterable[tuple[int | None, str]], *, today: date
) -> list[Proposed]:
    """Each recipient once, with its name today and whether it works here and has the document; 4 queries."""
    held = entry.deliveries.filter(recalled_at=None).values_list("body_id", "name")
    bodies = {body_id for body_id, _ in held}
    names = {name for body_id, name in held if body_id is None}
    once: dict[tuple[int | None, str], str] = {}
    for body_id, words in found:
        if body_id != entry.register.body_id:
            once.setdefault((body_id, "" if body_id else words), words)
    ids = [body_id for body_id, _ in once if body_id]
    labels = body_labels(ids, today)
    here = set(Membership.objects.on(today).filter(body_id__in=ids).values_list("body_id", flat=True))
    return [
        Proposed(
            name=labels[body_id].name if body_id else words,
            body_id=body_id,
            said_as=words,
            works_here=body_id in here,
            has_it=body_id in bodies if body_id else words in names,
        )
        for (body_id, _), words in once.items()
    ]
