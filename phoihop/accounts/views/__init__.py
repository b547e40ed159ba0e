"""Pages of accounts: signing in, one's own things, and the people of a body."""
