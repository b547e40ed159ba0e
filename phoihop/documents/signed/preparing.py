"""A PDF made ready to be signed."""

import io

from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject, NumberObject, pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

_APPEND_ONLY = 3
"""SigFlags of ISO 32000: there are signatures, and the file is only ever added to."""


def with_place_for_signatures(content: bytes) -> bytes:
    """The file with an empty form, so that a signature adds to it and changes nothing that was there.

    Without it the first signature would have to give the document a form: a change of the document itself,
    which could not be told from a harmful one.
    """
    writer = IncrementalPdfFileWriter(io.BytesIO(content))
    if "/AcroForm" in writer.root:
        return content
    form = {pdf_name("/Fields"): ArrayObject(), pdf_name("/SigFlags"): NumberObject(_APPEND_ONLY)}
    writer.root["/AcroForm"] = writer.add_object(DictionaryObject(form))
    writer.update_root()
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()
