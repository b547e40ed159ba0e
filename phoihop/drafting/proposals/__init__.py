"""Pure: what is proposed to the reviewing person for each fact that was read. A proposal decides nothing."""

from phoihop.drafting.proposals.duties import duty_values
from phoihop.drafting.proposals.facts import FactProposal, propose, reread
from phoihop.drafting.proposals.targets import target_values, with_parts

__all__ = ["FactProposal", "duty_values", "propose", "reread", "target_values", "with_parts"]
