"""A finding leads to the line where its node is described, however the Turtle is written."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from loaders.lines import lines
from ontology.files import DATA_FILES, ONTOLOGY_FILES

TURTLE = '''@base <http://base.org/a/> .
PREFIX ex: <http://ex.org/>
@prefix : <x#> .
# <http://no.org/> is only in a comment
ex:a ex:p "a # no comment . ex:no " , """long
text . ex:no ex:p 1 .
""" ; ex:q 2.8 , 3 , .5e3 , -7 , true .
ex:b.c.2 ex:p [ ex:q ( ex:no 1.0 [ ] ) ] . <rel>
  ex:p ex:a . :local ex:p 'it\\'s . ' .
_:blank ex:p ex:a .
[] ex:p ex:no .
ex:a ex:p "again"@en-GB , <http://no.org/x.y> .
ex:esc\\,aped%20 ex:p 1. ex:last ex:p '''


def test_subjects_are_found_where_they_stand() -> None:
    assert lines(TURTLE + '"".') == {
        "http://ex.org/a": 5,
        "http://ex.org/b.c.2": 8,
        "http://base.org/a/rel": 8,
        "http://base.org/a/x#local": 9,
        "http://ex.org/esc,aped%20": 13,
        "http://ex.org/last": 13,
    }


def test_graphs_of_trig() -> None:
    text = (
        "@prefix ex: <http://ex.org/> .\nGRAPH ex:g {\n ex:a ex:p 1\n}\n"
        "ex:h { ex:b ex:p 2 .\nex:c ex:p 1 }"
    )
    found = lines(text)
    assert {name[-1]: line for name, line in found.items() if name[-1] in "abc"} == {
        "a": 3,
        "b": 5,
        "c": 6,
    }


def test_a_broken_text_is_survived() -> None:
    assert lines('ex:a "open\n ]]] . <http://x> <') is not None


@pytest.mark.parametrize("path", [*ONTOLOGY_FILES, *DATA_FILES], ids=lambda path: path.name)
def test_every_subject_of_the_shipped_files_is_found(path: object) -> None:
    parsed = ox.parse(path=str(path), base_iri="http://base.org/")
    subjects = {q.subject.value for q in parsed if isinstance(q.subject, ox.NamedNode)}
    with open(str(path), encoding="utf-8") as file:
        assert set(lines(file.read())) == subjects
