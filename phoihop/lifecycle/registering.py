"""In which register of its lead a text is numbered, and the symbol proposed for it."""

from phoihop.documents.issuers import symbol_of
from phoihop.lifecycle.calculations import proposed_symbol
from phoihop.organisations.models import Body
from phoihop.organisations.queries import BodyLabel
from phoihop.programmes.models import Programme
from phoihop.programmes.models.editions import ProgrammeKind

PROGRAMME_REGISTER = "CTr"
PLAN_REGISTER = "KH"


def register_of(programme: Programme) -> str:
    """The document type of the register: plans (KH) are numbered apart from programmes (CTr)."""
    return PLAN_REGISTER if programme.is_plan else PROGRAMME_REGISTER


def symbol_for(programme: Programme, bodies: list[Body], labels: dict[int, BodyLabel]) -> str:
    """ "CTrPH-UBND-MTTQ", "KHLT-UBND-MTTQ" of a joint plan, "KH-MTTQ-BTT" of one party's plan."""
    if programme.kind == ProgrammeKind.IMPLEMENTATION_PLAN:
        return f"KH-{symbol_of(bodies[0], labels[bodies[0].pk])}"
    prefix = "KHLT" if programme.kind == ProgrammeKind.JOINT_PLAN else "CTrPH"
    return proposed_symbol([labels[body.pk].symbol for body in bodies], prefix=prefix)
