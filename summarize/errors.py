"""Everything the library raises on purpose.

SummarizeError
├── ReadError            an input that cannot be read
│   ├── NotTextError     binary, or a document format that is not read
│   ├── TooLargeError    larger than the limit
│   └── UnreadableError  missing, no permission, not a regular file, unknown encoding
├── InputError           something else than a text or a path was given; a TypeError too
├── RenderError          a release of which a template can make nothing
├── OptionError          an option with a value that makes no sense
├── WriteError           a result that cannot be written
└── EngineError          a cluster that is not there, or cannot do the work

The message says what is wrong and what to do, in one line; the caller adds the path.

What a storage raises, its callers tell in these words; it is an OSError:

├── LargerError          more in a file than was to be read
├── NotRegularError      a folder, a pipe or a device
└── RemoteError          a store cannot do what it is asked
"""


class SummarizeError(Exception):
    """Base of all errors raised by this package."""


class ReadError(SummarizeError):
    """An input could not be read."""


class NotTextError(ReadError):
    """The input is not text."""


class TooLargeError(ReadError):
    """The input is larger than the limit."""


class UnreadableError(ReadError):
    """The input could not be opened or decoded."""


class InputError(SummarizeError, TypeError):
    """What was given is no text: None, NaN, bytes, the path of a file."""


class RenderError(SummarizeError):
    """A result could not be made of a summary."""


class OptionError(SummarizeError):
    """An option has a value that makes no sense."""


class WriteError(SummarizeError):
    """A result could not be written."""


class EngineError(SummarizeError):
    """Those who were to do the work are not there, or not fit for it."""


class NotRegularError(OSError):
    """A folder, a pipe or a device stands there; ``mode`` is that of its status."""

    def __init__(self, mode: int) -> None:
        super().__init__()
        self.mode = mode


class LargerError(OSError):
    """The file is larger than what was to be read of it at most."""


class RemoteError(OSError):
    """A store cannot do what it is asked; the message says why and what to do."""

    def __str__(self) -> str:
        return str(self.args[0])  # also where it has a file name
