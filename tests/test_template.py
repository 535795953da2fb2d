"""Results by templates: what the shipped ones make, what one may, what is said of mistakes."""

from __future__ import annotations

import json
import os
import pickle
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize import OptionError, RenderError, summarize, summarize_file
from summarize.reading import from_text
from summarize.rendering import bounds, template
from summarize.rendering.template import SHIPPED, short, template_format
from summarize.rendering.visible import shown

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds" / "rakornas-asn-new-normal.txt"
HOSTILE = """Harga *Beras* <b>Naik</b> & `Turun`

BOGOR - _Wali Kota_ Bogor Ratna Dewi membuka pasar [baru](x) di Jalan Merdeka, Senin (3/3/2025).
“~Pasar~ ini milik *warga* \x1b[31mdan a_b_c harus dijaga bersama,” kata Ratna Dewi.
"""
LONG = "Wali Kota Bogor Ratna Dewi membuka pasar di Jalan Merdeka, Senin (3/3/2025)" + (
    ", bersama warga yang datang dari jauh sejak pagi" * 30 + ". Warga gembira sekali hari itu."
)


def made(source: str, tmp_path: Path, *, name: str = "rumah.txt.j2", text: str = "") -> str:
    """What a template makes of the seed, or of ``text``."""
    path = tmp_path / name
    path.write_text(source, "utf-8")
    summary = summarize(text) if text else summarize_file(SEED)
    rendered: str = template_format(str(path)).render(summary)
    return rendered


def run(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "summarize", *arguments],
        capture_output=True,
        text=True,
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("text", [SEED.read_text("utf-8"), HOSTILE, LONG, "", "Warga gembira."])
def test_every_shipped_template_takes_any_text(name: str, text: str) -> None:
    rendered = template_format(name).render(summarize(text))
    assert rendered.endswith("\n")
    assert "\x1b" not in rendered
    assert "None" not in rendered


@pytest.mark.parametrize("text", [SEED.read_text("utf-8"), HOSTILE, LONG])
def test_a_message_is_short_and_bold_by_asterisks(text: str, tmp_path: Path) -> None:
    source, target = tmp_path / "a.txt", tmp_path / "b.txt"
    source.write_text(text, "utf-8")
    done = run(str(source), "-q", "--template", "whatsapp", "-o", str(target))
    assert (done.returncode, done.stderr) == (0, "")
    written = target.read_text("utf-8")
    assert len(written) < 1000
    if text != LONG:
        first = written.splitlines()[0]
        assert (first[0], first[-1], first.count("*")) == ("*", "*", 2)
    assert "• " in written


def test_the_message_of_the_seed() -> None:
    done = run(str(SEED), "--template", "whatsapp")
    assert done.stdout.splitlines()[:4] == [
        "*Sekda Kalteng Ikuti Telekoferensi Rakornas Pengembangan Kompetensi ASN Era New Normal*",
        "_PALANGKA RAYA, Selasa (30/6/2020)_",
        "",
        "• Sekretaris Daerah Provinsi Kalimantan Tengah (Kalteng) Fahrizal Fitri menghadiri "
        "Telekonferensi Rapat Koordinasi Nasional (Rakornas) Pengembangan Kompetensi Aparatur "
        "Sipil Negara (ASN) Tahun 2020 bertempat di Aula Eka Hapakat, Lantai III Kantor Gubernur "
        "Kalteng, Selasa (30/6/2020).",
    ]
    assert "peningkatan kesadaran kesehatan dan keselamatan kerja — Adi Suryanto, " in done.stdout


def test_the_brief_is_one_paragraph() -> None:
    done = run(str(SEED), "--template", "brief", "-n", "2")
    wanted = json.loads(run(str(SEED), "-f", "json", "-n", "2").stdout)["summary"]
    assert done.stdout == " ".join(one["text"] for one in wanted) + "\n"


def test_the_minutes_have_the_list_and_the_people(tmp_path: Path) -> None:
    done = run(str(SEED), "--template", "minutes")
    assert "   4. peningkatan kesadaran kesehatan dan keselamatan kerja\n" in done.stdout
    assert "- Adi Suryanto, Kepala LAN RI\n" in done.stdout
    assert "\n\n\n" not in done.stdout
    target = tmp_path / "notulen"
    assert run(str(SEED.parent), "--template", "minutes", "-o", str(target)).returncode == 0
    assert [path.name for path in target.iterdir()] == [f"{SEED.name}.md"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("rumah.txt.j2", "Harga *Beras* <b>Naik</b> & `Turun`"),
        ("rumah", "Harga *Beras* <b>Naik</b> & `Turun`"),
        ("rumah.html", "Harga *Beras* &lt;b&gt;Naik&lt;/b&gt; &amp; `Turun`"),
        ("rumah.md.jinja", "Harga \\*Beras\\* \\<b\\>Naik\\</b\\> \\& \\`Turun\\`"),
        ("rumah.whatsapp.j2", "Harga ∗Beras∗ <b>Naik</b> & ˋTurunˋ"),
    ],
)
def test_text_is_escaped_for_the_target(tmp_path: Path, name: str, shown: str) -> None:
    assert made("*{{ title.text }}*", tmp_path, name=name, text=HOSTILE) == f"*{shown}*\n"
    macro = "{% macro m(x) %}[{{ x }}]{% endmacro %}{{ m(title.text) }}"
    assert made(macro, tmp_path, name=name, text=HOSTILE) == f"[{shown}]\n"


def test_marks_of_whatsapp_inside_words_stay(tmp_path: Path) -> None:
    shown = made("{{ quotes[0].text }}", tmp_path, name="a.whatsapp", text=HOSTILE)
    assert shown.startswith("∼Pasar∼ ini milik ∗warga∗ ")
    assert "a_b_c" in shown
    text = "1. Pasar *baru* dibuka."
    assert made("{{ sentences|length }}. {{ summary[0].text }}", tmp_path, text=text)


def test_literals_are_as_they_stand(tmp_path: Path) -> None:
    assert made("<b> & {{ 1 + 1 }}{{ ' & ' }}", tmp_path) == "<b> & 2 & \n"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("\n{{ titel.text }}", ", line 2: 'titel' is undefined"),
        ("{{ title.txt }}", ", line 1: there is no field 'txt', but start, end, text"),
        (
            "{% for q in quotes %}\n{{ q.x.y }}\n{% endfor %}",
            ", line 2: there is no field 'x', but ",
        ),
        ("a\nb\n{% if %}", ", line 3: Expected an expression"),
        ("{% for %}", ", line 1: "),
        ("{{ title.text|nope }}", ", line 1: No filter named 'nope'"),
        ("{{ quotes }}", ", line 1: a list cannot be shown whole: go through it with for"),
        (
            "{{ title }}",
            ": an object cannot be shown whole, name a field of it: .text, .start, .en",
        ),
        ("{{ byline.text.x }}", ", line 1: a value has no field 'x'"),
        (
            "{{ source.pages.x }}",
            ", line 1: this release has nothing with a field 'x' there; ask w",
        ),
        ("{{ quotes[99] }}", ", line 1: a list has no field 99"),
        ("{{ 1 / 0 }}", ", line 1: division by zero"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, source: str, said: str) -> None:
    with pytest.raises((OptionError, RenderError)) as told:
        made(source, tmp_path)
    assert said in str(told.value)
    assert str(told.value).startswith(str(tmp_path / "rumah.txt.j2"))
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    "source",
    [
        "{{ title.text.__class__ }}",
        "{{ title['__class__'] }}",
        "{{ title.text.format }}",
        "{{ quotes|map(attribute='__class__')|list|length }}{{ quotes|map('attr', 'x')|first }}",
        "{{ ''|attr('__class__') }}",
        "{{ self.__init__ }}",
        "{{ namespace.__init__ }}",
        "{% for q in quotes %}{{ loop.__init__ }}{% endfor %}",
        "{% macro m() %}{% endmacro %}{{ m.__globals__ }}",
        "{{ range(3) }}",
        "{{ cycler }}",
        "{{ lipsum() }}",
        "{{ title.text|safe }}",
        "{% include '/etc/passwd' %}",
        "{% import 'x' as y %}",
        "{% extends 'x' %}",
        "{{ title.update({'text': 1}) }}",
        "{{ quotes.append(1) }}",
    ],
)
def test_a_template_reaches_nothing_but_the_fields(tmp_path: Path, source: str) -> None:
    with pytest.raises((OptionError, RenderError)):
        made(source, tmp_path)


@pytest.mark.parametrize(
    "source",
    [
        "{{ 'a' * 10000000000 }}",
        "{% set x = 'ab' * 9999 %}" + "{% set x = x ~ x ~ x ~ x ~ x %}" * 9 + "{{ x|length }}",
        "{% for a in sentences %}" * 7 + "{% endfor %}" * 7,
        "{% for a in sentences %}" * 5 + "{{ title.text }}" + "{% endfor %}" * 5,
    ],
)
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # in a callback
def test_a_template_is_bounded(
    tmp_path: Path, source: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, "SECONDS", 0.5)
    with pytest.raises(RenderError, match=r"too much time or memory|more than 1,000,000 char"):
        made(source, tmp_path)
    assert made("{{ title.text|length }}", tmp_path) == "85\n"  # and nothing of it stays


def test_fields_are_those_of_the_json(tmp_path: Path) -> None:
    shown = json.loads(run(str(SEED), "-f", "json").stdout)
    source = "{{ lists|tojson }}"
    assert json.loads(made(source, tmp_path)) == shown["lists"]
    assert made("{{ lists[0].items[1].text }}", tmp_path) == "fleksibilitas kerja\n"
    assert made("{{ source.sha256 }}", tmp_path) == f"{shown['source']['sha256']}\n"
    assert made("{{ source.pages }}", tmp_path) == "\n"
    counted = "{% set n = namespace(v=0) %}{% for q in quotes %}{% set n.v = n.v + 1 %}{% endfor %}"
    assert made(counted + "{{ n.v }}", tmp_path) == f"{len(shown['quotes'])}\n"


HTML, WHATSAPP = (
    template.Template("t", "{{ source.path }}", suffix) for suffix in (".html", ".whatsapp")
)


@settings(deadline=None)
@given(text=st.text("*_~`<>&\"'-.1 a\n\x1b", max_size=40))
def test_no_text_acts_on_its_target(text: str) -> None:
    document = from_text("Warga gembira.")._replace(path=text)
    summary = summarize(document)
    in_html = template.render_template(HTML, summary).removesuffix("\n")
    assert not {"<", ">", '"'} & {*in_html}
    assert unescape(in_html).strip() == shown(text)
    in_whatsapp = template.render_template(WHATSAPP, summary).removesuffix("\n").strip()
    assert not re.search(r"(?<![^\W_])[*_~`]|[*_~`](?![^\W_])|^>|^- ", in_whatsapp)
    assert len(in_whatsapp) <= len(shown(text)) + 1


def test_short_cuts_between_words() -> None:
    assert short("Warga  kota\ngembira", 50) == "Warga kota gembira"
    assert short("Warga kota gembira", 12) == "Warga kota…"
    assert short("Wargakotagembira", 5) == "Warg…"


def test_a_template_can_be_sent_to_another_process() -> None:
    sent = pickle.loads(pickle.dumps(template_format("brief").render))
    assert sent(summarize("Warga gembira.")) == "Warga gembira.\n"


def test_a_batch_by_a_template_of_the_house(tmp_path: Path) -> None:
    folder, target = tmp_path / "rilis", tmp_path / "hasil"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        folder.joinpath(name).write_bytes(SEED.read_bytes())
    house = tmp_path / "rumah.html.j2"
    house.write_text("<h1>{{ title.text }}</h1>")
    command = (str(folder), "-o", str(target), "--template", str(house), "-j", "2")
    assert "done 2, skipped 0" in run(*command).stderr
    assert sorted(path.name for path in target.iterdir()) == ["a.txt.html", "b.txt.html"]
    assert "done 0, skipped 2" in run(*command).stderr
    house.write_text("<h2>{{ title.text }}</h2>")
    assert "done 2, skipped 0" in run(*command).stderr
    house.write_text("<h2>\n{{ titel }}</h2>")
    done = run(*command)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"summarize: {house}, line 2: 'titel' is undefined\n"


def test_a_release_without_what_a_template_shows_does_not_stop_the_others(tmp_path: Path) -> None:
    folder, target = tmp_path / "rilis", tmp_path / "hasil"
    folder.mkdir()
    folder.joinpath("a.txt").write_text("Warga gembira.", "utf-8")
    folder.joinpath("b.txt").write_bytes(SEED.read_bytes())
    house = tmp_path / "rumah.txt.j2"
    house.write_text("{{ dateline.place.text }}")
    done = run(str(folder), "-q", "-o", str(target), "--template", str(house))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"{folder / 'a.txt'}: {house}, line 1: this release has nothing with a field 'place' "
        "there; ask with if first, or give a default\n"
    )
    assert [path.name for path in target.iterdir()] == ["b.txt"]  # and not b.txt.txt
    done = run(str(folder), "-o", str(folder), "--template", str(house))
    assert done.returncode == 2
    assert "is an input and would be overwritten" in done.stderr


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--template", "memo"), "memo: no such template; there are whatsapp, brief, minutes, and"),
        (("--template", "."), ".: cannot be read: Is a directory"),
        (("--template", "brief", "-f", "json"), "only one of --format and --template can be fol"),
        (("--template", "brief", "--only", "dates"), "a template shows what it shows: --only goes"),
        (("--template", "brief", "--bom"), "--bom is for CSV"),
    ],
)
def test_wrong_usage(options: tuple[str, ...], said: str) -> None:
    done = run(str(SEED), *options)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"summarize: {said}")
    assert done.stderr.count("\n") == 1


WITHOUT = """
import sys
sys.modules["jinja2"] = None
from summarize.__main__ import main
main()
"""


def test_without_jinja() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT, str(SEED), "--template", "brief"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (2, "")
    wanted = "summarize: --template needs Jinja2: pip install 'ringkas[template]'\n"
    assert done.stderr == wanted


def test_a_template_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "a.j2"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(OptionError, match="the template is not UTF-8"):
        template_format(str(path))
    path.write_text("a" * (template.LONGEST + 1))
    with pytest.raises(OptionError, match="larger than 1,000,000 bytes"):
        template_format(str(path))
