"""What each feature of a telling adds to the log-odds that it tells a key point in few words.

A logistic regression on 350 annotated texts (``summarize.training.points``), rounded.
"""

WEIGHTS = {
    "opens the story": 0.19,
    "second sentence": -0.31,
    "stands early": 0.05,
    "place": 0.98,
    "sentences before": -1.25,
    "closes the story": -0.7,
    "headline": 1.2,
    "nothing but the headline": 0.36,
    "length": 1.19,
    "brief": -0.91,
    "long": -1.05,
    "central": -0.44,
    "repeats words": 0.46,
    "figures": 0.15,
    "a figure": 0.55,
    "a date": 0.39,
    "people": 0.09,
    "decides": 0.05,
    "tells who came": -0.58,
    "thanks": -0.23,
    "appeals": 0.2,
    "looks ahead": 0.18,
    "denies": 0.14,
    "tells results": 0.21,
    "speaks of itself": -0.47,
    "opens the thought": 0.7,
    "early thought": 0.34,
    "announces points": 0.17,
    "quoted": -0.22,
    "reported": 0.56,
    "is a list": 0.02,
}
