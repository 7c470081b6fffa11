"""The kinds of problem: one class each, with its status, its type, and what its page says.

The `type` of a problem (RFC 9457, 3.1.1) is the address of that page on this service, which
`app.routers.problem_pages` gives in both languages.
"""

from __future__ import annotations

from typing import Any, ClassVar

PAGES = "/problems/"
Texts = dict[str, str]


class Problem(Exception):  # noqa: N818  the RFC's word
    """The base: each kind has its status, type and texts; an instance its detail and extras."""

    status: ClassVar[int] = 500
    type: ClassVar[str] = "internal"
    titles: ClassVar[Texts] = {
        "en": "Something went wrong in the service",
        "fr": "Une erreur est survenue dans le service",
    }
    meanings: ClassVar[Texts] = {
        "en": "A fault of the service itself. Nothing was changed.",
        "fr": "Une faute du service lui-même. Rien n’a été modifié.",
    }
    remedies: ClassVar[Texts] = {
        "en": "Ask again later. Whoever runs the service finds the reason in its log under the "
        "request_id of the answer.",
        "fr": "Réessayez plus tard. L’exploitant du service en trouve la raison dans le journal, "
        "sous le request_id de la réponse.",
    }

    def __init__(self, en: str, fr: str | None = None, **extra: Any) -> None:
        super().__init__(en)
        self.details = {"en": en, "fr": fr or en}
        self.extra = extra


class UnknownId(Problem):
    status = 404
    type = "unknown-id"
    titles: ClassVar = {"en": "Nothing has this id", "fr": "Rien ne porte cet identifiant"}
    meanings: ClassVar = {
        "en": "The id names nothing in the graph, or something of another kind than the address "
        "is for. That says nothing about the world: only what was loaded is known here.",
        "fr": "L’identifiant ne désigne rien dans le graphe, ou autre chose que ce dont traite "
        "l’adresse. Cela ne dit rien du monde : seul ce qui a été chargé est connu ici.",
    }
    remedies: ClassVar = {
        "en": "`nearest` lists what comes closest. /v1/entities?q=… finds ids by name, acronym, "
        "alias or misspelling, in both languages.",
        "fr": "`nearest` énumère ce qui s’en rapproche. /v1/entities?q=… trouve les identifiants "
        "par nom, sigle, autre nom ou faute de frappe, dans les deux langues.",
    }


class UnknownAddress(Problem):
    status = 404
    type = "unknown-address"
    titles: ClassVar = {
        "en": "There is nothing at this address",
        "fr": "Il n’y a rien à cette adresse",
    }
    meanings: ClassVar = {
        "en": "The service has no such address.",
        "fr": "Le service n’a pas cette adresse.",
    }
    remedies: ClassVar = {
        "en": "/docs shows all addresses, /openapi.json describes them for programs.",
        "fr": "/docs montre toutes les adresses, /openapi.json les décrit pour les programmes.",
    }


class WrongMethod(Problem):
    status = 405
    type = "wrong-method"
    titles: ClassVar = {
        "en": "This address does not take the method",
        "fr": "Méthode non admise ici",
    }
    meanings: ClassVar = {
        "en": "The service is read over HTTP; data comes in by `sahelgraph load`.",
        "fr": "Le service se lit par HTTP ; les données y entrent par `sahelgraph load`.",
    }
    remedies: ClassVar = {
        "en": "Use a method that the header `Allow` of the answer names.",
        "fr": "Utilisez une méthode que nomme l’en-tête `Allow` de la réponse.",
    }


class NotAcceptable(Problem):
    status = 406
    type = "not-acceptable"
    titles: ClassVar = {"en": "No such format here", "fr": "Ce format n’existe pas ici"}
    meanings: ClassVar = {
        "en": "The header `Accept` names no format that the address can give.",
        "fr": "L’en-tête `Accept` ne nomme aucun format que l’adresse puisse donner.",
    }
    remedies: ClassVar = {
        "en": "Ask for one of the formats that `detail` names, or use `?format=`.",
        "fr": "Demandez un des formats que nomme `detail`, ou utilisez `?format=`.",
    }


class StaleCursor(Problem):
    status = 410
    type = "stale-cursor"
    titles: ClassVar = {
        "en": "This cursor is no longer valid",
        "fr": "Ce curseur n’est plus valable",
    }
    meanings: ClassVar = {
        "en": "A cursor belongs to one question and to one state of the graph, so that pages never "
        "mix two states. The question differs, or data was loaded since, or the cursor was "
        "changed.",
        "fr": "Un curseur appartient à une question et à un état du graphe, afin que les pages ne "
        "mêlent jamais deux états. La question diffère, ou des données ont été chargées depuis, "
        "ou le curseur a été modifié.",
    }
    remedies: ClassVar = {
        "en": "Ask for the first page again, without `cursor`.",
        "fr": "Redemandez la première page, sans `cursor`.",
    }


class WrongParameter(Problem):
    status = 422
    type = "wrong-parameter"
    titles: ClassVar = {"en": "A parameter is wrong", "fr": "Un paramètre est incorrect"}
    meanings: ClassVar = {
        "en": "A parameter is unknown here, missing, of the wrong type, out of bounds, or has a "
        "value that is not allowed.",
        "fr": "Un paramètre est inconnu ici, absent, d’un autre type, hors limites, ou a une "
        "valeur qui n’est pas admise.",
    }
    remedies: ClassVar = {
        "en": "`errors` names each parameter with what is wrong and, in `nearest`, the nearest "
        "value or name that is allowed. /docs says what an address takes.",
        "fr": "`errors` nomme chaque paramètre, ce qui ne va pas et, dans `nearest`, la valeur ou "
        "le nom admis le plus proche. /docs dit ce que prend une adresse.",
    }


class Unavailable(Problem):
    status = 503
    type = "graph-unavailable"
    titles: ClassVar = {"en": "The graph cannot be reached", "fr": "Le graphe est injoignable"}
    meanings: ClassVar = {
        "en": "The service runs, but its graph engine is starting, away, refuses the credentials "
        "of the service, or is in use by another process.",
        "fr": "Le service fonctionne, mais son moteur de graphe démarre, est absent, refuse les "
        "identifiants du service, ou est utilisé par un autre processus.",
    }
    remedies: ClassVar = {
        "en": "Ask again after the seconds that `Retry-After` names: the service keeps trying. "
        "Whoever runs it finds the address and the reason in the log and at /v1/readyz.",
        "fr": "Réessayez après les secondes qu’indique `Retry-After` : le service continue "
        "d’essayer. Son exploitant trouve l’adresse et la raison dans le journal et à /v1/readyz.",
    }


class Busy(Problem):
    status = 503
    type = "busy"
    titles: ClassVar = {
        "en": "Too many such questions at once",
        "fr": "Trop de questions de ce genre à la fois",
    }
    meanings: ClassVar = {
        "en": "Measuring a cut takes seconds of work. Such questions are answered one after the "
        "other beside the others, and only some may wait.",
        "fr": "Mesurer une coupe demande des secondes de travail. Ces questions sont traitées "
        "l’une après l’autre, à côté des autres, et peu d’entre elles peuvent attendre.",
    }
    remedies: ClassVar = {
        "en": "Ask again after the seconds that `Retry-After` names. All other addresses answer "
        "meanwhile.",
        "fr": "Réessayez après les secondes qu’indique `Retry-After`. Toutes les autres adresses "
        "répondent entre-temps.",
    }


class TooSlow(Problem):
    status = 504
    type = "timeout"
    titles: ClassVar = {
        "en": "The question took too long and was stopped",
        "fr": "La question a pris trop de temps et a été arrêtée",
    }
    meanings: ClassVar = {
        "en": "Every question has a time limit, after which the engine stops it, so that one "
        "expensive question does not slow down the others.",
        "fr": "Toute question a une limite de temps, après laquelle le moteur l’arrête, afin "
        "qu’une question coûteuse ne ralentisse pas les autres.",
    }
    remedies: ClassVar = {
        "en": "Ask for less: more filters, fewer steps, a smaller `limit`. Whoever runs the "
        "service may raise SAHELGRAPH_QUERY_TIMEOUT.",
        "fr": "Demandez moins : plus de filtres, moins de pas, une `limit` plus petite. "
        "L’exploitant du service peut augmenter SAHELGRAPH_QUERY_TIMEOUT.",
    }


KINDS: tuple[type[Problem], ...] = (
    UnknownId, UnknownAddress, WrongMethod, NotAcceptable, StaleCursor, WrongParameter, Problem,
    Unavailable, Busy, TooSlow,
)  # fmt: skip
