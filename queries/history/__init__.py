"""Commitments over time: their follow-up, how two documents compare, and when things happened."""
