"""Questions that ask at their end: `X a été approuvé par qui ?` is `par qui X a été approuvé`;
`what is there against X: tools, plans?` is `tools, plans: what is there against X`;
`X, c'est qui ?` is `c'est qui X`; `quel est le texte par lequel X …` is `par quel texte X …`."""

from __future__ import annotations

from itertools import pairwise

from queries.ask.words.text import Token, tokens
from queries.ask.words.vocabulary import Vocabulary

LONGEST = 4
"""Words of what is asked at the end: `by which national body`."""

_ASKING = ("q-who", "q-what")
_LEADING = frozenset({"by", "with", "to", "for"})
_JOINS = (":", ";", "?", ".")


def asked_first(question: str, known: Vocabulary) -> str:
    """The question with what it asks for in front, where only its last words ask."""
    words = tokens(question)
    if turned := _relative(question, words, known):
        return turned
    if at := _kinds_at_end(question, words, known):
        return f"{question[words[at].start : words[-1].end]} : {question[: words[at - 1].end]} ?"
    if at := _defined_at_end(question, words, known):
        return f"{question[words[at].start : words[-1].end]} {question[: words[at - 1].end]} ?"
    for at in range(len(words) - 1, max(1, len(words) - 1 - LONGEST), -1):
        if not known.roles_of(words[at].folded) & set(_ASKING):
            continue
        if not known.roles_of(words[at - 1].folded) & _LEADING:
            return question
        front, tail = words[: at - 1], words[at - 1 :]
        verb = any("relation" in known.roles_of(t.folded) for t in tail[1:])
        asks = any(_asks(t, known) for t in front)
        between = question[front[-1].end : tail[0].start] if front else ":"
        if verb or asks or any(c in between for c in _JOINS):
            return question
        kept = _undoubled(question, front, known)
        return f"{question[tail[0].start : tail[-1].end]} {kept} ?"
    return question


def _relative(question: str, words: list[Token], known: Vocabulary) -> str:
    """The question of a kind that a relative clause tells of, with its preposition in front."""
    roles = [known.roles_of(t.folded) for t in words[: LONGEST + 4]]
    if len(roles) < LONGEST or "q-what" not in roles[0] or "be" not in roles[1]:
        return ""
    low = 3 if "article" in roles[2] else 2
    for at in range(low + 1, len(roles)):
        if "relative" not in roles[at]:
            continue
        senses = known.full.get(words[at].folded, ())
        within = next((s.value for s in senses if s.role == "relative" and s.value), "")
        led = roles[at - 1] & _BEFORE
        kind = words[low : at if within else at - 1]
        if not kind or not (within or led) or not any("class" in r for r in roles[low:at]):
            return ""
        front = within or words[at - 1].text
        said = question[kind[0].start : kind[-1].end]
        return f"{front} {words[0].text.casefold()} {said} {question[words[at].end :].strip()}"
    return ""


_BEFORE = frozenset({"by", "with", "to", "for", "in", "about", "of"})


def _kinds_at_end(question: str, words: list[Token], known: Vocabulary) -> int:
    """Where words for kinds, and nothing else, stand behind the last colon; 0 if nowhere."""
    colon = question.rfind(":")
    at = next((n for n, t in enumerate(words) if t.start > colon), 0) if colon > 0 else 0
    roles = [known.roles_of(t.folded) for t in words[at:]]
    kinds = [r for r in roles if "class" in r]
    joined = all("class" in r or "relation" in r or r & {"and", "or", "article"} for r in roles)
    return at if at and len(kinds) > 1 and joined else 0


def _defined_at_end(question: str, words: list[Token], known: Vocabulary) -> int:
    """`X, c'est qui ?`: where the last words ask what something is, behind a comma; else 0."""
    for at in range(max(1, len(words) - LONGEST), len(words) - 1):
        form = " ".join(t.folded for t in words[at:])
        defines = "frame-define" in known.roles_of(form)
        if defines and question[words[at - 1].end : words[at].start].strip() == ",":
            return at
    return 0


def _undoubled(question: str, front: list[Token], known: Vocabulary) -> str:
    """`L'accord sur X, il a été …`: without the pronoun that says the subject again."""
    for one, two in pairwise(front):
        gap = question[one.end : two.start]
        if gap.strip() == "," and "pronoun" in known.roles_of(two.folded):
            return question[front[0].start : one.end] + question[two.end : front[-1].end]
    return question[front[0].start : front[-1].end].rstrip(" ,")


def _asks(token: Token, known: Vocabulary) -> bool:
    """A word that asks and can be nothing else."""
    roles = known.roles_of(token.folded)
    asks = any(r.startswith(("q-", "frame-")) for r in roles) and "filler" not in roles
    return asks and "be" not in roles and "relation" not in roles
