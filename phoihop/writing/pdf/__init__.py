"""From a document to PDF/A: the same layout as its .docx, set by typst in our own fonts."""

from .writer import write_pdf, write_pdfs

__all__ = ["write_pdf", "write_pdfs"]
