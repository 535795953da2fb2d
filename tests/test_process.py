"""The program as its users start it: a real process with real pipes, files and signals."""

from __future__ import annotations

import json
import os
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds" / "rakornas-asn-new-normal.txt"
PROGRAM = [sys.executable, "-m", "summarize"]
FULL = Path("/dev/full")
CANARY = "kenari-rahasia"
# As most people have it: where all is written at once, a forgotten flush would go unnoticed.
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONUNBUFFERED"}

Done = subprocess.CompletedProcess[bytes]


def run(*arguments: str, given: bytes = b"", env: dict[str, str] | None = None) -> Done:
    return subprocess.run(
        [*PROGRAM, *arguments],
        input=given,
        capture_output=True,
        cwd=ROOT,
        env=ENVIRONMENT | (env or {}),
        check=False,
        timeout=60,
    )


def shell(command: str) -> Done:
    """Run ``command``, in which $RUN is the program, in bash."""
    if sys.platform == "win32":
        pytest.skip("needs a shell of POSIX")
    return subprocess.run(
        ["bash", "-c", command],
        capture_output=True,
        cwd=ROOT,
        env=ENVIRONMENT | {"RUN": " ".join(PROGRAM), "SEED": str(SEED)},
        check=False,
        timeout=60,
    )


def on_a_terminal(*arguments: str, env: dict[str, str], columns: int = 80) -> tuple[int, str]:
    """Exit code and output of the program with a terminal on both ends."""
    pty = pytest.importorskip("pty", reason="needs terminals of POSIX", exc_type=ImportError)
    ours, theirs = pty.openpty()
    variables = {k: v for k, v in ENVIRONMENT.items() if k not in {"NO_COLOR", "FORCE_COLOR"}}
    process = subprocess.Popen(
        [*PROGRAM, *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=ROOT,
        env=variables | {"TERM": "xterm-256color", "COLUMNS": str(columns), "PAGER": "cat"} | env,
    )
    os.close(theirs)
    seen = b""
    while select.select([ours], [], [], 60)[0]:
        try:
            piece = os.read(ours, 65_536)
        except OSError:  # the terminal is gone with its last user
            break
        if not piece:
            break
        seen += piece
    os.close(ours)
    return process.wait(60), seen.decode()


def test_a_file_as_json() -> None:
    done = run(str(SEED), "--format", "json")
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["source"]["path"] == str(SEED)


def test_json_alone_is_enough_to_find_everything_in_the_file() -> None:
    shown = json.loads(run(str(SEED), "--format", "json").stdout)
    text = SEED.read_bytes().decode(shown["source"]["encoding"])
    for found in (*shown["summary"], *shown["quotes"], *shown["dates"], shown["title"]):
        assert text[found["start"] : found["end"]] == found["text"]


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    """A folder with one of each input that is refused."""
    tmp_path.joinpath("biner.txt").write_bytes(b"Warga\0gembira")
    tmp_path.joinpath("rilis.docx").write_bytes(b"PK\x03\x04\x14\x00word/document.xml")
    tmp_path.joinpath("lama.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    tmp_path.joinpath("arsip.zip").write_bytes(b"PK\x03\x04\x14\x00foto.jpg")
    tmp_path.joinpath("besar.txt").write_bytes(b"Warga gembira. " * 1_400_000)
    tmp_path.joinpath("putus.txt").symlink_to("tidak-ada")
    os.mkfifo(tmp_path / "pipa.txt")
    tmp_path.joinpath("map").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("biner.txt", "not text (NUL at character 5); convert it to text first"),
        ("rilis.docx", "broken: its parts cannot be found; send it again"),
        (
            "lama.doc",
            "looks like an old Office document, not text; "
            "convert it with: soffice --convert-to docx FILE",
        ),
        (
            "arsip.zip",
            "looks like a zip archive, or what is left of a document, not text; unpack it first",
        ),
        ("besar.txt", "larger than 20,000,000 bytes; raise the limit with --max-bytes"),
        ("putus.txt", "a link to a file that is not there; mend or remove it"),
        ("hilang.txt", "no such file; check the path"),
        ("pipa.txt", "not a regular file; to read a pipe or device: summarize - < PATH"),
    ],
)
def test_what_is_refused(inputs: Path, name: str, message: str) -> None:
    path = inputs / name
    done = run(str(path), "--format", "json")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode() == f"{path}: {message}\n"


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_is_closed_to_us(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.touch(mode=0o000)
    done = run(str(path))
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode() == f"{path}: permission denied; make it readable first\n"


def test_standard_input_is_limited_too() -> None:
    done = run("--max-bytes", "10", given=b"a" * 11)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr == b"-: larger than 10 bytes; raise the limit with --max-bytes\n"


def test_the_source_keeps_its_newlines() -> None:
    given = b"Warga\r\ngembira.\n\tSekali"
    assert run("--format", "source", given=given).stdout == given


@pytest.mark.parametrize("given", [b"", b" \r\n\t\n", b"\xef\xbb\xbf"])
def test_nothing_is_done_with_nothing(given: bytes) -> None:
    done = run("--format", "json", given=given)
    assert (done.returncode, done.stderr) == (0, b"-: empty, nothing to summarize\n")
    assert json.loads(done.stdout)["summary"] == []


def test_windows_1252_is_read_with_a_note() -> None:
    done = run(given="“Ya,” kata Bupati kepada warga kota – hari ini.".encode("cp1252"))
    assert done.returncode == 0
    assert "“Ya,” kata Bupati kepada warga kota – hari ini." in done.stdout.decode()
    assert done.stderr.startswith(b"-: not UTF-8, read as Windows-1252; ")
    assert b"--encoding" in done.stderr


def test_a_folder_with_bad_files_among_the_good(inputs: Path) -> None:
    for number in range(3):
        inputs.joinpath(f"{number}.txt").write_bytes(SEED.read_bytes())
    inputs.joinpath("map", "4.txt").write_bytes(SEED.read_bytes())
    inputs.joinpath("map", "kosong.txt").touch()
    done = run(str(inputs), "--format", "jsonl")
    read = [json.loads(line)["source"]["path"] for line in done.stdout.splitlines()]
    assert [str(Path(path).relative_to(inputs)) for path in read] == [
        *("0.txt", "1.txt", "2.txt", "map/4.txt", "map/kosong.txt")
    ]
    failed = {line.split(b": ")[0] for line in done.stderr.splitlines()}
    names = ("besar.txt", "biner.txt", "map/kosong.txt", "pipa.txt", "putus.txt", "rilis.docx")
    assert failed == {os.fsencode(inputs / name) for name in names} | {b"summarize"}
    assert done.returncode == 1


def test_names_that_act_on_a_terminal_are_made_harmless(tmp_path: Path) -> None:
    done = run(os.fsdecode(os.fsencode(tmp_path) + b"/\x1b[2J\n\xff.txt"))
    assert done.returncode == 1
    assert done.stderr.decode() == (
        f"{tmp_path}/\N{REPLACEMENT CHARACTER}[2J \\xff.txt: no such file; check the path\n"
    )


@pytest.mark.parametrize("option", ["", "--help", "-f json", "-f rich"])
def test_a_reader_who_has_seen_enough(option: str) -> None:
    done = shell(f'$RUN "$SEED" {option} | true; echo "${{PIPESTATUS[0]}}"')
    assert (done.stdout, done.stderr) == (b"0\n", b"")


def test_standard_output_is_closed() -> None:
    done = shell('$RUN "$SEED" >&-')
    assert (done.returncode, done.stderr) == (0, b"")


def test_standard_input_is_closed() -> None:
    done = shell("$RUN <&-")
    assert done.returncode == 2
    assert done.stderr == (
        b"summarize: standard input is closed; name a file, or pipe the text in\n"
    )


@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
@pytest.mark.parametrize("options", ["-f text -n 1 --only dates", "-f json", "--version"])
def test_standard_output_is_full(options: str) -> None:
    done = shell(f'$RUN "$SEED" {options} > /dev/full')
    assert done.returncode == 1
    assert done.stderr == (b"summarize: the output cannot be written: No space left on device\n")


@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
@pytest.mark.parametrize("redirection", ["2>/dev/full", "2>&-"])
def test_standard_error_is_full_or_closed(redirection: str) -> None:
    done = shell(f'$RUN missing.txt "$SEED" {redirection}')
    assert done.returncode == 1
    assert b"Fahrizal Fitri" in done.stdout


@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
@pytest.mark.parametrize("redirection", ["2>/dev/full", "2>&-"])
def test_wrong_usage_stays_wrong_when_nobody_can_be_told(redirection: str) -> None:
    for wrong in ('"$SEED" --no-such-option', '"$SEED" --method none', "x://y"):
        done = shell(f"$RUN {wrong} {redirection}")
        assert (done.returncode, done.stdout) == (2, b"")


def test_a_result_that_cannot_be_written(tmp_path: Path) -> None:
    tmp_path.joinpath("file").touch()
    target = tmp_path / "file" / "a.json"
    done = run(str(SEED), "--output", str(target))
    assert done.returncode == 1
    assert (
        done.stderr.decode()
        == f"{target}: cannot be written: a file stands where its folder should be\n"
    )


@contextmanager
def waiting(command: list[str]) -> Iterator[subprocess.Popen[bytes]]:
    """A run that has read the beginning of its input and waits for the rest."""
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    ) as process:
        assert process.stdin is not None
        process.stdin.write(b"Warga ")
        process.stdin.flush()
        time.sleep(1.0)
        yield process


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_it(tmp_path: Path, number: signal.Signals) -> None:
    with waiting([*PROGRAM, "-", "-o", str(tmp_path / "a.json")]) as process:
        process.send_signal(number)
        shown, complaints = process.communicate(timeout=10)
    assert (process.returncode, shown, complaints) == (128 + number, b"", b"")
    assert not list(tmp_path.iterdir())


EARLY = """
import sys
class Interrupted:
    def find_spec(self, name, path, target=None):
        if name == "cli.everyday":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupted())
from summarize.__main__ import main
main()
"""


def test_ctrl_c_before_it_has_begun() -> None:
    done = subprocess.run(
        [sys.executable, "-c", EARLY], cwd=ROOT, capture_output=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_a_profiler_has_the_last_word(tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    program = [sys.executable, "-m", "cProfile", "-o", str(profile), "-m", "summarize", str(SEED)]
    done = subprocess.run(program, cwd=ROOT, capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stdout) == (0, run(str(SEED)).stdout)
    assert profile.stat().st_size


def test_nohup() -> None:
    """Whoever has the hanging up of the terminal ignored is not stopped by it."""
    with waiting(["nohup", *PROGRAM, "-"]) as process:
        process.send_signal(signal.SIGHUP)
        shown, _ = process.communicate(b"gembira.", timeout=10)
    assert process.returncode == 0
    assert b"Warga gembira." in shown


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_to_all_processes_of_a_batch(tmp_path: Path, number: signal.Signals) -> None:
    for name in range(4000):
        tmp_path.joinpath(f"{name}.txt").symlink_to(SEED)
    with subprocess.Popen(
        [*PROGRAM, *map(str, tmp_path.iterdir()), "-j", "2", "-f", "jsonl"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        process.stdout.read(1000)  # at work now
        os.killpg(process.pid, number)
        _, complaints = process.communicate(timeout=20)
    assert process.returncode == 128 + number
    assert re.fullmatch(rb"summarize: stopped after [\d,]+ of 4,000\n", complaints)


@pytest.fixture(scope="module")
def usual() -> bytes:
    """The page of the seed as it comes out of a pipe."""
    return run(str(SEED)).stdout


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"LC_ALL": "C.UTF-8"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "cp1252"},
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Jayapura"},
        {"HOME": "/nonexistent", "NLTK_DATA": "/nonexistent"},
    ],
    ids=lambda env: " ".join(f"{key}={value}" for key, value in env.items()),
)
def test_the_same_bytes_everywhere(env: dict[str, str], usual: bytes) -> None:
    done = run(str(SEED), env=env)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == usual


def test_an_ascii_terminal_gets_no_error() -> None:
    code, shown = on_a_terminal(str(SEED), env={"PYTHONIOENCODING": "ascii"})
    assert code == 0
    assert "ok 4 dari 4" in shown or "Poin kunci" in shown
    assert shown.isascii()


def test_a_terminal_gets_a_page() -> None:
    code, shown = on_a_terminal(str(SEED), env={})
    assert code == 0
    assert "╭" in shown
    assert "\x1b[1;36mPoin kunci" in shown


def test_a_terminal_without_a_path_gets_help() -> None:
    code, shown = on_a_terminal(env={})
    assert code == 2
    assert "Usage: summarize" in shown


@pytest.mark.parametrize(
    ("env", "colours"),
    [
        ({}, True),
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ({"FORCE_COLOR": "1"}, True),
    ],
)
def test_colours(env: dict[str, str], colours: bool) -> None:
    _, shown = on_a_terminal(str(SEED), env=env)
    assert ("36m" in shown) == colours


def test_a_dumb_terminal_gets_no_escapes() -> None:
    _, shown = on_a_terminal(str(SEED), env={"TERM": "dumb"})
    assert "\x1b" not in shown
    assert "Poin kunci" in shown


@pytest.mark.parametrize("env", [{}, {"FORCE_COLOR": "1"}])
def test_a_pipe_gets_no_escapes(env: dict[str, str]) -> None:
    done = run(str(SEED), env=env)
    assert b"\x1b" not in done.stdout


@pytest.mark.parametrize("name", ["text", "markdown", "rich", "csv"])
def test_escapes_of_a_document_do_not_get_through(name: str) -> None:
    hostile = "Warga \x1b]0;judul\x07gembira \x9b31m[/] [red]merah :bomb: \u202edibalik."
    done = run("--format", name, given=hostile.encode())
    shown = done.stdout.decode()
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(shown)
    for part in ("[/]", "[red]", ":bomb:"):
        assert part in shown.replace("\\", "")


BREAKS_INSIDE = """
import sys
sys.argv[0] = "summarize"
import summarize.batch.work
def summarize_nothing(document, **options):
    raise TypeError(document.text)
summarize.batch.work.summarize = summarize_nothing
from summarize.__main__ import main
main()
"""


@pytest.mark.parametrize("debug", [False, True])
def test_an_error_of_ours_is_one_line(debug: bool) -> None:
    done = subprocess.run(
        [sys.executable, "-c", BREAKS_INSIDE, *(["--debug"] if debug else [])],
        input=CANARY.encode(),
        capture_output=True,
        cwd=ROOT,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (1, b"")
    first, *more = done.stderr.decode().splitlines()
    assert first == "-: unexpected TypeError; please report it with what --debug prints"
    assert bool(more) == debug
    assert (CANARY in done.stderr.decode()) == debug


OFFLINE = """
import sys
REACHING_OUT = {"connect", "sendto", "sendmsg", "getaddrinfo", "gethostbyname"}
def audit(event, arguments):
    if event.startswith("socket.") and event.split(".")[1] in REACHING_OUT:
        raise SystemExit(f"network: {event}")
sys.addaudithook(audit)
from summarize.__main__ import main
main()
"""


@pytest.mark.parametrize("method", ["rilis", "lexrank"])
def test_no_network(method: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", OFFLINE, str(SEED), "--method", method],
        capture_output=True,
        cwd=ROOT,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, b"")
