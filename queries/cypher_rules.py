"""The rules that a catalogue text keeps so that both engines answer alike (not a whole parser).

Every node pattern has a label or is bound before, since a MATCH without label reads the whole
store and would show nodes of a load in progress. Only `:Entity` is looked up by `{id: …}`, since
the embedded engine indexes the first label alone. Rows have an order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_COMMENT = re.compile(r"//[^\n]*")
_STRING = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"")
_ALIAS = re.compile(r"(?<![.`])\bAS\s+(\w+)", re.I)
_CLAUSE = re.compile(
    r"\b(?:OPTIONAL\s+)?MATCH\b(.*?)(?=\b(?:WHERE|WITH|RETURN|OPTIONAL|MATCH|UNWIND|CALL|ORDER)\b|$)",
    re.S | re.I,
)
_NODE = re.compile(r"^\s*(?P<var>\w*)\s*(?P<labels>(?::\s*[\w`]+\s*)*)(?P<map>\{.*\})?\s*$", re.S)


def _groups(pattern: str) -> Iterator[str]:
    """The contents of the outermost parentheses of a pattern, function calls left out."""
    depth, start, call = 0, 0, False
    for at, char in enumerate(pattern):
        if char == "(":
            if depth == 0:
                start, call = (
                    at + 1,
                    at > 0 and (pattern[at - 1].isalnum() or pattern[at - 1] == "_"),
                )
            depth += 1
        elif char == ")" and depth:
            depth -= 1
            if depth == 0 and not call:
                yield pattern[start:at]


def faults(text: str, columns: Iterable[str], parameters: Iterable[str]) -> list[str]:
    """What is wrong with a text, in words; empty when nothing is."""
    bare = _STRING.sub("''", _COMMENT.sub("", text))
    found = []
    bound = set(_ALIAS.findall(bare))
    for clause in _CLAUSE.finditer(bare):
        for content in _groups(re.sub(r"\b(?:shortestPath|allShortestPaths)\b", "", clause[1])):
            node = _NODE.match(content)
            if not node:
                continue
            labels = [part.strip() for part in node["labels"].split(":") if part.strip()]
            if labels:
                bound.add(node["var"])
            elif not node["var"] or node["var"] not in bound:
                found.append(f"the node pattern ({content.strip()}) has no label")
            if re.search(r":\s*\w+\.\w+", node["map"] or ""):
                # The embedded engine finds nothing then, without an error.
                found.append(f"({content.strip()}): bring the property through WITH first")
            by_id = re.search(r"\bid\s*:", node["map"] or "")
            if by_id and labels and labels[0] not in {"Entity", "Meta", "Dataset", "Prefix"}:
                found.append(f"({content.strip()}): look up ids on :Entity")
    if re.search(r"\*\s*(?:\.\.\s*)?\]|\*\s*\d+\s*\.\.\s*\]", bare):
        found.append("a variable-length pattern has no upper bound")
    tail = re.split(r"\bRETURN\b", bare, flags=re.I)[-1]
    if not re.search(r"\bORDER\s+BY\b", tail, re.I):
        found.append("the rows have no ORDER BY")
    if re.search(r"\b(?:SKIP|LIMIT)\b", tail, re.I):
        found.append("SKIP and LIMIT are put behind the text, leave them out")
    returned = set(
        re.findall(r"(?<![.`])\bAS\s+(\w+)", re.split(r"\bORDER\s+BY\b", tail, flags=re.I)[0], re.I)
    )
    if missing := sorted(set(columns) - returned):
        found.append("not returned: " + ", ".join(missing))
    if extra := sorted(returned - set(columns)):
        found.append("returned, but not among the columns: " + ", ".join(extra))
    used = set(re.findall(r"\$(\w+)", bare))
    if unknown := sorted(used - set(parameters) - {"lang"}):
        found.append("used, but not among the parameters: " + ", ".join(unknown))
    return found
