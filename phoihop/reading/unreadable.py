"""The one error reading raises."""


class UnreadableDocument(Exception):  # noqa: N818 - the public name says what the document is
    """A document that cannot be read. Its message is one plain Vietnamese sentence for the user."""
