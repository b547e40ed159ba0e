from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "phoihop.plans"
    verbose_name = "Kế hoạch và công việc"

    def ready(self) -> None:
        """The menu, who opens evidence, finished tasks as a source of figures, days for the calendar."""
        from phoihop.core import navigation
        from phoihop.core.access import MEMBERS, OFFICERS
        from phoihop.documents import readers
        from phoihop.plans import calendar_items, sources  # noqa: F401 - register themselves
        from phoihop.plans.queries import opens_evidence
        from phoihop.plans.queries.inspections import opens_inspection_file
        from phoihop.plans.queries.milestones import opens_proof
        from phoihop.plans.queries.obstacles import notes_under_clauses, opens_obstacle_file
        from phoihop.plans.queries.pilots import opens_assessment
        from phoihop.programmes import pages

        pages.add_tab(pages.Tab(32, "Đăng ký", "plans:registration", MEMBERS))
        readers.register("milestones", opens_proof)
        readers.register("pilots", opens_assessment)
        navigation.add(navigation.Entry(40, "Công việc", "plans:list", "checklist", MEMBERS))
        readers.register("plans", opens_evidence)
        readers.register("inspections", opens_inspection_file)
        readers.register("obstacles", opens_obstacle_file)
        pages.add_clause_notes("obstacles", notes_under_clauses)
        pages.add_clause_link(pages.ClauseLink(10, "Nêu vướng mắc", "plans:new_obstacle", OFFICERS))
