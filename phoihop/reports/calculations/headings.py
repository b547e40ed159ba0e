"""The beginning of a clause as a title."""


def heading_of(text: str, *, length: int = 90) -> str:
    """Its first line, cut between words where long: "1. Phối hợp công tác tuyên truyền …"."""
    first = text.strip().split("\n", maxsplit=1)[0]
    return first if len(first) <= length else first[:length].rsplit(" ", 1)[0] + " …"
