"""Is the process alive, can it answer."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from app.deps import Held
from app.problems import Unavailable, responses

router = APIRouter(tags=["operation"])


@router.get(
    "/healthz",
    summary="Is the process alive",
    description="200 as long as the process runs, also while its graph engine is away: whoever "
    "restarts processes asks here.",
)
async def alive() -> dict[str, str]:
    return {"status": "alive"}


@router.get(
    "/readyz",
    summary="Can it answer",
    description="200 when questions can be answered now, 503 with the reason while not: whoever "
    "sends requests on asks here.",
    responses=responses(Unavailable),
)
async def ready(held: Held) -> dict[str, Any]:
    health = await held.health()
    return {
        "status": "ready",
        "engine": health.engine,
        "engine_version": health.version,
        "graph_version": await held.ready_reader().version(),
    }
