"""Digital signatures in PDF files: looked at, put into words, and the body's own seal. No tables in here.

`confined.examine` opens a file in a child process and says of each signature who, when, what it covers, what
came after it and who vouches for the certificate; `words` says it in Vietnamese; `sealing.seal` adds a
signature. Only `examining` and `trust` (in the child), `sealing` and `preparing` load pyHanko.
"""
