"""Ways to reach a person outside the app: one interface, a registry that apps add their own gateway to.

A channel is a class with the members of `Channel`, registered from `apps.py`; nothing else knows its kind.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol
from uuid import UUID

IN_APP = "app"
"""The name of what is shown in the app itself; it is not sent by a gateway."""


class TryLater(Exception):
    """The gateway could not take the message now; `reason` is for the screen, without address or text."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class GiveUp(TryLater):
    """The gateway will never take this message to this address."""


class WrongAddress(ValueError):
    """What was typed is no address of this channel; the text says so in plain words."""


@dataclass(frozen=True)
class Message:
    """What goes out; `id` is the same each time the same message is sent. The address is in no log."""

    id: UUID
    to: str = field(repr=False)
    subject: str
    text: str = field(repr=False)
    url: str
    at: datetime


class Channel(Protocol):
    """A gateway. `label` and `hint` are words for the screen; `where` names the server, without secrets."""

    @property
    def name(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def hint(self) -> str: ...
    @property
    def is_ready(self) -> bool:
        """Whether the settings of the installation let it send."""
        ...

    @property
    def where(self) -> str: ...

    def read_address(self, typed: str) -> str:
        """The address as it is kept; raises WrongAddress."""
        ...

    def send(self, message: Message) -> None:
        """Hand the message over within some seconds; raises TryLater or GiveUp."""
        ...


_channels: dict[str, Channel] = {}


def register(channel: Channel) -> None:
    """Add a channel; the same name replaces itself."""
    _channels[channel.name] = channel


def all_channels() -> list[Channel]:
    """Every registered channel, by name."""
    return [_channels[name] for name in sorted(_channels)]


def ready_channels() -> list[Channel]:
    """Those that can send now."""
    return [channel for channel in all_channels() if channel.is_ready]


def find(name: str) -> Channel | None:
    """A channel by its name, ready or not."""
    return _channels.get(name)


def label_of(name: str) -> str:
    """The channel's words for the screen, also of one that is no longer there."""
    if name == IN_APP:
        return "trong phần mềm"
    channel = find(name)
    return channel.label if channel else name
