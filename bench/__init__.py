"""Measurements anyone can run: `make bench`. Figures are ratios against a named peer in one run."""
