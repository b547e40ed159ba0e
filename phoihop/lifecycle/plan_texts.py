"""What a joint plan and an implementation plan say, as clauses under the usual sections. Pure.

A heading keeps the key of the programme's clause it stands for; an item keeps the key of its proposal. So
what hangs on them is found in every edition of the plan.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from phoihop.programmes.content import ClauseContent

_END = " .;/"


@dataclass(frozen=True)
class ItemText:
    """An item of the joint plan in words."""

    key: UUID
    content: str
    lead: str
    coordinators: Sequence[str] = ()
    when: str = ""
    place: str = ""
    target: str = ""
    result: str = ""


@dataclass(frozen=True)
class PartText:
    """A clause of the programme (`words`, at `path`) with what the plan says under it.

    `notes` are lines of their own, such as shares of targets. Without a key it has its own in the plan.
    """

    key: UUID | None
    path: str
    words: str
    items: Sequence[ItemText] = ()
    notes: Sequence[str] = ()


@dataclass(frozen=True)
class OwnPart:
    """What one party makes its implementation plan of."""

    body: str
    led: Sequence[PartText]
    joined: Sequence[PartText]
    duties: Sequence[str] = ()


def joint_plan_clauses(
    parts: Sequence[PartText], *, programme: str, year: int, reporting: str
) -> list[ClauseContent]:
    """The sections of a joint plan; each item stands under the programme's clause it carries out."""
    purpose = (
        f"1. Cụ thể hóa các nội dung của {programme} thành công việc của năm {year}; phân công rõ bên chủ "
        "trì, bên phối hợp, thời gian, địa điểm, chỉ tiêu và kinh phí.",
        "2. Các bên chủ động thực hiện phần việc chủ trì, phối hợp chặt chẽ, không chồng chéo; kết quả cụ "
        "thể, đo được.",
    )
    return [
        *_section("I", "I. MỤC ĐÍCH, YÊU CẦU", purpose),
        _heading("II", None, "II. NỘI DUNG", depth=1),
        *_parts("II", parts),
        *_section("III", "III. TỔ CHỨC THỰC HIỆN", _organising(programme)),
        *_section("IV", "IV. CHẾ ĐỘ BÁO CÁO", (reporting,)),
    ]


def _organising(programme: str) -> tuple[str, ...]:
    return (
        "1. Căn cứ phần việc được phân công, các bên xây dựng kế hoạch thực hiện của đơn vị mình, phân công "
        "người phụ trách và bố trí kinh phí.",
        f"2. Cơ quan đầu mối của {programme} theo dõi, đôn đốc, tổng hợp kết quả thực hiện kế hoạch này.",
        "3. Trong quá trình thực hiện, nếu phát sinh vướng mắc, các bên thống nhất sửa đổi, bổ sung cho phù "
        "hợp.",
    )


def implementation_clauses(own: OwnPart, *, basis: str, span: str) -> list[ClauseContent]:
    """The sections of one party's plan: what it leads, what it takes part in, its duties with their days."""
    purpose = (
        f"1. Tổ chức thực hiện đầy đủ, đúng tiến độ các nội dung {basis} phân công cho {own.body} {span}.",
        "2. Mỗi nội dung có người phụ trách, thời gian hoàn thành và kết quả cụ thể.",
    )
    sections = [
        _section("I", "I. MỤC ĐÍCH, YÊU CẦU", purpose),
        [_heading("II", None, "II. NỘI DUNG CHỦ TRÌ", depth=1), *_parts("II", own.led)],
        [_heading("III", None, "III. NỘI DUNG PHỐI HỢP", depth=1), *_parts("III", own.joined)]
        if own.joined
        else [],
    ]
    last = "IV" if own.joined else "III"
    sections.append(_section(last, f"{last}. TỔ CHỨC THỰC HIỆN", _own_organising(own)))
    return [clause for section in sections for clause in section]


def _own_organising(own: OwnPart) -> Iterator[str]:
    yield f"1. {own.body} phân công người phụ trách từng nội dung, theo dõi, kiểm tra việc thực hiện."
    if own.duties:
        yield f"2. Chế độ báo cáo, việc định kỳ: {'; '.join(own.duties)}."
    number = 3 if own.duties else 2
    yield f"{number}. Khi có vướng mắc, báo cáo kịp thời để xem xét, điều chỉnh."


def _parts(section: str, parts: Iterable[PartText]) -> Iterator[ClauseContent]:
    for number, part in enumerate(parts, start=1):
        ref = f"{section}.{number}"
        has_more = bool(part.items or part.notes)
        text = f"{number}. {part.words.strip(_END)} (mục {part.path} của Chương trình)"
        yield ClauseContent(ref, section, str(number), ref, 2, has_more, text, key=part.key)
        for place, item in enumerate(part.items, start=1):
            label = f"{number}.{place}"
            yield ClauseContent(
                f"{ref}.{place}", ref, label, f"{section}.{label}", 3, False, f"{label}. {item_words(item)}",
                key=item.key,
            )  # fmt: skip
        for place, note in enumerate(part.notes):
            yield ClauseContent(f"{ref}.-{place}", ref, "-", ref, 3, False, f"- {note}")


def item_words(item: ItemText) -> str:
    """An item as a sentence: what, who leads and takes part, when, where, how much."""
    said = [
        f"chủ trì: {item.lead}",
        f"phối hợp: {', '.join(item.coordinators)}" if item.coordinators else "",
        f"thời gian: {item.when}" if item.when else "",
        f"địa điểm: {item.place}" if item.place else "",
        f"chỉ tiêu: {item.target}" if item.target else "",
        f"kết quả: {item.result.strip(_END)}" if item.result else "",
    ]
    return f"{item.content.strip(_END)} ({'; '.join(part for part in said if part)})."


def _section(ref: str, title: str, lines: Iterable[str]) -> list[ClauseContent]:
    """A section of numbered lines, or of one line without a number."""
    made = [_heading(ref, None, title, depth=1)]
    for place, line in enumerate(lines, start=1):
        number = line.partition(".")[0]
        label, path = (number, f"{ref}.{number}") if number.isdigit() else ("", ref)
        made.append(ClauseContent(f"{ref}-{place}", ref, label, path, 2, False, line))
    return made


def _heading(ref: str, parent: str | None, text: str, *, depth: int) -> ClauseContent:
    return ClauseContent(ref, parent, ref, ref, depth, True, text)
