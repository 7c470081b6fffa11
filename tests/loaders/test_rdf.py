"""Reading files: formats, faults with their place, datasets, blank nodes, bases."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from loaders.blanks import BlankNumbers, dataset_of, graph_iri, slug
from loaders.errors import BrokenFile, EmptyFile, LoadError, MissingFile, UnknownFormat
from loaders.files import digest, source
from loaders.idset import IdSet
from loaders.mapping import Pair
from loaders.rdf import Chunk, Rebase, chunks


def read(path: Path, size: int = 1000, rebase: Rebase | None = None) -> list[Chunk]:
    return list(chunks([source(path)], size, rebase))


def said(path: Path, dataset: str) -> dict[str, list[Pair]]:
    (chunk,) = read(path)
    return chunk.groups[dataset]


FILES = {
    "a.ttl": "<http://ex.org/s> <http://ex.org/p> <http://ex.org/o> .",
    "a.nt": "<http://ex.org/s> <http://ex.org/p> <http://ex.org/o> .",
    "a.nq": "<http://ex.org/s> <http://ex.org/p> <http://ex.org/o> .",
    "a.trig": "{ <http://ex.org/s> <http://ex.org/p> <http://ex.org/o> }",
    "a.jsonld": '{"@id": "http://ex.org/s", "http://ex.org/p": {"@id": "http://ex.org/o"}}',
    "a.rdf": """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
      xmlns:e="http://ex.org/"><rdf:Description rdf:about="http://ex.org/s">
      <e:p rdf:resource="http://ex.org/o"/></rdf:Description></rdf:RDF>""",
}


@pytest.mark.parametrize("name", FILES)
def test_each_format_is_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(FILES[name])
    assert said(path, "a") == {"http://ex.org/s": [("http://ex.org/p", "http://ex.org/o")]}
    packed = tmp_path / f"{name}.gz"
    packed.write_bytes(gzip.compress(FILES[name].encode()))
    assert source(packed).dataset == "a"
    assert said(packed, "a") == said(path, "a")
    path.write_bytes(b"\xef\xbb\xbf" + FILES[name].encode())
    assert said(path, "a") == said(packed, "a")


@pytest.mark.parametrize(
    ("name", "text", "line", "column"),
    [
        ("a.ttl", "<http://a> <http://b> <http://c> .\n<http://a> <http://b> <c d> .", 2, 23),
        ("a.ttl", '<http://a>\n  <http://b>\n  "open', 3, 3),
        ("a.nt", "<http://a> <http://b> <http://c> .\n<http://a> nonsense .", 2, 12),
        ("a.trig", "<http://g> {\n <http://a> <http://b> }", 2, 24),
        ("a.jsonld", '{"@id": "http://a",\n "http://b": }', 2, 14),
        ("a.rdf", '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n<a', 2, None),
        (
            "a.rdf",
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
            '<rdf:Description rdf:about="http://a b"/></rdf:RDF>',
            2,
            None,
        ),
    ],
)
def test_a_broken_file_tells_the_place(
    tmp_path: Path, name: str, text: str, line: int, column: int | None
) -> None:
    path = tmp_path / name
    path.write_text(text)
    with pytest.raises(BrokenFile) as caught:
        read(path)
    assert caught.value.line == line
    assert column is None or caught.value.column == column
    assert f"{path}, line {line}" in str(caught.value)


def test_bytes_that_are_no_utf8_are_a_fault_with_a_line(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_bytes(b'<http://a> <http://b> "x" .\n<http://a> <http://b> "\xff" .')
    with pytest.raises(BrokenFile, match="line 2"):
        read(path)
    path = tmp_path / "a.ttl.gz"
    path.write_bytes(b"no gzip")
    with pytest.raises(BrokenFile):
        read(path)


def test_a_context_elsewhere_is_not_fetched(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonld"
    path.write_text('{"@context": "http://ex.org/context", "@id": "http://a"}')
    with pytest.raises(BrokenFile, match="not fetched"):
        read(path)


def test_what_cannot_be_loaded_is_said(tmp_path: Path) -> None:
    with pytest.raises(MissingFile, match="no such file"):
        source(tmp_path / "none.ttl")
    with pytest.raises(MissingFile, match="not a file"):
        source(tmp_path)
    for name in ("a.docx", "a"):
        (tmp_path / name).write_text("x")
        with pytest.raises(UnknownFormat, match="turtle"):
            source(tmp_path / name)
    with pytest.raises(UnknownFormat):
        source(tmp_path / "a", format="nonsense")
    assert source(tmp_path / "a", format="turtle").format == "turtle"
    assert source(tmp_path / "a", format=".TTL").format == "turtle"
    with pytest.raises(LoadError):
        source(tmp_path / "a", " ", "turtle")


@pytest.mark.parametrize("text", ["", "\n# only words\n", "@prefix ex: <http://ex.org/> ."])
def test_a_file_without_triples_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.ttl"
    path.write_text(text)
    with pytest.raises(EmptyFile, match="no triples"):
        read(path)


def test_blank_nodes_are_numbered_by_appearance_each_time_alike(tmp_path: Path) -> None:
    path = tmp_path / "my data.ttl"
    path.write_text("[] <http://p> ( 1 2 ), _:x . _:x <http://p> [] .")
    first, second = read(path), read(path)
    assert first[0].groups == second[0].groups
    assert sorted(first[0].groups["my data"]) == [f"_:my_20data.{n}" for n in (1, 2, 3, 4)]


def test_labels_of_blank_nodes_are_local_to_a_file(tmp_path: Path) -> None:
    for name in ("a.ttl", "b.ttl"):
        (tmp_path / name).write_text("_:x <http://p> 1 .")
    sources = [source(tmp_path / name, "d") for name in ("a.ttl", "b.ttl")]
    (chunk,) = chunks(sources, 100)
    assert list(chunk.groups["d"]) == ["_:d.1", "_:d.2"]


def test_named_graphs_are_datasets_and_share_blank_nodes(tmp_path: Path) -> None:
    path = tmp_path / "a.trig"
    path.write_text(
        "@prefix d: <https://w3id.org/sahelgraph/dataset/> ."
        "<http://g> { _:x <http://p> 1 } { _:x <http://p> 2 } d:niamey-2018 { _:x <http://p> 3 }"
    )
    (chunk,) = read(path)
    assert {name: list(group) for name, group in chunk.groups.items()} == {
        "http://g": ["_:a.1"],
        "a": ["_:a.1"],
        "niamey-2018": ["_:a.1"],
    }
    assert set(chunk.origins.values()) == {"a"}
    assert dict(chunk.read) == {"http://g": 1, "a": 1, "niamey-2018": 1}


def test_relative_iris_do_not_depend_on_the_place_of_the_file(tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.ttl").write_text("<#s> <p> <> .")
    assert read(tmp_path / "x" / "a.ttl")[0].groups == read(tmp_path / "y" / "a.ttl")[0].groups
    assert list(said(tmp_path / "x" / "a.ttl", "a")) == ["https://w3id.org/sahelgraph/dataset/a#s"]


def test_triple_terms_are_rejected_with_their_reason(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text("<http://a> <http://b> 1, <<( <http://a> <http://b> <http://c> )>> .")
    (chunk,) = read(path)
    assert chunk.read["a"] == 2
    assert sum(chunk.rejected["a"].values()) == 1
    assert "triple terms" in next(iter(chunk.rejected["a"]))
    assert "http://c" in chunk.examples["a"][0]


def test_another_base_leaves_the_ontology_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.trig"
    base = "https://w3id.org/sahelgraph/"
    path.write_text(
        f"<{base}dataset/x> {{ <{base}id/niger> a <{base}ontology#State> ;"
        f" <{base}ontology#partOf> <{base}id/sahel> }}"
    )
    (chunk,) = read(path, rebase=Rebase(base, "https://example.org/kg/"))
    (group,) = chunk.groups.values()
    assert group == {
        "https://example.org/kg/id/niger": [
            ("http://www.w3.org/1999/02/22-rdf-syntax-ns#type", f"{base}ontology#State"),
            (f"{base}ontology#partOf", "https://example.org/kg/id/sahel"),
        ]
    }


def test_a_chunk_ends_between_subjects_unless_one_is_endless(tmp_path: Path) -> None:
    path = tmp_path / "a.nt"
    path.write_text("".join(f"<http://s{n // 7}> <http://p> <http://o{n}> .\n" for n in range(70)))
    parts = read(path, size=10)
    assert [c.read.total() for c in parts] == [14] * 5
    path.write_text("".join(f"<http://s> <http://p> <http://o{n}> .\n" for n in range(95)))
    assert [c.read.total() for c in read(path, size=10)] == [40, 40, 15]


def test_a_chunk_does_not_part_a_resource_from_its_blank_nodes(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text("".join(f"<http://s{n}> <p> [ <p> 1 ] ; <q> ( 1 2 ) .\n" for n in range(9)))
    parts = read(path, size=4)
    assert sum(c.read.total() for c in parts) == 9 * 7
    assert len({id_ for c in parts for id_ in c.groups["a"]}) == 9 * 4
    assert sum(len(c.groups["a"]) for c in parts) == 9 * 4


def test_names_of_datasets_never_meet() -> None:
    names = ["a", "a b", "a_b", "a_20b", "-a", "_2da", "http://g", "é", "A", "1", "a.b", "a%b"]
    assert len({slug(name) for name in names}) == len(names)
    assert len({graph_iri(name) for name in names}) == len(names)
    assert [dataset_of(graph_iri(name)) for name in names] == names


def test_blank_nodes_beyond_memory_keep_their_numbers() -> None:
    numbers = BlankNumbers("d", held=10)
    ids = [numbers.id(f"b{n}") for n in range(55)]
    assert len(set(ids)) == 55
    assert [numbers.id(f"b{n}") for n in range(55)] == ids
    numbers.close()


def test_ids_beyond_memory_are_not_lost() -> None:
    ids = IdSet(held=10)
    for n in range(0, 95, 5):
        ids.add(f"n{m}" for m in range(n, n + 5))
    assert ids.present(["n3", "n94", "n95"]) == {"n3", "n94"}
    pages = list(ids.pages(20))
    assert [len(page) for page in pages] == [20, 20, 20, 20, 15]
    assert sorted(i for page in pages for i in page) == sorted(f"n{n}" for n in range(95))
    ids.close()


def test_the_digest_changes_with_bytes_and_meaning(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text("x")
    before = digest([source(path)])
    assert digest([source(path)]) == before
    assert digest([source(path)], "other base") != before
    assert digest([source(path, format="nt")]) != before
    path.write_text("y")
    assert digest([source(path)]) != before
