"""What a release says, as spans of it: one module a thing found."""

from __future__ import annotations

from summarize.findings.abbreviations import find_abbreviations
from summarize.findings.dates import find_dates
from summarize.findings.event import find_event
from summarize.findings.figures import find_figures
from summarize.findings.lists import find_lists
from summarize.findings.organizations import find_organizations
from summarize.findings.people import find_people
from summarize.findings.people.roles import forget_readings
from summarize.findings.places import find_places
from summarize.findings.speech.quotations import find_quotations
from summarize.findings.speech.statements import find_statements
from summarize.models import Findings, Release


def find_all(release: Release) -> Findings:
    """Everything found in ``release``; a finder sees only what stands before it here."""
    abbreviations = find_abbreviations(release)
    dates = find_dates(release)
    figures = find_figures(release, dates)
    places = find_places(release)
    people = find_people(release)
    quotations = find_quotations(release, people)
    found = Findings(
        abbreviations=abbreviations,
        dates=dates,
        figures=figures,
        people=people,
        organizations=find_organizations(release, people),
        places=places,
        quotations=quotations,
        statements=find_statements(release, people, quotations),
        enumerations=find_lists(release, people),
        event=find_event(release, dates, places, people),
    )
    forget_readings()
    return found
