"""Phối Hợp on one machine: the embedded database, the processes, backup. Beside the layers; used by cli."""
