"""The whole way on a text of two sentences."""

from summarize import summarize


def test_every_summary_sentence_is_a_piece_of_the_source() -> None:
    text = "Gubernur meresmikan jembatan. Warga gembira."
    summary = summarize(text)
    assert summary.sentences
    for chosen in summary.sentences:
        assert chosen.sentence.span.of(text) in text
