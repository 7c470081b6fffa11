"""Names of which a question has only a part: words that names share, standing together."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from queries.ask.linking.items import Item
from queries.ask.words.text import Token
from queries.ask.words.text import words as text_words
from queries.ask.words.vocabulary import Sense, Vocabulary

_Hit = tuple[float, str, int, int, str]
"""How well a name fits, its thing, its words from and to, how the name is one of the thing."""

LEAST = 0.3
"""The share of a name that one word of it must make up to stand for it."""

MOSTLY = 0.75
"""The share of a name's words that makes it certain that all of them are meant."""

MANY = 6
"""Things that may share a partial name; a word in more names than that names nothing."""


def partial_names(
    words: list[Token], known: Vocabulary, items: list[Item], covered: set[int]
) -> list[Item]:
    """Names of which the question has only a part, around words that nothing covers."""
    result = list(items)
    for i, token in enumerate(words):
        if i in {p for item in result if item.part for p in range(item.start, item.end)}:
            continue
        free = i not in covered
        if free and (token.folded in known.weak or len(token.folded) < 2):
            continue
        if not free and not _could_start(result, i):
            continue
        found = _around(words, known, result, i, free)
        if found and not _kind_in_time(found, words, known):
            span = set(range(found.start, found.end))
            own = _said(words, known, span)
            here = [o for o in result if span & _places(o)]
            if any(o.part and _said(words, known, _places(o)) >= own for o in here):
                continue
            joints = [o for o in here if o.has("and")]
            named = [o for o in here if o.things and not o.part]
            if any(a.end <= j.start < b.start for j in joints for a in named for b in named):
                # `smuggling and trafficking`: two names are no part of a third.
                continue
            whole = next((o for o in here if set(o.things) & set(found.things)), None)
            if whole is not None and _dated(words, known, whole, found):
                result[result.index(whole)] = _longer(whole, found)
                continue
            if any(_took_place(o, found, words, known) for o in named):
                continue
            if any(_said(words, known, _places(o)) > own for o in here):
                # A name of more words stands there.
                continue
            result = [item for item in result if item not in here]
            result.append(found)
    taken = {p for item in result for p in _places(item)}
    result += _nouns_of_names(words, known, result, taken)
    return [_absorbing(words, known, item, taken) for item in result]


def _nouns_of_names(
    words: list[Token], known: Vocabulary, items: list[Item], taken: set[int]
) -> list[Item]:
    """`which factsheets`: a noun with which a few long names begin, and of each hardly a part."""
    found = []
    for item in items:
        at = item.end
        if not item.has("q-what") or item.has("q-object") or at in taken or at >= len(words):
            continue
        sense = _kind_sense(words, known, at)
        if sense and 1 < len(sense[0].ids) <= MANY_BEARERS:
            found.append(Item(at, at + 1, sense, "part", True))
    return found


def _dated(words: list[Token], known: Vocabulary, whole: Item, found: Item) -> bool:
    """`the meeting of X in November 2016`: a date behind a name, which tells which one is meant."""
    rest = words[whole.end : found.end]
    dates = [t for t in rest if t.folded.isdigit() or t.light in known.months]
    little = all(t in dates or t.folded in known.weak for t in rest)
    # A place with a date is what happened there, which is another name.
    long = _said(words, known, _places(whole)) > LITTLE
    return bool(dates) and little and long and not whole.part and found.start >= whole.start


def _took_place(event: Item, found: Item, words: list[Token], known: Vocabulary) -> bool:
    """`states at the meeting of X`: who was there, where a group is called `states of the …`."""
    if not any("Event" in known.kinds(i) for i in event.things) or event.start <= found.start:
        return False
    if any("Event" in known.kinds(i) for i in found.things):
        return False
    front = [known.roles_of(t.folded) for t in words[found.start : event.start]]
    return any("in" in roles and "of" not in roles for roles in front)


def _kind_in_time(found: Item, words: list[Token], known: Vocabulary) -> bool:
    """`meetings in 2017`: all of a kind in a year or month, and not one of several names."""
    said = [t for t in words[found.start : found.end] if t.folded not in known.weak]
    dates = [t for t in said if t.folded.isdigit() or t.light in known.months]
    kinds = [t for t in said if t not in dates]
    plural = len(kinds) == 1 and kinds[0].folded != kinds[0].light
    return plural and bool(dates) and "class" in known.roles_of(kinds[0].folded)


def _longer(whole: Item, found: Item) -> Item:
    """A name with the words beside it, for the things that both may be."""
    common = tuple(i for i in whole.things if i in found.things)
    start, end = min(whole.start, found.start), max(whole.end, found.end)
    sense = Sense("thing", common, match="alias")
    return replace(whole, start=start, end=end, senses=(sense,), part=len(common) > 1)


def _absorbing(words: list[Token], known: Vocabulary, item: Item, covered: set[int]) -> Item:
    """A short name with the next word, where another name of the thing holds it: `Trust Fund for
    Africa`, `fonds fiduciaire d'urgence`."""
    if not item.part:
        return _absorbed(words, known, item, covered, item.start, item.things)
    for start in range(item.start + 1, item.end - 1):
        # `priority countries of the Partnership Framework on Migration`: a name at its end.
        last = " ".join(t.folded for t in words[start : item.end] if t.folded not in known.weak)
        named = tuple(i for s in known.exact.get(last, ()) for i in s.ids)
        longer = _absorbed(words, known, item, covered, start, named)
        if longer is not item:
            return longer
    return item


def _absorbed(
    words: list[Token],
    known: Vocabulary,
    item: Item,
    covered: set[int],
    start: int,
    named: tuple[str, ...],
) -> Item:
    """The item with the words behind it, as far as a longer name of the things holds them."""
    stems = {words[p].light for p in range(start, item.end)}
    end = item.end
    while named and end < len(words):
        at = next((p for p in range(end, len(words)) if words[p].folded not in known.weak), None)
        if at is None or at in covered or at - end > LITTLE:
            break
        longer = stems | {words[at].light}
        if not any(longer <= n.stems | known.weak for i in named for n in known.own.get(i, ())):
            break
        stems, end = longer, at + 1
    return replace(item, end=end) if end > item.end else item


MANY_BEARERS = 12
"""Things whose name holds a word that asks for them."""


LITTLE = 2
"""Little words that may stand inside a name: `de la`."""


def _said(words: list[Token], known: Vocabulary, span: set[int]) -> int:
    """How many words of a span say something."""
    return sum(words[p].folded not in known.weak for p in span)


def _places(item: Item) -> set[int]:
    return set(range(item.start, item.end))


def _could_start(items: list[Item], i: int) -> bool:
    """A word for a kind may be the head of a partial name: `coordination meeting`."""
    return any(item.start == i and item.end == i + 1 and item.has("class") for item in items)


def _around(
    words: list[Token], known: Vocabulary, items: list[Item], i: int, free: bool
) -> Item | None:
    low, high = max(0, i - 5), min(len(words), i + 7)
    stop = {
        p
        for item in items
        if not item.has("thing")
        and not item.has("class")
        and not item.has("relation")
        and not item.part
        and not all(words[q].folded in known.weak for q in range(item.start, item.end))
        and not item.has("month")
        and not item.has("frame-amount")
        for p in range(item.start, item.end)
    }
    stop |= {p for item in items if _foreign(item, words, known) for p in _places(item)}
    verbs = {
        p
        for item in items
        if item.has("relation") and not item.has("class") and not item.has("thing")
        for p in range(item.start, item.end)
    }
    said = {p for p in verbs if "relation" in known.roles_of(words[p].folded)}
    # `who funds the nine projects`: right behind a word for persons stands a verb.
    asking = {item.end for item in items if item.has("q-who") and not item.has("q-what")}
    stop |= asking & {item.start for item in items if item.has("relation")}
    while low < i and stop & set(range(low, i)):
        low += 1
    while high > i + 1 and stop & set(range(i + 1, high)):
        high -= 1
    window = {
        p: words[p].light for p in range(low, high) if words[p].folded not in known.weak or p == i
    }
    numbers = known.postings.get(words[i].light, ())
    if not numbers or len(numbers) > 400:
        return None
    whole = {p for o in items if o.has("thing") and not o.part for p in _places(o)}
    stems = frozenset(window.values())
    best: list[_Hit] = []
    for number in numbers:
        named = known.names[number]
        if done(words[i].folded, (named.iri,), known):
            continue
        title = {s for s in named.title if not s.isdigit()} or named.stems
        shared = len(stems & named.stems)
        if shared < 2 and shared < LEAST * len(title):
            # Too little of the name, however its words stand.
            continue
        hits = [p for p in window if window[p] in named.stems]
        # The words of a partial name stand together, with only little words between.
        run = _run(hits, i, words, known)
        nearly = len(run) > 2 and len(run) >= MOSTLY * len(title)
        while len(run) > 1 and run[0] in said and run[0] != i and not nearly:
            # `against laundering`: the relation is none of the name, but for nearly all of it.
            run = run[1:]
        if not free and any(window[p] == window[i] for p in run if p != i):
            # `who funds the Trust Fund`: the verb is no second word of the name.
            continue
        while run[0] != i and window[run[0]] in {window[p] for p in run[1:]}:
            run = run[1:]
        distinct = {window[p] for p in run}
        if all(s.isdigit() or s in known.months for s in distinct):
            continue
        cover = len(distinct) / max(1, len(title))
        if len(distinct) < 2 and cover < LEAST:
            continue
        if cover < 0.6 and whole & set(run) and i not in whole:
            # So little of the name is no reason to take another name into it.
            run = _beside(run, i, whole)
            distinct = {window[p] for p in run}
            cover = len(distinct) / max(1, len(title))
        if (len(distinct) < 2 and cover < LEAST) or (cover < 0.6 and whole & set(run)):
            continue
        if not free and (
            len(distinct) < 2
            or (cover < 0.6 and len(distinct) < 4)
            or (whole & set(run) and (len(distinct) < 3 or verbs & set(run)))
        ):
            continue
        best.append((len(distinct) + cover, named.iri, min(run), max(run) + 1, named.match))
    if not best:
        return None
    best = _of_kind(best, words, known)
    top = max(score for score, *_ in best)
    count = max(int(score) for score, *_ in best)
    chosen = [b for b in best if int(b[0]) == count or b[0] >= top - 0.2]
    chosen = [b for b in chosen if b[0] >= count]
    things = Counter(b[1] for b in chosen)
    if count >= 2:
        strong = max(b[0] for b in chosen)
        if strong - count >= 0.66 or strong - count == 1:
            chosen = [b for b in chosen if b[0] >= strong - 0.15]
            things = Counter(b[1] for b in chosen)
    if len(things) > MANY and count < 2:
        iris = tuple(sorted(things))
        return Item(i, i + 1, (Sense("label-word", iris),), "part", True)
    iris = tuple(sorted(things))
    start, end = min(b[2] for b in chosen), max(b[3] for b in chosen)
    return Item(
        start,
        end,
        (
            Sense("thing", iris, match="alias"),
            *(_kind_sense(words, known, i) if end == start + 1 else ()),
        ),
        "part",
        True,
    )


def done(word: str, things: tuple[str, ...], known: Vocabulary) -> bool:
    """`zones jugées sensibles`: a participle, and not the noun in the name of a thing: `juges`."""
    if not word.endswith(_DONE):
        return False
    own = [w for i in things for name in known.spellings.get(i, ()) for w in text_words(name)]
    return bool(own) and not any(w.endswith(_DONE) for w in own)


_DONE = ("ee", "ees")


def _foreign(item: Item, words: list[Token], known: Vocabulary) -> bool:
    """`put into`: a verb of several words of which no name has any."""
    said = item.has("relation") and not item.has("class") and not item.things
    return (
        said
        and item.end - item.start > 1
        and not any(words[p].light in known.postings for p in _places(item))
    )


def _kind_sense(words: list[Token], known: Vocabulary, i: int) -> tuple[Sense, ...]:
    """The same word read as a kind: all things that bear it in their names."""
    iris = {known.names[n].iri for n in known.postings.get(words[i].light, ())}
    return (Sense("label-word", tuple(sorted(iris))),) if iris else ()


def _run(hits: list[int], i: int, words: list[Token], known: Vocabulary) -> list[int]:
    found = {i}
    for direction in (-1, 1):
        p, stopped = i + direction, False
        while 0 <= p < len(words):
            stopped = stopped or _stop(words, p, p - direction)
            if p in hits:
                if _apart(words, known, p, i) or (stopped and not _of_date(words[p], known)):
                    break
                found.add(p)
            elif words[p].folded not in known.weak or _verb(words[p], known):
                break
            p += direction
    return sorted(found)


def _stop(words: list[Token], p: int, q: int) -> bool:
    """Whether more than a space or an apostrophe stands between two words: a comma, a colon."""
    low, high = sorted((p, q))
    return words[high].start - words[low].end > 1


def _of_date(word: Token, known: Vocabulary) -> bool:
    """`Niamey, 16 March 2018`: a date goes on behind a comma."""
    return word.folded.isdigit() or word.light in known.months


def _verb(word: Token, known: Vocabulary) -> bool:
    """`mechanism should follow`, `X a regional`, `X, which other`: a name does not go on behind a
    verb, nor behind an indefinite article or a word that asks."""
    roles = known.roles_of(word.folded)
    return bool(roles & {"be", "modal", "frame-yesno", "indefinite", "q-what", "q-who"})


def _of_kind(best: list[_Hit], words: list[Token], known: Vocabulary) -> list[_Hit]:
    """Where the words begin with one for a kind, the things of it: `meeting of ministers`."""
    told = [
        b
        for b in best
        if known.kinds(b[1])
        & {i for s in known.full.get(words[b[2]].folded, ()) if s.role == "class" for i in s.ids}
    ]
    most = max((int(b[0]) for b in best), default=0)
    return told if any(int(b[0]) == most for b in told) else best


def _beside(run: list[int], i: int, whole: set[int]) -> list[int]:
    """The part of a run around a word, up to the names on both sides."""
    low = max((p for p in whole if p < i), default=-1)
    high = min((p for p in whole if p > i), default=i + len(run) + max(run))
    return [p for p in run if low < p < high]


def _apart(words: list[Token], known: Vocabulary, p: int, i: int) -> bool:
    """`projets le fonds`, `countries that the fund`: no preposition between two nouns, only an
    article, begins another name."""
    low, high = sorted((p, i))
    between = [t.folded for t in words[low + 1 : high]]
    roles = [known.roles_of(word) for word in between]
    little = {"filler", "pronoun", "article", "q-object"}
    begins = bool(roles) and bool(roles[-1] & {"pronoun", "article"})
    return begins and all(bool(here) and here <= little for here in roles)
