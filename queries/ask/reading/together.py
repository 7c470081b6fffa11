"""What two words say together: `the members of X` who act, `to receive training`, `X proposes`."""

from __future__ import annotations

from dataclasses import replace

from queries.ask.linking.items import Item, Linked
from queries.ask.reading.parts import bearing, is_preposition
from queries.ask.words.vocabulary import Sense, Vocabulary


def acting_groups(linked: Linked, known: Vocabulary) -> Linked:
    """The question with those who belong to a thing as the group they are.

    Only where another verb follows: `which protocols are X members asked to ratify`.
    """
    closed = known.one("closed list", "closed")
    items = list(linked.items)
    at = 1
    while closed is not None and at < len(items):
        noun = items[at]
        relation = noun.relation if not noun.things else None
        belongs = relation is not None and {
            p.rpartition("#")[2] for p in relation.predicates
        } & set(closed.ids)
        verb = any(
            i.has("relation") and not i.things and not _little(linked, known, i)
            for i in items[at + 1 :]
        )
        if (
            belongs
            and verb
            and noun.end - noun.start == 1
            and (found := _group(linked, known, items, at))
        ):
            group, start, until = found
            low, high = items[start], items[until - 1]
            sense = Sense("thing", (group,), match="alias")
            items[start:until] = [Item(low.start, high.end, (sense,), "part")]
        at += 1
    return replace(linked, items=tuple(items))


def _group(
    linked: Linked, known: Vocabulary, items: list[Item], at: int
) -> tuple[str, int, int] | None:
    """The one group that bears the noun and the name beside it, and the items that say it."""
    noun, front = items[at], items[at - 1]
    start, until = at, at + 1
    if front.things and front.end == noun.start:
        name, start = front, at - 1
    else:
        behind = next((n for n in range(at + 1, min(at + 4, len(items))) if items[n].things), None)
        if behind is None or not all(
            _little(linked, known, i) and not i.has("and") for i in items[at + 1 : behind]
        ):
            return None
        name, until = items[behind], behind + 1
    before = items[start - 1] if start else None
    if before is None or before.has_any("q-what", "q-who"):
        # `which members of X …`: they are asked for.
        return None
    stem = linked.tokens[noun.start].light
    names = [n.stems for i in name.things for n in known.own.get(i, ()) if n.match != "hidden"]
    found = {
        iri
        for iri in bearing(known, frozenset({stem}))
        if "Group" in known.kinds(iri) and any(n <= known.stems_of(iri) for n in names)
    }
    return (found.pop(), start, until) if len(found) == 1 else None


def gathered(linked: Linked, known: Vocabulary) -> Linked:
    """`what did the participants promise at X`: those who speak in the one text that is named."""
    sources = {d for i in linked.items for t in i.things for d in _texts(known, t)}
    if len(sources) != 1:
        return linked
    items = list(linked.items)
    for at, noun in enumerate(items[:-1]):
        relation = noun.relation if not noun.things else None
        if relation is None or noun.end - noun.start > 1 or not relation.predicates:
            continue
        ends = [known.ends.get(p, (frozenset(), frozenset()))[1] for p in relation.predicates]
        verb = next((i for i in items[at + 1 :] if not _auxiliary(i)), None)
        if not all("Event" in e for e in ends) or verb is None or not _promising(verb):
            continue
        stem = linked.tokens[noun.start].light
        groups = [i for i in bearing(known, frozenset({stem})) if set(_texts(known, i)) == sources]
        groups = [i for i in groups if stem in known.stems_of(i) and "Actor" in known.kinds(i)]
        if len(groups) == 1:
            sense = Sense("thing", (groups[0],), match="alias")
            items[at] = replace(noun, senses=(sense,))
    return replace(linked, items=tuple(items))


def _texts(known: Vocabulary, iri: str) -> tuple[str, ...]:
    """The source that a thing is or stands for."""
    return (iri,) if iri in known.documents else tuple(known.metonyms.get(iri, ((),))[0])


def _auxiliary(item: Item) -> bool:
    return not item.things and (item.has("light") or item.has("perfect") or item.has("filler"))


def _promising(item: Item) -> bool:
    return not item.things and (item.has("status") or item.has("frame-commitments"))


def given(linked: Linked, known: Vocabulary) -> Linked:
    """`who gives 100 million to X`: a verb of giving in front of a sum of money is to fund."""
    funds = known.one("fund", "relation")
    items = list(linked.items)
    for at, verb in enumerate(items[:-1]):
        if funds is None or verb.things or not verb.has("gives"):
            continue
        behind = next((i for i in items[at + 1 :] if not _little(linked, known, i)), None)
        if behind is not None and _sum(linked, known, verb, behind):
            items[at] = replace(verb, senses=(replace(funds, match="alias"),))
        else:
            items[at] = replace(verb, senses=tuple(s for s in verb.senses if s.role != "gives"))
    # `gives training`: the noun says what is done; without one the verb is a word not covered.
    said = any(i.has("relation") and not is_preposition(i) for i in items)
    loose = {at for i in items if not i.senses and not said for at in range(i.start, i.end)}
    kept = tuple(i for i in items if i.senses)
    return replace(linked, items=kept, unresolved=tuple(sorted({*linked.unresolved, *loose})))


def _sum(linked: Linked, known: Vocabulary, verb: Item, behind: Item) -> bool:
    """Whether money stands there with nothing in front but little words and its number."""
    words = linked.tokens
    between = words[verb.end : behind.start]
    if not all(t.folded in known.weak or t.folded.isdigit() for t in between):
        return False
    money = any(
        s.role == "frame-amount"
        for t in words[behind.start : behind.end]
        for s in known.full.get(t.folded, ())
    )
    number = any(t.folded.isdigit() for t in words[verb.end : behind.end])
    return money and (number or not behind.things)


def received(linked: Linked, known: Vocabulary) -> Linked:
    """`X gets training from Y` as one word: Y trains X."""
    items = list(linked.items)
    for at, item in enumerate(items):
        gets = item.relation if not item.things else None
        if gets is None or gets.predicates or gets.when or gets.status:
            continue
        if not any(p.endswith("#supports") for p in gets.inverse):
            continue
        until = at + 1
        while until < len(items) and _little(linked, known, items[until]):
            until += 1
        noun = items[until] if until < len(items) else None
        given = noun.relation if noun is not None else None
        if noun is None or given is None or given.inverse or given.asks or given.status:
            continue
        if until - at > 3 or items[until - 1].end != noun.start:
            continue
        sense = Sense("relation", relation=given.flipped(), match="alias")
        items[at : until + 1] = [Item(item.start, noun.end, (sense,))]
        return replace(linked, items=tuple(items))
    return linked


def fronted(linked: Linked, known: Vocabulary) -> Linked:
    """`on the ground, with which forces …`: a preposition and a noun in front of the comma say
    where in general, and stand for no verb."""
    if len(linked.items) < 2:
        return linked
    first, second = linked.items[:2]
    gap = linked.question[linked.tokens[first.end - 1].end : linked.tokens[second.start].start]
    opens = known.roles_of(linked.tokens[first.start].folded)
    led = first.end - first.start > 1 and bool(opens & {"about", "in"}) and not first.things
    if led and first.has("relation") and gap.strip() == ",":
        return replace(linked, items=linked.items[1:])
    return linked


def pledged_to(linked: Linked, known: Vocabulary) -> Linked:
    """`who pledged to the fund`: to promise to a fund, and nothing else, is to promise it money."""
    items = list(linked.items)
    pays = known.one("fund", "relation")
    for at, item in enumerate(items):
        told = {i for s in item.senses if s.role == "status" for i in s.ids}
        if pays is None or "committed" not in told or item.things or item.has("frame-commitments"):
            continue
        to = items[at + 1] if at + 1 < len(items) else None
        if to is None or to.start != item.end or not (to.has("to") or to.has("in")):
            continue
        behind = next((i for i in items[at + 2 :] if not _little(linked, known, i)), None)
        if behind is not None and any("Fund" in known.kinds(i) for i in behind.things):
            items[at] = replace(item, senses=(*item.senses, pays))
    return replace(linked, items=tuple(items))


def _little(linked: Linked, known: Vocabulary, item: Item) -> bool:
    return all(t.folded in known.weak for t in linked.tokens[item.start : item.end])


def spoken(linked: Linked, known: Vocabulary) -> Linked:
    """The question with a verb of those who speak in a text as the word for what it contains.

    `what do the experts propose`: they offer no tool, they recommend. Of several bodies that a
    word fits, the one that speaks in a text is meant where the verb is one of speaking.
    """
    said = [i for i in linked.items if not i.things and _speaking(i)]
    if not said:
        return linked
    items = tuple(_speaker(known, i) for i in linked.items)
    linked = replace(linked, items=items)
    actors = [i for i in linked.items if any("Actor" in known.kinds(t) for t in i.things)]
    speakers = [
        i for i in actors
        if any(known.metonyms.get(t, ((),))[0] and "Actor" in known.kinds(t) for t in i.things)
    ]  # fmt: skip
    speaks = bool(speakers) and len(speakers) == len(actors)
    speaks = speaks or (not actors and any(_meeting_speaks(linked, known, i) for i in said))
    said = [one for i in linked.items for one in _as_spoken(linked, known, i, speaks)]
    return replace(linked, items=tuple(said))


def _meeting_speaks(linked: Linked, known: Vocabulary, verb: Item) -> bool:
    """`que propose la réunion de X`, `what did the X meeting propose`: beside the verb, without a
    preposition, stands an event for which a text speaks."""
    named = [i for i in linked.items if i.things]
    for item in named:
        low, high = (item.end, verb.start) if item.end <= verb.start else (verb.end, item.start)
        gap = [i for i in linked.items if low <= i.start < high]
        close = all(i.has("article") or i.has("light") or i.has("perfect") for i in gap)
        text = any(known.metonyms.get(t, ((),))[0] for t in item.things)
        if close and text and any("Event" in known.kinds(t) for t in item.things):
            return True
    return False


def _speaking(item: Item) -> bool:
    """A word for what is proposed, promised, asked or thanked for."""
    told = any(s.relation is not None and s.relation.detail for s in item.senses)
    return told or item.has("speaks") or item.has("frame-commitments")


def _speaker(known: Vocabulary, item: Item) -> Item:
    """`the experts thank`: the one of them for whom a text speaks."""
    if not item.part or len(item.things) < 2:
        return item
    own = [i for i in item.things if known.metonyms.get(i, ((),))[0] and "Actor" in known.kinds(i)]
    if len(own) != 1:
        return item
    return replace(item, senses=(Sense("thing", (own[0],), match="alias"),), part=False)


def _as_spoken(linked: Linked, known: Vocabulary, item: Item, speaks: bool) -> list[Item]:
    sense = item.sense("speaks")
    if sense is None or item.things:
        return [item]
    if not speaks:
        return [replace(item, senses=tuple(s for s in item.senses if s.role != "speaks"))]
    noun = replace(item, senses=(replace(sense, role="frame-commitments"),))
    by = tuple(known.full.get(linked.tokens[item.end - 1].folded, ()))
    if item.end - item.start < 2 or not any(s.role == "by" for s in by):
        return [noun]
    # `proposed by X`: who speaks stands behind the preposition.
    return [replace(noun, end=item.end - 1), Item(item.end - 1, item.end, by)]
