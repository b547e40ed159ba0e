"""What changed between two texts, word by word, to show a reader what was mended."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORDS = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True)
class Part:
    """A run of text: `kind` is same, added or removed."""

    kind: str
    text: str


def difference(before: str, after: str) -> list[Part]:
    """Runs: same and added parts make up `after`, same and removed ones `before`."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    parts: list[Part] = []
    for _, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if old[i:j] == new[k:m]:
            parts.append(Part("same", "".join(old[i:j])))
            continue
        parts += [
            Part(kind, "".join(run)) for kind, run in (("removed", old[i:j]), ("added", new[k:m])) if run
        ]
    return parts
