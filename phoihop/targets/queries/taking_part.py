"""Which bodies answer for which targets: the same answer for one figure and for a hundred thousand."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from phoihop.organisations.models import Body
from phoihop.programmes.calculations.heirs import HeirLink, Heirs
from phoihop.programmes.models import Assignment, DutyParty, Heir, Party
from phoihop.targets.models import Contribution, Target


def bodies_that_answer(targets: Collection[Target], body_ids: Collection[int]) -> set[tuple[int, int]]:
    """Pairs (target, body): the body has a share, signed, leads, has a role or a side of a duty; or it took
    the place of such a body, or belongs to one. `targets` with their edition and programme; six queries."""
    parents = dict(Body.objects.filter(pk__in=body_ids).values_list("pk", "parent_id"))
    heirs = _heirs({target.edition.programme_id for target in targets})
    stands_for = {
        (programme_id, body): links.stood_for(body) | ({parent} if parent else set())
        for programme_id, links in heirs.items()
        for body, parent in parents.items()
    }
    everybody = {pk for ids in stands_for.values() for pk in ids}
    of_edition, shares = _of_editions(targets), _shares(targets, everybody)
    standing = _standing(stands_for)
    return {
        (target.pk, body)
        for target in targets
        for pk in of_edition[target.edition_id] | shares[target.pk]
        for body in standing.get((target.edition.programme_id, pk), ())
    }


def _standing(stands_for: Mapping[tuple[int, int], set[int]]) -> dict[tuple[int, int], list[int]]:
    """By programme and body: who stands for it."""
    found: dict[tuple[int, int], list[int]] = defaultdict(list)
    for (programme_id, body), ids in stands_for.items():
        for pk in ids:
            found[programme_id, pk].append(body)
    return found


def _heirs(programme_ids: Collection[int]) -> Mapping[int, Heirs]:
    links: dict[int, list[HeirLink]] = {pk: [] for pk in programme_ids}
    for row in Heir.objects.filter(programme__in=programme_ids):
        links[row.programme_id].append(HeirLink(row.body_id, row.heir_id, row.from_day))
    return {pk: Heirs(tuple(found)) for pk, found in links.items()}


def _of_editions(targets: Iterable[Target]) -> dict[int, set[int]]:
    """By edition: its lead, parties, and bodies with a role or a side of a duty."""
    found = {t.edition_id: {t.edition.programme.lead_id} for t in targets}
    for rows, edition in (
        (Party.objects.filter(edition__in=found), "edition"),
        (Assignment.objects.filter(clause__edition__in=found), "clause__edition"),
        (DutyParty.objects.filter(duty__clause__edition__in=found), "duty__clause__edition"),
    ):
        for edition_id, body_id in rows.values_list(edition, "body").distinct():
            found[edition_id].add(body_id)
    return found


def _shares(targets: Iterable[Target], body_ids: Collection[int]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    rows = Contribution.objects.filter(target__in=[t.pk for t in targets], body__in=body_ids)
    for target_id, body_id in rows.values_list("target_id", "body_id"):
        found[target_id].add(body_id)
    return found
