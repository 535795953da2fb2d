"""Rich Text Format, by our own walk over its control words.

striprtf takes time with the square of the size for some inputs and tells deleted and hidden text;
here both are dropped, bullets of symbol fonts are kept, and notes and text boxes follow the story.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable
from dataclasses import dataclass

from summarize.errors import UnreadableError
from summarize.models import Metadata
from summarize.patterns import pattern
from summarize.reading.assembly import Assembly, bullet
from summarize.reading.extracted import OURS, Extracted, Limits
from summarize.reading.properties import clean

_TOKEN = pattern(
    rb"\\(?:(?P<word>[A-Za-z]{1,32})(?P<value>-?\d{1,10})?[ ]?|'(?P<byte>[0-9A-Fa-f]{2})"
    rb"|(?P<sign>[^A-Za-z]))|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\"
)
_SIGNS = {b"~": "\N{NO-BREAK SPACE}", b"_": "-", b"\n": "\n", b"\r": "\n"}
_SIGNS |= {sign: sign.decode() for sign in (b"{", b"}", b"\\")}
_CHARACTERS = {
    "tab": "\t",
    "line": "\n",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
}
# What a group holds that is no text of the document.
_NO_TEXT = """
    annotation atnid atnauthor atnref colortbl comment falt filetbl fldinst footer footerf
    footerl footerr ftncn ftnsep ftnsepc aftncn aftnsep aftnsepc header headerf headerl headerr
    listoverridetable listtable nonesttables nonshppict operator pict private pgdsctbl revtbl
    rsidtbl rxe shprslt stylesheet tc template txe xe doccomm company manager keywords subject
    category hlinkbase buptim printim revtim
"""
_DROPPED = frozenset(_NO_TEXT.split())
_OPTIONAL = {"shpinst", "shptxt", "dptxbxtext", "do"}  # \\* before them means nothing to us
_LABELS = {"listtext", "pntext"}
_BOXES = {"shptxt", "dptxbxtext"}
_INFO = {"title", "author", "creatim"}
_TOLD = {"fonttbl": "fonts", "info": "info"}  # what is told of the document, and where it goes
_CHARSETS = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "gbk",
    136: "big5",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
_SYMBOLS = 2  # the charset of fonts that hold no letters
_DEEPEST = 10_000


def version() -> str:
    """Ours."""
    return OURS


def read(data: bytes, limits: Limits) -> Extracted:
    """The text of an RTF document."""
    body = _Body()
    body.walk(data[data.index(b"{") :])
    return body.extracted()


@dataclass(slots=True)
class _State:
    """What holds inside of a group, and ends with it."""

    into: str = ""  # where text goes: the story if nothing, else what is named
    font: int | None = None
    skips: int = 1  # how many characters stand in for one of Unicode
    hidden: bool = False
    deleted: bool = False
    tabled: bool = False
    apart: bool = False  # whether the group is a note or a text box
    starred: bool = False

    def inner(self) -> _State:
        """What holds at the beginning of a group in this one; ``replace`` takes far longer."""
        return _State(self.into, self.font, self.skips, self.hidden, self.deleted, self.tabled)


class _Body:
    def __init__(self) -> None:
        self._assembly = Assembly()
        self._assembly.open_paragraph()
        self._states = [_State()]
        self._encoding = "cp1252"
        self._charsets: dict[int, int] = {}
        self._font = 0  # that is being told of
        self._default: int | None = None
        self._left = 0  # characters to skip that stand in for one of Unicode
        self._bytes = bytearray()
        self._label = ""
        self._info: dict[str, str] = {}
        self._made: dict[str, int] = {}
        self._cell = self._row = self._table = False
        self._high = 0  # half of a character

    def walk(self, data: bytes) -> None:
        place = 0
        while found := _TOKEN.match(data, place):
            place = found.end()
            kind, part = found.lastgroup, found[found.lastgroup or 0]
            if kind in {"word", "value"}:
                word = found["word"].decode()
                value = int(found["value"]) if found["value"] else None
                if word == "bin":
                    place += max(value or 0, 0)
                else:
                    self._word(word, value)
            elif kind == "byte":
                self._byte(int(part, 16))
            elif kind == "text":
                skipped = min(self._left, len(part))
                self._left -= skipped
                self._bytes += part[skipped:]
            elif kind == "sign":
                self._sign(part)
            elif kind == "brace":
                self._brace(part)
                if len(self._states) == 1:
                    break

    def extracted(self) -> Extracted:
        self._end_paragraph()
        if self._table:
            self._assembly.close_table()
        made = self._made
        date = None
        if made.get("yr") and 0 < made.get("mo", 0) < 13 and 0 < made.get("dy", 0) < 32:
            date = f"{made['yr']:04}-{made['mo']:02}-{made['dy']:02}"
        title, author = clean(self._info.get("title")), clean(self._info.get("author"))
        return self._assembly.extracted(Metadata(title, author, date))

    @property
    def _state(self) -> _State:
        return self._states[-1]

    def _byte(self, byte: int) -> None:
        if self._left:
            self._left -= 1
        else:
            self._bytes.append(byte)

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._state.starred = True
        elif sign in _SIGNS:
            if self._left:
                self._left -= 1
            else:
                self._write(_SIGNS[sign])

    def _flush(self) -> None:
        """Decode the bytes that came in a row."""
        if not self._bytes:
            return
        font = self._state.font if self._state.font is not None else self._default
        charset = self._charsets.get(-1 if font is None else font, 0)
        if charset == _SYMBOLS:
            text = "".join(chr(0xF000 + byte) if byte > 32 else chr(byte) for byte in self._bytes)
        else:
            text = self._bytes.decode(_CHARSETS.get(charset, self._encoding), "replace")
        self._bytes.clear()
        self._put(text)

    def _write(self, text: str) -> None:
        self._flush()
        self._put(text)

    def _put(self, text: str) -> None:
        state = self._state
        if state.into == "label":
            self._label += text
        elif state.into in _INFO:
            self._info[state.into] = self._info.get(state.into, "") + text
        elif not state.into and not state.hidden and not state.deleted:
            self._assembly.write(text)

    def _brace(self, brace: bytes) -> None:
        self._flush()
        self._left = 0
        if brace == b"{":
            if len(self._states) > _DEEPEST:
                raise UnreadableError(f"broken: more than {_DEEPEST:,} groups inside each other")
            self._states.append(self._state.inner())
        elif len(self._states) > 1 and self._states.pop().apart:
            self._assembly.close_paragraph(self._taken_label())
            self._assembly.close_apart()

    def _word(self, word: str, value: int | None) -> None:
        self._flush()
        state = self._state
        if word == "u":
            self._unicode(value or 0)
            return
        self._left = 0
        if state.starred:
            state.starred = False
            if word not in _OPTIONAL:
                state.into = "nothing"
        if word in _DROPPED:
            state.into = "nothing"
        if state.into in {"", "label"} or word in _INFO or word == "info":
            self._in_text(word, value)
        elif state.into == "fonts":
            self._in_fonts(word, value)
        elif state.into == "creatim" and value is not None:
            self._made[word] = value

    def _in_text(self, word: str, value: int | None) -> None:
        state = self._state
        match word:
            case "par" | "sect":
                self._end_paragraph()
                self._assembly.open_paragraph()
            case "cell":
                state.tabled = True
                self._end_paragraph()
                self._assembly.close_apart()
                self._cell = False
                self._assembly.open_paragraph()
            case "row":
                self._row = False
            case "nestcell":
                self._write(" ")
            case "footnote":
                self._open_apart(self._assembly.open_note)
            case _ if word in _BOXES:
                self._open_apart(self._assembly.open_box)
            case _ if word in _LABELS:
                state.into, self._label = "label", ""
            case _ if word in _TOLD:
                state.into = _TOLD[word]
            case _ if word in _INFO and state.into == "info":
                state.into = word
            case _ if word in _CHARACTERS:
                self._put(_CHARACTERS[word])
            case _:
                self._in_properties(word, value)

    def _in_properties(self, word: str, value: int | None) -> None:
        """What holds for the text that follows, or for all of it."""
        state = self._state
        match word:
            case "intbl":
                state.tabled = True
            case "pard":
                state.tabled = False
            case "f":
                state.font = value
            case "deff":
                self._default = value
            case "ansicpg":
                self._encoding = _codepage(value)
            case "mac":
                self._encoding = "mac_roman"
            case "uc":
                state.skips = min(max(value or 0, 0), 9)
            case "v":
                state.hidden = value != 0
            case "deleted":
                state.deleted = value != 0
            case "plain":
                state.hidden = state.deleted = False
                state.font = self._default

    def _in_fonts(self, word: str, value: int | None) -> None:
        if word == "f" and value is not None:
            self._font = value
        elif word == "fcharset" and value is not None:
            self._charsets[self._font] = value

    def _unicode(self, value: int) -> None:
        point = value % 0x10000
        if 0xD800 <= point < 0xDC00:
            self._high = point
        elif 0xDC00 <= point < 0xE000:
            if self._high:
                self._put(chr(0x10000 + ((self._high & 0x3FF) << 10) + (point & 0x3FF)))
            self._high = 0
        else:
            self._put(chr(point) if point else "")
        self._left = self._state.skips

    def _open_apart(self, opened: Callable[[], None]) -> None:
        state = self._state
        state.apart, state.tabled = True, False
        opened()
        self._assembly.open_paragraph()

    def _end_paragraph(self) -> None:
        """The paragraph ends, in a cell of the table or behind it."""
        self._flush()
        apart = any(state.apart for state in self._states)
        if not apart:
            self._place(tabled=self._state.tabled)
        self._assembly.close_paragraph(self._taken_label())

    def _place(self, *, tabled: bool) -> None:
        if not tabled:
            if self._cell:
                self._assembly.close_apart()
            if self._table:
                self._assembly.close_table()
            self._table = self._row = self._cell = False
            return
        if not self._table:
            self._assembly.open_table()
        if not self._row:
            self._assembly.open_row()
        if not self._cell:
            self._assembly.open_cell()
        self._table = self._row = self._cell = True

    def _taken_label(self) -> str:
        label, self._label = self._label.strip(), ""
        return bullet(label) if label and not label[-1].isalnum() and len(label) == 1 else label


def _codepage(number: int | None) -> str:
    name = "utf-8" if number == 65001 else f"cp{number}"
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name
