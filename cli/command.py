"""How the command line is read: values, settings of files and variables, and what is wrong.

Typer reads every value through pydantic, also one that was not given, and importing pydantic takes
longer than summarising a release. So values are read here, by functions that also say what is
wrong, in one line; files and variables are read by the same functions.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, ClassVar

import typer
from typer.core import TyperCommand

from . import settings
from .messages import translated
from .streams import complain
from .values import Reader, nearest, yes_or_no

WRONG_USAGE: type[Exception] = typer.BadParameter.__mro__[1]  # which Typer does not export


class Command(TyperCommand):
    """A command that reads values by ``readers``, named by parameters; flags need none.

    ``completions`` are what a value may become that was begun.
    """

    readers: ClassVar[Mapping[str, Reader]]
    completions: ClassVar[Mapping[str, Callable[[str], list[str]]]]

    def get_params(self, ctx: Any) -> Any:
        """The options, those that have a reader with it in place of Typer's."""
        options = super().get_params(ctx)
        for option in options:
            reader = self.readers.get(option.name or "")
            if reader is not None and not isinstance(option.process_value, partial):
                quick = partial(_read, reader, option, option.process_value)
                setattr(option, "process_value", quick)  # noqa: B010 - to mypy, methods are fixed
        return options

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read what was given, and for what was not, what variables and files say."""
        rest: list[str] = super().parse_args(ctx, args)
        ctx.meta[settings.ORIGINS] = {}
        if not (ctx.resilient_parsing or ctx.params.get("no_config")):
            self._follow_settings(ctx)
        return rest

    def _follow_settings(self, context: Any) -> None:
        options: dict[str, Any] = {settings.name_of(option): option for option in self.params}
        readers = {
            name: yes_or_no if option.is_flag else self.readers.get(option.name, str)
            for name, option in options.items()
            if name not in settings.COMMAND_LINE_ONLY and option.param_type_name == "option"
        }
        given = {
            name
            for name, option in options.items()
            if (source := context.get_parameter_source(option.name)) is not None
            and source.name == "COMMANDLINE"
        }
        for name, (value, origin) in settings.read_settings(readers, given).items():
            parameter = options[name].name
            context.params[parameter] = value
            context.meta[settings.ORIGINS][parameter] = origin

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help, its options in groups."""
        from .help import write_help

        write_help(self, ctx, formatter)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run the command; what was used wrongly is told in one line, with exit code 2."""
        try:
            code = super().main(args, prog_name, complete_var, False, windows_expand_args, **extra)
        except (WRONG_USAGE, settings.SettingError) as wrong:
            complain(f"summarize: {_told(wrong)}")
            sys.exit(2)
        sys.exit(code or 0)

    def _main_shell_completion(
        self, ctx_args: Any, prog_name: str, complete_var: str | None = None
    ) -> None:
        import os

        variable = complete_var or f"_{prog_name}_COMPLETE".replace("-", "_").upper()
        if variable in os.environ:
            from typer.completion import get_completion_inspect_parameters

            get_completion_inspect_parameters()  # which makes Typer's shells known
            for option in self.params:
                complete = self.completions.get(option.name or "")
                if complete is not None:
                    setattr(option, "_custom_shell_complete", partial(_complete, complete))  # noqa: B010
            super()._main_shell_completion(ctx_args, prog_name, variable)


def _complete(
    complete: Callable[[str], list[str]], context: Any, option: Any, begun: str
) -> list[str]:
    return complete(begun)


def _read(reader: Reader, option: Any, by_typer: Any, context: Any, value: Any) -> object:
    """The value of one option: none, a default, a string or the strings of all paths."""
    if value is None or type(value) in (int, float):
        return value
    if not isinstance(value, str | list | tuple):  # --help
        return by_typer(context, value)
    try:
        read = reader(value) if isinstance(value, str) else [reader(one) for one in value]
    except ValueError as wrong:
        raise typer.BadParameter(str(wrong), ctx=context, param_hint=option.opts[-1]) from wrong
    return read


def _told(wrong: Any) -> str:
    """What is wrong with the command line, in one line."""
    message = translated(str(wrong.message if hasattr(wrong, "message") else wrong))
    option = getattr(wrong, "option_name", None)
    if option is None:
        hint = getattr(wrong, "param_hint", None)
        return f"{hint}: {message}" if hint else message
    if hasattr(wrong, "possibilities"):
        known = [name for one in wrong.ctx.command.params for name in one.opts]
        near = nearest(option, (name for name in known if name.startswith("--")))
        said = f"no option is called {option}"
        said = (
            f"{said}; did you mean {near}?" if near else f"{said}; summarize --help tells them all"
        )
        return translated(said)
    if "does not take" in wrong.message:
        return translated(f"{option} takes no value")
    return translated(f"{option} needs a value")
