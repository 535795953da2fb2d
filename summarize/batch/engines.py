"""Who works on inputs, this process or others, and the outcomes in order."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import closing
from typing import BinaryIO, Protocol

from summarize.batch.inputs import STDIN, Input
from summarize.batch.work import Outcome, Work, outcome_of


class Engine(Protocol):
    """Others who do the work: processes of this machine, or a cluster."""

    def outcomes(self, inputs: Sequence[Input], work: Work) -> Generator[Outcome, None, None]:
        """One outcome for each input, in their order; closed, it ends what it started.

        Raises EngineError if they are not there any more, or not fit for the work.
        """


def summarize_all(
    inputs: Sequence[Input],
    work: Work,
    *,
    engine: Engine | None = None,
    stdin: BinaryIO | None = None,
) -> Generator[Outcome, None, None]:
    """One outcome for each input, in their order, worked out by ``engine``, or by this process.

    Standard input is ours in any case. If what comes is not read to its end, close it.
    """
    if engine is None:
        for one in inputs:
            yield outcome_of(one, work, stdin)
        return
    with closing(engine.outcomes([one for one in inputs if one.path != STDIN], work)) as outcomes:
        for one in inputs:
            yield outcome_of(one, work, stdin) if one.path == STDIN else next(outcomes)
