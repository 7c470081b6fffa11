"""From a frame to rows: catalogue queries, and what covers more of the question."""
