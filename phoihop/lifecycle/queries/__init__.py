"""What the pages of acts that span apps read."""

from phoihop.lifecycle.queries.heirs import BodyProposal, body_proposals
from phoihop.lifecycle.queries.signing import Signing, position_of, signing
from phoihop.lifecycle.queries.successions import Preview, preview

__all__ = ["BodyProposal", "Signing", "body_proposals", "Preview", "position_of", "preview", "signing"]
