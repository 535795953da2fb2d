"""What is written, loaded by the programs that people load it with."""

from __future__ import annotations

import asyncio
import json
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.test_process import run

Results = list[dict[str, Any]]

# The programs' own warnings are not ours to mend.
pytestmark = pytest.mark.filterwarnings("ignore")


def paths(expected: Results) -> list[str]:
    return [one["source"]["path"] for one in expected]


def said(expected: Results) -> list[tuple[str, str | None]]:
    """All quotations with their speakers, in order."""
    return sorted(
        (quote["text"], quote["speaker"] and quote["speaker"]["name"])
        for one in expected
        for quote in one["quotes"]
    )


# JSON lines


def test_all_lines_have_the_same_keys(written: Path, expected: Results) -> None:
    lines = written.joinpath("all.jsonl").read_text("utf-8").splitlines()
    loaded = [json.loads(line) for line in lines]
    assert {(*one,) for one in loaded} == {(*expected[0], "made_with")}
    assert [{**one, "made_with": None} for one in expected] == [
        {**one, "made_with": None} for one in loaded
    ]


@pytest.mark.skipif(shutil.which("jq") is None, reason="jq is not installed")
def test_jq_loads_the_lines(written: Path, expected: Results) -> None:
    shown = subprocess.run(
        ["jq", "-r", ".source.path", written / "all.jsonl"], capture_output=True, check=True
    )
    assert shown.stdout.decode().splitlines() == paths(expected)


def test_sqlite_utils_loads_the_lines(written: Path, expected: Results, tmp_path: Path) -> None:
    sqlite_utils = pytest.importorskip("sqlite_utils")
    target = tmp_path / "loaded.db"
    subprocess.run(
        [
            *(sys.executable, "-m", "sqlite_utils", "insert", "--nl"),
            *(target, "releases", written / "all.jsonl"),
        ],
        check=True,
    )
    rows = list(sqlite_utils.Database(target)["releases"].rows)
    assert [json.loads(row["source"])["path"] for row in rows] == paths(expected)
    assert all("ringkas" in row["made_with"] for row in rows)


def test_duckdb_loads_the_lines(written: Path, expected: Results) -> None:
    duckdb = pytest.importorskip("duckdb")
    lines = written / "all.jsonl"
    rows = duckdb.sql(f"SELECT source.path, made_with FROM '{lines}'").fetchall()
    assert [path for path, _ in rows] == paths(expected)
    query = f"SELECT q.text, q.speaker.name FROM (SELECT unnest(quotes) q FROM '{lines}')"
    found = duckdb.sql(query).fetchall()
    assert sorted(found, key=repr) == sorted(said(expected), key=repr)


def test_pandas_loads_the_lines(written: Path, expected: Results) -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.read_json(written / "all.jsonl", lines=True)
    assert [source["path"] for source in frame["source"]] == paths(expected)
    assert frame["made_with"].str.startswith("ringkas").all()


# Parquet


@pytest.fixture(scope="session")
def parquet(releases: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("pyarrow")
    target = tmp_path_factory.mktemp("parquet") / "new" / "all.parquet"
    for _ in range(2):
        done = run(str(releases), "-q", "--explain", "-o", str(target))
        assert (done.returncode, done.stderr) == (0, b"")
    return target


def test_duckdb_reads_parquet(parquet: Path, expected: Results) -> None:
    duckdb = pytest.importorskip("duckdb")
    query = f"SELECT q.text, q.speaker.name FROM (SELECT unnest(quotes) q FROM '{parquet}')"
    assert sorted(duckdb.sql(query).fetchall(), key=repr) == sorted(said(expected), key=repr)
    query = f"SELECT max(f.value) FROM (SELECT unnest(figures) f FROM '{parquet}')"
    assert duckdb.sql(query).fetchall() == [(99999999999999999.0,)]


def test_pandas_reads_parquet(parquet: Path, expected: Results) -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.read_parquet(parquet)
    assert [source["path"] for source in frame["source"]] == paths(expected)
    assert [*frame.columns] == [*expected[0]]


def test_parquet_holds_what_json_says(parquet: Path, releases: Path) -> None:
    import pyarrow.parquet as pq

    lines = run(str(releases), "-q", "-f", "jsonl", "--explain").stdout.splitlines()
    for row, line in zip(pq.read_table(parquet).to_pylist(), lines, strict=True):
        assert _known(row) == _known(json.loads(line, parse_int=float))  # as its figures are


def _known(value: Any) -> Any:
    """``value`` without what is unknown: a column is there for all rows."""
    if isinstance(value, dict):
        return {key: _known(one) for key, one in value.items() if one is not None}
    return [_known(one) for one in value] if isinstance(value, list) else value


def test_only_our_parquet_is_overwritten(releases: Path, tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    target = tmp_path / "a.parquet"
    pandas.DataFrame({"a": [1]}).to_parquet(target)
    before = target.read_bytes()
    advice = "stands there and is no result; move it away, or overwrite with --force"
    done = run(str(releases), "-q", "-o", str(target))
    assert (done.returncode, done.stderr.decode()) == (1, f"{target}: {advice}\n")
    assert target.read_bytes() == before
    assert run(str(releases), "-q", "-o", str(target), "--force").returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == ["a.parquet"]


# The database


def test_datasette_opens_the_database_as_it_is(written: Path, expected: Results) -> None:
    app = pytest.importorskip("datasette.app")

    async def get(path: str) -> Any:
        shown = await app.Datasette([str(written / "all.db")]).client.get(path)
        assert shown.status_code == 200, path
        return shown.json() if ".json" in path else shown.text

    async def look() -> None:
        tables = (await get("/all.json"))["tables"]
        found = {one["name"]: one for one in tables if not one["hidden"]}
        assert found["releases"]["count"] == len(expected)
        assert found["quotes"]["fts_table"] == "quotes_fts"
        assert {one["other_table"] for one in found["quotes"]["foreign_keys"]["outgoing"]} == {
            *("releases", "sentences", "people")
        }
        searched = await get("/all/sentences.json?_search=bupati&_shape=array")
        assert searched
        assert all("bupati" in one["text"].lower() for one in searched)
        faceted = await get("/all/quotes.json?_facet=speaker")
        assert faceted["facet_results"]
        assert len(await get("/all/quotes_by_person.json?_shape=array")) > 3
        assert len(await get("/all/releases_by_month.json?_shape=array")) > 3
        page = await get("/all/releases?path__endswith=rumus.txt")
        assert "<script>alert(1)" not in page
        assert "&lt;script&gt;alert(1)" in page

    asyncio.run(look())


def test_sqlite_utils_knows_the_database(written: Path) -> None:
    sqlite_utils = pytest.importorskip("sqlite_utils")
    found = sqlite_utils.Database(written / "all.db")
    assert found["quotes"].detect_fts() == "quotes_fts"
    assert list(found["quotes"].search("jalan"))
    assert {key.other_table for key in found["items"].foreign_keys} == {"releases", "lists"}


def test_pandas_reads_the_database(written: Path, expected: Results) -> None:
    pandas = pytest.importorskip("pandas")
    connection = sqlite3.connect(written / "all.db")
    frame = pandas.read_sql("SELECT text, speaker FROM quotes", connection)
    connection.close()
    assert sorted(frame["text"]) == [text for text, _ in said(expected)]
