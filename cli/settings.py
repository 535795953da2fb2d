"""Options from elsewhere than the command line: variables of the environment, and a file.

The file is the nearest one upwards from the working folder, `ringkas.toml` or a `pyproject.toml`
with `[tool.ringkas]`, or else the user's own. A variable counts more than the file, and the command
line more than both.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from summarize.rendering.visible import shown

from .messages import translated
from .values import TEMPLATES, Reader, nearest

FILE = "ringkas.toml"
PREFIX = "RINGKAS_"
Setting = tuple[Any, str]  # a value, and the file or the variable that it is from
ORIGINS = "ringkas.origins"  # in a context: where the values are from that were not given
# What one run is to do is never said in advance.
COMMAND_LINE_ONLY = frozenset(
    {
        *("output", "force", "debug", "version", "help", "show-config", "no-config"),
        *("about", "since", "until", "who", "where", "install-completion", "show-completion"),
    }
)
# Of these only one is followed: whoever says one of them does not want another one from below.
EXCLUSIVE = (frozenset({"sentences", "words", "ratio"}), frozenset({"format", "template"}))


class SettingError(Exception):
    """A file or a variable says what cannot be followed; the message names it."""


def name_of(option: Any) -> str:
    """What an option is called in a file: its long name without the dashes."""
    return str(max(option.opts, key=len)).removeprefix("--")


def variable_of(name: str) -> str:
    """The variable of the environment for a setting: ``RINGKAS_MAX_BYTES``."""
    return PREFIX + name.upper().replace("-", "_")


def read_settings(readers: Mapping[str, Reader], given: Collection[str]) -> dict[str, Setting]:
    """The settings to follow where ``given`` are on the command line, by their names.

    Raises SettingError for a name that is not among ``readers``, or a value that they refuse.
    """
    found: dict[str, Setting] = {}
    for level in (_of_file(readers), _of_environment(readers)):
        _refuse_two(level)
        found = {**_without(found, level), **level}
    return _without(found, given)


def _without(settings: Mapping[str, Setting], said: Collection[str]) -> dict[str, Setting]:
    """``settings`` but for those that what is ``said`` above them puts aside."""
    aside = {*said, *(name for group in EXCLUSIVE if group & {*said} for name in group)}
    return {name: one for name, one in settings.items() if name not in aside}


def _refuse_two(level: Mapping[str, Setting]) -> None:
    for group in EXCLUSIVE:
        both = sorted(group & {*level})
        if len(both) > 1:
            origin = level[both[1]][1]
            raise SettingError(f"{origin}: only one of {both[0]} and {both[1]} can be followed")


def _of_environment(readers: Mapping[str, Reader]) -> dict[str, Setting]:
    found = {}
    for name, reader in readers.items():
        variable = variable_of(name)
        text = os.environ.get(variable, "")
        if text:
            value = _read(reader, text, variable)
            found[name] = ([value] if name == "glob" else value, variable)
    return found


def _of_file(readers: Mapping[str, Reader]) -> dict[str, Setting]:
    path, table = find_table()
    found = {}
    for key, value in table.items():
        name = key.replace("_", "-")
        if name in COMMAND_LINE_ONLY:
            raise SettingError(f"{path}: {key} is for the command line alone")
        if name not in readers:
            near = nearest(name, readers)
            said = f"{path}: no setting is called {key}"
            raise SettingError(f"{said}; did you mean {near}?" if near else said)
        read = _value(readers[name], value, name, f"{path}: {key}")
        if name == "template" and read not in TEMPLATES:  # beside the file that names it
            read = os.path.join(os.path.dirname(path), str(read))  # noqa: PTH118, PTH120
        found[name] = (read, path)
    return found


def _value(reader: Reader, value: object, name: str, origin: str) -> object:
    """The value that a file gives as text, number, true, false or a list of texts."""
    if name == "glob":
        several = value if isinstance(value, list) else [value]
        return [_read(reader, _text(one, origin), origin) for one in several]
    if isinstance(value, list):
        value = ",".join(_text(one, origin) for one in value)
    return _read(reader, _text(value, origin), origin)


def _text(value: object, origin: str) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str | int | float):
        raise SettingError(f"{origin}: neither text nor a number")
    return str(value)


def _read(reader: Reader, text: str, origin: str) -> object:
    try:
        return reader(text)
    except ValueError as wrong:
        raise SettingError(f"{origin}: {wrong}") from wrong


def find_table() -> tuple[str, dict[str, Any]]:
    """The file that settings are read from, and the table in it; an empty one where is none."""
    for folder in _folders():
        path = os.path.join(folder, FILE)  # noqa: PTH118 - start-up waits for it
        content = _content(path)
        if content is not None:
            return path, _parsed(content, path)
        path = os.path.join(folder, "pyproject.toml")  # noqa: PTH118
        content = _content(path)
        if content is not None and b"ringkas" in content and _may_set(content):
            tools = _parsed(content, path).get("tool", {})
            if isinstance(tools, dict) and isinstance(tools.get("ringkas"), dict):
                return path, tools["ringkas"]
    path = os.path.join(_user_folder(), "ringkas", FILE)  # noqa: PTH118
    content = _content(path)
    return path, {} if content is None else _parsed(content, path)


def _may_set(content: bytes) -> bool:
    """Whether a table of ours may be in a project's file: most have none, and are not parsed."""
    bare = content.translate(None, b" \t\"'")
    return b"tool.ringkas" in bare or b"[tool]" in bare


def _folders() -> Iterator[str]:
    """The working folder, the one it lies in, and so on."""
    try:
        folder = os.getcwd()  # noqa: PTH109
    except OSError:  # it was removed
        return
    while True:
        yield folder
        above = os.path.dirname(folder)  # noqa: PTH120
        if above == folder:
            return
        folder = above


def _user_folder() -> str:
    """Where a user's programs have their settings."""
    if sys.platform == "win32":
        return os.environ.get("APPDATA", "")
    return os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config")  # noqa: PTH111


def _content(path: str) -> bytes | None:
    try:
        with open(path, "rb") as stream:  # noqa: PTH123
            return stream.read()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
    except OSError as failure:
        raise SettingError(f"{path}: cannot be read: {failure.strerror}") from failure


def _parsed(content: bytes, path: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except ValueError as wrong:  # of TOML, or of UTF-8
        raise SettingError(f"{path}: is not TOML: {wrong}") from wrong


def show_settings(context: Any) -> None:
    """Print every setting as a line of ringkas.toml, with where it is from behind it."""
    origins = context.meta[ORIGINS]
    lines = []
    for option in context.command.params:
        name = name_of(option)
        if name in COMMAND_LINE_ONLY or option.param_type_name != "option":
            continue
        value = context.params.get(option.name)
        source = context.get_parameter_source(option.name)
        given = source is not None and source.name == "COMMANDLINE"
        origin = translated("command line" if given else origins.get(option.name, "default"))
        written = f"# {name} =" if value in (None, ()) else f"{name} = {_toml(value)}"
        lines.append((written, origin))
    width = min(40, max(len(written) for written, _ in lines))
    sys.stdout.writelines(f"{written:{width}}  # {shown(origin)}\n" for written, origin in lines)


def _toml(value: object) -> str:
    if isinstance(value, list | tuple):
        return f"[{', '.join(_toml(one) for one in value)}]"
    import json

    return json.dumps(value, ensure_ascii=False)
