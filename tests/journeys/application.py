"""The product's own door for the web server, with its clock set."""

from phoihop.wsgi import application
from tests.journeys.frozen import set_clock

__all__ = ["application"]

set_clock()
