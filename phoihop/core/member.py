"""Who is acting: the part of a membership that lower apps may know."""

from typing import Protocol


class Member(Protocol):
    """A person acting for a body in a role, today."""

    @property
    def person_id(self) -> int: ...
    @property
    def body_id(self) -> int: ...
    @property
    def area_id(self) -> int: ...
    @property
    def role(self) -> str: ...
    @property
    def is_sample(self) -> bool: ...
