"""Named tuples that are quickly defined.

``typing.NamedTuple`` compiles each annotation and a constructor for each class: for the hundred
classes of a run that takes a tenth of it. Here only one constructor is compiled for each number of
fields. Else there is no difference; for a type checker it is ``typing.NamedTuple``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from operator import itemgetter
from types import FunctionType
from typing import TYPE_CHECKING, Any, Generic, cast

__all__ = ["NamedTuple"]

try:
    from _collections import _tuplegetter as field  # type: ignore[import-not-found]
except ImportError:  # as in the standard library, which has it nowhere else

    def field(index: int, doc: str) -> property:
        """What reads the value at ``index``."""
        return property(itemgetter(index), doc=doc)


class _Definition(type):
    """Makes a tuple with named fields of the body of a class."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> Any:
        if not bases:
            return super().__new__(cls, name, bases, body)
        fields = tuple(body.get("__annotations__", ()))
        defaults = {name: body[name] for name in fields if name in body}
        made = {name: field(index, name) for index, name in enumerate(fields)}
        made |= {
            "__new__": _constructor(fields, tuple(defaults.values())),
            "__slots__": (),
            "__match_args__": fields,
            "_fields": fields,
            "_field_defaults": defaults,
            "_make": classmethod(_make),
        }
        generic = (Generic,) if Generic in bases else ()
        return type(name, (tuple, *generic), _METHODS | body | made)


def _constructor(fields: tuple[str, ...], defaults: tuple[Any, ...]) -> Callable[..., Any]:
    template = _template(len(fields))
    code = template.__code__.replace(co_name="__new__", co_varnames=("_cls", *fields))
    return FunctionType(code, template.__globals__, "__new__", defaults)


@cache
def _template(count: int) -> FunctionType:
    """The constructor of tuples with ``count`` values."""
    values = "".join(f"_{index}, " for index in range(count))
    source = f"lambda _cls, {values}: _new(_cls, ({values}))"
    return cast("FunctionType", eval(source, {"_new": tuple.__new__}))


def _make(cls: Any, values: Iterable[Any]) -> Any:
    """A tuple of the values of all fields."""
    made: tuple[Any, ...] = tuple.__new__(cls, values)
    if len(made) != len(cls._fields):
        raise TypeError(f"expected {len(cls._fields)} values, got {len(made)}")
    return made


def _replace(self: Any, /, **values: Any) -> Any:
    """The same with other ``values``."""
    made = self._make(map(values.pop, self._fields, self))
    if values:
        raise ValueError(f"no such fields: {', '.join(values)}")
    return made


def _asdict(self: Any) -> dict[str, Any]:
    """The values by their names."""
    return dict(zip(self._fields, self, strict=True))


def _repr(self: Any) -> str:
    values = zip(self._fields, self, strict=True)
    return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in values)})"


def _plain(self: Any) -> tuple[Any, ...]:
    """What it is made of again after pickling."""
    return tuple(self)


_METHODS = {
    "_replace": _replace,
    "_asdict": _asdict,
    "__repr__": _repr,
    "__getnewargs__": _plain,
}

if TYPE_CHECKING:
    from typing import NamedTuple
else:

    class NamedTuple(metaclass=_Definition):
        """A tuple whose values have names."""
