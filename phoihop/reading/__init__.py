"""Reading: a document's bytes or text becomes a draft programme with spans.

Pure: no Django, nothing of ours. The form of a draft is described in docs/reference/reading.md.
"""

from .draft import Draft
from .files import text_of
from .reader import read_bytes, read_text
from .unreadable import UnreadableDocument

__all__ = ["Draft", "UnreadableDocument", "read_bytes", "read_text", "text_of"]
