"""Tests of coverage and of commitments over time, over the shipped data."""
