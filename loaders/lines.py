"""Where in a Turtle, TriG or N-Triples file a resource is described (line numbers from 1)."""

from __future__ import annotations

import re
from urllib.parse import urljoin

# The terminals of Turtle 1.1 that matter for finding subjects; the order decides.
_TOKEN = re.compile(
    r"""
    (?P<skip>[\s]+|\#[^\n]*)
  | (?P<string>\"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\"|'''(?:[^'\\]|\\.|'(?!''))*'''
      |"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
  | (?P<iri><[^<>\s]*>)
  | (?P<directive>@prefix\b|@base\b|(?:PREFIX|BASE)(?=\s))
  | (?P<language>@[A-Za-z][\w-]*)
  | (?P<number>[+-]?(?:\d+\.\d+|\.\d+|\d+)(?:[eE][+-]?\d+)?(?![\w:]))
  | (?P<name>(?:[^\W\d](?:[\w.·-]*[\w·-])?)?:(?:(?:[\w:·-]|%[0-9A-Fa-f]{2}|\\.|\.(?=[\w:.%\\·-]))*))
  | (?P<word>[^\W\d][\w-]*)
  | (?P<punctuation>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPED = re.compile(r"\\(.)")


def lines(text: str) -> dict[str, int]:
    """IRI or `_:label` → the line where a block about it begins; the first where there are many.

    The text is known to be well formed; of one that is not, what can be made out is found.
    """
    found: dict[str, int] = {}
    prefixes: dict[str, str] = {}
    base, line, depth = "", 1, 0
    at_subject = True
    directive: list[str] | None = None
    for match in _TOKEN.finditer(text):
        kind, token = match.lastgroup, match[0]
        here, line = line, line + token.count("\n")
        if kind == "skip":
            continue
        if kind == "directive":
            directive = [token]
        elif directive is not None:
            directive.append(token)
            if kind == "iri":
                iri = _absolute(base, token)
                if len(directive) == 3:
                    prefixes[directive[1]] = iri
                else:
                    base = iri
                # `@prefix` ends with a full stop, `PREFIX` does not.
                at_subject = directive[0][0] != "@"
                directive = None
        elif token in ("[", "(") and kind == "punctuation":
            depth += 1
            at_subject = False
        elif token in ("]", ")") and kind == "punctuation":
            depth -= 1
        elif token in (".", "{", "}") and kind == "punctuation" and depth == 0:
            at_subject = True
        elif at_subject:
            subject = _resolved(kind, token, prefixes, base)
            if subject is not None:
                found.setdefault(subject, here)
            # A graph's name or the word GRAPH stands before a brace, which begins anew.
            at_subject = False
    return found


def _absolute(base: str, token: str) -> str:
    iri = token[1:-1]
    joined = urljoin(base, iri) if base else iri
    # urljoin drops an empty fragment, which namespaces end in.
    return joined + "#" if iri.endswith("#") and not joined.endswith("#") else joined


def _resolved(kind: str | None, token: str, prefixes: dict[str, str], base: str) -> str | None:
    if kind == "iri":
        return _absolute(base, token)
    if kind != "name":
        return None
    prefix, _, local = token.partition(":")
    namespace = prefixes.get(prefix + ":")
    return None if namespace is None else namespace + _ESCAPED.sub(r"\1", local)
