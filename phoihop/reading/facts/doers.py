"""Who acts in a clause: the bodies a heading or a lead-in names, "hai bên", the subject of a sentence."""

import re
from collections.abc import Iterator

from phoihop.reading.language.lines import sentences
from phoihop.reading.language.parties import Mention, Mentions
from phoihop.reading.language.source import Source, phrase
from phoihop.reading.language.verbs import DOES, VERB

from .clauses import Section

_TIME = (
    r"(?:định kỳ )?(?:(?:hàng|hằng|mỗi) (?:năm|quý|tháng|tuần)|\d+ tháng(?: và (?:một|\d+) năm)?)?"
    r"(?: hoặc đột xuất)?"
)
_ADJUNCT_WORDS = (
    r"căn cứ|trên cơ sở|với|sau|trong|nhân|thông qua|tại|theo|từ|để|ngoài|khi|nếu|ở|định kỳ|hàng|hằng"
    r"|nhằm|đến"
    r"|giữa|trước|vào|năm|quý|tháng"
)
_ADJUNCT = phrase(rf"(?:{_TIME} ?,|(?:{_ADJUNCT_WORDS})\b)")
_INTRODUCES = phrase(
    r"(?:[\s,*-]|(?:đồng thời|đối với|về phía|riêng|các|mỗi|từng|tất cả|toàn thể|tất cả các|\d+ ?%"
    r"|trên \d+ ?%|các vị|đồng chí|trong|chủ tịch|phó chủ tịch|trưởng|lãnh đạo|thủ trưởng|người đứng đầu"
    r"|cơ quan|phấn đấu|có|hàng năm|hằng năm|thực hiện|giám đốc|chánh|tập thể|chỉ huy trưởng|hiệu trưởng"
    r"|bí thư|cho|nhiệm vụ)(?=\W))*"
)
_TITLE_WORDS = phrase(
    r"(?:[\s,*-]|(?:về|phân công|quy định|cụ thể|nhiệm vụ|trách nhiệm|quyền hạn|quyền|vai trò|nghĩa vụ"
    r"|chính|chung"
    r"|chủ trì|phối hợp|thực hiện|tổ chức|công tác|nội dung|và|của|thuộc|cho|do|đối với|về phía|riêng"
    r"|các|giữa"
    r"|đồng chí|chủ tịch|trưởng|lãnh đạo|thủ trưởng|giám đốc|chánh|cơ quan|tất cả|mỗi|từng|toàn thể|các vị"
    r"|đề nghị|giao|yêu cầu)(?=\W))*"
)
_RESPONSIBLE = phrase(r"\b(?:trách nhiệm|nhiệm vụ)(?: \w+){0,4} của (?:các )?$")
_ONLY_DUTY = phrase(
    r"[\s,]*(?:(?:có|chịu|nêu cao) (?:trách nhiệm|nhiệm vụ)(?: chủ trì| phối hợp| thực hiện)*|chủ trì"
    r"|thực hiện"
    r"|tập trung|tổ chức|triển khai|làm tốt|các|những|một số|sau|đây|như|nhiệm vụ|nội dung|công việc"
    r"|cụ thể|trọng tâm"
    r"|chủ yếu|và|tốt|việc|đơn vị|trực thuộc|liên quan|cơ quan|[\s,:.;()])*"
)
SIDES = phrase(
    r"(?:(?:cả )?(?:hai|ba|bốn|0?[2-9]) (?:bên|cơ quan|ngành|đơn vị|tổ chức|lực lượng)|các bên|mỗi bên"
    r"|từng bên"
    r"|liên ngành|lãnh đạo (?:hai|các) (?:bên|cơ quan|ngành))"
    r"(?: (?:ký kết|liên tịch|phối hợp(?= (?:cùng|có trách nhiệm))|cùng(?= cấp)|tham gia(?= ký)))?\b"
)
# After a name these go on with the name or with the list, so the name is no subject yet.
_NO_VERB = phrase(
    r"[\s,]*(?:của|thuộc|ở|tại|và|với|hoặc|các|những|cấp|cơ sở|nơi|về|do|bởi|đến|từ|nào|này|đó|mình"
    r"|khác|nói|có liên"
    r"|cùng cấp|đạt|được|hoàn thành (?:tốt|xuất sắc)|chi|số|ngày|năm|tháng|lần|khóa|nhiệm kỳ|giai đoạn"
    r"|trên địa bàn|nhằm|như|gồm|nên|mà|việt nam"
    r"|phụ trách\b)\b"
)
_LIST_GOES_ON = phrase(
    r"(?:(?:,| và|, và) (?:các |những )?(?:hội|đoàn|tổ chức|cơ quan|đơn vị|phòng|ban|ngành|địa phương"
    r"|doanh nghiệp"
    rf"|trường|chi hội|chi đoàn)[^,;:.\n]{{0,40}}?)+ {DOES}\b"
)
_TOGETHER = phrase(r"[\s,-]*cùng(?: với)? (?!cấp|nhau)")
_SMALL_WORD = re.compile(r"\s+[^\W\d_]")
_COLON = re.compile(r"\s*:")
_SUBJECT_COMMA = re.compile(
    r",|\bhàng năm\b|\bhằng năm\b|\)|\bhàng quý\b|\bhằng quý\b|\bhàng tháng\b|\bhằng tháng\b"
)
_LONGEST_THEME, _LONGEST_ADJUNCT = 120, 260
_SHORT_KDC = 12


class Doers:
    """Reads who acts, for one clause. `issuers` are the codes of the bodies that issue the document."""

    def __init__(
        self, source: Source, mentions: Mentions, section: Section, issuers: tuple[str, ...]
    ) -> None:
        self.source = source
        self.mentions = mentions
        self.section = section
        self.issuers = issuers

    def of_heading(self) -> tuple[list[Mention], Section | None]:
        """The bodies of the nearest heading or lead-in that consists of them, and that clause."""
        for above in (self.section, *self.section.ancestors()):
            run = self._of_title(above) if above.clause.heading else self._of_lead_in(above)
            if run:
                return (run, above)
        return ([], None)

    def _of_title(self, section: Section) -> list[Mention]:
        """ "1.1. Phòng Tư pháp", "Điều 7. Trách nhiệm của UBND tỉnh"."""
        return self._all_of(*section.title)

    def _of_lead_in(self, section: Section) -> list[Mention]:
        """ "a) Hội Nông dân các cấp có trách nhiệm:" above its list."""
        if section is self.section:
            return []
        first = next(iter(sentences(self.source, start=section.label.body, end=section.end)), None)
        if not first or not self.source.plain[first[0] : first[1]].rstrip().endswith(":"):
            return []
        return self._all_of(*first)

    def _all_of(self, start: int, end: int) -> list[Mention]:
        """The bodies of a span that says nothing else but "trách nhiệm của" and the like."""
        named = self.mentions.within(start, end)
        sides = SIDES.search(self.source.folded, start, end)
        at = named[0].start if named else sides.start() if sides else end
        if not _TITLE_WORDS.fullmatch(self.source.folded, start, at):
            return []
        run = self.mentions.run_at(at, end) or self.sides_at(at, end)
        if not run:
            return []
        if _RESPONSIBLE.search(self.source.folded, start, at) and not self.mentions.within(run[-1].end, end):
            return run
        rest = _skip(_ONLY_DUTY, self.source, run[-1].end, end)
        return run if not re.search(r"\w", self.source.folded[rest:end]) else []

    def sides_at(self, start: int, end: int) -> list[Mention]:
        """ "hai bên", "các bên", "hai ngành": the bodies that issue the document."""
        match = SIDES.match(self.source.folded, start, end)
        if not match:
            return []
        return [Mention(match.start(), match.end(), code, None, is_coded=True) for code in self.issuers]

    def run(self, start: int, end: int) -> list[Mention]:
        """The list of bodies at `start`, words of rank before it allowed; "khu dân cư" only if it acts."""
        named = self.mentions.within(start, end)
        introduced = named and _INTRODUCES.fullmatch(self.source.folded, start, named[0].start)
        run = self.mentions.run_at(start, end) or (
            self.mentions.run_at(named[0].start, end) if introduced else []
        )
        return [m for m in run if m.code != "KDC" or m.end - m.start > _SHORT_KDC or self.acts(m, end)]

    def acts(self, mention: Mention, end: int) -> bool:
        """Does a verb of doing follow the name?"""
        folded = self.source.folded
        return bool(VERB.match(folded, mention.end, end)) and not _DOES_NOT_ACT.match(
            folded, mention.end, end
        )

    def subject(self, start: int, end: int) -> tuple[list[Mention], int, bool]:
        """The bodies a part opens with, where their verb begins, and whether they are its label ("X: …")."""
        if _TOGETHER.match(self.source.folded, start, end):
            return ([], start, False)
        for at in self._openings(start, end):
            run = self.run(at, end) or self._sides(at, end)
            if not run:
                continue
            after = run[-1].end
            colon = _COLON.match(self.source.folded, after, end)
            if colon:
                return (run, colon.end(), True)
            if self._verb_follows(after, end) or self.source.text[after : after + 1] == "\t":
                return (run, after, False)
        return ([], start, False)

    def _sides(self, start: int, end: int) -> list[Mention]:
        return self.sides_at(_skip(_INTRODUCES, self.source, start, end), end) or self.sides_at(
            self.source.trimmed(start, end)[0], end
        )

    def _verb_follows(self, at: int, end: int) -> bool:
        folded = self.source.folded
        if VERB.match(folded, at, end):
            return True
        if _LIST_GOES_ON.match(folded, at, end):
            return True
        small = _SMALL_WORD.match(self.source.plain, at, end)
        begins_small = small is not None and small.group()[-1].islower()
        return begins_small and not _NO_VERB.match(folded, at, end)

    def _openings(self, start: int, end: int) -> Iterator[int]:
        """Where a subject may begin: at once, after a theme and a colon, after an adjunct and a comma."""
        yield start
        colon = self.source.plain.find(":", start, min(end, start + _LONGEST_THEME))
        if colon > 0:
            yield colon + 1
        if _ADJUNCT.match(self.source.folded, start, end):
            reach = min(end, start + _LONGEST_ADJUNCT)
            commas = [match.end() for match in _SUBJECT_COMMA.finditer(self.source.folded, start, reach)]
            yield from commas[:6]
            time = phrase(_TIME).match(self.source.folded, start, end)
            if time and time.end() > start:
                yield time.end()


_DOES_NOT_ACT = phrase(r"[\s,]*(?:được|đạt|có (?:trách nhiệm|uy tín)|trong(?! việc))\b")


def _skip(pattern: re.Pattern[str], source: Source, start: int, end: int) -> int:
    match = pattern.match(source.folded, start, end)
    return match.end() if match else start


def heading_parties(
    source: Source, mentions: Mentions, section: Section, *, issuers: tuple[str, ...] = ()
) -> tuple[list[Mention], Section | None]:
    """See `Doers.of_heading`."""
    return Doers(source, mentions, section, issuers).of_heading()
