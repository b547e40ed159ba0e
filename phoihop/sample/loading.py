"""Loads the whole sample in one transaction: all of it, or nothing."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from phoihop.core import clock
from phoihop.core.errors import Refused
from phoihop.people.models import User
from phoihop.sample.acting import moment
from phoihop.sample.books import fill_books
from phoihop.sample.errands import plan
from phoihop.sample.gatherings import gather
from phoihop.sample.handing_over import hand_over
from phoihop.sample.living import live
from phoihop.sample.national import make_national
from phoihop.sample.papers import PAPERS
from phoihop.sample.people import make_cast, make_recorder
from phoihop.sample.recording import RECORDED_ON, record_paper
from phoihop.sample.registering import register
from phoihop.sample.sixth import make_sixth

type Say = Callable[[str], object]


@transaction.atomic
def load_sample(*, at: datetime, say: Say) -> None:
    """The five papers with what became of their places, and the living sixth; Refused when people exist."""
    if User.objects.exists():
        raise Refused("Đã có tài khoản trong hệ thống nên không nạp số liệu minh họa.")
    entered = moment(RECORDED_ON)
    say("Tạo người dùng và tổ chức minh họa…")
    cast, recorder = make_cast(entered), make_recorder()
    editions = {}
    for paper in PAPERS:
        say(f"Đọc và ghi nhận {paper.file.name}…")
        editions[paper] = record_paper(paper, recorder=recorder, at=entered)
    for paper, edition in editions.items():
        hand_over(paper, edition, recorder=recorder, at=at)
    say("Lập chương trình minh họa của xã Lam Sơn…")
    sixth = make_sixth(cast, clock.day_of(at))
    fill_books(cast, sixth, at)
    plan(cast, sixth, at)
    register(cast, sixth, at)
    gather(cast, sixth, at)
    live(cast, sixth, at)
    say("Lập chương trình minh họa của trung ương, triển khai xuống một số xã, phường…")
    make_national(cast, at)
