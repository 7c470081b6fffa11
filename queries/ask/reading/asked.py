"""What a question asks for: kinds, membership, what is left out, topics set in front."""

from __future__ import annotations

from queries.ask.linking.items import Item
from queries.ask.reading.frames import Asked, Ids
from queries.ask.reading.leftout import hyphened, left_out_of, not_meant
from queries.ask.reading.parts import (
    Clause,
    bearing,
    documents_of,
    events_of,
    fitting,
    only_weak,
    sense_ids,
    settle,
)
from queries.ask.reading.relations import subject_behind
from queries.ask.words.affiliation import bodies_in_name


def asked(clause: Clause, limit: int) -> Asked:
    """What is asked for, from the words in front of the first relation (up to word `limit`)."""
    known = clause.known
    head = [i for i in clause.items if i.start < limit]
    left_out = left_out_of(clause)
    meant = not_meant(clause)
    kinds = tuple(
        dict.fromkeys(
            k for i in _kinds(clause, head, (*left_out, *_without(clause))) for k in i.classes
        )
    )
    if _asked_of_whom(clause):
        # `by whom was the agreement approved`: the word for a kind says what was approved.
        kinds = ()
    wider = tuple(w for i in head if i.has("class") for s in i.senses for w in s.wider)
    labels = [i for i in head if i.has("label-word") and i.part and named_here(clause, i, head)]
    among = sense_ids(labels, "label-word") if labels else ()
    without = sense_ids(clause.all("class-not"), "class-not")
    without += tuple(k for i in _without(clause) for k in i.classes)
    without += tuple(k for i in left_out if i.has("class") for k in i.classes)
    exclude: list[str] = []
    apart: list[str] = []
    for item in left_out:
        if item.things:
            exclude += settle(clause, item)
            if "Event" in kinds and any("Place" in known.kinds(i) for i in item.things):
                # `meetings, except that of X`: what was held there.
                exclude += events_of(clause, item)
            front = clause.before(item)
            if front is not None and front.end == item.start and hyphened(clause, front):
                # `non-EU donors`: none of its own either.
                apart += settle(clause, item)
            # `the one against laundering`: what bears the matter in its name.
            matter = any(known.kinds(i) & {"CrimeType", "Theme"} for i in item.things)
            also = (item.part or matter) and item not in meant
            for stem in clause.stems(item) if also else ():
                bearers = bearing(known, frozenset({stem})) if len(stem) > 2 else ()
                exclude += bearers if len(bearers) <= 12 else ()
        elif item.has("label-word"):
            exclude += bearing(known, clause.stems(item))
    # `other secretariats than that of X`: the one that bears its name.
    exclude += [i for i in among if bodies_in_name(known, i) & set(exclude)]
    member_of: list[str] = []
    related: list[str] = []
    beside: Item | None = None
    for item in head:
        if not item.things or item in left_out or item in labels or headed(clause, item):
            continue
        if clause.preposition(item) == "according":
            continue
        group = fitting(known, settle(clause, item), frozenset({"Group"}))
        group = tuple(g for g in group if "NationalService" not in known.kinds(g))
        if clause.preposition(item) in {"for", "to"} or _does(clause, item):
            # `planned for victims`, `qui les experts remercient-ils`: none of them is asked for.
            group = ()
        if group and asked_here(clause, item, head) and _belonging(clause, item):
            member_of += group
        elif not _as_text(clause, item, kinds) and (
            _beside_class(clause, item, head) or (beside and _listed(clause, beside, item))
        ):
            related += settle(clause, item)
            beside = item
    person = (clause.asks_who() and not _or_what(clause)) or any(
        i.has("relation") and _asks_who(clause, i) for i in head
    )
    return Asked(
        kinds,
        without,
        among,
        tuple(member_of),
        tuple(related),
        tuple(dict.fromkeys(exclude)),
        tuple(apart),
        person and not kinds,
        period(clause) if {"Event", "Place"} & set(kinds) else "",
        called_so(clause, head, kinds),
        wider,
        _sorts(clause, _kinds(clause, head, (*left_out, *_without(clause)))) if kinds else (),
    )


def _sorts(clause: Clause, kinds: list[Item]) -> Ids:
    """The stems of the nouns, where each word for a kind is one for a sort of it."""
    if not all(i.has("sort") for i in kinds):
        return ()
    tokens, french = clause.linked.tokens, clause.linked.lang == "fr"
    return tuple(tokens[i.start if french else i.end - 1].light for i in kinds)


def _or_what(clause: Clause) -> bool:
    """`who or what`: not only those who act."""
    roles = [i.roles for i in clause.items[:4]]
    both = any("q-who" in r for r in roles) and any(r & {"q-what", "q-object"} for r in roles)
    return both and any("or" in r for r in roles)


def _asked_of_whom(clause: Clause) -> bool:
    """`by whom`, `avec qui`, at the start."""
    first = clause.items[0]
    asks = first.has("q-who") and bool(clause.opens(first) & _WHOM)
    led = any(map(first.has, _WHOM)) and any(i.has("q-who") for i in clause.items[1:2])
    return (asks or led) and not first.things


_WHOM = frozenset({"by", "with"})


def _does(clause: Clause, item: Item) -> bool:
    """`qui les experts remercient-ils`: the subject, whose verb a pronoun follows."""
    verb = next((i for i in clause.items if i.start == item.end and i.has("relation")), None)
    return verb is not None and not verb.things and subject_behind(clause, verb)


def headed(clause: Clause, item: Item) -> bool:
    """`refugees in X: who cares for them`: a topic with a colon, and not who is asked for."""
    tokens, question = clause.linked.tokens, clause.linked.question
    asks = next(
        (
            i for i in clause.items
            if i.start >= item.end and not i.things
            and any(s.role.startswith("q-") or s.role == "frame-define" for s in i.senses)
        ),
        None,
    )  # fmt: skip
    return asks is not None and ":" in question[tokens[item.end - 1].end : tokens[asks.start].start]


def _kinds(clause: Clause, head: list[Item], apart: tuple[Item, ...]) -> list[Item]:
    """The words for kinds that are asked for: up to the verb, or behind `are` what these are."""
    found: list[Item] = []
    for at, item in enumerate(head):
        if found and not item.things and any(item.has(r) for r in ("be", "frame-yesno", "by")):
            behind = next((i for i in head[at + 1 :] if not only_weak(i)), None)
            if behind is None or behind.things or not behind.has("class") or not item.has("be"):
                break
            found = []
        if item.has("class") and not item.things and clause.preposition(item) == "in" and not found:
            # `what in the texts is directed against X`: where it is looked for.
            continue
        if found and item.has("class") and clause.preposition(item) == "of":
            # `services of the states`: whose they are.
            continue
        named = item.things or not item.has("class") or item in apart
        if found and not named and _relative(clause, found[-1], item):
            # `treaties that states are asked to sign`: they are who does it.
            break
        if not named and not of_document(clause, item):
            found.append(item)
    return found


def _relative(clause: Clause, kind: Item, item: Item) -> bool:
    """Whether another word for a kind begins what is said of the first: nothing joins the two."""
    tokens, question = clause.linked.tokens, clause.linked.question
    between = [i for i in clause.items if kind.end <= i.start < item.start]
    gap = question[tokens[kind.end - 1].end : tokens[item.start].start]
    joints = ("and", "or", "of", "both", "except", "negation", "in", "for")
    joined = any(i.has(joint) for i in between for joint in joints) or "," in gap
    whose = any(i.has("pronoun") and not i.has("filler") for i in between)
    little = all(i.has("filler") or only_weak(i) for i in between)
    return bool(between) and little and not joined and not whose


def _without(clause: Clause) -> list[Item]:
    """`without being a UN body`: a word for a kind behind a negation that no verb takes."""
    return [kind for lacked, kind in _denied_kinds(clause) if not lacked]


def lacking(clause: Clause) -> list[Item]:
    """`have no project`: words for kinds of which the answer has none."""
    return [kind for lacked, kind in _denied_kinds(clause) if lacked]


def _row_of_kinds(clause: Clause, first: Item) -> list[Item]:
    """`no programme or mission`: a word for a kind, and those that are joined to it."""
    found = [first]
    for item in clause.items[clause.place(first) + 1 :]:
        if item.has("class") and not item.things:
            found.append(item)
        elif not (item.has("or") or item.has("and") or item.has("negation") or only_weak(item)):
            break
    return found


def _denied_kinds(clause: Clause) -> list[tuple[bool, Item]]:
    """Words for kinds behind a negation, and whether it is `to have` that it denies."""
    found = []
    for at, item in enumerate(clause.items):
        if not item.has("negation") or at == 0:
            continue
        rest = [i for i in clause.items[at + 1 : at + 4] if not only_weak(i) or i.has("class")]
        if rest and rest[0].has("class") and not rest[0].things and rest[0].end - item.end <= 5:
            # `without being one`: it is none itself.
            is_none = any(i.has("be") for i in clause.items[at + 1 : clause.place(rest[0])])
            has = item.has("light") or any(i.has("light") for i in clause.items[at - 1 : at])
            found += [(has and not is_none, kind) for kind in _row_of_kinds(clause, rest[0])]
    return found


MANY_BEARERS = 40
"""A word in more names than that is no name."""


def called_so(clause: Clause, head: list[Item], kinds: Ids) -> Ids:
    """Things whose name holds the word for the kind; groups are none of the states in them."""
    found: dict[str, None] = {}
    for item in head:
        if not item.has("class") or item.things or not set(item.classes) & set(kinds):
            continue
        bearers = bearing(clause.known, clause.stems(item))
        if len(bearers) <= MANY_BEARERS and "State" not in item.classes:
            found |= dict.fromkeys(i for i in bearers if _spelt_so(clause, item, i))
    return tuple(found)


def _spelt_so(clause: Clause, item: Item, iri: str) -> bool:
    """`traités` is no `traite`: an accent that is written tells two words apart."""
    words = (t.text.casefold().rstrip("s") for t in clause.linked.tokens[item.start : item.end])
    names = [name.casefold() for name in clause.known.spellings.get(iri, ())]
    return all(any(word in name for name in names) for word in words if not word.isascii())


def period(clause: Clause) -> str:
    """A year, with its month where one stands in front, outside of names."""
    tokens = clause.linked.tokens
    named = {p for i in clause.items if i.things for p in range(i.start, i.end)}
    for at, token in enumerate(tokens):
        if at in named or not token.folded.isdigit() or not 1900 <= int(token.folded) <= 2100:
            continue
        front = clause.known.full.get(tokens[at - 1].folded, ()) if at else ()
        month = next((s.value for s in front if s.role == "month"), "")
        return f"{token.folded}-{month}" if month else token.folded
    return ""


def _asks_who(clause: Clause, item: Item) -> bool:
    """A relation form that holds its own question word: `who supports`."""
    tokens = clause.linked.tokens[item.start : item.end]
    return (
        any("q-who" in clause.known.roles_of(t.folded) for t in tokens)
        and item.end - item.start > 1
    )


def asked_here(clause: Clause, item: Item, head: list[Item]) -> bool:
    """Right behind a question word, or the first content of the question."""
    at = clause.place(item)
    for other in reversed(clause.items[:at]):
        if other.has_any("q-what", "q-who") or (
            other.has("frame-define") and not other.has("about") and _asks_who(clause, other)
        ):
            return not _prepositional(clause, other)
        if other.has("frame-yesno") and not other.has("be"):
            # `whom do the members support`: they are who does it.
            return False
        if (
            not (
                other.has("filler") or other.has("of") or other.has("pronoun") or other.has("with")
            )
            or other.things
        ):
            return False
    return True


def named_here(clause: Clause, item: Item, head: list[Item]) -> bool:
    """`which colleges`, `which X colleges`: a name between only says whose they are."""
    at = clause.place(item)
    front = clause.items[at - 1] if at else None
    if front is not None and front.things and front.end == item.start and not front.part:
        question = clause.items[at - 2] if at > 1 else None
        return question is not None and question.has("q-what") and asked_here(clause, front, head)
    return asked_here(clause, item, head)


def _belonging(clause: Clause, item: Item) -> bool:
    """Whether a group may be said to hold what is asked for: no word unknown in front of it."""
    asks = [i for i in clause.items if i.has("q-what") or i.has("q-who") or i.has("class")]
    first = asks[0].end if asks else 0
    told = any(i.has("about") and first <= i.start < item.start for i in clause.items)
    return not told and not any(first <= at < item.start for at in clause.loose)


def _as_text(clause: Clause, item: Item, kinds: Ids) -> bool:
    """Whether a name stands for a text: one who issued it does not in `the initiative of X`."""
    actor = any("Actor" in clause.known.kinds(i) for i in settle(clause, item))
    named = actor and clause.preposition(item) == "of"
    issuer = named and kinds and not set(kinds) & {"Text", "LegalInstrument"}
    return bool(documents_of(clause, item)) and not issuer


def _listed(clause: Clause, first: Item, second: Item) -> bool:
    """`of A and of B`."""
    between = [i for i in clause.items if first.end <= i.start < second.start]
    return any(i.has("and") for i in between) and all(map(only_weak, between))


def _prepositional(clause: Clause, item: Item) -> bool:
    """`to whom`, `à qui`: what follows is the subject, not what is asked for."""
    return bool(clause.opens(item) & {"to", "in", "of", "by", "with"})


def _beside_class(clause: Clause, item: Item, head: list[Item]) -> bool:
    tokens = clause.linked.tokens
    for other in head:
        if not other.has("class") or other.things:
            continue
        low, high = sorted((other, item), key=lambda i: i.start)
        between = tokens[low.end : high.start]
        joints = tokens[low.end - 1 : high.start] if low is other else between
        if between and (low is item or not any(_of(clause, t.folded) for t in joints)):
            # `EU missions`, `missions of the EU`; not `which forces the teams …`.
            continue
        if any(i.has("frame-yesno") and low.end <= i.start < high.start for i in clause.items):
            continue
        said = [t for t in between if t.folded not in clause.known.weak]
        if len(between) <= 3 and (not said or (len(said) == 1 and low is not item)):
            return clause.preposition(item) != "in" or low is item
    return False


def of_document(clause: Clause, item: Item) -> bool:
    """`the Commission text`: a kind right behind the name of a source is no kind asked for."""
    at = clause.place(item)
    front = clause.items[at - 1] if at else None
    if front is None or not front.things or front.end != item.start:
        return False
    texts = {k for i in documents_of(clause, front) for k in clause.known.kinds(i)}
    return bool(texts & set(item.classes))


def _of(clause: Clause, folded: str) -> bool:
    return not clause.known.roles_of(folded).isdisjoint({"of", "by"})


def documents_only(clause: Clause, item: Item) -> bool:
    return bool(item.things) and all(i in clause.known.documents for i in settle(clause, item))


def topics(clause: Clause, *, loose: bool = False) -> list[Item]:
    """A topic set in front of the question: `En matière de justice, quel réseau …`."""
    asks = next(
        (i for i in clause.items if i.has_any("q-what", "q-who") and not i.has("filler")),
        None,
    )
    if asks is None:
        return []
    question = clause.linked.question
    tokens = clause.linked.tokens
    return [
        i
        for i in clause.items
        if i.things
        and i.end <= asks.start
        and clause.preposition(i) in {"of", "about"}
        and any(
            c in question[tokens[i.end - 1].end : tokens[asks.start].start]
            for c in (",:" if loose else ",")
        )
    ]


def head_end(clause: Clause) -> int:
    """Where what is asked for ends, in a question without a relation word."""
    for item in clause.items:
        plain = item.has("light") and not item.has("in") and item.start > 1
        if plain or (item.has("negation") and item.start > 0):
            return item.start
    return len(clause.linked.tokens)
