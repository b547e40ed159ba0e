"""What must hold for any text and any bytes."""

import random
import unicodedata

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phoihop.reading import Draft, UnreadableDocument, read_bytes, read_text, text_of
from phoihop.reading.facts.zones import blocks_of
from phoihop.reading.language.source import Source
from tests.reading.drafts import HEAD, TEXTS, sample
from tests.reading.packages import saved

WORDS = [
    "CHƯƠNG TRÌNH PHỐI HỢP", "Căn cứ Luật", "ngày 19/6/2015", ";", ":", ".", "I.", "II.", "1.",
    "1.1.", "a)", "-", "*", "Điều 1.", "100%", "47/48", "ít nhất 01", "trở lên", "từ 2 đến",
    "năm 2025", "hộ nghèo", "UBND", "các xã, phường", "cùng cấp", "chủ trì", "phối hợp với",
    "báo cáo", "hàng quý", "trước ngày 20 tháng cuối quý", "TM.", "KT.", "CHỦ TỊCH", "Nơi nhận:",
    "Lưu: VT.", "./.", "\n", "\n\n", "\t", "\u00a0", "“", "”", "(", ")", "Nguyễn Văn A",
    "số 12/KH-UBND", "giảm", "mỗi", "Giao", "Đề nghị", "|", "**",
    "STT\tNội dung\tĐVT\tNăm 2025\n", "1\tNhà mới\tnhà\t5\n", "| TT | Việc | Chủ trì |\n",
    "QUY CHẾ\n", "(Ban hành kèm theo Quyết định số 1/QĐ-UBND)", "PHỤ LỤC I\n", "có phụ lục kèm theo", "(1)",
    "Số:", "Nguyễn Thị B", "ĐOÀN VĂN C",
]  # fmt: skip
SENTENCES = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
FACTS = ("legal_bases", "clauses", "targets", "assignments", "duties", "signatories", "recipients")


def facts(draft: Draft) -> dict[str, object]:
    """The draft without what depends on characters: spans and quoted words."""
    left_out = ("span", "text", "measure", "body", "warnings")
    rows = draft.as_json()
    return {
        "header": rows["header"],
        **{
            name: [{k: v for k, v in row.items() if k not in left_out} for row in rows[name]]
            for name in FACTS
        },
    }


@given(st.one_of(st.text(), SENTENCES))
@settings(deadline=None, max_examples=300)
def test_any_text_is_read_and_every_span_quotes_it(text: str) -> None:
    draft = read_text(text)
    assert draft.text == unicodedata.normalize("NFC", text)
    rows = (*draft.legal_bases, *draft.clauses, *draft.targets, *draft.assignments, *draft.duties)
    for row in (*rows, *draft.registrations, *draft.annexes):
        assert 0 <= row.span[0] <= row.span[1] <= len(draft.text)
        assert draft.text[row.span[0] : row.span[1]] == row.text


@given(st.one_of(st.text(), SENTENCES))
@settings(deadline=None, max_examples=300)
def test_the_blocks_joined_are_the_whole_text(text: str) -> None:
    source = Source.of(text)
    blocks = blocks_of(source)
    assert "".join(source.text[block.start : block.end] for block in blocks) == source.text


@given(st.text())
def test_reading_forms_keep_the_length_of_the_text(text: str) -> None:
    source = Source.of(text)
    assert len(source.text) == len(source.plain) == len(source.folded)


@given(st.one_of(st.binary(), st.binary().map(lambda tail: b"PK\x03\x04" + tail)))
@settings(deadline=None)
def test_any_bytes_are_read_or_refused_in_one_sentence(data: bytes) -> None:
    refused = ""
    try:
        read_bytes(data, name="tep.docx")
    except UnreadableDocument as error:
        refused = str(error)
    assert not refused or (refused.endswith(".") and "\n" not in refused)


@pytest.mark.parametrize("name", sorted(path.stem for path in TEXTS.glob("*.txt")))
class TestOtherSpellingsOfOneText:
    """The same document in another form gives the same facts."""

    def test_decomposed_letters(self, name: str) -> None:
        assert facts(read_text(unicodedata.normalize("NFD", sample(name).text))) == facts(sample(name))

    def test_no_break_spaces(self, name: str) -> None:
        drawn = random.Random(name)
        text = "".join("\u00a0" if c == " " and drawn.random() < 0.2 else c for c in sample(name).text)
        assert facts(read_text(text)) == facts(sample(name))

    def test_line_ends_of_another_system(self, name: str) -> None:
        assert facts(read_text(sample(name).text.replace("\n", "\r\n"))) == facts(sample(name))

    def test_a_mark_at_the_start_of_the_file(self, name: str) -> None:
        data = b"\xef\xbb\xbf" + sample(name).text.encode()
        assert text_of(data, name="a.txt") == sample(name).text

    def test_a_word_file_of_the_same_paragraphs(self, name: str) -> None:
        document = docx.Document()
        for line in sample(name).text.split("\n"):
            document.add_paragraph(line)
        assert facts(read_bytes(saved(document), name="a.docx")) == facts(sample(name))

    def test_lines_broken_in_the_middle_of_sentences(self, name: str) -> None:
        """A converter's line breaks after every twelfth word, inside paragraphs only."""
        broken = "\n".join(_broken(line) for line in sample(name).text.split("\n"))
        wanted, found = facts(sample(name)), facts(read_text(broken))
        assert [t["value"] for t in found["targets"]] == [t["value"] for t in wanted["targets"]]  # type: ignore[index]
        assert found["signatories"] == wanted["signatories"]


def _broken(line: str) -> str:
    words = line.split(" ")
    return "".join(
        word + ("\n" if index % 12 == 11 and _may_break(words, index) else " ")
        for index, word in enumerate(words)
    ).rstrip(" ")


def _may_break(words: list[str], index: int) -> bool:
    """Not where the next line would look like a label."""
    following = words[index + 1] if index + 1 < len(words) else ""
    return following[:1].isalpha() and len(following) > 2 and following[:1].islower()


@pytest.mark.parametrize(
    "word", [" ", "1/", "mỗi xã có 1 nhà, ", "1.1. a\n", "TM. UBND\nCHỦ TỊCH\n", '"', "(", "a: "]
)
def test_long_nonsense_is_read_to_its_end(word: str) -> None:
    text = f"{HEAD.format(preamble='')}- a{word * 3000}b"
    assert read_text(text).text == unicodedata.normalize("NFC", text)
