"""Run a frame: catalogue queries with their parameters, and the few set operations between them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from graph.port import Row
from queries import params, run
from queries.ask import measuring
from queries.ask.frames import (
    Asked,
    Choose,
    Commitments,
    Define,
    Figures,
    Find,
    Frame,
    NamedBy,
    Naming,
    Path,
    Pattern,
    Unknown,
    When,
    Where,
    YesNo,
)
from queries.ask.parts import bearing
from queries.ask.result import Result, Run
from queries.ask.vocabulary import Relation, Vocabulary
from queries.pages import Window
from queries.reader import Reader

MAX_ROWS = 1000
_COMMENDED = "commended"
_BODIES = frozenset({"IntergovernmentalOrganisation", "State", "EUBody", "UNEntity"})
Ids = tuple[str, ...]


class Runner:
    """Runs catalogue queries for one question and remembers which."""

    def __init__(self, reader: Reader, known: Vocabulary, frame: Frame) -> None:
        self.reader = reader
        self.known = known
        self.result = Result(frame)

    async def rows(self, name: str, **given: Any) -> list[Row]:
        """All rows (up to the most a page may have) of a catalogue query, ids as IRIs."""
        query = self.reader.catalogue[name]
        wanted = {k: list(v) if isinstance(v, tuple | set | frozenset) else v for k, v in given.items()}
        wanted = {k: v for k, v in wanted.items() if v not in (None, [], "")}
        short = self.reader_ids
        self.result.runs.append(
            Run(name, {k: [short(i) for i in v] if isinstance(v, list) else short(v) if isinstance(v, str) else v for k, v in wanted.items()})
        )
        bound = {key: None for key in query.header.parameters if key != "limit"}
        for key, parameter in query.header.parameters.items():
            if key == "limit":
                continue
            value = wanted.get(key, parameter.default)
            if parameter.type == "ids" and value is not None and len(value) > params.MAX_IDS:
                value = value[: params.MAX_IDS]
            bound[key] = value
        found, _ = await run.read(self.reader, query, bound, Window(name, 0, MAX_ROWS))
        return found

    def reader_ids(self, iri: str) -> str:
        lexicon = self.reader._lexicon
        return lexicon.ids.short(iri) if lexicon is not None and "/" in iri else iri


async def execute(reader: Reader, known: Vocabulary, frame: Frame) -> Result:
    """The result of a frame."""
    runner = Runner(reader, known, frame)
    match frame:
        case Find():
            await _find(runner, frame)
            await _related_paragraphs(runner, [i for p in frame.patterns for i in p.of])
            if frame.counted:
                measuring.count(runner, frame)
        case NamedBy():
            runner.result.take(await runner.rows("documents-naming", of=frame.of))
        case Define():
            await _define(runner, frame)
        case Choose():
            rows = await runner.rows("where-named", of=frame.of)
            runner.result.choices = {row["answer"]: row for row in rows}
        case Figures():
            await measuring.figures(runner, frame)
            if not runner.result.answered and frame.fallback is not None:
                runner.result.frame = frame.fallback
                await _find(runner, frame.fallback)
                measuring.count(runner, frame.fallback)
        case When():
            await measuring.when(runner, frame)
        case Where():
            await _where(runner, frame)
            await _related_paragraphs(runner, list(frame.of))
        case YesNo():
            await _yes_no(runner, frame)
        case Commitments():
            await _commitments(runner, frame)
            if not runner.result.answered and (frame.by or frame.to):
                # Whether an actor acts or is spoken to may be open: all that concerns it.
                about = (*frame.by, *frame.to, *frame.about)
                await _commitments(runner, replace(frame, by=(), to=(), about=about))
        case Path():
            await _path(runner, frame)
        case Unknown():
            runner.result.unknown = frame.spans
    if not runner.result.answered and not runner.result.choices:
        await _nothing(runner, frame)
    return runner.result


async def _related_paragraphs(runner: Runner, of: list[str]) -> None:
    """Where the things known are named besides: related, but no answer."""
    if runner.result.answered and 0 < len(of) <= 3:
        for row in await runner.rows("where-named", of=of):
            runner.result.related[row["answer"]] = row


def _joined(values: Iterable[str]) -> str | None:
    return ",".join(dict.fromkeys(values)) or None


async def pattern_rows(runner: Runner, pattern: Pattern, asked: Asked) -> list[Row]:
    """The rows of a pattern: as read, then with less where that finds nothing."""
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
    if pattern.of and not pattern.negated and set(pattern.of) & set(runner.known.documents):
        # A text stands for those who speak in it.
        spoken = tuple(i for i in pattern.of if i in runner.known.documents)
        attempts += [(replace(p, of=(), documents=spoken), k) for p, k in list(attempts)]
    for attempt, wanted in attempts:
        rows = await _one(runner, attempt, asked, wanted)
        if rows:
            if kinds and attempt.of:
                rows += await _beyond(runner, attempt, asked, rows)
            return rows
    if kinds and pattern.of and not pattern.negated:
        # No thing of the kind by itself: groups of such things.
        rows = await _one(runner, pattern, asked, ("Group",))
        return [r for r in rows if r["answer"] not in (r["subject"],) or r["tier"] == "stated"]
    return []


async def _beyond(runner: Runner, pattern: Pattern, asked: Asked, rows: list[Row]) -> list[Row]:
    """The group that acts, where its members are of the kind; wider kinds, where only inferred."""
    found: list[Row] = []
    members = {r["statement"] for r in rows if r["rule"] == "GroupMembers"}
    if members and not any(r["tier"] == "stated" for r in rows):
        every = await _one(runner, pattern, asked, ())
        found += [r for r in every if r["statement"] in members and r["answer"] == r["subject"]]
    if asked.wider:
        wider = await _one(runner, pattern, asked, asked.wider)
        found += [r for r in wider if r["tier"] == "inferred"]
    return found




async def _one(runner: Runner, pattern: Pattern, asked: Asked, kinds: Ids) -> list[Row]:
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
        "statuses": _joined(pattern.statuses),
        "without_statuses": None if _COMMENDED in pattern.statuses else _COMMENDED,
        "detail": relation.detail,
        "kinds": _joined(kinds),
        "without_kinds": _joined(asked.without_kinds),
        "among": asked.among,
    }
    if pattern.of:
        rows = await runner.rows("find", of=pattern.of, document=pattern.documents, **shared)
        rows = [r for r in rows if r["answer"] not in pattern.of and (asked.among or r["answer"] not in pattern.also)]
        if pattern.place and (placed := [r for r in rows if r["place_basis"] != "unlimited"]):
            # What names the place, or a class it belongs to, before what names none.
            return placed
        return rows
    end = "object" if relation.inverse and not relation.predicates else "subject"
    return await runner.rows(
        "find-in-documents", document=pattern.documents or runner.known.documents, end=end, **shared
    )


async def _find(runner: Runner, frame: Find) -> None:
    result = runner.result
    asked = frame.asked
    base: list[list[Row]] = []
    removed: set[str] = set(asked.exclude)
    about: set[str] = set()
    for pattern in frame.patterns:
        rows = await pattern_rows(runner, pattern, asked)
        if pattern.relation.status == _COMMENDED:
            # What is praised is stated by the document; only reading praise as support is judgement.
            rows = [{**r, "tier": "stated", "rule": None} if r["rule"] == "Judgement" else r for r in rows]
        if pattern.negated and not pattern.relation.all():
            # Any link would do, but not one that a group hands down.
            rows = [r for r in rows if r["rule"] not in {"GroupMembers", "CountriesOfClass"}]
        if pattern.negated:
            removed |= {r["answer"] for r in rows}
            about |= set(pattern.of)
        else:
            base.append(rows)
    for naming in frame.naming:
        rows = await _named(runner, naming, asked)
        if naming.negated:
            removed |= {r["answer"] for r in rows}
        else:
            base.append(rows)
    if asked.member_of:
        members = await runner.rows(
            "belongs-to", of=asked.member_of, kinds=_joined(asked.kinds), without_kinds=_joined(asked.without_kinds)
        )
        members = members or await class_rows(runner, asked.member_of)
        whole = {b for i in asked.member_of for b in bodies_in_name(runner.known, i)}
        if whole and members:
            # `G5 Sahel Member States` are also the members of the G5 Sahel: more evidence, no more rows.
            listed = {r["answer"] for r in members}
            members += await runner.rows("belongs-to", of=whole, among=listed)
        base.append(members)
    if not base and asked.kinds and removed:
        # All things of the kind that the documents name, but for those taken away.
        base.append(await _named(runner, Naming(runner.known.documents), asked))
    if not base:
        return
    only = set.intersection(*({r["answer"] for r in rows} for rows in base))
    if asked.related_to and only:
        near = await _related(runner, asked.related_to)
        others = {i for i in only - near if affiliated(runner.known, i, asked.related_to)}
        only = only - others if only - others else only
    for rows in base:
        result.take(rows, only=only, without=frozenset(removed))
    if about and (result.stated or result.inferred):
        # What an absence rests on: where the things are named that were not found here.
        for row in await runner.rows("where-named", of=sorted(about)):
            for found in (*result.stated.values(), *result.inferred.values()):
                found.evidence.update(row["evidence"])


async def _named(runner: Runner, naming: Naming, asked: Asked) -> list[Row]:
    rows = await runner.rows(
        "named-in",
        document=naming.documents,
        kinds=_joined(asked.kinds),
        without_kinds=_joined(asked.without_kinds),
        among=asked.among,
    )
    cites = next((s.relation for s in runner.known.full.get("cited", ()) if s.role == "mention" and s.relation), None)
    if cites is not None:
        rows += await _one(runner, Pattern(cites.flipped(), naming.documents), asked, asked.kinds)
    return [r for r in rows if r["answer"] not in naming.documents]


async def _related(runner: Runner, of: Ids) -> set[str]:
    """What belongs to the things, or bears one of their names, or belongs to what bears it."""
    known = runner.known
    bearers: set[str] = set()
    for iri in of:
        for named in [n for n in known.own.get(iri, ()) if n.match in {"label", "acronym", "alias"}]:
            bearers |= set(bearing(known, named.stems))
    rows = await runner.rows("belongs-to", of=sorted({*of, *bearers})[: params.MAX_IDS])
    return {r["answer"] for r in rows} | bearers


def affiliated(known: Vocabulary, iri: str, of: Ids) -> bool:
    """Whether a thing bears the name of another organisation or state than those asked for."""
    return bool(bodies_in_name(known, iri) - set(of))


def bodies_in_name(known: Vocabulary, iri: str) -> set[str]:
    """The organisations and states whose name is part of a thing's name."""
    found = set()
    for named in known.own.get(iri, ()):
        for number in {n for stem in named.stems for n in known.postings.get(stem, ())[:MAX_ROWS]}:
            other = known.names[number]
            if other.iri != iri and other.stems < named.stems and known.kinds(other.iri) & _BODIES:
                found.add(other.iri)
    return found


def _closed(runner: Runner, relation: Relation) -> Ids:
    """Those predicates of a relation whose lists the texts print whole."""
    sense = runner.known.one("closed list", "closed")
    names = sense.ids if sense else ()
    return tuple(
        p for p in relation.predicates if p in names or p.rpartition("#")[2].rpartition("/")[2] in names
    )


async def class_rows(runner: Runner, of: Ids) -> list[Row]:
    """Countries of a class by the quality under which a wider class names them: of transit, of origin."""
    known = runner.known
    wanted = [i for i in of if "CountryClass" in known.kinds(i)]
    if not wanted:
        return []
    rows: list[Row] = []
    for iri in wanted:
        stems = {s for n in known.own[iri] for s in n.stems}
        wider = [
            o for o in known.own
            if o != iri and "CountryClass" in known.kinds(o)
            and any(n.stems <= m.stems for n in known.own[iri] for m in known.own[o])
        ]  # fmt: skip
        found = await runner.rows("find", of=wider, kinds="State") if wider else []
        rows += [r for r in found if r["object"] in wider and {str(q).casefold() for q in r["role"]} & stems]
    return rows


async def _define(runner: Runner, frame: Define) -> None:
    for row in await runner.rows("where-named", of=frame.of):
        runner.result.named[row["answer"]] = row
        runner.result.take([{**row, "tier": "stated"}])


async def _where(runner: Runner, frame: Where) -> None:
    known = runner.known
    where = next((s.relation for s in known.full.get("where", ()) if s.relation), None) or Relation()
    kinds = frame.asked.kinds or ("Area",)
    relation = frame.relation
    tries: list[tuple[Relation, Ids]] = []
    own = Relation(inverse=tuple(p for p in relation.predicates if p in where.inverse))
    if own.inverse:
        tries.append((own, ()))
    tries.append((Relation(inverse=where.inverse), frame.also))
    tries.append((Relation(inverse=where.inverse), ()))
    for predicates, also in tries:
        asked = Asked(kinds=kinds, without_kinds=frame.asked.without_kinds)
        rows = await _one(runner, Pattern(predicates, frame.of, also, documents=frame.documents), asked, kinds)
        if rows:
            break
    else:
        rows = []
        for role in ("PLACE", "APPLIES_TO", "DESTINATION"):
            pattern = Pattern(Relation(asks=role), frame.of, frame.also, documents=frame.documents)
            rows = await _one(runner, pattern, Asked(), ())
            if rows:
                break
    runner.result.take(rows, without=frozenset(frame.of))


async def _yes_no(runner: Runner, frame: YesNo) -> None:
    result = runner.result
    asked = Asked(among=frame.left)
    pattern = Pattern(
        replace(frame.relation, asks=None), frame.right, frame.also, frame.place, frame.documents, frame.statuses
    )
    rows = await _one(runner, pattern, asked, ())
    if not rows:
        rows = [r for r in await class_rows(runner, frame.right) if r["answer"] in frame.left]
    rows = [r for r in rows if r["rule"] != "GroupMembers" or not result.stated]
    if not rows and frame.statuses and "actual" not in frame.statuses:
        rows = await _one(runner, replace(pattern, statuses=()), asked, ())
    result.take(rows)
    if rows:
        measuring.confirmed(runner, rows)
        others = sorted({c for r in rows for c in r["conflicts"]})
        listing = _closed(runner, frame.relation)
        if others and any(r["predicate"] in listing for r in rows):
            result.conflict = True
            measuring.denied(runner, others)
        else:
            # Statements that differ on an amount do not deny that it is given.
            result.conflict = False
        return
    predicates = _closed(runner, frame.relation)
    if not predicates:
        return
    wholes = sorted({b for i in frame.right for b in bodies_in_name(runner.known, i) if "Group" in runner.known.kinds(i)})
    right = (*frame.right, *wholes)
    listed = await runner.rows("find", of=right, predicates=predicates, document=frame.documents)
    listed = [r for r in listed if r["tier"] == "stated"]
    kinds = runner.known.kinds
    generic = {"Actor", "Arrangement"}
    own = {k for i in frame.left for k in kinds(i) if k not in generic and not k.endswith("Agent")}
    alike = [r for r in listed if own & kinds(r["answer"])]
    if len({r["answer"] for r in alike}) >= 3:
        measuring.denied(runner, sorted({r["statement"] for r in listed}))


async def _commitments(runner: Runner, frame: Commitments) -> None:
    given: dict[str, Any] = {
        "by": frame.by, "to": frame.to, "about": frame.about, "document": frame.documents,
        "kinds": _joined(frame.kinds), "without_kinds": _joined(frame.without_kinds),
        "has_deadline": frame.deadline, "has_figure": frame.figure,
    }  # fmt: skip
    rows = await runner.rows("commitments", **given)
    if not rows and frame.kinds:
        rows = await runner.rows("commitments", **{**given, "kinds": None, "without_kinds": "ReportedResult"})
    if not rows and frame.to and frame.about:
        rows = await runner.rows("commitments", **{**given, "to": (), "about": (*frame.about, *frame.to)})
    for row in rows:
        runner.result.commitments[row["commitment"]] = row
    if frame.deadline and rows:
        # Dates that are no deadline: shown as near misses, without the commitments themselves.
        dated = await runner.rows("commitments", **{**given, "has_deadline": False, "mentions_date": True})
        runner.result.related[""] = {"evidence": sorted({e for r in dated for e in r["evidence"]})}


async def _path(runner: Runner, frame: Path) -> None:
    """Links between two things, through their parts too: a unit of a body links the body."""
    async def parts(of: Ids) -> dict[str, list[str]]:
        rows = await runner.rows("belongs-to", of=of)
        found = {i: [] for i in of}
        for row in rows:
            if row["answer"] not in found and "Group" not in runner.known.kinds(of[0]) and len(found) < 40:
                found[row["answer"]] = list(row["premises"])
        return found

    start, finish = await parts(frame.start), await parts(frame.finish)
    for iri in set(start) & set(finish) - {*frame.start, *frame.finish}:
        start.pop(iri)
        finish.pop(iri)
    bare = await runner.rows("paths-between", **{"from": frame.start, "to": frame.finish, "length": 3})
    wide = await runner.rows("paths-between", **{"from": sorted(start), "to": sorted(finish), "length": 2})
    shortest = min((len(r["statements"]) for r in bare), default=0)
    rows = [r for r in bare if len(r["statements"]) <= max(shortest, 2)][:12]
    if not rows:
        rows = bare[:12]
    direct = [r for r in wide if len(r["statements"]) == 1]
    events = [r for r in wide if len(r["statements"]) == 2 and "Event" in runner.known.kinds(r["nodes"][1])]
    for row in [*direct, *events][:24]:
        head, tail = start.get(row["nodes"][0], []), finish.get(row["nodes"][-1], [])
        if row["nodes"][0] in frame.start and row["nodes"][-1] in frame.finish and row in bare:
            continue
        rows.append({**row, "evidence": [*head, *row["evidence"], *tail], "through": [head, tail]})
    runner.result.paths = rows


async def _nothing(runner: Runner, frame: Frame) -> None:
    """The nearest things that the graph does hold: those understood, and what is said of them."""
    near: list[str] = []
    match frame:
        case Unknown():
            near = list(frame.near)
        case YesNo():
            near = [*frame.right[:2], *frame.left[:1]]
        case Find():
            near = [i for p in frame.patterns for i in (*p.of, *p.also)] + [*frame.asked.member_of]
        case When() | Where() | Figures():
            near = list(frame.of)
        case Commitments():
            near = [*frame.about, *frame.to, *frame.by]
        case Path():
            near = [*frame.start, *frame.finish]
        case _:
            near = []
    near = list(dict.fromkeys(near))[:5]
    near += sorted({b for i in near for b in bodies_in_name(runner.known, i)} - set(near))[:3]
    if near:
        for row in await runner.rows("where-named", of=near):
            runner.result.named[row["answer"]] = row
            runner.result.nearest[row["answer"]] = "understood"
