"""Which tests stay together when two processes share them: those that share something costly to make.

The rest goes one by one to whoever is free. Groups go first, the largest first, so that none is begun last.
"""

from xdist.scheduler.loadscope import LoadScopeScheduling

TOGETHER = {
    "tests/journeys/": "a filled system and a browser",
    "tests/pages/": "a filled system and a browser",
    "tests/hosting/test_run.py": "an installation",
    "tests/hosting/test_backup.py": "an installation",
    "tests/sample/": "the sample",
    "tests/organisations/test_whole_nation.py": "the nation",
    "tests/organisations/test_places_plan.py": "the plan of the nation",
}


class TogetherScheduling(LoadScopeScheduling):
    """By place: `xdist_group` marks do nothing under pytest 9.2 with xdist 3.8, and nothing says so."""

    def _split_scope(self, nodeid: str) -> str:
        return next((group for start, group in TOGETHER.items() if nodeid.startswith(start)), nodeid)
