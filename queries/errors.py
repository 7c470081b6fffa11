"""What can be wrong with a question, in both languages; `app.problems` gives each its status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Nearest:
    """Something the asker may have meant: its short id and the label that came close."""

    id: str
    label: str


class QueryError(Exception):
    """Base of all: `en` and `fr` say what is wrong and where; `extra` goes into the problem."""

    def __init__(self, en: str, fr: str, **extra: Any) -> None:
        super().__init__(en)
        self.en = en
        self.fr = fr
        self.extra = extra

    def text(self, lang: str) -> str:
        return self.fr if lang == "fr" else self.en


def _with(en: str, fr: str, nearest: str) -> tuple[str, str]:
    """The message in both languages, with what the asker may have meant."""
    if not nearest:
        return en, fr
    return f"{en}; nearest: {nearest}", f"{fr} ; au plus proche : {nearest}"


class UnknownId(QueryError):  # noqa: N818
    """Nothing in the graph has this id; `nearest` holds the closest labels."""

    def __init__(self, text: str, nearest: Sequence[Nearest] = (), parameter: str = "") -> None:
        near = ", ".join(f"{n.id} ({n.label})" for n in nearest)
        super().__init__(
            *_with(f"nothing has the id {text!r}", f"rien ne porte l’identifiant « {text} »", near),
            nearest=[{"id": n.id, "label": n.label} for n in nearest],
            **({"parameter": parameter} if parameter else {}),
        )


class UnknownQuery(QueryError):  # noqa: N818
    """No file of the catalogue has this name."""

    def __init__(self, name: str, nearest: Sequence[str] = ()) -> None:
        near = ", ".join(nearest)
        super().__init__(
            *_with(
                f"the catalogue has no query {name!r}",
                f"le catalogue n’a pas de requête « {name} »",
                near,
            ),
            nearest=list(nearest),
        )


class WrongParameter(QueryError):  # noqa: N818
    """A parameter is unknown, missing, of the wrong type or out of bounds."""

    def __init__(
        self, parameter: str, en: str, fr: str, *, nearest: Sequence[str] = (), **extra: Any
    ) -> None:
        near = ", ".join(nearest)
        super().__init__(
            *_with(f"{parameter}: {en}", f"{parameter} : {fr}", near),
            errors=[
                {"parameter": parameter, "message": en, "nearest": list(nearest), **extra},
            ],
        )
        self.parameter = parameter


class StaleCursor(QueryError):  # noqa: N818
    """The graph changed, or the question did, since the cursor was given."""

    def __init__(self) -> None:
        super().__init__(
            "this cursor belongs to another question or to an earlier state of the graph; "
            "ask for the first page again",
            "ce curseur appartient à une autre question ou à un état antérieur du graphe ; "
            "redemandez la première page",
        )


class BusyError(QueryError):
    """Too many expensive questions are being answered or wait for it."""

    def __init__(self, waiting: int) -> None:
        super().__init__(
            f"{waiting} questions of this kind are being answered or wait already",
            f"{waiting} questions de ce genre sont déjà traitées ou en attente",
        )


class CatalogueError(Exception):
    """A `.cypher` file is not as the catalogue wants it; the message names file and place."""
