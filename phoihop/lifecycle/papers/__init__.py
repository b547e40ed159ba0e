"""Programmes as administrative documents: what they say; phoihop.writing knows how they look."""

from phoihop.lifecycle.papers.programme import Annexes, programme_paper, template_of

__all__ = ["Annexes", "programme_paper", "template_of"]
