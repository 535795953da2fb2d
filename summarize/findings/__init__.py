"""What a release says, as spans of it: one module a thing found."""

from __future__ import annotations

from summarize.findings.abbreviations import find_abbreviations
from summarize.findings.dates import find_dates
from summarize.findings.event import find_event
from summarize.findings.figures import find_figures
from summarize.findings.lists import find_lists
from summarize.findings.organizations import find_organizations
from summarize.findings.people import find_people
from summarize.findings.places import find_places, outside
from summarize.findings.speech.attribution import read_attributions
from summarize.findings.speech.quotations import find_quotations
from summarize.findings.speech.statements import find_statements
from summarize.models import Findings, Release
from summarize.text.reading import Reading


def find_all(release: Release) -> Findings:
    """Everything found in ``release``; a finder sees only what stands before it here."""
    reading = Reading(release)
    abbreviations = find_abbreviations(reading)
    dates = find_dates(reading)
    figures = find_figures(reading, dates)
    people = find_people(reading)
    places = find_places(reading, figures, people)
    organizations = find_organizations(reading, people, places, abbreviations, figures)
    attributions = read_attributions(reading, people)
    quotations = find_quotations(reading, attributions)
    return Findings(
        abbreviations=abbreviations,
        dates=dates,
        figures=figures,
        people=people,
        organizations=organizations,
        places=outside(places, organizations),
        quotations=quotations,
        statements=find_statements(reading, attributions, quotations),
        enumerations=find_lists(reading, people),
        event=find_event(reading, dates, places, people),
    )
