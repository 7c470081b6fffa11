"""What a question can be: a few typed frames, filled with the linked parts. Ids are IRIs."""

from __future__ import annotations

from dataclasses import dataclass

from queries.ask.words.vocabulary import Relation

Ids = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: its kinds, of which it is a member or part, and what is left out."""

    kinds: Ids = ()
    without_kinds: Ids = ()
    among: Ids = ()
    member_of: Ids = ()
    related_to: Ids = ()
    exclude: Ids = ()
    apart: Ids = ()
    """Bodies with all that is theirs, to be left out: `non-EU`."""
    person: bool = False
    """Asked with "who": actors first."""
    period: str = ""
    """A year or a month (2017, 2017-06) in which events asked for took place."""
    named: Ids = ()
    """Things that bear the word for the kind in their name."""
    wider: Ids = ()
    """Kinds that count too where the answer is only inferred."""
    sort: Ids = ()
    """Stems of the word for a sort of the kind: those whose name holds one, where any has."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A statement pattern that the asked thing must fit, or must not fit."""

    relation: Relation
    of: Ids = ()
    also: Ids = ()
    place: str | None = None
    documents: Ids = ()
    statuses: Ids = ()
    negated: bool = False
    beside: Ids = ()
    """Others than these: with whom they do it."""
    through: Find | None = None
    """What finds the things known, in place of `of`."""
    others: tuple[Pattern, ...] = ()
    """Patterns of which one will do in place of this one: `trains or equips`."""
    either: bool = False
    """The direction is open: the other one is tried where this one finds nothing."""
    tells: bool = False
    """It may say something of a thing that another pattern names: `the task force set up in X`."""
    told: Ids = ()
    """Those of `also` that may only describe the known thing: `the roadmap promised to X`."""
    contrast: bool = False
    """Denied of another thing, `but not Y`: unless Y is itself what is left out of the answer."""
    dated: str = ""
    """A year or a month (2017, 2017-06) that the statement is dated in."""
    within: bool = False
    """What the pattern in front says may be said of it in one: `trains X against Y`."""


@dataclass(frozen=True, slots=True)
class Naming:
    """The asked thing is named in all (or any) of the documents, or in none."""

    documents: Ids
    every: bool = False
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Find:
    asked: Asked
    patterns: tuple[Pattern, ...] = ()
    naming: tuple[Naming, ...] = ()
    counted: bool = False
    truth: bool = False
    """Asked for yes or no: what is found makes it true."""
    whole: bool = False
    """Every condition counts: no single statement may answer in their stead."""


@dataclass(frozen=True, slots=True)
class NamedBy:
    """Which documents name the things."""

    of: Ids
    truth: bool = False
    """Asked for yes or no: whether any does."""


@dataclass(frozen=True, slots=True)
class Define:
    of: Ids
    listed: bool = False
    """A name and nothing else: of a group it asks who is in it."""
    held: bool = False
    """Asked with "who": of an office it asks who holds it."""
    whole: bool = False
    """What else is named only says whose it is: no statement is asked for."""


@dataclass(frozen=True, slots=True)
class Choose:
    """Several things go by the name: let the asker choose."""

    of: Ids
    span: str


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures or amounts about things; `words` are stems that the unit should share."""

    of: Ids
    documents: Ids = ()
    money: bool | None = None
    words: Ids = ()
    values: tuple[float, ...] = ()
    """Numbers of the question: figures that are any of them."""
    predicates: Ids = ()
    fallback: Find | None = None
    strict: bool = False
    """Only figures whose unit bears a word of the question."""
    statuses: Ids = ()
    """Those that are asked for come first: promised, paid."""
    counted: Ids = ()
    """The stem of what is counted, where it names no thing: the figure must tell it."""
    apart: Ids = ()
    """What the figures left out are about."""
    whose: bool = False
    """Asked whose figure it is, and not what it is."""


@dataclass(frozen=True, slots=True)
class When:
    of: Ids
    documents: Ids = ()
    predicates: Ids = ()
    also: Ids = ()
    strict: bool = False
    """Only dates of statements with these predicates."""


@dataclass(frozen=True, slots=True)
class Where:
    of: Ids
    relation: Relation
    asked: Asked
    documents: Ids = ()
    also: Ids = ()


@dataclass(frozen=True, slots=True)
class YesNo:
    left: Ids
    right: Ids
    relation: Relation
    documents: Ids = ()
    statuses: Ids = ()
    place: str | None = None
    also: Ids = ()
    done: bool = False
    """Asked whether it has been done: what was only offered or promised denies it."""


@dataclass(frozen=True, slots=True)
class IsA:
    """Whether a thing is of a sort, said in words: `is the PCMS a police force`."""

    of: Ids
    classes: Ids = ()
    words: Ids = ()
    """The stems of the words for the sort."""
    span: str = ""
    lang: str = ""
    """The language of the question: in French the first word is what the others describe."""


@dataclass(frozen=True, slots=True)
class Exists:
    """Whether a thing is there, or has been made, by those beside it."""

    of: Ids
    beside: Ids = ()


@dataclass(frozen=True, slots=True)
class Happened:
    """Whether an event took place."""

    of: Ids


@dataclass(frozen=True, slots=True)
class Deed:
    """A matter said by a noun for a relation, with the stems of its words and the themes whose
    names hold them."""

    relation: Relation
    stems: Ids
    themes: Ids = ()


@dataclass(frozen=True, slots=True)
class Commitments:
    by: Ids = ()
    to: Ids = ()
    about: Ids = ()
    documents: Ids = ()
    kinds: Ids = ()
    without_kinds: Ids = ()
    deadline: bool | None = None
    figure: bool | None = None
    amount: bool | None = None
    listed: bool = False
    """What they are about is a list: any of it will do."""
    alike: tuple[Ids, ...] = ()
    """For each matter the things that its name fits: one of each will do."""
    counted: bool = False
    """Asked how many there are."""
    progress: Ids = ()
    """How far they have been carried out, as follow-up records say."""
    undone: bool = False
    """Those that no record says to have come so far."""
    truth: bool = False
    """Asked whether the actor made any."""
    who: bool = False
    """Asked who made them."""
    whom: bool = False
    """Asked to whom they were made, instead."""
    actors: Ids = ()
    """Kinds of those who are asked for."""
    fallback: Find | None = None
    """What is asked where there are no such commitments."""
    apart: Ids = ()
    """What those left out are about: `except the one on X`."""
    apart_words: Ids = ()
    """Stems of the words that those left out speak of, where they name no thing."""
    deed: Deed | None = None
    """What they are to tell, said by a noun for a relation: `commitments on funding`."""


@dataclass(frozen=True, slots=True)
class Path:
    start: Ids
    finish: Ids


@dataclass(frozen=True, slots=True)
class Unknown:
    """Nothing can be asked: names that the graph does not hold, or no relation understood."""

    spans: Ids
    near: Ids = ()
    closed: bool = False
    """What is not understood limits the answer: no single statement can tell it."""


Frame = (
    Find
    | NamedBy
    | Define
    | Choose
    | Figures
    | When
    | Where
    | YesNo
    | IsA
    | Exists
    | Happened
    | Commitments
    | Path
    | Unknown
)
