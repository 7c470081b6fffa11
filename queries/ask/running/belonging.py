"""What belongs to what: members, bearers of a name, countries of a class, lists printed whole."""

from __future__ import annotations

from graph.port import Row
from queries import params
from queries.ask.reading.frames import Asked, Ids, Pattern
from queries.ask.reading.parts import bearing
from queries.ask.running.matching import one_pattern
from queries.ask.running.runner import Runner
from queries.ask.words.vocabulary import Relation


async def related_things(runner: Runner, of: Ids) -> set[str]:
    """What belongs to the things, or bears one of their names, or belongs to what bears it."""
    known = runner.known
    bearers: set[str] = set()
    for iri in of:
        for named in [
            n for n in known.own.get(iri, ()) if n.match in {"label", "acronym", "alias"}
        ]:
            bearers |= set(bearing(known, named.stems))
    rows = await runner.rows("belongs-to", of=sorted({*of, *bearers})[: params.MAX_IDS])
    return {r["answer"] for r in rows} | bearers


async def states_of(runner: Runner, of: Ids) -> set[str]:
    """States said to belong to the things, or to the group that is called their states."""
    known = runner.known

    def states(stems: frozenset[str]) -> bool:
        forms = [*stems, " ".join(sorted(stems))]
        return any(s.role == "class" and "State" in s.ids for f in forms for s in known.light[f])

    groups = {
        known.names[n].iri
        for iri in of
        for named in known.own.get(iri, ())
        for n in known.postings.get(next(iter(named.stems), ""), ())
        if named.stems < known.names[n].stems
        and len(extra := known.names[n].stems - named.stems) < 3
        and states(extra)
    }
    rows = await runner.rows("belongs-to", of=sorted({*of, *groups})[: params.MAX_IDS])
    return {r["answer"] for r in rows}


async def tied_rows(runner: Runner, asked: Asked) -> list[Row]:
    """Things of a kind that statements tie to the things or to their namesakes; no mentions."""
    known = runner.known
    cites = known.one("cited", "mention")
    mention = (
        cites.relation.all() if cites is not None and cites.relation is not None else frozenset()
    )
    of = {*asked.member_of}
    for iri in asked.member_of:
        for named in [n for n in known.own.get(iri, ()) if n.match in {"label", "acronym"}]:
            # Those of the kind are what is asked for.
            of |= {i for i in bearing(known, named.stems) if not known.kinds(i) & {*asked.kinds}}
    rows = await one_pattern(
        runner, Pattern(Relation(), tuple(sorted(of))[: params.MAX_IDS]), asked, asked.kinds
    )
    return [r for r in rows if r["predicate"] not in mention]


async def class_rows(runner: Runner, of: Ids) -> list[Row]:
    """Countries of a class by the quality by which a wider class names them: transit, origin."""
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
        rows += [
            r
            for r in found
            if r["object"] in wider and {str(q).casefold() for q in r["role"]} & stems
        ]
    return rows


async def of_class(runner: Runner, pattern: Pattern, kinds: Ids) -> list[Row]:
    """`which countries count as transit countries`: those of it, however belonging is said."""
    known = runner.known
    said = {
        p for form, role in (("members of groups", "members"), ("parts of things", "parts"))
        if (sense := known.one(form, role)) is not None and sense.relation is not None
        for p in sense.relation.all()
    }  # fmt: skip
    if pattern.negated or kinds not in {(), ("State",)} or not pattern.relation.all() <= said:
        return []
    return await class_rows(runner, pattern.of) if pattern.relation.all() else []
