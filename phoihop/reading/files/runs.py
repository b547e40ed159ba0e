"""The words of a paragraph put together from runs, each spelled by the script its font means."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from phoihop.reading.paper import Note

from .legacy import Script, is_unicode_already, script_of_font, unicode_of
from .spelling import score
from .symbols import shown

SOFT_HYPHEN = "\xad"


@dataclass(frozen=True)
class Run:
    """Characters of one look; `capitals`: shown in capitals whatever was typed."""

    text: str
    font: str | None = None
    capitals: bool = False


@dataclass
class Speller:
    """Spells the runs of one file and remembers which scripts it met."""

    met: Counter[Script] = field(default_factory=Counter)

    def spelled(self, runs: Iterable[Run]) -> str:
        """The words of a paragraph. Runs of one script are joined first: a letter may be split over two."""
        return "".join(
            self._piece(list(piece), script)
            for script, piece in groupby(runs, key=lambda run: script_of_font(run.font))
        )

    def notes(self) -> tuple[Note, ...]:
        """What the person should know: a text that was spelled anew must be compared with the paper."""
        labels = list(dict.fromkeys(script.label for script in self.met))
        if not labels:
            return ()
        return (
            Note(
                "legacy_font",
                f"Văn bản dùng phông chữ cũ {' và '.join(labels)}; đã chuyển sang Unicode theo từng phông, "
                "xin đối chiếu với bản gốc.",
            ),
        )

    def _piece(self, runs: list[Run], script: Script | None) -> str:
        if script is None:
            return "".join(map(_plain, runs))
        raw = "".join(run.text for run in runs)
        if raw.isascii():
            return raw.upper() if script is Script.TCVN3_CAPITALS else raw
        spelled = unicode_of(raw, script)
        if is_unicode_already(raw) and score(raw) >= score(spelled):
            return raw.replace(SOFT_HYPHEN, "")
        self.met[script] += 1
        return spelled


def _plain(run: Run) -> str:
    text = shown(run.text, font=run.font).replace(SOFT_HYPHEN, "")
    return text.upper() if run.capitals else text
