"""What is measured of a cut, and what each measure means, for people who do not know it yet."""

from __future__ import annotations

from queries.catalogue import Text

MEASURES: dict[str, tuple[Text, Text]] = {
    "degree": (
        Text(en="Degree", fr="Degré"),
        Text(
            en="To how many other things of this cut it is linked. High: much is said of it here, "
            "which is not the same as influence.",
            fr="À combien d’autres choses de cette coupe elle est liée. Élevé : on en dit beaucoup "
            "ici, ce qui n’est pas de l’influence.",
        ),
    ),
    "in_degree": (
        Text(en="Links to it", fr="Liens vers elle"),
        Text(
            en="By how many things something is said to be done to it: supported, funded, cited …",
            fr="Combien de choses agissent sur elle selon les textes : la soutiennent, la "
            "financent, la citent …",
        ),
    ),
    "out_degree": (
        Text(en="Links from it", fr="Liens partant d’elle"),
        Text(
            en="To how many things it is said to do something.",
            fr="Sur combien de choses elle agit selon les textes.",
        ),
    ),
    "statements": (
        Text(en="Statements", fr="Énoncés"),
        Text(
            en="How many statements link it to other things of this cut.",
            fr="Combien d’énoncés la lient à d’autres choses de cette coupe.",
        ),
    ),
    "betweenness": (
        Text(en="Betweenness", fr="Intermédiarité"),
        Text(
            en="On which share of the shortest ways between two others it lies (0 to 1). High: a "
            "go-between; without it parts of this cut would be further from each other.",
            fr="Sur quelle part des plus courts chemins entre deux autres elle se trouve (0 à 1). "
            "Élevée : un intermédiaire ; sans lui, des parties de cette coupe s’éloigneraient.",
        ),
    ),
    "pagerank": (
        Text(en="PageRank", fr="PageRank"),
        Text(
            en="How often one would come by it when following links at random (all add up to 1). "
            "High: linked to things that are much linked themselves.",
            fr="À quelle fréquence on y passe en suivant les liens au hasard (la somme est 1). "
            "Élevé : liée à des choses elles-mêmes très liées.",
        ),
    ),
    "community": (
        Text(en="Community", fr="Communauté"),
        Text(
            en="A group with more links inside than chance would give (Louvain). A finding of "
            "arithmetic, not a group that exists as such; other runs may draw other borders.",
            fr="Un groupe plus lié en son sein que le hasard ne le ferait (Louvain). Un résultat "
            "de calcul, pas un groupe réel ; d’autres frontières sont possibles.",
        ),
    ),
    "component": (
        Text(en="Component", fr="Composante"),
        Text(
            en="A part of this cut that no link joins to the rest. Absence of a link means that "
            "these documents say none.",
            fr="Une partie de cette coupe qu’aucun lien ne joint au reste. L’absence de lien veut "
            "dire que ces documents n’en énoncent pas.",
        ),
    ),
    "bridge": (
        Text(en="Bridge", fr="Pont"),
        Text(
            en="The only link between two parts: without it they would fall apart. Where it rests "
            "on one statement, so does their connection.",
            fr="Le seul lien entre deux parties : sans lui elles se sépareraient. S’il repose sur "
            "un seul énoncé, leur connexion aussi.",
        ),
    ),
    "density": (
        Text(en="Density", fr="Densité"),
        Text(
            en="Which share of all pairs of things is linked (0 to 1).",
            fr="Quelle part de toutes les paires de choses est liée (0 à 1).",
        ),
    ),
}
