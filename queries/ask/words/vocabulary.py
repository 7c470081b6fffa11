"""The words a question may contain, both languages at once, all read from the graph.

Names of things come from the lexicon of the reader, relations from the labels of the predicates,
everything else from the `sg:Word` nodes of any data set. Built once for each version of the graph.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from queries.ask.words import text
from queries.ask.words.fuzzy import Corrections


@dataclass(frozen=True, slots=True)
class Relation:
    """What a relation word says: `X word Y` where Y is the object of `predicates`, the subject of
    `inverse`; `when` only where the statement carries the role value `role`."""

    predicates: tuple[str, ...] = ()
    inverse: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    when_inverse: tuple[str, ...] = ()
    role: str | None = None
    asks: str | None = None
    status: str | None = None
    detail: str | None = None
    open: bool = False
    """Said of what is to be done, and not of what has been."""

    def flipped(self) -> Relation:
        """The same read from the other end."""
        return replace(
            self,
            predicates=self.inverse,
            inverse=self.predicates,
            when=self.when_inverse,
            when_inverse=self.when,
        )

    @property
    def symmetric(self) -> bool:
        return bool(self.predicates) and self.predicates == self.inverse

    def all(self) -> frozenset[str]:
        return frozenset((*self.predicates, *self.inverse, *self.when, *self.when_inverse))


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a span: a part in the question (`role`) and what it stands for (`ids`)."""

    role: str
    ids: tuple[str, ...] = ()
    relation: Relation | None = None
    match: str = "label"
    value: str = ""
    wider: tuple[str, ...] = ()
    """Classes that count too where the answer is only inferred."""
    lang: str = ""
    """The language of the form, where words of the language tell two apart."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name in the inverted index: its thing and its stems, weak words left out."""

    iri: str
    match: str
    stems: frozenset[str]
    title: frozenset[str] = frozenset()
    """Without what stands in parentheses."""


@dataclass(slots=True)
class Vocabulary:
    """All of it, by the form in which a question is looked up."""

    version: int
    full: dict[str, list[Sense]] = field(default_factory=lambda: defaultdict(list))
    heavy: dict[str, list[Sense]] = field(default_factory=lambda: defaultdict(list))
    exact: dict[str, list[Sense]] = field(default_factory=lambda: defaultdict(list))
    light: dict[str, list[Sense]] = field(default_factory=lambda: defaultdict(list))
    joined: dict[str, list[Sense]] = field(default_factory=lambda: defaultdict(list))
    parted: dict[str, list[tuple[tuple[str, ...], str]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    """The stem of the first word of a relation form → the rest of it, and the form."""
    weak: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()
    written: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """A little word as written, with accents → its roles: `ou` and `où` are two words."""
    longest: int = 1
    borders: frozenset[tuple[str, str]] = frozenset()
    """The first and the last word of all names and forms, in every way they are looked up."""
    names: list[Named] = field(default_factory=list)
    own: dict[str, list[Named]] = field(default_factory=lambda: defaultdict(list))
    """A thing → its names."""
    body_names: dict[str, list[Named]] = field(default_factory=lambda: defaultdict(list))
    """A stem → the names of organisations and states in which it is the rarest."""
    postings: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    labels: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    spoken: dict[str, dict[str, tuple[str, str]]] = field(default_factory=dict)
    """A predicate → language → how it is said, and its inverse."""
    kind_labels: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    spellings: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """A thing → its names as written."""
    concept_stems: dict[str, frozenset[str]] = field(default_factory=dict)
    """A concept of the ontology, such as a kind of support → the stems of its names."""
    contracted: dict[str, str] = field(default_factory=dict)
    """A preposition drawn together with an article → the preposition: `du` → `de`."""
    same: dict[str, frozenset[str]] = field(default_factory=dict)
    """A stem → the stems of words that say the same."""
    classes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    above: dict[str, frozenset[str]] = field(default_factory=dict)
    """A class → what all things of it are: itself and wider classes."""
    documents: tuple[str, ...] = ()
    metonyms: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = field(default_factory=dict)
    """A place or issuer → the documents and the events that go by its name."""
    ends: dict[str, tuple[frozenset[str], frozenset[str]]] = field(default_factory=dict)
    """A predicate → the classes of its subject and of its object; empty sets allow any."""
    corrections: Corrections = field(default_factory=Corrections)
    bodies: dict[str, frozenset[str]] = field(default_factory=dict)
    """A thing → the organisations and states in its name, as far as they were asked for."""
    roles: dict[str, Sense | None] = field(default_factory=dict)
    """A role → the first sense in it, as far as it was asked for."""
    closed: dict[tuple[str, str], Relation | None] = field(default_factory=dict)
    """The predicates of words that no question contains, as far as they were asked for."""
    played: dict[str, frozenset[str]] = field(default_factory=dict)
    """A word → the parts that it may play, as far as it was asked for."""
    stemmed: dict[str, frozenset[str]] = field(default_factory=dict)
    """A thing → the stems of its labels, as far as they were asked for."""
    sorted_keys: list[str] = field(default_factory=list)
    """All names as folded, in order, for what begins with a text."""

    def one(self, form: str, role: str) -> Sense | None:
        """The sense of a form in a role."""
        return next((s for s in self.full.get(form, ()) if s.role == role), None)

    def roles_of(self, word: str) -> frozenset[str]:
        """The parts that a word, or a form of several, may play by itself."""
        if word not in self.full:
            return frozenset()
        if (found := self.played.get(word)) is None:
            found = self.played[word] = frozenset(s.role for s in self.full[word])
        return found

    def stems_of(self, iri: str) -> frozenset[str]:
        """The stems of the words in a thing's labels."""
        if iri not in self.labels:
            return frozenset()
        if (found := self.stemmed.get(iri)) is None:
            labels = self.labels[iri].values()
            found = self.stemmed[iri] = frozenset(
                text.light(w) for label in labels for w in text.words(label)
            )
        return found

    def alike(self, stem: str) -> frozenset[str]:
        """The stems of the words that say the same, the stem itself among them."""
        return self.same.get(stem, frozenset()) | {stem}

    def label(self, iri: str, lang: str) -> str:
        by_language = self.labels.get(iri, {})
        return by_language.get(lang) or next(iter(by_language.values()), iri.rpartition("/")[2])

    def kinds(self, iri: str) -> frozenset[str]:
        return self.classes.get(iri, frozenset())
