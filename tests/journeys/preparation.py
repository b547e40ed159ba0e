"""Fills an empty database: tables, places, sample, and the people of the journeys. `python -m` it.

Prints the ids of one object of each kind, by name, for the tests that walk all pages.
"""

import json
import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "phoihop.settings")
django.setup()

from django.core.management import call_command  # noqa: E402

from phoihop.core import clock  # noqa: E402
from phoihop.organisations.places.loading import load  # noqa: E402
from phoihop.sample.loading import load_sample  # noqa: E402
from tests.journeys.consolidating import make_levels_to_consolidate  # noqa: E402
from tests.journeys.frozen import set_clock  # noqa: E402
from tests.journeys.handing_over import make_programme_to_hand_over  # noqa: E402
from tests.journeys.people import make_people  # noqa: E402
from tests.journeys.planning import make_programme_to_plan  # noqa: E402
from tests.pages.objects import make_objects  # noqa: E402


def main() -> None:
    """Everything, in the order of a first start."""
    set_clock()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    load()
    load_sample(at=clock.now(), say=lambda line: None)
    make_people()
    make_programme_to_plan()
    make_programme_to_hand_over()
    objects = make_objects()
    make_levels_to_consolidate()
    print(json.dumps(objects))  # noqa: T201 - read by the process that started this one


if __name__ == "__main__":
    main()
