"""Two people at the same moment, on two real connections."""

import threading
from collections.abc import Callable
from decimal import Decimal

import pytest
from django.db import connection

from phoihop.core.errors import Conflict, Refused
from phoihop.targets import actions
from phoihop.targets.models import Figure
from phoihop.targets.statuses import FigureState
from tests.programmes import factories as programmes
from tests.targets import factories

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts: Callable[[], object]) -> list[str]:
    """What came of each act: its error's name, or "done"."""
    gate, results = threading.Barrier(len(acts)), []

    def run(act: Callable[[], object]) -> None:
        try:
            gate.wait()
            act()
            results.append("done")
        except (Conflict, Refused) as error:
            results.append(type(error).__name__)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return sorted(results)


@pytest.fixture
def target(draft):
    target = factories.target(draft)
    programmes.in_force(draft)
    return target


def test_of_two_corrections_one_wins_and_the_other_is_told(target):
    figure = factories.figure(target)
    by = programmes.member(figure.body)

    def correct(number):
        return lambda: actions.correct_figure(
            figure=figure, state=FigureState.REPORTED, numerator=Decimal(number), reason="đếm lại",
            by=by, at=factories.AT,
        )  # fmt: skip

    assert at_once(correct(9), correct(10)) == ["Conflict", "done"]
    assert Figure.objects.filter(corrects=figure).count() == 1


def test_of_two_first_figures_one_is_recorded(target):
    by = programmes.member(target.edition.programme.lead)
    acts = [lambda: factories.figure(target, by=by)] * 2
    assert at_once(*acts) == ["Refused", "done"]
    assert Figure.objects.count() == 1


def test_a_figure_is_not_accepted_while_it_is_being_replaced(target):
    figure = factories.figure(target)
    by = programmes.member(figure.body)
    outcomes = at_once(
        lambda: actions.correct_figure(
            figure=figure, state=FigureState.REPORTED, numerator=Decimal(9), reason="đếm lại",
            by=by, at=factories.AT,
        ),
        lambda: actions.accept_figures(figures=[figure], by=by, at=factories.AT),
    )  # fmt: skip
    assert outcomes in (["Conflict", "done"], ["done", "done"])
    current = Figure.objects.current().get()
    assert current.numerator == 9
    assert not hasattr(current, "acceptance")
