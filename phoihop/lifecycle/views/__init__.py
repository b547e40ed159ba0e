"""Pages of signing, numbering, recording, renewing and succession."""
