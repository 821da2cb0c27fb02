from __future__ import annotations

from pathlib import Path

from training.corpus.conllu import read_conllu

ROWS = """# newdoc id = GUM_news_mill
# newpar
# sent_id = 1
1-2\tCan't\t_\t_\t_\t_\t_\t_\t_\t_
1\tCa\tcan\tAUX\tMD\t_\t3\taux\t_\t_
2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# newpar
# sent_id = 2
1\tRain\train\tNOUN\tNN\t_\t0\troot\t_\t_

"""


def test_rebuilds_the_text(tmp_path: Path) -> None:
    """Tokens point at their characters; a multiword token is split, paragraphs are parted."""
    path = tmp_path / "a.conllu"
    path.write_text(ROWS, "utf8")
    (document,) = read_conllu(path)
    assert document.text.startswith("Can't go.\n\nRain")
    assert [document.text[a:b] for a, b in document.tokens] == ["Ca", "n't", "go", ".", "Rain"]


def test_heads_are_indices_in_the_document(tmp_path: Path) -> None:
    """A head is the index of its token, a root its own."""
    path = tmp_path / "a.conllu"
    path.write_text(ROWS, "utf8")
    (document,) = read_conllu(path)
    assert document.head is not None
    assert document.head.tolist() == [2, 2, 2, 2, 4]


def test_knows_the_genre(tmp_path: Path) -> None:
    """The genre follows from the document's id."""
    path = tmp_path / "a.conllu"
    path.write_text(ROWS, "utf8")
    assert [d.genre for d in read_conllu(path)] == ["news"]


def test_reads_coreference(tmp_path: Path) -> None:
    """Heads of mentions have the number of their entity over the whole document."""
    path = tmp_path / "a.conllu"
    marked = ROWS.replace("3\taux\t_\t_", "3\taux\t_\tEntity=(1-event-new-coref")
    marked = marked.replace("SpaceAfter=No", "Entity=1)|SpaceAfter=No")
    marked = marked.replace("0\troot\t_\t_", "0\troot\t_\tEntity=(1-event-giv-coref)")
    path.write_text(marked, "utf8")
    (document,) = read_conllu(path)
    assert document.cluster is not None
    assert document.cluster.tolist() == [-1, -1, 0, -1, 0]


def test_has_no_clusters_without_mentions(tmp_path: Path) -> None:
    """A corpus that marks no mention says nothing of coreference."""
    path = tmp_path / "a.conllu"
    path.write_text(ROWS, "utf8")
    assert [d.cluster for d in read_conllu(path)] == [None]
