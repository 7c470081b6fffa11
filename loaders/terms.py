"""Terms of pyoxigraph ⇄ the plain values of `loaders.mapping`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from loaders.mapping import Term, Triple

_DIRECTIONS = {"ltr": ox.BaseDirection.LTR, "rtl": ox.BaseDirection.RTL}


def to_plain(term: ox.NamedNode | ox.BlankNode | ox.Literal) -> Term:
    """An IRI or `_:label` as text, a literal as (lexical form, tag)."""
    if isinstance(term, ox.Literal):
        return literal_to_plain(term)
    return term.value if isinstance(term, ox.NamedNode) else f"_:{term.value}"


def literal_to_plain(literal: ox.Literal) -> tuple[str, str]:
    language = literal.language
    if language is None:
        return literal.value, f"^^{literal.datatype.value}"
    direction = literal.direction
    suffix = "" if direction is None else f"--{direction.value}"
    return literal.value, f"@{language}{suffix}"


def to_ox(triple: Triple) -> ox.Triple:
    """Raises ValueError where a term is none of RDF (a predicate that is no IRI …)."""
    subject, predicate, term = triple
    return ox.Triple(_resource(subject), ox.NamedNode(predicate), _object(term))


def all_to_ox(triples: Iterable[Triple]) -> Iterator[ox.Triple]:
    return map(to_ox, triples)


def _resource(id_: str) -> ox.NamedNode | ox.BlankNode:
    return ox.BlankNode(id_[2:]) if id_.startswith("_:") else ox.NamedNode(id_)


def _object(term: Term) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    if isinstance(term, str):
        return _resource(term)
    lexical, tag = term
    if tag[0] == "^":
        return ox.Literal(lexical, datatype=ox.NamedNode(tag[2:]))
    language, dashes, direction = tag[1:].partition("--")
    return ox.Literal(
        lexical, language=language, direction=_DIRECTIONS[direction] if dashes else None
    )
