"""Results as a Parquet file: the objects of JSON, with the types that their schema names.

The only module that knows pyarrow, which is an extra: it is imported when it is needed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import islice
from pkgutil import get_data
from typing import Any, BinaryIO

from summarize.rendering.formats import SEAL_FIELD
from summarize.rendering.json import Object
from summarize.version import __version__

GROUP = 500  # releases that are written together, and held in memory meanwhile
_SIMPLE = {"string": "string", "integer": "int64", "number": "float64", "boolean": "bool_"}


def write_parquet(objects: Iterable[Object], stream: BinaryIO) -> None:
    """Write the objects of `to_object` as they come, a row each."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    left = iter(objects)
    schema = schema_of_results()
    with pq.ParquetWriter(stream, schema, compression="zstd") as writer:
        while group := list(islice(left, GROUP)):
            writer.write_table(pa.Table.from_pylist([_in_floats(one) for one in group], schema))


def is_ours(stream: BinaryIO) -> bool:
    """Whether what is read from ``stream`` was written by ``write_parquet``."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        return SEAL_FIELD.encode() in (pq.read_schema(stream).metadata or {})
    except (pa.ArrowException, OSError):
        return False


def _in_floats(shown: Object) -> Object:
    """``shown`` with figures as the numbers that a column of them has, however large."""
    figures = [
        figure | {key: figure[key] and float(figure[key]) for key in ("value", "upper")}
        for figure in shown["figures"]
    ]
    return shown | {"figures": figures}


def schema_of_results() -> Any:
    """The types of everything in a result, read from its JSON schema."""
    import pyarrow as pa

    schema = json.loads(get_data("summarize.rendering", "schema.json") or b"")
    whole = _type(schema, schema["$defs"])
    fields = [field for field in whole if field.name != SEAL_FIELD]  # which the file has once
    return pa.schema(fields, {SEAL_FIELD: f"ringkas {__version__}"})


def _type(schema: Object, known: Object) -> Any:
    """The type of what a part of the schema describes; everything may be unknown."""
    import pyarrow as pa

    if "$ref" in schema:
        return _type(known[schema["$ref"].rpartition("/")[2]], known)
    if "oneOf" in schema:
        (other,) = (one for one in schema["oneOf"] if one.get("type") != "null")
        return _type(other, known)
    named = schema.get("type", "integer" if "const" in schema else "string")
    kind = named if isinstance(named, str) else next(one for one in named if one != "null")
    if kind == "array":
        return pa.list_(_type(schema["items"], known))
    if kind == "object":
        return pa.struct({name: _type(one, known) for name, one in schema["properties"].items()})
    return getattr(pa, _SIMPLE[kind])()
