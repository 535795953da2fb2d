"""Sentences: where they end in a paragraph, decided in one pass from left to right.

Three layers decide, the first that knows something wins:

1. what the surroundings say (:mod:`~summarize.segmentation.boundaries`): quotation marks and
   their attribution, brackets, list markers, missing spaces, amounts, web addresses;
2. abbreviation classes of our own (:mod:`~summarize.segmentation.abbreviations`);
3. Kiss and Strunk's Punkt with parameters learnt from news
   (:mod:`~summarize.segmentation.punkt`), for the stops of which the classes know nothing.
"""

from summarize.segmentation.boundaries import split_sentences

__all__ = ["split_sentences"]
