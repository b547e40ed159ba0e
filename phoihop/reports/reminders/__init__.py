"""Automatic reminders: what is due to whom, in which words; `actions.reminding` writes them down."""
