"""What may go wrong on the machine itself, told to the person who started us."""


class HostingError(Exception):
    """One plain Vietnamese line that says what is wrong and what to do; the program ends with it."""
