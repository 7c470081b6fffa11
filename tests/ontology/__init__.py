"""Tests of the ontology: its terms, its name table, its shapes, its page."""
