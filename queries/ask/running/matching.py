"""Rows of a statement pattern, and who belongs to what: the steps of finding."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from graph.port import Row
from queries.ask.reading.frames import Asked, Ids, Naming, Pattern
from queries.ask.reading.parts import MATTERS
from queries.ask.running.runner import Runner, closed_predicates, joined
from queries.ask.words.affiliation import bodies_in_name
from queries.ask.words.vocabulary import Relation, Vocabulary

_COMMENDED = "commended"

REACHED = frozenset({"GroupMembers", "CountriesOfClass"})
"""Rules by which what is said of a group or a class reaches one of it."""

_ROLES = ("VIA", "PROGRAMME", "TOOL", "TOPIC", "BENEFICIARY", "PARTNER", "FRAMEWORK", "EVENT")

_OPEN: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())

_BODIES = frozenset({"IntergovernmentalOrganisation", "State", "EUBody", "UNEntity"})


def _of_texts(runner: Runner, relation: Relation) -> bool:
    """Whether the relation is one that a text may itself be an end of: what is approved, signed."""
    texts = runner.known.kinds(runner.known.documents[0]) if runner.known.documents else frozenset()
    told = [runner.known.ends.get(p, _OPEN) for p in relation.predicates]
    return any(ends[1] & texts for ends in told)


async def pattern_rows(runner: Runner, pattern: Pattern, asked: Asked) -> list[Row]:
    """The rows of a pattern: as read, then with less where that finds nothing."""
    rows = await _attempted(runner, pattern, asked)
    if rows or not pattern.told:
        return rows
    # `the roadmap promised to X`: where a text says so, X says which roadmap, and no more.
    tied = await one_pattern(runner, Pattern(Relation(), pattern.told), Asked(among=pattern.of), ())
    named = {b for i in pattern.of for b in bodies_in_name(runner.known, i)}
    if not any(r["tier"] == "stated" for r in tied) and not set(pattern.told) <= named:
        return []
    rest = tuple(i for i in pattern.also if i not in pattern.told)
    rows = await _attempted(runner, replace(pattern, also=rest, told=()), asked)
    return [r for r in rows if r["answer"] not in pattern.told]


async def _attempted(runner: Runner, pattern: Pattern, asked: Asked) -> list[Row]:
    kinds = asked.kinds
    who = runner.known.one("who", "q-who")
    attempts = [(pattern, kinds or (who.ids if asked.person and who else ()))]
    if asked.person and not kinds:
        attempts.append((pattern, ()))
    if pattern.statuses and "actual" not in pattern.statuses and not pattern.relation.status:
        relaxed = replace(pattern, statuses=())
        attempts += [(relaxed, k) for _, k in list(attempts)]
    if pattern.either and not pattern.negated:
        attempts += [(replace(p, relation=p.relation.flipped()), k) for p, k in list(attempts)]
    spoken = tuple(i for i in pattern.of if i in runner.known.documents)
    speaks = pattern.relation.inverse or pattern.relation.when_inverse or pattern.either
    if spoken and speaks and not pattern.negated and not _of_texts(runner, pattern.relation):
        # A text stands for those who speak in it, but not where it is what they act on.
        attempts += [(replace(p, of=(), documents=spoken), k) for p, k in list(attempts)]
    if not pattern.negated:
        attempts += _spoken(runner, pattern, attempts[0][1])
    if pattern.relation.open:
        attempts += [(replace(p, relation=replace(p.relation, open=False)), k) for p, k in attempts]
    if kinds == ("Event",) and (made := making(runner.known, pattern.relation)):
        at = Relation(inverse=tuple(sorted(made)))
        attempts.append((replace(pattern, relation=at), kinds))
    attempts += _purposes(runner, pattern, attempts[0][1])
    attempts += _inside(runner, pattern, attempts[0][1])
    for attempt, wanted in attempts:
        rows = await one_pattern(runner, attempt, asked, wanted)
        if rows:
            runner.result.read_as[pattern] = attempt
            rows += await _deeper(runner, attempt, wanted, rows)
            if kinds and attempt.of:
                rows += await _beyond(runner, attempt, asked, rows)
                rows += await _alike(runner, attempt, asked, rows)
                rows += await _in_their_list(runner, attempt, asked, rows)
            return rows
    if there := await _events_there(runner, pattern):
        return await pattern_rows(runner, replace(pattern, of=there), asked)
    if asked.named and pattern.of and not pattern.negated:
        # Nothing of the kind, but what bears the word for it in its name.
        for attempt, _ in attempts:
            called = replace(asked, among=asked.named)
            if rows := await one_pattern(runner, attempt, called, ()):
                return rows
    if kinds and pattern.of and not pattern.negated and not pattern.relation.asks:
        # What is asked for may be said as a role: what it is about, by which means, for whom.
        either = replace(
            pattern.relation,
            predicates=(*pattern.relation.predicates, *pattern.relation.inverse),
            inverse=(*pattern.relation.predicates, *pattern.relation.inverse),
            when=(*pattern.relation.when, *pattern.relation.when_inverse),
            when_inverse=(*pattern.relation.when, *pattern.relation.when_inverse),
        )
        for role in _ROLES:
            said = replace(pattern, relation=replace(either, asks=role))
            matters = kinds == ("Theme",) and role == "TOPIC"
            if rows := await one_pattern(runner, said, asked, () if matters else kinds):
                return rows
    if kinds and pattern.of and not pattern.negated and _acting(runner.known, kinds):
        # No thing of the kind by itself: groups of such things, if those are of people.
        rows = await one_pattern(runner, pattern, asked, ("Group",))
        rows = [r for r in rows if _may_be_of(runner.known, r["answer"], kinds)]
        return [r for r in rows if r["answer"] not in (r["subject"],) or r["tier"] == "stated"]
    return []


async def _events_there(runner: Runner, pattern: Pattern) -> Ids:
    """`what was adopted in X`: of a place with a verb for events, those that were held there."""
    known, relation = runner.known, pattern.relation
    held = known.one("held", "held")
    ends = [known.ends.get(p, _OPEN) for p in relation.inverse]
    ends += [known.ends.get(p, _OPEN)[::-1] for p in relation.predicates]
    if pattern.negated or held is None or held.relation is None or not pattern.of:
        return ()
    if not all("Place" in known.kinds(i) for i in pattern.of):
        return ()
    if not any("Event" in of for _, of in ends):
        return ()
    rows = await one_pattern(runner, Pattern(held.relation, pattern.of), Asked(), ("Event",))
    return tuple(sorted({r["answer"] for r in rows}))


def _acting(known: Vocabulary, kinds: Ids) -> bool:
    """Whether what is of one of the kinds may act."""
    return any("Actor" in known.above.get(kind, frozenset({kind})) for kind in kinds)


def _may_be_of(known: Vocabulary, group: str, kinds: Ids) -> bool:
    """Whether a group may be one of such things: it is of no other kind itself."""
    own = known.kinds(group) - known.above.get("Group", frozenset())
    return not own or bool(own & set(kinds))


def making(known: Vocabulary, relation: Relation) -> frozenset[str]:
    """`at which summit was X approved`: what ties it to the event, where the verb is of making."""
    made = known.one("made or concluded", "made")
    if made is None or made.relation is None or not relation.all() & made.relation.all():
        return frozenset()
    return frozenset(p for p in made.relation.all() if "Event" in known.ends.get(p, _OPEN)[1])


def _purposes(runner: Runner, pattern: Pattern, kinds: Ids) -> list[tuple[Pattern, Ids]]:
    """What a thing is for: its functions, or else what it acts against."""
    serves = runner.known.one("purpose of things", "serves")
    every = runner.known.one("purpose of things", "purpose")
    if serves is None or serves.relation is None or every is None or pattern.negated:
        return []
    aims = tuple(sorted(p for p in runner.known.ends if p.rpartition("#")[2] in every.ids))
    if pattern.relation.predicates and pattern.relation.all() <= set(aims):
        # To act against a matter, or to have it as a function.
        return [(replace(pattern, relation=Relation(aims)), kinds)]
    inverse = pattern.relation.inverse
    # `on which themes do the projects bear`: whatever the verb, a theme of them is what they serve.
    themes = kinds == ("Theme",) and bool(pattern.of)
    if not themes and not (inverse and set(pattern.relation.all()) <= serves.relation.all()):
        return []
    return [(replace(pattern, relation=Relation(inverse=aims)), kinds)]


def _inside(runner: Runner, pattern: Pattern, kinds: Ids) -> list[tuple[Pattern, Ids]]:
    """Where nobody is said to be a member: what is a part of the thing, or of its sort."""
    closed = runner.known.one("closed list", "closed")
    part = runner.known.one("parts of things", "parts")
    relation = pattern.relation
    if closed is None or part is None or part.relation is None or pattern.negated:
        return []
    named = {p.rpartition("#")[2] for p in relation.all()}
    if named & set(closed.ids) != named or "memberOf" not in named:
        return []
    if any("IntergovernmentalOrganisation" in runner.known.kinds(i) for i in pattern.of):
        # States are its members; its secretariat and its databases are not.
        return []
    parts = part.relation if relation.predicates else part.relation.flipped()
    return [(replace(pattern, relation=parts), kinds)]


def _spoken(runner: Runner, pattern: Pattern, kinds: Ids) -> list[tuple[Pattern, Ids]]:
    """Who issued a text stands for it: `what does the Commission ask`, `whom do they thank`."""
    metonyms = runner.known.metonyms
    found: list[tuple[Pattern, Ids]] = []
    said = tuple(d for i in pattern.also for d in metonyms.get(i, ((), ()))[0])
    if said and len(pattern.also) == 1 and not pattern.documents:
        found.append((replace(pattern, also=(), documents=said), kinds))
    said = tuple(d for i in pattern.of for d in metonyms.get(i, ((), ()))[0])
    if said and pattern.relation.detail and not pattern.documents:
        relation = pattern.relation
        relation = relation if relation.predicates else relation.flipped()
        found.append((replace(pattern, of=(), documents=said, relation=relation), kinds))
    return found


async def _alike(runner: Runner, pattern: Pattern, asked: Asked, rows: list[Row]) -> list[Row]:
    """What bears the word for the kind in its name; any matter, where one sort of them is asked."""
    known, relation = runner.known, pattern.relation
    seen = {r["answer"] for r in rows}
    found: list[Row] = []
    ranges = [known.ends.get(p, _OPEN)[1] for p in relation.inverse] + [
        known.ends.get(p, _OPEN)[0] for p in relation.predicates
    ]
    sort = frozenset().union(*ranges) if ranges and all(ranges) else frozenset()
    if asked.kinds and set(asked.kinds) <= sort & MATTERS and len(ranges) == 1:
        # What a text acts against is called a crime, be it one or another matter.
        every = await one_pattern(runner, pattern, asked, tuple(sorted(sort)))
        found += [r for r in every if r["tier"] == "stated"]
    if asked.named:
        found += await one_pattern(runner, pattern, replace(asked, among=asked.named), ())
    return [r for r in found if r["answer"] not in seen]


async def _in_their_list(
    runner: Runner, pattern: Pattern, asked: Asked, rows: list[Row]
) -> list[Row]:
    """`which organisations …`: the one of another kind that a text names in one breath with
    several that are of it, and calls by the same word."""
    if EXACT & set(asked.kinds):
        return []
    seen = {r["answer"] for r in rows}
    lists = Counter(_listing(r) for r in rows if r["tier"] == "stated" and r.get("commitments"))
    if not any(n >= SEVERAL for n in lists.values()):
        return []
    every = await one_pattern(runner, pattern, asked, ())
    told = [r for r in every if r["tier"] == "stated" and r.get("commitments")]
    beside = [r for r in told if r["answer"] not in seen]
    others = Counter(_listing(r) for r in beside)
    return [
        r for r in beside
        if lists[_listing(r)] >= SEVERAL and others[_listing(r)] * SEVERAL <= lists[_listing(r)]
    ]  # fmt: skip


def _listing(row: Row) -> tuple[object, ...]:
    """What statements of one sentence share: what they state, of what, and the commitment."""
    return (row["predicate"], row["status"], row["known"], *row["commitments"])


EXACT = frozenset({"State", "Event", "Area", "Place", "Region", "Person", "Office"})
"""Kinds whose word means just them: the union that a text names beside states is none."""

SEVERAL = 3
"""Things of a kind in one sentence, beside which one of another kind is one of them."""


async def _deeper(runner: Runner, pattern: Pattern, kinds: Ids, rows: list[Row]) -> list[Row]:
    """The parts of the parts, where the parts of a thing are asked for and nothing else of it."""
    part = runner.known.one("parts of things", "parts")
    listed = set(closed_predicates(runner, pattern.relation))
    parts = set(part.relation.predicates) if part and part.relation else set()
    if not parts <= {*pattern.relation.predicates} <= parts | listed or pattern.also:
        return []
    if pattern.negated or pattern.place or any(r["predicate"] not in parts for r in rows):
        return []
    seen = {r["answer"] for r in rows}
    found = await runner.rows("belongs-to", of=pattern.of, kinds=joined(kinds))
    deeper = [r for r in found if len(r["premises"]) > 1 and r["answer"] not in seen]
    return [{**r, "known": pattern.of[0]} for r in deeper]


async def _beyond(runner: Runner, pattern: Pattern, asked: Asked, rows: list[Row]) -> list[Row]:
    """The group that acts, or the class of countries, where those in it are of the kind; wider
    kinds, where only inferred."""
    found: list[Row] = []
    members = {r["statement"] for r in rows if r["rule"] in REACHED}
    if members and not any(r["tier"] == "stated" for r in rows):
        every = await one_pattern(runner, pattern, asked, ())
        found += [r for r in every if r["statement"] in members and r["rule"] not in REACHED]
    if asked.wider:
        wider = await one_pattern(runner, pattern, asked, asked.wider)
        found += [r for r in wider if r["tier"] == "inferred"]
    return found


def _without(pattern: Pattern) -> str | None:
    if _COMMENDED in pattern.statuses:
        return None
    return f"{_COMMENDED},actual" if pattern.relation.open else _COMMENDED


async def one_pattern(runner: Runner, pattern: Pattern, asked: Asked, kinds: Ids) -> list[Row]:
    relation = pattern.relation
    shared: dict[str, Any] = {
        "predicates": relation.predicates,
        "inverse": relation.inverse,
        "when": relation.when,
        "when_inverse": relation.when_inverse,
        "role": relation.role,
        "asked": relation.asks,
        "also": pattern.also,
        "place": pattern.place,
        "statuses": joined(pattern.statuses),
        "without_statuses": _without(pattern),
        "dated": pattern.dated or None,
        "detail": relation.detail,
        "kinds": joined(kinds),
        "without_kinds": joined(asked.without_kinds),
        "among": asked.among,
    }
    if pattern.of:
        rows = await runner.rows("find", of=pattern.of, document=pattern.documents, **shared)
        rows = [
            r
            for r in rows
            if r["answer"] not in pattern.of
            and r["answer"] not in pattern.beside
            and (asked.among or r["answer"] not in pattern.also)
        ]
        if pattern.place and (placed := [r for r in rows if r["place_basis"] != "unlimited"]):
            # What names the place, or a class it belongs to, before what names none.
            return placed
        return rows
    documents = pattern.documents or runner.known.documents
    if not relation.all():
        # Nothing says at which end.
        ends: tuple[str, ...] = ("subject", "object")
    else:
        ends = ("object",) if relation.inverse and not relation.predicates else ("subject",)
    rows = []
    for end in ends:
        rows += await runner.rows("find-in-documents", document=documents, end=end, **shared)
    return rows


async def named_rows(runner: Runner, naming: Naming, asked: Asked) -> list[Row]:
    rows = await runner.rows(
        "named-in",
        document=naming.documents,
        kinds=joined(asked.kinds),
        without_kinds=joined(asked.without_kinds),
        among=asked.among,
    )
    cites = next(
        (
            s.relation
            for s in runner.known.full.get("cited", ())
            if s.role == "mention" and s.relation
        ),
        None,
    )
    if cites is not None:
        rows += await one_pattern(
            runner, Pattern(cites.flipped(), naming.documents), asked, asked.kinds
        )
    return [r for r in rows if r["answer"] not in naming.documents]
