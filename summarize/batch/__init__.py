"""Several inputs: which files they are, where their results go, and one outcome for each.

A file that fails does not stop the others; a result file appears whole or not at all, and says
what it was made with, so that a run that was stopped goes on where it was.
"""

from summarize.batch.engines import Engine, summarize_all
from summarize.batch.inputs import STDIN, SUFFIXES, Failure, Input, Skipped, find_inputs
from summarize.batch.outputs import OneOutput, Output, Outputs, Series, made_in
from summarize.batch.seals import Seal, seal_of, sealed, sealed_series
from summarize.batch.work import Options, Outcome, Work, unexpected

__all__ = [
    "STDIN",
    "SUFFIXES",
    "Engine",
    "Failure",
    "Input",
    "OneOutput",
    "Options",
    "Outcome",
    "Output",
    "Outputs",
    "Seal",
    "Series",
    "Skipped",
    "Work",
    "find_inputs",
    "made_in",
    "seal_of",
    "sealed",
    "sealed_series",
    "summarize_all",
    "unexpected",
]
