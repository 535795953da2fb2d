"""What users are used to from other tools, in a real process or on a terminal."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from cli import values
from tests.test_process import ENVIRONMENT, PROGRAM, ROOT, SEED, on_a_terminal

OURS = ("RINGKAS_", "LANG", "LC_", "NO_COLOR", "FORCE_COLOR", "CLICOLOR")
DATE = "Selasa (30/6/2020)\t2020-06-30\n"


def run(
    *arguments: str, cwd: Path = ROOT, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """A run that no setting of whoever runs the tests has a part in."""
    clean = {name: value for name, value in ENVIRONMENT.items() if not name.startswith(OURS)}
    home = {"HOME": "/nonexistent", "XDG_CONFIG_HOME": "", "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [*PROGRAM, *arguments],
        input="",
        capture_output=True,
        text=True,
        cwd=cwd,
        env=clean | home | (env or {}),
        check=False,
        timeout=60,
    )


# --- help


def test_help_is_in_groups_with_six_examples() -> None:
    done = run("-h")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == run("--help").stdout
    assert "\x1b" not in done.stdout
    headings = [
        line[:-1] for line in done.stdout.splitlines() if line[:1].strip() and line[-1] == ":"
    ]
    assert headings == [
        *("Result", "Length", "Input", "Search", "Several releases", "Terminal", "Settings"),
        *("Options", "Examples"),
    ]
    assert done.stdout.count("\n  summarize ") == 6


def test_the_examples_of_the_help_work(tmp_path: Path) -> None:
    folder = tmp_path / "releases"
    folder.mkdir()
    folder.joinpath("a.txt").write_bytes(SEED.read_bytes())
    for name in ("release.txt", "release.docx", "release.pdf"):  # what a file is, its bytes tell
        tmp_path.joinpath(name).write_bytes(SEED.read_bytes())
    lines = [line[2:] for line in run("-h").stdout.splitlines() if line.startswith("  summarize ")]
    program = f'summarize() {{ {sys.executable} -m summarize "$@"; }}; '
    for line in lines:
        if "jq " in line and shutil.which("jq") is None:
            continue
        done = subprocess.run(
            ["bash", "-c", program + line],
            capture_output=True,
            cwd=tmp_path,
            env=ENVIRONMENT | {"PYTHONPATH": str(ROOT)},
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, line
    assert tmp_path.joinpath("digest.html").exists()
    assert tmp_path.joinpath("results", "a.txt.json").exists()


@pytest.mark.parametrize(
    ("env", "bold"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_help_on_a_terminal_has_bold_headings(env: dict[str, str], bold: bool) -> None:
    code, shown = on_a_terminal("--help", env=env)
    assert code == 0
    assert ("\x1b[1mResult" in shown) == bold
    assert ("\x1b" in shown) == bold


def test_the_manual_is_made_from_the_help() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cli.manual"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=ENVIRONMENT | {"RINGKAS_LANG": "en"},
        check=True,
        timeout=60,
    )
    folder = ROOT / ".assets" / "man"
    assert done.stdout == folder.joinpath("summarize.1").read_text("utf-8"), (
        "run: python -m cli.manual"
    )
    assert folder.joinpath("ringkas.1").read_text() == ".so man1/summarize.1\n"


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed")
def test_the_manual_can_be_read() -> None:
    page = ROOT / ".assets" / "man" / "summarize.1"
    done = subprocess.run(
        ["groff", "-man", "-Tascii", "-ww", str(page)], capture_output=True, check=True, timeout=60
    )
    assert done.stderr == b""
    shown = re.sub(".\b|\x1b\\[[0-9;]*m", "", done.stdout.decode())
    for part in ("SEVERAL RELEASES", "EXIT STATUS", "--no-pager", "jq -r '.people[].name'"):
        assert part in shown


# --- completion


@pytest.mark.parametrize(
    ("words", "completions"),
    [
        ("--templ", ["--template"]),
        ("--show", ["--show-config", "--show-completion"]),
        ("-f js", ["json", "jsonl"]),
        ("--only quo", ["quotes"]),
        ("--only kut", ["kutipan"]),
        ("--only dates,pe", ["dates,people"]),
        ("-m le", ["lead", "lexrank"]),
        ("--color al", ["always"]),
        ("--template m", ["minutes"]),
        ("--language i", ["id", "indonesia", "inggris"]),
    ],
)
def test_completion(words: str, completions: list[str]) -> None:
    asked = {
        "_SUMMARIZE_COMPLETE": "complete_bash",
        "COMP_WORDS": f"summarize {words}",
        "COMP_CWORD": str(len(words.split())),
    }
    done = run(env=asked)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split() == completions


@pytest.mark.parametrize("name", ["summarize", "ringkas"])
def test_a_shell_that_has_installed_it_completes(tmp_path: Path, name: str) -> None:
    """The command as a script, which bash completes by what --install-completion wrote."""
    script = tmp_path / "bin" / name
    script.parent.mkdir()
    script.write_text(
        f"#!{sys.executable}\nimport sys\nsys.argv[0] = {name!r}\n"
        "from summarize.__main__ import main\nmain()\n"
    )
    script.chmod(0o755)
    session = (
        f"{name} --install-completion; . ~/.bashrc\n"
        f"COMP_WORDS=({name} --only abb); COMP_CWORD=2\n"
        f"$(complete -p {name} | sed 's/.*-F \\([^ ]*\\) .*/\\1/') {name}\n"
        'echo "completed: ${COMPREPLY[*]}"\n'
    )
    done = subprocess.run(
        ["bash", "--norc", "-c", session],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=ENVIRONMENT
        | {
            "HOME": str(tmp_path),
            "PATH": f"{script.parent}:{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
        },
        check=False,
        timeout=60,
    )
    assert "completed: abbreviations\n" in done.stdout, done.stderr


# --- colours


@pytest.mark.parametrize(
    ("options", "env", "colours"),
    [
        ((), {}, True),
        (("--color", "auto"), {}, True),
        (("--color", "never"), {}, False),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        ((), {"NO_COLOR": "1"}, False),
        ((), {"NO_COLOR": ""}, True),
        ((), {"CLICOLOR": "0"}, False),
        ((), {"CLICOLOR": "1"}, True),
        ((), {"CLICOLOR": "0", "CLICOLOR_FORCE": "1"}, True),
        ((), {"RINGKAS_COLOR": "never"}, False),
        (("--color", "always"), {"RINGKAS_COLOR": "never"}, True),
        (("--color=selalu",), {"NO_COLOR": "1"}, True),
    ],
)
def test_colours_on_a_terminal(
    options: tuple[str, ...], env: dict[str, str], colours: bool
) -> None:
    _, shown = on_a_terminal(str(SEED), *options, env=env)
    assert ("\x1b[1;36mPoin kunci" in shown) == colours
    assert colours or "\x1b" not in shown


@pytest.mark.parametrize(
    ("options", "env", "colours"),
    [
        ((), {}, False),
        (("--color", "always"), {}, True),
        ((), {"CLICOLOR_FORCE": "1"}, True),
        ((), {"CLICOLOR_FORCE": "0"}, False),
        ((), {"FORCE_COLOR": "1"}, True),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colours_in_a_pipe(options: tuple[str, ...], env: dict[str, str], colours: bool) -> None:
    done = run(str(SEED), "-f", "rich", *options, env=env)
    assert ("\x1b[1;36mPoin kunci" in done.stdout) == colours
    assert "\x1b" not in run(str(SEED), *options, env=env).stdout  # text has none


# --- settings


def place(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, "utf-8")
    return path


def test_the_command_line_counts_more_than_variables_and_they_more_than_files(
    tmp_path: Path,
) -> None:
    place(tmp_path, "ringkas.toml", 'only = "dates"')
    inside = tmp_path / "a" / "b"
    inside.mkdir(parents=True)
    assert run(str(SEED), cwd=inside).stdout == DATE
    by_variable = {"RINGKAS_ONLY": "singkatan"}
    assert run(str(SEED), cwd=inside, env=by_variable).stdout.startswith("Kalteng\tKalimantan T")
    assert run(str(SEED), "--only", "figures", cwd=inside, env=by_variable).stdout == "4 tuntutan\n"
    assert run(str(SEED), "--no-config", cwd=inside, env=by_variable).stdout.startswith("Sekda ")


def test_the_nearest_file_is_followed_and_no_other(tmp_path: Path) -> None:
    place(tmp_path, "ringkas.toml", 'only = "dates"\nsentences = 1')
    place(tmp_path, "a/pyproject.toml", '[tool.ringkas]\nonly = ["figures", "dates"]')
    place(tmp_path, "a/b/pyproject.toml", "[tool.ruff]\nline-length = 100")
    user = place(tmp_path, "user/ringkas/ringkas.toml", 'only = "abbreviations"')
    env = {"XDG_CONFIG_HOME": str(tmp_path / "user")}
    assert run(str(SEED), cwd=tmp_path / "a" / "b", env=env).stdout == f"4 tuntutan\n{DATE}"
    assert run(str(SEED), cwd=tmp_path / "user", env=env).stdout == DATE
    tmp_path.joinpath("ringkas.toml").unlink()
    assert run(str(SEED), cwd=tmp_path / "user", env=env).stdout.startswith("Kalteng\t")
    home = place(tmp_path, "home/.config/ringkas/ringkas.toml", user.read_text())
    assert home.exists()
    env = {"HOME": str(tmp_path / "home"), "XDG_CONFIG_HOME": ""}
    assert run(str(SEED), cwd=tmp_path, env=env).stdout.startswith("Kalteng\t")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('fromat = "json"', ": no setting is called fromat; did you mean format?"),
        ('format = "jsno"', ": format: 'jsno' is not one of rich, text, markdown, json, jsonl, "),
        ("sentences = 0", ": sentences: '0' is not a whole number from 1"),
        ("sentences = true", ": sentences: 'true' is not a whole number from 1"),
        ("full = 3", ": full: '3' is neither true nor false"),
        ("only = {a = 1}", ": only: neither text nor a number"),
        ("sentences = 1\nwords = 9", ": only one of sentences and words can be followed"),
        (
            'encoding = "klingon"',
            ": encoding: unknown encoding 'klingon'; for example: utf-8, cp12",
        ),
        ('output = "x"', ": output is for the command line alone"),
        ("force = true", ": force is for the command line alone"),
        ("format json", ": is not TOML: Expected '=' after a key"),
        ('template = "memo"', "memo: no such template; there are whatsapp, brief, minutes, and f"),
    ],
)
def test_a_file_that_cannot_be_followed(tmp_path: Path, content: str, said: str) -> None:
    path = place(tmp_path, "ringkas.toml", content)
    done = run(str(SEED), cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"summarize: {tmp_path}")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    if "memo" not in content:
        assert str(path) in done.stderr
    assert run(str(SEED), "--no-config", cwd=tmp_path).returncode == 0
    for option in ("--help", "--version"):
        assert run(option, cwd=tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("RINGKAS_SENTENCES", "many", "'many' is not a whole number from 1"),
        ("RINGKAS_FULL", "maybe", "'maybe' is neither true nor false"),
        ("RINGKAS_MAX_BYTES", "-1", "'-1' is not a whole number from 1"),
        ("RINGKAS_METHOD", "lexrnak", "; did you mean lexrank?"),
    ],
)
def test_a_variable_that_cannot_be_followed(name: str, value: str, said: str) -> None:
    done = run(str(SEED), env={name: value})
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"summarize: {name}: ")
    assert said in done.stderr


def test_what_goes_with_the_command_line_is_followed_and_nothing_against_it(
    tmp_path: Path,
) -> None:
    place(tmp_path, "ringkas.toml", 'format = "markdown"\nsentences = 1\nbom = true')
    target = tmp_path / "a.csv"
    assert run(str(SEED), "-o", str(target), cwd=tmp_path).returncode == 0
    assert target.read_text("utf-8").startswith("\ufeffpath,")
    assert run(str(SEED), cwd=tmp_path).stdout.startswith("# Sekda")
    shown = json.loads(run(str(SEED), "-f", "json", "--words", "400", cwd=tmp_path).stdout)
    assert len(shown["summary"]) > 1
    assert run(str(SEED), "--template", "brief", cwd=tmp_path).stdout.count(". ") == 0
    place(tmp_path, "ringkas.toml", 'template = "brief"\nonly = "dates"')
    assert run(str(SEED), cwd=tmp_path).stdout.startswith("Sekretaris Daerah")
    assert run(str(SEED), "--only", "dates", cwd=tmp_path).stdout == DATE
    assert run(str(SEED), "-f", "json", cwd=tmp_path).stdout.startswith("{")
    for name, beginning in (("a.md", "# Sekda"), ("a.txt", "Sekretaris Daerah")):
        assert run(str(SEED), "-o", name, "-q", "--force", cwd=tmp_path).returncode == 0
        assert tmp_path.joinpath(name).read_text("utf-8").startswith(beginning)


def test_a_template_of_a_file_lies_beside_it(tmp_path: Path) -> None:
    place(tmp_path, "ringkas.toml", 'template = "rumah.j2"')
    place(tmp_path, "rumah.j2", "{{ language }}")
    inside = tmp_path / "a"
    inside.mkdir()
    assert run(str(SEED), cwd=inside).stdout == "id\n"


def test_the_settings_and_the_template_of_the_documentation(tmp_path: Path) -> None:
    pages = ROOT / ".docs" / "how-to"
    settings, house = (
        re.findall(f"^```{kind}\n(.*?)^```", page.read_text("utf-8"), re.DOTALL | re.MULTILINE)[0]
        for kind, page in (("toml", pages / "settings.md"), ("jinja", pages / "templates.md"))
    )
    place(tmp_path, "ringkas.toml", settings)
    place(tmp_path, "templates/rumah.html.j2", house)
    shown = run(str(SEED), cwd=tmp_path).stdout
    assert shown.startswith("*Sekda Kalteng Ikuti Telekoferensi Rakornas")
    assert "“Rakor kali ini dilakukan" in shown
    assert "(Adi Suryanto)" in shown


def test_the_settings_are_shown_with_where_they_are_from(tmp_path: Path) -> None:
    path = place(tmp_path, "ringkas.toml", 'method = "lead"\nglob = ["*.txt", "*.md"]')
    done = run("--show-config", "-n", "3", "--full", cwd=tmp_path, env={"RINGKAS_QUIET": "1"})
    assert (done.returncode, done.stderr) == (0, "")
    lines = {line.split(" =")[0]: line for line in done.stdout.splitlines()}
    assert lines["method"] == f'method = "lead"{"":11}# {path}'.replace("  #", "  #")
    assert lines["sentences"].endswith("# command line")
    assert lines["quiet"].endswith("# RINGKAS_QUIET")
    assert lines["timeout"].endswith("# default")
    assert lines["# words"].endswith("# default")
    shown = tomllib.loads(done.stdout)
    assert (shown["sentences"], shown["full"], shown["quiet"]) == (3, True, True)
    assert shown["glob"] == ["*.txt", "*.md"]
    path.write_text(done.stdout)  # what is shown is a file that says the same
    again = tomllib.loads(run("--show-config", cwd=tmp_path).stdout)
    assert again == shown


def test_a_project_without_our_table_costs_no_parser(tmp_path: Path) -> None:
    place(tmp_path, "pyproject.toml", '[project]\nname = "ringkas-lain"\n[tool.ruff]\n')
    program = (
        "import os, sys\nfrom summarize.__main__ import main\nos._exit = sys.exit\n"
        "try:\n    main()\nfinally:\n    print('tomllib' in sys.modules, file=sys.stderr)\n"
    )
    for content, parsed in ((None, "False\n"), ("[tool]\nringkas = {}\n", "True\n")):
        if content:
            place(tmp_path, "pyproject.toml", content)
        done = subprocess.run(
            [sys.executable, "-c", program, str(SEED), "-q"],
            capture_output=True,
            text=True,
            cwd=tmp_path,
            env=ENVIRONMENT | {"PYTHONPATH": str(ROOT)},
            check=False,
            timeout=60,
        )
        assert done.stderr == parsed


# --- names and hints


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--colour",), "no option is called --colour; did you mean --color?"),
        (("--qiet",), "no option is called --qiet; did you mean --quiet?"),
        (("--xyzzy",), "no option is called --xyzzy; summarize --help tells them all"),
        (("-x",), "no option is called -x; summarize --help tells them all"),
        (("-f", "jsno"), "--format: 'jsno' is not one of rich, text, markdown, json, jsonl, csv, "),
        (("-f", "markdwon"), "; did you mean markdown?"),
        (("--only", "qoutes"), "; did you mean quotes?"),
        (("--only", "dates,kutipn"), "; did you mean kutipan?"),
        (("-m", "LexRnak"), "; did you mean lexrank?"),
        (("-l", "indonesa"), "; did you mean indonesia?"),
        (("--color", "alway"), "; did you mean always?"),
        (("-n", "many"), "--sentences: 'many' is not a whole number from 1"),
        (("--jobs", "1.5"), "--jobs: '1.5' is not a whole number from 1"),
        (
            ("--engine", "spark://a:1"),
            "--engine: 'spark://a:1' is neither local nor dask://HOST:PORT",
        ),
        (("--engine", "dask://"), "--engine: 'dask://' is neither local nor dask://HOST:PORT"),
        (
            ("--engine", "dask://a:b"),
            "--engine: 'dask://a:b' is neither local nor dask://HOST:PORT",
        ),
        (
            ("--engine", "dask://a/b"),
            "--engine: 'dask://a/b' is neither local nor dask://HOST:PORT",
        ),
        (("--timeout", "soon"), "--timeout: 'soon' is not a number of seconds from 0.001"),
        (("--ratio", "half"), "--ratio: 'half' is not a share between 0 and 100%"),
        (("--only",), "--only needs a value"),
        (("--full=yes",), "--full takes no value"),
    ],
)
def test_wrong_usage_is_one_line_that_helps(options: tuple[str, ...], said: str) -> None:
    done = run(str(SEED), *options)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("summarize: ")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert "Value error" not in done.stderr


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("local", "local"),
        ("dask://pusat", "dask://pusat:8786"),
        ("dask://pusat:", "dask://pusat:8786"),
        ("dask://10.0.0.7:9000/", "dask://10.0.0.7:9000"),
        ("dask://[::1]:9000", "dask://[::1]:9000"),
    ],
)
def test_the_address_of_a_cluster(given: str, meant: str) -> None:
    assert values.engine(given) == meant


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        (("--only", "kutipan,Tanggal"), ("--only", "quotes,dates")),
        (("-f", "teks"), ("-f", "text")),
        (("-l", "inggris"), ("-l", "en")),
        (("-m", "RILIS"), ("-m", "rilis")),
    ],
)
def test_indonesian_names(theirs: tuple[str, ...], ours: tuple[str, ...]) -> None:
    done = run(str(SEED), *theirs)
    assert done.returncode == 0
    assert done.stdout == run(str(SEED), *ours).stdout


@pytest.mark.parametrize("env", [{"RINGKAS_LANG": "id"}, {"LANG": "id_ID.UTF-8"}], ids=str)
def test_messages_are_indonesian_and_results_the_same(tmp_path: Path, env: dict[str, str]) -> None:
    assert run("-h", env=env).stdout.startswith("Pemakaian: summarize [OPSI] [PATH]...\n")
    assert run("--qiet", env=env).stderr == (
        "summarize: tidak ada opsi bernama --qiet; maksudnya --quiet?\n"
    )
    assert run("/hilang.txt", env=env).stderr == (
        "/hilang.txt: tidak ada berkas itu; periksa jalurnya\n"
    )
    assert run("-", env=env).stderr == "-: kosong, tidak ada yang diringkas\n"
    place(tmp_path, "rilis/a.txt", "Warga gembira. Pasar dibuka.")
    place(tmp_path, "rilis/b", "")
    done = run(str(tmp_path / "rilis"), "-o", str(tmp_path / "hasil"), env=env)
    first, second = done.stderr.splitlines()
    assert first == "summarize: dilewati, karena jenis ini tidak dibaca: 1 tanpa akhiran"
    assert second.startswith("summarize: selesai 1, dilewati 0, gagal 0 dalam ")
    for name in ("json", "text", "html"):
        theirs, ours = (run(str(SEED), "-f", name, env=one) for one in (env, {}))
        assert (theirs.stdout, theirs.stderr) == (ours.stdout, "")


# --- results edited by hand


@pytest.mark.parametrize("name", ["json", "csv", "html", "markdown", "text", "jsonl"])
def test_a_batch_that_goes_on_names_what_was_edited(tmp_path: Path, name: str) -> None:
    for release in ("a.txt", "b.txt"):
        place(tmp_path, f"rilis/{release}", SEED.read_text("utf-8"))
    target = tmp_path / "hasil"
    command = (str(tmp_path / "rilis"), "-o", str(target), "-f", name)
    assert run(*command).returncode == 0
    (edited,) = target.glob("a.txt.*")
    content = edited.read_text("utf-8").replace("Sekda", "SEKDA", 1)
    edited.write_text(content, "utf-8")
    done = run(*command)
    said = "was changed by hand since and is left as it is; --force makes it anew"
    first, second = done.stderr.splitlines()
    assert first == f"{edited}: {said}"
    assert second.startswith("summarize: done 0, skipped 2, failed 0 in ")
    assert (done.returncode, edited.read_text("utf-8")) == (0, content)
    assert run(*command, "-q").stderr == ""
    assert run(*command, "--force").returncode == 0
    assert "SEKDA" not in edited.read_text("utf-8")
