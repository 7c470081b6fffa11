"""Ask: a question in English or French, answered with evidence.

text → link → parse → run → weigh → answer: words with their places, names and relations, a typed
frame, catalogue queries with parameters, what covers more of the question, the shape of the
contract. All words come from the graph.
"""

from __future__ import annotations

from queries.ask.asking import ask, vocabulary
from queries.ask.complete import complete
from queries.ask.words.text import MAX_QUESTION

__all__ = ["MAX_QUESTION", "ask", "complete", "vocabulary"]
