"""Find in a question the names, relations and words that the graph knows, with their places.

Longest first: as written, then without plural and feminine, then by the stem of relation words,
then misspelt words put right, then names of which the question has only a part.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from rapidfuzz.distance import OSA

from queries.ask.linking.apart import parted
from queries.ask.linking.items import Item, Linked
from queries.ask.linking.partial import done, partial_names
from queries.ask.linking.windows import JOINED, Windows
from queries.ask.words.building import WEAK_ROLES
from queries.ask.words.everyday import everyday
from queries.ask.words.text import Token, light, tokens
from queries.ask.words.text import words as words_of
from queries.ask.words.vocabulary import Sense, Vocabulary

_JOINING = frozenset({"only", "both", "except", "negation", "pronoun", "status", "light", "be"})


def link(question: str, known: Vocabulary) -> Linked:
    """The items of a question."""
    words = tokens(question)
    shouted = (
        sum(1 for t in words if t.text.isupper()) > 0.7 * max(1, len(words)) and len(words) > 2
    )
    items = _longest(words, known, shouted)
    lang = _language(words, known)
    items = [_in_language(item, lang) for item in items]
    covered = {i for item in items for i in range(item.start, item.end)}
    written = list(words)
    items = _corrected(words, known, shouted, items, covered)
    items = [_in_language(item, lang) for item in items]
    covered = {i for item in items for i in range(item.start, item.end)}
    # A correction that led to no whole name or word is none.
    words = [w if i in covered else written[i] for i, w in enumerate(words)]
    items = partial_names(words, known, items, covered)
    items = parted(question, words, known, items)
    covered = {i for item in items for i in range(item.start, item.end)}
    loose = tuple(
        i
        for i, t in enumerate(words)
        if i not in covered
        and t.folded not in known.weak
        and not t.folded.isdigit()
        and len(t.folded) > 1
    )
    return Linked(
        question, tuple(words), tuple(sorted(items, key=lambda i: i.start)), loose, shouted, lang
    )


def _language(words: list[Token], known: Vocabulary) -> str:
    """The language most of whose own little words the question has, else most of whose words;
    none where neither has more."""
    for roles in (_TELLING, None):
        count = {"en": 0, "fr": 0}
        for token in words:
            senses = known.full.get(token.folded, ())
            here = {s.lang for s in senses if roles is None or s.role in roles}
            if len(here) == 1 and (lang := here.pop()) in count:
                count[lang] += 1
        if count["en"] != count["fr"]:
            return max(count, key=lambda lang: count[lang])
    # An accent on a word that is no name is not English.
    accents = any(t.text.casefold() != t.folded and not (t.capital or t.upper) for t in words)
    return "fr" if accents else ""


_TELLING = frozenset({*WEAK_ROLES, "q-who", "q-what", "q-where", "q-object", "be", "pronoun"})


def _in_language(item: Item, lang: str) -> Item:
    """Without the senses that a word has only in the other language: `pays`, `but`, `on`."""
    own = {s.role for s in item.senses if s.lang == lang}
    if not lang or not own:
        return item
    kept = tuple(s for s in item.senses if not s.lang or s.lang == lang)
    return replace(item, senses=kept)


def _longest(words: list[Token], known: Vocabulary, shouted: bool) -> list[Item]:
    taken: set[int] = set()
    items: list[Item] = []
    size = len(words)
    windows = Windows(words, known, shouted)
    for length in range(min(known.longest, size), 0, -1):
        for start in range(size - length + 1):
            span = range(start, start + length)
            if not windows.may_say(start, span.stop) or not taken.isdisjoint(span):
                continue
            if item := match(words[start : start + length], start, known, shouted, size):
                items.append(item)
                taken.update(span)
    return items


def match(
    span: list[Token], start: int, known: Vocabulary, shouted: bool, count: int
) -> Item | None:
    end = start + len(span)
    found: list[Sense] = list(known.full.get(" ".join(t.folded for t in span), ()))
    if not found and len(span) > 2:
        plain = " ".join(known.contracted.get(t.folded, t.folded) for t in span)
        found = list(known.full.get(plain, ()))
    how = "exact"
    names: list[Sense] = []
    if (
        len(span) == 1
        or not {t.folded for t in (span[0], span[-1]) if not (t.upper and not shouted)} & known.weak
    ):
        strong = [
            t for t in span if t.folded not in known.weak or (t.upper and not shouted)
        ] or span
        strong = [] if _two_names(span, known) else strong
        names = [
            s
            for s in known.exact.get(" ".join(t.folded for t in strong), ())
            if _may_be_name(span, s, known, shouted)
        ]
        if not names:
            names = [
                s
                for s in known.light.get(" ".join(t.light for t in strong), ())
                if _may_be_name(span, s, known, shouted)
                and not _verb_inside(span, s, known)
                and not any(done(t.folded, s.ids, known) for t in span)
            ]
            how = "folded" if names else how
        if not names and 0 < len(strong) <= JOINED and len("".join(t.light for t in strong)) > 5:
            names = list(known.joined.get("".join(t.light for t in strong), ()))
            how = "folded" if names else how
    else:
        names = _as_spelt(span, known)
    if not found:
        found = [s for s in known.heavy.get(" ".join(t.heavy for t in span), ()) if not _kind(s)]
        kinds = known.heavy.get(" ".join(t.light for t in span), ())
        found += [s for s in kinds if _kind(s)]
        if len(span) == 1 and len(span[0].folded) < 4:
            found = []
        if any(s.role != "class" for s in found):
            # By the stem alone a verb is no word for a kind: `committing` is no committee.
            found = [s for s in found if s.role != "class"]
    if not found and not names and len(span) > 2:
        found = _around_adverb(span, known)
    senses = tuple(dict.fromkeys([*names, *found]))
    if len(span) == 1 and span[0].folded in known.weak and not names:
        # A preposition or an article is no relation by itself.
        senses = tuple(known.full.get(span[0].folded, ()))
        roles = known.written.get(span[0].text.casefold(), set())
        exact = tuple(s for s in senses if s.role in roles)
        if exact and not shouted and 0 < start < count - 1:
            senses = exact
    return Item(start, end, senses, how) if senses else None


def _as_spelt(span: list[Token], known: Vocabulary) -> list[Sense]:
    """A name that ends in a little word, written as it is spelt: `trafficking in persons`."""
    if span[0].folded in known.weak:
        return []
    strong = " ".join(t.folded for t in span if t.folded not in known.weak)
    written = tuple(t.folded for t in span)
    return [
        s
        for s in known.exact.get(strong, ())
        if any(words_of(name) == written for i in s.ids for name in known.spellings.get(i, ()))
    ]


def _verb_inside(span: list[Token], sense: Sense, known: Vocabulary) -> bool:
    """`outils propose l'ONUDC`: a verb, where the name has another form of it: `proposés`."""
    if len(span) < 3:
        return False
    own = {w for i in sense.ids for t in known.spellings.get(i, ()) for w in words_of(t)}
    return any(
        token.folded not in own and "relation" in known.roles_of(token.folded)
        for token in span[1:-1]
    )


def _two_names(span: list[Token], known: Vocabulary) -> bool:
    """`the declaration and at the meeting`: a second preposition begins a second name; so does a
    verb to do in between: `which documents does the Niamey text name`; so does what is left out:
    `le secrétariat, outre celui du G5`."""

    def has(token: Token, *roles: str) -> bool:
        return not known.roles_of(token.folded).isdisjoint(roles)

    inside = any(
        has(token, "except") or (has(token, "frame-yesno") and has(token, "filler"))
        for token in span[1:-1]
    )
    return inside or any(has(one, "and") and has(two, "in") for one, two in pairwise(span))


def _kind(sense: Sense) -> bool:
    return sense.role == "class"


def _around_adverb(span: list[Token], known: Vocabulary) -> list[Sense]:
    """`met déjà en œuvre`, `compte-t-il parmi`: words of status or pronouns inside a relation."""
    inside: list[Sense] = []
    asks: list[Sense] = []
    kept = [span[0]]
    if "q-who" in known.roles_of(span[0].folded):
        # `who is it supposed to help`: the pronoun is who does it, and not who is asked for.
        return []
    for token in span[1:-1]:
        roles = known.roles_of(token.folded)
        senses = known.full[token.folded] if "status" in roles else ()
        actual = [s for s in senses if s.role == "status" and "actual" in s.ids]
        little = roles & _INSIDE
        turned = token.folded == "t" or ("pronoun" in roles and not little)
        if actual:
            inside += actual
        elif turned:
            # The subject behind its verb: a question for yes or no, where no other word asks.
            asks = [Sense("frame-yesno", match="alias")]
        else:
            kept.append(token)
    kept.append(span[-1])
    if len(kept) == len(span):
        return []
    said = known.full.get(" ".join(t.folded for t in kept), ()) or known.heavy.get(
        " ".join(t.heavy for t in kept), ()
    )
    found = [s for s in said if s.role == "relation"]
    return [*found, *inside, *asks] if found else []


_INSIDE = WEAK_ROLES - {"filler"}


def _may_be_name(span: list[Token], sense: Sense, known: Vocabulary, shouted: bool) -> bool:
    """A short acronym that is also a little word of the language must be written in capitals."""
    if len(span) > 1 or span[0].folded not in known.weak:
        return True
    return span[0].upper and not shouted


def _corrected(
    words: list[Token], known: Vocabulary, shouted: bool, items: list[Item], covered: set[int]
) -> list[Item]:
    """Put misspelt words right and link the question again where that helps."""
    better = list(words)
    changed = False
    for i, token in enumerate(words):
        if i in covered or token.folded in known.weak or token.folded in known.corrections:
            continue
        if token.light in known.postings or token.heavy in known.heavy:
            continue
        near = [w for w in known.corrections.near(token.folded) if _worth(w, token.folded, known)]
        if token.capital and i and not shouted:
            # Written like a name: put right to a name, and to no other word.
            # A word in a name must be long to be told from another name: `Chine` is no `chaîne`.
            long = len(token.folded) >= LONG
            near = [w for w in near if w in known.exact or (long and light(w) in known.postings)]
        if near:
            fixed = tokens(near[0])[0]
            better[i] = replace(fixed, text=fixed.text, start=token.start, end=token.end)
            changed = True
    if not changed:
        return items
    again = _longest(better, known, shouted)
    if wrong := _spelt_right(words, better, again):
        for i in wrong:
            better[i] = words[i]
        again = _longest(better, known, shouted)
    moved = {i for i in range(len(words)) if better[i].folded != words[i].folded}
    words[:] = better
    return [
        replace(item, how="fuzzy") if moved & set(range(item.start, item.end)) else item
        for item in again
    ]


def _spelt_right(words: list[Token], better: list[Token], items: list[Item]) -> list[int]:
    """Words of the language that were put right to others: `standing` is no slip for `sending`.

    Inside a name of several words one may be: `operation sofia`.
    """
    names = {i for item in items if item.things and item.end - item.start > 1
             for i in range(item.start, item.end)}  # fmt: skip
    return [
        i for i, (word, other) in enumerate(zip(words, better, strict=True))
        # `inspect` and `inspects` are one word.
        if word.light != other.light and i not in names and word.folded in everyday()
    ]  # fmt: skip


LONG = 7
"""Letters of a word that is put right to a word of a name."""


def _worth(word: str, written: str, known: Vocabulary) -> bool:
    """A word of the language that only joins others is not guessed behind two slips."""
    roles = known.roles_of(word)
    joins = bool(roles) and roles <= WEAK_ROLES | _JOINING and word not in known.exact
    return not joins or OSA.distance(word, written) < 2
