"""Turn hand-written annotations (NAME.ann) of texts (../NAME.txt) into gold drafts (../NAME.json)."""

import json
import re
import sys
from pathlib import Path

from quotes import Row, amount, or_none, parties, pattern, quoted, remarks

SECTIONS = ("legal_bases", "clauses", "targets", "assignments", "duties", "signatories", "recipients")
BULLETS = ("-", "+", "*", "•")
LABEL = re.compile(r"(?:Chương|Điều|Mục) \w+|\S+")
SHAPE = re.compile(
    r"(?m)^[ \t\xa0]*(?:[IVX]+\.|\d+\.(?:\d+\.?)*|[a-zđ]\)|[-+*•](?!-)|Điều \d+|Chương [IVX]+|Mục \d+)\s"
)
WAYS = {"up": "increase", "down": "decrease"}
TIMES = {"yearly", "monthly", "quarterly", "half_yearly", "per_term"}


class Annotation:
    def __init__(self, text: str) -> None:
        self.text, self.area, self.cursor = text, "", 0
        self.header: Row = {}
        self.rows: dict[str, list[Row]] = {section: [] for section in SECTIONS}

    def read(self, word: str, fields: list[str]) -> None:
        if word[0].isdigit():
            self.clause(int(word[0]), fields[0], word.endswith("h"), remarks(fields))
        elif word in ("base", "target", "assign", "duty", "sign", "to"):
            getattr(self, word)(fields)
        elif word == "scope":
            self.area = fields[0]
        elif word == "period":
            self.header[word] = dict(zip(("start", "end"), map(int, fields[0].split()), strict=True))
        else:
            self.header[word] = fields if word == "issuers" else or_none(fields[0])

    def base(self, fields: list[str]) -> None:
        row = {"kind": fields[0], "number": or_none(fields[2]), "date": or_none(fields[3])}
        self.rows["legal_bases"].append(row | remarks(fields) | quoted(self.text, fields[1]))

    def clause(self, depth: int, words: str, heading: bool, more: Row) -> None:
        words, times = re.fullmatch(r"(.*?)(?: x(\d+))?", words).groups()  # type: ignore[union-attr]
        label = LABEL.match(words).group().rstrip(".)")  # type: ignore[union-attr]
        for _ in range(int(times or 1)):
            found = re.compile(rf"(?m)^[ \t\xa0]*({pattern(words)}.*)").search(self.text, self.cursor)
            if not found or (self.cursor and SHAPE.search(self.text, self.cursor, found.start())):
                raise SystemExit(f"no such clause, or another before it: {words}")
            self.cursor, short = found.end(), re.match(r".{1,60}(?!\S)", found[1])
            row = {"label": label, "depth": depth, "heading": heading, **more, "text": short[0]}  # type: ignore[index]
            row |= {"span": [found.start(1), found.start(1) + len(row["text"])]}
            self.rows["clauses"].append(row | {"path": self.path(depth, label)})

    def path(self, depth: int, label: str) -> str:
        over = (c for c in reversed(self.rows["clauses"]) if c["depth"] < depth and c["label"] not in BULLETS)
        parent = next(over, None)
        if label in BULLETS or parent is None:
            return parent["path"] if parent else label
        return f"{parent['path']}.{label.removeprefix(parent['label'] + '.')}"

    def place(self, quote: str) -> tuple[Row, list[int]]:
        """The quotation with its clause, and how far that clause reaches."""
        at, clauses = quoted(self.text, quote), self.rows["clauses"]
        own = next(
            c for c in reversed(clauses) if c["span"][0] <= at["span"][0] and c["label"] not in BULLETS
        )
        after = (c for c in clauses if c["span"][0] > own["span"][0] and c["depth"] <= own["depth"])
        end = next((c["span"][0] for c in after), len(self.text))
        return {"clause": own["path"], **at}, [own["span"][0], end]

    def target(self, fields: list[str]) -> None:
        sign, number, unit = fields[0].split(" ", 2)
        low, _, high = number.partition("..")
        value, _, of = low.partition("/")
        told = dict(o.strip().partition("=")[::2] for o in "".join(fields[3:4]).split(";"))
        row = {"measure": fields[2], "comparator": sign, "value": amount(value), "value_max": amount(high)}
        row |= {
            "of": amount(of),
            "unit": unit,
            "direction": next((WAYS[o] for o in told if o in WAYS), "reach"),
        }
        row |= {"recurrence": next((o for o in told if o in TIMES), "once"), "due": told.get("due")}
        row |= {"scope": told.get("scope", self.area), "parties": parties(told.get("by", ""))}
        self.rows["targets"].append(row | remarks(fields) | self.place(fields[1])[0])

    def assign(self, fields: list[str]) -> None:
        where, reach = self.place(fields[0])
        for party, _, role in (pair.partition("=") for pair in parties(fields[1])):
            row = {"party": party, "role": role.rstrip("?"), **remarks(fields), **where, "clause_span": reach}
            self.rows["assignments"].append(row | {"ambiguous": role.endswith("?")})

    def duty(self, fields: list[str]) -> None:
        (kind, frequency), (giver, _, taker) = fields[0].split(), fields[2].partition(">")
        row: Row = {"kind": kind, "from": parties(giver), "to": parties(taker), "frequency": frequency}
        row |= {"due": next((f.removeprefix("due=") for f in fields if f.startswith("due=")), None)}
        self.rows["duties"].append(row | remarks(fields) | self.place(fields[1])[0])

    def sign(self, fields: list[str]) -> None:
        told = zip(("party", "capacity", "position", "name"), map(or_none, fields[:4]), strict=True)
        self.rows["signatories"].append(dict(told) | remarks(fields))

    def to(self, fields: list[str]) -> None:
        self.rows["recipients"].append({"name": fields[0], "purpose": or_none(fields[1]), **remarks(fields)})


def main(source: Path) -> None:
    text = source.parent.parent / f"{source.stem}.txt"
    made = Annotation(text.read_text("utf-8"))
    for line in source.read_text("utf-8").splitlines():
        word, _, rest = line.partition(" ")
        if word:
            made.read(word, [field.strip() for field in rest.split("|")])
    rows = {name: sorted(many, key=lambda row: row.get("span", [0])) for name, many in made.rows.items()}
    draft = {"source": text.name, "header": made.header, **rows}
    text.with_suffix(".json").write_text(json.dumps(draft, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    for name in sys.argv[1:]:
        main(Path(name).resolve())
