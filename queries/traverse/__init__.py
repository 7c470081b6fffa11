"""Walks over the direct edges: neighbours, paths, what connects, structure, cuts.

The engines only expand, level by level and within bounds; what a walk finds and in which order is
decided here, so that both engines give the same answer. Every link leads to its statement.
"""
