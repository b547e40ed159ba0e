"""A sơ kết, tổng kết as an administrative report of the lead."""

from collections.abc import Iterator
from datetime import date

from phoihop.documents.issuers import issuer_of
from phoihop.lifecycle.models import Review
from phoihop.lifecycle.papers.programme import recipients_of
from phoihop.lifecycle.queries.reviews import ClauseResult, ReviewPage
from phoihop.lifecycle.result_words import span_words, target_sentence
from phoihop.programmes.queries import current_edition
from phoihop.writing.document import (
    Align,
    Annex,
    Block,
    Column,
    Heading,
    Paragraph,
    StateDocument,
    Table,
)
from phoihop.writing.wording import roman

_COLUMNS = (
    Column(title="STT", width=12, align=Align.CENTRE),
    Column(title="Chỉ tiêu", width=85),
    Column(title="Thời gian", width=38, align=Align.CENTRE),
    Column(title="Kế hoạch", width=42, align=Align.CENTRE),
    Column(title="Kết quả", width=40, align=Align.CENTRE),
    Column(title="Đánh giá", width=30, align=Align.CENTRE),
)


def review_paper(page: ReviewPage, *, today: date) -> StateDocument:
    """Results by clause, targets as an annex, lessons, what goes on; number and day stay blank."""
    review, programme = page.review, page.review.programme
    issuer = issuer_of(programme.lead, today=today)
    recipients, archive = recipients_of(current_edition(programme))
    abstract = f"{_kind(review)} {programme.name} ({_days(review)})"
    return StateDocument(
        issuing_body=issuer.lines,
        issuer_name=issuer.name,
        superior_body=issuer.superior,
        symbol=f"BC-{issuer.symbol}",
        place=issuer.place,
        year=today.year,
        kind="Báo cáo",
        abstract=abstract,
        opening=f"{issuer.name} báo cáo {_kind(review).lower()} {programme.name}, {_days(review)}, như sau:",
        blocks=tuple(_blocks(page)),
        closing=f"Trên đây là báo cáo {_kind(review).lower()} {programme.name}.",
        signatures=(issuer.signature,),
        recipients=recipients,
        archive=archive,
        annexes=_annexes(page),
        has_sample_mark=review.is_sample,
    )


def _kind(review: Review) -> str:
    return review.get_kind_display().capitalize()


def _days(review: Review) -> str:
    return f"từ {review.period_start:%d/%m/%Y} đến {review.period_end:%d/%m/%Y}"


def _blocks(page: ReviewPage) -> Iterator[Block]:
    review = page.review
    chapters = (
        ("Tình hình chung", _paragraphs(review.overview)),
        ("Kết quả thực hiện", list(_results(page))),
        ("Đánh giá", list(_assessment(review))),
        ("Nội dung chuyển sang kỳ sau", [_carried(row) for row in page.carried_over]),
        ("Phương hướng, kiến nghị", _paragraphs(review.directions)),
    )
    number = 0
    for title, blocks in chapters:
        if blocks:
            number += 1
            yield Heading(level=1, label=f"{roman(number)}.", text=title)
            yield from blocks


def _paragraphs(text: str) -> list[Block]:
    return [Paragraph(line.strip()) for line in text.splitlines() if line.strip()]


def _results(page: ReviewPage) -> Iterator[Block]:
    for number, row in enumerate(page.results, start=1):
        yield Heading(level=2, label=f"{number}.", text=f"{row.row['short']} (mục {row.row['path']})")
        for target in row.targets:
            yield Paragraph(target_sentence(target))
        for sentence in row.sentences:
            yield Paragraph(sentence)
        yield from _paragraphs(row.text)
    if page.emergent:
        yield Heading(level=2, label=f"{len(page.results) + 1}.", text="Nhiệm vụ phát sinh")
        for task in page.emergent:
            result = f" {task['result']}" if task["result"] else ""
            yield Paragraph(f"- {task['title']} ({task['body']}): {task['status']}.{result}")


def _assessment(review: Review) -> Iterator[Block]:
    parts = (
        ("Ưu điểm", review.strengths),
        ("Hạn chế", review.weaknesses),
        ("Nguyên nhân", review.causes),
        ("Bài học kinh nghiệm", review.lessons),
    )
    for number, (title, text) in enumerate(((t, x) for t, x in parts if x), start=1):
        yield Heading(level=2, label=f"{number}.", text=title)
        yield from _paragraphs(text)


def _carried(row: ClauseResult) -> Block:
    reason = f": {row.text}" if row.text else "."
    return Paragraph(f"- Mục {row.row['path']}: {row.row['short']}{reason}")


def _annexes(page: ReviewPage) -> tuple[Annex, ...]:
    targets = [target for row in page.results for target in row.targets]
    if not targets:
        return ()
    rows = tuple(
        (str(number), t["name"], span_words(t), t["goal"], t["value"] or "", t["outcome"])
        for number, t in enumerate(targets, start=1)
    )
    table = Table(columns=_COLUMNS, rows=rows)
    return (Annex(title="Kết quả thực hiện các chỉ tiêu", blocks=(table,), is_landscape=True),)
