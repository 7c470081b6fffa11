"""Whether something is so: of a sort, there yet, held. Yes and no both need a text that says it.

A kind in the graph says yes to a sort, and a text that says in words what a thing is not says no.
What the texts only promise or negotiate is not there; what they only plan has not taken place.
"""

from __future__ import annotations

from graph.port import Row
from queries.ask.reading.existing import word_relation
from queries.ask.reading.frames import Exists, Happened, IsA, When
from queries.ask.running import dating, measuring
from queries.ask.running.runner import Runner
from queries.ask.words.text import heavy, words
from queries.ask.words.vocabulary import Relation, Vocabulary
from queries.labels import texts

REACH = 3
"""Little words between a denial and what it denies."""
MOST = 2
"""Words of a sort that tell it, whatever else is said of it."""
_FACTS = frozenset({"actual", "commended"})


async def of_sort(runner: Runner, frame: IsA) -> None:
    """Says no where a text denies it in words, yes where the thing is of that kind."""
    known, result = runner.known, runner.result
    named = await runner.rows("where-named", of=frame.of)
    result.named = {row["answer"]: row for row in named}
    rows = await runner.rows("commitments", about=frame.of)
    reader = runner.reader
    nodes = await reader.recall(await reader.lexicon(), "nodes", [r["commitment"] for r in rows])
    told = {n["id"]: texts(n["properties"], "summary") for n in nodes}
    for row in rows:
        said = told.get(row["commitment"], {})
        if any(
            denies(known, one, frame, head=lang == frame.lang)
            for lang, listed in said.items() for one in listed
        ):  # fmt: skip
            result.commitments[row["commitment"]] = row
    if result.commitments:
        measuring.denied(runner, sorted({str(e) for r in result.commitments.values() if r
                                         for e in r["evidence"]}))  # fmt: skip
    kinds = {k for i in frame.of for k in known.kinds(i)}
    if result.commitments or set(frame.classes) & kinds:
        result.take([{**row, "tier": "stated"} for row in named])
    if not result.commitments and result.stated:
        measuring.true(runner)
        result.values[-1]["certainty"] = "implied"
    if result.answered:
        return
    so = [r for r in rows for one in told.get(r["commitment"], {}).get(frame.lang or "en", [])
          if affirms(known, one, frame)]  # fmt: skip
    if so:
        result.commitments = {r["commitment"]: r for r in so}
        result.take([{**row, "tier": "stated"} for row in named])
        evidence = sorted({str(e) for r in so for e in r["evidence"]})
        result.values.append(
            {"boolean": True, "status": "actual", "certainty": "stated", "evidence": evidence}
        )


def affirms(known: Vocabulary, said: str, frame: IsA) -> bool:
    """Whether a text says in these words that the thing is of the sort: `the Platform is a …`."""
    told = words(said)
    own = {heavy(w) for i in frame.of for name in known.spellings.get(i, ()) for w in words(name)}
    for at in range(1, len(told)):
        if "be" not in known.roles_of(told[at]) or heavy(told[at - 1]) not in own:
            continue
        rest = told[at + 1 : at + 1 + REACH + len(frame.words)]
        if any("negation" in known.roles_of(w) for w in rest):
            continue
        near = {heavy(w) for w in rest}
        if all(known.alike(one) & near for one in frame.words):
            return True
    return False


def denies(known: Vocabulary, said: str, frame: IsA, *, head: bool) -> bool:
    """Whether a text has a negation right in front of the words for the sort, or of most of them:
    who is no police force is no regional police force. With `head`, the noun is enough."""
    told, sort = words(said), frame.words
    for at, word in enumerate(told):
        if "negation" not in known.roles_of(word):
            continue
        said_so = {w for one in sort for w in known.alike(one)}
        rest = [
            w for w in told[at + 1 : at + 1 + REACH + len(sort)]
            if w not in known.weak or heavy(w) in said_so
        ]  # fmt: skip
        # `not a police force above the states`: a noun between is part of the sort.
        near = [heavy(w) in said_so for w in rest]
        run = sum(near[: near.index(False) + 2]) if False in near else len(near)
        noun = sort[0 if frame.lang == "fr" else -1]
        first = head and bool(rest) and heavy(rest[0]) in known.alike(noun)
        if first or run >= min(len(sort), MOST):
            return True
    return False


async def not_there(runner: Runner, frame: Exists) -> bool:
    """Says no where the texts say of the thing only that it is to come."""
    known, result = runner.known, runner.result
    pending = word_relation(known, "pending")
    cited = known.one("cited", "mention")
    cites = cited.relation.all() if cited is not None and cited.relation is not None else ()
    rows = [r for r in await runner.rows("find", of=frame.of) if r["predicate"] not in cites]
    coming = [r for r in rows if r["object"] in frame.of and _coming(r, pending)]
    told = {r["statement"] for r in coming}
    if not told or any(r["status"] in _FACTS for r in rows if r["statement"] not in told):
        return False
    if not set(frame.beside) <= {r["answer"] for r in coming}:
        return False
    stated = [r for r in coming if r["tier"] == "stated"] or coming
    result.take([{**r, "answer": frame.of[0]} for r in stated])
    result.note = "no_yet"
    statuses = sorted({str(r["status"]) for r in stated} - _FACTS)
    measuring.denied(runner, sorted({r["statement"] for r in stated}), *statuses[:1])
    return True


def _coming(row: Row, pending: Relation) -> bool:
    """Whether a row says that a thing is in the making, or is promised to be made."""
    if row["predicate"] in pending.predicates:
        return True
    made = row["predicate"] in pending.when and pending.role in row["role"]
    return made and row["status"] not in _FACTS


async def took_place(runner: Runner, frame: Happened) -> None:
    """Yes where anything of the event is reported; no where it is only planned."""
    result = runner.result
    rows = await runner.rows("find", of=frame.of)
    about = [r for r in rows if r["subject"] in frame.of or r["object"] in frame.of]
    await dating.when(runner, When(frame.of))
    dates = result.values
    result.values = []
    facts = [r for r in about if r["status"] == "actual" and r["tier"] == "stated"]
    told = facts or about
    evidence = sorted({str(e) for v in dates for e in v["evidence"]}) or sorted(
        {str(e) for r in told for e in r["evidence"]}
    )
    if not told:
        return
    for row in await runner.rows("where-named", of=frame.of):
        result.take([{**row, "tier": "stated"}])
    if facts:
        result.values = [
            {"boolean": True, "status": "actual", "certainty": "stated", "evidence": evidence}
        ]
    else:
        measuring.denied(runner, evidence, sorted({str(r["status"]) for r in about})[0])
    result.values += dates
