"""Conditional requests: a tag for every answer, 304 for who has it already (RFC 9110, 13).

An answer changes when the graph does, when the code does, when the documents' texts do, or with
the language or format asked for. All of that is known before the question is put, so a 304 costs
one look at the graph's version. The tag is weak: the same answer may come compressed or not.

For the same reason an answer under its tag can be given again as long as the tag is right, so the
short ones asked for last are kept, within bounds. One that ran out of time may come whole the next
time: it has no tag, and nobody keeps it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from cachetools import LRUCache
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.problems import accepted_language
from app.service import Service
from graph.errors import GraphError
from queries.reader import VERSION
from queries.traverse.bounds import HURRY, Hurry

_ROOT = Path(__file__).resolve().parent.parent
_CODE = ("app", "exporters", "graph", "loaders", "ontology", "queries")
_ALWAYS_NEW = ("/v1/healthz", "/v1/readyz")
_VARY = ("Accept", "Accept-Language")
_LONGEST = 8
"""An answer is kept if the store would hold so many of its length."""


@dataclass(frozen=True, slots=True)
class _Kept:
    headers: list[tuple[bytes, bytes]]
    body: bytes

    @property
    def size(self) -> int:
        return len(self.body) + sum(len(name) + len(value) for name, value in self.headers)

    async def give(self, send: Send) -> None:
        # A copy: what stands further out adds headers of its own.
        start = {"type": "http.response.start", "status": 200, "headers": list(self.headers)}
        await send(start)
        await send({"type": "http.response.body", "body": self.body})


class Conditional:
    """Tags answers to GET and HEAD under `/v1`, and answers HEAD as GET without the body."""

    def __init__(self, app: ASGIApp, service: Service, seconds: int, kept: int) -> None:
        self._app = app
        self._kept: LRUCache[str, _Kept] = LRUCache(kept, getsizeof=lambda one: one.size)
        self._service = service
        # Without seconds a cache asks each time whether what it holds is still true.
        self._control = f"public, max-age={seconds}" if seconds else "public, no-cache"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
            await self._app(scope, receive, send)
            return
        if scope["method"] == "HEAD":
            scope, send = {**scope, "method": "GET"}, _without_body(send)
        if scope["path"] in _ALWAYS_NEW:
            await self._app(scope, receive, _with(send, "Cache-Control", "no-store"))
            return
        if not scope["path"].startswith("/v1/"):
            await self._app(scope, receive, send)
            return
        try:
            number, state = await self._service.state()
        except GraphError:  # the handler will say why
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        tag = self._tag(scope, headers, state)
        if _holds(headers.getlist("if-none-match"), tag):
            kept = {"ETag": tag, "Cache-Control": self._control, "Vary": _vary([])}
            await send({"type": "http.response.start", "status": 304, "headers": Headers(kept).raw})
            await send({"type": "http.response.body", "body": b""})
            return
        if (answer := self._kept.get(tag)) is not None:
            await answer.give(send)
            return
        # The handler answers by the version that the tag names, without asking for it again.
        token, hurry = VERSION.set(number), Hurry()
        known = HURRY.set(hurry)
        try:
            keeping = self._keeping(send, tag, hurry)
            await self._app(scope, receive, _tagging(keeping, tag, self._control, hurry))
        finally:
            VERSION.reset(token)
            HURRY.reset(known)

    def _keeping(self, send: Send, tag: str, hurry: Hurry) -> Send:
        """Passes an answer on and keeps it where it is one that comes in one piece."""
        headers: list[tuple[bytes, bytes]] | None = None

        async def sent(message: Message) -> None:
            nonlocal headers
            if message["type"] == "http.response.start":
                headers = list(message["headers"]) if message["status"] == 200 else None
            elif headers is not None:
                whole, headers = headers, None
                if not message.get("more_body"):
                    answer = _Kept(whole, message.get("body", b""))
                    if answer.size * _LONGEST <= self._kept.maxsize and not hurry.happened:
                        self._kept[tag] = answer
            await send(message)

        return sent

    def _tag(self, scope: Scope, headers: Headers, state: str) -> str:
        query = scope["query_string"].decode("latin-1")
        parts = (
            state, code_version(), _state_of(self._service.settings.sources),
            self._service.settings.base, scope["path"], query,
            headers.get("accept", ""), accepted_language(headers.get("accept-language", "")),
        )  # fmt: skip
        return f'W/"{_digest(parts)}"'


@lru_cache(maxsize=1)
def code_version() -> str:
    """Changes with any file that has a part in an answer; alike on every machine."""
    files = sorted(
        path
        for folder in _CODE
        for path in (_ROOT / folder).rglob("*")
        if path.suffix in {".py", ".cypher", ".jsonld", ".yaml"}
    )
    texts = (hashlib.blake2b(path.read_bytes()).hexdigest() for path in files)
    return _digest([version("sahelgraph"), *texts])


def _state_of(sources: Path | None) -> str:
    """Changes with the documents' texts, which evidence quotes."""
    if sources is None:
        return ""
    try:
        return _digest(_facts(path) for path in sorted(sources.glob("*.txt")))
    except OSError:
        return ""


def _facts(path: Path) -> str:
    facts = path.stat()
    return f"{path.name} {facts.st_mtime_ns} {facts.st_size}"


def _digest(parts: Iterable[str]) -> str:
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=12).hexdigest()


def _holds(given: list[str], tag: str) -> bool:
    """Whether If-None-Match names the tag, compared weakly (RFC 9110, 13.1.2)."""
    found = {part.strip().removeprefix("W/") for value in given for part in value.split(",")}
    return "*" in found or tag.removeprefix("W/") in found


def _tagging(send: Send, tag: str, control: str, hurry: Hurry) -> Send:
    async def tagged(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers["Vary"] = _vary(headers.getlist("vary"))
            if hurry.happened:
                headers["Cache-Control"] = "no-store"
            elif message["status"] == 200:
                headers["ETag"] = tag
                headers["Cache-Control"] = control
        await send(message)

    return tagged


def _with(send: Send, name: str, value: str) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message)[name] = value
        await send(message)

    return sent


def _vary(given: list[str]) -> str:
    """The header's names with ours, each once."""
    names = [name.strip() for value in given for name in value.split(",")]
    return ", ".join({name.lower(): name for name in (*names, *_VARY) if name}.values())


def _without_body(send: Send) -> Send:
    async def headers_only(message: Message) -> None:
        if message["type"] == "http.response.body":
            if message.get("more_body"):
                return
            message = {"type": "http.response.body", "body": b""}
        await send(message)

    return headers_only
