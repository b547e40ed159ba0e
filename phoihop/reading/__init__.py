"""Reading: a document's bytes or text becomes a draft programme with spans.

Pure: no Django, nothing of ours. The form of a draft is described in docs/reference/reading.md.
"""

from .draft import Draft
from .files import paper_of, text_of
from .paper import FileKind, Merge, Note, Page, Paper, Table, Word
from .passages import Passage, read_span
from .reader import read_bytes, read_paper, read_text
from .unreadable import UnreadableDocument

__all__ = [
    "Draft",
    "FileKind",
    "Merge",
    "Note",
    "Page",
    "Paper",
    "Passage",
    "Table",
    "UnreadableDocument",
    "Word",
    "paper_of",
    "read_bytes",
    "read_paper",
    "read_span",
    "read_text",
    "text_of",
]
