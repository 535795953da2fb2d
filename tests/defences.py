"""Whether each defence has a test that misses it: ``python -m tests.defences [HAZARD …]``.

In a copy of the checkout one defence after the other is taken out, and the test that is named
beside it has to fail. A test that passes without the defence guards nothing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent


class Defence(NamedTuple):
    """What protects from a hazard: a piece of a file, what it is replaced by, and its test."""

    hazard: str
    file: str
    piece: str
    without: str
    test: str


READING = "summarize/reading/__init__.py"
ENCODINGS = "summarize/reading/encodings.py"
FORMATS = "summarize/reading/formats.py"
ARCHIVE = "summarize/reading/archive.py"
EXPAT = "summarize/reading/expat.py"
INPUTS = "summarize/batch/inputs.py"
OUTPUTS = "summarize/batch/outputs.py"
WRITING = "summarize/storage/writing.py"
WORKERS = "summarize/batch/workers.py"
WORK = "summarize/batch/work.py"
SEALS = "summarize/batch/seals.py"
VISIBLE = "summarize/rendering/visible.py"
MARKUP = "summarize/rendering/html/markup.py"
MARKDOWN = "summarize/rendering/markdown.py"
CSV = "summarize/rendering/csv.py"
JSON = "summarize/rendering/json.py"
TEMPLATE = "summarize/rendering/template.py"
SANDBOX = "summarize/rendering/sandbox.py"
BOUNDS = "summarize/rendering/bounds.py"
SUMY = "summarize/ranking/sumy.py"
PROCESS = "cli/process.py"
STREAMS = "cli/streams.py"
VIEWS = "cli/views.py"

DEFENCES = (
    # reading
    Defence(
        "byte order marks",
        ENCODINGS,
        'text = text.removeprefix("\\N{ZERO WIDTH NO-BREAK SPACE}")',
        "pass",
        "test_reading.py::test_an_encoding_that_is_named",
    ),
    Defence(
        "UTF-32 before UTF-16",
        ENCODINGS,
        '    (codecs.BOM_UTF32_LE, "utf-32"),\n',
        "",
        "test_reading.py::test_unicode_in_all_its_encodings",
    ),
    Defence(
        "Windows-1252",
        ENCODINGS,
        'return Decoded(data.decode(encoding, "replace"), encoding, (warning,))',
        'return Decoded(repaired, "utf-8", ())',
        "test_reading.py::test_windows_1252_with_a_warning",
    ),
    Defence(
        "a few bad bytes",
        ENCODINGS,
        "if beyond_ascii > 2 * damaged:",
        "if False:",
        "test_reading.py::test_a_few_bad_bytes_do_not_spoil_the_others",
    ),
    Defence(
        "lone surrogates",
        ENCODINGS,
        "text=speakable(decoded.text)",
        "text=decoded.text",
        "test_reading.py",
    ),
    Defence(
        "lone surrogates at hand",
        READING,
        "shown = speakable(text)",
        "shown = text",
        "test_reading.py::test_no_lone_surrogate_comes_out",
    ),
    Defence(
        "NUL",
        ENCODINGS,
        'if "\\0" in decoded.text:',
        'if "\\0" in decoded.text[:9]:',
        "test_reading.py::test_a_nul_wherever_it_stands",
    ),
    Defence(
        "pictures",
        FORMATS,
        '    (b"\\x89PNG", Format("png", "a PNG picture", advice=_SCAN)),\n',
        "",
        "test_reading.py::test_what_is_not_text",
    ),
    Defence(
        "what is unpacked",
        ARCHIVE,
        "stream.read(self._left + 1)",
        "stream.read()",
        "test_archives.py::test_a_zip_bomb_costs_little_memory",
    ),
    Defence(
        "document types",
        EXPAT,
        "parser.StartDoctypeDeclHandler = _refuse",
        "pass",
        "test_archives.py::test_what_cannot_be_read",
    ),
    Defence(
        "depth of elements",
        EXPAT,
        "if depth > DEEPEST:",
        "if False:",
        "test_archives.py::test_what_cannot_be_read",
    ),
    Defence(
        "password",
        ARCHIVE,
        "if entry.flag_bits & _LOCKED:",
        "if False:",
        "test_archives.py::test_what_cannot_be_read",
    ),
    Defence(
        "size after stat",
        READING,
        "if status.st_size > max_bytes:",
        "if False and status:",
        "test_reading.py::test_a_large_file_is_not_read",
    ),
    Defence(
        "size of a stream",
        READING,
        "if len(data) > max_bytes:",
        "if False:",
        "test_reading.py::test_the_limit",
    ),
    Defence(
        "FIFO given",
        READING,
        "if not stat.S_ISREG(status.st_mode):",
        "if False:",
        "test_reading.py::test_what_cannot_be_read",
    ),
    Defence(
        "standard input closed",
        "cli/delivery.py",
        "if STDIN in request.paths and sys.stdin is None:",
        "if False:",
        "test_process.py::test_standard_input_is_closed",
    ),
    # cost
    Defence(
        "square time of sumy",
        SUMY,
        "return len(story.words) > _MOST_SENTENCES[method] or words > _MOST_WORDS",
        "return False",
        "test_ranking.py",
    ),
    Defence(
        "memory of readings",
        "summarize/text/names.py",
        "def read_names(",
        "from functools import lru_cache\n\n\n@lru_cache(maxsize=1)\ndef read_names(",
        "test_scale.py::test_a_release_and_what_was_read_of_it_go_with_the_summary",
    ),
    Defence(
        "sentence without end",
        "summarize/segmentation/boundaries.py",
        "while cut - start > _LONGEST and",
        "while False and",
        "test_scale.py::test_a_sentence_without_end_is_cut_between_words",
    ),
    Defence(
        "a hanging file",
        WORKERS,
        "signal.setitimer(signal.ITIMER_REAL, seconds or 0)",
        "pass",
        "test_batch.py::test_a_process_that_hangs_is_blamed_on_its_file",
    ),
    Defence(
        "a dying file",
        WORKERS,
        "            except (EOFError, OSError):\n                self._replace(worker)\n",
        "            except ZeroDivisionError:\n",
        "test_batch.py::test_a_process_that_dies_is_blamed_on_its_file",
    ),
    # files and folders
    Defence(
        "order of a folder",
        INPUTS,
        "sorted(found, key=lambda one: os.fsencode(one[0]))",
        "found",
        "test_batch.py::test_the_order_of_the_file_system_does_not_matter",
    ),
    Defence(
        "links that lead out",
        INPUTS,
        "_leads_out(path, folder) or ",
        "",
        "test_batch.py::test_links_are_followed_inside_the_folder_only",
    ),
    Defence(
        "output inside the input",
        INPUTS,
        " and not _same(os.path.join(parent, name), without)",
        "",
        "test_batch.py::test_the_folder_of_results_is_not_read",
    ),
    Defence(
        "results as input",
        INPUTS,
        " or _is_result(path)",
        "",
        "test_batch.py::test_results_of_an_earlier_run_are_not_read",
    ),
    Defence(
        "two inputs, one result",
        OUTPUTS,
        "            if name in taken:",
        "            if False:",
        "test_batch.py::test_two_inputs_for_one_result_are_refused",
    ),
    Defence(
        "an input as output",
        OUTPUTS,
        "            if os.path.normcase(real[len(folder) : -len(self.extension)]) in taken:",
        "            if False:",
        "test_batch.py::test_an_input_is_never_overwritten",
    ),
    Defence(
        "links in the output",
        OUTPUTS,
        "if not storage.is_straight(self.path, parent):",
        "if False:",
        "test_batch.py::test_no_link_leads_results_elsewhere",
    ),
    Defence(
        "somebody's file",
        OUTPUTS,
        "        self.check()\n        pieces",
        "        pieces",
        "test_batch.py::test_only_results_are_overwritten",
    ),
    Defence(
        "changed by hand",
        OUTPUTS,
        "    if not seal.intact:",
        "    if False:",
        "test_batch.py::test_only_results_are_overwritten",
    ),
    Defence(
        "whole or not at all",
        WRITING,
        "        Path(temporary).replace(path)",
        "        path.write_bytes(Path(temporary).read_bytes())",
        "test_batch.py::test_a_file_is_replaced_whole",
    ),
    Defence(
        "temporary files",
        WRITING,
        "        if temporary is not None:",
        "        if False:",
        "test_batch.py::test_a_write_that_fails_leaves_nothing",
    ),
    Defence(
        "what a kill leaves",
        OUTPUTS,
        "        storage_of(self.path).sweep(self._parents(inputs))",
        "        pass",
        "test_faults.py::test_any_call_may_be_the_last",
    ),
    Defence(
        "sweeping another's",
        WRITING,
        "        _claim(handle)\n        path.unlink()",
        "        path.unlink()",
        "test_batch.py::test_what_another_run_is_writing_is_left_alone",
    ),
    Defence(
        "one bad file",
        WORK,
        "    except ReadError as failure:\n        return Outcome(one, reason=str(failure))\n",
        "",
        "test_process.py::test_what_is_refused",
    ),
    # process
    Defence(
        "closed pipe",
        PROCESS,
        "                raise end.__context__ from None",
        "                raise",
        "test_process.py::test_a_reader_who_has_seen_enough",
    ),
    Defence(
        "closed output",
        STREAMS,
        "    if sys.stdout is None:  # started with >&-",
        "    if False:",
        "test_process.py::test_standard_output_is_closed",
    ),
    Defence(
        "closed errors",
        STREAMS,
        "    if sys.stderr is None:",
        "    if False:",
        "test_process.py::test_standard_error_is_full_or_closed",
    ),
    Defence(
        "full errors",
        PROCESS,
        "            discard(sys.stderr)\n",
        "            pass\n",
        "test_process.py::test_standard_error_is_full_or_closed",
    ),
    Defence(
        "wrong usage, full errors",
        PROCESS,
        'getattr(failure.__context__, "exit_code", 1)',
        "1",
        "test_process.py::test_wrong_usage_stays_wrong_when_nobody_can_be_told",
    ),
    Defence(
        "full output, small",
        PROCESS,
        "            sys.stdout.flush()  # a small output fails only here\n",
        "",
        "test_process.py::test_standard_output_is_full",
    ),
    Defence(
        "full output, at exit",
        STREAMS,
        "        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())",
        "        pass",
        "test_process.py::test_standard_output_is_full",
    ),
    Defence(
        "TERM",
        PROCESS,
        "    signal.signal(signal.SIGTERM, _stop)\n",
        "",
        "test_process.py::test_a_signal_stops_it",
    ),
    Defence(
        "HUP",
        PROCESS,
        "        signal.signal(signal.SIGHUP, _stop)  # unless nohup has it ignored",
        "        pass",
        "test_batch_process.py::test_a_signal_leaves_nothing_half_done",
    ),
    Defence(
        "nohup",
        PROCESS,
        " and signal.getsignal(signal.SIGHUP) is signal.SIG_DFL",
        "",
        "test_process.py::test_nohup",
    ),
    Defence(
        "Ctrl-C",
        PROCESS,
        "    except KeyboardInterrupt:",
        "    except ZeroDivisionError:",
        "test_process.py::test_ctrl_c_before_it_has_begun",
    ),
    Defence(
        "Ctrl-C for workers",
        WORKERS,
        "    signal.signal(signal.SIGINT, signal.SIG_IGN)",
        "    pass",
        "test_process.py::test_a_signal_to_all_processes_of_a_batch",
    ),
    Defence(
        "orphans",
        WORKERS,
        "                if os.getppid() != parent:\n                    return\n",
        "                pass\n",
        "test_batch_process.py::test_workers_end_with_their_parent",
    ),
    Defence(
        "what is done",
        WORK,
        "        if work.output.has(one, key):",
        "        if False:",
        "test_batch.py::test_what_is_current_is_not_done_again",
    ),
    Defence(
        "changed options",
        WORK,
        "parts = (__version__, self.recipe, options, *of)",
        "parts = (__version__, *of)",
        "test_batch.py::test_the_key_is_that_of_everything_that_matters",
    ),
    Defence(
        "ascii output",
        STREAMS,
        '            sys.stdout.reconfigure(encoding="utf-8", newline="\\n")',
        "            pass",
        "test_process.py::test_the_same_bytes_everywhere",
    ),
    Defence(
        "ascii terminal",
        STREAMS,
        '            sys.stdout.reconfigure(errors="backslashreplace")',
        "            pass",
        "test_process.py::test_an_ascii_terminal_gets_no_error",
    ),
    Defence(
        "text in errors",
        WORK,
        'return f"unexpected {type(failure).__name__}; please',
        'return f"unexpected {failure}; please',
        "test_process.py::test_an_error_of_ours_is_one_line",
    ),
    Defence(
        "tracebacks",
        "cli/report.py",
        "        if traceback and self.debug:",
        "        if traceback:",
        "test_process.py::test_an_error_of_ours_is_one_line",
    ),
    Defence(
        "sockets",
        SUMY,
        "    _import_offline()\n",
        "",
        "test_privacy.py::test_no_method_opens_a_socket",
    ),
    # terminal
    Defence(
        "controls",
        VISIBLE,
        '_VISIBLE: dict[int, str | None] = dict.fromkeys(_CONTROLS, "\\N{REPLACEMENT CHARACTER}")',
        "_VISIBLE: dict[int, str | None] = {}",
        "test_hostile.py",
    ),
    Defence(
        "bidi controls",
        VISIBLE,
        "_VISIBLE |= dict.fromkeys((*range(0x202A",
        "_ = dict.fromkeys((*range(0x202A",
        "test_hostile.py",
    ),
    Defence(
        "names of files",
        STREAMS,
        "{shown(line)}",
        "{line}",
        "test_process.py::test_names_that_act_on_a_terminal_are_made_harmless",
    ),
    Defence(
        "markup",
        VIEWS,
        "            text = Text(entry.text)\n",
        "            text = Text.from_markup(entry.text)\n",
        "test_views.py",
    ),
    Defence(
        "narrow terminals",
        VIEWS,
        "self.narrow = width < NARROW",
        "self.narrow = False",
        "test_views.py",
    ),
    Defence("very narrow ones", VIEWS, "max(NARROWEST, min(", "max(0, min(", "test_views.py"),
    # outputs
    Defence("HTML", MARKUP, "    return escape(", "    return (", "test_hostile.py"),
    Defence(
        "HTML's policy",
        MARKUP,
        """        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\\n'\n""",
        "",
        "test_rendering_html.py",
    ),
    Defence(
        "Markdown inside",
        MARKDOWN,
        'shown = _INLINE.sub(r"\\\\\\g<0>", text)',
        "shown = text",
        "test_hostile.py",
    ),
    Defence(
        "Markdown's openings",
        MARKDOWN,
        "    if opening is None:",
        "    if True:",
        "test_hostile.py",
    ),
    Defence(
        "formulas",
        CSV,
        '    return f"\'{cell}" if cell.lstrip(_STRIPPED).startswith(_FORMULA) else cell',
        "    return cell",
        "test_rendering_csv.py",
    ),
    Defence("formulas behind quotes", CSV, ".lstrip(_STRIPPED)", "", "test_rendering_csv.py"),
    Defence("full-width formulas", CSV, ', "＝", "＋", "－", "＠"', "", "test_rendering_csv.py"),
    # determinism
    Defence(
        "LSA's words",
        SUMY,
        "enumerate(sorted(set(words)))",
        "enumerate(set(words))",
        "test_determinism.py::test_the_words_of_lsa_have_their_numbers_in_order",
    ),
    Defence(
        "LexRank's sums",
        SUMY,
        "        summarizer.cosine_similarity = _cosine\n",
        "        pass\n",
        "test_determinism.py::test_lexrank_never_sums_in_the_order_of_a_set",
    ),
    # templates
    Defence(
        "text that acts in the HTML of a template",
        TEMPLATE,
        "    return escape(text)\n",
        "    return text\n",
        "test_template.py::test_no_text_acts_on_its_target",
    ),
    Defence(
        "text that acts in a message",
        TEMPLATE,
        "_ACTING.sub(lambda mark: _MARKS[mark[0]], text)",
        "text",
        "test_template.py::test_no_text_acts_on_its_target",
    ),
    Defence(
        "a template that reaches for more than fields",
        SANDBOX,
        "        return self.getitem(obj, attribute)\n",
        "        return super().getattr(obj, attribute)\n",
        "test_template.py::test_a_template_reaches_nothing_but_the_fields",
    ),
    Defence(
        "functions of a template",
        SANDBOX,
        'environment.globals = {"namespace": Namespace}',
        "pass",
        "test_template.py::test_a_template_reaches_nothing_but_the_fields",
    ),
    Defence(
        "a template without end",
        BOUNDS,
        "stack.enter_context(_in_time())",
        "pass",
        "test_template.py::test_a_template_is_bounded",
    ),
    Defence(
        "a result that somebody changed, when a batch goes on",
        WORK,
        "edited=work.output.edited(one)",
        "edited=None",
        "test_habits.py::test_a_batch_that_goes_on_names_what_was_edited",
    ),
)


def survivors(wanted: list[str]) -> Iterator[tuple[Defence, str | None]]:
    """Each defence, and what is wrong with its test if anything is."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        shutil.copytree(
            ROOT, copy, ignore=shutil.ignore_patterns(".*_cache", ".git", "__pycache__")
        )
        for defence in DEFENCES:
            if not wanted or defence.hazard in wanted:
                yield defence, _complaint(defence, copy)


def _complaint(defence: Defence, copy: Path) -> str | None:
    path = copy / defence.file
    written = path.read_text("utf-8")
    if written.count(defence.piece) != 1:
        return "its piece is not in the file"
    path.write_text(written.replace(defence.piece, defence.without), "utf-8")
    try:
        command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider"]
        done = subprocess.run(
            [*command, f"tests/{defence.test}"],
            cwd=copy,
            capture_output=True,
            env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
            check=False,
        )
    finally:
        path.write_text(written, "utf-8")
    return {0: "its test passes without it", 1: None}.get(done.returncode, "it has no test")


def main() -> None:
    """Try all defences, or those of the hazards named; leave with 1 if one is not guarded."""
    failed = 0
    for defence, complaint in survivors(sys.argv[1:]):
        failed += complaint is not None
        sys.stdout.write(f"{complaint or 'ok':>28}  {defence.hazard}: {defence.test}\n")
        sys.stdout.flush()
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
