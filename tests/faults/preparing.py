"""Fills a migrated database with one programme in force and somebody who writes. `python -m` it.

Prints the ids the writers need.
"""

import json
import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "phoihop.settings")
django.setup()

from phoihop.core import clock  # noqa: E402
from phoihop.organisations.models import BodyKind  # noqa: E402
from tests.accounts import factories as people  # noqa: E402
from tests.faults.writers import WRITER  # noqa: E402
from tests.programmes import factories as programmes  # noqa: E402


def main() -> None:
    """The committee leads; one of its officers enters tasks."""
    today = clock.today()
    lead = programmes.body(BodyKind.PEOPLES_COMMITTEE, name="UBND nơi thử")
    edition = programmes.edition(
        lead=lead, period_start=today.replace(month=1, day=1), period_end=today.replace(month=12, day=31)
    )
    clause = programmes.clause(edition)
    programmes.assignment(clause, lead)
    programmes.in_force(edition, today.replace(month=1, day=1))
    person = people.person("Người ghi", username=WRITER)
    people.member(body=lead, person=person)
    print(json.dumps({"programme": edition.programme_id, "clause": clause.pk, "body": lead.pk}))  # noqa: T201


if __name__ == "__main__":
    main()
