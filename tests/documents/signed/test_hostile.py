"""Files made to crash or to hang: each ends in one plain sentence, and soon."""

import io
from datetime import UTC, datetime

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer

from phoihop.documents.signed import examining
from phoihop.documents.signed.confined import examine
from phoihop.documents.signed.verdicts import NotExaminable
from tests.documents.signed import pki

NOW = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)


def _signed() -> bytes:
    return pki.signed(pki.paper(), pki.person("Hoàng Minh Khuê"))


def _encrypted() -> bytes:
    writer = copy_into_new_writer(PdfFileReader(io.BytesIO(pki.paper())))
    writer.encrypt(owner_pass="chu", user_pass="khach")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def _in_a_circle() -> bytes:
    """A table of contents whose earlier part is itself."""
    content = b"%PDF-1.7\n"
    at = len(content)
    return content + (
        b"xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF"
        % (at, at)
    )


HOSTILE = {
    "not a file": b"%PDF-1.7\n/ByteRange",
    "broken table": _signed().replace(b"startxref", b"startxrex"),
    "cut in the middle": _signed()[:-3000],
    "table to nowhere": _signed()[:-20] + b"\nstartxref\n999999999\n%%EOF",
    "circle": _in_a_circle(),
    "locked": _encrypted(),
    "deep": b"%PDF-1.7\n1 0 obj\n" + b"[" * 200_000 + b"/ByteRange\nstartxref\n9\n%%EOF",
    "many numbers": b"%PDF-1.7\n" + b"9" * 5_000_000 + b"/ByteRange\nstartxref\n9\n%%EOF",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_ends_in_a_sentence(name: str) -> None:
    with pytest.raises(NotExaminable) as refused:
        examine(HOSTILE[name], roots=(), now=NOW, seconds=3)
    assert refused.value.message.endswith((".", "!"))


def test_a_locked_file_is_named_so() -> None:
    with pytest.raises(NotExaminable, match="mật khẩu"):
        examine(_encrypted(), roots=(), now=NOW)


def test_a_thousand_signatures_are_not_looked_at() -> None:
    """The form names one signature a thousand times under other names."""
    signed = _signed()
    writer = pki.IncrementalPdfFileWriter(io.BytesIO(signed))
    fields = writer.root["/AcroForm"]["/Fields"]
    value = fields[0].raw_get("/V")
    for number in range(1000):
        field = pki.generic.DictionaryObject(
            {
                pki.generic.pdf_name("/FT"): pki.generic.pdf_name("/Sig"),
                pki.generic.pdf_name("/T"): pki.generic.pdf_string(f"Ky{number}"),
                pki.generic.pdf_name("/V"): value,
            }
        )
        fields.append(writer.add_object(field))
    writer.update_container(fields)
    made = io.BytesIO()
    writer.write(made)
    with pytest.raises(NotExaminable, match=str(examining.MOST_SIGNATURES)):
        examine(made.getvalue(), roots=(), now=NOW)


def test_one_broken_signature_does_not_hide_the_other() -> None:
    once = _signed()
    twice = pki.signed(once, pki.person("Nguyễn Đức Thành"))
    start = twice.index(b"/Contents <") + len(b"/Contents <")
    broken = twice[:start] + b"ff" * 50 + twice[start + 100 :]
    found = examine(broken, roots=(), now=NOW).signatures
    assert len(found) == 2
    assert [one for one in found if one.problem]
    assert not any(one.stands for one in found if one.problem)


def test_what_takes_too_long_is_ended() -> None:
    with pytest.raises(NotExaminable, match="quá lâu"):
        examine(_signed(), roots=(), now=NOW, seconds=0.05)
